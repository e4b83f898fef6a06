"""Training: repeatable to the bit, on one's own taxonomy, with clear errors; suggestions of what to label next."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("sklearn")

import numpy as np

from vnforeign import fields
from vnforeign.fields import classifier, corpus, lexicon, suggest, train
from vnforeign.fields.cues import Cues
from vnforeign.fields.features import see

HEADER = "\t".join(corpus.COLUMNS)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A corpus of twenty passages and a taxonomy of two fields."""
    (tmp_path / "taxonomy.tsv").write_text(
        "key\tnumber\tname\trule\nboats\t1\tThuyền\t\nfruit\t2\tTrái cây\t\n", encoding="utf-8"
    )
    lines = [HEADER]
    for at in range(10):
        lines.append(f"b-{at}\tboats\t\tstate\tresult\t\tLàng đóng {at + 2} chiếc thuyền gỗ và vá lưới đánh cá mùa biển lặng.")
        lines.append(f"f-{at}\tfruit\t\tpeople\ttask\t\tCần trồng thêm {at + 3} gốc xoài, ổi và cam, bón phân cho vườn cây.")
    (tmp_path / "batch.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "splits.tsv").write_text("batch\tsplit\nbatch\ttrain\n", encoding="utf-8")
    return tmp_path


def trained(own: Path, out: str, seed: int = 0) -> classifier.Model:
    return train.train(own / "batch.tsv", own / "taxonomy.tsv", own / out, seed)


def test_the_same_input_makes_the_same_files(own: Path) -> None:
    trained(own, "one")
    trained(own, "two")
    for name in (classifier.ARRAYS, classifier.MANIFEST):
        assert (own / "one" / name).read_bytes() == (own / "two" / name).read_bytes()


def test_one_trains_on_ones_own_taxonomy(own: Path) -> None:
    model = trained(own, "out")
    assert model.fields == ["boats", "fruit"]
    judgement = fields.classify("Làng đóng 9 chiếc thuyền gỗ và vá lưới đánh cá.", model)
    assert [each.field for each in judgement.fields] == ["boats"]


def test_the_shipped_model_is_what_the_corpus_makes(tmp_path: Path) -> None:
    made = train.train(out=tmp_path)
    assert made.fields == classifier.load().fields
    assert made.manifest["corpus"] == classifier.load().manifest["corpus"]
    assert np.allclose(made.gram_weights, classifier.load().gram_weights, atol=1e-4)
    assert np.allclose(made.thresholds, classifier.load().thresholds)


def test_too_few_passages_are_refused(own: Path) -> None:
    (own / "batch.tsv").write_text("\n".join([HEADER, "a\tboats\t\t\tresult\t\tThuyền về bến."]) + "\n", encoding="utf-8")
    with pytest.raises(corpus.CorpusError, match="1 passage to train on"):
        trained(own, "out")


def test_without_scikit_learn_it_says_so(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(train, "import_module", missing)
    with pytest.raises(ImportError, match="needs scikit-learn"):
        trained(own, "out")


def test_a_split_that_does_not_exist_is_named(own: Path) -> None:
    (own / "splits.tsv").write_text("batch\tsplit\nbatch\tfinal\n", encoding="utf-8")
    with pytest.raises(corpus.CorpusError, match="line 2, column split: 'final'"):
        trained(own, "out")


# --- the lexicon -------------------------------------------------------------------------------------------------------


def found(cues: Cues, text: str) -> list[str]:
    seen = see(cues, *train.encoded([text]))
    return [cues.keys[cues.main[phrase]] for phrase in seen.phrase]


def test_a_longer_cue_hides_the_shorter_one_inside() -> None:
    cues = Cues.compile([("consular", "cue", "lãnh sự"), ("actor", "cue", "tổng lãnh sự"), ("foreign", "name", "lào")])
    assert found(cues, "Tổng Lãnh sự Lào") == ["actor", "foreign"]
    assert found(cues, "công tác lãnh sự") == ["consular"]
    assert found(cues, "lào xào") == []  # a name begins with a capital


def test_cues_do_not_reach_from_one_passage_into_the_next() -> None:
    cues = Cues.compile([("consular", "cue", "lãnh sự")])
    assert len(see(cues, *train.encoded(["ông lãnh", "sự việc"])).phrase) == 0


def test_masked_words_are_no_grams() -> None:
    cues = Cues.compile([("office", "mask", "sở kế hoạch và đầu tư")])
    assert see(cues, *train.encoded(["Sở Kế hoạch và Đầu tư họp"])).hidden.tolist() == [True] * 6 + [False]


def test_the_cues_are_whole() -> None:
    rows = lexicon.read()
    assert len(rows) == len(set(rows))
    assert len({(key, cue) for key, _, cue in rows}) == len(rows)
    assert {field.key for field in corpus.read_taxonomy(train.TAXONOMY)} <= {key for key, _, _ in rows}
    assert [cue for _, _, cue in rows if cue != cue.lower() or cue != cue.strip() or "  " in cue] == []


@pytest.mark.parametrize(
    ("line", "said"), [("borders\tcue", "line 2: three cells"), ("borders\tperhaps\tmốc", "line 2, column how: 'perhaps'")]
)
def test_a_bad_line_of_cues_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "cues.tsv"
    path.write_text(f"key\thow\tcue\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        lexicon.read(path)


# --- what to label next ------------------------------------------------------------------------------------------------

CLEAR = "Bộ đội Biên phòng tuần tra song phương, bảo vệ cột mốc, đường biên giới, cửa khẩu, ngăn vượt biên trái phép."
DOUBTFUL = "Đoàn viên hai địa phương gặp nhau ở cửa khẩu, xem triển lãm, bàn chuyện mua bán nông sản."


def test_doubtful_passages_come_first_and_nothing_twice() -> None:
    chosen = suggest.suggest([CLEAR, DOUBTFUL, "", "Hello to all of you, dear friends of ours."], 10)
    assert {each.index for each in chosen} == {0, 1}
    assert chosen[0].index == 1
    assert all(0 <= each.uncertainty <= 1 for each in chosen)


def test_a_copy_comes_after_another_passage() -> None:
    other = "Sở Ngoại vụ mở lớp tiếng Lào, nhận mấy kỷ niệm chương của bạn, gửi tin cho báo nước ngoài."
    chosen = [each.index for each in suggest.suggest([DOUBTFUL, DOUBTFUL, other], 3, diversity=1.0)]
    assert set(chosen[:2]) in ({0, 2}, {1, 2})


def test_no_passages_no_suggestions() -> None:
    assert suggest.suggest([], 5) == []
    with pytest.raises(ValueError, match="diversity 2"):
        suggest.suggest([CLEAR], 5, diversity=2)
