"""What travels through the library: Document, Passage, Entity, Link, Record.

Offsets are half-open code-point offsets into the text exactly as the caller gave it, so ``text[e.start:e.end] == e.text``.
Nothing here knows a rule, a lexicon or a file format. Entities live in ``entity.py``, records in ``record.py``; this module hands
all of them out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, Self

import msgspec

from .entity import LABELS, LAYERS, Entities, Entity, Raw, Shown, Value
from .record import CERTAIN, Evidence, Record, Records, Slot
from .runs import Runs

SCHEMA = "vnforeign/1"

__all__ = [
    "CERTAIN",
    "LABELS",
    "LAYERS",
    "SCHEMA",
    "Document",
    "Entities",
    "Entity",
    "Evidence",
    "Judged",
    "Link",
    "Origin",
    "Passage",
    "Raw",
    "Record",
    "Records",
    "Shown",
    "Slot",
    "Value",
]


class Judged(Protocol):
    """What the classifier says of a passage; ``vnforeign.fields.Judgement`` is one."""

    @property
    def fields(self) -> list[Any]: ...
    @property
    def pillars(self) -> list[Any]: ...
    @property
    def function(self) -> Any: ...
    def to_dict(self) -> dict[str, Any]: ...


class Passage(msgspec.Struct, Shown, eq=False):
    """A piece of the document: ``kind`` is heading, paragraph, list_item, caption, table, signature or boilerplate.

    ``section`` is the text of the nearest heading before it. ``fields``, ``pillars`` and ``function`` are worked out for the
    whole document when the first of them is asked for; only paragraphs and list items have them.
    """

    start: int
    end: int
    kind: str
    section: str | None = None
    judgement: Judged | None = None
    judge: Callable[[], None] | None = None

    def __eq__(self, other: object) -> bool:
        """The same place and kind; what it is about follows from the text."""
        if not isinstance(other, Passage):
            return NotImplemented
        return (self.start, self.end, self.kind, self.section) == (other.start, other.end, other.kind, other.section)

    def __repr__(self) -> str:
        return f"Passage({self.start}, {self.end}, {self.kind!r}, {self.section!r})"

    @property
    def fields(self) -> list[Any]:
        """The fields of external affairs that it is about, strongest first; empty for none."""
        judgement = self._judged()
        return judgement.fields if judgement else []

    @property
    def pillars(self) -> list[Any]:
        """The pillars whose actors do its work: party, state, people."""
        judgement = self._judged()
        return judgement.pillars if judgement else []

    @property
    def function(self) -> Any:
        """Whether it reports a result or shortcoming, sets a task, states policy or does none of these; None where not judged."""
        judgement = self._judged()
        return judgement.function if judgement else None

    def _judged(self) -> Judged | None:
        if self.judgement is None and self.judge is not None:
            self.judge()
        return self.judgement

    def to_dict(self) -> dict[str, Any]:
        """The passage as JSON types, with its judgement where there is one."""
        row: dict[str, Any] = {"start": self.start, "end": self.end, "kind": self.kind, "section": self.section}
        return row | self.judgement.to_dict() if self.judgement else row


class Link(msgspec.Struct, gc=False):
    """A tie between two mentions, or between a mention and something known: ``source`` and ``target`` are entity indices.

    ``kind`` says which tie, ``key`` names what is known outside the text (a registry's key, a province's id), ``reason`` why, in
    words; ``conflict`` lists where text and registry disagree, as ``slot: printed, listed``.
    """

    kind: str
    source: int
    reason: str
    target: int | None = None
    key: str | None = None
    conflict: list[str] = []

    def to_dict(self) -> dict[str, Any]:
        """The slots that are set."""
        row: dict[str, Any] = {"kind": self.kind, "source": self.source, "target": self.target, "key": self.key}
        row |= {"reason": self.reason, "conflict": self.conflict}
        return {name: slot for name, slot in row.items() if slot is not None and slot != []}


class Origin(msgspec.Struct, frozen=True):
    """What a text was read from: ``format`` (txt, html, docx, doc, rtf, odt, pdf, eml), ``encoding`` (utf-8, tcvn3, vni, viscii,
    vps, cp1258, utf-16, mixed …), and ``digest``, the SHA-256 of the file's bytes in hexadecimal.

    ``runs`` leads from the text to the source's characters, as (offset in the text, offset in the source) where a run of equal
    steps begins; empty where both are the same. The source's characters are the bytes of a text file in a one-byte encoding, the
    decoded characters of another text file, and what the format's reader took out of any other file.
    """

    format: str
    encoding: str
    digest: str
    runs: Runs = Runs()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the source has the text from ``start`` to ``end``: half-open offsets into the source's characters."""
        return self._at(start), self._at(end)

    def _at(self, offset: int) -> int:
        return self.runs.place(offset)

    def to_dict(self) -> dict[str, Any]:
        """The origin as JSON types."""
        row: dict[str, Any] = msgspec.to_builtins(self, enc_hook=list)
        return row


class Document(msgspec.Struct, Shown):
    """A text and what was found in it.

    ``metadata`` may hold title, published and created (ISO dates), author, organisation, province; what is unknown is absent.
    ``warnings`` lists what was odd about the input, in words for people.
    """

    text: str
    id: str | None = None
    source: str | None = None
    reference_date: str | None = None
    metadata: dict[str, str] = msgspec.field(default_factory=dict)
    passages: list[Passage] = msgspec.field(default_factory=list)
    entities: Entities = msgspec.field(default_factory=Entities)
    links: list[Link] = msgspec.field(default_factory=list)
    warnings: list[str] = msgspec.field(default_factory=list)
    origin: Origin | None = None
    records: list[Record] = msgspec.field(default_factory=Records)

    def __repr__(self) -> str:
        """Name and sizes; the text itself is ``text``."""
        parts = ("text", "passages", "entities", "links", "records")
        sizes = ", ".join(f"{part} {len(found):,}" for part in parts if (found := getattr(self, part)))
        return f"<Document{f' {self.id!r}' if self.id else ''}: {sizes or 'empty'}>"

    def judge(self) -> None:
        """Works out fields, pillars and functions of all passages, once. Raises ModelError for a model that cannot be used."""
        if all(passage.judge is None for passage in self.passages):
            return
        from .fields import classify_passages

        for passage, judgement in zip(self.passages, classify_passages(self), strict=True):
            passage.judgement, passage.judge = judgement, None

    def judge_if_possible(self) -> None:
        """``judge``, but without numpy (the extra ``fields``) passages stay without fields, and ``warnings`` says so."""
        try:
            self.judge()
        except ImportError as error:
            said = f"fields were left out: {error}"
            self.warnings += [] if said in self.warnings else [said]

    def only(self, *labels: str) -> Self:
        """The document with the entities of these labels alone; links and indices in values follow, those to others go."""
        return self.with_entities(entity for entity in self.entities if entity.label in labels)

    def with_entities(self, entities: Iterable[Entity]) -> Self:
        """The document with these entities, its own or new ones; links and indices in values follow those that stay."""
        chosen = list(entities)
        new = {id(entity): index for index, entity in enumerate(chosen)}
        place = {index: new[id(entity)] for index, entity in enumerate(self.entities) if id(entity) in new}
        kept = Entities(msgspec.structs.replace(entity) for entity in chosen)
        for entity in (kept[index] for index in place.values()):
            for slot in ("refers_to", "equivalent"):
                if getattr(entity.value, slot, None) is not None:
                    moved = place.get(getattr(entity.value, slot))
                    entity.value = msgspec.structs.replace(entity.value, **{slot: moved})  # type: ignore[type-var]
        links = [
            msgspec.structs.replace(link, source=place[link.source], target=None if link.target is None else place[link.target])
            for link in self.links
            if link.source in place and (link.target is None or link.target in place)
        ]
        return msgspec.structs.replace(self, entities=kept, links=links)

    def text_of(self, part: Passage | Entity | Evidence) -> str:
        """The words of a passage, an entity or a record's evidence."""
        return self.text[part.start : part.end]

    def to_dict(self, text: bool = True, fields: bool = True) -> dict[str, Any]:
        """The document as JSON types in schema ``vnforeign/1``.

        ``text=False`` leaves the text itself out, ``fields=False`` the fields, pillars and functions of passages; so does a
        missing numpy, with a warning.
        """
        if fields:
            self.judge_if_possible()
        row: dict[str, Any] = {"schema": SCHEMA, "id": self.id, "source": self.source, "reference_date": self.reference_date}
        if text:
            row["text"] = self.text
        row["metadata"] = self.metadata
        row["passages"] = [passage.to_dict() for passage in self.passages]
        row["entities"] = [entity.to_dict() for entity in self.entities]
        if self.links:
            row["links"] = [link.to_dict() for link in self.links]
        if self.records:
            row["records"] = [record.to_dict() for record in self.records]
        if self.origin:
            row["origin"] = self.origin.to_dict()
        if self.warnings:
            row["warnings"] = self.warnings
        return row

    def to_json(self, text: bool = True, fields: bool = True) -> str:
        """``to_dict`` as one line of JSON. A lone surrogate in the text is written as ``\\udXXX``."""
        row = self.to_dict(text, fields)
        try:
            return msgspec.json.encode(row).decode()
        except UnicodeEncodeError:
            return json.dumps(row, ensure_ascii=True)

    def to_frame(self, what: str = "entities") -> Any:
        """A pandas table of the entities, passages, links, records …; see ``vnforeign.to_frame``."""
        from .frames import to_frame

        return to_frame(self, what)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Self:
        """The document that ``to_dict`` wrote: values, fields, links and records are of the classes that ``analyze`` gives.

        A value that its kind's class cannot hold exactly becomes a ``Raw``, and ``warnings`` says so. Raises ValueError for
        another schema, KeyError for a missing slot.
        """
        if row.get("schema", SCHEMA) != SCHEMA:
            raise ValueError(f"schema {row['schema']!r} is not {SCHEMA!r}")
        document = cls(
            text=row.get("text", ""),
            id=row.get("id"),
            source=row.get("source"),
            reference_date=row.get("reference_date"),
            metadata=dict(row.get("metadata") or {}),
            passages=[_passage(passage) for passage in row.get("passages", [])],
            entities=Entities(map(Entity.from_dict, row.get("entities", []))),
            links=[msgspec.convert(link, Link) for link in row.get("links", [])],
            warnings=list(row.get("warnings", [])),
            origin=msgspec.convert(row["origin"], Origin, dec_hook=Runs.read) if row.get("origin") else None,
            records=Records(msgspec.convert(record, Record) for record in row.get("records", [])),
        )
        if strange := sorted(
            {entity.label for entity in document.entities if isinstance(entity.value, Raw) and entity.value.slots}
        ):
            warning = f"values of {', '.join(strange)} are not as this version writes them; they are kept as they stand"
            document.warnings += [warning] if warning not in document.warnings else []
        return document

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """The document that ``to_json`` wrote. Raises ValueError for what is no JSON object or of another schema, KeyError."""
        try:
            row = json.loads(line)
        except RecursionError:
            raise ValueError("a document is not nested so deeply") from None
        if not isinstance(row, dict):
            raise ValueError(f"a document is a JSON object, not {type(row).__name__}")
        try:
            return cls.from_dict(row)
        except (TypeError, AttributeError) as error:
            raise ValueError(f"not a document: {error}") from None


def _passage(row: Mapping[str, Any]) -> Passage:
    judged = None
    if row.get("fields") is not None:
        from .fields import Judgement

        judged = msgspec.convert({name: row[name] for name in Judgement.__struct_fields__ if row.get(name)}, Judgement)
    return Passage(row["start"], row["end"], row["kind"], row.get("section"), judged)
