"""W3C Web Annotations: one AnnotationPage a line as JSON-LD, with positions (code points) and quotes; the text goes along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..document import Document, Entity
from .formats import Say
from .rows import Row, line, listed, rows
from .spans import SLOT, Span, carried, number, restored, string

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix


def read(data: bytes, place: str, say: Say) -> Iterator[Document]:
    """The pages; a quote that does not stand at its position is looked for, and taken where it stands once."""
    for where, row in rows(data, place):
        source = row.get("source") if isinstance(row.get("source"), dict) else {}
        text = string(source.get("value"), where, "source.value")  # type: ignore[union-attr]
        found = (_span(each, text, where, say) for each in listed(row, "items", where))
        yield restored(text, filter(None, found), row.get(SLOT), where, say)


def _span(item: Row, text: str, place: str, say: Say) -> Span | None:
    label = next((str(each.get("value")) for each in _many(item.get("body")) if each.get("purpose", "tagging") == "tagging"), "")
    targets = _many(item.get("target"))
    selectors = {str(each.get("type")): each for target in targets for each in _many(target.get("selector"))}
    if len(targets) > 1:
        say(f"{place}: an annotation of {len(targets)} targets left out")
        return None
    position, quote = selectors.get("TextPositionSelector"), selectors.get("TextQuoteSelector")
    if position:
        span = Span(label, number(position.get("start"), place, "start"), number(position.get("end"), place, "end"))
        if not quote or text[max(span.start, 0) : max(span.end, 0)] == quote.get("exact"):
            return span
    at = _quoted(quote, text) if quote else -1
    if at < 0:
        say(f"{place}: {label[:40]!r}: neither position nor quote leads to one place in the text: left out")
        return None
    if position:
        say(f"{place}: {label[:40]!r} {position['start']}-{position['end']} moved to {at}, where its quote stands")
    return Span(label, at, at + len(quote["exact"]))  # type: ignore[index]


def _quoted(quote: Row, text: str) -> int:
    """Where the quote stands with its prefix and suffix, or alone; -1 where it does not, or more than once."""
    exact, prefix, suffix = (str(quote.get(name) or "") for name in ("exact", "prefix", "suffix"))
    for before, after in ((prefix, suffix), ("", "")):
        at = text.find(before + exact + after) if exact else -1
        if at >= 0 and text.find(before + exact + after, at + 1) < 0:
            return at + len(before)
    return -1


def _many(said: Any) -> list[Row]:
    return [each for each in (said if isinstance(said, list) else [said]) if isinstance(each, dict)]


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """One page a document."""
    for document in documents:
        name = f"urn:vnforeign:{document.id or 'document'}"
        page = {
            "@context": [CONTEXT, {SLOT: {"@id": "urn:vnforeign:document", "@type": "@json"}}],
            "id": f"{name}#page",
            "type": "AnnotationPage",
            "source": {"id": name, "type": "Text", "format": "text/plain", "language": "vi", "value": document.text},
            "items": [_item(document.text, entity, f"{name}#{index}", name) for index, entity in enumerate(document.entities)],
            SLOT: carried(document),
        }
        yield line(page)


def _item(text: str, entity: Entity, name: str, source: str) -> Row:
    start, end = entity.start, entity.end
    quote = {"exact": entity.text, "prefix": text[max(start - AROUND, 0) : start], "suffix": text[end : end + AROUND]}
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": entity.label},
            {"type": "TextualBody", "purpose": "describing", "value": str(entity.value)},
        ],
        "target": {
            "source": source,
            "selector": [{"type": "TextPositionSelector", "start": start, "end": end}, {"type": "TextQuoteSelector", **quote}],
        },
    }
