"""Which year a report speaks of, which year a sum is of."""

from __future__ import annotations

from collections import Counter

from ..document import Document, Entity


def year(entity: Entity) -> int | None:
    """The year of a date that lies in one; None for a longer or an open period."""
    said = entity.value.to_dict()
    first, last = str(said.get("start") or "")[:4], str(said.get("end") or "")[:4]
    return int(first) if first == last and first.isdecimal() else None


def year_of(document: Document) -> int | None:
    """The year of the day of writing, else the last one in its headings, else the one it names most often."""
    day = document.reference_date or document.metadata.get("published")
    if day:
        return int(day[:4])
    dates = [(found, each.passage) for each in document.entities.of("DATE") if (found := year(each))]
    heads = {index for index, passage in enumerate(document.passages) if passage.kind == "heading"}
    named = [found for found, passage in dates if passage in heads]
    if named:
        return max(named)
    return Counter(found for found, _ in dates).most_common(1)[0][0] if dates else None
