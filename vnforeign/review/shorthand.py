"""How clerks shorten what they type into a cell, spelled out the way reports write it, which is how the library reads it.

T5/2020 → tháng 5/2020     Q1/2019, quý một năm 2019 → quý 1/2019      6T/2019 → 6 tháng đầu năm 2019
500tr đồng → 500 triệu đồng     25 tỷđ → 25 tỷ đồng                    03/2019-05/2019 → 03/2019 - 05/2019
"""

from __future__ import annotations

import re

from ..kinds.number import words

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*pairs: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern, re.IGNORECASE), new) for pattern, new in pairs)


_QUARTERS = {"một": "1", "nhất": "1", "hai": "2", "nhì": "2", "ba": "3", "bốn": "4", "tư": "4"}
_SPOKEN_QUARTER = re.compile(rf"^quý ({'|'.join(_QUARTERS)})(?=[ /])", re.IGNORECASE)
_DATES = _rules(
    (r"\s{0,9}\((?:thứ [^()]{2,9}|chủ nhật)\)$", ""),  # 9/1/2017 (Thứ Hai)
    (r"(?<=\d)\s?([./-])\s?(?=\d{1,2}\s?[./-]\s?\d{4}$)", r"\1"),  # 12. 3. 2019: the first of the two
    (r"(?<=\d\.)\s(?=\d{4}$)", ""),  # and the second
    (r"^(?:q\.?|quý)\s?(?=(?:[1-4]|iv|i{1,3})\s?[/-]?\s?\d{4}$)", "quý "),
    (r"^(quý \w{1,3})\s?-\s?(?=\d{4}$)", r"\1/"),
    (r"^t\.?\s?(?=(?:0?[1-9]|1[0-2])\s?[/-]\s?\d{4}$)", "tháng "),
    (r"^(\d{1,2})\s?(?:t|tháng)\s?/\s?(?=\d{4}$)", r"\1 tháng đầu năm "),
    (r"^(?:trong|cả|vào) (?=năm |tháng |quý |ngày )", ""),
    (r"(?<=/\d{4})[-–—](?=\d{1,2}/)", " - "),  # 03/2019-05/2019
)
_UNTIL = re.compile(r"^(?:tính )?(?:đến|tới)(?: hết)?(?: ngày)? (?=năm |tháng |quý |\d)", re.IGNORECASE)
_SINCE = re.compile(r"^(?:kể )?từ(?: ngày)? (?=năm |tháng |quý |\d)", re.IGNORECASE)
_MONEY = _rules(
    (r"(?<=\d)\s?tr\.?\s?(?=đ)", " triệu "),  # 500tr đồng, 500 trđ
    (r"(?<=\d)\s?tr\b\.?", " triệu"),
    (r"(?<=\d)\s?(tỷ|tỉ|triệu|nghìn|ngàn) ?đ$", r" \1 đồng"),
    (r"(?<=\d)\s?(tỷ|tỉ|triệu|nghìn|ngàn) ?đồng$", r" \1 đồng"),
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")  # 1,104,469: no fraction has a second comma, no whole number one
_NOUNS = re.compile(r"(?: [^\W\d_]{1,12}){0,3}")


def date(said: str) -> str:
    """A date or period, spelled out."""
    said = _SPOKEN_QUARTER.sub(lambda match: f"quý {_QUARTERS[match[1].lower()]}", said)
    return _spelled(said, _DATES)


def until(said: str) -> str | None:
    """What stands behind ``đến hết``, ``tính đến``; None where nothing does."""
    return said[match.end() :] if (match := _UNTIL.match(said)) else None


def since(said: str) -> str | None:
    """What stands behind ``từ``, ``kể từ ngày``; None where nothing does."""
    return said[match.end() :] if (match := _SINCE.match(said)) else None


def money(said: str) -> str:
    """A sum of money, spelled out."""
    return _spelled(said, _MONEY)


def whole(said: str) -> str:
    """A whole number whose thousands stand apart by commas, with dots."""
    return _GROUPED.sub(lambda match: match[0].replace(",", "."), said, count=1)


def spoken(said: str) -> str | None:
    """The number that words say by themselves, or before a noun: ``mười``, ``năm``, ``ba lớp``; None where they do not."""
    said = " ".join(said.lower().split())
    alone = {"năm": "5"}.get(said.partition(" ")[0])
    found = words(said, 0)
    end = found[1] if found else len("năm") if alone else -1
    if end < 0 or not _NOUNS.fullmatch(said, end):
        return None
    return format(found[0].normalize(), "f") if found else alone


def _spelled(said: str, rules: Rules) -> str:
    for pattern, new in rules:
        said = pattern.sub(new, said)
    return said.strip()
