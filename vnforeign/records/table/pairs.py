"""Words that go together: pairs of neighbours in names and terms, and in the text around a table."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from ... import lexicon
from ...text import modern

Pair = tuple[str, str]

_PACKAGE = Path(__file__).parents[2]
#: Tables of names and terms with the columns that hold them.
_TABLES = (
    ("kinds/organisation/heads.tsv", ("head",)),
    ("kinds/organisation/names.tsv", ("form",)),
    ("kinds/foreign_unit/units.tsv", ("name", "forms")),
    ("kinds/province/provinces.tsv", ("name",)),
    ("kinds/locality/localities.tsv", ("name",)),
    ("kinds/quantity/nouns.tsv", ("noun",)),
    ("kinds/country/countries.tsv", ("name", "forms")),
    ("kinds/person/titles.tsv", ("title",)),
    ("fields/cues.tsv", ("cue",)),
)
_AROUND = 20_000  # characters above and below a table that are looked at
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def terms() -> frozenset[Pair]:
    """The neighbours in names and terms, in small letters."""
    found: set[Pair] = set()
    for name, columns in _TABLES:
        for row in lexicon.read(_PACKAGE / name):
            for said in (one for column in columns for one in lexicon.several(row[column])):
                found |= set(pairwise(modern(said.lower()).split()))
    return frozenset(found)


def around(text: str, start: int, end: int) -> frozenset[Pair]:
    """The neighbours within the lines above and below a table."""
    found: set[Pair] = set()
    for part in (text[max(0, start - _AROUND) : start], text[end : end + _AROUND]):
        for line in part.split("\n"):
            found |= set(pairwise(_WORD.findall(modern(line.lower()))))
    return frozenset(found)


@lru_cache(65536)
def _pair(one: str, two: str) -> tuple[Pair, bool]:
    pair = (modern(one.lower()), modern(two.lower()).rstrip(",.;:)"))
    return pair, pair in terms()


def go_together(pairs: frozenset[Pair], one: str, two: str) -> bool:
    """Whether two words are neighbours in a name or term, or in the text around."""
    pair, known = _pair(one, two)
    return known or pair in pairs
