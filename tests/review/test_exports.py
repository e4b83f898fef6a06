"""What leaves: tables without formulas, SQL that runs, gold that the library can be measured with."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from tests.review.conftest import REPORT, Editor
from vnforeign import Document, analyze, evaluate, gold
from vnforeign.cli import cli
from vnforeign.fields.corpus import read_corpus
from vnforeign.notation import parse
from vnforeign.pairing import same_value
from vnforeign.records.evaluate import evaluate_rows
from vnforeign.records.gold import read_rows
from vnforeign.review import decisions, exports, intake
from vnforeign.review.exports import to_csv
from vnforeign.review.gold import mark
from vnforeign.review.labelled import known_fields
from vnforeign.review.models import Draft
from vnforeign.review.storage import Storage
from vnforeign.review.tables import Head, Sheet

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
    assert data.decode("utf-8-sig").startswith('"ID","')


@pytest.mark.parametrize(
    "lead", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "⁺", "\t", "\r", "\n", " =", "\u200b=", "\ufeff-", "\u00a0@"]
)
def test_what_begins_like_a_formula_is_text(lead: str) -> None:
    sheet = Sheet("x", "x", [Head("a", "a")], [[f"{lead}1+cmd()"], [f"a;{lead}1"]])
    first, second = to_csv(sheet).decode("utf-8-sig").split("\r\n", 1)[1].split('"\r\n"')
    assert first.startswith("\"'")
    assert second.startswith("a;")  # in quotes, so that no semicolon parts it
    assert exports.begins_a_formula(f"{lead}1+cmd()")


@pytest.mark.parametrize("cell", ["-5", "12.5", "Hội nghị", "a=1", "2018 - 2020", "", "'=x"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert exports.plain(cell) == cell


def test_choices_are_written_in_the_language_of_the_labels(editor: Editor) -> None:
    editor.post("/documents/1/rows", {"type": "award"})
    editor.post("/rows/3/accept", editor.form(3) | {"c_award": "Huân chương Hữu nghị", "c_direction": "Tặng"})
    for language, said in (("vi", "Tặng"), ("en", "Conferred")):
        editor.client.cookies.set("vnforeign_language", language)
        text = editor.client.get("/export/records.csv?type=award").content.decode("utf-8-sig")
        assert f'"{said}"' in text


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
    assert (found["Chủ khoản viện trợ"].value, found["Chủ khoản viện trợ"].quotePrefix) == ("+84", True)
    assert page.freeze_panes == "C2"
    widths = [page.column_dimensions[each.column_letter].width for each in head]
    assert (min(widths), max(widths) <= 60, page.column_dimensions["B"].width > 20) == (9, True, True)
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


def test_an_export_leaves_nothing_of_an_earlier_one(editor: Editor, storage: Storage, tmp_path: Path) -> None:
    out = tmp_path / "ours"
    editor.post("/documents/1/check", {"checked": "on"})
    assert "1 report, " in reviewed(storage, "gold", out)
    for name, text in (("00007.txt", "---\nid: 00007\n---\nx"), ("00008.txt", "my own"), ("notes.txt", "---\nid: notes\n---\n")):
        (out / name).write_text(text, encoding="utf-8")
    assert "1 file of an earlier export removed" in reviewed(storage, "gold", out)
    assert sorted(path.name for path in out.iterdir()) == ["00001.txt", "00008.txt", "notes.txt"]
    editor.post("/documents/1/check")
    assert "0 reports, 0 entities; 1 file of an earlier export removed; a document is written" in reviewed(storage, "gold", out)


def test_an_export_opens_no_link_folder_or_pipe(editor: Editor, storage: Storage, tmp_path: Path) -> None:
    out, away = tmp_path / "ours", tmp_path / "away.txt"
    editor.post("/documents/1/check", {"checked": "on"})
    for folder in ("notes.txt", "00009.txt"):
        (out / folder).mkdir(parents=True)
    away.write_text("---\nid: 00007\n---\nx", encoding="utf-8")
    for name, target in (("00001.txt", away), ("00007.txt", away), ("00008.txt", out / "gone"), ("a.txt", out / "gone")):
        (out / name).symlink_to(target)
    for name in ("00010.txt", "pipe.txt"):
        os.mkfifo(out / name)
    before = {path.name for path in out.iterdir()}
    assert "removed" not in reviewed(storage, "gold", out)
    assert {path.name for path in out.iterdir()} == before
    assert away.read_text(encoding="utf-8").endswith("x")  # the file that a link led to is as it was
    assert not (out / "00001.txt").is_symlink() and "id: 00001" in (out / "00001.txt").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_said_and_leaves_nothing_behind(
    editor: Editor, storage: Storage, tmp_path: Path
) -> None:
    editor.post("/documents/1/check", {"checked": "on"})
    (tmp_path / "ours" / "00001.txt").mkdir(parents=True)
    assert "00001.txt" in reviewed(storage, "gold", tmp_path / "ours", code=1)
    assert [path.name for path in (tmp_path / "ours").iterdir()] == ["00001.txt"]


def reviewed(storage: Storage, what: str, out: Path, *more: str, code: int = 0) -> str:
    """What a command says."""
    command = ["reviewed", what, "--db", storage.engine.url.database or "", "-o", str(out), *more]
    ran = CliRunner().invoke(cli, command, standalone_mode=False)
    assert ran.return_value == code, ran.output
    return ran.output


def test_commands_say_how_much_they_wrote(decided: Editor, storage: Storage, tmp_path: Path) -> None:
    assert reviewed(storage, "records", tmp_path / "r.xlsx").endswith("r.xlsx: 1 record (ngo_aid 1)\n")
    assert reviewed(storage, "records", tmp_path / "r.csv", "--type", "award").endswith("r.csv: 0 records\n")
    assert reviewed(storage, "passages", tmp_path / "p.tsv").endswith("p.tsv: 0 passages\n")
    assert "r.jsonl: 0 documents; a document is written once" in reviewed(storage, "rows", tmp_path / "r.jsonl")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_a_table_that_is_none_is_said_with_those_that_are(decided: Editor, storage: Storage, tmp_path: Path, ending: str) -> None:
    said = reviewed(storage, "records", tmp_path / f"r.{ending}", "--type", "foo", code=1)
    assert "no table 'foo'; the tables are: international_agreement, ngo_aid" in said
    assert not (tmp_path / f"r.{ending}").exists()


def test_rows_tell_how_good_the_drafts_are(decided: Editor, storage: Storage, tmp_path: Path) -> None:
    """A row corrected, one rejected, one added: what the rules draft from the same text is measured by them."""
    decided.post("/rows/2/reject", decided.form(2))
    decided.post("/documents/1/rows", {"type": "award"})
    out = tmp_path / "ours.jsonl"
    assert "0 documents" in reviewed(storage, "rows", out)
    decided.post("/rows/3/accept", decided.form(3) | {"c_award": "Huân chương", "c_direction": "Tặng"})
    assert "1 document\n" in reviewed(storage, "rows", out)
    assert decided.client.get("/export/rows.jsonl").content == out.read_bytes()
    [(text, records)] = read_rows(out)
    assert (text.text, [each.type for each in records]) == (REPORT, ["ngo_aid", "award"])
    found = evaluate_rows(out)
    assert (found.records, found.tallies["award"].gold, found.tallies["delegation_in"].gold) == (2, 2, 0)
    ran = CliRunner().invoke(cli, ["evaluate", "records", "--corpus", str(out)], standalone_mode=False)
    assert (ran.return_value, ran.output.startswith("1 document, 2 records")) == (0, True), ran.output


def test_accepted_drafts_are_right_when_they_are_measured(storage: Storage, tmp_path: Path) -> None:
    """Drafts of a real analysis, all accepted as they are: every slot is right."""
    text = (Path(__file__).parents[2] / "corpora" / "samples" / "lang-son-2019-tong-ket.txt").read_text(encoding="utf-8")
    intake.add(storage, Document(text=text), "Lan")
    with storage.writing() as session:
        for row in session.scalars(select(Draft)):
            decisions.accept(session, row, "Lan", row.cells, row.words)
    reviewed(storage, "rows", tmp_path / "ours.jsonl")
    micro = evaluate_rows(tmp_path / "ours.jsonl").micro
    assert micro.gold == micro.found == micro.right > 20


@pytest.mark.parametrize("line", ["x", "[]", '{"id": 1}', '{"id": 1, "text": "a", "records": [{"type": "foo", "slots": {}}]}'])
def test_rows_that_cannot_be_read_are_said(tmp_path: Path, line: str) -> None:
    (tmp_path / "x.jsonl").write_text(f"{line}\n", encoding="utf-8")
    ran = CliRunner().invoke(cli, ["evaluate", "records", "--corpus", str(tmp_path / "x.jsonl")], standalone_mode=False)
    assert (ran.return_value, "x.jsonl, line 1" in ran.output) == (1, True), ran.output


def test_an_entity_without_a_value_asks_for_one(editor: Editor) -> None:
    start = REPORT.index("Quỹ Bàn")
    answer = editor.post("/documents/1/marks", {"start": start, "end": start + 3, "label": "AMOUNT"})
    assert answer.status_code == 422
    assert "25000000000 VND" in answer.text


def test_nothing_chosen_is_nothing_to_remove(editor: Editor) -> None:
    answer = editor.post("/documents/1/marks", {"remove": "on"})
    assert (answer.status_code, "Đoạn chọn trống" in answer.text) == (422, True)


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
    pytest.importorskip("numpy")
    ran = CliRunner().invoke(cli, ["evaluate", "fields", "--corpus", str(out)], standalone_mode=False)
    assert (ran.return_value, ran.output.startswith("1 passage\n")) == (0, True), ran.output


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
    assert re.search(r"Lan, \d\d:\d\d \d\d/\d\d/\d{4} \(giờ Việt Nam\)", page)


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
