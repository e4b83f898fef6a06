"""The tables and columns an editor fills, as ``records/types.toml`` lists them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

_TYPES = Path(__file__).parents[1] / "records" / "types.toml"


class Column(msgspec.Struct, frozen=True):
    """One column: its key, its type (text, int, decimal, money, date, daterange, enum, docref, list), its labels.

    ``rows`` says which rows have it: ``single``, ``summary`` or ``all``; ``choices`` are an enum's keys with their labels.
    """

    key: str
    type: str
    vi: str
    en: str
    required: bool = False
    rows: str = "all"
    choices: dict[str, dict[str, str]] = {}

    def label(self, language: str) -> str:
        return self.en if language == "en" else self.vi


class Type(msgspec.Struct, frozen=True):
    """One table of records."""

    key: str
    vi: str
    en: str
    columns: dict[str, Column]
    summary: bool = False

    def label(self, language: str) -> str:
        return self.en if language == "en" else self.vi

    def of(self, summary: bool) -> list[Column]:
        """The columns that a single row or a row of totals has."""
        other = "single" if summary or self.summary else "summary"
        return [column for column in self.columns.values() if column.rows != other]


@cache
def types() -> dict[str, Type]:
    """All tables by key, in the order of the file."""
    data = tomllib.loads(_TYPES.read_text(encoding="utf-8"))
    return {key: _type(key, row, data) for key, row in data["types"].items()}


def _type(key: str, row: dict[str, Any], data: dict[str, Any]) -> Type:
    listed = {**row["columns"], **data["common"]}
    columns = {name: _column(name, column, data["enums"]) for name, column in listed.items()}
    return Type(key, row["vi"], row["en"], columns, bool(row.get("summary")))


def _column(key: str, row: dict[str, Any], enums: dict[str, Any]) -> Column:
    choices = enums[row["enum"]] if row["type"] == "enum" else {}
    return Column(key, row["type"], row["vi"], row["en"], bool(row.get("required")), row.get("rows", "all"), choices)
