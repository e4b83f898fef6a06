"""Tables whose cells run on: heads in one line or wrapped over several, each row from its number on. What each column takes tells
where one cell ends and the next begins.
"""

from __future__ import annotations

import itertools
import re

import msgspec

from ...text import View
from .cell import EMPTY, NO_SUM, Cell, Row, Span, cell
from .heads import is_time, is_unit, meanings
from .layout import Grid
from .takes import likely, shape, takes

_FIRST = re.compile(r"\W{0,2}(?:(?:số )?s?tt|số thứ tự)\b", re.IGNORECASE)
_WORD = re.compile(r"\([^()\n]{1,40}\)|\S+")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]?(?=\s|$)")
_GROUP = re.compile(r"\s*(?:[IVX]{1,5}|[A-H])[.)]?\s+\S[^\n]{2,80}")
_SUM = re.compile(rf"\W*(?:tổng(?: cộng| số)?|cộng)\b{NO_SUM}", re.IGNORECASE)
_BEHIND = re.compile(r"\W*(?:nơi nhận|ghi chú|người lập|tm\.|kt\.|tl\.|\(?nguồn(?: số liệu)? ?:)", re.IGNORECASE)
_LOWER = re.compile(
    r"(?:huyện|xã|tỉnh|thành|thị|phường|quận|bản|thôn|khách|hội|cửa|toàn|các|từ|tháng|năm|đang|hết)\b|-$"
)  # small letters that open a cell
_HEADS = 400  # characters of all heads
_HEAD_LINES = 40
_COLUMNS = 14
_HEAD_WORDS = 9  # of one head
_ROW_LINES = 60
_ROW_WORDS = 220
_PLACES = 70  # of a row where a cell may begin
_ROWS = 2_000
_LEAST = 3  # columns
_BREAK = 0.6  # what the beginning of a line is worth to a cell
_CUTS, _BREAKS = 1.6, 0.5  # what a capital, or the beginning of a line, inside a head costs


class Word(msgspec.Struct):
    """A word of a row or head with its place; whether it opens a line."""

    start: int
    end: int
    text: str
    opens: bool


def running(view: View, lines: list[Span], at: int) -> Grid | None:
    """The table that begins at a line ``TT …``; None where its heads are not known or its cells do not run on."""
    text = view.text
    if not _FIRST.match(text, *lines[at]):
        return None
    body = _first_row(text, lines, at)
    if body is None or not (heads := _heads(view, _words(text, lines[at][0], lines[body - 1][1]))):
        return None
    if _is_numbered(text, lines[body]):
        body += 1  # (1) (2) (3)
    spans, end = _rows(text, lines, body, len(heads))
    if not spans or _is_tall(text, spans, len(heads)):
        return None
    said = [each.text for each in heads]
    kind = likely(said)
    shapes = [shape(each, kind) for each in said]
    rows = [row for each in spans if (row := _row(view, each, shapes))]
    return Grid([heads, *rows], lines[at][0], end, 1) if rows else None


def _words(text: str, start: int, end: int) -> list[Word]:
    found = []
    for match in _WORD.finditer(text, start, end):
        before = text.rfind("\n", start, match.start())
        opens = match.start() == start or (before >= 0 and not text[before : match.start()].strip())
        found.append(Word(match.start(), match.end(), match[0], opens))
    return found


def _first_row(text: str, lines: list[Span], at: int) -> int | None:
    """The line that opens with the first row's number; a group's heading may stand before it."""
    for one in range(at + 1, min(at + _HEAD_LINES, len(lines))):
        start, end = lines[one]
        if start - lines[at][0] > _HEADS:
            return None
        if _is_numbered(text, lines[one]):
            return one
        match = _NUMBER.match(text, start, end)
        if (match and match[1].lstrip("0") == "1") or (_GROUP.fullmatch(text, start, end) and _opens_at(text, lines, one + 1)):
            return one
    return None


def _opens_at(text: str, lines: list[Span], at: int) -> bool:
    match = _NUMBER.match(text, *lines[at]) if at < len(lines) else None
    return bool(match) and match[1].lstrip("0") == "1"  # type: ignore[index]


def _is_numbered(text: str, line: Span) -> bool:
    """``(1) (2) (3)``, ``1 2 3 4``, ``A B 1 2``: the numbers of the columns."""
    said = re.findall(r"\w+", text[slice(*line)])
    return (
        len(said) >= _LEAST
        and all(len(each) <= 2 for each in said)
        and said[-1].isdigit()
        and int(said[-1]) + 2 >= len(said) > int(said[-1]) - 2
    )


# --- heads ---------------------------------------------------------------------------------------------------------------


def _heads(view: View, words: list[Word]) -> Row | None:
    """The heads that the words make, fewest first; None where too little of them is known."""
    size = len(words)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(-1e9, 0)] * size
    for end in range(1, size + 1):
        for start in range(max(0, end - _HEAD_WORDS), end):
            value = best[start][0] + _as_head(view, words, start, end)
            if value > best[end][0]:
                best[end] = (value, start)
    cuts, at = [size], size
    while at:
        at = best[at][1]
        cuts.append(at)
    cuts.reverse()
    heads = [cell(view, words[a].start, words[b - 1].end) for a, b in itertools.pairwise(cuts)]
    known = sum(_is_known(each.text) for each in heads)
    return heads if _LEAST <= len(heads) <= _COLUMNS and known >= _LEAST and 4 * known >= 3 * len(heads) else None


def _is_known(head: str) -> bool:
    return bool(meanings(head) or is_time(head) or is_unit(head))


def _as_head(view: View, words: list[Word], start: int, end: int) -> float:
    said = " ".join(each.text for each in words[start:end])
    length = end - start
    opens = 0.4 if words[start].text[:1].isupper() else -0.8
    opens -= sum(_CUTS * _begins(each) + _BREAKS * each.opens for each in words[start + 1 : end])
    if start == 0:
        return 3.0 if ("*", "order") in meanings(said) else -9.0
    return (2.0 * length if _is_known(said) else -1.0 * length) - 1.2 + opens + 0.2 * words[start].opens


def _begins(word: Word) -> bool:
    """Whether a word begins with a capital as a head does: no ``USD``, no ``Nam``."""
    return word.text[:1].isupper() and not word.text.isupper() and word.text.strip(",.") not in ("Việt", "Nam")


# --- rows ----------------------------------------------------------------------------------------------------------------


def _rows(text: str, lines: list[Span], at: int, size: int) -> tuple[list[Span], int]:
    """Where each row begins and ends, and the line behind the table: a row goes up to the next number, group, sum or wide gap."""
    found: list[Span] = []
    wanted, tallest, first = 1, 0, at
    padded = _is_padded(text, lines, at)
    spaced = at + 1 < len(lines) and text.count("\n", lines[at][1], lines[at + 1][0]) > 1  # blank lines part all cells
    while at < len(lines) and len(found) < _ROWS:
        if at > first and not spaced and text.count("\n", lines[at - 1][1], lines[at][0]) > 2:
            break
        if _GROUP.fullmatch(text, *lines[at]) and (_opens_at(text, lines, at + 1) or _is(text, lines, at + 1, wanted, padded)):
            wanted = 1 if _opens_at(text, lines, at + 1) else wanted
            found.append(lines[at])
            at += 1
            continue
        if not _is(text, lines, at, wanted, padded):
            break
        end = at + 1
        while (
            end < len(lines)
            and end - at < _ROW_LINES
            and not _stops(text, lines, end, wanted + 1, padded, 2 * (end - at) >= size, 0 if spaced else tallest)
        ):
            end += 1
        found.append((lines[at][0], lines[end - 1][1]))
        tallest, wanted, at = max(tallest, end - at), wanted + 1, end
    return (found, at) if wanted > 2 else ([], at)


def _is_padded(text: str, lines: list[Span], at: int) -> bool:
    """Whether rows are numbered ``01``, ``02``: then ``3`` alone is a cell, else ``03`` is."""
    matches = (_NUMBER.match(text, *line) for line in lines[at : at + 2])
    return next((each[1][0] == "0" for each in matches if each), False)


def _is(text: str, lines: list[Span], at: int, wanted: int, padded: bool) -> bool:
    """Whether a line opens with the number that is wanted, alone or before what a cell may open with."""
    match = _NUMBER.match(text, *lines[at]) if at < len(lines) else None
    if match is None or int(match[1]) != wanted or (match[1][0] == "0") != padded:
        return False
    rest = text[match.end() : lines[at][1]].strip(" \"“'([")
    return not rest or rest[0].isupper() or rest[0].isdigit()


def _stops(text: str, lines: list[Span], at: int, wanted: int, padded: bool, filled: bool, tallest: int) -> bool:
    """Whether a line does not belong to the row above it; a bare number may be one of its cells until half of them are there."""
    if (
        (_is(text, lines, at, wanted, padded) and (filled or not text[slice(*lines[at])].strip(" .)").isdigit()))
        or _SUM.match(text, *lines[at])
        or _BEHIND.match(text, *lines[at])
    ):
        return True
    if _GROUP.fullmatch(text, *lines[at]) and (_opens_at(text, lines, at + 1) or _is(text, lines, at + 1, wanted, padded)):
        return True
    apart = text.count("\n", lines[at - 1][1], lines[at][0]) > 1
    return (
        apart
        and bool(tallest)
        and not any(_is(text, lines, one, wanted, padded) for one in range(at + 1, min(at + 2 * tallest + 2, len(lines))))
    )


def _is_tall(text: str, spans: list[Span], size: int) -> bool:
    """Whether the rows are as many lines as there are columns: one cell a line, which needs no cutting."""
    counts = [sum(1 for line in text[a:b].split("\n") if line.strip()) for a, b in spans]
    return 2 * sum(size - 1 <= each <= size for each in counts) > len(counts)


def _row(view: View, span: Span, shapes: list[str]) -> Row | None:
    words = _words(view.text, *span)
    if len(words) > _ROW_WORDS:
        return None
    if not words[0].text[:1].isdigit():  # a group
        return [cell(view, words[0].start, words[0].end), cell(view, words[1].start, words[-1].end), *[EMPTY] * (len(shapes) - 2)]
    places = [0, *(at for at, each in enumerate(words) if at and (each.opens or _may_open(each.text)))][:_PLACES]
    return _cut(view, words, [*places, len(words)], shapes)


def _may_open(word: str) -> bool:
    """Whether a cell may begin with a word."""
    bare = word.lstrip("\"“'([")
    return bare[:1].isupper() or bare[:1].isdigit() or bool(_LOWER.match(word))


def _cut(view: View, words: list[Word], places: list[int], shapes: list[str]) -> Row:
    """The cut of a row's words into cells, in order, that the columns take best; a cell may be empty."""
    count = len(places)
    best = [[-1e9] * count for _ in range(len(shapes) + 1)]
    back = [[0] * count for _ in range(len(shapes) + 1)]
    best[0][0] = 0.0
    for column, wanted in enumerate(shapes, 1):
        for end in range(count):
            best[column][end], back[column][end] = best[column - 1][end] - 1.0, end
            for start in range(end):
                if best[column - 1][start] <= -1e8:
                    continue
                value = best[column - 1][start] + _as_cell(words, places[start], places[end], wanted)
                if value > best[column][end]:
                    best[column][end], back[column][end] = value, start
    row: Row = []
    end = count - 1
    for column in range(len(shapes), 0, -1):
        start = back[column][end]
        row.append(cell(view, words[places[start]].start, words[places[end] - 1].end) if start < end else EMPTY)
        end = start
    return row[::-1]


def _as_cell(words: list[Word], start: int, end: int, wanted: str) -> float:
    said = " ".join(each.text for each in words[start:end])
    value = takes(wanted, said) + _BREAK * words[start].opens
    if wanted == "country" and end < len(words) and takes(wanted, f"{said} {words[end].text}") > 0:
        value -= 2.0  # Nhật / Bản
    return value


__all__ = ["Cell", "running"]
