"""Why a file could not be read, in the language of the page: the reader's own English words, or those of ``unread.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .texts import Texts

_FILE = Path(__file__).with_name("unread.toml")


class _Table(NamedTuple):
    reasons: list[tuple[re.Pattern[str], str]]
    things: dict[str, str]
    other: str


def told(message: str, say: Texts) -> str:
    """A reader's message (``file: reason``), for people who read the page's language."""
    if say.english:
        return message
    table = _table()
    for pattern, said in table.reasons:
        if match := pattern.search(message):
            words = ["", *(table.things.get(group or "", group or "") for group in match.groups())]
            return f"{message[: match.start()]}: {_filled(said, words)}"
    name, _, reason = message.rpartition(": ")
    return f"{name}: {_filled(table.other, ['', reason])}".removeprefix(": ")


def _filled(said: str, words: list[str]) -> str:
    return re.sub(r"\{(\d)\}", lambda match: words[int(match[1])], said)


@cache
def _table() -> _Table:
    kept = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    reasons = [(re.compile(f": {pattern}$", re.DOTALL), said) for pattern, said in kept["reasons"]]
    return _Table(reasons, kept["things"], kept["other"])
