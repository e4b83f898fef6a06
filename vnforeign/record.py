"""A drafted row of an office's table: its slots, and the words that each was read from."""

from __future__ import annotations

from typing import Any

import msgspec

from .entity import Shown, listed

#: From this score on a record's slot is shown as certain.
CERTAIN = 0.92


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """The words a slot was read from: half-open offsets into the text and, where they are an entity's, its index."""

    start: int
    end: int
    entity: int | None = None


class Slot(msgspec.Struct):
    """One cell of a record: a canonical value, the words behind it, the rule that read it.

    ``value`` is a string (text, enum key, EDTF date, decimal), or a list of strings for a list column, or for money
    ``{"value": "25000000000", "currency": "VND"}`` (``low`` and ``high`` for a range). ``score`` is the rule's precision on the
    gold records (0 to 1); a slot is shown as ``certain`` from ``CERTAIN`` on.
    """

    value: str | list[str] | dict[str, Any]
    evidence: list[Evidence]
    rule: str = ""
    score: float = 1.0

    @property
    def certain(self) -> bool:
        return self.score >= CERTAIN


class Record(msgspec.Struct, Shown):
    """One drafted row of a table of ``records/types.toml``: its slots by column key, in the table's order.

    ``summary`` marks a row of totals. ``missing`` names required columns that the text leaves open, ``conflicts`` says in words
    where the text holds more than one value; ``passage`` is the index of the passage that the row comes from.
    """

    type: str
    slots: dict[str, Slot]
    passage: int | None = None
    score: float = 1.0
    summary: bool = False
    missing: list[str] = []
    conflicts: list[str] = []

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON types."""
        row: dict[str, Any] = msgspec.to_builtins(self)
        return row

    def __repr__(self) -> str:
        """Type and values on one line; ``to_dict`` has the evidence."""
        return f"Record({', '.join([self.type, *(f'{key}={slot.value!r}' for key, slot in self.slots.items())])})"


class Records(list[Record], Shown):
    """A list of records; a notebook shows them as one table a type."""

    def __repr__(self) -> str:
        return listed("Records", self)
