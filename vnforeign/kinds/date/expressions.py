"""Whole expressions: what may stand before a point (``Chiều thứ Hai, ngày``, ``cuối``), after it (``08:53``), and ranges."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import msgspec

from ...text import pattern, spellings
from . import points, value
from .points import Read
from .relative import FromNow, Yearless
from .value import Date, Point

PARTS_OF_DAY = ("rạng sáng", "sáng sớm", "chiều tối", "chiều muộn", "sáng", "trưa", "chiều", "tối", "đêm", "khuya")
WEEKDAYS = (
    "thứ hai",
    "thứ ba",
    "thứ tư",
    "thứ năm",
    "thứ sáu",
    "thứ bảy",
    "thứ 2",
    "thứ 3",
    "thứ 4",
    "thứ 5",
    "thứ 6",
    "thứ 7",
    "chủ nhật",
)
_MODIFIERS = {
    "đầu": "start", "những ngày đầu": "start", "nửa đầu": "start", "giữa": "mid", "trung tuần": "mid", "thượng tuần": "start",
    "hạ tuần": "end", "cuối": "end", "những ngày cuối": "end", "nửa cuối": "end", "khoảng": "approx",
}  # fmt: skip
_THIRDS = {"thượng tuần": 1, "trung tuần": 2, "hạ tuần": 3}
_CLOCK = r"[0-9]{1,2}(?: ?[:hg] ?[0-9]{0,2}(?![0-9])| giờ(?: [0-9]{1,2}(?: phút)?)?)"
_PREFIX = pattern(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) ?,? ?(?:ngày |\()?)?"
    rf"(?:(?P<clock>{_CLOCK}),? (?=ngày|hôm|sáng|chiều|tối|[0-9]{{1,2}}[/.-][0-9]))?"
    rf"(?P<part>(?:{'|'.join(PARTS_OF_DAY)})(?: hôm)? ?,? ?)?"
    rf"(?:(?P<modifier>{'|'.join(sorted(_MODIFIERS, key=len, reverse=True))}) )?"
    r"(?P<unit>hôm |ngày mồng |ngày mùng |ngày |mồng |mùng |tháng ?|năm ?|quý )?"
    rf"(?=[0-9]|[IV]|[lO][0-9lIO]?/|{points.CYCLE} ?-? ?[0-9]|(?:giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)(?:\s|\Z))",
    re.IGNORECASE,
)
_TIME = pattern(r",? (?:lúc )?(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?![0-9:])")
_HOUR = re.compile(r"([0-9]{1,2})[^0-9]*([0-9]{1,2})?")
_TO = pattern(r"(?: ?- ?| (?:cho )?(?:đến|tới) (?:hết |cuối |đầu |giữa )?)", re.IGNORECASE)
_NOW = pattern(r" ?(?:-|(?:cho )?(?:đến|tới)) ?(?:nay|hiện nay|hiện tại|thời điểm này)(?!\w)", re.IGNORECASE)
_LAST = pattern(r" (?:vừa qua|vừa rồi|(?P<ahead>sắp tới|tới đây|tới(?= ?[.,;:)]|\n|\Z)))(?!\w)", re.IGNORECASE)
_SHIFTED = pattern(r" (năm nay|năm ngoái|năm trước|năm sau|năm tới|năm qua)(?!\w)", re.IGNORECASE)
SHIFTS = {"năm nay": 0, "năm ngoái": -1, "năm trước": -1, "năm qua": -1, "năm sau": 1, "năm tới": 1}
_LONGER = (["tháng"], ["năm"], ["quý"])
_BARE = (("ngày", points.day), ("tháng", points.month), ("năm", points.year))
_READERS = {
    form: points.UNITS[unit if unit in points.UNITS else "ngày"]
    for unit in (*points.UNITS, "mồng", "mùng", "hôm")
    for form in spellings(unit)
}
Expression = tuple[Any, int]  # a Date or what becomes one, and where it ends


class Start(msgspec.Struct, gc=False):
    """What was read of one end of an expression."""

    read: Read
    modifier: str | None = None
    time: str | None = None
    named: bool = False  # whether a word such as ngày, sáng or thứ hai says that this is a date


def start(text: str, place: int) -> Start | None:
    """The point at ``place`` with everything that may stand before it."""
    prefix = _PREFIX.match(text, place)
    if not prefix:
        return None
    unit = (prefix["unit"] or "").lower().split()
    if prefix["weekday"] and (unit[:1] in _LONGER or text[max(0, place - 4) : place].lower() == "lần "):
        return None  # lần thứ hai, tháng 2-2019
    modifier = " ".join(prefix["modifier"].lower().split()) if prefix["modifier"] else None
    readers = [_READERS[unit[0]]] if unit else [each for _, each in _BARE]
    named = bool(unit or prefix["part"] or prefix["weekday"] or prefix["clock"])
    if prefix["part"] and not unit:
        readers = readers[:1]
    for reader in readers:
        if found := reader(text, prefix.end()):
            if modifier in _THIRDS and found[0].month and not found[0].day:
                found = (msgspec.structs.replace(found[0], third=_THIRDS[modifier]), *found[1:])
            return Start(found, _MODIFIERS[modifier] if modifier else None, _clock(prefix["clock"]), named)
    return None


def _clock(said: str | None) -> str | None:
    match = _HOUR.match(said) if said else None
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return f"{int(match[1]):02}:{int(match[2] or 0):02}"


def expression(text: str, place: int, from_: bool = False) -> Expression | None:
    """The date or range whose words begin at ``place``; ``from_`` says that ``từ`` stands before it."""
    first = start(text, place)
    if first is None:
        return _open_days(text, place) if from_ else None
    point, last, end = first.read
    if last is not None:
        return _pair(point, last, first.modifier), end
    now = _NOW.match(text, end)
    if now and (from_ or now[0].strip()[0] == "-" or point.month is None):
        return _since(point, first.modifier), now.end()
    if ranged := _range(text, point, end, from_, first.modifier):
        return ranged
    time = _TIME.match(text, end)
    if time and point.day and int(time["h"]) < 24 and int(time["m"]) < 60:
        first.time, end = f"{int(time['h']):02}:{time['m']}", time.end()
    return _one(text, point, end, first)


def _one(text: str, point: Point, end: int, first: Start) -> Expression:
    if point.year is not None:
        return value.at(point, first.modifier, first.time), end
    if shifted := _SHIFTED.match(text, end):
        shift = SHIFTS[" ".join(shifted[1].lower().split())]
        return Yearless(point, None, first.modifier, shift, first.time), shifted.end()
    just = _LAST.match(text, end)
    end = just.end() if just else end
    if first.named or first.modifier:
        return Yearless(point, None, first.modifier, None, first.time, bool(just and just["ahead"])), end
    return value.at(point), end


def _range(text: str, point: Point, end: int, from_: bool, modifier: str | None) -> Expression | None:
    """``2010 - 2015``, ``28/12/2019 đến ngày 5/1/2020``, ``tháng 5 đến tháng 9 năm 2013``."""
    to = _TO.match(text, end)
    if not to or (not from_ and "-" not in to[0] and point.year is None and point.day is None):
        return None
    second = start(text, to.end())
    if second is None or second.read[1] is not None:
        return None
    last, stop = second.read[0], second.read[2]
    if _depth(last) != _depth(point) and not (from_ and "-" not in to[0]):
        return None
    if "-" in to[0] and _depth(point) == 1 and not _is_period(point, last):
        return None
    if point.day and (point.day, point.month) == (last.day, last.month) and "-" in to[0]:
        return None  # 5/9/1962 - 5/9/2012: an anniversary
    if point.year is None and last.year is not None:
        over_new_year = (point.month or 0) > (last.month or 13)  # từ ngày 28/12 đến ngày 5/1/2020
        point = msgspec.structs.replace(point, year=last.year - over_new_year)
    return _pair(point, last, modifier), stop


def _depth(point: Point) -> int:
    return 3 if point.day else 2 if point.month or point.quarter else 1


def _is_period(first: Point, last: Point) -> bool:
    return first.year is not None and last.year is not None and first.year < last.year <= first.year + 100


def _pair(first: Point, last: Point, modifier: str | None) -> Any:
    if first.year is None and last.year is None:
        return Yearless(first, last, modifier)
    return value.between(first, last, modifier)


def _since(point: Point, modifier: str | None) -> Any:
    return value.between(point, None, modifier) if point.year else Open(point, modifier)


class Open(msgspec.Struct, frozen=True, gc=False):
    """``từ tháng 6 đến nay``: a beginning without its year, and no end."""

    first: Point
    modifier: str | None

    def at(self, reference: date | None) -> Date:
        """The open period from the day of writing."""
        begun = Yearless(self.first).at(reference)
        return Date(f"{begun.edtf}/..", begun.start, None, self.modifier, None, begun.resolved_by)


_DAY = re.compile(r"(?:ngày )?([0-9]{1,2})(?= )")
_UNTIL = pattern(r" (?:đến|tới) (?:hết )?")


def _open_days(text: str, place: int) -> Expression | None:
    """``từ ngày 22 đến ngày 24 tháng 7``: the first day takes its month from the second."""
    day = _DAY.match(text, place)
    to = _UNTIL.match(text, day.end()) if day else None
    second = start(text, to.end()) if to else None
    if not day or not second or not second.read[0].day:
        return None
    last = second.read[0]
    first = msgspec.structs.replace(last, day=int(day[1]))
    if int(day[1]) >= (last.day or 0):  # từ ngày 25 đến ngày 05/7: of the month before
        if last.month in (None, 1):
            return None
        first = msgspec.structs.replace(first, month=last.month - 1)
    return _pair(first, last, None), second.read[2]


def until_now_or_year(text: str, place: int) -> Expression | None:
    """Behind ``từ nay``: ``đến năm 2015``."""
    to = _UNTIL.match(text, place)
    second = start(text, to.end()) if to else None
    return (FromNow(second.read[0]), second.read[2]) if second and second.read[0].year else None
