"""What is known of a column from its heads and its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from .cell import Cell, Row
from .heads import counts_in, has_time, is_time, is_unit, meanings, more, plain, undated, unit
from .kind import Column
from .likeness import near
from .topics import topic

FIGURE = re.compile(r"[^\w]*\d[\d.,/ ]*(?: ?[^\W\d][^\W\d]*){0,3}[^\w]*%?")
_SEVERAL = re.compile(r"(?:\d[\d.,]*(?: [^\W\d]+){1,4}(?:[;,]? |$)){2,3}")  # 12 đoàn, 45 lượt người
_DAY = re.compile(r"\d[/.-]\d{1,2}[/.-]\d|^\d{1,2}/(?:19|20)\d\d$|^(?:19|20)\d\d ?[-/] ?(?:19|20)?\d\d$|tháng|năm|ngày(?! làm)")
_SHOWN = 12  # cells that may say what the column is
_MOST = 0.8  # of the cells of a column say what it is
_CODE = re.compile(r"[A-ZĐ]?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,4}[.)]?|[A-HĐa-hđ][.)]?")
_DAYS = re.compile(r"\W*\d{1,3} ngày\W*")  # so many
_PART = re.compile(r"\b(?:[3-9]|10|11) tháng\b|\bquý [iv\d]+\b|\btháng \d{1,2}\b")
_ESTIMATE = re.compile(r"(?:dự )?ước\b")
_FORECAST = re.compile(
    r"(?:dự )?ước(?: (?:thực hiện|th|tính|đạt|kết quả|số liệu))*(?: cả)?(?: năm(?: (?:19|20)\d\d)?| (?:19|20)\d\d)?"
)
_COUNTED = re.compile(r"(?:số )?(?:lượt )?(?:vụ(?: việc)?|đoàn|người|dự án|khoản|đối tượng|khách)")
_DONE = re.compile(r"thực hiện|trong|ngoài|thuộc")
_OF_PLAN = re.compile(r"% ?kế hoạch|% kh\b")
_PLANS = re.compile(r"\bkế hoạch\b|^kh\b|dự kiến|mục tiêu|nhu cầu|đề xuất|phấn đấu|dự toán|chỉ tiêu giao|\bkh (?:19|20)\d\d")
_COMPARES = re.compile(r"so sánh|so với|so cùng|tỷ lệ|tỉ lệ|tăng|%|tỷ trọng|cơ cấu|chênh lệch|\bso\b|cùng kỳ \(%")


def column(at: int, level: list[Cell], rows: list[Row]) -> Column:
    """The column at a place: what its heads, outermost first, may mean, its unit, its role, whether its cells are numbers."""
    words = [each.text for each in level if each.pieces]
    whole, leaf = " ".join(words), words[-1] if words else ""
    held = [row[at].text for row in rows if row[at].says and sum(bool(each.pieces) for each in row) > 1]  # no heads of groups
    figures = sum(bool(FIGURE.fullmatch(each) or _SEVERAL.fullmatch(each)) and not _is_day(each) for each in held)
    numeric = bool(held) and figures * 5 >= 3 * len(held)
    said = meanings(whole) if len(words) > 1 else ()
    above = meanings(words[0]) if len(words) > 1 and (is_unit(leaf) or is_time(leaf)) else ()
    found = tuple(dict.fromkeys((*said, *meanings(leaf), *above))) or near(leaf)
    spans = tuple(each.pieces[0] for each in reversed(level) if each.pieces)
    counts = next((each for one in reversed(words) if (each := unit(one))), "") or (leaf if is_unit(leaf) else "")
    role = _role(plain(whole), plain(leaf), [] if len(words) > 1 and _COUNTED.fullmatch(plain(leaf)) else found)
    role = _held(at, role, held, numeric)
    group = plain(words[0]) if len(words) > 1 else ""
    return Column(plain(whole), found, more(leaf), counts, role, numeric, spans, group, tuple(held[:_SHOWN]))


def settled(columns: list[Column]) -> list[Column]:
    """The columns with what they are beside each other: an estimate of the year is a forecast where part of it is over."""
    over = any(each.numeric and _PART.search(each.head) and not _ESTIMATE.match(each.head) for each in columns)
    return [msgspec.structs.replace(each, role="plan") if over and _FORECAST.match(each.head) else each for each in columns]


def _held(at: int, role: str, held: list[str], numeric: bool) -> str:
    """The role of a column by its cells where these say another than its head: codes of rows, units, words below ``Kết quả``."""
    if not held:
        return role
    most = _MOST * len(held)
    if at == 0 and role in ("", "label") and sum(bool(_CODE.fullmatch(each)) for each in held) >= most:
        return "order"
    if at == 0 and role == "value" and [each.strip(" .)") for each in held] == [str(one + 1) for one in range(len(held))]:
        return "order"  # Số
    if role in ("", "unit", "unitbody") and not numeric and sum(map(counts_in, held)) >= most:
        return "unit"
    return "label" if role == "value" and not numeric and not any(map(str.isdigit, "".join(held))) else role


def _is_day(words: str) -> bool:
    return bool(_DAY.search(words.lower())) and not _DAYS.fullmatch(words.lower())


def _role(whole: str, leaf: str, found: Iterable[tuple[str, str]]) -> str:
    """What a column is, beside what a type knows of it: order, note, label, value, country, …"""
    if _COMPARES.search(whole):
        return "compare"
    if _PLANS.search(whole) and not _DONE.search(whole) or _OF_PLAN.search(whole):
        return "plan"
    roles = [column for name, column in found if name == "*"]
    if roles == ["part"] and is_time(leaf):
        return "value"  # 6 tháng
    if roles or is_time(whole) or is_time(leaf):
        return roles[0] if roles else "value"
    return "value" if has_time(leaf) and not topic(undated(leaf)) and not _COUNTED.fullmatch(undated(leaf)) else ""
