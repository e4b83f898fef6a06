"""The table of provinces, and which incarnation a day asks for."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from vnforeign import analyze
from vnforeign.kinds.province.units import LINEAGES, UNITS, lineage_on
from vnforeign.lexicon import rows, several

ROWS = rows("province/provinces")
ROWS_OF = {row["id"]: row for row in ROWS}
#: Units in force (the laws behind the reform of 2025 and after).
IN_FORCE = [
    ("1976-08-01", 38),
    ("1979-03-01", 39),
    ("1980-06-01", 40),
    ("1990-06-01", 44),
    ("1991-09-01", 49),
    ("1992-06-01", 53),
    ("1997-06-01", 61),
    ("2004-06-01", 64),
    ("2008-12-01", 63),
    ("2025-06-30", 63),
    ("2025-07-01", 34),
    ("2026-11-21", 34),
]
MERGED = {
    "Tuyên Quang": "Hà Giang|Tuyên Quang",
    "Lào Cai": "Yên Bái|Lào Cai",
    "Thái Nguyên": "Bắc Kạn|Thái Nguyên",
    "Phú Thọ": "Vĩnh Phúc|Hòa Bình|Phú Thọ",
    "Bắc Ninh": "Bắc Giang|Bắc Ninh",
    "Hưng Yên": "Thái Bình|Hưng Yên",
    "Hải Phòng": "Hải Dương|Hải Phòng",
    "Ninh Bình": "Hà Nam|Nam Định|Ninh Bình",
    "Quảng Trị": "Quảng Bình|Quảng Trị",
    "Đà Nẵng": "Quảng Nam|Đà Nẵng",
    "Quảng Ngãi": "Kon Tum|Quảng Ngãi",
    "Gia Lai": "Bình Định|Gia Lai",
    "Khánh Hòa": "Ninh Thuận|Khánh Hòa",
    "Lâm Đồng": "Đắk Nông|Bình Thuận|Lâm Đồng",
    "Đắk Lắk": "Phú Yên|Đắk Lắk",
    "Hồ Chí Minh": "Bình Dương|Bà Rịa - Vũng Tàu|Hồ Chí Minh",
    "Đồng Nai": "Bình Phước|Đồng Nai",
    "Tây Ninh": "Long An|Tây Ninh",
    "Cần Thơ": "Sóc Trăng|Hậu Giang|Cần Thơ",
    "Vĩnh Long": "Bến Tre|Trà Vinh|Vĩnh Long",
    "Đồng Tháp": "Tiền Giang|Đồng Tháp",
    "Cà Mau": "Bạc Liêu|Cà Mau",
    "An Giang": "Kiên Giang|An Giang",
    **{
        name: name
        for name in "Hà Nội|Lai Châu|Điện Biên|Sơn La|Lạng Sơn|Quảng Ninh|Thanh Hóa|Nghệ An|Hà Tĩnh|Cao Bằng".split("|")
    },
    "Huế": "Thừa Thiên Huế",
}


@pytest.mark.parametrize(("day", "count"), IN_FORCE)
def test_units_in_force(day: str, count: int) -> None:
    alive = [row for row in ROWS if row["valid_from"] <= day and (not row["valid_to"] or day <= row["valid_to"])]
    assert len(alive) == count


@pytest.mark.parametrize("new", MERGED)
def test_successors_of_2025(new: str) -> None:
    before = [
        row for row in ROWS if row["valid_from"] <= "2024-12-31" and (not row["valid_to"] or row["valid_to"] >= "2024-12-31")
    ]
    held = {row["name"] for row in before if new in {UNITS[each].name for each in several(row["current"])}}
    assert held == set(MERGED[new].split("|"))


def test_relations_are_symmetric_and_end_today() -> None:
    for row in ROWS:
        for successor in several(row["successors"]):
            assert row["id"] in several(ROWS_OF[successor]["predecessors"])
        for predecessor in several(row["predecessors"]):
            assert row["id"] in several(ROWS_OF[predecessor]["successors"])
        assert all(not ROWS_OF[each]["valid_to"] for each in several(row["current"]))


def test_ids_are_unique() -> None:
    assert len(ROWS_OF) == len(ROWS) == 133


@pytest.mark.parametrize("name", ["province/provinces", "locality/localities", "border_gate/gates"])
def test_cells_are_clean(name: str) -> None:
    for row in rows(name):
        for column, cell in row.items():
            assert cell == cell.strip() and unicodedata.is_normalized("NFC", cell)
            if column not in ("source", "check", "source_note"):
                assert all(each == each.strip() and each for each in several(cell))


@pytest.mark.parametrize(
    ("lineage", "day", "unit"),
    [
        ("dak-lak", "2003-05-01", "vn-dak-lak-1976"),
        ("dak-lak", "2010-05-01", "vn-dak-lak-2004"),
        ("dak-lak", "2025-08-01", "vn-dak-lak-2025"),
        ("dak-lak", None, "vn-dak-lak-2025"),
        ("hau-giang", "1996-12-20", "vn-hau-giang-1976"),
        ("ha-tay", "2018-01-01", "vn-ha-tay-1991"),
        ("bac-ninh", "2026-11-05", "vn-bac-ninh-2026"),
    ],
)
def test_the_incarnation_of_a_day(lineage: str, day: str | None, unit: str) -> None:
    assert lineage_on(lineage, date.fromisoformat(day) if day else None).id == unit
    assert UNITS[unit] in LINEAGES[lineage]


@pytest.mark.parametrize(
    ("text", "day", "names"),
    [
        ("Quảng Nam - Đà Nẵng gửi báo cáo.", "1995-01-01", ["Quảng Nam - Đà Nẵng"]),
        ("Liên kết Quảng Nam - Đà Nẵng phát triển.", "2015-01-01", ["Quảng Nam", "Đà Nẵng"]),
        ("Cao tốc Bạc Liêu - Cà Mau", None, ["Bạc Liêu", "Cà Mau"]),
        ("Đoàn thăm Quảng Trị, Huế, Đà Nẵng.", None, ["Quảng Trị", "Huế", "Đà Nẵng"]),
        ("tỉnh Minh Hải chia hai; Minh Hải cũ", None, ["Minh Hải", "Minh Hải"]),
        ("Phóng viên Minh Hải đưa tin.", None, []),
        ("VÌ HÒA BÌNH, HỮU NGHỊ", None, []),
        ("UBND TỈNH HÒA BÌNH, SỞ NGOẠI VỤ HÒA BÌNH", None, ["Hòa Bình", "Hòa Bình"]),
        ("tỉnh Hà Nam (Trung Quốc)", None, []),
        ("Nguyễn Thái Bình gặp chị Lê Thị Hòa Bình.", None, []),
        ("sông Đồng Nai, sông Tiền Giang", None, []),
        ("Đồng bằng sông Cửu Long, Thái Bình Dương, Hải Dương học", None, []),
        ("trường mầm non Bình Thuận, Công viên Hòa Bình", None, []),
        ("Chủ tịch Hồ Chí Minh, đường Hồ Chí Minh", None, []),
        ("chiến thắng Điện Biên Phủ", None, []),
        ("(Haiphong.gov.vn)", None, []),
    ],
)
def test_names(text: str, day: str | None, names: list[str]) -> None:
    assert [str(each.value) for each in analyze(text, day).entities.of("PROVINCE")] == names
