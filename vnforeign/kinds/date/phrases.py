"""Dates by their words: ``giai đoạn 2010 - 2015``, ``năm nay``, ``thập niên 90``, ``thế kỷ XX``, ``Xuân Ất Mùi 2015``."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from ...rule import Found, Rule
from ...text import pattern
from ..number import LEADS, read_words, words_before
from .bare import months, stretch
from .expressions import SHIFTS, Open, expression
from .points import CYCLE
from .relative import Deictic
from .value import SEASONS, Date, Point

_PERIODS = (
    "giai đoạn",
    "nhiệm kỳ",
    "thời kỳ",
    "năm học",
    "niên khóa",
    "niên độ",
    "khóa",
    "thời gian",
    "thập kỷ",
    "niên vụ",
    "các năm",
    "những năm",
)
_INSIDE = pattern(
    r"(?: (?:5 năm|10 năm|năm năm|mới|tiếp theo|này|đầu|trung hạn|hai))? ?[,:(]? ?(?=(?:từ )?(?:năm |tháng )?[12][0-9]|từ )",
    re.IGNORECASE,
)
_FROM = pattern(r"từ ", re.IGNORECASE)


def period(text: str, start: int, end: int, payload: Any) -> Found | None:
    """A period with its noun. Without a range behind it the noun says nothing: ``giai đoạn đến năm 2020``."""
    inside = _INSIDE.match(text, end)
    if not inside:
        return None
    from_ = _FROM.match(text, inside.end())
    found = expression(text, from_.end() if from_ else inside.end(), True)
    if found is None or not isinstance(found[0], Date) or "/" not in (found[0].edtf or ""):
        return None
    if payload or "(" in inside[0]:  # các năm 2010 - 2012, giai đoạn đầu (1994 - 1996): the noun is no part of the name
        start = from_.start() if from_ else inside.end()
    return Found(start, found[1], "DATE", "date.of_period", found[0])


_CENTURY = pattern(r" (?:thứ )?(?P<n>[IVX]{1,5}|[0-9]{1,2})(?!\w)")
_DECADE = pattern(r" (?:(?:của )?(?:thế kỷ )?)?(?P<n>(?:19|20)?[0-9]0)(?!\w|[.,][0-9])(?:(?: của)? thế kỷ (?:trước|XX|20))?")
_ROMAN = {"XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}


def century(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``thế kỷ XX`` is 1901 to 2000."""
    match = _CENTURY.match(text, end)
    number = (int(match["n"]) if match["n"].isdigit() else _ROMAN.get(match["n"], 0)) if match else 0
    if not match or not 1 <= number <= 22:
        return None
    first, last = number * 100 - 99, number * 100
    dated = Date(f"{first:04}/{last:04}", date(first, 1, 1), date(last, 12, 31), payload, None, "text")
    return Found(start, match.end(), "DATE", "date.century", dated)


def decade(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``thập niên 90``, ``những năm 80``, ``những năm 90 của thế kỷ XX``."""
    match = _DECADE.match(text, end)
    if not match:
        return None
    first = int(match["n"]) if len(match["n"]) == 4 else 1900 + int(match["n"])
    if first % 10 or not 1800 < first < 2100:
        return None
    dated = Date(f"{first // 10}X", date(first, 1, 1), date(first + 9, 12, 31), payload, None, "text")
    return Found(start, match.end(), "DATE", "date.decade", dated)


_SEASON = pattern(
    rf"(?: {CYCLE})? ?[-,(]? ?(?:năm )?(?P<y>(?:19|20)[0-9]{{2}})(?![0-9])",
    re.IGNORECASE,
)


def season(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``Xuân Ất Mùi 2015``, ``mùa hè năm 2013``: a season of the year, which EDTF can say and whole days cannot."""
    match = _SEASON.match(text, end)
    if not match or (payload is None and match.end() - end < 10):  # Tết 2015 is a feast; Tết Ất Mùi 2015 names the year
        return None
    year = int(match["y"])
    dated = Date(f"{year}-{payload or 21}", date(year, 1, 1), date(year, 12, 31), None, None, "text")
    return Found(start, match.end(), "DATE", "date.season", dated)


_DAY_NEXT = re.compile(r",?[ \n](?=(?:ngày[ \n][0-9]{1,2}[/.-]|[0-9]{1,2}[/-])[0-9]{1,2}(?![0-9]))")


def deictic(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``năm nay``, ``tháng trước``, ``sáng nay``, ``hôm qua``; with the day itself: ``chiều nay 24/2``."""
    if payload.unit == "ngày" and text[end : end + 1] in (" ", ",", "\n"):
        match = _DAY_NEXT.match(text, end)
        if match and (found := expression(text, match.end(), False)):
            return Found(start, found[1], "DATE", "date.deictic", found[0])
    if text.startswith(("những ", "nhiều ", "các "), max(0, start - 6)) or (payload.count and _counts(text, start)):
        return None
    return Found(start, end, "DATE", "date.deictic", payload)


_SOME = frozenset(("vài", "mấy", "nửa", "nhiều", "ít", "mươi"))


def _counts(text: str, start: int) -> bool:
    """Whether a number in words stands before: ``Bảy năm sau``; not the month of ``tháng hai năm sau``."""
    before, last = words_before(text, start)
    return (last in _SMALL or last in _SOME) and before not in ("tháng", "thứ")


_TO_NOW = pattern(r" (?:cho )?(?:đến|tới) nay(?!\w)", re.IGNORECASE)


def since_new_year(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``từ đầu năm đến nay``: from the first day of the year of writing."""
    match = _TO_NOW.match(text, end)
    if match:
        return Found(start, match.end(), "DATE", "date.since_new_year", Open(Point(None, 1, 1), None))
    found = expression(text, start + 3, True)  # từ đầu năm 2013
    if found is None:
        return None
    ranged = "/" in (getattr(found[0], "edtf", None) or "")
    return Found(start if ranged else start + 3, found[1], "DATE", "date.named", found[0])


_SMALL = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "một": 1}
_OF_YEAR = pattern(r"(?: của)? năm(?: ([12][0-9]{3}|nay|ngoái|trước))?(?![\w])", re.IGNORECASE)


def spelled(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``năm năm qua``, ``sáu tháng đầu năm 2021``: small numbers in words."""
    count, unit, side = payload
    if side not in ("đầu", "cuối"):
        return Found(start, end, "DATE", "date.spelled", stretch(count, unit, side))
    match = _OF_YEAR.match(text, end)
    return Found(start, match.end(), "DATE", "date.spelled", months(count, side, match[1])) if match else None


_BEHIND = pattern(r" (năm|tháng|tuần|ngày) (vừa qua|qua|gần đây|trở lại đây|sắp tới|tới|trước)(?!\w)", re.IGNORECASE)


def spelled_out(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``ba mươi năm trước``: larger numbers in words."""
    number = read_words(text, start)
    match = _BEHIND.match(text, number.end) if number else None
    if number is None or match is None or not 1 < number.low < 1000:
        return None
    past = stretch(int(number.low), match[1], match[2], number.modifier is not None)
    return Found(number.start, match.end(), "DATE", "date.spelled_out", past)


_DAYS = {"nay": 0, "qua": -1, "mai": 1}
_DEICTIC = {
    **{said: Deictic("năm", shift, True) for said, shift in SHIFTS.items() if said != "năm qua"},
    "năm qua": Deictic("năm", -1, False),
    "năm vừa qua": Deictic("năm", -1, False),
    **{f"{unit} {word}": Deictic(unit, count, True) for unit in ("tháng", "tuần", "quý")
       for word, count in (("này", 0), ("trước", -1), ("qua", -1), ("vừa qua", -1), ("tới", 1), ("sau", 1))},
    **{f"{part} {word}": Deictic("ngày", count, True) for part in ("sáng", "trưa", "chiều", "tối", "đêm") for word, count in _DAYS.items()},
    **{f"{modifier} {unit} {word}": Deictic(unit, count, True, name) for unit in ("tháng", "tuần")
       for modifier, name in (("đầu", "start"), ("giữa", "mid"), ("cuối", "end"))
       for word, count in (("này", 0), ("trước", -1), ("qua", -1), ("vừa qua", -1), ("tới", 1), ("sau", 1))},
    "hôm nay": Deictic("ngày", 0, True),
    "ngày hôm nay": Deictic("ngày", 0, True),
    "hôm qua": Deictic("ngày", -1, True),
    "ngày hôm qua": Deictic("ngày", -1, True),
    "hôm trước": Deictic("", 0, True),
    "ngày mai": Deictic("ngày", 1, True),
    **{f"{modifier} {said}": Deictic("năm", shift, True, name) for modifier, name in (("đầu", "start"), ("giữa", "mid"), ("cuối", "end"))
       for said, shift in SHIFTS.items() if said != "năm qua"},
}  # fmt: skip
_SPELLED = {
    **{f"{word} {unit} {side}": (count, unit, side) for word, count in _SMALL.items() if count > 1
       for unit in ("năm", "tháng", "tuần", "ngày") for side in ("qua", "vừa qua", "gần đây", "trở lại đây", "trước", "tới", "sắp tới")},
    **{f"{word} tháng {side}": (count, "tháng", side) for word, count in _SMALL.items() for side in ("đầu", "cuối")},
}  # fmt: skip
_SEASONS = {
    **{f"mùa {name}": code for name, code in SEASONS.items()},
    "hè": SEASONS["hè"],
    "xuân": None,
    "Tết": None,
}

RULES = (
    Rule(
        "date.of_period",
        "DATE",
        period,
        "[giai đoạn 2010 - 2015](DATE 2010..2015)",
        words={word: word in ("thời gian", "khóa", "các năm", "những năm") for word in _PERIODS},
    ),
    Rule(
        "date.century",
        "DATE",
        century,
        "[đầu thế kỷ XX](DATE 1901..2000)",
        words={"thế kỷ": None, "cuối thế kỷ": "end", "đầu thế kỷ": "start"},
    ),
    Rule(
        "date.decade",
        "DATE",
        decade,
        "vào [thập niên 90](DATE 1990..1999)",
        words={
            "thập niên": None,
            "thập kỷ": None,
            "những năm": None,
            "đầu những năm": "start",
            "cuối những năm": "end",
            "cuối thập niên": "end",
            "đầu thập niên": "start",
            "giữa thập niên": "mid",
            "những năm thập niên": None,
            "những năm đầu thập niên": "start",
            "những năm cuối thập niên": "end",
        },
    ),
    Rule("date.season", "DATE", season, "đón [Xuân Ất Mùi 2015](DATE 2015)", words=_SEASONS),
    Rule("date.spelled", "DATE", spelled, "[Sáu tháng đầu năm 2021](DATE 2021-01..2021-06)", words=_SPELLED),
    Rule("date.spelled_out", "DATE", spelled_out, "[Ba mươi năm trước](DATE ?), tỉnh", words=dict.fromkeys(LEADS)),
    Rule(
        "date.since_new_year",
        "DATE",
        since_new_year,
        "[Từ đầu năm đến nay](DATE XXXX-01-01/..) tỉnh đã",
        words={"từ đầu năm": None},
    ),
    Rule("date.deictic", "DATE", deictic, "kết quả [năm nay](DATE ?)", words=_DEICTIC),
)
