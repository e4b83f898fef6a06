"""The figures that pages show are those that `make bench` measured last."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import report

RESULTS: dict[str, Any] = json.loads((report.HERE / "RESULTS.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", report.SHOWN, ids=lambda page: page.name)
def test_a_page_shows_the_last_figures(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert report.shown(text, RESULTS, page.parent) == text
    assert "| DATE value F1 |" in text


def test_other_figures_change_a_page() -> None:
    other = {**RESULTS, "latency": {**RESULTS["latency"], "median_ms": 99}}
    shown = report.shown("before\n<!-- figures -->\n<!-- /figures -->\nafter\n", other, report.ROOT / "docs")
    assert shown.startswith("before\n<!-- figures -->\n|") and shown.endswith("<!-- /figures -->\nafter\n")
    assert "takes 99 ms" in shown and "(../benchmarks/RESULTS.md)" in shown
