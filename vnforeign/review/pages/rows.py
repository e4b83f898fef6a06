"""One row: opened, checked while typing, saved, accepted, rejected, added."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.orm import Session

from ...formats.show import visible
from ...records import types
from .. import catalogue, decisions, typed, views
from ..desk import Entered, Form, Number, Visit
from ..models import Document, Draft
from ..storage import Conflict
from .document import document_of, state

router = APIRouter()
_WORDS = 20  # pieces of text behind one cell


@router.get("/rows/{number}")
def opened(number: Number, visit: Entered, open: bool = True) -> Response:
    """A row as a form, or closed."""
    with visit.storage.reading() as session:
        return visit.page("row.html", {"row": views.row(_row(session, number), visit.say), "open": open})


@router.post("/rows/{number}/cells/{key}")
def valued(number: Number, key: str, visit: Entered, form: Form) -> Response:
    """How a typed cell would be stored, or what is wrong with it; nothing is kept."""
    with visit.storage.reading() as session:
        draft = _row(session, number)
        column = types()[draft.type].columns.get(key)
        if column is None:
            raise HTTPException(404, "column")
        reference = session.get_one(Document, draft.document_id).reference_date
    said = str(form.get(f"c_{key}", ""))
    try:
        stored, problem = views.stored(column, typed.read(column, said, reference), said), ""
    except typed.Unreadable as error:
        stored, problem = "", visit.say(f"errors.{error.args[0]}")
    return visit.page("cell.html", {"row": number, "key": key, "stored": stored, "problem": problem})


@router.post("/rows/{number}/{verb}")
def decided(number: Number, verb: str, visit: Entered, form: Form) -> Response:
    """A decision about a row: accept, save, reject, reopen. Answers with the row and, after a decision, the next open one."""
    if verb not in ("accept", "save", "reject", "reopen"):
        raise HTTPException(404, "page")
    try:
        with visit.storage.writing() as session:
            draft = _row(session, number, typed.offset(str(form.get("version", ""))))
            document = session.get_one(Document, draft.document_id)
            cells, words, problems = _read(draft, document, form)
            own = types()[draft.type].own
            if verb == "accept" and not any(column.key in cells or column.key in problems for column in own):
                problems = {own[0].key: "empty_row"} | problems
            if problems and verb != "reject":
                return _unreadable(visit, draft, form, problems)
            _decide(session, draft, verb, visit.editor, cells, words)
            session.flush()
            return _answer(session, visit, document, draft, verb, problems)
    except Conflict:
        return _changed(visit, number)


@router.post("/documents/{number}/rows")
def added(number: Number, visit: Entered, form: Form) -> Response:
    """A new, empty row."""
    kind = str(form.get("type", ""))
    if kind not in types():
        raise HTTPException(422, "table")
    with visit.storage.writing() as session:
        document = document_of(session, number)
        passage = str(form.get("passage", ""))
        summary = form.get("summary") == "on" or types()[kind].only_summary
        draft = decisions.add_row(session, document, visit.editor, kind, typed.offset(passage) if passage else None, summary)
        session.flush()
        known = state(session, visit, document) | {"row": views.row(draft, visit.say)}
        return visit.page("added_row.html", known)


def _row(session: Session, number: Number, version: int | None = None) -> Draft:
    draft = decisions.draft_of(session, number, version)
    if draft is None:
        raise HTTPException(404, "row")
    return draft


def _decide(session: Session, draft: Draft, verb: str, editor: str, cells: dict[str, Any], words: dict[str, Any]) -> None:
    if verb == "accept":
        decisions.accept(session, draft, editor, cells, words)
    elif verb == "save":
        decisions.fill(session, draft, editor, cells, words)
    elif verb == "reject":
        decisions.reject(session, draft, editor, cells, words)
    else:
        decisions.reopen(session, draft, editor, cells, words)


def _read(draft: Draft, document: Document, form: Form) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """The cells and words of a form, and which cells cannot be read and why. A column the form leaves out keeps its value."""
    cells, words, problems = dict(draft.cells), dict(draft.words), {}
    for key, column in types()[draft.type].columns.items():
        if f"c_{key}" not in form or not column.on(draft.summary):
            continue
        said = str(form[f"c_{key}"])
        if typed.clean(said) != visible(typed.show(column, draft.cells.get(key))):
            try:
                _put(cells, key, typed.read(column, said, document.reference_date))
            except typed.Unreadable as error:
                problems[key] = str(error.args[0])
        if f"w_{key}" in form:
            _put(words, key, _places(str(form[f"w_{key}"]), document) if key in cells else None)
    return cells, words, problems


def _put(cells: dict[str, Any], key: str, value: Any) -> None:
    if value:
        cells[key] = value
    else:
        cells.pop(key, None)


def _places(said: str, document: Document) -> list[list[int]]:
    """``12-30,45-60`` as pairs of offsets inside the text; what is no such pair is left out."""
    pairs = [piece.partition("-") for piece in said.split(",")[:_WORDS]]
    places = [(typed.offset(start), typed.offset(end)) for start, _, end in pairs]
    return [[start, end] for start, end in places if 0 <= start < end <= len(document.text)]


def _answer(session: Session, visit: Visit, document: Document, draft: Draft, verb: str, unread: dict[str, str]) -> Response:
    known = state(session, visit, document) | {"row": views.row(draft, visit.say), "next": None}
    known["unread"] = " ".join(f"c_{key}" for key in unread)
    known["open"] = verb in ("save", "reopen")
    if verb in ("accept", "reject"):
        following = catalogue.next_open(session, document.id, draft.place)
        known["next"] = views.row(following, visit.say) if following else None
    return visit.page("decided.html", known)


def _unreadable(visit: Visit, draft: Draft, form: Form, problems: dict[str, str]) -> Response:
    """The form again with what was typed and what is wrong."""
    said = {key: typed.clean(str(form[f"c_{key}"]))[: typed.LONGEST] for key in types()[draft.type].columns if f"c_{key}" in form}
    return visit.page("row.html", {"row": views.row(draft, visit.say, said, problems), "open": True}, 422)


def _changed(visit: Visit, number: Number) -> Response:
    """The row as someone else has left it."""
    with visit.storage.reading() as session:
        draft = _row(session, number)
        known = state(session, visit, session.get_one(Document, draft.document_id)) | {"row": views.row(draft, visit.say)}
        return HTMLResponse(visit.html("changed_row.html", known), 409)
