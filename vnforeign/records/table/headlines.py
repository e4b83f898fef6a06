"""The heads of a table whose cells run on: in one line, wrapped one after the other, or line by line across the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, reduce
from heapq import nlargest
from itertools import pairwise

import msgspec

from ...text import View
from .cell import Row, cell, joined
from .cut import Word, may_open
from .heads import every, is_known, is_time, meanings, plain

_LEAST, _MOST = 3, 14  # columns
_LONGEST = 9  # words of a head
_CAPITAL, _BREAK = 1.6, 0.5  # what a capital, or the beginning of a line, inside a head costs
_HEAD = 1.2  # what one head more costs
_NAMES = ("Việt", "Nam")  # capitals inside a head
_KNOWN, _BEGUN, _STRANGE = 2.0, 1.0, -1.0  # what a word is worth
_BEAM = 12
_TRIED = 8  # ends of heads that open a paragraph
_WORDS = 60  # of all heads that are read across the columns
_NEVER = -1e9
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")  # of rows

#: What stands in no head: figures but years and units, ends of sentences.
_NO_HEAD = re.compile(r"(?<!\S)\(?(?!(?:19|20)\d\d\b)\d|(?<!tr)\.(?=\s|$)|;|(?<!đó):")

Pieces = tuple[tuple[int, int], ...]


class Heads(msgspec.Struct, frozen=True):
    """Heads read so far, each in pieces from word to word."""

    value: float
    pieces: tuple[Pieces, ...]


def heads(view: View, words: list[Word]) -> Row | None:
    """The heads that the words make, as they are known best; None where too little of them is known."""
    ways = [one for one in (_in_order(words), _across(words), _below(words)) if one]
    for one in sorted(ways, key=lambda each: -each.value):
        row = [reduce(joined, (cell(view, words[a].start, words[b - 1].end) for a, b in pieces)) for pieces in one.pieces]
        known = sum(is_known(each.text) for each in row)
        if any(len(pieces) > 1 and not is_known(each.text) for each, pieces in zip(row, one.pieces, strict=True)):
            continue
        if _LEAST <= len(row) <= _MOST and known >= _LEAST and 4 * known >= 3 * len(row):
            return row
    return None


def opening(words: list[Word], glued: bool = False) -> list[tuple[float, tuple[tuple[int, int], ...]]]:
    """The likeliest ways in which heads may open a paragraph: their worth, and from which word to which each is."""
    found = []
    for one in _seamed(words) if glued else _ways(words[: _reach(words)], any_first=True):
        said, end = [_said(words, pieces) for pieces in one.pieces], one.pieces[-1][0][1] if one.pieces else 0
        if (
            end == len(words)
            or not (words[end].opens or may_open(words[end].text))
            or (not glued and not all(map(_may_be, said)))
        ):
            continue
        known = sum(map(is_known, said))
        ordered = [at for at, each in enumerate(said) if ("*", "order") in meanings(each)]
        if _LEAST <= len(said) <= _MOST and known >= _LEAST and 4 * known >= (3 - glued) * len(said) and ordered in ([], [0]):
            found.append((one.value, tuple(pieces[0] for pieces in one.pieces)))
    return nlargest(_TRIED, found)


def _reach(words: list[Word]) -> int:
    """The first words that may be heads: one opens with a capital, ends soon, and holds nothing that stands in no head."""
    capital = opened = 0
    for at, each in enumerate(words):
        if each.text[0].isupper():
            capital, opened = at, opened + 1
        if at - capital >= _LONGEST or _NO_HEAD.search(each.text):
            return at if opened >= _LEAST else 0
    return len(words) if opened >= _LEAST else 0


def _may_be(said: str) -> bool:
    """Whether words may be one of several heads: with a capital, no sentence, no figure, no time alone."""
    return said[0].isupper() and not _NO_HEAD.search(said) and not is_time(said)


def _seamed(words: list[Word]) -> Iterator[Heads]:
    """Heads that nothing parts: each up to a word that stands close to the one before."""
    starts = [*(at for at, each in enumerate(words) if each.opens), len(words)]
    pieces = tuple(((a, b),) for a, b in pairwise(starts))
    for size in range(_LEAST, min(len(pieces), _MOST) + 1):
        yield Heads(sum(_of(_said(words, each)) for each in pieces[:size]), pieces[:size])


def _in_order(words: list[Word]) -> Heads:
    """One head after the other."""
    return _ways(words)[-1]


def _ways(words: list[Word], any_first: bool = False) -> list[Heads]:
    """The best heads, one after the other, up to each word."""
    best: list[Heads] = [Heads(0.0, ())] + [Heads(_NEVER, ())] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _LONGEST), end):
            value = best[start].value + _worth(words, start, end, any_first=any_first)
            if value > best[end].value:
                best[end] = Heads(value, (*best[start].pieces, ((start, end),)))
    return best


def _across(words: list[Word]) -> Heads | None:
    """The first lines of all heads, then their second lines."""
    starts = [*(at for at, each in enumerate(words) if each.opens), len(words)]
    if len(starts) < 3 or len(words) > _WORDS:
        return None
    found: list[list[Heads]] = [[Heads(0.0, ())]]
    for end in range(1, starts[1] + 1):
        ways = (
            Heads(one.value + _worth(words, start, end, begun=True), (*one.pieces, ((start, end),)))
            for start in range(max(0, end - _LONGEST), end)
            for one in found[start]
        )
        found.append(nlargest(_BEAM, ways, key=_value))
    kept = found[-1]
    for start, end in pairwise(starts[1:]):
        kept = nlargest(_BEAM, (each for one in kept for each in _on(one, words, start, end)), key=_value)
    return max((_settled(each, words) for each in kept), key=_value, default=None)


def _below(words: list[Word]) -> Heads | None:
    """A head a line, then the second lines of some of them."""
    starts = [*(at for at, each in enumerate(words) if each.opens), len(words)]
    lines = list(pairwise(starts))
    if any(b - a == 1 and _GROUP.fullmatch(words[a].text) for a, b in lines):
        return None
    best: Heads | None = None
    for size in range(_LEAST, min(len(lines), _MOST + 1)):
        kept = [Heads(sum(_worth(words, a, b, begun=True) for a, b in lines[:size]), tuple(((a, b),) for a, b in lines[:size]))]
        for start, end in lines[size:]:
            kept = nlargest(_BEAM, (_put(one, words, start, end, at) for one in kept for at in range(1, size)), key=_value)
        settled = max((_settled(each, words) for each in kept), key=_value)
        best = settled if best is None or settled.value > best.value else best
    return best


def _value(one: Heads) -> float:
    return one.value


def _on(one: Heads, words: list[Word], start: int, end: int) -> Iterator[Heads]:
    """The best way in which a line goes on with heads, from left to right."""
    best: dict[int, Heads] = {start: one}
    for column in range(1, len(one.pieces)):
        now = dict(best)
        for at, held in best.items():
            for stop in range(at + 1, min(end, at + _LONGEST) + 1):
                made = _put(held, words, at, stop, column)
                if stop not in now or made.value > now[stop].value:
                    now[stop] = made
        best = now
    if end in best:
        yield best[end]


def _put(one: Heads, words: list[Word], start: int, end: int, column: int) -> Heads:
    pieces = one.pieces[column]
    whole = (*pieces, (start, end))
    value = one.value + _of(_said(words, whole), begun=True) - _of(_said(words, pieces), begun=True)
    value -= sum(_CAPITAL * _opens_head(each) + _BREAK * each.opens for each in words[start:end])
    if not words[start].text[:1].islower() and is_known(_said(words, ((start, end),))):
        value -= _KNOWN * (end - start)  # a head of its own
    return Heads(value, (*one.pieces[:column], whole, *one.pieces[column + 1 :]))


def _settled(one: Heads, words: list[Word]) -> Heads:
    """Heads at their worth as whole ones."""
    less = sum(_of(said, begun=True) - _of(said) for said in (_said(words, each) for each in one.pieces[1:]))
    return Heads(one.value - less, one.pieces)


def _said(words: list[Word], pieces: Pieces) -> str:
    return " ".join(each.text for a, b in pieces for each in words[a:b])


def _worth(words: list[Word], start: int, end: int, begun: bool = False, any_first: bool = False) -> float:
    """How well words are one head, or begin one: known ones, from a capital on, without one inside."""
    said = _said(words, ((start, end),))
    if start == 0 and (not any_first or not is_known(said) or ("*", "order") in meanings(said)):
        return 3.0 if ("*", "order") in meanings(said) else -9.0
    opens = (-0.8 if words[start].text[:1].islower() else 0.4) + 0.2 * words[start].opens
    torn = sum(_CAPITAL * _opens_head(each) + _BREAK * each.opens for each in words[start + 1 : end])
    return _of(said, begun) - _HEAD + opens - torn


def _of(said: str, begun: bool = False) -> float:
    """What the words of a head are worth: as a known one, as the beginning of one, by those of them that are one."""
    size = said.count(" ") + 1
    if is_known(said):
        return _KNOWN * size
    if begun and plain(said) in beginnings():
        return _BEGUN * size
    return _STRANGE * size


@cache
def beginnings() -> frozenset[str]:
    """What known heads begin with."""
    found = set()
    for head in every():
        parts = re.sub(r"\s+", " ", head).split(" ")
        found |= {" ".join(parts[:size]) for size in range(1, len(parts))}
    return frozenset(found)


def _opens_head(word: Word) -> bool:
    """Whether a word has a capital as a head's first one: no ``USD``, no ``Nam``; a number opens a line so."""
    if word.opens and word.text[:1].isdecimal():
        return True
    return word.text[:1].isupper() and not word.text.isupper() and word.text.strip(",.") not in _NAMES


__all__ = ["beginnings", "heads", "opening"]
