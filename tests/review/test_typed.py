"""Cells as editors type them, and as they are shown again."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.records import Column
from vnforeign.review import typed

READ = [
    ("date", "4/12/2007", "2007-12-04"),
    ("date", "12/2007", "2007-12"),
    ("date", "2010", "2010"),
    ("daterange", "quý I/2019", "2019-01/2019-03"),
    ("daterange", "2010 - 2015", "2010/2015"),
    ("daterange", "2010/2015", "2010/2015"),
    ("daterange", "2005/..", "2005/.."),
    ("daterange", "từ 4/12/2007 đến 6/12/2007", "2007-12-04/2007-12-06"),
    ("date", "năm nay", "2019"),
    ("date", "T5/2020", "2020-05"),
    ("date", "tháng 5/2020", "2020-05"),
    ("date", "12. 3. 2019", "2019-03-12"),
    ("date", "9/1/2017 (Thứ Hai)", "2017-01-09"),
    ("date", "tính đến hết 30/6/2014", "2014-06-30"),
    ("date", "kể từ ngày 1/7/2019", "2019-07-01"),
    ("date", "những năm 80", "198X"),
    ("daterange", "quý I năm 2019", "2019-01/2019-03"),
    ("daterange", "quý một năm 2019", "2019-01/2019-03"),
    ("daterange", "Q3/2020", "2020-07/2020-09"),
    ("daterange", "Quý II-2019", "2019-04/2019-06"),
    ("date", "quý IV/2019", "2019-10/2019-12"),
    ("daterange", "từ quý I đến quý III/2019", "2019-01/2019-09"),
    ("daterange", "từ quý I/2018", "2018-01/.."),
    ("daterange", "đến hết quý I/2019", "../2019-03"),
    ("daterange", "2019-33/2019-34", "2019-01/2019-06"),
    ("daterange", "6T/2019", "2019-01/2019-06"),
    ("daterange", "6 tháng cuối năm", "2019-07/2019-12"),
    ("daterange", "cả năm 2019", "2019"),
    ("daterange", "giai đoạn 2010 – 2015", "2010/2015"),
    ("daterange", "03/2019-05/2019", "2019-03/2019-05"),
    ("daterange", "từ 15 đến 16-12", "2019-12-15/2019-12-16"),
    ("daterange", "từ năm 2018", "2018/.."),
    ("daterange", "2018 - nay", "2018/.."),
    ("daterange", "đến hết tháng 6/2014", "../2014-06"),
    ("daterange", "đầu năm 2010", "2010"),
    ("daterange", "trung tuần tháng 10/2019", "2019-10-11/2019-10-20"),
    ("money", "25 tỷ", {"value": "25000000000", "currency": "VND"}),
    ("money", "8,5 triệu USD", {"value": "8500000", "currency": "USD"}),
    ("money", "1,104,469 USD", {"value": "1104469", "currency": "USD"}),
    ("money", "2 tỷ rưỡi", {"value": "2500000000", "currency": "VND"}),
    ("money", "500tr đồng", {"value": "500000000", "currency": "VND"}),
    ("money", "500 trđ", {"value": "500000000", "currency": "VND"}),
    ("money", "1,5tr USD", {"value": "1500000", "currency": "USD"}),
    ("money", "25 tỷđ", {"value": "25000000000", "currency": "VND"}),
    ("money", "US$ 8.500.000", {"value": "8500000", "currency": "USD"}),
    ("money", "trên năm trăm triệu đô la", {"value": "500000000", "currency": "USD"}),
    ("money", "10 triệu nhân dân tệ", {"value": "10000000", "currency": "CNY"}),
    ("money", "25 tỷ đồng", {"value": "25000000000", "currency": "VND"}),
    ("money", "8.500.000 USD", {"value": "8500000", "currency": "USD"}),
    ("money", "trên 196 tỷ đồng", {"value": "196000000000", "currency": "VND"}),
    ("money", "từ 5 đến 7 tỷ đồng", {"low": "5000000000", "high": "7000000000", "currency": "VND"}),
    ("int", "1.345", "1345"),
    ("int", "trên 5 ngàn", "5000"),
    ("int", "mười hai", "12"),
    ("int", "mười", "10"),
    ("int", "năm đoàn", "5"),
    ("int", "02 lớp", "2"),
    ("int", "3 320", "3320"),
    ("int", "1,104,469", "1104469"),
    ("int", "1,345", "1345"),
    ("decimal", "hai phẩy năm", "2.5"),
    ("decimal", "866,5", "866.5"),
    ("decimal", "1.137", "1137"),
    ("list", "Lào; Thái Lan\nSéc", ["Lào", "Thái Lan", "Séc"]),
    ("text", "  Sở \n Y tế ", "Sở Y tế"),
    ("text", " ", None),
]
UNREAD = [
    ("date", "30/4", "no_year"),
    ("date", "01/01", "no_year"),
    ("daterange", "từ 26/3", "no_year"),
    ("date", "31/2/2019", "no_such_day"),
    ("date", "hôm nào đó", "no_date"),
    ("daterange", "../..", "no_date"),
    ("date", "../..", "no_date"),
    ("daterange", "từ 5/2020 đến 3/2020", "wrong_order"),
    ("daterange", "5/2020-3/2020", "wrong_order"),
    ("daterange", "Từ 15/6/2019 đến 10/6/2019", "wrong_order"),
    ("daterange", "từ quý III/2019 đến quý I/2019", "wrong_order"),
    ("daterange", "2015 - 2010", "wrong_order"),
    ("daterange", "2015-2010", "wrong_order"),
    ("daterange", "2015/2010", "wrong_order"),
    ("daterange", "31/2/2019 - 5/3/2019", "no_such_day"),
    ("daterange", "một hôm - hai hôm", "no_date"),
    ("money", "25", "no_currency"),
    ("money", "100 triệu", "no_currency"),
    ("money", "500tr", "no_currency"),
    ("money", "8.500.000 USD, tương đương trên 196 tỷ đồng", "two_amounts"),
    ("money", "4 tỷ đồng/26,77 tỷ đồng", "two_amounts"),
    ("money", "nhiều", "no_amount"),
    ("int", "năm 2019", "no_number"),
    ("int", "20 - 25", "no_number"),
    ("int", "32,5", "no_whole_number"),
    ("decimal", "248/314", "no_number"),
    ("text", "a" * 5001, "too_long"),
]


def column(kind: str) -> Column:
    return Column("key", "nhãn", "label", kind)


@pytest.mark.parametrize(("kind", "said", "value"), READ)
def test_what_is_typed_has_a_value_that_can_be_typed_again(kind: str, said: str, value: Any) -> None:
    assert typed.read(column(kind), said, "2019-05-01") == value
    assert typed.read(column(kind), typed.show(column(kind), value)) == value


@pytest.mark.parametrize(("kind", "said", "key"), UNREAD)
def test_what_means_nothing_is_said(kind: str, said: str, key: str) -> None:
    with pytest.raises(typed.Unreadable, match=key):
        typed.read(column(kind), said)


def test_times_are_those_of_viet_nam_wherever_the_server_stands() -> None:
    assert typed.moment("2019-12-05T20:20:00Z") == "03:20 06/12/2019"


@given(st.dates())
def test_every_day_is_shown_and_read_again(day: Any) -> None:
    if day.year >= 1900 and day.year < 2100:
        assert typed.read(column("date"), typed.show(column("date"), day.isoformat())) == day.isoformat()


@given(st.decimals(0, Decimal(10) ** 14, places=0), st.sampled_from(["VND", "USD", "EUR"]))
def test_every_sum_is_shown_and_read_again(number: Decimal, currency: str) -> None:
    cell = {"value": str(number), "currency": currency}
    assert typed.read(column("money"), typed.show(column("money"), cell)) == cell


@given(st.text(max_size=60), st.sampled_from(["date", "daterange", "money", "int", "decimal", "list", "text", "docref"]))
def test_whatever_is_typed_gives_a_value_or_a_message(said: str, kind: str) -> None:
    with suppress(typed.Unreadable):
        value = typed.read(column(kind), said, "2019-05-01")
        assert value is None or value
