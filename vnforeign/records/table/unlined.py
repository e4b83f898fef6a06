"""Tables whose cells bars part while their lines end anywhere: inside a row or a cell, behind several rows, never."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import msgspec

from ...text import View
from .cell import EMPTY, Cell, Row, Span
from .fenced import shapes_of, size_of
from .grouping import heads_group
from .header import ORDER
from .heads import meanings
from .layout import Grid
from .snapped import are_heads, block, cut
from .snapped_heads import bare, is_first, run
from .takes import takes

_BAR = re.compile(r" *\| *")
_FIGURE = re.compile(r"[-–+]?\d[\d.,%]*|[-–]")
_MOST, _LONGEST = 6_000, 40_000  # cells of a table, characters of a line
_SHOWN = 20  # cells that may be heads
_AGREE = 0.6  # of the lines are as long as most where a line is a row
_LEAST, _FEW = 3, 2  # rows of a table, cells of what heads a group
_SURE = 0.75  # of the cells stand in rows of all columns
_WHOLE = 1.0  # what a row of all cells is worth for that
_MARKED, _GROUP, _WORDS = 0.3, 0.6, -0.8  # what heads a group, with its mark, by its words, by none
_STRAY = -2.5  # a cell of no row
_NEVER = -1e9


class Step(msgspec.Struct):
    """The cells from ``start`` on up to ``end``, read as a row or as none."""

    start: int
    end: int
    value: float
    row: Row | None = None
    whole: bool = False


def unlined(view: View, lines: list[Span]) -> dict[int, Grid]:
    """The tables of a text by the line that they begin on."""
    found: dict[int, Grid] = {}
    at = 0 if "|" in view.text else len(lines)
    while at < len(lines):
        near = view.text.find("|", lines[at][0], lines[min(at + 1, len(lines) - 1)][1]) >= 0
        rows = _rows(view, lines, at) if near else []
        if grid := _table(view, rows, lines[at][0], at + len(rows)):
            found[at] = grid
        at += max(len(rows), 1)
    return found


def _rows(view: View, lines: list[Span], at: int) -> list[Row]:
    """The cells of the lines from one on, where the heads of a table may begin with it."""
    if not is_first(bare(cut(view, lines[at], _BAR))[:_SHOWN]):
        return []
    rows: list[Row] = []
    for each in block(view, lines, at, _BAR, _LONGEST):
        if rows and are_heads([one.text for one in bare(each.cells)]):
            break  # another table
        rows.append(each.cells)
    while rows and len(rows[-1]) < 2:
        rows.pop()  # notes below
    return rows


def _table(view: View, rows: list[Row], start: int, end: int) -> Grid | None:
    if not rows or _are_rows(rows) or sum(map(len, rows)) > _MOST:
        return None
    ways = [path for cells in _readings(rows) if (path := _read(view, cells))]
    best = max(ways, key=lambda path: sum(each.value for each in path), default=None)
    return Grid([each.row for each in best if each.row], start, end, 1) if best else None


def _are_rows(rows: list[Row]) -> bool:
    """Whether most lines hold as many cells as each other: each is a row."""
    told = [each for row in rows if len(each := bare(row)) > 1]
    full = [row for row in told if len(row) > _FEW]
    ways = (told, full, [row for row in rows if len(bare(row)) > _FEW])
    sizes = [Counter(map(len, each)) for each in ways if len(each) > 1]
    return any(max(each.values()) >= _AGREE * each.total() for each in sizes)


def _readings(rows: list[Row]) -> Iterator[Row]:
    """The cells in order: where lines end inside cells, where each end of a line ends a cell, where it does before a number."""
    yield bare(run(rows))
    if len(rows) > 1:
        yield [each for row in rows for each in bare(row)]
        parts: list[list[Row]] = []
        for row in rows:
            if not parts or ORDER.fullmatch(row[0].text) and row[0].pieces:
                parts.append([])
            parts[-1].append(row)
        yield list(chain.from_iterable(bare(run(part)) for part in parts))


def _read(view: View, cells: Row) -> list[Step] | None:
    """The best way to part cells into rows below their heads, these first; None where too many cells are of no row."""
    size = size_of(view, cells)
    if size is None:
        return None
    path = [Step(0, size, 0.0, cells[:size]), *_path(cells, size)]
    whole = [each for each in path[1:] if each.whole]
    held = sum(each.end - each.start for each in whole)
    sure = len(whole) >= _LEAST and held >= _SURE * (len(cells) - size) and all(each.value > 0 for each in whole)
    return path if sure else None


def _path(cells: Row, size: int) -> list[Step]:
    heads, shapes = [each.text for each in cells[:size]], shapes_of(cells[:size])
    ordered = ("*", "order") in meanings(heads[0])
    values = [_NEVER] * (len(cells) + 1)
    back: list[Step | None] = [None] * (len(cells) + 1)
    values[size] = 0.0
    for at in range(size, len(cells)):
        for step in _steps(cells, at, heads, shapes, ordered):
            if values[at] + step.value > values[step.end]:
                values[step.end], back[step.end] = values[at] + step.value, step
    found, last = list[Step](), back[-1]
    while last:
        found.append(last)
        last = back[last.start]
    return found[::-1]


def _steps(cells: Row, at: int, heads: list[str], shapes: list[str], ordered: bool) -> Iterator[Step]:
    """What may begin with a cell: the heads again, a row of all columns, what heads a group, or nothing."""
    size = len(heads)
    row = cells[at : at + size]
    yield Step(at, at + 1, _STRAY)
    if [each.text for each in row] == heads:
        yield Step(at, at + size, _WHOLE)
    elif len(row) == size:
        yield Step(at, at + size, _WHOLE + sum(map(_fills, shapes, row)), row, True)
    words = row[1] if ordered and len(row) > 1 and ORDER.fullmatch(row[0].text) else row[0]
    if words.pieces and not _FIGURE.fullmatch(words.text) and not ORDER.fullmatch(words.text):
        marked = words is not row[0]
        value = _MARKED if marked else _GROUP if heads_group(words.text) else _WORDS
        made = [row[0], words] if marked else [words]
        yield Step(at, at + len(made), value, [*made, *[EMPTY] * (size - len(made))])


def _fills(shape: str, each: Cell) -> float:
    """How well a cell fills a column; rows without a number may stand between those that have one."""
    return takes(shape, each.text) if each.pieces or shape != "order" else 0.0


__all__ = ["unlined"]
