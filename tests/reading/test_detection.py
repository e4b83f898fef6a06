"""What files are told to be, by function and by command."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from tools.encodings import encode
from vnforeign.cli import cli
from vnforeign.reading import ReadError, detection

TEXT = "Tỉnh ủy họp ngày 5 tháng 9.\nĐoàn đại biểu thăm nước bạn.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "a.txt": encode(TEXT, "tcvn3"),
        "below/b.txt": TEXT.encode(),
        "c.txt": encode(TEXT, "vni") + encode(TEXT, "viscii"),
        "d.txt": TEXT.encode("utf-16"),
        "e.png": b"\x89PNG\r\n\x1a\n",
        "f": TEXT.encode(),
        ".hidden": TEXT.encode(),
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(cli, ["detect", *map(str, arguments)], input=stdin, standalone_mode=False)
    result.exit_code = result.return_value or result.exit_code
    return result


def test_a_folder_is_told_file_by_file(folder: Path) -> None:
    result = run(folder)
    rows = [line.removeprefix(f"{folder}/").split("\t") for line in result.stdout.splitlines()]
    assert rows == [
        ["a.txt", "txt", "tcvn3", "1.000", "tcvn3 2"],
        ["below/b.txt", "txt", "utf-8", "1.000"],
        ["c.txt", "txt", "mixed", "1.000", "vni 2, viscii 2"],
        ["d.txt", "txt", "utf-16", "1.000"],
        ["f", "txt", "utf-8", "1.000"],
    ]
    assert (result.exit_code, result.stderr) == (1, f"vnforeign: {folder}/e.png: is a PNG image, not plain text\n")


def test_a_folder_is_what_it_is_to_the_command_tag(folder: Path) -> None:
    told = [line.partition("\t")[0] for line in run(folder).stdout.splitlines()]
    tagged = CliRunner().invoke(cli, ["tag", str(folder)], standalone_mode=False)
    assert told == [json.loads(line)["source"] for line in tagged.stdout.splitlines()]
    assert run(folder).stderr in tagged.stderr


def test_as_json(folder: Path) -> None:
    row = json.loads(run("--json", folder / "c.txt").stdout)
    assert (row["format"], row["encoding"], row["certainty"]) == ("txt", "mixed", 1.0)
    assert row["lines"] == {"vni": 2, "viscii": 2}
    assert "converted from mixed" in row["warnings"][0]


def test_stdin() -> None:
    assert run("-", stdin=encode(TEXT, "vps")).stdout.split() == ["-", "txt", "vps", "1.000", "vps", "2"]


def test_a_file_that_fails_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    result = run(folder / "e.png", folder / "none.txt", folder / "a.txt")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert "PNG image" in result.stderr
    assert "no such file" in result.stderr
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no file in this folder" in result.stderr


def test_what_stands_in_an_archive_is_told_one_by_one() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", encode(TEXT, "tcvn3"))
        archive.writestr("b.txt", TEXT)
        archive.writestr("c.bin", b"\0\1\2" * 50)
    found = list(detection.detect("x.zip", stream.getvalue()))
    told = [(each.path, each.encoding) for each in found if isinstance(each, detection.Detected)]
    assert told == [("x.zip/a.txt", "tcvn3"), ("x.zip/b.txt", "utf-8")]
    assert all(isinstance(each, ReadError) for each in found[2:])
