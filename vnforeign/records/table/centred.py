"""Rows whose number stands in the middle of their lines: where one ends and the next begins is told by how their words go on."""

from __future__ import annotations

import itertools
import re
from functools import reduce

from .cell import SUM, Row, joined
from .wrapped import OPEN

_MARK = re.compile(r"\d{1,3}[.)]?|(?:số )?s?tt", re.IGNORECASE)
_LEAST = 3  # numbers, with that of the head
_ASKEW = 0.4  # what a line more above the number than below it costs


def centred(rows: list[Row]) -> list[Row] | None:
    """The lines of a table put together as rows around their numbers; None where rows begin with the line of their number."""
    marks = [at for at, row in enumerate(rows) if len(row) > 1 and (_MARK.fullmatch(row[0].text) or _is_sum(row))]
    if len(marks) < _LEAST:
        return None
    starts = [0]
    for one, two in itertools.pairwise(marks):
        wanted = 2 * one - starts[-1] + 1  # as many lines below a number as above it
        starts.append(
            min(
                range(one + 1, two + 1),
                key=lambda at: (_broken(rows, at) + _ASKEW * max(abs(at - wanted) - 1, 0), abs(at - wanted)),
            )
        )
    if 2 * (sum(_broken(rows, at) for at in marks[1:]) - sum(_broken(rows, at) for at in starts[1:])) < len(marks):
        return None
    found: list[Row] = []
    for first, last in zip(starts, [*starts[1:], len(rows)], strict=True):
        alone = [row for row in rows[first:last] if len(row) == 1]
        lines = [row for row in rows[first:last] if len(row) > 1]
        found += [*alone, reduce(_together, lines)]
    return found


def _together(above: Row, row: Row) -> Row:
    return [joined(one, two) for one, two in zip(above, row, strict=True)]


def _is_sum(row: Row) -> bool:
    return bool(SUM.match(next((each.text for each in row if each.pieces), "")))


def _broken(rows: list[Row], at: int) -> int:
    """How many cells a row that begins with a line would tear: those that open in small letters, those above that are open."""
    torn = sum(each.text[:1].islower() or each.text[:1] in "(&" for each in rows[at] if each.pieces)
    return torn + sum(bool(OPEN.search(each.text)) for each in rows[at - 1] if each.pieces)
