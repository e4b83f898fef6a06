"""One document: its text on the left, its rows on the right; undo; the printed page."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from ...document import LABELS, Entities
from ...formats.html import block, body, passage_around
from ...formats.show import NAMES
from ...records import types
from .. import catalogue, decisions, views
from .. import undo as undoing
from ..desk import Entered, Form, Number, Visit
from ..models import SAVED, Document, Draft, Record
from ..report import entity, marks_of, report, unmarked
from ..storage import Conflict
from . import passages

router = APIRouter()
_SUGGESTED = {"date": ("DATE",), "money": ("AMOUNT",), "document": ("DIRECTIVE",)}
_MOST = 200  # suggestions of one kind


@router.get("/documents/{number}")
def shown(number: Number, visit: Entered) -> Response:
    """The page where a document is reviewed; its first open row is open."""
    with visit.storage.reading() as session:
        kept = document_of(session, number)
        drafts = _drafts(session, number)
        first = next((draft.id for draft in drafts if draft.state == "open"), 0)
        rows = [(views.row(draft, visit.say), draft.id == first) for draft in drafts]
        known = state(session, visit, kept)
        return visit.page("document.html", text(kept) | known | {"rows": rows, "types": types(), "labels": _labels(visit)})


@router.get("/documents/{number}/print")
def printed(number: Number, visit: Entered) -> Response:
    """The document with its saved records, for paper."""
    with visit.storage.reading() as session:
        kept = document_of(session, number)
        drafts = [draft for draft in _drafts(session, number) if draft.state in SAVED]
        saved = {record.draft_id: record for record in session.scalars(select(Record).where(Record.document_id == number))}
        records = [(views.row(draft, visit.say), views.filled(draft, visit.say), saved[draft.id]) for draft in drafts]
        return visit.page("print.html", text(kept) | {"records": records})


@router.post("/documents/{number}/undo")
def undone(number: Number, visit: Entered, form: Form) -> Response:
    """Takes the editor's last decision about this document back that nobody has gone on from."""
    try:
        with visit.storage.writing() as session:
            kept = document_of(session, number)
            undo = undoing.undo(session, kept, visit.editor)
            session.flush()
            known = state(session, visit, kept)
            if undo.decision is not None:
                return HTMLResponse(_changed(session, visit, kept, undo, known))
            if undo.passed:
                return _not_undone(session, visit, undo, known)
            return visit.page("notice.html", known | {"notice": visit.say("review.nothing_to_undo")})
    except Conflict:
        with visit.storage.reading() as session:
            known = state(session, visit, document_of(session, number))
            return visit.page("notice.html", known | {"notice": visit.say("review.changed_document")}, 409)


def _not_undone(session: Session, visit: Visit, undo: undoing.Undone, known: dict[str, Any]) -> Response:
    """Why nothing can be taken back; the row that the editor decided last, as the other one has left it, to decide it again."""
    last, name = undo.passed[0]
    draft = session.get_one(Draft, last.draft_id) if last.draft_id is not None else None
    known |= {"notice": visit.say("review.not_undone_row" if draft else "review.not_undone", name=name or "?")}
    if draft is None or (draft.state == "rejected" and not draft.drafted):
        return visit.page("notice.html", known, 409)
    return visit.page("not_undone.html", known | {"row": views.row(draft, visit.say)}, 409)


def _changed(session: Session, visit: Visit, kept: Document, undo: undoing.Undone, known: dict[str, Any]) -> str:
    """The parts of the page that a decision taken back has changed."""
    last = undo.decision
    assert last is not None
    known = known | {"notice": _told(visit, undo)}
    if last.draft_id is not None:
        draft = session.get_one(Draft, last.draft_id)
        known["row"] = views.row(draft, visit.say)
        known["gone"] = draft.state == "rejected" and not draft.drafted
        return visit.html("undone_row.html", known)
    if last.kind == "judge":
        return visit.html("undone_passage.html", known | passages.panel(visit, kept, int(last.target)))
    if last.kind == "mark":
        return visit.html("text.html", known | marked_text(kept, last.old, last.new))
    return visit.html("undone_check.html", known)


def _told(visit: Visit, undo: undoing.Undone) -> str:
    if not undo.passed:
        return visit.say("review.undone")
    names = ", ".join(dict.fromkeys(name for _, name in undo.passed if name)) or "?"
    return visit.say("review.undone_before", n=len(undo.passed), name=names)


@router.post("/documents/{number}/check")
def checked(number: Number, visit: Entered, form: Form) -> Response:
    """Whether the entities of the document are complete."""
    with visit.storage.writing() as session:
        kept = document_of(session, number)
        decisions.check(session, kept, visit.editor, form.get("checked") == "on")
        session.flush()
        return visit.page("notice.html", state(session, visit, kept) | {"notice": ""})


def document_of(session: Session, number: Number) -> Document:
    """The document, or 404."""
    kept = session.get(Document, number)
    if kept is None:
        raise HTTPException(404, "document")
    return kept


def state(session: Session, visit: Visit, kept: Document) -> dict[str, Any]:
    """How far a document has come."""
    done, every = catalogue.progress(session, kept.id)
    following = catalogue.next_document(session, kept.id) if done == every else None
    return {"document": kept, "done": done, "all": every, "following": following}


def text(kept: Document) -> dict[str, Any]:
    """The marked text of a document, the places of its entities, and what fields may be filled with."""
    whole = report(kept)
    suggestions = {name: _said(whole.entities.of(*labels)) for name, labels in _SUGGESTED.items()}
    return {"document": kept, "body": body(whole), "marks": marks_of(kept), "suggestions": suggestions, "report": whole}


def marked_text(kept: Document, *changed: dict[str, Any] | None) -> dict[str, Any]:
    """The part of the text where entities have changed: the one passage that holds them, else all of it."""
    start = min(each["start"] for each in changed if each)
    end = max(each["end"] for each in changed if each)
    document = unmarked(kept)
    edges = passage_around(document, start, end)
    if edges is None:
        return {"body": body(report(kept)), "block": None, "marks": marks_of(kept)}
    near = (each for each in kept.marks if each["start"] < edges[1] and edges[0] < each["end"])
    document.entities = Entities(entity(each, kept.text) for each in near)
    return {"body": block(document, edges), "block": edges[0], "marks": marks_of(kept)}


def _said(entities: list[Any]) -> list[str]:
    return list(dict.fromkeys(" ".join(each.text.split()) for each in entities))[:_MOST]


def _drafts(session: Session, number: Number) -> list[Draft]:
    rows = select(Draft).where(Draft.document_id == number).order_by(Draft.place)
    return [draft for draft in session.scalars(rows) if draft.drafted or draft.state != "rejected"]


def _labels(visit: Visit) -> list[tuple[str, str]]:
    return [(label, visit.say.of(NAMES[label])) for label in LABELS]
