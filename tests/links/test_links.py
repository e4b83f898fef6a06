"""Cases of links (cases.txt), and what a text must not do to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from vnforeign import Document, analyze, link

CASES = Path(__file__).with_name("cases.txt")
ASKED = ("home", "succeeded_by")  # compared only where a case names them


class Case(NamedTuple):
    line: int
    text: str
    told: dict[str, str]
    links: list[str]
    status: dict[str, str]
    slots: list[tuple[str, str, str]]


def read(path: Path) -> Iterator[Case]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], 1):
        if line.startswith("#"):
            continue
        if line:
            block.append((number, line))
        elif block:
            yield case(block)
            block = []


def case(block: list[tuple[int, str]]) -> Case:
    lines = [line for _, line in block]
    told = dict(line[2:].split(" ", 1) for line in lines if line.startswith("@ "))
    status = dict(line[2:].rsplit(" = ", 1) for line in lines if line.startswith("? "))
    slots = []
    for line in lines:
        if line.startswith(". "):
            name, said = line[2:].split(": ", 1)
            slot, what = said.split(" = ", 1)
            slots.append((name, slot, what))
    links = [line[2:] for line in lines if line.startswith("> ")]
    text = "\n".join(line for line in lines if line[:2] not in ("@ ", "> ", "? ", ". "))
    return Case(block[0][0], text, told, links, status, slots)


def found(document: Document, kinds: set[str]) -> list[str]:
    entities = document.entities
    lines = []
    for each in document.links:
        if each.kind in ASKED and each.kind not in kinds:
            continue
        target = entities[each.target].text if each.target is not None else each.key
        conflict = f" ! {' | '.join(each.conflict)}" if each.conflict else ""
        lines.append(f"{each.kind}: {entities[each.source].text} -> {target}{conflict}")
    return sorted(lines)


@pytest.mark.parametrize("case", list(read(CASES)), ids=lambda case: f"line {case.line}")
def test_case(case: Case) -> None:
    document = link(analyze(case.text, case.told.get("written")), home_province=case.told.get("home"))
    kinds = {line.partition(":")[0] for line in case.links}
    assert found(document, kinds) == sorted(line for line in case.links if line != "none" and not line.endswith(": -"))
    by_text = {each.text: each for each in document.entities}
    assert {text: by_text[text].status or "-" for text in case.status} == case.status
    for text, slot, what in case.slots:
        assert str(by_text[text].value.to_dict().get(slot, "-")) == what, (text, slot)
