"""The time in which figures of the border happened."""

from __future__ import annotations

from ..build import Draft
from ..page import Mention, Sentence
from ..standing import is_long, spoken, standing
from ..times import gone_on, of_heading, pointed, preceding
from ..values import day, days
from ..wording import pattern
from . import against
from .joint import works

_HAPPENED = frozenset({"cases", "persons", "patrols", "talks", "letters"})
_COUNTS = pattern(r"\d (?:lần|lượt|đợt|cuộc|buổi|vụ)\b")
_RAISED = pattern(r"(?:so với|kể từ|cùng kỳ|bằng|hiệp \w+|nghị \w+)(?: cùng kỳ| năm)?(?: của)? $|^từ năm$")
_OF_PAPER = pattern(  # the year of a paper: ``Theo Hiệp định tạm thời năm 1991``
    r"\b(?:hiệp (?:định|ước)|nghị (?:định|định thư|quyết)|quy chế|tho[ảa]̉? ?thuận|thỏa thuận|biên bản|chỉ thị|luật|công ước)[^,;.\d]{0,24} ?$"
)
_ASIDE = pattern(r"\([^()]{12,}$")  # a remark in brackets that names a time on its way
_LEFT = pattern(r",? ?(?:đã |thì )?(?:chỉ )?(?:còn|có|xảy ra|giảm còn|giảm xuống còn|là|tăng lên)(?: lại)? ?")
_OPENING = 24  # characters before a day that a sentence opens with
_DAY = 10  # characters of a single day, which is no period


def period(draft: Draft, sentence: Sentence, first: int, cases: bool = False, inherits: bool = False) -> None:
    """The time in which figures from a place on happened: the last one named before them, else the first behind."""
    aside = against.asides(sentence)
    if own := next((each for each in aside if each.start <= first < each.end), None):
        draft.put("period", own.value, own.words, "aside")
        return
    if one := pointed(sentence, first):
        draft.put("period", one[1], one[0], "pointed")
        return
    known = [
        (each, spoken(each, value, sentence))
        for each, value in days(sentence)
        if is_long(value)
        and not _RAISED.search(sentence.before(each.start, 24))
        and not _OF_PAPER.search(sentence.before(each.start, 50))
        and not value.endswith("..")
        and not any(one.start <= each.start < one.end for one in aside)
    ]
    before = [one for one in known if one[0].start < first]
    if until := _until(sentence, first):
        draft.put("period", until[1], until[0], "period")
        return
    behind = [
        one
        for one in known
        if one[0].start > first
        and not _ASIDE.search(sentence.lower[first - sentence.start : one[0].start - sentence.start])
        and ";" not in sentence.text[first - sentence.start : one[0].start - sentence.start]
    ]
    if one := before[-1] if before else behind[0] if behind else None:
        draft.put("period", one[1], one[0], "period")
    elif cases and (one := _on_the_day(sentence, first)):
        draft.put("period", one[1], one[0], "day")
    elif (one := of_heading(sentence)) and is_long(one[1]) and "/" in one[1]:
        draft.put("period", one[1], one[0], "heading")
    elif one := _goes_on(sentence, first):
        draft.put("period", one[1], one[0], "carried")
    elif inherits:
        inherited(draft)
    if aside and inherits and "period" not in draft and (now := against.reported(sentence)):
        draft.put("period", now[0], now[1], "reported")


def inherited(draft: Draft) -> None:
    """The time that leads, headings or the title set, for what happened."""
    if (
        not _HAPPENED.isdisjoint(draft.slots)
        and "period" not in draft
        and "as_of" not in draft
        and (one := standing(draft.sentence))
    ):
        draft.put("period", one[1], one[0], "standing")


def _until(sentence: Sentence, first: int) -> tuple[Mention, str] | None:
    """The year of ``năm 2013 có 17 vụ, đến năm 2022 chỉ còn 03 vụ``, for the latter."""
    for each in sentence.of("DATE"):
        value = day(each) or ""
        if (
            value.startswith("../")
            and each.end <= first
            and _LEFT.fullmatch(sentence.lower, each.end - sentence.start, first - sentence.start)
        ):
            return each, value.removeprefix("../")
    return None


def _on_the_day(sentence: Sentence, first: int) -> tuple[Mention, str] | None:
    """The day of a single incident, which its sentence opens with: ``Rạng sáng 12/3, Đồn Mường Lạn bắt …``."""
    told = [each for each in days(sentence) if each[0].end <= first and each[0].start - sentence.start < _OPENING]
    return told[0] if told and len(told[0][1]) == _DAY else None


def _goes_on(sentence: Sentence, first: int) -> tuple[Mention, str] | None:
    """The period of the sentences right before it that count at the border too."""
    for earlier in preceding(sentence):
        if not (_COUNTS.search(earlier.lower) or len(works(earlier)[0])):
            return None
        if one := gone_on(sentence, first, earlier) or (pointed(earlier, earlier.end) if not days(sentence) else None):
            return one
    return None
