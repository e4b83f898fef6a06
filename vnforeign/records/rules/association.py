"""Friendship associations: their founding, members and terms; one with the reversed name is a foreign body."""

from __future__ import annotations

from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Page, Sentence
from ..places import country_named
from ..values import count, day, unit

_NAME = pattern(
    r"\b(?P<name>[Hh]ội [Hh]ữu nghị(?: và hợp tác| hợp tác)? (?:Việt Nam|Việt) ?- ?(?P<partner>[A-ZĐÀ-Ỹ][\w-]*(?: [A-ZĐÀ-Ỹ][\w-]*){0,3})(?: (?:tỉnh|thành phố)(?: [A-ZĐ][\w-]*(?: [A-ZĐ][\w-]*){0,2})?)?)"
)
_FACTS = pattern(r"thành lập|hội viên|chi hội|nhiệm kỳ|[Đđ]ại hội|ra mắt")
_FOUNDED = pattern(r"thành lập|ra mắt")
_MEMBERS, _BRANCHES = pattern(r"hội viên"), pattern(r"chi hội")
_HOOD = pattern(r"(?:hội hữu nghị|hội thành viên|tổ chức thành viên|hội song phương)")
_EVENTS = pattern(r"(?:sự kiện|hoạt động)")
_UNION = pattern(
    r"Liên hiệp(?: các tổ chức)? (?:hòa bình,? )?[Hh]ữu nghị(?: (?:tỉnh|thành phố)(?: [A-ZĐ][\w-]*(?: [A-ZĐ][\w-]*){0,2})?)?|Liên hiệp(?= (?:có|đã))"
)
_FRIENDS = pattern(r"hội hữu nghị|liên hiệp", 2)


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of associations and, as totals, of their union."""
    subject: tuple[str, str, int, int] | None = None
    for sentence in page.sentences:
        match = _NAME.search(sentence.text)
        if match and "Trung ương" not in sentence.text[: match.start()][-12:]:
            subject = (match["name"], match["partner"], sentence.start + match.start("name"), sentence.start + match.end("name"))
        if (
            (draft := _total(sentence))
            or match
            and _FACTS.search(sentence.text)
            and subject
            and (draft := _single(sentence, subject))
        ):
            yield draft


def _total(sentence: Sentence) -> Draft | None:
    if not _FRIENDS.search(sentence.text):
        return None
    draft = Draft("friendship_association", sentence, summary=True)
    for each in sentence.counts(_HOOD):
        if sentence.is_fact(each.start):
            draft.put("associations", count(each), each, "count")
    events = [each for each in sentence.counts(_EVENTS) if sentence.is_fact(each.start)]
    if events and not _NAME.search(sentence.text):
        draft.put("activities", count(events[0]), events[0], "count")
    if not len(draft):
        return None
    for each in sentence.counts(_MEMBERS):
        draft.put("members", count(each), each, "count")
    union = _UNION.search(sentence.text)
    if union:
        draft.say("union", sentence.start + union.start(), sentence.start + union.end(), "words")
    return draft


def _single(sentence: Sentence, subject: tuple[str, str, int, int]) -> Draft | None:
    draft = Draft("friendship_association", sentence)
    name, partner, start, end = subject
    if not sentence.is_fact(start):
        return None
    draft.say("name", start, end, "name")
    draft.put("partner_country", country_named(partner), (end - len(name) + name.find(partner), end), "name")
    for each in sentence.of("QUANTITY"):
        if _MEMBERS.match(unit(each)):
            draft.put("members", count(each), each, "count")
        elif _BRANCHES.match(unit(each)):
            draft.put("branches", count(each), each, "count")
    founded = _FOUNDED.search(sentence.text)
    for each in sentence.of("DATE"):
        value = day(each)
        if value and each.text.lower().startswith("nhiệm kỳ"):
            draft.put("term", value, each, "period")
        elif value and founded and "/" not in value:
            draft.put("founded", value, each, "date")
    for each in sentence.of("PERSON"):
        title = getattr(each.entity.value, "title", None) or ""
        if title.lower().startswith("chủ tịch"):
            draft.put("chair", getattr(each.entity.value, "name", each.text), each, "person")
            break
    return draft if len(draft) > 2 else None
