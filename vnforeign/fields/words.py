"""The words of passages on the one-byte view (``codepage``), without an object a word: each run of word characters is a 64-bit
number made of its letters, folded for case and tone placement.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .. import codepage

Array = np.ndarray[Any, Any]

_K1, _K2, _K3 = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)
_R = np.uint64(29)
_MASKS = np.array([(1 << (8 * n)) - 1 for n in range(9)], dtype=np.uint64)


def _tables() -> tuple[bytes, bytes, bytes, bytes, Array, Array]:
    lower, upper, digit = bytearray(range(256)), bytearray(256), bytearray(256)
    chars: dict[str, int] = {}
    for code in range(256):
        try:
            chars[codepage.decode(bytes([code]))] = code
        except UnicodeDecodeError:
            continue
    for char, code in chars.items():
        if len(char.lower()) == 1 and char.lower() in chars:
            lower[code] = chars[char.lower()]
        upper[code] = char != char.lower()
        digit[code] = char.isdigit() and char.isascii()
    plain, toned = np.zeros(65536, np.uint16), np.zeros(256, bool)
    tones = {"a": "àảãáạ", "e": "èẻẽéẹ", "y": "ỳỷỹýỵ", "o": "òỏõóọ", "u": "ùủũúụ"}
    for first, second in ("oa", "oe", "uy"):
        for tone in range(5):
            old = chars[first] | chars[tones[second][tone]] << 8
            plain[old] = chars[tones[first][tone]] | chars[second] << 8
            toned[chars[tones[second][tone]]] = True
    return bytes(lower), bytes(upper), bytes(digit), bytes(map(int, codepage.IS_WORD)), plain, toned


_LOWER, _UPPER, _DIGIT, _IS_WORD, _TONE, _TONED = _tables()


class Words(NamedTuple):
    """The words of the passages, in order: place, length, hash, passage, whether it is written with a capital."""

    start: Array
    size: Array
    hash: Array
    gram: Array
    passage: Array
    capital: Array


def words(codes: bytes, starts: Array, ends: Array) -> Words:
    """The words that begin in the stretches ``starts[i]:ends[i]`` of a view (sorted, apart)."""
    is_word = np.frombuffer(b"\0" + codes.translate(_IS_WORD) + b"\0", np.uint8)
    steps = np.flatnonzero(is_word[1:] != is_word[:-1])
    begin, end = steps[0::2], steps[1::2]
    passage = np.searchsorted(starts, begin, "right") - 1
    inside = passage >= 0
    inside &= begin < ends.take(np.maximum(passage, 0)) if len(ends) else False
    if not inside.all():
        begin, end, passage = begin[inside], end[inside], passage[inside]
    low = np.frombuffer(codes.translate(_LOWER) + bytes(8), np.uint8).copy()
    _old_tones(low)
    loads = np.ndarray((max(len(codes), 1),), "<u8", low, strides=(1,))
    size = end - begin
    letters = loads.take(begin) & _MASKS.take(np.minimum(size, 8))
    long = np.flatnonzero(size > 8)
    if len(long):
        letters[long] ^= loads.take(end[long] - 8) * _K3 + size[long].astype(np.uint64)
    hashes = _mixed(letters)
    first = begin.astype(np.intp)
    head = np.frombuffer(codes, np.uint8).take(first) if len(first) else np.zeros(0, np.uint8)
    digits = np.frombuffer(_DIGIT, np.uint8).take(head).astype(bool)
    gram = np.where(digits, np.minimum(size, 5).astype(np.uint64) * _K2, hashes)
    capital = np.frombuffer(_UPPER, np.uint8).take(head).astype(bool)
    return Words(begin, size, hashes, gram, passage, capital)


def _old_tones(low: Array) -> None:
    """Writes ``oà`` as ``òa`` everywhere, so that both ways of placing a tone are one word."""
    at = np.flatnonzero(_TONED.take(low[1:]))
    if len(at):
        swapped = _TONE.take(low[at].astype(np.intp) | low[at + 1].astype(np.intp) << 8)
        found = np.flatnonzero(swapped)
        at, swapped = at[found], swapped[found]
        low[at] = swapped & 255
        low[at + 1] = swapped >> 8


def _mixed(value: Array) -> Array:
    value = value * _K1
    value = value ^ (value >> _R)
    value = value * _K2
    mixed: Array = value ^ (value >> _R)
    return mixed


def joined(left: Array, right: Array) -> Array:
    return _mixed((left * _K3) ^ right)
