"""Saved records as tables of plain cells, which every way out shares.

A sum of money is three cells: the number, the upper one of a range, the currency. A list is its items parted by ``; ``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..records import Column, RecordType, types
from .models import Document, Draft, Record
from .texts import Texts

NUMERIC = ("int", "decimal")


class Head(NamedTuple):
    """One column of a table that goes out: its key, its label, whether it holds numbers."""

    key: str
    label: str
    numeric: bool = False


class Sheet(NamedTuple):
    """The records of one type."""

    key: str
    label: str
    heads: list[Head]
    rows: list[list[str]]


class Saved(NamedTuple):
    """A record with the row and the document it came from."""

    record: Record
    draft: Draft
    document: Document


def saved(session: Session, document: int | None = None) -> list[Saved]:
    """The saved records in the order of documents and rows; of one document where ``document`` names it."""
    rows = select(Record, Draft, Document).join(Draft, Draft.id == Record.draft_id)
    rows = rows.join(Document, Document.id == Record.document_id)
    if document is not None:
        rows = rows.where(Record.document_id == document)
    return [Saved(*row) for row in session.execute(rows.order_by(Document.id, Draft.place))]


def sheets(records: list[Saved], language: str = "vi") -> Iterator[Sheet]:
    """A sheet for each type that has records, its columns labelled in a language."""
    say = Texts(language)
    for key, table in types().items():
        own = [each for each in records if each.record.type == key]
        if own:
            yield Sheet(key, say.label(table), heads(table, say), [_row(table, each, say) for each in own])


def heads(table: RecordType, say: Texts) -> list[Head]:
    """The columns of a type's sheet: number and document first."""
    found = [Head("id", "ID", True), Head("document", say("export.document"))]
    for key, column in table.columns.items():
        found.append(Head(key, say.label(column), column.type in NUMERIC or column.type == "money"))
        if column.type == "money":
            found.append(Head(f"{key}_high", f"{say.label(column)} ({say('export.high')})", True))
            found.append(Head(f"{key}_currency", f"{say.label(column)} ({say('export.currency')})"))
    return [
        *found,
        Head("summary", say("export.summary")),
        Head("saved_by", say("page.editor")),
        Head("saved_at", say("export.saved_at")),
    ]


def _row(table: RecordType, each: Saved, say: Texts) -> list[str]:
    cells = [str(each.record.id), each.document.title]
    for key, column in table.columns.items():
        cells += _cells(column, each.record.cells.get(key), say)
    return [*cells, "1" if each.draft.summary else "0", each.record.saved_by, each.record.saved_at]


def _cells(column: Column, value: Any, say: Texts) -> list[str]:
    if column.type == "money":
        value = value or {}
        return [value.get("value") or value.get("low", ""), value.get("high", ""), value.get("currency", "")]
    if isinstance(value, list):
        return ["; ".join(value)]
    return [say.of(column.choices[value]) if value in column.choices else str(value or "")]
