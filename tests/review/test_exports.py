"""What leaves: tables without formulas, SQL that runs, gold that the library can be measured with."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.review.conftest import REPORT, Editor
from vnforeign import analyze, evaluate, gold
from vnforeign.cli import cli
from vnforeign.fields.corpus import read_corpus
from vnforeign.notation import parse
from vnforeign.pairing import same_value
from vnforeign.review.gold import mark
from vnforeign.review.labelled import known_fields
from vnforeign.review.storage import Storage

FORMULA = '=HYPERLINK("http://evil.example";"x")'
GOLD = sorted((Path(__file__).parents[2] / "corpora" / "gold" / "dev").glob("*.txt"))


@pytest.fixture
def decided(editor: Editor) -> Editor:
    """One grant with hostile cells is saved."""
    cells = {
        "c_name": FORMULA,
        "c_donor": "O'Hara'); DROP TABLE x; --",
        "c_owner": "+84",
        "c_committed": "5.000.000 - 7.000.000 USD",
    }
    assert editor.post("/rows/1/accept", editor.form(1) | cells).status_code == 200
    return editor


def test_csv_holds_no_formula(decided: Editor) -> None:
    data = decided.client.get("/export/records.csv?type=ngo_aid").content
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    found = dict(zip(head, row, strict=True))
    assert found["Tên chương trình, dự án, phi dự án"] == f"'{FORMULA}"
    assert found["Chủ khoản viện trợ"] == "'+84"
    assert [found[f"Giá trị cam kết{each}"] for each in ("", " (đến)", " (tiền tệ)")] == ["5000000", "7000000", "USD"]
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_xlsx_holds_no_formula(decided: Editor) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(decided.client.get("/export/records.xlsx").content))
    [page] = book.worksheets
    head, row = list(page.iter_rows())
    found = {label.value: cell for label, cell in zip(head, row, strict=True)}
    assert (found["Tên chương trình, dự án, phi dự án"].value, found["Tên chương trình, dự án, phi dự án"].data_type) == (
        FORMULA,
        "s",
    )
    assert found["Giá trị cam kết"].value == 5_000_000
    assert all(cell.data_type != "f" for cell in row)


def test_sql_runs_in_both_databases(decided: Editor, request: pytest.FixtureRequest) -> None:
    statements = decided.client.get("/export/records.sql").text
    kept = sqlite3.connect(":memory:")
    kept.executescript(statements)
    assert kept.execute("SELECT name, donor, committed FROM ngo_aid").fetchall() == [
        (FORMULA, "O'Hara'); DROP TABLE x; --", 5_000_000)
    ]
    kept.close()
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(request.getfixturevalue("postgres_url"), autocommit=True) as connection:
        connection.execute(statements)
        assert connection.execute("SELECT name, committed_currency FROM ngo_aid").fetchone() == (FORMULA, "USD")


def test_json_holds_values_and_words(decided: Editor) -> None:
    [row] = json.loads(decided.client.get("/export/records.json").content)
    assert row["cells"]["committed"] == {"low": "5000000", "high": "7000000", "currency": "USD"}
    assert (row["saved_by"], row["state"], row["document"]["id"]) == ("Lan", "corrected", 1)
    assert all(REPORT[start:end] for words in row["words"].values() for start, end in words)


def test_csv_files_come_as_an_archive(decided: Editor) -> None:
    with zipfile.ZipFile(io.BytesIO(decided.client.get("/export/records.zip").content)) as archive:
        assert archive.namelist() == ["ngo_aid.csv"]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_values_are_written_as_the_notation_reads_them(path: Path) -> None:
    """Every entity that the library finds, written and read again, has the same value."""
    for entity in analyze(parse(path.read_text(encoding="utf-8"))[1]).entities:
        said = f"[{entity.text}]({entity.label} {mark(entity.label, entity.value.to_dict())})"
        if "\n" not in said and "[" not in entity.text:
            [again] = parse(said)[2]
            assert same_value(again, entity.to_dict()), said


def test_checked_documents_are_gold(editor: Editor, storage: Storage, tmp_path: Path) -> None:
    start = REPORT.index("Công tác")
    form: dict[str, Any] = {"start": start, "end": start + 8, "label": "ORG", "value": "Phòng Công tác"}
    assert editor.post("/documents/1/marks", form).status_code == 200
    with zipfile.ZipFile(io.BytesIO(editor.client.get("/export/gold.zip").content)) as archive:
        assert archive.namelist() == []
    editor.post("/documents/1/check", {"checked": "on"})
    url = storage.engine.url.database or ""
    ran = CliRunner().invoke(cli, ["reviewed", "gold", "--db", url, "-o", str(tmp_path / "ours")], standalone_mode=False)
    assert ran.return_value == 0, ran.output
    [kept] = gold.read(tmp_path / "ours")
    assert kept.text == REPORT
    assert "Phòng Công tác" in [each["value"].get("name") for each in kept.entities]
    found = evaluate.evaluate(tmp_path / "ours")
    missed = [error for error in found.errors if error.kind == "missed"]
    assert [error.label for error in missed] == ["ORG"]
    assert found.micro().gold == found.micro().value + 1


def test_an_entity_without_a_value_asks_for_one(editor: Editor) -> None:
    start = REPORT.index("Quỹ Bàn")
    answer = editor.post("/documents/1/marks", {"start": start, "end": start + 3, "label": "AMOUNT"})
    assert answer.status_code == 422
    assert "25000000000 VND" in answer.text


def test_judged_passages_are_labelled_passages(editor: Editor, storage: Storage, tmp_path: Path) -> None:
    page = editor.get(f"/documents/1/passage?at={REPORT.index('Trong năm')}")
    index = page.partition("/passages/")[2].partition('"')[0]
    form = {"fields": ["delegations", "cooperation"], "pillars": "state", "function": "result"}
    assert editor.post(f"/documents/1/passages/{index}", form).status_code == 200
    assert editor.post(f"/documents/1/passages/{index}", form | {"fields": ["cross_cutting", "delegations"]}).status_code == 422
    out = tmp_path / "ours.tsv"
    ran = CliRunner().invoke(
        cli, ["reviewed", "passages", "--db", storage.engine.url.database or "", "-o", str(out)], standalone_mode=False
    )
    assert ran.return_value == 0, ran.output
    [passage] = read_corpus(out, list(known_fields()))
    assert (set(passage.fields), passage.pillars, passage.function) == ({"delegations", "cooperation"}, ("state",), "result")
    assert passage.text.startswith("Trong năm")


@pytest.mark.parametrize(("ending", "said"), [("exe", "are written as"), ("csv", "name it with --type")])
def test_an_ending_that_is_none_is_said(decided: Editor, storage: Storage, tmp_path: Path, ending: str, said: str) -> None:
    url = storage.engine.url.database or ""
    ran = CliRunner().invoke(
        cli, ["reviewed", "records", "--db", url, "-o", str(tmp_path / f"x.{ending}")], standalone_mode=False
    )
    assert ran.return_value == 1
    assert said in ran.output


@pytest.mark.parametrize("ending", ["xlsx", "json", "sql", "zip"])
def test_records_are_written_by_command(decided: Editor, storage: Storage, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"records.{ending}"
    command = ["reviewed", "records", "--db", storage.engine.url.database or "", "-o", str(out)]
    assert CliRunner().invoke(cli, command, standalone_mode=False).return_value == 0
    assert out.stat().st_size > 100


def test_a_printed_page(decided: Editor) -> None:
    page = decided.get("/documents/1/print")
    assert "Bản ghi đã lưu" in page
    assert "5.000.000 - 7.000.000 USD" in page
    assert re.search(r"Lan, \d\d:\d\d \d\d/\d\d/\d{4}", page)


def test_the_list_is_searched(editor: Editor) -> None:
    for query, there in (
        ("q=dak glong", True),
        ("q=Đắk Glong", True),
        ("q=Đăk", False),
        ("province=Đắk Nông", True),
        ("status=done", False),
        ("q=%25", False),
    ):
        assert ("/documents/1" in editor.get(f"/?{query}")) is there, query
