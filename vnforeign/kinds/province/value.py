"""What a province's name means."""

from __future__ import annotations

from typing import Any

import msgspec


class Province(msgspec.Struct, frozen=True, gc=False):
    """One incarnation of a province: Đắk Lắk was one unit from 1976, another from 2004, a third from 2025.

    ``id`` names the incarnation, ``lineage`` all those of one name series; ``code`` is the statistics office's in that time;
    ``current`` the ids of the units that hold its area today; a day that is not known is None.
    """

    id: str
    lineage: str
    name: str
    code: str | None
    iso: str | None
    valid_from: str | None
    valid_to: str | None
    current: tuple[str, ...]

    @property
    def status(self) -> str:
        """``current`` or ``former``."""
        return "former" if self.valid_to else "current"

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        row: dict[str, Any] = {"id": self.id, "name": self.name}
        for slot in ("code", "iso", "valid_from", "valid_to"):
            if getattr(self, slot):
                row[slot] = getattr(self, slot)
        return {**row, "status": self.status, "current": list(self.current), "lineage": self.lineage}

    def __str__(self) -> str:
        return self.name
