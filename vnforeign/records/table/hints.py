"""What a head that nobody knows by its whole words may mean in tables of a type: ``Nơi hưởng thụ khoản viện trợ`` is a place."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ... import lexicon
from ..wording import pattern
from .heads import plain

_LONGEST = 70  # characters of a head


@cache
def _hints() -> dict[str, list[tuple[str, re.Pattern[str], re.Pattern[str] | None]]]:
    found: dict[str, list[tuple[str, re.Pattern[str], re.Pattern[str] | None]]] = {}
    for row in lexicon.read(Path(__file__).with_name("hints.tsv")):
        unless = pattern(row["unless"]) if row["unless"] else None
        found.setdefault(row["type"], []).append((row["column"], pattern(row["says"]), unless))
    return found


@lru_cache(4096)
def hinted(kind: str, head: str) -> tuple[str, ...]:
    """The columns of a type that words of a head hint at, the likeliest first."""
    words = plain(head)
    if not words or len(words) > _LONGEST:
        return ()
    return tuple(
        column for column, says, unless in _hints().get(kind, []) if says.search(words) and not (unless and unless.search(words))
    )
