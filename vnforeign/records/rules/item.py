"""Items below a heading that says which way they go: ``Tiếp khách nước ngoài`` / ``- 5 nhà báo Đức, ngày 3/8, viết bài về rừng``."""

from __future__ import annotations

from ..build import Draft
from ..page import Page, Sentence
from ..places import country_of
from ..wording import pattern
from . import journey, leader, people, travellers, whose
from .bearing import IN, OUT, of_heading
from .travellers import Party

_ITEM = pattern(r"\s*(?:[-+*•]|\(?\d{1,2}[.)]|[a-zđ]\))\s*")
_FIRST = pattern(r"[^,;:(\n]{3,120}")
_GIVES = pattern(r"\b(?:tài trợ (?:dự án|cho|xây)|viện trợ|giải ngân|vốn)\b")
_TELLS = ("dates", "members", "purpose")
_LEAST = 2  # of those that a row must hold


def visit(page: Page, sentence: Sentence) -> Draft | None:
    """The visit of an item whose heading tells its way, whoever its first words name."""
    mark = _ITEM.match(sentence.text)
    kind = of_heading(sentence.section) if mark else None
    if mark is None or kind is None or not sentence.is_fact(sentence.start + mark.end()):
        return None
    first = _FIRST.match(sentence.text, mark.end())
    if first is None or travellers.cancelled(sentence, sentence.start + first.end()):
        return None
    if travellers.other(first[0].lower()) or _GIVES.search(sentence.lower):
        return None
    party = Party("item", sentence.start + first.start(), sentence.start + first.end())
    draft = _guests(page, sentence, party) if kind == IN else _ours(sentence, party)
    if draft is None:
        return None
    leader.put(draft, sentence, party.start, _office_end(sentence, party))
    journey.told(draft, sentence, party, sentence.start, sentence.end, party.start)
    return draft if sum(column in draft for column in _TELLS) >= _LEAST else None


def _office_end(sentence: Sentence, party: Party) -> int:
    """Where the words on the one who leads end: before those who go along, and before a count at the head."""
    counts = [each.start for each in sentence.inside(party.start, party.end, "QUANTITY") if people.are(sentence, each)]
    return min(counts, default=party.end)


def _guests(page: Page, sentence: Sentence, party: Party) -> Draft | None:
    side, theirs = whose.side(page, sentence, party.start, party.end + 24)
    if side != "theirs":
        return None
    draft = Draft(IN, sentence)
    draft.put("countries", theirs[0][:1], theirs[1][:1], "item")
    return draft


def _ours(sentence: Sentence, party: Party) -> Draft | None:
    there = [each for each in sentence.inside(party.start, sentence.end, "COUNTRY", "FOREIGN_UNIT") if country_of(each)]
    if not there:
        return None
    draft = Draft(OUT, sentence)
    draft.put("countries", list(dict.fromkeys(country_of(each) or "" for each in there)), there[:1], "item")
    return draft


__all__ = ["visit"]
