"""How long something holds, told as a length: ``5 năm``, ``ba tháng``; and the last day of it."""

from __future__ import annotations

import re
from calendar import monthrange

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
#: A length in figures or words; groups ``n`` and ``unit`` are for ``months``.
LENGTH = rf"(?P<n>\d{{1,2}}|{'|'.join(_WORDS[1:])}) ?(?P<unit>năm|tháng)(?! ?\d)"
MONTHS = 12


def months(match: re.Match[str]) -> int:
    """How many months a match of ``LENGTH`` tells."""
    said = match["n"].lower()
    count = int(said) if said.isdecimal() else _WORDS.index(said)
    return count * (MONTHS if match["unit"].lower() == "năm" else 1)


def later(day: str, count: int) -> str:
    """The day, month or year that lies so many months behind another, in EDTF; nothing for times that are not fine enough."""
    parts = [int(each) for each in day.split("-") if each.isdecimal()]
    if len(parts) != day.count("-") + 1 or (len(parts) == 1 and count % MONTHS):
        return ""
    year, month = divmod(parts[0] * MONTHS + (parts[1] if len(parts) > 1 else 1) - 1 + count, MONTHS)
    if len(parts) == 1:
        return f"{year}"
    last = f"-{min(parts[2], monthrange(year, month + 1)[1]):02}" if len(parts) > 2 else ""
    return f"{year}-{month + 1:02}{last}"
