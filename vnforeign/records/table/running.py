"""Tables whose cells run on: heads in one line or wrapped over several, each row from its number on. What each column takes tells
where one cell ends and the next begins.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ...text import View
from .cell import EMPTY, Row, Span, cell
from .cut import Word, cut, words_of
from .heads import is_time, is_unit, meanings
from .layout import Grid
from .numbered import Body, counts_columns, opens_rows
from .takes import likely, shape

_FIRST = re.compile(r"\W{0,2}(?:(?:số )?s?tt|số thứ tự)\b", re.IGNORECASE)
_HEADS = 400  # characters of all heads
_LINES = 40  # of all heads
_LEAST, _MOST = 3, 14  # columns
_LONGEST = 9  # words of a head
_CAPITAL, _BREAK = 1.6, 0.5  # what a capital, or the beginning of a line, inside a head costs
_HEAD = 1.2  # what one head more costs
_NAMES = ("Việt", "Nam")  # capitals inside a head


def running(view: View, lines: list[Span], at: int) -> Grid | None:
    """The table that begins at a line ``TT …``; None where its heads are not known or its cells do not run on."""
    text = view.text
    if not _FIRST.match(text, *lines[at]):
        return None
    first = _first_row(text, lines, at)
    if first is None or not (heads := _heads(view, words_of(text, lines[at][0], lines[first - 1][1]))):
        return None
    body = Body(text, lines, first + counts_columns(text, lines[first]), len(heads))
    if not body.spans or body.is_tall:
        return None
    said = [each.text for each in heads]
    shapes = [shape(each, likely(said)) for each in said]
    rows = [row for each in body.spans if (row := _row(view, each, shapes))]
    return Grid([heads, *rows], lines[at][0], body.end, 1) if rows else None


def _first_row(text: str, lines: list[Span], at: int) -> int | None:
    """The line that opens with the first row's number, or that numbers the columns; a group's heading may stand before it."""
    for one in range(at + 1, min(at + _LINES, len(lines))):
        if lines[one][0] - lines[at][0] > _HEADS:
            return None
        if counts_columns(text, lines[one]) or opens_rows(text, lines, one):
            return one
    return None


def _row(view: View, span: Span, shapes: list[str]) -> Row | None:
    mark, _, words = view.text[slice(*span)].strip().partition(" ")
    if mark[:1].isdigit() or not words:
        return cut(view, span, shapes)
    start = view.text.index(words, span[0] + len(mark))  # a group
    return [cell(view, span[0], start), cell(view, start, span[1]), *[EMPTY] * (len(shapes) - 2)]


def _heads(view: View, words: list[Word]) -> Row | None:
    """The heads that the words make, fewest first; None where too little of them is known."""
    best: list[tuple[float, int]] = [(0.0, 0)] + [(-1e9, 0)] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _LONGEST), end):
            value = best[start][0] + _worth(words, start, end)
            if value > best[end][0]:
                best[end] = (value, start)
    cuts = [len(words)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    heads = [cell(view, words[a].start, words[b - 1].end) for a, b in pairwise(reversed(cuts))]
    known = sum(_is_known(each.text) for each in heads)
    return heads if _LEAST <= len(heads) <= _MOST and known >= _LEAST and 4 * known >= 3 * len(heads) else None


def _is_known(head: str) -> bool:
    return bool(meanings(head) or is_time(head) or is_unit(head))


def _worth(words: list[Word], start: int, end: int) -> float:
    """How well words are one head: known ones, from a capital on, without one inside."""
    said = " ".join(each.text for each in words[start:end])
    if start == 0:
        return 3.0 if ("*", "order") in meanings(said) else -9.0
    opens = (0.4 if words[start].text[:1].isupper() else -0.8) + 0.2 * words[start].opens
    torn = sum(_CAPITAL * _opens_head(each) + _BREAK * each.opens for each in words[start + 1 : end])
    return (2.0 if _is_known(said) else -1.0) * (end - start) - _HEAD + opens - torn


def _opens_head(word: Word) -> bool:
    """Whether a word has a capital as a head's first one: no ``USD``, no ``Nam``."""
    return word.text[:1].isupper() and not word.text.isupper() and word.text.strip(",.") not in _NAMES


__all__ = ["running"]
