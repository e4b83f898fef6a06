"""Tables with a cell a line, or a cell over several lines: which lines are their heads, what the columns may hold, and of several
ways to read them the best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import View
from .cell import Span
from .heads import meanings
from .interleaved import EMPTY_COST, worth
from .layout import Grid
from .pouredheads import Heads, is_first, ways
from .pouredrows import FIGURE, SHORT, Poured
from .takes import likely, shape

_BEHIND = re.compile(r"\W*(?:nơi nhận|ghi chú ?:|người lập|tm\.|kt\.|tl\.|\(?nguồn(?: số liệu)? ?:)", re.IGNORECASE)
_COUNTED = ("text", "title", "ours", "theirs", "award", "office", "place", "person")  # what figures may stand for
_HEADS, _EMPTY = 4, 4  # heads in a row that begin another table, and empty cells that blank lines may stand for
_PLAIN = 100  # rows
_TOKENS, _LONG = 20_000, 2_000  # lines of a table, and of one that is long
_NOTHING = -1e9


class Pours:
    """The tables of a text that have a cell a line."""

    def __init__(self, view: View, lines: list[Span]) -> None:
        self._view, self._lines, self._tried = view, lines, 0

    def at(self, at: int) -> Grid | None:
        """The table whose heads begin at a line; None where none of the ways to read them is worth it."""
        if at < self._tried:
            return None
        found: list[tuple[Heads, list[Span], list[str]]] = []
        for heads in ways(self._view, self._lines, at):
            self._tried = max(self._tried, at + heads.lines - 1)
            below = at + heads.lines
            if _is_plain(self._view.text, self._lines[below : below + _PLAIN * len(heads.cells)], heads):
                return None
            tokens = list(_tokens(self._view.text, self._lines, at, heads))
            found += [(heads, tokens, shapes) for shapes in _ways(self._view.text, heads, tokens)]
        told = max((len(tokens) for _, tokens, _ in found), default=0) if len(found) > 1 else 0
        if told > _LONG:  # its first lines say which way is best
            found = [max(found, key=lambda one: self._read(at, one[0], one[1][:_LONG], one[2])[0])]
        return max((self._read(at, *each) for each in found), key=lambda each: each[0], default=(0.0, None))[1]

    def _read(self, at: int, heads: Heads, tokens: list[Span], shapes: list[str]) -> tuple[float, Grid | None]:
        """What a way to read a table is worth, and the table."""
        made = Poured(self._view, heads, tokens, shapes).rows()
        if made is None:
            return _NOTHING, None
        value, rows, end = made
        return value + heads.value, Grid([heads.cells, *rows], self._lines[at][0], _line_at(self._lines, at, end), 1)


def _ways(text: str, heads: Heads, tokens: list[Span]) -> Iterator[list[str]]:
    """What the columns may hold: what their heads say, and figures alone but for the first one where most lines are figures."""
    said = [each.text for each in heads.cells]
    shapes = [shape(each, likely(said)) for each in said]
    yield shapes
    first = 1 + (shapes[0] == "order")
    counted = [*shapes[:first], *("figure" if each in _COUNTED else each for each in shapes[first:])]
    shown = [text[a:b].strip() for a, b in tokens[: 3 * len(said)] if a < b]
    if counted != shapes and 2 * sum(bool(FIGURE.fullmatch(each)) for each in shown) > len(shown):
        yield counted


def better(one: Grid | None, two: Grid | None) -> Grid | None:
    """Of two ways to read a table the one whose rows fill its columns better."""
    if one is None or two is None:
        return one or two
    return max((one, two), key=_filled)


def _filled(grid: Grid) -> float:
    said = [each.text for each in grid.rows[0]]
    shapes = [shape(each, likely(said)) for each in said]
    rows = [row for row in grid.rows[1:] if sum(bool(each.pieces) for each in row) > 1]
    return sum(
        worth(one, each.text) if each.pieces else EMPTY_COST for row in rows for one, each in zip(shapes, row, strict=False)
    )


def _is_plain(text: str, lines: list[Span], heads: Heads) -> bool:
    """Whether a long table has a cell a line, its rows numbered, and nothing else: that needs no choosing."""
    opens = lines[:: len(heads.cells)] if is_first(heads.cells[0].text) else []
    return len(opens) == _PLAIN and all(text[slice(*each)].strip(" .)").isdecimal() for each in opens)


def _line_at(lines: list[Span], at: int, end: int) -> int:
    """The line behind a place."""
    while at < len(lines) and lines[at][0] < end:
        at += 1
    return at


def _unit(text: str, lines: list[Span], at: int, size: int) -> int:
    """How many line ends part two cells: one, or two where blank lines stand between all of them."""
    last = min(at + 3 * size, len(lines) - 1)
    gaps = [text.count("\n", lines[one][1], lines[one + 1][0]) for one in range(at, last)]
    return 2 if 2 * sum(each > 1 for each in gaps) > len(gaps) else 1


def _tokens(text: str, lines: list[Span], top: int, heads: Heads) -> Iterator[Span]:
    """The lines below heads, blank ones that may be cells among them as empty places; none where heads follow upon heads."""
    unit, at = _unit(text, lines, top, heads.lines), top + heads.lines
    said = [text[slice(*line)].strip() for line in lines[top:at]]
    if any(text[slice(*line)].strip() == said[0] for line in lines[at : at + heads.lines]):
        return
    known = 0  # heads in a row that are not those of this table
    for one in range(at, min(len(lines), at + _TOKENS)):
        start, end = lines[one]
        words = text[start:end].strip()
        known = known + 1 if len(words) < SHORT and words not in said and meanings(words) else 0
        if _BEHIND.match(text, start, end) or known >= _HEADS or (is_first(words) and words != said[0]):
            return
        if words == said[0] and [text[slice(*line)].strip() for line in lines[one : one + len(said)]] != said:
            return  # another table
        gap = text.count("\n", lines[one - 1][1], start) if one > at else unit
        yield from [(start, start)] * min(gap // unit - 1, _EMPTY)
        yield start, end


__all__ = ["Pours", "better"]
