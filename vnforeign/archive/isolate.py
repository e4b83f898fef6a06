"""The parent's side of workers: a file that kills its worker costs itself and nothing else."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress

import msgspec

from . import wire
from .plan import ArchiveError, Done, Job, Stop
from .worker import FULL, Refusal

_START = "import sys; sys.path[:] = {path!r}; from vnforeign.archive.worker import main; main({memory})"
LEAST_MEMORY = 2_000_000_000  # bytes that a worker may take on the smallest machine
_STRIKES = 3  # deaths at one file that is sound when read alone, before it is passed over


def share(workers: int) -> int:
    """The bytes that each of so many workers may take: half of this machine's memory together, but never less than 2 GB."""
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # Windows
        return 0
    return max(whole // 2 // workers, LEAST_MEMORY)


class Died(Exception):
    """A worker is gone: in which file it was, how many documents and failures of that were done, the signal or code."""

    def __init__(self, at: int | None, found: int, code: int) -> None:
        super().__init__(f"file {at}, part {found}, exit {code}")
        self.at, self.found, self.code = at, found, code

    @property
    def late(self) -> bool:
        """Whether it ran into the time limit."""
        return hasattr(signal, "SIGALRM") and self.code == -signal.SIGALRM


class Child:
    """One worker process."""

    def __init__(self, folder: str, memory: int = 0) -> None:
        command = [sys.executable, "-c", _START.format(path=[each or "." for each in sys.path], memory=memory)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)

    @property
    def well(self) -> bool:
        return self._process.poll() is None

    def run(self, job: Job) -> Done:
        """Raises Died, and ArchiveError where the output cannot be written."""
        assert self._process.stdin and self._process.stdout
        at: int | None = None
        found = 0
        with suppress(OSError):  # that it is dead will be seen below
            self._process.stdin.write(wire.dumps(job).encode() + b"\n")
            self._process.stdin.flush()
        for line in self._process.stdout:
            if line.startswith(b"{"):
                return _done(line)
            at, found = map(int, line.split())
        raise Died(at, found, self._process.wait())

    def end(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.wait()

    def kill(self) -> None:
        """Ends the process, and its pipes: for the thread that uses it."""
        self.end()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # a job that was never read
                stream.close()  # type: ignore[union-attr]


def _done(line: bytes) -> Done:
    try:
        return wire.loads(Done, line)
    except ValueError:
        raise ArchiveError(wire.loads(Refusal, line).message) from None


class Pool:
    """Workers that are started when they are needed and kept; safe to use from many threads."""

    def __init__(self, memory: int = 0) -> None:
        """``memory``: the bytes that a worker may take, 0 for no bound."""
        self._memory = memory
        self._idle: queue.LifoQueue[Child] = queue.LifoQueue()
        self._all: set[Child] = set()
        self._lock = threading.Lock()
        self._closed = False

    def run(self, job: Job) -> Done:
        """Does a shard, whatever its files do to the workers. Raises ArchiveError where the output cannot be written."""
        strikes: Counter[str] = Counter()
        while True:
            try:
                return self._once(job)
            except Died as death:
                path = job.paths[death.at] if death.at is not None else ""
                strikes[path] += 1
                if self._closed or not path and strikes[path] >= _STRIKES:
                    raise ArchiveError(f"a worker does not start (exit {death.code})") from None
                if path and (death.late or strikes[path] >= _STRIKES or self._kills(job, path)):
                    job = msgspec.structs.replace(job, stops={**job.stops, path: _stop(death, job.limit)})

    def _once(self, job: Job) -> Done:
        child = self._take(job.folder)
        try:
            done = child.run(job)
        except BaseException:
            self._drop(child)
            raise
        self._give(child)
        return done

    def _kills(self, job: Job, path: str) -> bool:
        """Whether a file kills a fresh worker that reads nothing else: then it was not chance, and not another file's doing."""
        child = self._take(job.folder, fresh=True)
        try:
            child.run(msgspec.structs.replace(job, paths=[path], out=""))
        except Died as death:
            return death.at is not None
        finally:
            self._drop(child)
        return False

    def _take(self, folder: str, fresh: bool = False) -> Child:
        while not fresh:
            try:
                child = self._idle.get_nowait()
            except queue.Empty:
                break
            if child.well:
                return child
            self._drop(child)
        with self._lock:
            if self._closed:
                raise ArchiveError("the run has ended")
            child = Child(folder, self._memory)
            self._all.add(child)
            return child

    def _give(self, child: Child) -> None:
        with self._lock:
            if not self._closed:
                self._idle.put(child)
                return
        self._drop(child)

    def _drop(self, child: Child) -> None:
        child.kill()
        with self._lock:
            self._all.discard(child)

    def close(self) -> None:
        """Ends all workers at once; what they had begun is lost."""
        with self._lock:
            self._closed = True
            for child in self._all:
                child.end()
            while not self._idle.empty():
                self._idle.get().kill()


def _stop(death: Died, limit: float | None) -> Stop:
    after = f", after {death.found} of its parts" if death.found else ""
    if death.late:
        return Stop(death.found, "time limit", f"took more than {limit:g} seconds{after}")
    if death.code == FULL:
        return Stop(death.found, "memory", f"what is found in it does not fit into memory{after}")
    return Stop(death.found, "crashed", f"the reader crashed ({_cause(death.code)}){after}")


def _cause(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"exit {code}"
