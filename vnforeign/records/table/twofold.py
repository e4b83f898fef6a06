"""The figures of one cell: ``12/89`` below a head of both, ``12 đoàn, 89 lượt người``, ``55,2/31,4`` of exports and imports."""

from __future__ import annotations

import re

from msgspec.structs import replace

from . import topics
from .cell import Cell
from .kind import Column

TWO = re.compile(
    r"(?P<first>\d[\d.]*)(?P<unit> (?:lượt )?(?:đoàn|vụ(?: việc)?|dự án|khoản|cuộc))? ?[/,;-] ?(?:với |gồm )?"
    r"(?P<second>\d[\d.,]*)(?P<people> (?:lượt )?(?:người|khách|cán bộ|đối tượng|nạn nhân|đại biểu))?",
    re.IGNORECASE,
)
#: A number with its unit, several of them in a cell, and a remark behind: ``18 dự án; 86 triệu USD (đạt 92% kế hoạch)``.
_ONE = re.compile(r"\d[\d.,]*(?: [^\W\d]+){1,4}")
SEVERAL = re.compile(rf"(?:{_ONE.pattern}(?:\s?[;,/]\s?|(?= ?\(|$))){{1,3}} ?(?:\([^()]{{1,60}}\))?")
PAIR = re.compile(  # what the two numbers of a cell count
    r"\(?(?:số )?(?:lượt )?(?P<one>đoàn|vụ(?: việc)?|dự án|khoản|chương trình|hội nghị|hội thảo|cuộc|tập thể) ?"
    r"(?P<mark>[/,;-]|và) ?(?:số )?(?:lượt )?"
    r"(?P<two>người|khách|đối tượng|nạn nhân|đại biểu|cá nhân|(?:(?:nghìn|ngàn|triệu|tỷ|1\.000) )?(?:usd|đồng))\b\)?"
)
_EXPORTS_IMPORTS = re.compile(r"\b(?:xuất(?: khẩu)?|xk) ?/ ?(?:nhập(?: khẩu)?|nk)\b")
_STROKE = re.compile(r"(\d[\d.,]*) ?/ ?(\d[\d.,]*)")
_INSIDE = re.compile(r"(?P<what>[^()/]{3,60}?) ?\((?P<one>[^()/\d]{2,30}?) ?/ ?(?P<two>[^()/\d]{2,30})\)")
_BETWEEN = re.compile(r"(?P<one>[^()/\d]{3,60}?) ?/ ?(?P<two>[^()/\d]{3,40}(?:\([^()]{1,20}\))?)")
_OWN = 3  # of the places that may say what a pair counts, the column, the row and its unit


def pair(head: str, label: str, *others: str) -> tuple[str, str] | None:
    """What the two numbers of a cell count, where its column, its row or, with a stroke between, the words above say so.

    Of incidents they are cases and persons, as everybody writes them.
    """
    for at, words in enumerate((head, label, *others)):
        match = PAIR.search(words)
        if match and (at < _OWN or match["mark"] == "/"):
            return match["one"], match["two"]
    return ("vụ", "đối tượng") if topics.topic(label) in topics.INCIDENTS or topics.topic(head) in topics.INCIDENTS else None


def figures(column: Column, label: str, cell: Cell, said: tuple[str, str] | None) -> list[tuple[Column, str, Cell]]:
    """The figures of a cell, each with the column and the words of its row that hold for it."""
    if several := apart(cell):
        return [(column, label, each) for each in several]
    if found := trade(column, label, cell):
        return [(each, label, one) for each, one in found]
    two = _STROKE.fullmatch(cell.text) if said is None and len(cell.text) == cell.end - cell.start else None
    heads, labels = (_halves(column.head), _halves(label)) if two else (None, None)
    if two is None or not (heads or labels):
        return [(column, label, each) for each in parts(cell, said)]
    made = []
    for at in (0, 1):
        start, end = cell.start + two.start(at + 1), cell.start + two.end(at + 1)
        of = replace(column, head=heads[at], unit=column.unit * at) if heads else column
        made.append((of, labels[at] if labels and not heads else label, Cell(two[at + 1], ((start, end),))))
    return made


def several(cell: Cell) -> bool:
    """Whether a cell holds more than one figure, or one with its unit."""
    return bool(TWO.fullmatch(cell.text) or SEVERAL.fullmatch(cell.text) or apart(cell))


def apart(cell: Cell) -> list[Cell]:
    """The figures of a column in whose rows more cells stand than it has heads: ``12 đoàn | 45 lượt người``."""
    found, at = list[Cell](), 0
    for start, end in cell.pieces if len(cell.pieces) > 1 else ():
        found.append(Cell(cell.text[at : at + end - start], ((start, end),)))
        at += end - start + 1
    return found if all(_ONE.fullmatch(each.text) for each in found) else []


def _halves(words: str) -> tuple[str, str] | None:
    """What two numbers beside words count: ``số khoản viện trợ / giá trị (usd)``, ``số văn bản (cấp tỉnh / cấp sở)``."""
    match = _INSIDE.fullmatch(words) or _BETWEEN.fullmatch(words)
    if match is None:
        return None
    what = match["what"] if "what" in match.groupdict() else match["one"]
    one = f"{what} {match['one']}" if what != match["one"] else what
    return one, f"{what} {match['two']}"


def trade(column: Column, label: str, cell: Cell) -> list[tuple[Column, Cell]]:
    """The two figures of a cell below or beside ``Xuất khẩu/nhập khẩu``, each in a column of its own."""
    said, two = _EXPORTS_IMPORTS.search(column.head) or _EXPORTS_IMPORTS.search(label), _STROKE.fullmatch(cell.text)
    if not (said and two) or len(cell.text) != cell.end - cell.start:
        return []
    spans = [(cell.start + two.start(at), cell.start + two.end(at)) for at in (1, 2)]
    heads = ("xuất khẩu", "nhập khẩu")
    return [
        (replace(column, head=head, role=""), Cell(two[at], (span,))) for at, head, span in zip((1, 2), heads, spans, strict=True)
    ]


def parts(cell: Cell, said: tuple[str, str] | None) -> list[Cell]:
    """The figures of a cell: ``12/89`` below a head of both, ``12 đoàn, 89 lượt người``, ``18 dự án; 86 triệu USD``."""
    match = TWO.fullmatch(cell.text)
    if len(cell.pieces) > 1 or len(cell.text) != cell.end - cell.start:
        return [cell]
    if match is None or ((match["unit"] or match["people"]) and not (match["unit"] and match["people"])):
        spans = [each.span() for each in _ONE.finditer(cell.text.partition("(")[0])]
        return [Cell(cell.text[a:b], ((cell.start + a, cell.start + b),)) for a, b in spans] or [cell]
    if not (match["unit"] and match["people"]) and said is None:
        return [cell]
    one, two = said or ("đoàn", "người")
    spans = [(cell.start + match.start(each), cell.start + match.end(each)) for each in ("first", "second")]
    words = [match["first"] + (match["unit"] or f" {one}"), match["second"] + (match["people"] or f" {two}")]
    return [Cell(each, (span,)) for each, span in zip(words, spans, strict=True)]


__all__ = ["PAIR", "SEVERAL", "TWO", "apart", "pair", "parts", "several", "trade"]
