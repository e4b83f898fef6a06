"""Tables that are no grid: filled forms, items whose parts no head names, labels with their figures."""

from __future__ import annotations

import re

from ...text import View
from . import unheaded
from .cell import Cell, Row, Span
from .form import form, named
from .heads import is_time
from .keyed import keyed
from .kind import Column
from .labelled import below_rules, labelled, pairs_of
from .line import SUM, Line
from .made import Table
from .money import currency
from .titles import headings, is_planned, lines_above, unit_of

_PLACES = re.compile(r"địa bàn|địa phương|huyện|thị xã|nơi|khu công nghiệp")
_GATES = re.compile(r"cửa khẩu|lối mở")


def without_grid(view: View, lines: list[Span], at: int) -> tuple[list[Table], int]:
    """A form, items whose parts no head names or labels with their figures, and the line behind them."""
    if filled := form(view, lines, at) or named(view, lines, at):
        return [of_form(*filled[:3], lines[at][0])], filled[3]
    plain_items, end = _unheaded(view, lines, at)
    if plain_items:
        return plain_items, end
    if listed_ := keyed(view, lines, at):
        return [_of_list(view, listed_[0], listed_[2])], listed_[1]
    if pairs := labelled(view, lines, at):
        return [_of_labels(view, pairs[0], lines[at][0])], pairs[1]
    return [], at + 1


def of_form(name: str, columns: list[Column], cells: Row, start: int) -> Table:
    line = Line(cells, [], False, start, next(each.end for each in reversed(cells) if each.pieces))
    counted = next((each.unit for each in columns if currency(each.unit)), "")  # of sums whose label says no unit
    return Table(name, columns, [], [line], [], counted, True, start=line.start, end=line.end)


def _unheaded(view: View, lines: list[Span], at: int) -> tuple[list[Table], int]:
    """The items of a list whose parts no head names, a table each."""
    start, end = lines[at]
    text = view.text
    if unheaded.separators(text, start, end) < 2:  # cheap, and true of most lines
        return [], at
    headed = at and unheaded.separators(text, *lines[at - 1]) == unheaded.separators(text, start, end)
    top = lines[at - 1][0] if headed else start  # below heads that nobody knows
    titles = lines_above(text, top)
    title = " / ".join(text[a:b].lower() for a, b in titles)
    if is_planned(title):
        return [], at
    found, last = unheaded.items(view, lines, at, title)
    unit = unit_of(text, titles, []) if found else ""
    made = []
    for (name, columns, cells), (first, behind) in zip(found, lines[at:last], strict=True):
        line = Line(cells, [], False, first, behind)
        made.append(Table(name, columns, [], [line], titles, unit, form=True, start=first, end=behind))
    return made, last


def begins(view: View, cells: Row) -> int:
    """Where the line of a form's first label begins."""
    first = next(each.start for each in cells if each.pieces)
    return view.text.rfind("\n", 0, first) + 1


def _of_labels(view: View, pairs: list[tuple[Cell, Cell]], start: int) -> Table:
    columns = [Column("", (), role="label"), Column("", (), role="value", numeric=True)]
    lines = [Line([one, two], [], bool(SUM.match(one.text)), one.start, two.end) for one, two in pairs]
    titles = headings(view.text, start)
    if not titles or view.text[titles[0][1] - 1] == ":":
        titles = lines_above(view.text, start)
    return Table("", columns, [], lines, titles, unit_of(view.text, titles, []), start=start, end=lines[-1].end)


def without_heads(view: View, rows: list[Row]) -> list[Table]:
    """The table of labels with their figures below no heads."""
    pairs = pairs_of(rows)
    table = _of_labels(view, pairs, below_rules(view.text, pairs[0][0].start)) if pairs else None
    return [] if table is None or any(is_planned(view.text[a:b].lower()) for a, b in table.titles[:2]) else [table]


def _of_list(view: View, rows: list[Row], titles: list[Span]) -> Table:
    values = [Column("", (), role="value", numeric=True) for _ in rows[0][1:]]
    held = [Line(row, [], False, row[0].start, next(each.end for each in reversed(row) if each.pieces)) for row in rows]
    planned = any(is_planned(view.text[a:b].lower()) for a, b in titles)
    title = view.text[slice(*titles[0])].lower()
    role = "gate" if _GATES.search(title) else "district" if _PLACES.search(title) else "label"
    columns = [Column("", (), role="label" if is_time(rows[0][0].text) else role), *values]
    return Table("", columns, [], held, titles, "", planned=planned, start=held[0].start, end=held[-1].end)


__all__ = ["begins", "of_form", "without_grid", "without_heads"]
