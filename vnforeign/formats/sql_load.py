"""How a shard comes into a database: its documents first, which others that load them wait for, then what belongs to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from .schema import TABLES
from .sql_engine import narrowed
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
            _insert(connection, name, found[name])


def _put(connection: sa.Connection, documents: sa.Table, found: Sequence[Row]) -> None:
    """Inserts or updates the documents themselves, in the order of their keys, so that two loaders never wait for each other."""
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(documents)
    new = {column.name: insert.excluded[column.name] for column in documents.columns if not column.primary_key}
    if found:
        connection.execute(insert.on_conflict_do_update(index_elements=["document"], set_=new), list(_cells("documents", found)))


def _stale(connection: sa.Connection, documents: sa.Table, found: Sequence[Row]) -> list[str]:
    """The keys of what the same source and id gave before; a source that is no UTF-8 may be two files' and is left out."""
    columns = documents.c.document, documents.c.source, documents.c.id
    places = {(row[2], row[1]) for row in found if row[2] and row[1] and "\ufffd" not in row[2]}
    kept = {row[0] for row in found}
    gone = []
    for part in _parts(sorted(places)):
        sources, ids = ({place[side] for place in part} for side in (0, 1))
        chosen = sa.select(*columns).where(documents.c.source.in_(sources), documents.c.id.in_(ids))
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
    lists = [column.type == "list" for column in TABLES[table]]
    for row in found:
        yield {name: _json(cell) if several else cell for name, cell, several in zip(names, row, lists, strict=True)}


def _insert(connection: sa.Connection, table: str, found: Sequence[Row]) -> None:
    """Many rows at once, past SQLAlchemy's work on each cell: ``COPY`` or one prepared statement."""
    quote = connection.dialect.identifier_preparer.quote
    into = f"{quote(table)} ({', '.join(quote(column.name) for column in TABLES[table])})"
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {into} FROM STDIN", _converted(table, found, {"list": _json}))
    else:
        cells = list(_converted(table, found, {"list": _json, "date": date.isoformat, "decimal": narrowed}))
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({', '.join('?' * len(TABLES[table]))})", cells)


def _copy(connection: sa.Connection, statement: str, found: Iterator[Row]) -> None:
    with connection.connection.cursor() as cursor, cursor.copy(statement) as lines:  # type: ignore[attr-defined]
        for row in found:
            lines.write_row(row)


def _converted(table: str, found: Sequence[Row], how: dict[str, Callable[[Any], Any]]) -> Iterator[Row]:
    """Rows whose cells of some types are changed, a column at a time; empty ones stay."""
    columns = zip(TABLES[table], zip(*found, strict=True), strict=True)
    changed = [
        [None if cell is None else how[column.type](cell) for cell in cells] if column.type in how else cells
        for column, cells in columns
    ]
    return zip(*changed, strict=True)


def _json(cell: list[str]) -> str:
    return json.dumps(cell, ensure_ascii=False) if cell else "[]"
