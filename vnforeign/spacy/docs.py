"""Between Documents and spaCy's Docs: exact both ways, since the whole document travels in ``doc.user_data``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from ..document import LABELS, LAYERS, Document, Entities, Entity
from ..values import typed
from .tokenizer import Tokenizer

#: The key of ``doc.spans`` and ``doc.user_data``, and the extension's name.
KEY = "vnforeign"
#: Whose entities come first into ``doc.ents``.
LAYER_ORDER = ("document", "actor", "value", "place")
ALIGNMENTS = ("strict", "contract", "expand")


def to_spacy(
    document: Document, nlp: Language | None = None, alignment_mode: str = "expand", ents: Sequence[str] = LAYER_ORDER
) -> Doc:
    """The Doc of a document, tokenized by ``nlp`` or, without one, so that every entity aligns.

    Its ``spans["vnforeign"]``, ``ents`` and ``user_data`` are filled as the component fills them. Raises ValueError for an
    alignment mode or layer that does not exist, and as spaCy does for a text that is longer than ``nlp.max_length``.
    """
    doc = nlp.make_doc(document.text) if nlp else _blank(document.text)
    return attach(doc, document, document.to_dict(text=False), KEY, alignment_mode, ents)


def _blank(text: str) -> Doc:
    from spacy.vocab import Vocab

    return Tokenizer(Vocab())(text)


def attach(doc: Doc, document: Document, row: dict[str, Any], key: str, alignment_mode: str, ents: Sequence[str]) -> Doc:
    """Fills a Doc with a document's entities; ``row`` is the document as JSON types."""
    checked(alignment_mode, ents)
    doc.user_data[KEY] = row
    spans = []
    for index, entity in enumerate(document.entities):
        span = doc.char_span(entity.start, entity.end, label=entity.label, alignment_mode=alignment_mode, span_id=str(index))
        if span is not None and len(span):
            spans.append(span)
    doc.spans[key] = spans
    ours = list(apart(spans, ents))
    taken = {at for span in ours for at in range(span.start, span.end)}
    doc.ents = [*ours, *(other for other in doc.ents if taken.isdisjoint(range(other.start, other.end)))]
    return doc


def checked(alignment_mode: str, ents: Iterable[str]) -> None:
    """Raises ValueError for an alignment mode or a layer that does not exist."""
    if alignment_mode not in ALIGNMENTS:
        raise ValueError(f"no alignment mode {alignment_mode!r}; there are {', '.join(ALIGNMENTS)}")
    if strange := sorted(set(ents) - set(LAYERS.values())):
        raise ValueError(f"no layer {strange[0]!r}; there are {', '.join(LAYER_ORDER)}")


def apart(spans: Iterable[Span], layers: Sequence[str]) -> Iterable[Span]:
    """The spans that share no token: layers in their order, in each the longest first."""
    order = {layer: place for place, layer in enumerate(layers)}
    known = [span for span in spans if LAYERS[span.label_] in order]
    taken: set[int] = set()
    for span in sorted(known, key=lambda each: (order[LAYERS[each.label_]], each.start - each.end, each.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield span


def from_spacy(doc: Doc) -> Document:
    """The document that a Doc carries; of a Doc that carries none, its spans and ents with labels of ours, without values.

    The result of ``to_spacy`` gives the equal document back. Raises ValueError for a Doc that carries another schema.
    """
    row = doc.user_data.get(KEY)
    if row is not None:
        return Document.from_dict({**_lists(row), "text": doc.text})
    spans = {(each.label_, each.start_char, each.end_char): each for each in [*doc.spans.get(KEY, []), *doc.ents]}
    found = [Entity(*place, span.text, typed(place[0], {})) for place, span in spans.items() if place[0] in LABELS]
    return Document(doc.text, entities=Entities(sorted(found, key=lambda each: (each.start, -each.end))))


def entity_of(span: Span) -> Entity | None:
    """The entity of a span, with its own offsets into ``doc.text`` and its value; None for a span of another origin."""
    rows = (span.doc.user_data.get(KEY) or {}).get("entities", [])
    if span.id_.isdecimal() and int(span.id_) < len(rows) and rows[int(span.id_)]["label"] == span.label_:
        return Entity.from_dict(_lists(rows[int(span.id_)]))
    same = (row for row in rows if (row["label"], row["start"], row["end"]) == (span.label_, span.start_char, span.end_char))
    return next((Entity.from_dict(_lists(row)) for row in same), None)


def _lists(said: Any) -> Any:
    """JSON types with lists again: spaCy's MessagePack reads them as tuples."""
    if isinstance(said, dict):
        return {name: _lists(each) for name, each in said.items()}
    return [_lists(each) for each in said] if isinstance(said, tuple | list) else said


if not Span.has_extension(KEY):
    Span.set_extension(KEY, getter=entity_of)
