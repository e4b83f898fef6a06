"""Persons told of before: who is meant by ``tặng bà Huy hiệu``, and whose countryman somebody was said to be."""

from __future__ import annotations

from ..page import Mention, Page, Sentence
from ..places import country_of
from ..wording import pattern
from .bestowal import Place

_PRONOUN = pattern(r"(?:ông|bà|anh|chị|cô|ngài|bác|vị (?:giáo sư|bác sĩ|chuyên gia) này|ông ấy|bà ấy)\s*$")
_BESIDE = 90  # characters behind a name that may say whose countryman he is
_BACK = 12  # persons before a pronoun among whom it may have its own


def is_pronoun(said: str) -> bool:
    return bool(_PRONOUN.match(said))


def meant(page: Page, sentence: Sentence, place: Place) -> Mention | None:
    """The person that the words between two places of a sentence's text are on: named there, or the last one named in the passage."""
    named = sentence.inside(sentence.start + place[0], sentence.start + place[1], "PERSON")
    if named or not is_pronoun(sentence.text[slice(*place)]):
        return named[0] if named else None
    before = page.between(sentence.opening.start, sentence.start + place[0])
    return next((each for each in reversed(before) if each.label == "PERSON"), None) or _addressed(page, sentence, place)


def _addressed(page: Page, sentence: Sentence, place: Place) -> Mention | None:
    """The last one named with the pronoun as title before the passage: ``Thưa Ngài A, …`` of a speech, ``ông B`` of a feature."""
    title = f" {sentence.lower[slice(*place)].strip()} "
    named = (each for each in reversed(page.between(0, sentence.opening.start)) if each.label == "PERSON")
    return next(
        (each for each in named if f" {page.view.text[max(0, each.start - 8) : each.start].lower()}".endswith(title)), None
    )


def land(page: Page, person: Mention) -> tuple[str, Mention] | None:
    """The foreign country beside a person's name where he is told of first: ``bà Karin, y tá Thụy Điển``, ``ông Pfister (Thụy Sĩ)``."""
    for one in [each for each in page.mentions if each.label == "PERSON" and each.text == person.text][:_BACK]:
        beside = page.between(one.end, one.end + _BESIDE)
        stop = next((each.start for each in beside if each.label == "PERSON"), one.end + _BESIDE)
        stop = min(stop, *(at for mark in ".;:\n" if (at := page.view.text.find(mark, one.end, stop)) >= 0), stop)
        for each in beside:
            if each.start < stop and (name := country_of(each)):
                return name, each
    return None


def of_abroad(page: Page, sentence: Sentence, place: Place | None) -> tuple[str, Mention] | None:
    """The country of the one person that words are on, as an earlier place of the document tells it."""
    if place is None:
        return None
    person = meant(page, sentence, place)
    return land(page, person) if person else None


__all__ = ["is_pronoun", "land", "meant", "of_abroad"]
