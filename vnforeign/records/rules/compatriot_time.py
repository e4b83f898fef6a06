"""The time of a sum or a number of overseas Vietnamese: beside it, in brackets before it, that of the report."""

from __future__ import annotations

from ..build import Draft
from ..page import Mention, Sentence
from ..values import days
from ..wording import pattern
from .this_year import this_year

_COMPARED = pattern(r"(?:so với|so|bằng|cùng kỳ|kể từ|%)(?: cùng kỳ)?(?: của)? $")
_AFTER = pattern(r"\bsau (?:trận|cơn|đợt|vụ|bão|lũ|lụt|thiên tai|dịch)[^,;.]{0,20}$", 2)
_BRACKET = pattern(r" ?\((?:là |đạt |chỉ |có |chỉ đạt |khi đó |khoảng |gần |trên )?")
_NEAR = 60  # characters


def dated(draft: Draft, sentence: Sentence, floor: int, paid: Mention) -> None:
    """The time of a sum: the last one named before it, else one right behind; a year it is compared with is none."""
    if one := of_that_time(sentence, paid):
        draft.put("dates", one[1], one[0], "date")
        return
    known = [one for one in days(sentence) if not _COMPARED.search(sentence.before(one[0].start, 24))]
    known = [one for one in known if not _AFTER.search(sentence.before(one[0].start, 30))]
    before = [one for one in known if floor <= one[0].start < paid.start]
    stop = min(paid.end + _NEAR, sentence.clause(paid.start)[1])
    behind = [one for one in known if paid.end <= one[0].start < stop]
    if one := before[-1] if before else behind[0] if behind else None:
        draft.put("dates", one[1], one[0], "date")
    elif meant := this_year(sentence, sentence.start, stop):
        draft.put("dates", *meant, "year")


def of_that_time(sentence: Sentence, mention: Mention) -> tuple[Mention, str] | None:
    """The time of a number in brackets behind it: ``so với năm 2017 (115,7 triệu USD)``."""
    for each, value in days(sentence):
        if each.end <= mention.start and _BRACKET.fullmatch(
            sentence.lower, each.end - sentence.start, mention.start - sentence.start
        ):
            return each, value
    return None
