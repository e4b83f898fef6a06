"""Gold records: TOML files beside the marked reports, one file a report, one ``[[record]]`` a row.

    [[record]]
    type = "ngo_aid"
    summary = true
    at = "158 lượt đoàn của các tổ chức"
    donor_visits = { is = "158", from = "158 lượt đoàn" }
    committed = { is = "8500000 USD", from = "8.500.000 USD" }
    result = "góp phần giảm nghèo"

``at`` is a piece of the report that the row comes from: its first occurrence, or the n-th with ``at_nth = n``. A slot's words are
looked up from the start of ``at``'s sentence on, else in the whole text
(both as rules read them: one blank, composed letters); ``from`` may be a list of pieces. A bare string is a
text slot whose value is its words. See ``corpora/records/README.md``.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from .. import text
from ..document import Evidence, Record, Slot
from ..gold import Gold
from . import canonical
from .schema import Column, RecordType, types

_OWN = ("type", "summary", "at", "at_nth", "comment")


class GoldError(ValueError):
    """A file of gold records that cannot be read; the message names the file, the record and the slot."""


def read(path: str | Path, report: Gold) -> list[Record]:
    """The gold records of one report, whose words are looked up in the report's text. Raises GoldError, OSError."""
    path = Path(path)
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("record", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from None
    found, view = [], text.read(report.text)
    for number, row in enumerate(rows, 1):
        try:
            found.append(_record(row, view))
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}, record {number}: {error}") from None
    return found


def corpus(records: str | Path, reports: list[Gold]) -> Iterator[tuple[Gold, list[Record]]]:
    """Each report that has a file of gold records below a folder, with its records, in the order of the reports."""
    files = {path.stem: path for path in sorted(Path(records).rglob("*.toml"))}
    for report in reports:
        if report.id in files:
            yield report, read(files[report.id], report)


def read_rows(path: str | Path) -> Iterator[tuple[Gold, list[Record]]]:
    """Reports with their rows from lines of JSON, as ``vnforeign reviewed rows`` writes them. Raises GoldError, OSError."""
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
                report = Gold(str(row["id"]), str(row["text"]), row.get("reference_date"), [])
                yield report, [_decided(each, len(report.text)) for each in row["records"]]
            except json.JSONDecodeError:
                raise GoldError(f"{path}, line {number}: is not JSON; `vnforeign reviewed rows` writes such files") from None
            except KeyError as error:
                raise GoldError(f"{path}, line {number}: {error} is missing") from None
            except (ValueError, TypeError, AttributeError) as error:
                raise GoldError(f"{path}, line {number}: {error}") from None


def _decided(row: dict[str, Any], size: int) -> Record:
    record = msgspec.convert(row, Record)
    if record.type not in types() or any(key not in types()[record.type].columns for key in record.slots):
        raise ValueError(f"no table {record.type!r}, or not with these columns: {', '.join(record.slots)}")
    for key, slot in record.slots.items():
        _written(types()[record.type].columns[key], slot.value)
    if any(not 0 <= each.start <= each.end <= size for slot in record.slots.values() for each in slot.evidence):
        raise ValueError("words outside the text")
    return record


def _written(column: Column, value: Any) -> None:
    """Raises ValueError where a value is not of its column's type."""
    shape = {"list": list, "money": dict}.get(column.type, str)
    if not isinstance(value, shape):
        raise ValueError(f"{column.key}: {value!r} is no {column.type}")
    try:
        canonical.read(column, value if column.type == "list" else canonical.write(value))
    except (KeyError, ValueError) as error:
        raise ValueError(f"{column.key}: {value!r} is no {column.type}") from error


def _record(row: dict[str, Any], view: text.View) -> Record:
    if row["type"] not in types():
        raise ValueError(f"no record type {row['type']!r}")
    table, summary = types()[row["type"]], row.get("summary", False)
    start = _anchor(view.text, row["at"], row.get("at_nth", 1))
    slots = {key: _slot(table, summary, key, said, view, start) for key, said in row.items() if key not in _OWN}
    return Record(table.key, slots, summary=summary or table.only_summary)


def _anchor(seen: str, words: str, nth: int) -> int:
    at, sought = -1, text.read(words).text
    for _ in range(nth):
        at = seen.find(sought, at + 1)
        if at < 0:
            raise ValueError(f"at = {words!r} does not stand in the report {nth} times")
    return max(seen.rfind("\n", 0, at), seen.rfind(". ", 0, at)) + 1


def _slot(table: RecordType, summary: bool, key: str, said: Any, view: text.View, start: int) -> Slot:
    column = table.columns.get(key)
    if column is None or not column.on(summary or table.only_summary):
        raise ValueError(f"{key}: {table.key} has no such column in {'rows of totals' if summary else 'rows of one item'}")
    value, words = (said["is"], said["from"]) if isinstance(said, dict) else (said, said)
    if isinstance(value, list) and column.type != "list":
        raise ValueError(f"{key}: a list, but the column is {column.type}")
    pieces = words if isinstance(words, list) else [words]
    return Slot(_value(column, value), [_evidence(view, piece, start, key) for piece in pieces], "gold")


def _value(column: Column, value: Any) -> Any:
    try:
        return canonical.read(column, value)
    except ValueError as error:
        raise ValueError(f"{column.key}: {error}") from None


def _evidence(view: text.View, words: str, start: int, key: str) -> Evidence:
    sought = text.read(words).text
    at = view.text.find(sought, start)
    at = at if at >= 0 else view.text.find(sought)
    if at < 0:
        raise ValueError(f"{key}: {words!r} does not stand in the report")
    return Evidence(*view.span(at, at + len(sought)))
