"""What the citation of an official document says."""

from __future__ import annotations

from typing import Any

import msgspec


class Directive(msgspec.Struct, frozen=True, gc=False):
    """A cited document as its citation identifies it: nothing is filled in from elsewhere.

    ``number`` keeps the printed digits; ``symbol`` is normalised (``CtrTU`` as ``CTr/TU``); ``issued`` an ISO date; ``issuer`` what
    the symbol or the type alone decides (``/TW`` names three bodies, so it decides none). Linking adds ``subject`` from the
    words behind the citation, ``refers_to`` (the index of a fuller citation in the same text) and ``known`` (a registry's key).
    """

    type: str
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    canonical: str | None = None
    issuer: str | None = None
    issued: str | None = None
    subject: str | None = None
    refers_to: int | None = None
    known: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        return {name: slot for name in self.__struct_fields__ if (slot := getattr(self, name)) is not None}

    def __str__(self) -> str:
        return self.canonical or f"{self.type} {self.number or ''}".strip()
