"""Tables whose rows are lines that end in their figures, one blank apart, below heads that run on: ``Quý I 24 112 6``."""

from __future__ import annotations

import re
from functools import reduce

from ...text import View
from .cell import EMPTY, Cell, Row, Span, cell, joined
from .cut import Word, words_of
from .heads import counts_in, is_known, meanings, plain
from .layout import Grid
from .topics import topic

_FIGURE = re.compile(r"(?:\d[\d.,]*%?|[-–]|\.{2,3})(?:/\d[\d.,]*)?")
_END = frozenset("0123456789-–.%")  # what the last figure ends with
_ORDER = re.compile(r"\d{1,2}[.)]?|[IVX]{1,4}[.)]?")
_MOST, _LONGEST = 6, 160  # lines of heads, and characters of a line
_LEAST, _WIDEST = 2, 12  # figures of a row
_WORDS = 40  # of all heads
_HEAD = 9  # words of a head
#: What a word is worth of a head that is known, that says what is counted, of others; what a capital is worth that opens one.
_KNOWN, _COUNTS, _STRANGE, _OPENS = 2.0, 0.5, -1.0, 0.8
_TORN, _BREAK = 3.0, 0.5  # what a capital inside a head costs, and the beginning of a line
_FIRST = 4  # words of the first head, which is to be known
_NEVER = -1e9
_ROWS = 2_000
_TRIES = 8


class Trails:
    """The tables of a text whose rows end in their figures; heads that turn out to be none are only looked for a few times."""

    def __init__(self, view: View, lines: list[Span]) -> None:
        self._view, self._lines, self._tries = view, lines, _TRIES

    def at(self, at: int) -> Grid | None:
        """The table whose heads begin at a line; None where what follows are no rows of figures below heads that are known."""
        view, lines = self._view, self._lines
        first = _first_row(view.text, lines, at) if self._tries else None
        if first is None or _is_laid(view, lines[at : first + _LEAST]) or not (size := _size(view.text, lines, first)):
            return None
        self._tries -= 1
        heads = _best(view, lines, at, first, size)
        if heads is None or (at + 1 < first and (below := _best(view, lines, at + 1, first, size)) and is_known(below[0].text)):
            return None  # none, or below a title
        self._tries = _TRIES
        rows, end = _rows(view, lines, first, heads, size)
        return Grid([heads, *rows], lines[at][0], end, 1)


def _figures(text: str, line: Span) -> int:
    """How many figures a line ends in, beside the words or the year that it opens with; 0 for one that is no row."""
    start, end = line
    if end - start > _LONGEST or text[end - 1 : end] not in _END:
        return 0
    tokens = text[start:end].split()
    count = 0
    while count < len(tokens) and _FIGURE.fullmatch(tokens[-1 - count]):
        count += 1
    return min(count, len(tokens) - 1, _WIDEST + 1)


def _first_row(text: str, lines: list[Span], at: int) -> int | None:
    """The first of two rows in a row, a few lines below a line that is none."""
    if lines[at][1] - lines[at][0] > _LONGEST or _figures(text, lines[at]) >= _LEAST or text[lines[at][1] - 1] in ".;:":
        return None
    for one in range(at + 1, min(at + _MOST + 1, len(lines) - 1)):
        if _figures(text, lines[one]) >= _LEAST:
            return one if _figures(text, lines[one + 1]) >= _LEAST else None
    return None


def _is_laid(view: View, lines: list[Span]) -> bool:
    """Whether bars, tabs or gaps part cells in one of some lines."""
    said = [view.source[slice(*view.span(*line))].strip() for line in lines]
    return any(mark in each for each in said for mark in ("|", "\t", "  "))


def _size(text: str, lines: list[Span], first: int) -> int:
    """How many figures all rows have; 0 where they have too many."""
    counts = []
    for line in lines[first : first + _ROWS]:
        if (count := _figures(text, line)) < _LEAST:
            break
        counts.append(count)
    return min(counts) if min(counts) <= _WIDEST else 0


def _best(view: View, lines: list[Span], at: int, first: int, size: int) -> Row | None:
    """The heads from a line up to the first row; with a column of labels, perhaps of numbers of rows and of units."""
    words = words_of(view.text, lines[at][0], lines[first - 1][1])
    if not 1 < len(words) <= _WORDS or not any(is_known(_said(words[:end])) for end in range(1, _FIRST + 1)):
        return None
    best = _ways(words, size + 3)
    found = [each for more in (1, 2, 3) if (each := _heads(view, words, best, size, more))]
    return max(found, key=lambda each: each[0], default=(0.0, None))[1]


Ways = dict[tuple[int, int], tuple[float, tuple[int, ...]]]


def _ways(words: list[Word], most: int) -> Ways:
    """By how many heads there are and where they end, what the best of them are worth and where each ends."""
    best: Ways = {(0, 0): (0.0, ())}
    worth = {(a, b): _worth(words, a, b) for b in range(1, len(words) + 1) for a in range(max(0, b - _HEAD), b)}
    for count in range(1, most + 1):
        for end in range(count, len(words) + 1):
            ways = (
                (held[0] + worth[start, end], (*held[1], end))
                for start in range(max(0, end - _HEAD), end)
                if (held := best.get((count - 1, start)))
            )
            if way := max(ways, default=None):
                best[count, end] = way
    return best


def _heads(view: View, words: list[Word], best: Ways, size: int, more: int) -> tuple[float, Row] | None:
    """The best heads, one a figure and so many more: of labels, of numbers of rows, of units."""
    value, ends = best.get((size + more, len(words)), (_NEVER, ()))
    row = [cell(view, words[a].start, words[b - 1].end) for a, b in zip((0, *ends[:-1]), ends, strict=False)]
    known = sum(bool(is_known(each.text) or topic(plain(each.text))) for each in row)
    fits = row and value > 0 and 1 + _is_ordered(row) + (_unit(row) > 0) == more
    return (value, row) if fits and 3 * known >= 2 * len(row) else None


def _worth(words: list[Word], start: int, end: int) -> float:
    """How well words are one head: known ones, or such that say what is counted, from a capital on, without one inside."""
    said, size, first = _said(words[start:end]), end - start, words[start].text[:1]
    inside = words[start + 1 : end]
    torn = _TORN * sum(each.text[:1].isupper() and not each.text.isupper() for each in inside)
    torn += _BREAK * sum(each.opens for each in inside)
    opens = _OPENS if first.isupper() else -_OPENS if first.islower() else -_TORN  # a unit in brackets opens none
    if torn < _TORN and is_known(said):
        return _KNOWN * size + opens - torn
    return (_COUNTS if topic(plain(said)) else _STRANGE) * size + opens - torn


def _is_ordered(heads: Row) -> bool:
    return ("*", "order") in meanings(heads[0].text)


def _unit(heads: Row) -> int:
    """The place of the column of units; 0 for none."""
    return next((at for at, each in enumerate(heads) if at and ("*", "unit") in meanings(each.text)), 0)


def _rows(view: View, lines: list[Span], first: int, heads: Row, size: int) -> tuple[list[Row], int]:
    """The rows, a label over two lines or what heads a group among them, and the line behind the last."""
    text, found, at = view.text, list[Row](), first
    held: list[Word] = []  # the words of a label that goes on
    while at < len(lines) and at - first < _ROWS:
        words = words_of(text, *lines[at])
        if _figures(text, lines[at]) >= size:
            found.append(_row(view, [*held, *words], heads, size))
            held = []
        elif held or not words or not _leads(text, lines, at, size):
            break
        elif text[lines[at + 1][0]].islower():
            held = words
        else:
            group = cell(view, words[0].start, words[-1].end)
            found.append([*[EMPTY] * _is_ordered(heads), group, *[EMPTY] * (len(heads) - 1 - _is_ordered(heads))])
        at += 1
    return found, at


def _leads(text: str, lines: list[Span], at: int, size: int) -> bool:
    """Whether a line without figures goes with the row below it."""
    start, end = lines[at]
    near = at + 1 < len(lines) and text.count("\n", end, lines[at + 1][0]) == 1
    return near and end - start < _LONGEST // 2 and text[end - 1] not in ".;:" and _figures(text, lines[at + 1]) >= size


def _row(view: View, words: list[Word], heads: Row, size: int) -> Row:
    """A row: its number, label, unit and figures."""
    label, figures = words[:-size], words[-size:]
    row: Row = []
    if _is_ordered(heads):
        numbered = len(label) > 1 and bool(_ORDER.fullmatch(label[0].text))
        row.append(cell(view, label[0].start, label[0].end) if numbered else EMPTY)
        label = label[numbered:]
    unit = _unit(heads)
    cut = next((at for at in range(max(1, len(label) - 3), len(label)) if unit and counts_in(_said(label[at:]))), len(label))
    row.append(_joined(view, label[:cut]))
    if unit:
        row.append(_joined(view, label[cut:]))
    return [*row, *(cell(view, each.start, each.end) for each in figures)]


def _said(words: list[Word]) -> str:
    return " ".join(each.text for each in words)


def _joined(view: View, words: list[Word]) -> Cell:
    """Words as a cell, of a piece for each of their lines."""
    if not words:
        return EMPTY  # of a unit that a row does not say
    starts = [at for at, each in enumerate(words) if each.opens or at == 0]
    pieces = [cell(view, words[a].start, words[b - 1].end) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    return reduce(joined, pieces)


__all__ = ["Trails"]
