"""What other rooms ask the country room for, and what keeps its lexicon from hiding countries."""

from __future__ import annotations

import pytest

from vnforeign import analyze
from vnforeign.kinds.country import Country, country_at
from vnforeign.kinds.country.names import BLOCKS, NAMES


@pytest.mark.parametrize(
    ("text", "code", "length"),
    [
        ("Lào)", "LA", 3),
        ("Hàn Quốc, Lào", "KR", 8),
        ("Trung Quốc Tập Cận Bình", "CN", 10),
        ("CAMPUCHIA", "KH", 9),
        ("Vương quốc Thái Lan", "TH", 19),
    ],
)
def test_country_at(text: str, code: str, length: int) -> None:
    known = country_at(text, 0)
    assert known is not None
    assert (known[0].code, known[1]) == (code, length)


@pytest.mark.parametrize("text", ["Lào Cai", "Đức Cơ", "lào", "Lâm Đồng", ""])
def test_no_country_at(text: str) -> None:
    assert country_at(text, 0) is None


@pytest.mark.parametrize("head", ["người", "tiếng", "hàng", "văn hóa", "gốc"])
def test_a_blocked_phrase_never_hides_a_longer_name(head: str) -> None:
    found = [each.text for each in analyze(f"cộng đồng {head} Việt Nam").entities.of("COUNTRY")]
    assert found == ([] if head == "tiếng" else ["Việt Nam"])


def test_no_block_ends_with_the_beginning_of_a_name() -> None:
    ends = {block.split(" ")[-1] for block in BLOCKS}
    assert not ends & {"Thái", "Việt", "Trung", "Hàn", "Nhật"}
    assert not set(BLOCKS) & set(NAMES)


def test_value() -> None:
    value = Country("LA", "Lào")
    assert value.to_dict() == {"code": "LA", "name": "Lào"}
    assert str(value) == "LA"


def test_every_name_alone_has_a_code_of_two_letters() -> None:
    assert {len(country.code) for country, _ in NAMES.values()} == {2}


def test_a_long_list_stays_linear() -> None:
    text = "Anh, Đức, Mỹ, Ý - Áo / " * 3000
    assert len(analyze(text).entities.of("COUNTRY")) == 15000
