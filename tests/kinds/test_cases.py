"""The cases of each kind: one line a sentence in the inline notation (see ``vnforeign.notation``).

A line begins with ``!`` where nothing of the kind may be found, with ``@2014-12-22 `` where that is the day of writing.
A mark ``?`` for a date says only that neither its start nor its end can be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vnforeign import analyze, notation, pairing

CASES = Path(__file__).with_name("cases")
DAY = re.compile(r"@([0-9]{4}-[0-9]{2}-[0-9]{2}) ")
Row = dict[str, Any]


def _lines(name: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate((CASES / name).read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line


def _sentences() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.txt")):
        for number, line in _lines(path.name):
            yield pytest.param(path.stem.upper(), line, id=f"{path.name}:{number}")


def _table(name: str) -> Iterator[Any]:
    (_, head), *lines = _lines(name)
    columns = head.split("\t")
    for number, line in lines:
        yield pytest.param(dict(zip(columns, line.split("\t"), strict=True)), id=f"{name}:{number}")


def _found(text: str, label: str, day: str | None = None) -> list[Row]:
    rows: list[Row] = analyze(text, day).to_dict()["entities"]
    return [row for row in rows if row["label"] == label]


@pytest.mark.parametrize(("label", "line"), list(_sentences()))
def test_sentence(label: str, line: str) -> None:
    nothing, line = line.startswith("!"), line.removeprefix("!")
    day = DAY.match(line)
    _, text, marked = notation.parse(line[day.end() :] if day else line)
    expected = [row for row in marked if row["label"] == label]
    assert nothing != bool(expected), "a line shows the kind, or begins with ! and shows none"
    found = _found(text, label, day[1] if day else None)
    assert [row["text"] for row in found] == [row["text"] for row in expected]
    for want, got in zip(expected, found, strict=True):
        assert (want["start"], want["end"]) == (got["start"], got["end"])
        assert _agrees(want, got), f"{got['text']!r} is {got['value']}, not {want['value']}"


def _agrees(want: Row, got: Row) -> bool:
    options = want["value"].get("any_of") or [want["value"]]
    return any(_same(want["label"], option, got["value"]) for option in options)


def _same(label: str, want: Row, got: Row) -> bool:
    if label == "DATE" and want.get("edtf") == "?":
        return not got.get("start") and not got.get("end")
    if label in ("AMOUNT", "QUANTITY") and any(want.get(slot) != got.get(slot) for slot in ("modifier", "of")):
        return False
    if want.get("unit") and want["unit"].casefold() != str(got.get("unit")).casefold():
        return False
    return pairing.key(label, want) == pairing.key(label, got)


@pytest.mark.parametrize("row", list(_table("directive_values.tsv")))
def test_citation(row: dict[str, str]) -> None:
    """``-`` says that the slot is null; an empty cell, that the text does not decide it."""
    found = _found(row.pop("text"), "DIRECTIVE")
    assert len(found) == 1
    value = found[0]["value"]
    got = {slot: str(value[slot]) if value.get(slot) is not None else "-" for slot in row}
    assert {slot: said for slot, said in got.items() if row[slot]} == {slot: said for slot, said in row.items() if said}


@pytest.mark.parametrize("row", list(_table("province_successors.tsv")))
def test_successors(row: dict[str, str]) -> None:
    found = _found(row["text"], "PROVINCE")
    assert [each["text"] for each in found] == [row["text"]]
    value = found[0]["value"]
    assert (value["name"], sorted(value["current"])) == (row["name"], sorted(row["current"].split("|")))
