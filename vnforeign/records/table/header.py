"""The head of a table: which rows it takes up, what stands above what."""

from __future__ import annotations

import re

from .cell import EMPTY, Cell, Row
from .heads import is_time, is_unit, meanings, plain, written
from .likeness import near
from .topics import topic

_LEVELS = 3  # lines of a head
_HEAD = 60  # characters of one
_SEVERAL = 4  # cells of a row whose heads may be only like known ones
_LEAST = 2  # columns of a table
_NUMBERED = re.compile(r"\W*(?:\d{1,2}|[A-HIVX]{1,4}|\d ?= ?\d.*|[a-h])\W*")
_FIRST = re.compile(r"0{0,2}1[.)/]?|I[.)/]?")
_COLUMNS, _ROWS, _SHORT = 3, 3, 32  # columns, rows and the length of heads of a table that its figures alone make one
_FIGURE = re.compile(r"\d[\d.,]*|[-–x0]?")
_DATA = re.compile(r"\d")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NO_DATA = re.compile(
    r"(?:đến|ngày) (?:hết )?(?:ngày )?\d{1,2}/\d{1,2}|(?:19|20)\d\d|\b1\.?000\b|\b\d{1,2} tháng|"
    r"\btháng \d+|\bquý \d|^\d{1,2}[.)] "
)
_DAY = re.compile(r"\W*\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\W*")
#: Numbers of rows: ``1``, ``II``, ``a)``.
ORDER = re.compile(r"(?:[A-ZĐ]?\d{1,3}(?:\.\d{1,2})*|[ivxIVX]{1,6}|[A-HĐa-hđ]|[-+*])?[.)/]?")


def again(one: Row, two: Row) -> bool:
    return [each.lower for each in one] == [each.lower for each in two]


def is_head(rows: list[Row], at: int) -> bool:
    """Whether a row names columns: half of its cells are known heads, none holds a figure."""
    said = [each for each in rows[at] if each.pieces]
    if len(said) == _LEAST and said[0].text.endswith(":"):
        return False  # a line of a form
    if len(said) == _LEAST and len(rows[at]) > _LEAST + 1 and ORDER.fullmatch(said[0].text):
        return False  # a group of rows
    if len(said) < _LEAST or any(_is_data(each.text) for each in said):
        return False
    if _are_times(said) or _heads_numbers(rows, at) or _heads_figures(rows, at):
        return True
    sure = sum(bool(meanings(each.text)) and len(each.text) < _HEAD for each in said)
    known = sum(_is_known(each.text, len(said) >= _SEVERAL) for each in said)
    return sure > 0 and known >= 2 and 2 * known >= len(said)


def _is_known(words: str, several: bool) -> bool:
    """Whether words are a head; among several also those that are only like one."""
    return bool(meanings(words) or is_time(words) or is_unit(words) or _is_count(words) or (several and near(words)))


def _heads_numbers(rows: list[Row], at: int) -> bool:
    """Whether ``TT`` opens a row of short words and the number of the first row stands below it, perhaps under a group: what
    names columns in words that nobody knows.
    """
    row = rows[at]
    if ("*", "order") not in meanings(row[0].text) or any(len(each.text) > _HEAD for each in row):
        return False
    return any(below and _FIRST.fullmatch(below[0].text) for below in rows[at + 1 : at + 1 + _LEVELS])


def _heads_figures(rows: list[Row], at: int) -> bool:
    """Whether short words stand above rows of a label and bare figures: they name columns, whatever they say."""
    row, below = rows[at], rows[at + 1 : at + 1 + _ROWS]
    if len(row) < _COLUMNS or len(below) < _ROWS or not all(0 < len(each.text) <= _SHORT for each in row[1:]):
        return False
    return all(
        len(each) == len(row)
        and not _FIGURE.fullmatch(each[0].text)
        and all(_FIGURE.fullmatch(one.text) for one in each[1:])
        and any(one.pieces for one in each[1:])
        for each in below
    )


def _are_times(said: Row) -> bool:
    """``Đoàn vào năm 2020 | Quý I | Quý II | Cả năm``: times, sums beside them, and first perhaps what they are of."""
    rest = said if _is_when(said[0].text) else said[1:]
    times = [each for each in rest if is_time(each.text)]
    named = len(rest) == len(said) or bool(topic(said[0].lower) or meanings(said[0].text))
    return len(times) > 1 and named and all(_is_when(each.text) for each in rest)


def _is_when(words: str) -> bool:
    return is_time(words) or any(one == "*" for one, _ in meanings(words))


def _is_count(words: str) -> bool:
    """Whether a head says what figures below it count: ``Số dự án FDI``."""
    return len(words) < _HEAD and bool(topic(plain(words)))


def _is_data(words: str) -> bool:
    """Whether words hold a figure that is no time, number of a column or unit (``1.000 USD``)."""
    if not _DATA.search(words):
        return False
    if _DAY.fullmatch(words):
        return True
    if is_time(words) or is_unit(words):
        return False
    return bool(_DATA.search(_NO_DATA.sub(" ", written(_IN_BRACKETS.sub(" ", words).lower()))))


def heads(rows: list[Row], at: int) -> tuple[list[Row], int]:
    """The lines of a head, and the index of the first row below them."""
    heads, first = [rows[at]], at + 1
    while first < len(rows) and len(heads) < _LEVELS:
        row = rows[first]
        said = [each for each in row if each.pieces]
        below = all(meanings(each.text) or is_time(each.text) or is_unit(each.text) or len(each.text) < 2 for each in said)
        named = [each for each in said if not ORDER.fullmatch(each.text)]
        if (
            len(named) < 2
            or not below
            or any(_is_data(each.text) for each in said)
            or not _is_below(rows[at], row, rows[first + 1 :])
        ):
            break
        heads.append(row)
        first += 1
    if first < len(rows) and _counts_columns([each.text for each in rows[first] if each.pieces]):
        first += 1
    return heads, first


def _is_below(head: Row, row: Row, rows: list[Row]) -> bool:
    """Whether a row of head words fills what the row above leaves open, or has cells of its own beside it; rows below that have
    more cells than either are of both.
    """
    if len(head) != len(row) or (rows and len(rows[0]) > len(row)):
        return True
    return any(not up.pieces or up.lower == each.lower for up, each in zip(head, row, strict=True)) or any(
        not each.pieces for each in row
    )


def _counts_columns(said: list[str]) -> bool:
    """``(1) (2) (3)``, ``A B 1 2``."""
    if len(said) < _LEAST or not all(_NUMBERED.fullmatch(each) for each in said):
        return False
    numbers = [int(each) for one in said if (each := one.strip("()[] .")).isdecimal()]
    return len(numbers) + 3 >= len(said) and numbers == list(
        range(numbers[0] if numbers else 0, (numbers[0] if numbers else 0) + len(numbers))
    )


def levels(heads: list[Row], size: int) -> list[list[Cell]]:
    """For each column its heads, outermost first; a head above several columns holds for all of them."""
    if len(heads) == 1:
        return [[each] for each in heads[0]]
    if max(map(len, heads)) == size and any(not each.pieces for each in heads[0][1:]):  # places are kept, up to where a line ends
        heads = [[*each, *[EMPTY] * (size - len(each))] for each in heads]
    top, below = heads[0], [each for each in heads[1] if each.pieces]
    if all(len(each) == len(heads[0]) for each in heads):
        return (len(top) < size and _spread(top, below, size)) or _carried(heads)
    return _spread(top, below, size) or [[each] for each in max(heads, key=len)]


def _carried(heads: list[Row]) -> list[list[Cell]]:
    columns: list[list[Cell]] = []
    for at in range(len(heads[0])):
        said: list[Cell] = []
        for level, row in enumerate(heads):
            each = row[at]
            if not each.pieces and level + 1 < len(heads) and any(lower[at].pieces for lower in heads[level + 1 :]):
                each = next((row[back] for back in range(at, -1, -1) if row[back].pieces), EMPTY)
            if each.pieces and (not said or each.lower != said[-1].lower):
                said.append(each)
        columns.append(said or [EMPTY])
    return columns


def _spread(top: Row, below: Row, size: int) -> list[list[Cell]] | None:
    """``Nước | Đoàn ra | Đoàn vào`` above ``Đoàn | Người | Đoàn | Người``: the last heads above share the ones below."""
    for parents in range(1, len(top) + 1):
        if len(top) - parents + len(below) == size and len(below) % parents == 0 and len(below) > parents:
            each = len(below) // parents
            alone = top[: len(top) - parents]
            tail = 1 if plain(top[-1].text) in ("ghi chú", "gc") else 0
            if tail and len(below) % max(parents - 1, 1) == 0 and parents > 1:
                continue
            return [[one] for one in alone] + [[top[len(alone) + at // each], one] for at, one in enumerate(below)]
    if top and plain(top[-1].text) in ("ghi chú", "gc") and (inner := _spread(top[:-1], below, size - 1)):
        return [*inner, [top[-1]]]
    return None


__all__ = ["ORDER", "again", "heads", "is_head", "levels"]
