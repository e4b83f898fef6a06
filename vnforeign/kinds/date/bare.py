"""Dates that begin with a number and no word that says so: the borders and the neighbours decide."""

from __future__ import annotations

import re

from ...lexicon import rows
from ...rule import Found
from ...text import pattern, spellings
from ..number import approximator
from ..quantity.units import unit
from . import value
from .expressions import expression
from .relative import Deictic, Yearless
from .value import Point

#: Names of the rule by what was read, with an example each.
EXAMPLES = {
    "date.period": "kế hoạch [2010 - 2015](DATE 2010..2015)",
    "date.month": "(từ [12/2019](DATE 2019-12))",
    "date.day": "hội trại thanh niên [26/3](DATE XXXX-03-26)",
    "date.year": "tầm nhìn [2045](DATE 2045)",
    "date.months": "[6 tháng đầu năm 2024](DATE 2024-01..2024-06) đạt",
    "date.past": "[5 năm qua](DATE ?) đã",
}
_INSIDE = frozenset("/-:hgt")  # 4/8, 2010-2015, 08:53, 8h30, 5tháng
_AFTER_BLANK = frozenset((" thá", " năm", " ngà", " tuầ", " quý", " quí", " đến", " tới", " và ", " và\n", " giờ"))
_MARKED = (" -", " /", " .")
_FULL = re.compile(
    r"[0-9]{1,2}(?: ?[/.-] ?)[0-9]{1,2} ?[/.-] ?(?:[12][0-9]{3}|[0-9]{2}(?![0-9]))|(?:19|20)[0-9]{2}[-/][01][0-9][-/][0-3][0-9](?![0-9])"
)
_WRITTEN = pattern(r"[0-9]{1,2} ?tháng ?[0-9]{1,2}(?:,? năm [12]|[-/][12][0-9]{3})")
_CLOCKED = pattern(
    r"[0-9]{1,2}(?::[0-9]{2}|[hg][0-9]{0,2}| giờ(?: [0-9]{1,2}(?: phút)?)?),? (?:ngày |hôm |sáng |chiều |tối )?[0-9]{1,2}[/.-][0-9]{1,2}"
)
_DAYS = re.compile(r"[0-9]{1,2}(?:[/-][0-9]{1,2})?(?: ?- ?| đến | và | đến ngày | tới )[0-9]{1,2}(?:[/.-][0-9]{1,2}| tháng )")
_PERIOD = re.compile(
    r"(?:1[89]|20)[0-9]{2} ?(?:-| (?:đến|tới) (?:năm )?|/) ?(?:(?:1[89]|20)[0-9]{2}(?![0-9]|[/.,-][0-9A-ZĐ])|nay(?!\w))"
)
_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/-]((?:19|20)[0-9]{2})(?![0-9/.-]|[A-Za-zÀ-ỹ])")
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?![0-9/]|[.,-][0-9]|[A-Za-zÀ-ỹĐđ%])")
_YEAR = re.compile(r"((?:19[3-9]|20[0-5])[0-9])(?![0-9]|[.,/:-][0-9]|[A-Za-zÀ-ỹĐđ%]|/[A-ZĐ])")
_MONTHS = pattern(
    r"(1[01]|0?[1-9]) tháng (?:(đầu|cuối) (?:của )?năm(?: (20[0-9]{2}|19[0-9]{2}|nay|ngoái|trước))?|năm (20[0-9]{2}|19[0-9]{2}))(?!\w)",
    re.IGNORECASE,
)
#: kết quả 9 tháng: the first of the year; sau 9 tháng is a duration
_FIRST_MONTHS = pattern(
    r"(0?[369]) tháng(?!\w)(?! (?:qua|vừa|tới|sau|trước|gần|liền|thực|triển|thi|hoạt|làm|năm|đầu|cuối|nay|kể|một|trở))",
    re.IGNORECASE,
)
_RESULTS = pattern(r"(?<!\w)(?:công tác|kết quả|số liệu|báo cáo|tình hình|tính chung) \Z", re.IGNORECASE)
_PAST = pattern(
    r"([0-9]{1,3}) (năm|tháng|tuần|ngày|quý) (vừa qua|qua|gần đây|trở lại đây|sắp tới|tới|trước|sau)(?!\w)", re.IGNORECASE
)
#: 15 ngày trước khi …, hai năm qua biên giới
_DEADLINE = pattern(r" (?:khi|ngày|kỳ|thời điểm|lúc|[0-9]|biên giới|cửa khẩu|lại|đường|cầu|mạng|các cửa|trung gian)")
_AHEAD = ("sắp tới", "tới", "sau")
#: Words that let a day of a month stand without its ngày, beside those days that everybody knows by their number.
_DAY_WORDS = {
    form for word in ("ngày", "hôm", "dịp", "lễ", "từ", "đến", "tới", "vào", "khánh", "thắng", "niên", "nữ", "mồng", "mùng", "và", "sang", "nay", "ký")
    for form in spellings(word)
}  # fmt: skip
_FROM_OR_TO = frozenset(form for word in ("từ", "đến", "tới", "vào", "hôm") for form in spellings(word))
_HOLIDAYS = {
    "3/2",
    "8/3",
    "26/3",
    "30/4",
    "1/5",
    "7/5",
    "19/5",
    "1/6",
    "27/7",
    "19/8",
    "2/9",
    "20/10",
    "20/11",
    "22/12",
    "3/3",
    "28/8",
    "7/1",
    "17/11",
}
#: Streets, schools and plants are named after days; a ratio is none.
_NAMED_AFTER = {
    form for word in ("đường", "phố", "trường", "nghiệp", "bàn", "lệ", "máy", "chợ", "cầu", "viện", "viên", "phường", "đoàn", "công", "ngõ", "hẻm")
    for form in spellings(word)
}  # fmt: skip
_LUNAR = pattern(r",? ?(?:âm lịch|ÂL|tháng chạp)(?!\w)", re.IGNORECASE)
_YEAR_WORDS = {
    form for word in ("nhìn", "đến", "tới", "từ", "và", "sau", "trước", "vào", "cuối", "đầu", "giữa", "hè", "xuân", "hoặc", "giai", "đoạn", "năm", "hết")
    for form in spellings(word)
}  # fmt: skip
_ORDINAL = {
    form for row in rows("quantity/ordinals") for form in spellings(row["word"].lower())
}  # words before a number of order
_WORD_BEFORE = re.compile(r"([^\W\d_]+|[^\s\w])[ \n\t]?\Z")


def read(text: str, start: int, end: int) -> Found | None:
    """The date that begins with the digits at ``start``."""
    if not _may_be(text, start, end):
        return None
    if start and not _free(text, start):
        return _glued(text, start) if text[start - 1] in "yYmMgGnN" else None
    for rule, reader in _READERS:
        if found := reader(text, start):
            if _LUNAR.match(text, found[2]):
                return None
            return Found(found[1], found[2], "DATE", rule, found[0])
    return None


def _glued(text: str, start: int) -> Found | None:
    """``ngày22 tháng 7 năm 2010``, ``năm2014``: a lost blank."""
    word = _WORD_BEFORE.search(text, max(0, start - 16), start)
    begin = word.start() if word else start
    if text[max(0, begin - 5) : start].lower() == "giai đoạn":
        period = expression(text, start, True)
        return Found(begin - 5, period[1], "DATE", "date.of_period", period[0]) if period and is_range(period[0]) else None
    if text[begin:start].lower() not in ("ngày", "tháng", "năm") or text[begin - 1 : begin].isalnum():
        return None
    found = expression(text, start if text[start - 1] in "yY" else begin, False)
    return Found(begin, found[1], "DATE", "date.named", found[0]) if found else None


def may_begin(before: str, following: str, length: int, pointed: bool) -> bool:
    """Whether digits with these neighbours may begin a date: years, numbers with a point, and what a word or mark goes on."""
    following = following.lower()
    return length == 4 or pointed or following[:1] in _INSIDE or following in _AFTER_BLANK or following[:2] in _MARKED


def _may_be(text: str, start: int, end: int) -> bool:
    """Whether what stands behind the digits can belong to a date: most numbers count something and fail this one look."""
    following = text[end : end + 4].lower()
    if following[:1] in _INSIDE or following in _AFTER_BLANK or following[:2] in _MARKED or "." in text[start:end]:
        return True
    return end - start == 4 and text[start : start + 2] in ("18", "19", "20")


def _free(text: str, start: int) -> bool:
    """Whether the digits stand by themselves, or as the second date of (5/9/1962-5/9/2012)."""
    before = text[start - 1]
    if before == "-" and text[max(0, start - 5) : start - 1].isdigit():
        return True
    return not (before.isalnum() or (before in "/.,-#_@" and start > 1 and text[start - 2].isalnum()))


_Result = tuple[object, int, int] | None  # the value, start and end


def from_before(text: str, start: int) -> int | None:
    """Where ``từ`` stands right before, if it does."""
    if start < 3 or text[start - 3 : start - 1].lower() != "từ" or text[start - 1] not in " \n":
        return None
    return None if start > 3 and text[start - 4].isalnum() else start - 3


def _ranged(text: str, start: int) -> _Result:
    begun = from_before(text, start)
    found = expression(text, start, begun is not None)
    if found is None:
        return None
    return found[0], begun if begun is not None and is_range(found[0]) else start, found[1]


LUNAR_DAY = re.compile(r"\bm[ùồ]ng [0-9]{1,2} \Z", re.IGNORECASE)


def is_lunar(text: str, start: int, end: int) -> bool:
    """Whether a day belongs to the lunar calendar, which is not converted: mùng 3, ngày 15/7 âm lịch."""
    by_word = text[start : start + 4].lower() in ("mùng", "mồng") and not text[end - 4 : end].isdigit()
    return by_word or _LUNAR.match(text, end) is not None


def is_range(dated: object) -> bool:
    """Whether what was read is a period with two ends, so that ``từ`` before it belongs to it."""
    if isinstance(dated, value.Date):
        return "/" in (dated.edtf or "")
    return not hasattr(dated, "last") or dated.last is not None


def _full(text: str, start: int) -> _Result:
    if _FULL.match(text, start) or _WRITTEN.match(text, start) or _CLOCKED.match(text, start):
        return _ranged(text, start)
    return None


def _days(text: str, start: int) -> _Result:
    if not _DAYS.match(text, start):
        return None
    found = _ranged(text, start)
    sure = found is not None and found[1] < start  # từ stands before it
    return found if found and is_range(found[0]) and (sure or not _counted(text, found[2])) else None


def _period(text: str, start: int) -> _Result:
    match = _PERIOD.match(text, start)
    if not match or _word_before(text, start) in _ORDINAL - _YEAR_WORDS:
        return None
    if "/" in match[0]:  # 2023/2024
        first, last = int(match[0][:4]), int(match[0][-4:])
        return (value.between(Point(first), Point(last)), start, match.end()) if first < last <= first + 2 else None
    found = _ranged(text, start)
    return found if found and is_range(found[0]) else None


def _month(text: str, start: int) -> _Result:
    match = _MONTH.match(text, start)
    if not match or _word_before(text, start) in _ORDINAL - _DAY_WORDS:
        return None
    return _ranged(text, start) or (value.at(Point(int(match[2]), int(match[1]))), start, match.end())


#: Ngày mai (31-3), chiều nay (5-4)
_SAID_DAY = pattern(r"(?<!\w)(?:nay|mai|qua|kia) \(\Z", re.IGNORECASE)


_OF_YEAR = pattern(r"(0?[1-9]|1[0-2]) năm (20[0-9]{2}|19[0-9]{2})(?![0-9])", re.IGNORECASE)
_MONTHS_BEFORE = pattern(r"(?<!\w)tháng [0-9]{1,2}(?:, [0-9]{1,2}){0,10}(?:, ?| và )\Z", re.IGNORECASE)


def _last_month(text: str, start: int) -> _Result:
    """``tháng 3, 4 năm 2014``: the word stands once, before the first."""
    match = _OF_YEAR.match(text, start)
    if not match or not _MONTHS_BEFORE.search(text, max(0, start - 52), start):
        return None
    return value.at(Point(int(match[2]), int(match[1]))), start, match.end()


def _day(text: str, start: int) -> _Result:
    match = _DAY.match(text, start)
    if not match or not (1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12):
        return None
    before = _word_before(text, start)
    if "-" in match[0] and not _sure_day(text, start, before, match):
        return None
    told = before in _DAY_WORDS or (before in ("(", ",") and _closes(text, match.end()))
    if not told and (f"{int(match[1])}/{int(match[2])}" not in _HOLIDAYS or before in _NAMED_AFTER):
        return None
    if _LUNAR.match(text, match.end()):
        return None
    if _counted(text, match.end()) or (not told and before in _ORDINAL) or "." in match[0] and not told:
        return None
    point = Point(None, int(match[2]), int(match[1]))
    return (Yearless(point) if before in ("từ", "đến", "tới", "vào", ",") else value.at(point)), start, match.end()


_SCALED = pattern(r" ?(?:nghìn|ngàn|vạn|triệu|tỷ|trăm|%)", re.IGNORECASE)


def _sure_day(text: str, start: int, before: str, match: re.Match[str]) -> bool:
    """Whether a dash stands for a stroke: ``từ 18-8``, ``hôm nay (5-7)``; 5-7 alone may be a range."""
    if before == "(":
        return _SAID_DAY.search(text, max(0, start - 6), start) is not None
    return before in _FROM_OR_TO and int(match[1]) > int(match[2]) and not _SCALED.match(text, match.end())


def _closes(text: str, end: int) -> bool:
    return text[end : end + 3].lstrip()[:1] in (")", "-", ",")


def _year(text: str, start: int) -> _Result:
    match = _YEAR.match(text, start)
    if not match or not _year_may_stand(text, start) or _counted(text, match.end()):
        return None
    side = _SIDE.search(text, max(0, start - 14), start)
    begin, modifier = (side.start("side"), _SIDES[side["side"].lower()]) if side else (start, None)
    if side and (ranged := _ranged(text, begin)) and ranged[1] < begin:  # từ đầu 2020 đến cuối 2021
        return ranged
    return value.at(Point(int(match[1])), modifier), begin, match.end()


#: đầu 2020; not the first of something: giai đoạn đầu 2010
_SIDE = pattern(
    r"(?<!\w)(?<!lần )(?<!đoạn )(?<!bước )(?<!bắt )(?<!khởi )(?<!năm )(?<!ngày )(?<!tuần )(?P<side>đầu|giữa|cuối) \Z",
    re.IGNORECASE,
)
_SIDES = {"đầu": "start", "giữa": "mid", "cuối": "end"}


def _year_may_stand(text: str, start: int) -> bool:
    before = _WORD_BEFORE.search(text, max(0, start - 16), start)
    if before is None:
        return False
    word = before[1]
    if not word[0].isalpha():
        return (
            word in "(,;-\"')"
            and not text[max(0, start - 3) : start].rstrip(" (,;-\"'")[-1:].isdigit()
            or _follows_year(text, start)
        )
    return word.lower() in _YEAR_WORDS or (word[0].isupper() and word.lower() not in _ORDINAL and len(word) > 1)


_YEAR_LIST = re.compile(r"(?:19|20)[0-9]{2},? ?(?:và )?\Z")


def _follows_year(text: str, start: int) -> bool:
    return _YEAR_LIST.search(text, max(0, start - 10), start) is not None


def _counted(text: str, end: int) -> bool:
    """Whether a unit or a counted noun follows: 2015 người."""
    found = unit(text, end)
    return found is not None and found[2] != "guess" and not (found[2] == "time" and found[1] == "năm")


def _word_before(text: str, start: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, start - 16), start)
    return match[1].lower() if match else ""


def _months(text: str, start: int) -> _Result:
    match = _MONTHS.match(text, start)
    if match is None and (plain := _FIRST_MONTHS.match(text, start)) and _RESULTS.search(text, max(0, start - 12), start):
        return months(int(plain[1]), "đầu", None), start, plain.end()
    return (months(int(match[1]), (match[2] or "đầu").lower(), match[3] or match[4]), start, match.end()) if match else None


def months(count: int, side: str, year: str | None) -> object:
    """The first or last months of a year; of the year of writing where none is said."""
    first, last = (1, count) if side == "đầu" else (13 - count, 12)
    said = (year or "").strip().lower()
    if said.isdigit():
        return value.between(Point(int(said), first), Point(int(said), last))
    return Yearless(Point(None, first), Point(None, last), None, -1 if said in ("ngoái", "trước") else 0)


def _past(text: str, start: int) -> _Result:
    match = _PAST.match(text, start)
    if not match or _DEADLINE.match(text, match.end()):
        return None
    begin, about = approximator(text, start)
    return stretch(int(match[1]), match[2], match[3], about is not None), begin, match.end()


def stretch(count: int, unit_: str, side: str, about: bool = False) -> Deictic:
    """``5 năm qua``, ``3 tháng tới``, ``hơn 20 năm qua``; ``5 năm trước`` is the year five years back."""
    side = " ".join(side.lower().split())
    whole = side in ("trước", "sau")
    return Deictic(unit_.lower().replace("quí", "quý"), count if side in _AHEAD else -count, whole, "approx" if about else None)


_READERS = (
    ("date.months", _months),
    ("date.past", _past),
    ("date.numeric", _full),
    ("date.day", _days),
    ("date.period", _period),
    ("date.month", _last_month),
    ("date.month", _month),
    ("date.day", _day),
    ("date.year", _year),
)
