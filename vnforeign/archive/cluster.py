"""Shards on a Dask cluster: paths are sent, results are written by the workers into the shared output folder."""

from __future__ import annotations

import os
import time
from concurrent.futures import Future
from functools import cache
from typing import Any, cast

from .isolate import Pool, share
from .plan import ArchiveError, Done, Job

CONNECT = 20  # seconds to wait for an answer of the scheduler
LONELY = 60  # seconds to wait while no worker is there


class Cluster:
    """The cluster whose scheduler has this address. Raises ArchiveError where it cannot be reached.

    The scheduler gives a shard whose worker has died to another one.
    """

    def __init__(self, address: str) -> None:
        try:
            import distributed
        except ImportError:
            raise ArchiveError("a cluster needs Dask: pip install 'vnforeign[cluster]'") from None
        try:
            self._client: Any = cast(Any, distributed).Client(address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ArchiveError(f"no scheduler at {address}: {error}") from None
        self._executor = self._client.get_executor(pure=False)
        self._seen = time.monotonic()
        self.workers = max(self._cores(), 1)

    def submit(self, job: Job) -> Future[Done]:
        future: Future[Done] = self._executor.submit(shard, job)
        return future

    def check(self) -> None:
        """Raises ArchiveError where the scheduler does not answer, or has had no worker for a minute."""
        now = time.monotonic()
        if cores := self._cores():
            self.workers, self._seen = cores, now
        elif now - self._seen > LONELY:
            raise ArchiveError(f"the cluster has had no worker for {LONELY} seconds; start one and run again with --resume")

    def _cores(self) -> int:
        try:
            answer: dict[str, Any] = self._client.sync(self._client.scheduler.identity, n_workers=-1, callback_timeout=CONNECT)
        except Exception as error:  # a timeout, a closed connection, whichever comes first
            raise ArchiveError(f"the scheduler does not answer ({error!r}); run again with --resume") from None
        return sum(worker["nthreads"] for worker in answer["workers"].values())

    def close(self) -> None:
        self._client.close(timeout=CONNECT)


def shard(job: Job) -> Done:
    """What a worker of the cluster does: a shard, in a process of its own, as on one machine."""
    return _pool().run(job)


@cache
def _pool() -> Pool:
    return Pool(share(os.cpu_count() or 1))
