"""The tables of a text: grids whose heads are known, their rows with the groups they stand under, and filled forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import View
from . import header
from .boxed import boxed, is_title
from .cell import EMPTY, Row, Span, is_number
from .columns import FIGURE, column, settled
from .exported import exported
from .fenced import fenced
from .flattened import fitted, listed, tall
from .form import of_rows
from .header import ORDER, again, is_head
from .heads import has_time, meanings
from .kind import Column, kind, targets
from .layout import Grid, barred, gapped, usual_size
from .legend import legend, spelled
from .line import SUM, Line, lines_of
from .made import Table
from .pages import without_pages
from .poured import Pours, better
from .quoted import quoted
from .running import running
from .semicolons import parted
from .snapped import snapped
from .steady import steady
from .stream import opens, stream
from .titles import is_planned, lines_above, unit_of
from .topics import topic
from .trailing import Trails
from .tried import Tried
from .ungridded import begins, of_form, without_grid, without_heads
from .unlined import unlined
from .wrapped import joined_rows

_ABOVE = 4000  # characters above a table in which a heading may say what it is of
_KINDS, _LABEL = 3, 60  # kinds of what is counted in a table that sums up, and characters of such a label
_SUMMED = 2  # cells of a row that may be of sums
_SHOWN = 6  # rows whose cells may say what they are
_DATA = re.compile(r"\d")
_TRIES = 8  # lines in a row that open as heads that run on do, but are none
_CONTENTS = ("trang", "số trang", "trang số")  # heads of a table of contents
_ITEM = re.compile(r"(?:dự án|chương trình|phi dự án|khoản viện trợ|đoàn|bản ghi nhớ|thỏa thuận) ", re.IGNORECASE)


def tables(view: View) -> Iterator[Table]:
    """The tables of a view in order; one that goes on with the rows of another, below its heads again, has its titles too."""
    above: Table | None = None
    for each in _tables(view):
        if above and _goes_on(above, each):
            each.titles, each.unit, each.goes_on = [*each.titles, *above.titles], each.unit or above.unit, True
        yield each
        above = each


def _goes_on(above: Table, table: Table) -> bool:
    """Whether a table has the heads of another and its first row the number behind the other's last."""
    if not table.heads or [each.head for each in table.columns] != [each.head for each in above.columns]:
        return False
    last = next((each.cells[0].text for each in reversed(above.lines) if each.cells[0].pieces), "").strip(" .)")
    first = table.lines[0].cells[0].text.strip(" .)")
    return is_number(last) and is_number(first) and int(first) == int(last) + 1


def _tables(view: View) -> Iterator[Table]:
    text = view.text
    lines = without_pages(view, [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)])
    tries = _TRIES
    at = tried = flat = 0  # flat: where the last flattened table that is of no type ends
    marks = ("|" in text, "\t" in text, "  " in view.source)
    broken = {**unlined(view, lines), **snapped(view, lines)} if any(marks[:2]) else {}
    pours, trails = Pours(view, lines), Trails(view, lines)
    quotes, semicolons, lists, boxes = Tried(), Tried(), Tried(), Tried()
    while at < len(lines):
        if is_title(view, lines, at):
            at += 1
            continue
        grid = (quoted(view, lines, at, quotes) if marks[1] else None) or boxed(view, lines, at, boxes)
        grid = grid or exported(view, lines, at) or broken.get(at)
        found = list(_of_grid(view, grid)) if grid else []
        if not found and at >= tried:
            grid = _marked(view, lines, at, marks, semicolons)
            if grid and (ahead := next((each for each in range(at + 1, grid.end) if each in broken), 0)):
                grid = _marked(view, lines[:ahead], at, marks, semicolons)  # its first lines are of no row of the table below
            tried = grid.end if grid else at
            found = list(_of_grid(view, grid)) if grid else []
        if grid and not found:
            found = [of_form(*each, begins(view, each[2])) for each in of_rows(view, grid.rows)] or without_heads(view, grid.rows)
        if not found and (
            grid := steady(view, lines, at)
            or listed(view, lines, at, lists)
            or better(pours.at(at), running(view, lines, at))
            or (tall(view, lines, at) if at >= flat else None)
            or trails.at(at)
        ):
            if _sums_behind(view, lines, grid.end) and opens(view, lines, at):
                grid = better(grid, stream(view, lines, at)) or grid
            found = list(_of_grid(view, grid))
            flat = grid.end
        if not found and tries and opens(view, lines, at):
            tries -= 1
            if grid := stream(view, lines, at):
                found, tries = list(_of_grid(view, grid)), _TRIES
        if found and grid:
            yield from found
            at = grid.end
        else:
            others, at = without_grid(view, lines, at)
            yield from others


def _sums_behind(view: View, lines: list[Span], end: int) -> bool:
    """Whether a line of sums stands right below a table, which may go on behind it with another group."""
    return 0 < end < len(lines) and lines[end - 1][1] + 1 == lines[end][0] and bool(SUM.match(view.text, *lines[end]))


def _marked(view: View, lines: list[Span], at: int, marks: tuple[bool, bool, bool], semicolons: Tried) -> Grid | None:
    """The table whose cells bars, tabs or gaps part, where the text has such marks."""
    bars, tabs, wide = marks
    grid = fenced(view, lines, at) or barred(view, lines, at) if bars else None
    return grid or (gapped(view, lines, at, wide) if wide or tabs else None) or parted(view, lines, at, semicolons)


def _of_grid(view: View, grid: Grid) -> Iterator[Table]:
    """The tables of a grid, each from a head of its own on."""
    at, rows = 0, grid.rows
    while at < len(rows):
        ruled = bool(grid.heads) and at == 0
        if not ruled and not is_head(rows, at) and not (at == 0 and _may_head(view.text, grid)):
            at += 1
            continue
        heads, first = (rows[: grid.heads], grid.heads) if ruled else header.heads(rows, at)
        last = _next_head(rows, first, rows[at])
        body = rows[first:last]
        while last < len(rows) and again(rows[last], rows[at]):  # the head again, on another page
            first, last = last + 1, _next_head(rows, last + 1, rows[at])
            body += rows[first:last]
        before = [each for each in rows[max(0, at - 2) : at] if sum(bool(one.pieces) for one in each) == 1]
        if body and (table := _table(view, heads, body, before, grid.start)):
            yield table
        at = last


def _next_head(rows: list[Row], first: int, head: Row) -> int:
    """The index of the head of another table, or behind the last row; where rows have numbers no line without one is a head, but
    goes on with the row above.
    """
    ordered = ("*", "order") in meanings(head[0].text)
    others = (at for at in range(first, len(rows)) if is_head(rows, at))
    return next((at for at in others if not ordered or rows[at][0].pieces or len(rows[at]) != len(head)), len(rows))


def _may_head(text: str, grid: Grid) -> bool:
    """Whether the first row heads the others though nobody knows its words: no figures in it, but below, and a title that speaks
    of what is counted.
    """
    rows = grid.rows
    if len(rows) < 2 or len(rows[0]) < 2 or any(not each.pieces or re.search(r"\d", each.text) for each in rows[0]):
        return False
    shown = [row for row in rows[1:_SHOWN] if len(row) == len(rows[0])]
    figures = [row for row in shown if any(FIGURE.fullmatch(each.text) for each in row[1:])]
    if any(_ITEM.match(each.text) for row in shown for each in row):
        return False
    return len(figures) * 2 > len(rows[1:_SHOWN]) and any(topic(text[a:b].lower()) for a, b in lines_above(text, grid.start))


def _table(view: View, heads: list[Row], body: list[Row], before: list[Row], start: int) -> Table | None:
    usual = usual_size(body)
    short = legend(view.text)
    levels = [[spelled(each, short) for each in level] for level in header.levels(heads, usual)]
    if len(levels) + 1 == usual and not any(("*", "order") in meanings(each[-1].text) for each in levels) and _are_ordered(body):
        levels = [[EMPTY], *levels]
    leaves = [each[-1] for each in levels]
    fitted_rows = joined_rows([_fit(row, leaves) for row in body], ("*", "order") in meanings(leaves[0].text))
    columns = settled([column(at, level, fitted_rows) for at, level in enumerate(levels)])
    first = min(each.start for each in heads[0] if each.pieces)
    titles = [
        *(next(one for one in row if one.pieces).pieces[0] for row in reversed(before)),
        *lines_above(view.text, min(start, first)),
    ]
    title = " / ".join(view.text[a:b].lower() for a, b in reversed(titles))
    shown = [each.lower for row in fitted_rows[:_SHOWN] for each in row if each.says]
    name = kind(columns, title, view.text[max(0, first - _ABOVE) : first].lower(), shown, hints=True)
    name = "" if name and (_sums_up(fitted_rows, columns) or (name == "border_statistics" and _counts_again(columns))) else name
    lines = list(lines_of(fitted_rows, columns, bool(name)))
    if not lines:
        return None
    planned = any(is_planned(each) for each in [view.text[a:b].lower() for a, b in titles[:2]] if each[-1] != ".")
    planned = planned or any(each.head in _CONTENTS for each in columns)
    unit = unit_of(view.text, titles, heads)
    return Table(name, columns, heads, lines, titles, unit, planned=planned, start=first, end=max(each.end for each in lines))


def _sums_up(rows: list[Row], columns: list[Column]) -> bool:
    """Whether figures stand beside labels of what an office counts, of several kinds: ``Đoàn ra``, ``Xuất khẩu``, ``ODA``."""
    if not any(each.numeric and each.role != "order" for each in columns):
        return False
    at = next((at for at, each in enumerate(columns) if each.role != "order"), 0)
    said = [row[at].lower for row in rows if row[at].says]
    found = [one for each in said if len(each) < _LABEL and (one := topic(each))]
    return len(set(found)) >= _KINDS and 2 * len(found) > len(said)


def _counts_again(columns: list[Column]) -> bool:
    """Whether columns of figures have the same heads but for their times: ``6 tháng đầu năm Số vụ | 6 tháng cuối năm Số vụ``."""
    counted = [each.further or each.meanings for each in columns if each.numeric and has_time(each.head)]
    return len(counted) > len(set(counted))


def _are_ordered(body: list[Row]) -> bool:
    numbers = [row[0].text.strip(" .)") for row in body if len(row) > 1]
    return sum(each.isdecimal() for each in numbers) * 2 > len(numbers)


def _fit(row: Row, leaves: Row) -> Row:
    """A row with as many cells as there are columns."""
    filled = [each for each in row if each.pieces]
    ordered = ("*", "order") in meanings(leaves[0].text)
    if len(row) == len(leaves):
        summed = ordered and len(filled) > _SUMMED and SUM.match(row[0].text) and len(filled) == len(row)
        return [EMPTY, *fitted(filled, leaves[1:])] if summed else row  # more cells than heads, the first without its number
    if len(filled) == 1 and len(row) < 3:
        return [*row, *[EMPTY] * (len(leaves) - len(row))]
    if len(filled) == 2 and ordered and ORDER.fullmatch(filled[0].text) and not _DATA.search(filled[1].text):
        return [filled[0], filled[1], *[EMPTY] * (len(leaves) - 2)]
    if len(row) > len(leaves) and not any(each.pieces for each in row[len(leaves) :]):
        return row[: len(leaves)]
    if len(row) < len(leaves) and ordered and (not row[0].pieces or any(not each.pieces for each in row)):
        return [*row, *[EMPTY] * (len(leaves) - len(row))]  # a line of tabs that ends early
    if len(row) + 1 == len(leaves) and ordered and not ORDER.fullmatch(row[0].text):
        return [EMPTY, *row]
    if len(row) + 1 == len(leaves) and ("*", "note") in meanings(leaves[-1].text):
        return [*row, EMPTY]
    return fitted(row if len(row) < len(leaves) else filled, leaves)


__all__ = ["Line", "Table", "is_head", "tables", "targets"]
