"""The neighbour without a name: ``cử 27 đoàn sang bạn`` goes where the sentence says, and counts told ``lần lượt`` go the ways told before."""

from __future__ import annotations

from ..build import Draft
from ..page import Mention, Sentence
from ..places import country_of
from ..wording import pattern
from . import partner
from .tally import Tally

_FRIEND = pattern(r"\b(?<!tình )bạn\b(?! (?:bè|đọc|hữu|trẻ|hàng))")
_BARE = pattern(r"(?:,| và|;) ?(?:đã |cũng )?(?:đón|tiếp|cử|đón tiếp)(?: được| lại)? $")
_ENDS = pattern(r"[,;.:(]")
_RESPECTIVELY = pattern(
    r"\b(?:tương ứng|lần lượt)\b[^,;.]{0,20}$|\b(?:hai|các|những) con số (?:ấy|này|đó|trên|kia)\b[^,;.\d]{0,24}$"
)
_NEAR = 40  # characters behind a count that may say ``sang bạn``


def fill(
    draft: Draft, before: Draft | None, sentence: Sentence, visits: Tally, persons: Tally | None, back: int, end: int
) -> None:
    """Puts the country of a row of totals whose words name only the neighbour, or of one told in a breath with the row before."""
    if "countries" in draft:
        return
    behind = max(visits.end, persons.end if persons else 0) - sentence.start
    if _says(sentence, visits, back - sentence.start, behind):
        draft.put("countries", *_named(sentence), "friend")
    elif before and before.table is not draft.table and "countries" in before and _bare(sentence, visits, back, behind, end):
        slot = before.slots["countries"]
        if isinstance(slot.value, list) and len(slot.value) == 1:
            draft.put("countries", slot.value, _named(sentence)[1], "friend")


def _says(sentence: Sentence, visits: Tally, back: int, behind: int) -> bool:
    """Whether the words beside a count, up to the next mark, name the neighbour."""
    before = sentence.lower[back : visits.start - sentence.start]
    piece = before[max((match.end() for match in _ENDS.finditer(before)), default=0) :]
    after = _ENDS.split(sentence.lower[behind : behind + _NEAR], maxsplit=1)[0]
    between = sentence.lower[visits.end - sentence.start : behind]
    return any(_FRIEND.search(words) for words in (piece, between, after))


def _bare(sentence: Sentence, visits: Tally, back: int, behind: int, end: int) -> bool:
    """Whether nothing but the way stands beside a count: ``…, đón 9 đoàn gồm 117 người;``."""
    after = _ENDS.split(sentence.lower[behind : end - sentence.start], maxsplit=1)[0]
    if ")" in sentence.text[max(0, back - sentence.start) : visits.start - sentence.start]:
        return False  # the country was that of a part
    return (
        visits.said in ("đoàn", "lượt đoàn")
        and not after.strip()
        and bool(_BARE.search(sentence.lower, max(0, back - sentence.start), visits.start - sentence.start))
    )


def _named(sentence: Sentence) -> tuple[list[str], list[Mention]]:
    """The one country that a sentence names, else the one before it; none where there are two."""
    for each in (sentence, sentence.earlier):
        places = [place for place in each.of("COUNTRY", "FOREIGN_UNIT") if country_of(place)] if each else []
        known = dict.fromkeys(country_of(place) or "" for place in places)
        if known:
            return (list(known), places[:1]) if len(known) == 1 else ([], [])
    return partner.named(sentence)


def in_order(sentence: Sentence, visits: Tally, back: int) -> bool:
    """Whether a count is the first of those that go the ways of the counts before: ``năm 2023 tương ứng là 24 đoàn và 21 đoàn``."""
    return bool(_RESPECTIVELY.search(sentence.lower, max(0, back - sentence.start), visits.start - sentence.start))


__all__ = ["fill", "in_order"]
