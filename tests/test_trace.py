"""Why a place is read as it is."""

from __future__ import annotations

import pytest

from vnforeign.trace import explain

pytestmark = pytest.mark.usefixtures("fake_rooms")
TEXT = "Ngày ấy, Sở Ngoại vụ  tỉnh Kon Tum họp năm 2014 về 123 việc"


def test_what_covers_an_offset_and_what_lost() -> None:
    said = explain("Sở Ngoại vụ tỉnh Kon Tum họp", 3)
    assert [(each.label, each.rule) for each in said.entities] == [("ORG", "fake.body_of")]
    assert [(each.rule, each.trigger) for each in said.asked] == [("fake.body", "Sở Ngoại vụ"), ("fake.body_of", "Sở Ngoại vụ")]
    loser, winner = (each.candidates[0] for each in said.asked)
    assert loser.lost == "lost to ORG 0-24 'Sở Ngoại vụ tỉnh Kon Tum' (fake.body_of)"
    assert winner.lost is None


def test_offsets_are_those_of_the_caller() -> None:
    text = "Sở\u00ad Ngoại  vụ năm 2014"
    at = text.index("2014")
    said = explain(text, at)
    assert [(each.start, each.end) for each in said.entities] == [(at, at + 4)]
    assert (said.asked[-1].start, said.asked[-1].end, said.asked[-1].trigger) == (at, at + 4, "2014")


def test_a_rule_may_give_nothing() -> None:
    said = explain(TEXT, TEXT.index("123"))
    assert [(each.rule, each.candidates) for each in said.asked] == [("fake.year", [])]
    assert "gave nothing" in str(said)
    assert "no entity covers it" in str(said)


def test_a_neighbouring_trigger_is_listed_and_a_far_one_is_not() -> None:
    assert [each.rule for each in explain(TEXT, TEXT.index("năm")).asked] == ["fake.year"]
    assert explain(TEXT, 0).asked == []
    assert "no rule was asked here" in str(explain(TEXT, 0))


def test_the_words_for_a_terminal() -> None:
    assert str(explain("năm 2014 \x1b[1m", 5)) == (
        "offset 5 in 'năm 2014 ␛[1m'\n\nentities\n  DATE 4-8 '2014': 2014-01-01 … 2014-12-31\n      by fake.year, score 0.90\n\n"
        "rules asked\n  fake.year at 4-8 '2014'\n      DATE 4-8 '2014': stands\n  fake.year at 11-12 '1'\n      gave nothing"
    )


@pytest.mark.parametrize("at", [-1, 4, 100])
def test_an_offset_outside_the_text(at: int) -> None:
    with pytest.raises(ValueError, match=f"offset {at} lies outside the text, which has 4 characters"):
        explain("2014", at)


def test_a_bad_reference_date() -> None:
    with pytest.raises(ValueError, match="reference date"):
        explain("2014", 0, "tomorrow")
