"""What documents say of themselves: cases as texts, and no text makes it fail."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.metadata import metadata
from vnforeign.rule import Found
from vnforeign.segment import segment
from vnforeign.text import read

CASES = Path(__file__).parent / "cases" / "metadata.txt"
PIECES = [
    "\n",
    "Ngày đăng: 1/1/2016",
    "Số: 1",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "\t",
    "Nguồn: ",
    "Lê Thị Hoa",
    "ngày 31 tháng 2 năm 2010",
    "BÁO CÁO",
    "-",
]


class Place(msgspec.Struct, frozen=True):
    name: str


def marked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the place and official name of each mention."""
    plain, mentions, at = "", [], 0
    for match in re.finditer(r"\{([^|}]+)\|([^}]+)\}", text):
        plain += text[at : match.start()] + match[1]
        mentions.append((len(plain) - len(match[1]), len(plain), match[2]))
        at = match.end()
    return plain + text[at:], mentions


def cases() -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for block in CASES.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, body = block.partition("\n")
        text, _, keys = body.partition("---\n")
        found.append((name, text, dict(line.split("\t") for line in keys.splitlines())))
    return found


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=[name for name, _, _ in cases()])
def test_case(name: str, text: str, expected: dict[str, str]) -> None:
    plain, mentions = marked(text)
    view = read(plain)
    found = [Found(view.place(start), view.place(end), "PROVINCE", "test", Place(official)) for start, end, official in mentions]
    assert metadata(view, segment(view), found) == expected


def test_the_title_is_in_the_text_of_the_caller() -> None:
    text = "Hoà\u0301 bi\u0300nh\u00a0va\u0300 hợp tác\r\nNgày đăng: 01/02/2018\r\n"
    view = read(text)
    title = "Hoà\u0301 bi\u0300nh va\u0300 hợp tác"
    assert metadata(view, segment(view), []) == {"title": title, "published": "2018-02-01"}


def test_values_without_a_name_are_passed_over() -> None:
    view = read("Tỉnh Kon Tum.")
    assert metadata(view, segment(view), [Found(0, 12, "PROVINCE", "test", object())]) == {}


@given(st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=20).map("".join)))
def test_any_text(text: str) -> None:
    view = read(text)
    found = metadata(view, segment(view), [])
    assert set(found) <= {"title", "published", "author", "organisation"} and all(found.values())
