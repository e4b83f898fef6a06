"""Columns of notes, as ``remarks.tsv`` knows their words: what became of a grant, a paper's number, who pays, a day or place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ... import lexicon
from ..build import Draft
from ..page import Sentence
from ..wording import pattern
from . import cells, undated
from .cell import Cell
from .choices import choice
from .read import Line, Table

_LONGEST = 80  # characters of a state
_PLACE = re.compile(r"[^,;.()\n]{2,60}")
_BEHIND = 4  # characters behind a day that ends a note


class _Note(NamedTuple):
    column: str
    take: str
    says: re.Pattern[str]


@cache
def _notes() -> dict[str, list[_Note]]:
    found: dict[str, list[_Note]] = {}
    for row in lexicon.read(Path(__file__).with_name("remarks.tsv")):
        found.setdefault(row["type"], []).append(_Note(row["column"], row["take"], pattern(row["says"])))
    return found


def fill(draft: Draft, sentence: Sentence, table: Table, line: Line, columns: list[str]) -> None:
    """Fills the columns that are left open from the cells of notes."""
    for known, cell, column in zip(table.columns, line.cells, columns, strict=True):
        if known.role == "note" and not column and cell.says:
            for note in _notes().get(draft.table.key, ()):
                if note.column not in draft and draft.table.columns[note.column].on(draft.summary):
                    _take(draft, sentence, table, line, note, cell)


def _take(draft: Draft, sentence: Sentence, table: Table, line: Line, note: _Note, cell: Cell) -> None:
    match = note.says.match(cell.lower)
    if match is None:
        return
    pieces = list(cell.pieces)
    if note.take == "paper":
        papers = cells.mentions(sentence, cell, "DIRECTIVE")
        draft.put(note.column, " ".join(papers[0].text.split()) if papers else None, papers[0] if papers else pieces, "note")
    elif note.take == "choice":
        draft.put(note.column, choice(note.column, cell.lower, dict(draft.table.columns[note.column].choices)), pieces, "note")
    elif note.take == "words":
        draft.put(note.column, cell.text.strip(" .;") if len(cell.text) < _LONGEST else None, pieces, "note")
    elif note.take == "place":
        place = _PLACE.match(cell.text, match.end())
        draft.put(note.column, place[0].strip() if place else None, pieces, "note")
    else:
        value = _time(sentence, table, line, Cell(cell.text[match.end() :], cell.pieces))
        draft.put(note.column, f"../{value}" if value and note.take == "end" else value, pieces, "note")


def _time(sentence: Sentence, table: Table, line: Line, cell: Cell) -> str | None:
    """The day or time that the words are, and nothing else."""
    if said := undated.told(cell, "", undated.year_of(sentence.page, table, line)):
        return said
    found = cells.mentions(sentence, cell, "DATE")
    only = len(found) == 1 and len(cell.text) - len(found[0].text) < _BEHIND
    told = cells.time(sentence, cell) if only or cell.text.strip(" .").isdecimal() else None
    return told[0] if told else None


__all__ = ["fill"]
