"""Lists of times or places with figures, below a heading that says what they count: ``- Năm 2018: 89 dự án, 475 triệu USD``."""

from __future__ import annotations

import re

from ...text import View
from ..countries import country_named, names
from .cell import EMPTY, Cell, Row, Span, cell
from .heads import is_time
from .titles import headings
from .topics import topic

_LINE = re.compile(r"\s*(?:[-+*•]\s*|[a-z]\)\s*|\d{1,2}[.)]\s*)?(?P<label>[^:;\n]{2,40}?) ?: ?(?P<rest>[^\n]{1,120}?)[.;,]?\s*")
_FIGURE = re.compile(
    r"(?:(?:đạt|có|được|gần|trên|hơn|khoảng|ước|với|(?:tổng )?vốn(?: đăng ký)?) ){0,4}"
    r"(?P<figure>\d[\d.,]{0,14}(?: (?!(?:với|và|vốn|tổng)\b)[^\W\d]+){0,4})(?: ?\([^()]{0,60}\))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|/|với|và|-)\s*")
_NAME = re.compile(
    r"(?:(?:huyện|thị xã|thành phố|TP\.?|TX\.?|quận|cửa khẩu|lối mở|xã|KCN|khu) )?[A-ZĐÁÀẢÂĂÊÔƠƯÍÚÝ][^\d,()]{1,30}"
)
_TOPICS = ("fdi", "oda", "exports", "imports", "trade", "visitors", "labour_abroad", "foreigners", "markets")
_LONGEST = 120  # characters of a line
_MOST = 40  # lines of a list
_LEAST = 2  # of them


def keyed(view: View, lines: list[Span], at: int) -> tuple[list[Row], int, list[Span]] | None:
    """The rows of a list of times or places, the line behind it and the headings above; None where these say nothing of what
    is counted, or a line holds more than figures.
    """
    if _row(view, lines[at]) is None or not (titles := headings(view.text, lines[at][0])):
        return None
    if view.text[titles[0][1] - 1] == ":":
        return None  # led by a sentence, with which they are read
    if next((found for a, b in titles if (found := topic(view.text[a:b].lower()))), "") not in _TOPICS:
        return None
    rows: list[Row] = []
    while at < len(lines) and len(rows) < _MOST and (row := _row(view, lines[at])):
        rows.append(row)
        at += 1
    if len(rows) < _LEAST:
        return None
    size = max(map(len, rows))
    return [[*row, *[EMPTY] * (size - len(row))] for row in rows], at, titles


def _row(view: View, line: Span) -> Row | None:
    """The label of a line and its figures."""
    match = _LINE.fullmatch(view.text, *line) if line[1] - line[0] <= _LONGEST else None
    if match is None:
        return None
    label = cell(view, *match.span("label"))
    if not is_time(label.text) and (not _NAME.fullmatch(label.text) or _is_country(label.text) or topic(label.lower)):
        return None
    figures = _figures(view, *match.span("rest"))
    return [label, *figures] if figures else None


def _is_country(words: str) -> bool:
    return country_named(words) in names().values()


def _figures(view: View, start: int, end: int) -> list[Cell]:
    """The figures between two places; none where anything else stands there."""
    found: list[Cell] = []
    while start < end and (match := _FIGURE.match(view.text, start, end)):
        found.append(cell(view, *match.span("figure")))
        start = match.end()
        if between := _BETWEEN.match(view.text, start, end):
            start = between.end()
    return found if start >= end else []


__all__ = ["keyed"]
