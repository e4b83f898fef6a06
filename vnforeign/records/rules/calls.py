"""Delegations of ours by whom they call on (``Đoàn chúc Tết tỉnh Koh Kong do … dẫn đầu``) or by the heading they are listed below."""

from __future__ import annotations

from ..page import Page, Sentence
from ..places import countries
from ..wording import pattern
from . import whose
from .bearing import OUT, of_heading
from .leader import Lead
from .travellers import Party

_CALLS = pattern(r"[Đđ]oàn (?:công tác |đại biểu |cán bộ )?(?:đi )?(?:thăm|chúc|viếng|dự|tham dự|xúc tiến|làm việc|quảng bá)\b")


def on(page: Page, sentence: Sentence, party: Party, head: Lead | None) -> whose.Found | None:
    """The countries that a delegation's name says it calls on, where one of ours leads it."""
    if head is None or not _CALLS.match(sentence.text, party.start - sentence.start) or not _is_ours(page, sentence, head):
        return None
    found = countries(sentence, party.start, party.end)
    return found if found[0] else None


def listed(sentence: Sentence, side: str | None) -> bool:
    """Whether an item names a delegation of ours below a heading of those that went abroad."""
    return side == "ours" and sentence.kind == "list_item" and of_heading(sentence.section) == OUT


def _is_ours(page: Page, sentence: Sentence, head: Lead) -> bool:
    """Whether somebody has an office of ours, or a name and no office of theirs."""
    side = whose.side(page, sentence, *head.who)[0]
    theirs = whose.office_of_theirs(sentence.text[head.who[0] - sentence.start : head.who[1] - sentence.start])
    strange = any(whose.strange(each) for each in sentence.inside(*head.who, "PERSON"))
    return side == "ours" or (side is None and not theirs and not strange)


__all__ = ["listed", "on"]
