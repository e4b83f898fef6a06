"""The rules of DATE, in the order in which they are asked."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ...rule import Context, Found, Room, Rule
from ...text import pattern
from . import bare, phrases, value
from .bare import is_range
from .expressions import PARTS_OF_DAY, WEEKDAYS, expression, until_now_or_year
from .relative import Deictic, Yearless

_NUMBER = r"hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|mươi"
_OTHER_WORD = pattern(
    rf"(?<!\w)(?:(?:khởi|bắt|ban|lần|mở) đầu (?:năm|tháng|quý|ngày)|(?:(?<![0-9])[0-9]{{1,2}}|{_NUMBER}) năm)\Z", re.IGNORECASE
)


def named(text: str, start: int, end: int, payload: Any) -> Found | None:
    """An expression that begins with ``ngày``, ``tháng``, ``cuối năm``, ``sáng``, ``thứ hai`` …"""
    if text[start] in "tT" and bare.LUNAR_DAY.search(text, max(0, start - 9), start):
        return None  # the month of a lunar day: mùng 10 tháng 3
    begun = bare.from_before(text, start)
    if payload and _OTHER_WORD.search(text, max(0, start - 8), end):  # khởi đầu năm 1995, 5 năm 2016 - 2020
        start = end = text.rfind(" ", start, end) + 1 or end + 1
    found = expression(text, start, begun is not None)
    if found is None:
        return vague(text, start, end)
    dated, stop = found
    if bare.is_lunar(text, start, stop):
        return None
    begin = begun if begun is not None and is_range(dated) else start
    return Found(begin, stop, "DATE", "date.named", dated)


_PARTS = {"đầu": "start", "giữa": "mid", "cuối": "end"}
_HELD = pattern(r"(?:(?<!\w)(?:từ|vào|hồi|đến|tới|ngay|trước|dịp)(?: hết)? |\A|\n)\Z", re.IGNORECASE)
_OTHER_YEAR = pattern(r" (?:học|mới|sau|trước|đó|ấy|kia|thứ|âm|dương|ta|tây|nào|cùng|[0-9])", re.IGNORECASE)


def vague(text: str, start: int, end: int) -> Found | None:
    """``hồi đầu năm``, ``đến cuối năm``: a part of the year or month of writing."""
    part, _, unit = text[start:end].lower().rpartition(" ")
    if part not in _PARTS or unit not in ("năm", "tháng") or _OTHER_YEAR.match(text, end):
        return None
    if not _HELD.search(text, max(0, start - 12), start):
        return None
    return Found(start, end, "DATE", "date.named", Deictic(unit, 0, True, _PARTS[part]))


def from_now(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``từ nay đến năm 2015``."""
    found = until_now_or_year(text, end)
    return Found(start, found[1], "DATE", "date.from_now", found[0]) if found else None


def numeric(text: str, start: int, end: int, payload: Any) -> Found | None:
    """An expression that begins with a number: ``04/12/2007``, ``2010 - 2015``, ``6 tháng đầu năm``."""
    return bare.read(text, start, end)


_JOINT = pattern(r",? (?:và )?|, ?\Z")


def _share_years(dates: list[Found], text: str) -> None:
    """``tháng 7 và tháng 8 năm 2016``, ``ngày 5/6 và 7/8/2019``: the year stands once, behind the last."""
    for last, each in zip(dates[:0:-1], dates[-2::-1], strict=True):
        said, later = each.value, last.value
        if isinstance(said, Yearless) and (of_year := _of_same_year(said, later, text[each.end : last.start][:_TITLE])):
            each.value = of_year
            continue
        if not isinstance(said, Yearless) or said.last or said.shift is not None or not isinstance(later, value.Date):
            continue
        joined = 0 < last.start - each.end < 6 and _JOINT.fullmatch(text[each.end : last.start])
        if joined and later.start and later.end and later.start.year == later.end.year:
            dated = value.at(msgspec.structs.replace(said.first, year=later.start.year), said.modifier, said.time)
            if dated.start and dated.start < later.start and _alike(dated, later):
                each.value = dated


_TITLE = 90  # characters between two parts of a year in one title
_AND_THEN = pattern(r"[^.;\n]*(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|chương trình|công tác)(?!\w)[^.;\n]*", re.IGNORECASE)


def _of_same_year(said: Yearless, later: Any, between: str) -> value.Date | None:
    """``kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2021``: a title names the year of both parts once."""
    part = said.first.quarter or (said.last and said.last.month)
    if not part or said.shift or not isinstance(later, value.Date) or not later.start or later.resolved_by != "text":
        return None
    if not _AND_THEN.fullmatch(between):
        return None
    first = msgspec.structs.replace(said.first, year=later.start.year)
    if said.last is None:
        found = value.at(first, said.modifier, said.time)
    else:
        found = value.between(first, msgspec.structs.replace(said.last, year=later.start.year), said.modifier)
    return found if found.end and found.end < later.start else None


def _alike(one: value.Date, other: value.Date) -> bool:
    """Whether both are days, or both months, or both quarters."""
    return one.start is not None and other.start is not None and len(one.edtf or "") == len(other.edtf or "")


def settle(found: list[Found], context: Context) -> list[Found]:
    """Gives deictic dates the day of writing to count from, and the first of two months the year of the second."""
    if any(each.label == "DATE" and isinstance(each.value, Yearless) for each in found):
        dates = sorted((each for each in found if each.label == "DATE"), key=lambda each: each.start)
        _share_years(dates, context.view.text)
    covered = _covered(context)
    for each in found:
        if each.label == "DATE" and not isinstance(each.value, value.Date):
            if covered and isinstance(each.value, Yearless) and not _ahead(context.view.text, each.start):
                each.value = each.value.at(context.reference, covered)
            else:
                each.value = each.value.at(context.reference)
    return found


_HEAD = 600  # characters in which a report says what year it is of
_AHEAD = pattern(r"(?<!\w)(?:sẽ|dự kiến|kế hoạch|phương hướng|phấn đấu|chuẩn bị|trước)(?!\w)", re.IGNORECASE)


def _ahead(text: str, start: int) -> bool:
    """Whether a word before a date says that it lies ahead."""
    return _AHEAD.search(text, max(0, start - 60), start) is not None


def _covered(context: Context) -> int | None:
    """The year before that of writing, where the head of a text of the first months names it and not the year of writing."""
    day = context.reference
    if day is None or day.month > _FIRST_MONTHS:
        return None
    head = context.view.text[:_HEAD]
    years = {int(match["y"]) for match in _HEAD_YEAR.finditer(head)}
    return day.year - 1 if day.year - 1 in years and day.year not in years else None


_FIRST_MONTHS = 3
_HEAD_YEAR = pattern(r"(?<!tháng [0-9] )(?<!tháng [0-9][0-9] )năm (?P<y>20[0-9]{2}|19[0-9]{2})(?![0-9])", re.IGNORECASE)


_UNITS = ("ngày", "tháng", "năm", "quý", "mồng", "mùng", "hôm")
_VAGUE = ("đầu", "giữa", "cuối", "những ngày đầu", "những ngày cuối", "nửa đầu", "nửa cuối")
_TRIGGERS = (
    *_UNITS,
    *(f"{vague} {unit_}" for vague in _VAGUE for unit_ in ("tháng", "năm", "quý", "ngày")),
    *(f"{third} tháng" for third in ("thượng tuần", "trung tuần", "hạ tuần")),
    *PARTS_OF_DAY,
    *WEEKDAYS,
    *(f"thứ {day[4:].capitalize()}" for day in WEEKDAYS if day.startswith("thứ ")),
)

ROOM = Room(
    "date",
    (
        Rule("date.from_now", "DATE", from_now, "[từ nay đến năm 2015](DATE ..2015)", words={"từ nay": None}),
        *phrases.RULES,
        Rule(
            "date.named",
            "DATE",
            named,
            "ký [ngày 5 tháng 9 năm 2013](DATE 2013-09-05)",
            words={word: word.endswith("năm") or word.startswith("đầu") for word in _TRIGGERS},
        ),
        Rule(
            "date.numeric",
            "DATE",
            numeric,
            "ký [04/12/2007](DATE 2007-12-04)",
            numbers=bare.may_begin,
            also=bare.EXAMPLES,
        ),
    ),
    settle,
)
