"""What the name of a district or commune means."""

from __future__ import annotations

from typing import Any

import msgspec


class Locality(msgspec.Struct, frozen=True, gc=False):
    """A unit below the province: its name without designator, its type as the text says it, its province (a lineage)."""

    name: str
    type: str
    province: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        row: dict[str, Any] = {"name": self.name, "type": self.type}
        if self.province:
            row["province"] = self.province
        return row

    def __str__(self) -> str:
        return f"{self.type} {self.name}"
