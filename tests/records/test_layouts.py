"""The same tables in every layout that copies have make the same rows, or nearly: ``layout_floors.json`` has the shares of slots."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import vnforeign as vf
from tests.records.layouts import LAYOUTS, Layout, Rows
from vnforeign.records import canonical, types

FLOORS = json.loads(Path(__file__).with_name("layout_floors.json").read_text(encoding="utf-8"))
TABLES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8"))["table"]


def slots(title: str, rows: Rows, layout: Layout) -> Counter[tuple[str, str, str]]:
    """The slots of the rows that a table makes, as type, column and value."""
    text = f"{title}\n{layout(rows)}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    return Counter(
        (row.type, key, canonical.write(slot.value))
        for row in vf.prefill(text)
        for key, slot in row.slots.items()
        if not types()[row.type].columns[key].common
    )


def share(layout: str, numbered: bool) -> float:
    """How many of the slots that bars give a layout gives too, less those that it gives beside them."""
    wanted = found = both = 0
    for table in TABLES:
        rows = [row if numbered else row[1:] for row in [table["heads"], *table["rows"]]]
        sure, now = (slots(table["title"], rows, LAYOUTS[each]) for each in ("bars", layout))
        wanted, found, both = wanted + sure.total(), found + now.total(), both + (sure & now).total()
    return 2 * both / (wanted + found)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_layouts_give_the_same_rows(layout: str) -> None:
    assert share(layout, True) >= FLOORS["numbered"][layout]


@pytest.mark.parametrize("layout", sorted(FLOORS["unnumbered"]))
def test_layouts_without_numbers_of_rows_give_them_too(layout: str) -> None:
    assert share(layout, False) >= FLOORS["unnumbered"][layout]
