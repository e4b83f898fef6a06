"""What a new user is told who errs: one line in plain words, exit code 1, and nothing left behind that would be in the way."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from vnforeign.cli import cli
from vnforeign.wording import many, plain

SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"
Said = Callable[..., str]


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """Runs a command that fails, in a folder of its own, and gives the one line on stderr."""
    monkeypatch.chdir(tmp_path)

    def _said(*arguments: str) -> str:
        ran = CliRunner().invoke(cli, arguments, standalone_mode=False)
        assert (ran.exception, ran.return_value, ran.stdout) == (None, 1, ""), ran.output
        assert ran.stderr.count("\n") == 1
        return ran.stderr.removeprefix("vnforeign: ").rstrip("\n")

    return _said


def packed(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return out.getvalue()


@pytest.mark.parametrize("command", ["records", "gold", "rows", "passages"])
def test_without_the_extra_it_is_named(said: Said, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    for module in [each for each in sys.modules if each.startswith("vnforeign.review")]:
        monkeypatch.delitem(sys.modules, module)
    for module in ("sqlalchemy", "sqlalchemy.exc", "sqlalchemy.orm", "sqlalchemy.orm.exc"):
        monkeypatch.setitem(sys.modules, module, None)
    assert "install what the review needs: pip install 'vnforeign[review]'" in said("reviewed", command, "-o", "x.csv")


@pytest.mark.parametrize(
    ("paths", "what"), [(["nix"], "no such file or folder"), (["empty"], "no file there"), (["a", "nix"], "nix: no")]
)
@pytest.mark.parametrize("out", ["out", "sqlite:///out.db"])
def test_a_run_of_nothing_is_not_begun(said: Said, paths: list[str], what: str, out: str) -> None:
    if "://" in out:
        pytest.importorskip("sqlalchemy")
    Path("empty").mkdir()
    Path("a").write_text("năm 2014", encoding="utf-8")
    assert what in said("tag", *paths, "--no-fields", "-o", out)
    assert sorted(os.listdir()) == ["a", "empty"]


def test_an_empty_list_begins_no_run(said: Said) -> None:
    Path("list").write_text("\n", encoding="utf-8")
    assert "names no file" in said("tag", "--files-from", "list", "--no-fields", "-o", "out")
    assert not Path("out").exists()


def test_a_run_that_was_begun_goes_on_without_a_file_that_went(tmp_path: Path) -> None:
    command = [
        "tag",
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
        "--no-fields",
        "--workers",
        "0",
        "-o",
        str(tmp_path / "out"),
    ]
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("năm 2014", encoding="utf-8")
    assert CliRunner().invoke(cli, command, standalone_mode=False).return_value == 0
    (tmp_path / "b.txt").unlink()
    ran = CliRunner().invoke(cli, [*command, "--resume"], standalone_mode=False)
    assert (ran.return_value, "b.txt: no such file" in ran.stderr) == (1, True), ran.output


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("evaluate nix", "nix: no such file or folder"),
        ("evaluate plain", "plain: no gold there: no entity is marked in 1 report"),
        ("evaluate fields --corpus nix.tsv", "nix.tsv: no such file or folder"),
        ("evaluate records --corpus text.txt", "text.txt, line 1: is not JSON; `vnforeign reviewed rows` writes such files"),
        ("evaluate records --corpus half.jsonl", "half.jsonl, line 1: 'text' is missing"),
        ("evaluate records --corpus sum.jsonl", "sum.jsonl, line 1: committed: {'sum': 5} is no money"),
        ("explain many.zip --at 3", "many.zip: holds several documents: unpack it and name one of them"),
    ],
)
def test_what_cannot_be_used_is_said_plainly(said: Said, command: str, line: str) -> None:
    if "fields" in command:
        pytest.importorskip("numpy")
    Path("plain").mkdir()
    Path("plain", "a.txt").write_text("Họp ngày 4/3/2014.", encoding="utf-8")
    Path("text.txt").write_text("Họp ngày 4/3/2014.", encoding="utf-8")
    Path("half.jsonl").write_text('{"id": 1}', encoding="utf-8")
    row = {"type": "ngo_aid", "slots": {"committed": {"value": {"sum": 5}, "evidence": [], "rule": "x"}}}
    Path("sum.jsonl").write_text(json.dumps({"id": 1, "text": "5", "records": [row]}), encoding="utf-8")
    Path("many.zip").write_bytes(packed(a="năm 2014", b="năm 2015"))
    assert said(*command.split()) == line


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("evaluate text.txt --corpus rows.jsonl", "--corpus belongs to"),
        ("evaluate records --corpus rows.jsonl --write-scores", "not those of --corpus"),
    ],
)
def test_options_that_do_not_go_together_are_refused(command: str, words: str) -> None:
    ran = CliRunner().invoke(cli, command.split())
    assert (ran.exit_code, words in ran.output) == (2, True)


@pytest.mark.parametrize(
    ("command", "line"),
    [("records -o nix/q.xlsx", "nix/q.xlsx: its folder does not exist"), ("gold -o file", "file: is a file, not a folder")],
)
def test_where_decisions_cannot_be_written_is_said(said: Said, command: str, line: str) -> None:
    pytest.importorskip("sqlalchemy")
    pytest.importorskip("openpyxl")
    from vnforeign.review.storage import Storage

    Storage("office.db").close()
    Path("file").touch()
    assert said("reviewed", *command.split(), "--db", "office.db") == line


def test_two_slashes_are_told_of_the_third(said: Said) -> None:
    pytest.importorskip("sqlalchemy")
    Path("a.txt").write_text("năm 2014", encoding="utf-8")
    assert "write sqlite:///x.db" in said("tag", "a.txt", "--no-fields", "-o", "sqlite://x.db")


def test_the_two_kinds_of_database_are_told_apart(said: Said) -> None:
    pytest.importorskip("sqlalchemy")
    pytest.importorskip("alembic")
    from vnforeign.review.storage import Storage

    Storage("office.db").close()
    Path("a.txt").write_text("năm 2014", encoding="utf-8")
    tag = ["tag", "a.txt", "--no-fields", "--workers", "0", "-o"]
    assert "is a database of the review" in said(*tag, "sqlite:///office.db")
    assert CliRunner().invoke(cli, [*tag, "sqlite:///run.db"], standalone_mode=False).return_value == 0
    assert "is a database of a run" in said("reviewed", "rows", "-o", "x.jsonl", "--db", "run.db")


def test_counts_agree_with_their_nouns() -> None:
    assert [many(number, "row") for number in (0, 1, 2, 1000)] == ["0 rows", "1 row", "2 rows", "1000 rows"]
    assert [many(number, "entity", "entities") for number in (1, 2)] == ["1 entity", "2 entities"]
    assert many(1000, "file", form=",") == "1,000 files"


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (FileExistsError(17, "File exists", "x"), "x: is a file, not a folder"),
        (PermissionError(13, "Permission denied", "x"), "x: no permission"),
        (OSError(40, "Too many levels of symbolic links", "x"), "x: Too many levels of symbolic links"),
        (OSError(28, "No space left on device"), "the disk is full"),
        (OSError("as it is"), "as it is"),
        (ValueError("as it is"), "as it is"),
    ],
)
def test_errors_of_the_system_are_put_plainly(error: Exception, line: str) -> None:
    assert plain(error) == line


def test_a_damaged_member_is_said_in_words(tmp_path: Path) -> None:
    import vnforeign as vf

    data = packed(a="năm 2014 " * 50)
    at = data.index(b"a.txt") + len("a.txt")
    (tmp_path / "a.zip").write_bytes(data[:at] + b"\xff" * 4 + data[at + 4 :])
    [found] = vf.read_all(tmp_path / "a.zip")
    assert str(found).endswith("a.zip/a.txt: is damaged (it does not unpack)")


def test_readme_says_how_to_make_the_files_it_speaks_of(tmp_path: Path) -> None:
    readme = (SAMPLES.parents[1] / "README.md").read_text(encoding="utf-8")
    [command] = [line for line in readme.splitlines() if line.startswith("cp ")]
    (tmp_path / "corpora").symlink_to(SAMPLES.parent)
    subprocess.run(command.partition("#")[0], shell=True, cwd=tmp_path, check=True, timeout=10)
    assert (tmp_path / "report.txt").read_bytes() == (SAMPLES / "lang-son-2019-tong-ket.txt").read_bytes()
    assert sorted(os.listdir(tmp_path / "reports")) == sorted(os.listdir(SAMPLES))
