"""Who is named."""

from __future__ import annotations

from typing import Any

import msgspec


class Person(msgspec.Struct, frozen=True, gc=False):
    """A person as the text names them.

    ``name`` in ordinary capitals; for a short mention (``ông Hòa``) the full name that the text gave before, if one fits.
    ``title``: the role written next to the name; ``org``: ``(start, end)`` of that role's body in the caller's text.
    """

    name: str
    title: str | None = None
    org: tuple[int, int] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        row: dict[str, Any] = {"name": self.name}
        if self.title:
            row["title"] = self.title
        if self.org:
            row["org"] = list(self.org)
        return row

    def __str__(self) -> str:
        return self.name
