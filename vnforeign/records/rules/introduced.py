"""What introduces a list of visits: ``Lãnh đạo tỉnh tiếp:``, ``… tỉnh tiếp 34 đoàn. Có thể nhắc lại ba đoàn:``; which way they go, who receives."""

from __future__ import annotations

import msgspec

from ..build import Draft
from ..page import Sentence
from ..wording import pattern
from . import reception
from .bearing import IN, last_verb

_RECEIVES = pattern(r"\b(?:đón(?: tiếp)?|tiếp(?! (?:tục|theo|nối|đó|cận|xúc|thu|thị))|làm việc với|nghênh tiếp)\b")
#: Who receives, in a word, right before or with words between: ``thành phố … lo toàn bộ việc đón tiếp``.
_HOST = pattern(
    r"(?:^|[,.;:] |\b(?:đến nay|trong kỳ|trong năm) )(?P<host>tỉnh|thành phố|huyện|thị xã|sở|nhà trường|trường|viện|hội)\b(?! ta)[^,;]{0,60}$"
)
_NOUN = pattern(r"\b(?:cuộc|buổi|lễ|các|một số) $")  # ``một số cuộc tiếp chính``
_NEAR = 200  # characters before the colon that may say which way
_ITEM = 60  # characters at the head of an item that name who travels


class Introduction(msgspec.Struct):
    """The sentence that ends with the colon, and which way its list goes, if it says so."""

    sentence: Sentence
    way: str | None


def of(sentence: Sentence, before: Introduction | None) -> Introduction | None:
    """What introduces the sentences behind one: itself where it ends with a colon; what was before goes on over the items of its list."""
    if sentence.text.rstrip().endswith(":"):
        return Introduction(sentence, _way(sentence))
    return before if sentence.kind == "list_item" else None


def _way(sentence: Sentence) -> str | None:
    if way := last_verb(sentence.lower[-_NEAR:]):
        return way
    return last_verb(sentence.earlier.lower[-_NEAR:]) if sentence.earlier and "đoàn" in sentence.lower else None


def comes(introduction: Introduction | None, sentence: Sentence, place: int) -> bool:
    """Whether who is named at a place of an item is a guest by what introduces the list."""
    return bool(
        introduction
        and introduction.way == IN
        and introduction.sentence is not sentence
        and sentence.kind == "list_item"
        and place - sentence.start < _ITEM
    )


def host(draft: Draft, introduction: Introduction | None) -> None:
    """Who receives all of a list, if its item does not say who."""
    if introduction is None or draft.table.key != IN or "host" in draft or introduction.sentence is draft.sentence:
        return
    led = introduction.sentence
    if match := next(iter([*_RECEIVES.finditer(led.lower)][-1:]), None):
        _receives(draft, led, match.start())


def _receives(draft: Draft, led: Sentence, end: int) -> None:
    """Who receives by the words before a word of receiving, at a place of the sentence that introduces."""
    if _NOUN.search(led.lower, 0, end):
        return
    if told := _HOST.search(led.lower, 0, end):
        draft.say("host", led.start + told.start("host"), led.start + told.end("host"), "introduced")
        return
    reception.say_host(draft, led, led.start, led.start + end, "introduced")


__all__ = ["Introduction", "comes", "host", "of"]
