"""The labelled passages: well formed, enough of each field, written one by one, split by batch."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("numpy")

from tests.fields import sharing
from vnforeign.fields import corpus, train

ROOT = Path(__file__).resolve().parents[2]
TAXONOMY = corpus.read_taxonomy(train.TAXONOMY)
ROWS = corpus.read_corpus(train.CORPUS, TAXONOMY)
TEXTS = {row.id: row.text for row in ROWS}


def test_there_are_enough_passages_of_every_field_and_of_none() -> None:
    many = Counter(field for row in ROWS for field in row.fields or ("none",))
    assert len(ROWS) >= 1000
    assert {key: many[key] for key in [field.key for field in TAXONOMY] if many[key] < 40} == {}
    assert many["none"] >= 120
    assert sum(len(row.fields) > 1 for row in ROWS) >= 0.25 * len(ROWS)


def test_every_batch_says_where_it_comes_from() -> None:
    assert [row.batch for row in ROWS if not (train.CORPUS / f"{row.batch}.about.txt").is_file()] == []


def test_the_list_of_splits_is_the_hash_of_the_names() -> None:
    listed = corpus.read_splits(train.CORPUS.parent / "splits.tsv")
    assert listed == {batch: train.split_of(batch) for batch in {row.batch for row in ROWS}}
    assert set(listed.values()) == {"train", "dev", "test"}


def test_passages_share_nothing_but_formulas() -> None:
    found = sharing.shared(TEXTS)
    assert sorted(set(found) - sharing.formulas()) == []


def test_no_formula_is_idle() -> None:
    assert sorted(sharing.formulas() - set(sharing.shared(TEXTS))) == []


def test_no_passage_is_another_one_changed() -> None:
    assert sharing.alike(TEXTS, 0.3) == []


HEADER = "\t".join(corpus.COLUMNS)
GOOD = "a-01\tborders\t\tstate\tresult\t\tTỉnh cắm mốc."


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["id\ttext"], "line 1: the header"),
        ([HEADER], "no labelled passage"),
        ([HEADER, GOOD, GOOD], "line 3, column id: 'a-01' stands twice"),
        ([HEADER, GOOD.replace("borders", "border")], "line 2, column fields: 'border' is none of"),
        ([HEADER, GOOD.replace("state", "church")], "line 2, column pillars: 'church'"),
        ([HEADER, GOOD.replace("result", "results")], "line 2, column function: 'results'"),
        ([HEADER, GOOD.replace("borders", "borders|cross_cutting")], "stands with no other field"),
        ([HEADER, GOOD.replace("borders\t", "borders\tborders")], "column optional: 'borders' repeats"),
        ([HEADER, GOOD.replace("borders", "borders|borders")], "names a label twice"),
        ([HEADER, GOOD + "\tmore"], "line 2, column 7: 8 cells, 7 columns"),
        ([HEADER, GOOD.rsplit("\t", 1)[0]], "line 2, column 6: 6 cells, 7 columns"),
        ([HEADER, GOOD.replace("Tỉnh cắm mốc.", " ")], "line 2, column text: empty"),
        ([HEADER, GOOD.replace("a-01", "")], "line 2, column id: empty"),
    ],
)
def test_a_bad_corpus_is_named_with_line_and_column(tmp_path: Path, lines: list[str], said: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(corpus.CorpusError) as error:
        corpus.read_corpus(path, TAXONOMY)
    assert said in str(error.value)
    assert "bad.tsv" in str(error.value)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["key\tname"], "line 1: the header"),
        (["key\tnumber\tname\trule"], "no field there"),
        (["key\tnumber\tname\trule", "a b\t1\tA\t"], "line 2, column key: 'a b'"),
        (["key\tnumber\tname\trule", "a\t1\tA\t", "a\t2\tB\t"], "line 3, column key: 'a' stands twice"),
        (["key\tnumber\tname\trule", "a\t1\tA\tnever"], "line 2, column rule: 'never'"),
    ],
)
def test_a_bad_taxonomy_is_named_with_line_and_column(tmp_path: Path, lines: list[str], said: str) -> None:
    path = tmp_path / "taxonomy.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(corpus.CorpusError, match=r"taxonomy\.tsv") as error:
        corpus.read_taxonomy(path)
    assert said in str(error.value)


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_bytes(b"id\tfields\xff")
    with pytest.raises(corpus.CorpusError, match="not UTF-8 at byte 9"):
        corpus.read_corpus(path, TAXONOMY)
