"""Our side of an agreement where no column names it: in brackets behind the title, or in the table's own title."""

from __future__ import annotations

import re

from ..build import Draft
from ..papers import form_of
from ..places import country_of
from ..rules.party import level_of_words
from ..sides import OURS
from ..wording import pattern
from .bodies import BODIES
from .cell import Cell, Span
from .read import Table
from .spots import part

_BEHIND = re.compile(r"\((?P<body>[^()\n]{4,90})\)\W*$")
_WITH = pattern(
    r"\bvới (?P<body>(?:tỉnh|thành phố|huyện|thị xã|trường|học viện|đại học|bệnh viện|viện|sở|trung tâm|hội)"
    r" [^,;:.()|\n]{3,70}?)(?= (?:đến|từ|trong|giai đoạn|năm|tính)\b|[,;:.(]|\s*$)",
    re.IGNORECASE,
)
_SIGNS = pattern(
    r"\bdo (?P<body>(?:UBND|ủy ban nhân dân|tỉnh|thành phố|huyện|thị xã|sở|trường|bệnh viện)[^,;:()|\n]{0,60}?) ký\b",
    re.IGNORECASE,
)
_SIGNED = pattern(r"\bký(?: kết)? (?P<paper>thỏa thuận|thoả thuận|bản ghi nhớ|biên bản ghi nhớ|biên bản)\b", re.IGNORECASE)


def behind_title(draft: Draft, cell: Cell) -> None:
    """``Biên bản hợp tác kiểm dịch (Chi cục Thú y)``: the body in brackets is ours where it names no place abroad."""
    page = draft.sentence.page
    match = _BEHIND.search(cell.text)
    if match is None or not BODIES.match(match["body"][:1].upper() + match["body"][1:]):
        return
    spans = part(page.view.text, list(cell.pieces), match.start("body"), len(match["body"]))
    _put(draft, match["body"], spans, "behind")


def titled(draft: Draft, table: Table) -> None:
    """``Các trường đã ký thỏa thuận với Trường Đại học A``, ``Văn bản do UBND tỉnh ký``: what all rows have in common."""
    text = draft.sentence.page.view.text
    for start, end in [spot for row in table.heads for each in row for spot in each.pieces]:
        if match := _SIGNS.search(text, start, end):
            _put(draft, match["body"], [match.span("body")], "title")
    for start, end in table.titles:
        if (match := _WITH.search(text, start, end)) and "party_foreign" in draft:
            _put(draft, match["body"].strip(), [match.span("body")], "title")
        if "title" not in draft and "form" not in draft and (paper := _SIGNED.search(text, start, end)):
            draft.put("form", form_of(paper["paper"].lower().replace("oả", "ỏa")), paper.span("paper"), "title")


def _put(draft: Draft, words: str, spans: list[Span], rule: str) -> None:
    page = draft.sentence.page
    said = [each for start, end in spans for each in page.between(start, end)]
    level = level_of_words(words, [each.label for each in said if each.label in OURS])
    if level and "party_vn" not in draft and not any(map(country_of, said)):
        draft.put("party_vn", words, spans, rule)
        if "level" not in draft:
            draft.put("level", level, spans, rule)


__all__ = ["behind_title", "titled"]
