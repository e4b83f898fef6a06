"""``gần 25 tỷ đồng``, ``US$ 2 triệu``, ``năm trăm triệu đô la``, ``kinh phí 25 tỷ``, ``500.000 đồng/người``."""

from __future__ import annotations

import re
from typing import Any

from ...rule import Found, Room, Rule
from ...text import pattern
from ..number import LEADS, Number, approximator, at_least, began_with_from, read, read_words, until
from .currency import CODES, currency, may_begin, may_follow
from .value import Amount

_SIGN_ENDS = frozenset("$€£¥DĐRYP")  # USD, VNĐ, EUR, JPY, GBP
_BEFORE = re.compile(r"(?:US\$|USD|VND|VNĐ|EUR|JPY|AUD|CAD|GBP|[$€£¥]) ?\Z")
_PER = pattern(
    r" ?/ ?((?:người|hộ|em|cháu|học sinh|sinh viên|suất|năm|tháng|ngày|quý|đêm|lượt|đoàn|xã|huyện|thôn|bản|buôn|căn|nhà|ha|km|kg|tấn|lít"
    r"|m2|m³|con|chiếc|cái|giờ|phòng|lớp|trường|dự án|đại biểu|gia đình|đồng chí|cán bộ|trẻ)(?:/(?:năm|tháng|ngày|người|đợt|lần))?)(?!\w)",
    re.IGNORECASE,
)
_MONEY = pattern(
    r"(?<!\w)(?:kinh phí|vốn|trị giá|giá trị|mức đầu tư|tổng đầu tư|ngân sách|tổng thu|thu ngân|tổng chi|chi|hỗ trợ|tài trợ|viện trợ|ủng hộ|đóng góp"
    r"|quyên góp|doanh thu|doanh số|kim ngạch|giải ngân|cam kết|lợi nhuận|nộp|thuế|giá|tiền|vay|dư nợ|bồi thường|phạt|quyết toán|đầu tư|số tiền|nhận|con số|thu nhập|lãi|lương|quỹ)(?!\w)",
    re.IGNORECASE,
)
_COUNTED = pattern(r"(?<!\w)(?:dân số|người|lượt|sản lượng|số dân|bản|tấn|con|liều|cây|khách)(?!\w)", re.IGNORECASE)
_SENTENCE = 160  # characters before the number in which the sentence must speak of money
_ENDS = pattern(
    r" ?(?:[.,;:)\]\"]|\n|\Z|và |so với |trong |cho |để |từ |của |năm |vào |tại |ở |do |,|- |\(|mỗi |tiền |kinh phí|vốn |có |là |được |đã |nhưng |thì |mà |/)"
)

#: A further sum of a list, in the scale alone: ``; năm 2002: 3,4 triệu``.
_LISTED = pattern(
    r"(?:[;,]| và)[^;,.\d\n]{0,40}(?:(?:19|20)\d\d(?: ?:| là| đạt| có)? ?)?\d[\d.,]{0,12} (?:triệu|tỷ|tỉ|nghìn|ngàn)\b"
)
_MOST_LISTED = 12


def after_number(text: str, start: int, end: int, payload: Any) -> Found | None:
    """An amount whose number begins with the digits at ``text[start:end]``."""
    sign = text[max(0, start - 2) : start].strip()[-1:]
    if start > 1 and text[start - 1] in ".," and text[start - 2] in "lIO":
        return None  # 1O.000, l,5: the digits before were read as letters
    before = _BEFORE.search(text, max(0, start - 5), start) if sign in _SIGN_ENDS else None
    if before is None and not may_follow(text, end):
        return None
    number = read(text, start, end)
    if number is None:
        return None
    if before:
        return _signed(text, number, before)
    return _named(text, number, "amount.digits")


def in_words(text: str, start: int, end: int, payload: Any) -> Found | None:
    """An amount whose number is written in words."""
    number = read_words(text, start)
    return _named(text, number, "amount.words") if number else None


def _named(text: str, number: Number, rule: str) -> Found | None:
    """With the currency behind the number, or none where a scale stands in a sentence about money."""
    named = currency(text, number.end)
    if named:
        if not number.scaled and text[number.end : named[0]].strip() in ("bảng", "mác"):
            return None  # 12 bảng biểu, 3 mác
        return _found(text, number, named[0], named[1], rule)
    informal = text[number.end - 1] == "k"  # giá vé 50k
    if not number.scaled or (number.low < 10**6 and not informal) or not _about_money(text, number):
        return None
    per = _PER.match(text, number.end)
    code = _of_list(text, number.end)
    return Found(number.start, number.end, "AMOUNT", "amount.bare", _amount(number, code, True, per[1].lower() if per else None))


def _of_list(text: str, end: int) -> str:
    """The currency that a list says once, at its end: ``năm 2001: 2,8 triệu; năm 2002: 3,4 triệu USD``; else đồng."""
    for _ in range(_MOST_LISTED):
        following = _LISTED.match(text, end)
        if following is None:
            break
        end = following.end()
        if named := currency(text, end):
            return named[1]
    return "VND"


def _about_money(text: str, number: Number) -> bool:
    if not _ENDS.match(text, number.end):
        return False
    if text.startswith(" tiền", number.end):
        return True
    begin = max(0, number.start - _SENTENCE, text.rfind("\n", 0, number.start) + 1, text.rfind(". ", 0, number.start) + 1)
    money = [match.start() for match in _MONEY.finditer(text, begin, number.start)] or ([begin] if number.low >= 10**9 else [])
    counted = list(_COUNTED.finditer(text, begin, number.start))
    return bool(money) and (not counted or counted[-1].start() < money[-1])


def _signed(text: str, number: Number, before: re.Match[str]) -> Found | None:
    sign = before[0].strip()
    code = CODES[sign.lower()]
    start = min(number.start, before.start())
    if number.start == before.end():  # the approximator stands before the sign
        start, modifier = approximator(text, before.start())
        number.modifier = number.modifier or modifier
    number.start = start
    return _found(text, number, number.end, code, "amount.sign")


def _found(text: str, number: Number, end: int, code: str, rule: str) -> Found:
    per = _PER.match(text, end)
    if at_least(text, end):
        number.modifier = "at_least"
    if per is None and number.high is None and (high := until(text, end)):
        start = began_with_from(text, number)
        start = number.start if start is None else start
        again = currency(text, high.end)
        if again and again[1] == code and high.high is None and high.low > number.low:
            return Found(start, again[0], "AMOUNT", rule, Amount(number.low, code, high.low))
    return Found(number.start, end, "AMOUNT", rule, _amount(number, code, per=per[1].lower() if per else None))


def _amount(number: Number, code: str, implied: bool = False, per: str | None = None) -> Amount:
    return Amount(number.low, code, number.high, number.modifier, implied, per)


ROOM = Room(
    "amount",
    (
        Rule(
            "amount.digits",
            "AMOUNT",
            after_number,
            "chi [gần 25 tỷ đồng](AMOUNT 25000000000 VND about)",
            numbers=lambda before, following, length, pointed: before in _SIGN_ENDS or may_begin(following),
            also={
                "amount.sign": "tài trợ [US$ 2 triệu](AMOUNT 2000000 USD)",
                "amount.bare": "tổng kinh phí [25 tỷ](AMOUNT 25000000000 VND).",
            },
        ),
        Rule(
            "amount.words",
            "AMOUNT",
            in_words,
            "tăng [trên năm trăm triệu đô la](AMOUNT 500000000 USD over)",
            words=dict.fromkeys(LEADS),
        ),
    ),
)
