"""The inline notation: parse and render undo each other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.notation import NotationError, parse, render

WORDS = st.text(st.sampled_from("ab đ[]\\()|\n-"), max_size=12)
NAMES = st.text(st.sampled_from("abĐ -"), min_size=1, max_size=6).map(str.strip).filter(bool)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    """A text of words and entities that nest, with the entities' offsets."""
    text = draw(WORDS)
    entities: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 4))):
        start = len(text)
        inner = draw(NAMES)
        text += inner
        entities.append({"label": "PROVINCE", "start": start, "end": len(text), "value": {"name": draw(NAMES)}})
        if draw(st.booleans()):
            text += draw(WORDS) + "x"
            entities.append({"label": "ORG", "start": start, "end": len(text), "value": {"name": draw(NAMES)}})
        text += draw(WORDS)
    for each in entities:
        each["text"] = text[each["start"] : each["end"]]
    return text, sorted(entities, key=lambda each: (each["start"], -each["end"]))


@given(marked())
def test_what_is_rendered_is_parsed(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, entities = case
    _, again, found = parse("---\nid: a\n---\n" + render(text, entities, lambda each: each["value"]["name"]))
    assert again == text
    assert found == entities


def test_a_nested_report_with_a_header() -> None:
    header, text, entities = parse("---\nid: a\nreference_date: 2014-12-22\n---\n[UBND [tỉnh X](PROVINCE X)](ORG Ủy ban) \\[1\\]")
    assert header == {"id": "a", "reference_date": "2014-12-22"}
    assert text == "UBND tỉnh X [1]"
    assert [(each["label"], each["start"], each["end"]) for each in entities] == [("ORG", 0, 11), ("PROVINCE", 5, 11)]


@pytest.mark.parametrize(
    ("mark", "value"),
    [
        ("DATE 2007-12-04", {"start": "2007-12-04", "end": "2007-12-04"}),
        ("DATE 2012-02", {"start": "2012-02-01", "end": "2012-02-29"}),
        ("DATE 2010..2015", {"start": "2010-01-01", "end": "2015-12-31"}),
        ("DATE 2007..", {"start": "2007-01-01", "end": None}),
        ("DATE ?", {"edtf": "?", "start": None, "end": None}),
        ("AMOUNT 25000000000 VND about", {"value": "25000000000", "currency": "VND", "modifier": "about"}),
        ("AMOUNT 5..7 USD", {"low": "5", "high": "7", "currency": "USD"}),
        ("QUANTITY 248/314 vị trí", {"value": "248", "of": "314", "unit": "vị trí"}),
        ("QUANTITY 100", {"value": "100"}),
        ("DIRECTIVE chi_thi 44 CT/TW", {"type": "chi_thi", "number": "44", "symbol": "CT/TW"}),
        ("DIRECTIVE luat Luật X (sửa đổi)", {"type": "luat", "canonical": "Luật X (sửa đổi)"}),
        ("FOREIGN_UNIT KH Mondulkiri", {"country": "KH", "name": "Mondulkiri"}),
        ("COUNTRY LA", {"code": "LA"}),
        ("ORG", {"name": "x"}),
        ("EVENT party_congress 11", {"type": "party_congress", "number": "11"}),
        ("PROVINCE A | B", {"any_of": [{"name": "A"}, {"name": "B"}]}),
    ],
)
def test_values(mark: str, value: dict[str, Any]) -> None:
    assert parse(f"[x]({mark})")[2][0]["value"] == value


@pytest.mark.parametrize(
    "bad", ["[x", "x](ORG)", "[x](PROVINCE)", "[ x](ORG)", "[](ORG)", "[x](DATE soon)", "[x](AMOUNT 5)", "---\nid: a"]
)
def test_what_is_not_in_the_notation(bad: str) -> None:
    with pytest.raises(NotationError, match="line 1: "):
        parse(bad)


def test_an_error_names_its_line() -> None:
    with pytest.raises(NotationError, match="line 5: "):
        parse("---\nid: a\n---\n\n[x](DATE soon)")
