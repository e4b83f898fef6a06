"""Every format: what goes out comes back, or is told as a loss; hostile files end in a message."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vnforeign as vf
from vnforeign import ReadError, convert, gold
from vnforeign.document import LABELS, LAYERS, Document, Entities, Entity, Raw

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
SAMPLES = sorted((GOLD.parent / "samples").glob("*.txt"))
CAS = ("cas-json", "cas-xmi")
WHOLE = ("cas-json", "cas-xmi", "doccano", "jsonl", "labelstudio", "prodigy", "w3c")
STREAMS = tuple(name for name in convert.names() if convert.FORMATS[name].beside is None)
ODD = "\ufeff🎉 Ngày 04/12/2007,\r\n\ttỉnh Đắk Nông 🇻🇳 chi\x01 gần 25 tỷ đồng\u2028(**UBND** tỉnh Đắk Nông)\x0b \\[a](DATE 2014)\x1c\x85\n"


@pytest.fixture(autouse=True)
def _installed(request: pytest.FixtureRequest) -> None:
    names = getattr(request.node, "callspec", None)
    if names and set(CAS) & {each for each in names.params.values() if isinstance(each, str)}:
        pytest.importorskip("cassis")


def spans(document: Document) -> list[tuple[str, int, int, str]]:
    return [(each.label, each.start, each.end, each.text) for each in document.entities]


def there_and_back(document: Document, form: str, folder: Path) -> tuple[Document, list[str]]:
    path = folder / f"{document.id or 'document'}{convert.FORMATS[form].suffix}"
    losses = convert.write(document, path, form)
    (again,), unread = convert.read(path, form)
    assert unread == []
    return again, losses


def odd() -> list[Document]:
    texts = [
        ODD,
        unicodedata.normalize("NFD", ODD),
        "𝕬" * 9 + SAMPLES[0].read_text(encoding="utf-8")[:3000].replace("\n", "\r\n"),
    ]
    return [vf.analyze(Document(text, f"odd-{at}", "a\nb.txt"), "2015-03-01") for at, text in enumerate(texts)]


@pytest.mark.parametrize("form", convert.names())
def test_odd_characters_keep_their_places(form: str, tmp_path: Path) -> None:
    for document in odd():
        assert len(document.entities) >= 4
        again, losses = there_and_back(document, form, tmp_path)
        assert again.text == document.text
        assert spans(again) == spans(document)
        if form in WHOLE:
            assert losses == []
            assert again == document
            assert again.to_json() == document.to_json()


@pytest.mark.parametrize("form", convert.names())
def test_gold_reports_there_and_back(form: str, tmp_path: Path) -> None:
    documents = []
    for report in gold.read(GOLD / "dev")[:6]:
        documents.append(vf.analyze(Document(report.text, report.id), report.reference_date))
    path = tmp_path / f"out{convert.FORMATS[form].suffix if convert.FORMATS[form].many else ''}"
    losses = convert.write(documents, path, form)
    again, unread = convert.read(path, form)
    assert unread == []
    by_id = {each.id: each for each in again}
    assert all(by_id[each.id].text == each.text and spans(by_id[each.id]) == spans(each) for each in documents)
    assert bool(losses) == (form not in WHOLE)
    if form == "brat":
        values = [entity.value for each in documents for entity in by_id[each.id].entities]
        assert values == [entity.value for each in documents for entity in each.entities]
        assert any("links left out" in loss for loss in losses)
    if form == "conll":
        assert any("value of" in loss for loss in losses)


def test_gold_in_the_notation_keeps_its_marks(tmp_path: Path) -> None:
    """From a gold report through our JSON and back into the notation: the same marks."""
    source = GOLD / "dev" / "ha-tinh-2010-bolikhamxay.txt"
    convert.convert(source, tmp_path / "a.jsonl", "notation", "jsonl")
    losses = convert.convert(tmp_path / "a.jsonl", tmp_path / "a.txt", "jsonl", "notation")
    assert losses == []
    ours, theirs = gold.read(tmp_path / "a.txt")[0], gold.read(source)[0]
    assert (ours.text, ours.entities, ours.id) == (theirs.text, theirs.entities, theirs.id)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text with any entities that do not overlap in their layer, their values free."""
    characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    text = draw(st.text(st.one_of(st.sampled_from('aế \n\r\t🎉\u0301[]\\()"#;-1\x01\ufffe'), characters), max_size=40))
    found: list[Entity] = []
    for _ in range(draw(st.integers(0, 6)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        label = draw(st.sampled_from(LABELS))
        if all(LAYERS[label] != each.layer or end <= each.start or start >= each.end for each in found):
            value = Raw(draw(st.dictionaries(st.sampled_from("abc"), st.text(max_size=5), max_size=2)))
            found.append(Entity(label, start, end, text[start:end], value, draw(st.sampled_from(["", "x.y"]))))
    found.sort(key=lambda each: (each.start, -each.end))
    return Document(text, "d", entities=Entities(found), metadata=draw(st.sampled_from([{}, {"title": "a\n---\nb"}])))


@pytest.mark.parametrize("form", convert.names())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(document=documents())
def test_nothing_is_lost_in_silence(form: str, document: Document, tmp_path: Path) -> None:
    again, losses = there_and_back(document, form, tmp_path)
    assert again.text == document.text
    kept = spans(again)
    gone = [each for each in spans(document) if each not in kept]
    assert len([loss for loss in losses if loss.endswith("left out") and any(label in loss for label in LABELS)]) == len(gone)
    if form in WHOLE:
        assert losses == []
        assert again == document
    if form == "brat":
        assert gone == []
        assert [each.value for each in again.entities] == [each.value for each in document.entities]


@pytest.mark.parametrize("form", WHOLE)
def test_a_lone_surrogate_is_escaped(form: str) -> None:
    document = Document("a\udc80b", "x", entities=Entities([Entity("ORG", 0, 3, "a\udc80b", Raw({}))]))
    data, losses = convert.dumps(document, form)
    assert losses == []
    assert convert.loads(data, form).documents == [document]


@pytest.mark.parametrize("form", ["brat", "conll", "notation"])
def test_a_lone_surrogate_is_told(form: str, tmp_path: Path) -> None:
    losses = convert.write(Document("a\udc80b", "x"), tmp_path / "x.ann", form)
    assert form == "conll" or any("the text is not the same" in loss for loss in losses)


# --- what a person changed in the tool ---------------------------------------------------------------------------------

TEXT = "🎉 Chi 2 triệu USD, tương đương 46 tỷ đồng, ngày 04/12/2007."


def changed(form: str, change: Any) -> tuple[Document, Document, list[str]]:
    document = vf.analyze(TEXT)
    row = json.loads(convert.dumps(document, form).data)
    change(row[0] if isinstance(row, list) else row)
    (again,), losses = convert.loads(json.dumps(row).encode(), form)
    return document, again, losses


def _prodigy(row: Any) -> None:
    row["spans"] = [{"start": 2, "end": 5, "label": "ORG"}, *row["spans"][1:]]


def _doccano(row: Any) -> None:
    row["label"] = [*row["label"][1:], [2, 5, "ORG"]]


def _labelstudio(row: Any) -> None:
    new = {"type": "labels", "value": {"start": 3, "end": 6, "text": "Chi", "labels": ["ORG"]}}
    row["annotations"] = [{"was_cancelled": True, "result": []}, {"result": [new, *row["predictions"][0]["result"][1:]]}]


def _w3c(row: Any) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "Chi", "prefix": "🎉 "}
    new = {"type": "Annotation", "body": {"type": "TextualBody", "value": "ORG"}, "target": {"selector": quote}}
    row["items"] = [new, *row["items"][1:]]


@pytest.mark.parametrize(
    ("form", "change"), [("prodigy", _prodigy), ("doccano", _doccano), ("labelstudio", _labelstudio), ("w3c", _w3c)]
)
def test_a_changed_span_leaves_the_others_their_values(form: str, change: Any) -> None:
    document, again, losses = changed(form, change)
    new, *others = again.entities
    assert spans(again)[0] == ("ORG", 2, 5, "Chi")
    assert new.value == Raw({})
    assert [each.text for each in others] == ["46 tỷ đồng", "ngày 04/12/2007"]
    assert [type(each.value) for each in others] == [type(each.value) for each in document.entities[1:]]
    assert again.links == []
    assert any("links of entities that changed" in loss for loss in losses)


# --- what other tools write --------------------------------------------------------------------------------------------


def test_label_studio_counts_utf_16_and_scripts_count_code_points() -> None:
    def task(start: int) -> bytes:
        value = {"start": start, "end": start + 3, "text": "Chi", "labels": ["ORG"]}
        return json.dumps([{"data": {"text": TEXT}, "annotations": [{"result": [{"type": "labels", "value": value}]}]}]).encode()

    for start in (2, 3):
        assert spans(convert.loads(task(start), "labelstudio").documents[0]) == [("ORG", 2, 5, "Chi")]


def test_a_moved_quote_is_found_and_told() -> None:
    selectors = [{"type": "TextPositionSelector", "start": 0, "end": 3}, {"type": "TextQuoteSelector", "exact": "46 tỷ đồng"}]
    item = {"body": [{"value": "AMOUNT"}], "target": {"selector": selectors}}
    (document,), losses = convert.loads(json.dumps({"source": {"value": TEXT}, "items": [item]}).encode(), "w3c")
    assert [each.text for each in document.entities] == ["46 tỷ đồng"]
    assert "moved" in losses[0]


def test_a_doccano_export_with_relations() -> None:
    row = {"text": TEXT, "entities": [{"id": 1, "label": "ORG", "start_offset": 2, "end_offset": 5}], "relations": [{"id": 2}]}
    (document,), losses = convert.loads(json.dumps(row).encode(), "doccano")
    assert (spans(document), losses) == ([("ORG", 2, 5, "Chi")], ["-, line 1: 1 relations left out"])


def test_a_rejected_prodigy_task() -> None:
    row = {"text": TEXT, "spans": [{"start": 2, "end": 5, "label": "ORG"}], "answer": "reject"}
    (document,), losses = convert.loads(json.dumps(row).encode(), "prodigy")
    assert (document.entities, losses) == ([], ["-, line 1: the answer is 'reject': 1 spans left out"])


BRAT = """T1\tORG 0 3;4 8\tBan Đảng
T2\tORG 0 3;9 12\tBan kia
T3\tRIVER 0 3\tBan
T4\tORG 0 3\tBăn
T5\tORG 0 99\tBan
R1\tpart Arg1:T1 Arg2:T2
A1\tNegation T1
#1\tAnnotatorNotes T1\tnot sure
"""


def test_brat_of_another_hand(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ban\nĐảng kia", encoding="utf-8")
    (tmp_path / "a.ann").write_text(BRAT, encoding="utf-8")
    (document,), losses = convert.read(tmp_path / "a.ann")
    assert spans(document) == [("ORG", 0, 8, "Ban\nĐảng")]
    assert [loss.partition("line ")[2].partition(":")[0] for loss in losses] == ["2", "3", "4", "5", "6", "7", "8"]
    assert "discontinuous" in losses[0]


@pytest.mark.parametrize(
    "tags", ["I-ORG I-ORG B-ORG O I-COUNTRY", "B-ORG E-ORG S-ORG O S-COUNTRY", "B-ORG L-ORG U-ORG O U-COUNTRY"]
)
def test_conll_of_another_hand(tags: str) -> None:
    words = ["Sở", "Ngoại", "Ban", "#", "Lào"]
    lines = [f"{word} N O {tag}" for word, tag in zip(words, tags.split(), strict=True)]
    data = "\n".join(["-DOCSTART- -X- O O", "", *lines[:4], "", lines[4], ""]).encode()
    (document,), losses = convert.loads(data * 2, "conll")[0][:1], convert.loads(data, "conll").losses
    assert document.text.split() == words
    assert [(each.label, each.text) for each in document.entities] == [("ORG", "Sở Ngoại"), ("ORG", "Ban"), ("COUNTRY", "Lào")]
    assert losses == []
    assert len(convert.loads(data * 2, "conll").documents) == 2


def test_a_cas_with_other_types() -> None:
    cassis = pytest.importorskip("cassis")
    types = cassis.TypeSystem()
    river = types.create_type(name="my.River", supertypeName="uima.tcas.Annotation")
    cas = cassis.Cas(typesystem=types)
    cas.sofa_string = "Sông Krông Nô"
    cas.add(river(begin=0, end=4))
    for form, data in (("cas-xmi", cas.to_xmi()), ("cas-json", cas.to_json())):
        (document,), losses = convert.loads(data.encode(), form)
        assert (document.text, document.entities) == ("Sông Krông Nô", [])
        assert any("River" in loss for loss in losses)


# --- hostile files -----------------------------------------------------------------------------------------------------

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
HOSTILE = {
    "": (b"\xff\xfe\x00", b"[" * 100_000, b"{", b"1", b'{"text": 1}', b'{"a": 1' + b"0" * 5000 + b"}", b"\0" * 9, b'[{"text": null}]'),
    "jsonl": (b'{"text": "a"}', b'{"schema": "vnforeign/1", "text": "a", "entities": [{"label": "ORG", "start": "0", "end": 1, "text": "a"}]}'),
    "labelstudio": (b'{"data": {"text": "a"}, "annotations": 3}', b'{"data": []}', b'[{"data": {"text": "a"}, "annotations": [{"result": [{"type": "labels", "value": {"labels": ["ORG"], "start": 1e99}}]}]}]'),
    "doccano": (b'{"text": "a", "label": [[0, 1]]}', b'{"text": "a", "label": [["0", 1, "ORG"]]}', b'{"text": "a", "entities": [1]}'),
    "prodigy": (b'{"text": "a", "spans": {"start": 0}}', b'{"text": "a", "spans": [{"start": true, "end": 1}]}'),
    "w3c": (b'{"source": {"value": "a"}, "items": [{"target": {"selector": {"type": "TextPositionSelector", "start": "x"}}}]}',),
    "conll": (b"a", b"a O\nb", b"a X-", b'# text = "a"\n# columns = token start end value\na\t1\t2\tO', b"# text = 3\n# columns = token start end\n"),
    "cas-xmi": (BOMB, BOMB.decode().encode("utf-16"), b'<?xml version="1.0" encoding="utf-7"?><a/>', b"<a><b></a>", b""),
    "cas-json": (b'{"%TYPES": 3}', b'{"%FEATURE_STRUCTURES": [{}]}'),
    "notation": (b"[a", b"a](DATE 2014)", b"[a](DATE soon)", b"---\nid: x\n"),
}  # fmt: skip


def message(data: bytes, form: str) -> str | None:
    try:
        convert.loads(data, form, "in.x")
    except ReadError as error:
        return str(error)
    return None


@pytest.mark.parametrize("form", STREAMS)
def test_hostile_files_end_in_a_message(form: str) -> None:
    for data in (*HOSTILE[""], *HOSTILE.get(form, ())):
        said = message(data, form)
        assert said is None or said.startswith("in.x") and len(said) < 600
        if said is None:  # the general ones are no JSON, but may be a text
            assert data in HOSTILE[""] and form in ("notation", "conll", *CAS)


@pytest.mark.parametrize("form", [name for name in STREAMS if name not in ("notation", *CAS)])
def test_a_message_names_the_line(form: str) -> None:
    good = convert.dumps(Document("Ban họp", "x", entities=Entities([Entity("ORG", 0, 3, "Ban", Raw({}))])), form).data
    bad = b"a b c\n" if form == "conll" else b'{"text": "a", "spans": 3, "label": 3, "source": 3}\n'
    data = good.replace(b"\n]", b",\n3]") if form == "labelstudio" else good + bad
    with pytest.raises(ReadError, match=r"in\.x, (line|object) \d"):
        convert.loads(data, form, "in.x")


@pytest.mark.parametrize("lines", ["T1\tORG 0 x\ta", "T1 ORG 0 1 a", "T1\tORG " + "1" * 5000 + " 2\ta"])
def test_hostile_brat(lines: str, tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(f"\n{lines}", encoding="utf-8")
    with pytest.raises(ReadError, match=r"a\.txt: No such file"):
        convert.read(tmp_path / "a.ann")
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(ReadError, match=r"a\.ann, line 2: "):
        convert.read(tmp_path / "a.ann")


def test_a_strange_slot_costs_the_values_alone() -> None:
    for slot in (3, {"schema": "x"}, {"entities": [{"label": "ORG", "start": "a", "end": 1, "text": "a"}]}, {"passages": [3]}):
        row = {"text": "Ban", "label": [[0, 3, "ORG"]], "vnforeign": slot}
        (document,), _ = convert.loads(json.dumps(row).encode(), "doccano")
        assert spans(document) == [("ORG", 0, 3, "Ban")]


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnforeign.convert.paths.LARGEST", 10)
    (tmp_path / "a.jsonl").write_bytes(b" " * 11)
    with pytest.raises(ReadError, match="larger than"):
        convert.read(tmp_path / "a.jsonl", "jsonl")


def test_many_losses_are_counted() -> None:
    row = {"text": "a", "label": [[0, 1, "RIVER"]] * 3000}
    losses = convert.loads(json.dumps(row).encode(), "doccano").losses
    assert (len(losses), losses[-1]) == (1001, "2000 more losses")


# --- paths and names ---------------------------------------------------------------------------------------------------


def test_ids_lead_nowhere(tmp_path: Path) -> None:
    several = [Document("a", name) for name in ("../../x", "/etc/passwd", "x", "X", "", None, "..", "a\0b")]
    convert.write(several, tmp_path / "out", "brat")
    names = sorted(path.name for path in tmp_path.rglob("*.ann"))
    assert len(names) == len(several)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
    assert len(convert.read(tmp_path / "out", "brat").documents) == len(several)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: convert.loads(b"", "xml"), "no format 'xml'"),
        (lambda: convert.loads(b"", "brat"), "file of its own"),
        (lambda: convert.dumps([], "notation"), "holds one document, not 0"),
        (lambda: convert.read("a.json"), "does not say the format"),
        (lambda: convert.write(Document(""), "a.txt", "brat"), "name of the text"),
        (lambda: convert.read("\0", "jsonl"), "null byte"),
        (lambda: convert.read("nowhere", "jsonl"), "No such file"),
    ],
)
def test_wrong_calls_are_said(call: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        call()
    with pytest.raises(TypeError, match="not str"):
        convert.dumps("text", "jsonl")  # type: ignore[arg-type]


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(ImportError, match=r"vnforeign\[convert\]"):
        convert.dumps(Document("a"), "cas-xmi")


def test_label_studio_counts_as_javascript_does() -> None:
    text = "a🎉𝕬b\u0301c"
    document = Document(text, entities=Entities([Entity("ORG", at, at + 1, text[at], Raw({})) for at in range(len(text))]))
    (task,) = json.loads(convert.dumps(document, "labelstudio").data)
    units = text.encode("utf-16-le")
    for result in task["predictions"][0]["result"]:
        value = result["value"]
        assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]


def test_formats_are_the_commands_choice() -> None:
    from vnforeign.cli_convert import _FORMATS

    assert convert.names() == _FORMATS
    assert msgspec.structs.asdict(convert.FORMATS["brat"])["beside"] == ".txt"
