"""Values read back from JSON: of their kinds' classes, exactly; what no class holds stays as it was written."""

from __future__ import annotations

import datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnforeign as vf
from vnforeign import gold
from vnforeign.document import LABELS, Document, Entities, Entity, Passage, Raw
from vnforeign.fields import FieldScore, FunctionScore, Judgement, PillarScore
from vnforeign.values import CLASSES, typed

GOLD = Path(__file__).parents[1] / "corpora" / "gold"


def class_of(label: str) -> Any:
    module, _, name = CLASSES[label].rpartition(".")
    return getattr(import_module(f"vnforeign.kinds.{module}"), name)


NUMBERS = st.decimals(min_value=0, max_value=10**20, allow_nan=False, places=3).map(
    lambda number: number.normalize() if number != number.to_integral() else number.quantize(Decimal(1))
)
WORDS = st.text(min_size=1, max_size=9)
SLOTS = {
    Decimal: NUMBERS,
    datetime.date: st.dates(min_value=datetime.date(1, 1, 1)),
    bool: st.booleans(),
    str: WORDS,
    int: st.integers(0, 9999),
}


@st.composite
def values(draw: st.DrawFn) -> tuple[str, Any]:
    """A label and any value of its class, with any of its optional slots; an invalid date has no other slot."""
    label = draw(st.sampled_from(LABELS))
    slots: dict[str, Any] = {}
    for field in msgspec.structs.fields(class_of(label)):
        said = str(field.type)
        kind = next((kind for kind in SLOTS if kind.__name__ in said.replace("datetime.date", "date")), str)
        whole = st.tuples(SLOTS[int], SLOTS[int]) if "tuple[int" in said else SLOTS[kind]
        if "tuple[str" in said:
            whole = st.lists(WORDS, max_size=3).map(tuple)
        required = field.default is msgspec.NODEFAULT and "None" not in said
        slots[field.name] = draw(whole if required or "None" not in said else st.none() | whole)
    return label, class_of(label)(**slots)


def test_every_label_has_a_class() -> None:
    assert set(CLASSES) == set(LABELS)


@given(values())
def test_any_value_reads_back_as_itself(case: tuple[str, Any]) -> None:
    label, value = case
    row = msgspec.json.decode(msgspec.json.encode(value.to_dict()))
    again = typed(label, row)
    assert again == value
    assert type(again) is type(value)


def test_gold_reports_read_back_as_analysed() -> None:
    for report in gold.read(GOLD):
        document = vf.analyze(report.text, report.reference_date)
        line = document.to_json()
        again = Document.from_json(line)
        assert again == document
        assert [type(each.value) for each in again.entities] == [type(each.value) for each in document.entities]
        assert again.to_json() == line
        assert again.warnings == document.warnings


def test_a_document_read_back_can_be_linked_and_tabled() -> None:
    text = "Chỉ thị số 04-CT/TW của Ban Bí thư: 2 triệu USD, tương đương 46 tỷ đồng; 35 xã, trong đó 3 xã biên giới."
    bare = Document.from_json(vf.analyze(text, links=False).to_json())
    assert vf.link(bare).links == vf.analyze(text).links != []
    frame = pytest.importorskip("vnforeign.frames").to_frame
    pytest.importorskip("pandas")
    assert frame(bare).equals(frame(vf.analyze(text)))


@pytest.mark.parametrize(
    ("label", "slots"),
    [
        ("AMOUNT", {"value": "12", "currency": "VND", "colour": "red"}),
        ("AMOUNT", {"value": "twelve", "currency": "VND"}),
        ("AMOUNT", {"value": 12, "currency": "VND"}),
        ("AMOUNT", {"value": "1" * 50_000, "low": "3"}),
        ("DATE", {"edtf": "2014", "start": "2014-13-01"}),
        ("DATE", {"start": "2014-01-01", "end": "2014-12-31"}),
        ("COUNTRY", {"code": "LA"}),
        ("COUNTRY", {"any_of": [{"code": "LA"}]}),
        ("PERSON", {"name": "An", "org": [1]}),
        ("PROVINCE", {"name": "Đắk Nông"}),
        ("EVENT", {"type": ["other"], "name": "x"}),
        ("RIVER", {"name": "Krông Nô"}),
    ],
)
def test_what_no_class_holds_is_kept(label: str, slots: dict[str, Any]) -> None:
    assert typed(label, slots) == Raw(slots)
    document = Document("x", entities=Entities([Entity(label, 0, 1, "x", Raw(slots))]))
    again = Document.from_dict(document.to_dict())
    assert again.entities == document.entities
    (warning,) = again.warnings
    assert label in warning
    assert Document.from_json(again.to_json()) == again  # said once, not once a reading


def test_what_is_said_of_passages_reads_back() -> None:
    fields = [FieldScore("borders", 0.9, 0.8, 0.34, [(0, 4, 1.5)]), FieldScore("consular", 0.6, 0.5, 0.4)]
    judged = Judgement(fields, [PillarScore("state", 0.7)], FunctionScore("task", 0.6))
    for judgement in (judged, Judgement()):
        document = Document("Biên giới", passages=[Passage(0, 4, "paragraph", None, judgement), Passage(5, 9, "heading")])
        first, second = Document.from_json(document.to_json()).passages
        assert first.judgement == judgement
        assert second.judgement is None
        assert document.text_of(first) == "Biên"


@pytest.mark.parametrize("line", ["[]", "1", "{", "", '{"schema": "vnforeign/9"}'])
def test_what_is_no_document_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Document.from_json(line)


def test_other_entities_take_their_ties_along() -> None:
    document = vf.analyze("Chi 2 triệu USD, tương đương 46 tỷ đồng, ngày 04/12/2007.")
    new = Entity("COUNTRY", 0, 3, "Chi", Raw({}))
    more = document.with_entities([new, *document.entities])
    assert [(link.source, link.target) for link in more.links] == [
        (link.source + 1, None if link.target is None else link.target + 1) for link in document.links
    ]
    assert more.with_entities(more.entities[1:]) == document
    assert document.with_entities([]).links == []
