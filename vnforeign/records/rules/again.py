"""A giver that was named before and is taken up: ``Khi về, đoàn để lại …``, ``Nhóm quyên …``, ``Ông còn tặng …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..page import Page, Sentence
from ..wording import holds, pattern
from .donor import Giver
from .spot import spots

_DOES = (
    r"(?= (?:còn |cũng |đã |đồng thời |lại |kịp |vừa |riêng |gửi ){0,3}"
    r"(?:để lại|tặng|trao|ủng hộ|quyên|góp|giúp|tài trợ|hỗ trợ|viện trợ|cứu trợ|bàn giao|phát)\b)"
)
_WHO = pattern(
    rf"(?:^|[,;:.] |\b(?:này|ra|đó|về|đợt) )(?P<who>[Đđ]oàn|Hội|[Nn]hóm|Quỹ|Công ty|[Ôô]ng|[Bb]à|[Hh]ọ|[Cc]ác bạn){_DOES}"
)
#: The same who do something else first: ``Các vị ở lại 6 ngày, khám bệnh, và trước khi về còn để lại …``.
_LATER = pattern(
    r"^(?P<who>Các vị|Họ|Đoàn|Nhóm|Các bác sĩ|Các bạn|Ông|Bà) (?:(?! (?:được|nhận|cử) )[^;.]){4,170}?(?:,| và) (?:và )?(?:(?:trước|trong|nhân|khi|sau)[^,;.]{0,24} )?"
    r"(?:còn |đã |cũng |đồng thời ){0,2}(?=(?:để lại|tặng|trao|ủng hộ|quyên|tài trợ|hỗ trợ|viện trợ|gửi tặng)\b)"
)
#: A clause without a subject goes on with the giver of the one before: ``A gửi tình nguyện viên; năm 2011 còn tặng 5 xe buýt``.
_ALSO = pattern(
    r"[;,] (?:(?:năm|tháng|dịp|sau đó|ngoài ra|đồng thời)[^,;.]{0,24} )?(?P<who>còn|lại|cũng) (?=(?:tặng|trao tặng|viện trợ|tài trợ|ủng hộ|giúp|hỗ trợ)\b)"
)
_WORDS = ("oàn ", "hóm ", "Quỹ ", "Hội ", "Công ty ", "ng ", "à ", "ọ ", "ác bạn ", "ác vị ", "ác bác sĩ ")
#: Ours who go abroad: what they give is given to others.
_OURS = pattern(
    r"\b(?:kiều bào|việt kiều|cử|đoàn ra|đoàn (?:công tác|đại biểu|cán bộ)[^,;.]{0,30} (?:tỉnh|huyện|ta)|đi (?:thăm|công tác|học|dự)|sang thăm tỉnh)\b"
)
_ON = (" còn ", " lại ", " cũng ")
_MOST = 4  # sentences before that may name who is meant


def givers(page: Page, sentence: Sentence) -> Iterator[Giver]:
    """Those whom ``đoàn``, ``nhóm``, ``ông`` take up, with the name they had in the sentences before."""
    yield from _also(page, sentence)
    if sentence.earlier is None or not holds(sentence.text, _WORDS):
        return
    if (later := _LATER.match(sentence.text)) and sentence.of("AMOUNT"):
        start, end = sentence.start, sentence.start + later.end("who")
        named = _named(page, sentence, later["who"].lower()) if sentence.is_fact(sentence.start + later.end()) else None
        if named and not sentence.inside(start, end + 1):
            yield Giver(start, end, "subject", named.label, named.country, named.mention, named.words)
            return
    for match in _WHO.finditer(sentence.text):
        start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        named = _named(page, sentence, match["who"].lower()) if sentence.is_fact(start) else None
        if named and not sentence.inside(start, end + 1):
            yield Giver(start, end, "subject", named.label, named.country, named.mention, named.words)


def _also(page: Page, sentence: Sentence) -> Iterator[Giver]:
    """The giver of a clause without a subject, where the sentence opens with a foreign place or body."""
    match = _ALSO.search(sentence.text) if holds(sentence.text, _ON) else None
    if match is None or not sentence.is_fact(sentence.start + match.start("who")):
        return
    first = next((one for one in spots(page, sentence, True) if one.start == sentence.start), None)
    if first and first.label in ("ORG", "FOREIGN_UNIT"):
        start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        yield Giver(start, end, "subject", first.label, first.country, first.mention, first.words)


def _named(page: Page, sentence: Sentence, who: str) -> Giver | None:
    """The foreign body that the nearest of the sentences before names first; the person where one is meant."""
    each = sentence.earlier
    for _ in range(_MOST):
        if each is None or _OURS.search(each.lower):
            return None
        found = [one for one in spots(page, each, True) if _fits(one, who, each)]
        if found:
            return found[0]
        each = each.earlier
    return None


def _fits(one: Giver, who: str, sentence: Sentence) -> bool:
    if who == "hội" and not sentence.text[one.start - sentence.start :].startswith("Hội"):
        return False
    person = who in ("ông", "bà")
    if person:
        return one.label == "PERSON"
    return one.label in ("ORG", "GROUP") or (one.label == "FOREIGN_UNIT" and bool(re.search(r"\bđoàn\b", sentence.lower)))


__all__ = ["givers"]
