"""Whether the words around a name place it abroad."""

from __future__ import annotations

import re

from ...phrases import last_words, word_before
from ...text import pattern
from ..country import country_at

_LEAD = pattern(
    r"(?: ?\((?:thuộc |(?:tỉnh|bang|thành phố|châu|TP\.?) [^()\n]{2,30}?(?:,| -) |[^(),\n]{2,30}, )?| ?-+ ?| ?/ ?| (?:của|thuộc|ở|tại) |, ?| )"
    r"(?:(?:nước bạn|nước|phía|bạn) )?"
)
_MORE = re.compile(
    r"(?:(?:,| và| -|;) (?:(?:tỉnh|thành phố|huyện|châu|TP\.?) )?[A-ZÀ-ỸĐØ][\w'-]*(?: [A-ZÀ-ỸĐØ][\w'-]*){0,4}){1,6}?(?= ?\(| của | thuộc | - )"
)
_OPENING = pattern(
    r"(?: ?\(| ?: ?| là | gồm | như )(?:(?:các |hai )?(?:tỉnh|thành phố|huyện|địa phương|châu|bang)? ?"
    r"(?:[A-ZÀ-ỸĐØ][\w'-]*(?: [A-ZÀ-ỸĐØ][\w'-]*){0,4}(?:,| và|;) ){0,5})(?:(?:tỉnh|thành phố|huyện|châu|bang) )?\Z"
)
_WINDOW = 70
#: The words that may stand right before a name after ``_OPENING``; most places have another one there.
_LAST = last_words("và|tỉnh|thành phố|huyện|châu|bang|địa phương|các|hai|là|gồm|như")


def country_after(text: str, end: int, comma: bool = True, wide: bool = True) -> str | None:
    """The code of the country named right after a name: ``X (Lào)``, ``X - Lào``, ``X, Lào``, ``X của Lào``, ``X Lào``.

    ``comma``: whether ``X, Lào`` counts, which may be a list too; ``wide``: whether to look past the rest of a list
    (``X, Y và Z (Lào)``).
    """
    lead = _LEAD.match(text, end)
    if lead and (comma or lead[0][0] != ","):
        known = country_at(text, lead.end())
        if known and not (lead[0][0] == "," and _lists_on(text, known[1])):
            return known[0].code
    more = _MORE.match(text, end, end + 140) if wide else None
    return country_after(text, more.end(), comma=False, wide=False) if more else None


def _lists_on(text: str, end: int) -> bool:
    """Whether another country follows: ``X, Lào, Thái Lan`` names three places of one rank."""
    return text[end : end + 2] == ", " and country_at(text, end + 2) is not None


def country_before(text: str, start: int) -> str | None:
    """The code of the country whose list a name stands in: ``Lào (X, Y``, ``các tỉnh Lào là X``."""
    if text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum() and word_before(text, start - 1) not in _LAST:
        return None
    floor = max(0, start - _WINDOW)
    lead = _OPENING.search(text, floor, start)
    if not lead:
        return None
    piece = text[floor : lead.start()]
    parts = piece.split(" ")
    for words in (4, 3, 2, 1):
        tail = " ".join(parts[-words:])
        if len(parts) >= words and tail[:1].isupper():
            known = country_at(text, lead.start() - len(tail))
            if known and known[1] >= lead.start():
                return known[0].code
    return None


def foreign_context(text: str, start: int, end: int) -> bool:
    """Whether the words beside ``text[start:end]`` say that it lies in another country; for names that Vietnam has too.

    Bounded: one window of constant size on each side. A bare comma before a country says nothing here.
    """
    code = country_after(text, end, comma=False) or country_before(text, start)
    return code is not None and code != "VN"
