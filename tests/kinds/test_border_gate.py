"""Country and province of gates, and the table of gates."""

from __future__ import annotations

import pytest

from vnforeign import analyze
from vnforeign.kinds.province.units import LINEAGES
from vnforeign.lexicon import rows


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("cửa khẩu Bu Prăng", None, {"name": "Bu Prăng", "country": "KH", "province": "dak-nong"}),
        ("cửa khẩu Bu Prăng", "2025-12-01", {"name": "Bu Prăng", "country": "KH", "province": "lam-dong"}),
        ("cửa khẩu Thanh Thủy, tỉnh Hà Giang", None, {"name": "Thanh Thủy", "country": "CN", "province": "ha-giang"}),
        ("cửa khẩu Thanh Thuỷ, tỉnh Nghệ An", None, {"name": "Thanh Thuỷ", "country": "LA", "province": "nghe-an"}),
        ("cửa khẩu Thanh Thủy", None, {"name": "Thanh Thủy"}),
        ("cặp cửa khẩu Lệ Thanh – Oyadav", None, {"name": "Lệ Thanh - Oyadav", "country": "KH", "province": "gia-lai"}),
        ("sân bay quốc tế Nội Bài", None, {"name": "Nội Bài", "province": "ha-noi"}),
        ("cửa khẩu Xà Lách", None, {"name": "Xà Lách"}),
    ],
)
def test_value(text: str, day: str | None, value: dict[str, str]) -> None:
    (found,) = analyze(text, day).entities.of("BORDER_GATE")
    assert found.value.to_dict() == value


def test_the_table_knows_its_provinces() -> None:
    table = rows("border_gate/gates")
    assert len({row["id"] for row in table}) == len(table)
    for row in table:
        assert row["province"] in LINEAGES and row["province_current"] in LINEAGES
        assert row["country"] in ("", "CN", "KH", "LA")
