"""What a document lost on its way: found by reading back what was written, so nothing goes unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..document import Document, Entity

_PARTS = ("id", "source", "reference_date", "metadata", "passages", "links", "records", "origin")
_SLOTS = ("rule", "score", "passage", "status")
MOST = 20  # things of one kind that are named one by one


def lost(before: Document, after: Document) -> list[str]:
    """What ``after`` lacks of ``before``, in words for people; empty where both are equal."""
    name = before.id or "document"
    said = [f"{name}: {each}" for each in _entities(before, after)]
    said += [f"{name}: {part} left out" for part in _PARTS if _part(before, part) != _part(after, part)]
    if before.text != after.text:
        said.insert(0, f"{name}: the text is not the same: the format cannot hold all of its characters")
    return said


def _part(document: Document, part: str) -> object:
    held = getattr(document, part)
    return [each.to_dict() for each in held] if part == "passages" else held or None


def _entities(before: Document, after: Document) -> Iterator[str]:
    left: dict[tuple[str, int, int], list[Entity]] = {}
    for entity in after.entities:
        left.setdefault((entity.label, entity.start, entity.end), []).append(entity)
    changed: Counter[str] = Counter()
    gone: list[str] = []
    for entity in before.entities:
        same = left.get((entity.label, entity.start, entity.end))
        if not same:
            gone.append(f"{entity.label} {entity.start}-{entity.end} {entity.text[:60]!r} left out")
            continue
        found = same.pop(0)
        if found.value.to_dict() != entity.value.to_dict():
            changed["value"] += 1
        changed.update(slot for slot in _SLOTS if getattr(found, slot) != getattr(entity, slot))
    yield from gone[:MOST]
    if len(gone) > MOST:
        yield f"{len(gone) - MOST} more entities left out"
    for slot, count in changed.items():
        yield f"{slot} of {count} entit{'y' if count == 1 else 'ies'} left out or shortened"
