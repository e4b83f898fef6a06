"""How many awards of a kind there were, and how many groups and persons got them."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Mention, Sentence
from ..values import count, unit
from . import awarded, bestowal
from .bestowal import Place
from .graded import Head

_LISTED = re.compile(
    r"(?: ?[:=] ?| [-–] | [(](?=\d{1,3}[)])| (?=\d{1,3} ?[(]))(?P<n>0?[1-9][0-9]{0,2})(?![0-9]|[.,/][0-9]| (?:tập|cá|năm|người|đơn))"
)
#: A number right before an award.
BEFORE = re.compile(r"(?P<n>\d{1,3}(?:\.\d{3})?|\b(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)) (?:chiếc |tấm )?$", re.IGNORECASE)


def number(sentence: Sentence, start: int) -> tuple[str | None, Mention | Place] | None:
    """``14 Huân chương``; persons of the award before are no number of this one."""
    for each in sentence.of("QUANTITY"):
        inside = each.start < start < each.end
        if inside or (0 <= start - each.end <= 2 and not awarded.of_people(unit(each)) and ";" not in sentence.before(start, 2)):
            return count(each), each
    if match := BEFORE.search(sentence.text, max(0, start - sentence.start - 16), start - sentence.start):
        place = sentence.start + match.start("n"), sentence.start + match.end("n")
        return str(awarded.told(match["n"])), place
    return None


def listed(sentence: Sentence, head: Head, getter: Place | None) -> re.Match[str] | None:
    """A number behind an award: ``Huân chương Hữu nghị: 02``, ``Bằng khen của UBND tỉnh cho người nước ngoài: 18``."""
    of = bestowal.of(sentence, head)
    places = [head.end(), *([of.end()] if of else []), *([getter[1]] if getter and getter[0] >= head.end() else [])]
    return next((match for at in places if (match := _LISTED.match(sentence.text, at))), None)


def people(draft: Draft, sentence: Sentence, getter: Place) -> None:
    """The groups and persons that the words on those who get an award count."""
    groups, persons = awarded.counts(sentence, getter)
    if groups:
        draft.put("groups", count(groups), groups, "count")
    if persons:
        draft.put("persons", count(persons), persons, "count")
    elif not groups and (told := awarded.number(sentence, getter)):
        draft.put("persons", *told, "bare")


def is_one(sentence: Sentence, number: tuple[str | None, Mention | Place], getter: Place | None) -> bool:
    """Whether ``01 Huân chương`` went to somebody who is named."""
    if number[0] != "1" or getter is None:
        return False
    return bool(sentence.inside(sentence.start + getter[0], sentence.start + getter[1], "PERSON", "ORG"))


__all__ = ["BEFORE", "is_one", "listed", "number", "people"]
