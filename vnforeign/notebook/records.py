"""Records: one table a type as the office keeps it, or one record as a form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from ..document import Record, Slot
from ..formats.html import safe
from ..formats.show import cut
from ..records import Column, RecordType, types
from .style import both, note, row, table

#: So many rows of each type, and so many characters of a cell, are shown.
MOST, WIDEST = 40, 120


def tables(records: Sequence[Record]) -> str:
    """A table a type, in the order of the types, of the columns that some record fills."""
    if not records:
        return note("Chưa có dòng nào.", "No records.")
    known = list(types())
    kinds = sorted(records, key=lambda each: known.index(each.type) if each.type in known else len(known))
    return "".join(_table(kind, list(group)) for kind, group in groupby(kinds, lambda each: each.type))


def _table(kind: str, records: list[Record]) -> str:
    columns = [column for column in _columns(kind, records) if not column.common]
    rows = [row([_summary(each), *(_cell(column, each.slots.get(column.key), each) for column in columns)]) for each in records]
    left = len(records) - MOST
    more = note(f"Còn {left:,} dòng nữa.", f"{left:,} more rows.") if left > 0 else ""
    head = ["", *(both(column.label, column.label_en) for column in columns)]
    title = f'{_name(types().get(kind), kind)} <span class="soft">{len(records)}</span>'
    return f'<div class="title">{title}</div>\n{table(head, rows[:MOST])}{more}'


def form(record: Record) -> str:
    """One record, a line a column: the value, and how sure it is."""
    kind = types().get(record.type)
    lines = [
        row([both(column.label, column.label_en), _cell(column, record.slots.get(column.key), record), _how(record, column.key)])
        for column in _columns(record.type, [record], kind.required(record.summary) if kind else ())
    ]
    gaps = "".join(f'<div class="note warning">{safe(cut(each, 200))}</div>\n' for each in record.conflicts)
    return f'<div class="title">{_name(kind, record.type)}</div>\n{table(["", "", ""], lines)}{gaps}'


def _columns(kind: str, records: list[Record], always: Sequence[str] = ()) -> list[Column]:
    """The columns that are filled, in the sheet's order; a type that is not known names its columns by their keys."""
    filled = {key for record in records for key in record.slots} | set(always)
    known = types().get(kind)
    if known is None:
        return [Column(key, key, key, "text") for key in sorted(filled)]
    return [column for key, column in known.columns.items() if key in filled]


def _name(kind: RecordType | None, key: str) -> str:
    return both(kind.label, kind.label_en) if kind else safe(key)


def _summary(record: Record) -> str:
    return both("Σ", "totals") if record.summary else ""


def _cell(column: Column, slot: Slot | None, record: Record) -> str:
    if slot is None:
        return '<span class="gap-mark" title="thiếu / missing">…</span>' if column.key in record.missing else ""
    doubt = "" if slot.certain else ' class="unsure"'
    return f'<span{doubt} title="{safe(f"{slot.rule} · {slot.score:.2f}")}">{safe(cut(said(slot.value, column), WIDEST))}</span>'


def _how(record: Record, key: str) -> str:
    slot = record.slots.get(key)
    return f'<span class="soft">{safe(slot.rule)} · {slot.score:.2f}</span>' if slot else ""


def said(value: str | list[str] | dict[str, Any], column: Column) -> str:
    """A value as people write it: labels of an enum, digits in groups of three."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, dict):
        numbers = [_grouped(value[slot]) for slot in ("value", "low", "high") if value.get(slot) is not None]
        return f"{' – '.join(numbers)} {value.get('currency') or ''}".strip()
    if value in column.choices:
        return column.choices[value][0]
    return _grouped(value) if column.type in ("int", "decimal") else value


def _grouped(number: object) -> str:
    """Vietnamese digits: a dot between groups of three, a comma before the fraction."""
    whole, point, rest = str(number).partition(".")
    digits = f"{int(whole):,}".replace(",", ".") if whole.isascii() and whole.isdecimal() and len(whole) < 400 else whole
    return digits + ("," if point else "") + rest
