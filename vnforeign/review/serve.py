"""From the command line to a running server: reports taken in, a socket, a browser."""

from __future__ import annotations

import errno
import logging
import socket
import webbrowser
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import uvicorn

from ..document import Document
from ..reading import SUFFIXES, ReadError, read_all
from . import intake
from .app import create_app
from .desk import Settings
from .storage import Storage


class Server(msgspec.Struct):
    """A listening socket and what will answer on it."""

    storage: Storage
    settings: Settings
    listening: socket.socket

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        host, port = self.listening.getsockname()[:2]
        shown = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
        return f"http://{shown}:{port}/"


def open_server(url: str, host: str, settings: Settings) -> Server:
    """Opens the database and the port. Raises StorageError, OSError for a port that is taken."""
    storage = Storage(url)
    try:
        listening = _listen(host, settings.port)
    except OSError:
        storage.close()
        raise
    settings = msgspec.structs.replace(settings, port=listening.getsockname()[1])
    return Server(storage, settings, listening)


def _listen(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            said = f"port {port} is in use, perhaps by another review; choose one with --port, or any free one with --port 0"
            raise OSError(said) from None
        raise OSError(f"{host}, port {port}: {error.strerror or error}") from None


def take_in(server: Server, paths: Iterable[str], complain: Callable[[str], None]) -> int:
    """Reads reports, and those in folders, mails and archives, into the database; the number that could not be read."""
    failed = 0
    for path in paths:
        for report in _reports(Path(path)):
            if isinstance(report, ReadError):
                complain(str(report))
                failed += 1
            else:
                intake.add(server.storage, report, server.settings.user)
    return failed


def _reports(path: Path) -> Iterator[Document | ReadError]:
    if path.is_dir():
        found = False
        for each in sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file()):
            found = True
            yield from _reports(each)
        if not found:
            yield ReadError(f"{path}: no file in this folder has the name of a report ({', '.join(sorted(SUFFIXES))})")
        return
    for report in read_all(path):
        if isinstance(report, Document) and report.source:  # the page shows a file's name, not where this machine keeps it
            report.source = report.source.removeprefix(str(path.parent)).lstrip("/\\")
        yield report


def serve(server: Server, browser: bool, say: Callable[[str], None]) -> None:
    """Answers until interrupted."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    app = create_app(server.storage, server.settings)
    config = uvicorn.Config(app, access_log=False, log_config=None, server_header=False, timeout_graceful_shutdown=3)
    say(f"vnforeign review: {server.address}")
    if browser:
        webbrowser.open(server.address)
    try:
        uvicorn.Server(config).run(sockets=[server.listening])
    finally:
        server.storage.close()
