"""Between a tool's spans and entities: checked on the way in, with what only we know carried along beside them.

Tools keep the slots that they do not know. So each format carries the document without its text and the entities' full rows in a
slot of its own, and on reading the tool's spans decide: a span that is as it was gets its value back, a new one has none yet.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..document import LABELS, Document, Entity, Raw
from ..reading.plain import ReadError
from .formats import Say

#: The slot of our own in formats that keep what they do not know.
SLOT = "vnforeign"


class Span(NamedTuple):
    """A span of a tool's: a label and half-open code-point offsets."""

    label: str
    start: int
    end: int


def carried(document: Document) -> dict[str, Any]:
    """What goes along: the document in our own schema, without its text."""
    return document.to_dict(text=False)


def restored(text: str, spans: Iterable[Span], row: Any, place: str, say: Say) -> Document:
    """The document of a tool's spans, with what went along (``row``) where spans are as they were.

    Spans that cannot stand are said and left out: labels that we do not have, places outside the text, empty ones.
    """
    document = _carried(text, row, place, say)
    known: dict[Span, list[Entity]] = {}
    for entity in document.entities:
        known.setdefault(Span(entity.label, entity.start, entity.end), []).append(entity)
    chosen: list[Entity] = []
    for span in spans:
        if stands(span, text, place, say):
            same = known.get(span)
            chosen.append(same.pop(0) if same else Entity(*span, text[span.start : span.end], Raw({})))
    if len(chosen) == len(document.entities) and not any(known.values()):
        return document
    chosen.sort(key=lambda entity: (entity.start, -entity.end))
    links = len(document.links)
    document = document.with_entities(chosen)
    if len(document.links) < links:
        say(f"{place}: {links - len(document.links)} links of entities that changed are left out")
    return document


def _carried(text: str, row: Any, place: str, say: Say) -> Document:
    if not isinstance(row, dict):
        return Document(text)
    try:
        document = Document.from_dict({**row, "text": text})
        fits = [each for each in document.entities if text[each.start : each.end] == each.text]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        say(f"{place}: the slot {SLOT!r} cannot be read and is left out: {error}")
        return Document(text)
    document.warnings = list(row.get("warnings") or [])
    return document if len(fits) == len(document.entities) else document.with_entities(fits)


def stands(span: Span, text: str, place: str, say: Say) -> bool:
    """Whether a span can be an entity; says why not."""
    label, start, end = span
    if label not in LABELS:
        say(f"{place}: {str(label)[:60]!r} is none of our labels: {start}-{end} left out")
    elif not 0 <= start < end <= len(text):
        say(f"{place}: {label} {start}-{end} is empty or outside the text of {len(text)} characters: left out")
    else:
        return True
    return False


def number(said: object, place: str, slot: str) -> int:
    """An offset as a tool writes it. Raises ReadError for anything but a whole number."""
    if isinstance(said, bool) or not isinstance(said, int):
        raise ReadError(f"{place}: {slot} is {str(said)[:60]!r}, not a whole number")
    return said


def string(said: object, place: str, slot: str) -> str:
    """A text as a tool writes it. Raises ReadError for anything but a string."""
    if not isinstance(said, str):
        raise ReadError(f"{place}: {slot} is missing or no string")
    return said


class Utf16:
    """Offsets of a text between code points and UTF-16 units, as JavaScript and Java count."""

    def __init__(self, text: str) -> None:
        astral = [at for at, char in enumerate(text) if char > "\uffff"]
        self._points: Sequence[int] = astral
        self._units = [at + more for more, at in enumerate(astral)]

    def to_units(self, point: int) -> int:
        """Where a code point begins, in units."""
        return point + bisect.bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """The code point that begins at a unit; a unit inside a pair counts as the pair's beginning."""
        return unit - bisect.bisect_left(self._units, unit)
