"""Columns that single blanks may part: where no line, or hardly any, has a letter, from the head down to the last row."""

from __future__ import annotations

import re

from ...text import View
from .cell import Cell, Span, cell
from .heads import is_known

Placed = list[tuple[int, int, Cell]]  # where a cell begins and ends in its line

_ORDER = re.compile(r"\s*[A-ZĐ]?\d{1,3}[.)]?\s")  # the number of a row
_LEAST = 3  # columns
_LINES = 4  # of a table at least
_HEADS = 5  # lines of a head at most
_ACROSS = 0.08  # of the lines may have letters in a river: what heads a group of rows
_WIDEST = 600  # characters of a line


def parted(view: View, source: list[Span], gapped: int) -> list[Placed] | None:
    """The cells of each line by rivers of blanks; None where these give no more columns than wide gaps do in the head, or heads
    that nobody knows.
    """
    lines = [view.source[start:end] for start, end in source]
    if len(lines) < _LINES or max(map(len, lines)) > _WIDEST:
        return None
    columns = _named(lines, _columns(lines))
    if len(columns) <= max(gapped, _LEAST - 1):
        return None
    return [_cells(view, start, line, columns) for (start, _), line in zip(source, lines, strict=True)]


def _columns(lines: list[str]) -> list[Span]:
    told = [line for line in lines if "  " in line.strip()]  # one cell alone may stand across all
    filled = [0] * max(map(len, lines))
    for line in told:
        for match in re.finditer(r"\S+", line):
            for at in range(*match.span()):
                filled[at] += len(told) if line is lines[0] else 1  # no river runs through the head
    most = _ACROSS * len(told)
    marks = "".join("x" if count > most else " " for count in filled)
    return [match.span() for match in re.finditer("x+", marks)]


def _named(lines: list[str], columns: list[Span]) -> list[Span]:
    """The columns whose heads are known; two are one where only their heads together are. Empty where most stay unknown."""
    first = next((at for at, line in enumerate(lines) if _ORDER.match(line)), 1)
    heads = lines[: max(1, min(first, _HEADS))]
    found: list[Span] = []
    for start, end in columns:
        apart = found and _is_head(heads, found[-1]) and _is_head(heads, (start, end))
        if found and not apart and _is_head(heads, (found[-1][0], end)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    known = sum(_is_head(heads, each) for each in found)
    return found if 4 * known >= 3 * len(found) else []


def _is_head(heads: list[str], column: Span) -> bool:
    return is_known(" ".join(" ".join(line[slice(*column)] for line in heads).split()))


def _cells(view: View, start: int, line: str, columns: list[Span]) -> Placed:
    """The cells of a line; a word across a river belongs to the column that it begins in."""
    found: Placed = []
    at = 0
    for place, (first, _) in enumerate(columns):
        end = columns[place + 1][0] if place + 1 < len(columns) else len(line)
        while 0 < end < len(line) and not line[end - 1].isspace():
            end += 1
        first, at = max(first, at), max(end, at)
        if words := line[first:at].strip():
            began = first + len(line[first:at]) - len(line[first:at].lstrip())
            held = cell(view, view.place(start + began), view.place(start + began + len(words)))
            found.append((began, began + len(words), held))
    return found
