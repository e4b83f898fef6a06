"""What a named body is."""

from __future__ import annotations

from typing import Any

import msgspec


class Organisation(msgspec.Struct, frozen=True, gc=False):
    """A body as the text names it, abbreviations written out.

    ``level``: central, province, district, commune, foreign, international; ``province``: a lineage id where the name decides
    it. ``id``, ``valid_from`` and ``valid_to`` belong to bodies of the table of known ones.
    """

    name: str
    type: str | None = None
    level: str | None = None
    province: str | None = None
    id: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        return {slot: said for slot in self.__struct_fields__ if (said := getattr(self, slot)) is not None}

    def __str__(self) -> str:
        return self.name
