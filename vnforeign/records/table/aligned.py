"""Columns that only blanks part: cells that stand one below the other."""

from __future__ import annotations

import re
from collections import Counter

from ...text import View
from .cell import EMPTY, SUM, Row, Span, cell, joined
from .centred import centred
from .grid import grid
from .grouping import heads_rows, is_group
from .heads import is_known
from .overhead import first_row, overhead
from .pages import cleared
from .rivers import Placed, parted

_RULE = re.compile(r"[-=_*. ]{3,}")
_NUMBER = re.compile(r"[\d.,%/ ()-]+")
_ORDER = re.compile(r"[A-ZĐ]?\d{1,3}[.)]?")  # the number of a row
_AGREE = 2  # lines as full as the head, itself among them
_MOST_AGREE = 0.6  # of the lines: then all of them are rows
_TALLEST = 5  # lines of a head
_MOST = 6_000  # lines of a table that one choice is made for
_FAR = 7  # characters from a head to a column it is not of


def standing(view: View, source: list[Span]) -> list[Row]:
    """The rows that one choice for all lines finds, by wide gaps or by rivers of blanks; none where heads are not known."""
    if len(source) > _MOST:
        return []  # one choice for so many takes too long
    said, rivers = _said(view, source)
    ways = [grid(view, told) for lines in (said, rivers) if (told := _told(source, lines))]
    return max((each for each in ways if each), key=_filled, default=[])


def aligned(view: View, source: list[Span]) -> tuple[list[Row], int]:
    """Columns are where most lines have their cells; others go to the column they stand below or above."""
    said, rivers = _said(view, source)
    said = [line for line in rivers if line] or [line for line in said if line]
    rules = [at for at, line in enumerate(said) if len(line) == 1 and _RULE.fullmatch(line[0][2].text)]
    lines = [line for at, line in enumerate(said) if at not in rules]
    over = _over(lines, rules)
    if not over and (two := _on_two_levels(lines)):
        return two
    below = lines[over:]
    numbered = [line for line in below if len(line) > 1 and _ORDER.fullmatch(line[0][2].text)]
    counts = Counter(len(line) for line in (numbered if len(numbered) > 1 else below) if len(line) > 1)
    if not counts:
        return [], 0
    said_by_head = len(below[0])  # where two lines more are as full, the others only go on with cells
    usual = said_by_head if counts[said_by_head] > _AGREE else max(counts, key=lambda one: (counts[one], one))
    model = [line for line in below if len(line) == usual]
    columns = [(min(line[one][0] for line in model), max(line[one][1] for line in model)) for one in range(usual)]
    first = next(place for place, line in enumerate(below) if len(line) == usual)
    heads = _headed(lines[:over], columns) if over else []
    rows = [_placed(line, columns, place < first) for place, line in enumerate(below)]
    return heads + (centred(rows) or _joined(rows)), len(heads)


def grouped(view: View, source: list[Span]) -> tuple[list[Row], int] | None:
    """The rows below heads of which some stand above several columns, each above the same ones: ``Số vụ``, ``Số đối tượng``."""
    lines = [line for line in cleared([_words(view, each) for each in source[:_MOST]]) if line]
    two = _on_two_levels(lines) if lines and len(lines[0]) > 1 else None
    if two is None:
        return None
    below: dict[int, tuple[str, ...]] = {}
    for up, low in zip(*two[0][:2], strict=True):
        if up is not low and up.pieces:
            below[up.start] = (*below.get(up.start, ()), low.lower)
    said = Counter(each for each in below.values() if len(each) > 1)
    return two if said and max(said.values()) > 1 else None


def _on_two_levels(lines: list[Placed]) -> tuple[list[Row], int] | None:
    """The rows below heads of which some stand above several columns."""
    first = first_row(lines)
    while first > 1 and is_group(lines[first - 1]):
        first -= 1
    below = lines[first:] if first > 1 else []
    for usual in sorted({len(line) for line in below if len(line) > 1}, reverse=True):  # a note may stand in one row alone
        model = [line for line in below if len(line) == usual]
        columns = [(min(line[one][0] for line in model), max(line[one][1] for line in model)) for one in range(usual)]
        if heads := overhead(lines[:first], columns):
            return heads + _joined([_placed(line, columns, False) for line in below]), len(heads)
    return None


def _said(view: View, source: list[Span]) -> tuple[list[Placed], list[Placed]]:
    """The cells of each line by wide gaps, and by rivers where these give heads that gaps do not."""
    said = cleared([_words(view, line) for line in source])
    first = next((line for line in said if line), [])
    usual, rows = Counter(map(len, said)).most_common(1)[0] if said else (0, 0)
    top = max(map(len, said[:_TALLEST]), default=0)
    agree = _AGREE <= usual <= top and rows > _MOST_AGREE * len(said)
    known = agree or all(is_known(each.text) for _, _, each in first)
    return said, [] if known else cleared(parted(view, source, len(first)) or [])


def _told(source: list[Span], lines: list[Placed]) -> list[tuple[Span, Placed]]:
    """The lines that hold anything."""
    return [(span, line) for span, line in zip(source, lines, strict=False) if line]


def _filled(rows: list[Row]) -> int:
    """How many columns hold anything below their heads."""
    size = len(rows[0])
    return sum(any(len(row) == size and row[at].pieces for row in rows[1:]) for at in range(size))


def _over(lines: list[Placed], rules: list[int]) -> int:
    """How many lines stand over the first line of dashes (or between the first two) and hold no figures."""
    if not rules:
        return 0
    over = rules[0] if rules[0] else rules[1] - 1 if len(rules) > 1 else 0
    held = [each.text for line in lines[:over] for _, _, each in line]
    return over if 0 < over <= _TALLEST and not any(_NUMBER.fullmatch(each) for each in held) else 0


def _headed(lines: list[Placed], columns: list[Span]) -> list[Row]:
    """Two rows of heads: what stands above the lowest line, and that line; a head between columns holds for those near it."""
    upper: Row = [EMPTY] * len(columns)
    for line in lines[:-1]:
        upper = [joined(one, two) if two.pieces else one for one, two in zip(upper, _near(line, columns), strict=True)]
    lowest = _near(lines[-1], columns, True)
    return [[one if one.pieces else two for one, two in zip(upper, lowest, strict=True)], lowest] if len(lines) > 1 else [lowest]


def _near(line: Placed, columns: list[Span], strict: bool = False) -> Row:
    """For each column the words that stand over it, else those near it; ``strict``: no words that stand over another one."""
    row: Row = []
    over = [any(a < end and start < b for start, end in columns) for a, b, _ in line]
    for start, end in columns:
        far = [
            (max(a - end, start - b, 0), each)
            for (a, b, each), held in zip(line, over, strict=True)
            if not (strict and held) or (a < end and start < b)
        ]
        best = min(far, key=lambda one: one[0], default=(_FAR, EMPTY))
        row.append(best[1] if best[0] < _FAR else EMPTY)
    return row


def _joined(rows: list[Row]) -> list[Row]:
    """Rows with the lines that go on with their cells."""
    found: list[Row] = []
    for at, row in enumerate(rows):
        if at + 1 < len(rows) and heads_rows(row, rows[at + 1]):
            found.append(row)
        elif found and len(found[-1]) == 1 and len(row) > 1 and row[0].text[:1].islower():
            found[-1] = [joined(found[-1][0], row[0]), *row[1:]]
        elif found and _wrapped(found[-1], row):
            padded = [*row, *[EMPTY] * (len(found[-1]) - len(row))]
            found[-1] = [joined(one, two) for one, two in zip(found[-1], padded, strict=True)]
        else:
            found.append(row)
    return found


def _words(view: View, line: Span) -> Placed:
    start, end = line
    found: Placed = []
    for match in re.finditer(r"\S(?:[^\n]*?\S)??(?=\s{2,}|\s*$)", view.source[start:end]):
        a, b = start + match.start(), start + match.end()
        found.append((match.start(), match.end(), cell(view, view.place(a), view.place(b))))
    return found


def _placed(line: Placed, columns: list[Span], leftmost: bool) -> Row:
    row: Row = [EMPTY] * len(columns)
    if len(line) == len(columns):
        return [each for _, _, each in line]
    if len(line) == 1 and (line[0][0] < columns[0][1] or leftmost):
        return [line[0][2]]
    at = 0
    for start, end, each in line:
        shared = [min(end, b) - max(start, a) for a, b in columns]
        some = [one for one in range(at, len(columns)) if shared[one] > 0]
        best = max(range(at, len(columns)), key=lambda one: shared[one])
        at = some[0] if leftmost and some else best
        row[at] = joined(row[at], each) if row[at].pieces else each
    return row


def _wrapped(above: Row, row: Row) -> bool:
    """Whether a row only goes on with cells of the row above: words below words, nothing in the first column."""
    on = row[0].text[:1].islower() or row[0].text[:1] == "("
    if len(row) == 1 < len(above) and on:
        row = [*row, *[EMPTY] * (len(above) - 1)]
    if len(above) != len(row) or (row[0].pieces and not on) or SUM.match(next((each.text for each in row if each.pieces), "")):
        return False
    return all(not each.pieces or (up.pieces and not _NUMBER.fullmatch(each.text)) for up, each in zip(above, row, strict=True))
