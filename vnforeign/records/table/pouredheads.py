"""The heads of a table with a cell a line: which lines are heads, and which go on with the head above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import pairwise

import msgspec

from ...text import View
from .cell import Row, Span, cell, joined
from .heads import is_compared, is_known, is_time, meanings, plain

_LEAST, _MOST = 3, 16  # columns
_LINES, _PIECES = 32, 4  # lines of all heads, and of one
_LONGEST = 60  # characters of a head's line
_KNOWN, _STRANGE = 1.0, -1.5  # what a head is worth
_CAPITAL, _SMALL = -0.6, -0.8  # what it costs to go on with a capital, and to begin with a small letter
_MARKED = re.compile(r"(?:[A-HĐ]|[IVX]+|\d{1,2})[.)/]")
_FIRST = ("stt", "tt", "số tt", "số thứ tự")
_ROW = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-H])[.)]?")  # the number of a row or a group
_BY_TIME = ("năm", "quý", "tháng", "kỳ", "thời gian", "giai đoạn")  # heads of rows by time
_ONE = re.compile(r"0{0,2}1[.)]?")
_FAR = 400  # lines below heads in which groups may stand
_TIMES = 2  # heads in a row behind which other words are a row's label
_BESIDE = ("value", "compare", "earlier", "plan", "note", "unit")  # what stands beside times
_WAYS = 3  # ways to read the heads that are tried


class Heads(msgspec.Struct, frozen=True):
    """Heads, how many lines they take up, and what they are worth."""

    cells: Row
    lines: int
    value: float


class _Partial(msgspec.Struct, frozen=True):
    value: float
    ends: tuple[int, ...]
    strange: int


def ways(view: View, lines: list[Span], at: int) -> list[Heads]:
    """The ways in which lines from one on may be heads, the most likely first: where they end is not always plain."""
    if lines[at][1] - lines[at][0] > _LONGEST:
        return []
    said = list(_lines(view.text, lines, at))
    if _heads_group(view.text, lines, at, said):
        said.pop()
    if len(said) < _LEAST or any(map(is_first, said[1:])):
        return []  # too few; or what stands above is a title
    opened = is_first(said[0]) and _opens(view.text, lines, at + len(said))
    best = _best(said, len(said) // 2 if opened else _LEAST - 1)
    found = [(each.value, end, each) for end, each in best if _is_enough(each, opened and end == len(said))]
    found.sort(key=lambda each: (not (opened and each[1] == len(said)), -each[0], -each[1]))
    return [Heads(_cells(view, lines, at, each.ends), end, value) for value, end, each in found[:_WAYS]]


def is_first(words: str) -> bool:
    """Whether a head is that of the numbers of rows."""
    return len(words) < _LONGEST and plain(words) in _FIRST


def _opens(text: str, lines: list[Span], at: int) -> bool:
    """Whether a line is the number of the first row, or heads a group above it."""
    return any(_ONE.fullmatch(text[slice(*line)].strip()) for line in lines[at : at + 2])


def _heads_group(text: str, lines: list[Span], at: int, said: list[str]) -> bool:
    """Whether the last line before the first row is a time that heads its rows as others below it do theirs: ``NĂM 2012``."""
    end = at + len(said)
    if len(said) <= _LEAST or not is_first(said[0]) or not is_time(said[-1]) or not _opens(text, lines, end):
        return False
    below = [text[slice(*line)].strip() for line in lines[end : end + _FAR]]
    return any(is_time(one) and _ROW.fullmatch(two) for one, two in pairwise(below) if len(one) < _LONGEST)


def _lines(text: str, lines: list[Span], at: int) -> Iterator[str]:
    for start, end in lines[at : at + _LINES]:
        said = text[start:end].strip()
        if len(said) > _LONGEST or not said or said[-1] in ".;:!?" or "|" in said or "\t" in said or _ROW.fullmatch(said):
            return
        yield said


def _best(said: list[str], strange: int) -> Iterator[tuple[int, _Partial]]:
    """The best heads that the lines up to each make, with no more than so many that nobody knows."""
    best: list[_Partial | None] = [_Partial(0.0, (), 0)]
    for end in range(1, len(said) + 1):
        ways = [_put(held, said, start, end) for start in range(max(0, end - _PIECES), end) if (held := best[start])]
        made = max((each for each in ways if each and each.strange <= strange), key=lambda one: one.value, default=None)
        best.append(made)
        if made:
            yield end, made
        if not any(best[-_PIECES:]):
            return


def _put(held: _Partial, said: list[str], start: int, end: int) -> _Partial | None:
    words = " ".join(said[start:end])
    if start == 0 and end == 1 and ("*", "order") in meanings(words):
        return _Partial(_KNOWN, (1,), 0)
    if start == 0 and _MARKED.match(words) or (start and is_time(words) and plain(said[0]) in _BY_TIME):
        return None  # a title; the time of the first row
    known = is_known(words) and not _is_label(said[:start], words)
    torn = sum(_CAPITAL for one in said[start + 1 : end] if one[:1].isupper() and is_known(one))
    value = held.value + (_KNOWN if known else _STRANGE) + torn + _SMALL * words[:1].islower()
    if not known and (end - start > 1 or start == 0):
        return None
    return _Partial(value, (*held.ends, end), held.strange + (not known))


def _is_label(heads: list[str], words: str) -> bool:
    """Whether words behind heads of times are the first row's: neither a time, a sum of them nor what goes with them."""
    if sum(map(is_time, heads)) < _TIMES or is_time(words) or is_compared(words):
        return False
    return not any(name == "*" and column in _BESIDE for name, column in meanings(words))


def _is_enough(one: _Partial, numbered: bool) -> bool:
    """Whether enough heads are known; fewer need to be where ``TT`` opens them and the number of the first row follows."""
    size = len(one.ends)
    return _LEAST <= size <= _MOST and size - one.strange >= _LEAST and (2 if numbered else 4) * one.strange <= size


def _cells(view: View, lines: list[Span], at: int, ends: tuple[int, ...]) -> Row:
    starts = (0, *ends[:-1])
    return [reduce(joined, (cell(view, *line) for line in lines[at + a : at + b])) for a, b in zip(starts, ends, strict=True)]


__all__ = ["Heads", "is_first", "ways"]
