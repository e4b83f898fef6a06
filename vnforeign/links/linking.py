"""The pass over a whole document."""

from __future__ import annotations

from pathlib import Path

from ..document import Document
from . import citations, clauses, home, sums
from .near import Around
from .registry import Registry, shipped


def link(document: Document, registry: Registry | str | Path | None = None, home_province: str | None = None) -> Document:
    """The document with its mentions tied together, in place: ``document.links``, and the slots of values that a tie fills.

    ``registry`` (a Registry, or the path of a TSV or CSV file with the columns of ``links/registry.tsv``) is asked before the
    shipped one. ``home_province`` (a province's name) overrules what the text says of itself. Nothing printed is changed: where
    text and registry disagree, the link's ``conflict`` says so. Raises RegistryError for a registry that cannot be used,
    ValueError for a home province that is none.
    """
    own = registry if isinstance(registry, Registry) or registry is None else Registry.read(registry)
    context = Around(document)
    found = home.home(document, home_province)
    written = document.reference_date or document.metadata.get("published")
    setting = citations.Setting(written, found[0] if found else None)
    document.links = [
        *citations.links(context, [own, shipped()] if own else [shipped()], setting),
        *sums.links(context),
        *home.links(document, found),
        *clauses.links(context),
    ]
    for entity in document.entities:
        if entity.label in clauses.STATED:
            entity.status = clauses.status(context, entity)
    document.links.sort(key=lambda each: (each.source, each.kind))
    return document
