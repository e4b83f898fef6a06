"""Rows of cells parted by bars, tabs or wide gaps, with broken lines mended and lines of dashes left out."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from ...text import View
from .aligned import aligned, grouped, standing
from .block import PAGE, PIECES, RULE, SHORT, block_of
from .cell import Row, Span, cell, joined
from .header import ORDER, is_head
from .heads import is_known
from .spaced import spaced

_NUMBER = re.compile(r"\d{1,3}[.)]?")  # of a row
_MANY = 0.6  # of the lines have as many tabs where an empty cell is one
_TALL = 3  # lines of a cell that stand above the others of its row
_INDENT = 4  # blanks before what goes on with a cell that is not the first
_GAP = re.compile(r" *\S[^\n]*? {2,}")  # a line up to its second cell
_BEGINS = re.compile(r" {2,}(\S)")  # where a cell that is not the first begins
_WIDE = 200  # characters of a line of print
_TWO, _BLANK = 2, 2  # cells of a letterhead; ends of lines where one is blank
_TABS = re.compile(r"[ ]*\t[ ]*")


class Grid(msgspec.Struct):
    """The rows of a table; ``start`` is where it begins in the view, ``end`` the index of the line behind it, ``heads`` how many
    of the rows a line of dashes parts from those below.
    """

    rows: list[Row]
    start: int
    end: int
    heads: int = 0


def barred(view: View, lines: list[Span], at: int) -> Grid | None:
    """``| TT | Nhà tài trợ | Cam kết |`` and the lines below it."""
    if "|" not in view.text[slice(*lines[at])]:
        return None
    block, end = block_of(view, lines, at, lambda one: "|" in view.text[slice(*one)])
    bars = [line for line in block if "|" in view.text[slice(*line)]]
    opened = [view.text[start:end].lstrip().startswith("|") for start, end in bars]
    lead = opened[0] and 2 * sum(opened) > len(bars)  # of a wrapped line the first cell may be empty
    trail = _trails([view.text[start:end].rstrip() for start, end in bars])
    rows = [_parted(view, line, lead, trail) for line in _unpaged(view, block, "|") if not RULE.fullmatch(view.text, *line)]
    return Grid(_mended([row for row in rows if any(each.pieces for each in row)]), lines[at][0], end)


def _trails(rows: list[str]) -> bool:
    """Whether a bar at the end of a row closes its last cell, and parts it from no empty one: as more rows then are as long."""
    closed = [each.endswith("|") for each in rows]
    open_, shut = ([each.count("|") - way * end for each, end in zip(rows, closed, strict=True)] for way in (0, 1))
    most, least = (max(Counter(each).values()) for each in (shut, open_))
    return most > least or (most == least and 2 * sum(closed) > len(rows))


def _unpaged(view: View, block: list[Span], mark: str) -> list[Span]:
    """Lines without those that hold a number alone while marks part the cells of the line below it."""
    said = [view.text[slice(*line)] for line in block]
    alone = [PAGE.fullmatch(each) and mark not in each for each in said]
    pages = [at and alone[at] and mark in said[at + 1] for at in range(len(block) - 1)]
    return [line for line, page in zip(block, [*pages, False], strict=True) if not page]


def _parted(view: View, line: Span, lead: bool, trail: bool) -> Row:
    start, end = line
    text = view.text
    cells, at = [], start
    for match in re.finditer(r"\|", text[start:end]):
        cells.append(cell(view, at, start + match.start()))
        at = start + match.end()
    cells.append(cell(view, at, end))
    if lead and len(cells) > 1 and not cells[0].pieces:
        del cells[0]
    if trail and len(cells) > 1 and not cells[-1].pieces:
        del cells[-1]
    return cells


def usual_size(rows: list[Row]) -> int:
    """How many cells most rows have; of counts that are as common the largest."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return max(counts, key=lambda one: (counts[one], one), default=0)


def _mended(rows: list[Row]) -> list[Row]:
    """Rows whose last or first cell was broken over two lines, put together."""
    usual, found = usual_size(rows), list[Row]()
    headed = bool(rows) and is_head(rows, 0)
    full = len(rows[0]) if headed else usual  # where all rows are broken the head says how many cells they have
    for row in _rejoined(rows, max(usual, full)):
        last = found[-1] if found else []
        first = row[0].text[:1]
        if len(last) == usual > 1 and len(row) == 1 and (first.islower() or first == "("):
            found[-1] = [*last[:-1], joined(last[-1], row[0])]
        elif 1 < len(last) < usual and len(row) > 1 and len(last) + len(row) - 1 == usual and not _is_group(row):
            found[-1] = [*last[:-1], joined(last[-1], row[0]), *row[1:]]
        elif len(last) == len(row) > 1 and _goes_on(row):
            found[-1] = [joined(one, two) for one, two in zip(last, row, strict=True)]
        else:
            found.append(row)
    return found


def _is_group(row: Row) -> bool:
    """Whether a row is a mark and what heads the rows below it: ``II | Đoàn vào``."""
    return len(row) == _TWO and bool(ORDER.fullmatch(row[0].text)) and not _NUMBER.fullmatch(row[0].text)


def _rejoined(rows: list[Row], usual: int) -> list[Row]:
    """Rows broken in the middle of several cells, put together where that makes a row as others are: numbered ones, and, where
    hardly a row is whole, any.
    """
    any_row = 2 * sum(len(row) == usual for row in rows[1:]) < len(rows) and not any(_is_numbered(row) for row in rows)
    found: list[Row] = []
    at = 0
    while at < len(rows):
        row, end = rows[at], at + 1
        if 1 < len(row) < usual and (any_row or _is_numbered(row)):
            while end < min(len(rows), at + PIECES) and len(row) < usual and not _is_numbered(rows[end]):
                row = [*row[:-1], joined(row[-1], rows[end][0]), *rows[end][1:]]
                end += 1
            if len(row) != usual or (end - at == 2 and not any_row):
                row, end = rows[at], at + 1
        found.append(row)
        at = end
    return found


def _is_numbered(row: Row) -> bool:
    return bool(_NUMBER.fullmatch(row[0].text))


def _goes_on(row: Row) -> bool:
    """Whether all that a row holds goes on with the cells above: small letters, the first cell empty."""
    said = [each.text for each in row if each.pieces]
    return not row[0].pieces and all(each[:1].islower() or each[:1] in "(&" for each in said)


# --- tabs and wide gaps --------------------------------------------------------------------------------------------------


def gapped(view: View, lines: list[Span], at: int, wide: bool) -> Grid | None:
    """Cells parted by tabs, or by two and more blanks, one below the other."""
    opened = _has_gap(view, lines[at], wide)
    if opened and wide and _stands_apart(view, lines, at):
        return None
    if not opened and not (wide and _may_open(view, lines[at])):
        return None
    edge = next((each for line in lines[at : at + 1 + _TALL] if (each := _edge(view, line))), 0) if wide else 0
    block, end = block_of(view, lines, at, lambda one: _is_row(view, one, wide, edge))
    while len(block) > 1 and not _is_row(view, block[-1], False, 0) and not _has_gap(view, block[-1], wide):
        block.pop()
        end -= 1
    if len(block) < 2:
        return None
    while end < len(lines) and (_ends(view.text, lines[end - 1], lines[end]) or _stands_below(view, lines[end - 1], lines[end])):
        block.append(lines[end])
        end += 1
    source = [view.span(*line) for line in block]
    if any("\t" in view.source[start:end].strip() for start, end in source):
        paged = [view.span(*line) for line in _unpaged(view, block, "\t")]
        return Grid(_tabbed(view, paged), lines[at][0], end) if opened else None
    if opened and (two := grouped(view, source)):
        return Grid(two[0], lines[at][0], end, two[1])
    if rows := (spaced(view, source) if opened else []) or standing(view, source):
        return Grid(rows, lines[at][0], end) if opened or _opens(rows[0], lines[at]) else None
    if not opened:
        return None
    rows, heads = aligned(view, source)
    return Grid(rows, lines[at][0], end, heads)


def _stands_apart(view: View, lines: list[Span], at: int) -> bool:
    """Whether a line of two cells that are no heads stands alone above a blank line: the names of an office and of a sheet."""
    if at + 1 == len(lines) or view.text.count("\n", lines[at][1], lines[at + 1][0]) < _BLANK:
        return False
    start, end = view.span(*lines[at])
    said = [each.strip() for each in re.split(r"\t| {2,}", view.source[start:end].strip())]
    return len(said) == _TWO and not any(any(map(str.isdigit, each[:_INDENT])) or is_known(each) for each in said)


def _ends(text: str, above: Span, line: Span) -> bool:
    """Whether a line goes on with a cell of the last row: right below it, short, in brackets or small letters."""
    said = text[slice(*line)].strip()
    if text.count("\n", above[1], line[0]) > 1 or len(said) > SHORT or not (said[:1] == "(" or said[:1].islower()):
        return False
    return said[0] != "(" or (said.endswith(")") and ":" not in said)  # (nt: như trên) explains


def _stands_below(view: View, above: Span, line: Span) -> bool:
    """Whether a line of one cell stands right below one of the last row, and begins where that does: not the first."""
    first, last = view.span(*line)
    if view.text.count("\n", above[1], line[0]) > 1 or last - first > _INDENT + _WIDE or _indent(view, line) < _INDENT:
        return False
    begin, end = view.span(*above)
    return _indent(view, line) in {match.start(1) for match in _BEGINS.finditer(view.source[begin:end])}


def _has_gap(view: View, line: Span, wide: bool) -> bool:
    said = view.text[slice(*line)].strip()
    if "\t" in said:
        return True
    return wide and "  " in view.source[slice(*view.span(*line))].strip()


def _is_row(view: View, line: Span, wide: bool, edge: int) -> bool:
    """Whether a line may be a row of a table: with gaps, or with nothing in its first cells."""
    at = view.span(*line)[0]
    return view.source[at : at + 1] == "\t" or _has_gap(view, line, wide) or (wide and _goes_below(view, line, edge))


def _edge(view: View, line: Span) -> int:
    """How many characters of a line stand before its second cell."""
    match = _GAP.match(view.source[slice(*view.span(*line))])
    return match.end() if match else 0


def _goes_below(view: View, line: Span, edge: int) -> bool:
    """Whether a line of one cell goes on with the line right above: far from the margin, or no wider than the first column."""
    source = view.source[slice(*view.span(*line))].rstrip()
    below = (line[0] > 1 and view.text[line[0] - 2] != "\n") or _leads(view, line)
    return _indent(view, line) >= _INDENT or (below and len(source) < edge)


def _may_open(view: View, line: Span) -> bool:
    """Whether a line of one cell may be the first of a head that has more lines than those beside it."""
    said = view.text[slice(*line)].strip()
    return 0 < len(said) <= SHORT and said[-1] not in ".;:" and _leads(view, line)


def _opens(head: Row, line: Span) -> bool:
    """Whether a head that is known begins in a line."""
    return any(each.pieces and each.start < line[1] and is_known(each.text) for each in head)


def _indent(view: View, line: Span) -> int:
    source = view.source[slice(*view.span(*line))]
    return len(source) - len(source.lstrip(" "))


def _leads(view: View, line: Span) -> bool:
    """Whether a line with gaps stands right below, or below a few lines more."""
    end = line[1]
    for _ in range(_TALL):
        start, end = end + 1, view.text.find("\n", end + 1)
        if end <= start:
            return False
        if _has_gap(view, (start, end), True):
            return True
    return False


def _tabbed(view: View, source: list[Span]) -> list[Row]:
    """Each tab parts two cells where the rows then agree; else tabs in a row are one gap."""
    rows = [_cut(view, line, _TABS) for line in source]
    usual = usual_size(rows)
    agree = sum(len(row) == usual or (len(row) < usual and not row[0].pieces) for row in rows)  # a line may end early
    if usual and agree < _MANY * sum(len(row) > 1 for row in rows):
        rows = [[each for each in row if each.pieces] for row in rows]
    while rows and all(not row[0].pieces and len(row) > 1 for row in rows):
        rows = [row[1:] for row in rows]
    return _mended([row for row in rows if any(each.pieces for each in row)])


def _cut(view: View, line: Span, mark: re.Pattern[str]) -> Row:
    start, end = line
    cells, at = [], start
    for match in mark.finditer(view.source, start, end):
        cells.append(cell(view, view.place(at), view.place(match.start())))
        at = match.end()
    return [*cells, cell(view, view.place(at), view.place(end))]
