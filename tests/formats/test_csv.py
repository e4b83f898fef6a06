"""CSV: whole cells, no formulas, one file a table."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnforeign as vf
from tests.formats.samples import odd, report
from vnforeign.document import Raw
from vnforeign.formats import sink
from vnforeign.formats.csv import join, to_csv
from vnforeign.formats.schema import TABLES, names


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def test_a_file_a_table_with_every_row(tmp_path: Path) -> None:
    documents = [report(), odd(), report(name="khác")]
    to_csv(documents, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{table}.csv" for table in TABLES)
    entities = read(tmp_path / "entities.csv")
    assert list(entities[0]) == names("entities")
    assert len(entities) == sum(len(document.entities) for document in documents)
    assert [row["start"] for row in entities[: len(documents[0].entities)]] == [str(each.start) for each in documents[0].entities]
    assert {row["summary"] for row in read(tmp_path / "records.csv")} == {"false"}


@pytest.mark.parametrize("bom", [True, False])
def test_the_mark_for_excel_stands_once(tmp_path: Path, bom: bool) -> None:
    to_csv([report()] * 3, tmp_path, bom=bom)
    content = (tmp_path / "documents.csv").read_bytes()
    assert (content.count("\ufeff".encode()), content.startswith(b"\xef\xbb\xbfdocument,")) == ((1, True) if bom else (0, False))


FORMULAS = ["=1+1", "+84 123", "-việc", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "-", "-1+1", "=", "+cmd|' /C calc'!A0"]
PLAIN = ["-5", "-5,5", "+84", "1-2", "a=b", "26.7", "tỉnh", "", "'", "(=1)"]


@pytest.mark.parametrize("words", FORMULAS + PLAIN)
def test_text_is_never_a_formula(tmp_path: Path, words: str) -> None:
    document = vf.Document(words, id=words, warnings=[words])
    document.entities.append(vf.Entity("ORG", 0, len(words), words, Raw({"name": words})))
    to_csv(document, tmp_path)
    (entity,), (row,) = read(tmp_path / "entities.csv"), read(tmp_path / "documents.csv")
    shown = words if words in PLAIN else "'" + words
    assert [entity["text"], entity["name"], row["text"], row["id"], row["warnings"]] == [shown] * 5


def test_negative_numbers_stay_numbers(tmp_path: Path) -> None:
    to_csv(odd(), tmp_path)
    assert "-12345678901234567890.123456789" in {row["amount"] for row in read(tmp_path / "entities.csv")}


@settings(max_examples=40)
@given(words=st.text(alphabet=st.characters() | st.sampled_from("\r\n\t\",;'=-\0\x85\u2028\ufeff"), max_size=20))
def test_any_text_comes_back_as_one_cell(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("csv")
    to_csv([vf.Document(words), vf.Document("next")], folder)
    first, second = read(folder / "documents.csv")
    assert first["text"].removeprefix("'") == re.sub("[\0\ud800-\udfff]", "\ufffd", words).removeprefix("'")
    assert second["text"] == "next"


def test_another_run_leaves_nothing_of_the_last(tmp_path: Path) -> None:
    target = sink.to("csv", str(tmp_path))
    target.write(7, [odd()])
    (tmp_path / "links" / "part-mine.csv").write_text("mine")
    to_csv([report()], tmp_path)
    assert len(read(tmp_path / "documents.csv")) == 1
    assert [path.name for path in tmp_path.rglob("part-*")] == ["part-mine.csv"]


def test_parts_are_joined_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    target = sink.to("csv", str(tmp_path))
    for shard in (100_000, 2, 10):
        target.write(shard, [vf.Document(str(shard))])
    join(tmp_path)
    assert [row["text"] for row in read(tmp_path / "documents.csv")] == ["2", "10", "100000"]


def test_no_documents_make_headers(tmp_path: Path) -> None:
    to_csv([], tmp_path)
    assert (tmp_path / "slots.csv").read_text(encoding="utf-8").strip() == ",".join(names("slots"))


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(sink.SinkError, match="file"):
        to_csv([report()], tmp_path / "file")
