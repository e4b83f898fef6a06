"""Rows that a report tells of another province: ``trong khi đó, tỉnh Lạng Sơn phát hiện 45 vụ``."""

from __future__ import annotations

from .build import Draft
from .page import Mention
from .wording import pattern

#: What stands before a province that a clause opens with as its subject, or as the place of what it tells.
_OPENS = pattern(
    r"[^\w]{0,6}(?:\d{1,2}[.)] ?|[a-zđ][.)] ?)?(?:(?:ngày|tháng|năm|trong|từ)\b[^,;]{1,40}, ?)?"
    r"(?:trong khi đó,? |còn |riêng |ở |tại |theo (?:báo cáo|kinh nghiệm|thông tin|số liệu|tin|báo)(?: từ| của)? (?:báo )?|"
    r"(?:kim ngạch|tổng (?:số|vốn|giá trị)|số|giá trị|vốn)\b[^,;]{0,60} (?=của|ở|tại))?"
    r"(?:đoàn (?:công tác |đại biểu )?|chủ tịch |hội hữu nghị việt(?: nam)? ?- ?\w{2,12} )?"
    r"(?:ubnd |ủy ban nhân dân |uỷ ban nhân dân )?(?:(?:của|ở|tại) )?(?:ubnd )?(?:tỉnh |thành phố |tp\.? ?)?$"
)
_OURS = pattern(r"\b(?:[Tt]ỉnh|[Tt]hành phố) (?:ta|nhà)\b|\b(?:với|thăm|tại|đến|cho|của) tỉnh(?! [A-ZĐ])")
_HEAD = 120  # characters of a clause that may stand before its subject


def of_another(draft: Draft) -> bool:
    """Whether the clause of a row opens with another province, in a sentence that names the home province nowhere."""
    sentence = draft.sentence
    home = sentence.page.document.metadata.get("province")
    if not home or sentence.kind == "table":
        return False
    named = sentence.of("PROVINCE")
    if not named or any(_name(each) in (home, None) for each in named):
        return False
    head, tail = sentence.clause(_place(draft))
    first = next((each for each in named if head <= each.start < min(head + _HEAD, tail)), None)
    if first is None or _OURS.search(sentence.text, head - sentence.start, tail - sentence.start):
        return False
    return _OPENS.match(sentence.lower, head - sentence.start, first.start - sentence.start) is not None


def _name(mention: Mention) -> str | None:
    return getattr(mention.entity.value, "name", None)


def _place(draft: Draft) -> int:
    """Where the last words of a row begin in its sentence."""
    sentence = draft.sentence
    told = (sentence.page.view.place(each.start) for slot in draft.slots.values() for each in slot.evidence)
    inside = [place for place in told if sentence.start <= place < sentence.start + len(sentence.text)]
    return max(inside, default=sentence.start)


__all__ = ["of_another"]
