"""What stands beside a mention: bounded looks at the caller's text."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain

from ..document import Document, Entity

_SENTENCE = 600  # characters that a sentence is followed to either side
#: The marks of decomposed Vietnamese; looking for each is faster than asking whether the text is normalised.
_COMBINING = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_MARKS = ("\n", ". ", "; ", "! ", "? ")


class Around:
    """A document with its entities by place and by label."""

    def __init__(self, document: Document) -> None:
        self.text, self.entities, self.passages = document.text, list(document.entities), document.passages
        self._starts = [entity.start for entity in document.entities]
        self._composed = not any(mark in self.text for mark in _COMBINING)
        self._labels: dict[str, list[int]] = {}
        for index, entity in enumerate(document.entities):
            self._labels.setdefault(entity.label, []).append(index)

    def of(self, *labels: str) -> list[int]:
        """The indices of the entities with one of the labels, in order."""
        found = self._labels.get(labels[0], [])
        if len(labels) == 1:
            return found
        return sorted(chain(found, *(self._labels.get(label, ()) for label in labels[1:])))

    def between(self, first: Entity, second: Entity) -> str:
        """The words between two entities; empty where they overlap."""
        return self.words(first.end, second.start)

    def words(self, start: int, end: int) -> str:
        """The caller's words between two offsets, composed, so that a pattern reads them however they are encoded."""
        said = self.text[max(0, start) : end]
        return said if self._composed else unicodedata.normalize("NFC", said)

    def following(self, index: int, most: int = 6) -> list[tuple[int, Entity]]:
        """The next entities that begin at or behind the end of one, with their indices."""
        first = bisect_left(self._starts, self.entities[index].end, lo=index)
        return list(enumerate(self.entities[first : first + most], first))

    @cached_property
    def breaks(self) -> list[int]:
        """Where sentences begin, but the first; finding each mark by itself is faster than a pattern for all."""
        found: list[int] = []
        for mark in _MARKS:
            at, find, width = -1, self.text.find, len(mark)
            while (at := find(mark, at + 1)) >= 0:
                found.append(at + width)
        found.sort()
        return found

    def sentence_start(self, at: int, most: int = _SENTENCE) -> int:
        """Where the sentence that an offset stands in begins, at most so many characters before it."""
        place = bisect_right(self.breaks, at)
        return max(self.breaks[place - 1] if place else 0, at - most, 0)

    def sentence_end(self, at: int, most: int = _SENTENCE) -> int:
        """Where the sentence that an offset stands in ends, at most so many characters behind it."""
        place = bisect_right(self.breaks, at)
        return min(self.breaks[place] - 1 if place < len(self.breaks) else len(self.text), at + most)

    def sentence(self, entity: Entity) -> tuple[int, int]:
        """Offsets of the sentence that holds an entity, cut at 600 characters to either side."""
        return self.sentence_start(entity.start), self.sentence_end(entity.end)

    def inside(self, start: int, end: int) -> list[tuple[int, Entity]]:
        """The entities that begin in a stretch of text, with their indices."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return list(enumerate(self.entities[first:last], first))

    def at(self, start: int, end: int, label: str) -> int | None:
        """The index of the entity with just this span and label."""
        for index, each in self.inside(start, start + 1):
            if (each.end, each.label) == (end, label):
                return index
        return None
