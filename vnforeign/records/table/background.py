"""What a table of figures is of where neither its heads, its rows nor the lines right above say so: what cites it by its number,
the headings over it, the paragraphs before, the document's own title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cell import Span
from .read import Table
from .titles import headings
from .topics import topic

_NUMBER = re.compile(r"[ \t*]*(?P<kind>bảng|biểu|phụ biểu|phụ lục)(?: số)? ?0?(?P<number>\d{1,2}|[ivx]{1,5})\b")
#: What the head of the rows says of delegations that stand below it: ``Nước đến``.
_WAYS = {"delegation_out": "đoàn ra", "delegation_in": "đoàn vào"}
#: Heads that say what they count, but not of what.
BARE = re.compile(
    r"(?:tổng )?(?:số )?(?:lượng )?(?:lượt )?(?:đoàn|vụ|dự án|khoản|người|khách|đối tượng|thỏa thuận|văn bản|cuộc)\b|"
    r"(?:tổng )?(?:giá trị |vốn |kinh phí |số tiền )?(?:cam kết|giải ngân)"
)
_PARAGRAPHS = 4  # before a table that may lead to it
_LONGEST = 1500  # characters of one, from its end
_TOP = 1500  # of a document, where its title stands
_TITLE = re.compile(r"(?:báo cáo|bảng|biểu|thống kê|tổng hợp|danh mục|phụ lục|v/v)\b[^\n]*(?:\n[^\n]{4,160}){0,2}")
_SENTENCE = re.compile(r"[.;] ")


def far(table: Table, label: int, said: list[str], text: str) -> str:
    """What words further off say a table is of that does not say it itself, though its heads say what they count; ``label`` is
    the column of its rows' labels, -1 for none, ``said`` what its titles and rows say.
    """
    heads = [each for each in table.columns if each.numeric and not each.role]
    if not any(BARE.match(each.head) for each in heads) or any(topic(each) for each in (*said, *(one.head for one in heads))):
        return ""
    ways = [name for name, _ in table.columns[label].meanings] if label >= 0 else []
    way = "" if "*" in ways else next((words for name, words in _WAYS.items() if name in ways), "")
    return way or _spoken_of(text.lower(), table.titles, table.start)


def _spoken_of(lower: str, titles: list[Span], start: int) -> str:
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


__all__ = ["BARE", "far"]
