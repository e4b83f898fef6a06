"""What tables make which rows: ``tables.txt``, in every way that copies lay tables out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import vnforeign as vf
from vnforeign.records import canonical

Case = tuple[str, str, list[str]]


def cases() -> list[Case]:
    found: list[Case] = []
    text = Path(__file__).with_name("tables.txt").read_text(encoding="utf-8")
    for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        said, _, rows = rest.partition("\n=>\n")
        found.append((name, said, [row for row in rows.splitlines() if row.strip()]))
    return found


CASES = cases()


def drafted(text: str) -> list[tuple[str, bool, dict[str, str]]]:
    return [
        (row.type, row.summary, {key: canonical.write(slot.value) for key, slot in row.slots.items()}) for row in vf.prefill(text)
    ]


def holds(said: str, rows: list[tuple[str, bool, dict[str, str]]]) -> bool:
    if said == "none":
        return not rows
    if said.startswith("= "):
        return len(rows) == int(said[2:])
    kind, _, rest = said.partition(" ")
    slots = dict(slot.split("=", 1) for slot in rest.removeprefix("! ").split(" | "))
    return any((type_, total) == (kind, rest.startswith("! ")) and slots.items() <= held.items() for type_, total, held in rows)


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[name for name, _, _ in CASES])
def test_tables(text: str, expected: list[str]) -> None:
    rows = drafted(text)
    for said in expected:
        assert holds(said, rows), (said, rows)
