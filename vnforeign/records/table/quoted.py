"""Tables as a spreadsheet copies them: cells between tabs, those with line ends of their own in quotation marks."""

from __future__ import annotations

import re

from ...text import View
from .cell import Row, Span, cell
from .layout import Grid
from .tried import Tried

_QUOTED = re.compile(r"[\"“](?P<said>(?:[^\"“”\n]|\"\"|\n(?!\n)){1,1500})[\"”](?=[\t\n]|\Z)")
_PLAIN = re.compile(r"[^\t\n]{0,600}")
_LEAST = 3  # cells of a row
_MOST = 2_000  # rows
_WIDEST = 140  # characters of a line between rows that is one cell: ``I. Lĩnh vực y tế``


def quoted(view: View, lines: list[Span], at: int, tried: Tried) -> Grid | None:
    """The table that begins at a line; None where no cell of it stands in quotation marks over several lines."""
    begin, end = view.span(*lines[at])
    source, place = view.source, begin
    if not tried.may(begin) or source.count("\t", place, end) < _LEAST - 1 or '"' not in source and "“" not in source:
        return None
    rows: list[Row] = []
    broken = False
    while place < len(source) and len(rows) < _MOST:
        row, behind, torn = _row(view, place)
        if len(row) == 1 and not _leads(source, place, behind):
            break
        rows.append(row)
        broken, place = broken or torn, behind + 1
    if not broken:
        tried.read(begin, place, 0)
        return None
    tried.read(begin, place)
    if len(rows) < 2:
        return None
    last = view.place(place - 1)
    return Grid(rows, lines[at][0], next((one for one in range(at, len(lines)) if lines[one][0] >= last), len(lines)), 1)


def _row(view: View, place: int) -> tuple[Row, int, bool]:
    """The cells from a place of the source on, where their row ends, and whether one of them stands on several lines."""
    source, cells, torn = view.source, Row(), False
    while True:
        match = _QUOTED.match(source, place)
        start, end = match.span("said") if match else (place, _end(source, place))
        torn = torn or (match is not None and "\n" in match["said"])
        cells.append(cell(view, view.place(start), view.place(end)))
        place = match.end() if match else end
        if source[place : place + 1] != "\t":
            behind = source.find("\n", place)
            return cells, len(source) if behind < 0 else behind, torn
        place += 1


def _end(source: str, place: int) -> int:
    match = _PLAIN.match(source, place)
    return match.end() if match else place


def _leads(source: str, place: int, end: int) -> bool:
    """Whether a short line without tabs heads the rows below it."""
    below = source.find("\n", end + 1)
    tabs = source.count("\t", end + 1, len(source) if below < 0 else below)
    return 0 < len(source[place:end].strip()) < _WIDEST and tabs >= _LEAST - 1


__all__ = ["quoted"]
