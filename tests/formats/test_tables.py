"""Documents as rows: cells in the columns that the schema describes, whatever the document says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnforeign as vf
from tests.formats.samples import TEXT, odd, report
from tools import schema as schema_doc
from vnforeign.document import Raw
from vnforeign.formats import tables
from vnforeign.formats.schema import TABLES, names

PLAIN = {
    "bool": bool,
    "category": str,
    "date": date,
    "decimal": Decimal,
    "float": float,
    "int": int,
    "json": str,
    "key": str,
    "list": list,
    "text": str,
}
CASES: dict[str, dict[str, Any]] = {
    "tỉnh Đắk Nông": {"name": "Đắk Nông", "iso": "VN-72", "province": "dak-nong", "today": ["vn-lam-dong-2025"]},
    "Ngày 04/12/2007": {"date_start": date(2007, 12, 4), "date_end": date(2007, 12, 4), "edtf": "2007-12-04"},
    "2 triệu USD": {"amount": Decimal(2_000_000), "currency": "USD", "low": None},
    "từ 5 đến 7 tỷ đồng": {"amount": None, "low": Decimal(5_000_000_000), "high": Decimal(7_000_000_000)},
    "gần 130 km": {"amount": Decimal(130), "unit": "km", "modifier": "about"},
    "248/314 vị trí": {"amount": Decimal(248), "whole": Decimal(314)},
    "Chỉ thị số 44-CT/TW": {"canonical": "44-CT/TW", "type": "chi_thi", "number": "44", "symbol": "CT/TW"},
    "Lào": {"country": "LA", "code": None, "name": "Lào"},
    "tỉnh Mondulkiri": {"country": "KH", "iso": "KH-11"},
    "Sở Ngoại vụ tỉnh Đắk Nông": {"level": "province", "province": "dak-nong"},
}


@pytest.mark.parametrize("words", CASES)
def test_values_have_columns_of_their_own(words: str) -> None:
    document = vf.analyze(f"{words} là một việc.")
    found = [dict(zip(names("entities"), row, strict=True)) for row in tables.table_rows(document, "entities")]
    row = next(row for row in found if row["text"].lower() == words.lower())
    assert {name: row[name] for name in CASES[words]} == CASES[words]


def cells(document: vf.Document) -> Iterator[tuple[str, Any, Any]]:
    for table, found in tables.rows([document]).items():
        for row in found:
            assert len(row) == len(TABLES[table])
            yield from ((table, column, cell) for column, cell in zip(TABLES[table], row, strict=True))


@pytest.mark.parametrize(
    "document", [report(), odd(), vf.analyze(""), vf.Document("")], ids=["report", "odd", "analysed", "bare"]
)
def test_every_cell_is_of_its_column(document: vf.Document) -> None:
    for table, column, cell in cells(document):
        assert cell is not None or column.nullable, f"{table}.{column.name}"
        assert cell is None or type(cell) is PLAIN[column.type], f"{table}.{column.name}: {cell!r}"


def test_what_a_column_cannot_hold_stays_in_the_json() -> None:
    found = [dict(zip(names("entities"), row, strict=True)) for row in tables.table_rows(odd(), "entities")]
    long, huge = [row for row in found if row["label"] == "AMOUNT"]
    assert long["amount"] == Decimal("-12345678901234567890.123456789")
    assert huge["amount"] is None and "1" * 40 in huge["value"]
    directive = next(row for row in found if row["label"] == "DIRECTIVE")
    assert directive["year"] is None and directive["issued"] is None and str(10**30) in directive["value"]


def strings(cell: Any) -> list[str]:
    return [cell] if isinstance(cell, str) else [each for each in cell if isinstance(each, str)] if isinstance(cell, list) else []


@given(st.text(max_size=40), st.text(max_size=8))
def test_no_cell_holds_what_databases_refuse_and_offsets_stay(text: str, name: str) -> None:
    document = vf.Document(text, id=name, metadata={"title": text}, warnings=[text])
    document.entities.append(vf.Entity("ORG", 0, len(text), text, Raw({"name": text, name: [text]})))
    for _, _, cell in cells(document):
        for said in strings(cell):
            assert "\0" not in said and "\\u0000" not in said.replace("\\\\", "")
            said.encode("utf-8")
    assert len(tables.table_rows(document, "documents")[0][-1]) == len(text)


def test_keys_follow_file_source_id_and_text() -> None:
    copy = report()
    copy.source = "bản sao/bao-cao.txt"
    said = [report(), copy, report(TEXT + " "), report(name="khác"), report(digest="00" * 32), vf.analyze(TEXT)]
    assert len({tables.key(document) for document in said}) == len(said)
    assert tables.key(report()) == tables.key(report())


def test_fields_can_be_left_unasked() -> None:
    document = vf.analyze("Tỉnh hoàn thành phân giới cắm mốc, khai trương cặp cửa khẩu.")
    place = names("passages").index("field")
    assert tables.rows([document], fields=False)["passages"][0][place] is None
    assert tables.rows([document])["passages"][0][place] == "borders"


def test_the_documentation_holds_the_schema() -> None:
    path = Path(schema_doc.DOCUMENT)
    assert schema_doc.written(path.read_text(encoding="utf-8")) == path.read_text(encoding="utf-8"), "run tools/schema.py"


def test_columns_are_told_in_both_languages() -> None:
    columns = [column for table in TABLES.values() for column in table]
    assert [column.name for column in columns if not column.english.strip() or not column.vietnamese.strip()] == []
    assert {column.type for column in columns} == set(PLAIN)
