"""Undo puts the state before a decision back, as a decision of its own.

It takes the editor's own last one, also after a restart, and passes over those whose row, entity or passage someone else has
changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlalchemy.orm import Session

from .decisions import keep, put_judgement, put_mark, put_row, snapshot, standing
from .marking import overlapping
from .models import Decision, Document, Draft
from .storage import Conflict


class Undone(NamedTuple):
    """The decision taken back, if any, and the editor's later ones that were passed over, each with who went on from there."""

    decision: Decision | None
    passed: list[tuple[Decision, str]]


def undo(session: Session, document: Document, editor: str) -> Undone:
    """Takes back the editor's last decision about a document that can be: what someone else has changed since stays as it is."""
    passed: list[tuple[Decision, str]] = []
    for last in _own(session, document.id, editor):
        try:
            if next(_later(session, last), None):
                raise Conflict
            _UNDO[last.kind](session, document, last)
        except Conflict:
            passed.append((last, _changed_by(session, last)))
            continue
        row = Decision(document_id=document.id, draft_id=last.draft_id, kind="undo", target=last.target, undoes=last.id)
        row.old, row.new, row.editor = last.new, last.old, editor
        keep(session, row)
        return Undone(last, passed)
    return Undone(None, passed)


def _own(session: Session, document: int, editor: str) -> Iterator[Decision]:
    """An editor's standing decisions about a document, the last one first, each asked for when it is needed."""
    found = standing().where(Decision.document_id == document, Decision.editor == editor).limit(1)
    last: Decision | None = session.scalar(found)
    while last is not None:
        yield last
        last = session.scalar(found.where(Decision.id < last.id))


def _later(session: Session, decision: Decision) -> Iterator[Decision]:
    """The standing decisions about the same row, entity, passage or document after a decision, the last one first."""
    about = Decision.kind == decision.kind, Decision.target == decision.target
    same = (Decision.draft_id == decision.draft_id,) if decision.draft_id else about
    found = standing().where(Decision.document_id == decision.document_id, Decision.id > decision.id, *same)
    return (each for each in session.scalars(found) if decision.kind != "mark" or _same_words(each, decision))


def _same_words(one: Decision, other: Decision) -> bool:
    """Whether two decisions about entities touch the same words in the same layer."""
    marks = [each for each in (other.old, other.new) if each]
    return any(each and overlapping(marks, each, None) for each in (one.old, one.new))


def _changed_by(session: Session, decision: Decision) -> str:
    """Who has changed since what a decision was about; empty where nobody else says so."""
    return next((each.editor for each in _later(session, decision) if each.editor != decision.editor), "")


def _undo_row(session: Session, _document: Document, last: Decision) -> None:
    draft = session.get_one(Draft, last.draft_id)
    if snapshot(draft) != last.new or last.old is None:
        raise Conflict
    earlier = Decision.draft_id == draft.id, Decision.id < last.id
    before: Decision = session.scalar(standing().where(*earlier).limit(1)) or last
    put_row(session, draft, last.old, before.editor, before.at)


def _undo_mark(_session: Session, document: Document, last: Decision) -> None:
    if last.old and overlapping(document.marks, last.old, last.new):
        raise Conflict
    put_mark(document, last.new, last.old)


def _undo_judgement(_session: Session, document: Document, last: Decision) -> None:
    if document.judgements.get(last.target) != last.new:
        raise Conflict
    put_judgement(document, last.target, last.old)


def _undo_check(_session: Session, document: Document, last: Decision) -> None:
    if {"checked": document.checked} != last.new or last.old is None:
        raise Conflict
    document.checked = last.old["checked"]


_UNDO: dict[str, Callable[[Session, Document, Decision], None]] = {
    **dict.fromkeys(("accept", "correct", "reject", "reopen", "add"), _undo_row),
    "mark": _undo_mark,
    "judge": _undo_judgement,
    "check": _undo_check,
}
