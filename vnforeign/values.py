"""Values read back: from the slots that a kind's ``to_dict`` wrote to that kind's own class."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from .document import Raw, Value

Slots = Mapping[str, Any]

#: The class of each label's values, below ``vnforeign.kinds``; imported when the first such value is read.
CLASSES: dict[str, str] = {
    "PROVINCE": "province.value.Province",
    "DISTRICT": "locality.value.Locality",
    "COMMUNE": "locality.value.Locality",
    "FOREIGN_UNIT": "foreign_unit.value.ForeignUnit",
    "COUNTRY": "country.value.Country",
    "BORDER_GATE": "border_gate.value.BorderGate",
    "ORG": "organisation.value.Organisation",
    "PERSON": "person.value.Person",
    "DATE": "date.value.Date",
    "AMOUNT": "amount.value.Amount",
    "QUANTITY": "quantity.value.Quantity",
    "DIRECTIVE": "directive.value.Directive",
    "AGREEMENT": "agreement.value.Agreement",
    "EVENT": "event.value.Event",
}


def _number(slots: Slots) -> Slots:
    """``value`` stands for a range without an upper end."""
    return {("low" if name == "value" else name): said for name, said in slots.items()}


def _province(slots: Slots) -> Slots:
    """``to_dict`` leaves unknown slots out; the class wants them all, and works out its status itself."""
    return {"code": None, "iso": None, "valid_from": None, "valid_to": None} | dict(slots)


_BEFORE: dict[str, Callable[[Slots], Slots]] = {"AMOUNT": _number, "QUANTITY": _number, "PROVINCE": _province}


def typed(label: str, slots: Slots) -> Value:
    """The value of a label's own class that these slots write, or a ``Raw`` that keeps them where no value writes them exactly.

    That is so for slots of another version, for slots that are missing, and for a label that does not exist.
    """
    kept = dict(slots)
    if label not in CLASSES:
        return Raw(kept)
    try:
        value: Value = msgspec.convert(_BEFORE.get(label, dict)(kept), _class(label))
        exact = value.to_dict() == kept
    except (ValueError, TypeError, ArithmeticError):  # msgspec.ValidationError is a ValueError
        return Raw(kept)
    return value if exact else Raw(kept)


@cache
def _class(label: str) -> Any:
    module, _, name = CLASSES[label].rpartition(".")
    return getattr(import_module(f".kinds.{module}", __package__), name)
