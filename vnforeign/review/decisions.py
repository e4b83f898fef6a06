"""What an editor does to rows, entities, passages and documents: each a decision that is kept, each can be taken back.

A decision holds the state before and after, and ``undo`` puts the state before back. What was typed into a row and the word
about it are two decisions, so that undo of the word leaves what was typed.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.orm.attributes import flag_modified

from .models import SAVED, Decision, Document, Draft, Record
from .storage import Conflict, now

State = dict[str, Any]
_SHARED = ("province", "reporting_unit", "source_document")


def snapshot(draft: Draft) -> State:
    """What a decision about a row may change."""
    return {"state": draft.state, "cells": draft.cells, "words": draft.words}


def draft_of(session: Session, draft: int, version: int | None = None) -> Draft | None:
    """A row, if it is there; Conflict if it is no longer the version that the editor saw."""
    found = session.get(Draft, draft)
    if found is not None and version is not None and found.version != version:
        raise Conflict
    return found


def fill(session: Session, draft: Draft, editor: str, cells: State, words: State) -> None:
    """New values for a row; it stays open, or stays saved as corrected."""
    if (cells, words) != (draft.cells, draft.words):
        state = draft.state if draft.state in ("open", "rejected") else _saved(draft, cells)
        _row(session, draft, "correct", editor, {"state": state, "cells": cells, "words": words})


def accept(session: Session, draft: Draft, editor: str, cells: State, words: State) -> None:
    """The row is right with these values: it becomes a record."""
    fill(session, draft, editor, cells, words)
    _turn(session, draft, "accept", editor, _saved(draft, cells))


def reject(session: Session, draft: Draft, editor: str, cells: State | None = None, words: State | None = None) -> None:
    """The row is no record; what was typed into it is kept."""
    if cells is not None and words is not None:
        fill(session, draft, editor, cells, words)
    _turn(session, draft, "reject", editor, "rejected")


def reopen(session: Session, draft: Draft, editor: str, cells: State, words: State) -> None:
    """The row waits for a decision again, with these values."""
    _turn(session, draft, "reopen", editor, "open")
    fill(session, draft, editor, cells, words)


def _turn(session: Session, draft: Draft, kind: str, editor: str, state: str) -> None:
    if draft.state != state:
        _row(session, draft, kind, editor, snapshot(draft) | {"state": state})


def add_row(session: Session, document: Document, editor: str, kind: str, passage: int | None, summary: bool = False) -> Draft:
    """A row that the library did not draft, behind the others; what is the same in all rows of the document stands in it."""
    last = session.scalar(select(Draft.place).where(Draft.document_id == document.id).order_by(Draft.place.desc()).limit(1))
    place = -1 if last is None else last
    row = Draft(document_id=document.id, place=place + 1, type=kind, summary=summary, passage=passage)
    row.state, row.drafted, row.cells, row.words = "rejected", {}, _shared(session, document), {}
    session.add(row)
    session.flush()
    _row(session, row, "add", editor, snapshot(row) | {"state": "open"})
    return row


def _shared(session: Session, document: Document) -> State:
    """Province, reporting unit and source, as the rows drafted from a document have them."""
    drafts = session.scalars(select(Draft).where(Draft.document_id == document.id).order_by(Draft.place))
    first: dict[str, Any] = next((draft.drafted["slots"] for draft in drafts if draft.drafted), {})
    known = {key: first[key]["value"] for key in _SHARED if key in first}
    return known or ({"province": document.province} if document.province else {})


def mark(session: Session, document: Document, editor: str, old: State | None, new: State | None) -> None:
    """An entity comes (no ``old``), goes (no ``new``), or changes. Raises Conflict where the old one is no longer there."""
    if old != new:
        keep(session, Decision(document_id=document.id, kind="mark", old=old, new=new, editor=editor))
        put_mark(document, old, new)


def judge(session: Session, document: Document, editor: str, passage: int, new: State | None) -> None:
    """What a passage is about: ``fields``, ``pillars``, ``function``; None leaves it to the classifier."""
    old = document.judgements.get(str(passage))
    if old != new:
        keep(session, Decision(document_id=document.id, kind="judge", target=str(passage), old=old, new=new, editor=editor))
        put_judgement(document, str(passage), new)


def check(session: Session, document: Document, editor: str, checked: bool) -> None:
    """The entities of a document are complete, or not yet."""
    if document.checked != checked:
        states = {"checked": document.checked}, {"checked": checked}
        keep(session, Decision(document_id=document.id, kind="check", old=states[0], new=states[1], editor=editor))
        document.checked = checked


def standing() -> Select[Any]:
    """The decisions that were not taken back, the last one first."""
    undone = aliased(Decision)
    taken_back = select(undone.id).where(undone.undoes == Decision.id).exists()
    return select(Decision).where(Decision.kind != "undo", ~taken_back).order_by(Decision.id.desc())


def _saved(draft: Draft, cells: State) -> str:
    if not draft.drafted:
        return "added"
    drafted = {key: slot["value"] for key, slot in draft.drafted["slots"].items()}
    return "accepted" if cells == drafted else "corrected"


def _row(session: Session, draft: Draft, kind: str, editor: str, after: State) -> None:
    row = Decision(document_id=draft.document_id, draft_id=draft.id, kind=kind, old=snapshot(draft), new=after, editor=editor)
    keep(session, row)
    put_row(session, draft, after, editor, now())


def keep(session: Session, decision: Decision) -> None:
    """Adds a decision to the others, with its time."""
    decision.at = now()
    decision.target = decision.target or ""
    session.add(decision)


def put_row(session: Session, draft: Draft, state: State, editor: str, at: str) -> None:
    """The row as a decision leaves it, and its record with it."""
    draft.state, draft.cells, draft.words = state["state"], state["cells"], state["words"]
    record = session.scalar(select(Record).where(Record.draft_id == draft.id))
    if draft.state not in SAVED:
        if record is not None:
            session.delete(record)
        return
    if record is None:
        session.add(record := Record(draft_id=draft.id, document_id=draft.document_id, type=draft.type))
    record.cells, record.saved_at, record.saved_by = draft.cells, at, editor


def put_mark(document: Document, old: State | None, new: State | None) -> None:
    """One entity of a document instead of another. Raises Conflict where the old one is not there."""
    marks = list(document.marks)
    if old is not None:
        if old not in marks:
            raise Conflict
        marks.remove(old)
    if new is not None:
        marks.append(new)
    document.marks = sorted(marks, key=lambda each: (each["start"], -each["end"]))


def put_judgement(document: Document, passage: str, new: State | None) -> None:
    """What a passage is about, or nothing any more."""
    document.judgements = {**document.judgements, passage: new}
    if new is None:
        document.judgements.pop(passage)
    flag_modified(document, "judgements")
