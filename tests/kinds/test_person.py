"""Persons over several lines, and the slots of their values."""

from __future__ import annotations

import pytest

from vnforeign import analyze, notation

LAID_OUT = {
    "signature under its office": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n[Đinh Viết Lộc](PERSON)",
    "signature in capitals": "GIÁM ĐỐC\n\n[ĐẶNG THỊ HẢO](PERSON)",
    "two signatures side by side": "ĐẠI DIỆN\t\tĐẠI DIỆN\n[Giàng Mí Sính](PERSON)\t\t\t\t[Trịnh Chí Cường](PERSON)",
    "rank before the signature": "ĐỒN TRƯỞNG\nThượng tá [Phùng Bá Duyệt](PERSON)",
    "pen name after the text": "Hai bên hẹn gặp lại vào mùa xuân.\n\n[Thu Hoài](PERSON)",
    "pen name in capitals": "Hai bên hẹn gặp lại vào mùa xuân.\n[NGỌC TRÂM](PERSON)",
    "a long line breaks a name": "Đón và làm việc với đoàn có đồng chí Bí thư Huyện ủy [Nguyễn Khắc\nHoàng](PERSON) cùng tập thể lãnh đạo.",
    "a long line ends with a name": "Đón và làm việc với đoàn có đồng chí Bí thư Huyện ủy [Nguyễn Hoàng](PERSON)\nPhó Bí thư vắng mặt.",
    "role on the line below": "                    [Võ Hữu Ngân](PERSON)\nPhó Chủ tịch kiêm Tổng Thư ký",
}
NOTHING = {
    "heading": "Đón đoàn xong.\nTHÔNG TIN ĐỐI NGOẠI\n",
    "place": "Đón đoàn xong.\nQuảng Ninh\n",
    "office": "Đón đoàn xong.\nTRƯỞNG BAN\n",
}


@pytest.mark.parametrize("marked", LAID_OUT.values(), ids=LAID_OUT.keys())
def test_laid_out(marked: str) -> None:
    _, text, expected = notation.parse(marked)
    found = [(each.start, each.end) for each in analyze(text).entities.of("PERSON")]
    assert found == [(row["start"], row["end"]) for row in expected]


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_no_person(text: str) -> None:
    assert analyze(text).entities.of("PERSON") == []


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Phó Chủ tịch UBND tỉnh Trần Đại Nghiệp dự.", "Trần Đại Nghiệp", "Phó Chủ tịch"),
        ("Ông Cao Viết Sơn, Giám đốc Sở Ngoại vụ, dự.", "Cao Viết Sơn", "Giám đốc"),
        ("Tổng Lãnh sự Lào Bounma Keokhamphet tới chào.", "Bounma Keokhamphet", "Tổng Lãnh sự"),
        ("Ông Cao Viết Sơn đến dự.", "Cao Viết Sơn", None),
        ("Đại sứ  PARK   SUNG-HO đến dự, đại sứ Park  Sung-ho vui.", "Park Sung-ho", "đại sứ"),
        ("ÔNG LÊ VĂN ĐỨC", "Lê Văn Đức", None),
        ("Ông José Ramírez dự.", "José Ramírez", None),
    ],
)
def test_slots(text: str, name: str, title: str | None) -> None:
    value = analyze(text).entities.of("PERSON")[-1].value.to_dict()
    assert (value["name"], value.get("title")) == (name, title)


def test_a_role_behind_a_semicolon_belongs_to_the_next_name() -> None:
    first, second = analyze("Dự có ông Khăm-pha; Bí thư Tỉnh ủy Nguyễn Văn Minh.").entities.of("PERSON")
    assert "title" not in first.value.to_dict()
    assert second.value.to_dict()["title"] == "Bí thư"


def test_the_body_of_the_role() -> None:
    text = "Dự  buổi  lễ  có\tPhó Giám đốc Sở Ngoại vụ Đinh Thị Lệ và bà Trần Thị Cúc, Phó Giám đốc Sở Công Thương."
    first, second = (each.value.to_dict() for each in analyze(text).entities.of("PERSON"))
    assert [text[slice(*each["org"])] for each in (first, second)] == ["Sở Ngoại vụ", "Sở Công Thương"]


def test_a_short_mention_takes_the_name_last_given() -> None:
    text = "Ông Trần Văn Nam đến. Bà Lê Thị Thu đón. Ông Nam cảm ơn bà Thu."
    assert [str(each.value) for each in analyze(text).entities.of("PERSON")] == ["Trần Văn Nam", "Lê Thị Thu"] * 2


def test_names_of_any_length_are_bounded() -> None:
    for piece in ("Nguyễn ", "Ông ", "Chủ tịch Hội ", "A-", "Ảnh: A "):
        assert len(analyze(piece * 5000).entities.of("PERSON")) <= 5000
