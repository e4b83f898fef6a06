"""What the templates show: a row as fields, a document as a line of the list."""

from __future__ import annotations

from typing import Any

import msgspec

from ..document import CERTAIN
from ..formats.show import visible
from ..records import Column, RecordType, types
from . import typed
from .models import Draft
from .texts import Texts

_GIST = 3  # values in the line of a closed row
_LONG = 70  # characters of a value in that line
_AREA = ("text", "list")
_SUGGESTED = {"date": "date", "daterange": "date", "money": "money", "docref": "document"}


class Field(msgspec.Struct):
    """One cell in a form: what stands in the input, how it is stored, what is wrong with it, the words behind it."""

    key: str
    label: str
    type: str
    typed: str
    stored: str
    error: str
    words: str
    choices: list[tuple[str, str]]
    missing: bool
    unsure: bool
    area: bool
    suggested: str


class Row(msgspec.Struct):
    """A row as a card: its fields in three groups, or, closed, its gist."""

    id: int
    version: int
    state: str
    type: str
    summary: bool
    gist: str
    quote: str
    conflicts: list[str]
    anchor: int
    groups: list[tuple[str, list[Field]]]
    errors: bool
    drafted: bool


def row(draft: Draft, say: Texts, said: dict[str, str] | None = None, problems: dict[str, str] | None = None) -> Row:
    """A draft as the page shows it; ``said`` holds what was typed where it could not be stored, ``problems`` why."""
    table = types()[draft.type]
    columns = [column for column in table.columns.values() if column.on(draft.summary)]
    fields = {column.key: _field(draft, column, say, said or {}, problems or {}) for column in columns}
    return Row(
        id=draft.id,
        version=draft.version,
        state=draft.state,
        type=say.label(table),
        summary=draft.summary,
        gist=_gist(draft, table, say),
        quote=str(draft.cells.get("source_quote", "")),
        conflicts=[_conflict(table, each, say) for each in draft.drafted.get("conflicts", [])],
        anchor=_anchor(draft, table),
        groups=_groups(columns, fields),
        errors=bool(problems),
        drafted=bool(draft.drafted),
    )


def _anchor(draft: Draft, table: RecordType) -> int:
    """Where the row's own words begin, -1 without any; the province that it shares with all rows stands in the letterhead."""
    return min((start for column in table.own for start, _ in draft.words.get(column.key, [])), default=-1)


def _conflict(table: RecordType, said: str, say: Texts) -> str:
    """What the library says of a contradiction, the column by its label."""
    key, _, rest = said.partition(": ")
    found = rest.removeprefix("also ")
    return visible(say("row.also", column=say.label(table.columns[key]), said=found) if key in table.columns else said)


def _field(draft: Draft, column: Column, say: Texts, said: dict[str, str], problems: dict[str, str]) -> Field:
    cell = draft.cells.get(column.key)
    problem = problems.get(column.key)
    written = said.get(column.key, typed.show(column, cell))
    slot = draft.drafted.get("slots", {}).get(column.key)
    return Field(
        key=column.key,
        label=say.label(column),
        type=column.type,
        typed=visible(written),
        stored=stored(column, cell) if not problem else "",
        error=say(f"errors.{problem}") if problem else "",
        words=",".join(f"{start}-{end}" for start, end in draft.words.get(column.key, [])),
        choices=[(key, say.of(labels)) for key, labels in column.choices.items()],
        missing=column.required and cell is None and not column.common,
        unsure=bool(slot and slot["value"] == cell and slot["score"] < CERTAIN and draft.state == "open"),
        area=column.type in _AREA,
        suggested=_SUGGESTED.get(column.type, ""),
    )


def stored(column: Column, cell: typed.Cell | None, said: str | None = None) -> str:
    """How a date, sum or number is stored, where that is not what was typed (``said``, else what the page shows)."""
    if cell is None or column.type not in ("date", "daterange", "money", "int", "decimal"):
        return ""
    if isinstance(cell, dict):
        return f"{cell.get('value') or '{low}..{high}'.format(**cell)} {cell['currency']}"
    return str(cell) if str(cell) != (typed.show(column, cell) if said is None else typed.clean(said)) else ""


def _groups(columns: list[Column], fields: dict[str, Field]) -> list[tuple[str, list[Field]]]:
    """The fields that matter, those common to all tables, and those that are empty and may stay so."""
    main = [column for column in columns if not column.common and (column.required or fields[column.key].typed)]
    common = [column for column in columns if column.common]
    empty = [column for column in columns if column not in main and column not in common]
    named = (("", main), ("row.empty", empty), ("row.common", common))
    return [(name, [fields[column.key] for column in group]) for name, group in named if group]


def _gist(draft: Draft, table: RecordType, say: Texts) -> str:
    said = [_named(column, draft.cells[column.key], say) for column in table.own if column.key in draft.cells]
    return " · ".join(said[:_GIST])


def _named(column: Column, cell: typed.Cell, say: Texts) -> str:
    """A value; a bare number says of what."""
    said = _short(column, cell, say)
    return f"{say.label(column)} {said}" if column.type in ("int", "decimal") else said


def _short(column: Column, cell: typed.Cell, say: Texts) -> str:
    said = say.of(column.choices[cell]) if isinstance(cell, str) and cell in column.choices else typed.show(column, cell)
    return visible(said if len(said) <= _LONG else said[: _LONG - 1].rstrip() + "…")


def filled(draft: Draft, say: Texts) -> list[tuple[str, str]]:
    """The filled columns of a row, as label and value."""
    table = types()[draft.type]
    rows: list[tuple[str, Any]] = [(say.label(column), (column, draft.cells.get(key))) for key, column in table.columns.items()]
    return [(label, _full(column, cell, say)) for label, (column, cell) in rows if cell]


def _full(column: Column, cell: typed.Cell, say: Texts) -> str:
    return visible(say.of(column.choices[cell]) if isinstance(cell, str) and cell in column.choices else typed.show(column, cell))
