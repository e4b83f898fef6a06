"""Journeys by who leads them and guests by who sends them: ``Chuyến đi Hà Lan do … dẫn đầu``, ``Đại sứ quán A cử Công sứ B sang``."""

from __future__ import annotations

from ..build import Draft
from ..page import Page, Sentence
from ..places import countries, is_foreign
from ..wording import pattern
from . import journey, leader, travellers, way, whose
from .travellers import Party

_JOURNEY_LED = pattern(r"\b[Cc]huyến (?:đi|thăm|công tác|làm việc|xúc tiến|khảo sát|học tập|sang)\b(?=[^;.]{0,90}$)")
_ENVOY = pattern(
    rf"\bcử (?P<who>(?:(?:[Ôô]ng|[Bb]à|[Nn]gài) )?(?:[A-ZĐ]\w+ ){{0,4}}?,? ?{travellers.ROLE}[^;.\n]{{2,120}}?)(?=,? (?:sang|đến|vào|lên|tới|về|tham dự|dự)\b)"
)


def journey_led(page: Page, sentence: Sentence, lead: leader.Lead) -> Draft | None:
    """``Chuyến đi Hà Lan và Israel do Chủ tịch UBND tỉnh … dẫn đầu``: ours by their journey."""
    told = _JOURNEY_LED.search(sentence.text, 0, lead.start - sentence.start)
    if told is None or not sentence.is_fact(lead.start) or whose.side(page, sentence, *lead.who)[0] == "theirs":
        return None
    party, stop = Party("body", sentence.start + told.start(), lead.end), sentence.clause(lead.start)[1]
    there = way.goals(sentence, party.start, party, sentence.start + told.start(), stop, strict=True)
    if not there[0] or whose.office_of_theirs(sentence.text[lead.who[0] - sentence.start : lead.who[1] - sentence.start]):
        return None
    draft = Draft("delegation_out", sentence)
    leader.put(draft, sentence, *lead.who)
    draft.put("countries", there[0], there[1], "journey")
    journey.told(draft, sentence, party, party.start, stop, lead.end)
    return draft if len(draft) > 2 else None


def sent(page: Page, sentence: Sentence) -> Draft | None:
    """``Đại sứ quán Nhật Bản cử Công sứ … sang dự lễ khởi công``: one in an office whom a body from abroad sends."""
    match = _ENVOY.search(sentence.text) if " cử " in sentence.text else None
    if match is None or not sentence.is_fact(sentence.start + match.start()):
        return None
    clause, stop = sentence.clause(sentence.start + match.start())
    senders = sentence.inside(clause, sentence.start + match.start(), "ORG", "FOREIGN_UNIT", "COUNTRY")
    if not senders or not is_foreign(page, sentence, senders[-1]):
        return None
    draft = Draft("delegation_in", sentence)
    draft.put("countries", *countries(sentence, clause, sentence.start + match.start()), "sender")
    who = sentence.start + match.start("who"), sentence.start + match.end("who")
    leader.put(draft, sentence, *who)
    journey.told(draft, sentence, Party("person", *who), clause, stop, who[1])
    return draft if len(draft) > 2 else None


__all__ = ["journey_led", "sent"]
