"""Whom ``hai bên`` points to: the sides of a paper that the sentences before have told of."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Mention, Page, Sentence
from .parties import BETWEEN
from .places import is_foreign
from .sides import OURS, Side, pair, reach, within
from .wording import pattern

_VENUE = ("tại ", "ở ", "từ ", "sang ", "đến ")
_NEAR = 40  # bodies and places before ``hai bên`` that it may point to


def before(page: Page, sentence: Sentence, place: int) -> Iterator[Sentence]:
    """The sentence itself and up to three before it in its passage, nearest first."""
    yield sentence
    yield from (each for each in page.sentences[max(0, place - 3) : place][::-1] if each.passage == sentence.passage)


def shared_sides(page: Page, sentence: Sentence, place: int, until: int) -> tuple[Sentence, list[Side]] | None:
    """The sides that ``hai bên`` points to: those told as ``giữa A và B``, else the nearest foreign side, ours beside it."""
    for other in before(page, sentence, place):
        if other is not sentence and (two := _told_as_two(page, other)):
            return other, two
        titled = [(each.start, each.end) for each in other.of("AGREEMENT")]
        told = [each for each in other.of("ORG", "FOREIGN_UNIT", *OURS) if other is not sentence or each.end <= until]
        told = [each for each in told if not any(start <= each.start < end for start, end in titled)]
        outer = [each for each in told[-_NEAR:] if _stands(other, each)]
        theirs = next((each for each in outer if is_foreign(page, other, each) and not _of_the_world(each)), None)
        if theirs:
            ours = next(
                (
                    each
                    for each in outer
                    if each.label != "FOREIGN_UNIT" and not is_foreign(page, other, each) and _acts(other, each)
                ),
                None,
            )
            found = [Side(theirs.start, theirs.end, foreign=True)]
            headed = ours is not None and _HEADS.search(other.before(ours.start, 24)) is not None
            return other, [*found, *([Side(ours.start, ours.end, foreign=False, headed=headed)] if ours else [])]
    return None


def _told_as_two(page: Page, sentence: Sentence) -> list[Side]:
    """``quan hệ giữa A và B``: both sides, where one of them is foreign."""
    match = BETWEEN.search(sentence.text)
    if match is None:
        return []
    start = sentence.start + match.end()
    two = pair(page, sentence, start, reach(sentence, start, 260))
    two = two if {side.foreign for side in two} == {True, False} else []
    return sorted(two, key=lambda side: not side.foreign)


def _of_the_world(each: Mention) -> bool:
    """An international organisation is no side of what ``hai bên`` sign; it is named where it is one."""
    return getattr(each.entity.value, "level", None) == "international"


def _stands(sentence: Sentence, each: Mention) -> bool:
    """Whether a mention stands by itself: in no other's name, not as the place of what happened."""
    return within(sentence, each.start + 1) in (None, each) and not sentence.before(each.start, 6).endswith(_VENUE)


_ACTS = pattern(r"(?:lãnh đạo|đoàn(?: đại biểu| công tác)?(?: cấp cao)?(?: của)?|giữa|đại diện|giám đốc|chủ tịch|trưởng) ?$")
_HEADS = pattern(r"(?:giám đốc|chủ tịch|trưởng) ?$")
_OPENS = pattern(r"(?:^|,) ?$")


def _acts(sentence: Sentence, each: Mention) -> bool:
    """Whether a body or place is named as one who acts: led in by ``lãnh đạo``, ``đoàn``; a body also as a subject."""
    words = sentence.before(each.start, 40)
    return bool(_ACTS.search(words) or (each.label == "ORG" and _OPENS.search(words)))
