"""Heads of print on two levels: what stands in the middle above several columns holds for all of them."""

from __future__ import annotations

import re
from collections import Counter
from functools import reduce

from .cell import EMPTY, Cell, Row, Span, joined
from .heads import is_known, is_time
from .rivers import Placed

_FIGURE = re.compile(r"[\d.,%/ ()-]*\d[\d.,%/ ()-]*")
_TALLEST = 5  # lines of such heads
_UPPER = 2  # of them above the others
_MOST = 24  # columns
_BARE = 15.0  # what a column costs that no head stands over
_SAME, _OTHER = 8.0, 3.0  # what one costs that shares its words with others and none stands above it; what another one does
_ALONE = 3.0  # what a head above one column costs that has its own
_FAR = 2.0  # what a blank between a head and its column costs
_NEVER = 1e9


def first_row(lines: list[Placed]) -> int:
    """The index of the first line that holds a figure, which is no year."""
    return next((at for at, line in enumerate(lines) if any(_is_figure(each.text) for _, _, each in line)), 0)


def _is_figure(words: str) -> bool:
    return bool(_FIGURE.fullmatch(words)) and not is_time(words)


def overhead(top: list[Placed], columns: list[Span]) -> list[Row] | None:
    """Two rows of heads for the lines above the first row; None where none stands above several columns, or too few are known."""
    if not 2 <= len(top) <= _TALLEST or not 3 <= len(columns) <= _MOST:
        return None
    ways = [one for count in range(1, min(_UPPER, len(top) - 1) + 1) if (one := _split(top[:count], top[count:], columns))]
    return max(ways, key=_known, default=None)


def _known(rows: list[Row]) -> int:
    return sum(is_known(low.text) or is_known(f"{up.text} {low.text}") for up, low in zip(*rows, strict=True))


def _split(upper: list[Placed], lower: list[Placed], columns: list[Span]) -> list[Row] | None:
    leaves: Row = [EMPTY] * len(columns)
    for line in lower:
        for each, (first, _) in _over(line, columns, None):
            leaves[first] = joined(leaves[first], each) if leaves[first].pieces else each
    wide = [_widened(column, leaf, lower) for column, leaf in zip(columns, leaves, strict=True)]
    above: list[list[Cell]] = [[] for _ in columns]
    shared = False
    for line in upper:
        for each, (first, last) in _over(line, wide, leaves):
            shared = shared or last - first > 1
            for at in range(first, last):
                above[at].append(each)
    tops = [reduce(joined, each, EMPTY) if len(each) > 1 else each[0] if each else EMPTY for each in above]
    rows = [[up if up.pieces else low for up, low in zip(tops, leaves, strict=True)]]
    rows.append([low if low.pieces else up for up, low in zip(tops, leaves, strict=True)])
    if not shared or not all(each.pieces for each in rows[1]) or 4 * _known(rows) < 3 * len(columns):
        return None
    return rows


def _widened(column: Span, leaf: Cell, lines: list[Placed]) -> Span:
    """A column as wide as its head."""
    held = [(start, end) for line in lines for start, end, each in line if leaf.pieces and _is_in(each, leaf)]
    return min([column[0], *(start for start, _ in held)]), max([column[1], *(end for _, end in held)])


def _is_in(one: Cell, whole: Cell) -> bool:
    return any(start <= one.start and one.end <= end for start, end in whole.pieces)


def _over(line: Placed, columns: list[Span], leaves: Row | None) -> list[tuple[Cell, Span]]:
    """The cells of a line with the columns that each stands over, as they stand best together; above ``leaves`` over several."""
    size = len(columns)
    words = Counter(each.lower for each in leaves or [])
    skips = [
        1.0 if leaves is None else _BARE if not leaf.pieces else _SAME if words[leaf.lower] > 1 else _OTHER
        for leaf in leaves or [EMPTY] * size
    ]
    best: list[dict[int, tuple[float, list[Span]]]] = [{} for _ in range(size + 1)]
    best[0][0] = (0.0, [])
    for at in range(size):
        for used, (value, spans) in best[at].items():
            _keep(best[at + 1], used, value + skips[at], spans)
            if used == len(line):
                continue
            for last in range(at + 1, size + 1 if leaves else at + 2):
                cost = _cost(line[used], columns[at:last], leaves[at:last] if leaves else None)
                if cost < _NEVER:
                    _keep(best[last], used + 1, value + cost, [*spans, (at, last)])
    spans = best[size].get(len(line), (0.0, []))[1]
    return [(each, span) for (_, _, each), span in zip(line, spans, strict=False)]


def _keep(held: dict[int, tuple[float, list[Span]]], used: int, value: float, spans: list[Span]) -> None:
    if value < held.get(used, (_NEVER, spans))[0]:
        held[used] = (value, spans)


def _cost(placed: tuple[int, int, Cell], columns: list[Span], leaves: Row | None) -> float:
    """What it costs to put a head over columns: how far it is from their middle, or from the one that it heads."""
    start, end, each = placed
    first, last = columns[0][0], columns[-1][1]
    aside = abs(start + end - first - last) / 2
    if len(columns) > 1:
        return aside if leaves and all(leaf.pieces for leaf in leaves) else _NEVER
    apart = _FAR * max(first - end, start - last, 0) + 0.1 * aside
    if leaves is None or not leaves[0].pieces or is_known(f"{each.text} {leaves[0].text}"):
        return apart
    return aside + _ALONE


__all__ = ["first_row", "overhead"]
