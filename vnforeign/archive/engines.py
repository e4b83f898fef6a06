"""Where shards are done: in this process, in worker processes, or on a cluster. All have ``submit`` and ``close``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol

from .isolate import Pool, share
from .plan import ArchiveError, Done, Job
from .work import work


class Engine(Protocol):
    """``workers`` shards are done at a time; a Future gives the record of its shard or raises ArchiveError."""

    workers: int

    def submit(self, job: Job) -> Future[Done]: ...
    def check(self) -> None:
        """Called now and then while nothing is finished. Raises ArchiveError where waiting longer is of no use."""

    def close(self) -> None: ...


class Serial:
    """In this process, one after another: nothing guards against a file that crashes or takes for ever."""

    workers = 1

    def submit(self, job: Job) -> Future[Done]:
        future: Future[Done] = Future()
        future.set_result(work(job))
        return future

    def check(self) -> None: ...
    def close(self) -> None: ...


class Processes:
    """In worker processes of this machine."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool = Pool(share(workers))
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="shard")

    def submit(self, job: Job) -> Future[Done]:
        return self._threads.submit(self._pool.run, job)

    def check(self) -> None: ...

    def close(self) -> None:
        self._pool.close()
        self._threads.shutdown(cancel_futures=True)


def spread(jobs: Iterable[Job | None], engine: Engine, pause: float = 1.0) -> Iterator[Done | None]:
    """The records of all shards as they are finished, and None now and then while none is; few are in flight at a time."""
    pending: set[Future[Done]] = set()
    for job in jobs:
        if job is None:
            yield None
            continue
        pending.add(engine.submit(job))
        while len(pending) > 2 * engine.workers:
            yield from _finished(pending, engine, pause)
    while pending:
        yield from _finished(pending, engine, pause)


def _finished(pending: set[Future[Done]], engine: Engine, pause: float) -> Iterator[Done | None]:
    done, _ = wait(pending, pause, FIRST_COMPLETED)
    pending -= done
    if not done:
        engine.check()
        yield None
    for future in done:
        yield _record(future)


def _record(future: Future[Done]) -> Done:
    try:
        return future.result()
    except (ArchiveError, KeyboardInterrupt):
        raise
    except BaseException as error:  # the engine itself failed: a cluster lost its scheduler, its workers lack this package
        raise ArchiveError(f"a shard could not be done: {type(error).__name__}: {error}") from error
