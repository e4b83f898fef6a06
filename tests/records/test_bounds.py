"""Hostile tables take time in proportion to their length, and none of their rows is lost."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

import vnforeign as vf
from vnforeign.document import Document, Passage
from vnforeign.records.page import Page
from vnforeign.records.table.kind import targets
from vnforeign.records.table.read import Table, tables
from vnforeign.text import read

TALL = "TT\nNhà tài trợ\nDự án\nCam kết\n"
FORM = "Tên đoàn: Đoàn cán bộ y tế\nTrưởng đoàn: Bác sĩ trưởng khoa,\nở Lào từ năm trước\nSố người: 5\nNước đến: Lào\n"
HOSTILE = {  # so many repeats take well under a second where the time is linear, 5 s and more where it is not
    "list without end": ("(" + "a; " * 10_000, 1),
    "lists without end": ("(" + "a; " * 25, 400),
    "labels that all open a form": ("Tên đoàn ({}): x\n", 2000),
    "labels nobody knows": ("Tên đoàn: x\n" + "Mục {}: x\n" * 4, 1000),
    "one label": ("Tên đoàn: x\n", 5000),
    "a value that goes on": ("Tên đoàn: x\n" + "ở Lào\n" * 1000, 10),
    "heads without rows": ("TT | Nhà tài trợ | Cam kết\n", 3000),
    "cells that no head names": ("a | b | c\n", 5000),
    "wide gaps that no head names": ("a  b   c\n", 5000),
    "a row without end": ("a  b | c\td; ", 10_000),
    "heads between semicolons on every line": ("Năm; Số đoàn; Số người\n", 5000),
    "a quotation mark open on every line": ('a\t"b\tc\n', 10_000),
    "one cell a line": ("Nhà tài trợ\nDự án\nCam kết\n", 2000),
    "items without a lead": ("Dự án A; Quỹ B (Hoa Kỳ); xã C; 2.150\n", 800),
    "heads of no table": ("Ngày \n\n", 3000),
    "a row wider than its heads": ("| TT | Tên dự án | Vốn (USD) |\n| 1 | A | 5 |\n|" + " x | 5 |" * 2000, 1),
    "rows wrapped without end": ("TT | Tên dự án | Nhà tài trợ\n1 | A | B\n" + " | a | B,\n" * 500, 10),
    "labels with two figures": ("Buôn lậu: 9 vụ / 11 đối tượng; số người: 4\n", 2000),
    "pairs without end": ("Đoàn ra năm 2020 | Quý I | Quý II\n" + "Đoàn/người | 5/21 | 1/4\n" * 300, 10),
    "rows that go on": ("1 | Dự án A\n", 3000),
    "a row of words that runs on": ("TT Tên dự án Nhà tài trợ Vốn\n1 A B 5\n2 " + "Xã A " * 10_000 + "\n3 C D 6\n", 1),
    "heads in capitals without end": ("TT " + "TÊN DỰ ÁN " * 130 + "\n1 A B\n2 C D\n", 20),
    "heads a line": ("TT\nTên dự án\nNhà Tài\nTrợ Nước\n", 500),
    "a row of one line of words that runs on": ("TT Tên dự án Nhà tài trợ Vốn\n1 A B 5\n2 " + "A " * 200_000, 1),
    "nothing but TT": ("TT\n", 10_000),
    "nothing but ones": ("1\n", 20_000),
    "heads on every line": ("TT Tên dự án Nhà tài trợ Vốn\n", 10_000),
    "heads above every row": ("TT Tên dự án Nhà tài trợ Vốn\n1 A B 5\n", 3000),
    "thousands of columns": ("TT |" + "Vốn |" * 2000 + "\n1 |" + "5 |" * 1000 + "\n", 1),
    "groups of groups": ("TT | Dự án | Vốn\n" + "A | Nhóm\nI | Nhóm\n1 | Nhóm\na | Nhóm\n" * 3000 + "1 | A | 5\n", 1),
    "rules of boxes without end": ("+---+---+---+\n| STT | Tên đoàn | Số người |\n", 1500),
    "quotation marks that close late": ('a";b;"c\n', 3000),
    "heads of an export again and again": ('STT;"Tên đoàn;"Nước;"Thời gian\n', 1500),
    "sums without end": ("TT Tên dự án Nhà tài trợ Vốn\n1 A B 5\n2 C D 6\n" + "Tổng cộng 5\n" * 20_000, 1),
    "cells broken without end": ("Tên dự án\tNhà tài trợ\tVốn\n1\t" + "a\n" * 10_000 + "\tC\t5\n", 1),
    "rows of broken cells": ("Tên dự án\tNhà tài trợ\tĐịa bàn\tVốn\n" + "Xã A\nb\tQuỹ C\n\thuyện Q\t5\n" * 1500, 1),
    "heads with tabs above every row": ("Tên dự án\tNhà tài trợ\tVốn\n\t\tSố\tVốn\n", 2000),
    "numbers between lines": (
        "Tên dự án   Nhà tài trợ   Vốn\n" + "Xã A và     Quỹ B của\n1           C    5\nD     Đ\n" * 700,
        1,
    ),
}


def of(text: str) -> list[Table]:
    return list(tables(read(text)))


def spent(text: str) -> float:
    """CPU seconds that the rows of a text take; the better of two runs."""
    times = []
    for _ in range(2):
        began = time.process_time()
        list(tables(read(text)))
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.parametrize("name", HOSTILE)
def test_rows_of_hostile_tables_take_no_time(name: str) -> None:
    unit, many = HOSTILE[name]
    assert spent("".join(unit.replace("{}", str(each)) for each in range(many))) < 3


CROSSED = "TT Tên văn bản Đơn vị ký Đối tác Ngày ký Tình\ntrạng\n"
LINES = "Bản ghi nhớ về nuôi UBND tỉnh Đồng Hội Nông dân 12/3/2014 Còn hiệu\ncá lồng số {} Sơn tỉnh Gangwon lực\n"


@pytest.mark.parametrize("broken", [True, False], ids=["across", "in order"])
def test_two_thousand_rows_that_run_on_are_read_in_seconds(broken: bool) -> None:
    lines = LINES if broken else LINES.replace("\n", " ").strip() + "\n"
    text = CROSSED + "".join(f"{each % 999 + 1} {lines.format(each)}" for each in range(2000))
    began = time.process_time()
    assert sum(len(table.lines) for table in of(text)) > 900
    assert time.process_time() - began < 12  # some 60 where every row is read across its lines


@pytest.mark.parametrize("unit", ["(" + "a; " * 25, "Tên đoàn ({}): x\n", "1\nA\nB\n5 USD\n"], ids=["list", "labels", "rows"])
def test_four_times_the_text_takes_about_four_times_the_time(unit: str) -> None:
    texts = [TALL + "".join(unit.replace("{}", str(each)) for each in range(many)) for many in (500, 2000)]
    short, long = map(spent, texts)
    assert long < 8 * short + 0.1  # sixteen and more where it is not linear


def paged(rows: int) -> tuple[Page, float]:
    """A page with a table of so many rows and as many filled forms' lines asked for, and the CPU seconds that took."""
    text = TALL + "1\nA\nB\n5 USD\n" * rows
    lines = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    document = Document(text)
    document.passages = [Passage(start, end - 1, "paragraph") for start, end in pairwise(lines)]
    began = time.process_time()
    page = Page(document)
    for start in lines[:-1]:
        page.passage(start), page.in_form(start, "ngo_aid")
    return page, time.process_time() - began


def test_a_page_of_many_rows_is_built_in_no_time() -> None:
    page, took = paged(8333)  # 8.8 s before
    assert sum(len(table.lines) for table in page.tables) == 8333 and took < 3


def test_passages_and_forms_are_found_as_they_lie() -> None:
    text = f"Năm 2019 tỉnh đón 5 đoàn.\n\n{FORM}\nNăm 2020 tỉnh đón 6 đoàn.\n\n{TALL}1\nQuỹ A\nDự án B\n5 USD\n"
    page = Page(vf.analyze(text))
    view = page.view.text
    form, table = view.index("Đoàn cán bộ"), view.index("Quỹ A")
    told = [
        page.in_form(place, "delegation_in") for place in (0, form - 20, form, view.index("Lào\n\n"), view.index("2020"), table)
    ]
    assert told == [False, False, True, True, False, False]
    assert not page.in_form(form, "ngo_aid")
    starts = [each.start for each in page.document.passages]
    assert [page.passage(page.view.place(start)) for start in starts] == [*range(len(starts))]
    said = [sentence.text for sentence in page.sentences]
    assert "Năm 2020 tỉnh đón 6 đoàn." in said and not any("Quỹ A" in each for each in said)


@pytest.mark.parametrize("word", ["ở Lào", "ẩn số", "ước tính", "và Lào"])
def test_a_value_goes_on_with_any_small_letter(word: str) -> None:
    [found] = of(FORM.replace("ở Lào", word))
    cells = found.lines[0].cells
    assert found.form and len(cells) == 4
    assert word in FORM.replace("ở Lào", word)[cells[1].start : cells[1].end]


def test_a_label_met_again_begins_a_new_form_however_it_is_written() -> None:
    assert len(of(FORM + FORM.replace("Tên đoàn", "TÊN  ĐOÀN"))) == 2


def test_a_list_of_heads_is_read_up_to_its_bounds() -> None:
    [found] = of("Danh mục (tên dự án; nhà tài trợ; ngân sách)\n1. Nước sạch; Quỹ A; 5 USD\n")
    assert targets("ngo_aid", found.columns) == ["name", "donor", "committed"]


@pytest.mark.parametrize("unit", ["Trong năm, xuất khẩu đạt 5 triệu USD. Cùng kỳ 3 triệu USD. ", "Xuất khẩu đạt 5 triệu USD. "])
def test_times_that_only_point_back_are_looked_for_so_far_and_no_farther(unit: str) -> None:
    document = vf.analyze(unit * 200)
    began = time.process_time()
    assert len(vf.prefill(document, "indicator")) == 200
    assert time.process_time() - began < 3 and not document.warnings  # twice the time for each further sentence before


@pytest.mark.parametrize(
    ("type_", "unit"),
    [
        ("border_statistics", "Tuần tra 5 lần, cắm 3 cột mốc, hội đàm 2 lần. "),
        ("international_agreement", "Hai bên ký Bản ghi nhớ về y tế. "),
    ],
)
def test_a_passage_of_many_rows_takes_time_in_proportion(type_: str, unit: str) -> None:
    document = vf.analyze(unit * 800)
    began = time.process_time()
    assert len(vf.prefill(document, type_)) == 800
    assert time.process_time() - began < 5 and not document.warnings  # some 20 s where each row looks at all others


@pytest.mark.parametrize("number", ["²", "9" * 5000, "٣"], ids=["raised", "without end", "of another script"])
@pytest.mark.parametrize("mark", ["\n", "\t", " | ", "   "], ids=["lines", "tabs", "bars", "gaps"])
def test_odd_numbers_of_rows_raise_nothing(mark: str, number: str) -> None:
    rows = [["TT", "Tên dự án", "Nhà tài trợ", "Vốn"], ["1", "Dự án A", "Quỹ B", "5"], [number, "Dự án C", "Quỹ D", "6"]]
    assert of("\n".join(mark.join(each) for each in [*rows, *rows[1:]]) + "\n") is not None


def test_what_splits_counts_without_a_level_raises_nothing() -> None:
    text = "TT | Văn bản | Đối tác | Ngày ký\n1 | Biên bản | Lào | 5/6/2018\n | Tổng số: 03 văn bản, trong đó cấp\tsở 02, cấp xã 01 | |\n"
    document = vf.analyze(text)
    vf.prefill(document)
    assert not [each for each in document.warnings if "internal error" in each]
