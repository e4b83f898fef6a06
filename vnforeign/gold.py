"""Gold reports: texts with the entities that people marked, from JSON lines or from files in the inline notation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from . import notation
from .document import LAYERS

Row = dict[str, Any]


class Gold(msgspec.Struct, frozen=True):
    """One marked report; entities are dicts of the JSON contract, ``{"any_of": [...]}`` where several values are right."""

    id: str
    text: str
    reference_date: str | None
    entities: list[Row]


def read(path: str | Path) -> list[Gold]:
    """The reports of a .jsonl file, of a file in the inline notation, or of all .txt files below a folder, in sorted order.

    Raises ValueError, naming file and line, for a report that cannot be read, an id that comes twice or a folder with none;
    OSError for a path that cannot be opened.
    """
    reports = list(_reports(Path(path)))
    if not reports:
        raise ValueError(f"{path}: no gold report there")
    seen: set[str] = set()
    for report in reports:
        if report.id in seen:
            raise ValueError(f"{path}: two reports have the id {report.id!r}")
        seen.add(report.id)
    return reports


def _reports(path: Path) -> Iterator[Gold]:
    if path.is_dir():
        for each in sorted(path.rglob("*.txt")):
            yield _marked(each)
    elif path.suffix == ".jsonl":
        yield from _lines(path)
    else:
        yield _marked(path)


def _marked(path: Path) -> Gold:
    try:
        header, text, entities = notation.parse(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    return Gold(header.get("id", path.stem), text, header.get("reference_date") or None, entities)


def _lines(path: Path) -> Iterator[Gold]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                yield _row(json.loads(line))
            except (ValueError, TypeError, AttributeError, RecursionError) as error:
                raise ValueError(f"{path}, line {number}: {error}") from None
            except KeyError as error:
                raise ValueError(f"{path}, line {number}: {error} is missing") from None


def _row(row: Row) -> Gold:
    text, entities = row["text"], row["entities"]
    for each in entities:
        if each["label"] not in LAYERS:
            raise ValueError(f"no label {each['label']!r}")
        said = text[each["start"] : each["end"]]
        if each.setdefault("text", said) != said:
            raise ValueError(
                f"{each['label']} {each['start']}-{each['end']} is {said!r} in the text, {each['text']!r} in the mark"
            )
    return Gold(str(row["id"]), text, row.get("reference_date"), entities)
