"""A running server and a real browser; tests that need them are skipped, with a notice, where one is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from urllib.request import urlopen

import pytest
import uvicorn

from vnforeign.review.app import create_app
from vnforeign.review.desk import Settings
from vnforeign.review.serve import open_server, take_in

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not on the PATH: apt-get install chromium")


@contextmanager
def serving(url: str, *paths: str, user: str = "Lan") -> Iterator[str]:
    """The address of a server in this process, with reports taken in."""
    server = open_server(url, "127.0.0.1", Settings(user))
    assert take_in(server, paths, print) == 0
    running = uvicorn.Server(uvicorn.Config(create_app(server.storage, server.settings), log_config=None))
    thread = Thread(target=running.run, kwargs={"sockets": [server.listening]})
    thread.start()
    try:
        _answers(server.address)
        yield server.address
    finally:
        running.should_exit = True
        thread.join(20)
        server.storage.close()


@contextmanager
def process(url: str, *more: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address and the process of ``vnforeign review`` on a free port; it is killed at the end."""
    command = [sys.executable, "-m", "vnforeign", "review", "--db", url, "--port", "0", "--user", "Lan", "--no-browser", *more]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout
        address = running.stdout.readline().partition(": ")[2].strip()
        _answers(address)
        yield address, running
    finally:
        running.kill()
        running.wait(10)
        if running.stdout:
            running.stdout.close()


def _answers(address: str) -> None:
    for _ in range(300):
        try:
            with urlopen(f"{address}static/icon.svg", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server does not answer")
