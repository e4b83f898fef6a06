"""What is looked for among the words of passages: the phrases of the lexicon, and the words and pairs that the model knows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .. import codepage
from .words import Array, Words, joined, words

_BITS = 17
_SLOT = np.uint64((1 << _BITS) - 1)
_GRAM_BITS = 18
_GRAM_SLOT = np.uint64((1 << _GRAM_BITS) - 1)


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
            value = joined(value, said.hash[at + length])
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
        value = said.hash[:1] if at == 0 else joined(value, said.hash[at : at + 1])
        chain.append(int(value[0]))
    return chain


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
