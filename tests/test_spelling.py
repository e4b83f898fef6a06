"""Spell, then find: a value written in any of its usual ways, in any sentence, is found with that value."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from hypothesis import given
from hypothesis import strategies as st

from vnforeign import Entity, analyze
from vnforeign.lexicon import rows

Form = Literal["NFC", "NFD"]
FRAMES = ("Báo cáo nêu rõ {} trong kỳ.", "Theo tổng hợp, {}; các việc khác tiếp tục.", "- {}.", "({})", "\t{}\n")
frames = st.sampled_from(FRAMES)
forms: st.SearchStrategy[Form] = st.sampled_from(get_args(Form))


def only(label: str, said: str, frame: str, form: Form, lead: str = "") -> Entity:
    """The one entity of a label in the framed text; its offsets are the words'."""
    text = unicodedata.normalize(form, frame.format(f"{lead}{said}"))
    (found,) = analyze(text).entities.of(label)
    assert text[found.start : found.end] == found.text
    return found


@given(
    st.dates(date(1945, 1, 1), date(2049, 12, 31)),
    st.sampled_from(
        [
            "ngày {d:02}/{m:02}/{y}",
            "ngày {d} tháng {m} năm {y}",
            "{d}/{m}/{y}",
            "ngày {d}-{m}-{y}",
            "{d:02}.{m:02}.{y}",
            "ngày {d}/{m}/{y}",
        ]
    ),
    frames,
    forms,
)
def test_a_day(day: date, way: str, frame: str, form: Form) -> None:
    found = only("DATE", way.format(d=day.day, m=day.month, y=day.year), frame, form)
    assert found.value.to_dict()["edtf"] == day.isoformat()


@given(
    st.integers(1986, 2049),
    st.integers(1, 12),
    st.sampled_from(["năm {y}", "tháng {m}/{y}", "tháng {m} năm {y}", "quý {q}/{y}"]),
    frames,
    forms,
)
def test_a_longer_time(year: int, month: int, way: str, frame: str, form: Form) -> None:
    quarter = (month + 2) // 3
    found = only("DATE", way.format(y=year, m=month, q="I II III IV".split()[quarter - 1]), frame, form)
    expected = f"{year}-{month:02}" if "tháng" in way else f"{year}-{32 + quarter}" if "quý" in way else str(year)
    assert found.value.to_dict()["edtf"] == expected


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@given(
    st.integers(1, 999_999),
    st.sampled_from([("đồng", "VND"), ("USD", "USD"), ("EUR", "EUR"), ("Nhân dân tệ", "CNY"), ("yên Nhật", "JPY")]),
    st.sampled_from([("", 1), ("triệu ", 10**6), ("tỷ ", 10**9), ("tỉ ", 10**9)]),
    frames,
    forms,
)
def test_a_sum(number: int, currency: tuple[str, str], scale: tuple[str, int], frame: str, form: Form) -> None:
    found = only("AMOUNT", f"{grouped(number, '.')} {scale[0]}{currency[0]}", frame, form, "chi ")
    value = found.value.to_dict()
    assert (Decimal(value["value"]), value["currency"]) == (Decimal(number * scale[1]), currency[1])


@given(st.integers(0, 999), st.integers(1, 99), frames, forms)
def test_a_sum_with_decimals(whole: int, part: int, frame: str, form: Form) -> None:
    found = only("AMOUNT", f"{whole},{part:02} triệu USD", frame, form, "đạt ")
    assert Decimal(found.value.to_dict()["value"]) == (whole * 100 + part) * 10**4


@given(
    st.integers(2, 99_999),
    st.sampled_from(["người", "km", "lượt khách", "tấn", "dự án", "ha", "hộ", "xã", "đoàn"]),
    frames,
    forms,
)
def test_a_count(number: int, unit: str, frame: str, form: Form) -> None:
    found = only("QUANTITY", f"{grouped(number, '.')} {unit}", frame, form, "có ")
    assert Decimal(found.value.to_dict()["value"]) == number


@given(
    st.integers(1, 999),
    st.integers(2005, 2025),
    st.sampled_from(
        [
            ("Chỉ thị số {n}-CT/TW", "{n}-CT/TW"),
            ("Nghị quyết số {n}-NQ/TW", "{n}-NQ/TW"),
            ("Nghị định số {n}/{y}/NĐ-CP", "{n}/{y}/NĐ-CP"),
            ("Quyết định số {n}/QĐ-TTg", "{n}/QĐ-TTg"),
            ("Thông tư số {n}/{y}/TT-BTC", "{n}/{y}/TT-BTC"),
            ("Luật số {n}/{y}/QH13", "{n}/{y}/QH13"),
        ]
    ),
    frames,
    forms,
)
def test_a_citation(number: int, year: int, way: tuple[str, str], frame: str, form: Form) -> None:
    said, canonical = (each.format(n=f"{number:02}", y=year) for each in way)
    found = only("DIRECTIVE", said, frame, form, "thực hiện ")
    assert found.value.to_dict()["canonical"] == canonical


PROVINCES = sorted({row["name"] for row in rows("province/provinces") if row["type"] == "tỉnh"})
CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh", "Huế")


@given(st.sampled_from([*(f"tỉnh {name}" for name in PROVINCES), *(f"thành phố {name}" for name in CITIES)]), frames, forms)
def test_a_province(said: str, frame: str, form: Form) -> None:
    found = only("PROVINCE", said, frame, form, "tại ")
    assert found.value.to_dict()["name"].casefold() == said.removeprefix("tỉnh ").removeprefix("thành phố ").casefold()


COUNTRIES = [row["name"] for row in rows("country/countries") if not row["check"] and "(" not in row["name"]]


@given(st.sampled_from(COUNTRIES), frames, forms)
def test_a_country(name: str, frame: str, form: Form) -> None:
    assert only("COUNTRY", name, frame, form, "sang thăm nước ").value.to_dict()["name"] == name
