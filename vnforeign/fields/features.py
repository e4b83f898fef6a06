"""What the classifier sees of a passage: its words, the cues of the lexicon, and which kinds of cue stand near each other.

Everything is worked out for many passages at once on the one-byte view (``codepage``), without an object a word:

    words     runs of word characters, each a 64-bit number made of its letters; folded for case and tone placement
    cues      phrases of the lexicon, found by a trie of hashes; what lies inside a longer cue does not count, so the
              ``lãnh sự`` of ``Tổng Lãnh sự`` is no consular work; ``mask`` phrases (offices, formulas) hide their words
    grams     words and pairs of words that hide in no mask
    counts    how many cues of each key a passage, its opening and the heading above it have
    pairs     two keys one after the other, near each other: who gives whom (``foreign``, ``award_give``)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from .. import codepage

Array = np.ndarray[Any, Any]

_K1, _K2, _K3 = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)
_R = np.uint64(29)
_PAIR = np.uint64(0x27D4EB2F165667C5)
_MASKS = np.array([(1 << (8 * n)) - 1 for n in range(9)], dtype=np.uint64)
_BITS = 17
_SLOT = np.uint64((1 << _BITS) - 1)
_GRAM_BITS = 18
_GRAM_SLOT = np.uint64((1 << _GRAM_BITS) - 1)
NEAR = 10  # words between two cues that still count as a pair
HEAD = 25  # words of a passage that are its opening
LONG = 200  # words: of a longer passage it counts how many cues so many of its words hold
START = 4  # words that begin it: a verb there is an order


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


def _joined(left: Array, right: Array) -> Array:
    return _mixed((left * _K3) ^ right)


# --- cues --------------------------------------------------------------------------------------------------------------


class Cues:
    """The lexicon: phrases by the hash of their words, with the keys of each."""

    def __init__(self, keys: Sequence[str], hashes: Array, prefixes: Array, flags: Array, key_at: Array, key_of: Array) -> None:
        self.keys = list(keys)
        self.hashes, self.prefixes, self.flags = hashes, prefixes, flags
        self.key_at, self.key_of = key_at, key_of  # phrase i has the keys key_of[key_at[i]:key_at[i + 1]]
        self._ends = np.zeros(1 << _BITS, bool)
        self._ends[(hashes & _SLOT).astype(np.intp)] = True
        self._goes = np.zeros(1 << _BITS, bool)
        self._goes[(prefixes & _SLOT).astype(np.intp)] = True
        self.masks, self.names = flags & 1 > 0, flags & 2 > 0
        self.main = key_of[key_at[:-1]] if len(hashes) else np.zeros(0, np.intp)
        self._columns: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}

    def columns(self, keys: tuple[str, ...]) -> tuple[list[int], list[int]]:
        """Which of the keys have a cue, and their columns in a table of keys; the same keys are asked each time."""
        if keys not in self._columns:
            known = [(at, self.keys.index(key)) for at, key in enumerate(keys) if key in self.keys]
            self._columns[keys] = [at for at, _ in known], [column for _, column in known]
        return self._columns[keys]

    @classmethod
    def compile(cls, rows: Sequence[tuple[str, str, str]]) -> Cues:
        """The lexicon of rows ``(key, how, phrase)``; how is ``cue``, ``sure``, ``mask`` or ``name`` (begins with a capital).

        A sure cue names the field's work; it counts for the key and for the key with ``!``.
        """
        rows = [*rows, *((f"{key}!", "cue", phrase) for key, how, phrase in rows if how == "sure")]
        keys = list(dict.fromkeys(key for key, _, _ in rows))
        found: dict[int, tuple[int, list[int]]] = {}
        prefixes: set[int] = set()
        for key, how, phrase in rows:
            chain = phrase_hashes(phrase)
            if not chain:
                raise ValueError(f"the cue {phrase!r} has no word")
            prefixes.update(chain[:-1])
            flag, ids = found.setdefault(chain[-1], (0, []))
            flag = {"mask": flag | 1, "name": flag | 2}.get(how, flag)
            if keys.index(key) not in ids:
                ids.append(keys.index(key))
            found[chain[-1]] = flag, ids
        order = sorted(found)
        key_at = np.cumsum([0, *(len(found[each][1]) for each in order)])
        key_of = np.array([key for each in order for key in found[each][1]], np.intp)
        flags = np.array([found[each][0] for each in order], np.uint8)
        return cls(keys, np.array(order, np.uint64), np.array(sorted(prefixes), np.uint64), flags, key_at, key_of)

    def find(self, said: Words) -> tuple[Array, Array, Array]:
        """First word, number of words and phrase of every cue, sorted by place; what a longer cue holds is left out."""
        at = np.arange(len(said.hash))
        value = said.hash
        places, sizes, phrases = [], [], []
        length = 1
        while len(at):
            maybe = np.flatnonzero(self._ends.take((value & _SLOT).astype(np.intp)))
            where = np.minimum(np.searchsorted(self.hashes, value[maybe]), max(len(self.hashes) - 1, 0))
            right = self.hashes.take(where) == value[maybe]
            maybe, where = maybe[right], where[right]
            places.append(at[maybe])
            sizes.append(np.full(len(maybe), length))
            phrases.append(where)
            goes = np.flatnonzero(self._goes.take((value & _SLOT).astype(np.intp)))
            at, value = at[goes], value[goes]
            stays = at + length < len(said.hash)
            at, value = at[stays], value[stays]
            together = said.passage[at + length] == said.passage[at]
            at, value = at[together], value[together]
            value = _joined(value, said.hash[at + length])
            length += 1
        place, size, phrase = np.concatenate(places or [at]), np.concatenate(sizes or [at]), np.concatenate(phrases or [at])
        if len(place):
            good = ~self.names[phrase] | said.capital[place]
            place, size, phrase = place[good], size[good], phrase[good]
        order = np.argsort(place * 64 - size, kind="stable")
        place, size, phrase = place[order], size[order], phrase[order]
        if len(place):
            end = place + size
            before = np.concatenate(([0], np.maximum.accumulate(end)[:-1]))
            outer = end > before
            place, size, phrase = place[outer], size[outer], phrase[outer]
        return place, size, phrase


def phrase_hashes(phrase: str) -> list[int]:
    """The hash of the phrase's first word, of its first two, and so on."""
    codes = codepage.encode(phrase)
    said = words(codes, np.array([0]), np.array([len(codes)]))
    chain: list[int] = []
    value = said.hash[:1]
    for at in range(len(said.hash)):
        value = said.hash[:1] if at == 0 else _joined(value, said.hash[at : at + 1])
        chain.append(int(value[0]))
    return chain


# --- grams -------------------------------------------------------------------------------------------------------------


class Grams:
    """The words and pairs of words that the model knows: hash to column."""

    def __init__(self, hashes: Array) -> None:
        self.hashes = hashes
        self._columns = np.zeros(1 << _GRAM_BITS, np.int32)
        self._columns[(hashes & _GRAM_SLOT).astype(np.intp)] = np.arange(1, len(hashes) + 1)

    def columns(self, value: Array) -> Array:
        """The column of each hash, -1 where the model does not know it."""
        column = self._columns.take((value & _GRAM_SLOT).astype(np.intp)) - 1
        known = np.flatnonzero(column >= 0)
        wrong = self.hashes.take(column[known]) != value[known]
        column[known[wrong]] = -1
        return column

    @staticmethod
    def apart(value: Array) -> Array:
        """The places of those hashes that are the first in their slot."""
        _, first = np.unique((value & _GRAM_SLOT).astype(np.intp), return_index=True)
        return np.sort(first)


class Seen(NamedTuple):
    """What was found in the passages, before weights."""

    said: Words
    place: Array  # of each cue: first word, words, phrase
    size: Array
    phrase: Array
    hidden: Array  # of each word: it lies in a mask
    passages: int


def see(cues: Cues, codes: bytes, starts: Array, ends: Array) -> Seen:
    """The words and cues of stretches of a view."""
    said = words(codes, starts, ends)
    place, size, phrase = cues.find(said)
    masks = cues.masks[phrase] if len(phrase) else np.zeros(0, bool)
    if masks.any():
        edges = np.zeros(len(said.hash) + 1, np.int32)
        np.add.at(edges, place[masks], 1)
        np.add.at(edges, place[masks] + size[masks], -1)
        hidden = np.cumsum(edges)[:-1] > 0
    else:
        hidden = np.zeros(len(said.hash), bool)
    return Seen(said, place, size, phrase, hidden, len(starts))


def grams(seen: Seen) -> tuple[Array, Array, Array, Array]:
    """Of each word and pair of words: hash, passage, first word, number of words."""
    said, open_ = seen.said, ~seen.hidden
    single = np.flatnonzero(open_)
    pair = np.flatnonzero(open_[:-1] & open_[1:] & (said.passage[:-1] == said.passage[1:])) if len(open_) else single
    value = np.concatenate((said.gram[single], _joined(said.gram[pair] ^ _PAIR, said.gram[pair + 1])))
    at = np.concatenate((single, pair))
    size = np.concatenate((np.ones(len(single), np.intp), np.full(len(pair), 2)))
    return value, said.passage[at], at, size


#: Columns of ``counts`` a key.
BLOCKS = 4


def counts(cues: Cues, seen: Seen) -> Array:
    """A row a passage.

    Logarithms of the cues of each key, and of those in the opening; each key's share of all cues; the keys that the passage
    begins with; its number of words.
    """
    number = len(cues.keys)
    said = seen.said
    first = np.searchsorted(said.passage, np.arange(seen.passages))
    many = cues.key_at[seen.phrase + 1] - cues.key_at[seen.phrase]
    offset = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    key = cues.key_of[np.repeat(cues.key_at[seen.phrase], many) + offset]
    place = np.repeat(seen.place, many)
    passage = said.passage[place] if len(place) else place
    cell = passage * number + key
    size = np.bincount(said.passage, minlength=seen.passages)[:, None]
    scale = np.minimum(1, LONG / np.maximum(size, 1))
    whole = np.bincount(cell, minlength=seen.passages * number).reshape(seen.passages, number) * scale
    early = place - first[passage] < HEAD if len(place) else np.zeros(0, bool)
    opening = np.bincount(cell[early], minlength=seen.passages * number).reshape(seen.passages, number)
    begins = place - first[passage] < START if len(place) else early
    start = np.bincount(cell[begins], minlength=seen.passages * number).reshape(seen.passages, number)
    share = whole / np.maximum(whole.sum(axis=1, keepdims=True), 1)
    table: Array = np.concatenate(
        (np.log1p(whole), np.log1p(opening), share * 3, np.minimum(start, 1), np.log1p(np.minimum(size, LONG)) / 5), axis=1
    )
    return table


def pairs(cues: Cues, seen: Seen) -> tuple[Array, Array, Array]:
    """Of each two neighbouring cues: the pair's number, the passage, the first cue."""
    said, place = seen.said, seen.place
    if len(place) < 2:
        nothing = np.zeros(0, np.intp)
        return nothing, nothing, nothing
    near = (place[1:] - place[:-1] - seen.size[:-1] <= NEAR) & (said.passage[place[1:]] == said.passage[place[:-1]])
    at = np.flatnonzero(near)
    main = cues.main[seen.phrase]
    return main[at] * len(cues.keys) + main[at + 1], said.passage[place[at]], at


#: What the shared judgement of a field sees of it, the same way for every field.
EVIDENCE = (
    "cues",
    "sure",
    "cues beside the top field",
    "sure beside the top field",
    "share of cues",
    "share of sure",
    "opening cues",
    "opening sure",
    "opening cues beside the top field",
    "opening sure beside the top field",
    "any sure",
    "any sure in the opening",
    "foreign",
    "nothing foreign",
    "domestic",
    "cues, nothing foreign",
    "sure, nothing foreign",
    "cues of all fields",
    "cues of the top field",
    "is the top field",
    "is the top field by sure",
)


def evidence(cues: Cues, fields: Sequence[str], table: Array) -> Array:
    """From the table of ``counts``: for each passage and field the evidence that fields have in common."""
    number = len(cues.keys)
    whole, opening = np.expm1(table[:, :number]), np.expm1(table[:, number : 2 * number])
    many, sure = _columns(cues, fields, whole), _columns(cues, [f"{key}!" for key in fields], whole)
    early, early_sure = _columns(cues, fields, opening), _columns(cues, [f"{key}!" for key in fields], opening)
    foreign = np.repeat(_columns(cues, FOREIGN, whole).sum(axis=1, keepdims=True), len(fields), axis=1)
    domestic = np.repeat(_columns(cues, ["domestic"], whole), len(fields), axis=1)
    alone = foreign == 0
    top = np.repeat(many.max(axis=1, keepdims=True), len(fields), axis=1)
    every = np.repeat(many.sum(axis=1, keepdims=True), len(fields), axis=1)
    best, best_sure = many / np.maximum(top, 1), _beside(sure)
    logs = np.log1p(np.stack((many, sure, early, early_sure, foreign, domestic, every, top), axis=2))
    rows: Array = np.stack(
        (
            logs[:, :, 0],
            logs[:, :, 1],
            best,
            best_sure,
            many / np.maximum(every, 1),
            sure / np.maximum(sure.sum(axis=1, keepdims=True), 1),
            logs[:, :, 2],
            logs[:, :, 3],
            _beside(early),
            _beside(early_sure),
            sure > 0,
            early_sure > 0,
            logs[:, :, 4],
            alone,
            logs[:, :, 5],
            logs[:, :, 0] * alone,
            logs[:, :, 1] * alone,
            logs[:, :, 6],
            logs[:, :, 7],
            (best == 1) & (many > 0),
            (best_sure == 1) & (sure > 0),
        ),
        axis=2,
    )
    return rows


FOREIGN = ("external", "foreign", "foreign_unit", "neighbour")


def _columns(cues: Cues, keys: Sequence[str], table: Array) -> Array:
    """The columns of keys; nothing for a key that has no cue."""
    found = np.zeros((len(table), len(keys)))
    places, columns = cues.columns(tuple(keys))
    found[:, places] = table[:, columns]
    return found


def _beside(many: Array) -> Array:
    beside: Array = many / np.maximum(many.max(axis=1, keepdims=True), 1)
    return beside
