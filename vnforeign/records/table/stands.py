"""Where the columns of a table stand: at places that few cells stand across and that part many neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from .cell import EMPTY, Cell, Span, joined
from .rivers import Placed

_MORE = 30  # what a column more costs: two neighbours that it does not part may have odd blanks between them
_DEEP = 3  # characters that a cell stands across a place for it to count as a whole
_HEAD = 3  # lines that a line of the head counts for
_ONE, _TWO, _PARTS = 20, 10, 240  # what a gap in a line is worth, one between two lines, one of the head
_WIDEST = 600  # characters of a line


def edges(lines: list[Placed], head: int) -> list[int] | None:
    """Where each column begins, the first at the margin, told by all lines; the first ``head`` of them count more than others."""
    told = [(line, _HEAD if at < head else 1) for at, line in enumerate(lines) if len(line) > 1]
    width = max((line[-1][1] for line in lines), default=0)
    if not told or width > _WIDEST:
        return None
    gaps: dict[int, Counter[int]] = {start: Counter() for line in lines for start, _, _ in line}  # by where they end
    for at, line in enumerate(lines):
        for (_, end, _), (start, _, _) in pairwise(line):
            gaps[start][end] += _PARTS if at < head else _ONE
    for at, pair in enumerate(pairwise(lines), 1):
        for end, start in _between(*pair):
            gaps[start][end] += _PARTS if at < head else _TWO
    return _best(sorted(gaps)[1:], _across(told, width), gaps, width)


def _between(above: Placed, below: Placed) -> Iterator[Span]:
    """The gaps between cells of two lines that stand one beside the other though not in one line: half a line apart."""
    last, held = 0, 0
    for start, end, of in sorted([(a, b, 1) for a, b, _ in above] + [(a, b, 2) for a, b, _ in below]):
        if start > last + 1:
            if held + of == 3:  # each of another line
                yield last, start
            held = 0
        last, held = max(last, end), held | of


def _across(told: Iterable[tuple[Placed, int]], width: int) -> list[float]:
    """For each place how much stands across it."""
    found = [0.0] * (width + 1)
    for line, weight in told:
        for start, end, _ in line:
            for at in range(start + 1, end):
                found[at] += weight * _ONE * min(at - start, end - at, _DEEP) / _DEEP
    return found


def _best(places: list[int], across: list[float], gaps: dict[int, Counter[int]], width: int) -> list[int]:
    """The places that cost least: by what stands across them, and by the gaps that none of them parts."""
    begun = [0] * (width + 1)  # of the gaps that end before a place, how many begin where
    best: list[tuple[float, int]] = []  # for each place what it costs at least, and the place before
    for at, place in enumerate([*places, width + 1]):
        value, back, missed, begin = 0.0, -1, 0, width
        ways = []
        for before in range(at - 1, -2, -1):
            least = places[before] if before >= 0 else -1
            while begin > least:
                missed += begun[begin]
                begin -= 1
            ways.append(((best[before][0] if before >= 0 else 0.0) + missed, before))
        value, back = min(ways)
        best.append((value + _MORE + (across[place] if place <= width else 0.0), back))
        for begin, count in gaps.get(place, {}).items():
            begun[begin] += count
    found, at = list[int](), best[-1][1]
    while at >= 0:
        found.append(places[at])
        at = best[at][1]
    return [0, *found[::-1]]


def zones(line: Placed, starts: list[int]) -> list[list[int]]:
    """For each cell of a line the columns that it stands in by more than a few characters; the one it stands in most first."""
    columns = list(enumerate(zip(starts, [*starts[1:], _WIDEST * 2], strict=True)))
    found = []
    for start, end, _ in line:
        shared = {at: min(end, b) - max(start, a) for at, (a, b) in columns if start < b and a < end}
        far = sorted(shared, key=lambda at: (-shared[at], at))
        found.append([at for at in far if at == far[0] or shared[at] >= _DEEP])
    return found


def placed(line: Placed, starts: list[int]) -> list[tuple[Cell, Span]]:
    """The cells of a line in their columns, and where they stand; two in one column where no other is free."""
    row: list[tuple[Cell, Span]] = [(EMPTY, (0, 0))] * len(starts)
    for (start, end, each), where in zip(line, zones(line, starts), strict=True):
        free = [at for at in where if not any(one.pieces for one, _ in row[at:])]
        own = max(at for at, begin in enumerate(starts) if begin <= start or not at)
        at = own if own in free else free[0] if free else where[0]
        row[at] = (joined(row[at][0], each), row[at][1]) if row[at][0].pieces else (each, (start, end))
    return row


__all__ = ["edges", "placed", "zones"]
