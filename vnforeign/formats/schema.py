"""The one description of all tables, read from ``schema.tsv``: Parquet, SQL, CSV, pandas and the documentation follow it.

A type is one of ``key`` and ``text`` (strings), ``category`` (a string of few different ones), ``int``, ``float``, ``bool``,
``date``, ``decimal`` (38 digits, 9 of them behind the point), ``list`` (of strings) and ``json`` (a string); ``!`` says that it
is never empty.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("schema.tsv")
#: Digits of a decimal, and how many of them stand behind the point.
PRECISION, SCALE = 38, 9


class Column(NamedTuple):
    """One column: ``role`` is ``key`` (part of the primary key), ``index`` or empty; two descriptions for people."""

    name: str
    type: str
    nullable: bool
    role: str
    english: str
    vietnamese: str


def _read() -> dict[str, tuple[Column, ...]]:
    tables: dict[str, tuple[Column, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        table, name, said, role, english, vietnamese = line.split("\t")
        column = Column(name, said.removesuffix("!"), not said.endswith("!") and said != "key", role, english, vietnamese)
        tables[table] = (*tables.get(table, ()), column)
    return tables


#: The columns of each table, in order. ``documents`` comes first: the others point at it.
TABLES: dict[str, tuple[Column, ...]] = _read()


def names(table: str) -> list[str]:
    """The names of a table's columns, in order."""
    return [column.name for column in TABLES[table]]
