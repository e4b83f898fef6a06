"""Visits that several lines tell of together: a decision's first article, a list below what introduces it."""

from __future__ import annotations

import pytest

import vnforeign as vf
from vnforeign.records import canonical

Row = dict[str, str]

DECISION = """ỦY BAN NHÂN DÂN
Số: 412/QĐ-UBND

QUYẾT ĐỊNH
Về việc cử đoàn đi công tác nước ngoài

Xét thư mời ngày 02/3/2016 của Chính quyền thành phố Daegu và đề nghị của Sở Ngoại vụ,

QUYẾT ĐỊNH:

Điều 1. Cử đoàn công tác của tỉnh gồm 05 người do ông Lê Văn An, Giám đốc Sở Công Thương làm Trưởng đoàn đi Hàn Quốc dự hội chợ.

Thời gian: 06 ngày, từ ngày 10/4/2016 đến ngày 15/4/2016.

Kinh phí: do phía mời đài thọ.

Điều 2. Đoàn báo cáo kết quả.
"""
RECEIVED = """BÁO CÁO
Công tác đối ngoại năm 2015

Trong năm, tỉnh tiếp 34 đoàn khách, trong đó có:
- Đoàn giáo viên Trường THPT Sakuragaoka (31 người) giao lưu văn hóa với học sinh trong tỉnh, 24/5;
- 03/6: đoàn Văn phòng WHO, 05 chuyên gia, khảo sát công tác xét nghiệm.
"""
SENT: Row = {
    "host": "Chính quyền thành phố Daegu",
    "days": "6",
    "funding": "host",
    "permission": "412/QĐ-UBND",
    "dates": "2016-04-10/2016-04-15",
}
CAME: list[Row] = [
    {"delegations": "34"},
    {"members": "31", "host": "tỉnh", "dates": "2015-05-24"},
    {"members": "5", "host": "tỉnh", "dates": "2015-06-03"},
]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [(DECISION, "delegation_out", [SENT]), (RECEIVED, "delegation_in", CAME)],
    ids=["decision", "received"],
)
def test_visits_of_several_lines(text: str, type_: str, expected: list[Row]) -> None:
    rows = [{key: canonical.write(slot.value) for key, slot in row.slots.items()} for row in vf.prefill(text, type_)]
    assert len(rows) == len(expected)
    for row, said in zip(rows, expected, strict=True):
        assert said.items() <= row.items()
