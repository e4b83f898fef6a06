"""The spaCy component, tokenizer and converters."""

from __future__ import annotations

import sys
import unicodedata
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnforeign as vf
from vnforeign import gold
from vnforeign.document import LABELS, LAYERS, Document, Raw

if find_spec("spacy") is None:
    pytest.skip("spaCy is not installed", allow_module_level=True)

import spacy
from spacy.tokens import DocBin

from vnforeign.spacy import Tokenizer, entity_of, from_spacy, to_spacy

ROOT = Path(__file__).parents[2]
TEXT = "Ngày 04/12/2007, UBND tỉnh Đắk Nông chi gần 25 tỷ đồng theo Chỉ thị số 44-CT/TW."
OWN = {"nlp": {"tokenizer": {"@tokenizers": "vnforeign.Tokenizer.v1"}}}
VOCAB = spacy.blank("xx").vocab
SAMPLES = sorted((ROOT / "corpora" / "samples").glob("*.txt"))


def pipeline(own: bool = True, **config: Any) -> Any:
    nlp = spacy.blank("xx", config=OWN if own else {})
    nlp.add_pipe("vnforeign", config=config)
    return nlp


def test_entities_with_values_through_the_entry_point() -> None:
    doc = pipeline()(TEXT)
    expected = vf.analyze(TEXT).entities
    assert [span._.vnforeign for span in doc.spans["vnforeign"]] == expected
    assert [(span.text, span.label_) for span in doc.spans["vnforeign"]] == [(each.text, each.label) for each in expected]
    assert [str(span._.vnforeign.value) for span in doc.ents if span.label_ == "AMOUNT"] == ["25000000000 VND"]


def test_ents_take_layers_in_their_order() -> None:
    assert [span.text for span in pipeline()(TEXT).ents][1] == "UBND tỉnh Đắk Nông"
    assert [span.text for span in pipeline(ents=["place"])(TEXT).ents] == ["tỉnh Đắk Nông"]
    assert [span.label_ for span in pipeline(ents=["place", "actor"])(TEXT).ents] == ["PROVINCE"]
    assert len(pipeline(ents=[])(TEXT).ents) == 0


def test_ents_of_others_stay_where_they_can() -> None:
    nlp = spacy.blank("xx", config=OWN)
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "X", "pattern": "theo"}, {"label": "X", "pattern": "tỉnh"}])
    nlp.add_pipe("vnforeign", config={"ents": ["place"]})
    assert [(span.text, span.label_) for span in nlp(TEXT).ents] == [("tỉnh Đắk Nông", "PROVINCE"), ("theo", "X")]


def test_settings() -> None:
    doc = pipeline(labels=["DATE"], reference_date="2015-03-01", spans_key="dates", fields=True)("Năm nay tỉnh chi 5 tỷ đồng.")
    assert [str(span._.vnforeign.value) for span in doc.spans["dates"]] == ["2015"]
    assert "fields" in doc.user_data["vnforeign"]["passages"][0]
    assert "fields" not in pipeline()(TEXT).user_data["vnforeign"]["passages"][0]


@pytest.mark.parametrize(
    "config", [{"labels": ["RIVER"]}, {"ents": ["river"]}, {"alignment_mode": "outside"}, {"reference_date": "1/2/2003"}]
)
def test_settings_that_do_not_exist_are_said(config: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"RIVER|river|outside|1/2/2003"):
        pipeline(**config)


def test_an_entity_inside_a_token_keeps_its_offsets() -> None:
    text = "Chi5 tỷ đồng, x"
    (amount,) = vf.analyze(text).entities
    assert (amount.start, amount.end) == (3, 12)
    for mode, words in (("expand", ["Chi5 tỷ đồng"]), ("contract", ["tỷ đồng"]), ("strict", [])):
        doc = pipeline(own=False, alignment_mode=mode)(text)
        spans = list(doc.spans["vnforeign"])
        assert [span.text for span in spans] == words
        assert [(span._.vnforeign.start, span._.vnforeign.text) for span in spans] == [(3, "5 tỷ đồng")] * len(words)
    doc = pipeline(alignment_mode="strict")(text)
    (span,) = doc.spans["vnforeign"]
    assert span.text == "5 tỷ đồng"


# --- the tokenizer -----------------------------------------------------------------------------------------------------


@given(st.text(st.one_of(st.sampled_from("aế\u0301 \n\t5/.🎉\u200b\xa0"), st.characters(exclude_categories=["Cs"])), max_size=60))
def test_no_character_is_lost(text: str) -> None:
    doc = Tokenizer(VOCAB)(text)
    assert doc.text == text


def texts() -> list[str]:
    """Samples and gold, also decomposed and with CRLF."""
    found = [path.read_text(encoding="utf-8") for path in SAMPLES]
    found += [report.text for report in gold.read(ROOT / "corpora" / "gold" / "dev")]
    return [*found, unicodedata.normalize("NFD", found[0]), found[1].replace("\n", "\r\n")]


def test_every_entity_aligns_with_the_tokens() -> None:
    seen = set()
    for text in texts():
        document = vf.analyze(text)
        doc = to_spacy(document, alignment_mode="strict")
        assert [(s.start_char, s.end_char, s.label_) for s in doc.spans["vnforeign"]] == [
            (each.start, each.end, each.label) for each in document.entities
        ]
        seen |= {each.label for each in document.entities}
    assert seen >= {"AMOUNT", "DATE", "DIRECTIVE", "ORG", "PROVINCE"}


# --- there and back ----------------------------------------------------------------------------------------------------


def test_documents_there_and_back() -> None:
    nlp = spacy.blank("xx")
    for text in texts():
        document = vf.analyze(Document(text, "a", "a.txt"), "2015-03-01")
        for doc in (to_spacy(document), to_spacy(document, nlp)):
            assert from_spacy(doc) == document


def test_a_doc_of_another_pipeline() -> None:
    doc: Any = spacy.blank("xx")("Lào và Bé")
    doc.ents = [doc.char_span(0, 3, "COUNTRY"), doc.char_span(7, 9, "CHILD")]
    document = from_spacy(doc)
    assert [(each.label, each.text, each.value) for each in document.entities] == [("COUNTRY", "Lào", Raw({}))]
    assert entity_of(doc.ents[1]) is None and doc.ents[0]._.vnforeign is None


def test_values_survive_the_disk(tmp_path: Path) -> None:
    nlp = pipeline(reference_date="2015-03-01", ents=["value"])
    docs = list(nlp.pipe([TEXT, "Năm nay 🎉 chi 5 tỷ đồng.", ""]))
    before = [[(s.text, s._.vnforeign) for s in [*doc.spans["vnforeign"], *doc.ents]] for doc in docs]
    assert all(entity for _, entity in before[0])
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "docs.spacy")
    stored = list(DocBin().from_disk(tmp_path / "docs.spacy").get_docs(again.vocab))
    whole = [spacy.tokens.Doc(again.vocab).from_bytes(doc.to_bytes()) for doc in docs]
    for others in (stored, whole, list(again.pipe([doc.text for doc in docs])), [doc.copy() for doc in docs]):
        assert [[(s.text, s._.vnforeign) for s in [*doc.spans["vnforeign"], *doc.ents]] for doc in others] == before
        assert [from_spacy(doc) for doc in others] == [from_spacy(doc) for doc in docs]


def test_two_processes_give_the_same() -> None:
    nlp = pipeline()
    several = [f"{TEXT} {number} triệu USD" for number in range(6)]
    one, two = ([from_spacy(doc) for doc in nlp.pipe(several, n_process=n, batch_size=2)] for n in (1, 2))
    assert one == two


def test_vietnamese_with_its_segmenter() -> None:
    pytest.importorskip("pyvi")
    nlp = spacy.blank("vi")
    nlp.add_pipe("vnforeign")
    doc = nlp(TEXT)
    assert {span.label_ for span in doc.spans["vnforeign"]} >= {"DATE", "AMOUNT", "DIRECTIVE"}


def test_missing_spacy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.delitem(sys.modules, "vnforeign.spacy")
    with pytest.raises(ImportError, match=r"vnforeign\[spacy\]"):
        __import__("vnforeign.spacy")


@settings(max_examples=20)
@given(st.sampled_from(SAMPLES), st.integers(0, 3000), st.integers(1, 400), st.sampled_from(["expand", "contract", "strict"]))
def test_any_stretch_under_any_alignment(path: Path, start: int, size: int, mode: str) -> None:
    text = path.read_text(encoding="utf-8")[start : start + size]
    doc = to_spacy(vf.analyze(text, links=False), spacy.blank("xx"), mode)
    for span in doc.spans["vnforeign"]:
        entity = span._.vnforeign
        assert text[entity.start : entity.end] == entity.text
        assert mode != "strict" or (span.start_char, span.end_char) == (entity.start, entity.end)
    assert {LAYERS[span.label_] for span in doc.ents} <= set(LAYERS.values())


# --- training ----------------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore::Warning")
def test_a_recogniser_learns_from_gold(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "examples" / "spacy"))
    try:
        train = import_module("train")
    finally:
        sys.path.pop(0)
    figures = train.run(tmp_path, steps=12, most=3)
    assert set(figures["ner"]) == {"micro", *LABELS}
    assert figures["rules"]["micro"] > 0.9
    assert 0 <= figures["ner"]["micro"] < figures["rules"]["micro"]
