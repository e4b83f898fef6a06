"""Runs into tables: Parquet, CSV, a database."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

import vnforeign as vf
from tests.archive import kills
from vnforeign.cli import cli


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return kills.archive(tmp_path / "in", 12)


def sources(folder: Path) -> list[str]:
    return [str(path) for path in sorted(folder.rglob("*.txt")) if not path.read_bytes().startswith(b"\x89")]


def test_csv_has_a_file_a_table_and_parts(folder: Path, tmp_path: Path) -> None:
    vf.tag_many(folder, tmp_path / "out", format="csv", workers=0, shard_size=4, fields=False)
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["source"] for row in csv.DictReader(stream)] == sources(folder)
    assert (tmp_path / "out" / "entities.csv").stat().st_size > 1000
    before = kills.tree(tmp_path / "out")
    again = vf.tag_many(folder, tmp_path / "out", format="csv", workers=0, shard_size=4, fields=False, resume=True)
    assert (again.fresh.files, kills.tree(tmp_path / "out")) == (0, before)


def test_parquet_is_a_data_set_in_order(folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    vf.tag_many(folder, tmp_path / "out", format="parquet", workers=2, shard_size=4, fields=False)
    found = parquet.read_table(tmp_path / "out" / "documents")
    assert found.column("source").to_pylist() == sources(folder)
    assert parquet.read_table(tmp_path / "out" / "entities").num_rows > 50


def test_a_shard_of_many_documents_is_written_in_pieces(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnforeign.archive.writers.SHARD", 2)
    vf.tag_many(folder, tmp_path / "out", format="csv", workers=0, fields=False)
    assert len(list((tmp_path / "out" / "documents").iterdir())) >= 5
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["source"] for row in csv.DictReader(stream)] == sources(folder)


def test_a_database_is_loaded_once_whatever_happens(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("sqlalchemy")
    url = f"sqlite:///{tmp_path / 'reports.db'}"
    first = vf.tag_many(folder, url, workers=2, shard_size=1, fields=False)
    assert (first.documents, first.out) == (11, str(tmp_path / "reports.db.run"))
    next((tmp_path / "reports.db.run" / ".vnforeign" / "shards").iterdir()).unlink()  # as if killed after the transaction
    again = vf.tag_many(folder, url, workers=1, shard_size=1, fields=False, resume=True)
    assert 0 < again.fresh.files < 12
    rows = sqlite3.connect(tmp_path / "reports.db")
    assert [row[0] for row in rows.execute("select source from documents order by source")] == sources(folder)
    rows.close()


def test_passwords_stay_out_of_files_and_messages(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    url = "postgresql://user:geheim@127.0.0.1:9/none"
    with pytest.raises(ValueError, match="name it as state"):
        vf.tag_many(folder, url)
    with pytest.raises(vf.ArchiveError, match="cannot be written") as error:
        vf.tag_many(folder, url, workers=0, state=tmp_path / "state", fields=False)
    assert "geheim" not in str(error.value)
    assert all(b"geheim" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "csv", "-o", "x.csv"], "writes several tables: name a folder"),
        (["--format", "parquet"], "writes several tables: name a folder"),
        (["-o", "mysql://x"], "mysql"),
    ],
)
def test_the_command_says_what_it_cannot_write(folder: Path, arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, ["tag", str(folder), *arguments], standalone_mode=False)
    assert said in f"{result.exception} {result.stderr}"


def test_a_missing_extra_is_said_before_anything_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = CliRunner().invoke(
        cli, ["tag", str(folder), "--format", "parquet", "-o", str(tmp_path / "out")], standalone_mode=False
    )
    assert "vnforeign[table]" in result.stderr
    assert not (tmp_path / "out").exists()
