"""What a passage is about: the classifier's proposal, and the editor's word."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from ...fields.corpus import FUNCTIONS, PILLARS
from .. import decisions
from ..desk import Entered, Form, Number, Visit
from ..labelled import known_fields, proposal
from ..models import Document
from ..report import passage_at, unmarked

router = APIRouter()
_SHOWN = 160  # characters of the passage


@router.get("/documents/{number}/passage")
def opened(number: Number, visit: Entered, at: int = 0) -> Response:
    """The panel of the passage that holds an offset."""
    with visit.storage.reading() as session:
        kept = _kept(session.get(Document, number))
        found = passage_at(unmarked(kept).passages, at)
        return visit.page("passage.html", panel(visit, kept, found if found is not None else -1))


@router.post("/documents/{number}/passages/{index}")
def judged(number: Number, index: Number, visit: Entered, form: Form) -> Response:
    """The editor's word on a passage, or none any more."""
    with visit.storage.writing() as session:
        kept = _kept(session.get(Document, number))
        if not 0 <= index < len(unmarked(kept).passages):
            raise HTTPException(404, "passage")
        new, problem = _said(visit, form)
        if not problem:
            decisions.judge(session, kept, visit.editor, index, new)
        session.flush()
        return visit.page("passage.html", panel(visit, kept, index) | {"problem": problem}, 422 if problem else 200)


def panel(visit: Visit, kept: Document, index: int) -> dict[str, Any]:
    """What the panel shows of one passage; index -1 is none."""
    if index < 0:
        return {"document": kept, "index": -1}
    passages = unmarked(kept).passages
    passage = passages[index]
    own = kept.judgements.get(str(index))
    judged = own or proposal(passage)
    said = " ".join(kept.text[passage.start : min(passage.end, passage.start + _SHOWN)].split())
    known = {"fields": known_fields(), "pillars": PILLARS, "functions": FUNCTIONS, "problem": ""}
    return {"document": kept, "index": index, "said": said, "own": own is not None, "judged": judged} | known


def _said(visit: Visit, form: Form) -> tuple[dict[str, Any] | None, str]:
    """The editor's judgement, and what is wrong with it."""
    if form.get("clear") == "on":
        return None, ""
    known = {field.key: field for field in known_fields()}
    fields = [key for key in known if key in form.getlist("fields")]
    alone = [key for key in fields if known[key].rule == "alone"]
    function = str(form.get("function", "other"))
    judgement = {
        "fields": fields,
        "pillars": [key for key in PILLARS if key in form.getlist("pillars")],
        "function": function if function in FUNCTIONS else "other",
    }
    problem = visit.say("passage.alone", said=known[alone[0]].name) if alone and len(fields) > 1 else ""
    return judgement, problem


def _kept(kept: Document | None) -> Document:
    if kept is None:
        raise HTTPException(404, "document")
    return kept
