"""Tables that count awards by their names and by years: ``Hình thức | 2014 | 2015``."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft
from ..page import Page
from ..wording import pattern
from . import award_lead, award_lines, cells
from .award_cells import name_parts
from .cell import Cell
from .columns import FIGURE
from .kind import Column
from .read import Line, Table
from .row import row
from .tally import award_at, is_tally
from .titles import is_annex

_IN_BRACKETS = pattern(r" ?\((?P<by>[^()]{3,80})\)$")
_OFF = ("compare", "plan", "note", "unit", "order")


def drafts(page: Page, table: Table) -> Iterator[Draft]:
    """A row of totals for each number of a table whose rows are awards, and of a row among other figures that names one."""
    if not is_tally(table):
        yield from award_lines.drafts(page, table)
        return
    for line in table.lines:
        if told := list(award_lines.of_line(page, table, line, told=True)):
            yield from told
            continue
        if (at := award_at(line)) is None:
            continue
        for known, cell in zip(table.columns[at + 1 :], line.cells[at + 1 :], strict=True):
            if cell.says and known.role not in _OFF and FIGURE.fullmatch(cell.text):
                yield from _draft(page, table, (line, line.cells[at], cell), known)


def _draft(page: Page, table: Table, of: tuple[Line, Cell, Cell], known: Column) -> Iterator[Draft]:
    line, name, cell = of
    sentence = row(page, line.start, line.end)
    count = cells.whole(sentence, cell)
    if count is None or count[0] == "0" or not (sentence.fact or is_annex(page.view.text, table.titles)):
        return
    draft = Draft("award", sentence, summary=True)
    column = "groups" if "tập thể" in known.head else "persons" if "cá nhân" in known.head else "count"
    draft.put(column, count[0], count[1], "tally")
    cells.say(draft, "award", name)
    _of_brackets(draft, name)
    name_parts(draft)
    award_lead.fill(draft, sentence, table)
    yield draft


def _of_brackets(draft: Draft, cell: Cell) -> None:
    """``Kỷ niệm chương … (Liên hiệp các tổ chức hữu nghị Việt Nam)``: who gives it."""
    slot = draft.slots.get("award")
    if slot and (match := _IN_BRACKETS.search(cell.text)):
        draft.put("giver", match["by"], list(cell.pieces), "tally")
        slot.value = str(slot.value).removesuffix(")").removesuffix(match["by"]).strip(" (")


__all__ = ["drafts"]
