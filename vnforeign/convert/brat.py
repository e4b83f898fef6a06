"""brat standoff: an .ann file beside the untouched text; our values in the notes of the annotations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import msgspec

from ..document import Document, Entities, Entity
from ..reading.plain import ReadError
from ..values import typed
from .formats import Say
from .rows import decoded
from .spans import Span, stands

_OTHERS = {"R": "a relation", "*": "a relation", "E": "an event", "A": "an attribute", "M": "an attribute", "N": "a reference"}
_PLACES = re.compile(r"(\S{1,99}) ([0-9]{1,12} [0-9]{1,12}(?:;[0-9]{1,12} [0-9]{1,12})*)")
_SLOTS = ("rule", "score", "status")


def read(data: bytes, place: str, say: Say, text: str | None = None) -> Iterator[Document]:
    """The document of an .ann file's bytes and the text beside it."""
    found: dict[str, Entity] = {}
    notes: list[tuple[str, str, str]] = []
    for count, line in enumerate(decoded(data, place).split("\n"), 1):
        where = f"{place}, line {count}"
        if line[:1] == "T":
            name, entity = _entity(line, text or "", where, say)
            if entity:
                found[name] = entity
        elif line[:1] == "#":
            notes.append((where, *_note(line)))
        elif line.strip():
            say(f"{where}: {line.split(maxsplit=1)[0][:20]} is {_OTHERS.get(line[0], 'nothing of brat')}: left out")
    for where, name, said in notes:
        _value(found.get(name), name, said, where, say)
    yield Document(text or "", entities=Entities(sorted(found.values(), key=lambda each: (each.start, -each.end))))


def _entity(line: str, text: str, place: str, say: Say) -> tuple[str, Entity | None]:
    cells = line.split("\t", 2)
    parts = _PLACES.fullmatch(cells[1]) if len(cells) == 3 else None
    if not parts:
        raise ReadError(f"{place}: no annotation: name, tab, label and offsets, tab, words")
    pieces = [tuple(map(int, piece.split())) for piece in parts[2].split(";")]
    span = Span(parts[1], pieces[0][0], pieces[-1][1])
    if not stands(span, text, place, say):
        return cells[0], None
    gaps = [text[before[1] : after[0]] for before, after in pairwise(pieces)]
    if any(gap.strip() for gap in gaps):
        say(f"{place}: {cells[0]} is discontinuous ({parts[2]}), which an entity cannot be: left out")
        return cells[0], None
    words = text[span.start : span.end]
    if words.split() != cells[2].split():
        say(f"{place}: {cells[0]} is {cells[2][:60]!r} there, but {words[:60]!r} in the text: left out")
        return cells[0], None
    return cells[0], Entity(*span, words, typed(span.label, {}))


def _note(line: str) -> tuple[str, str]:
    """Which annotation a note is about and what it says."""
    cells = line.split("\t", 2)
    about = cells[1].split() if len(cells) == 3 else []
    return (about[1], cells[2]) if len(about) == 2 else ("", line)


def _value(entity: Entity | None, name: str, said: str, place: str, say: Say) -> None:
    try:
        row: dict[str, Any] = json.loads(said)
        if entity is None or not isinstance(row["value"], dict):
            raise ValueError
        again = Entity.from_dict(entity.to_dict() | {slot: row[slot] for slot in ("value", *_SLOTS) if slot in row})
        entity.value = again.value
        msgspec.convert({slot: getattr(again, slot) for slot in _SLOTS}, _Known)
        entity.rule, entity.score, entity.status = again.rule, again.score, again.status
    except (ValueError, KeyError, TypeError, RecursionError):
        say(f"{place}: a note on {name or 'nothing'} holds none of our values: left out")


class _Known(msgspec.Struct):
    """What a note may say beside the value."""

    rule: str
    score: float
    status: str | None = None


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """The .ann file of one document; its text goes beside it as it is."""
    for document in documents:
        for count, entity in enumerate(document.entities, 1):
            words = re.sub(r"[\r\n]", " ", entity.text)
            row = entity.to_dict()
            note = json.dumps({slot: row[slot] for slot in ("value", *_SLOTS) if slot in row}, ensure_ascii=False)
            lines = f"T{count}\t{entity.label} {entity.start} {entity.end}\t{words}\n#{count}\tAnnotatorNotes T{count}\t{note}\n"
            yield lines.encode("utf-8", "replace")
