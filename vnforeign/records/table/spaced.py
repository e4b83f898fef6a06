"""Rows of print that blank lines part: all lines between two of them are one row, however its cells are broken."""

from __future__ import annotations

import re

from ...text import View
from .cell import EMPTY, Row, Span, cell, joined
from .rivers import Placed

_CELL = re.compile(r"\S(?:[^\n]*?\S)??(?=\s{2,}|\s*$)")
_LEAST = 3  # rows
_TALLEST = 12  # lines of one
_LONG = 0.3  # of the rows have several lines


def spaced(view: View, source: list[Span]) -> list[Row]:
    """The head and the rows of lines that blank lines part, each row with a cell in all columns in its first line; else none."""
    blocks = _blocks(view, source)
    if len(blocks) <= _LEAST or len(blocks[0]) != 1 or any(len(each) > _TALLEST for each in blocks):
        return []
    heads, rows = blocks[0][0], blocks[1:]
    long = sum(len(each) > 1 for each in rows)
    if len(heads) < 2 or long < max(2, _LONG * len(rows)) or any(len(each[0]) != len(heads) for each in rows):
        return []
    starts = [min(line[at][0] for line in (heads, *(each[0] for each in rows))) for at in range(len(heads))]
    ends = [max(line[at][1] for line in (heads, *(each[0] for each in rows))) for at in range(len(heads))]
    if any(end >= start for end, start in zip(ends, starts[1:], strict=False)):
        return []  # columns that are not apart
    return [_row(each, starts) for each in blocks]


def _blocks(view: View, source: list[Span]) -> list[list[Placed]]:
    """The lines with their cells, those together that no blank line parts."""
    found: list[list[Placed]] = []
    behind = -1
    for start, end in source:
        line = [
            (match.start() - start, match.end() - start, cell(view, view.place(match.start()), view.place(match.end())))
            for match in _CELL.finditer(view.source, start, end)
        ]
        if behind < 0 or view.source.count("\n", behind, start) > 1:
            found.append([])
        behind = end
        found[-1] += [line] if line else []
    return [each for each in found if each]


def _row(lines: list[Placed], starts: list[int]) -> Row:
    """Each cell in the last column that begins no further right."""
    row: Row = [EMPTY] * len(starts)
    for line in lines:
        for start, _, each in line:
            at = max((at for at, edge in enumerate(starts) if edge <= start), default=0)
            row[at] = joined(row[at], each) if row[at].pieces else each
    return row


__all__ = ["spaced"]
