"""Noise that hides words and numbers from the rules, mended in the codes of a view: misread letters, lost and added blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from . import codepage, matcher

#: A syllable before a capital, in the alphabet of ``codepage.SHAPE``: one with a Vietnamese letter; or a plain one before
#: one with such a letter (``TrungQuốc``, not ``PeaceTrees``).
_MARKED = re.compile(rb"(?<![aeA0])(?:A?a{0,4}e|E)[ae]{0,4}\Z")
_PLAIN = re.compile(rb"(?<![aeA0])Aa{1,5}\Z")
_MARKED_NEXT = re.compile(rb"(?:E[ae]|Aa{0,3}e)[ae]{0,5}(?![aeAE0])")
#: Short forms right before a small syllable with a Vietnamese letter: ``UBNDtỉnh``, ``TP.HCMđến``; not ``TTg``.
_SHORT = b"AAAa"
_SMALL_NEXT = re.compile(rb"a{0,3}e[ae]{0,5}(?![aeAE0])")
_SYLLABLE_LETTERS = 10
#: Where a number may have been cut: a digit, two other characters, three digits.
_CUT = b"\1\0\0\1\1\1"
_BEFORE = re.compile(r"(?:(?P<word>[^\W\d_]+) |[ (])[0-9]{1,3}(?P<more>(?:\. ?[0-9]{3})*)\Z")
_BEHIND = re.compile(r"[0-9]{3}(?P<more>(?:\. ?[0-9]{3})*)(?![0-9]|[.,/-][0-9])")
_HEADS = codepage.encode("TT")  # STTTên dự án, TTHọ và tên: heads of a table
_LONGEST_NUMBER = 28
#: Words right before a sum; behind any other a sentence may end in a number of order (``giai đoạn 2. 350.000 USD do …``).
_BEFORE_SUMS = frozenset(
    "giá trị tổng phí khoảng hơn gần trên được là đạt trợ vốn kết ngân tiền với hết chi tặng góp ước nhận gồm usd đồng".split()
)


@cache
def _misread() -> list[tuple[bytes, bytes]]:
    """What is written and what is meant, of equal length, so that no offset moves."""
    lines = (Path(__file__).parent / "misread.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(codepage.encode(written), codepage.encode(meant)) for written, meant, _ in (line.split("\t") for line in lines)]


@cache
def _seeker() -> Callable[[bytes], list[matcher.Hit]]:
    """Where one of them stands: one look for all of them together, where the automaton is installed."""
    return matcher.seeker([written for written, _ in _misread()])


def reread(codes: bytes) -> bytes:
    """The codes with known misreadings as they are meant: ``nãm 2010``, ``25 tý đồng``."""
    hits = _seeker()(codes)
    if not hits:
        return codes
    mended, known = bytearray(codes), _misread()
    for index, start, end in hits:
        mended[start:end] = known[index][1]
    return bytes(mended)


def run_together(codes: bytes) -> list[int]:
    """Where two words have run together: a capital behind a small letter of a Vietnamese word, or that behind a short form.

    ``ngày ôngNam`` and ``UBNDtỉnh``, not ``PeaceTrees``.
    """
    case = codes.translate(codepage.CASE)
    shape, places, at = b"", [], case.find(b"aA")
    while at >= 0:
        shape = shape or codes.translate(codepage.SHAPE)
        begin, end = max(0, at + 1 - _SYLLABLE_LETTERS), at + 1
        if _MARKED.search(shape, begin, end) or (_MARKED_NEXT.match(shape, end) and _PLAIN.search(shape, begin, end)):
            places.append(end)
        at = case.find(b"aA", end)
    at = case.find(_SHORT)
    while at >= 0:
        shape = shape or codes.translate(codepage.SHAPE)
        if _SMALL_NEXT.match(shape, at + 3):
            places.append(at + 3 - (codes[at : at + 2] == _HEADS))
        at = case.find(_SHORT, at + 1)
    return sorted(places)


def cut_numbers(codes: bytes) -> Iterator[int]:
    """Where a blank stands inside a number: ``8. 500.000 USD``, ``1.200. 000``; not where a sentence ends in a number."""
    digits = codes.translate(codepage.IS_DIGIT)
    at = digits.find(_CUT)
    while at >= 0:
        if _is_cut(codepage.decode(codes[max(0, at + 1 - _LONGEST_NUMBER) : at + _LONGEST_NUMBER]), min(at + 1, _LONGEST_NUMBER)):
            yield at + 2
        at = digits.find(_CUT, at + 1)


def _is_cut(text: str, point: int) -> bool:
    before = _BEFORE.search(text, 0, point) if text.startswith(". ", point) else None
    behind = _BEHIND.match(text, point + 2) if before else None
    if before is None or behind is None:
        return False
    if before["more"] and " " not in before["more"]:
        return True
    counted = before["word"] is not None and before["word"].lower() in _BEFORE_SUMS
    return counted and bool(before["more"] or behind["more"])
