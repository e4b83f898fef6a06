"""Figures of a run: what was read, what failed and why, how fast."""

from __future__ import annotations

from typing import Any, Self

import msgspec

from ..wording import many


class Tally(msgspec.Struct):
    """Counts that add up: files and their bytes, documents by format and encoding, failures by class."""

    files: int = 0
    bytes: int = 0
    documents: int = 0
    warned: int = 0
    formats: dict[str, int] = {}
    encodings: dict[str, int] = {}
    failures: dict[str, int] = {}

    def add(self, other: Self) -> None:
        """Takes another tally in."""
        for name in ("files", "bytes", "documents", "warned"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("formats", "encodings", "failures"):
            for each, number in getattr(other, name).items():
                count(getattr(self, name), each, number)

    @property
    def failed(self) -> int:
        """How many files or members gave no document."""
        return sum(self.failures.values())


class Summary(msgspec.Struct):
    """What a run came to: ``tally`` is of the whole output, ``fresh`` of what this run itself read, in ``seconds``;
    ``out`` is the folder with ``errors.jsonl`` and ``summary.json``."""

    tally: Tally
    fresh: Tally
    seconds: float
    workers: int
    out: str = ""

    @property
    def documents(self) -> int:
        """Documents in the output."""
        return self.tally.documents

    @property
    def failed(self) -> int:
        """Files or members that gave no document; each is in ``errors.jsonl``."""
        return self.tally.failed

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON types; names in sorted order."""
        row: dict[str, Any] = {**msgspec.to_builtins(self.tally), "failed": self.failed}
        for name in ("formats", "encodings", "failures"):
            row[name] = dict(sorted(row[name].items()))
        this = {"files": self.fresh.files, "documents": self.fresh.documents, "bytes": self.fresh.bytes}
        rates = {"seconds": round(self.seconds, 3), "documents_per_second": self._rate(self.fresh.documents)}
        return {**row, "run": {**this, **rates, "mb_per_second": self._rate(self.fresh.bytes / 1e6), "workers": self.workers}}

    def _rate(self, number: float) -> float:
        return round(number / self.seconds, 2) if self.seconds else 0.0

    def __str__(self) -> str:
        tally, rows = self.tally, [("files", f"{self.tally.files:,}"), ("documents", f"{self.tally.documents:,}")]
        for title, counts in (("format", tally.formats), ("encoding", tally.encodings), ("failed", tally.failures)):
            rows += [(f"  {title}: {name}", f"{number:,}") for name, number in sorted(counts.items())]
        if tally.warned:
            rows.append(("with warnings", f"{tally.warned:,}"))
        if tally.files > self.fresh.files:
            rows.append(("done before", many(tally.files - self.fresh.files, "file", form=",")))
        rows.append(("time", f"{self.seconds:,.1f} s, {many(self.workers, 'worker')}"))
        rows.append(("speed", f"{self._rate(self.fresh.documents):,} documents/s, {self._rate(self.fresh.bytes / 1e6):,} MB/s"))
        wide = max(len(name) for name, _ in rows)
        return "\n".join(f"{name:{wide}}  {said}" for name, said in rows)


def count(counts: dict[str, int], name: str, number: int = 1) -> None:
    """One more of a name."""
    counts[name] = counts.get(name, 0) + number
