"""A worker process: jobs come in on stdin, one a line; signs of life and records go out on stdout.

    → {"name": "part-000012-…", "paths": […], …}
    ← 0 0        about to read the first file
    ← 0 1        its first document is done, or the first failure to read one
    ← {"name": …, "parts": […], …}        the record of the shard; or {"message": …} when the output cannot be written

A document that takes too long ends the process by a signal that no library can hold back; the other side sees how it died and
where. A worker whose parent is gone ends too: its next sign of life has no reader.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

import msgspec

from . import process, wire
from .plan import ArchiveError, Job
from .work import work

IDLE = 600  # seconds without a job after which a worker ends
FULL = 70  # how a worker ends to which memory was refused while it wrote


class Refusal(msgspec.Struct):
    """What is said in place of a record: the run cannot go on."""

    message: str


def main(memory: int = 0) -> None:
    """Does jobs until stdin ends, in so many bytes of memory; 0 sets no bound."""
    _bound(memory)
    answers = os.dup(1)
    os.dup2(2, 1)  # what libraries print is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C is the parent's to handle
    _silence()
    _alarm(IDLE)
    for line in sys.stdin.buffer:
        _send(answers, _answer(answers, line))
        _alarm(IDLE)


def _bound(memory: int) -> None:
    """Beyond so much the kernel refuses memory, so that a document that wants too much is a MemoryError, not the machine's end.

    Of data, not of addresses: allocators and threads reserve many that they never use.
    """
    with suppress(ImportError, OSError, ValueError):  # Windows; a system without this bound, or with a narrower one
        import resource

        if memory:
            resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _silence() -> None:
    """Warnings of PDF libraries and the like are about files, not for the terminal. Errors of starting were said before."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _answer(answers: int, line: bytes) -> str:
    job = wire.loads(Job, line)
    try:
        process.warm(job.settings)
        return wire.dumps(work(job, _Clock(answers, job.limit or 0)))
    except ArchiveError as error:
        return wire.dumps(Refusal(str(error)))
    except MemoryError:  # while the documents were written: it dies where it is, as if it had crashed there
        os._exit(FULL)
    except Exception as error:
        return wire.dumps(Refusal(f"internal error: {type(error).__name__}: {error}"))


class _Clock:
    """Gives a sign of life for each document, and ends the process where one takes too long."""

    def __init__(self, answers: int, limit: float) -> None:
        self._answers, self._limit = answers, limit

    def runs(self, at: int, found: int) -> None:
        _alarm(self._limit)
        _send(self._answers, f"{at} {found}")

    def stands(self) -> None:
        _alarm(0)


def _alarm(seconds: float) -> None:
    """The kernel ends this process after so many seconds; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _send(answers: int, line: str) -> None:
    try:
        rest = line.encode() + b"\n"
        while rest:
            rest = rest[os.write(answers, rest) :]
    except BrokenPipeError:
        os._exit(0)


if __name__ == "__main__":
    main()
