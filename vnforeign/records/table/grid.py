"""Tables that keep the places of print: neighbours two blanks apart, cells over several lines at heights of their own, heads that
stand again, a little further left or right, behind the end of a page.
"""

from __future__ import annotations

import re
from functools import reduce

import msgspec

from ...text import View
from .cell import EMPTY, Row, Span, joined
from .grouping import is_group
from .header import ORDER, again
from .heads import is_known, is_time, meanings
from .rivers import Placed
from .stacked import Line, Stack
from .stands import edges, placed, zones

_PAGE = re.compile(r"(?:trang )?[-–]? ?\d{1,3} ?[-–]?(?:/\d{1,3})?", re.IGNORECASE)  # the number of one
_HEADS = 6  # lines of a head
_LEAST = 3  # columns
_MARKED = {0, 1}  # the columns of a group's mark and its words
_NUMBERED = 0.7  # of the cells of a column that no head names are numbers of rows
_KNOWN, _STRANGE = 2.0, -1.0  # what a word of a head is worth


class Head(msgspec.Struct, frozen=True):
    """The head of a page: its cells, how many lines it has, where its columns begin."""

    worth: float
    row: Row
    height: int
    starts: list[int]


def grid(view: View, told: list[tuple[Span, Placed]]) -> list[Row] | None:
    """The rows of a table, its head first; None where its head is not known, or stands on two levels."""
    source, lines = [span for span, _ in told], [line for _, line in told]
    found: list[Line] = []
    title: Row = []
    numbered = False
    for first, last in _pages(lines):
        head = _head(lines[first:last], title)
        if head is None or (title and len(title) != len(head.row)) or any(map(_is_head, lines[first + head.height : last])):
            return None
        title = title or head.row
        numbered = not title[0].pieces or ("*", "order") in meanings(title[0].text)
        found += [
            line for at in range(first + head.height, last) if (line := _line(view, source, lines, at, head.starts, numbered))
        ]
    return [title, *(_cut(row) for row in Stack(found, numbered).rows())] if found else None


def _is_head(line: Placed) -> bool:
    """Whether a line is the head of another table."""
    return len(line) >= _LEAST and all(is_known(each.text) and not any(map(str.isdecimal, each.text)) for _, _, each in line)


def _pages(lines: list[Placed]) -> list[Span]:
    """The stretches of lines that begin with the head."""
    said = [" ".join(each.lower for _, _, each in line) for line in lines]
    size = 1 if len(lines[0]) > 1 else 2
    starts = [at for at in range(len(said)) if said[at : at + size] == said[:size]]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _head(lines: list[Placed], title: Row) -> Head | None:
    """The head that is known best, by how many lines it has; that of the first page where it stands again."""
    ways = [one for height in range(1, min(_HEADS, len(lines) - 1) + 1) if (one := _of_height(lines, height))]
    same = next((one for one in ways if again(one.row, title)), None)
    return same or max(ways, key=lambda one: one.worth, default=None)


def _of_height(lines: list[Placed], height: int) -> Head | None:
    starts = edges(lines, height)
    if starts is None or any(len(each) > 1 for line in lines[:height] for each in zones(line, starts)):
        return None
    if height > 1 and len(lines[height - 1]) == 1 and is_time(lines[height - 1][0][2].text):
        return None  # a time alone below heads is what heads the first group of rows
    cells = ([each for each, _ in placed(line, starts)] for line in lines[:height])
    row = [reduce(joined, column, EMPTY) for column in zip(*cells, strict=True)]
    if not row[0].pieces and not _are_numbers(lines[height:], starts):
        return None
    known = [is_known(each.text) or not each.pieces for each in row]
    if len(row) < _LEAST or not all(each.pieces for each in row[1:]) or 4 * sum(known) < 3 * len(row):
        return None
    worth = sum((_KNOWN if sure else _STRANGE) * (each.text.count(" ") + 1) for each, sure in zip(row, known, strict=True))
    return Head(worth, row, height, starts)


def _are_numbers(lines: list[Placed], starts: list[int]) -> bool:
    """Whether the first column, which no head names, holds the numbers of rows."""
    held = [each.text for line in lines if len(line) > 1 and (each := placed(line, starts)[0][0]).pieces]
    return len(held) > 1 and sum(bool(ORDER.fullmatch(each)) for each in held) > _NUMBERED * len(held)


def _line(view: View, source: list[Span], lines: list[Placed], at: int, starts: list[int], numbered: bool) -> Line | None:
    """A line below the head; None for the number of a page."""
    after = at > 0 and _apart(view, source[at - 1], source[at])
    where = zones(lines[at], starts)
    first = lines[at][0][2]
    single = len(lines[at]) == 1
    if single and after and _PAGE.fullmatch(first.text) and not (numbered and where[0] == [0]):
        return None
    if single and (len(where[0]) > 1 or (numbered and where[0] == [0] and not ORDER.fullmatch(first.text))):
        return Line((first, *[EMPTY] * (len(starts) - 1)), ((0, 0),) * len(starts), after, True)
    if len(lines[at]) == len(_MARKED) and is_group(lines[at]) and {each[0] for each in where} == _MARKED:
        return Line((joined(first, lines[at][1][2]), *[EMPTY] * (len(starts) - 1)), ((0, 0),) * len(starts), after, True)
    cells, places = zip(*placed(lines[at], starts), strict=True)
    return Line(cells, places, after)


def _apart(view: View, above: Span, line: Span) -> bool:
    return view.source.count("\n", above[1], line[0]) > 1


def _cut(row: Row) -> Row:
    """A row; of one that is a line alone its cell alone."""
    filled = [each for each in row if each.pieces]
    return filled if len(filled) == 1 and filled[0] is row[0] else row


__all__ = ["grid"]
