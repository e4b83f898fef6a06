"""The second pass: country and province of each gate, and the bare mentions of gates named elsewhere."""

from __future__ import annotations

from datetime import date

from ...rule import Context, Found
from ..locality.settle import Places, bare
from ..locality.value import Locality
from ..province.units import FREE_NAMES
from ..province.value import Province
from .gates import Gate, across, at_home
from .value import BorderGate

_MERGED = date(2025, 7, 1)
_LAND = ("road", "rail", "river", "")
_LOCAL = frozenset(("DISTRICT", "COMMUNE"))


def settle(found: list[Found], context: Context) -> list[Found]:
    """Gates with country and province, joined by their bare mentions."""
    mine = [each for each in found if each.label == "BORDER_GATE"]
    if not mine:
        return found
    named = frozenset(each.value.lineage for each in found if each.label == "PROVINCE" and isinstance(each.value, Province))
    merged = context.reference is not None and context.reference >= _MERGED
    known: dict[str, BorderGate] = {}
    for each in mine:
        name = each.value.name
        if name not in known:
            known[name] = _valued(name, named, merged)
        each.value, each.weak = known[name], False
    units = {each.value.name for each in found if each.label in _LOCAL and isinstance(each.value, Locality)}

    def form_of(each: Found, text: str) -> set[str]:
        said = each.value.name
        if said in FREE_NAMES or said in units or " " not in said or each.rule == "border_gate.port":
            return set()
        return {said}

    return found + bare(mine, Places(found), context.view, form_of, lambda each: "border_gate.bare")


def _valued(name: str, named: frozenset[str], merged: bool) -> BorderGate:
    first = name.partition(" - ")[0]
    gates = at_home(name) or at_home(first, _LAND) or at_home(first) or across(first)
    home = bool(gates) and bool(at_home(name) or at_home(first))
    near = [gate for gate in gates if {gate.province, gate.province_current} & named]
    gates = near or gates
    countries = {gate.country for gate in gates}
    provinces = {_province(gate, named, merged) for gate in gates}
    country = countries.pop() if len(countries) == 1 else None
    province = provinces.pop() if len(provinces) == 1 and home else None
    return BorderGate(name, country, province)


def _province(gate: Gate, named: frozenset[str], merged: bool) -> str:
    if merged and gate.province_current:
        return gate.province_current
    return gate.province
