"""Our own JSON lines, schema ``vnforeign/1``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..document import Document, Entity
from ..reading.plain import ReadError
from .formats import Say
from .rows import rows
from .spans import Span, number, stands, string


def read(data: bytes, place: str, say: Say) -> Iterator[Document]:
    """The documents of the lines; every entity is checked against its text."""
    for where, row in rows(data, place):
        if "schema" not in row:
            raise ReadError(f"{where}: has no slot schema; is it another tool's? say which with its own format name")
        string(row.get("text"), where, "text")
        document = Document.from_dict(row)
        document.warnings = list(row.get("warnings") or [])  # a value without a class is nothing odd here
        fits = [each for each in document.entities if _fits(each, document, where, say)]
        yield document if len(fits) == len(document.entities) else document.with_entities(fits)


def _fits(entity: Entity, document: Document, place: str, say: Say) -> bool:
    span = Span(entity.label, number(entity.start, place, "start"), number(entity.end, place, "end"))
    if not stands(span, document.text, place, say):
        return False
    if document.text[span.start : span.end] == entity.text:
        return True
    say(f"{place}: {span.label} {span.start}-{span.end} is not {str(entity.text)[:60]!r} in the text: left out")
    return False


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """One line a document."""
    for document in documents:
        yield document.to_json().encode() + b"\n"
