"""What the rules hand to the second pass: a title, a run as it was read; and the spans of other kinds that it asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import msgspec

from ...rule import Found
from .names import Word


class Title(msgspec.Struct, frozen=True, gc=False):
    """What the lexicon says of a title: its kind, the title in lower case, its length."""

    kind: str
    said: str
    length: int


class Reading(msgspec.Struct, gc=False):
    """A run as its rule read it: how sure, its words, and the title right before it."""

    score: int
    words: list[Word]
    title: Title | None = None
    at: int = 0  # where that title stands


class Spans:
    """Spans of other kinds: which covers a place, which ends there."""

    def __init__(self, found: list[Found]) -> None:
        longest: dict[int, int] = {}
        for each in found:
            if each.end > longest.get(each.start, 0):
                longest[each.start] = each.end
        self.starts = sorted(longest)
        self.stops = [longest[start] for start in self.starts]
        self.ending = {each.end for each in found}

    def over(self, place: int) -> tuple[int, int] | None:
        """A span that holds the character at a place; of several the one that begins last or before it."""
        at = bisect_right(self.starts, place) - 1
        for here in range(at, max(-1, at - 3), -1):
            if self.stops[here] > place:
                return self.starts[here], self.stops[here]
        return None

    def between(self, low: int, high: int, most: int = 1000) -> list[tuple[int, int]]:
        """The spans that begin there, at most so many of them."""
        starts = self.starts
        found: list[tuple[int, int]] = []
        at = bisect_left(starts, low)
        while at < len(starts) and starts[at] < high and len(found) < most:
            found.append((starts[at], self.stops[at]))
            at += 1
        return found
