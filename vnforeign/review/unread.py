"""What is said of files, in the language of the page: the library's own English words, or those of ``unread.toml``."""

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
    notes: list[tuple[re.Pattern[str], str]]
    things: dict[str, str]
    other: str


def told(message: str, say: Texts) -> str:
    """A reader's message (``file: reason``), for people who read the page's language."""
    if say.english:
        return message
    found = _found(_table().reasons, message)
    if found:
        return found
    name, _, reason = message.rpartition(": ")
    return f"{name}: {_filled(_table().other, ['', reason])}".removeprefix(": ")


def noted(warning: str, say: Texts) -> str:
    """A document's warning, for people who read the page's language."""
    if say.english:
        return warning
    return _found(_table().notes, warning) or (told(warning[9:], say) if warning.startswith("left out ") else warning)


def _found(rules: list[tuple[re.Pattern[str], str]], message: str) -> str:
    """The words of the first rule that fits, behind what it leaves of the message; empty where none does."""
    for pattern, said in rules:
        if match := pattern.search(message):
            words = ["", *(_table().things.get(group or "", group or "") for group in match.groups())]
            name = f"{message[: match.start()]}: " if match.start() else ""
            return name + _filled(said, words)
    return ""


def _filled(said: str, words: list[str]) -> str:
    return re.sub(r"\{(\d)\}", lambda match: words[int(match[1])], said)


@cache
def _table() -> _Table:
    kept = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    reasons = [(re.compile(f": {pattern}$", re.DOTALL), said) for pattern, said in kept["reasons"]]
    notes = [(re.compile(f"^{pattern}$", re.DOTALL), said) for pattern, said in kept["notes"]]
    return _Table(reasons, notes, kept["things"], kept["other"])
