"""Awards that go on with those of the sentence before: ``Chủ tịch nước Lào trao … . Huyện A được tặng Huân chương …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..build import Draft
from ..page import Page, Sentence
from ..wording import pattern
from . import award_way
from .awarding import Roles
from .graded import Head

_MEDAL = pattern(r"hu[ây]n? chương", re.IGNORECASE)
#: What the words on who gives are.
_GIVER = ("giver", "giver_country")


def way(sentence: Sentence, before: Sequence[Draft]) -> str | None:
    """``received`` where all that the sentence before told of came from abroad, from one giver."""
    if not before or sentence.earlier is not before[-1].sentence:
        return None
    ways = {each.slots["direction"].value for each in before if "direction" in each}
    givers = {str(each.slots["giver"].value) for each in before if "giver" in each}
    return "received" if ways == {"received"} and len(givers) == 1 else None


def goes_on(page: Page, sentence: Sentence, head: Head, roles: Roles, before: str | None) -> bool:
    """Whether a medal that nobody is said to give came from those who gave the ones before: somebody of ours gets it."""
    if before != "received" or roles.getter is None or not _MEDAL.match(head["award"] or ""):
        return False
    return not award_way.foreign(page, sentence, roles.getter)


def put(draft: Draft, before: Sequence[Draft]) -> None:
    """The giver of the awards before, for one without."""
    if "giver" in draft or draft.slots["direction"].value != "received":
        return
    given = next((each for each in before if "giver" in each), None)
    for key in _GIVER if given else ():
        if given and key in given:
            draft.slots[key] = given.slots[key]


__all__ = ["goes_on", "put", "way"]
