"""What a figure of a table counts, by the words of its row, its column, its unit and the titles above."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from ... import lexicon
from ..wording import pattern

Counted = tuple[str, str]  # type of record, and its column; for an indicator its key

#: The topics that are kinds of incidents at the border.
INCIDENTS = ("trafficking", "drugs", "crossing", "smuggling", "encroachment", "accident")
_MONEY = re.compile(r"usd|vnđ|vnd|đồng|\bđ\b|euro?\b|yên|jpy|nhân dân tệ|ndt|kíp|baht|đô la|\$")
_SUMS = re.compile(r"kim ngạch|giá trị|vốn|kinh phí|kiều hối|số tiền|trị giá|doanh số|giải ngân|cam kết")


def _rows(name: str) -> list[Iterable[str]]:
    return [row.values() for row in lexicon.read(Path(__file__).with_name(name))]


@cache
def _topics() -> list[tuple[str, re.Pattern[str], re.Pattern[str] | None]]:
    return [(name, pattern(says), pattern(unless) if unless else None) for name, says, unless in _rows("topics.tsv")]


@cache
def _measures() -> dict[str, list[tuple[str, str, re.Pattern[str], re.Pattern[str] | None]]]:
    found: dict[str, list[tuple[str, str, re.Pattern[str], re.Pattern[str] | None]]] = {}
    for name, kind, column, counts, unless in _rows("measures.tsv"):
        found.setdefault(name, []).append((kind, column, pattern(counts), pattern(unless) if unless else None))
    return found


@lru_cache(2048)
def topic(words: str) -> str:
    """What some words in small letters speak of, or nothing."""
    for name, says, unless in _topics():
        if says.search(words) and not (unless and unless.search(words)):
            return name
    return ""


def about(words: str, contexts: Iterable[str]) -> str:
    """What words speak of, else the nearest of their contexts."""
    return next((found for each in (words, *contexts) if (found := topic(each))), "")


def counted(name: str, words: str, unit: str) -> Counted | None:
    """The column that a figure of a topic fills: by its unit where one is said, else by its words."""
    money = _MONEY.search(unit) or (not unit and _SUMS.search(words))
    said = f"$ {words}" if money else unit or words
    for kind, column, counts, unless in _measures().get(name, []):
        if counts.search(said) and not (unless and unless.search(words)):
            return kind, column
    return None


__all__ = ["INCIDENTS", "about", "counted", "topic"]
