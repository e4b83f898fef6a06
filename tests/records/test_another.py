"""What a report of one province tells of another makes no row."""

from __future__ import annotations

import pytest

import vnforeign as vf

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
Số: 45/BC-UBND
Quảng Trị, ngày 15 tháng 12 năm 2016
BÁO CÁO
Kết quả công tác đối ngoại tỉnh Quảng Trị năm 2016
I. KẾT QUẢ
"""
ANOTHER = (
    "Không phát hiện vụ vượt biên trái phép nào; trong khi đó tỉnh Lạng Sơn phát hiện 45 vụ, 120 đối tượng.",
    "Theo Báo cáo của UBND tỉnh Nghệ An, năm 2013, tỉnh Nghệ An đón 45 đoàn khách quốc tế.",
    "Ở Quảng Ninh, kiều bào đã ủng hộ 5 tỷ đồng xây trường học.",
    "Chủ tịch UBND tỉnh Thanh Hóa đã tặng Bằng khen cho bà Anna Weber (Đức).",
    "Kim ngạch xuất khẩu của tỉnh Lạng Sơn năm 2016 đạt 1,2 tỷ USD.",
    "UBND tỉnh Kon Tum ký Bản ghi nhớ với tỉnh Attapư (Lào) ngày 3/3/2016.",
)
OURS = (
    "Chủ tịch UBND tỉnh đã tặng Bằng khen cho bà Anna Weber (Đức).",
    "Tổng Lãnh sự quán Nhật Bản tại Thành phố Hồ Chí Minh tài trợ 84.600 USD xây trường học.",
    "Tỉnh Quảng Trị và tỉnh Quảng Bình ký Bản ghi nhớ với tỉnh Savannakhet (Lào) ngày 3/3/2016.",
)


@pytest.mark.parametrize("said", ANOTHER)
def test_another_province(said: str) -> None:
    assert vf.prefill(HEAD + said) == []


@pytest.mark.parametrize("said", OURS)
def test_our_own_province(said: str) -> None:
    assert vf.prefill(HEAD + said)
