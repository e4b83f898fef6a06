"""Days and months of a table that leave their year to its title: ``08/01``, ``17-18/3``, ``15/4 - 22/4``, ``Tháng 3``."""

from __future__ import annotations

import re
from datetime import date

from ..page import Page
from .cell import Cell
from .read import Line, Table

_YEAR = re.compile(r"(?<![\d./])(?:19|20)\d\d(?![\d./])")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAYS = re.compile(
    rf"(?:từ )?(?:ngày )?(?P<first>{_DAY})(?:[/.](?P<of>{_MONTH}))?(?: ?(?:-|–|đến|đến ngày|và|,) ?(?:ngày )?"
    rf"(?P<last>{_DAY}))?(?: ?[/.] ?|(?: tháng | ?- ?)(?=\d{{1,2}}$))(?P<month>{_MONTH})",
    re.IGNORECASE,
)
_MONTHS = re.compile(rf"(?:trong )?(?:tháng )?(?P<from>{_MONTH})(?: ?(?:-|–|đến) ?(?:tháng )?(?P<to>{_MONTH}))?", re.IGNORECASE)
_SHORT = 30  # characters of a day
_HEADS = 12  # passages at a document's beginning that may name its year


def year_of(page: Page, table: Table, line: Line) -> int:
    """The year that the groups, heads or titles of a table name, else the document's title or day; 0 where none does."""
    text = page.view.text
    near = (
        [each.text for each in reversed(line.groups)]
        + [text[a:b] for a, b in table.titles]
        + [each.head for each in table.columns]
    )
    document = page.document.metadata
    for words in [*near, document.get("title", ""), document.get("published", "")[:4]]:
        if match := _YEAR.search(words):
            return int(match[0])
    return 0


def told(cell: Cell, head: str, year: int) -> str:
    """A day, a run of days or a month of a year, for a date or daterange column; nothing for other words."""
    words = cell.text.strip(" .;")
    if not year or len(words) > _SHORT:
        return ""
    if match := _DAYS.fullmatch(words):
        return _run(match, year)
    month = _MONTHS.fullmatch(words) if "tháng" in words.lower() or head.startswith("tháng") else None
    if month is None:
        return ""
    first, last = int(month["from"]), int(month["to"] or 0)
    return f"{year}-{first:02}/{year}-{last:02}" if first < last else f"{year}-{first:02}" if not last else ""


def _run(match: re.Match[str], year: int) -> str:
    month = int(match["month"])
    try:
        last = date(year, month, int(match["last"] or match["first"]))
        first = date(year, int(match["of"] or month), int(match["first"]))
    except ValueError:
        return ""
    return str(last) if first == last else f"{first}/{last}" if first < last else ""


__all__ = ["told", "year_of"]
