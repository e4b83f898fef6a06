"""The command line: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from vnforeign.cli import cli
from vnforeign.document import SCHEMA

TEXT = "Sở Ngoại vụ họp năm 2014\n"
ROOT = Path(__file__).parents[1]
Run = Callable[..., Result]


@pytest.fixture
def run(fake_rooms: None) -> Run:
    """Runs the command line in this process; the exit code is what the command returns, as ``main`` passes it on."""

    def _run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(cli, [str(each) for each in arguments], input=stdin, standalone_mode=False)
        if result.return_value:
            result.exit_code = result.return_value
        return result

    return _run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/x.TXT", "a/c.txt", "a/.skip.md", "d/e/f.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path / "in"


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def process(*arguments: str | Path, stdin: bytes = b"", **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "vnforeign", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, timeout=60, **options)  # type: ignore[call-overload,no-any-return]


# --- tag ---------------------------------------------------------------------------------------------------------------


def test_a_file_becomes_a_line(run: Run, folder: Path) -> None:
    result = run("tag", folder / "b.txt")
    (row,) = rows(result.stdout)
    assert (row["schema"], row["id"], row["source"], row["text"]) == (SCHEMA, "b", str(folder / "b.txt"), TEXT)
    assert [each["label"] for each in row["entities"]] == ["ORG", "DATE"]  # type: ignore[attr-defined]
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_folder_is_walked_in_order_and_loops_end(run: Run, folder: Path) -> None:
    (folder / "d" / "loop").symlink_to(folder)
    result = run("tag", folder)
    assert [str(row["source"]).removeprefix(f"{folder}/") for row in rows(result.stdout)] == [
        "a/c.txt",
        "a/x.TXT",
        "b.txt",
        "d/e/f.txt",
    ]
    assert result.exit_code == 0


def test_a_link_to_itself_costs_nothing_but_itself(run: Run, folder: Path) -> None:
    (folder / "a" / "self.txt").symlink_to("self.txt")
    result = run("tag", folder)
    assert [row["id"] for row in rows(result.stdout)] == ["c", "x", "b", "f"]
    assert result.exit_code == 1
    assert "self.txt: " in result.stderr


def test_an_input_is_never_written_over(run: Run, folder: Path) -> None:
    (folder / "same.txt").symlink_to("b.txt")
    for output in ("b.txt", "same.txt"):
        result = process("tag", folder / "b.txt", "-o", folder / output)
        assert result.returncode == 2
        assert "is one of the inputs" in result.stderr.decode()
    assert (folder / "b.txt").read_text(encoding="utf-8") == TEXT


def test_a_bad_file_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "a" / "c.txt").write_bytes(b"%PDF-1.7")
    (folder / "a" / "gone.txt").symlink_to("nowhere")
    result = run("tag", folder, "none.txt", folder / "b.txt")
    assert [row["id"] for row in rows(result.stdout)] == ["x", "b", "f"]
    assert result.exit_code == 1
    errors = result.stderr.splitlines()
    assert [re.sub(r"^vnforeign: \S*?([\w.]+): ", r"\1: ", line) for line in errors] == [
        "c.txt: is a PDF file, but damaged or cut off (PdfiumError: Failed to load document (PDFium: Data format error).)",
        "gone.txt: no such file",
        "none.txt: no such file",
    ]


def test_a_fault_in_one_document_does_not_stop_the_others(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vnforeign import analyze as sound
    from vnforeign.archive import process

    monkeypatch.setattr(process, "analyze", lambda document, *rest: sound(document, *rest) if document.id != "x" else 1 / 0)
    result = run("tag", folder)
    assert (len(rows(result.stdout)), result.exit_code) == (3, 1)
    assert "ZeroDivisionError: division by zero" in result.stderr


def test_an_empty_folder_is_said(run: Run, tmp_path: Path) -> None:
    result = run("tag", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no file in this folder" in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "warning: fields are left out: the fields of passages need numpy: pip install 'vnforeign[fields]'"),
        (["-o", "out", "--workers", "0"], "warning: fields are left out"),
        (["--no-fields"], ""),
        (["--format", "table"], ""),
    ],
)
def test_fields_that_are_left_out_are_told_once(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.chdir(folder.parent)
    monkeypatch.setitem(sys.modules, "numpy", None)
    result = run("tag", folder, *options)
    assert result.exit_code == 0
    assert result.stderr.count("left out") == bool(said)
    assert said in result.stderr


def test_warnings_go_to_stderr_and_into_the_document(run: Run, folder: Path) -> None:
    (folder / "b.txt").write_bytes(TEXT.encode() + "ế".encode()[:2])
    result = run("tag", folder / "b.txt")
    assert "warning: ends inside a character" in result.stderr
    assert "ends inside a character" in str(rows(result.stdout)[0]["warnings"])
    assert result.exit_code == 0


def test_stdin(run: Run) -> None:
    (row,) = rows(run("tag", "-", stdin=TEXT.encode()).stdout)
    assert (row["id"], row["source"], row["text"]) == (None, "-", TEXT)
    result = run("tag", "-", stdin=b"\0\1\2" * 50)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a binary file" in result.stderr


def test_labels_and_reference_date(run: Run, folder: Path) -> None:
    result = run("tag", "--label", "DATE", "--reference-date", "2014-12-22", folder / "b.txt")
    (row,) = rows(result.stdout)
    assert [each["label"] for each in row["entities"]] == ["DATE"]  # type: ignore[attr-defined]
    assert row["reference_date"] == "2014-12-22"


def test_table_and_page(run: Run, folder: Path) -> None:
    assert "DATE             20     24  2014         2014-01-01 … 2014-12-31" in run("tag", "--format", "table", folder).stdout
    page = run("tag", "--format", "html", folder).stdout
    assert page.count("<article>") == 4
    assert page.endswith("</html>\n")


def test_the_output_file_is_whole_or_not_there(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.jsonl"
    assert run("tag", folder, "-o", out).exit_code == 0
    assert len(rows(out.read_text(encoding="utf-8"))) == 4
    before = out.read_bytes()

    from vnforeign.document import Document

    monkeypatch.setattr(Document, "to_json", lambda *_: 1 / 0)
    result = run("tag", folder, "-o", out)
    assert isinstance(result.exception, ZeroDivisionError)
    assert out.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in", "out.jsonl"]


def test_an_output_that_is_linked_or_a_device(run: Run, folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real.jsonl")
    assert run("tag", folder, "-o", link).exit_code == 0
    assert link.is_symlink() and (tmp_path / "real.jsonl").exists()
    assert run("tag", folder, "-o", "/dev/null").exit_code == 0
    assert not os.path.isfile("/dev/null")


@pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="no /dev/fd here")
def test_an_output_that_is_an_open_pipe(run: Run, folder: Path) -> None:
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as stream:
        try:
            assert run("tag", folder / "b.txt", "--no-fields", "-o", f"/dev/fd/{writer}").exit_code == 0
        finally:
            os.close(writer)
        assert json.loads(stream.read())["id"] == "b"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tag",), "Missing argument"),
        (("tag", "a", "--format", "xml"), "--format"),
        (("tag", "a", "--label", "RIVER"), "--label"),
        (("tag", "a", "--reference-date", "22/12/2014"), "write it as 2014-12-22"),
        (("tag", "a", "--reference-date", ""), "write it as 2014-12-22"),
        (("tag", "a", "--reference-date", "20141222"), "write it as 2014-12-22"),
        (("tag", "a", "-o", "/nowhere/a"), "--output"),
        (("tag", "a", "-o", "/nowhere/a.jsonl"), "--output"),
        (("tag", "a", "--resume"), "--resume"),
        (("tag", "a", "--files-from", "b"), "--files-from"),
        (("tag", "-", "-o", "folder"), "--output"),
        (("explain", "-", "--at", "4"), "lies outside the text"),
        (("explain", "-", "--at", "-1"), "lies outside the text"),
        (("explain", "-"), "--at"),
        (("evaluate", "gold", "--labels", "DATE,RIVER"), "no label 'RIVER'"),
        (("evaluate", "gold", "--errors", "-1"), "--errors"),
        (("evaluate", "gold.jsonl", "--write-baseline"), "--baseline"),
        (("nothing",), "No such command"),
    ],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...], said: str) -> None:
    result = process(*arguments, stdin=b"2014")
    assert (result.returncode, result.stdout) == (2, b"")
    assert said in result.stderr.decode()


def test_an_archive_goes_into_a_folder(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a" / "image.txt").write_bytes(b"\x89PNG\r\n\0\0\0")
    out = tmp_path / "out"
    result = run("tag", folder, "-o", out, "--workers", "0")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "image.txt: is a PNG image" in result.stderr
    assert re.search(r"^documents +4$", result.stderr, re.M)
    parts = [part.read_text(encoding="utf-8") for part in sorted(out.glob("documents/*"))]
    assert "".join(parts) == run("tag", folder).stdout
    assert run("tag", folder, "-o", out, "--workers", "0").exit_code == 1  # without --resume
    assert "5 files" in run("tag", folder, "-o", out, "--workers", "0", "--resume").stderr
    assert json.loads((out / "summary.json").read_text(encoding="utf-8"))["failures"] == {"unreadable": 1}


@pytest.mark.parametrize("mark", ["\n", "\0"])
def test_paths_from_a_list(run: Run, folder: Path, tmp_path: Path, mark: str) -> None:
    paths = mark.join([str(folder / "d" / "e" / "f.txt"), str(folder / "a")])
    assert [row["id"] for row in rows(run("tag", "--files-from", "-", stdin=paths.encode()).stdout)] == ["f", "c", "x"]
    (tmp_path / "list").write_text(paths)
    assert run("tag", "--files-from", tmp_path / "list", "-o", tmp_path / "out", "--workers", "0").exit_code == 0
    assert sum(len(part.read_text().splitlines()) for part in (tmp_path / "out" / "documents").iterdir()) == 3


# --- explain and evaluate ----------------------------------------------------------------------------------------------


def test_explain(run: Run, folder: Path) -> None:
    result = run("explain", folder / "b.txt", "--at", "21")
    assert result.exit_code == 0
    assert "DATE 20-24 '2014': 2014-01-01 … 2014-12-31" in result.stdout
    assert run("explain", folder, "--at", "0").exit_code == 1
    assert "fake.body" in run("explain", "-", "--at", "0", stdin=TEXT.encode()).stdout


def test_evaluate(run: Run, tmp_path: Path) -> None:
    for split in ("train", "dev"):
        (tmp_path / split).mkdir()
        (tmp_path / split / f"{split}.txt").write_text(
            "[Sở Ngoại vụ](ORG), [năm 2014](DATE 2014), [Lào](COUNTRY LA)", encoding="utf-8"
        )
    figures = tmp_path / "figures.json"
    result = run("evaluate", tmp_path, "--errors", "1", "--json", figures, "--write-baseline")
    assert result.exit_code == 0
    assert result.stdout.startswith("2 documents\n")
    assert result.stdout.count("COUNTRY\tmissed") == 1
    assert json.loads(figures.read_text())["labels"]["ORG"]["value"]["f"] == 1.0
    pinned = tmp_path / "baseline.json"
    pinned.write_text(pinned.read_text().replace('"ORG Sở Ngoại vụ #1": true', '"ORG Sở Ngoại vụ #1": false', 1))
    result = run("evaluate", tmp_path, "--labels", "ORG,DATE")
    assert "since the baseline: 1 gains, 0 losses\n+ dev: ORG Sở Ngoại vụ #1\n" in result.stdout
    assert "COUNTRY" not in result.stdout


def test_evaluate_writes_scores(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(import_module("vnforeign.evaluate"), "write_scores", written.append)
    (tmp_path / "a.txt").write_text("[2014](DATE 2014)")
    assert run("evaluate", tmp_path, "--write-scores").exit_code == 0
    assert written == [str(tmp_path)]


@pytest.mark.parametrize("content", [None, "[x](DATE soon)"])
def test_bad_gold_is_1(run: Run, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "gold.txt"
    if content:
        path.write_text(content)
    result = run("evaluate", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "gold.txt" in result.stderr


# --- the process -------------------------------------------------------------------------------------------------------


def test_help_is_quick_and_loads_no_rule() -> None:
    heavy = "m.startswith('vnforeign.kinds.') or m in ('numpy', 'ahocorasick_rs')"
    script = f"import sys, vnforeign.cli; print([m for m in sys.modules if {heavy}])"
    assert subprocess.check_output([sys.executable, "-c", script], cwd=ROOT, text=True) == "[]\n"
    started = time.perf_counter()
    result = process("--help")
    assert time.perf_counter() - started < 2  # 0.1 s on a free machine
    assert b"evaluate" in result.stdout and b"Usage: vnforeign" in result.stdout


def test_stdout_is_utf_8_whatever_the_locale(folder: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    result = process("explain", folder / "b.txt", "--at", "0", env=environment)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "Sở" in result.stdout.decode("utf-8")


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no pipes of this kind here")
def test_a_reader_that_leaves_ends_the_run_silently(folder: Path) -> None:
    many = [folder / f"many{number}.txt" for number in range(3000)]
    for path in many:
        path.write_text((folder / "b.txt").read_text(encoding="utf-8"), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "vnforeign", "tag", *map(str, many)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == -signal.SIGPIPE


@pytest.mark.skipif(os.name != "posix", reason="no such signal here")
def test_an_interrupt_is_130_and_leaves_no_half_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "vnforeign", "tag", "-", "-o", str(out)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        deadline = time.monotonic() + 20
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.02)  # it waits for stdin with its output begun
        running.send_signal(signal.SIGINT)
        running.wait(timeout=20)
    assert running.returncode == 130
    assert list(tmp_path.iterdir()) == []


def _commands(group: click.Group, prefix: str = "") -> dict[str, click.Command]:
    """Every command that does something, by the words that call it."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        found |= _commands(command, f"{prefix}{name} ") if isinstance(command, click.Group) else {prefix + name: command}
    return found


COMMANDS = _commands(cli)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = re.split(rf"^## vnforeign {name}(?: .*)?$", page, flags=re.MULTILINE)[1].partition("\n## ")[0]
    for parameter in COMMANDS[name].params:
        for option in parameter.opts if parameter.param_type_name == "option" else []:
            assert f"`{option}" in section


def test_the_suffix_of_out_names_a_page_and_refuses_tables(run: Run, folder: Path) -> None:
    assert run("tag", folder / "b.txt", "-o", folder / "b.html").exit_code == 0
    assert (folder / "b.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    for name in ("b.parquet", "b.csv", "b.sqlite"):
        assert isinstance(run("tag", folder / "b.txt", "-o", folder / name).exception, click.BadParameter)
        assert not (folder / name).exists()
