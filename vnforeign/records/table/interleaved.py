"""Rows of a printed page copied line by line: the first lines of all cells, then their second lines, parted by single blanks or
each on a line of its own. Which piece goes on with which cell is told by what the columns take, by words that go together, and
by how wide the columns are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from heapq import nlargest
from itertools import pairwise
from typing import TypeVar

import msgspec

from ...text import View
from ..wording import pattern
from .cell import EMPTY, Row, cell, joined
from .cut import Word, may_open
from .pairs import Pair, go_together
from .takes import is_open, takes

_BEAM, _BEAM_OF_PIECES = 8, 30  # readings of a row that are kept
_BEHIND = 4.0  # what they may be worth less than the best
EMPTY_COST = -1.0  # what an empty cell costs
_NARROW, _WIDE = 0.3, 8  # what a character over the width of a column costs, and how many of them are too many
_TOGETHER, _TORN = 0.8, 0.5  # what words that go together are worth in a cell, and cost in two
_TWICE, _SMALL = 0.8, 0.3  # what costs a word said twice, and a small letter that goes on with a name
_OPEN_ENDED, _BARE = 1.5, 0.9  # what an open end costs a whole cell, and a class without a name
_WORDS, _LINES, _PIECES = 90, 8, 50  # of a row
_SHOWN = 12  # rows that show how wide the columns are
_AGREE, _VOTE = 3, 0.3  # broken lines that show it; what a line that was not broken says
_NAMED = ("ours", "theirs")
_NAMELESS = pattern(
    r"(?:^|\b(?:UBND|Ủy ban nhân dân|Chính quyền|Bệnh viện|Hội|Sở|Công an|Trường|Ban|Phòng|Trung tâm)[^,;()]{0,40} )"
    r"(?:tỉnh|huyện|thành phố|bang|quận|xã|tổ chức|đại học|cao đẳng|thị xã|phường)$|^(?:Sở|Tổ chức|Trường|Viện|Ủy ban|UBND|Bộ)$",
    re.IGNORECASE,
)
_CLASSES = ("tỉnh", "huyện", "xã", "phố", "quận", "bản")  # which any name may follow
_OPENS = (*_CLASSES, "thành", "thị", "và", "nhân")
_AGAIN = re.compile(r"\b([^\W\d]+) \1\b")
_SHORT = pattern(r"(?:Sở|Hội|Công an|Ban|Phòng|Trung tâm|Bệnh viện|Trường)\b.{3,40} tỉnh$")  # Sở Y tế tỉnh

T = TypeVar("T")
Pieces = tuple[tuple[int, int], ...]  # of a cell: from word to word
Bounds = tuple[tuple[int, int], ...]  # of each column: as long as its longest line, shorter than what was broken
FREE = (0, 999)  # of a column of which nothing is known


class Reading(msgspec.Struct, frozen=True):
    """Cells read so far: the words of each, its pieces, and between which lengths its lines break."""

    value: float
    texts: tuple[str, ...]
    pieces: tuple[Pieces, ...]
    bounds: Bounds
    open: frozenset[int]  # columns whose cells have a piece in the line of print that is read


State = tuple[Reading, int, frozenset[int]]  # with the column of the last piece, and the columns it may go on in


class Columns:
    """The columns of a table: their shapes, their widths as far as they are known, and words around it that go together."""

    def __init__(self, shapes: list[str], pairs: frozenset[Pair]) -> None:
        self.shapes, self.pairs = shapes, pairs
        self.bounds: Bounds = (FREE,) * len(shapes)

    def read(self, rows: list[list[Word]], across: bool) -> list[Reading | None]:
        """The rows, first by what the columns take alone, then by the widths that most of their lines agree on."""
        of = self.of_lines if across else self.of_pieces
        shown = [(row, of(row)) for row in rows[:_SHOWN]]
        self.bounds = tuple(width([_broken(row, one, at) for row, one in shown if one]) for at in range(len(self.shapes)))
        return [of(row) for row in rows]

    def of_lines(self, words: list[Word]) -> Reading | None:
        """A row whose lines run across the columns."""
        starts = [*(at for at, each in enumerate(words) if each.opens), len(words)]
        if len(words) > _WORDS or not len(starts) <= _LINES + 1:
            return None
        kept = self._first(words, starts[1])
        if len(starts) == 2:
            return max((self._settled(each) for each in kept), key=_value, default=None)
        for start, end in pairwise(starts[1:]):
            whole = end == len(words)
            ways = (self._on(self._settled(one) if whole else one, words, start, end, whole) for one in kept)
            kept = _kept(each for one in ways for each in one)
        return max(kept, key=_value, default=None)

    def of_pieces(self, words: list[Word]) -> Reading | None:
        """A row whose pieces stand on a line each."""
        size = len(self.shapes)
        starts = [*(at for at, each in enumerate(words) if each.opens), len(words)]
        if len(words) > 2 * _WORDS or not size - 1 < len(starts) <= _PIECES:
            return None
        kept: list[State] = [(Reading(0.0, ("",) * size, ((),) * size, self.bounds, frozenset()), -1, frozenset(range(size)))]
        for start, end in pairwise(starts):
            ways = (each for one in kept for each in self._placed(one, words, start, end))
            kept = nlargest(_BEAM_OF_PIECES, ways, key=lambda each: each[0].value)
        return max((self._settled(each[0]) for each in kept), key=_value, default=None)

    def _placed(self, state: State, words: list[Word], start: int, end: int) -> Iterator[State]:
        """A piece further right in the same line of print, or in the next one."""
        one, last, free = state
        empty = EMPTY_COST if len(free) == len(self.shapes) else 0.0  # in the first line of print
        for column in range(last + 1, len(self.shapes)):
            if column in free and (made := self._put(one, words, start, end, column)):
                yield _with(made, empty * (column - last - 1), made.open), column, free
        below = _with(one, empty * (len(self.shapes) - last - 1), frozenset())
        for column in one.open:
            if 0 < column <= last and (made := self._put(below, words, start, end, column)):
                yield made, column, one.open - {0}

    def _first(self, words: list[Word], end: int) -> list[Reading]:
        """The best ways to part a row's first line into the beginnings of its cells."""
        places = [0, *(at for at in range(1, end) if may_open(words[at].text)), end]
        torn = [self._torn(words, at) if 0 < at < end else 0.0 for at in places]
        best: list[list[tuple[float, Pieces]]] = [[(0.0, ())], *([] for _ in places[1:])]
        for shape in self.shapes:
            now = []
            for to, stop in enumerate(places):
                found = [(value + EMPTY_COST, (*cuts, (stop, stop))) for value, cuts in best[to]]
                for at in range(to):
                    if best[at]:
                        worth = _begins(shape, _said(words, places[at], stop)) - torn[at]
                        found += [(value + worth, (*cuts, (places[at], stop))) for value, cuts in best[at]]
                now.append(nlargest(_BEAM, found))
            best = now
        return _kept(self._reading(words, value, cuts) for value, cuts in best[-1])

    def _reading(self, words: list[Word], value: float, cuts: Pieces) -> Reading:
        texts = tuple(_said(words, a, b) for a, b in cuts)
        held = tuple((max(low, len(each)), high) for each, (low, high) in zip(texts, self.bounds, strict=True))
        value -= _NARROW * sum(max(low - high, 0) for low, high in held)
        pieces = tuple(((a, b),) if a < b else () for a, b in cuts)
        return Reading(value, texts, pieces, held, frozenset(at for at, each in enumerate(texts) if each))

    def _on(self, one: Reading, words: list[Word], start: int, end: int, whole: bool) -> list[Reading]:
        """The best way in which a line goes on with cells of the line before."""
        best: dict[int, Reading] = {start: _with(one, 0.0, frozenset())}
        for column in sorted(one.open):
            now = dict(best)
            for at, held in best.items():
                for stop in range(at + 1, end + 1):
                    made = self._put(held, words, at, stop, column, whole)
                    if made is None:
                        break
                    if stop not in now or made.value > now[stop].value:
                        now[stop] = made
            best = now
        return [best[end]] if end in best else []

    def _put(self, one: Reading, words: list[Word], start: int, end: int, column: int, whole: bool = False) -> Reading | None:
        """A reading with one piece more; None where it is far too wide for its column."""
        said, text, shape = _said(words, start, end), one.texts[column], self.shapes[column]
        low, high = one.bounds[column]
        over = max(low - high, 0)
        low = max(low, len(said))
        if text:
            broken = len(_said(words, *one.pieces[column][-1])) + len(words[start].text)  # one more did not fit
            high = min(high, broken)
        if low - high > _WIDE:
            return None
        of = worth if whole else _begins
        value = of(shape, f"{text} {said}".strip()) - (of(shape, text) if text else 0.0) - self._torn(words, start)
        if text:
            value += self._joint(words, one.pieces[column][-1][1] - 1, start, shape)
        return Reading(
            one.value + value - _NARROW * (max(low - high, 0) - over),
            _set(one.texts, column, f"{text} {said}".strip()),
            _set(one.pieces, column, (*one.pieces[column], (start, end))),
            _set(one.bounds, column, (low, high)),
            one.open | {column},
        )

    def _joint(self, words: list[Word], last: int, start: int, shape: str) -> float:
        """What the last word of a line and the first of the next are worth together."""
        one, two = words[last].text, words[start].text
        if go_together(self.pairs, one, two) and one not in _CLASSES:
            return _TOGETHER
        return -_SMALL * (shape in _NAMED and two[:1].islower() and two not in _OPENS)

    def _torn(self, words: list[Word], at: int) -> float:
        """What it costs to begin a piece between two words of a line that go together."""
        return _TORN if not words[at].opens and go_together(self.pairs, words[at - 1].text, words[at].text) else 0.0

    def _settled(self, one: Reading) -> Reading:
        """A reading whose cells are at their worth as whole ones."""
        held = [(shape, text) for shape, text in zip(self.shapes, one.texts, strict=True) if text]
        less = sum(_begins(shape, text) - worth(shape, text) for shape, text in held)
        return _with(one, -less, one.open)


def row_of(view: View, words: list[Word], one: Reading) -> Row:
    """The cells of a reading."""
    cells = [[cell(view, words[a].start, words[b - 1].end) for a, b in pieces] for pieces in one.pieces]
    return [reduce(joined, each, EMPTY) for each in cells]


def _kept(readings: Iterable[Reading]) -> list[Reading]:
    """The best of some readings, as far as they may still be the best."""
    found = nlargest(_BEAM, readings, key=_value)
    return [each for each in found if each.value > found[0].value - _BEHIND]


def _value(one: Reading) -> float:
    return one.value


def _with(one: Reading, more: float, open_: frozenset[int]) -> Reading:
    return Reading(one.value + more, one.texts, one.pieces, one.bounds, open_)


@lru_cache(65536)
def _begins(shape: str, said: str) -> float:
    """How well words begin a cell, which may go on in the next line."""
    return worth(shape, said) + _OPEN_ENDED * is_open(said)


@lru_cache(65536)
def worth(shape: str, said: str) -> float:
    """How well words fill a cell; a class of places or bodies without a name hardly does, nor does a word said twice."""
    bare = shape in _NAMED and _NAMELESS.search(said) and not (shape == "ours" and _SHORT.match(said))
    return takes(shape, said) - _BARE * bool(bare) - _TWICE * bool(_AGAIN.search(said))


def _set(held: tuple[T, ...], at: int, value: T) -> tuple[T, ...]:
    return (*held[:at], value, *held[at + 1 :])


def _said(words: list[Word], start: int, end: int) -> str:
    return " ".join(each.text for each in words[start:end])


def _broken(words: list[Word], one: Reading, column: int) -> list[tuple[int, int]]:
    """How long the lines of a cell are, and how long each would be with the word more that did not fit."""
    pieces = one.pieces[column]
    sizes = [len(_said(words, *each)) for each in pieces]
    longer = [size + 1 + len(words[start].text) for size, (start, _) in zip(sizes, pieces[1:], strict=False)]
    return list(zip(sizes, [*longer, FREE[1]], strict=False))


def width(cells: list[list[tuple[int, int]]]) -> tuple[int, int]:
    """The width of a column that most of its broken lines agree on."""
    lines = [line for each in cells for line in each[:-1]]
    ends = [each[-1][0] for each in cells if each]
    if len(lines) < _AGREE:
        return FREE
    votes = {width: sum(a <= width < b for a, b in lines) + _VOTE * sum(each <= width for each in ends) for width, _ in lines}
    best = max(votes, key=lambda one: (votes[one], -one))
    return best, best


__all__ = ["EMPTY_COST", "FREE", "Columns", "Reading", "row_of", "width", "worth"]
