"""International conferences and workshops held here with foreign participation; a row reads on into the sentences behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from .. import details
from ..build import Draft
from ..hosts import hosts
from ..meetings import WORDS, international, meeting
from ..page import Page, Sentence
from ..places import countries
from ..values import days
from ..wording import holds, pattern
from . import conference_hosts, guests
from . import conference_totals as totals
from .conference_details import funding, venue

_CLAUSES = re.compile(r"; ?")
_LEADS = re.compile(
    r": ?|[,;] (?:đông nhất|tiêu biểu|điển hình|nổi bật|đáng chú ý|đáng kể|lớn nhất|quan trọng nhất|trong đó(?= có h))(?: nhất)?(?: là| có|,)* "
)
_MEETING_HEADS = pattern(
    r"[\s\-+*]*(?:\d+(?:\.\d+)*[.)] ?|[a-zđ]\) ?)?(?:hội thảo|hội nghị|diễn đàn|tọa đàm)(?! (?:và|,))[^:]{8,}$"
)
#: A single meeting with its name behind its number: ``- 01 hội thảo: “…”``.
_ONE_NAMED = pattern(r"\b0?1 (?:cuộc )?(?:hội thảo|hội nghị|diễn đàn|tọa đàm)[^:;.]{0,30}: ?[\"“]")
_MODES = (
    (
        "hybrid",
        pattern(
            r"trực tiếp (?:và|kết hợp(?: với)?|lẫn) trực tuyến|kết hợp trực tuyến|trực tuyến (?:và|kết hợp(?: với)?) trực tiếp"
        ),
    ),
    ("hybrid", pattern(r"\d[^;.]{0,20} (?:nữa|khác) [^;.]{0,20}qua mạng")),
    ("online", pattern(r"trực tuyến|qua (?:zoom|cầu truyền hình)")),
    ("in_person", pattern(r"(?:hình thức|họp|trình bày|tham dự|tổ chức|thảo luận) trực tiếp(?! từ| với)")),
)
_ALLOWED = (
    (
        "prime_minister",
        pattern(
            r"thủ tướng(?: chính phủ)?[^;.]{0,30}(?:cho phép|đồng ý|chấp thuận)|(?:cho phép|đồng ý|chấp thuận) của thủ tướng"
        ),
    ),
    (
        "province",
        pattern(
            r"(?:chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)[^;.]{0,30}(?:cho phép|đồng ý|chấp thuận)|"
            r"(?:cho phép|đồng ý|chấp thuận|giấy phép) của (?:chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)"
        ),
    ),
)
_SIGNS = (("prime_minister", re.compile(r"/(?:TTg|VPCP)\b")), ("province", re.compile(r"/UBND\b")))
_RESULT = pattern(
    r"(?:[Qq]ua (?:hội nghị|hội thảo|đó|diễn đàn|tọa đàm)|[Kk]ết quả|[Kk]ết thúc(?: (?:hội nghị|hội thảo|diễn đàn))?|"
    r"[Ss]au (?:hội (?:nghị|thảo)|diễn đàn|(?:hai|ba|bốn|năm|\d) ngày)|"
    r"[Tt]ại (?:hội (?:nghị|thảo)|diễn đàn) đã) ?[,:] (?P<what>[^;.\n]{8,200})"
)
_GUESTS_OF = pattern(
    r"\b(?:đại biểu|khách|chuyên gia|nhà khoa học|học giả|diễn giả|"
    r"bác sĩ)[^,;.\d\n]{0,16} (?:đến )?từ (?:các nước )?"
)
_SCREENS = pattern(r"điểm cầu|cầu truyền hình")
_ALONG = 7  # sentences behind that may belong to a meeting


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of conferences, sentence by sentence; several that one sentence tells of, clause by clause."""
    read = -1
    for place, sentence in enumerate(page.sentences):
        if place > read and (heading := _heading(page, place)):
            scope = [heading, *page.along(place, _ALONG)]
            own = next((at for at, each in enumerate(scope) if at and meeting(each)), len(scope))
            if single := _single(page, scope[:own]):
                read = place + own - 2
                yield single
                continue
        if not (sentence.fact or "cho phép" in sentence.lower) or not (holds(sentence.lower, WORDS) or totals.goes_on(sentence)):
            continue
        pieces = _pieces(sentence)
        total = totals.total(pieces[0])
        if total and not (_ONE_NAMED.search(sentence.lower) and _single(page, [sentence])):
            yield total
            yield from totals.more(sentence, total)
            pieces = [each for each in _pieces(sentence, _after(sentence)) if meeting(each)]
        else:
            total = None
        for piece in pieces[: None if total or len(pieces) > 1 else 0]:
            if single := _single(page, [piece]):
                yield _led(page, single, sentence) if total else single
        if total or len(pieces) > 1 or place <= read:
            continue
        scope = page.along(place, _ALONG)
        own = next((at for at, each in enumerate(scope) if at and (meeting(each) or totals.total(each))), len(scope))
        if single := _single(page, scope[:own]):
            read = place + own - 1
            yield single


def _led(page: Page, draft: Draft, lead: Sentence) -> Draft:
    """A meeting of a list with who holds them all: ``Trường tổ chức ba hội thảo, gồm: …``."""
    colon = _LEADS.search(lead.text)
    if "organiser_vn" in draft or colon is None:
        return draft
    ours = next((side for side in hosts(page, lead.part(0, colon.start())) if not side.foreign), None)
    if ours:
        draft.sentence, sentence = lead, draft.sentence
        draft.say("organiser_vn", ours.start, ours.end, "lead")
        draft.sentence = sentence
    return draft


def _heading(page: Page, place: int) -> Sentence | None:
    """The heading right above a sentence as a sentence of its own, where it names a meeting: ``1. Hội thảo quốc tế “…”``."""
    sentence = page.sentences[place]
    at = sentence.passage - 1
    if not sentence.fact or at < 0 or page.document.passages[at].kind != "heading" or not _MEETING_HEADS.match(sentence.section):
        return None
    if place and page.sentences[place - 1].passage == sentence.passage:
        return None
    passage = page.document.passages[at]
    start, end = page.view.place(passage.start), page.view.place(passage.end)
    text = page.view.text[start:end].replace("\n", " ")
    mentions = page.between(start, end)
    return msgspec.structs.replace(
        sentence,
        start=start,
        end=end,
        text=text,
        lower=text.lower(),
        mentions=mentions,
        passage=at,
        earlier=None,
        first=None,
        kind="heading",
    )


def _pieces(sentence: Sentence, start: int = 0) -> list[Sentence]:
    """A sentence, or its clauses where more than one of them names a meeting, from a place of its text on."""
    stops = [match.end() for match in _CLAUSES.finditer(sentence.text, start)]
    if not stops and not start:
        return [sentence]
    places = list(pairwise([start, *stops, len(sentence.text)]))
    parts = [sentence.part(*place) for place in places]
    return parts if start or sum(meeting(each) is not None for each in parts) > 1 else [sentence]


def _after(sentence: Sentence) -> int:
    """Where what a sentence tells behind a total begins: behind a colon, else behind its clause."""
    match = _LEADS.search(sentence.text)
    return match.end() if match else len(sentence.text)


def _single(page: Page, scope: list[Sentence]) -> Draft | None:
    sentence = scope[0]
    name = meeting(sentence)
    if not name or not sentence.is_fact(name[0]) or not international(page, scope, name):
        return None
    draft = Draft("international_conference", sentence)
    draft.say("name", *name, "name")
    for each in scope:
        draft.sentence = each
        if each.fact:
            _read(page, draft, each, name if each is sentence else (each.start, each.start))
    draft.sentence = sentence
    _signed(draft)
    return (
        draft
        if len(draft) > 1
        and {"dates", "venue", "organiser_vn", "partner_foreign", "permission", *guests.COLUMNS} & draft.slots.keys()
        else None
    )


def _read(page: Page, draft: Draft, sentence: Sentence, name: tuple[int, int]) -> None:
    """What one sentence says of a meeting."""
    end = sentence.start + len(sentence.text)
    guests.put(draft, sentence, sentence.start)
    conference_hosts.put(page, draft, sentence, name)
    _day(draft, sentence, name)
    venue(draft, sentence, name)
    funding(page, draft, sentence, name[1])
    for column, cues in (("mode", _MODES), ("authority", _ALLOWED)):
        said = next(((key, match) for key, cue in cues if (match := cue.search(sentence.lower))), None)
        if said and column not in draft:
            draft.put(column, said[0], (sentence.start + said[1].start(), sentence.start + said[1].end()), "word")
    if "countries" not in draft and (match := _GUESTS_OF.search(sentence.text)):
        draft.put("countries", *countries(sentence, sentence.start + match.end(), sentence.start + match.end() + 70), "from")
    if "countries" not in draft and (match := _SCREENS.search(sentence.lower)):
        draft.put("countries", *countries(sentence, sentence.start + match.end(), end), "from")
    details.permission(draft, sentence, "permission", sentence.start, end)
    if "result" not in draft and (match := _RESULT.search(sentence.text)):
        draft.say("result", sentence.start + match.start("what"), sentence.start + match.end("what"), "words")


def _signed(draft: Draft) -> None:
    """Who allowed it, by the sign of the paper that did: ``1146/TTg-QHQT``, ``412/UBND-NC``."""
    paper = draft.slots.get("permission")
    if paper and "authority" not in draft:
        key = next((key for key, cue in _SIGNS if cue.search(str(paper.value))), None)
        first, *_ = paper.evidence
        view = draft.sentence.page.view
        draft.put("authority", key, (view.place(first.start), view.place(first.end)), "sign")


def _day(draft: Draft, sentence: Sentence, name: tuple[int, int]) -> None:
    """The finest date, a span of days first, that stands in no name."""
    if "dates" in draft:
        return
    known = [(each, value) for each, value in days(sentence) if len(value) > 4 and not name[0] <= each.start < name[1]]
    known = [(each, value) for each, value in known if len(value) != 9]
    if known:
        each, value = max(known, key=lambda one: ("/" in one[1], len(one[1]), -one[0].start))
        draft.put("dates", value, each, "date")
