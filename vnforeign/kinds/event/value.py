"""An event as a text names it."""

from __future__ import annotations

from typing import Any

import msgspec


class Event(msgspec.Struct, frozen=True, gc=False):
    """``type`` is ``party_congress``, ``plenum`` or ``other``; ``number`` its ordinal in digits; ``year`` when it was held, where the
    name or the table of national congresses says so; ``name`` the words of the span.
    """

    type: str
    name: str
    number: str | None = None
    year: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        return {slot: value for slot in self.__struct_fields__ if (value := getattr(self, slot)) is not None}

    def __str__(self) -> str:
        return f"{self.type} {self.number}" if self.number else self.type
