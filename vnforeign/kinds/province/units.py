"""The table of provinces: every written form, what it may mean, and which incarnation a day asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from ...lexicon import rows, several
from ...text import plain, spellings
from .value import Province

_DESIGNATED = ("tp", "t.p", "thành phố", "thủ đô", "đặc khu", "ho chi minh city", "hcm city")
#: Short forms with other readings: hội nghị (HN), a paper, a party (BTT); ``Bạc Liêu - Cà Mau`` is a pair since 1997.
_AMBIGUOUS = frozenset(("HN", "BTT", "TTH", "Bạc Liêu - Cà Mau"))


def _load() -> tuple[dict[str, tuple[Province, ...]], dict[str, tuple[str, ...]]]:
    lineages: dict[str, list[Province]] = {}
    forms: dict[str, list[str]] = {}
    for row in rows("province/provinces"):
        unit = Province(
            row["id"],
            row["lineage"],
            row["name"],
            row["code"] or None,
            row["iso"] or None,
            row["valid_from"] or None,
            row["valid_to"] or None,
            tuple(several(row["current"])),
        )
        lineages.setdefault(unit.lineage, []).append(unit)
        for form in (unit.name, *several(row["aliases"])):
            if unit.lineage not in forms.setdefault(form, []):
                forms[form].append(unit.lineage)
    ordered = {lineage: tuple(sorted(units, key=lambda unit: unit.valid_from or "")) for lineage, units in lineages.items()}
    return ordered, {form: tuple(each) for form, each in forms.items()}


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


LINEAGES, _FORMS = _load()
UNITS = {unit.id: unit for units in LINEAGES.values() for unit in units}
#: Every form that stands without a designator, and the incarnations that it may mean, the earliest first.
FORMS: dict[str, tuple[Province, ...]] = {}
for _form, _lineages in _FORMS.items():
    if not _form.lower().startswith(_DESIGNATED) and "–" not in _form and "—" not in _form and _form not in _AMBIGUOUS:
        _units = [unit for lineage in _lineages for unit in LINEAGES[lineage]]
        _named = [unit for unit in _units if _letters(unit.name) == _letters(_form)]
        FORMS[_form] = tuple(_named or _units)
for _form in ("TPHCM", "TpHCM"):
    FORMS[_form] = LINEAGES["ho-chi-minh"]
for _form, _units_of in FORMS.items():
    if _units_of[-1].lineage == "thua-thien-hue" and _form not in ("Huế", "Hue"):
        FORMS[_form] = LINEAGES["thua-thien-hue"][:1]

#: Since when a unit has been a city under central rule, and until when another lineage of that name was a city in a province.
MUNICIPAL = {
    "ha-noi": "",
    "hai-phong": "",
    "ho-chi-minh": "",
    "da-nang": "1997-01-01",
    "can-tho": "2004-01-01",
    "thua-thien-hue": "2025-01-01",
    "dong-nai": "2026-04-30",
    "quang-ninh": "2026-09-01",
    "bac-ninh": "2026-09-20",
}
#: Cities that a reader without a date takes for the municipality: the youngest ones are still read as what they were longest.
LONG_MUNICIPAL = frozenset(("ha-noi", "hai-phong", "ho-chi-minh", "da-nang", "can-tho", "dong-nai", "quang-ninh"))
NAMES = frozenset(form for name in FORMS for form in spellings(name))
#: Names that also are words, persons, rivers or regions: alone they need support from the rest of the text.
WEAK = frozenset(("Cửu Long", "Minh Hải", "Nam Hà", "Sông Bé", "Phú Khánh", "Quảng Đà", "Vĩnh Phú", "Thuận Hải", "Hải Hưng"))
#: Names that are something else (a person, a district, a short form) unless a designator stands before them.
ONLY_DESIGNATED = frozenset(("Hồ Chí Minh", "HCM", "Vĩnh Linh", "Nghĩa Lộ", "GL-KT", "Vũng Tàu - Côn Đảo", "Thừa Thiên"))
FREE_NAMES = NAMES - ONLY_DESIGNATED
MUNICIPAL_NAMES = frozenset(
    form for name, units in FORMS.items() if any(unit.lineage in MUNICIPAL for unit in units) for form in spellings(name)
) | {"Hồ Chí Minh", "HCM"}


@cache
def unmarked() -> dict[str, tuple[Province, ...]]:
    """Provinces by their names of several words without marks; none for what two lineages share."""
    table: dict[str, tuple[Province, ...]] = {}
    shared = set()
    for units in LINEAGES.values():
        for key in {plain(unit.name) for unit in units if " " in unit.name and unit.name not in ONLY_DESIGNATED}:
            if key in table:
                shared.add(key)
            table[key] = FORMS.get(units[-1].name, units)
    return {key: units for key, units in table.items() if key not in shared}


def on(units: Sequence[Province], day: date | None) -> Province:
    """The incarnation that was last founded on or before the day; without a day, the latest."""
    if day is None:
        return units[-1]
    iso = day.isoformat()
    founded = [unit for unit in units if (unit.valid_from or "") <= iso]
    alive = [unit for unit in founded if not unit.valid_to or iso <= unit.valid_to]
    return (alive or founded or list(units[:1]))[-1]


def lineage_on(lineage: str, day: date | None) -> Province:
    """The incarnation of a lineage on a day."""
    return on(LINEAGES[lineage], day)
