"""Heads that are keys of a register, without signs: ``so_dai_bieu_vn``, ``NGAY DEN``; the words of known heads they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache

from .cell import Cell, Row
from .heads import every, meanings

_WORDS = re.compile(r"[a-z0-9]+")
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_ ./-]{0,59}")
_LONGEST = 5  # words of a head that are looked up together


def restored(row: Row) -> Row:
    """A row of keys with their words as heads write them; any other row as it is."""
    said = [each.text for each in row if each.pieces]
    if not said or not all(map(_KEY.fullmatch, said)) or not any("_" in each or not meanings(each) for each in said):
        return row
    return [Cell(_signed(each.text), each.pieces) if each.pieces else each for each in row]


def _signed(key: str) -> str:
    words = _WORDS.findall(key.lower())
    found, at = list[str](), 0
    while at < len(words):
        size = next((size for size in range(_LONGEST, 1, -1) if tuple(words[at : at + size]) in _known()), 1)
        found.append(_known().get(tuple(words[at : at + size]), words[at]))
        at += size
    return " ".join(found)


@cache
def _known() -> dict[tuple[str, ...], str]:
    """The words of heads, as many as stand together, by the same words without signs: as most heads write them."""
    found: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for head in every():
        words = re.findall(r"\w+", head)
        for first in range(len(words)):
            for last in range(first + 1, min(len(words), first + _LONGEST) + 1):
                said = words[first:last]
                found[tuple(map(_plain, said))][" ".join(said)] += 1
    return {each: max(counts, key=lambda one: (counts[one], one)) for each, counts in found.items()}


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(each for each in letters if not unicodedata.combining(each))


__all__ = ["restored"]
