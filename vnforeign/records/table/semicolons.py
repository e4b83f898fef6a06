"""Tables whose cells semicolons part, as a spreadsheet is exported: a line of heads, and lines with as many cells below it."""

from __future__ import annotations

import re

from ...text import View
from .cell import Row, Span, cell
from .columns import FIGURE
from .header import is_head
from .heads import is_known
from .layout import Grid
from .tried import Tried

_MARK = re.compile(r" ?; ?")
_DATA = re.compile(r"\d")
_LONGEST = 400  # characters of a row
_MOST = 5_000  # rows
_LEAST = 3  # columns, or rows of two


def parted(view: View, lines: list[Span], at: int, tried: Tried) -> Grid | None:
    """The rows from a line of heads on; None where no line with as many cells follows, or rows hold other cells than figures."""
    head = _cut(view, lines[at]) if tried.may(at) else []
    if len(head) < 2 or not head[0].pieces or any(_DATA.search(each.text) and not is_known(each.text) for each in head):
        return None
    rows, end = [head], at + 1
    while end < len(lines) and len(rows) < _MOST and view.text.count("\n", lines[end - 1][1], lines[end][0]) < 2:
        row = _cut(view, lines[end])
        if len(row) != len(head):
            break
        rows.append(row)
        end += 1
    tried.read(at, end)
    below = rows[2 if len(rows) > 1 and not _figures(rows[1]) and not rows[1][0].pieces else 1 :]
    figures = [each for each in map(_figures, below) if each]
    filled = sum(bool(each.pieces) for row in below for each in row[1:])
    if not figures or 2 * sum(figures) < filled or any(_has_words(row) for row in below) or len(head) + len(rows) <= _LEAST + 1:
        return None  # of items, which are told from lists elsewhere
    if not is_head([head], 0) and len(figures) < 2:
        return None
    return Grid(rows, lines[at][0], end)


def _figures(row: Row) -> int:
    return sum(bool(FIGURE.fullmatch(each.text)) for each in row[1:])


def _has_words(row: Row) -> bool:
    """Whether a row holds words, and more of them than what heads a group."""
    return not _figures(row) and sum(bool(each.pieces) for each in row) > 2


def _cut(view: View, line: Span) -> Row:
    start, end = line
    if end - start > _LONGEST or ";" not in view.text[start:end]:
        return []
    cells, at = [], start
    for match in _MARK.finditer(view.text, start, end):
        cells.append(cell(view, at, match.start()))
        at = match.end()
    return [*cells, cell(view, at, end)]


__all__ = ["parted"]
