"""Where and when an activity for overseas Vietnamese was held."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..places import country_of
from ..values import days
from ..wording import pattern
from .this_year import this_year

_PLACE = pattern(
    r"\b(?:tại|ở) (?P<place>(?!nước ngoài\b|các nước\b|\d+ (?:nước|quốc gia))(?:TP\. ?)?[^,;.\n()]{2,60}?(?:, (?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|tỉnh|TP) ?[^,;.\n()]{2,24})?)"
    r"(?= (?:ngày|vào|nhân|với|đã|cho|từ|thu hút|nhằm|có|để|do|mừng|và|trong|hôm|chiều|sáng|tối|dịp)\b|[,;.\n()]|$)"
)
_SEEN = pattern(
    r"(?:dâng hương|viếng|thăm|tìm hiểu|khảo sát|tham quan)(?: tại| ở)? (?P<place>(?:[Kk]hu|KCN|[Tt]rường|[Bb]ệnh viện|đền|chùa|đình|làng|nhà máy|huyện|xã|"
    r"[Bb]ảo tàng|[Đđ]ền|[Cc]hùa|[Tt]hành phố) [^,;.\n()]{2,50}?)(?= (?:ngày|vào|nhân|với|đã|cho|từ|tháng|năm|và)\b|[,;.\n()]|$)"
)
_LIVE_AT = pattern(r"(?:sống|làm việc|học tập|định cư|cư trú|sinh hoạt) (?:tại|ở) $")
_NO_PLACE = pattern(
    r"(?:tỉnh (?:hai|ba|nhà|ta|này)|nước ngoài|các nước|địa bàn|buổi|cuộc|chương trình|hội nghị|đại hội|lễ|đây|đó|khắp|\d)", 2
)
_DAY = 10  # characters of a day


def where(draft: Draft, sentence: Sentence, kind: str, start: int, first: int, end: int) -> None:
    spans = ((first, end), (start, first))
    cue = _SEEN if kind == "visit" else _PLACE
    for found in (each for one, two in spans for each in cue.finditer(sentence.text, one - sentence.start, two - sentence.start)):
        at = sentence.start + found.start("place")
        abroad = any(country_of(each) for each in sentence.inside(at, at + 12, "COUNTRY", "FOREIGN_UNIT"))
        if not (_NO_PLACE.match(found["place"]) or abroad or _LIVE_AT.search(sentence.before(at, 40))):
            draft.say("place", at, sentence.start + found.end("place"), "place")
            return


def when(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The most exact date of the clause, else of the sentence: a day before a month, a month before the year of a feast."""
    known = [(each, value) for each, value in days(sentence) if start <= each.start < end] or days(sentence)
    if known:
        each, value = max(known, key=lambda one: min(len(one[1].split("/")[0]), _DAY))
        draft.put("dates", value, each, "date")
    elif meant := this_year(sentence, sentence.start, end):
        draft.put("dates", *meant, "year")
