"""Rows that a narrow page broke over several lines: a line whose number is left out goes on with the row above."""

from __future__ import annotations

import re
from functools import partial

from ..countries import country_named, names
from .cell import NO_SUM, Row, joined
from .header import ORDER
from .heads import is_unit

_SUM = re.compile(rf"\W*(?:[\divx]+[.)]? )?(?:tổng|cộng|cả năm|toàn tỉnh|lũy kế|luỹ kế|tất cả|trong đó)\b{NO_SUM}", re.IGNORECASE)
_ITEM = re.compile(
    r"(?:[-+*•] ?)?(?:(?:tiểu )?dự án|chương trình|phi dự án|khoản viện trợ|đoàn|bản ghi nhớ|biên bản|thỏa thuận|thoả thuận|"
    r"ý định thư|tuyên bố|hiệp định|hội nghị|hội thảo|tọa đàm|huân chương|huy chương|kỷ niệm chương|bằng khen)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"(?:[-/,&(]|\b(?:và|của|với|về|cho|tại|ở|"
    r"(?<!ubnd )(?<!hđnd )(?<!công an )(?<!quân sự )(?<!biên phòng )(?<!đa khoa )(?<!toàn )(?<!cấp )(?<!trong )tỉnh|"
    r"huyện|xã|thành phố|tp\.?|tổ chức|trường|sở|hội|bộ|ngày|tháng|năm|từ|đến))$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\W*\d[\d.,/ -]*\W*")
_MOST = 6  # lines of one row
_ALONE = 2  # filled cells of a row above that may go on


def joined_rows(rows: list[Row], numbered: bool) -> list[Row]:
    """The rows of a table, each with the lines that go on with it: those without a number, or, where rows have none, without
    anything in the columns of figures, days and countries.
    """
    hangs = goes_on if numbered else partial(_hangs, anchors=_anchors(rows))
    found: list[Row] = []
    on = 0
    for row in rows:
        if found and on < _MOST and hangs(found[-1], row):
            found[-1] = [joined(one, two) for one, two in zip(found[-1], row, strict=True)]
            on += 1
        else:
            found.append(row)
            on = 0
    return found


def _anchors(rows: list[Row]) -> list[int]:
    """The columns that hold a figure, a day, a country or nothing in each row, and are filled twice or more."""
    size = min(map(len, rows), default=0)
    columns = [[row[at].text for row in rows if row[at].pieces] for at in range(size)]
    return [at for at, held in enumerate(columns) if len(held) > 1 and all(map(_is_whole, held))]


def _is_whole(words: str) -> bool:
    """Whether words are a cell that no page breaks: a figure, a day, a country."""
    return bool(_FIGURE.fullmatch(words)) or country_named(words) in names().values()


def _hangs(above: Row, row: Row, anchors: list[int]) -> bool:
    """Whether a row has words below words, but nothing in the columns of figures where the row above has something."""
    filled = [at for at, each in enumerate(row) if each.pieces]
    if (
        len(above) != len(row)
        or not filled
        or any(row[at].pieces for at in anchors)
        or not any(above[at].pieces for at in anchors)
    ):
        return False
    first = row[filled[0]].text
    if _SUM.match(first) or (_ITEM.match(first) and not OPEN.search(above[filled[0]].text)):
        return False
    if filled == [0] and not _continues(above[0].text, first):
        return False  # it may head the rows below
    return all(above[at].pieces for at in filled)


def goes_on(above: Row, row: Row) -> bool:
    """Whether a row without a number only holds what goes on with the cells of a numbered row above: no sum, no group, no item,
    and no figure where the row above has one.
    """
    number = above[0].text
    if len(above) != len(row) or row[0].pieces or not (number and ORDER.fullmatch(number)):
        return False
    filled = [at for at, each in enumerate(row) if each.pieces]
    if filled and filled[0] == 1 and row[1].text[:1].islower() and [each for each in above if each.pieces] == above[:2]:
        return True  # the words of its label were broken, its figures stand below
    if not filled or sum(bool(each.pieces) for each in above) <= _ALONE or _SUM.match(row[filled[0]].text):
        return False
    if _ITEM.match(row[filled[0]].text) and not OPEN.search(above[filled[0]].text):
        return False
    if row[filled[0]].text[:1] in "-+•*" and any(row[at].text[:1].isdecimal() for at in filled[1:]):
        return False  # a part with figures of its own
    if filled == [1] and not _continues(above[1].text, row[1].text):
        return False  # it may head the rows below
    return all(_fits(above[at].text, row[at].text) for at in filled)


def _continues(above: str, words: str) -> bool:
    land = country_named(words[1:].strip()) if words[:1] == "-" else ""  # Hội hữu nghị Việt Nam / - Nhật Bản
    if _FIGURE.fullmatch(words):
        return True  # giai đoạn 2017 / - 2020
    return words[:1].islower() or words[:1] == "(" or bool(OPEN.search(above)) or land in names().values()


def _fits(above: str, words: str) -> bool:
    """Whether the words of a cell may go on with those above."""
    if not above or not re.search(r"\w", words):
        return not re.search(r"\w", words)
    if OPEN.search(above):
        return True
    if _FIGURE.fullmatch(above):
        return is_unit(words) or words[:1] in "(-/"
    return not _FIGURE.fullmatch(words)
