"""Figures against gold: counted as the label guide says, and as the shared scorer counts them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign import gold, notation, pairing
from vnforeign.document import Document, Entities, Entity, Raw
from vnforeign.evaluate import changes, evaluate, read_baseline, write_baseline, write_scores

SCORER = Path(__file__).parents[2] / "shared" / "tools" / "score.py"
SHARED_GOLD = SCORER.parents[1] / "gold" / "dev.jsonl"
MARKED = """---
id: a
reference_date: 2014-12-22
---
[Tỉnh A](PROVINCE A | Á) và [tỉnh B](PROVINCE B), [Lào](COUNTRY LA), [Lào](COUNTRY LA), [năm 2014](DATE 2014)."""
TEXT = notation.parse(MARKED)[1]


def _found(*rows: tuple[str, str, dict[str, Any]]) -> Entities:
    return Entities(
        Entity(label, (at := TEXT.index(said)), at + len(said), said, Raw(value), f"rule.{label}") for label, said, value in rows
    )


FOUND = _found(
    ("PROVINCE", "Tỉnh A", {"name": "a"}),
    ("PROVINCE", "B", {"name": "B"}),
    ("COUNTRY", "Lào", {"code": "TH"}),
    ("DATE", "và", {"start": "2014-01-01", "end": "2014-12-31"}),
)


def _predict(text: str, reference_date: str | None) -> Document:
    assert (text, reference_date) == (TEXT, "2014-12-22")
    return Document(text, entities=FOUND)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "train").mkdir()
    (tmp_path / "train" / "a.txt").write_text(MARKED, encoding="utf-8")
    return tmp_path


def test_the_figures(folder: Path) -> None:
    report = evaluate(folder, _predict)
    province, country, date = (report.tallies[label] for label in ("PROVINCE", "COUNTRY", "DATE"))
    assert (province.gold, province.found, province.span, province.overlap, province.value) == (2, 2, 1, 2, 2)
    assert (country.gold, country.found, country.span, country.overlap, country.value) == (2, 1, 1, 1, 0)
    assert (date.gold, date.found, date.overlap) == (1, 1, 0)
    assert report.micro().figures("span") == (2 / 4, 2 / 5, 4 / 9)
    assert country.figures("overlap") == (1.0, 0.5, 2 / 3)
    assert "PROVINCE           2    0.500  0.500  0.500    1.000  1.000  1.000    1.000  1.000  1.000" in str(report)


def test_the_errors(folder: Path) -> None:
    report = evaluate(folder, _predict)
    assert [(each.label, each.kind, each.gold, each.found) for each in report.errors] == [
        ("PROVINCE", "span", "tỉnh B", "B"),
        ("COUNTRY", "value", "Lào", "Lào"),
        ("COUNTRY", "missed", "Lào", ""),
        ("DATE", "missed", "năm 2014", ""),
        ("DATE", "spurious", "", "và"),
    ]
    assert str(report.errors[1]) == "COUNTRY\tvalue\ta\tLào\tLào\tLA\tTH\trule.COUNTRY"


def test_one_label_alone(folder: Path) -> None:
    report = evaluate(folder, _predict).of("COUNTRY")
    assert list(report.tallies) == ["COUNTRY"]
    assert report.micro().gold == 2
    assert {each.label for each in report.errors} == {"COUNTRY"}
    assert report.baseline == {"a": {"COUNTRY Lào #1": False, "COUNTRY Lào #2": False}}


def test_gains_and_losses(folder: Path) -> None:
    report = evaluate(folder, _predict)
    pinned = folder / "baseline.json"
    write_baseline(report, pinned)
    assert changes(report, read_baseline(pinned)) == ([], [])
    before = {"a": {"PROVINCE Tỉnh A #1": False, "COUNTRY Lào #2": True, "COUNTRY gone #1": True}, "b": {}}
    assert changes(report, before) == (["a: PROVINCE Tỉnh A #1"], ["a: COUNTRY Lào #2"])
    pinned.write_text("[]")
    with pytest.raises(ValueError, match="no baseline"):
        read_baseline(pinned)


@pytest.mark.usefixtures("fake_rooms")
def test_scores_are_measured_and_stable(folder: Path) -> None:
    (folder / "dev").mkdir()
    (folder / "dev" / "b.txt").write_text("[Sở Ngoại vụ](ORG) họp [năm 2014](DATE 2014), 2015", encoding="utf-8")
    write_scores(folder, folder / "scores.tsv")
    assert (folder / "scores.tsv").read_text() == (
        "rule\tright\tfound\tscore\nfake.body\t1\t1\t0.6667\nfake.year\t2\t3\t0.6000\n"
    )


def test_gold_in_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    entities = [{"label": "COUNTRY", "start": 0, "end": 3, "value": {"any_of": [{"code": "LA"}, {"code": "TH"}]}}]
    path.write_text(json.dumps({"id": "a", "text": "Lào", "entities": entities}) + "\n\n", encoding="utf-8")
    found = Entities([Entity("COUNTRY", 0, 3, "Lào", Raw({"code": "TH"}))])
    assert evaluate(path, lambda text, _: Document(text, entities=found)).micro().value == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1: "),
        ("[]", "line 1: "),
        ('{"id": "a", "text": "x"}', "'entities' is missing"),
        ('{"id": "a", "text": "x", "entities": [{"label": "RIVER", "start": 0, "end": 1}]}', "no label 'RIVER'"),
        (
            '{"id": "a", "text": "xy", "entities": [{"label": "ORG", "start": 0, "end": 1, "text": "y"}]}',
            "'x' in the text, 'y' in the mark",
        ),
        ('{"id": "a", "text": "", "entities": []}\n{"id": "a", "text": "", "entities": []}', "two reports"),
        ("", "no gold report"),
    ],
)
def test_gold_that_cannot_be_read(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    with pytest.raises(ValueError, match=said):
        gold.read(path)


def test_a_bad_mark_names_its_file(folder: Path) -> None:
    (folder / "train" / "b.txt").write_text("[x](DATE soon)")
    with pytest.raises(ValueError, match=r"b\.txt: line 1: "):
        gold.read(folder)


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("ORG", {"name": "Uỷ ban  Hoà bình"}, {"name": "ủy ban hòa bình"}),
        ("PROVINCE", {"name": "Đắk Lắk"}, {"name": "Dak Lak"}),
        ("DISTRICT", {"name": "huyện Bù Đốp"}, {"name": "Bù Đốp"}),
        ("BORDER_GATE", {"name": "Cửa khẩu quốc tế Bu Prăng"}, {"name": "Bu Prang"}),
        ("AMOUNT", {"value": "25.0", "currency": "VND"}, {"value": "25", "currency": "VND", "modifier": "about"}),
        ("DATE", {"edtf": "XXXX-03-26"}, {"edtf": "XXXX-03-26", "start": None}),
        (
            "DIRECTIVE",
            {"type": "chi_thi", "number": "04", "symbol": "CT/TW"},
            {"type": "chi_thi", "number": "4", "symbol": "CT-TW"},
        ),
        ("DIRECTIVE", {"type": "luat", "canonical": "Luật Biên giới"}, {"type": "luat", "canonical": "luật  biên giới"}),
    ],
)
def test_values_that_agree(label: str, one: dict[str, str], other: dict[str, str]) -> None:
    assert pairing.key(label, one) == pairing.key(label, other)


def _scorer_figures(folder: Path, gold_file: Path, found: list[dict[str, Any]]) -> Any:
    (folder / "found.jsonl").write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(gold_file), str(folder / "found.jsonl"), "--json", str(folder / "figures.json")]
    subprocess.run(command, check=True, capture_output=True)
    return json.loads((folder / "figures.json").read_text())


def _shaken(entities: list[dict[str, Any]], text: str) -> Entities:
    """Gold entities with every kind of mistake in them, the same each time."""
    found = Entities()
    for number, each in enumerate(entities):
        value = dict(each["value"].get("any_of", [each["value"]])[-1])
        start, end = each["start"] + (number % 3 == 1), each["end"] + (number % 5 == 2)
        label = "ORG" if number % 11 == 0 else each["label"]
        if number % 7 == 3:
            value = {}
        if number % 6 != 4:
            found.append(Entity(label, start, end, text[start:end], Raw(value), "rule"))
    return found


@pytest.mark.skipif(not SHARED_GOLD.exists(), reason="the shared scorer is not here")
def test_figures_agree_with_the_shared_scorer(tmp_path: Path) -> None:
    reports = {each.text: each for each in gold.read(SHARED_GOLD)}
    shaken = {text: Document(text, each.id, entities=_shaken(each.entities, text)) for text, each in reports.items()}
    report = evaluate(SHARED_GOLD, lambda text, _: shaken[text])
    theirs = _scorer_figures(tmp_path, SHARED_GOLD, [each.to_dict() for each in shaken.values()])
    ours = report.to_dict()
    assert {label: ours["labels"][label] for label in theirs["labels"]} == _approx(theirs["labels"])
    for measure in ("span", "overlap", "value"):
        assert ours["micro"][measure]["f"] == pytest.approx(theirs[f"micro_{measure}"])


def _approx(labels: dict[str, Any]) -> dict[str, Any]:
    return {name: {m: each if m == "gold" else pytest.approx(each) for m, each in row.items()} for name, row in labels.items()}


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=8),
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=8),
)
def test_pairs_are_one_to_one_and_overlap(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    wanted, found = _spans(left), _spans(right)
    pairs = pairing.pairs(wanted, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    for i, j in pairs:
        assert wanted[i]["start"] < found[j]["end"] and found[j]["start"] < wanted[i]["end"]


def _spans(spans: list[tuple[int, int]]) -> list[dict[str, Any]]:
    return [{"label": "ORG", "start": at, "end": at + size} for at, size in spans]
