"""What a count, measure, share or free duration says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from ..number import canonical, plain


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number of ``unit``, or the range up to ``high``; ``of`` is the whole in ``248/314 vị trí``.

    ``modifier``: about, over, under, at_least, at_most, estimated.
    """

    low: Decimal
    unit: str | None = None
    high: Decimal | None = None
    of: Decimal | None = None
    modifier: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set; numbers as decimal strings."""
        row: dict[str, Any] = canonical(self.low, self.high)
        if self.of is not None:
            row["of"] = plain(self.of)
        if self.unit:
            row["unit"] = self.unit
        if self.modifier:
            row["modifier"] = self.modifier
        return row

    def __str__(self) -> str:
        share = f"/{plain(self.of)}" if self.of is not None else ""
        return "..".join(canonical(self.low, self.high).values()) + share + (f" {self.unit}" if self.unit else "")
