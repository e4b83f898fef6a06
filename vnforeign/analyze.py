"""From a text to a Document: read, segment, scan, settle, decide."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime

from . import claims, codepage, scores
from .document import LAYERS, Document, Entities, Entity, Passage
from .metadata import metadata
from .reading.formats import FORMATS
from .rule import Context, Found
from .scan import Engine, engine
from .segment import segment
from .text import View, read

_PATH = re.compile(r"[^\n]{1,250}\.(?:txt|html?|docx?|rtf|odt|pdf|eml|zip)", re.IGNORECASE)
_LONGEST_PATH = 260  # characters
_ENDLESS = 33  # digits in a row: more than any number has that is counted or paid
_ACTORS = frozenset(label for label, layer in LAYERS.items() if layer == "actor")


def analyze(
    text: str | Document,
    reference_date: str | date | None = None,
    links: bool = True,
    labels: Collection[str] | None = None,
) -> Document:
    """Everything found in a text, with offsets into it.

    ``reference_date`` (a date or ``YYYY-MM-DD``) is the day of writing that ``năm nay`` or ``5 năm qua`` count from; without
    it they stay unresolved. A Document is analysed anew: its text, id, source and reference date are kept.
    ``links`` ties the mentions together with the shipped registry (see ``link`` for another one). ``labels`` keeps the entities
    with these labels alone, as ``Document.only`` does; without links it is faster where neither ORG nor PERSON is among them.
    Raises TypeError for another type than str or Document, ValueError for a reference date that is none or an unknown label.
    """
    kept = _known_labels(labels)
    document = text if isinstance(text, Document) else Document(text=_checked(text))
    reference = _day(reference_date if reference_date is not None else document.reference_date)
    view = read(document.text)
    passages = segment(view)
    found = find(view, reference, actors=links or not kept or not _ACTORS.isdisjoint(kept))
    known = metadata(view, passages, found)
    if kept is not None and not links:
        found = [each for each in found if each.label in kept]
    analysed = Document(
        text=document.text,
        id=document.id,
        source=document.source,
        reference_date=reference.isoformat() if reference else None,
        metadata=_all_known(document, known),
        passages=passages,
        entities=_entities(view, found, passages),
        warnings=[*document.warnings, *_oddities(view)],
        origin=document.origin,
    )
    for passage in passages:
        passage.judge = analysed.judge
    return _tied(analysed, kept) if links else analysed


def _tied(analysed: Document, kept: frozenset[str] | None) -> Document:
    from .links import linking, registry  # bring the rooms along, which importing vnforeign should not

    linking.tie(analysed, [registry.shipped()])
    return analysed if kept is None else analysed.only(*kept)


def _all_known(document: Document, said: dict[str, str]) -> dict[str, str]:
    """What is known of a document: a caller's, page's or mail's own words go before what the text says; an office file's
    properties, which its program or template may have left there, only fill what the text leaves open."""
    format = FORMATS.get(document.origin.format) if document.origin else None
    weak = format is not None and format.weak
    return {**document.metadata, **said} if weak else {**said, **document.metadata}


def find(view: View, reference: date | None = None, using: Engine | None = None, actors: bool = True) -> list[Found]:
    """The winning candidates of a view, with settled values, in order; without ``actors`` no bodies and no persons."""
    chosen = using or engine()
    found = chosen.scan(view, actors=actors)
    context = Context(view, reference)
    for room in chosen.rooms:
        if room.settle and (actors or room.rules[0].label not in _ACTORS):
            found = room.settle(found, context)
    return claims.decide(found)


def _entities(view: View, found: list[Found], passages: list[Passage]) -> Entities:
    source, precision = view.source, scores.precision()
    entities = Entities()
    at, last = 0, len(passages) - 1
    for each in found:
        start, end = view.span(each.start, each.end)
        while at < last and passages[at].end <= start:
            at += 1
        inside = at if passages and passages[at].start <= start < passages[at].end else None
        score = precision.get(each.rule, scores.UNMEASURED)
        entities.append(Entity(each.label, start, end, source[start:end], each.value, each.rule, score, inside))
    return entities


def _oddities(view: View) -> list[str]:
    """What was passed over and should be known: a run of digits that no number has, a path where a text was meant."""
    if len(view.source) < _LONGEST_PATH and _PATH.fullmatch(view.source):
        return ["this text looks like a path; vnforeign.read(path) reads a file"]
    digits = view.codes.translate(codepage.IS_DIGIT)
    start = digits.find(b"\1" * _ENDLESS)
    if start < 0:
        return []
    run = (digits + b"\0").find(0, start) - start
    return [f"{run} digits in a row from offset {view.span(start, start)[0]}: not read as a number"]


def _known_labels(labels: Collection[str] | None) -> frozenset[str] | None:
    if labels is None:
        return None
    if isinstance(labels, str):
        raise TypeError("labels are a collection of str, such as ('DATE',)")
    Entities().of(*labels)  # says which label does not exist
    return frozenset(labels)


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}; vnforeign.read(path) reads a file")
    return text


def _day(said: str | date | None) -> date | None:
    if isinstance(said, datetime):
        return said.date()
    if said is None or isinstance(said, date):
        return said
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise ValueError(f"reference date {said!r} is no date; write it as 2014-12-22") from None
