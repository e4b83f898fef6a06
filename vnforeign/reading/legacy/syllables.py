"""Whether a word is a Vietnamese syllable: onset, rime, one tone; stopped rimes take two of the six tones (names in -k: all)."""

from __future__ import annotations

import unicodedata
from functools import cache

from .tables import VOWELS, rows

#: No syllable is longer, in letters.
LONGEST = 7
_STOPS = ("c", "ch", "p", "t")
_MARKS = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


@cache
def _tones() -> tuple[dict[int, str], dict[int, str]]:
    """Tables for ``str.translate``: letters without their tones, and the tones alone."""
    bare, tones = {}, {}
    for letter in VOWELS:
        parts = unicodedata.normalize("NFD", letter)
        bare[ord(letter)] = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _MARKS))
        tones[ord(letter)] = "".join(part for part in parts if part in _MARKS)
    return bare, tones


@cache
def _syllables() -> frozenset[str]:
    """Every onset before every rime, without tones."""
    parts: dict[str, list[str]] = {"onset": [""], "rime": []}
    for row in rows("syllables"):
        parts[row["part"]] += row["spellings"].split("|")
    return frozenset(onset + rime for onset in parts["onset"] for rime in parts["rime"])


@cache
def _common() -> frozenset[str]:
    return frozenset(row["spelling"] for row in rows("common"))


def common(word: str) -> bool:
    """Whether a syllable is one of those that reports use often; in any case of letters."""
    return word.lower() in _common()


def valid(word: str) -> bool:
    """Whether a word in one case (``năm``, ``Năm``, ``NĂM``) is spelled as a Vietnamese syllable; composed letters only."""
    if len(word) > LONGEST or not (word.islower() or word.isupper() or word[1:].islower()):
        return False
    bare, tones = _tones()
    low = word.lower()
    plain = low.translate(bare)
    if plain not in _syllables():
        return False
    tone = "".join(tones.get(ord(letter), "") for letter in low)
    return len(tone) <= 1 and (tone in ("\u0301", "\u0323") or not plain.endswith(_STOPS))
