"""Tables as a register or a spreadsheet exports them: commas, semicolons or bars between cells that may stand in quotation marks,
where a mark inside parts nothing, and heads that may be keys without signs: ``"tt","ten_doan","so_nguoi"``.
"""

from __future__ import annotations

import re

from ...text import View
from .cell import EMPTY, Cell, Row, Span, cell
from .header import again, is_head
from .keys import restored
from .layout import Grid

_QUOTED = re.compile(r"\"(?P<said>(?:[^\"]|\"\"){0,1500})\" *(?=[,;|\n]|\Z)")
_PLAIN = {mark: re.compile(rf"[^{mark}\n]{{0,1500}}") for mark in ",;|"}
_EXPORT = re.compile(r"[,;|]\"|\"[,;|]|;;|,,")  # what no list in prose has
_LEAST, _WIDEST = 3, 60  # columns
_MOST = 5_000  # rows
_SHOWN = 6  # lines that show whether they are of an export


def exported(view: View, lines: list[Span], at: int) -> Grid | None:
    """The table whose heads stand at a line; None where no mark of an export stands in it, or the rows below are not as wide."""
    start = lines[at][0]
    if not _EXPORT.search(view.text, start, lines[min(at + _SHOWN, len(lines)) - 1][1]):
        return None
    for mark in (each for each in ",;|" if view.text.count(each, *lines[at]) >= _LEAST - 1):
        head, place, _ = _row(view, start, mark)
        head = restored(head)
        if not _LEAST <= len(head) <= _WIDEST or not head[0].pieces or not is_head([head], 0):
            continue
        rows, end, sure = _rows(view, place, mark, head)
        if rows and (sure or _EXPORT.search(view.text, start, end)):
            return Grid([head, *rows], start, next((one for one in range(at, len(lines)) if lines[one][0] >= end), len(lines)), 1)
    return None


def _rows(view: View, place: int, mark: str, head: Row) -> tuple[list[Row], int, bool]:
    """The rows from a place on, as many cells in each, where the last one ends, and whether any cell stands in quotation marks.

    A row without words ends the sheet, as the heads of another do; words alone in one below which no row stands are a note.
    """
    rows: list[Row] = []
    end, sure = place, False
    while place < len(view.text) and len(rows) < _MOST and view.text[place] != "\n":
        row, place, quoted = _row(view, place, mark)
        if len(row) != len(head) or not any(each.pieces for each in row) or again(row, head):
            break
        sure = sure or quoted
        rows.append(row)
        end = place
    while rows and sum(bool(each.pieces) for each in rows[-1]) == 1:
        end = next(each.start for each in rows.pop() if each.pieces)
        end = view.text.rfind("\n", 0, end) + 1
    return rows, end, sure


def _row(view: View, place: int, mark: str) -> tuple[Row, int, bool]:
    """The cells from a place on, where the next line begins, and whether any of them stands in quotation marks."""
    text, cells, sure = view.text, Row(), False
    while True:  # up to the end of the line, or more cells than any table has
        match = _QUOTED.match(text, place)
        end = match.end() if match else _PLAIN[mark].match(text, place).end()  # type: ignore[union-attr]
        cells.append(_said(view, match) if match else cell(view, place, end))
        sure, place = sure or match is not None, end
        if text[place : place + 1] != mark or len(cells) > _WIDEST:
            return cells, min(len(text), place + 1), sure
        place += 1


def _said(view: View, match: re.Match[str]) -> Cell:
    """The words between two quotation marks; a doubled mark in them is one."""
    found = cell(view, *match.span("said"))
    return Cell(found.text.replace('""', '"'), found.pieces) if found.pieces else EMPTY


__all__ = ["exported"]
