"""Charts: their tables hold what the texts say, sums stay in their currencies, labels are in two languages, errors are clear."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

import vnforeign as vf

pytest.importorskip("altair", reason="pip install 'vnforeign[notebook]'")
charts = vf.charts

TEXTS = {
    "a": "Năm 2013, tổ chức phía Nhật Bản tài trợ 32.500 USD. Năm 2014, tỉnh Hủa Phăn (Lào) nhận 2,5 tỷ đồng.",
    "b": "Ngày 04/12/2007, Lào nhận 10.000 USD; Campuchia và Lào nhận 5.000 USD. Tỉnh chi 7 tỷ đồng.",
    "c": "Thực hiện Chỉ thị số 44-CT/TW ngày 20/9/1994 của Ban Bí thư, tỉnh tiếp tục cắm mốc biên giới với Lào.",
}
CHARTS = ("timeline", "sums", "fields", "succession")


@cache
def documents() -> tuple[vf.Document, ...]:
    return tuple(
        vf.analyze(vf.Document(text, id=name, reference_date="2015-03-01", metadata={"province": "Sơn La"}))
        for name, text in TEXTS.items()
    )


def rows(what: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in charts.table(what, documents())[list(columns)].itertuples(index=False)]


def test_sums_are_tied_to_the_one_partner_of_their_clause() -> None:
    assert rows("sums", "id", "year", "kind", "partner", "currency", "amount") == [
        ("a", 2013, "country", "JP", "USD", Decimal(32500)),
        ("a", 2014, "country", "LA", "VND", Decimal(2500000000)),
        ("a", 2014, "unit", "Houaphanh", "VND", Decimal(2500000000)),
        ("b", 2007, "country", "LA", "USD", Decimal(10000)),
    ]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Tỉnh đề nghị Lào hỗ trợ 5 tỷ đồng.", []),
        ("Lào nhận 5 tỷ đồng, trong đó 2 tỷ đồng cho y tế.", ["5000000000"]),
        ("Lào nhận 46 tỷ đồng (tương đương 2 triệu USD).", ["46000000000"]),
        ("Giá bán sang Lào 5 triệu đồng/tấn.", []),
    ],
    ids=["asked for", "a part", "in another currency", "a price"],
)
def test_a_sum_counts_once_and_only_where_it_is_one(text: str, amounts: list[str]) -> None:
    found = charts.table("sums", vf.analyze(text))
    assert [str(each) for each in found[found.kind == "country"].amount] == amounts


def test_dates_have_days_and_a_precision() -> None:
    assert {(row[0], str(row[1])[:10], row[2]) for row in rows("timeline", "id", "start", "precision")} >= {
        ("b", "2007-12-04", "day"),
        ("a", "2013-01-01", "year"),
    }


def test_directives_lead_to_the_newest() -> None:
    assert rows("directives", "key", "reports", "successor", "newest")[:2] == [
        ("44-CT/TW", 1, "04-CT/TW", "12-CT/TW"),
        ("04-CT/TW", 0, "12-CT/TW", "12-CT/TW"),
    ]
    page = charts.directives(documents())._repr_html_()
    assert "<b>04-CT/TW</b> → <b>12-CT/TW</b>" in page
    assert "thay thế bởi" in page
    assert "succeeded by" in charts.directives(documents(), lang="en")._repr_html_()


def test_fields_are_counted_by_province() -> None:
    assert ("c", 2015, "Sơn La", "borders", 1) in rows("fields", "id", "year", "province", "field", "passages")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_takes_documents_or_their_table_and_speaks_two_languages(name: str) -> None:
    draw = getattr(charts, name)
    table = charts.table("directives" if name == "succession" else name, documents())
    drawn = draw(documents()).to_dict()
    assert json.dumps(draw(table).to_dict(), default=str) == json.dumps(drawn, default=str)
    titles = {
        drawn["title"] if isinstance(drawn["title"], str) else drawn["title"]["text"],
        draw(documents(), lang="en").to_dict()["title"],
    }
    assert len(titles) == 2


def test_each_currency_has_a_panel() -> None:
    drawn = charts.sums(documents()).to_dict()
    assert [panel["title"]["text"] for panel in drawn["vconcat"]] == ["USD", "VND"]
    values = {row["partner"]: row["amount"] for rows in drawn["datasets"].values() for row in rows}
    assert values["Nhật Bản"] == 32500


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_without_a_browser(name: str, tmp_path: Any) -> None:
    pytest.importorskip("vl_convert")
    path = tmp_path / "chart.svg"
    getattr(charts, name)(documents()).save(path)
    assert path.read_text(encoding="utf-8").startswith("<svg")


def test_what_cannot_be_drawn_is_said() -> None:
    table = charts.table("timeline", documents())
    with pytest.raises(charts.ChartError, match="nothing to draw"):
        charts.timeline(vf.analyze("Không có gì."))
    with pytest.raises(charts.ChartError, match="no column start"):
        charts.timeline(table.drop(columns="start"))
    with pytest.raises(charts.ChartError, match="too many"):
        charts.timeline(table.loc[[0] * 5_001])
    with pytest.raises(charts.ChartError, match="no language 'fr'"):
        charts.timeline(table, lang="fr")
    with pytest.raises(charts.ChartError, match="no partners 'sea'"):
        charts.sums(documents(), by="sea")
    with pytest.raises(ValueError, match="no table 'seas'"):
        charts.table("seas", documents())
    with pytest.raises(TypeError, match="not of str"):
        charts.table("sums", ["Lào"])  # type: ignore[list-item]


def test_a_missing_extra_is_named() -> None:
    program = "import sys; sys.modules[sys.argv[1]] = None\nimport vnforeign as vf\ntry: vf.charts.timeline(vf.analyze('Năm 2013'))\nexcept ImportError as error: print(error)"
    for module in ("altair", "pandas"):
        done = subprocess.run([sys.executable, "-c", program, module], capture_output=True, text=True, check=True)
        assert "pip install 'vnforeign[notebook]'" in done.stdout


def test_a_document_that_was_not_analysed_is_noticed() -> None:
    with pytest.warns(UserWarning, match="not analysed"), pytest.raises(charts.ChartError, match="nothing to draw"):
        charts.timeline(vf.Document(TEXTS["a"]))
