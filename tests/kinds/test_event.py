"""The slots of an event: number, year, name."""

from __future__ import annotations

from typing import Any

import pytest

from vnforeign import analyze
from vnforeign.kinds.event.ordinals import ordinal


def _one(text: str) -> dict[str, Any]:
    found = [each for each in analyze(text).entities if each.label == "EVENT"]
    assert len(found) == 1
    return found[0].value.to_dict()


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("Đường lối Đại hội XI.", "11", 2011),
        ("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng thành công.", "13", 2021),
        ("Đại hội Đảng bộ tỉnh lần thứ XI thành công.", "11", None),
        ("Sau Đại hội XX, Trung Quốc mở cửa.", "20", None),
        ("Kết quả Đại hội XI Đảng Nhân dân Cách mạng Lào.", "11", None),
        ("Hội nghị Trung ương 8 khóa XI họp.", "8", None),
        ("Dự Festival Huế 2018 cùng bạn.", None, 2018),
        ("Dự Hội chợ thương mại quốc tế Việt - Trung lần thứ 17, năm 2025.", "17", 2025),
        ("Dự Hội nghị Xúc tiến đầu tư tỉnh Gia Lai năm 2019.", None, 2019),
        ("Phục vụ SEA Games 31 tại Hà Nội.", "31", None),
    ],
)
def test_number_and_year(text: str, number: str | None, year: int | None) -> None:
    value = _one(text)
    assert (value.get("number"), value.get("year")) == (number, year)


def test_name() -> None:
    text = "Tháng 7, các huyện biên giới mở nhiều hoạt động nhân Năm Đoàn kết hữu nghị\nViệt Nam - Lào 2017."
    assert _one(text)["name"] == "Năm Đoàn kết hữu nghị Việt Nam - Lào 2017"


def test_a_heading_ends_a_name() -> None:
    assert _one("Festival Hoa Đà Lạt\nSáng nay, khách đến đông.")["name"] == "Festival Hoa Đà Lạt"


@pytest.mark.parametrize(
    ("said", "number"), [("XIV", "14"), ("IX", "9"), ("04", "4"), ("tám", "8"), ("nhất", "1"), ("mười hai", "12"), ("XL", "40")]
)
def test_ordinal(said: str, number: str) -> None:
    assert ordinal(said) == number
