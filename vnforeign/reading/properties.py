"""What files say of themselves, cleaned: junk that programs leave there is dropped, days become ISO dates."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

_LONGEST = 300
_NAMED = re.compile(
    r"(?:document|doc|tài liệu|bản nháp|new|mới)[ _-]*\d*|.{0,200}\.(?:docx?|docm|rtf|odt|pdf|html?|txt|wpd|tmp)|[\W\d_]*",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_ACCOUNT = re.compile(
    r"[a-z0-9._-]{0,60}(?:pc|[0-9])[a-z0-9._-]{0,60}|[^@\s]{1,100}@[^@\s]{1,100}", re.IGNORECASE
)  # ADMIN-PC  VNN.R9  a@b.vn
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)")
_LOCAL = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")


def cleaned(said: dict[str, str]) -> dict[str, str]:
    """The keys whose value says something: title, author, organisation; published and created as ISO dates."""
    kept = {}
    for key, value in said.items():
        value = day(value) if key in ("published", "created") else _text(key, value)
        if value:
            kept[key] = value
    return kept


def day(said: str) -> str:
    """The ISO date that a date begins with (``2014-12-22T10:00``, ``D:20141222``, ``22/12/2014``), or nothing."""
    head = said.strip()[:60]
    if match := _ISO.search(head):
        year, month, number = match.groups()
    elif match := _LOCAL.search(head):
        number, month, year = match.groups()
    else:
        return ""
    try:
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        return ""


def _text(key: str, value: str) -> str:
    words = " ".join(unescape(value).replace("\0", "").split())[:_LONGEST]
    for junk in _junk().get((key, "start"), ()):
        words = words[len(junk) :].strip() if words.lower().startswith(junk) else words
    if not _LETTER.search(words) or words.lower() in _junk().get((key, "line"), ()):
        return ""
    return "" if (_NAMED if key == "title" else _ACCOUNT).fullmatch(words) else words


@cache
def _junk() -> dict[tuple[str, str], tuple[str, ...]]:
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in (Path(__file__).parent / "junk.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        slot, how, words = row.split("\t")[:3]
        table[slot, how] = (*table.get((slot, how), ()), words.lower())
    return table
