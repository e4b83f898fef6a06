"""What the classifier sees of a passage: its words, the cues of the lexicon, and which kinds of cue stand near each other.

Everything is worked out for many passages at once on the one-byte view (``codepage``), without an object a word
(``words.py``, ``cues.py``):

    words     runs of word characters, each a 64-bit number made of its letters; folded for case and tone placement
    cues      phrases of the lexicon, found by a trie of hashes; what lies inside a longer cue does not count, so the
              ``lãnh sự`` of ``Tổng Lãnh sự`` is no consular work; ``mask`` phrases (offices, formulas) hide their words
    grams     words and pairs of words that hide in no mask
    counts    how many cues of each key a passage, its opening and the heading above it have
    pairs     two keys one after the other, near each other: who gives whom (``foreign``, ``award_give``)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .cues import Cues
from .words import Array, Words, joined, words

_PAIR = np.uint64(0x27D4EB2F165667C5)
NEAR = 10  # words between two cues that still count as a pair
HEAD = 25  # words of a passage that are its opening
LONG = 200  # words: of a longer passage it counts how many cues so many of its words hold
START = 4  # words that begin it: a verb there is an order


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
    value = np.concatenate((said.gram[single], joined(said.gram[pair] ^ _PAIR, said.gram[pair + 1])))
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
