"""Dates that count from the day of writing: ``năm nay``, ``5 năm qua``, ``6 tháng đầu năm``, ``25/6`` without a year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

from .value import Date, Point, at, between

_UNKNOWN = Date("?")
_FAR = timedelta(days=290)  # a day without a year is of the year of writing; in January, late months are of the last one


class Yearless(msgspec.Struct, frozen=True, gc=False):
    """A point or range that the text gives without its year; ``shift`` is 0 for ``năm nay``, -1 for ``năm ngoái``, None unsaid.

    ``ahead`` says that it lies ahead: ``tháng 3 tới``.
    """

    first: Point
    last: Point | None = None
    modifier: str | None = None
    shift: int | None = None
    time: str | None = None
    ahead: bool = False

    def at(self, reference: date | None, covered: int | None = None) -> Date:
        """The date that a day of writing gives it; one that then lies ahead is of the year ``covered`` by a report, if it is known."""
        if reference is None:
            return self._dated(None, "text")
        year = reference.year + (self.shift or 0)
        found = self._dated(year, "reference")
        if self.ahead and found.end and found.end < reference:
            return self._dated(year + 1, "reference")
        if self.shift is None and not self.ahead and found.start and found.start - reference > _FAR:
            found = self._dated(year - 1, "reference")
        if covered and self.shift is None and not self.ahead and found.start and found.start > reference:
            found = self._dated(covered, "reference")
        return found

    def _dated(self, year: int | None, by: str) -> Date:
        first = msgspec.structs.replace(self.first, year=year)
        if self.last is None:
            return at(first, self.modifier, self.time, by)
        last = msgspec.structs.replace(self.last, year=year)
        if year and first.month and last.month and last.month < first.month:
            last = msgspec.structs.replace(last, year=year + 1)
        found = between(first, last, self.modifier)
        return msgspec.structs.replace(found, resolved_by="reference") if found.start and by == "reference" else found


class Deictic(msgspec.Struct, frozen=True, gc=False):
    """``count`` units before (negative) or after the day of writing, or the unit that holds it (0).

    ``whole`` takes the calendar unit (``năm ngoái``), else the stretch that ends or begins today (``5 năm qua``).
    """

    unit: str
    count: int
    whole: bool
    modifier: str | None = None

    def at(self, reference: date | None) -> Date:
        """The date that a day of writing gives it; unknown without one."""
        if reference is None or not self.unit:
            return Date("?", modifier=self.modifier)
        try:
            start, end = self._whole(reference) if self.whole else self._stretch(reference)
        except (ValueError, OverflowError):
            return _UNKNOWN
        edtf = start.isoformat() if start == end else f"{start}/{end}"
        return Date(_short(start, end) or edtf, start, end, self.modifier, None, "reference")

    def _whole(self, today: date) -> tuple[date, date]:
        if self.unit == "ngày":
            return (day := today + timedelta(days=self.count)), day
        if self.unit == "tuần":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=self.count)
            return monday, monday + timedelta(days=6)
        size = {"năm": 12, "quý": 3, "tháng": 1}[self.unit]
        first = (today.year * 12 + today.month - 1) // size * size + self.count * size
        return _month(first), _month(first + size) - timedelta(days=1)

    def _stretch(self, today: date) -> tuple[date, date]:
        if self.unit in ("ngày", "tuần"):
            far = today + timedelta(days=self.count * (7 if self.unit == "tuần" else 1))
        else:
            months = self.count * {"năm": 12, "quý": 3, "tháng": 1}[self.unit]
            month = _month(today.year * 12 + today.month - 1 + months)
            far = month.replace(day=min(today.day, calendar.monthrange(month.year, month.month)[1]))
        return (far, today) if far <= today else (today, far)


class FromNow(msgspec.Struct, frozen=True, gc=False):
    """``từ nay đến năm 2015``."""

    last: Point

    def at(self, reference: date | None) -> Date:
        """The period from the day of writing."""
        found = between(None, self.last)
        if reference is None or found.end is None:
            return found
        return Date(f"{reference}/{self.last.edtf()}", reference, found.end, None, None, "reference")


def _month(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)


def _short(start: date, end: date) -> str | None:
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year:04}"
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and (end + timedelta(days=1)).day == 1:
        return f"{start.year:04}-{start.month:02}"
    return None
