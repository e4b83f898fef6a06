"""How a cell fills a column of a draft, by the column's type."""

from __future__ import annotations

import re

from .. import sums
from ..build import Draft
from ..page import Sentence
from ..rules import aid_cells, leader, outcome
from . import cells, travel_cells
from .cell import Cell
from .choices import choice
from .names import person_of

_DELEGATIONS = ("delegation_out", "delegation_in")
_HOME = "Việt Nam"
_SUMS = ("committed", "disbursed", "approved", "mobilised", "counterpart")
_WHOLE_PAPER = re.compile(  # 215/QĐ-UBND ngày / 12/02/2018
    r"(?:(?:quyết định|công văn|qđ|văn bản|thông báo|giấy phép) )?(?:số )?\d{1,5} ?/[\w-]{1,20}(?:/[\w-]{1,20})?,?"
    r"(?: ngày \d{1,2}/\d{1,2}/\d{4})?\.?",
    re.IGNORECASE,
)
_DATED = re.compile(r",? ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*")
_PREFIX = 4  # characters before the number of a paper in its cell
_SPOTS = ("signed_at", "presented_at", "place")
_NOWHERE = re.compile(r"(?:ký )?(?:trực tuyến|online|qua mạng|theo hình thức)")


def fill(draft: Draft, sentence: Sentence, column: str, cell: Cell, *units: str) -> None:
    """Puts a cell by the type of its column; a bare number of money has its currency from the head, else from the title."""
    kind = draft.table.columns[column]
    if column in _SPOTS and _NOWHERE.match(cell.lower):
        return
    start, end = cell.start, cell.pieces[0][1]
    if draft.table.key == "ngo_aid" and len(cell.pieces) == 1 and aid_cells.fill(draft, sentence, column, start, end):
        return
    if draft.table.key == "ngo_aid" and len(cell.pieces) > 1 and aid_cells.wrapped(draft, column, cell.text, list(cell.pieces)):
        return
    if column == "committed" and aid_cells.decides(sentence):
        column = "approved"
    if column in _SUMS and len(cell.pieces) == 1 and sums.put(draft, sentence, start, end, column):
        return
    if kind.type == "money":
        if found := cells.money(sentence, cell, *units):
            draft.put(column, found[0], found[1], "table")
    elif kind.type in ("int", "decimal"):
        _count(draft, sentence, column, cell)
    elif kind.type in ("date", "daterange"):
        if told := cells.time(sentence, cell):
            draft.put(column, told[0], told[1], "table")
    elif kind.type == "enum":
        draft.put(column, choice(column, cell.lower, dict(kind.choices)), list(cell.pieces), "table")
    elif draft.table.key in _DELEGATIONS and column in ("name", "head", "head_position"):
        _of_travellers(draft, sentence, column, cell)
    elif column == "result":
        outcome.of_cell(draft, start, end)
    elif kind.type == "docref":
        _paper(draft, sentence, column, cell)
    elif kind.holds == "country" and draft.table.key == "award" and cell.lower.strip(" .") == _HOME.lower():
        draft.put(column, _HOME, list(cell.pieces), "table")
    elif column == "chair" and (name := person_of(cell.text)):
        draft.put(column, name, list(cell.pieces), "table")
    elif kind.holds == "country":
        named, said = cells.lands(sentence, cell)
        draft.put(column, named if kind.type == "list" else "".join(named[:1]), said, "table")
    elif kind.type == "list":
        _list(draft, sentence, column, cell)
    else:
        cells.say(draft, column, cell)


def _of_travellers(draft: Draft, sentence: Sentence, column: str, cell: Cell) -> None:
    """What a delegation is called, who leads it and in what office, also where one cell holds two of these."""
    if column == "name":
        travel_cells.name(draft, sentence, cell)
    elif (column == "head" or "head" not in draft) and not travel_cells.office(draft, sentence, cell):
        _head(draft, sentence, cell)
    if column == "head_position":
        cells.say(draft, column, cell)


def _head(draft: Draft, sentence: Sentence, cell: Cell) -> None:
    """Who leads; a name on several lines is one."""
    if cells.is_broken(sentence, cell):
        travel_cells.split(draft, cell)
    for piece in cell.pieces:
        if "head" not in draft:
            leader.put_cell(draft, sentence, *piece)


def _paper(draft: Draft, sentence: Sentence, column: str, cell: Cell) -> None:
    """A paper by its number, with the day behind it where the cell holds no more than these."""
    papers = cells.mentions(sentence, cell, "DIRECTIVE")
    if cells.is_broken(sentence, cell) and _WHOLE_PAPER.fullmatch(cell.text):
        draft.put(column, cell.text.strip(" ."), list(cell.pieces), "table")
    elif not papers or (
        len(cell.pieces) == 1
        and _DATED.fullmatch(sentence.page.view.text, papers[0].end, cell.end)
        and papers[0].start - cell.start < _PREFIX
    ):
        cells.say(draft, column, cell)
    else:
        draft.put(column, " ".join(papers[0].text.split()), papers[0], "table")


def _count(draft: Draft, sentence: Sentence, column: str, cell: Cell) -> None:
    kind = draft.table.columns[column]
    whole = re.fullmatch(r"\W*(\d+) ?/ ?(\d+)\D*", cell.text)
    if whole and column.endswith("_set") and f"{column[:-4]}_total" in draft.table.columns:
        draft.put(column, str(int(whole[1])), list(cell.pieces), "table")
        draft.put(f"{column[:-4]}_total", str(int(whole[2])), list(cell.pieces), "table")
    elif found := (cells.decimal if kind.type == "decimal" else cells.whole)(sentence, cell):
        draft.put(column, found[0], found[1], "table")


def _list(draft: Draft, sentence: Sentence, column: str, cell: Cell) -> None:
    """Places by their names; subjects by commas."""
    places = cells.mentions(sentence, cell, "DISTRICT", "COMMUNE")
    if column == "location" and places:
        draft.put(column, [str(getattr(each.entity.value, "name", "")) for each in places], places, "table")
    elif column == "subjects":
        parts = [each.strip(" .") for each in re.split(r"[,;]| và ", cell.text) if each.strip(" .")]
        draft.put(column, parts if max(map(len, parts), default=0) < 40 else [cell.text.strip(" .")], list(cell.pieces), "table")


__all__ = ["fill"]
