"""From a document to drafted rows."""

from __future__ import annotations

from ..analyze import analyze
from ..document import Document, Records
from . import tables
from .another import of_another
from .build import Draft
from .common import Common
from .norms import Norms
from .page import Page
from .rules import RULES
from .schema import types

#: The column that holds the time of a figure.
_TIMES = {"indicator": "as_of", "border_statistics": "period"}


def prefill(document: Document | str, type: str | None = None) -> Records:
    """The rows that a document fills, in the order of the text; of one type where ``type`` names it.

    A text, or a Document that was only read, is analysed first. A Document keeps what was found of all types in
    ``document.records``. Tasks, plans and proposals make no row, except a proposed award, whose status says so.
    Raises ValueError for a type that is none (see ``records.types``).
    """
    if type is not None and type not in types():
        raise ValueError(f"no record type {type!r}; there are {', '.join(types())}")
    if isinstance(document, str):
        document = analyze(document)
    elif not document.passages:
        _analyse(document)
    page = Page(document)
    common, norms = Common(page), Norms(page)
    if type is not None:
        return Records(common.fill(draft.record(), draft) for draft in _of(page, norms, type))
    drafts = [draft for key in RULES for draft in _of(page, norms, key)]
    found = Records(common.fill(draft.record(), draft) for draft in sorted(drafts, key=lambda each: each.sentence.start))
    document.records = found
    return found


def _analyse(document: Document) -> None:
    """What analysing finds, put into the document itself: the rows point to its entities."""
    analysed = analyze(document)
    for name in analysed.__struct_fields__:
        setattr(document, name, getattr(analysed, name))
    for passage in document.passages:
        passage.judge = document.judge


def _timed(draft: Draft) -> Draft:
    """A row of totals of a table that tells its figures in words, with the time of its column where its words name none."""
    row = draft.sentence.page.rows.get(draft.sentence.start)
    column = _TIMES.get(draft.table.key, "")
    if row and row.time:
        draft.time = row.time, row.said
    if row and row.time and column and column not in draft and "as_of" not in draft:
        draft.put(column, row.time, row.said, "table")
    return draft


def _of(page: Page, norms: Norms, key: str) -> list[Draft]:
    """The drafts of one type, of sentences and of rows of tables, in the order of the text.

    A fault in the rules of one type costs the rows of that type, and ``warnings`` says so.
    """
    try:
        found = (draft for draft in RULES[key](page) if not page.in_form(draft.sentence.start, key))
        told = [draft for draft in found if not of_another(draft) and not norms.ruled(draft)]
        drafts = [*map(_timed, told), *tables.drafts(page, key)]
    except Exception as error:
        page.document.warnings.append(f"records of {key}: internal error: {type(error).__name__}: {error}")
        return []
    return sorted(drafts, key=lambda draft: draft.sentence.start)
