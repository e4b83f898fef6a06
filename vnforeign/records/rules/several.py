"""Papers of one kind that are told by their partners alone: ``ký thêm ba bản ghi nhớ: với A về …; với B, ký ngày …``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import paper_cues as cues
from ..build import Draft
from ..page import Page, Sentence
from ..papers import Paper, form_of
from ..places import country_of, elsewhere
from ..sides import Side, pair, reach, read
from ..signing_subject import subject
from ..wording import pattern
from .about import subjects
from .lasting import lasting
from .party import FIRM, put
from .signing import when, where

_NUMBER = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_KIND = r"(?P<kind>(?:bản |biên bản )?ghi nhớ|bản thỏa thuận|thỏa thuận|thoả thuận|ý định thư|mou|văn bản|bản)"
_SIGN = r"\b(?:ký|kí)(?: kết)?\b"
#: A lead and its colon, before partners that semicolons or commas part.
_LED = pattern(
    rf"{_SIGN}(?: mới| thêm| được| tiếp)* {_NUMBER} {_KIND}\b(?: hợp tác| quốc tế| mới| nữa)*(?:, gồm|, là| gồm| là)?: (?=(?:với|giữa) )"
)
_KINDS = pattern(rf"\b{_KIND}\b")
_PARTED = pattern(r"(?:[;,] (?:và )?| và )(?=(?:với|giữa) )")
_OPENS = pattern(r"(?P<how>với|giữa) ")
#: ``Ba văn bản trước đó ký với A (năm 2013), B (tháng 5/2015) và C (…)``.
_INLINE = pattern(
    rf"\b{_NUMBER} {_KIND}(?: hợp tác| trước đó| khác| còn lại| đã| được){{0,3}} {_SIGN} với (?=[^;.\n]{{3,80}}\([^()\n]*\d)"
)
_ONE = pattern(r"(?:, | và |, và )?(?P<who>[^(),;\n]{3,80}) \((?P<told>[^()\n]{2,80})\)")
_LAST = 400  # characters of a list


def several(page: Page, sentence: Sentence, place: int) -> Iterator[Draft]:
    """A row for each partner of papers that have one kind and no titles of their own."""
    if match := _LED.search(sentence.text.lower()):
        spans = list(_spans(sentence, match.end()))
    elif match := _INLINE.search(sentence.text.lower()):
        spans = list(_named(sentence, match.end()))
    else:
        return
    if len(spans) < 2 or not sentence.is_fact(sentence.start + match.start()):
        return
    sign = cues.SIGNS.search(sentence.text, match.start(), match.end())
    if sign is None:
        return
    start, end = sentence.start + sign.start(), sentence.start + sign.end()
    ours = subject(page, sentence, Paper(end, end, end, None, sign=(start, end)), sentence.start)[0]
    home = next((side for side in ours if side.foreign is not True and side.end > side.start), None)
    for how, first, last in spans:
        if draft := _row(page, sentence, match, (how, first, last), home, place):
            yield draft


def _spans(sentence: Sentence, start: int) -> Iterator[tuple[str, int, int]]:
    """The pieces behind a colon: how each opens, and its places in the sentence's text."""
    text = sentence.text
    cuts = [start, *(one.end() for one in _PARTED.finditer(text, start))]
    for at, behind in zip(cuts, [*cuts[1:], len(text)], strict=True):
        if opens := _OPENS.match(text, at):
            yield opens["how"], opens.end(), behind


def _named(sentence: Sentence, start: int) -> Iterator[tuple[str, int, int]]:
    while match := _ONE.match(sentence.text, start, start + _LAST):
        yield "với", match.start("who"), match.end()
        start = match.end()


def _row(
    page: Page, sentence: Sentence, lead: re.Match[str], span: tuple[str, int, int], home: Side | None, place: int
) -> Draft | None:
    """The row of one partner, with what its own words say."""
    how, first, last = span
    part = sentence.part(first, last)
    stop = min(reach(part, part.start, _LAST), part.end)
    sides = pair(page, part, part.start, stop) if how == "giữa" else [read(page, part, part.start, stop)]
    for side in sides:
        said = page.view.text[side.start : side.end]
        if side.foreign is not False and not side.country and (country := elsewhere(page, said)):
            side.country, side.foreign = country, True
    theirs = next((side for side in sides if side.foreign), None)
    if theirs is None and how == "với":
        theirs = sides[0]
        theirs.foreign = True
    if theirs is None or FIRM.match(part.text, theirs.start - part.start):
        return None
    land = theirs.country or next(
        ((name, each) for each in part.of("COUNTRY", "FOREIGN_UNIT") if (name := country_of(each))), None
    )
    draft = Draft("international_agreement", part)
    at = _named_before(sentence, lead)
    paper = Paper(
        part.start,
        part.start,
        part.start,
        form_of(page.view.text[slice(*at)].lower()),
        deed="signed",
        sign=(part.start, part.start),
        until=part.end,
    )
    if paper.form:
        draft.say("title", *at, "title")
        draft.put("form", paper.form, at, "form")
    for side in sides:
        put(draft, part, side, "side")
    if home and "party_vn" not in draft:
        put(draft, sentence, home, "lead")
    draft.put("country", land[0] if land else None, land[1] if land else at, "named")
    when(page, draft, part, paper, place)
    where(draft, part, paper)
    subjects(page, draft, part, paper, len(page.sentences))
    over = cues.EXPIRED.match(part.lower)
    draft.put("status", "expired" if over else "signed", at, "several")
    lasting(page, draft, part, paper, len(page.sentences))
    draft.sentence = sentence
    return draft


def _named_before(sentence: Sentence, lead: re.Match[str]) -> tuple[int, int]:
    """Where the kind of the papers is told: in the lead, else before it (``12 bản ghi nhớ …, ký thêm ba bản: …``)."""
    found = [lead] if form_of(lead["kind"]) else [*_KINDS.finditer(sentence.lower, 0, lead.start())]
    match = found[-1] if found else lead
    return sentence.start + match.start("kind"), sentence.start + match.end("kind")


__all__ = ["several"]
