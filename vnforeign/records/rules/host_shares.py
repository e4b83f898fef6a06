"""Shares of a total by who received or sent the delegations, which no column holds: ``riêng Trường A đón 61 đoàn``."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..places import countries
from ..wording import pattern

_BODY = r"Trường|Đại học|Sở|Ban|UBND|Văn phòng|Bệnh viện|Viện|Liên hiệp|Hội|Công ty|huyện|thành phố"
_LONE = pattern(
    rf"\b[Rr]iêng (?={_BODY})[^,;.\d]{{3,60}} (?:đón|tiếp|cử|đã|có)[^,;.\d]{{0,12}}$|"
    r"\b(?:làm việc với|tại|đến) (?=Trường|Đại học|Sở|UBND|Bệnh viện|Viện)[^,;.\d]{3,60} $"
)
_RECEIVED_BY = pattern(
    r"\bđoàn(?: khách| quốc tế| nước ngoài){0,2} do [^,;.\d]{3,50} (?:chủ trì|trực tiếp|đón|tiếp|làm trưởng đoàn|dẫn đầu)\b", 2
)
_DIRECTLY = pattern(r"\btrực tiếp (?:đón|tiếp)(?: và làm việc với)? $")
_OF_THESE = pattern(r"[^\w]*trong (?:số )?(?:các |những )?đoàn (?:trên|này|đó|nói trên|ra|vào)\b[^;.\d]{0,90}")
_OF_PARTS = pattern(r"[^\w]*(?:trong (?:đó|số)|gồm|cụ thể|bao gồm)\b")


def is_one(sentence: Sentence, draft: Draft, back: int, end: int) -> bool:
    """Whether a count between two places is what one of the hosts or senders had."""
    if draft.slots.keys() != {"delegations"}:
        return False
    start = sentence.page.view.place(draft.slots["delegations"].evidence[0].start)
    opening = sentence.lower[: start - sentence.start]
    if _DIRECTLY.search(opening) or _OF_THESE.fullmatch(opening):
        return True
    if _RECEIVED_BY.search(sentence.after(start, min(end - start, 80))):
        return True
    if back == sentence.start and not _OF_PARTS.match(sentence.lower):
        return False
    before = sentence.text[back - sentence.start : start - sentence.start]
    return bool(_LONE.search(before)) and not countries(sentence, back, start)[0]


__all__ = ["is_one"]
