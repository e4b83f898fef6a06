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


@cache
def _by_initial() -> dict[str, dict[str, tuple[Unit, ...]]]:
    """Plain forms of neighbouring countries by their first two letters."""
    table: dict[str, dict[str, tuple[Unit, ...]]] = {}
    for form, units in UNITS.items():
        key = plain(form)
        if len(key) >= _SHORTEST and units[0].value.country in _COUNTRIES and units[0].need < NEEDY:
            table.setdefault(key[0], {}).setdefault(key, units)
    return table


@cache
def _vietnamese() -> frozenset[str]:
    return frozenset(map(plain, vietnam_names()))


@lru_cache(4096)
def nearest(name: str) -> tuple[Unit, ...] | None:
    """The units of the one known name at most one letter away; None where there is none or more than one place."""
    key = plain(name)
    if not _SHORTEST <= len(key) <= 24:
        return None
    near = regex.compile(rf"(?:{regex.escape(key)}){{e<=1}}")
    rivals = {
        form: units
        for form, units in _by_initial().get(key[0], {}).items()
        if abs(len(form) - len(key)) < 2 and near.fullmatch(form)
    }
    places = {(units[0].value.country, units[0].value.name) for units in rivals.values()}
    if (
        len(places) != 1
        or key in _vietnamese()
        or any(near.fullmatch(form) for form in _vietnamese() if abs(len(form) - len(key)) < 2)
    ):
        return None
    return next(iter(rivals.values()))
