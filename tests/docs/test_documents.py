"""Documents that run: each block of commands or Python does what the page shows, and what a page points at exists."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from vnforeign.cli import cli

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("docs", "corpora", "benchmarks", "vnforeign/fields/model")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.md"))])
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.M | re.S)
#: One command of ours, perhaps between others of a pipe, without anything else that a shell would read.
PIPE = re.compile(r"(?:([^|;&]*) \| )?(vnforeign [^|;&<>$*]*?)(?: \| (.*))?")
#: Commands that would write into the package itself are described, not run.
UNTRIED = ("--write-scores",)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """What the documents speak of: the corpora, ``report.txt``, ``reports``, passages and fields of one's own."""
    shutil.copytree(ROOT / "corpora", tmp_path / "corpora")
    shutil.copytree(ROOT / "corpora" / "samples", tmp_path / "reports")
    shutil.copy(ROOT / "corpora" / "samples" / "lang-son-2019-tong-ket.txt", tmp_path / "report.txt")
    shutil.copytree(ROOT / "corpora" / "fields" / "batches", tmp_path / "mine")
    shutil.copy(ROOT / "vnforeign" / "fields" / "taxonomy.tsv", tmp_path / "mine.tsv")
    shutil.copy(tmp_path / "report.txt", tmp_path / "archive.txt")
    return tmp_path


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each ``$ command`` of a block and the output that stands below it."""
    for piece in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, output = piece.partition("\n")
        yield command, output


def words(command: str) -> list[str]:
    """A command's words as a shell parts them, its operators among them."""
    return list(shlex.shlex(command, posix=True, punctuation_chars="|;&<>"))


def possible(command: str) -> bool:
    """Whether every program of a command is there, and it may be run."""
    said = words(command)
    programs = [word for before, word in zip([";", *said], said, strict=False) if set(before) <= set("|;&")]
    known = all(program in ("vnforeign", "python") or shutil.which(program) for program in programs)
    return known and not any(word in command for word in UNTRIED)


def run_command(command: str, place: Path, given: bytes = b"") -> str:
    """What a command prints: ours run in this process, also between others of a pipe; the rest, and what is not so plain, in a shell."""
    pipe = PIPE.fullmatch(command)
    if pipe is None:
        return run_in_shell(command, place, given)
    before, ours, after = pipe.groups()
    given = run_in_shell(before, place, given).encode() if before else given
    output = run_here(ours, given)
    return run_command(after, place, output.encode()) if after else output


def run_in_shell(command: str, place: Path, given: bytes) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, shell=True, cwd=place, env=environment, input=given, capture_output=True, timeout=120)
    assert done.returncode == 0, f"{command}\n{done.stderr.decode()}"
    return done.stdout.decode()


def run_here(command: str, given: bytes) -> str:
    said, columns = shlex.split(command)[1:], {"COLUMNS": "100"}
    done = CliRunner().invoke(cli, said, given, prog_name="vnforeign", standalone_mode=False, env=columns)
    assert done.exception is None, f"{command}\n{done.stderr}"
    assert not done.return_value, f"{command}\n{done.stderr}"
    return done.stdout


def shown_elsewhere(document: Path) -> set[tuple[str, str]]:
    """The commands of the English pages with what they print: on a Vietnamese page they need not be run again."""
    others = DOCUMENTS if document.parent.name == "vi" else []
    texts = [other.read_text(encoding="utf-8") for other in others if other.parent.name != "vi"]
    return {each for text in texts for kind, block in BLOCK.findall(text) if kind == "console" for each in commands(block)}


def agrees(said: str, output: str) -> bool:
    """The output as the document shows it; a line of dots alone stands for any lines, dots behind words for the rest of a line."""
    pieces = re.split(r"^(?:\.\.\.|…)\n", said, flags=re.M)
    expected = ".*".join(map(re.escape, pieces)).replace(re.escape("...\n"), "[^\n]*\n")
    return re.fullmatch(expected, output, re.S) is not None


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_the_blocks_of_a_document_run(
    document: Path, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    names: dict[str, object] = {}
    tried = shown_elsewhere(document)
    for kind, block in BLOCK.findall(document.read_text(encoding="utf-8")):
        if kind == "python":
            exec(compile(block, name_of(document), "exec"), names)
            shown = "".join(f"{line}\n" for line in re.findall(r"# ?> (.*)", block))
            printed = capsys.readouterr().out
            assert not shown or agrees(shown, printed), f"{block}\nnow prints\n{printed}"
            continue
        for command, said in commands(block):
            if possible(command) and (command, said) not in tried:
                output = run_command(command, place)
                assert not said or agrees(said, output), f"{command} now prints\n{output}"


def test_what_is_shown_is_compared() -> None:
    assert agrees("a\n...\nb\n", "a\n1\n2\nb\n")
    assert agrees("5 files, ...\n", "5 files, 3 s\n")
    assert not agrees("5 files, ...\n", "5 files, 3 s\nmore\n")
    assert not agrees("a\nb\n", "a\nc\n")


def test_the_programs_of_a_command_are_told() -> None:
    assert possible("vnforeign tag - | cat -n; echo 'a | nosuchprogram'")
    assert not possible("vnforeign tag - | nosuchprogram")
    assert not possible("vnforeign evaluate corpora/gold --write-scores")


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_what_a_document_points_at_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text) if not link.startswith("#")]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert [link for link in links if "/" in link or "." in link if not (document.parent / link).exists()] == []
    assert [target for target in re.findall(r"`make ([a-z-]+)", text) if target not in targets] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_a_document_speaks_of_the_project_alone(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    homes = "|".join({re.escape(str(path)) for path in (ROOT, Path.home()) if len(path.parts) > 1} | {"/home/", "/Users/"})
    strange = rf"(?<![\w.])(?:{homes})|index-url|/simple/|\b(?:this|last|previous) session\b|\bsub-?agents?\b|\bissue #?[0-9]+|\bshared/"
    assert re.findall(strange, text, re.IGNORECASE) == []


def test_the_layout_names_every_folder() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {f"vnforeign/{path.parent.name}" for path in (ROOT / "vnforeign").glob("*/*.py")}
    folders |= {
        name for name in ("benchmarks", "corpora", "docs", "examples", "notebooks", "tests", "tools") if (ROOT / name).is_dir()
    }
    assert [folder for folder in sorted(folders) if f"`{folder}/" not in text] == []
