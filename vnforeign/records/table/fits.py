"""Whether a column of a type may hold what the cells below a head say, and which one they would fill whatever their head is.

``Thành phần đoàn`` counts members, or names delegations; ``Giá trị`` is a sum, or in a table of agreements the years of their
term: the cells tell.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...text import modern
from ..countries import country_named, names
from ..schema import types
from .choices import choice
from .takes import of_column, takes

_NUMBERS = ("int", "decimal", "money")
_TOLD = (*_NUMBERS, "date", "daterange", "docref")  # values that hold a digit
_DIGIT = re.compile(r"\d")
_SPAN = re.compile(r"\d ?[-–] ?\d|đến|năm\b|hạn|từ")
_FULL, _MOST = 1.0, 0.7  # what a cell is worth that surely fills a column, and how many are to
_WORDS = 7  # of a choice
_LEAST = 2  # cells that tell
#: What columns of each type are told by, in the order in which they are filled.
_BY_CELLS = {
    "delegation_out": ("dates", "countries", "head", "funding"),
    "delegation_in": ("dates", "countries", "head"),
    "international_agreement": ("signed_on", "term", "country", "status"),
    "ngo_aid": ("term", "donor_country"),
    "international_conference": ("dates", "countries", "mode"),
    "award": ("award", "presented_on", "nationality", "recipient_type"),
    "friendship_association": ("founded", "chair", "term"),
}
_SPANS = ("term",)


def clashes(kind: str, column: str, said: tuple[str, ...]) -> bool:
    """Whether no cell holds what the column takes: no digit where it takes numbers, days or papers, no country or choice."""
    if len(said) < _LEAST:
        return False
    made = types()[kind].columns[column]
    if made.type == "int":
        return 2 * sum(bool(_DIGIT.search(each)) for each in said) < len(said)
    if made.type in _TOLD:
        return not any(_DIGIT.search(each) for each in said)
    return made.holds == "country" and not any(_lands(each) for each in said)


def by_cells(kind: str, said: tuple[str, ...], free: list[str]) -> str:
    """The column of those that are free which cells surely fill, or nothing."""
    if len(said) < _LEAST:
        return ""
    return next((one for one in _BY_CELLS.get(kind, ()) if one in free and _are(kind, one, said)), "")


@lru_cache(2048)
def _are(kind: str, column: str, said: tuple[str, ...]) -> bool:
    made = types()[kind].columns[column]
    if made.type == "enum":
        return all(each.count(" ") < _WORDS and choice(column, modern(each.lower()), made.choices) for each in said)
    if column in _SPANS and 2 * sum(bool(_SPAN.search(each)) for each in said) < len(said):
        return False
    shape = of_column(kind, column)
    return sum(takes(shape, each) >= _FULL for each in said) >= _MOST * len(said)


@lru_cache(4096)
def _lands(words: str) -> bool:
    """Whether words name a country in one of their parts."""
    parts = re.split(r"\s*(?:[,;/+()]| - | và )\s*", words)
    return any(country_named(each) in names().values() for each in parts if each)


__all__ = ["by_cells", "clashes"]
