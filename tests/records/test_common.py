"""The columns that all tables have, and numbers whose currency stands in the head of their column."""

from __future__ import annotations

from pathlib import Path

import vnforeign as vf
from vnforeign.records import canonical

REPORT = """UBND TỈNH QUẢNG BÌNH
SỞ NGOẠI VỤ
Quảng Bình, ngày 02 tháng 7 năm 2013

BÁO CÁO
Công tác đối ngoại 6 tháng đầu năm 2013

Tỉnh đã đón 112 lượt đoàn khách quốc tế với 845 lượt người.
Trong quý I năm 2013, tỉnh cử 12 đoàn đi Lào.
"""
TABLE = """TT | Tên dự án | Tổ chức tài trợ | Địa bàn | Giá trị (triệu đồng)
1 | Nước sạch học đường | World Vision (Hoa Kỳ) | huyện Bá Thước | 3.500,5
Tổng cộng | | | | 3.500,5
"""


def test_rows_know_their_report_and_period() -> None:
    document = vf.analyze(REPORT)
    whole, part = vf.prefill(document)
    assert whole.slots["province"].value == part.slots["province"].value == "Quảng Bình"
    assert (whole.slots["period_from"].value, whole.slots["period_to"].value) == ("2013-01-01", "2013-06-30")
    assert (part.slots["period_from"].value, part.slots["period_to"].value) == ("2013-01-01", "2013-03-31")
    for row in (whole, part):
        [quote] = row.slots["source_quote"].evidence
        assert row.slots["source_quote"].value == REPORT[quote.start : quote.end]
        assert "note" not in row.slots and "source_document" in row.slots


def test_a_count_up_to_a_day_names_no_period() -> None:
    for row in vf.prefill("Lũy kế đến hết tháng 11/2018, trên địa bàn có 87 dự án FDI còn hiệu lực."):
        assert "period_from" not in row.slots


def test_a_bare_number_has_the_currency_of_its_columns_head() -> None:
    row, total = vf.prefill(TABLE)
    assert total.summary and canonical.write(total.slots["committed"].value) == "3500500000 VND"
    said = {key: canonical.write(slot.value) for key, slot in row.slots.items()}
    assert said["committed"] == "3500500000 VND" and said["donor"] == "World Vision" and said["donor_country"] == "Hoa Kỳ"


def test_a_document_that_was_only_read_is_analysed_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Năm 2013, tỉnh đã đón 112 lượt đoàn khách quốc tế.", encoding="utf-8")
    document = vf.read(path)
    assert [record.type for record in vf.prefill(document)] == ["delegation_in"]
    assert document.entities and document.records


def test_a_row_of_totals_has_the_period_of_its_column() -> None:
    head = "BÁO CÁO\nKết quả đối ngoại năm 2019\n\n| TT | Nội dung | Đơn vị | 6 tháng đầu năm 2018 | Năm 2019 |\n|---|---|---|---|---|\n"
    rows = vf.prefill(head + "| 1 | Đoàn ra | đoàn | 95 | 107 |\n| 2 | Đoàn vào | đoàn | 40 | 51 |\n", "delegation_out")
    periods = [[str(row.slots[name].value) for name in ("period_from", "period_to")] for row in rows]
    assert periods == [["2018-01-01", "2018-06-30"], ["2019-01-01", "2019-12-31"]]
