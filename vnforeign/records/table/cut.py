"""The words of a row cut into cells, in order, as the columns take them best: a dynamic programme over where cells may begin."""

from __future__ import annotations

import re

import msgspec

from ...text import View
from .cell import EMPTY, Row, Span, cell
from .pairs import Pair, go_together
from .takes import most, takes

_WORD = re.compile(r"\([^()\n]{1,40}\)|(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?=\s|$)|\S+")
#: Small letters that open a cell.
_LOWER = re.compile(
    r"(?:huyện|xã|tỉnh|thành|thị|phường|quận|bản|thôn|khách|hội|cửa|toàn|các|từ|tháng|năm|đang|hết|ông|bà|đ/c)\b|-$"
)
_LONGEST = 220  # words of a row
_PLACES = 48  # of a row where a cell may begin
_BREAK = 0.6  # what the beginning of a line is worth to a cell
_TORN = 0.7  # what it costs to part two words that go together
_ALONE: frozenset[Pair] = frozenset()  # but for those of terms
_BRACKET = 1.0  # what it costs to begin with a bracket
_EMPTY = -1.0  # what an empty cell costs
_NEVER = -1e9


class Word(msgspec.Struct):
    """A word with its place in the view; whether it opens a line."""

    start: int
    end: int
    text: str
    opens: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words between two places; what stands in brackets is one, and so are years with a dash between."""
    found, last = list[Word](), start
    for match in _WORD.finditer(text, start, end):
        opens = not found or "\n" in text[last : match.start()]
        found.append(Word(match.start(), match.end(), match[0], opens))
        last = match.end()
    return found


def texts_of(text: str, start: int, end: int) -> list[str]:
    """The words between two places, without the places."""
    return _WORD.findall(text, start, end)


def cut(view: View, span: Span, shapes: list[str]) -> Row | None:
    """The cells of a row, some of them empty, for columns of these shapes; None for a row without end."""
    words = words_of(view.text, *span)
    if len(words) > _LONGEST:
        return None
    places = [0, *(at for at, each in enumerate(words) if at and (each.opens or may_open(each.text)))][:_PLACES]
    back = _best(words, [*places, len(words)], shapes)
    row, end = list[tuple[int, int]](), len(places)
    for column in range(len(shapes), 0, -1):
        row.append((back[column][end], end))
        end = back[column][end]
    ends = [*places, len(words)]
    return [cell(view, words[ends[a]].start, words[ends[b] - 1].end) if a < b else EMPTY for a, b in reversed(row)]


def may_open(word: str) -> bool:
    """Whether a cell may begin with a word."""
    bare = word.lstrip("\"“'([")
    return bare[:1].isupper() or bare[:1].isdecimal() or bool(_LOWER.match(word))


def _best(words: list[Word], places: list[int], shapes: list[str]) -> list[list[int]]:
    """For each column and each place where its cell may end, the place where it best begins."""
    back = [list(range(len(places)))]
    values = [0.0] + [_NEVER] * (len(places) - 1)
    for wanted in shapes:
        best, starts = [each + _EMPTY for each in values], list(range(len(places)))
        for end in range(1, len(places)):
            for start in range(end):
                if values[start] > _NEVER / 2:
                    value = values[start] + worth(words, places[start], places[end], wanted)
                    if value > best[end]:
                        best[end], starts[end] = value, start
        values = best
        back.append(starts)
    return back


def worth(words: list[Word], start: int, end: int, wanted: str) -> float:
    """How well the words from a place to another fill a cell of a column."""
    if end - start > most(wanted):
        return _NEVER
    said = " ".join(each.text for each in words[start:end])
    value = takes(wanted, said) + _BREAK * words[start].opens - _BRACKET * (words[start].text[0] == "(")
    if start and go_together(_ALONE, words[start - 1].text, words[start].text):
        value -= _TORN
    if wanted == "country" and end < len(words) and takes(wanted, f"{said} {words[end].text}") > 0:
        value -= 2.0  # Nhật / Bản
    return value
