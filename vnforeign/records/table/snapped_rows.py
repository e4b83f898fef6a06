"""Where the rows of a table end whose cells hold line ends: the way to part its lines into rows that fill the columns best."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ..countries import country_named, names
from .cell import EMPTY, SUM, Cell, Row, joined
from .header import ORDER
from .interleaved import worth
from .laid import laid, value_of
from .numbers import openings
from .takes import is_open

_PIECES = 24  # lines of a row
_PAGE = re.compile(r"\W{0,3}(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})?\W{0,3}|\((?:tiếp|tiếp theo)\)", re.IGNORECASE)
_FIGURE = re.compile(r"[-–]?\d[\d.,]*|[-–]")
_MARK = re.compile(r"(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)/]?")
_MARKED = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/] ?\S")
_QUOTED = re.compile(r'"([^"]+)"')
_WHOLE = 2.0  # what a row of all cells is worth for that
_NUMBERED = 2.0  # a row that its number opens
_EMPTY = -0.3  # what an empty cell costs
_LINE, _ON = -0.1, 0.4  # what a line more costs, and what one is worth that goes on
_APART = -0.7  # what a blank line inside a row costs
_JUNK, _PAGE_END = -3.0, -0.3  # what a line that is of no row costs
_TORN = 2.0  # what a quotation costs that is not closed
_NEVER = -1e9
_SURE, _STRAY = 0.6, 0.1  # of the rows are to be whole, and may be pieces of others
_TAIL = 60  # characters of what goes on with the last cell of all
_SAID = 100  # characters of the words of a group


class Line(msgspec.Struct):
    """The cells of a line, none where the heads are said again; ``apart`` is how many line ends stand above it."""

    cells: Row
    apart: int


class Arc(msgspec.Struct):
    """Lines up to ``end`` that are one row, or none; whether it is an item's, or of sums."""

    end: int
    value: float
    row: Row | None = None
    item: bool = False
    start: int = 0

    @property
    def sum(self) -> bool:
        return any(SUM.match(each.text) for each in (self.row or [])[:2])


class Body:
    """The rows of lines below heads: ``rows``, the index of the line behind them, and whether they can be told.
    ``edges`` says whether marks stand before the first and behind the last heads.
    """

    def __init__(self, lines: list[Line], shapes: list[str], edges: tuple[bool, bool]) -> None:
        self._lines, self._shapes, self._edges = lines, shapes, edges
        self._ordered = shapes[0] == "order"
        self._opens = openings([each.cells for each in lines]) if self._ordered else set[int]()
        self._tail = max((at + 1 for at, line in enumerate(lines) if len(line.cells) > 1), default=0)
        path = self._path()
        self.end = path[-1].end if path else 0
        self.rows = [row for each in path if each.row and (row := self._final(each))]
        self.is_sure = self._is_sure(path)

    def _is_sure(self, path: list[Arc]) -> bool:
        """Whether rows are broken, and most of them whole; a line that fills no columns holds pieces of the cells above it."""
        items = [each for each in path if each.item]
        whole = [each for each in items if each.value > 0]
        size = len(self._shapes)
        broken = any(each.end - each.start > 1 or len(each.row or []) < size for each in whole)
        pieces = sum(each.end - each.start == 1 or not (each.row and each.row[0].pieces) for each in items if each.value <= 0)
        read = sum(each.end - each.start for each in path if each.row)
        told = len(whole) > 1 and len(whole) >= _SURE * len(items) and read >= _SURE * self.end
        return broken and told and pieces <= _STRAY * len(items)

    def _path(self) -> list[Arc]:
        """The best way to part the lines, up to the last row."""
        size = len(self._lines)
        values = [0.0] + [_NEVER] * size
        back: list[Arc | None] = [None] * (size + 1)
        for at in range(size):
            for arc in self._arcs(at):
                if values[at] + arc.value > values[arc.end]:
                    values[arc.end], back[arc.end] = values[at] + arc.value, arc
                    arc.start = at
        end = max(range(size + 1), key=lambda one: (values[one], -one))
        found: list[Arc] = []
        while (last := back[end]) is not None:
            found.append(last)
            end = last.start
        while found and not (found[0].item or found[0].sum):
            del found[0]  # what stands below
        return found[::-1]

    def _arcs(self, at: int) -> Iterator[Arc]:
        line = self._lines[at]
        said = [each for each in line.cells if each.pieces]
        if not said:
            yield Arc(at + 1, 0.0)
            return
        page = len(said) == 1 and bool(_PAGE.fullmatch(said[0].text))
        yield Arc(at + 1, _PAGE_END if page else _JUNK)
        if page and len(line.cells) > 1:
            return
        yield from self._groups(at)
        yield from self._items(at)

    # --- rows of items

    def _items(self, at: int) -> Iterator[Arc]:
        if self._ordered and at not in self._opens and not self._may_open(self._lines[at].cells):
            return
        row, size, cost = self._lines[at].cells, len(self._shapes), 0.0
        for end in range(at + 1, min(at + _PIECES, len(self._lines)) + 1):
            if end > at + 1:
                line = self._lines[end - 1]
                if end - 1 in self._opens or not line.cells or (len(row) >= size and self._is_below(end - 1)):
                    return
                cost += _LINE + _ON * _goes_on(row[-1].text, line.cells[0].text) + _APART * (line.apart > 1)
                row = [*row[:-1], joined(row[-1], line.cells[0]), *line.cells[1:]]
            if len(row) > size + 2:
                return
            if (arc := self._item(_unquoted(_edged(row, size, self._edges)), at in self._opens)) is not None:
                yield Arc(end, arc[0] + cost, arc[1], True)

    def _is_below(self, at: int) -> bool:
        """Whether a line behind a whole row does not go on with its last cell."""
        line = self._lines[at]
        words = line.cells[0].text
        return line.apart > 1 or (at >= self._tail and (len(words) > _TAIL or words.endswith((".", ";", ":", "/."))))

    def _may_open(self, cells: Row) -> bool:
        """Whether a line without the number that is next may yet open a row of all cells: a group's, a sum's."""
        return not cells[0].pieces or bool(ORDER.fullmatch(cells[0].text))

    def _item(self, row: Row, opened: bool) -> tuple[float, Row] | None:
        size, least = len(self._shapes), max(3, (len(self._shapes) + 1) // 2)
        if opened and len(row) < size and (parted := _parted(row)):
            row = parted
        if len(row) == size:
            return _WHOLE + self._whole(row, opened), row
        if least <= len(row) < size and (opened or not self._ordered):
            return value_of(row, self._shapes), row
        return None

    def _whole(self, row: Row, opened: bool) -> float:
        first = _NUMBERED if opened else 0.0 if self._ordered else _value(self._shapes[0], row[0].text)
        return first + sum(_value(shape, each.text) for shape, each in zip(self._shapes[1:], row[1:], strict=True))

    def _final(self, arc: Arc) -> Row | None:
        """The cells of a row under their columns; None where too much of them may stand elsewhere."""
        row = arc.row or []
        if not arc.item or len(row) == len(self._shapes):
            return row if arc.value > 0 or not arc.item else None
        return laid(row, self._shapes)

    # --- groups and sums

    def _groups(self, at: int) -> Iterator[Arc]:
        row = self._lines[at].cells
        if (arc := self._group(row)) is not None:
            yield Arc(at + 1, *arc)
        below = self._lines[at + 1].cells if at + 1 < len(self._lines) else []
        if below and below[0].text[:1].islower() and (arc := self._group([*row[:-1], joined(row[-1], below[0]), *below[1:]])):
            yield Arc(at + 2, *arc)

    def _group(self, row: Row) -> tuple[float, Row] | None:
        """What a row that heads others or holds sums is worth: words, perhaps a mark before and figures behind them."""
        said = [each for each in row if each.pieces]
        mark = said[0] if len(said) > 1 and _MARK.fullmatch(said[0].text) else None
        words, *rest = said[1:] if mark else said
        sum_ = bool(SUM.match(words.text))
        if len(words.text) > _SAID or not all(_FIGURE.fullmatch(each.text) for each in rest) or _FIGURE.fullmatch(words.text):
            return None
        figures = [at for at, shape in enumerate(self._shapes) if shape == "figure"]
        value = _of_group(words.text) if not mark else 1.0
        made = [EMPTY] * len(self._shapes)
        made[0 if not self._ordered else 1] = words
        if mark and self._ordered:
            made[0] = mark
        if rest and len(rest) != len(figures):
            return (0.0, [] if sum_ else made) if mark or sum_ else None
        for at, each in zip(figures, rest, strict=False):
            made[at] = each
        if not rest and not mark:
            made = [words, *[EMPTY] * (len(self._shapes) - 1)]
        return value + bool(rest), made


def _of_group(words: str) -> float:
    marked = SUM.match(words) or _MARKED.match(words) or words.isupper() or country_named(words) in names().values()
    return 1.0 if marked else -0.8


@lru_cache(65536)
def _value(shape: str, said: str) -> float:
    return worth(shape, said) - _TORN * (said[:1] == '"' and said.count('"') % 2) if said else _EMPTY


def _goes_on(above: str, words: str) -> bool:
    """Whether the words of a line go on with those above."""
    return words[:1].islower() or words[:1] in ("(", "-") or is_open(above)


def _edged(row: Row, size: int, edges: tuple[bool, bool]) -> Row:
    """A row without the marks at its edges that the heads have too, or that are too many."""
    if (edges[1] or len(row) > size) and len(row) > 1 and not row[-1].pieces:
        row = row[:-1]
    return row[1:] if (edges[0] or len(row) > size) and len(row) > 1 and not row[0].pieces else row


def _parted(row: Row) -> Row | None:
    """A row whose number a blank parts from its first words."""
    match = re.match(r"\d{1,3}[.)/]?(?= \S)", row[0].text)
    if match is None or len(row[0].pieces) == 0:
        return None
    start = row[0].start
    number = Cell(match[0], ((start, start + match.end()),))
    words = Cell(row[0].text[match.end() :].strip(), ((start + match.end() + 1, row[0].pieces[0][1]), *row[0].pieces[1:]))
    return [number, words, *row[1:]]


def _unquoted(row: Row) -> Row:
    """Cells without the quotation marks that a spreadsheet puts around those with line ends."""
    return [
        Cell(match[1].strip(), ((each.start + 1, each.end - 1),))
        if len(each.pieces) == 1 and (match := _QUOTED.fullmatch(each.text))
        else each
        for each in row
    ]


__all__ = ["Body", "Line"]
