"""What a line says for itself, seen alone. Most shapes are kinds already; ``context`` decides the others by their neighbours."""

from __future__ import annotations

import re

from .cues import BOILERPLATE, HEADER, RECIPIENTS, SIGNATURE, SIGNS, cue
from .marks import MARK, UPPER_CLASS

HEADING, PARAGRAPH, LIST_ITEM, TABLE = "heading", "paragraph", "list_item", "table"
#: Undecided: marks that head a section or an item, capitals, short lines without and with a full stop, names, two cells, figures.
NUMBER, DECIMAL, LETTER = "number", "decimal", "letter"
CAPS, TITLE, STUB, NAME, PAIR, FIGURE = (
    "caps",
    "title",
    "stub",
    "name",
    "pair",
    "figure",
)

SHORT = 200  # longer lines are text
_HEADED = 150  # longest heading with a mark of the lower levels, longest title in small letters
_LEAD = 100  # longest heading with a colon
_STUB = 40  # "Phân giới cắm mốc."
_ENDS = ".;,!?…"
_CELL = 60

#: "… như sau:", "… bao gồm:", "… cụ thể là:" end a sentence that leads into a list.
_SENTENCE_LEAD = re.compile(r"(?:\bsau(?: đây)?|\blà|\bgồm(?: có)?|\bcụ thể|\bnhư|\brằng|\bvới) ?:$")
_FIGURE = re.compile(r"[-+(]?\d[\d.,/% )-]{0,24}")
_RULE = re.compile(r"[\W_]+")
_CAPITALISED = rf"[{UPPER_CLASS}](?![{UPPER_CLASS}])\w*"
_SURNAMES = (
    "Bế Bùi Chu Cù Dương Đàm Đặng Đào Điểu Đinh Đỗ Đoàn Đồng Giàng Hoàng Hồ Hà Hứa Huỳnh Khổng Kiều La Lã Lại Lâm Lê Lò Lục "
    "Lương Lường Lưu Lý Ma Mã Mạc Mai Ngô Nguyễn Ninh Nông Phạm Phan Phùng Quách Tạ Tăng Thạch Thái Tô Tòng Tôn Tống Trần "
    "Triệu Trịnh Trương Từ Văn Vi Võ Vũ Vương Vàng Y Cao Châu An"
)
_PLACES = {
    "Hà",
    "Lâm",
    "Cao",
    "Thái",
    "Lai",
    "An",
    "Châu",
    "Đồng",
    "Hồ",
    "Kiều",
    "La",
    "Ninh",
    "Văn",
    "Y",
}  # "Hà Nội": no name of two words
_NAME = re.compile(rf"({_SURNAMES.replace(' ', '|')})(?: {_CAPITALISED}){{1,4}}")


def shape(line: str) -> str:
    """A kind, or one of the undecided shapes. Looks at no more than the head of a long line."""
    size = len(line)
    if size <= SHORT and (kind := _row(line) or (cue(line) if line[-1] not in ";," else None)):
        return kind
    if mark := MARK.match(line):
        return _marked(line, mark)
    return _plain(line) if size <= SHORT else PARAGRAPH


def is_name(line: str) -> bool:
    """A person's name on a line of its own: ``Nguyễn Văn An``, ``Lê Dung``; not ``Hà Nội``."""
    match = _NAME.fullmatch(line)
    return match is not None and (line.count(" ") > 1 or match[1] not in _PLACES)


def _row(line: str) -> str | None:
    """A row of cells: ``1<gap>Đoàn ra<gap>12``, ``| Số hiệu | 18 |``; two cells alone prove nothing."""
    gaps, bars = line.count("\t"), line.count("|")
    if not gaps and not bars:
        return None
    cells = [cell for each in line.replace("|", "\t").split("\t") if (cell := each.strip())]
    if not cells:
        return BOILERPLATE
    for cell in cells:
        if (kind := cue(cell)) in (HEADER, SIGNATURE, SIGNS, RECIPIENTS):
            return kind
    if bars > 1 or line[0] == "|":
        return cue(cells[0]) or TABLE
    return cue(line) or _by_cells(cells)


def _by_cells(cells: list[str]) -> str | None:
    texts = sum(cell[0].islower() for cell in cells)  # words of a line stretched to the margin begin in lower case
    if texts * 2 > len(cells) or max(map(len, cells)) > _CELL or len(cells) == 2 and MARK.fullmatch(cells[0] + " "):
        return None
    return TABLE if len(cells) > 2 else PAIR if len(cells) == 2 else None


def _marked(line: str, mark: re.Match[str]) -> str:
    level, rest = mark.lastgroup, line[mark.end() : SHORT + mark.end()].strip()
    if level in ("item", "ordinal"):
        return LIST_ITEM
    if level in ("number", "decimal", "letter"):
        return LIST_ITEM if len(line) > _HEADED or line[-1] in _ENDS else str(level)
    sentence = len(line) > SHORT or ". " in rest or (level == "article" and rest[-1:] in (".", ";"))
    if not sentence:
        return HEADING
    return PARAGRAPH if level == "capital" or (level == "article" and line[mark.end() - 1] not in ".:") else LIST_ITEM


def _plain(line: str) -> str:
    last, first = line[-1], line[0]
    if not first.isalnum():
        if _RULE.fullmatch(line):
            return BOILERPLATE
    elif first.isdigit() and _FIGURE.fullmatch(line):
        return FIGURE
    if line.isupper():
        return CAPS if len(line) > 3 else PARAGRAPH
    if last == ":":
        return PARAGRAPH if len(line) > _LEAD or ". " in line or _SENTENCE_LEAD.search(line) else HEADING
    if last in _ENDS:
        return STUB if last == "." and len(line) <= _STUB and "," not in line and first.isupper() else PARAGRAPH
    if len(line) > _HEADED or first.islower() or first == "(" or ". " in line:
        return PARAGRAPH
    return NAME if len(line) <= _STUB and is_name(line) else TITLE
