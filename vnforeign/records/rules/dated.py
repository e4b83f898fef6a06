"""The days that a sentence on a visit names: its dates, days of the report's year that stand bare, and ``cùng ngày``."""

from __future__ import annotations

from datetime import date

import msgspec

from ...kinds.date import Date
from ..page import Mention, Page, Sentence
from ..times import of_document
from ..values import day, days
from ..wording import pattern

_DAY = r"(?P<day>\d{1,2})(?: ?[-–] ?(?P<last>\d{1,2}))? ?[/.] ?(?P<month>\d{1,2})(?![/.\d-])"
#: A day that is no date for itself: at the head of an item, alone between commas, in brackets.
_DEED = r"(?= (?:ký|đón|tiếp|cử|sang|họp|hội đàm|khai mạc|tổ chức|trao|làm việc|thăm|tại|đoàn|dự|nhận|gặp|làm lễ|lễ)\b)"
_BARE = pattern(
    rf"(?:^(?:[-+•*] ?)?(?:\(?\w{{1,3}}[.)] ?)?{_DAY}(?: ?[:,]|{_DEED}))|[,(] ?{_DAY.replace('P<', 'P<b')}(?= ?[;,.)]|$)|"
    r"^[-+•*] ?(?P<cday>\d{1,2})(?P<clast>(?!))?-(?P<cmonth>\d{1,2}) ?:"
)
_SAME_DAY = pattern(r"(?:cùng|trong|cũng trong) ngày\b(?! (?:\d|hôm|mai|càng|một|tháng))|cùng buổi\b")
_YEAR = pattern(r"\bnăm (\d{4})\b")
_BACK = 800  # characters before a sentence that may hold the day that it points back to
_FULL = 10  # characters of a day in EDTF


class Time(msgspec.Struct):
    """A time of a sentence: its place in the view, its value, and the mention where it is one."""

    start: int
    end: int
    value: str
    mention: Mention | None = None

    @property
    def words(self) -> Mention | tuple[int, int]:
        return self.mention or (self.start, self.end)


def times(sentence: Sentence) -> list[Time]:
    """The times that a sentence names, in order."""
    found = [Time(each.start, each.end, value, each) for each, value in days(sentence)]
    held = {each.start for each in found}
    found += [
        Time(each.start, each.end, value, each)
        for each in sentence.of("DATE")
        if each.start not in held and (value := _of_the_year(sentence.page, each))
    ]
    found += [each for each in _bare(sentence) if not any(one.start < each.end and each.start < one.end for one in found)]
    if not found and "cùng" in sentence.lower and (same := _same_day(sentence)):
        found.append(same)
    return sorted(found, key=lambda one: one.start)


def _of_the_year(page: Page, each: Mention) -> str | None:
    """A day without its year, of the report's year: ``Chiều qua (11/5)``."""
    value = each.entity.value
    if not isinstance(value, Date) or not value.valid or not (value.edtf or "").startswith("XXXX-") or day(each):
        return None
    parts = [part.removeprefix("XXXX-").split("-") for part in (value.edtf or "").split("/")]
    if any(len(part) != 2 or not all(one.isdecimal() for one in part) for part in parts):
        return None
    told = [_valid(page, int(last), int(month)) for month, last in parts]
    return "/".join(one for one in told if one) if all(told) else None


def _bare(sentence: Sentence) -> list[Time]:
    found = []
    for match in _BARE.finditer(sentence.text):
        name = "" if match["day"] else "b" if match["bday"] else "c"
        month, first, last = int(match[f"{name}month"]), int(match[f"{name}day"]), match[f"{name}last"]
        told = [_valid(sentence.page, one, month) for one in ([first, int(last)] if last else [first])]
        if all(told):
            start, end = match.start(f"{name}day"), match.end(f"{name}month")
            found.append(Time(sentence.start + start, sentence.start + end, "/".join(one for one in told if one)))
    return found


def _valid(page: Page, number: int, month: int) -> str | None:
    """A day of the report's year; of the year before where it would lie ahead of the report."""
    written = page.document.reference_date
    year = int(written[:4]) if written and written[:4].isdecimal() else _titled(page)
    try:
        told = date(year, month, number).isoformat() if year else None
    except ValueError:
        return None
    if told and written and len(written) == _FULL and told > written:
        return f"{year - 1:04}{told[4:]}" if year else None
    return told


def _titled(page: Page) -> int | None:
    known = of_document(page)
    if known and known.isdecimal():
        return int(known)
    said = _YEAR.search(page.document.metadata.get("title", "").lower())
    return int(said[1]) if said else None


def _same_day(sentence: Sentence) -> Time | None:
    """``Cùng ngày``: the last day that is named before the sentence."""
    match = _SAME_DAY.search(sentence.lower)
    if match is None:
        return None
    told = sentence.page.between(max(0, sentence.start - _BACK), sentence.start)
    dates = [each for each in told if each.label == "DATE"]
    known = [value for each in dates if (value := day(each) or _of_the_year(sentence.page, each)) and len(value) == _FULL]
    return Time(sentence.start + match.start(), sentence.start + match.end(), known[-1]) if known else None


__all__ = ["Time", "times"]
