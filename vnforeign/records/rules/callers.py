"""Those who come as persons: an office with a name beside it, of a body or a state that is none of ours."""

from __future__ import annotations

from collections.abc import Iterator

from ..page import Mention, Page, Sentence
from ..places import countries
from ..wording import holds, pattern
from . import whose
from .travellers import OFFICE, ROLE, Party

_CALLER = pattern(
    rf"(?P<who>\b{OFFICE}(?! quán)[^,;.\n]{{0,90}}?)"
    r"(?= tại (?!Việt)| nhân (?:dịp|kỷ niệm|chuyến|ngày|lễ|Tết|tết|kết thúc|hội nghị|sự kiện)| đến| sang| về| vào| cùng| trong| đã| thăm| tới| do| qua| lên| dẫn| chào| và (?:phu nhân|đoàn|các|\d)|, (?:nhân (?:dịp|kỷ niệm|chuyến|ngày|lễ|Tết|tết|kết thúc|hội nghị|sự kiện)|ngày|về)|[,;.\n(]|$)"
)
_BESIDE = pattern(
    r" ?(?:,|-|–|\(| là) ?(?P<office>[^;.\n()]{3,120}?)(?=,? (?:đến|sang|vào|lên|về|đã|cùng|nhân (?:dịp|kỷ niệm|chuyến|ngày|lễ|Tết|tết|kết thúc|hội nghị|sự kiện)|tới|có|thăm|chào|dẫn|do|trong|và phu nhân)\b|[;.()\n]|, [a-zđ]|$)"
)
_IN_BRACKETS = pattern(r" \([^()\n]{2,40}\)")
_OFFICES = (
    "lãnh sự",
    "trưởng",
    "đốc",
    "đại sứ",
    "tham tán",
    "công sứ",
    "viên",
    "khanh",
    "hoàng ",
    "công chúa",
    "thái tử",
    "quốc vương",
)
_CALLED = ("ông ", "bà ", "ngài ", "Ngài ", "chị ", "anh ")
_TITLE = pattern(
    r"\)?,? ?(?:(?:[Ôô]ng|[Bb]à|[Nn]gài|[Đđ]ồng chí|Tiến sĩ|TS\.?|[Cc]hị|[Aa]nh) )?"
)  # between an office and its name
_BEFORE = 60  # characters before a name that may say what office it has
_OFFICE_BEFORE = pattern(rf"(?P<office>{ROLE}[^,;.\n]{{3,90}}), (?:ông|bà|ngài|Ngài|chị|anh) $")
_OUR_MAN = pattern(r"việt nam tại|của việt nam|của ta|nước ta")
_PROVINCE = ("PROVINCE", "DISTRICT", "COMMUNE")


def callers(page: Page, sentence: Sentence) -> Iterator[Party]:
    """Those who come as persons: ``Đại sứ Hàn Quốc``, ``ông Kim Do-hyon, Giám đốc quốc gia tổ chức Plan``."""
    seen: list[Mention] = []
    offices = holds(sentence.lower, _OFFICES)
    for match in _CALLER.finditer(sentence.text) if offices else ():
        start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        if not _OUR_MAN.search(match["who"].lower()) and (
            countries(sentence, start, end + 2)[0] or whose.office_of_theirs(match["who"])
        ):
            end = _posted(sentence, end)
            person = _beside(sentence, start, end)
            seen += [person] if person else []
            last = person.end if person and person.start >= end else end
            yield Party("caller", start, last, person, (start, person.start if person and start < person.start < end else end))
    for person in sentence.of("PERSON"):
        match_ = _BESIDE.match(sentence.text, person.end - sentence.start)
        if person in seen or not match_:
            continue
        start, end = sentence.start + match_.start("office"), sentence.start + match_.end("office")
        bracket = _IN_BRACKETS.match(sentence.text, match_.end("office"))
        known = whose.theirs(page, sentence, start, sentence.start + bracket.end() if bracket else end)
        body = next(iter(sentence.inside(start, end, "ORG")), None)
        if (known or (body and whose.unknown(page, body) and whose.strange(person))) and not _OUR_MAN.search(
            match_["office"].lower()
        ):
            yield Party("caller", person.start, end, person, (start, end))

    yield from _by_office_before(page, sentence, seen)


def _by_office_before(page: Page, sentence: Sentence, seen: list[Mention]) -> Iterator[Party]:
    """``Giám đốc quốc gia tổ chức Plan, bà Sharon Kane``: an office before a name, of a body that is none of ours."""
    for person in sentence.of("PERSON"):
        at = person.start - sentence.start
        back = max(0, at - 2 * _BEFORE)
        match = _OFFICE_BEFORE.search(sentence.text[back:at]) if sentence.text[:at].endswith(_CALLED) else None
        if person in seen or not match or _OUR_MAN.search(match["office"].lower()):
            continue
        start, end = sentence.start + back + match.start("office"), sentence.start + back + match.end("office")
        body = next(iter(sentence.inside(start, end, "ORG")), None)
        if whose.theirs(page, sentence, start, end) or (body and whose.unknown(page, body) and whose.strange(person)):
            yield Party("caller", start, person.end, person, (start, end))


def _posted(sentence: Sentence, end: int) -> int:
    """The end of an office with the place where it is held: ``Tổng Lãnh sự Hàn Quốc tại TP. Hồ Chí Minh``."""
    if sentence.after(end, 5) != " tại ":
        return end
    return next((each.end for each in sentence.inside(end + 5, end + 6, "COUNTRY", *_PROVINCE)), end)


def _beside(sentence: Sentence, start: int, end: int) -> Mention | None:
    """The person an office belongs to: in its words, behind them, or before them and a comma."""
    for each in sentence.inside(sentence.start, end + 14, "PERSON"):
        if start <= each.start < end + 4 or 0 < start - each.end <= 3:
            return each
        if each.start >= end and _TITLE.fullmatch(sentence.text[end - sentence.start : each.start - sentence.start]):
            return each
    return None


__all__ = ["callers"]
