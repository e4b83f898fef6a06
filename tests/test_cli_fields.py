"""The commands of the passage classifier, as a user calls them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vnforeign.cli import cli

pytest.importorskip("sklearn")
ROOT = Path(__file__).parents[1]
LINES = [
    "Chủ tịch UBND tỉnh tiếp Đại sứ Lào đến chào xã giao.",
    "Giá lúa vụ đông xuân tăng nhẹ.",
    "Hai tỉnh ký bản ghi nhớ hợp tác.",
]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments], standalone_mode=False)


def test_evaluate_fields_prints_every_figure_and_writes_it(tmp_path: Path) -> None:
    result = run("evaluate", "fields", "--json", tmp_path / "figures.json")
    assert result.return_value == 0
    for said in ("micro F1", "cue counting", "TF-IDF + LinearSVC", "majority", "calibration", "pillars", "functions", "mistaken"):
        assert said in result.stdout
    assert json.loads((tmp_path / "figures.json").read_text())["micro"] > 0.8


def test_suggest_writes_the_most_useful_lines_first(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    result = run("suggest", "passages", "--unlabelled", path, "-n", "2")
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert result.return_value == 0
    assert len(rows) == 2
    assert all(LINES[int(number) - 1] == text for number, _, _, text in rows)


def test_suggest_says_what_is_wrong(tmp_path: Path) -> None:
    assert run("suggest", "passages", "--unlabelled", tmp_path / "none.txt").return_value == 1
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    result = run("suggest", "passages", "--unlabelled", path, "--model", tmp_path)
    assert result.return_value == 1
    assert result.stderr.startswith("vnforeign: ")


def test_train_fields_makes_the_shipped_model(tmp_path: Path) -> None:
    result = run("train", "fields", "--out", tmp_path / "model")
    manifest = json.loads((ROOT / "vnforeign" / "fields" / "model" / "model.json").read_text())
    assert result.return_value == 0
    assert manifest["digest"] in result.stdout


def test_train_names_line_and_column_of_a_bad_corpus(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(
        "id\tfields\toptional\tpillars\tfunction\tsection\ttext\na-1\triver\t\t\tresult\t\tMột đoạn văn.\n", encoding="utf-8"
    )
    result = run("train", "fields", "--corpus", path, "--out", tmp_path / "model")
    assert result.return_value == 1
    assert f"{path}, line 2, column fields: 'river'" in result.stderr
    assert not (tmp_path / "model").exists()
