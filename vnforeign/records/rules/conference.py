"""International conferences and workshops held here with foreign participation."""

from __future__ import annotations

from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Page, Sentence
from ..places import countries, is_foreign
from ..values import count, day, unit

_MEETING = r"(?:[Hh]ội thảo|[Hh]ội nghị|[Tt]ọa đàm|[Dd]iễn đàn|[Hh]ội chợ)"
_QUOTED = pattern(rf"\b{_MEETING}[^,;.\"“\n]{{0,40}}[\"“] ?(?P<name>[^\"”\n]{{4,150}})[\"”]")
_NAMED = pattern(
    rf"\b(?P<name>{_MEETING}(?: khoa học)? quốc tế[^,;.\n]{{0,120}}?|{_MEETING} [^,;.\n]{{3,80}}?)(?= (?:với|tại|do|có|vào|ngày|từ|đã|thu hút|trong|được|nhằm)\b|[,;.\n(]|$)"
)
_FOREIGN = pattern(r"quốc tế|nước ngoài|đến từ", 2)
_DOMESTIC = pattern(r"tổng kết|sơ kết|quán triệt|tập huấn|tuyên truyền|trung ương|cán bộ chủ chốt|liên hoan|hội đàm|hội chợ", 2)
_FIRMS = pattern(r"(?:doanh nghiệp|công ty|nhà đầu tư)")
_DELEGATES = pattern(r"đại biểu|chuyên gia|nhà khoa học|khách")
_ABROAD = pattern(r"quốc tế|nước ngoài|đến từ")
_HOME = pattern(r"trong nước|việt nam")
_COUNT = pattern(r"(?:cuộc )?(?:hội nghị|hội thảo|hội nghị, hội thảo|diễn đàn|tọa đàm)")
_BY = pattern(r"\bdo (?P<by>[^,;.\n]{3,110}?) (?:chủ trì|phối hợp|tổ chức|đồng tổ chức|đăng cai)")
_AT = pattern(r"\btại (?P<at>[^,;.\n]{3,70}?)(?= (?:ngày|vào|với|do|từ|đã|có)\b|[,;.\n(]|$)")
_WORDS = ("hội thảo", "hội nghị", "tọa đàm", "toạ đàm", "diễn đàn", "hội chợ")
_HOLD = pattern(r"\b(?:tổ chức|đăng cai|diễn ra|khai mạc|mở|cho phép|với)\b")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of conferences, sentence by sentence."""
    for sentence in page.sentences:
        if not sentence.fact or not any(word in sentence.lower for word in _WORDS):
            continue
        total = next((each for each in sentence.counts(_COUNT) if "quốc tế" in unit(each) + sentence.after(each.end, 30)), None)
        if total and sentence.is_fact(total.start):
            draft = Draft("international_conference", sentence, summary=True)
            draft.put("conferences", count(total), total, "count")
            _people(draft, sentence, total.end)
            yield draft
        elif draft := _single(page, sentence):  # type: ignore[assignment]
            yield draft


def _single(page: Page, sentence: Sentence) -> Draft | None:
    match = _QUOTED.search(sentence.text) or _NAMED.search(sentence.text)
    if not match or _DOMESTIC.search(sentence.text[match.start() : match.end()]):
        return None
    start = sentence.start + match.start("name")
    there = countries(sentence, start, sentence.start + len(sentence.text))
    if not sentence.is_fact(start) or not (sentence.search(_FOREIGN) or there[0]) or not sentence.search(_HOLD):
        return None
    draft = Draft("international_conference", sentence)
    draft.say("name", start, sentence.start + match.end("name"), "name")
    _people(draft, sentence, start)
    if there[0] and "đến từ" in sentence.lower:
        draft.put("countries", there[0], there[1], "from")
    by = _BY.search(sentence.text)
    if by:
        first, last = sentence.start + by.start("by"), sentence.start + by.end("by")
        foreign = any(is_foreign(page, sentence, each) for each in sentence.inside(first, last, "ORG"))
        draft.say("partner_foreign" if foreign else "organiser_vn", first, last, "by")
    for each in sentence.of("DATE"):
        if (value := day(each)) and len(value) > 4:
            draft.put("dates", value, each, "date")
            break
    if at := _AT.search(sentence.text, match.end() - 1):
        draft.say("venue", sentence.start + at.start("at"), sentence.start + at.end("at"), "at")
    people = {"firms", "delegates", "delegates_vn", "delegates_foreign", "partner_foreign"} & draft.slots.keys()
    named = "quốc tế" in sentence.text[match.start() : match.end()] or match.re is _QUOTED
    return draft if people or (named and "dates" in draft) else None


def _people(draft: Draft, sentence: Sentence, start: int) -> None:
    for each in sentence.inside(start, start + 400, "QUANTITY"):
        kind, behind = unit(each), sentence.after(each.end, 40)
        if _FIRMS.match(kind):
            if _ABROAD.search(kind + " " + behind[:25]):
                draft.put("firms", count(each), each, "count")
        elif _DELEGATES.match(kind):
            told = kind + " " + behind[:25]
            both = _ABROAD.search(told) and _HOME.search(told)
            column = (
                "delegates"
                if both or not (_ABROAD.search(told) or _HOME.search(told))
                else "delegates_foreign"
                if _ABROAD.search(told)
                else "delegates_vn"
            )
            draft.put(column, count(each), each, "count")
