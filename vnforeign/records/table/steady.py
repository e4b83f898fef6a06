"""Tables of figures with a cell a line, told by their beat: so many heads, then a label and one figure less, again and again."""

from __future__ import annotations

import re

from ...text import View
from .cell import Row, Span, cell
from .heads import is_known
from .layout import Grid
from .topics import topic

_FIGURE = re.compile(r"\d[\d., ]*%?|[-–x.]{1,3}|0")
_LONGEST = 70  # characters of a head or label
_COLUMNS = 3  # of the smallest such table
_TALLEST = 16  # heads
_LEAST = 2  # rows


def steady(view: View, lines: list[Span], at: int) -> Grid | None:
    """The table whose first head stands on a line."""
    first = at + 1
    while first < len(lines) and first - at <= _TALLEST and not _is_figure(view, lines, first):
        if not _is_short(lines[first]):
            return None
        first += 1
    size = first - 1 - at
    if size < _COLUMNS or not _is_short(lines[at]) or not _is_row(view, lines, first - 1, size):
        return None
    heads = [cell(view, *line) for line in lines[at : first - 1]]
    if 2 * sum(is_known(each.text) or bool(topic(each.lower)) for each in heads) < len(heads):
        return None
    rows: list[Row] = []
    place = first - 1
    while _is_row(view, lines, place, size):
        rows.append([cell(view, *line) for line in lines[place : place + size]])
        place += size
    return Grid([heads, *rows], lines[at][0], place, 1) if len(rows) >= _LEAST else None


def _is_row(view: View, lines: list[Span], at: int, size: int) -> bool:
    """Whether a label stands on a line, and figures, one less than there are heads, on those below it."""
    if at + size > len(lines) or _is_figure(view, lines, at) or not _is_short(lines[at]):
        return False
    below = all(_is_figure(view, lines, one) for one in range(at + 1, at + size))
    return below and not (at + size < len(lines) and _is_figure(view, lines, at + size))


def _is_figure(view: View, lines: list[Span], at: int) -> bool:
    return bool(_FIGURE.fullmatch(view.text[slice(*lines[at])].strip()))


def _is_short(line: Span) -> bool:
    return line[1] - line[0] <= _LONGEST


__all__ = ["steady"]
