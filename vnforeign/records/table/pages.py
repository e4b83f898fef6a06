"""What the end of a page leaves between the lines of a table: its number, and what stands above the heads that are said again."""

from __future__ import annotations

import re
from collections import Counter

from ...text import View
from .cell import Span
from .heads import meanings
from .rivers import Placed

_SURE = re.compile(r"\W{0,4}(?:[-–—] ?\d{1,3} ?[-–—]|trang ?:? ?\d{1,3}(?: ?/ ?\d{1,3})?)\W{0,4}", re.IGNORECASE)
_NUMBER = re.compile(r"[-–—]? ?\d{1,3} ?[-–—]?")
_ROW = 4  # characters in which the number of a row stands
_HEADS = 6  # lines of heads
_RUNNING = 3  # lines between a page's number and the heads
_NEAR = 1  # characters
_CELL = re.compile(r"(?:^|(?<=\s\s))\S")  # where cells of print begin
_MARKS, _MANY = 2, 0.75  # that part three cells; of the cells are to begin below others


def without_pages(view: View, lines: list[Span]) -> list[Span]:
    """Lines without those that hold nothing but ``- 3 -``, ``Trang 3/12``."""
    return [line for line in lines if line[1] - line[0] > 24 or not _SURE.fullmatch(view.text, *line)]


def cleared(lines: list[Placed]) -> list[Placed]:
    """Lines of print, those emptied that hold a page's number alone where no figures stand above or below it; so are the lines
    between it and the heads of the next page.
    """
    starts, ends = _figures(lines)
    first = _words(next((line for line in lines if line), []))
    margin = _ROW if any(("*", "order") in meanings(each.text) for line in lines[:_HEADS] for _, _, each in line[:1]) else 0
    found = list(lines)
    for at, line in enumerate(lines):
        if at and len(line) == 1 and _is_page(line, margin, starts, ends):
            found[at] = []
            again = next(
                (one for one in range(at + 1, at + 2 + _RUNNING) if one < len(lines) and _words(lines[one]) == first), at
            )
            found[at:again] = [[]] * (again - at)
    return found


def _figures(lines: list[Placed]) -> tuple[Counter[int], Counter[int]]:
    """Where short figures begin and end in lines of several cells."""
    held = [each for line in lines if len(line) > 1 for each in line if _NUMBER.fullmatch(each[2].text)]
    return Counter(start for start, _, _ in held), Counter(end for _, end, _ in held)


def _is_page(line: Placed, margin: int, starts: Counter[int], ends: Counter[int]) -> bool:
    start, end, each = line[0]
    if start < margin or not _NUMBER.fullmatch(each.text):
        return False
    near = range(-_NEAR, _NEAR + 1)
    return not any(starts[start + off] or ends[end + off] for off in near)


def _words(line: Placed) -> str:
    return " ".join(each.lower for _, _, each in line)


def alike(view: View, above: list[Span], line: Span) -> bool:
    """Whether a line has its cells where lines above have theirs: as many marks, or cells that begin where theirs do."""
    said = view.source[slice(*view.span(*line))]
    others = [view.source[slice(*view.span(*each))] for each in above]
    if mark := next((each for each in "|\t" if each in said), ""):
        return said.count(mark) >= _MARKS and any(each.count(mark) == said.count(mark) for each in others)
    starts = [match.start() for match in _CELL.finditer(said)]
    held = {match.start() + off for each in others for match in _CELL.finditer(each) for off in (-_NEAR, 0, _NEAR)}
    return len(starts) > _MARKS and sum(each in held for each in starts) >= _MANY * len(starts)


__all__ = ["alike", "cleared", "without_pages"]
