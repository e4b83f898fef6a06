"""Awards given by foreigners or to them: who gives decides the direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import pattern
from .. import details
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, days

_UPPER = "A-ZĐÁÀẢÃẠĂÂÉÈÊÍÌÓÒÔƠÚÙƯÝỦỨỪỮỰ"
_WORD = r"(?: (?!cho\b|hạng|và\b|của|tặng|do\b|trao|được|theo|vì\b|nhân|tại|năm|ngày|cao quý|các)\w[\w-]*)"
_BODY = (
    r"(?:Chủ tịch|Thủ tướng|Chính phủ|UBND|Ủy ban|Nhà nước|Bộ|Quốc vương|Quốc hội|Trung ương|Liên hiệp|[Tt]ỉnh|[Tt]hành phố|Hội)"
)
_AWARD = pattern(
    r"(?P<award>(?:(?:[Hh]uân chương|[Hh]uy chương|[Kk]ỷ niệm chương|[Bb]ằng khen|[Gg]iấy khen|[Bb]ằng hữu nghị)"
    rf"(?: (?:[Hh]ữu nghị|[Ll]ao động|[Tt]ự do|[Đđ]ộc lập|[Pp]hát triển|[Dd]ũng cảm)| (?!{_BODY})[{_UPPER}][\w-]*{_WORD}{{0,3}}|"
    rf"[ ]?[\"“][^\"”\n]{{3,80}}[\"”]|[ ](?=của {_BODY}))?"
    rf"|[Dd]anh hiệu [\"“]?[Cc]ông dân danh dự[\"”]?))(?P<of>(?:,? của)? ?{_BODY}[^,;.:\n]{{0,40}}?(?=,? cho| và| tặng| trao| vì| theo|[,;.:\n]|$))?"
    r"(?:,? (?:hạng|Hạng) (?P<grade>[Nn]hất|[Nn]hì|[Bb]a|I{1,3}))?"
    rf"(?: của (?P<by>{_BODY}[^,;.:\n]{{0,50}}?)(?=,? cho| trao| tặng| vì|[,;.:\n]|$))?"
)
_GIVE = pattern(r"\b(?:tặng|trao|trao tặng|phong tặng|truy tặng|khen thưởng|tặng thưởng|đón nhận|vinh dự nhận|tiếp nhận|nhận)\b")
_ASKED = pattern(r"\b(?:đề nghị|đề xuất|trình[^,;.]{0,40}|kiến nghị)[^;.]{0,40}\b(?:xét )?(?:tặng|khen)")
_STILL_TO_DO = pattern(r"làm tiếp|thời gian tới|sắp tới|năm tới")
_DECIDED = pattern(r"\b(?:quyết định|xét) (?:trao |phong )?(?:tặng|khen)")
_RECEIVED = pattern(r"\bđược (?P<giver>(?!phong|trao|tặng|nhận|đón)[^,;.\n]{3,90}?) (?:phong |trao |quyết định )?(?:tặng|trao)")
_BEHALF = pattern(r"(?i:t)hừa (?:ủy|uỷ) quyền (?:của )?(?P<giver>[^,;.\n]{3,60}?)(?:,| đã| trao| tặng)")
_GIVER = pattern(
    r"(?P<giver>(?:Nhà nước|Chính phủ|Chủ tịch|Thủ tướng|Quốc vương|UBND|Ủy ban|Trung ương|Liên hiệp|Hội|Bộ|[Tt]ỉnh|Sở|Quốc hội|Đại sứ|Tổng Lãnh sự|Chính quyền)"
    r"(?:(?!được|đề nghị|đề xuất|trình|vinh dự|đã|vừa|quyết định)[^,;.\n]){0,70}?) (?:đã |vừa |quyết định |xét |ký |cũng )*(?:trao |truy |phong )?(?:tặng|trao|khen)"
)
_TO = pattern(
    r"\bcho (?P<to>[^;.\n]{3,130}?)(?=,? (?:vì|do|đã có|có|nhân dịp|nhân kỷ niệm|tại|ngày|trong|trên|theo)\b|[;.\n]|$)|"
    r"tặng (?P<to2>(?:Đảng bộ|nhân dân|cán bộ|quân và dân|ông|bà|tập thể) [^,;.\n]{3,80})"
)
_GETS = pattern(
    r"(?:^|, |\. )(?:(?:Trong|Năm|Ngày|Nhân|Tại|Đến|Từ|Dịp)[^,;.]*, )*(?:đã )?(?:có )?(?P<to>[^.;\n]{3,120}?),? (?:đã |vinh dự |vừa )*(?:được [^.;\n]{0,80}?(?:tặng|trao)|(?:đón )?nhận)"
)
_ASKS = pattern(r".*(?:đề nghị|đề xuất|trình|kiến nghị) ")
_REASON = pattern(
    r"(?:vì|do|về|đã có|có) (?P<why>(?:những |nhiều |các |đã có |có )*(?:đóng góp|thành tích|công lao|cống hiến)[^;.\n]{3,150})"
)
_AT = pattern(
    r"\b[Tt]ại (?P<at>(?:thành phố|thủ đô|tỉnh|trụ sở|Hội nghị|Hội trường|buổi|lễ)[^,;.\n]{2,60}?)(?=,| (?:đã|ngày)|[;.\n]|$)"
)
_NUMBER = re.compile(r" ?: ?(?P<n>0?[1-9][0-9]{0,2})(?![0-9]|[.,/][0-9])")
_ONLY_COUNTS = re.compile(r"\d+ (?:tập thể|cá nhân|đơn vị)(?:(?:,| và|, và) \d+ (?:tập thể|cá nhân|đơn vị))*")
_GROUPS = pattern(r"(?:tập thể|đơn vị|tổ chức)")
_PERSONS = pattern(r"(?:cá nhân|người|đồng chí|cán bộ|chuyên gia|chiến sĩ|công dân|lãnh đạo|nhà )")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of awards with a foreign side; awards among Vietnamese make none."""
    for sentence in page.sentences:
        if not sentence.fact and _STILL_TO_DO.search(sentence.section):
            continue  # what is still to be asked for
        if not _GIVE.search(sentence.lower) and "khen thưởng" not in sentence.section:
            continue
        shared: set[int] = set()  # clauses whose recipients stand on an earlier row
        for match in _AWARD.finditer(sentence.text):
            clause = sentence.clause(sentence.start + match.start())
            if draft := _award(page, sentence, match, clause, clause[0] not in shared):
                shared.add(clause[0])
                yield draft


def _award(page: Page, sentence: Sentence, match: re.Match[str], clause: tuple[int, int], first: bool) -> Draft | None:
    start, end = sentence.start + match.start("award"), sentence.start + match.end("award")
    giver, direction = _giver(page, sentence, match, clause)
    if direction is None and "hữu nghị" not in sentence.lower:
        return None
    number = next((each for each in sentence.of("QUANTITY") if each.start < start < each.end or 0 <= start - each.end <= 2), None)
    listed = _NUMBER.match(sentence.text, match.end())
    groups = next((each for each in sentence.inside(*clause, "QUANTITY") if _GROUPS.match(_unit(each))), None)
    persons = next(
        (
            each
            for each in sentence.inside(groups.end if groups else clause[0], clause[1], "QUANTITY")
            if _PERSONS.match(_unit(each))
        ),
        None,
    )
    draft = Draft("award", sentence, summary=bool(number or listed or groups or persons))
    draft.put("direction", direction, giver or (start, end), "giver")
    draft.say("award", start, sentence.start + match.end("of") if match["of"] and match["of"].startswith(" của") else end, "name")
    if match["grade"]:
        draft.say("grade", sentence.start + match.start("grade"), sentence.start + match.end("grade"), "word")
    if giver:
        draft.say("giver", *giver, "words")
        named = countries(sentence, *giver) if direction == "received" else ([], [])
        if direction:
            draft.put("giver_country", named[0][0] if named[0] else "Việt Nam", named[1][0] if named[1] else giver, "named")
    _status(draft, sentence, match)
    _recipient(page, draft, sentence, start, clause, direction)
    if number:
        draft.put("count", count(number), number, "count")
    elif listed:
        draft.put(
            "count", str(int(listed["n"])), (sentence.start + listed.start("n"), sentence.start + listed.end("n")), "listed"
        )
    if first and groups:
        draft.put("groups", count(groups), groups, "count")
    if first and persons:
        draft.put("persons", count(persons), persons, "count")
    _rest(draft, sentence, clause)
    return draft if len(draft) > 2 else None


def _unit(mention: Mention) -> str:
    return (getattr(mention.entity.value, "unit", None) or "").lower()


def _status(draft: Draft, sentence: Sentence, match: re.Match[str]) -> None:
    words = sentence.lower
    asked = _ASKED.search(words) or _DECIDED.search(words)
    planned = _ASKED.search(words) or not sentence.fact or not sentence.is_fact(sentence.start + match.start())
    said = asked or _GIVE.search(words) or match
    status = "proposed" if planned else "decided" if asked else "presented"
    draft.put("status", status, (sentence.start + said.start(), sentence.start + said.end()), "word")


def _rest(draft: Draft, sentence: Sentence, clause: tuple[int, int]) -> None:
    """The day and place of the handing over, the reason, the decision."""
    for each, value in days(sentence):
        if len(value) == 10:
            draft.put("presented_on", value, each, "date")
            break
    for column, name, cue in (("reason", "why", _REASON), ("presented_at", "at", _AT)):
        if said := cue.search(sentence.text):
            draft.say(column, sentence.start + said.start(name), sentence.start + said.end(name), "words")
    details.permission(draft, sentence, "decision", *clause)


def _giver(
    page: Page, sentence: Sentence, award: re.Match[str], clause: tuple[int, int]
) -> tuple[tuple[int, int] | None, str | None]:
    """Who gives, and the direction that follows; no direction where neither side is foreign."""
    abroad = _abroad(page, sentence) or "công dân danh dự" in award["award"].lower()
    match = _BEHALF.search(sentence.text) or _RECEIVED.search(sentence.text)
    if match:
        first, last = sentence.start + match.start("giver"), sentence.start + match.end("giver")
    elif award["by"] or award["of"]:
        part = "by" if award["by"] else "of"
        words = award[part]
        skip = len(words) - len(words.removeprefix(",").lstrip().removeprefix("của "))
        first, last = sentence.start + award.start(part) + skip, sentence.start + award.end(part)
    elif match := _GIVER.search(sentence.text, clause[0] - sentence.start):
        first, last = sentence.start + match.start("giver"), sentence.start + match.end("giver")
    else:
        return None, "conferred" if abroad else None
    asked = _ASKS.search(page.view.text[first:last])
    place = (first + asked.end(), last) if asked else (first, last)
    if _foreign(page, sentence, *place) and "Việt Nam" not in page.view.text[slice(*place)]:
        return place, "received"
    return place, "conferred" if abroad else None


def _abroad(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence names a foreign body, state or place outside the names of Vietnamese bodies."""
    if "nước ngoài" in sentence.lower:
        return True
    ours = [each for each in sentence.of("ORG") if not is_foreign(page, sentence, each)]
    said = sentence.of("COUNTRY", "FOREIGN_UNIT", "ORG")
    outside = [each for each in said if not any(one.start <= each.start < one.end for one in ours)]
    return any(is_foreign(page, sentence, each) for each in outside)


def _foreign(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    if countries(sentence, start, end)[0]:
        return True
    return any(is_foreign(page, sentence, each) for each in sentence.inside(start, end, "ORG"))


def _recipient(page: Page, draft: Draft, sentence: Sentence, start: int, clause: tuple[int, int], direction: str | None) -> None:
    match = _TO.search(sentence.text, start - sentence.start, clause[1] - sentence.start) or _GETS.search(sentence.text)
    if not match:
        return
    name = "to" if match["to"] else "to2"
    first, last = sentence.start + match.start(name), sentence.start + match.end(name)
    person = next((each for each in sentence.inside(first, last, "PERSON")), None)
    words = match[name].lower()
    both = "tập thể" in words and "cá nhân" in words
    counted = any(_PERSONS.match(_unit(each)) for each in sentence.inside(first, last, "QUANTITY"))
    one = person or counted or "cá nhân" in words
    kind = "both" if both else "person" if one else "group" if "tập thể" in words or sentence.inside(first, last, "ORG") else None
    if person and not both:
        draft.put("recipient", getattr(person.entity.value, "name", person.text), person, "person")
    elif not _ONLY_COUNTS.fullmatch(sentence.lower[first - sentence.start : last - sentence.start].strip(" ,")):
        draft.say("recipient", first, last, "words")
    draft.put("recipient_type", kind, person or (first, last), "word")
    named = countries(sentence, first, last)
    if named[0]:
        draft.put("nationality", named[0][0], named[1][0], "named")
    elif direction == "received":
        draft.put("nationality", "Việt Nam", (first, last), "named")
