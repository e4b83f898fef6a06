"""Documents as pandas tables (the extra ``table``): one row an entity, a passage or a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .document import Document

if TYPE_CHECKING:
    import pandas

KINDS = ("entities", "passages", "links")
#: The columns of a table without rows.
_COLUMNS = {
    "entities": ("document", "index", "label", "start", "end", "text", "rule", "score", "passage"),
    "passages": ("document", "index", "start", "end", "kind", "section", "text"),
    "links": ("document", "kind", "source", "target", "reason", "source_text", "target_text"),
}


def to_frame(documents: Document | Iterable[Document], what: str = "entities") -> pandas.DataFrame:
    """One row each; offsets are code points of the document's own text, amounts and counts decimal strings.

    ``what`` is ``entities`` (columns document, index, label, start, end, text, rule, score, passage, status and a column
    ``value.<slot>`` for each slot that occurs), ``passages`` or ``links`` (with the texts of source and target). Raises
    ValueError for another word, ImportError with a hint where pandas is missing.
    """
    if what not in KINDS:
        raise ValueError(f"no table {what!r}; there are {', '.join(KINDS)}")
    try:
        import pandas
    except ImportError:
        raise ImportError("tables need pandas: pip install 'vnforeign[table]'") from None
    several = [documents] if isinstance(documents, Document) else list(documents)
    if strange := next((each for each in several if not isinstance(each, Document)), None):
        raise TypeError(f"a table is made of Documents, not of {type(strange).__name__}")
    rows = {"entities": _entities, "passages": _passages, "links": _links}[what]
    table = [row for place, document in enumerate(several) for row in rows(document, document.id or place)]
    return pandas.DataFrame(table) if table else pandas.DataFrame(columns=list(_COLUMNS[what]))


def _entities(document: Document, name: str | int) -> Iterator[dict[str, Any]]:
    for index, entity in enumerate(document.entities):
        row = entity.to_dict()
        slots = row.pop("value")
        yield {"document": name, "index": index, **row, **{f"value.{slot}": said for slot, said in slots.items()}}


def _passages(document: Document, name: str | int) -> Iterator[dict[str, Any]]:
    for index, passage in enumerate(document.passages):
        yield {"document": name, "index": index, **passage.to_dict(), "text": document.text[passage.start : passage.end]}


def _links(document: Document, name: str | int) -> Iterator[dict[str, Any]]:
    for link in document.links:
        target = document.entities[link.target].text if link.target is not None else link.key
        yield {"document": name, **link.to_dict(), "source_text": document.entities[link.source].text, "target_text": target}
