"""The notebooks run without a network, say what matters, and are stored with what they show."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="pip install 'vnforeign[notebook]'")
pytest.importorskip("nbclient", reason="pip install 'vnforeign[notebook]'")

from tools import notebooks  # noqa: E402

PATHS = sorted(notebooks.FOLDER.glob("*.ipynb"))
NAMES = [path.stem for path in PATHS]
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

#: What each must say when it has run: words of its outputs, whatever the figures are.
SAYS = {
    "1-one-report": [
        'class="s PROVINCE"',
        "'currency': 'USD'",
        "-equivalent->|-succeeded_by->",
        "Biên giới, lãnh thổ quốc gia",
        "Đoàn vào",
        'class="bars"',
    ],
    "2-a-corpus-as-data": [
        "[0-9]+ reports, [0-9]+ entities",
        "<svg",
        "Số tiền gắn với từng nước",
        "Grants by donor",
        "World Vision",
        "Lĩnh vực theo tỉnh",
        "son-la-2011-hua-phan",
    ],
    "3-directives": [
        "44-CT/TW → 04-CT/TW → 12-CT/TW",
        "the only full citation",
        "<svg",
        "took its place in 20",
        "Văn bản được viện dẫn",
    ],
    "4-fields": ["ngo_aid", "<mark", r"\['delegations'\]", "F1 0.[0-9]+ over all fields", "marked: "],
    "5-mending-a-rule": ["gave nothing", r"\[\('Q3/2024', '2024-35'\)", r"gains: \[\] losses: \[\]", r"\[\] Q5/2024"],
}


@cache
def ran(path: Path) -> Any:
    return notebooks.run(path)


def outputs(notebook: Any) -> list[list[Any]]:
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def words(notebook: Any) -> str:
    shown = [output for cell in outputs(notebook) for output in cell]
    return "\n".join("".join([*output.get("data", {}).values(), output.get("text", "")]) for output in shown)


def shapes(notebook: Any) -> list[list[list[str]]]:
    """Which kinds of output each cell has: figures may move with the rules, pictures and tables may not vanish."""
    return [[sorted(output.get("data", {output.get("name", ""): None})) for output in cell] for cell in outputs(notebook)]


def test_there_are_five() -> None:
    assert sorted(SAYS) == NAMES


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_a_notebook_runs_and_says_what_matters(path: Path) -> None:
    said = words(ran(path))
    assert [each for each in SAYS[path.stem] if not re.search(each, said)] == []
    assert "Warning" not in said
    assert str(notebooks.FOLDER.parent) not in said


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_what_is_stored_is_what_it_shows(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    assert shapes(stored) == shapes(ran(path))
    assert [each for each in SAYS[path.stem] if not re.search(each, words(stored))] == []
    assert path.stat().st_size < 500_000


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_a_notebook_tells_a_story_in_short_cells(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    assert cells[0].cell_type == "markdown"
    assert max(cell.source.count("\n") + 1 for cell in cells) <= 25
    assert sum(cell.cell_type == "markdown" for cell in cells) >= 5
    assert all("execution" not in cell.metadata for cell in cells)  # times would differ from run to run
