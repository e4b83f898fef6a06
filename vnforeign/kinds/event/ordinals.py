"""Ordinals in names: ``XIII``, ``13``, ``thứ ba``, ``lần thứ nhất``."""

from __future__ import annotations

_WORDS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_MORE = {"nhì": 2, "bốn": 4, "bẩy": 7, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}

#: A pattern for one: Roman in capitals, digits, or a word (never a bare ``năm`` or ``hai`` without ``thứ``: the caller sees to it).
NTH = rf"(?:[0-9]{{1,3}}(?![0-9])|[IVXL]{{1,7}}|(?i:{'|'.join(_MORE)}|{'|'.join(_WORDS)}))(?!\w)"


def ordinal(said: str) -> str:
    """The number in digits, without leading zeros."""
    word = " ".join(said.lower().split())
    if said.isdigit():
        return str(int(said))
    if word in _WORDS:
        return str(_WORDS.index(word) + 1)
    return str(_MORE.get(word) or _roman(said.upper()))


def _roman(said: str) -> int:
    values = [_ROMAN[letter] for letter in said]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
