"""Friendship associations: their founding, members and terms; one with the reversed name is a foreign body."""

from __future__ import annotations

from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries
from ..values import count, day, unit

_NAME = pattern(r"[Hh]ội [Hh]ữu nghị(?: và hợp tác| hợp tác)? (?:Việt Nam|Việt) ?- ?")
_CENTRAL = pattern(r"Trung ương |toàn quốc")
_OURS = pattern(r"tỉnh|thành phố|TP", 2)
_THE = pattern(r"\b(?:Hội(?! [HhCNPLĐ])|[Tt]hành lập|[Nn]hiệm kỳ)")
_FACTS = pattern(r"thành lập|hội viên|chi hội|nhiệm kỳ|[Đđ]ại hội|ra mắt")
_FOUNDED = pattern(r"thành lập|ra mắt", 2)
_AT_FIRST = pattern(r"(?:ban đầu|lúc đầu|khi mới|mới thành lập)[^,;.]{0,20}$")
_MEMBERS, _BRANCHES = pattern(r"hội viên"), pattern(r"chi hội")
_HOOD = pattern(r"(?:hội(?: hữu nghị| thành viên| song phương)?|tổ chức thành viên)$|hội hữu nghị")
_EVENTS = pattern(r"(?:sự kiện|hoạt động)")
_FULL_UNION = pattern(
    r"Liên hiệp các tổ chức hữu nghị(?: (?:tỉnh|thành phố)(?: [A-ZĐ][\w-]*(?: [A-ZĐ][\w-]*){0,2})?)?(?! Việt Nam)"
)
_FRIENDS = pattern(r"hội hữu nghị|liên hiệp", 2)


def drafts(page: Page) -> Iterator[Draft]:
    """A row for each association of the province that the text says something of, and rows of totals of their union."""
    rows: dict[str, Draft] = {}
    last, union = "", None
    for sentence in page.sentences:
        if match := _FULL_UNION.search(sentence.text):
            union = sentence.start + match.start(), sentence.start + match.end()
        named = [each for each in sentence.of("ORG") if _NAME.match(each.text) and _is_ours(sentence, each)]
        if draft := _total(sentence, union):
            yield draft
        elif sentence.fact and (named or (last and _THE.search(sentence.text))) and _FACTS.search(sentence.text):
            body = named[0] if named else None
            partner = _partner(sentence, body) if body else last
            if partner is None:
                continue
            draft = rows.setdefault(partner, Draft("friendship_association", sentence))
            _fill(draft, sentence, body, partner)
            last = partner
    yield from (draft for draft in rows.values() if len(draft) > 2)


def _is_ours(sentence: Sentence, body: Mention) -> bool:
    """Whether an association is the province's, not the national one."""
    return bool(_OURS.search(body.text)) or bool(_OURS.match(sentence.after(body.end, 8).strip()))


def _partner(sentence: Sentence, body: Mention) -> str | None:
    named = countries(sentence, body.start, body.end)[0]
    return named[0] if named else None


def _total(sentence: Sentence, union: tuple[int, int] | None) -> Draft | None:
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
    if union:
        draft.say("union", *union, "words")
    return draft


def _fill(draft: Draft, sentence: Sentence, body: Mention | None, partner: str) -> None:
    if body:
        draft.say("name", body.start, body.end, "name")
        draft.put("partner_country", partner, body, "name")
    for each in sentence.of("QUANTITY"):
        if not sentence.is_fact(each.start):
            continue
        if _MEMBERS.match(unit(each)) and "members" not in draft and not _AT_FIRST.search(sentence.before(each.start, 40)):
            draft.put("members", count(each), each, "count")
        elif _BRANCHES.match(unit(each)) and "branches" not in draft:
            draft.put("branches", count(each), each, "count")
    founded = _FOUNDED.search(sentence.text)
    for each in sentence.of("DATE"):
        value = day(each)
        if value and each.text.lower().startswith("nhiệm kỳ") and "term" not in draft:
            draft.put("term", value, each, "period")
        elif value and founded and "/" not in value and "founded" not in draft:
            draft.put("founded", value, each, "date")
    for each in sentence.of("PERSON"):
        title = getattr(each.entity.value, "title", None) or ""
        if title.lower().startswith("chủ tịch") and "hội" in sentence.before(each.start + 1, 24) and "chair" not in draft:
            draft.put("chair", getattr(each.entity.value, "name", each.text), each, "person")
