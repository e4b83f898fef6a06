"""What a sum of money is worth."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from ..number import canonical


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A sum, or the range from ``low`` to ``high``; ``implied`` where the text leaves the currency out.

    ``modifier``: about, over, under, at_least, at_most, estimated. ``per``: what the sum is counted for (``người``).
    ``equivalent``: the index of the amount that the text says it equals; linking sets it.
    """

    low: Decimal
    currency: str
    high: Decimal | None = None
    modifier: str | None = None
    implied: bool = False
    per: str | None = None
    equivalent: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set; numbers as decimal strings."""
        row: dict[str, Any] = canonical(self.low, self.high)
        row["currency"] = self.currency
        if self.implied:
            row["implied"] = True
        if self.modifier:
            row["modifier"] = self.modifier
        if self.per:
            row["per"] = self.per
        if self.equivalent is not None:
            row["equivalent"] = self.equivalent
        return row

    def __str__(self) -> str:
        return f"{'..'.join(canonical(self.low, self.high).values())} {self.currency}"
