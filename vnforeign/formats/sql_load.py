"""How a shard comes into a database: its documents first, which others that load them wait for, then what belongs to them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from .schema import TABLES
from .tables import Row

#: Keys that one statement names.
_MANY = 500


def replace(connection: sa.Connection, tables: sa.MetaData, found: dict[str, list[Row]]) -> None:
    """Puts the rows of documents in place of those that are there under the same key, or for the same source and id.

    ``found`` holds each document once.
    """
    documents = tables.tables["documents"]
    keys = [row[0] for row in found["documents"]]
    _put(connection, documents, sorted(found["documents"], key=lambda row: str(row[0])))
    stale = _stale(connection, documents, found["documents"])
    for name in reversed(TABLES):
        _delete(connection, tables.tables[name], stale if name == "documents" else [*keys, *stale])
    for name in TABLES:
        if name != "documents" and found[name]:
            connection.execute(sa.insert(tables.tables[name]), list(_cells(name, found[name])))


def _put(connection: sa.Connection, documents: sa.Table, found: Sequence[Row]) -> None:
    """Inserts or updates the documents themselves, in the order of their keys, so that two loaders never wait for each other."""
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(documents)
    new = {column.name: insert.excluded[column.name] for column in documents.columns if not column.primary_key}
    if found:
        connection.execute(insert.on_conflict_do_update(index_elements=["document"], set_=new), list(_cells("documents", found)))


def _stale(connection: sa.Connection, documents: sa.Table, found: Sequence[Row]) -> list[str]:
    """The keys of what the same source and id gave before."""
    columns = documents.c.document, documents.c.source, documents.c.id
    places = {(row[2], row[1]) for row in found if row[2] and row[1]}
    kept = {row[0] for row in found}
    gone = []
    for part in _parts(sorted(places)):
        chosen = sa.select(*columns).where(documents.c.source.in_([source for source, _ in part]))
        gone += [key for key, source, name in connection.execute(chosen) if (source, name) in places and key not in kept]
    return sorted(gone)


def _delete(connection: sa.Connection, table: sa.Table, keys: Sequence[str]) -> None:
    for part in _parts(keys):
        connection.execute(sa.delete(table).where(table.c.document.in_(part)))


def _parts(many: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(many), _MANY):
        yield many[start : start + _MANY]


def _cells(table: str, found: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Rows as SQLAlchemy takes them, lists as JSON."""
    names = [column.name for column in TABLES[table]]
    lists = [column.name for column in TABLES[table] if column.type == "list"]
    for row in found:
        cells = dict(zip(names, row, strict=True))
        for name in lists:
            cells[name] = json.dumps(cells[name], ensure_ascii=False)
        yield cells
