"""Drafts from the tables in running text."""

from __future__ import annotations

from collections.abc import Iterator

from .build import Draft
from .page import Page
from .rules import span
from .table import award_tallies, figures, items


def drafts(page: Page, kind: str) -> Iterator[Draft]:
    """The rows of tables of a type as drafts; those of the border have the time that stands over their table."""
    for draft in _drafts(page, kind):
        if kind == "border_statistics":
            span.inherited(draft)
        yield draft


def _drafts(page: Page, kind: str) -> Iterator[Draft]:
    for table in page.tables:
        if table.planned:
            continue
        if table.kind:
            yield from items.drafts(page, table, kind)
        else:
            yield from figures.drafts(page, page.counted[table.start], kind)
            if kind == "award":
                yield from award_tallies.drafts(page, table)
