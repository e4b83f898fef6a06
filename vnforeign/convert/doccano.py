"""doccano's JSON lines for sequence labelling: ``{"text": …, "label": [[start, end, label], …]}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..document import Document
from ..reading.plain import ReadError
from .formats import Say
from .rows import Row, line, listed, rows
from .spans import SLOT, Span, carried, number, restored, string


def read(data: bytes, place: str, say: Say) -> Iterator[Document]:
    """The documents of an export, with or without relations (those are left out)."""
    for where, row in rows(data, place):
        text = string(row.get("text", row.get("data")), where, "text")
        if row.get("relations"):
            say(f"{where}: {len(listed(row, 'relations', where))} relations left out")
        if row.get("Comments") or row.get("comments"):
            say(f"{where}: comments left out")
        yield restored(text, _spans(row, where), row.get(SLOT), where, say)


def _spans(row: Row, place: str) -> list[Span]:
    if "entities" in row:
        spans = listed(row, "entities", place)
        found: Any = [[each.get("start_offset"), each.get("end_offset"), each.get("label")] for each in spans]
    else:
        found = row.get("label", row.get("labels")) or []
    if not isinstance(found, list) or not all(isinstance(each, list) and len(each) == 3 for each in found):
        raise ReadError(f"{place}: label is no list of [start, end, label]")
    return [Span(str(label), number(start, place, "start"), number(end, place, "end")) for start, end, label in found]


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """One line a document; doccano keeps the slot ``vnforeign`` as metadata."""
    for document in documents:
        spans = [[entity.start, entity.end, entity.label] for entity in document.entities]
        yield line({"text": document.text, "label": spans, SLOT: carried(document)})
