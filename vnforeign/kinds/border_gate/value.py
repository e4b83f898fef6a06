"""What the name of a border gate means."""

from __future__ import annotations

from typing import Any

import msgspec


class BorderGate(msgspec.Struct, frozen=True, gc=False):
    """A gate: its name as the text has it (a pair as ``A - B``), the neighbour's country, its province (a lineage)."""

    name: str
    country: str | None = None
    province: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        row: dict[str, Any] = {"name": self.name}
        if self.country:
            row["country"] = self.country
        if self.province:
            row["province"] = self.province
        return row

    def __str__(self) -> str:
        return self.name
