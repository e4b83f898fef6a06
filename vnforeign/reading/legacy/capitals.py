"""Capitals of TCVN3 headings: an H font shows small codes as capitals, so a text without fonts says ``CéNG HßA``.

Two ASCII capitals in a word tell that all of it is capital; a word with fewer (``Së``, ``ñy``) follows its neighbours.
TCVN3 has no capital of a letter with a tone, so one that begins a sentence or a known name is raised too.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from .syllables import valid
from .tables import rows

#: A line can only be a heading of this kind if a word of it has ASCII capitals beside codes.
_HINT = re.compile(r"[A-Z\xa1-\xa7][^\x00-\x7f]{1,3}[A-Z]|[A-Z]{2}[^\x00-\x7f]")
_SENTENCE = re.compile(r"(?:^[ \t]*(?:[-+*(][ \t]?)?|[.!?] )[\"“]?([\xb5-\xfe])", re.MULTILINE)
_COLUMN = re.compile(r" {3,}+|\t|\|")
_WORD = re.compile(r"[^\W\d_]+")


def raise_headings(codes: str, text: str) -> str:
    """The text of a stretch with its headings in capitals; ``codes`` is the same stretch as the file has it, of equal length."""
    first: dict[int, str] = {}
    for match in _SENTENCE.finditer(codes):
        at = match.start(1)
        first[at] = text[at].upper()
    for match in _names().finditer(text):
        first[match.start()] = match[0][0].upper()
    text = _put(text, first)
    if not _HINT.search(codes):
        return text
    lines = zip(codes.splitlines(keepends=True), _cut_like(codes, text), strict=True)
    return "".join(_raise_line(line, shown) if _HINT.search(line) else shown for line, shown in lines)


@cache
def _names() -> re.Pattern[str]:
    """Names as they look without the capital that they begin with."""
    names = [row["phrase"][0].lower() + row["phrase"][1:] + f"(?! {row['not_before'] or '!'})" for row in rows("capitals")]
    return re.compile(r"\b(?:" + "|".join(names) + r")\b")


def _put(text: str, letters: dict[int, str]) -> str:
    if not letters:
        return text
    pieces, at = [], 0
    for place in sorted(letters):
        pieces += [text[at:place], letters[place]]
        at = place + 1
    return "".join(pieces) + text[at:]


def _cut_like(codes: str, text: str) -> list[str]:
    at, pieces = 0, []
    for line in codes.splitlines(keepends=True):
        pieces.append(text[at : at + len(line)])
        at += len(line)
    return pieces


def _raise_line(codes: str, text: str) -> str:
    """A line with its headings in capitals; what stands in columns beside each other is judged apart."""
    if not _COLUMN.search(codes):
        return _raise_words(codes, text)
    cuts = [0, *(match.end() for match in _COLUMN.finditer(codes)), len(codes)]
    return "".join(_raise_words(codes[start:end], text[start:end]) for start, end in pairwise(cuts))


def _raise_words(codes: str, text: str) -> str:
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    kinds = [_kind(codes[start:end], text[start:end]) for start, end in words]
    left, right = _nearest(kinds), _nearest(kinds[::-1])[::-1]
    pieces, at = [], 0
    for (start, end), kind, before, after in zip(words, kinds, left, right, strict=True):
        if kind == "capital" or (kind == "open" and {before, after} - {""} == {"capital"}):
            raised = text[start:end].upper()
            pieces += [text[at:start], raised if len(raised) == end - start else text[start:end]]
            at = end
    return "".join(pieces) + text[at:]


def _kind(codes: str, word: str) -> str:
    """``capital``, ``small``, ``open`` for what its neighbours decide, or nothing for what is no evidence (``UBND``, ``I``)."""
    capitals = sum("A" <= code <= "Z" for code in codes)
    if any("a" <= code <= "z" for code in codes):
        return "small" if capitals < 2 else ""
    if codes.isascii():
        return "capital" if capitals > 2 and valid(word) else ""
    if capitals > 1 or (capitals and not "A" <= codes[0] <= "Z"):
        return "capital"
    return "open"


def _nearest(kinds: list[str]) -> list[str]:
    """For each word the kind of the nearest word before it that is evidence."""
    last, nearest = "", []
    for kind in kinds:
        nearest.append(last)
        last = kind if kind in ("capital", "small") else last
    return nearest
