"""The second pass: which incarnation is meant, whether a city was a municipality then, and what becomes of weak names."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

from ...rule import Context, Found
from ..foreign_unit.context import foreign_context
from .units import LONG_MUNICIPAL, MUNICIPAL, lineage_on, on
from .value import Province

_SHARED = ("ha-nam", "ha-bac")  # names of Chinese provinces too
_NEAR = 4  # characters between two members of a list
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEW_YEAR = re.compile(r"(?<!\d)20(?:2[5-9]|[3-9]\d)(?!\d)")
CITY_RULES = ("district.city", "district.short_city")
_PAIRS = {
    "quang-nam-da-nang": ("1997-01-01", ("quang-nam", "da-nang")),
    "gia-lai-kon-tum": ("1991-08-12", ("gia-lai", "kon-tum")),
}


def settle(found: list[Found], context: Context) -> list[Found]:
    """Values for all provinces; weak ones and cities of a province decided."""
    mine = [each for each in found if each.label == "PROVINCE" and isinstance(each.value, tuple)]
    cities = [each for each in found if each.label == "DISTRICT" and each.rule in CITY_RULES]
    if not mine and not cities:
        return found
    dropped: set[int] = set()
    by_span = {(each.start, each.end): each for each in mine} if cities else {}
    lineages = {unit.lineage for each in mine for unit in each.value[-1:]} | {"thua-thien-hue"}
    towns = {lineage for lineage in lineages & MUNICIPAL.keys() if is_municipality(lineage, context)}
    for each in cities:
        _choose(each, by_span.get((each.start, each.end)), towns, context.reference, dropped)
    weak = [each for each in mine if each.weak and id(each) not in dropped]
    if weak:
        support = _Support(mine, context.view.text, "thua-thien-hue" in towns)
        dropped.update(id(each) for each in weak if not support.backs(each))
    pairs: list[Found] = []
    whole = {each.value[-1].lineage for each in mine if each.rule == "province.designated"}
    for each in mine:
        lineage = each.value[-1].lineage
        if lineage in _PAIRS and lineage not in whole and id(each) not in dropped and (halves := _halves(each, context)):
            pairs += halves
            dropped.add(id(each))
    for each in mine:
        each.value = _unit(each.value, context.view.text[each.start : each.end], context.reference)
        each.weak = False
    dropped |= _foreign(mine, found, context)
    return [each for each in found if id(each) not in dropped] + pairs if dropped else found + pairs


def _choose(city: Found, rival: Found | None, towns: set[str], day: date | None, dropped: set[int]) -> None:
    """Of ``thành phố Huế`` as a district and as a municipality one goes."""
    from ..locality.value import Locality

    name = " ".join(city.value.split()) if isinstance(city.value, str) else str(city.value)
    lineage = rival.value[-1].lineage if rival else None
    if lineage is None or lineage in towns:
        dropped.add(id(city))
        return
    assert rival is not None
    dropped.add(id(rival))
    city.value = Locality(name.title() if name.isupper() else name, "thành phố", _province_of(lineage, day))
    city.weak = False


def _province_of(lineage: str, day: date | None) -> str:
    return "quang-nam-da-nang" if lineage == "da-nang" and day and day.year < 1997 else lineage


def is_municipality(lineage: str, context: Context) -> bool:
    """Whether a city stood under central rule on the reference day, or, without one, in all likelihood."""
    if context.reference:
        return context.reference.isoformat() >= MUNICIPAL[lineage]
    if lineage == "thua-thien-hue":
        text = context.view.text
        return (
            "Thừa Thiên" not in text
            and ("Huế" in text or "HUẾ" in text)
            and (_NEW_YEAR.search(text) is not None or not _YEAR.search(text))
        )
    return lineage in LONG_MUNICIPAL


class _Support:
    """What the text says for a weak name: the same unit named plainly, or another province beside it in a list."""

    def __init__(self, mine: list[Found], text: str, hue_is_town: bool) -> None:
        self._text = text
        self._hue = "Thừa Thiên" not in text or hue_is_town
        strong = [each for each in mine if not each.weak]
        self._named = {unit.lineage for each in strong for unit in each.value[-1:]}
        self._starts = sorted(each.start for each in strong)
        self._ends = sorted(each.end for each in strong)

    def backs(self, each: Found) -> bool:
        lineage = each.value[-1].lineage
        if lineage == "thua-thien-hue":
            return self._hue or self._beside(each)
        return lineage in self._named or self._beside(each)

    def _beside(self, each: Found) -> bool:
        after = bisect_left(self._starts, each.end)
        before = bisect_left(self._ends, each.start + 1) - 1
        right = (
            self._text[each.end : self._starts[after]]
            if after < len(self._starts) and self._starts[after] - each.end <= _NEAR
            else ""
        )
        left = self._text[self._ends[before] : each.start] if before >= 0 and each.start - self._ends[before] <= _NEAR else ""
        return any(gap.strip() in (",", "và", ";", "-") for gap in (left, right) if gap)


def _halves(each: Found, context: Context) -> list[Found] | None:
    """``Quảng Nam - Đà Nẵng`` since 1997, unless the text calls it one tỉnh: two provinces."""
    lineage = each.value[-1].lineage
    if lineage not in _PAIRS or each.rule == "province.designated":
        return None
    since, halves = _PAIRS[lineage]
    text = context.view.text
    if context.reference and context.reference.isoformat() < since:
        return None
    middle = re.search(r"[ \n\t]?-[ \n\t]?", text[each.start : each.end])
    if not middle:
        return None
    spans = ((each.start, each.start + middle.start()), (each.start + middle.end(), each.end))
    return [
        Found(start, end, "PROVINCE", each.rule, lineage_on(half, context.reference))
        for (start, end), half in zip(spans, halves, strict=True)
    ]


def _unit(units: tuple[Province, ...], said: str, day: date | None) -> Province:
    if said in ("Huế", "HUẾ") and day and day.isoformat() < MUNICIPAL["thua-thien-hue"]:
        return lineage_on("thua-thien-hue", day)
    return on(units, day)


def _foreign(mine: list[Found], found: list[Found], context: Context) -> set[int]:
    """Those whose name a foreign place shares (Hà Nam), where the words beside it speak of that one."""
    rivals = {each.end for each in found if each.label == "FOREIGN_UNIT"}
    shared = [each for each in mine if each.value.lineage in _SHARED or each.end in rivals]
    return {id(each) for each in shared if foreign_context(context.view.text, each.start, each.end)}
