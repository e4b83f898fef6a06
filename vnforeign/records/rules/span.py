"""The time in which figures of the border happened."""

from __future__ import annotations

from datetime import date

from ..build import Draft
from ..page import Mention, Sentence
from ..times import gone_on, of_heading, pointed, preceding
from ..values import days
from ..wording import pattern
from .joint import works

_COUNTS = pattern(r"\d (?:lần|lượt|đợt|cuộc|buổi|vụ)\b")
_RAISED = pattern(r"(?:so với|kể từ|cùng kỳ|hiệp \w+|nghị \w+)(?: cùng kỳ| năm)?(?: của)? $|^từ năm$")
_OPENING = 24  # characters before a day that a sentence opens with
_DAY, _MONTH = 10, 27  # characters of a single day, which is no period; days


def period(draft: Draft, sentence: Sentence, first: int, cases: bool = False) -> None:
    """The time in which figures from a place on happened: the last one named before them, else the first behind."""
    if one := pointed(sentence, first):
        draft.put("period", one[1], one[0], "pointed")
        return
    known = [
        (each, value)
        for each, value in days(sentence)
        if _is_long(value) and not _RAISED.search(sentence.before(each.start, 24)) and not value.endswith("..")
    ]
    before = [one for one in known if one[0].start < first]
    behind = [
        one
        for one in known
        if one[0].start > first and ";" not in sentence.text[first - sentence.start : one[0].start - sentence.start]
    ]
    if one := before[-1] if before else behind[0] if behind else None:
        draft.put("period", one[1], one[0], "period")
    elif cases and (one := _on_the_day(sentence, first)):
        draft.put("period", one[1], one[0], "day")
    elif (one := of_heading(sentence)) and _is_long(one[1]) and "/" in one[1]:
        draft.put("period", one[1], one[0], "heading")
    elif one := _goes_on(sentence, first):
        draft.put("period", one[1], one[0], "carried")


def _on_the_day(sentence: Sentence, first: int) -> tuple[Mention, str] | None:
    """The day of a single incident, which its sentence opens with: ``Rạng sáng 12/3, Đồn Mường Lạn bắt …``."""
    told = [each for each in days(sentence) if each[0].end <= first and each[0].start - sentence.start < _OPENING]
    return told[0] if told and len(told[0][1]) == _DAY else None


def _goes_on(sentence: Sentence, first: int) -> tuple[Mention, str] | None:
    """The period of the sentences right before it that count at the border too."""
    for earlier in preceding(sentence):
        if not (_COUNTS.search(earlier.lower) or len(works(earlier)[0])):
            return None
        if one := gone_on(sentence, first, earlier):
            return one
    return None


def _is_long(value: str) -> bool:
    """Whether a time is a month or more, as a period of figures is; a talk of three days is none."""
    first, _, last = value.partition("/")
    if len(first) < _DAY or len(last) < _DAY:
        return len(value) != _DAY
    return (date.fromisoformat(last) - date.fromisoformat(first)).days >= _MONTH
