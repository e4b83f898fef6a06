"""What tables make which rows: ``tables.txt``, in every way that copies lay tables out; and passages together: ``passages.txt``."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnforeign as vf
from vnforeign.records import canonical

Case = tuple[str, str, list[str]]


def cases(name: str) -> list[Case]:
    found: list[Case] = []
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        said, _, rows = rest.partition("\n=>\n")
        found.append((name, said, [row for row in rows.splitlines() if row.strip()]))
    return found


CASES, PASSAGES = cases("tables.txt"), cases("passages.txt")


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


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in PASSAGES], ids=[name for name, _, _ in PASSAGES])
def test_passages(text: str, expected: list[str]) -> None:
    test_tables(text, expected)


BARRED = [text for _, text, _ in CASES if " | " in text and "---" not in text and "\nphòng" not in text and "\n| " not in text]


def as_markdown(text: str) -> str:
    return "\n".join(f"| {line} |" if "|" in line else line for line in text.splitlines())


def with_tabs(text: str) -> str:
    return "\n".join("\t".join(cell.strip() for cell in line.split("|")) if "|" in line else line for line in text.splitlines())


@pytest.mark.parametrize("laid", [as_markdown, with_tabs], ids=["markdown", "tabs"])
@pytest.mark.parametrize("text", BARRED, ids=[text[:40] for text in BARRED])
def test_other_marks_between_cells_make_the_same_rows(text: str, laid: object) -> None:
    def own(rows: list[tuple[str, bool, dict[str, str]]]) -> list[tuple[str, bool, dict[str, str]]]:
        common = ("source_quote", "source_document", "province", "reporting_unit", "period_from", "period_to")
        return [(type_, total, {key: said for key, said in slots.items() if key not in common}) for type_, total, slots in rows]

    assert callable(laid)
    assert own(drafted(laid(text))) == own(drafted(text))


def mangled(text: str, dice: random.Random) -> str:
    """A table as a careless copy leaves it: cells, lines and blanks lost, doubled or moved."""
    lines = text.split("\n")
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(lines))
        change = dice.randrange(6)
        if change == 0:
            del lines[at]
        elif change == 1:
            lines.insert(at, dice.choice(["", " ", "---", "|", "(1) | (2)", "Tổng", "I", dice.choice(lines or [""])]))
        elif change == 2:
            lines[at] = lines[at].replace(
                dice.choice([" | ", " ", "\t"]), dice.choice(["|", "   ", "\t", "; ", ""]), dice.randrange(3)
            )
        elif change == 3:
            cut = dice.randrange(len(lines[at]) + 1)
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
        elif change == 4:
            lines[at] += dice.choice([" |", "\t", " (", ":", " 12", " nt"])
        else:
            lines[at] = unicodedata.normalize("NFD", lines[at])
        lines = lines or [""]
    return "\n".join(lines)


@settings(max_examples=200, deadline=None)
@given(st.integers(min_value=0))
def test_no_table_however_mangled_stops_the_reading(seed: int) -> None:
    dice = random.Random(seed)
    text = mangled(dice.choice(CASES)[1], dice)
    document = vf.analyze(text, "2020-02-03")
    rows = vf.prefill(document)
    assert not [warning for warning in document.warnings if "internal error" in warning]
    for row in rows:
        for slot in row.slots.values():
            assert all(text[each.start : each.end].strip() for each in slot.evidence)
