"""What other rooms ask the foreign units for, misspelt names, and designators."""

from __future__ import annotations

import pytest

from vnforeign import analyze
from vnforeign.kinds.foreign_unit import ForeignUnit, foreign_context
from vnforeign.kinds.foreign_unit.designators import before, plural
from vnforeign.kinds.foreign_unit.misspelt import nearest
from vnforeign.kinds.foreign_unit.units import UNITS


@pytest.mark.parametrize(
    ("text", "abroad"),
    [
        ("Hà Nam (Trung Quốc)", True),
        ("Hà Nam - Trung Quốc", True),
        ("Hà Nam của Trung Quốc", True),
        ("Trung Quốc (Hà Nam", True),
        ("các tỉnh Trung Quốc là Hà Nam", True),
        ("Hà Nam, Quảng Đông (Trung Quốc)", True),
        ("Hà Nam (tỉnh Vân Nam, Trung Quốc)", True),
        ("Hà Nam, Trung Quốc và Lào", False),
        ("Hà Nam (Việt Nam)", False),
        ("Hà Nam, Lào Cai", False),
        ("Hà Nam và Nam Định", False),
        ("Hà Nam", False),
    ],
)
def test_foreign_context(text: str, abroad: bool) -> None:
    start = text.index("Hà Nam")
    assert foreign_context(text, start, start + 6) is abroad


@pytest.mark.parametrize(("name", "unit"), [("Mundunkirri", "KH Mondulkiri"), ("Savannakhetk", "LA Savannakhet")])
def test_one_letter_away(name: str, unit: str) -> None:
    units = nearest(name)
    assert units is not None
    assert str(units[0].value) == unit


@pytest.mark.parametrize("name", ["Đắk Nôngg", "Kratx", "Mundxxkiri", "Lạng Sơn", "", "X" * 500])
def test_none_or_too_many_away(name: str) -> None:
    assert nearest(name) is None


@pytest.mark.parametrize(
    ("text", "word", "begin"),
    [
        ("đoàn tỉnh ", "tỉnh", 5),
        ("Thủ đô ", "thủ đô", 0),
        ("ở TP. ", "thành phố", 2),
        ("ở TP.", "thành phố", 2),
        ("Khu tự trị dân tộc Choang ", "khu tự trị", 0),
    ],
)
def test_designator(text: str, word: str, begin: int) -> None:
    assert before(text + "X", len(text)) == (word, begin)


@pytest.mark.parametrize("text", ["", " ", "đoàn ", "thuộc tỉnh, "])
def test_no_designator(text: str) -> None:
    assert before(text + "X", len(text)) is None


@pytest.mark.parametrize(("text", "many"), [("hai ", True), ("09 ", True), ("các tỉnh, ", True), ("của ", False), ("", False)])
def test_plural(text: str, many: bool) -> None:
    assert plural(text + "tỉnh", len(text)) is many


def test_the_name_is_the_source_s_own() -> None:
    (unit,) = analyze("bang Baden-Württemberg").entities.of("FOREIGN_UNIT")
    assert unit.value.to_dict()["name"] == "Baden-Württemberg"


def test_the_designator_gives_the_type() -> None:
    town, province = analyze("thành phố Kampot và tỉnh Kampot").entities.of("FOREIGN_UNIT")
    assert (town.value.to_dict()["type"], province.value.to_dict()["type"]) == ("city", "province")


def test_value() -> None:
    assert ForeignUnit("Gumi", "KR").to_dict() == {"name": "Gumi", "country": "KR"}
    assert str(ForeignUnit("Mondulkiri", "KH", "KH-11", "province")) == "KH Mondulkiri"


def test_every_form_ends_with_a_letter() -> None:
    assert all(form[-1].isalnum() for form in UNITS)


@pytest.mark.parametrize(
    "piece",
    [
        "tỉnh Xyzw ",
        "tỉnh Hà Nam, ",
        "thành phố Abc-",
        "Kampot, ",
        "huyện Hà Khẩu, ",
        "huyện Phú Ninh Trung Quốc ",
        "(" * 9,
        "tỉnh " * 3,
    ],
)
def test_long_texts_stay_fast(piece: str) -> None:
    analyze(piece * 4000 + "Côn Minh (Trung Quốc)")
