"""Which times lie behind a document's own day: what stands under them, or opens with them, is told, not planned."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..kinds.date import Date
from .mention import Mention
from .wording import pattern

_THIRD = 3  # a report on a month is written before its end, one on a year too
#: What a sentence looks back with, without a date: ``Trong 5 năm qua``.
_BACK = pattern(
    r"[^\w]*(?:\d+[.)] ?|[a-zđ]\) ?)?(?:trong )?(?:(?:những |các |mấy |\d{1,2} |hai |ba |bốn |năm |sáu |chín |mười )?"
    r"(?:năm|tháng|quý|nhiệm kỳ|thời gian|giai đoạn)(?: đầu năm)? (?:vừa )?qua|vừa qua)\b"
)
_OPENS = pattern(r"[^\w]*(?:\d+[.)] ?|[a-zđ]\) ?)?(?:(?:trong|tính|lũy kế|luỹ kế|riêng|vào|đến|hết|tới|cả)[ ,]*){0,4}$")


def published(written: str | None) -> date | None:
    """The day of a document's metadata; None where it is not known to the day."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def behind(times: Iterable[Mention], today: date | None, whole: bool = False) -> bool | None:
    """Whether the times that words name lie behind a day, by their first third or as a whole; None where they name none."""
    spans = [(each.entity.value.start, each.entity.value.end) for each in times if isinstance(each.entity.value, Date)]
    known = [(start, end) for start, end in spans if start and end]
    if today is None or not known:
        return None
    return all((end if whole else start + (end - start) / _THIRD) < today for start, end in known)


def looks_back(sentence: str, times: list[Mention], start: int, today: date | None) -> bool:
    """Whether a sentence (in small letters, from a place on) opens with a time that lies behind a day."""
    if _BACK.match(sentence):
        return True
    first = times[0] if times else None
    return first is not None and bool(behind([first], today, True)) and bool(_OPENS.match(sentence[: first.start - start]))


__all__ = ["behind", "looks_back", "published"]
