"""Ways out for saved records: CSV, XLSX, JSON, SQL. No cell of any of them is a formula."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any

from ..records import types
from .tables import Head, Saved, Sheet, heads, sheets
from .texts import Texts

_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PRECISE = 15  # digits that a spreadsheet keeps
_LONGEST = 32_767  # characters in a spreadsheet's cell
_FORMULA = "=+-@"
_WIDEST, _NARROWEST = 60, 9  # columns of a spreadsheet, in characters


def plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front."""
    cell = _CONTROLS.sub("", cell)
    return f"'{cell}" if begins_a_formula(cell) else cell


def begins_a_formula(cell: str) -> bool:
    """Whether a spreadsheet might take a cell for a formula: signs of any width, behind blanks and what is not seen too."""
    if cell.startswith(("\t", "\r", "\n")):
        return True
    seen = next((each for each in cell if not each.isspace() and unicodedata.category(each) != "Cf"), "")
    return unicodedata.normalize("NFKC", seen)[:1] in tuple(_FORMULA) and not _NUMBER.fullmatch(cell)


def to_csv(sheet: Sheet) -> bytes:
    """One type as CSV, UTF-8 with a byte-order mark so that office programs read the letters right."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)  # a program that parts cells at semicolons finds none either
    writer.writerow([plain(head.label) for head in sheet.heads])
    writer.writerows([plain(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def to_csvs(records: list[Saved], language: str = "vi") -> bytes:
    """A ZIP archive with a CSV file for each type."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in sheets(records, language):
            archive.writestr(zipfile.ZipInfo(f"{sheet.key}.csv", (1980, 1, 1, 0, 0, 0)), to_csv(sheet))
    return out.getvalue()


def to_xlsx(records: list[Saved], language: str = "vi") -> bytes:
    """A workbook with a sheet for each type. Raises ImportError naming the extra where openpyxl is missing."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise ImportError("openpyxl is missing; install it: pip install 'vnforeign[review]'") from None
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets(records, language):
        _fill(book.create_sheet(re.sub(r"[\\/*?:\[\]]", " ", sheet.label)[:31]), sheet)
    if not book.worksheets:
        book.create_sheet("vnforeign")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Any, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for place, head in enumerate(sheet.heads, 1):
        _put(page.cell(1, place), head.label, False)
        page.cell(1, place).font = Font(bold=True)
        page.cell(1, place).alignment = Alignment(wrap_text=True, vertical="top")
        page.column_dimensions[get_column_letter(place)].width = _width(
            [head.label[:20], *(row[place - 1] for row in sheet.rows)]
        )
    for line, row in enumerate(sheet.rows, 2):
        for place, (head, cell) in enumerate(zip(sheet.heads, row, strict=True), 1):
            _put(page.cell(line, place), cell, head.numeric)
            page.cell(line, place).alignment = Alignment(wrap_text=len(cell) > _WIDEST, vertical="top")
    page.freeze_panes = "C2"
    page.auto_filter.ref = page.dimensions


def _width(cells: list[str]) -> int:
    """How wide a column is: its longest line, within bounds."""
    longest = max(len(line) for cell in cells for line in cell.split("\n"))
    return max(_NARROWEST, min(longest + 2, _WIDEST))


def _put(place: Any, cell: str, numeric: bool) -> None:
    """A number where it keeps its digits, else text: never a formula, whatever it begins with."""
    if numeric and _NUMBER.fullmatch(cell) and len(cell) <= _PRECISE:
        place.value = float(cell) if "." in cell else int(cell)
        place.number_format = "#,##0.##########" if "." in cell else "#,##0"
    elif cell:
        place.value = _CONTROLS.sub("", cell)[:_LONGEST]
        place.data_type = "s"
        place.quotePrefix = begins_a_formula(cell)  # stays text when somebody edits it


def to_json(records: list[Saved], _language: str = "vi") -> bytes:
    """Every record with its canonical values, the offsets of the words behind them, and where it came from."""
    return (json.dumps([_record(each) for each in records], ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _record(each: Saved) -> dict[str, Any]:
    source = {name: getattr(each.document, name) for name in ("id", "title", "source", "digest")}
    row: dict[str, Any] = {"id": each.record.id, "type": each.record.type, "summary": each.draft.summary}
    row |= {"state": each.draft.state, "document": source, "cells": each.record.cells, "words": each.draft.words}
    return row | {"saved_by": each.record.saved_by, "saved_at": each.record.saved_at}


def to_sql(records: list[Saved], language: str = "vi") -> bytes:
    """Tables and INSERT statements that SQLite and PostgreSQL run; a table for each type, its labels as comments."""
    parts = ["BEGIN;"]
    for sheet in sheets(records, language):
        parts += _table(sheet)
        parts += [_insert(sheet, row) for row in sheet.rows]
    return ("\n".join([*parts, "COMMIT;"]) + "\n").encode("utf-8", "replace")


def _table(sheet: Sheet) -> list[str]:
    columns = ",\n".join(f'  "{head.key}" {_type(head)}' for head in sheet.heads)
    labels = [f"-- {head.key}: {' '.join(head.label.split())}" for head in sheet.heads]
    return [f"-- {sheet.label}", *labels, f'CREATE TABLE "{sheet.key}" (\n{columns}\n);']


def _type(head: Head) -> str:
    return "INTEGER PRIMARY KEY" if head.key == "id" else "NUMERIC" if head.numeric else "TEXT"


def _insert(sheet: Sheet, row: list[str]) -> str:
    cells = ", ".join(_literal(head, cell) for head, cell in zip(sheet.heads, row, strict=True))
    return f'INSERT INTO "{sheet.key}" VALUES ({cells});'


def _literal(head: Head, cell: str) -> str:
    if not cell:
        return "NULL"
    if head.numeric:
        return cell if _NUMBER.fullmatch(cell) else "NULL"
    return "'" + _CONTROLS.sub("", cell).replace("'", "''") + "'"


#: By file ending: how the records are written, and the media type.
WAYS: dict[str, tuple[Callable[[list[Saved], str], bytes], str]] = {
    "zip": (to_csvs, "application/zip"),
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (to_json, "application/json"),
    "sql": (to_sql, "application/sql"),
}


def write(records: list[Saved], ending: str, language: str = "vi", kind: str | None = None) -> bytes:
    """The records as a file with this ending: one of ``WAYS``, or csv with the key of one type. Raises ValueError."""
    if kind is not None and kind not in types():
        raise ValueError(f"no table {kind!r}; the tables are: {', '.join(types())}")
    if ending == "csv":
        return _one(records, language, kind)
    if ending not in WAYS:
        raise ValueError(f"records are written as {', '.join(WAYS)} or csv, not {ending!r}")
    return WAYS[ending][0]([each for each in records if kind in (None, each.record.type)], language)


def _one(records: list[Saved], language: str, kind: str | None) -> bytes:
    if kind is None:
        raise ValueError(f"a .csv file holds one table; name it with --type: {', '.join(types())}")
    own = [each for each in records if each.record.type == kind]
    table, say = types()[kind], Texts(language)
    return to_csv(next(sheets(own, language), None) or Sheet(kind, say.label(table), heads(table, say), []))
