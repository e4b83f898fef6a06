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
_WORDS = ("oàn ", "hóm ", "Quỹ ", "Hội ", "Công ty ", "ng ", "à ", "ọ ", "ác bạn ")
#: Ours who go abroad: what they give is given to others.
_OURS = pattern(
    r"\b(?:kiều bào|việt kiều|cử|đoàn ra|đoàn (?:công tác|đại biểu|cán bộ)[^,;.]{0,30} (?:tỉnh|huyện|ta)|đi (?:thăm|công tác|học|dự)|sang thăm tỉnh)\b"
)
_MOST = 4  # sentences before that may name who is meant


def givers(page: Page, sentence: Sentence) -> Iterator[Giver]:
    """Those whom ``đoàn``, ``nhóm``, ``ông`` take up, with the name they had in the sentences before."""
    if sentence.earlier is None or not holds(sentence.text, _WORDS):
        return
    for match in _WHO.finditer(sentence.text):
        start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        named = _named(page, sentence, match["who"].lower()) if sentence.is_fact(start) else None
        if named and not sentence.inside(start, end + 1):
            yield Giver(start, end, "subject", named.label, named.country, named.mention, named.words)


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
