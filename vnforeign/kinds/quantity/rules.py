"""``hơn 130 km``, ``31 nghìn bài dự thi``, ``248/314 vị trí``, ``20 - 25 đại biểu``, ``hai mươi năm``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from ...lexicon import rows, several
from ...rule import Found, Room, Rule
from ...text import pattern, spellings
from ..number import (
    APPROXIMATE,
    LEADS,
    Number,
    approximator,
    at_least,
    began_with_from,
    read,
    read_words,
    until,
    value,
    word_before,
    words_before,
)
from .units import unit
from .value import Quantity

#: words before a number of order, each with the words before it that make it a count after all (tổng số 12 xã)
_ORDINAL = {form: several(row["but_not"]) for row in rows("quantity/ordinals") for form in spellings(row["word"].lower())}
#: A noun that the lexicon lacks counts only where one of these stands before its number.
_COUNTING = pattern(
    r"(?<!\w)(?:có|với|gồm|được|đón|hỗ trợ|cho|tặng|trao|là|đạt|thêm|cả|tổng số|tổng cộng|tổ chức|xây dựng|thành lập|ký|cử|tiếp|bàn giao|cấp"
    r"|thu hút|mỗi|trong|của|từ|thuộc|tại|và|hoặc|còn|mở|phát|dự|thực hiện|triển khai|gần|hơn|trên|cùng|lên|xuống|giảm|tăng) (?:khoảng )?\Z",
    re.IGNORECASE,
)
_WHOLE = pattern(r"(?:/| trong(?: tổng)?(?: số)? | trên tổng số )(?=[0-9])")
_LAST_OF_ORDINAL = {word.split()[-1] + mark for word in _ORDINAL for mark in ("", ":", ".")}
_SHARES = (" t", " T")
#: Right behind digits these are neither unit, scale nor range: asked first, as are numbers of order.
_NO_UNIT = frozenset(".,;:()]\"'") | {""}
#: Before digits these may belong to the number, which then begins with them.
_BEGINNINGS = APPROXIMATE | {"từ", "khoảng", "gần", "trên", "hơn"}
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_CLOCK = pattern(r"(?<!\w)(?:lúc|hồi|vào|từ|đến|khoảng) \Z", re.IGNORECASE)
_MINUTES = pattern(r" ?[0-9]")
_PARTS_OF_LAW = ("điều", "khoản", "điểm", "mục", "chương")
_OF_TERM = re.compile(r" [IVX]+(?!\w)")
#: Behind what is named by its number these count all the same: ``tuần tra cột mốc 386 lần``, ``với đồn Ái Điểm 14 cuộc``.
_TIMES = pattern(r" ?(?:lần|lượt|cuộc|buổi|vụ|chuyến)(?!\w)", re.IGNORECASE)
_ORDERS = frozenset({"thứ", "số", "hạng", "điều", "khoản", "lần"})
_STANDS_ALONE = pattern(r"(?: ?[.,;:)\n]| và | so với | nhưng |\Z)")
_YEARS = (1900, 2100)
_PERIODS = ("tháng", "quý", "năm", "kỳ", "tuần")
_PERIOD = 8  # characters of such a word with its colon
_SMALL = 10  # words for numbers up to ten before a noun are idiom (hai nước, ba trụ cột)


def after_number(text: str, start: int, end: int, payload: Any) -> Found | list[Found] | None:
    """A quantity whose number begins with the digits at ``text[start:end]``."""
    if start and not _free(text, start):
        return None
    whole = _WHOLE.match(text, end) if text[end : end + 2] in _SHARES or text[end : end + 1] == "/" else None
    if whole and (share := _share(text, start, end, whole.end())):
        return share
    ordinal = text[start:end].isdigit() and _is_ordinal(text, start) and not _is_times(text, start, end)
    if ordinal and word_before(text, start) not in _BEGINNINGS:
        return None
    number = read(text, start, end)
    if number is None or (ordinal and number.start == start):
        return None
    return _counted(text, number, start, end, "quantity.digits")


def in_words(text: str, start: int, end: int, payload: Any) -> Found | None:
    """A quantity above ten whose number is written in words."""
    number = read_words(text, start)
    if number is None or (number.low <= _SMALL and number.low == int(number.low)) or _is_ordinal(text, start):
        return None
    return _counted(text, number, start, start, "quantity.words")


def _free(text: str, start: int) -> bool:
    """Whether the digits stand by themselves: not in ``A4``, ``Covid-19``, ``14C``, ``53/1`` or a sum such as ``$5``."""
    before = text[start - 1]
    if before in "-/" and start > 1:
        return not text[start - 2].isalnum() or (before == "/" and text[start - 2].isalpha())
    return not (before.isalnum() or before in "$€.,_@#")


def _is_ordinal(text: str, start: int) -> bool:
    if text[start - 2 : start] == ": " and text[max(0, start - _PERIOD) : start - 2].lower().endswith(_PERIODS):
        return False  # Trong tháng: 14 đoàn
    if word_before(text, start) not in _LAST_OF_ORDINAL and text[start - 1 : start] == " ":
        return False
    before, last = words_before(text, start)
    return (last in _ORDINAL and before not in _ORDINAL[last]) or f"{before} {last}" in _ORDINAL


def _is_times(text: str, start: int, end: int) -> bool:
    return word_before(text, start) not in _ORDERS and _TIMES.match(text, end) is not None


def _counted(text: str, number: Number, start: int, end: int, rule: str) -> Found | None:
    counted = unit(text, number.end)
    if counted is None:
        if number.scaled and text[number.end - 1] != "k" and _STANDS_ALONE.match(text, number.end):
            return Found(
                number.start, number.end, "QUANTITY", rule, Quantity(number.low, None, number.high, None, number.modifier)
            )
        return None
    stop, name, kind = counted
    if name in _PARTS_OF_LAW and text[number.end + 1 : number.end + 2].isupper():
        return None  # các khoản 1, 2 và 3 Điều 43
    if kind == "guess" and _unsure(text, number, start):
        return None
    if kind == "measure" and "," in text[start:end]:
        number = read(text, start, end, fraction=True) or number
    if name in ("khóa", "khoá", "kỳ") and _OF_TERM.match(text, stop):
        return None  # Trung ương 8 khóa XI
    if name in ("giờ", "h") and _is_clock(text, number, stop):
        return None
    if at_least(text, stop):
        number.modifier = "at_least"
    if number.high is None and (high := until(text, stop)) and high.low > number.low:
        first = began_with_from(text, number)
        first = number.start if first is None else first
        again = unit(text, high.end)
        if again and again[1] == name and high.high is None:
            return Found(first, again[0], "QUANTITY", rule, Quantity(number.low, name, high.low))
    return Found(number.start, stop, "QUANTITY", rule, Quantity(number.low, name, number.high, None, number.modifier))


def _unsure(text: str, number: Number, start: int) -> bool:
    """An unknown noun behind a year, or behind a number that begins a line: more likely a date or a heading."""
    year = (
        _YEARS[0] <= number.low <= _YEARS[1]
        and not number.scaled
        and number.start == start
        and "." not in text[start : number.end]
    )
    listed = text[max(0, start - 2) : start] == ", " or "." in text[start : number.end]
    told = number.start < start or number.scaled or listed or _COUNTING.search(text, max(0, start - 16), start) is not None
    return year or not told


def _is_clock(text: str, number: Number, stop: int) -> bool:
    return (
        number.low <= 24
        and (_CLOCK.search(text, max(0, number.start - 8), number.start) or _MINUTES.match(text, stop)) is not None
    )


def _share(text: str, start: int, end: int, second: int) -> Found | None:
    """``248/314 vị trí``, ``180 trong 193 quốc gia``: a part and its whole. Without a noun ``26/3`` stays a date."""
    digits = _DIGITS.match(text, second)
    if not digits:
        return None
    part, whole = value(text[start:end]), value(digits[0])
    if part is None or whole is None or part > whole or part == whole == 24:
        return None
    counted = unit(text, digits.end())
    if counted is None or (counted[2] == "guess" and not _too_large_for_a_date(part, whole)):
        return None
    begin, modifier = approximator(text, start)
    return Found(begin, counted[0], "QUANTITY", "quantity.share", Quantity(part, counted[1], None, whole, modifier))


def _too_large_for_a_date(part: Decimal, whole: Decimal) -> bool:
    return part > 31 or (whole > 12 and whole < _YEARS[0])


ROOM = Room(
    "quantity",
    (
        Rule(
            "quantity.digits",
            "QUANTITY",
            after_number,
            "dài [hơn 130 km](QUANTITY 130 km over)",
            numbers=lambda before, following, length, pointed: following[:1] not in _NO_UNIT,
            also={"quantity.share": "đã cắm [248/314 vị trí](QUANTITY 248/314 vị trí)"},
        ),
        Rule("quantity.words", "QUANTITY", in_words, "trong [hai mươi năm](QUANTITY 20 năm) ấy", words=dict.fromkeys(LEADS)),
    ),
)
