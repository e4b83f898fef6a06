"""The slots of an agreement: its title, the parties, the day of signing."""

from __future__ import annotations

from typing import Any

import pytest

from vnforeign import analyze


def _one(text: str) -> dict[str, Any]:
    found = [each for each in analyze(text).entities if each.label == "AGREEMENT"]
    assert len(found) == 1
    return found[0].value.to_dict()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Ký Bản ghi nhớ hợp tác giữa tỉnh Đắk Nông và tỉnh Mondulkiri ngày 04/12/2007.", ["tỉnh Đắk Nông", "tỉnh Mondulkiri"]),
        ("Sở ký biên bản ghi nhớ với Đại học Sogang.", ["Đại học Sogang"]),
        ("Hai bên ký thỏa thuận hợp tác với các đối tác.", None),
        ("Thực hiện Hiệp định về quy chế biên giới.", None),
        ("Thực hiện Thỏa thuận hợp tác giữa hai tỉnh.", None),
    ],
)
def test_parties(text: str, parties: list[str] | None) -> None:
    assert _one(text).get("parties") == parties


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Hai bên ký Bản ghi nhớ hợp tác ngày 09/8/2016.", "2016-08-09"),
        ("Hiệp định về quy chế biên giới ký ngày 01/3/1990 còn hiệu lực.", "1990-03-01"),
        ("Ngày 04/12/2007, hai tỉnh ký Bản ghi nhớ hợp tác.", "2007-12-04"),
        ("Ký Bản ghi nhớ hợp tác giữa tỉnh Đắk Nông và tỉnh Mondulkiri ngày 04/12/2007.", "2007-12-04"),
        ("Thực hiện Hiệp ước hoạch định biên giới quốc gia năm 1985.", None),
        ("Ngày 05/5/2015, đoàn về nước. Hai tỉnh đã ký Bản ghi nhớ hợp tác.", None),
        ("Ngày 05/5/2015, đoàn kiểm điểm Bản ghi nhớ hợp tác với tỉnh bạn.", None),
    ],
)
def test_signed(text: str, signed: str | None) -> None:
    assert _one(text).get("signed") == signed


def test_title() -> None:
    value = _one("Ký Nghị định thư thực hiện Hiệp định\nvận tải đường bộ.")
    assert value == {"type": "nghị định thư", "title": "Nghị định thư thực hiện Hiệp định vận tải đường bộ"}
