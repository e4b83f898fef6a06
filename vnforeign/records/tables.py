"""Drafts from the rows of tables in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..kinds.amount import Amount
from . import values
from .build import Draft
from .grid import Cells, Head
from .page import Page, Sentence
from .places import countries
from .schema import types

_LEAST = 2  # slots of a row


def drafts(page: Page, kind: str) -> Iterator[Draft]:
    """The rows of tables of a type as drafts."""
    for top, cells in page.rows:
        if top.type == kind:
            start, end = cells[0][0], cells[-1][1]
            said = page.view.text[start:end]
            sentence = Sentence(
                page, start, end, said, said.lower(), page.between(start, end), page.passage(start), "", True, "table"
            )
            if draft := _draft(sentence, top, cells):
                yield draft


def _draft(sentence: Sentence, top: Head, cells: Cells) -> Draft | None:
    draft = Draft(
        top.type, sentence, summary=any(column and types()[top.type].columns[column].rows == "summary" for column in top.columns)
    )
    for column, (start, end) in zip(top.columns, cells, strict=True):
        if column and sentence.page.view.text[start:end].strip(" -0"):
            _fill(draft, sentence, column, start, end)
    return draft if len(draft) >= _LEAST else None


def _fill(draft: Draft, sentence: Sentence, column: str, start: int, end: int) -> None:
    """Puts a cell by the type of its column."""
    kind = draft.table.columns[column]
    if kind.type == "money":
        sums = sentence.inside(start, end, "AMOUNT")
        if sums and isinstance(sums[0].entity.value, Amount):
            draft.put(column, values.money(sums[0]), sums[0], "table")
    elif kind.type == "int":
        counts = sentence.inside(start, end, "QUANTITY")
        draft.put(column, values.count(counts[0]) if counts else None, (start, end), "table")
    elif kind.type in ("date", "daterange"):
        days = sentence.inside(start, end, "DATE")
        draft.put(column, values.day(days[0]) if days else None, (start, end), "table")
    elif kind.holds == "country":
        named, said = countries(sentence, start, end)
        draft.put(column, named if kind.type == "list" else "".join(named[:1]), said, "table")
    elif kind.type == "list":
        places = sentence.inside(start, end, "DISTRICT", "COMMUNE")
        draft.put(column, [str(getattr(each.entity.value, "name", "")) for each in places], places, "table")
    else:
        _words(draft, sentence, column, start, end)


def _words(draft: Draft, sentence: Sentence, column: str, start: int, end: int) -> None:
    """The words of a cell; a donor's country stands behind a comma or in brackets."""
    text = sentence.page.view.text[start:end]
    named, said = countries(sentence, start, end) if column == "donor" else ([], [])
    cut = re.search(r" ?(?:\(|, )", text)
    if named and cut and start + cut.start() <= said[0].start and text[cut.end() :].rstrip(" )").endswith(said[0].text):
        draft.put("donor_country", named[0], said[0], "table")
        end = start + cut.start()
    draft.say(column, start, end, "table")
