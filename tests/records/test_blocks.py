"""Rows that several lines tell of together: a lead with its items, a heading with its paragraph, a headline with its story."""

from __future__ import annotations

import pytest

import vnforeign as vf
from vnforeign.records import canonical

Row = dict[str, str]

LEAD = """Ngày 12/9/2018, tại Nhà khách tỉnh, thừa ủy quyền của Chủ tịch nước CHDCND Lào, Đại sứ Lào tại Việt Nam đã trao:
- Huân chương Tự do hạng Nhì cho Bộ Chỉ huy Bộ đội Biên phòng tỉnh;
- Huy chương Hữu nghị cho ông Lò Văn Sơn, nguyên Giám đốc Sở Y tế.
"""
NAMES = """UBND tỉnh tặng Bằng khen cho những người Nhật Bản có tên sau:
- Ông Tanaka Hiroshi, chuyên gia nông nghiệp;
- Bà Suzuki Akiko, giáo viên tình nguyện.
"""
HEADING = """BÁO CÁO
Công tác đối ngoại năm 2014

II. HỘI NGHỊ, HỘI THẢO
1. Hội thảo quốc tế “Cà phê và rừng”
Sở Khoa học và Công nghệ phối hợp với Đại học Kyoto (Nhật Bản) tổ chức ngày 14/5/2014 tại khách sạn Sài Gòn. Có 30 đại biểu nước ngoài.
"""
HEADLINE = """Trao Huân chương Hữu nghị cho chuyên gia người Đức

Chiều 6/6/2015, Chủ tịch UBND tỉnh đã trao Huân chương Hữu nghị cho ông Klaus Weber, chuyên gia lâm nghiệp người Đức.
"""
EXPIRED = """Hai văn bản sau đã hết hiệu lực:
- Bản ghi nhớ về giao lưu thiếu nhi giữa UBND huyện Long Mỹ và quận Gokseong (Hàn Quốc), ký ngày 14/6/2012;
- Thỏa thuận kết nghĩa giữa UBND quận Cái Răng và quận Guwol (Hàn Quốc), ký năm 2009.
"""
SIGNED_THEN = """Tại phiên bế mạc ngày 19/3/2016, tỉnh đã ký kết 02 văn kiện:
- Bản ghi nhớ hợp tác về du lịch giữa UBND tỉnh Lâm Đồng và Chính quyền bang Goa (Ấn Độ), giai đoạn 2016 - 2020;
- Ý định thư thiết lập quan hệ hữu nghị với Chính quyền bang Karnataka (Ấn Độ).
"""
HEADED = """Các văn bản đã ký kết:
1. Biên bản ghi nhớ về hợp tác nông nghiệp với tỉnh Chiang Rai (Thái Lan), ngày 5/6/2017;
2. Ý định thư về du lịch với thành phố Jeju (Hàn Quốc), ngày 8/9/2017.
"""
LATER = """BÁO CÁO CÔNG TÁC ĐỐI NGOẠI THÁNG 6/2021
1. Kết quả
- Ngày 10/6/2021, UBND tỉnh ký MOU với tỉnh Gyeonggi (Hàn Quốc).
2. Tháng 7
- Ký Thỏa thuận hợp tác giữa UBND tỉnh và tỉnh Gangwon (Hàn Quốc).
"""
ROLL = """DANH SÁCH
Tập thể, cá nhân người nước ngoài được tặng Bằng khen của Chủ tịch UBND tỉnh
(Kèm theo Quyết định số 915/QĐ-UBND ngày 06/7/2018)

I. BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH
A. Tập thể
1. Tổ chức Blue Dragon (Ôxtrâylia), đã có thành tích giúp trẻ em đường phố.
2. Khoa Y, Đại học Nagoya - Nhật Bản.
B. Cá nhân
1. Ông Karl Jensen, quốc tịch Đan Mạch, trao ngày 20/8/2018 tại Nhà khách tỉnh.
"""
PAPER = """DANH SÁCH
CÁ NHÂN NGƯỜI NƯỚC NGOÀI ĐƯỢC TẶNG KỶ NIỆM CHƯƠNG "VÌ SỰ NGHIỆP GIÁO DỤC"
(Kèm theo Quyết định số 1432/QĐ-BGDĐT ngày 05/5/2017 của Bộ Giáo dục và Đào tạo)

1. Ông Michael Grant, quốc tịch Canada, giảng viên tiếng Anh.
2. GS. Paul Verstraete, quốc tịch Bỉ, có công xây dựng phòng thí nghiệm.
"""
OURS = """V. CÔNG TÁC KHEN THƯỞNG
1. UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân:
- Sở Tài chính;
- Ông Nguyễn Văn Hòa, Phó Giám đốc Sở Xây dựng.
"""
CASES: list[tuple[str, str, list[Row]]] = [
    (
        EXPIRED,
        "international_agreement",
        [{"signed_on": "2012-06-14", "status": "expired"}, {"signed_on": "2009", "status": "expired"}],
    ),
    (
        SIGNED_THEN,
        "international_agreement",
        [{"count": "2"}, {"signed_on": "2016-03-19", "term": "2016/2020"}, {"signed_on": "2016-03-19", "form": "letter"}],
    ),
    (
        HEADED,
        "international_agreement",
        [{"country": "Thái Lan", "signed_on": "2017-06-05"}, {"country": "Hàn Quốc", "form": "letter"}],
    ),
    (LATER, "international_agreement", [{"form": "memorandum", "signed_on": "2021-06-10"}]),
    (
        LEAD,
        "award",
        [
            {"award": "Huân chương Tự do", "grade": "Nhì", "giver": "Chủ tịch nước CHDCND Lào", "presented_on": "2018-09-12"},
            {
                "award": "Huy chương Hữu nghị",
                "direction": "received",
                "recipient": "Lò Văn Sơn",
                "presented_at": "Nhà khách tỉnh",
            },
        ],
    ),
    (
        NAMES,
        "award",
        [{"recipient": "Tanaka Hiroshi", "giver": "UBND tỉnh"}, {"recipient": "Suzuki Akiko", "award": "Bằng khen"}],
    ),
    (
        HEADING,
        "international_conference",
        [{"name": "Cà phê và rừng", "partner_foreign": "Đại học Kyoto", "dates": "2014-05-14", "delegates_foreign": "30"}],
    ),
    (HEADLINE, "award", [{"recipient": "Klaus Weber", "nationality": "Đức", "presented_on": "2015-06-06"}]),
    (
        ROLL,
        "award",
        [
            {"recipient": "Tổ chức Blue Dragon", "recipient_type": "group", "nationality": "Australia", "status": "decided"},
            {"recipient": "Khoa Y, Đại học Nagoya", "nationality": "Nhật Bản", "decision": "Quyết định số 915/QĐ-UBND"},
            {"recipient": "Karl Jensen", "recipient_type": "person", "presented_on": "2018-08-20", "status": "presented"},
        ],
    ),
    (
        PAPER,
        "award",
        [
            {"recipient": "Michael Grant", "giver": "Bộ Giáo dục và Đào tạo", "nationality": "Canada", "status": "decided"},
            {"recipient": "Paul Verstraete", "reason": "có công xây dựng phòng thí nghiệm", "direction": "conferred"},
        ],
    ),
    (OURS, "award", []),
]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    CASES,
    ids=["expired", "day", "headed", "later", "lead", "names", "heading", "headline", "roll", "paper", "ours"],
)
def test_lines_are_read_together(text: str, type_: str, expected: list[Row]) -> None:
    rows = [{key: canonical.write(slot.value) for key, slot in row.slots.items()} for row in vf.prefill(text, type_)]
    assert len(rows) == len(expected)
    for row, slots in zip(rows, expected, strict=True):
        assert slots.items() <= row.items()
        assert row["source_quote"] in " ".join(text.split())
