"""What short forms mean by the note of a document: ``Ghi chú: HV: hội viên; CH: chi hội``, so that heads say the words."""

from __future__ import annotations

import re
from functools import lru_cache

from .cell import Cell

_SHORT = r"[A-ZĐ][A-ZĐ&]{1,5}"
_PAIR = re.compile(rf"(?<![\w/-])(?P<short>{_SHORT}) ?(?::|=|là|-|–) ?(?P<words>[^\W\d_][^\n;:.,=|\t]{{3,50}}?) ?(?=[;,.\n)|]|$)")
_WORD = re.compile(rf"(?<![\w/-]){_SHORT}(?![\w/])")
_LEAST = 2  # pairs that make a legend: one may stand anywhere


@lru_cache(8)
def legend(text: str) -> dict[str, str]:
    """The words of each short form that a line explains beside others."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if ":" not in line and "=" not in line and ";" not in line:
            continue  # cheap, and true of most lines
        pairs = [match for match in _PAIR.finditer(line) if _stands_for(match["short"], match["words"])]
        if len(pairs) >= _LEAST:
            found |= {match["short"]: match["words"] for match in pairs}
    return found


def _stands_for(short: str, words: str) -> bool:
    """Whether words begin with the letters of a short form, most of them in its order."""
    letters = [each[0].upper() for each in words.split()]
    return letters[:1] == [short[0]] and sum(one == two for one, two in zip(short, letters, strict=False)) * 2 >= len(short)


def spelled(cell: Cell, known: dict[str, str]) -> Cell:
    """A head with the words that its short forms stand for."""
    if not known or not cell.pieces:
        return cell
    text = _WORD.sub(lambda match: known.get(match[0], match[0]), cell.text)
    return cell if text == cell.text else Cell(text, cell.pieces)


__all__ = ["legend", "spelled"]
