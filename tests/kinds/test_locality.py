"""Which province a district or commune is placed in, and the table of names."""

from __future__ import annotations

import time

import pytest

from vnforeign import analyze
from vnforeign.kinds.locality.gazetteer import COMMUNE, DISTRICT, gazetteer, plain
from vnforeign.kinds.province.units import LINEAGES
from vnforeign.lexicon import rows, several


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("huyện Cư Jút", None, ["dak-nong"]),
        ("xã Đăk Wil, huyện Cư Jút, tỉnh Đắk Nông", None, ["dak-nong", "dak-nong"]),
        ("huyện Châu Thành, tỉnh Tây Ninh", None, ["tay-ninh"]),
        ("Tỉnh An Giang: huyện Châu Thành đón đoàn", None, ["an-giang"]),
        ("huyện Châu Thành", None, [None]),
        ("xã Tân Lập, huyện Bắc Tân Uyên", None, ["binh-duong", "binh-duong"]),
        ("phường 5, quận 10, TPHCM", None, ["ho-chi-minh", "ho-chi-minh"]),
        ("đặc khu Phú Quốc", "2026-01-01", ["an-giang"]),
        ("huyện Đắk Mil", None, ["dak-nong"]),
        ("huyện Đắk Mil, tỉnh Đắk Lắk", "2002-01-01", ["dak-lak"]),
    ],
)
def test_province(text: str, day: str | None, expected: list[str | None]) -> None:
    found = analyze(text, day).entities.of("DISTRICT", "COMMUNE")
    assert [each.value.to_dict().get("province") for each in found] == expected


def test_type_is_that_of_the_text() -> None:
    (found,) = analyze("Thị xã Gia Nghĩa").entities.of("DISTRICT")
    assert found.value.to_dict() == {"name": "Gia Nghĩa", "type": "thị xã", "province": "dak-nong"}


def test_the_table_knows_its_provinces() -> None:
    for row in rows("locality/localities"):
        named = [
            each for cell in ("provinces", "provinces_old", "provinces_new", "provinces_former") for each in several(row[cell])
        ]
        assert set(named) <= set(LINEAGES), row["name"]
        assert row["level"] in (DISTRICT, COMMUNE) and row["types"]


def test_names_that_only_marks_tell_apart() -> None:
    assert plain("Đắk R'Lấp") == plain("Đăk R’Lấp") == plain("DAK RLAP")
    assert {row.name for row in gazetteer(DISTRICT).rows("Sơn Hà")} == {"Sơn Hà"}
    assert gazetteer(COMMUNE).rows("Không Đâu Cả") == []


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm Y tế huyện Đức Cơ",
        "Công an thành phố Pleiku",
        "Công an TP Pleiku",
        "UBND xã Ia Dom",
        "Đồn Biên phòng cửa khẩu quốc tế Lệ Thanh",
        "Chi cục Hải quan cửa khẩu Lệ Thanh",
    ],
)
def test_a_body_does_not_hide_its_place(text: str) -> None:
    assert len(analyze(text).entities.of("DISTRICT", "COMMUNE", "BORDER_GATE")) == 1


def test_time_is_linear() -> None:
    piece = "các xã Ia Dom, Ia Nan và huyện Xà Lách, thành phố Huế, TP Bắc Ninh, cửa khẩu Bu Prăng; Huế, Minh Hải, Bu Prăng; "
    times = []
    for copies in (200, 1600):
        begin = time.perf_counter()
        analyze(piece * copies)
        times.append(time.perf_counter() - begin)
    assert times[1] < 8 * times[0] * 3
