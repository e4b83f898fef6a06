"""Tables of web pages whose cells stand on lines of their own, parted by lines that hold nothing but a bar."""

from __future__ import annotations

import re

from ...text import View
from .cell import EMPTY, Cell, Row, Span, cell
from .heads import is_known, meanings
from .layout import Grid
from .takes import likely, shape, takes

_BAR = re.compile(r"\s*\|[|\s]*")
_FIRST = re.compile(r"0?1[.)]?|I[.)]?|A[.)]?|a[.)]?")  # what marks the first row, or the first group of rows
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/] ?\w.*")
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_LINES, _LINE = 12, 200  # of a cell, and characters of such a line
_HEAD = 60  # characters of a head
_LEAST, _MOST = 2, 20  # columns
_TRIED, _CELLS = 150, 20_000  # cells that show how many columns there are, and of a table
_SHOWN = 6  # rows that show how many columns there are
_SURE = 0.6  # of the heads are known
_ALONE = 1.0  # what a row is worth more behind a cell that stands alone
_STRANGE = 1.0  # what a head that is not known costs


def fenced(view: View, lines: list[Span], at: int) -> Grid | None:
    """The table whose first head begins at a line, the line with a bar close below it."""
    near = range(at, min(at + _LINES, len(lines)))
    if view.text.find("|", lines[at][0], lines[near[-1]][1]) < 0:  # cheap, and true of most lines
        return None
    if lines[at][1] - lines[at][0] > _LINE or not any(_BAR.fullmatch(view.text, *lines[one]) for one in near):
        return None
    size = size_of(view, _cells(view, lines, at, _TRIED)[0])  # cheap, and mostly none
    if size is None:
        return None
    cells, end = _cells(view, lines, at, _CELLS)
    rows = _rows(cells, size)
    return Grid(rows, lines[at][0], end, 1) if len(rows) > 1 else None


def _cells(view: View, lines: list[Span], at: int, most: int) -> tuple[Row, int]:
    """The cells from a line on, each up to a bar, and the line behind the last bar."""
    text, found = view.text, list[Cell]()
    first = end = at + bool(_BAR.fullmatch(text, *lines[at]))
    while end < len(lines) and end - first <= _LINES and len(found) < most:
        apart = end > first and text.count("\n", lines[end - 1][1], lines[end][0]) > 1
        if _BAR.fullmatch(text, *lines[end]):
            found.append(cell(view, lines[first][0], lines[end - 1][1]) if first < end else EMPTY)
            first = end + 1
        elif apart or lines[end][1] - lines[end][0] > _LINE:
            break
        end += 1
    return found, first


def size_of(view: View, cells: Row) -> int | None:
    """How many heads there are; None where they are not known."""
    if not cells or not _may_head(view, cells[0]):
        return None
    most = min(_MOST, len(cells) // 2)
    if ("*", "order") in meanings(cells[0].text):
        most = next((at for at, each in enumerate(cells[: _MOST + 2]) if _FIRST.fullmatch(each.text)), 0)
    sizes = [size for size in range(_LEAST + 1, most + 1) if _are_heads(cells[:size])]
    return max(sizes, key=lambda one: _agree(cells, one), default=None)


def _may_head(view: View, first: Cell) -> bool:
    """Whether a cell may be the first head: known, or like one, without a title above it that other lines part from the bar."""
    said = first.text
    if not 0 < len(said) <= _HEAD or is_known(said):
        return bool(said) and len(said) <= _HEAD
    lines = view.text[first.start : first.end].split("\n")
    titled = any(is_known(" ".join(lines[at:])) for at in range(1, len(lines)))
    return not (titled or said.endswith((".", ":")) or any(each.isdecimal() for each in said))


def _are_heads(cells: Row) -> bool:
    said = [each for each in cells if each.pieces]
    known = sum(len(each.text) <= _HEAD and is_known(each.text) for each in said)
    if any(_GROUP.fullmatch(each.text) for each in said):
        return False
    return known >= _LEAST and known >= _SURE * len(said) and len(said) > len(cells) / 2


def shapes_of(heads: Row) -> list[str]:
    said = [each.text for each in heads]
    return [shape(each, likely(said)) for each in said]


def _agree(cells: Row, size: int) -> float:
    """How well the first rows fill their columns if there are so many of them; an unknown head speaks against it."""
    rows, shapes = _rows(cells[: size * (_SHOWN + 1)], size)[1:], shapes_of(cells[:size])
    strange = sum(not is_known(each.text) for each in cells[:size])
    return sum(_fills(row, shapes) for row in rows) / max(1, len(rows)) / size - _STRANGE * strange / size


def _fills(row: Row, shapes: list[str]) -> float:
    return sum(takes(one, each.text) for one, each in zip(shapes, row, strict=False) if each.pieces)


def _rows(cells: Row, size: int) -> list[Row]:
    """Rows of as many cells; one that stands alone, or behind its mark, heads those below."""
    heads, at = cells[:size], size
    ordered = ("*", "order") in meanings(heads[0].text)
    shapes, rows = shapes_of(heads), [heads]
    while at < len(cells):
        alone = _alone(cells, at, size, shapes, ordered)
        row = cells[at : at + (alone or size)]
        at += len(row)
        if any(each.pieces for each in row):
            rows.append([*row, *[EMPTY] * (size - len(row))])
    return rows


def _alone(cells: Row, at: int, size: int, shapes: list[str], ordered: bool) -> int:
    """How many cells from here on are no whole row: a group, or an empty one between two bars; 0 for a row."""
    if ordered:
        numbers = [bool(_NUMBER.fullmatch(each.text)) for each in cells[at : at + 3]]
        return 0 if not any(numbers) else numbers.index(True)
    row, below = cells[at : at + size], cells[at + 1 : at + 1 + size]
    if not any(each.pieces for each in row[1:3]):
        return 0  # a group with the empty cells beside it
    return int(len(below) == size and _fills(below, shapes) > _fills(row, shapes) + _ALONE)


__all__ = ["fenced", "shapes_of", "size_of"]
