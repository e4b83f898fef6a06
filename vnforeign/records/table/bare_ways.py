"""Delegations whose way alone heads their figures: ``Nước | Vào | Ra`` below a title of delegations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from .kind import Column

_OF_DELEGATIONS = re.compile(r"\bđoàn\b(?! (?:thể|viên|kết|phí))")
_WAYS = {
    **dict.fromkeys(("vào", "đến", "tới", "khách đến", "khách vào", "chiều vào", "số đến", "số vào"), "đoàn vào"),
    **dict.fromkeys(("ra", "đi", "đi ra", "chiều ra", "cử đi", "số đi", "số ra"), "đoàn ra"),
}


def full(words: str, contexts: Iterable[str]) -> str:
    """A bare way in full where the words around are of delegations; other words as they are."""
    way = _WAYS.get(words.strip(" .:-–"), "")
    return way if way and any(_OF_DELEGATIONS.search(each) for each in contexts) else words


def headed(columns: list[Column], titles: list[str]) -> list[Column]:
    """The columns of a table, those of figures with their ways in full."""
    return [replace(each, head=full(each.head, titles)) if each.numeric else each for each in columns]


__all__ = ["full", "headed"]
