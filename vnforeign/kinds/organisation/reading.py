"""From a head word to the end of the body's name.

Liên hiệp các tổ chức hữu nghị (LHCTCHN) tỉnh Đắk Lắk
[head-----------------------] [short---] [place-----]
Ban Quản lý  các khu công nghiệp  tỉnh
[head-----]  [name-------------]  [place]
Văn phòng  UBND tỉnh
[head---]  [body---]
"""

from __future__ import annotations

import re

from ...text import pattern
from . import names
from .endings import CENTRE, NUMBER, READERS, finished, followed, nested
from .heads import Body, Head
from .places import may_follow, pair, place

_PARTY = pattern(r" (?:Đảng bộ|Đảng)(?!\w)")
_CLASSES = pattern(
    r" (?:các|cấp|hai|ba|những|nơi|xã, phường|tỉnh bạn|địa phương|[0-9]{1,2} (?:tỉnh|huyện|xã|quận|thành phố|địa phương))(?!\w)|/",
    re.IGNORECASE,
)
#: The first two letters of what ``_CLASSES`` and ``_BARE_CLASS`` match behind a blank.
_CLASSES_BEGIN = frozenset("cá cấ ha ba nh nơ xã tỉ đị hu th tp qu".split())
_NOT_ALONE = pattern(r" (?:các|cấp|giữa|giải phóng|ngoại giao|những|hai)(?!\w)", re.IGNORECASE)


def _fixed(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    kind = head.reads[1:2]
    if text[start].islower() and text[start] in _SMALL_PARTY and place(text, end) is None:
        return None  # huyện ủy, thị ủy, thành ủy, quận ủy in small letters name a class, unless a place follows
    if text.startswith("Th", start) and _MINISTER.search(text, max(0, start - 12), start):
        return None  # Phó Thủ tướng Thường trực Chính phủ
    if not may_follow(text, end):
        return Body(end)
    classed = kind == "2" and _may_be_class(text, end)
    if classed and _CLASSES.match(text, end):
        return None
    if kind == "3":
        if _NOT_ALONE.match(text, end) or not text[start].isupper():
            return None
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and place(text, end) is None:
            return None
    if classed and text[end] == " " and _BARE_CLASS.match(text, end):
        return None
    return followed(text, end, head, depth, abroad=head.type == "embassy")


_SMALL_PARTY = "htq"
_MINISTER = pattern(r"Thủ tướng \Z")
_BARE_CLASS = pattern(
    r" (?:tỉnh|huyện|xã|thành phố|TP\.?|quận|thị xã) ?[,/-] ?(?:huyện|thành phố|TP\.?|xã|phường|thị xã|quận|thị trấn)(?!(?-i: [A-ZĐ]))(?!\w)",
    re.IGNORECASE,
)


def _may_be_class(text: str, end: int) -> bool:
    """The first look for ``_CLASSES`` and ``_BARE_CLASS``."""
    ahead = text[end + 1 : end + 3].lower()
    return ahead in _CLASSES_BEGIN or ahead[:1].isdigit() or text.startswith("/", end)


def _place_needed(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    if "O" in head.reads and (inside := nested(text, end, depth)):
        return inside
    if "N" in head.reads and (counted := NUMBER.match(text, end)):
        return Body(counted.end())
    return finished(text, end, head, depth, needed=True)


_FOR = re.compile(r"T/?M\.? ?\Z")
_DEPUTY = pattern(r"(?:Chủ tịch|Bí thư|Trưởng ban|Chủ nhiệm|Giám đốc|Ủy viên|chủ tịch|bí thư) \Z")


def _owned(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    if text.startswith("Th", start) and _DEPUTY.search(text, max(0, start - 12), start):
        return None  # Phó Bí thư Thường trực
    if inside := nested(text, end, depth):
        return inside
    if party := _PARTY.match(text, end):
        return finished(text, party.end(), head, depth, needed=False)
    if "V" in head.reads and (reached := names.name(text, end, True)):
        return finished(text, reached, head, depth)
    if centre := CENTRE.match(text, end):
        return Body(centre.end(), "central")
    signed = text[start:end].isupper() and _FOR.search(text, max(0, start - 5), start)
    return Body(end) if signed else None


_SMALL_DEPARTMENT = pattern(
    r" (?:ngoại vụ|ngoại giao|nội vụ|tư pháp|tài chính|công thương|kế hoạch (?:và|&|-) ?đầu tư|giáo dục|y tế|giao thông|nông nghiệp|tài nguyên|khoa học|lao động|du lịch|dân tộc|Y tế)(?! hóa)"
)


def _department(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    reached = names.department(text, end)
    if reached is None:
        reached = names.name(text, end, True) if text[start].isupper() else None
    elif text[end + 1].islower() and not _SMALL_DEPARTMENT.match(text, end):
        return None
    return finished(text, reached, head, depth) if reached else None


_WIDE = frozenset(
    ("ban quản lý", "bql", "ban chỉ đạo", "bcđ", "ủy ban", "ub", "uỷ ban", "ban điều phối", "ban công tác", "ban quản lí")
)


_OF_ASSEMBLY = pattern(r" của Quốc hội(?!\w)")


def _of_assembly(text: str, end: int) -> int:
    match = _OF_ASSEMBLY.match(text, end)
    return match.end() if match else end


def _strict(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    if "O" in head.reads and (inside := nested(text, end, depth)):
        return inside
    reached = names.name(text, end, True, wide=text[start:end].lower() in _WIDE)
    if reached:
        reached = _of_assembly(text, reached)
        return finished(text, reached, head, depth)
    if text[start:end] == "Hội" and text[end : end + 1] == " " and (both := pair(text, end + 1)) and "-" in text[end:both]:
        return finished(text, both, head, depth)
    if "N" in head.reads and (counted := NUMBER.match(text, end)):
        return Body(counted.end())
    return finished(text, end, head, depth, needed=True) if "L" in head.reads or "0" in head.reads else None


#: Before an office these say that its holder is meant; a line may break inside them.
_WITHOUT = tuple("Phó nguyên phó Nguyên Cựu cựu ông bà các hai ngài Ngài".split()) + tuple(
    f"{first}ồng{blank}chí" for first in "đĐ" for blank in " \n\t"
)
_BLANKS = frozenset(" \n\t")
_ISSUED = tuple(f"{word}{blank}" for word in ("của", "do") for blank in " \n\t")
_ANOTHER = pattern(r" (?:hai|ba|các|nước|thứ nhất|chính)(?!\w)")


def _issuing(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    """An office without a person: ``Thủ tướng Chính phủ`` in ``Quyết định của Thủ tướng Chính phủ``."""
    if text[start - 1 : start] in _BLANKS and text.endswith(_WITHOUT, max(0, start - 10), start - 1):
        return None
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return None
    if _ANOTHER.match(text, end):
        return None
    if head.reads == "I2" and not text.endswith(_ISSUED, max(0, start - 5), start):
        return None
    return Body(end)


def _branch(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    """``Trung ương Hội Chữ thập đỏ Việt Nam``: the last word of the head begins the body."""
    last = text.rfind(" ", start, end)
    inside = (nested(text, last, depth) if last > 0 else None) or nested(text, end, depth)
    if inside is None and "P" in head.reads and (reached := names.name(text, end, False)):
        return finished(text, reached, head, depth)
    if inside is None:
        return finished(text, end, head, depth, needed=True)
    seat = place(text, inside.end, abroad=True) if text.startswith(" tại ", inside.end) else None
    return Body(seat.end, inside.level, seat.province) if seat else inside


READERS.update(F=_fixed, L=_place_needed, O=_owned, D=_department, V=_strict, I=_issuing, B=_branch)
