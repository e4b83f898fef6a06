"""Values of mentions as the columns of records write them."""

from __future__ import annotations

from typing import Any

from ..kinds.amount import Amount
from ..kinds.date import Date
from ..kinds.quantity import Quantity
from .page import Mention


def count(mention: Mention) -> str | None:
    """The number of a quantity, for an int or decimal column; None for a range."""
    value = mention.entity.value
    return value.to_dict().get("value") if isinstance(value, Quantity) else None


def whole(mention: Mention) -> str | None:
    """The whole of ``248/314``."""
    value = mention.entity.value
    return value.to_dict().get("of") if isinstance(value, Quantity) else None


def unit(mention: Mention) -> str:
    value = mention.entity.value
    return (value.unit or "").lower() if isinstance(value, Quantity) else ""


def money(mention: Mention) -> dict[str, Any] | None:
    """The sum as a money column holds it; None for a rate (``đồng/người``)."""
    value = mention.entity.value
    if not isinstance(value, Amount) or value.per:
        return None
    said = value.to_dict()
    return {name: said[name] for name in ("value", "low", "high", "currency") if name in said}


def day(mention: Mention) -> str | None:
    """A date as a date or daterange column holds it: ``2013-09``, ``2010/2015``; None where it stays unknown."""
    value = mention.entity.value
    if not isinstance(value, Date) or not value.valid or not value.edtf or "X" in value.edtf or "?" in value.edtf:
        return None
    return value.edtf
