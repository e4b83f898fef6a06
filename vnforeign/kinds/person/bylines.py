"""Who wrote, drew or photographed: ``Người viết: Nguyễn Văn A``, ``Ảnh: Minh Khuê``."""

from __future__ import annotations

import re

from ...rule import Found
from .names import LOUD_SURNAMES, SURNAMES, familiar, run, stops_at_head
from .reading import Reading

#: A caption before its photographer: ``Ảnh: Quang cảnh buổi tiếp - Minh Khuê``.
_CREDIT = re.compile(r"[^\n]{12,200} - ([^\W\d_]+(?: [^\W\d_]+){1,3})(?=\n|\Z)")
_INITIALLED = re.compile(r"[^\W\d_]{1,2}\.(?P<name>[^\W\d_]{2,8}(?: [^\W\d_]{2,8})?)(?=[\n.,;)/|\t]|\Z| -)")


def byline(text: str, start: int, end: int) -> Found | None:
    """``Người viết: Nguyễn Văn A``, ``Ảnh: Minh Khuê``."""
    place = end + 2 if text[end : end + 2] == ": " else end + 1 if text[end : end + 1] == ":" else 0
    if place and (credit := _CREDIT.match(text, place)):
        place = credit.start(1)
    if not place or not text[place : place + 1].isupper() or stops_at_head(text, place):
        return None
    words = run(text, place)
    said = [text[first:last] for first, last in words]
    if (
        not 2 <= len(said) <= 5
        or not all(map(familiar, said[1:]))
        or not (said[0] in SURNAMES or said[0] in LOUD_SURNAMES or familiar(said[0]))
    ):
        return _initialled(text, place)
    after = text[words[-1][1] : words[-1][1] + 2]
    if after and after[0] not in "\n\t,.;()-/|" and after[0:2] not in (" -", " (", " \n", " ;", " |"):
        return None
    return Found(place, words[-1][1], "PERSON", "person.byline", Reading(4, words), True)


def _initialled(text: str, place: int) -> Found | None:
    """``Ảnh: M.Khuê``."""
    match = _INITIALLED.match(text, place)
    if not match or not all(word[0].isupper() and familiar(word) for word in match["name"].split(" ")):
        return None
    return Found(place, match.end(), "PERSON", "person.byline", Reading(4, [(place, match.end())]), True)
