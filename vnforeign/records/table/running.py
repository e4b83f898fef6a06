"""Tables whose cells run on: heads in one line or wrapped over several, each row from its number on. What each column takes tells
where one cell ends and the next begins.
"""

from __future__ import annotations

import re

from ...text import View
from .cell import EMPTY, Row, Span, cell
from .cut import Word, cut, words_of
from .headlines import heads
from .interleaved import EMPTY_COST, Columns, row_of, worth
from .layout import Grid
from .numbered import NUMBER, Body, counts_columns, opens_rows
from .pairs import Pair, around
from .takes import likely, shape

_FIRST = re.compile(r"\W{0,2}(?:(?:số )?s?tt|số thứ tự)\b(?! ?:)", re.IGNORECASE)
_CLOSED = (".", ";", ":")  # what ends a sentence of rules (``TT này quy định …``), no heads
_HEADS = 400  # characters of all heads
_LINES = 40  # of all heads
_CROSSED, _SHOWN = 150, 6  # rows that are read across at most, and that show whether they are to be
_WORSE = 1.5  # what a row read across may be worth less: read in order it always finds words to fill its cells


def running(view: View, lines: list[Span], at: int) -> Grid | None:
    """The table that begins at a line ``TT …``; None where its heads are not known or its cells do not run on."""
    text = view.text
    if not _FIRST.match(text, *lines[at]):
        return None
    first = _first_row(text, lines, at)
    if (
        first is None
        or text[slice(*lines[first - 1])].rstrip().endswith(_CLOSED)
        or not (titles := heads(view, words_of(text, lines[at][0], lines[first - 1][1])))
    ):
        return None
    body = Body(text, lines, at, first + counts_columns(text, lines[first]), len(titles))
    if not body.spans or (body.is_tall and not body.broken) or body.is_as_tall_as(first - at):
        return None
    said = [each.text for each in titles]
    shapes = [shape(each, likely(said)) for each in said]
    rows = _rows(view, body.spans, shapes, around(text, lines[at][0], body.spans[-1][1]))
    return Grid([titles, *rows], lines[at][0], body.end, 1) if rows else None


def _rows(view: View, spans: list[Span], shapes: list[str], pairs: frozenset[Pair]) -> list[Row]:
    """Rows in the order of their cells, or line by line across them, as the columns take them better."""
    items = [each for each in spans if NUMBER.match(view.text, *each)]
    words = [words_of(view.text, *each) for each in items[:_CROSSED]]
    ways = [across for across in (True, False) if _crosses(view, words[:_SHOWN], shapes, across, pairs)]
    read = Columns(shapes, pairs).read(words, ways[0]) if ways else []
    known = {each: row_of(view, said, one) for each, said, one in zip(items, words, read, strict=False) if one}
    return [row for each in spans if (row := known.get(each) or _row(view, each, shapes))]


def _crosses(view: View, rows: list[list[Word]], shapes: list[str], across: bool, pairs: frozenset[Pair]) -> bool:
    """Whether rows are filled as well where each line of print holds pieces of several cells."""
    broken = [row for row in rows if sum(each.opens for each in row) > 1]
    in_order = [_filled(cut(view, (row[0].start, row[-1].end), shapes), shapes) for row in broken]
    if not broken:
        return False
    read = Columns(shapes, pairs).read(broken, across)
    crossed = [
        sum(worth(shape, text) if text else EMPTY_COST for shape, text in zip(shapes, one.texts, strict=True)) if one else 0.0
        for one in read
    ]
    return sum(crossed) > sum(in_order) - _WORSE * len(broken)


def _filled(row: Row | None, shapes: list[str]) -> float:
    """What the cells of a row are worth."""
    return sum(worth(shape, each.text) if each.pieces else EMPTY_COST for shape, each in zip(shapes, row or [], strict=False))


def _first_row(text: str, lines: list[Span], at: int) -> int | None:
    """The line that opens with the first row's number, or that numbers the columns; a group's heading may stand before it."""
    for one in range(at + 1, min(at + _LINES, len(lines))):
        if lines[one][0] - lines[at][0] > _HEADS or _FIRST.match(text, *lines[one]):
            return None
        if counts_columns(text, lines[one]) or opens_rows(text, lines, one):
            return one
    return None


def _row(view: View, span: Span, shapes: list[str]) -> Row | None:
    mark, _, words = view.text[slice(*span)].strip().partition(" ")
    if mark[:1].isdecimal() or not words:
        return cut(view, span, shapes)
    start = view.text.index(words, span[0] + len(mark))  # a group
    return [cell(view, span[0], start), cell(view, start, span[1]), *[EMPTY] * (len(shapes) - 2)]


__all__ = ["running"]
