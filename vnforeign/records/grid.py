"""Tables in running text: a line of column heads, then rows of cells, parted by bars, tabs or semicolons, or one cell a line;
and filled forms, where each line is a label, a colon and a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from ..text import modern

_BARS = re.compile(r" ?[|\t] ?")
_SEMICOLONS = re.compile(r" ?; ?")
_LISTED = re.compile(r"\(([^()\n;]{0,80}(?:;[^()\n;]{0,80}){2,20})\)")
_NUMBER = re.compile(r"(?:stt|tt|số tt)\.?|\d{1,3}[.)]?")
_MARK = re.compile(r"\s*(?:\d{1,3}[.)]|[-+*])\s*")
_BRACKETS = re.compile(r"\(([^()\n]{1,24})\)")
_LONGEST = 60  # characters of a column's head
_LEAST = 2  # columns that must be known
_SHORT = 3  # cells of a line that heads a part of a table: ``A | CHUYỂN TIẾP``
_TALLEST = 8  # lines of the heads of a table with one cell a line

_LEAST_OF_FORM = 3  # columns that a form must name
_LABEL = re.compile(r"\s*(?:[-+*•]\s*)?([^:\n]{2,40}?) ?:(?!//) ?")
_OPENS_FORM = ("name", "title", "award", "donor", "recipient", "party_foreign")
_LONGEST_FORM = 40  # lines
_WAYS = {"delegation_out": "đoàn ra", "delegation_in": "đoàn vào"}
_ABOVE = 4000  # characters above a table in which a heading may say which way its delegations go

Cells = list[tuple[int, int]]


class Head(msgspec.Struct, frozen=True):
    """A table's type, for each of its cells the column or None, and the words in brackets there (``USD``, ``triệu đồng``);
    ``form`` for a filled form, whose values are sentences that other tables may read too.
    """

    type: str
    columns: tuple[str | None, ...]
    units: tuple[str, ...] = ()
    form: bool = False


Row = tuple[Head, Cells]


@cache
def _heads() -> dict[str, list[tuple[str, str]]]:
    """What a column's head may say: types and columns by the head in small letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in Path(__file__).with_name("heads.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        kind, column, heads = line.split("\t")
        for head in heads.split("|"):
            found.setdefault(head, []).append((kind, column))
    return found


@lru_cache(1024)
def _sought(cell: str) -> list[tuple[str, str]]:
    """The types and columns a head may mean: as it stands, else without its brackets, else without ``số``, ``tên`` before it."""
    said = _plain(_BRACKETS.sub("", cell))
    return _heads().get(_plain(cell)) or _heads().get(said) or _heads().get(said.removeprefix("tên ").removeprefix("tổng "), [])


def _plain(words: str) -> str:
    return modern(" ".join(words.lower().split())).strip(" .:*")


_plain_label = lru_cache(1024)(_plain)  # labels are short, and each may be met in forty forms that come to nothing


def head(cells: list[str], above: str = "") -> Head | None:
    """The head that some cells make: the type that knows most of them, and at least two; of types that know as many, the one that
    the words above name.
    """
    said = [_sought(cell) if len(cell) < _LONGEST else [] for cell in cells]
    kinds = {kind for each in said for kind, _ in each}
    known_by = {kind: (sum(any(kind == one for one, _ in each) for each in said), _says(above, kind)) for kind in sorted(kinds)}
    best = max(known_by, key=lambda kind: known_by[kind], default=None)
    if best is None:
        return None
    columns = tuple(next((column for kind, column in each if kind == best), None) for each in said)
    known = [column for column in columns if column]
    units = tuple(" ".join(match[1].split()) if (match := _BRACKETS.search(cell)) else "" for cell in cells)
    return Head(best, columns, units) if len(known) >= _LEAST and len(set(known)) == len(known) else None


def _says(above: str, kind: str) -> int:
    """Where the words above last name the way of delegations; -1 for other types."""
    return above.rfind(_WAYS[kind]) if kind in _WAYS else -1


def rows(text: str) -> Iterator[Row]:
    """The rows of all tables with their heads; cells as places in the text."""
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    at = 0
    while at < len(lines):
        found = _flat(text, lines, at) or _listed(text, lines, at) or _tall(text, lines, at) or _form(text, lines, at)
        if found is None:
            at += 1
            continue
        top, cells, at = found
        yield from ((top, each) for each in cells)


_Found = tuple[Head, list[Cells], int]


def _split(text: str, start: int, end: int, mark: re.Pattern[str]) -> Cells:
    cells, at = [], start
    for match in mark.finditer(text, start, end):
        cells.append((at, match.start()))
        at = match.end()
    return [*cells, (at, end)]


def _flat(text: str, lines: Cells, at: int) -> _Found | None:
    """``STT | Nhà tài trợ | Cam kết`` and rows of as many cells."""
    start, end = lines[at]
    bars = "|" in text[start:end] or "\t" in text[start:end]
    if not bars and (text.count(";", start, end) < _LEAST or "(" in text[start:end]):
        return None
    mark = _BARS if bars else _SEMICOLONS
    cells = _split(text, start, end, mark)
    top = head([text[a:b] for a, b in cells], text[max(0, start - _ABOVE) : start].lower())
    if top is None:
        return None
    found, first, at = [], text[start:end], at + 1
    while at < len(lines) and len(row := _split(text, *lines[at], mark)) > 1:
        if len(row) == len(cells) and text[slice(*lines[at])] != first:
            found.append(row)
        elif len(row) > _SHORT:
            break
        at += 1
    return top, found, at


def _listed(text: str, lines: Cells, at: int) -> _Found | None:
    """``Danh mục (tên dự án; nhà tài trợ; ngân sách)`` and items of as many cells."""
    start, end = lines[at]
    match = _LISTED.search(text, start, end)
    top = head(match[1].split(";")) if match else None
    if top is None:
        return None
    found, at = [], at + 1
    while at < len(lines) and len(row := _split(text, *lines[at], re.compile(" ?; ?"))) == len(top.columns):
        mark = _MARK.match(text, *row[0])
        found.append([(mark.end() if mark else row[0][0], row[0][1]), *row[1:]])
        at += 1
    return top, found, at


def _tall(text: str, lines: Cells, at: int) -> _Found | None:
    """A table that a copy flattened: each head and each cell a line of its own, rows begun by their numbers."""
    if _plain(text[slice(*lines[at])]) not in ("tt", "stt", "số tt"):
        return None
    size = 1
    while size < _TALLEST and at + size < len(lines) and not _NUMBER.fullmatch(_plain(text[slice(*lines[at + size])])):
        size += 1
    top = head([text[slice(*line)] for line in lines[at : at + size]])
    if top is None:
        return None
    found, at = [], at + size
    while at + size <= len(lines) and _NUMBER.fullmatch(_plain(text[slice(*lines[at])])):
        found.append(lines[at : at + size])
        at += size
    return top, found, at


def _form(text: str, lines: Cells, at: int) -> _Found | None:
    """``Tên đoàn: …``, ``Trưởng đoàn: …``: labels with their values; a line without one goes on with the value before."""
    first = _LABEL.match(text, *lines[at])
    if first is None or not any(column in _OPENS_FORM for _, column in _sought(first[1])):
        return None
    labels, cells, end = {_plain_label(first[1]): first[1]}, [(first.end(), lines[at][1])], at + 1
    while end < min(len(lines), at + _LONGEST_FORM) and text[lines[end - 1][1] : lines[end][0]] == "\n":
        match = _LABEL.match(text, *lines[end])
        if match and _plain_label(match[1]) not in labels:
            labels[_plain_label(match[1])] = match[1]
            cells.append((match.end(), lines[end][1]))
        elif match is None and text[lines[end][0]].islower():
            cells[-1] = (cells[-1][0], lines[end][1])
        else:
            break
        end += 1
    top = head([*labels.values()], text[max(0, lines[at][0] - _ABOVE) : lines[at][0]].lower())
    if top is None or sum(column is not None for column in top.columns) < _LEAST_OF_FORM:
        return None
    return msgspec.structs.replace(top, form=True), [cells], end
