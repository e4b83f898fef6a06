"""Filled forms: each line a label, a colon and a value."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text import View
from .cell import Cell, Row, Span, cell, joined
from .heads import meanings, plain
from .kind import Column, kind, targets

_LEAST = 3  # columns that a form must name
_PAIR = 2  # cells of a row that is a label and its value
_LABEL = re.compile(r"\s*(?:[-+*•]\s*|\d{1,2}[.)/]\s*|[a-hđ][.)]\s*)?([^:\n]{2,40}?) ?:(?!//) ?")
_OPENS = ("name", "title", "award", "donor", "recipient", "party_foreign")
_LONGEST = 40  # lines
_ABOVE = 4000  # characters above a form in which a heading may say which way its delegations go
_TITLE = 200  # of these, where its title stands
_WAYS = {"delegation_out": "đoàn ra", "delegation_in": "đoàn vào"}

_plain = lru_cache(1024)(plain)  # labels are short, and each may be met in forty forms that come to nothing


def form(view: View, lines: list[Span], at: int) -> tuple[str, list[Column], Row, int] | None:
    """``Tên đoàn: …``, ``Trưởng đoàn: …``: labels with their values; a line without one goes on with the value before."""
    text = view.text
    first = _LABEL.match(text, *lines[at])
    if first is None or not any(column in _OPENS for _, column in meanings(first[1])):
        return None
    labels, cells, end = {_plain(first[1]): first[1]}, [cell(view, first.end(), lines[at][1])], at + 1
    while end < min(len(lines), at + _LONGEST) and text[lines[end - 1][1] : lines[end][0]] == "\n":
        match = _LABEL.match(text, *lines[end])
        if match and _plain(match[1]) not in labels:
            labels[_plain(match[1])] = match[1]
            cells.append(cell(view, match.end(), lines[end][1]))
        elif match is None and text[lines[end][0]].islower():
            cells[-1] = _on(cells[-1], cell(view, *lines[end]))
        else:
            break
        end += 1
    filled = [(each, value) for each, value in zip(labels.values(), cells, strict=True) if value.pieces]
    columns, cells = [Column(_plain(each), meanings(each)) for each, _ in filled], [value for _, value in filled]
    above = text[max(0, lines[at][0] - _ABOVE) : lines[at][0]].lower()
    name = kind(columns, above[-_TITLE:], above, [each.lower for each in cells]) or _kind(columns, above)
    if not name or sum(bool(each) for each in targets(name, columns)) < _LEAST:
        return None
    return name, columns, cells, end


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
    if not name or sum(bool(each) for each in targets(name, columns)) < _LEAST:
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
        held = [each for each in targets(name, columns) if each]
        known[name] = (len(held), above.rfind(_WAYS[name]) if name in _WAYS else -1)
    return max(sorted(known), key=lambda each: known[each], default="")


__all__ = ["form", "of_rows"]
