"""Which tables count awards by their names."""

from __future__ import annotations

from ..wording import pattern
from .read import Line, Table

NAMES = r"(?:huân chương|huy chương|kỷ niệm chương|bằng khen|giấy khen|thư khen|huy hiệu|cờ thi đua|danh hiệu)"
_AWARD = pattern(rf"{NAMES}\b")
_MOST = 0.5  # of the rows are awards


def is_tally(table: Table) -> bool:
    """Whether most rows of a table of no type are awards."""
    held = sum(award_at(line) is not None for line in table.lines)
    return not table.kind and held > _MOST * sum(not each.total for each in table.lines)


def award_at(line: Line) -> int | None:
    """In which of its first cells a row names an award."""
    return next((at for at, each in enumerate(line.cells[:2]) if _AWARD.match(each.lower)), None)


__all__ = ["NAMES", "award_at", "is_tally"]
