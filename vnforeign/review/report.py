"""A kept document as the library's own Document: its text, its entities as the editor left them, its passages."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import lru_cache
from typing import Any

from ..document import Document, Entities, Entity, Passage
from .models import Document as Kept


def report(kept: Kept) -> Document:
    """The document with its edited entities; their values are as they were stored."""
    document = unmarked(kept)
    document.entities = Entities(entity(each, kept.text) for each in kept.marks)
    return document


def unmarked(kept: Kept) -> Document:
    """The document without its entities: what one passage needs, and much faster."""
    return Document.from_dict(_found(kept.analysis) | {"text": kept.text})


@lru_cache(maxsize=8)
def _found(analysis: bytes) -> dict[str, Any]:
    """What was found in a report when it came in, but for its entities, which editors change."""
    found: dict[str, Any] = json.loads(analysis)
    return found | {"entities": []}


def marks_of(kept: Kept) -> str:
    """The places of a document's entities as the page keeps them: ``start,end,label;…``."""
    return ";".join(f"{each['start']},{each['end']},{each['label']}" for each in kept.marks)


def entity(mark: dict[str, Any], text: str) -> Entity:
    """One stored entity."""
    return Entity.from_dict({"text": text[mark["start"] : mark["end"]], **mark})


def passage_at(passages: list[Passage], offset: int) -> int | None:
    """The index of the passage that holds an offset, or ends there."""
    at = bisect_right([passage.start for passage in passages], offset) - 1
    return at if at >= 0 and passages[at].start <= offset <= passages[at].end else None
