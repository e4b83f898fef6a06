"""Lines of print put together as rows by one choice for the whole table: where the numbers of rows stand, whether cells stand at
the top, in the middle or at the bottom of their rows, which words go on, which lines had room for the next word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache, reduce
from itertools import pairwise

import msgspec

from ..countries import country_named, names
from .cell import EMPTY, SUM, Cell, Row, Span, joined
from .columns import FIGURE
from .header import ORDER
from .pairs import Pair, go_together
from .takes import is_open

_FAR = 2  # characters
_TALLEST = 14  # lines of a row
_ROW, _EMPTY = 0.5, 0.4  # what a row costs, and an empty cell of it
_ASKEW, _HOLE = 0.8, 0.9  # a line that a cell stands off its place; lines left out within a cell
_SMALL, _OPEN = 1.0, 1.0  # a cell that opens in small letters; one that ends open
_FRESH, _ROOM = 0.6, 0.8  # a line that opens as a cell does; one whose first word the line above had room for
_SHIFT = 0.8  # a line that neither begins nor has its middle below those of the line above
_WHOLE = 1.5  # a figure, a day or a country more in a cell
_MUCH = 0.3  # of a line: room that counts twice
_GROUP = 0.8  # what a line costs that heads the rows below it
_WAYS = ("top", "middle", "upper", "lower", "bottom")  # where cells stand in their rows
_BLANK = 0.8  # a blank line between two rows
_TOO_MUCH = 25.0  # of a row that no longer one is better than
_STRANGE = 4.0  # a second number in a row, a row without one where others have one
_FIT = 0.85  # of the longest line of a column a line may take
_ALONE: frozenset[Pair] = frozenset()  # but for the pairs of terms
_STEP = 2  # lines of print from a line of a cell to the next: cells in the middle may stand half a line off


class Line(msgspec.Struct, frozen=True):
    """A line of print: its cells with their places, whether blank lines stand above it, whether it is a row of its own."""

    cells: tuple[Cell, ...]
    places: tuple[Span, ...]
    after_blank: bool = False
    alone: bool = False


class Stack:
    """The lines of a table below its head."""

    def __init__(self, lines: list[Line], numbered: bool) -> None:
        self.lines, self.numbered = lines, numbered
        self.marked = [numbered and bool(each.cells[0].pieces) and bool(ORDER.fullmatch(each.cells[0].text)) for each in lines]
        self.sums = [bool(SUM.match(next((one.text for one in each.cells if one.pieces), ""))) for each in lines]
        blank = sum(each.after_blank for each in lines)
        self.tells = 0 < blank < 0.8 * len(lines)

    @cached_property
    def widths(self) -> list[float]:
        """How long the lines of each column may be."""
        columns = zip(*(each.cells for each in self.lines), strict=True)
        return [_FIT * max(len(each.text) for each in column) for column in columns]

    def rows(self) -> list[Row]:
        """The rows, with cells at their top, in their middle or at their bottom as it costs least."""
        best = [[(0.0, 0)] for _ in _WAYS]  # for each way what the lines before one cost, and where their last row begins
        for last in range(1, len(self.lines) + 1):
            ends = list(self._rows_to(last))
            for way, held in enumerate(best):
                held.append(min((held[first][0] + cost + off[way], first) for first, cost, off in ends))
        held = min(best, key=lambda each: each[-1][0])
        found, at = list[Row](), len(self.lines)
        while at:
            found.append(self._row(held[at][1], at))
            at = held[at][1]
        return found[::-1]

    def _row(self, first: int, last: int) -> Row:
        columns = zip(*(each.cells for each in self.lines[first:last]), strict=True)
        return [reduce(joined, (each for each in column if each.pieces), EMPTY) for column in columns]

    def _rows_to(self, last: int) -> Iterator[tuple[int, float, list[float]]]:
        """The rows that may end before a line: where they begin, what they cost, and what they cost more in each way."""
        inner = 0.0
        for first in range(last - 1, max(-1, last - 1 - _TALLEST), -1):
            if first < last - 1:
                if self.lines[first].alone or self.lines[first + 1].alone:
                    return
                if self.marked[first] and any(self.marked[first + 1 : last]):
                    return
                inner += _BLANK * (self.tells and self.lines[first + 1].after_blank)
            cost, off = self._cost(first, last)
            yield first, inner + cost, off
            if cost > _TOO_MUCH:
                return

    def _cost(self, first: int, last: int) -> tuple[float, list[float]]:
        value, still = self._of_row(first, last)
        if still:
            return value, [0.0] * len(_WAYS)
        cells = [self._of_cell(at, first, last) for at in range(len(self.lines[first].cells))]
        held = [place for _, place in cells if place]
        return value + sum(each for each, _ in cells), [_ASKEW * sum(_off(way, *each) for each in held) for way in _WAYS]

    def _of_row(self, first: int, last: int) -> tuple[float, bool]:
        """What a row costs beside its cells, and whether that is all: of a line alone, of one that heads a group."""
        if self.lines[first].alone:
            return _ROW, True
        blank = _BLANK * (self.tells and self.lines[first].after_blank)
        if last - first == 1 and self._may_head(first):
            return _GROUP - blank, True
        marks = sum(self.marked[first:last])
        held = marks + (not marks and any(self.sums[first:last]))
        return _ROW - blank + _STRANGE * abs(held - 1) * self.numbered, False

    def _may_head(self, at: int) -> bool:
        """Whether a line may be what heads a group of rows: words of its first column alone, where rows have no numbers."""
        first, *others = self.lines[at].cells
        if self.numbered or any(each.pieces for each in others) or _goes_on(first.text) or is_open(first.text):
            return False
        if at + 1 < len(self.lines) and _goes_on(self.lines[at + 1].cells[0].text):
            return False
        return not at or not is_open(self.lines[at - 1].cells[0].text)

    def _of_cell(self, column: int, first: int, last: int) -> tuple[float, Span | None]:
        """What a cell costs, with holes, torn, with too much in it, and how many lines of its row stand above and below it."""
        held = [at for at in range(first, last) if self.lines[at].cells[column].pieces]
        if not held:
            return _EMPTY, None
        texts = [self.lines[at].cells[column].text for at in held]
        value = _SMALL * _goes_on(texts[0]) + _OPEN * is_open(texts[-1])
        value += _HOLE * sum(max(two - one - _STEP, 0) for one, two in pairwise(held))
        value += _WHOLE * max(sum(map(_is_whole, texts)) - 1, 0)
        value += sum(self._joint(one, two, column) for one, two in pairwise(held))
        return value, (held[0] - first, last - 1 - held[-1])

    def _joint(self, above: int, below: int, column: int) -> float:
        """What it costs to read two lines as one cell."""
        one, two = (self.lines[at].cells[column].text for at in (above, below))
        if is_open(one):
            return 0.0
        last, first = one.rsplit(" ", 1)[-1], two.split(" ", 1)[0]
        room = (self.widths[column] - len(one) - 1 - len(first)) / self.widths[column]
        shifted = _is_shifted(self.lines[above].places[column], self.lines[below].places[column])
        fresh = 0.0 if _goes_on(two) else _SHIFT * shifted + _FRESH * (not go_together(_ALONE, last, first))
        return fresh + (_ROOM * (1 + min(room / _MUCH, 1)) if room >= 0 else 0.0)


def _is_shifted(above: Span, below: Span) -> bool:
    return min(abs(above[0] - below[0]), abs(sum(above) - sum(below)) / 2) >= _FAR


def _off(way: str, above: int, below: int) -> float:
    """How many lines a cell stands off its place, by how many lines of its row stand above and below it."""
    if way in ("top", "bottom"):
        return above if way == "top" else below
    high = (above - below) / 2  # of what stands half a line off, a line of print is the upper or the lower one
    return max({"middle": abs(high), "upper": max(high, -high - 0.5), "lower": max(-high, high - 0.5)}[way], 0.0)


def _goes_on(words: str) -> bool:
    return words[:1].islower() or words[:1] in "(&"


@lru_cache(65536)
def _is_whole(words: str) -> bool:
    """Whether words are a cell that no page breaks: a figure, a day, a country."""
    return (bool(FIGURE.fullmatch(words)) and not is_open(words)) or country_named(words) in names().values()


__all__ = ["Line", "Stack"]
