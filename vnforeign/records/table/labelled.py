"""Lists of labels and bare figures: ``- Số đoàn: 12``; with a unit behind the figure they are sentences as others are."""

from __future__ import annotations

import re

from ...text import View
from .block import RULE
from .cell import Cell, Row, Span, cell
from .columns import FIGURE

_LINE = re.compile(
    r"\s*(?:[-+*•]\s*|\d{1,2}[.)]\s*)?(?P<label>[^:\n\d][^:\n]{2,60}?) ?: ?"
    r"(?P<figure>\d[\d.,]{0,14}(?: [^\W\d]+){0,2}(?: ?/ ?\d[\d.]{0,9}(?: [^\W\d]+){0,2})?)"
    r"(?:[;,] ?(?P<label2>[^:;,\n\d]{4,40}?) ?: ?(?P<figure2>\d[\d.,]{0,14}(?: [^\W\d]+){0,2}))?[.;,]?\s*"
)
_COUNTS = re.compile(r" đoàn|/ ?\d|vụ[;,] ")
_LONGEST = 90
_MOST = 40  # lines of a list

Pairs = list[tuple[Cell, Cell]]


def labelled(view: View, lines: list[Span], at: int) -> tuple[Pairs, int] | None:
    """The labels and figures of lines that follow each other, and the line behind them; the first is bare, or of a time, or both
    a count of delegations and of people.
    """
    if found := _alternating(view, lines, at):
        return found
    first, end = lines[at]
    if end - first > _LONGEST or not (
        view.text[end - 1].isdecimal() or _COUNTS.search(view.text, first, end) or _TIMED.match(view.text, first, end)
    ):
        return None
    shape = _TIMED if _TIMED.match(view.text, first, end) else _LINE
    pairs: Pairs = []
    while at < len(lines) and len(pairs) < _MOST and lines[at][1] - lines[at][0] <= _LONGEST:
        match = shape.fullmatch(view.text, *lines[at])
        if match is None or (pairs and view.text.count("\n", lines[at - 1][1], lines[at][0]) > 1):
            break
        pairs.append((cell(view, *match.span("label")), cell(view, *match.span("figure"))))
        if "label2" in match.groupdict() and match["label2"]:
            pairs.append((cell(view, *match.span("label2")), cell(view, *match.span("figure2"))))
        at += 1
    return (pairs, at) if len(pairs) > (shape is _TIMED) else None


#: ``- Năm 2021: 118 triệu USD``.
_TIMED = re.compile(
    r"\s*(?:[-+*•]\s*)?(?P<label>(?:năm|quý|tháng|\d{1,2} tháng)\b[^:;.\n]{0,24}|(?:19|20)\d\d) ?: ?"
    r"(?:đạt |gần |trên |hơn |khoảng )?"
    r"(?P<figure>\d[\d.,]{0,14}(?: [^\W\d]+){0,4})[.;,]?\s*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\s*\d[\d.,]{0,14}\s*")
_TIME = re.compile(r"\s*(?:năm|quý|tháng|\d{1,2} tháng)\b[^:;.\n]{0,24}|\s*(?:19|20)\d\d\s*", re.IGNORECASE)


def _alternating(view: View, lines: list[Span], at: int) -> tuple[Pairs, int] | None:
    """A time on a line, a bare figure on the next, and so on."""
    pairs: Pairs = []
    while at + 1 < len(lines) and len(pairs) < _MOST:
        if not (_TIME.fullmatch(view.text, *lines[at]) and _FIGURE.fullmatch(view.text, *lines[at + 1])):
            break
        pairs.append((cell(view, *lines[at]), cell(view, *lines[at + 1])))
        at += 2
    return (pairs, at) if len(pairs) > 1 else None


def pairs_of(rows: list[Row]) -> Pairs:
    """Labels and figures that make up all rows of a grid: ``| Dự án còn hiệu lực | 7 |``; none of other grids."""
    pairs = [(row[0], row[1]) for row in rows if len(row) == 2 and FIGURE.fullmatch(row[1].text)]
    if len(pairs) < len(rows) or len(pairs) < 2 or any(not one.pieces or FIGURE.fullmatch(one.text) for one, _ in pairs):
        return []
    return pairs


def below_rules(text: str, start: int) -> int:
    """Where the lines of dashes above a place begin, else its own line."""
    start = text.rfind("\n", 0, start) + 1
    while start and RULE.fullmatch(text, first := text.rfind("\n", 0, start - 1) + 1, start - 1):
        start = first
    return start
