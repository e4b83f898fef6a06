"""Awards given by foreigners or to them: who gives decides the direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, country_of, is_foreign
from ..values import count, day, unit

_AWARD = pattern(
    r"(?P<award>(?:[Hh]uân chương|[Hh]uy chương|[Kk]ỷ niệm chương|[Bb]ằng khen|[Gg]iấy khen|[Bb]ằng hữu nghị|[Dd]anh hiệu [Cc]ông dân danh dự)"
    r"(?: (?:[Hh]ữu nghị|[Ll]ao động|[Tt]ự do|[Đđ]ộc lập|[Ii]txala|Ít-xa-la|Issara|[Pp]hát triển|[Hh]oàng gia|[Qq]uốc gia|[Dd]ũng cảm|Sahametrei|Monisaraphon|"
    r"của (?:Chủ tịch|Thủ tướng|Chính phủ|UBND|Ủy ban)[^,;.\n]{0,40}?(?= cho| và| tặng|[,;.\n]|$))|[ ]?[\"“][^\"”\n]{3,80}[\"”])?)(?:,? (?:hạng|Hạng) (?P<grade>[Nn]hất|[Nn]hì|[Bb]a|I{1,3}))?"
)
_GIVE = pattern(r"\b(?:tặng|trao|trao tặng|truy tặng|khen thưởng|tặng thưởng|đón nhận|vinh dự nhận|tiếp nhận)\b")
_ASKED = pattern(r"\b(?:đề nghị|đề xuất|trình[^,;.]{0,40}|kiến nghị)[^;.]{0,40}\b(?:xét )?(?:tặng|khen)")
_DECIDED = pattern(r"\b(?:quyết định|xét) (?:tặng|khen)")
_RECEIVED = pattern(r"\bđược (?P<giver>[^,;.\n]{3,90}?) (?:trao )?(?:tặng|trao)")
_BEHALF = pattern(r"(?i:t)hừa (?:ủy|uỷ) quyền (?:của )?(?P<giver>[^,;.\n]{3,60}?)(?:,| đã| trao| tặng)")
_GIVER = pattern(
    r"(?P<giver>(?:Nhà nước|Chính phủ|Chủ tịch nước|Thủ tướng|Quốc vương|UBND|Ủy ban|Trung ương|Liên hiệp|Hội|Bộ|Tỉnh|Sở)[^,;.\n]{0,70}?) (?:đã |vừa |quyết định )?(?:trao |truy |xét |đề nghị )?(?:tặng|trao|khen)"
)
_TO = pattern(r"\bcho (?P<to>[^;.\n]{3,130}?)(?=,? (?:vì|do|đã có|có|nhân dịp|nhân kỷ niệm|tại|ngày|trong|trên)\b|[;.\n]|$)")
_GETS = pattern(r"(?:^|, |\\. )(?P<to>[^.;\n]{3,120}?),? (?:đã |vinh dự )?được [^.;\n]{0,80}?(?:tặng|trao)")
_ASKS = pattern(r".*(?:đề nghị|đề xuất|trình|kiến nghị) ")
_BETWEEN_NATIONS = pattern(r"hữu nghị|kỷ niệm chương", 2)
_GROUPS, _PERSONS = pattern(r"(?:tập thể|đơn vị|tổ chức)"), pattern(r"(?:cá nhân|người|đồng chí|cán bộ)")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of awards with a foreign side; awards among Vietnamese make none."""
    for sentence in page.sentences:
        if not _GIVE.search(sentence.lower):
            continue
        found = list(_AWARD.finditer(sentence.text))
        shared = True
        for match in found:
            if draft := _award(page, sentence, match, shared):
                shared = False
                yield draft


def _award(page: Page, sentence: Sentence, match: re.Match[str], first: bool) -> Draft | None:
    start = sentence.start + match.start("award")
    giver, direction = _giver(page, sentence)
    if direction is None and not _BETWEEN_NATIONS.search(match["award"]):
        return None
    number = next((each for each in sentence.of("QUANTITY") if each.start < start < each.end or 0 <= start - each.end <= 2), None)
    groups = next((each for each in sentence.counts(_GROUPS)), None)
    persons = next((each for each in sentence.counts(_PERSONS) if each.start > (groups.start if groups else 0)), None)
    draft = Draft("award", sentence, summary=bool(number or groups or persons))
    words = sentence.lower
    draft.put("direction", direction, giver or (start, start + len(match["award"])), "giver")
    draft.say("award", start, sentence.start + match.end("award"), "name")
    if match["grade"]:
        draft.say("grade", sentence.start + match.start("grade"), sentence.start + match.end("grade"), "word")
    if giver:
        draft.say("giver", *giver, "words")
        named = countries(sentence, *giver) if direction == "received" else ([], [])
        draft.put("giver_country", named[0][0] if named[0] else "Việt Nam", named[1][0] if named[1] else giver, "named")
    asked = _ASKED.search(words) or _DECIDED.search(words)
    planned = _ASKED.search(words) or not sentence.fact or not sentence.is_fact(start)
    status = "proposed" if planned else "decided" if asked else "presented"
    draft.put(
        "status",
        status,
        (
            sentence.start + (asked or _GIVE.search(words) or match).start(),
            sentence.start + (asked or _GIVE.search(words) or match).end(),
        ),
        "word",
    )
    _recipient(draft, sentence, start, direction)
    if number:
        draft.put("count", count(number), number, "count")
    if first and groups:
        draft.put("groups", count(groups), groups, "count")
    if first and persons:
        draft.put("persons", count(persons), persons, "count")
    for each in sentence.of("DATE"):
        if (value := day(each)) and len(value) == 10:
            draft.put("presented_on", value, each, "date")
            break
    return draft


def _giver(page: Page, sentence: Sentence) -> tuple[tuple[int, int] | None, str | None]:
    """Who gives, and the direction that follows; no direction where neither side is foreign."""
    match = _BEHALF.search(sentence.text) or _RECEIVED.search(sentence.text) or _GIVER.search(sentence.text)
    everywhere = (sentence.start, sentence.start + len(sentence.text))
    abroad = _foreign(page, sentence, *everywhere) or "nước ngoài" in sentence.lower
    if match is None:
        return None, "conferred" if abroad else None
    first, last = sentence.start + match.start("giver"), sentence.start + match.end("giver")
    asked = _ASKS.search(page.view.text[first:last])
    place = (first + asked.end(), last) if asked else (first, last)
    if _foreign(page, sentence, *place):
        return place, "received"
    return place, "conferred" if abroad else None


def _foreign(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    if countries(sentence, start, end)[0] and not re.search(r"[Hh]ội [Hh]ữu nghị Việt", page.view.text[start:end]):
        return True
    return any(is_foreign(page, sentence, each) for each in sentence.inside(start, end, "ORG"))


def _recipient(draft: Draft, sentence: Sentence, start: int, direction: str | None) -> None:
    match = _TO.search(sentence.text, start - sentence.start) or _GETS.search(sentence.text)
    if not match:
        return
    first, last = sentence.start + match.start("to"), sentence.start + match.end("to")
    person = next((each for each in sentence.inside(first, last, "PERSON")), None)
    words = match["to"].lower()
    both = "tập thể" in words and "cá nhân" in words
    kind = "both" if both else "person" if person or "cá nhân" in words else "group" if "tập thể" in words else None
    if person and not both:
        draft.put("recipient", getattr(person.entity.value, "name", person.text), person, "person")
    else:
        draft.say("recipient", first, last, "words")
    draft.put("recipient_type", kind, person or (first, last), "word")
    named = countries(sentence, first, last)
    if named[0]:
        draft.put("nationality", named[0][0], named[1][0], "named")
    elif direction == "received":
        draft.put("nationality", "Việt Nam", (first, last), "named")


__all__ = ["Mention", "country_of", "drafts", "unit"]
