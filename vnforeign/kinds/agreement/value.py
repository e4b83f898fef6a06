"""An agreement as a text names it."""

from __future__ import annotations

from typing import Any

import msgspec


class Agreement(msgspec.Struct, frozen=True, gc=False):
    """A signed arrangement with a foreign party.

    ``type`` is the word for it in small letters (``bản ghi nhớ``, ``hiệp định``); ``title`` the words of the span; ``parties`` the
    names behind ``giữa`` and ``với``; ``signed`` the day of signing as an ISO date, where the same sentence gives it.
    """

    type: str
    title: str
    parties: tuple[str, ...] = ()
    signed: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        row: dict[str, Any] = {"type": self.type, "title": self.title}
        if self.parties:
            row["parties"] = list(self.parties)
        if self.signed:
            row["signed"] = self.signed
        return row

    def __str__(self) -> str:
        return self.type
