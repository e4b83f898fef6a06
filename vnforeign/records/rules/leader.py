"""Who leads a delegation, with the office written beside the name."""

from __future__ import annotations

import re

import msgspec

from ..build import Draft
from ..page import Mention, Sentence
from ..wording import holds, pattern
from .travellers import ROLE

_LEADS = r"(?:dẫn đầu|đứng đầu|làm [Tt]rưởng [Đđ]oàn|làm trưởng|là [Tt]rưởng [Đđ]oàn|dẫn đoàn|phụ trách(?! công)|chỉ huy)"
_LED_BY = pattern(rf"(?<![Tt]ự )\bdo (?P<who>[^;\n]{{3,220}}?),? {_LEADS}")
_IS = pattern(
    r"(?:^|[^\w] ?)(?:[Tt]rưởng đoàn(?: là| ?:)?|[Dd]ẫn đầu(?: đoàn)? (?:là|có)) (?P<who>[^;.\n()]{3,140}?)(?=[;.\n()]|,? (?:gồm|đã|vừa|sang|đi|đến|thăm|vào|lên|tới|qua|dự|tham dự|về|làm việc|cùng|từ|ngày|với)\b|$)"
)
#: ``đoàn A do ông B, Phó Chủ tịch Hội đồng đến thăm``: the word of leading is left out.
_COMES = pattern(
    r"(?<=[\w)]),? do (?P<who>(?:[Ôô]ng|[Bb]à|[Nn]gài|[Đđ]ồng chí|[Đđ]/c|GS|TS|PGS)\b[^;\n]{4,140}?)(?=,? (?:đã |vừa )?(?:đến|sang|vào|tới|lên|về) (?:thăm|làm việc|chào|khảo sát|tìm hiểu|dự|chúc|trao đổi))"
)
#: What stands behind those who lead, the marks that no subject holds, its longest, and whether it is the verb's subject.
_BEHIND_WHO = (
    (
        pattern(r",? (?:đã )?(?:(?:dẫn(?: đầu)?|làm [Tt]rưởng)(?: một| theo| cùng)?(?: [Đđ]oàn| \d)|đưa(?: một| 01)? [Đđ]oàn)"),
        ";\n",
        160,
        True,
    ),
    (pattern(r"(?:, (?:làm |là )?[Tt]rưởng [Đđ]oàn|,? (?:dẫn đầu|đứng đầu))(?=[;.,)\n]| - |$)"), ";:\n", 130, False),
)
#: What somebody does behind his name is no office of his.
_ACTS = pattern(
    r"\d|(?:viếng|dâng hương|ghé|tìm hiểu|thăm|khảo sát|sang|đến|vào|tới|làm việc|trao đổi|dự|tham dự|chào|đã|vừa|bàn|ký|học|xem|cùng)\b"
)
_SHORTEST = 3  # characters of who leads
_PARTS = pattern(
    r"[,:] |\b(?:tiếp(?! (?:tục|theo|nối|đó|cận|xúc|thu|thị|sức|giáp|quản|diễn|viện|tế|sau|tay))|đón|với|có|gặp) (?!ông|bà)"
)
_CUES = ("dẫn", "trưởng đoàn", "đưa đoàn", "đưa một đoàn", "làm trưởng", "đứng đầu", "phụ trách", "chỉ huy")
_TITLES = pattern(r"(?:ngài|ông|bà|đồng chí|đ/c|anh|chị|có|là|do|ts|tiến sĩ)\.? ", re.IGNORECASE)
_OFFICE = pattern(ROLE)
_NAME = re.compile(
    r"\s*(?:(?:[Nn]gài|[ÔôBb][nà]g?|[Đđ]ồng chí|[Đđ]/c) )?(?P<name>[^\W\d_a-zđ]\w+(?: [^\W\d_a-zđ]\w+){1,5})\s*(?=[,;(-]|$)"
)
#: A foreign name before an office: ``bà Ca-ta-ri-na Lin-đơ-man, Tham tán …``.
_NAMED = re.compile(
    r"\b(?:[Ôô]ng|[Bb]à|[Nn]gài) (?P<name>[^\W\d_a-z][\w-]*(?: [^\W\d_a-z][\w-]*){0,4})(?=,|$| ?[(]| - | (?:làm|dẫn|phụ trách)\b)"
)
_NAME_BEFORE = 50
_BEHIND = pattern(r" ?(?:,|-|–|\() ?(?P<office>[^;\n]{3,200})")
_TAIL = pattern(r"[ ,]+(?:đã|vừa|cùng|có|là|và)$")
_ALONG = pattern(
    r",? (?:cùng|cùng với|và|với) (?:\d|một số|các thành viên|đoàn|phu nhân|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:cán bộ|người|chuyên viên|chuyên gia|đồng chí|thành viên))"
)
_FAR = 160  # characters between a delegation's name and its head


class Lead(msgspec.Struct):
    """The words that say who leads, and those of them that name the leader; ``subject`` where the leader is the verb's subject."""

    start: int
    end: int
    who: tuple[int, int]
    subject: bool


def led(sentence: Sentence, start: int, end: int) -> Lead | None:
    """Who leads, told between two places of a sentence; looked for only where one of the cues stands."""
    words = sentence.lower[start - sentence.start : end - sentence.start].replace("hướng dẫn", "")
    first, last = start - sentence.start, end - sentence.start
    if not holds(words, _CUES):
        comes = _COMES.search(sentence.text, first, last) if " do " in words else None
        return _lead(sentence, comes.start(), comes.end(), comes.span("who"), False) if comes else None
    match = _LED_BY.search(sentence.text, first, last)
    if match is None and (subject := _led_behind(sentence, first, last)):
        return subject
    match = match or _IS.search(sentence.text, first, last)
    return _lead(sentence, match.start(), match.end(), match.span("who"), False) if match else None


def _led_behind(sentence: Sentence, first: int, last: int) -> Lead | None:
    """Who leads by the words behind: ``ông A dẫn đầu đoàn``, ``ông A, trưởng đoàn``; the one that begins first."""
    found: list[tuple[int, Lead]] = []
    for behind, marks, most, verb in _BEHIND_WHO:
        for match in behind.finditer(sentence.text, first, last):
            at = match.start()
            begin = max(first, at - most, *(sentence.text.rfind(mark, first, at) + 1 for mark in marks))
            brings = "đưa" in match[0] and not sentence.inside(sentence.start + begin, sentence.start + at, "PERSON")
            if at - begin >= _SHORTEST and not brings:
                who = _subject(sentence, sentence.start + begin, sentence.start + at) - sentence.start, at
                found.append((begin, _lead(sentence, begin, match.end(), who, verb)))
                break
    other = _IS.search(sentence.text, first, last) if found else None
    begin, lead = min(found, key=lambda each: each[0], default=(0, None))
    return None if other and other.start() < begin else lead


def _lead(sentence: Sentence, start: int, end: int, who: tuple[int, int], subject: bool) -> Lead:
    at = sentence.start
    return Lead(at + start, at + end, (at + who[0], at + who[1]), subject)


def _subject(sentence: Sentence, start: int, end: int) -> int:
    """Where the subject before a verb begins: behind the mark or the verb before its name, with an office put before the name."""
    persons = sentence.inside(start, end, "PERSON")
    before = sentence.text[start - sentence.start : (persons[-1].start if persons else end) - sentence.start]
    begin = _begins(before)
    title = _TITLES.fullmatch(before[begin:].strip() + " ") or not before[begin:].strip()
    if persons and title and begin > 2 and _OFFICE.search(before[_begins(before[: begin - 2]) : begin]):
        begin = _begins(before[: begin - 2])
    return start + begin


def _begins(before: str) -> int:
    """The end of the last mark or verb that parts a subject from what stands before it."""
    return max((match.end() for match in _PARTS.finditer(before)), default=0)


def near(lead: Lead, end: int) -> bool:
    """Whether the one who leads is told close to a delegation's name."""
    return abs(lead.start - end) < _FAR


def put(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The head's name and office, of the words between two places."""
    person = next(iter(sentence.inside(start, end, "PERSON")), None)
    named = None if person else _NAMED.search(sentence.text, start - sentence.start, end - sentence.start)
    if person is None and named is None:
        _say_office(draft, sentence, start, end, "office")
        return
    if person:
        draft.put("head", getattr(person.entity.value, "name", person.text), person, "person")
    elif named:
        draft.say("head", sentence.start + named.start("name"), sentence.start + named.end("name"), "titled")
    first, last = (person.start, person.end) if person else _span(sentence, named)
    behind = _BEHIND.match(sentence.text, last - sentence.start, end - sentence.start)
    if behind and _ACTS.match(behind["office"]):
        behind = None
    if behind and not _only_place(sentence, sentence.start + behind.start("office")):
        last = sentence.start + behind.end("office")
        if tail := _TAIL.search(behind["office"]):
            last -= len(tail[0])
        words = sentence.text[behind.start("office") : last - sentence.start].rstrip(" ")
        if along := _ALONG.search(words):
            last -= len(words) - along.start()
            words = words[: along.start()]
        last -= words.endswith(")") and "(" not in words
        draft.say("head_position", sentence.start + behind.start("office"), last, "behind")
    else:
        _say_office(draft, sentence, start, first, "before")


def _span(sentence: Sentence, named: re.Match[str] | None) -> tuple[int, int]:
    return (sentence.start + named.start(), sentence.start + named.end("name")) if named else (sentence.start, sentence.start)


def _only_place(sentence: Sentence, start: int) -> bool:
    """Whether a state or place stands in brackets behind a name, and no office: ``giáo sư Đàm Thanh Sơn (Hoa Kỳ)``."""
    return sentence.before(start, 2).endswith("(") and bool(sentence.inside(start, start + 1, "COUNTRY", "FOREIGN_UNIT"))


def put_cell(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The head's name and office of a cell, a name that is known as nobody's too."""
    put(draft, sentence, start, end)
    if "head" not in draft and (match := _NAME.match(sentence.page.view.text, start, end)):
        draft.say("head", match.start("name"), match.end("name"), "cell")


def name_of(words: str) -> str:
    """The name that words are, without a title; nothing where they hold more."""
    match = _NAME.fullmatch(words)
    return match["name"] if match else ""


def _say_office(draft: Draft, sentence: Sentence, start: int, end: int, rule: str) -> None:
    """The words of an office, from the noun that it begins with."""
    first = start
    while match := _TITLES.match(sentence.text, first - sentence.start, end - sentence.start):
        first = sentence.start + match.end()
    if match := _OFFICE.search(sentence.text, first - sentence.start, end - sentence.start):
        stop = end
        for word in (" ông", " bà", " đồng chí", " đ/c", " ngài", " Ngài"):
            if sentence.text[: stop - sentence.start].rstrip(" ,").endswith(word):
                stop = sentence.start + len(sentence.text[: stop - sentence.start].rstrip(" ,")) - len(word)
        draft.say("head_position", sentence.start + match.start(), stop, rule)


def caller(draft: Draft, person: Mention | None, office: tuple[int, int] | None) -> None:
    """One who comes as a person is the head of the visit."""
    if person:
        draft.put("head", getattr(person.entity.value, "name", person.text), person, "caller")
    if office is None:
        return
    at = max(0, office[0] - draft.sentence.start - _NAME_BEFORE)
    before = draft.sentence.text[at : office[0] - draft.sentence.start].rstrip(" ,-")
    named = None if person else _NAMED.search(before)
    if named:
        at += draft.sentence.start
        draft.say("head", at + named.start("name"), at + named.end("name"), "titled")
    draft.say("head_position", *office, "caller")
    if person is None and named is None:
        draft.say("name", *office, "office_alone")  # a visit is known by the office of who came, where no name is told


__all__ = ["Lead", "caller", "led", "name_of", "near", "put", "put_cell"]
