"""Prodigy's JSON lines: ``{"text": …, "spans": [{"start": …, "end": …, "label": …}], "answer": "accept"}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..document import Document
from .formats import Say
from .rows import line, listed, rows
from .spans import SLOT, Span, carried, number, restored, string


def read(data: bytes, place: str, say: Say) -> Iterator[Document]:
    """The tasks that were not rejected or ignored; those that were are said and come without entities."""
    for where, row in rows(data, place):
        text = string(row.get("text"), where, "text")
        spans = [
            Span(str(each.get("label")), number(each.get("start"), where, "start"), number(each.get("end"), where, "end"))
            for each in listed(row, "spans", where)
        ]
        if row.get("relations"):
            say(f"{where}: {len(listed(row, 'relations', where))} relations left out")
        if row.get("answer", "accept") != "accept":
            say(f"{where}: the answer is {str(row['answer'])[:20]!r}: {len(spans)} spans left out")
            spans = []
        yield restored(text, spans, row.get(SLOT), where, say)


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """One line a document, for ``spans.manual`` (overlaps) or ``ner.manual`` (none)."""
    for document in documents:
        spans = [{"start": each.start, "end": each.end, "label": each.label} for each in document.entities]
        meta = {"id": document.id} if document.id else {}
        yield line({"text": document.text, "spans": spans, "meta": meta, SLOT: carried(document)})
