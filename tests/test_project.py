"""What holds for the project as a whole: who imports whom, what starting costs, data that are whole."""

from __future__ import annotations

import ast
import csv
import os
import re
import resource
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import floors, shared_runs
from vnforeign import LABELS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "vnforeign"
TABLES = sorted([*(PACKAGE / "kinds").rglob("*.tsv"), *PACKAGE.glob("segment/*.tsv")])


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


# --- who imports whom --------------------------------------------------------------------------------------------------

FOUNDATIONS = "document codepage text matcher lexicon scores rule claims notation scan".split()
EDGES = (
    "formats",
    "links",
    "fields",
    "cli",
    "archive",
    "evaluate",
    "trace",
    "gold",
    "cli_fields",
    "cli_tag",
    "console",
    "convert",
    "cli_convert",
    "spacy",
    "sklearn",
)


def imports(path: Path) -> Iterator[str]:
    """The parts of the package that a module imports when it is imported itself, as names below ``vnforeign``."""
    package = list(path.relative_to(PACKAGE).parts[:-1])
    for node in _at_import(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            for alias in node.names:
                yield ".".join([*base, *(node.module or "").split("."), alias.name]).strip(".").replace("..", ".")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("vnforeign"):
            yield from (f"{node.module}.{alias.name}".removeprefix("vnforeign.") for alias in node.names)


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a module outside functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from _at_import(child)


def test_foundations_know_no_kinds_and_no_edges() -> None:
    wrong = {
        f"{module} imports {each}"
        for module in FOUNDATIONS
        for each in imports(PACKAGE / f"{module}.py")
        if each.split(".")[0] in ("kinds", "segment", "analyze", "metadata", *EDGES)
    }
    assert not wrong


@pytest.mark.parametrize(
    ("folder", "forbidden"), [("kinds", ("segment", "analyze", *EDGES)), ("segment", ("kinds", "analyze", *EDGES))]
)
def test_rooms_and_passages_know_no_edges(folder: str, forbidden: tuple[str, ...]) -> None:
    files = sorted((PACKAGE / folder).rglob("*.py"))
    wrong = {f"{name_of(file)} imports {each}" for file in files for each in imports(file) if each.split(".")[0] in forbidden}
    assert files
    assert not wrong


def test_formats_know_no_rules() -> None:
    wrong = {
        f"{name_of(file)} imports {each}"
        for file in (PACKAGE / "formats").glob("*.py")
        for each in imports(file)
        if each.split(".")[0] in ("kinds", "scan", "rule", "cli", "archive", "evaluate")
    }
    assert not wrong


def test_importing_the_library_loads_nothing_heavy() -> None:
    heavy = "numpy spacy sklearn pandas pydantic underthesea babel click".split()
    program = f"import sys, vnforeign; print(*(name for name in {heavy!r} if name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split() == []


# --- what starting costs -----------------------------------------------------------------------------------------------


def assert_cheap(program: list[str], most: float, marker: str = "") -> None:
    """The best of seven runs stays under so many seconds of CPU; a crowded machine is no judge."""
    best = min(_cpu(program) for _ in range(7))
    if best >= most and os.getloadavg()[0] > 2 * (os.cpu_count() or 1):
        pytest.skip(f"{best:.2f} s on a machine with load {os.getloadavg()[0]:.1f}")
    assert best < most


def _cpu(program: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(program, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_importing_is_cheap() -> None:
    assert_cheap([sys.executable, "-c", "import vnforeign"], 0.15)


def test_help_is_cheap() -> None:
    assert_cheap([sys.executable, "-m", "vnforeign", "--help"], 0.3)


# --- tables that are whole ---------------------------------------------------------------------------------------------


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_a_table_is_whole(path: Path) -> None:
    header, *rows = table(path)
    text = path.read_text(encoding="utf-8")
    assert rows
    assert len(set(header)) == len(header)
    assert all(re.fullmatch("[a-z_]+", name) for name in header)
    assert [number for number, row in enumerate(rows, 2) if len(row) != len(header)] == []
    assert "\r" not in text
    assert text.endswith("\n")
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_no_cell_has_blanks_at_its_edge_and_no_list_an_empty_item(path: Path) -> None:
    cells = [(number, cell) for number, row in enumerate(table(path), 1) for cell in row]
    assert [each for each in cells if each[1] != each[1].strip() or "  " in each[1]] == []
    assert [each for each in cells if any(item != item.strip() or not item for item in each[1].split("|")) and each[1]] == []


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_no_row_stands_twice(path: Path) -> None:
    rows = [tuple(row) for row in table(path)]
    assert [row for row, count in Counter(rows).items() if count > 1] == []


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_a_table_says_where_it_comes_from(path: Path) -> None:
    header = table(path)[0]
    documented = (ROOT / "docs" / "data-sources.md").read_text(encoding="utf-8")
    assert "source" in header or f"{path.name}`" in documented


# --- rules, reports and quality ----------------------------------------------------------------------------------------


def test_gold_reports_share_nothing_but_formulas() -> None:
    assert shared_runs.shared(shared_runs.reports(), shared_runs.formulas()) == {}


def test_no_formula_is_idle() -> None:
    texts = [" ".join(shared_runs.words(text)) for text in shared_runs.reports().values()]
    assert [formula for formula in shared_runs.formulas() if sum(formula in text for text in texts) < 2] == []


def test_quality_stays_above_its_floors() -> None:
    pinned = floors.read()
    assert set(pinned) == {*LABELS, "micro"}
    assert floors.below(floors.measure(), pinned) == []
