"""The heads of a table whose cells hold line ends: broken over lines, or on two levels."""

from __future__ import annotations

import re

import msgspec

from .cell import EMPTY, Row, joined
from .header import ORDER
from .headlines import beginnings
from .heads import is_known, meanings, plain

_LEAST, _MOST = 3, 24  # columns
HEAD_LINES = 12
_LONGEST = 60  # characters of a line of one
_STRANGE = 2.0  # what a head that nobody knows costs
_FIGURE = re.compile(r"\d[\d.,/ -]*")


class Heads(msgspec.Struct):
    """The rows of heads, the outer ones first, how many lines they take up, what each column's heads say, and whether marks stand
    before the first and behind the last.
    """

    rows: list[Row]
    lines: int
    said: list[list[str]]
    edges: tuple[bool, bool]


def is_first(row: Row) -> bool:
    """Whether the heads of a table may begin with the cells of a line."""
    first = next((each.text for each in row if each.pieces), "")
    return len(row) <= _MOST and 0 < len(first) <= _LONGEST and (is_known(first) or plain(first) in beginnings())


def run(rows: list[Row]) -> Row:
    """The cells of lines that go on: the last of a line and the first of the next are one."""
    made = rows[0]
    for row in rows[1:]:
        made = [*made[:-1], joined(made[-1], row[0]), *row[1:]]
    return made


def bare(row: Row) -> Row:
    """A row without the empty cells at its edges."""
    start, end = 0, len(row)
    while start < end and not row[start].pieces:
        start += 1
    while end > start and not row[end - 1].pieces:
        end -= 1
    return row[start:end]


def _edges(row: Row) -> tuple[bool, bool]:
    return not row[0].pieces, not row[-1].pieces


def heads(lines: list[Row]) -> Heads | None:
    """The heads that the first lines of a table make; None where too little of them is known."""
    best, found = 0.0, None
    for count in range(1, min(HEAD_LINES, len(lines)) + 1):
        whole = run(lines[:count])
        row = bare(whole)
        if len(row) > _MOST:
            break
        last = lines[count - 1]
        if count > 1 and is_known(lines[count - 2][-1].text) and is_known(last[0].text) and not _goes_on(last[0].text):
            break  # the next row of heads
        if (
            count > 1
            and len(last) > 1
            and last[0].pieces
            and ORDER.fullmatch(last[0].text)
            and is_known(lines[count - 2][-1].text)
        ):
            break  # the number of the first row
        if count > 1 and len(last) == 1 and not _goes_on(last[0].text):
            continue  # it heads rows, or opens the first one
        value = _worth([each.text for each in row])
        if value >= best and _is_known_enough([each.text for each in row]):
            best, found = value, Heads([row], count, [[each.text] for each in row], _edges(whole))
    return _on_two_levels(lines, best) or found


def _goes_on(words: str) -> bool:
    return words[:1].islower() or words[:1] in "(["


def _worth(said: list[str]) -> float:
    return sum(1.0 if is_known(each) else -_STRANGE - 3.0 * bool(_FIGURE.fullmatch(each)) for each in said)


def _is_known_enough(said: list[str]) -> bool:
    known = sum(map(is_known, said))
    return len(said) >= _LEAST and known >= _LEAST and 4 * known >= 3 * len(said) and is_known(said[0])


# --- two levels ----------------------------------------------------------------------------------------------------------


def _on_two_levels(lines: list[Row], least: float) -> Heads | None:
    """Heads above others: those that stand over an empty cell are alone, the rest share what is below."""
    found = None
    for first in range(1, min(4, len(lines))):
        top = bare(run(lines[:first]))
        for count in range(first + 1, min(first + 4, len(lines)) + 1):
            below = run(lines[first:count])
            if below[0].pieces or len(below) > _MOST or len(top) >= len(below):
                continue
            spread = _spread(top, below)
            if spread is None:
                continue
            said = [[each.text for each in (up, low) if each.pieces] for up, low in zip(*_filled(spread, below), strict=True)]
            value = _worth([" ".join(each) if is_known(" ".join(each)) else each[-1] for each in said])
            if value > least and 2 * sum(is_known(each[-1]) or is_known(" ".join(each)) for each in said) > len(said):
                least, found = value, Heads(_rows(spread, below), count, said, (False, False))
    return found


def _filled(spread: Row, below: Row) -> tuple[Row, Row]:
    """The head above each column, that of the column before where it stands over both."""
    held: Row = []
    for each in spread:
        held.append(each if each.pieces else held[-1])
    return held, below


def _rows(spread: Row, below: Row) -> list[Row]:
    """The two rows of heads; a head whose second line stands below it alone is one."""
    top, low = list(spread), list(below)
    for at, (up, down) in enumerate(zip(spread, below, strict=True)):
        alone = at + 1 == len(spread) or spread[at + 1].pieces
        if up.pieces and down.pieces and alone and is_known(f"{up.text} {down.text}"):
            top[at], low[at] = joined(up, down), EMPTY
    return [top, low]


def _spread(top: Row, below: Row) -> Row | None:
    """The heads of a line put above the columns of the next one, as they are known best together."""
    size = len(below)
    best: list[dict[int, tuple[float, Row]]] = [{} for _ in range(size + 1)]
    best[0][0] = (0.0, [])
    for at in range(size):
        for used, (value, row) in best[at].items():
            if used == len(top):
                continue
            for width in range(1, size - at + 1):
                under = below[at : at + width]
                if width > 1 and not all(each.pieces for each in under):
                    break
                now = value + _together(top[used].text, [each.text for each in under])
                if now > best[at + width].get(used + 1, (-1e9,))[0]:
                    best[at + width][used + 1] = (now, [*row, top[used], *[EMPTY] * (width - 1)])
    return best[size].get(len(top), (0.0, None))[1]


def _together(head: str, below: list[str]) -> float:
    """How well a head stands above others, or alone."""
    if not below[0]:
        return 1.0 if is_known(head) else 0.0
    value = sum(1.0 if meanings(f"{head} {each}") else 0.4 if is_known(each) else 0.0 for each in below)
    return value if len(below) > 1 or meanings(f"{head} {below[0]}") else -1.0


__all__ = ["HEAD_LINES", "Heads", "bare", "heads", "is_first", "run"]
