"""What a date or period says, as EDTF (ISO 8601-2) and as its first and last day."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

import msgspec

SEASONS = {"xuân": 21, "hè": 22, "hạ": 22, "thu": 23, "đông": 24}


class Date(msgspec.Struct, frozen=True, gc=False):
    """A point or period. ``start`` and ``end`` are its first and last day, None where open or unknown.

    ``modifier`` (start, mid, end, approx) does not narrow them. ``resolved_by``: ``text``, ``reference`` or None. An impossible
    date has ``valid`` False and nothing else.
    """

    edtf: str | None = None
    start: date | None = None
    end: date | None = None
    modifier: str | None = None
    time: str | None = None
    resolved_by: str | None = None
    valid: bool = True

    def to_dict(self) -> dict[str, Any]:
        """The slots; ``start`` and ``end`` as ISO dates, always there."""
        row: dict[str, Any] = {
            "edtf": self.edtf,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "resolved_by": self.resolved_by,
        }
        if self.modifier:
            row["modifier"] = self.modifier
        if self.time:
            row["time"] = self.time
        if not self.valid:
            row["valid"] = False
        return row

    def __str__(self) -> str:
        return (self.edtf or "?") + (f" ({self.modifier})" if self.modifier else "")


class Point(msgspec.Struct, frozen=True, gc=False):
    """A calendar point as far as the text writes it; ``quarter`` stands for a month, ``third`` for ten days of one."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    third: int | None = None

    def edtf(self) -> str:
        """``2007-12-04``, ``2013-09``, ``2019-33``, ``XXXX-03-26``."""
        year = f"{self.year:04}" if self.year is not None else "XXXX"
        if self.quarter:
            return f"{year}-{32 + self.quarter}"
        if self.month is None:
            return year
        if self.third and not self.day:
            month = f"{year}-{self.month:02}"
            return f"{month}-{self.third * 10 - 9:02}/{month}" + (f"-{self.third * 10:02}" if self.third < 3 else "")
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def edges(self) -> tuple[date, date] | None:
        """First and last day; None without a year. Raises ValueError for a day that no calendar has."""
        if self.month is not None and not 1 <= self.month <= 12 or self.day is not None and not 1 <= self.day <= 31:
            raise ValueError("no such day")
        if self.year is None:
            date(2000, self.month or 1, self.day or 1)
            return None
        if self.quarter:
            return date(self.year, self.quarter * 3 - 2, 1), _last(self.year, self.quarter * 3)
        if self.month is None:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if self.third:
            first = (1, 11, 21)[self.third - 1]
            last = _last(self.year, self.month)
            return date(self.year, self.month, first), last if self.third == 3 else last.replace(day=first + 9)
        if self.day is None:
            return date(self.year, self.month, 1), _last(self.year, self.month)
        return date(self.year, self.month, self.day), date(self.year, self.month, self.day)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


INVALID = Date(valid=False)


def at(point: Point, modifier: str | None = None, time: str | None = None, by: str = "text") -> Date:
    """The date of one point."""
    try:
        edges = point.edges()
    except ValueError:
        return INVALID
    start, end = edges or (None, None)
    edtf = f"{start}/{end}" if edges and point.third else point.edtf()
    return Date(edtf, start, end, modifier, time, by if edges else None)


def between(first: Point | None, last: Point | None, modifier: str | None = None) -> Date:
    """The period from one point to another; None is open."""
    try:
        start = first.edges() if first else None
        end = last.edges() if last else None
    except ValueError:
        return INVALID
    if start and end and start[0] > end[1]:
        return INVALID
    edtf = f"{first.edtf() if first else '..'}/{last.edtf() if last else '..'}"
    known = (first is None or start) and (last is None or end)
    return Date(edtf, start[0] if start else None, end[1] if end else None, modifier, None, "text" if known else None)
