"""A report comes in: read, analysed, its rows drafted, all of it kept. The same text twice is one document."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import select

from ..analyze import analyze
from ..document import Document, Record
from ..records import prefill
from . import models, typed
from .storage import Conflict, Storage, now

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
LONGEST_TITLE = 300


def add(storage: Storage, report: Document, editor: str) -> int:
    """The id of a report that was read; it is analysed and kept if its text is new.

    A NUL or lone surrogate, which no database keeps, becomes U+FFFD, so offsets stay.
    """
    report.text = _UNSTORABLE.sub("\ufffd", report.text)
    digest = sha256(report.text.encode()).hexdigest()
    known = _known(storage, digest)
    if known is None:
        kept = _document(_analysed(report), digest, editor)
        try:
            known = _keep(storage, *kept)
        except Conflict:  # the same report, at the same moment, from someone else
            known = _known(storage, digest)
            if known is None:
                raise
    return known


def _known(storage: Storage, digest: str) -> int | None:
    with storage.reading() as session:
        return session.scalar(select(models.Document.id).where(models.Document.digest == digest))


def _keep(storage: Storage, document: models.Document, records: list[Record]) -> int:
    with storage.writing() as session:
        session.add(document)
        session.flush()
        session.add_all(_draft(document.id, place, record) for place, record in enumerate(records))
        return document.id


def _analysed(report: Document) -> Document:
    document = analyze(report)
    if document.reference_date is None and (day := document.metadata.get("published")):
        document = analyze(msgspec.structs.replace(report, reference_date=day))
    document.judge()
    document.records = report.records or prefill(document)
    return document


def _document(document: Document, digest: str, editor: str) -> tuple[models.Document, list[Record]]:
    known = document.metadata
    title = known.get("title") or document.id or document.text.strip().split("\n")[0]
    head = " ".join(typed.clean(title).split())[:LONGEST_TITLE] or digest[:12]
    row = models.Document(
        digest=digest,
        title=head,
        source=" ".join(typed.clean(document.source or "").split())[:LONGEST_TITLE],
        province=known.get("province", ""),
        published=known.get("published", ""),
        reference_date=document.reference_date or "",
        added_at=now(),
        added_by=editor,
        text=document.text,
        folded=folded(f"{head}\n{document.text}"),
        bare=bare(f"{head}\n{document.text}"),
        analysis=msgspec.structs.replace(document, records=[]).to_json(text=False).encode(),
        marks=[entity.to_dict() for entity in document.entities],
        judgements={},
    )
    return row, document.records


def _draft(document: int, place: int, record: Record) -> models.Draft:
    cells: dict[str, Any] = {key: slot.value for key, slot in record.slots.items()}
    words = {key: [[each.start, each.end] for each in slot.evidence] for key, slot in record.slots.items()}
    return models.Draft(
        document_id=document,
        place=place,
        type=record.type,
        summary=record.summary,
        passage=record.passage,
        drafted=record.to_dict(),
        cells=cells,
        words=words,
    )


def folded(text: str) -> str:
    """The text as it is searched: composed, without capitals."""
    return unicodedata.normalize("NFC", text).casefold()


def bare(text: str) -> str:
    """The folded text without diacritics: ``da nang`` finds ``Đà Nẵng``."""
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
