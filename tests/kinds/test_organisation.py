"""What a body's value says beside its name, and the lexicons behind it."""

from __future__ import annotations

from typing import Any

import pytest

from vnforeign import analyze
from vnforeign.kinds.organisation.heads import HEADS
from vnforeign.kinds.organisation.spelling import written_out
from vnforeign.kinds.province.units import LINEAGES
from vnforeign.lexicon import rows

LEVELS = {"central", "province", "district", "commune", "foreign", "international", ""}


def _value(text: str) -> dict[str, Any]:
    found = [entity for entity in analyze(text).to_dict()["entities"] if entity["label"] == "ORG"]
    assert len(found) == 1, found
    value: dict[str, Any] = found[0]["value"]
    return value


@pytest.mark.parametrize(
    ("text", "kind", "level", "province"),
    [
        ("Tỉnh ủy Đắk Nông họp.", "party", "province", "dak-nong"),
        ("UBND huyện Mường Tè báo cáo.", "state", "district", "lai-chau"),
        ("UBND xã Trà Linh báo cáo.", "state", "commune", None),
        ("UBND TP.HCM tiếp khách.", "state", "province", "ho-chi-minh"),
        ("Sở Ngoại vụ Lai Châu tiếp khách.", "state", "province", "lai-chau"),
        ("Bộ Ngoại giao trả lời.", "state", "central", None),
        ("Bộ Ngoại giao Campuchia trả lời.", "state", "foreign", None),
        ("Đại sứ quán Pháp trả lời.", "embassy", "foreign", None),
        ("Bộ đội Biên phòng tỉnh tuần tra.", "armed", "province", None),
        ("Đài có mời UNESCO dự.", "international", "international", None),
        ("Bệnh viện Đa khoa tỉnh khám bệnh.", "hospital", "province", None),
    ],
)
def test_the_slots(text: str, kind: str, level: str, province: str | None) -> None:
    value = _value(text)
    assert (value.get("type"), value.get("level"), value.get("province")) == (kind, level, province)


def test_a_known_body_has_its_dates() -> None:
    value = _value("Do Ban Dân vận Trung ương soạn thảo.")
    assert (value["id"], value["valid_to"]) == ("bdvtw", "2025-02-02")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("UBND  tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Bộ KH&ĐT", "Bộ Kế hoạch và Đầu tư"),
        ("BCH BĐBP tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
        ("Liên minh châu Âu (EU)", "Liên minh châu Âu"),
        ("Sở\nNgoại vụ", "Sở Ngoại vụ"),
        ("Công ty UBNDX", "Công ty UBNDX"),
    ],
)
def test_abbreviations_are_written_out(said: str, name: str) -> None:
    assert written_out(said) == name


def test_the_tables_are_sound() -> None:
    heads = rows("organisation/heads")
    assert len({row["head"] for row in heads}) == len(heads) == len(HEADS)
    assert {row["level"] for row in heads} <= LEVELS
    assert all(row["reads"] and row["source"] for row in heads)
    known = rows("organisation/known")
    assert {row["level"] for row in known} <= LEVELS
    assert len({row["name"] for row in known}) == len(known)


def test_provinces_are_lineages() -> None:
    assert _value("UBND tỉnh Bình Phước họp.")["province"] in LINEAGES


@pytest.mark.parametrize("piece", ["Ban Thường vụ ", "Trung ương Hội ", "Đảng ủy Ban cán sự đảng ", "Sở Văn hóa, Thể thao và "])
def test_bodies_of_bodies_end(piece: str) -> None:
    analyze(piece * 2000)
