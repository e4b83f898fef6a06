"""Awards that nobody got or was named for: what may be given to anyone (``tặng cho người nước ngoài có thành tích``), and what is still to come."""

from __future__ import annotations

from .. import elapsed
from ..build import Draft
from ..page import Sentence
from ..wording import pattern

#: Who gets an award is somebody: a name, a number, the neighbour's, the one told of before.
_SOMEBODY = pattern(
    r"[A-ZĐ][\w'’.-]*|\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|bạn(?! bè)|hai bên|này|trên|đó|ấy|nói trên|phu nhân|vợ chồng|ông|bà|chúng tôi|tôi|hội|đoàn)\b"
)
#: Sorts of people of a country, of whom nobody is named: ``công dân Lào``, ``lãnh đạo tỉnh Stung Treng``, ``các đơn vị của bạn``.
_SORT = pattern(
    r"(?:các |những |một số )?(?:tổ chức|cá nhân|tập thể|đơn vị|người|công dân|lãnh đạo|chuyên gia|đồng chí|bạn bè|khách)\b(?!.*(?:\d|ông |bà ))"
)
_LATER = pattern(r"\b(?:sẽ|năm tới|sắp tới|thời gian tới|dự kiến|tới đây|sau đó sẽ|cuối năm nay sẽ|kế hoạch)\b")
_ASKED = pattern(r"\b(?:đề nghị|đề xuất|kiến nghị|trình|hồ sơ|xin)\b")
#: Medals and papers that are made and bought, not given: ``kinh phí in 200 Bằng khen``.
_MADE = pattern(
    r"\b(?:kinh phí|chi phí|in ấn|in|phôi|đặt làm|làm|mua(?: sắm)?|khung|tiền thưởng|mức thưởng|mẫu)(?: \d+)? (?:$|(?=bằng|huy|kỷ|giấy))"
)
#: What the whole country gave, and what one who gets an award has to do.
_NATION = pattern(r"\b(?:cả nước|toàn quốc|hàng (?:nghìn|ngàn|trăm) (?:hu[âạ]|kỷ|bằng))")
_MUST = pattern(r"\b(?:phải|thì|nếu|cần)\b")
_LIST = pattern(r"[Dd]anh sách\b")
_SELDOM = ("presented_on", "decision", "groups", "persons", "count")


def only_meant(draft: Draft, sentence: Sentence, start: int, end: int) -> bool:
    """Whether an award of which the words between two places of the sentence's text tell was given to nobody, nor asked for somebody."""
    words = sentence.lower[start:end]
    asked = _ASKED.search(words)
    if _NATION.search(sentence.lower) or ("recipient" in draft and _MUST.search(str(draft.slots["recipient"].value))):
        return True
    if _MADE.search(words) or ("recipient" in draft and _LIST.match(str(draft.slots["recipient"].value))):
        return True
    if not sentence.fact and _to_come(draft, words, bool(asked)):
        return True
    if asked and _LATER.search(sentence.lower, max(0, start - 60), start + asked.start()):
        return True
    return _is_open(draft)


def is_behind(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words between two places of a sentence's text name a time that lies behind the document's day."""
    document = sentence.page.document
    today = elapsed.published(document.reference_date or document.metadata.get("published"))
    return bool(elapsed.behind(sentence.inside(sentence.start + start, sentence.start + end, "DATE")[:1], today, True))


def _to_come(draft: Draft, words: str, asked: bool) -> bool:
    """Under a heading of tasks, for no person who is named: neither asked for nor told with its day or decision."""
    proposed = "status" in draft and draft.slots["status"].value == "proposed"
    return proposed and not asked and not any(column in draft for column in ("presented_on", "decision")) and not _is_named(draft)


def _is_named(draft: Draft) -> bool:
    return "recipient" in draft and draft.slots["recipient"].rule == "award.person"


def _is_open(draft: Draft) -> bool:
    """Whether an award of one item has no day, no number and nobody who is named."""
    if draft.summary or draft.sentence.text.rstrip().endswith(":") or any(column in draft for column in _SELDOM):
        return False
    getter = draft.slots.get("recipient")
    proposed = "status" in draft and draft.slots["status"].value == "proposed"
    if getter is None:
        return proposed
    said = str(getter.value)
    return not _SOMEBODY.search(said) or bool(proposed and _SORT.match(said))


__all__ = ["is_behind", "only_meant"]
