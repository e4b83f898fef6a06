"""Entities that the editor adds, moves, relabels or takes away."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from .. import decisions, marking
from ..desk import Entered, Form, Number, Visit
from ..models import Document
from ..storage import Conflict
from ..typed import Unreadable, clean, offset
from .document import document_of, marked_text, state

router = APIRouter()


@router.post("/documents/{number}/marks")
def marked(number: Number, visit: Entered, form: Form) -> Response:
    """Puts an entity where ``start`` and ``end`` say, instead of the ``old`` one (``start,end,label``) if there is one."""
    try:
        with visit.storage.writing() as session:
            kept = document_of(session, number)
            old = _old(kept, str(form.get("old", "")))
            if old is None and form.get("remove") == "on":
                raise Unreadable("outside")
            new = None if form.get("remove") == "on" else _new(kept, form, old)
            decisions.mark(session, kept, visit.editor, old, new)
            session.flush()
            return visit.page("text.html", marked_text(kept, old, new) | state(session, visit, kept) | {"notice": ""})
    except Unreadable as error:
        example = marking.EXAMPLES.get(str(form.get("label", "")), "")
        return _notice(visit, number, visit.say(f"marks.{error.args[0]}", example=example), 422)
    except Conflict:
        return _notice(visit, number, visit.say("review.changed_document"), 409)


def _old(kept: Document, said: str) -> dict[str, Any] | None:
    if not said:
        return None
    for mark in kept.marks:
        if f"{mark['start']},{mark['end']},{mark['label']}" == said:
            return dict(mark)
    raise Conflict


def _new(kept: Document, form: Form, old: dict[str, Any] | None) -> dict[str, Any]:
    start, end = (offset(str(form.get(name, ""))) for name in ("start", "end"))
    said = clean(str(form.get("value", "")))[:300]
    new = marking.make(kept.text, kept.reference_date, str(form.get("label", "")), start, end, said)
    if marking.overlapping(kept.marks, new, old):
        raise Unreadable("overlaps")
    return new


def _notice(visit: Visit, number: Number, said: str, status: int) -> Response:
    with visit.storage.reading() as session:
        return visit.page("notice.html", state(session, visit, document_of(session, number)) | {"notice": said}, status)
