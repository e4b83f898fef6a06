"""The grammar of one point or range, read forward from a number: ``5 tháng 9 năm 2013``, ``22 - 24/7/2019``, ``I/2019``."""

from __future__ import annotations

import re

import msgspec

from ...text import pattern
from .value import Point

_Y = r"(?P<y>[12][0-9]{3}(?![0-9])|[0-9]{2}(?![0-9]))"
_Y4 = r"(?P<y>1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])"
_END = r"(?![\w]|[/.-][0-9]|/[A-ZĐ])"
_OF_YEAR = rf"(?: ?,? ?năm ?(?P<y>1[5-9][0-9]{{2}}|20[0-9]{{2}})(?![0-9])|(?: ?(?:/|-) ?|\.){_Y4.replace('P<y>', 'P<y2>')})"
_MONTH_WORDS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}

#: 04/12/2007, 5-9-2013, 06.7.2011, 15-4-2010; the second mark may differ (10/4-2013)
NUMERIC = re.compile(rf"(?P<d>[0-9]{{1,2}})(?P<s> ?[/.-] ?)(?P<m>[0-9]{{1,2}}) ?[/.-] ?{_Y}{_END}")
#: 2014-12-22
ISO = re.compile(r"(?P<y>19[0-9]{2}|20[0-9]{2})[-/](?P<m>[0-9]{2})[-/](?P<d>[0-9]{2})(?![0-9])")
#: 5 tháng 9 năm 2013, 10 tháng 4-2013, 5 tháng 9; of web pages: 25 Tháng 9 2015 17:01
WRITTEN = pattern(
    rf"(?P<d>[0-9]{{1,2}}),? ?tháng ?(?P<m>[0-9]{{1,2}})(?![0-9])(?:{_OF_YEAR}| (?P<y3>20[0-9]{{2}})(?= [0-9]{{2}}:[0-9]{{2}}))?",
    re.IGNORECASE,
)
#: 22/7
_DAY_END = r"(?![\w]|[/.][0-9]|-[0-9](?![0-9]?/[0-9])|/[A-ZĐ])"  # 25/5-02/6
DAY_MONTH = re.compile(rf"(?P<d>[0-9]{{1,2}})(?: ?[/-] ?|\.)(?P<m>[0-9]{{1,2}}){_DAY_END}(?:,? năm {_Y4})?", re.IGNORECASE)
#: 9 năm 2013, 5/1988, 10-2019, 6
MONTH = pattern(rf"(?P<m>[0-9]{{1,2}})(?![0-9]){_OF_YEAR}?", re.IGNORECASE)
#: tháng mười hai năm 2010
MONTH_WORD = pattern(rf"(?P<w>{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))}) năm {_Y4}", re.IGNORECASE)
#: 2013, Quý Tỵ 2013
CYCLE = r"(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) (?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)"
YEAR = pattern(rf"(?:{CYCLE},? ?-? ?)?{_Y4}", re.IGNORECASE)
QUARTER = pattern(rf"(?P<q>IV|I{{1,3}}|[1-4])(?!\w)(?:(?: năm |/| ?- ?|, năm ){_Y4})?", re.IGNORECASE)
#: I và II/2020; I, II, III năm 2020; 1 và 2/2020
QUARTERS = pattern(
    rf"(?P<listed>I{{1,3}}(?:, I{{2,3}}){{0,2}})(?:, | và )(?=I[IV])|(?P<numbers>[1-3](?:, [2-3]){{0,2}})(?:, | và )(?=[2-4](?: năm |/){_Y4})",
    re.IGNORECASE,
)
#: 22 - 24/7/2019, 14-15/4, 18~20/9, 20 và 21/7, 22 đến 24/7, 22 đến ngày 24 tháng 7 năm 2019; 5, 6 và 7/8/2019
DAYS = pattern(
    rf"(?P<a>[0-9]{{1,2}})(?P<listed>(?:, ?[0-9]{{1,2}}){{0,6}})(?: ?[-~] ?| đến (?:hết )?(?:ngày )?| tới (?:ngày )?| và (?:ngày )?|, ?(?:ngày )?)(?P<d>[0-9]{{1,2}})"
    rf"(?:(?:/|\.|-)(?P<m>[0-9]{{1,2}})(?:(?:/|\.|-){_Y})?{_END}| ?tháng ?(?P<m2>[0-9]{{1,2}})(?![0-9])(?: ?,? năm {_Y4.replace('P<y>', 'P<y2>')}"
    rf"|[/-]{_Y4.replace('P<y>', 'P<y3>')})?)",
    re.IGNORECASE,
)
#: OCR reads 1 as l or I and 0 as O: 01/ll/1999
SCANNED = re.compile(r"(?P<d>[0-9lIO]{1,2})/(?P<m>[0-9lIO]{1,2})/(?P<y>[12lI][0-9lIO]{3})(?![0-9lIO])")
_SCANNED_DIGITS = str.maketrans("lIO", "110")
Read = tuple[Point, Point | None, int]  # the first point, the last one of a range, the end


def _point(match: re.Match[str]) -> Point:
    groups = match.groupdict()
    year = groups.get("y") or groups.get("y2") or groups.get("y3")
    month = groups.get("m") or groups.get("m2")
    day = groups.get("d")
    if match.re is SCANNED:
        day, month, year = (each.translate(_SCANNED_DIGITS) for each in (day or "", month or "", year or ""))
    return Point(_year(year) if year else None, int(month) if month else None, int(day) if day else None)


def _year(digits: str) -> int:
    """Two digits: up to 40 of this century, else of the last."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year <= 40 else 1900)


def days(text: str, place: int) -> Read | None:
    """Two days of one month, ``22 - 24/7``."""
    match = DAYS.match(text, place)
    if not match:
        return None
    last = _point(match)
    if not (last.month and 1 <= last.month <= 12 and int(match["a"]) < (last.day or 0) <= 31):
        return None
    if match["listed"] and not _run([match["a"], *match["listed"].split(",")[1:], match["d"]]):
        return None
    return msgspec.structs.replace(last, day=int(match["a"])), last, match.end()


def _run(numbers: list[str]) -> bool:
    """Whether numbers follow each other without a gap."""
    first = int(numbers[0])
    return [int(each) for each in numbers] == list(range(first, first + len(numbers)))


def day(text: str, place: int) -> Read | None:
    """What may follow ``ngày``: a full date, a day of a month, or two days."""
    if found := days(text, place):
        return found
    for form in (NUMERIC, WRITTEN, DAY_MONTH, ISO, SCANNED):
        if match := form.match(text, place):
            return _point(match), None, match.end()
    return _day_of_named(text, place)


_BEFORE_NAMED = pattern(r"(?P<d>[0-9]{1,2}) tháng (?=[^\W\d])", re.IGNORECASE)


def _day_of_named(text: str, place: int) -> Read | None:
    """``22 tháng Tám năm 2012``."""
    match = _BEFORE_NAMED.match(text, place)
    found = month(text, match.end()) if match else None
    return (msgspec.structs.replace(found[0], day=int(match["d"])), None, found[2]) if match and found else None


def month(text: str, place: int) -> Read | None:
    """What may follow ``tháng``."""
    if match := MONTH.match(text, place):
        return (_point(match), None, match.end()) if 1 <= int(match["m"]) <= 12 and _ends(text, match.end()) else None
    if match := MONTH_WORD.match(text, place):
        return Point(int(match["y"]), _MONTH_WORDS[" ".join(match["w"].lower().split())]), None, match.end()
    return None


def year(text: str, place: int) -> Read | None:
    """What may follow ``năm``."""
    match = YEAR.match(text, place)
    return (Point(int(match["y"])), None, match.end()) if match and _ends(text, match.end()) else None


def quarter(text: str, place: int) -> Read | None:
    """What may follow ``quý``: a quarter, or several that follow each other."""
    several = QUARTERS.match(text, place)
    match = QUARTER.match(text, several.end() if several else place)
    if not match:
        return None
    last = Point(int(match["y"]) if match["y"] else None, quarter=_quarter(match["q"]))
    if not several:
        return last, None, match.end()
    listed = [_quarter(each) for each in (several["listed"] or several["numbers"]).split(", ")]
    if [*listed, last.quarter] != list(range(listed[0], listed[0] + len(listed) + 1)):
        return Point(quarter=listed[0]), None, several.end(several.lastgroup or "listed")
    return msgspec.structs.replace(last, quarter=listed[0]), last, match.end()


def _quarter(said: str) -> int:
    return _ROMAN.get(said.upper()) or int(said)


def _ends(text: str, end: int) -> bool:
    """Whether a number ends here for good: not in 2014/QĐ, 2.011, 10%."""
    following = text[end : end + 2]
    return not (following[:1].isalnum() or (following[:1] in "/.," and following[1:].isdigit()) or following[:1] == "%")


UNITS = {"ngày": day, "tháng": month, "năm": year, "quý": quarter}
