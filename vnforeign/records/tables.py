"""Drafts from the tables in running text."""

from __future__ import annotations

from collections.abc import Iterator

from .build import Draft
from .page import Page
from .table import figures, items


def drafts(page: Page, kind: str) -> Iterator[Draft]:
    """The rows of tables of a type as drafts."""
    for table in page.tables:
        if table.planned:
            continue
        if table.kind:
            yield from items.drafts(page, table, kind)
        else:
            yield from figures.drafts(page, page.counted[table.start], kind)
