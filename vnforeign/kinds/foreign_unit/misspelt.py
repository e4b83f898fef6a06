"""Respellings one letter away from a known name: ``tỉnh Mundunkiri``. Asked only after a designator before an unknown name."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex  # type: ignore[import-untyped, unused-ignore]

from .units import NEEDY, UNITS, Unit, vietnam_names

_COUNTRIES = frozenset({"KH", "LA", "CN", "TH", "MM"})
_SHORTEST = 6


def plain(name: str) -> str:
    """Letters only, without marks and case: ``Mun-đun-ki-ri`` as ``mundunkiri``."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(char for char in letters if char.isascii() and char.isalpha())


def _shortened(key: str) -> set[str]:
    """A plain name and what is left of it without one of its letters: two names one letter apart share one of these."""
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}


@cache
def _table() -> tuple[dict[str, tuple[Unit, ...]], dict[str, list[str]]]:
    """Units of neighbouring countries by plain form, and plain forms by what is left of them without one letter."""
    table: dict[str, tuple[Unit, ...]] = {}
    for form, units in UNITS.items():
        key = plain(form)
        if len(key) >= _SHORTEST and units[0].value.country in _COUNTRIES and units[0].need < NEEDY:
            table.setdefault(key, units)
    near: dict[str, list[str]] = {}
    for key in table:
        for short in _shortened(key):
            near.setdefault(short, []).append(key)
    return table, near


@cache
def _vietnamese() -> dict[str, frozenset[str]]:
    """Plain Vietnamese names by first letter and length."""
    table: dict[str, set[str]] = {}
    for name in map(plain, vietnam_names()):
        table.setdefault(f"{name[:1]}{len(name)}", set()).add(name)
    return {key: frozenset(names) for key, names in table.items()}


def _like_vietnamese(key: str, one_edit: regex.Pattern[str]) -> bool:
    names = _vietnamese()
    lengths = (len(key) - 1, len(key), len(key) + 1)
    return any(one_edit.fullmatch(name) for length in lengths for name in names.get(f"{key[0]}{length}", ()))


@lru_cache(4096)
def nearest(name: str) -> tuple[Unit, ...] | None:
    """The units of the one known name at most one letter away; None where there is none or more than one place."""
    key = plain(name)
    if not _SHORTEST <= len(key) <= 24:
        return None
    table, near = _table()
    candidates = {form for short in _shortened(key) for form in near.get(short, ()) if form[0] == key[0]}
    if not candidates:
        return None
    one_edit = regex.compile(rf"(?:{regex.escape(key)}){{e<=1}}")
    rivals = {form: table[form] for form in candidates if one_edit.fullmatch(form)}
    places = {(units[0].value.country, units[0].value.name) for units in rivals.values()}
    if len(places) != 1 or _like_vietnamese(key, one_edit):
        return None
    return max((rivals[form] for form in sorted(rivals)), key=lambda units: units[0].need)  # the wariest of its forms
