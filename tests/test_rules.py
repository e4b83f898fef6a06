"""Every rule of every room does what its example shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from vnforeign import analyze, notation, pairing
from vnforeign.kinds import ROOMS
from vnforeign.scan import Engine

RULES = [rule for room in ROOMS for rule in room.rules]


def _examples() -> Iterator[Any]:
    for rule in RULES:
        for name, example in rule.examples().items():
            yield pytest.param(rule.label, name, example, id=name)


@pytest.mark.parametrize(("label", "name", "example"), list(_examples()))
def test_the_rule_finds_its_example(label: str, name: str, example: str) -> None:
    _, text, marked = notation.parse(example)
    document = analyze(text)
    found = {(each.start, each.end): each for each in document.entities if each.label == label}
    expected = [row for row in marked if row["label"] == label]
    assert name in {found[row["start"], row["end"]].rule for row in expected if (row["start"], row["end"]) in found}
    for row in expected:
        got = found[row["start"], row["end"]]
        assert (got.text, got.label) == (row["text"], label)
        if row["value"].get("edtf") != "?":  # without a day of writing only the span is known
            assert pairing.same_value(row, got.to_dict()), got.value


def test_every_rule_has_an_example() -> None:
    for rule in RULES:
        for name, example in rule.examples().items():
            marked = notation.parse(example)[2]
            assert rule.label in {row["label"] for row in marked}, name


def test_names_are_unique() -> None:
    names = Counter(name for rule in RULES for name in rule.examples())
    assert [name for name, count in names.items() if count > 1] == []
    assert set(Engine(ROOMS).rules) <= set(names)
    rooms = Counter(room.name for room in ROOMS)
    assert [name for name, count in rooms.items() if count > 1] == []
