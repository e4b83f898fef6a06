"""Tables whose cells and rows run on in one paragraph, or in lines that break anywhere: heads, then row after row, with
nothing but a blank, or nothing at all, between two cells. What the columns take tells where each cell, and each row, begins.
"""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec
import regex

from ...text import View
from .cell import EMPTY, SUM, Row, Span, cell
from .cut import Word, may_open, texts_of, words_of
from .cut import worth as fills
from .glue import glued_words
from .headlines import opening
from .heads import is_known, meanings
from .layout import Grid
from .takes import likely, most, shape

_HEADS = 60  # words in which the heads stand
_FIRST = 6  # words of the first head
_WORDS, _LINES, _CHARACTERS = 3_000, 400, 20_000  # of a table
_OF_HEADS = 0.5  # what heads that are known weigh beside rows that fill them
_TITLES = 4  # lines of a title
_SEEN, _LONG = 120, 12  # characters of a line that are looked at first, and of a long word with its blank
_SHOWN = 160  # words that show whether there are rows at all
_GLUED = 3  # heads without a blank between them
_EMPTY, _ROW = -1.0, -0.4  # what an empty cell costs, and a row
_OPENS, _INSIDE = 0.8, -0.8  # what it is worth to a row that it begins a line, or costs that it does not where most rows do
_GROUP, _OF_GROUP = -0.6, 14  # what a line that heads a group costs, and its words
_OF_SUM, _OF_SUMS = 24, 1.5  # words of a line of sums, and what each of its cells is worth
_SEAM = -1.5  # what it costs that two words stand without a blank in one cell, or with one in two
_SHORT = 4  # letters of a head that may be capitals anyhow
_LEAST = 2  # rows
_SURE = 0.45  # what a cell is worth, at the least, in the mean
_NEVER = -1e9
_PARTS = ("|", "\t", "  ")
_FIGURE = re.compile(r"\d[\d.,]*")
_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_MARK = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/]?")
_BEHIND = re.compile(r"\W*(?:nơi nhận|ghi chú|người lập|tm\.|kt\.|tl\.|\(?nguồn(?: số liệu)? ?:)", re.IGNORECASE)


#: A small letter before a capital, a letter before a figure, a figure before a capital, nothing between them.
_CLOSE = regex.compile(r"[\p{Ll})]\p{Lu}|\p{Lu}{2}\p{Ll}|[\p{L})]\d|\d\p{Lu}")


class Way(msgspec.Struct):
    """The best rows that end at a place: their worth, how many are numbered, where the last begins, and its cells from place to
    place; none for a group.
    """

    value: float = _NEVER
    number: int = 0
    rows: int = 0
    before: int = -1
    cuts: tuple[int, ...] = ()


def opens(view: View, lines: list[Span], at: int) -> bool:
    """Whether a line opens with two heads that are known: cheap, and true of few lines."""
    start, end = lines[at][0], min(lines[at][1], lines[at][0] + _SEEN)
    if not view.text[start].isupper() or _is_parted(view, lines[at]):
        return False
    glued = _is_glued(view, start, end)
    return _opens([each.text for each in glued_words(view, start, end)] if glued else texts_of(view.text, start, end), glued)


def stream(view: View, lines: list[Span], at: int) -> Grid | None:
    """The table whose heads open a line; None where it has no heads that are known, or no rows that fill them."""
    start = lines[at][0]
    glued = _is_glued(view, start, min(lines[at][1], start + _SEEN))
    of = glued_words if glued else _words
    last = _last(view, lines, at)
    words = of(view, start, min(lines[last - 1][1], start + _SHOWN * _LONG))
    ways = opening(words[:_HEADS], glued)
    if not ways or _is_title(words, ways[0][0], glued):
        return None
    best: tuple[float, Row, Reader] | None = None
    for value, spans in ways:
        heads, end = [cell(view, words[a].start, words[b - 1].end) for a, b in spans], spans[-1][1]
        if _may_end(words, end, heads):
            reader = Reader(words, end, [each.text for each in heads], glued, _SHOWN)
            worth = _OF_HEADS * value + reader.value
            if reader.mean > _SURE and (best is None or worth > best[0]):
                best = worth, heads, reader
    if best is None:
        return None
    _, heads, shown = best
    words = of(view, start, min(lines[last - 1][1], start + _CHARACTERS))[:_WORDS]
    reader = Reader(words, shown.first, [each.text for each in heads], glued, _WORDS)
    rows = [_row(view, words, cuts, len(heads)) for cuts in reader.rows]
    if reader.mean < _SURE:
        return None
    end = next((one for one in range(at, last) if lines[one][1] >= words[reader.end - 1].end), last - 1) + 1
    return Grid([heads, *rows], lines[at][0], end, 1)


def _is_glued(view: View, start: int, end: int) -> bool:
    if not _CLOSE.search(view.source, *view.span(start, end)):  # cheap, and true of most lines
        return False
    return sum(each.opens for each in glued_words(view, start, end)) > _GLUED


def _words(view: View, start: int, end: int) -> list[Word]:
    return words_of(view.text, start, end)


def _opens(words: list[str], glued: bool) -> bool:
    """Whether words open with a head that is known, and go on with another that has a capital."""
    if words[0].isupper() and ("*", "order") not in meanings(words[0]):
        return False  # a title
    ends = [end for end in range(1, min(len(words), _FIRST + 1)) if glued or words[end][0].isupper()]
    return any(
        _is_known(words, end, stop) for end in ends if _is_known(words, 0, end) for stop in range(end + 1, end + _FIRST + 1)
    )


def _is_known(words: list[str], start: int, end: int) -> bool:
    return is_known(" ".join(words[start:end]))


def _is_title(words: list[Word], value: float, glued: bool) -> bool:
    """Whether one of the next lines opens with heads that are known better: what stands above them only names the table."""
    starts = [at for at in range(1, min(_HEADS, len(words))) if words[at].opens and not glued][:_TITLES]
    for at in starts:
        ways = opening(words[at : at + _HEADS]) if _opens([each.text for each in words[at : at + 2 * _FIRST]], glued) else []
        if ways and ways[0][0] > value:
            return True
    return False


def _may_end(words: list[Word], end: int, heads: Row) -> bool:
    """Whether rows may begin behind heads: with the number of the first where they have one; heads are not partly in capitals."""
    capitals = {each.text.isupper() for each in heads if len(each.text) > _SHORT}
    if len(capitals) > 1 or end == len(words):
        return False
    if any(each.opens and ("*", "order") in meanings(each.text) for each in words[1 : end + _HEADS]):
        return False  # the heads begin there
    if ("*", "order") not in meanings(heads[0].text):
        return may_open(words[end].text)
    return words[end].text.strip(".)") in ("1", "01") or bool(_MARK.fullmatch(words[end].text))


def _last(view: View, lines: list[Span], at: int) -> int:
    """The line behind the paragraph; one with marks or gaps between cells is of another table."""
    text, end = view.text, at + 1
    while end < min(len(lines), at + _LINES) and text.count("\n", lines[end - 1][1], lines[end][0]) == 1:
        if _BEHIND.match(text, *lines[end]) or _is_parted(view, lines[end]):
            break
        end += 1
    return end


def _is_parted(view: View, line: Span) -> bool:
    return any(each in view.source[slice(*view.span(*line))].strip() for each in _PARTS)


def _row(view: View, words: list[Word], cuts: tuple[int, ...], size: int) -> Row:
    if len(cuts) == 2:  # a group
        start, end = cuts
        if end - start > 1 and _MARK.fullmatch(words[start].text):
            mark = cell(view, words[start].start, words[start].end)
            return [mark, cell(view, words[start + 1].start, words[end - 1].end), *[EMPTY] * (size - 2)]
        return [cell(view, words[start].start, words[end - 1].end), *[EMPTY] * (size - 1)]
    return [cell(view, words[a].start, words[b - 1].end) if a < b else EMPTY for a, b in pairwise(cuts)]


class Reader:
    """The rows that words from ``first`` on make: the best way to cut them all, which may end at the end of any line."""

    def __init__(self, words: list[Word], first: int, heads: list[str], glued: bool, most_words: int) -> None:
        self.first = first
        self._words = words[:most_words]
        self._shapes = [shape(each, likely(heads)) for each in heads]
        self._ordered = ("*", "order") in meanings(heads[0])
        self._glued = glued
        self._lined = sum(each.opens for each in words) > 1 and not glued
        size = len(self._words)
        self._places = [at for at in range(first, size) if at == first or self._words[at].opens or may_open(words[at].text)]
        self._places.append(size)
        self._ways = {each: Way() for each in self._places}
        self._ways[first] = Way(0.0)
        self._read()
        whole = size == len(words)
        ends = [at for at in self._places if at > first and (not whole or at == size or self._words[at].opens)]
        self.end = max(ends or [first], key=lambda at: self._ways[at].value)
        self.rows, self.value = self._back(), self._ways[self.end].value
        filled = sum(a < b for cuts in self.rows if len(cuts) > 2 for a, b in pairwise(cuts))
        self.mean = self._ways[self.end].value / max(1, filled) if len(self.rows) >= _LEAST else _NEVER

    def _back(self) -> list[tuple[int, ...]]:
        found, at = list[tuple[int, ...]](), self.end
        while at > self.first and self._ways[at].before >= 0:
            found.append(self._ways[at].cuts)
            at = self._ways[at].before
        return found[::-1]

    def _read(self) -> None:
        """For each place the best rows up to it: of each place before, the cells begun there and not yet ended."""
        size = len(self._shapes)
        held: list[dict[int, tuple[float, int, tuple[int, ...]]]] = [{} for _ in range(size + 1)]
        for index, end in enumerate(self._places):
            for column in range(size):
                self._fill(held, column, index, end)
            if end in held[size]:
                self._put(end, *held[size][end])
            self._group(index, end)
            self._sum(end)
            if self._ways[end].value > _NEVER / 2 and end < len(self._words):
                held[0][end] = (self._ways[end].value + self._begins(end), end, (end,))

    def _fill(self, held: list[dict[int, tuple[float, int, tuple[int, ...]]]], column: int, index: int, end: int) -> None:
        """The best way to have filled one column more at a place."""
        wanted, limit = self._shapes[column], most(self._shapes[column])
        best = None
        if end in held[column]:
            value, start, cuts = held[column][end]
            if wanted != "order" or self._may_lack_number(start):
                best = (value + _EMPTY, start, (*cuts, end))
        for at in range(index - 1, -1, -1):
            begin = self._places[at]
            if end - begin > limit:
                break
            if (one := held[column].get(begin)) is None:
                continue
            value = one[0] + self._worth(begin, end, wanted, one[1])
            if best is None or value > best[0]:
                best = (value, one[1], (*one[2], end))
        if best and best[0] > _NEVER / 2:
            held[column + 1][end] = best

    def _worth(self, begin: int, end: int, wanted: str, start: int) -> float:
        if wanted == "order":
            match = _NUMBER.fullmatch(self._words[begin].text) if end == begin + 1 else None
            last = self._ways[start].number
            return 2.5 if match and int(match[1]) in (last + 1, last and 1) else _NEVER
        value = fills(self._words, begin, end, wanted)
        if self._glued:
            value += _SEAM * sum(each.opens for each in self._words[begin + 1 : end]) + _SEAM * (not self._words[begin].opens)
        return value

    def _may_lack_number(self, start: int) -> bool:
        return not self._ordered or bool(SUM.match(self._words[start].text))

    def _begins(self, at: int) -> float:
        return _ROW + (_OPENS if self._words[at].opens else _INSIDE) * self._lined

    def _put(self, end: int, value: float, start: int, cuts: tuple[int, ...]) -> None:
        if value <= self._ways[end].value or start == end:
            return
        before = self._ways[start]
        match = _NUMBER.fullmatch(self._words[start].text) if self._ordered else None
        self._ways[end] = Way(value, int(match[1]) if match else before.number, before.rows + 1, start, cuts)

    def _group(self, index: int, end: int) -> None:
        """Words that head the rows below them: a mark and a name on a line of their own, or before a number of a row."""
        if not (end < len(self._words) and (self._words[end].opens or self._is_number(end))):
            return
        for at in range(index - 1, -1, -1):
            start = self._places[at]
            if end - start > _OF_GROUP:
                break
            one = self._ways[start]
            marked = bool(_MARK.fullmatch(self._words[start].text)) and end - start > 1
            alone = self._ordered and self._words[start].opens and self._words[end].opens and self._is_number(end)
            if one.value > _NEVER / 2 and (marked or alone) and one.value + _GROUP > self._ways[end].value:
                self._ways[end] = Way(one.value + _GROUP, one.number, one.rows, start, (start, end))

    def _sum(self, end: int) -> None:
        """A line of sums: a figure for each column of figures at its end, what it is the sum of before them."""
        if not self._lined or not (end == len(self._words) or self._words[end].opens):
            return
        start = max((at for at in range(max(self.first, end - _OF_SUM), end) if self._words[at].opens), default=end)
        if start == end or not SUM.match(self._words[start].text) or self._ways.get(start, Way()).value <= _NEVER / 2:
            return
        counted = [at for at, each in enumerate(self._shapes) if each == "figure"]
        first = end - len(counted)
        if not counted or first <= start or not all(_FIGURE.fullmatch(each.text) for each in self._words[first:end]):
            return
        if _FIGURE.fullmatch(self._words[first - 1].text):
            return  # more figures than columns
        value = self._ways[start].value + _OF_SUMS * (len(counted) + 1)
        if value > self._ways[end].value:
            name = int(self._ordered)
            ends = [start if at < name else first + sum(one <= at for one in counted) for at in range(len(self._shapes))]
            before = self._ways[start]
            self._ways[end] = Way(value, before.number, before.rows + 1, start, (start, *ends))

    def _is_number(self, at: int) -> bool:
        return self._ordered and bool(_NUMBER.fullmatch(self._words[at].text))


__all__ = ["opens", "stream"]
