"""The rows of a table with the groups that they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from .cell import NO_SUM, Cell, Row, is_number
from .columns import FIGURE
from .header import ORDER
from .kind import Column

#: What a line of sums opens with.
SUM = re.compile(
    r"(?:[\divx]+[.)]? )?(?:tổng|cộng|tổng cộng|tổng số|cả năm|toàn tỉnh|lũy kế|luỹ kế|tất cả|gộp|chung|cộng chung|toàn quốc)\b"
    rf"{NO_SUM}",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
_RANKS = (re.compile(r"[A-H]"), re.compile(r"[IVX]+"), re.compile(r"\d+"), re.compile(r"[a-h]|\d+\.\d+"))


class Line(msgspec.Struct):
    """A row of a table: as many cells as columns, the groups above it outermost first, whether it is a sum."""

    cells: Row
    groups: list[Cell]
    total: bool
    start: int
    end: int


def lines_of(rows: list[Row], columns: list[Column], items: bool) -> Iterator[Line]:
    """The rows that hold figures or items; a row of one cell alone heads those below it, and so does one of sums among items."""
    groups: list[tuple[int, Cell]] = []
    marks: dict[int, str] = {}  # of the groups
    ordered = columns[0].role == "order"
    above: Row = []
    items = items and ordered and sum(row[0].text.strip(" .)").isdecimal() for row in rows) > 1
    for row in rows:
        said = [each for at, each in enumerate(row) if each.says and not (ordered and at == 0 and ORDER.fullmatch(each.text))]
        if not said:
            continue
        first, sums = said[0], items and _sums_group(row, columns)
        if sums or len(said) == 1 and len(columns) > 1 and not FIGURE.fullmatch(first.text) and not SUM.match(first.text):
            mark = row[0].text if ordered and row[0].pieces and row[0] is not first else first.text
            groups = [each for each in groups if each[0] < _rank(mark)] + [(_rank(mark), first)]
            marks = {each.start: marks.get(each.start, mark) for _, each in groups}
            if not sums:
                continue
        elif ordered and row[0].pieces:
            after = next((at for at, (_, each) in enumerate(groups) if _follows(marks[each.start], row[0].text)), len(groups))
            groups = groups[:after]
        row = [up if each.repeats and up.says else each for up, each in zip(above or row, row, strict=True)]
        spans = [span for each in row for span in each.pieces if each.pieces]
        own = [span for at, each in enumerate(row) for span in each.pieces if not above or each is not above[at]] or spans
        yield Line(
            row,
            [each for _, each in groups if each is not first],
            bool(sums or SUM.match(first.text) or SUM.match(row[0].text)),
            min(own)[0],
            max(own, key=lambda one: one[1])[1],
        )
        above = row


def _sums_group(row: Row, columns: list[Column]) -> bool:
    """``II | Lĩnh vực giáo dục | | | 1.214.000``: what heads numbered items and sums them up: no words but its own."""
    held = list(zip(row, columns, strict=True))[1:]
    rest = [(each, of) for each, of in held[1:] if each.says]
    words = [of for each, of in held[1:] if not of.numeric]
    return (
        bool(_GROUP.fullmatch(row[0].text) and held[0][0].says and rest and words)
        and not held[0][1].numeric
        and all(of.numeric and FIGURE.fullmatch(each.text) for each, of in rest)
    )


def _follows(one: str, two: str) -> bool:
    """Whether a row's number is the next to that of a group, which so ends: ``1 | Buôn lậu`` with rows of its own, ``2 | …``."""
    first, second = one.strip(" .)/"), two.strip(" .)/")
    return is_number(first) and is_number(second) and int(second) == int(first) + 1


def _rank(mark: str) -> int:
    head = re.split(r"[.)\s/]", mark.strip(), maxsplit=1)[0]
    return next((rank for rank, shape in enumerate(_RANKS) if shape.fullmatch(head)), len(_RANKS))


__all__ = ["SUM", "Line", "lines_of"]
