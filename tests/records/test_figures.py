"""How right the drafts are, and that the page about them says what the tables say."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tools import record_tables
from vnforeign.corpora import CORPORA
from vnforeign.document import Evidence, Record, Slot
from vnforeign.records import evaluate, scores, types

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


def test_the_page_holds_the_tables_of_today() -> None:
    text = record_tables.PAGE.read_text(encoding="utf-8")
    assert record_tables.page(text) == text
    assert all(f"<!-- table {key} -->" in text for key in types())


@pytest.mark.parametrize("split", sorted(FLOORS))
def test_figures_stay_above_their_floors(split: str) -> None:
    figures = evaluate.evaluate(split).micro.figures
    assert {name: figures[name] for name, floor in FLOORS[split].items() if figures[name] < floor} == {}


def row(**slots: str) -> Record:
    return Record("ngo_aid", {key: Slot(value, [Evidence(0, 10)]) for key, value in slots.items()}, summary=True)


def test_rows_are_paired_by_what_they_share() -> None:
    marked = [row(grants="12", donors="3"), row(grants="7")]
    assert evaluate.assign(marked, [row(grants="7"), row(grants="12", donors="4")]) == {0: 1, 1: 0}
    assert evaluate.assign(marked, [row(grants="8")]) == {}


@pytest.mark.parametrize(
    ("value", "evidence", "right"),
    [("World Vision", (50, 60), True), ("world  vision", (50, 60), True), ("Vision", (4, 10), True), ("Plan", (8, 20), False)],
)
def test_words_are_right_by_value_or_by_place(value: str, evidence: tuple[int, int], right: bool) -> None:
    column = types()["ngo_aid"].columns["donor"]
    one, two = Slot("World Vision", [Evidence(0, 10)]), Slot(value, [Evidence(*evidence)])
    assert evaluate.same(column, one, two) is right


def test_a_number_is_right_by_value_alone() -> None:
    column = types()["ngo_aid"].columns["grants"]
    assert not evaluate.same(column, Slot("12", [Evidence(0, 10)]), Slot("2", [Evidence(0, 10)]))


def test_a_split_without_gold_is_said(tmp_path: Path) -> None:
    (tmp_path / "gold" / "dev").mkdir(parents=True)
    with pytest.raises(ValueError, match="no gold report"):
        evaluate.evaluate("dev", tmp_path)


def test_a_new_report_counts_once_at_first_sight(tmp_path: Path) -> None:
    name = "lai-chau-2016-van-nam"
    corpus = Path(CORPORA)
    for part, split, suffix, of in (
        ("gold", "train", "txt", name),
        ("records", "train", "toml", name),
        ("gold", "dev", "txt", "dak-nong-2011-so-ket"),
    ):
        (tmp_path / part / split).mkdir(parents=True)
        shutil.copy(corpus / part / split / f"{of}.{suffix}", tmp_path / part / split)
    (tmp_path / "records" / "train" / "empty.txt").write_text("---\nid: empty\n---\nSở họp giao ban.\n", encoding="utf-8")
    (tmp_path / "records" / "train" / "empty.toml").write_text("", encoding="utf-8")
    table = tmp_path / "scores.tsv"
    assert evaluate.write_scores(tmp_path, table) == [name, "empty"]
    first = table.read_text(encoding="utf-8")
    assert first.count("\n") > 5
    assert evaluate.write_scores(tmp_path, table) == []
    assert table.read_text(encoding="utf-8") == first


def test_the_stored_scores_are_the_sum_of_what_was_counted(tmp_path: Path) -> None:
    kept = Path(CORPORA) / "records" / "first_sight.tsv"
    rows = [line.split("\t") for line in kept.read_text(encoding="utf-8").splitlines()[1:]]
    counted = {name: sum(int(row[3]) for row in rows if row[1] == name) for name in {row[1] for row in rows} - {"-"}}
    stored = {line.split("\t")[0]: int(line.split("\t")[2]) for line in scores.PATH.read_text(encoding="utf-8").splitlines()[1:]}
    assert stored == counted
