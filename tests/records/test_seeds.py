"""The examples of the five sample reports, where the samples are at hand: what domain knowledge says must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import vnforeign as vf
from vnforeign.records import canonical

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the sample reports are not here")

#: Sample, type, whether a row of totals, and slots that one row must hold.
EXPECTED: list[tuple[str, str, bool, dict[str, str]]] = [
    ("000", "international_agreement", False, {"form": "memorandum", "signed_on": "2007-12-04", "country": "Campuchia"}),
    ("001", "international_agreement", False, {"signed_on": "2010", "term": "2010/2015", "country": "Campuchia"}),
    ("004", "international_agreement", True, {"count_province": "27", "count_department": "39", "count_partners": "57"}),
    (
        "004",
        "ngo_aid",
        True,
        {
            "donor_visits": "158",
            "grants": "219",
            "committed": "8500000 USD",
            "committed_vnd": "196000000000 VND",
            "disbursed": "2899847 USD",
            "disbursed_vnd": "66000000000 VND",
        },
    ),
    ("002", "international_conference", False, {"name": "Hợp tác phát triển nông nghiệp hữu cơ", "firms": "11"}),
    (
        "001",
        "border_statistics",
        False,
        {
            "as_of": "2014-06-30",
            "positions_set": "248",
            "positions_total": "314",
            "markers_set": "300",
            "markers_total": "371",
            "positions_built": "233",
            "markers_built": "282",
            "demarcated_km": "866",
            "length_km": "1137",
        },
    ),
    ("001", "border_statistics", False, {"line": "tỉnh Đăk Nông", "positions_set": "8", "markers_set": "16"}),
    ("001", "border_statistics", False, {"length_km": "130"}),
    ("004", "friendship_association", True, {"associations": "10", "members": "5000"}),
    ("004", "friendship_association", True, {"associations": "9"}),
    ("004", "friendship_association", True, {"activities": "10"}),
    ("002", "overseas_vietnamese_activity", False, {"kind": "meeting", "name": "gặp mặt Kiều bào"}),
    ("004", "overseas_vietnamese_activity", True, {"population": "32500"}),
    ("001", "indicator", True, {"indicator": "fdi_projects", "value": "8"}),
    ("001", "indicator", True, {"indicator": "fdi_capital", "value": "34000000", "unit": "USD"}),
    ("001", "indicator", True, {"indicator": "exports", "value": "500000000", "unit": "USD"}),
    ("001", "indicator", True, {"indicator": "labour_abroad", "value": "2500"}),
    ("001", "indicator", True, {"indicator": "markets", "value": "33"}),
]


@pytest.fixture(scope="module")
def rows() -> dict[str, list[tuple[str, bool, dict[str, str]]]]:
    found = {}
    for path in sorted(SEEDS.glob("*.txt")):
        drafts = vf.prefill(path.read_text(encoding="utf-8"))
        found[path.name[:3]] = [
            (row.type, row.summary, {key: canonical.write(slot.value) for key, slot in row.slots.items()}) for row in drafts
        ]
    return found


@pytest.mark.parametrize(("sample", "kind", "summary", "slots"), EXPECTED)
def test_the_samples_examples_come_out(rows: Any, sample: str, kind: str, summary: bool, slots: dict[str, str]) -> None:
    of_kind = [held for type_, total, held in rows[sample] if (type_, total) == (kind, summary)]
    assert any(slots.items() <= held.items() for held in of_kind), of_kind


def test_an_agreements_sides_are_told_apart(rows: Any) -> None:
    [row] = [held for kind, _, held in rows["000"] if kind == "international_agreement"]
    assert row["party_vn"].lower() == "khối dân vận, mặt trận, các đoàn thể tỉnh đăk nông"
    assert row["party_foreign"].lower() == "khối mặt trận, các đoàn thể tỉnh mondulkiri"


def test_help_given_to_the_neighbour_is_no_aid_received(rows: Any) -> None:
    assert not [held for kind, _, held in rows["000"] if kind == "ngo_aid"]


def test_tasks_make_no_rows(rows: Any) -> None:
    assert rows["003"] == []


def test_firms_are_no_persons_and_side_bars_no_visits(rows: Any) -> None:
    conferences = [held for kind, _, held in rows["002"] if kind == "international_conference"]
    assert all("delegates" not in held and "delegates_foreign" not in held for held in conferences)
    assert not [held for kind, _, held in rows["002"] if kind.startswith("delegation")]
    assert not [held for kind, _, held in rows["002"] if kind == "ngo_aid"]


def test_the_unions_founding_is_no_associations(rows: Any) -> None:
    assert not [held for kind, _, held in rows["004"] if kind == "friendship_association" and "founded" in held]
