"""How long a paper of a table holds: so many years from its signing on, or up to a day of a column of its own."""

from __future__ import annotations

import re
from calendar import monthrange

from ..build import Draft
from ..wording import pattern
from .cell import Cell
from .read import Line, Table

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LASTS = r"(?:có )?(?:thời hạn|thời hiệu|hiệu lực|giá trị)(?: (?:là|trong(?: vòng| thời hạn)?))?:? ?"
_SINCE = r"(?:,? ?(?:kể|tính)? ?từ (?:ngày|khi) ký(?: kết)?| \([^()\n]{1,40}\))?"
_LENGTH = rf"(?P<n>\d{{1,2}}|{'|'.join(_WORDS[1:])}) ?(?P<unit>năm|tháng)(?! ?\d)"
#: ``5 năm`` in a column of terms, ``hiệu lực 5 năm`` in any.
_ALONE = pattern(rf"\W*(?:{_LASTS}|trong )?{_LENGTH}{_SINCE}\W*")
_SAID = pattern(rf"\b{_LASTS}{_LENGTH}")
_OF_TERMS = pattern(r"thời hạn|hiệu lực|thời hiệu|thời gian|giai đoạn|giá trị")
_BARE = re.compile(r"\d{1,2}")
_IN_YEARS = pattern(r"(?:thời hạn|hiệu lực|thời hiệu)[^()]*\((?:số )?năm\)|số năm")
#: Heads of the last day.
_LAST = pattern(r"hết (?:hạn|hiệu lực)|(?:giá trị|hiệu lực|thời hạn) (?:đến|tới)|^đến (?:ngày|năm)|ngày kết thúc")
_MONTHS = 12


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
        return int(cell.text) * _MONTHS
    match = (_ALONE.fullmatch(cell.lower) if _OF_TERMS.search(head) else None) or _SAID.search(cell.lower)
    if match is None:
        return 0
    count = int(match["n"]) if match["n"].isdecimal() else _WORDS.index(match["n"])
    return count * (_MONTHS if match["unit"] == "năm" else 1)


def later(day: str, months: int) -> str:
    """The day, month or year that lies so many months behind another, in EDTF; nothing for times that are not fine enough."""
    parts = [int(each) for each in day.split("-") if each.isdecimal()]
    if len(parts) != day.count("-") + 1 or (len(parts) == 1 and months % _MONTHS):
        return ""
    year, month = divmod(parts[0] * _MONTHS + (parts[1] if len(parts) > 1 else 1) - 1 + months, _MONTHS)
    if len(parts) == 1:
        return f"{year}"
    last = f"-{min(parts[2], monthrange(year, month + 1)[1]):02}" if len(parts) > 2 else ""
    return f"{year}-{month + 1:02}{last}"


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


__all__ = ["later", "term"]
