"""A kept document as the library's own Document: its text, its entities as the editor left them, its passages."""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import Any

from ..document import Document, Entities, Entity, Passage
from .models import Document as Kept


def report(kept: Kept) -> Document:
    """The document with its edited entities; their values are as they were stored."""
    document = Document.from_dict(json.loads(kept.analysis) | {"text": kept.text, "entities": []})
    document.entities = Entities(entity(each, kept.text) for each in kept.marks)
    return document


def entity(mark: dict[str, Any], text: str) -> Entity:
    """One stored entity."""
    return Entity.from_dict({"text": text[mark["start"] : mark["end"]], **mark})


def passage_at(passages: list[Passage], offset: int) -> int | None:
    """The index of the passage that holds an offset."""
    at = bisect_right([passage.start for passage in passages], offset) - 1
    return at if at >= 0 and passages[at].start <= offset < passages[at].end else None
