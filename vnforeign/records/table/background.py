"""What a table of figures is of where neither its heads, its rows nor the lines right above say so: what cites it by its number,
the headings over it, the paragraphs before, the document's own title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cell import Span
from .titles import headings
from .topics import topic

_NUMBER = re.compile(r"[ \t*]*(?P<kind>bảng|biểu|phụ biểu|phụ lục)(?: số)? ?0?(?P<number>\d{1,2}|[ivx]{1,5})\b")
_PARAGRAPHS = 4  # before a table that may lead to it
_LONGEST = 1500  # characters of one, from its end
_TOP = 1500  # of a document, where its title stands
_TITLE = re.compile(r"(?:báo cáo|bảng|biểu|thống kê|tổng hợp|danh mục|phụ lục|v/v)\b[^\n]*(?:\n[^\n]{4,160}){0,2}")
_SENTENCE = re.compile(r"[.;] ")


def spoken_of(lower: str, titles: list[Span], start: int) -> str:
    """The nearest words of a text in small letters that say what a table of figures at a place is of; nothing where none do."""
    return next((each for each in _words(lower, titles, start) if topic(each)), "")


def _words(lower: str, titles: list[Span], start: int) -> Iterator[str]:
    yield from _citing(lower, titles, start)
    yield from (lower[a:b] for a, b in headings(lower, start))
    yield from _before(lower, titles[-1][0] if titles else start)
    if title := _TITLE.search(lower, 0, min(_TOP, start)):
        yield title[0]


def _citing(lower: str, titles: list[Span], start: int) -> Iterator[str]:
    """The sentences above that name a table by its number."""
    match = next((each for a, b in titles if (each := _NUMBER.match(lower, a, b))), None)
    if match is None:
        return
    cited = re.compile(rf"{match['kind']}(?: số)? ?0?{match['number']}\b")
    for each in cited.finditer(lower, max(0, match.start() - 8 * _LONGEST), match.start()):
        first = max(lower.rfind("\n", 0, each.start()), lower.rfind(". ", 0, each.start())) + 1
        yield lower[max(first, each.start() - _LONGEST) : each.start()]


def _before(lower: str, end: int) -> Iterator[str]:
    """The sentences of the paragraphs before a place, nearest first."""
    for _ in range(_PARAGRAPHS):
        while end and lower[end - 1] in " \n\t":
            end -= 1
        first = max(lower.rfind("\n", 0, end) + 1, end - _LONGEST)
        if not end or "|" in lower[first:end]:
            return
        yield from reversed(_SENTENCE.split(lower[first:end]))
        end = first


__all__ = ["spoken_of"]
