"""A PostgreSQL server for the tests: made in a temporary folder, reached by a socket there alone, gone when they are done.

Take the fixture ``postgres_url``: the URL of a fresh, empty database. ``postgres_server`` can be stopped and started as well.
Both skip where PostgreSQL is missing (Debian: ``apt-get install postgresql``).
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from glob import glob
from itertools import count
from pathlib import Path

import pytest

_NAMES = count()


def _program(name: str) -> str | None:
    """A server program: on the path, or where Debian puts it."""
    return shutil.which(name) or max(glob(f"/usr/lib/postgresql/*/bin/{name}"), default=None)


def _user() -> str:
    """Who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    known = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _die_with_parent() -> None:
    """Linux stops the server with the tests, however they end."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGINT)  # PR_SET_PDEATHSIG


class Server:
    """One cluster of databases in a folder of its own."""

    def __init__(self, initdb: str, postgres: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self.user = _user()
        shutil.chown(self.folder, self.user) if os.geteuid() == 0 else None
        self._postgres = postgres
        self._process: subprocess.Popen[bytes] | None = None
        options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", f"--username={self.user}"]
        self._run([initdb, "-D", str(self.folder / "data"), *options])
        self.start()

    def _run(self, command: list[str]) -> None:
        user = self.user if os.geteuid() == 0 else None
        subprocess.run(
            command, check=True, capture_output=True, timeout=60, cwd=self.folder, user=user, extra_groups=[] if user else None
        )

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        quick = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_buffers=16MB", "-c", "max_connections=20"]
        command = [self._postgres, "-D", str(self.folder / "data"), "-k", str(self.folder), *quick]
        root = os.geteuid() == 0
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self.folder,
                user=self.user if root else None,
                extra_groups=[] if root else None,
                stdout=subprocess.DEVNULL,
                stderr=log,
                preexec_fn=_die_with_parent,
            )
        self._wait()

    def _wait(self) -> None:
        import psycopg

        for _ in range(300):
            try:
                psycopg.connect(self.conninfo(), connect_timeout=5).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text(errors="replace"))

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stops the server: SIGINT breaks connections off in order, SIGQUIT without."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(30)
            self._process = None

    def conninfo(self, database: str = "postgres") -> str:
        """What libpq connects with."""
        return f"host={self.folder} user={self.user} dbname={database}"

    def url(self) -> str:
        """The URL of a new, empty database."""
        import psycopg

        name = f"fresh_{next(_NAMES)}"
        with psycopg.connect(self.conninfo(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql://{self.user}@/{name}?host={self.folder}"

    def remove(self) -> None:
        """Stops the server and removes what it wrote."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """The one server of a run; a test that stops it starts it again."""
    pytest.importorskip("psycopg")
    initdb, postgres = _program("initdb"), _program("postgres")
    if not initdb or not postgres:
        pytest.skip("PostgreSQL is not installed")
    server = Server(initdb, postgres)
    try:
        yield server
    finally:
        server.remove()


@pytest.fixture
def postgres_url(postgres_server: Server) -> str:
    """The URL of a fresh, empty database."""
    return postgres_server.url()
