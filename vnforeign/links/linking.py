"""The pass over a whole document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..document import Document, Raw
from . import citations, clauses, counts, home, status, sums
from .near import Around
from .registry import Registry, shipped


def link(
    document: Document,
    registry: Registry | str | Path | Iterable[Mapping[str, object]] | None = None,
    home_province: str | None = None,
) -> Document:
    """The document with its mentions tied together, in place: ``document.links``, and the slots of values that a tie fills.

    ``registry`` (a Registry, dictionaries, or the path of a TSV or CSV file with the columns of ``links/registry.tsv``) is asked
    before the shipped one. ``home_province`` (a province's name) overrules what the text says of itself. Nothing printed is
    changed: where text and registry disagree, the link's ``conflict`` says so. Raises RegistryError for a registry that cannot be
    used, ValueError for a home province that is none or a document whose values are not of this version's kinds.
    """
    if not isinstance(document, Document):
        raise TypeError(f"link takes a Document, not {type(document).__name__}; vnforeign.analyze(text) makes one")
    if any(isinstance(entity.value, Raw) for entity in document.entities):
        raise ValueError("some values are not as this version writes them; analyse the document's text again and link that")
    return tie(document, [_registry(registry), shipped()] if registry is not None else [shipped()], home_province)


def tie(document: Document, registries: list[Registry], home_province: str | None = None) -> Document:
    """``link`` for a document that was just analysed, with the registries to ask in order."""
    found = home.home(document, home_province)
    context = Around(document)
    setting = citations.Setting(
        document.reference_date or document.metadata.get("published"), found[0] if found else None, document.metadata.get("title")
    )
    status.settle(context)
    document.links = [
        *citations.links(context, registries, setting),
        *sums.links(context),
        *counts.links(context),
        *home.links(context, found, setting.written),
        *clauses.links(context, setting.written),
    ]
    document.links.sort(key=lambda each: (each.source, each.kind))
    return document


def _registry(said: Registry | str | Path | Iterable[Mapping[str, object]]) -> Registry:
    if isinstance(said, Registry):
        return said
    return Registry.read(said) if isinstance(said, str | Path) else Registry.of(said)
