"""Filled forms: each line a label, a colon and a value."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text import View
from ..schema import types
from .cell import Cell, Row, Span, cell, joined
from .heads import meanings, plain, unit
from .kind import Column, kind, targets

_LEAST = 3  # columns that a form must name
_BLANK = re.compile(r"\.{4}|_{4}|…{2}")  # where something is to be written
_BULLETS = "-+*•"
#: What a label says beside its column: ``Vốn viện trợ do A cam kết``, ``Vốn đối ứng của huyện``, ``Tên phi dự án viện trợ``.
_WHOSE = re.compile(
    r" (?:do .{2,30} (?:cam kết|tài trợ|viện trợ|hỗ trợ|đóng góp)|(?:của|từ) .{2,30}|(?:khoản|phi dự án|dự án) viện trợ|"
    r"viện trợ|phi dự án|dự án|\([^()]*\))$",
    re.IGNORECASE,
)
_PAIR = 2  # cells of a row that is a label and its value
_LABEL = re.compile(r"\s*(?:[-+*•]\s*|\d{1,2}[.)/]\s*|[a-hđ][.)]\s*)?([^:\n]{2,46}?) ?:(?!//) ?")
_OPENS = ("name", "title", "award", "donor", "recipient", "party_foreign")
_LONGEST = 40  # lines
_ABOVE = 4000  # characters above a form in which a heading may say which way its delegations go
_TITLE = 200  # of these, where its title stands
_WAYS = {"delegation_out": "đoàn ra", "delegation_in": "đoàn vào"}

#: Labels are short, and each may be met in forty forms that come to nothing.
_plain, _unit = lru_cache(1024)(plain), lru_cache(1024)(unit)


def form(view: View, lines: list[Span], at: int) -> tuple[str, list[Column], Row, int] | None:
    """``Tên đoàn: …``, ``Trưởng đoàn: …``: labels with their values; a line without one goes on with the value before."""
    text = view.text
    first = _LABEL.match(text, *lines[at])
    if first is None or not any(column in _OPENS for _, column in meanings(first[1])):
        return None
    columns, cells, end = _filled(view, lines, at)
    above = text[max(0, lines[at][0] - _ABOVE) : lines[at][0]].lower()
    name = kind(columns, above[-_TITLE:], above, [each.lower for each in cells]) or _kind(columns, above)
    if not name or sum(bool(each) for each in targets(name, columns, hints=False)) < _LEAST:
        return None
    return name, columns, cells, end


def _filled(view: View, lines: list[Span], at: int) -> tuple[list[Column], Row, int]:
    """Labels with their values from a line on, up to a line that is neither, or a label met before; the line behind them."""
    text = view.text
    labels: dict[str, str] = {}
    cells: Row = []
    first = at
    while at < min(len(lines), first + _LONGEST) and (at == first or text[lines[at - 1][1] : lines[at][0]] == "\n"):
        match = _LABEL.match(text, *lines[at])
        if match and _plain(match[1]) not in labels:
            labels[_plain(match[1])] = match[1]
            cells.append(cell(view, match.end(), lines[at][1]))
        elif match is None and cells and not cells[-1].pieces and text[lines[at][0]] in _BULLETS:
            pass  # a list below a label, of aims or works, which no column holds
        elif match is None and cells and text[lines[at][0]].islower() and not _LETTER.match(text, *lines[at]):
            cells[-1] = _on(cells[-1], cell(view, *lines[at]))
        else:
            break
        at += 1
    filled = [(each, value) for each, value in zip(labels.values(), cells, strict=True) if value.says or value.repeats]
    if 2 * sum(not _BLANK.search(value.text) for _, value in filled) < len(cells):
        filled = []  # one that is to be filled in
    return (
        [Column(_plain(each), meanings(each) or meanings(_WHOSE.sub("", each)), unit=_unit(each)) for each, _ in filled],
        [value for _, value in filled],
        at,
    )


#: The column that an item's own line fills, above the lines of its labels.
_NAMES = {
    "ngo_aid": "name",
    "delegation_out": "name",
    "delegation_in": "name",
    "international_agreement": "title",
    "international_conference": "name",
    "friendship_association": "name",
    "overseas_vietnamese_activity": "name",
}
_LETTER = re.compile(r"[a-zđ][.)]")
_MARK = re.compile(r"\s*(?:[-+*•]|\(?\d{1,2}(?:\.\d{1,2})?[.)/]\)?|[a-hđ][.)]|[IVX]{1,5}[.)])?\s*")
_TITLE_LINE = 200  # characters of an item's own line


def named(view: View, lines: list[Span], at: int) -> tuple[str, list[Column], Row, int] | None:
    """``1. Dự án Nước sạch`` and below it ``- Nhà tài trợ: …``: an item whose own line has no label."""
    text = view.text
    start, end = lines[at]
    if at + 1 >= len(lines) or end - start > _TITLE_LINE or text[end - 1] in ":.;" or text[end : lines[at + 1][0]] != "\n":
        return None
    below = _LABEL.match(text, *lines[at + 1])
    if below is None or not meanings(below[1]) or _LABEL.match(text, start, end):
        return None
    columns, cells, last = _filled(view, lines, at + 1)
    mark = _MARK.match(text, start, end)
    title = cell(view, mark.end() if mark else start, end)
    if not title.pieces or title.text[:1].islower():
        return None
    columns = [Column("", tuple(_NAMES.items())), *columns]
    above = text[max(0, start - _ABOVE) : start].lower()
    name = kind(columns, above[-_TITLE:] + title.lower, above, [title.lower])
    if not name or any((name, _NAMES.get(name)) in each.meanings for each in columns[1:]):
        return None
    held = [each for each in targets(name, columns, hints=False) if each]
    if len(held) < _LEAST or held[0] != _NAMES.get(name) or any(types()[name].columns[each].rows == "summary" for each in held):
        return None
    return name, columns, [title, *cells], last


def of_rows(view: View, rows: list[Row]) -> list[tuple[str, list[Column], Row]]:
    """``Tên dự án | Nước sạch``: rows of a label and a value; the first label, met again, opens another form."""
    pairs = [row for row in rows if len(row) == _PAIR and row[0].pieces and row[1].pieces]
    if not pairs or len(pairs) < len(rows) - 1 or not any(column in _OPENS for _, column in meanings(pairs[0][0].text)):
        return []
    starts = [at for at, row in enumerate(pairs) if plain(row[0].text) == plain(pairs[0][0].text)]
    parts = [pairs[one:two] for one, two in zip(starts, [*starts[1:], len(pairs)], strict=True)]
    return [found for part in parts if (found := _of_pairs(view, part))]


def _of_pairs(view: View, pairs: list[Row]) -> tuple[str, list[Column], Row] | None:
    columns = [Column(plain(row[0].text), meanings(row[0].text)) for row in pairs]
    above = view.text[max(0, pairs[0][0].start - _ABOVE) : pairs[0][0].start].lower()
    name = kind(columns, above[-_TITLE:], above, [row[1].lower for row in pairs]) or _kind(columns, above)
    if not name or sum(bool(each) for each in targets(name, columns, hints=False)) < _LEAST:
        return None
    return name, columns, [row[1] for row in pairs]


def _on(one: Cell, two: Cell) -> Cell:
    """A value with the line that goes on with it, one stretch of text."""
    if not one.pieces:
        return two
    both = joined(one, two)
    return Cell(both.text, ((one.start, two.end),))


def _kind(columns: list[Column], above: str) -> str:
    """The type that the labels name most of; of the ways of delegations the one named last above."""
    known = {}
    for name in dict.fromkeys(one for each in columns for one, _ in each.meanings if one != "*"):
        held = [each for each in targets(name, columns, hints=False) if each]
        known[name] = (len(held), above.rfind(_WAYS[name]) if name in _WAYS else -1)
    return max(sorted(known), key=lambda each: known[each], default="")


__all__ = ["form", "named", "of_rows"]
