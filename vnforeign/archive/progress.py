"""How far a run is, for a callback or a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

from ..wording import many
from .plan import Done
from .summary import Tally


class Progress:
    """Figures of a run while it goes on: ``fresh`` counts what this run has read, ``kept`` what was done before.

    ``total`` is the number of files, None while they are still counted.
    """

    def __init__(self) -> None:
        self.fresh = Tally()
        self.kept = Tally()
        self.total: int | None = None
        self._begun = time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._begun

    @property
    def rate(self) -> float:
        """Files read a second."""
        return self.fresh.files / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that are left at this rate; None where that cannot be told."""
        if self.total is None or not self.rate:
            return None
        return max(self.total - self.fresh.files - self.kept.files, 0) / self.rate

    def take(self, done: Done) -> None:
        """A shard was done."""
        self.fresh.add(done.tally)

    def count(self, paths: Iterable[str]) -> None:
        """Finds the total; for a thread beside the run."""
        self.total = sum(1 for _ in paths)

    def keep(self, done: Done) -> None:
        """A shard was done before."""
        self.kept.add(done.tally)

    def __str__(self) -> str:
        done = self.fresh.files + self.kept.files
        files = many(done, "file", form=",") if self.total is None else f"{done:,} of {many(self.total, 'file', form=',')}"
        failed = f", {failed:,} failed" if (failed := self.fresh.failed + self.kept.failed) else ""
        speed = f", {self.rate:,.0f}/s, {self.fresh.bytes / 1e6 / max(self.seconds, 1e-9):,.1f} MB/s"
        left = f", {_spoken(self.left)} left" if self.left is not None else ""
        return f"{files}{failed}{speed}{left}"


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


class Line:
    """The figures as one line on stderr, when a person looks."""

    def __init__(self) -> None:
        self.on = sys.stderr.isatty()
        self._shown = False

    def show(self, progress: object) -> None:
        """The line says something new."""
        if self.on:
            print(f"\r\033[K{progress}", end="", file=sys.stderr, flush=True)
            self._shown = True

    def clear(self) -> None:
        """The line is left to a message."""
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._shown = False
