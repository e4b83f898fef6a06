"""Words of another tool at our offsets, with a stand-in for the tool."""

from __future__ import annotations

import sys
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.underthesea import aligned, chunks


def split(text: str) -> list[tuple[str, str, str]]:
    """As underthesea does: composed, tones moved, quotes dropped."""
    said = unicodedata.normalize("NFC", text).replace("hoà", "hòa").replace("“", "").replace("”", "")
    return [(word, "N", "B-NP") for word in said.split()]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_stand_where_they_stand(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, "“Cộng hoà”  Lào,\n tỉnh Đắk Nông")
    assert [unicodedata.normalize("NFC", each.text) for each in chunks(text, split)] == [
        "Cộng",
        "hoà",
        "Lào,",
        "tỉnh",
        "Đắk",
        "Nông",
    ]


@given(st.text(alphabet="aàạ\u0301đĐoòhHİ한𝄞 \n\t“”,.1", max_size=60), st.sets(st.integers(0, 20)))
def test_offsets_are_in_order_and_apart(text: str, dropped: set[int]) -> None:
    words = [word for at, (word, _, _) in enumerate(split(text)) if at not in dropped] + ["absent"]
    last = 0
    for span in aligned(text, words):
        if span:
            assert last <= span[0] < span[1] <= len(text)
            last = span[1]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "underthesea", None)
    with pytest.raises(ImportError, match=r"vnforeign\[underthesea\]"):
        chunks("một")
