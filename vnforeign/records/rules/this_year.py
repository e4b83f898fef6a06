"""The year that a report means by ``trong năm``, ``năm nay``, ``cả năm``: its title's, else the one in which it was written."""

from __future__ import annotations

from ..page import Sentence
from ..wording import pattern

_SAID = pattern(
    r"\b(?:(?:trong|cả|riêng)(?: cả)? năm(?: nay| qua)?|(?<!nửa )năm (?:nay|qua|vừa qua))\b(?! (?:\d|học|tới|sau|trước|ngoái|mới))",
    2,
)
_TITLED = pattern(r"\bnăm (?P<year>(?:19|20)\d\d)\b(?! ?[-–])", 2)


def this_year(sentence: Sentence, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """The year with the place of the words that mean it, between two places of a sentence."""
    said = _SAID.search(sentence.text, max(start - sentence.start, 0), end - sentence.start)
    if said is None:
        return None
    data = sentence.page.document.metadata
    titled = _TITLED.search(data.get("title", ""))
    year = titled["year"] if titled else data.get("published", "")[:4]
    return (year, (sentence.start + said.start(), sentence.start + said.end())) if year else None
