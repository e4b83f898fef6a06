"""The list of documents: found by words, province and state of work, with how far each has come."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Select, Text, and_, case, cast, func, or_, select
from sqlalchemy.orm import Session

from .intake import bare, folded
from .models import Decision, Document, Draft

PAGE = 50
STATUSES = ("new", "begun", "done")


class Query(msgspec.Struct, frozen=True):
    """What is looked for; empty means all."""

    words: str = ""
    province: str = ""
    status: str = ""
    page: int = 1


class Line(msgspec.Struct):
    """A document in the list, with how many of its rows are decided."""

    document: Document
    done: int
    all: int
    status: str


class Total(msgspec.Struct, frozen=True):
    """All documents that match: how many, how many of them are done; their rows, and how many of those are decided."""

    documents: int
    done: int
    rows: int
    decided: int


def search(session: Session, query: Query) -> tuple[list[Line], Total]:
    """One page of documents, newest first, and what there is in all."""
    found = _found(query)
    page = found.order_by(Document.id.desc()).limit(PAGE).offset((query.page - 1) * PAGE)
    return [Line(*row) for row in session.execute(page)], _total(session, found)


def _total(session: Session, found: Select[Any]) -> Total:
    rows = found.subquery().c
    sums = select(func.count(), func.count(case((rows.status == "done", 1))), func.sum(rows.every), func.sum(rows.decided))
    return Total(*(int(each or 0) for each in session.execute(sums).one()))


def provinces(session: Session) -> list[str]:
    """The provinces that documents are of."""
    return sorted(session.scalars(select(Document.province).where(Document.province != "").distinct()))


def progress(session: Session, document: int) -> tuple[int, int]:
    """How many rows of a document are decided, and how many there are."""
    shown = Draft.document_id == document, _shown()
    done, every = session.execute(select(func.count(case((Draft.state != "open", 1))), func.count()).where(*shown)).one()
    return done, every


def next_open(session: Session, document: int, place: int) -> Draft | None:
    """The next row that waits for a decision, from the first again at the end."""
    rows = select(Draft).where(Draft.document_id == document, Draft.state == "open")
    behind = session.scalar(rows.where(Draft.place > place).order_by(Draft.place).limit(1))
    return behind or session.scalar(rows.order_by(Draft.place).limit(1))


def next_document(session: Session, document: int) -> int | None:
    """The next document with an open row."""
    ids = select(Draft.document_id).where(Draft.state == "open", Draft.document_id != document).distinct()
    found = list(session.scalars(ids.order_by(Draft.document_id)))
    return next((each for each in found if each > document), found[0] if found else None)


def _shown() -> Any:
    """Whether a row is one of the document's: not one that the editor added and took away again."""
    return or_(Draft.state != "rejected", cast(Draft.drafted, Text) != "{}")


def _found(query: Query) -> Select[Any]:
    done = func.count(case((Draft.state != "open", Draft.id)))
    every = func.count(Draft.id)
    touched = select(Decision.id).where(Decision.document_id == Document.id).exists()
    finished = and_(done == every, or_(every > 0, Document.checked))
    status = case((finished, "done"), (touched, "begun"), else_="new")
    rows = select(Document, done.label("decided"), every.label("every"), status.label("status")).outerjoin(
        Draft, and_(Draft.document_id == Document.id, _shown())
    )
    rows = rows.group_by(Document.id)
    for word in query.words.split():
        rows = rows.where(_says(word))
    if query.province:
        rows = rows.where(Document.province == query.province)
    return rows.having(status == query.status) if query.status in STATUSES else rows


def _says(word: str) -> Any:
    """Whether title or text hold a word: with its diacritics, or without any where it was typed without."""
    plain = bare(word)
    column, sought = (Document.bare, plain) if plain == folded(word) else (Document.folded, folded(word))
    return column.contains(sought, autoescape=True)
