"""``vnforeign convert``: what it writes where, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import vnforeign as vf
from vnforeign.cli import cli


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(cli, ["convert", *map(str, arguments)], input=stdin, standalone_mode=False)
    if result.return_value:
        result.exit_code = result.return_value
    return result


@pytest.fixture
def line() -> bytes:
    document = vf.analyze("Ngày 04/12/2007, tỉnh Đắk Nông chi gần 25 tỷ đồng.")
    document.id = "a"
    return document.to_json().encode() + b"\n"


def test_a_chain_through_files_and_pipes(line: bytes, tmp_path: Path) -> None:
    tasks = run("-", "--from", "jsonl", "--to", "labelstudio", stdin=line)
    assert (tasks.exit_code, tasks.stderr) == (0, "")
    (tmp_path / "t.json").write_bytes(tasks.stdout_bytes)
    assert run(tmp_path / "t.json", "--from", "labelstudio", "--to", "jsonl").stdout_bytes == line
    brat = run(tmp_path / "t.json", "--from", "labelstudio", "-o", tmp_path / "a.ann")
    assert brat.exit_code == 0
    assert "vnforeign: lost: a: passages left out\n" in brat.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.ann", "a.txt", "t.json"]
    back = json.loads(run(tmp_path / "a.ann", "--to", "jsonl").stdout)
    assert [each["value"] for each in back["entities"]] == [each["value"] for each in json.loads(line)["entities"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.json", "--to", "jsonl"), "does not say the format: give --from"),
        (("a.ann", "-o", "b.jsonl"), "does not say the format: give --to"),
        (("a.ann", "--to", "xml"), "--to"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exception and said in result.exception.format_message()  # type: ignore[attr-defined]


def test_the_input_is_never_written_over(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line)
    result = run(path, "--from", "jsonl", "--to", "prodigy", "-o", path)
    assert result.exception and "is the input" in result.exception.format_message()  # type: ignore[attr-defined]
    assert path.read_bytes() == line


def test_a_bad_file_is_named_and_nothing_is_written(line: bytes, tmp_path: Path) -> None:
    path, out = tmp_path / "a.jsonl", tmp_path / "out.json"
    path.write_bytes(line + b"{\n")
    result = run(path, "--from", "jsonl", "--to", "labelstudio", "-o", out)
    assert result.exit_code == 1
    assert f"{path}, line 2: no JSON" in result.stderr
    assert not out.exists()
    for arguments in ((tmp_path / "none.ann", "--to", "jsonl"), ("-", "--from", "brat", "--to", "jsonl")):
        assert run(*arguments, stdin=b"").exit_code == 1
