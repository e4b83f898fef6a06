"""Which encoding each line is in: the words that are Vietnamese syllables in one and in no other decide.

A line whose best encodings are equal follows the line before it, or the whole document.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable

import msgspec

from .codec import AS_IT_STANDS, COUNTS, NUMBERS, WORD, votes
from .tables import ENCODINGS

#: The name for a line that is right as it stands, and its bit among the votes.
UNICODE = "utf-8"
NAMES = (*ENCODINGS, UNICODE)

_NUMBERS = struct.Struct(f"<{NUMBERS}I")
_SHARE = 0.5  # of the words with other letters than ASCII, so many must be Vietnamese
_NEAR = 5  # from a weight of so much on, one less is as good
_CLEAR = 2  # so many votes more than any other make a line that others follow


class Line(msgspec.Struct):
    """One line's tally: ``counts`` of votes in the order of NAMES, ``words`` that could vote, ``encoding`` once it is decided.

    ``weights`` are the votes with those of common syllables twice.
    """

    counts: tuple[int, ...]
    weights: tuple[int, ...]
    words: int
    encoding: str | None = None

    def best(self) -> list[str]:
        """The encodings that most words speak for, or nearly so; none where too few words speak for any."""
        most = max(self.counts)
        if most == 0 or most < _SHARE * self.words:
            return []
        if self.counts[-1] == most:
            return [name for name, count in zip(NAMES, self.counts, strict=True) if count == most]
        heaviest = max(self.weights)
        if heaviest <= 2:  # one word
            return [name for name, count in zip(NAMES, self.counts, strict=True) if count == most]
        least = heaviest - (heaviest >= _NEAR)
        return [name for name, weight in zip(NAMES, self.weights, strict=True) if weight >= least]

    def clear(self) -> str | None:
        """The encoding that far more words speak for than for any other."""
        first, second = sorted(self.weights)[:-3:-1]
        place = self.weights.index(first)
        return NAMES[place] if first - second >= _CLEAR and self.counts[place] >= _SHARE * self.words else None


def tally(words: Iterable[str], unicode: bool = True) -> Line:
    """The votes of a line's words; without ``unicode`` none is right as it stands."""
    total = sum(map(votes().__getitem__, words))
    numbers = _NUMBERS.unpack(total.to_bytes(_NUMBERS.size, "little"))
    stand = numbers[AS_IT_STANDS] * unicode
    counts, weights = numbers[:AS_IT_STANDS], numbers[COUNTS + 1 :]
    return Line((*counts, stand), (*weights, 2 * stand), numbers[COUNTS])


def certainty(text: str) -> float:
    """The share of a text's words with diacritics that are Vietnamese syllables (0 to 1); 1 for a text without such words."""
    line = tally(WORD.findall(text))
    return round(line.counts[-1] / line.words, 3) if line.words else 1.0


def decide(lines: list[Line]) -> None:
    """Gives every line that has a candidate its encoding; lines that have one already stay."""
    clear = [line.encoding or line.clear() for line in lines]
    totals = Counter({name: sum(line.weights[at] for line in lines) for at, name in enumerate(NAMES)})
    before = _nearest(clear)
    after = _nearest(clear[::-1])[::-1]
    for line, *near in zip(lines, clear, before, after, strict=True):
        best = line.best() if line.encoding is None else []
        if best:
            choices = [name for name in near if name in best] or [name for name in (UNICODE,) if name in best]
            line.encoding = choices[0] if choices else max(best, key=lambda name: (totals[name], line.weights[NAMES.index(name)]))


def _nearest(clear: list[str | None]) -> list[str | None]:
    """For each line the encoding of the nearest clear one before it."""
    last: str | None = None
    nearest: list[str | None] = []
    for name in clear:
        nearest.append(last)
        last = name or last
    return nearest
