"""Guests in a list: ``tiếp các đoàn: Đại sứ quán Đan Mạch (ngày 10/3), Tổ chức JICA (5 người)``; each makes a row of its own."""

from __future__ import annotations

from ..build import Draft
from ..page import Page, Sentence
from ..places import countries
from ..wording import holds, pattern
from . import journey, whose

_LEAD = pattern(
    r"\b(?:đón|tiếp(?! (?:tục|theo|nối|cận|xúc|thu))|đón tiếp|làm việc với)\b[^;.:]{0,70}?\b(?:các|một số|nhiều|\d{1,3}(?: lượt)?) đoàn(?: khách| đại biểu| công tác| nước ngoài| quốc tế)*"
    r"(?:[^;.:]{0,90}: ?|,? (?:gồm|như|trong đó có|là)(?: các)?(?: đoàn)?:? |(?= [A-ZĐ]))"
)
_CUES = ("các đoàn", "nhiều đoàn", "một số đoàn", "đoàn khách", "lượt đoàn", "đoàn:", "đoàn gồm", "đoàn như", "đoàn là")
_JOINT = pattern(
    r"(?:[,;]| và|, và) ?(?:các |đoàn )*(?=[A-ZĐ]|(?:thành phố|tỉnh|tổ chức|công ty|tập đoàn|quỹ|trường|hội|viện|chuyên gia|nghị sĩ|doanh nghiệp) )"
)
_COMES = pattern(r",? (?:đến|sang|vào|thăm|tới|lên|về|do|gồm)\b")
_COUNTED = pattern(r"\d (?:lượt )?đoàn\b")
_LEAST = 2  # guests of a list


def guests(page: Page, sentence: Sentence) -> list[Draft]:
    """The rows of a list of guests; none where fewer than two of its pieces name a foreign body or place."""
    match = _LEAD.search(sentence.text) if holds(sentence.lower, _CUES) else None
    if match is None or not sentence.is_fact(sentence.start + match.start() + 1):
        return []
    drafts = [draft for piece in _pieces(sentence, match.end()) if (draft := _row(page, sentence, *piece))]
    return drafts if len(drafts) >= _LEAST else []


def _pieces(sentence: Sentence, at: int) -> list[tuple[int, int]]:
    """The pieces of a list from a place of the sentence on, cut at commas and ``và`` outside brackets."""
    cuts = [
        match
        for match in _JOINT.finditer(sentence.text, at)
        if sentence.text.count("(", at, match.start()) == sentence.text.count(")", at, match.start())
        and not any(each.start < sentence.start + match.start() < each.end for each in sentence.of("ORG"))
    ]
    starts = [at, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(sentence.text)]
    return [(sentence.start + start, sentence.start + end) for start, end in zip(starts, ends, strict=True)]


def _row(page: Page, sentence: Sentence, start: int, end: int) -> Draft | None:
    name = min(
        (at for mark in "(:" if (at := sentence.text.find(mark, start - sentence.start, end - sentence.start)) >= 0), default=-1
    )
    last = sentence.start + name if name >= 0 else end
    comes = _COMES.search(sentence.text, start - sentence.start, last - sentence.start)
    last = sentence.start + comes.start() if comes else last
    side, theirs = whose.side(page, sentence, start, end)
    body = next(iter(sentence.inside(start, last, "ORG")), None)
    if side != "theirs" and not (body and side is None and whose.unknown(page, body)):
        return None
    if any(each.start <= start and last <= each.end + 1 for each in sentence.of("COUNTRY")) or _COUNTED.search(
        sentence.text, start - sentence.start, end - sentence.start
    ):
        return None  # a share of a total
    draft = Draft("delegation_in", sentence)
    draft.say("name", start, last, "list")
    draft.put("countries", *(theirs if theirs[0] else countries(sentence, start, end)), "list")
    journey.fill(draft, sentence, start, last, end, last)
    return draft if len(draft) > 1 else None


__all__ = ["guests"]
