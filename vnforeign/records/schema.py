"""The tables of ``types.toml``: what a row of each type has, what its columns hold and how they are labelled."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

PATH = Path(__file__).with_name("types.toml")
KINDS = ("text", "int", "decimal", "money", "date", "daterange", "enum", "docref", "list")
ROWS = ("all", "single", "summary")


class TypesError(ValueError):
    """A file of tables that cannot be used; the message names the table and the column."""


class Column(msgspec.Struct, frozen=True):
    """One column: ``label`` is Vietnamese, ``label_en`` English, ``type`` one of ``KINDS``.

    ``choices`` are the keys of an enum with their Vietnamese and English labels; ``rows`` says whether only rows of one item
    (``single``), only rows of totals (``summary``) or ``all`` have the column; ``source`` says in words what fills it; ``common``
    columns stand in every table; ``holds`` says what a text is: ``country`` for the short Vietnamese name of one.
    """

    key: str
    label: str
    label_en: str
    type: str
    required: bool = False
    rows: str = "all"
    source: str = ""
    choices: dict[str, tuple[str, str]] = {}
    common: bool = False
    holds: str = ""

    def on(self, summary: bool) -> bool:
        """Whether rows of totals (or, for False, rows of one item) have the column."""
        return self.rows == "all" or (self.rows == "summary") == summary


class RecordType(msgspec.Struct, frozen=True):
    """One table: its columns by key, those of its own first, in the sheet's order; ``fields`` are the fields it belongs to."""

    key: str
    label: str
    label_en: str
    fields: tuple[str, ...]
    columns: dict[str, Column]
    only_summary: bool = False

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns that are not common to all tables."""
        return tuple(column for column in self.columns.values() if not column.common)

    def required(self, summary: bool = False) -> tuple[str, ...]:
        """The keys of its own columns that the form asks for: of rows of one item, or of totals."""
        columns = self.columns.values()
        return tuple(one.key for one in columns if one.required and not one.common and one.on(summary))


@cache
def types(path: str | Path = PATH) -> dict[str, RecordType]:
    """The tables by key, in the file's order. Raises TypesError for a file that cannot be used, OSError for one that cannot be
    opened.
    """
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        enums = {name: {key: (each["vi"], each["en"]) for key, each in table.items()} for name, table in data["enums"].items()}
        common = {key: _column(key, row, enums, True) for key, row in data["common"].items()}
        return {key: _type(key, row, enums, common) for key, row in data["types"].items()}
    except (KeyError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TypesError(f"{path}: {error!r}") from None


def _type(key: str, row: Mapping[str, Any], enums: Mapping[str, Any], common: dict[str, Column]) -> RecordType:
    own = {name: _column(name, cells, enums, False, key) for name, cells in row["columns"].items()}
    if own.keys() & common.keys():
        raise TypesError(f"{key}: {', '.join(own.keys() & common.keys())} is a common column")
    return RecordType(key, row["vi"], row["en"], tuple(row["fields"]), own | common, row.get("summary", False))


def _column(key: str, row: Mapping[str, Any], enums: Mapping[str, Any], common: bool, table: str = "common") -> Column:
    kind, rows = row["type"], row.get("rows", "all")
    if kind not in KINDS or rows not in ROWS or (kind == "enum") != ("enum" in row):
        raise TypesError(f"{table}.{key}: type {kind!r} or rows {rows!r} is none, or its enum is missing")
    choices = enums[row["enum"]] if kind == "enum" else {}
    return Column(
        key, row["vi"], row["en"], kind, row.get("required", False), rows, row["from"], choices, common, row.get("holds", "")
    )
