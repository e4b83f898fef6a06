"""The units and their forms, and which of them are also something in Việt Nam."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

import msgspec

from ... import codepage
from ...lexicon import _KINDS, Row, rows, several
from ..country.nearby import SYLLABLE
from .designators import FITS
from .value import ForeignUnit

#: How much a form needs: nothing, a mention of its country in the text, a designator or a neighbour from abroad.
STRONG, SOFT, NEEDY = 0, 1, 2

_FIRST_LEVEL = frozenset({"province", "state", "region", "prefecture", "municipality", "republic", "special"})
_RANK = {"capital": 0, "city": 2, "county": 3, "district": 3, "town": 3, "commune": 4}
_LONG = [word for word in FITS if " " in word]
_PREFIX = re.compile(
    "(?:%s) (?=[A-ZÀ-ỸĐ])" % "|".join(sorted([*FITS, *(word.capitalize() for word in _LONG)], key=len, reverse=True))
)
_NEIGHBOURS = frozenset({"KH", "LA", "TH", "CN", "MM"})
#: Provinces and cities of China far better known than the Vietnamese communes that share their names.
_WELL_KNOWN = frozenset(
    "cn-22 cn-37 cn-43 cn-44 cn-46 cn-53 cn-4501 cn-4503 cn-4505 cn-5301 cn-450681 cn-532532 cn-city-guangzhou".split()
)
_COUNTRIES_TOO = frozenset({"cn-81", "cn-82"})
_COUNTRIES = frozenset({"cn-71"})


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A unit under one of its forms: how much that form needs, and how readily the bare form means this unit."""

    value: ForeignUnit
    need: int
    rank: int
    whole: bool = False


def _needs(row: Row) -> set[str] | None:
    """The forms that need a designator; None where all do."""
    for note in row["check"].split("; "):
        if note.startswith("needs=unit"):
            listed = note.partition(":")[2]
            return set(several(listed)) if listed else None
    return set()


def _need(row: Row, form: str, needs: set[str] | None) -> int:
    first = row["type"] in _FIRST_LEVEL or row["type"] == "capital"
    if form in vietnam_provinces() or row["id"] in _COUNTRIES_TOO:
        return NEEDY
    if needs is None or form in needs:
        return SOFT if row["id"] in _WELL_KNOWN else NEEDY
    if len(form) <= 4 and " " not in form and row["type"] != "capital":
        return SOFT if first or row["type"] == "city" and not SYLLABLE.fullmatch(form) else NEEDY
    return SOFT if " " not in form and len(form) <= 5 and not first or form in vietnam_names() else STRONG


def _forms(row: Row) -> dict[str, bool]:
    """Each form, and whether its designator is part of it (``khu tự trị dân tộc Choang Quảng Tây``)."""
    forms: dict[str, bool] = {}
    for written in several(row["forms"]):
        form = _PREFIX.sub("", written, count=1) if " " in written else written
        forms.setdefault(form, form[:1].islower() or "tự trị dân tộc" in form)
        forms.update(dict.fromkeys(_respelt(form, row["country"]) - forms.keys(), False))
        words = form.split(" ")
        if row["country"] in _NEIGHBOURS and 2 <= len(words) <= 4 and all(word.istitle() for word in words):
            forms.setdefault(form.capitalize(), False)
            forms.setdefault("-".join(words), False)
    return forms


def _respelt(form: str, country: str) -> set[str]:
    """The form with its hyphens as other hands write them: ``Côngpông Chàm`` for ``Công-pông Chàm``, ``Nouvelle - Aquitaine``."""
    parts = form.split("-")
    if len(parts) == 1 or not all(part.isalpha() for part in parts[1:-1]):
        return set()
    if form.endswith("i-a"):  # Ca-li-phoóc-ni-a, Ca-li-phoóc-nia
        return {form.removesuffix("-a") + "a"}
    if all(part[:1].isupper() and len(part) > 2 for part in parts):
        return {" - ".join(parts)}
    joined = "".join(parts)
    return {joined} if country in _NEIGHBOURS and all(part[:1].islower() for part in parts[1:]) and len(joined) > 5 else set()


def _viewed(forms: list[str]) -> list[str]:
    """Forms as a view shows them: letters outside Vietnamese as their stand-ins."""
    return codepage.decode(codepage.encode("\n".join(forms))).split("\n")


def _read() -> dict[str, tuple[Unit, ...]]:
    forms: list[str] = []
    units: list[Unit] = []
    for row in rows("foreign_unit/units"):
        value = ForeignUnit(row["name"], row["country"], row["iso"] or None, row["type"] or None)
        needs = _needs(row)
        rank = 0 if "most often the city" in row["check"] else _RANK.get(row["type"], 1)
        for form, whole in _forms(row).items():
            if len(form) > 1 and form[-1].isalnum() and row["id"] not in _COUNTRIES:
                forms.append(form)
                units.append(Unit(value, STRONG if whole else _need(row, form, needs), rank, whole))
    table: dict[str, tuple[Unit, ...]] = {}
    for form, unit in zip(_viewed(forms), units, strict=True):
        known = table.get(form)  # most forms have one unit
        table[form] = tuple(sorted((*known, unit), key=lambda unit: (unit.need, unit.rank))) if known else (unit,)
    return table


@cache
def vietnam_provinces() -> frozenset[str]:
    """Names of Vietnamese provinces, past ones included."""
    return frozenset(form for row in rows("province/provinces") for form in (row["name"], *several(row.get("aliases", ""))))


@cache
def _province_names() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for row in rows("province/provinces"):
        for name in (row["name"], *several(row["aliases"])):
            if len(name) > 3:
                names.setdefault(row["lineage"], set()).update((name, name.upper()))
    return names


def _localities() -> list[list[str]]:
    """The rows of localities.tsv: name, level, types, provinces, aliases and the rest, which nothing here needs."""
    text = (_KINDS / "locality" / "localities.tsv").read_text(encoding="utf-8")
    return [line.split("\t", 5) for line in text.rstrip("\n").split("\n")[1:]]


@cache
def _lineages() -> dict[tuple[str, str], set[str]]:
    table: dict[tuple[str, str], set[str]] = {}
    for name, _, types, provinces, *_ in _localities():
        for kind in several(types):
            table.setdefault((kind, name), set()).update(several(provinces))
    return table


def homes(word: str, name: str) -> set[str]:
    """The names of the provinces in which Vietnam has a unit of a designator and a name."""
    return {form for lineage in _lineages().get((word, name), ()) for form in _province_names().get(lineage, ())}


@cache
def _vietnam() -> dict[str, str]:
    """Each Vietnamese name of a unit with the words that may stand before it, each between bars: ``|huyện|thị xã|``."""
    table = dict.fromkeys(vietnam_provinces(), "|tỉnh|thành phố|")
    for name, _, types, _, aliases, _ in _localities():
        table[name] = f"{table.get(name, '|')}{types}|"
        if aliases:
            for alias in aliases.split("|"):
                table[alias] = f"{table.get(alias, '|')}{types}|"
    return table


def vietnam_unit(word: str, name: str) -> bool:
    """Whether Vietnam has a unit of that designator and name."""
    return f"|{word}|" in _vietnam().get(name, "")


def vietnam_names() -> Set[str]:
    """Every Vietnamese name of a unit."""
    return _vietnam().keys()


UNITS = _read()
