"""The unit or counted noun behind a number: the longest one of the lexicon, or the next word where it can be one."""

from __future__ import annotations

import re
from typing import Any

from ...lexicon import rows
from ...text import spellings

_WORD = re.compile(r"[ \n\t]?([^\W\d_]+[²³23]?)")
_NEXT = re.compile(r" ([a-zà-ỹđ]+)")
_PERCENT = re.compile(r" ?(?:%|‰|phần trăm|phần nghìn)")
_GLUED = re.compile(r" ?(?:ki-lô-mét|ki-lô-gam|ki-lô-oát|héc-ta)(?!\w)|(?:km²|km2|km|m²|m2|m³|m3|ha|kg|mm|cm|m|tấn|tạ|lít|MW|kW|kWh|MWp|kV|GB|MB|Mbps|l|g|h)(?!\w)")
_END = ""  # the key under which a branch says that a noun may end here


def _tree() -> dict[str, Any]:
    root: dict[str, Any] = {}
    for row in rows("quantity/nouns"):
        for noun in spellings(row["noun"].lower()):
            branch = root
            for word in noun.split():
                branch = branch.setdefault(word, {})
            branch[_END] = row["kind"]
    return root


_NOUNS = _tree()
_STOPS = frozenset(form for row in rows("quantity/stop") for form in spellings(row["word"].lower()))


def unit(text: str, end: int) -> tuple[int, str, str] | None:
    """Where the unit behind ``end`` stops, the unit, and its kind (measure, time, counter, noun, guess)."""
    if percent := _PERCENT.match(text, end):
        return percent.end(), "%", "measure"
    if glued := _GLUED.match(text, end):
        return glued.end(), glued[0].strip(), "measure"
    if text[end : end + 1] in (" ", "\n", "\t"):
        return _known(text, end) or _guessed(text, end)
    return _known(text, end) if text[end : end + 1].islower() else None


def _known(text: str, end: int) -> tuple[int, str, str] | None:
    if text[end : end + 1] == "\n" and not text[end + 1 : end + 2].islower():
        return None  # the number ends its line, and a capital begins another
    branch, at, best = _NOUNS, end, None
    while match := _WORD.match(text, at):
        if at > end and match.start(1) == at:
            break  # glued to the word before: no word of its own
        next_branch = branch.get(match[1].lower())
        if next_branch is None:
            break
        branch, at = next_branch, match.end()
        if _END in branch:
            best = (at, branch[_END])
    if best is None:
        return None
    return best[0], " ".join(text[end : best[0]].split()).lower() if best[1] != "measure" else text[end : best[0]].strip(), best[1]


def _guessed(text: str, end: int) -> tuple[int, str, str] | None:
    match = _NEXT.match(text, end)
    if not match or match[1] in _STOPS or len(match[1]) < 2 or text[match.end() : match.end() + 1].isalnum():
        return None
    return match.end(), match[1], "guess"
