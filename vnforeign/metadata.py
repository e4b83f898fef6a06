"""What a document says of itself: title, day of posting, author, organisation, home province.

Only its head and its foot are read, so the cost does not grow with the text; a key that they do not give is absent.
Banners, side lists and footers are no source for the day: it comes from a posting line, a line that is a date, or the
``Đắk Nông, ngày 05 tháng 9 năm 2013`` of a paper document.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import takewhile

from .document import Passage
from .rule import Found
from .segment.marks import MARK
from .segment.shapes import is_name
from .text import View, pattern

_HEAD, _FOOT = 40, 30  # passages that are read at either end
_LINES = 60  # lines that are read of each end
_LONGEST = 200  # of a line that can say something of the document
_TITLE = 300
_BODY = 120  # a paragraph this long ends the head
_SURE = 3  # points that settle the home province by themselves
_MENTIONS = 2000  # provinces that are counted for the home province

_DAY = re.compile(
    r"(?<![\d/.-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?((?:19|20)\d\d)(?!\d)|(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"
)
_LONG_DAY = re.compile(r"ngày ?(\d{1,2}) ?tháng ?(\d{1,2}) ?năm ?((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_POSTED = pattern(
    r"(?:ngày (?:đăng|đưa tin|xuất bản|cập nhật|tạo)|đăng (?:ngày|lúc)|cập nhật|ngày gửi)[^\d]{0,20}(?=\d)",
    re.IGNORECASE,
)  # Ngày đăng: 22/12/2014   Cập nhật lúc 08:53 24/07/2019
_TIME = r"\d{1,2}[:h]\d{2}(?::\d\d)?(?: ?[AP]M)?(?: ?[\[(]?GMT[^\])]{0,6}[\])]?)?"
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,]*(?:ngày )?"
_ONLY_DATE = re.compile(
    rf"(?:{_WEEKDAY})?(?:{_TIME}[ ,|-]*)?(?:{_WEEKDAY})?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}(?:[ ,|-]*{_TIME})?", re.IGNORECASE
)  # Thứ Hai , 9/1/2017   22/12/2014 10:05[GMT+7]
_CREDIT = re.compile(
    r"[^\w(]{0,4}\(?(?:nguồn(?: tin)?|tác giả|người viết|bài viết|(?:tin|bài)(?:,| và) ảnh|bài|tin bài) ?: ?"
    r"(?P<who>[^\n]{2,150})",
    re.IGNORECASE,
)  # • Nguồn: Trần Văn An - Sở Ngoại vụ tỉnh Lào Cai
_BODIES = pattern(
    r"(?:UBND|HĐND|Ủy ban|Hội đồng nhân dân|Sở|Bộ|Ban|Tỉnh ủy|Thành ủy|Huyện ủy|Văn phòng|Liên hiệp|Hội|Đảng ủy|Công an|Cục|"
    r"Chi cục|Trung tâm|Báo|Đài|Cổng|Mặt trận|Thông tấn|Trường|Tổng cục|Vụ)\b(?! cáo)",
    re.IGNORECASE,
)
_KIND = pattern(
    r"(?:Báo cáo|Kế hoạch|Chương trình|Quyết định|Thông báo|Chỉ thị|Nghị quyết|Tờ trình|Hướng dẫn|Công văn|Quy chế|Đề án|"
    r"Kết luận|Thông cáo):?",
    re.IGNORECASE,
)
_ADDRESSED = pattern(r"Kính gửi(?!\w)", re.IGNORECASE)
_HEADER = pattern(r"cộng hòa xã hội|đảng cộng sản|số ?:", re.IGNORECASE)
_BELOW = re.compile(r"số ?:? ?\d|kính gửi|báo cáo", re.IGNORECASE)
_HOME = pattern(r"\b(?:tỉnh ta|tỉnh nhà|thành phố ta)\b", re.IGNORECASE)
#: Right before a province's name: its own bodies and people.
_OWN = pattern(
    r"(?:Tỉnh ủy|Thành ủy|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Đảng bộ|Sở [ \w,]{2,40}|Liên hiệp [ \w]{2,40}|địa bàn|"
    r"Báo|Cổng thông tin điện tử) (?:tỉnh |thành phố )?$",
    re.IGNORECASE,
)


#: One of these stands in every match of the pattern above; looking for it first is ten times cheaper.
_OWN_HEADS = (
    "ủy",
    "uỷ",
    "UBND",
    "HĐND",
    "nhân dân",
    "bộ",
    "Sở",
    "sở",
    "Liên hiệp",
    "địa bàn",
    "Báo",
    "báo",
    "điện tử",
    "ỦY",
    "SỞ",
    "BÁO",
)


def metadata(view: View, passages: list[Passage], found: list[Found]) -> dict[str, str]:
    """The keys that the text gives, of title, published, author, organisation, province. ``found`` has the view's offsets."""
    head = _head(passages)
    top = _lines(view, head)
    foot = _lines(view, passages[max(len(head), len(passages) - _FOOT) :], last=True)
    author, organisation = _credit(view, passages[-_FOOT:], foot[::-1] + top)
    known = {
        "title": _title(view, head),
        "published": _published(top, foot),
        "author": author,
        "organisation": _issuer(top) or organisation,
        "province": _province(view, head, [each for each in found if each.label == "PROVINCE"][:_MENTIONS]),
    }
    return {key: value for key, value in known.items() if value}


def _head(passages: list[Passage]) -> list[Passage]:
    """What stands before the first real paragraph."""
    for at, each in enumerate(passages[:_HEAD]):
        if each.kind in ("paragraph", "list_item") and each.end - each.start >= _BODY:
            return passages[:at]
    return passages[:_HEAD]


def _lines(view: View, passages: list[Passage], last: bool = False) -> list[str]:
    """The short lines of some passages, as the view has them, where runs of blanks are one."""
    lines: list[str] = []
    for each in reversed(passages) if last else passages:
        size = min(each.end - each.start, _LINES * _LONGEST)
        start = each.end - size if last else each.start
        shown = view.text[view.place(start) : view.place(start + size)].split("\n")
        lines += [line for line in (reversed(shown) if last else shown) if 0 < len(line) <= _LONGEST]
        if len(lines) >= _LINES:
            break
    return lines[_LINES - 1 :: -1] if last else lines[:_LINES]


# --- title -------------------------------------------------------------------------------------------------------------


def _title(view: View, head: list[Passage]) -> str:
    """The longest heading of the head that has no mark; under ``BÁO CÁO`` the lines that say of what."""
    texts: list[str] = []
    for each in head:
        text = " ".join(view.source[each.start : min(each.end, each.start + _TITLE)].split())
        below = texts and _KIND.fullmatch(texts[-1]) and text[:1].islower()
        if each.kind == "heading" or below:
            if (MARK.match(text) and not text.startswith("#")) or _ADDRESSED.match(text):
                break
            texts.append(text.lstrip("# "))
    for at, text in enumerate(texts):
        if _KIND.fullmatch(text):
            return " ".join(texts[at : at + 3])[:_TITLE]
    return max(texts, key=len, default="")


# --- day ---------------------------------------------------------------------------------------------------------------


def _published(top: list[str], foot: list[str]) -> str:
    top, foot = ([line for line in lines if _may_hold_a_day(line)] for lines in (top, foot))
    for lines, read in (
        (top, _posted),
        (top, _dated),
        (top, _signed),
        (foot, _posted),
        (foot, _signed),
    ):
        for line in lines:
            if day := read(line):
                return day
    return ""


def _may_hold_a_day(line: str) -> bool:
    """Whether a line writes a day with its year; two digits are looked for first, since most lines lack them."""
    return ("20" in line or "19" in line) and ("tháng" in line or "THÁNG" in line or _DAY.search(line) is not None)


def _posted(line: str) -> str:
    match = _POSTED.search(line)
    return _day(line[match.end() : match.end() + 40]) if match else ""


def _dated(line: str) -> str:
    return _day(line) if _ONLY_DATE.fullmatch(line) else ""


def _signed(line: str) -> str:
    match = _LONG_DAY.search(line)
    if not match or len(line) - match.end() > 3 or "," not in line[: match.start()][-3:]:
        return ""
    return _iso(match[3], match[2], match[1])


def _day(text: str) -> str:
    match = _DAY.search(text)
    if not match:
        return ""
    return _iso(match[4], match[3], match[1]) if match[1] else _iso(match[5], match[6], match[7])


def _iso(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


# --- who ---------------------------------------------------------------------------------------------------------------


def _credit(view: View, passages: list[Passage], lines: list[str]) -> tuple[str, str]:
    """Author and organisation of a source line, else of the signature at the end."""
    for line in lines:
        if match := _CREDIT.match(line):
            return _parts(re.split(r" - |, |\(|\|", match["who"].strip(" .)")))
    signed = [each for each in passages if each.kind == "signature"][-2:]
    return _parts(_lines(view, signed))


def _parts(parts: list[str]) -> tuple[str, str]:
    parts = [part.strip(" .,;)") for part in parts]
    names = [part for part in parts if is_name(part)]
    bodies = [part for part in parts if _BODIES.match(part) and "." not in part]
    return (names[-1] if names else "", bodies[-1] if bodies else "")


def _issuer(top: list[str]) -> str:
    """The left of a paper document's head: the capitals beside or over its motto, as far as the number."""
    bodies: list[str] = []
    paper = False
    for line in top:
        cells = [cell.strip(" |-") for cell in re.split(r"\t|\|", line)]
        paper = paper or any(_HEADER.match(cell) for cell in cells)
        if any(_BELOW.match(cell) for cell in cells):
            break
        bodies += [cell for cell in cells if cell.isupper() and _BODIES.match(cell)]
    return ", ".join(bodies[:2]) if paper else ""


# --- province ----------------------------------------------------------------------------------------------------------


def _is_own(before: str) -> bool:
    """Whether a province's name is the last word of one of its own bodies."""
    return before.endswith(" ") and any(head in before for head in _OWN_HEADS) and _OWN.search(before) is not None


def _province(view: View, head: list[Passage], found: list[Found]) -> str:
    """The province of most mentions; those in the head and those of its own bodies weigh more. None where two compete."""
    over_text = list(takewhile(lambda each: each.kind not in ("paragraph", "list_item"), head))
    after_head = view.place(over_text[-1].end) if over_text else 0
    weights: Counter[str] = Counter()
    for each in found:
        if name := getattr(each.value, "name", None):
            weights[str(name)] += 1 + 2 * _is_own(view.text[max(0, each.start - 60) : each.start]) + 3 * (each.start < after_head)
    ranked = weights.most_common(2)
    if not ranked:
        return ""
    (name, weight), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    enough = weight >= _SURE or (weight == _SURE - 1 and _HOME.search(view.text, 0, 50_000) is not None)
    return name if enough and weight >= 1.5 * second else ""
