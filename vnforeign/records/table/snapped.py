"""Tables whose cells are parted by tabs or bars and hold line ends of their own, as Word and web pages are copied: where a row
ends is chosen for the whole table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...text import View
from .block import OTHER, is_ruled
from .cell import Row, Span, cell
from .heads import is_known
from .layout import Grid
from .snapped_heads import HEAD_LINES, Heads, heads, is_first
from .snapped_rows import Body, Line
from .takes import likely, shape

_MARKS = (("\t", re.compile(r" *\t *")), ("|", re.compile(r" *\| *")))
_MOST = 4_000  # lines of a table
_LEAST = 3  # heads
_NUMBER = re.compile(r"\d{1,3}[.)]?")  # of a row
_GROUPED = 2  # lines from a row to the next one with what heads a group between them
_WHOLE = 0.9  # of the numbered lines hold all cells where none is broken
_BEGUN = 4  # lines of a first head
LONGEST = 600  # characters of a line
_PARAGRAPH = 100  # characters of a line without marks behind a blank one
_APART = 3  # line ends before a line that is still of the table


def snapped(view: View, lines: list[Span]) -> dict[int, Grid]:
    """The tables of a text by the line that they begin on."""
    found: dict[int, Grid] = {}
    for sign, mark in _MARKS:
        at = 0 if sign in view.source else len(lines)
        while at < len(lines):
            end, grid = _table(view, lines, at, mark) if _is_near(view, lines[at : at + _BEGUN], sign) else (at, None)
            if grid and not any(each in found for each in range(at, end)):
                found[at] = grid
            at = max(end, at + 1)
    return found


def _is_near(view: View, lines: list[Span], sign: str) -> bool:
    """Whether a sign stands in some lines: cheap, and none of most where a text has it at all."""
    return view.source.find(sign, *view.span(lines[0][0], lines[-1][1])) >= 0


def _table(view: View, lines: list[Span], at: int, mark: re.Pattern[str]) -> tuple[int, Grid | None]:
    """The line behind what was looked at, and the table that begins at a line, if one does whose rows can be told."""
    if (
        is_ruled(view.text, lines, at + 1)
        or not is_first(cut(view, lines[at], mark))
        or not _is_marked(view, lines[at : at + _BEGUN], mark)
    ):
        return at + 1, None
    top = heads([cut(view, line, mark) for line in lines[at : at + HEAD_LINES]])
    if top is None:
        return at + 1, None
    body_lines = list(block(view, lines, at, mark))
    if len(body_lines) <= top.lines:
        return at + 1, None
    if _is_whole(body_lines) or _are_whole(body_lines):
        return at + len(body_lines), None
    said = [" ".join(each) for each in top.said]
    shapes = [shape(each, likely(said)) for each in said]
    body = Body(_without_heads(body_lines, top), shapes, top.edges)
    if not body.is_sure:
        return at + len(body_lines), None
    end = at + top.lines + body.end
    return end, Grid([*top.rows, *body.rows], lines[at][0], end, len(top.rows))


def _are_whole(block: list[Line]) -> bool:
    """Whether nothing is broken: the lines that open with the numbers of rows hold as many cells as each other and the heads, and
    hardly more than a group's line stands between two of them.
    """
    marked = [at for at, line in enumerate(block) if _NUMBER.fullmatch(line.cells[0].text)]
    sizes = [len(block[at].cells) for at in marked]
    usual = max(sizes, key=sizes.count, default=0)
    near = sum(two - one <= _GROUPED for one, two in pairwise(marked))
    if usual <= _LEAST or len(sizes) < _GROUPED or near < _WHOLE * (len(sizes) - 1):
        return False
    return any(len(line.cells) == usual for line in block[: marked[0]]) and sizes.count(usual) >= _WHOLE * len(sizes)


def block(view: View, lines: list[Span], at: int, mark: re.Pattern[str], longest: int = LONGEST) -> Iterator[Line]:
    """The lines from one on that may be of its table: up to a gap, a paragraph, or the heads of another table."""
    first = [_said(cut(view, line, mark)) for line in lines[at : at + HEAD_LINES]]
    for one in range(at, min(at + _MOST, len(lines))):
        row = cut(view, lines[one], mark)
        apart = view.text.count("\n", lines[one - 1][1], lines[one][0]) if one > at else 0
        size = lines[one][1] - lines[one][0]
        if apart > _APART or size > longest or (apart > 1 and len(row) == 1 and size > _PARAGRAPH):
            return
        if one > at + HEAD_LINES and are_heads(said := _said(row)) and said not in first:
            return
        if one > at and (OTHER.match(view.text, *lines[one]) or is_ruled(view.text, lines, one + 1)):
            return
        yield Line(row, apart)


def _is_whole(block: list[Line]) -> bool:
    """Whether each line with marks has as many cells as the first: none is broken."""
    size = len(block[0].cells)
    return size >= _LEAST and all(len(each.cells) in (1, size) for each in block)


def _is_marked(view: View, lines: list[Span], mark: re.Pattern[str]) -> bool:
    """Whether words stand beside the first mark of some lines; marks alone on their lines part cells otherwise."""
    first = next((row for line in lines if len(row := cut(view, line, mark)) > 1), [])
    return any(each.pieces for each in first)


def _said(row: Row) -> list[str]:
    return [each.text for each in row]


def are_heads(said: list[str]) -> bool:
    return len(said) >= _LEAST and all(map(is_known, said))


def _without_heads(block: list[Line], top: Heads) -> list[Line]:
    """The lines below the heads; where these are said again, on another page, the lines are empty."""
    again = [_said(line.cells) for line in block[: top.lines]]
    below = block[top.lines :]
    at = 0
    while at + len(again) <= len(below):
        if _said(below[at].cells) == again[0] and again == [_said(line.cells) for line in below[at : at + len(again)]]:
            below[at : at + len(again)] = [Line([], 1)] * len(again)
            at += len(again)
        else:
            at += 1
    return below


def cut(view: View, line: Span, mark: re.Pattern[str]) -> Row:
    """The cells of a line; the first goes on with the last one of the line above where a cell was broken."""
    start, end = view.span(*line)
    cells, at = [], start
    for match in mark.finditer(view.source, start, end):
        cells.append(cell(view, view.place(at), min(view.place(match.start()), line[1])))
        at = match.end()
    return [*cells, cell(view, min(view.place(at), line[1]), line[1])]


__all__ = ["are_heads", "block", "cut", "snapped"]
