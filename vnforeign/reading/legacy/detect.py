"""Which encoding each line is in: the words that are Vietnamese syllables in one and in no other decide.

A line whose best encodings are equal follows the line before it, or the whole document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from .codec import COUNTS, votes
from .tables import ENCODINGS

#: The name for a line that is right as it stands, and its bit among the votes.
UNICODE = "utf-8"
NAMES = (*ENCODINGS, UNICODE)

_SHARE = 0.5  # of the words with other letters than ASCII, so many must be Vietnamese
_NEAR = 3  # from so many votes on, one less is as good
_CLEAR = 2  # so many votes more than any other make a line that others follow


class Line(msgspec.Struct):
    """One line's tally: ``counts`` of votes in the order of NAMES, ``words`` that could vote, ``encoding`` once it is decided."""

    counts: tuple[int, ...]
    words: int
    encoding: str | None = None

    def best(self) -> list[str]:
        """The encodings that most words speak for, or nearly so; none where too few words speak for any."""
        most = max(self.counts)
        if most == 0 or most < _SHARE * self.words:
            return []
        if self.counts[-1] == most:
            return [UNICODE]
        least = most - (most >= _NEAR)
        return [name for name, count in zip(NAMES, self.counts, strict=True) if count >= least]

    def clear(self) -> str | None:
        """The encoding that far more words speak for than for any other."""
        first, second = sorted(self.counts)[:-3:-1]
        name = NAMES[self.counts.index(first)]
        return name if first - second >= _CLEAR and first >= _SHARE * self.words else None


def tally(words: Iterable[str], unicode: bool = True) -> Line:
    """The votes of a line's words; without ``unicode`` none is right as it stands."""
    known = votes()
    masks = Counter(map(known.__getitem__, words))
    counts = [0] * len(NAMES)
    for mask, times in masks.items():
        for bit in range(len(NAMES)):
            counts[bit] += times * (mask >> bit & 1)
    counts[-1] *= unicode
    return Line(tuple(counts), sum(times for mask, times in masks.items() if mask & COUNTS))


def decide(lines: list[Line]) -> None:
    """Gives every line that has a candidate its encoding; lines that have one already stay."""
    clear = [line.encoding or line.clear() for line in lines]
    totals = Counter({name: sum(line.counts[at] for line in lines) for at, name in enumerate(NAMES)})
    before = _nearest(clear)
    after = _nearest(clear[::-1])[::-1]
    for line, *near in zip(lines, clear, before, after, strict=True):
        best = line.best() if line.encoding is None else []
        if best:
            choices = [name for name in near if name in best]
            line.encoding = choices[0] if choices else max(best, key=lambda name: (totals[name], line.counts[NAMES.index(name)]))


def _nearest(clear: list[str | None]) -> list[str | None]:
    """For each line the encoding of the nearest clear one before it."""
    last: str | None = None
    nearest: list[str | None] = []
    for name in clear:
        nearest.append(last)
        last = name or last
    return nearest
