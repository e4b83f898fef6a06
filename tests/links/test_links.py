"""Cases of links (cases.txt), and what a text must not do to them."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from vnforeign import Document, analyze, link
from vnforeign.document import Raw

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


def test_there_are_enough_cases() -> None:
    assert len(list(read(CASES))) >= 120


@pytest.mark.parametrize("case", list(read(CASES)), ids=lambda case: f"line {case.line}")
def test_a_case_cut_anywhere_or_decomposed_is_no_crash(case: Case) -> None:
    for end in range(0, len(case.text), 7):
        link(analyze(case.text[:end]))
    document = analyze(unicodedata.normalize("NFD", case.text))
    for each in link(document).links:
        assert each.reason
        assert (each.target is None) != (each.key is None)


def test_linking_again_gives_the_same() -> None:
    text = "\n".join(case.text for case in read(CASES))
    document = analyze(text)
    first = document.to_json()
    assert link(document).to_json() == first


def test_a_document_read_back_keeps_what_was_linked() -> None:
    document = analyze("Chỉ thị số 04-CT/TW của Ban Bí thư: 2 triệu USD, tương đương 46 tỷ đồng; 35 xã, trong đó 3 xã biên giới.")
    again = Document.from_dict(document.to_dict())
    assert again.links == document.links
    assert link(again).links == document.links
    again.entities[0].value = Raw({"name": "x"})
    with pytest.raises(ValueError, match="not as this version writes them"):
        link(again)


REPEATED = (
    "Chỉ thị 04 của Ban Bí thư và Chỉ thị 04 ",
    "Nghị định 93, Nghị định số 93/2009/NĐ-CP ",
    "cam kết 5 triệu USD (115 tỷ đồng), giải ngân 2 triệu USD ",
    "35 xã, trong đó 3 xã ",
    "ngày 12/6/2013 ký Bản ghi nhớ hợp tác trị giá 5 tỷ đồng ",
    "Chỉ thị số 87-CT/TW ngày 03/3/2019 của Bộ Chính trị ",
    "UBND tỉnh ban hành ",
)


@pytest.mark.parametrize("piece", REPEATED)
def test_time_is_linear(piece: str) -> None:
    """Twice the text takes about twice the time; minima of three, because the machine is shared."""

    def cost(times: int) -> float:
        best = float("inf")
        for _ in range(3):
            document = analyze(piece * times, links=False)
            begin = time.process_time()
            link(document)
            best = min(best, time.process_time() - begin)
        return best

    assert cost(1600) < 8 * cost(400) + 0.05
