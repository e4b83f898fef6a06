"""The keys of enums that words of a cell choose."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ... import lexicon
from ..wording import pattern

_BY_CUES = ("mode",)  # columns whose labels are parts of one another


@cache
def _cues() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in lexicon.read(Path(__file__).with_name("choices.tsv")):
        found.setdefault(row["column"], []).append((row["key"], pattern(row["says"])))
    return found


def choice(column: str, words: str, choices: dict[str, tuple[str, str]]) -> str | None:
    """The key of a column's choices that words in small letters name, by their labels, else by cues."""
    if column in _BY_CUES and (said := _cued(column, words, choices)):
        return said  # Trực tiếp kết hợp trực tuyến
    places = {key: _place(labels[0], words) for key, labels in choices.items()}
    first = min(places, key=lambda key: places[key], default="")
    if first and places[first] < len(words):
        return first  # Biên bản thỏa thuận
    return _cued(column, words, choices)


def _cued(column: str, words: str, choices: dict[str, tuple[str, str]]) -> str | None:
    return next((key for key, cue in _cues().get(column, []) if key in choices and cue.search(words)), None)


def _place(label: str, words: str) -> int:
    """Where a label, or one of its parts, first stands in words; behind them where none does."""
    found = [words.find(part.lower()) for part in (label, *label.split(", "))]
    return min((each for each in found if each >= 0), default=len(words))
