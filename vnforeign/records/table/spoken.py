"""Tables whose cells tell their figures in words: ``Đoàn ra | 13 đoàn, 86 lượt người | Giảm 94 đoàn``.

A row of theirs says what a list's item says, ``Đoàn ra: 13 đoàn, 86 lượt người``, and is read as such.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .beside import edtf
from .cell import Span
from .columns import FIGURE
from .kind import Column
from .read import Line, Table
from .topics import topic

_ASIDE = frozenset({"order", "compare", "note", "plan"})
_VALUES = frozenset({"value", "earlier", ""})
_WORDED = 0.2  # of the cells tell more than one number
_LEAST = 3  # rows, where heads do not say it, and kinds of what they count
_TOLD = re.compile(r"\d")
_TWO = 2  # columns: labels, and what is told of them
_GROUP = re.compile(r"^\W*(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})[.)/-]?\s+")


class Row(NamedTuple):
    """A row: where its label begins and ends, where its words begin and end, what heads it, its time and where that is said."""

    start: int
    colon: int
    value: int
    end: int
    group: str
    time: str
    said: Span


def rows(table: Table, text: str) -> list[Row]:
    """The rows of a table that tells its figures in words; none of other tables."""
    at = _columns(table)
    if at is None or not table.heads or table.form or table.planned:
        return []
    cells = [line.cells[at[1]] for line in table.lines if line.cells[at[1]].says]
    told = [each for each in cells if _TOLD.search(each.text)]
    worded = [each for each in told if not FIGURE.fullmatch(each.text)]
    if 2 * len(told) < len(cells) or len(worded) < _WORDED * len(table.lines):
        return []
    time, said = _time(table, table.columns[at[1]], text)
    return [row for line in table.lines if (row := _row(line, *at, time, said))]


def _columns(table: Table) -> tuple[int, int] | None:
    """The column of labels and the one of what is told, where the others only compare, plan or number."""
    held = [at for at, each in enumerate(table.columns) if each.role not in _ASIDE]
    if len(held) != _TWO or table.columns[held[0]].numeric:
        return None
    label, value = (table.columns[at] for at in held)
    if value.role not in _VALUES or (value.meanings and not value.role):
        return None
    said = label.role == "label" and value.role == "value"
    topics = {found for line in table.lines if (found := topic(line.cells[held[0]].lower))}
    is_labelled = said or (len(table.lines) >= _LEAST and (label.role == "label" or not table.kind or len(topics) >= _LEAST))
    return (held[0], held[1]) if is_labelled else None


def _time(table: Table, column: Column, text: str) -> tuple[str, Span]:
    """The time that the head of what is told names, else the nearest title."""
    spots = [(column.head, each) for each in column.spans[:1]] + [(text[a:b].lower(), (a, b)) for a, b in table.titles[:2]]
    return next(((found, spot) for words, spot in spots if (found := edtf(words))), ("", (0, 0)))


def _row(line: Line, label: int, value: int, time: str, said: Span) -> Row | None:
    one, two = line.cells[label], line.cells[value]
    if not (one.says and two.says) or len(one.pieces) > 1 or len(two.pieces) > 1 or two.start <= one.end:
        return None
    group = _GROUP.sub("", line.groups[-1].lower) if line.groups else ""
    return Row(one.start, one.end, two.start, two.end, group, time, said)


__all__ = ["Row", "rows"]
