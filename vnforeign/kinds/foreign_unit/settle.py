"""The second pass: which of the weak candidates the rest of the text asks for."""

from __future__ import annotations

from collections import Counter

import msgspec

from ...rule import Context, Found
from ..country.nearby import JOINT
from .designators import FITS, TYPES
from .units import NEEDY, STRONG, Unit, homes
from .value import ForeignUnit

Units = tuple[Unit, ...]


class Undecided(msgspec.Struct, gc=False):
    """The value of a candidate until the second pass: its units, the designator, the name, how much it needs."""

    units: Units
    designator: str | None
    name: str
    need: int


DISTRICTS = ("huyện", "quận", "thị xã", "thị trấn")
_ABROAD = frozenset(("FOREIGN_UNIT", "COUNTRY"))
_CONTESTED = frozenset(("FOREIGN_UNIT", "PROVINCE", "DISTRICT", "COMMUNE"))


def settle(found: list[Found], context: Context) -> list[Found]:
    """Weak units stay where a list joins them to a sure one, the text names them surely elsewhere, or names their country."""
    if not any(each.label == "FOREIGN_UNIT" for each in found):
        return found
    text = context.view.text
    places = sorted((each for each in found if each.label in _ABROAD), key=lambda each: (each.start, -each.end))
    sure = Counter(_country(each) for each in places if not each.weak)
    del sure["VN"]
    named = {each.value for each in places if not each.weak and each.label == "FOREIGN_UNIT"}
    names = {(value.country, value.name) for value in named}
    weak = [each for each in places if each.weak and each.label == "FOREIGN_UNIT"]
    at_home = {
        key
        for key in {_key(each) for each in weak if each.value.designator in DISTRICTS and each.value.units}
        if _at_home(key, text)
    }
    open_at = [at for at, each in enumerate(places) if each.weak and each.label == "FOREIGN_UNIT"]
    for order in (open_at, open_at[::-1], open_at):  # a list hands support on, both ways
        for at in order:
            each = places[at]
            if each.weak:
                beside = _beside(text, places, at)
                known = each.value.units
                value = _decided(each.value, sure, names, beside, at_home) if known else _of_sentence(text, places, at, each)
                if value:
                    each.value, each.weak = value, False
                    names.add((value.country, value.name))
                    sure[value.country] += 1
    foreign = {(each.start, each.end) for each in places if each.label == "FOREIGN_UNIT" and not each.weak}
    return [each for each in found if each.label not in _CONTESTED or _stands(each, foreign)]


def _stands(each: Found, foreign: set[tuple[int, int]]) -> bool:
    """Whether a candidate goes on: no weak unit, and no Vietnamese one where a foreign one stands."""
    if each.label == "FOREIGN_UNIT":
        return not each.weak
    return (each.start, each.end) not in foreign


def _country(each: Found) -> str:
    code: str = each.value.code if each.label == "COUNTRY" else each.value.country
    return code


def _beside(text: str, places: list[Found], at: int) -> set[str]:
    """The countries of the sure units that a comma, a dash or an ``và`` joins to a candidate."""
    each = places[at]
    codes = set()
    for other in places[max(0, at - 1) : at] + places[at + 1 : at + 2]:
        left, right = (other, each) if other.start < each.start else (each, other)
        if (
            not other.weak
            and other.label == "FOREIGN_UNIT"
            and right.start - left.end < 70
            and JOINT.fullmatch(text, left.end, right.start)
        ):
            codes.add(_country(other))
    return codes


def _key(each: Found) -> tuple[str, str]:
    return each.value.designator or "", each.value.name


def _at_home(key: tuple[str, str], text: str) -> bool:
    """Whether the text names a Vietnamese province that has a unit of that designator and name."""
    return any(home in text for home in homes(*key))


def _decided(
    value: Undecided, sure: Counter[str], names: set[tuple[str, str]], beside: set[str], at_home: set[tuple[str, str]]
) -> ForeignUnit | None:
    """The unit that the rest of the text asks for, if it asks for one."""
    units = value.units
    near = tuple(each for each in units if each.value.country in beside)
    if near:
        return chosen(near, value.designator)
    if value.need < NEEDY:
        known = tuple(each for each in units if each.value.country in sure)
        if known:
            top = max(sure[each.value.country] for each in known)
            return chosen(tuple(each for each in known if sure[each.value.country] == top), value.designator)
        return chosen(units, value.designator) if value.need == STRONG else None
    if value.designator is None:
        again = tuple(each for each in units if (each.value.country, each.value.name) in names)
        return chosen(again, None) if again else None
    if value.designator in DISTRICTS:  # a Vietnamese district's namesake, its province never named
        known = tuple(each for each in units if each.value.country in sure and each.value.country in ("CN", "KH", "LA"))
        if known and (value.designator, value.name) not in at_home:
            return chosen(known, value.designator)
    return None


def _of_sentence(text: str, places: list[Found], at: int, each: Found) -> ForeignUnit | None:
    """An unknown foreign-looking name takes the country of the nearest sure mention of its sentence."""
    best: tuple[int, str] | None = None
    for other in places[max(0, at - 4) : at] + places[at + 1 : at + 5]:
        left, right = (other, each) if other.start < each.start else (each, other)
        gap = right.start - left.end
        if (
            other.weak
            or _country(other) == "VN"
            or not 0 <= gap < 160
            or "\n" in text[left.end : right.start]
            or ". " in text[left.end : right.start]
        ):
            continue
        if best is None or gap < best[0]:
            best = gap, _country(other)
    value: Undecided = each.value
    return ForeignUnit(value.name, best[1], None, TYPES.get(value.designator or "")) if best else None


def chosen(units: Units, word: str | None) -> ForeignUnit:
    """The unit that fits a designator best; its type is what the designator says where its own does not fit."""
    if word is None:
        return min(units, key=lambda each: each.rank).value
    fits = FITS[word]
    best = min(units, key=lambda each: (fits.index(each.value.type) if each.value.type in fits else 9, each.rank)).value
    if best.type in fits or word not in TYPES:
        return best
    return ForeignUnit(best.name, best.country, best.iso, TYPES[word])
