"""The way from a text back to what it was read from, small: sixteen bytes a run, since a text of 50 MB may have eight million."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self, overload

Run = tuple[int, int]


class Runs(Sequence[Run]):
    """Pairs (offset in the text, offset in the source) where a run of equal steps begins; as good as a tuple of them."""

    __slots__ = ("_sources", "_texts")

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._texts, self._sources = array("q"), array("q")
        for text, source in runs:
            self.add(text, source)

    @classmethod
    def read(cls, _type: type, said: Any) -> Self:
        """The runs that JSON holds. Raises TypeError, ValueError or OverflowError for anything else."""
        return cls(said)

    def add(self, text: int, source: int) -> None:
        """One more run; for who makes them."""
        self._texts.append(text)
        self._sources.append(source)

    @property
    def arrays(self) -> tuple[array[int], array[int]]:
        """The offsets in the text and those in the source, as they are kept."""
        return self._texts, self._sources

    def place(self, offset: int) -> int:
        """Where the source has an offset of the text."""
        at = bisect_right(self._texts, offset) - 1
        return offset if at < 0 else self._sources[at] + offset - self._texts[at]

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> Run: ...
    @overload
    def __getitem__(self, at: slice) -> list[Run]: ...
    def __getitem__(self, at: int | slice) -> Run | list[Run]:
        if isinstance(at, slice):
            return list(zip(self._texts[at], self._sources[at], strict=True))
        return self._texts[at], self._sources[at]

    def __iter__(self) -> Iterator[Run]:
        return zip(self._texts, self._sources, strict=True)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Runs):
            return (self._texts, self._sources) == (other._texts, other._sources)
        return tuple(self) == tuple(other) if isinstance(other, tuple | list) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self)) if len(self) < 5 else f"({self[0]}, … {len(self)} runs … {self[-1]})"
