"""How long a paper of a table holds: so many years from its signing on, or up to a day of a column of its own."""

from __future__ import annotations

import re

from ..build import Draft
from ..lengths import LENGTH, MONTHS, later
from ..lengths import months as _of
from ..wording import pattern
from .cell import Cell
from .read import Line, Table

_LASTS = r"(?:có )?(?:thời hạn|thời hiệu|hiệu lực|giá trị)(?: (?:là|trong(?: vòng| thời hạn)?))?:? ?"
_SINCE = r"(?:,? ?(?:kể|tính)? ?từ (?:ngày|khi) ký(?: kết)?| \([^()\n]{1,40}\))?"
#: ``5 năm`` in a column of terms, ``hiệu lực 5 năm`` in any.
_ALONE = pattern(rf"\W*(?:{_LASTS}|trong )?{LENGTH}{_SINCE}\W*")
_SAID = pattern(rf"\b{_LASTS}{LENGTH}")
_OF_TERMS = pattern(r"thời hạn|hiệu lực|thời hiệu|thời gian|giai đoạn|giá trị")
_BARE = re.compile(r"\d{1,2}")
_IN_YEARS = pattern(r"(?:thời hạn|hiệu lực|thời hiệu)[^()]*\((?:số )?năm\)|số năm")
#: Heads of the last day.
_LAST = pattern(r"hết (?:hạn|hiệu lực)|(?:giá trị|hiệu lực|thời hạn) (?:đến|tới)|^đến (?:ngày|năm)|ngày kết thúc")


def term(draft: Draft, table: Table, line: Line) -> None:
    """The term by its length, or from the day of signing to a last one that is a whole number of years behind it."""
    signed = str(draft.slots["signed_on"].value) if "signed_on" in draft else ""
    if "term" in draft:
        _up_to(draft, table, line, signed)
        return
    for known, cell in zip(table.columns, line.cells, strict=True):
        if signed and cell.says and (months := _months(known.head, cell)) and (last := later(signed, months)):
            draft.put("term", f"{signed}/{last}", list(cell.pieces), "lasting")
            return


def _months(head: str, cell: Cell) -> int:
    """How many months a cell says that a paper holds; 0 for none."""
    if _BARE.fullmatch(cell.text) and _IN_YEARS.search(head):
        return int(cell.text) * MONTHS
    match = (_ALONE.fullmatch(cell.lower) if _OF_TERMS.search(head) else None) or _SAID.search(cell.lower)
    return _of(match) if match else 0


def _up_to(draft: Draft, table: Table, line: Line, signed: str) -> None:
    """A column of last days: the end of a term."""
    held = draft.slots["term"]
    view = draft.sentence.page.view
    if not isinstance(held.value, str) or "/" in held.value or not held.evidence:
        return
    at = view.place(held.evidence[0].start)
    for known, cell in zip(table.columns, line.cells, strict=True):
        if any(start <= at < end for start, end in cell.pieces) and _LAST.search(known.head):
            whole = signed[4:] == held.value[4:] and signed < held.value
            held.value = f"{signed if whole else '..'}/{held.value}"
            return


__all__ = ["term"]
