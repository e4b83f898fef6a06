"""Number words: ``năm trăm``, ``hai mươi mốt``, ``một nghìn không trăm linh năm``.

``năm`` is five and year, ``tư`` four and private, ``ba`` and ``hai`` stand in many phrases: a word counts only where the words
beside it make it a number.
"""

from __future__ import annotations

import re
from decimal import Decimal

UNITS = {"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_AFTER_TEN = UNITS | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_JOINTS = ("mươi", "trăm", *SCALES)
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 24

#: Pairs of words that begin a number above nine: triggers of the rules that read words.
LEADS = (
    *(f"{unit} {joint}" for unit in UNITS if unit != "không" for joint in _JOINTS),
    *(f"mười {word}" for word in (*_AFTER_TEN, *SCALES) if word not in ("không", "năm", "mốt", "tư", "nhăm")),
    *(f"{unit} phẩy" for unit in UNITS),
    "nửa triệu",
    "nửa tỷ",
)


def words(text: str, start: int) -> tuple[Decimal, int] | None:
    """The number written in words from ``start``, and where it ends; None where there is none."""
    total = small = group = Decimal(0)  # millions and up; thousands; below a thousand
    whole, comma = Decimal(0), 0
    tens = scaled = False
    last, scale = "", 1
    at, end = start, start
    for _ in range(_MOST_WORDS):
        match = _WORD.match(text, at)
        if not match:
            break
        word = match[0].lower()
        if word in SCALES:
            scale = SCALES[word]
            small += group * scale if scale < 10**6 else group
            if scale >= 10**6:
                total, small = total + (small or 1) * scale, Decimal(0)
            elif not group:
                break
            group, scaled, tens = Decimal(0), True, False
        elif word == "phẩy" and last in UNITS:
            whole, group, comma = group, Decimal(0), 10
        elif comma and word in UNITS and word != "không":
            group, comma = whole + Decimal(UNITS[word]) / comma, 0
        elif word == "nửa" and not last:
            group = Decimal("0.5")
        elif word == "trăm" and last in UNITS:
            group, tens, scale = group * 100, False, 100
        elif word == "mươi" and last in UNITS:
            group, tens = group + UNITS[last] * 9, True
        elif word == "mười" and not tens and last not in UNITS:
            group, tens = group + 10, True
        elif word in ("linh", "lẻ") and last in ("trăm", "nghìn", "ngàn"):
            tens = True
        elif word == "rưỡi" and (last == "trăm" or last in SCALES):
            return total + small + group + Decimal(scale) / 2, match.end()
        elif _is_unit(word, last, tens, _following(text, match.end())):
            group += (_AFTER_TEN if tens else UNITS)[word]
        else:
            break
        last, end = word, match.end()
        at = end + 1
    found = total + small + group
    return (found, end) if end > start and (found or scaled) else None


def _following(text: str, end: int) -> str:
    match = _WORD.match(text, end + 1) if end + 1 < len(text) else None
    return match[0].lower() if match else ""


def _is_unit(word: str, last: str, tens: bool, following: str) -> bool:
    if last in UNITS and last != "":
        return False
    if word == "năm":
        return following in _JOINTS or last in ("linh", "lẻ")
    if tens:
        return word in _AFTER_TEN and word != "không" and last in ("mươi", "mười", "linh", "lẻ")
    return word in UNITS and (last == "" or following in _JOINTS or last in ("nghìn", "ngàn", "trăm"))
