"""Tables drawn as boxes: ``+-----+-----+`` above, between and below rows whose cells bars part, heads over several columns."""

from __future__ import annotations

import re
from functools import reduce
from itertools import pairwise

from ...text import View
from .cell import EMPTY, Row, Span, cell, joined
from .layout import Grid
from .tried import Tried

_RULE = re.compile(r"\s*\+[-=+]{3,}\s*")
_PART = re.compile(r"[-=+\s]+")
_BARS = re.compile(r"[|+]")
_MOST = 3_000  # lines of a table
_LEAST, _WIDEST = 2, 40  # columns


def boxed(view: View, lines: list[Span], at: int, tried: Tried) -> Grid | None:
    """The table whose first rule stands on a line; None where no bars follow."""
    if not _RULE.fullmatch(view.text, *lines[at]) or not tried.may(at):
        return None
    end = at + 1
    while end < len(lines) and end - at < _MOST and _is_part(view, lines, end):
        end += 1
    tried.read(at, end)
    rules = [one for one in range(at, end) if _RULE.fullmatch(view.text, *lines[one])]
    edges = sorted({joint.start() for one in rules for joint in re.finditer(r"[+]", _said(view, lines[one]))})
    blocks = [range(one + 1, two) for one, two in pairwise([*rules, end]) if two > one + 1]
    if not _LEAST < len(edges) <= _WIDEST or len(blocks) < _LEAST:
        return None
    parts = [[_row(view, lines[one], edges) for one in block] for block in blocks]
    heads, wrapped = _levels(parts[0]), _are_wrapped(parts[1:])
    below = [row for part in parts[1:] for row in ([_one(part)] if wrapped else part) if any(_filled(row))]
    return Grid([*heads, *below], lines[at][0], end, len(heads)) if heads and below else None


def is_title(view: View, lines: list[Span], at: int) -> bool:
    """Whether a line without bars stands right above the first rule of a box: it names the table, and is none of its rows."""
    return (
        at + 1 < len(lines)
        and bool(_RULE.fullmatch(view.text, *lines[at + 1]))
        and "|" not in view.text[slice(*lines[at])]
        and not (_RULE.fullmatch(view.text, *lines[at]))
    )


def _are_wrapped(parts: list[list[Row]]) -> bool:
    """Whether rules stand below each row, whose cells go on over several lines: not all of them on each line."""
    behind = [row for part in parts for row in part[1:]]
    return 2 * sum(not all(_filled(row)) for row in behind) > len(behind)


def _is_part(view: View, lines: list[Span], at: int) -> bool:
    """Whether a line is of the box: it opens with a bar or a rule, right below the line above."""
    close = view.text.count("\n", lines[at - 1][1], lines[at][0]) < _LEAST
    return close and bool(_BARS.match(view.text[slice(*lines[at])].lstrip()[:1]) or _RULE.fullmatch(view.text, *lines[at]))


def _said(view: View, line: Span) -> str:
    """A line as it is printed, its places those of the sheet."""
    start, end = view.span(*line)
    return view.source[view.source.rfind("\n", 0, start) + 1 : end]


def _row(view: View, line: Span, edges: list[int]) -> Row:
    """The cells of a line, each in the first of its columns; a stretch of a rule is an empty one."""
    start, end = view.span(*line)
    first = view.source.rfind("\n", 0, start) + 1
    bars = [match.start() for match in _BARS.finditer(view.source, first, end)]
    row = [EMPTY] * (len(edges) - 1)
    for one, two in pairwise(bars if len(bars) > 1 and bars[-1] >= end - 1 else [*bars, end]):
        column = min(range(len(row)), key=lambda each: abs(edges[each] - (one - first)))
        if not _is_rule(view.source, one + 1, two):
            found = cell(view, view.place(one + 1), view.place(two))
            row[column] = joined(row[column], found) if found.pieces else row[column]
    return row


def _is_rule(source: str, start: int, end: int) -> bool:
    """Whether a stretch is of a rule; one dash alone is a cell."""
    return bool(_PART.fullmatch(source, start, end)) and any(source.find(each, start, end) >= 0 for each in ("---", "==="))


def _levels(rows: list[Row]) -> list[Row]:
    """The lines of a head, those that a rule inside parts on their own."""
    found: list[list[Row]] = [[]]
    for row in rows:
        if any(_filled(row)):
            found[-1].append(row)
        elif found[-1]:
            found.append([])
    return [_one(each) for each in found if each]


def _one(rows: list[Row]) -> Row:
    return [reduce(joined, (each for each in column if each.pieces), EMPTY) for column in zip(*rows, strict=True)]


def _filled(row: Row) -> list[bool]:
    return [bool(each.pieces) for each in row]


__all__ = ["boxed", "is_title"]
