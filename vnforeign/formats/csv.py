"""Tables as CSV, for spreadsheets: UTF-8, commas, quotes where needed, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from ..document import Document
from . import parts
from .schema import TABLES, names
from .sink import SinkError, pour
from .tables import Row, rows

# How a cell begins that spreadsheets take for a formula, wide forms included; a signed number is none.
_FORMULA = re.compile(r"\s*[-=+@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)*")


def to_csv(documents: Document | Iterable[Document], folder: str | Path, bom: bool = False) -> None:
    """Writes the tables of ``docs/schema.md`` as ``folder/<table>.csv``, in place of earlier ones.

    ``bom=True`` begins each file with the byte-order mark that Excel needs to show Vietnamese letters. A text cell that a
    spreadsheet would take for a formula gets a ``'`` in front. 500 documents are held at a time. Raises SinkError for a folder
    that cannot be written.
    """
    parts.trim(Path(folder), pour(documents, CsvSink(folder)), "csv")
    join(folder, bom)


class CsvSink:
    """A folder of CSV files, ``<table>/part-<shard>.csv``: see ``sink.Sink``; ``join`` makes one file a table of them."""

    def __init__(self, folder: str | Path, fields: bool = True) -> None:
        self._folder = Path(folder)
        self._fields = fields

    def write(self, shard: int, documents: Sequence[Document]) -> None:
        """Writes a part of every table, each with a header. Raises SinkError."""
        found = rows(documents, self._fields)
        parts.write(self._folder, shard, "csv", {name: partial(_fill, name, found[name]) for name in TABLES})

    def close(self) -> None:
        """Nothing is open between two shards."""


def join(folder: str | Path, bom: bool = False) -> None:
    """Makes ``folder/<table>.csv`` of the parts of each table, in the order of their numbers, and removes the parts.

    Raises SinkError for a folder that cannot be written.
    """
    try:
        for table in TABLES:
            place = Path(folder, table)
            pieces = list(parts.numbered(Path(folder), table, "csv").values())
            place.parent.mkdir(parents=True, exist_ok=True)
            parts.whole(place.with_name(f"{table}.csv"), partial(_joined, table, pieces, bom))
            for piece in pieces:
                piece.unlink()
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
    except OSError as error:
        raise SinkError(f"{folder}: {error.strerror or error}") from None


def _joined(table: str, pieces: list[Path], bom: bool, target: Path) -> None:
    with target.open("wb") as whole:
        whole.write(b"\xef\xbb\xbf" * bom + ",".join(names(table)).encode() + b"\r\n")
        for piece in pieces:
            with piece.open("rb") as part:
                part.readline()  # its header
                copyfileobj(part, whole)


def _fill(table: str, found: list[Row], target: Path) -> None:
    shown = [_CELLS.get(column.type, _text) for column in TABLES[table]]
    with target.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(names(table))
        lines.writerows(["" if cell is None else show(cell) for show, cell in zip(shown, row, strict=True)] for row in found)


def _text(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _list(cell: list[str]) -> str:
    return _text("; ".join(cell))


def _bool(cell: bool) -> str:
    return "true" if cell else "false"


def _decimal(cell: Decimal) -> str:
    return format(cell, "f")


_CELLS: dict[str, Callable[[Any], str]] = {
    "bool": _bool,
    "date": date.isoformat,
    "decimal": _decimal,
    "float": repr,
    "int": str,
    "list": _list,
}
