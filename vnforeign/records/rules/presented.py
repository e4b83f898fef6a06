"""When and where an award was handed over, what for, and by which decision."""

from __future__ import annotations

import re

from .. import details
from ..build import Draft
from ..page import Mention, Sentence
from ..values import days
from ..wording import pattern
from .bestowal import BODY, Place, Telling
from .graded import Head

_YEAR = 4  # characters of a year
_OPENS = 10  # characters before a year that opens its clause
_WHY = (
    r"(?:\b(?:vì|nhờ|nhằm ghi nhận(?: và tôn vinh)?|ghi nhận(?: và tôn vinh)?|do(?= (?:đã|có|những|thành tích|góp|nhiều năm|giúp|hỗ trợ|tham gia|phối hợp|tích cực|luôn))|(?<=, )do(?= (?!các |những |tỉnh |huyện |đồng chí |ông |bà |ngài |đoàn |phía |chính quyền |lãnh đạo )[a-zđ])|(?<=, )(?:người|đơn vị|tổ chức)(?= (?:đã|dạy|có|góp|giúp|từng|nhiều))|"
    r"(?<=, )những người)|(?=\b(?:đã )?có (?:nhiều |những )?(?:đóng góp|thành tích|công\b))) "
)
_REASON = pattern(rf"{_WHY}?(?P<why>[^;.\n(]{{6,170}}?)(?=,? (?:theo|tại|kèm theo) Quyết định|[;.\n(]|$)")
_AT = pattern(
    r"(?:^|, |\b(?:tổ chức|trao|mở|diễn ra|nhận|lễ)(?: [^,;.]{2,24}?)?? |\d )(?:[Tt]ại|ở) (?P<at>(?!(?:buổi|lễ|cuộc|hội nghị|đây|Quyết định|Công văn|Văn bản|Tờ trình|Thông báo|đại hội|Đại hội)\b)[^,;.()\n]{2,70}?)"
    r"(?=[,()]| (?:đã|ngày|sáng|chiều|nhân|cho|vì|do)\b|[;.\n]|$)"
)
_GIVER_NEXT = pattern(rf",? (?:{BODY}|(?:chính quyền|lãnh đạo|phía bạn|nước bạn|tỉnh|thành phố) )")
_CLOSES = pattern(r"[).;]*$")
_HALL = pattern(
    r"(?:hội trường|trụ sở|nhà (?:văn hóa|khách|hát)|trung tâm|thị xã|thành phố|tỉnh|huyện|thủ đô|bệnh viện|trường|cửa khẩu)\b",
    re.IGNORECASE,
)
#: What a sentence on the handing over begins with.
CEREMONY = pattern(
    r"(?:; |^)(?:(?:[Ll]ễ|[Bb]uổi lễ|[Vv]iệc) (?:trao|đón nhận|trao tặng)|[Pp]hần thưởng |(?:Huân chương|Huy chương|Bằng khen|Kỷ niệm chương|Danh hiệu)(?: này)?(?: đã)?(?: được)? trao (?:ngày|tại|vào|sáng|chiều|tối|ở|trong|hôm))"
)


def put(draft: Draft, sentence: Sentence, head: Head, telling: Telling, alone: bool) -> None:
    """The day and place of the handing over, the reason, the decision; of the whole sentence where it tells of one award."""
    last = sentence.start + len(sentence.text)
    clause = _clause(sentence, telling, head)
    start, end = (sentence.start, last) if alone else (sentence.start + clause[0], sentence.start + clause[1])
    if ceremony := CEREMONY.search(sentence.text, max(end - sentence.start, 0)):
        _put_place(draft, sentence, sentence.start + ceremony.start(), last)
    _put_day(draft, sentence, start, end)
    why(draft, sentence, head.end(), end - sentence.start)
    _put_place(draft, sentence, start, end)
    details.permission(draft, sentence, "decision", start, end)


def _clause(sentence: Sentence, telling: Telling, head: Head) -> Place:
    """A telling's own words, up to a semicolon."""
    first, last = telling.start, telling.tail[1]
    first = max(first, sentence.text.rfind(";", first, head.start()) + 1)
    stop = sentence.text.find(";", head.end(), last)
    return first, stop if stop >= 0 else last


def why(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """What an award was given for, between two places of a sentence's text."""
    if said := _REASON.search(sentence.text, start, end):
        draft.say("reason", sentence.start + said.start("why"), sentence.start + said.end("why"), "words")


def _put_day(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The finest day of a handing over; a year where the clause opens with it. What was only asked for has none."""
    if "status" in draft and draft.slots["status"].value != "presented":
        return
    known = [(each, value) for each, value in days(sentence) if start <= each.start < end and len(value) in (7, 10)]
    known = known or [
        (each, value) for each, value in days(sentence) if len(value) == _YEAR and _opens(sentence, each, start, end)
    ]
    if known:
        each, value = max(known, key=lambda one: len(one[1]))
        draft.put("presented_on", value, each, "date")


def _opens(sentence: Sentence, each: Mention, start: int, end: int) -> bool:
    """Whether a year opens its clause, or stands right before who gives: ``Ngoài Lào, năm 2015 Chính phủ Nhật Bản tặng …``."""
    if each.start - start < _OPENS:
        return True
    behind = each.end - sentence.start
    closes = sentence.before(each.start, 2) == ", " and _CLOSES.match(sentence.text, behind)
    return start <= each.start < end and bool(closes or _GIVER_NEXT.match(sentence.text, behind))


def _put_place(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Where it was handed over: a place, a body's seat or a hall that is named."""
    for said in _AT.finditer(sentence.text, start - sentence.start, end - sentence.start):
        at = sentence.start + said.start("at")
        if sentence.inside(at, at + 12) or _HALL.match(said["at"]):
            draft.say("presented_at", at, sentence.start + said.end("at"), "words")
            return


def when(draft: Draft, sentence: Sentence) -> None:
    """The day and the place that a lead says for all the awards below it."""
    if "presented_on" not in draft:
        _put_day(draft, sentence, sentence.start, sentence.end)
    if "presented_at" not in draft:
        _put_place(draft, sentence, sentence.start, sentence.end)


def later(rows: list[Draft], sentence: Sentence) -> None:
    """``Lễ trao tổ chức sáng 12/10/2011 tại …`` tells when and where the award of the sentence before was handed over."""
    for draft in rows:
        before, draft.sentence = draft.sentence, sentence
        _put_day(draft, sentence, sentence.start, sentence.end)
        _put_place(draft, sentence, sentence.start, sentence.end)
        if not sentence.text.startswith(("Lễ", "Buổi")):
            why(draft, sentence, 0, len(sentence.text))
            details.permission(draft, sentence, "decision", sentence.start, sentence.end)
        draft.sentence = before


__all__ = ["CEREMONY", "later", "put", "when", "why"]
