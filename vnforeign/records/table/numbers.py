"""The lines that open the rows of a table with their numbers: the longest run of numbers, each one more than the last."""

from __future__ import annotations

import re

import msgspec

from .cell import Row

_NUMBER = re.compile(r"(\d{1,3})[.)/]?")
_BEFORE_WORDS = 0.4  # how likely a number is a row's that a blank parts from words
_SKIPPED = 0.6  # what it costs where the number between two is lost


class Opening(msgspec.Struct):
    """A line with a number; ``length`` is that of the best run up to it, ``before`` the line before it in that run."""

    at: int
    number: int
    weight: float
    length: float = 0.0
    before: Opening | None = None


def openings(lines: list[Row]) -> set[int]:
    """The lines that open with the numbers of rows, where these count from one on, perhaps again in each group."""
    best: dict[int, Opening] = {}  # by number
    top: Opening | None = None
    for at in range(len(lines)):
        one = _opening(lines, at)
        if not one.weight:
            continue
        ways = [(best.get(one.number - 1), 0.0), (best.get(one.number - 2), _SKIPPED)] + [(top, 0.0)] * (one.number == 1)
        for before, cost in ways:
            if before and before.length - cost > one.length:
                one.length, one.before = before.length - cost, before
        one.length += one.weight
        best[one.number] = max(best.get(one.number, one), one, key=lambda each: each.length)
        top = max(top or one, one, key=lambda each: each.length)
    run: list[Opening] = []
    while top:
        run.append(top)
        top = top.before
    return _trimmed(run)


def _trimmed(run: list[Opening]) -> set[int]:
    """The lines of a run, the last one first; where marks part most numbers from words, one that does not ends no run."""
    if 2 * sum(each.weight == 1.0 for each in run) > len(run):
        while run[0].weight < 1.0:
            del run[0]
    return {each.at for each in run}


def _opening(lines: list[Row], at: int) -> Opening:
    """The number that a line opens with, and how likely it is that of a row."""
    row = lines[at]
    first = next((each.text for each in row[:2] if each.pieces), "")
    match = _NUMBER.match(first)
    if match is None:
        return Opening(at, 0, 0.0)
    if match.end() < len(first):
        return Opening(at, int(match[1]), _BEFORE_WORDS * (first[match.end()] == " "))
    below = lines[at + 1] if at + 1 < len(lines) else []
    alone = len(row) == 1 and not (len(below) > 1 and not below[0].pieces)
    page = len(row) > 1 and not row[0].pieces and sum(bool(each.pieces) for each in row) == 1
    return Opening(at, int(match[1]), float(not (alone or page)))


__all__ = ["openings"]
