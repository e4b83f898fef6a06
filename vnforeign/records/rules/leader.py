"""Who leads a delegation, with the office written beside the name."""

from __future__ import annotations

import re

import msgspec

from ...text import pattern
from ..build import Draft
from ..page import Mention, Sentence
from .travellers import ROLE

_LEADS = r"(?:dẫn đầu|đứng đầu|làm [Tt]rưởng [Đđ]oàn|làm trưởng|là [Tt]rưởng [Đđ]oàn|dẫn đoàn|phụ trách đoàn)"
_LED_BY = pattern(rf"(?<![Tt]ự )\bdo (?P<who>[^;\n]{{3,220}}?),? {_LEADS}")
_LED = pattern(
    r"(?P<who2>[^;\n]{3,160}?),? (?:đã )?(?:dẫn(?: đầu)?|làm [Tt]rưởng)(?: một| theo| cùng)?(?: [Đđ]oàn| \d)|"
    r"(?P<who4>(?:[Pp]hó )?[^;:\n]{3,130}?), (?:làm |là )?[Tt]rưởng [Đđ]oàn(?=[;.,)\n]|$)|"
    r"(?:^|[^\w] ?)[Tt]rưởng đoàn(?: là| ?:)? (?P<who3>[^;.\n()]{3,140}?)(?=[;.\n()]|, gồm|$)",
)
_SUBJECTS = ("who2", "who4")
_PARTS = pattern(r"[,:] |\b(?:tiếp|đón|với|có|gặp) (?!ông|bà)")
_CUES = ("dẫn", "trưởng đoàn", "làm trưởng", "đứng đầu", "phụ trách đoàn")
_TITLES = pattern(r"(?:ngài|ông|bà|đồng chí|đ/c|anh|chị|có|là|do|ts|tiến sĩ)\.? ", re.IGNORECASE)
_OFFICE = pattern(ROLE)
_NAME = re.compile(
    r"\s*(?:(?:[Nn]gài|[ÔôBb][nà]g?|[Đđ]ồng chí|[Đđ]/c) )?(?P<name>[^\W\d_a-zđ]\w+(?: [^\W\d_a-zđ]\w+){1,5})\s*(?=[,;(-]|$)"
)
_BEHIND = pattern(r" ?(?:,|-|–|\() ?(?P<office>[^;\n]{3,200})")
_TAIL = pattern(r"[ ,]+(?:đã|vừa|cùng|có|là|và)$")
_FAR = 160  # characters between a delegation's name and its head


class Lead(msgspec.Struct):
    """The words that say who leads, and those of them that name the leader; ``subject`` where the leader is the verb's subject."""

    start: int
    end: int
    who: tuple[int, int]
    subject: bool


def led(sentence: Sentence, start: int, end: int) -> Lead | None:
    """Who leads, told between two places of a sentence; looked for only where one of the cues stands."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    if not any(cue in words for cue in _CUES):
        return None
    first, last = start - sentence.start, end - sentence.start
    match = _LED_BY.search(sentence.text, first, last) or _LED.search(sentence.text, first, last)
    return _lead(sentence, match) if match else None


def _lead(sentence: Sentence, match: re.Match[str]) -> Lead:
    name = next(key for key, words in match.groupdict().items() if words)
    start, end = sentence.start + match.start(name), sentence.start + match.end(name)
    if name in _SUBJECTS:
        start = _subject(sentence, start, end)
    return Lead(sentence.start + match.start(), sentence.start + match.end(), (start, end), name == "who2")


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
    if person is None:
        _say_office(draft, sentence, start, end, "office")
        return
    draft.put("head", getattr(person.entity.value, "name", person.text), person, "person")
    behind = _BEHIND.match(sentence.text, person.end - sentence.start, end - sentence.start)
    if behind:
        last = sentence.start + behind.end("office")
        if tail := _TAIL.search(behind["office"]):
            last -= len(tail[0])
        draft.say("head_position", sentence.start + behind.start("office"), last, "behind")
    else:
        _say_office(draft, sentence, start, person.start, "before")


def put_cell(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The head's name and office of a cell, a name that is known as nobody's too."""
    put(draft, sentence, start, end)
    if "head" not in draft and (match := _NAME.match(sentence.page.view.text, start, end)):
        draft.say("head", match.start("name"), match.end("name"), "cell")


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


def caller(draft: Draft, sentence: Sentence, person: Mention | None, office: tuple[int, int] | None) -> None:
    """One who comes as a person is the head of the visit."""
    if person:
        draft.put("head", getattr(person.entity.value, "name", person.text), person, "caller")
    if office:
        draft.say("head_position", *office, "caller")


__all__ = ["Lead", "caller", "led", "near", "put", "put_cell"]
