"""The inline notation of gold reports (``vnforeign/notation.py``): one text with its marks, below a header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .. import notation
from ..document import Document, Entities, Entity
from ..values import typed
from .formats import Say
from .rows import decoded

_HEADER = ("id", "source", "reference_date")


def read(data: bytes, place: str, say: Say) -> Iterator[Document]:
    """The one document of a file; header lines that are none of ours become metadata."""
    header, text, rows = notation.parse(decoded(data, place))
    ident, source, written = (header.pop(name, None) or None for name in _HEADER)
    yield Document(text, ident, source, written, header, entities=Entities(map(_entity, rows)))


def _entity(row: dict[str, Any]) -> Entity:
    return Entity(row["label"], row["start"], row["end"], row["text"], typed(row["label"], row["value"]))


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """The header with what is known of the document, then the text; what cannot be marked stays without a mark."""
    for document in documents:
        head = {name: getattr(document, name) for name in _HEADER} | document.metadata
        lines = [f"{name}: {said}" for name, said in head.items() if said and "\n" not in f"{name}{said}"]
        rows = [entity.to_dict() for entity in document.entities if _marked(entity)]
        body = notation.render(document.text, rows, lambda row: mark(row["label"], row["value"], row["text"]))
        yield "\n".join(["---", *lines, "---", body]).encode("utf-8", "replace")


def _marked(entity: Entity) -> bool:
    """Whether the notation can say this of these words."""
    said = mark(entity.label, entity.value.to_dict(), entity.text)
    if entity.text != entity.text.strip() or said is None:
        return False
    try:
        for each in said.split(" | "):
            notation.value(entity.label, each.strip(), entity.text)
    except (ValueError, IndexError):
        return False
    return notation.MARK.fullmatch(f"]({entity.label} {said})") is not None


def mark(label: str, value: dict[str, Any], text: str) -> str | None:
    """The words of a mark that state a value: the inverse of ``notation.value``; None where they cannot."""
    if "any_of" in value:
        said = [mark(label, each, text) for each in value["any_of"]]
        return None if None in said else " | ".join(filter(None, said))
    if label in ("ORG", "PERSON"):
        return "" if value.get("name", text) == text else str(value["name"])
    try:
        return _words(label, value)
    except (KeyError, TypeError):
        return None


def _words(label: str, value: dict[str, Any]) -> str:
    if label == "DATE":
        return _date(value)
    if label in ("AMOUNT", "QUANTITY"):
        number = value["value"] if "value" in value else f"{value['low']}..{value['high']}"
        number += f"/{value['of']}" if "of" in value else ""
        rest = (value["currency"] if label == "AMOUNT" else value.get("unit"), value.get("modifier"))
        return " ".join(filter(None, (number, *rest)))
    if label == "DIRECTIVE" and not value.get("number"):
        return f"{value['type']} {value['canonical']}"
    slots = {
        "FOREIGN_UNIT": ("country", "name"),
        "COUNTRY": ("code",),
        "DIRECTIVE": ("type", "number", "symbol"),
        "AGREEMENT": ("type",),
        "EVENT": ("type", "number"),
    }.get(label, ("name",))
    return " ".join(str(value[slot]) for slot in slots if slot == slots[0] or value.get(slot))


def _date(value: dict[str, Any]) -> str:
    if value.get("valid") is False:
        return "invalid"
    start, end = value["start"], value["end"]
    if start or end:
        return str(start) if start == end else f"{start or ''}..{end or ''}"
    return value.get("edtf") or "?"
