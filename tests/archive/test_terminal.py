"""What the command refuses about databases, and what reaches the terminal."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

import vnforeign as vf
from vnforeign.cli import cli
from vnforeign.console import shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "sqlite:///x.db", "--format", "csv"), "has no --format"),
        (("-o", "sqlite:///:memory:"), "in memory"),
        (("-o", "sqlite://"), "in memory"),
    ],
)
def test_a_database_is_told_what_it_cannot_do(options: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(cli, ["tag", "a.txt", *options])
    assert (result.exit_code, said in result.output) == (2, True)


def test_many_refuses_the_same() -> None:
    for out, form in (("sqlite:///:memory:", "jsonl"), ("sqlite:///x.db", "csv")):
        with pytest.raises(ValueError, match="a database"):
            vf.tag_many("a.txt", out, format=form, state="s")


def test_sources_in_a_database_are_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sqlalchemy")
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        Path("x.txt").write_text(f"năm 2014 {name}", encoding="utf-8")
        vf.tag_many("x.txt", f"sqlite:///{tmp_path}/r.db", state=tmp_path / f"{name}.run", workers=0, fields=False)
    with sqlite3.connect(tmp_path / "r.db") as connection:
        found = {row[0] for row in connection.execute("SELECT source FROM documents")}
    assert found == {str(tmp_path / name / "x.txt") for name in ("a", "b")}


def test_a_name_does_not_steer_the_terminal() -> None:
    assert shown("tỉnh \x1b[31m\u202e\n\udc80") == "tỉnh \\x1b[31m\\u202e\\n\\udc80"


def test_a_run_of_nothing_leaves_no_tables_of_before(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("năm 2014", encoding="utf-8")
    for paths in ([str(tmp_path / "x.txt")], []):
        vf.tag_many(iter(paths), tmp_path / "out", format="csv", workers=0, fields=False, resume=True)
        assert (tmp_path / "out" / "documents.csv").exists() is bool(paths)
