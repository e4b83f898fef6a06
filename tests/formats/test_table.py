"""The table for terminals, and the phrases in it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.document import LABELS, Document, Entities, Entity, Raw
from vnforeign.formats import table
from vnforeign.formats.show import NAMES, cut, phrase, visible, width

TEXT = "UBND tỉnh\n Đắk Nông chi gần 25 tỷ đồng"


def _document(*found: tuple[str, str, dict[str, Any]]) -> Document:
    entities = [Entity(label, TEXT.index(said), TEXT.index(said) + len(said), said, Raw(value)) for label, said, value in found]
    return Document(TEXT, "a", "a.txt", entities=Entities(entities))


def test_the_table() -> None:
    document = _document(
        ("PROVINCE", "tỉnh\n Đắk Nông", {"name": "Đắk Nông", "iso": "VN-72"}),
        ("AMOUNT", "gần 25 tỷ đồng", {"value": "25000000000", "currency": "VND", "modifier": "about"}),
    )
    assert "".join(table.render([document], 80)) == (
        "a.txt\n"
        "label         start    end  text            value\n"
        "PROVINCE          5     19  tỉnh Đắk Nông   Đắk Nông (VN-72)\n"
        "AMOUNT           24     38  gần 25 tỷ đồng  about 25,000,000,000 VND\n"
    )


def test_documents_are_set_apart() -> None:
    assert "".join(table.render([Document("", "a"), Document("")], 80)) == (
        "a\nlabel         start    end  text  value\n\nlabel         start    end  text  value\n"
    )


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("AMOUNT", {"low": "5000000", "high": "7000000", "currency": "USD"}, "5,000,000 … 7,000,000 USD"),
        ("AMOUNT", {"value": "500000", "currency": "VND", "per": "người"}, "500,000 VND per người"),
        ("QUANTITY", {"value": "248", "of": "314", "unit": "vị trí"}, "248 of 314 vị trí"),
        ("QUANTITY", {"value": "96.45", "unit": "%", "modifier": "at_least"}, "at least 96.45 %"),
        ("DATE", {"start": "2007-12-04", "end": "2007-12-04", "time": "08:53"}, "2007-12-04 08:53"),
        ("DATE", {"start": "2010-01-01", "end": "2015-12-31"}, "2010-01-01 … 2015-12-31"),
        ("DATE", {"edtf": "2014-02", "start": "2014-02-01", "end": "2014-02-28", "modifier": "mid"}, "2014-02 mid"),
        ("DATE", {"edtf": "2019-33", "start": "2019-01-01", "end": "2019-03-31"}, "2019-01-01 … 2019-03-31"),
        ("DATE", {"start": "2010-01-01", "end": None}, "2010-01-01 …"),
        ("DATE", {"edtf": "2014-02-31", "start": None, "end": None, "valid": False}, "2014-02-31 impossible"),
        ("DIRECTIVE", {"type": "chi_thi", "number": "44", "symbol": "CT/TW"}, "chi thi 44/CT/TW"),
        ("DIRECTIVE", {"type": "chi_thi", "number": "44", "canonical": "44-CT/TW"}, "chi thi 44-CT/TW"),
        ("PROVINCE", {"id": "dak-nong", "name": "Đắk Nông", "current": ["lam-dong"]}, "Đắk Nông → lam-dong"),
        ("COUNTRY", {"code": "LA", "name": "Laos"}, "Laos (LA)"),
        ("COUNTRY", {"code": "LA"}, "LA"),
        ("EVENT", {"type": "party_congress", "number": "11"}, "party congress 11"),
        ("PERSON", {"name": "Võ Tấn Tài", "title": "Bí thư"}, "Võ Tấn Tài (Bí thư)"),
        ("PERSON", {}, "–"),
    ],
)
def test_phrases(label: str, value: dict[str, Any], said: str) -> None:
    assert phrase(label, Raw(value)).strip() == said


def test_every_label_has_its_names() -> None:
    assert tuple(NAMES) == LABELS


def test_no_escape_sequence_reaches_the_terminal() -> None:
    document = Document(
        "\x1b[31mđỏ", source="\x1b]0;x\x07.txt", entities=Entities([Entity("ORG", 0, 7, "\x1b[31mđỏ", Raw({"name": "\x9b2J"}))])
    )
    out = "".join(table.render([document]))
    assert not {"\x1b", "\x07", "\x9b"} & set(out)
    assert "␛[31mđỏ" in out


@given(st.text(), st.integers(2, 40))
def test_a_cut_text_fits(text: str, columns: int) -> None:
    assert width(cut(text, columns)) <= columns
    assert "\n" not in cut(text, columns)


@given(st.text(st.characters()))
def test_stand_ins_keep_offsets(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode()  # no lone surrogate is left
