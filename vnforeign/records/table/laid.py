"""Rows that have lost empty cells, laid under their columns as these take them; a cell that may stand in two stands in none."""

from __future__ import annotations

from functools import lru_cache
from heapq import nlargest

from .cell import EMPTY, Row
from .interleaved import worth

_LOST, _LOST_END = -1.5, -0.7  # what a lost cell costs, and one at the end
_EMPTY = -0.3
_MARGIN = 0.8  # readings that are worth less than the best by more do not count
_BEAM = 4
_KEPT = 0.6  # of the cells are to have a place
_NEVER = -1e9


@lru_cache(65536)
def _value(shape: str, said: str) -> float:
    if shape == "order":
        return 2.0 if said[:1].isdecimal() else _EMPTY if not said else -9.0
    return worth(shape, said) if said else _EMPTY


def value_of(row: Row, shapes: list[str]) -> float:
    """What the best way to lay a row is worth."""
    size, said = len(row), [each.text for each in row]
    best = [0.0] + [_NEVER] * size
    for shape in shapes:
        now = [each + (_LOST_END if at == size else _LOST) for at, each in enumerate(best)]
        for at in range(size):
            now[at + 1] = max(now[at + 1], best[at] + _value(shape, said[at]))
        best = now
    return best[size]


def laid(row: Row, shapes: list[str]) -> Row | None:
    """The row with the cells that have one place alone; None where hardly any has."""
    ways: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())], *([] for _ in row)]
    for place, shape in enumerate(shapes):
        now = []
        for at in range(len(row) + 1):
            lost = _LOST_END if at == len(row) else _LOST
            found = [(value + lost, places) for value, places in ways[at]]
            if at:
                more = _value(shape, row[at - 1].text)
                found += [(value + more, (*places, place)) for value, places in ways[at - 1]]
            now.append(nlargest(_BEAM, found))
        ways = now
    best = ways[-1]
    close = [places for value, places in best if value > best[0][0] - _MARGIN]
    made = [EMPTY] * len(shapes)
    held = [at for at, place in enumerate(close[0]) if row[at].pieces and all(each[at] == place for each in close)]
    for at in held:
        made[close[0][at]] = row[at]
    return made if best[0][0] > 0 and len(held) >= _KEPT * sum(bool(each.pieces) for each in row) else None


__all__ = ["laid", "value_of"]
