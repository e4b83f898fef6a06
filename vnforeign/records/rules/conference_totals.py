"""Totals of conferences: how many were held, in a sentence, a clause or behind a colon, and who came to all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..meetings import SECTION, WORDS
from ..page import Sentence
from ..values import count, unit
from ..wording import pattern
from . import guests

_COUNT = pattern(r"(?:cuộc )?(?:hội nghị|hội thảo|hội nghị, hội thảo|diễn đàn|tọa đàm|toạ đàm)")
_BARE = pattern(
    r"[Ss]ố (?:lượng |cuộc |lượt )?(?:các )?(?:hội nghị|hội thảo)[^:;.\d]{0,20}(?:quốc tế|nước ngoài)[^:;.\d]{0,50}(?::|là) ?"
    r"(?P<n>\d{1,3})(?![\d/]|[.,]\d| (?:đại biểu|người|triệu|tỷ|năm))"
)
#: A label and its number: ``Hội nghị, hội thảo quốc tế: 09 (Sở Y tế 03, …)``.
_LABELLED = pattern(
    r"^[^\w]*(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?:[Cc]ác )?(?:[Hh]ội nghị|[Hh]ội thảo)(?:, (?:hội thảo|hội nghị|tọa đàm))*(?: khoa học)? (?:quốc tế|có yếu tố nước ngoài)"
    r"[^:;.\d]{0,40}: ?(?P<n>\d{1,3})(?= ?[(;,.]| ?$)"
)
_TIMES = pattern(r"cuộc$")
_OF_THEM = pattern(r"(?:hội nghị|hội thảo)[^.;]{0,30}(?:quốc tế|nước ngoài)[^.;]{0,50}$")
_OF_WORLD = pattern(r"quốc tế|nước ngoài")
#: A small number in words that leads a list: ``Trường tổ chức ba hội thảo, gồm: …``.
_NUMBERS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORDED = pattern(
    rf"\b(?:tổ chức|đăng cai|có|diễn ra|chủ trì|cho phép|phép|tất cả|mở|cả thảy|tổng cộng)(?: được| thành công| tất cả| cả thảy| tổ chức| thêm)* (?P<n>{'|'.join(_NUMBERS)}) "
    r"(?:cuộc )?(?:hội nghị|hội thảo|diễn đàn|tọa đàm)(?:, (?:hội thảo|hội nghị))?(?: khoa học)?"
    r"(?: (?:quốc tế|có yếu tố nước ngoài)(?! [\"“A-ZĐ])|(?=,? (?:gồm|là|bao gồm)\b|:))"
)
_NATION = pattern(r"(?:cả nước|toàn quốc|các tỉnh, thành(?: phố)?)\b[^.]{0,140}$")
_YEAR = pattern(r"\d[^;.]{3,40}[,(] ?(?:(?:cùng kỳ|cả|riêng|và) )?năm (?:19|20)\d\d(?: là| có| tổ chức| đạt|:)? $")
_ALLOWED = pattern(r"(?:cho phép|chấp thuận|cấp phép|đồng ý)(?: cho)?(?: các đơn vị| các cơ quan)?(?: tổ chức)?(?: được)? $")
_PLANNED = pattern(r"nhiệm vụ|phương hướng|kế hoạch|dự kiến|thời gian tới|năm tới|phấn đấu|\bsẽ\b")
_CHANGED = pattern(r"\b(?:tăng|giảm|hơn|kém|nhiều hơn|ít hơn)(?: thêm)? $")
_PUT_OFF = pattern(r"[^,;.\d]{0,50}\b(?:hoãn|hủy|huỷ|không tổ chức)\b")
_CLAUSES = re.compile(r"; ?")


def total(sentence: Sentence) -> Draft | None:
    """The row of the first count of a sentence."""
    for each in [*sentence.counts(_COUNT), *sentence.counts(_TIMES)]:
        if _elsewhere(sentence, each.start) or _NATION.search(sentence.before(each.start, 160)):
            continue
        if _CHANGED.search(sentence.before(each.start, 24)) or _PUT_OFF.match(sentence.after(each.end, 70)):
            continue
        said = unit(each) + sentence.after(each.end, 40)
        said += sentence.before(each.start, 110) if _TIMES.match(unit(each)) else ""
        if _TIMES.match(unit(each)) and not (_OF_THEM.search(sentence.before(each.start, 110)) or goes_on(sentence)):
            continue
        if (_OF_WORLD.search(said) or SECTION.search(sentence.section)) and (
            sentence.is_fact(each.start) or allowed(sentence, each.start)
        ):
            draft = Draft("international_conference", sentence, summary=True)
            draft.put("conferences", count(each), each, "count")
            guests.put(draft, _before_list(sentence, each.end), each.end)
            return draft
    if (
        (match := _WORDED.search(sentence.text))
        and sentence.is_fact(sentence.start + match.start())
        and _OF_WORLD.search(sentence.lower)
    ):
        draft = Draft("international_conference", sentence, summary=True)
        number = str(_NUMBERS.index(match["n"].lower()) + 2)
        draft.put("conferences", number, (sentence.start + match.start("n"), sentence.start + match.end()), "words")
        return draft
    if (match := _BARE.search(sentence.text) or _LABELLED.match(sentence.text)) and sentence.is_fact(
        sentence.start + match.start()
    ):
        draft = Draft("international_conference", sentence, summary=True)
        rule = "label" if match.re is _LABELLED else "bare"
        draft.put(
            "conferences", match["n"].lstrip("0"), (sentence.start + match.start("n"), sentence.start + match.end("n")), rule
        )
        return draft
    return None


def allowed(sentence: Sentence, place: int) -> bool:
    """Whether a number of meetings was allowed, though the sentence opens with what was done for it: ``Tham mưu UBND tỉnh cho phép 16 …``."""
    return bool(_ALLOWED.search(sentence.before(place, 40))) and not _PLANNED.search(f"{sentence.above} {sentence.lower}")


def more(sentence: Sentence, first: Draft) -> Iterator[Draft]:
    """The totals of the clauses behind the first: ``quý II …; quý III …``."""
    yield from _of_years(sentence)
    for match in _CLAUSES.finditer(sentence.text):
        stop = sentence.text.find(";", match.end())
        draft = total(sentence.part(match.end(), stop if stop >= 0 else len(sentence.text)))
        if draft and draft.slots["conferences"].evidence != first.slots["conferences"].evidence:
            yield draft


def _of_years(sentence: Sentence) -> Iterator[Draft]:
    """The same count in other years: ``14 cuộc (năm 2017: 11 cuộc)``, ``4 hội thảo quốc tế, năm 2015: 6 hội thảo``."""
    for each in [*sentence.counts(_COUNT), *sentence.counts(_TIMES)]:
        if _YEAR.search(sentence.before(each.start, 50)) and sentence.is_fact(each.start):
            draft = Draft("international_conference", sentence, summary=True)
            draft.put("conferences", count(each), each, "year")
            yield draft


def goes_on(sentence: Sentence) -> bool:
    """Whether ``5 cuộc`` counts the meetings that the heading above names."""
    return " cuộc" in sentence.lower and SECTION.search(sentence.section) is not None


def _before_list(sentence: Sentence, place: int) -> Sentence:
    """A sentence as far as a list of single meetings behind its total."""
    colon = sentence.text.find(":", place - sentence.start)
    listed = colon >= 0 and any(word in sentence.lower[colon:] for word in WORDS)
    return sentence.part(0, colon) if listed else sentence


def _elsewhere(sentence: Sentence, place: int) -> bool:
    """Whether the clause of a count opens with another province: ``Tỉnh Sơn La tổ chức 5 hội thảo quốc tế``."""
    home = sentence.page.document.metadata.get("province")
    first = sentence.clause(place)[0]
    named = sentence.inside(first, min(first + 8, place), "PROVINCE")
    return bool(home and named) and getattr(named[0].entity.value, "name", home) != home


__all__ = ["allowed", "goes_on", "more", "total"]
