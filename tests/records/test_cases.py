"""What sentences make which rows: ``cases.txt``, a sentence and the slots it must fill; in every encoding of the letters."""

from __future__ import annotations

import random
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import vnforeign as vf
from vnforeign.records import canonical, types

LINES = [line for line in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
Expected = list[str]


def cases() -> list[tuple[str, Expected]]:
    found: list[tuple[str, Expected]] = []
    for line in LINES:
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif not line.startswith("#"):
            found.append((line, []))
    return found


CASES = cases()


def drafted(text: str) -> list[tuple[str, bool, dict[str, str]]]:
    return [
        (row.type, row.summary, {key: canonical.write(slot.value) for key, slot in row.slots.items()}) for row in vf.prefill(text)
    ]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_cases(text: str, expected: Expected) -> None:
    rows = drafted(text)
    for said in expected:
        kind, _, rest = said.partition(" ")
        if kind == "none":
            assert rows == []
        elif kind == "-":
            assert rest not in [row[0] for row in rows]
        else:
            summary, slots = rest.startswith("! "), dict(slot.split("=", 1) for slot in rest.removeprefix("! ").split(" | "))
            assert any(slots.items() <= held.items() for type_, total, held in rows if (type_, total) == (kind, summary)), rows


@pytest.mark.parametrize(("text", "_"), CASES, ids=[text[:40] for text, _ in CASES])
def test_words_are_where_the_evidence_says_in_decomposed_text_too(text: str, _: Expected) -> None:
    apart = unicodedata.normalize("NFD", text)
    for one, two in zip(vf.prefill(text), vf.prefill(apart), strict=True):
        assert {key: slot.value for key, slot in one.slots.items()} == {key: slot.value for key, slot in two.slots.items()}
        for key, slot in one.slots.items():
            said = [text[each.start : each.end] for each in slot.evidence]
            assert said == [unicodedata.normalize("NFC", apart[each.start : each.end]) for each in two.slots[key].evidence]


PIECES = st.sampled_from(
    [piece for text, _ in CASES for piece in text.split(", ")]
    + ["\n", "; ", ". ", "II. NHIỆM VỤ\n", "| ", "STT | Nhà tài trợ | Cam kết\n"]
)


@settings(max_examples=60, deadline=None)
@example("Tính đến từ năm 2019 đến nay, tuyến biên giới của tỉnh dài 231 km")
@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_any_text_makes_rows_that_hold_together(text: str) -> None:
    document = vf.analyze(text)
    for row in vf.prefill(document):
        table = types()[row.type]
        assert row.slots and set(row.missing).isdisjoint(row.slots) and 0 <= row.score <= 1
        for key, slot in row.slots.items():
            column = table.columns[key]
            assert column.on(row.summary)
            assert (
                canonical.read(column, slot.value if isinstance(slot.value, list) else canonical.write(slot.value)) == slot.value
            )
            for each in slot.evidence:
                assert text[each.start : each.end].strip()
                if each.entity is not None:
                    assert document.entities[each.entity].start == each.start
    assert vf.Document.from_dict(document.to_dict()).records == document.records


def test_a_line_end_inside_a_sentence_changes_nothing() -> None:
    said = "Ngày 12/3/2014, UBND tỉnh Điện Biên ký Bản ghi nhớ với tỉnh Phongsaly về trồng chè, nuôi ong và thương mại vùng biên."
    [row] = vf.prefill(said)
    [broken] = vf.prefill(said.replace("trồng chè", "trồng\nchè"))
    assert {key: slot.value for key, slot in row.slots.items()} == {key: slot.value for key, slot in broken.slots.items()}


@pytest.mark.parametrize(
    "said", ["ký Bản ghi nhớ về a, b, c và trao đổi ", "ký với Sở A và Sở B bản ghi nhớ, ", "tổ chức hội thảo, do A và B, "]
)
def test_papers_without_end_cost_no_time(said: str) -> None:
    document = vf.analyze((said * 400)[:9000])
    began = time.perf_counter()
    vf.prefill(document, "international_agreement")
    vf.prefill(document, "international_conference")
    assert time.perf_counter() - began < 3


def test_one_type_alone_leaves_the_document_as_it_was() -> None:
    document = vf.analyze(CASES[1][0])
    rows = vf.prefill(document, "delegation_out")
    assert [row.type for row in rows] == ["delegation_out"] and document.records == []
    assert vf.prefill(document) == document.records != []


def mutated(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    for _ in range(dice.randrange(1, 4)):
        at = dice.randrange(len(words))
        change = dice.randrange(4)
        if change == 0:
            del words[at : at + dice.randrange(1, 3)]
        elif change == 1:
            words[at] += dice.choice(("\t", "\n", "   ", ",", "."))
        elif change == 2:
            words[at] = words[at].replace("quý", "quí").replace("Quý", "Quí")
        else:
            words.insert(at, dice.choice(words) if words else "")
        words = words or [""]
    return " ".join(words)


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=0))
def test_no_rule_stumbles_over_a_changed_sentence(seed: int) -> None:
    dice = random.Random(seed)
    document = vf.analyze(mutated(dice.choice(CASES)[0], dice), "2020-02-03")
    vf.prefill(document)
    assert not [warning for warning in document.warnings if "internal error" in warning]
