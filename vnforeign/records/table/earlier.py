"""Rows that hold what was before, or how much that is more or less: ``Cùng kỳ 2013``, ``So với cùng kỳ (%)``."""

from __future__ import annotations

import re

from ..page import Page
from . import beside
from .cell import Cell, Span
from .heads import written

_EARLIER = re.compile(r"(?:số liệu )?(?:cùng kỳ|kỳ)(?: (?:năm )?(?:trước|ngoái|(?P<year>(?:19|20)\d\d)))?")
_PART = re.compile(
    r"(?P<part>(?:[369]|1[01]) tháng(?: (?:đầu|cuối))?(?: năm)?|quý (?:i{1,3}|iv|[1-4])|tháng \d{1,2})[ /,]*(?:năm )?"
    r"(?P<year>(?:19|20)\d\d)"
)
_COMPARED = re.compile(r"so (?:với|sánh|cùng)|tăng|giảm|chênh lệch|tỷ lệ|tỉ lệ|\W*%|(?:chỉ tiêu )?kế hoạch|đạt ")


def says(words: str) -> bool:
    """Whether words in small letters are of an earlier time."""
    return bool(_EARLIER.fullmatch(words))


def compares(words: str) -> bool:
    """Whether words in small letters head what figures are compared with."""
    return bool(_COMPARED.match(words))


def time(page: Page, key: Cell | None, spots: list[Span]) -> tuple[str, Span] | None:
    """The time of a row headed with an earlier one: the same part of that year as the titles name."""
    if key is None or not (match := _EARLIER.fullmatch(key.lower)):
        return None
    said = [written(page.view.text[start:end].lower()) for start, end in spots]
    named = next((found for each in said if (found := _PART.search(each))), None)
    year = match["year"] or (named and str(int(named["year"]) - 1))
    if not year:
        return None
    part = beside.part(named["part"].removesuffix(" năm")) if named else ""
    return part.replace("Y", year) or year, key.pieces[0]


__all__ = ["compares", "says", "time"]
