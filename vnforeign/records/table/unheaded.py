"""Items in lists whose parts no head names, but their words: ``1) Dự án Nước sạch; Quỹ A (Hoa Kỳ); xã B; 2.150``.

Dashes part them too (``1. Nước sạch bản A - Oxfam Anh - Sa Pa - 38.000 USD``); the first part is then the title in any case.
"""

from __future__ import annotations

import re

from ...text import View
from .cell import Cell, Row, Span, cell
from .kind import Column, says

_PARTS = re.compile(r"[ ]*[;|\t][ ]*")
_DASHES = re.compile(r"(?<!\d) - |(?<=\d) - (?!(?:19|20)\d\d(?![\d.,])|\d{1,2}/\d)")  # not those of ``2015 - 2017``
_DASH = " - "
_MARK = re.compile(r"\s*(?:\(?\d{1,3}[.)/]\)?|[-+*•]|[a-h][.)])?\s*")
_LEAST, _MOST = 3, 7  # parts of an item
_LONGEST = 140  # characters of a part
_FIGURE = r"\d[\d.,]*"
_MONEY = re.compile(
    rf"(?:trị giá |tổng vốn |giá trị |kinh phí |cam kết )?(?:(?:gần|trên|hơn) )?{_FIGURE}"
    r"(?: (?:tỷ|triệu|nghìn|ngàn))?(?: (?:usd|đồng|vnđ|đô la(?: mỹ)?|euro|eur|bảng anh|yên|đ|"
    r"frăng|phrăng|franc|đô la úc|won|kíp|nhân dân tệ))?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:từ |giai đoạn |thời gian |năm |tháng |quý |ngày )*[\dIVX]{1,4}(?:[/.-]\d{1,4}){0,2})"
    r"(?: ?(?:-|đến|đến năm|đến ngày) ?[\d/.]{1,10})?(?: năm \d{4})?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[\"“]|(?:dự án|chương trình|phi dự án|khoản viện trợ|khoản|cứu trợ)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:các )?(?:xã|huyện|thị xã|thành phố|tp\.?|quận|phường|thị trấn|toàn tỉnh)\b", re.IGNORECASE)
_OURS = re.compile(
    r"(?:do )?(?:sở|bệnh viện|trường|ubnd|trung tâm y tế|hội (?:nông dân|liên hiệp|chữ thập|khuyến học|cựu)|ban (?!nha)|trạm)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(r"(?:qđ|quyết định|công văn|văn bản)\b.{0,20}\d", re.IGNORECASE)
_STATE = re.compile(
    r"(?:đã|đang|mới|vừa|chưa|còn)? ?(?:xong|hoàn thành|kết thúc|bàn giao|triển khai|thực hiện|khánh thành|nghiệm thu)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\d{1,3}|[IVX]{1,5}")
_RECEIVES = re.compile(r"(?: là đơn vị)? (?:tiếp nhận|thực hiện|quản lý|làm chủ dự án)$", re.IGNORECASE)
_NAME = re.compile(r"[A-ZĐ][\w-]*(?: [A-ZĐ][\w-]*){0,3}(?:, [A-ZĐ][\w-]*(?: [A-ZĐ][\w-]*){0,3})*")

Found = tuple[str, list[Column], Row]


def items(view: View, lines: list[Span], at: int, title: str) -> tuple[list[Found], int]:
    """Items of grants below a lead that speaks of them, two at the least, and the line behind them."""
    if says("ngo_aid", title) < 0:
        return [], at
    found: list[Found] = []
    first = at
    while at < len(lines) and (item := _item(view, lines[at])):
        found.append(item)
        at += 1
    return (found, at) if len(found) > 1 else ([], first)


def separators(text: str, start: int, end: int) -> int:
    """How many semicolons, bars and tabs part a line, else how many dashes."""
    return sum(text.count(each, start, end) for each in ";|\t") or text.count(_DASH, start, end)


def _item(view: View, line: Span) -> Found | None:
    text = view.text
    start, end = line
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    marks = separators(text, start, end)
    if not _LEAST - 1 <= marks < _MOST or end - start > _MOST * _LONGEST:
        return None
    cells, first = [], start
    dashed = not any(mark in text[start:end] for mark in ";|\t")
    for match in (_DASHES if dashed else _PARTS).finditer(text, start, end):
        cells.append(cell(view, first, match.start()))
        first = match.end()
    last = text[first:end].rstrip(" .;")
    cells.append(cell(view, first, first + len(last)))
    roles = _roles([each for each in cells if each.pieces], dashed)
    if not {"name", "donor", "committed"} <= set(roles):
        return None
    kept = [(role, each) for role, each in zip(roles, [one for one in cells if one.pieces], strict=True) if role]
    columns = [Column("", (("ngo_aid", role),), numeric=role == "committed") for role, _ in kept]
    return "ngo_aid", columns, [_bare(role, each, view) for role, each in kept]


def _roles(cells: Row, dashed: bool) -> list[str]:
    """The column of each part, each once: the title first, what is said plainly next, then who gives, then where."""
    roles: list[str] = []
    for at, each in enumerate(cells):
        role = "" if at == 0 and _ORDER.fullmatch(each.text) else "name" if at == 0 and dashed else _role(each.text, roles)
        roles.append("" if role in roles else role)
    return roles


def _role(words: str, before: list[str]) -> str:
    if len(words) > _LONGEST:
        return ""
    if "name" not in before and _TITLE.match(words):
        return "name"
    if _TIME.fullmatch(words) and not ("." in words and words.replace(".", "").isdecimal() and len(words) > len("1.234")):
        return "term" if re.search(r"(?:19|20)\d\d", words) else "committed"
    if _MONEY.fullmatch(words):
        return "committed"
    if _PAPER.match(words):
        return "approval"
    if _STATE.match(words):
        return "status"
    if _RECEIVES.search(words) or _OURS.match(words):
        return "owner"
    if _PLACE.match(words):
        return "location"
    if "donor" not in before:
        return "donor"
    return "location" if _NAME.fullmatch(words) else ""


def _bare(role: str, one: Cell, view: View) -> Cell:
    """A receiver without its verb."""
    match = _RECEIVES.search(one.text) if role == "owner" else None
    return cell(view, one.start, one.end - len(match[0])) if match else one
