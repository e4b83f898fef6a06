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

import msgspec

from ...lexicon import rows
from ...text import pattern, spellings
from ..locality.names import CAPITAL
from . import names
from .places import Place, known, may_follow, pair, place, run, state

_SHORT = re.compile(r" ?\((?:(?:gọi tắt là|viết tắt là|sau đây gọi là|tên viết tắt:?) )?\"?(?P<short>[A-ZĐÔ][\w&/.-]{1,19})\"?\)")
_NUMBER = pattern(r" (?:số )?[0-9]{1,4}(?![\w%]|[.,/][0-9])|(?<=số) (?:[0-9]{1,2}|[IVX]{1,4})(?!\w)| [IVX]{1,4}(?!\w)")
_CENTRE = pattern(r" (?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?(?: Cộng sản)?(?!\w)|(?<=Quốc phòng) và An ninh(?!\w)", re.IGNORECASE)
_PARTY = pattern(r" (?:Đảng bộ|Đảng)(?!\w)")
_CLASSES = pattern(r" (?:các|cấp|hai|ba|những|nơi|xã, phường|tỉnh bạn|địa phương)(?!\w)|/", re.IGNORECASE)
_NOT_ALONE = pattern(r" (?:các|cấp|giữa|giải phóng|ngoại giao|những|hai)(?!\w)", re.IGNORECASE)
_ROOTS = frozenset("CPC VN TQ HQ NB USD VND CP".split())


class Head(msgspec.Struct, frozen=True):
    """A head word: what kind of body it begins, at which level, and what must and may follow."""

    type: str | None
    level: str | None
    reads: str
    low: bool
    cut: int = 0
    ahead: frozenset[str] = frozenset()  # how the next word begins where a longer head may begin with this one


class Body(msgspec.Struct, gc=False):
    """A name that was read: where it ends, and its level and province where the place at its end says them."""

    end: int
    level: str | None = None
    province: str | None = None


#: Heads that end in a word of their place or name: another room's trigger would hide the shorter head.
_CUT = frozenset(
    "Công an tỉnh|Công an huyện|Công an thành phố|Công an TP|Công an thị xã|Công an quận|Công an xã|Công an phường|CA tỉnh|Biên phòng tỉnh|Thư viện tỉnh"
    "|Bảo tàng tỉnh|Thanh tra tỉnh|UBMTTQVN tỉnh|Trung tâm Y tế huyện|Viện Hàn lâm Khoa học".split("|")
)


def _cut(head: str) -> int:
    """How many characters of a head are the unit at its end, which the place behind it needs."""
    unit = re.search(r" (?:Khoa học|tỉnh|huyện|thành phố|TP|thị xã|quận|xã|phường)\Z", head)
    return len(unit[0]) if unit and head in _CUT else 0


def _heads() -> dict[str, Head]:
    table = rows("organisation/heads")
    ahead: dict[str, set[str]] = {}
    for row in table:
        words = row["head"].lower().split(" ")
        for size in range(1, len(words)):
            ahead.setdefault(" ".join(words[:size]), set()).update(form[:2] for form in spellings(words[size]))
    return {
        row["head"]: Head(
            row["type"] or None,
            row["level"] or None,
            row["reads"],
            row["lower"] == "yes",
            _cut(row["head"]),
            frozenset(ahead.get(row["head"].lower(), ())),
        )
        for row in table
    }


HEADS = _heads()
for _word, _head in HEADS.items():
    if _head.reads != "X":
        names.HEADS.put(_word, _head)


def body(text: str, start: int, end: int, head: Head, inner: bool = False) -> Body | None:
    """The body whose head word stands at ``text[start:end]``."""
    reads = head.reads[0]
    end -= head.cut
    core = _CORES[reads](text, start, end, head) if reads in _CORES else None
    if core is None:
        return None
    core.level = core.level or head.level
    return core


def _finished(text: str, end: int, head: Head, abroad: bool = False, needed: bool = False) -> Body | None:
    """What may stand behind a whole name: its abbreviation, the body it belongs to, its place."""
    if not may_follow(text, end):
        return None if needed else Body(end)
    start = end
    short = abbreviation(text, end)
    end = short or end
    if centre := _CENTRE.match(text, end):
        end = centre.end()
    if "o" in head.reads and (inside := nested(text, end)):
        return inside
    found = place(text, end, abroad)
    reached = found.end if found else end
    if needed and reached == start:
        return None
    return _body(abbreviation(text, reached) or reached, found) if not short else _body(reached, found)


def _body(end: int, found: Place | None) -> Body:
    return Body(end, found.level, found.province) if found else Body(end)


def abbreviation(text: str, end: int) -> int | None:
    """Where a short form in brackets right behind a name ends; ``(Lào)`` is none."""
    if text[end : end + 1] != "(" and text[end : end + 2] != " (":
        return None
    match = _SHORT.match(text, end)
    if not match or match["short"] in _ROOTS or sum(char.isupper() for char in match["short"]) < 2:
        return None
    if state(text, match.start("short")) == match.end("short") or known(text, match.start("short")):
        return None
    return match.end()


def nested(text: str, end: int) -> Body | None:
    """A body behind a blank: ``Văn phòng`` is that of the ``UBND tỉnh`` behind it."""
    if text[end : end + 1] not in (" ", "\n") or not CAPITAL.match(text, end + 1):
        return None
    found = names.HEADS.longest(text, end + 1)
    if not found:
        return None
    stop, head = found
    inside = body(text, end + 1, stop, head, True)
    if inside is None and text[end + 1 : stop] in ("Hội", "Đoàn", "Liên hiệp"):
        inside = Body(stop, head.level)
    return inside


def _fixed(text: str, start: int, end: int, head: Head) -> Body | None:
    kind = head.reads[1:2]
    if text[start].islower() and text[start] in _SMALL_PARTY and place(text, end) is None:
        return None  # huyện ủy, thị ủy, thành ủy, quận ủy in small letters name a class, unless a place follows
    if not may_follow(text, end):
        return Body(end)
    if kind == "2" and _CLASSES.match(text, end):
        return None
    if kind == "3":
        if _NOT_ALONE.match(text, end) or not text[start].isupper():
            return None
        if text[end : end + 1] == " " and CAPITAL.match(text, end + 1) and place(text, end) is None:
            return None
    if kind == "2" and text[end : end + 1] == " " and _bare_class(text, end):
        return None
    return _finished(text, end, head)


_SMALL_PARTY = "htq"
_BARE_CLASS = pattern(r" (?:tỉnh|huyện|xã|thành phố|TP\.?|quận|thị xã) ?[,/-] ?(?:huyện|thành phố|TP\.?|xã|phường|thị xã|quận|thị trấn)(?!(?-i: [A-ZĐ]))(?!\w)", re.IGNORECASE)


def _bare_class(text: str, end: int) -> bool:
    return _BARE_CLASS.match(text, end) is not None


def _place_needed(text: str, start: int, end: int, head: Head) -> Body | None:
    if "O" in head.reads and (inside := nested(text, end)):
        return inside
    if "N" in head.reads and (counted := _NUMBER.match(text, end)):
        return Body(counted.end())
    return _finished(text, end, head, needed=True)


_FOR = re.compile(r"T/?M\.? ?\Z")
_DEPUTY = pattern(r"(?:Chủ tịch|Bí thư|Trưởng ban|Chủ nhiệm|Giám đốc|Ủy viên|chủ tịch|bí thư) \Z")


def _owned(text: str, start: int, end: int, head: Head) -> Body | None:
    if text.startswith("Th", start) and _DEPUTY.search(text, max(0, start - 12), start):
        return None  # Phó Bí thư Thường trực
    if inside := nested(text, end):
        return inside
    if party := _PARTY.match(text, end):
        return _finished(text, party.end(), head, needed=False)
    if "V" in head.reads and (reached := names.name(text, end, True)):
        return _finished(text, reached, head)
    if centre := _CENTRE.match(text, end):
        return Body(centre.end(), "central")
    signed = text[start:end].isupper() and _FOR.search(text, max(0, start - 5), start)
    return Body(end) if signed else None


_SMALL_DEPARTMENT = pattern(
    r" (?:ngoại vụ|ngoại giao|nội vụ|tư pháp|tài chính|công thương|kế hoạch (?:và|&|-) ?đầu tư|giáo dục|y tế|giao thông|nông nghiệp|tài nguyên|khoa học|lao động|du lịch|dân tộc|Y tế)(?! hóa)"
)


def _department(text: str, start: int, end: int, head: Head) -> Body | None:
    reached = names.department(text, end)
    if reached is None:
        reached = names.name(text, end, True) if text[start].isupper() else None
    elif text[end + 1].islower() and not _SMALL_DEPARTMENT.match(text, end):
        return None
    return _finished(text, reached, head) if reached else None


_WIDE = frozenset(("ban quản lý", "bql", "ban chỉ đạo", "bcđ", "ủy ban", "ub", "uỷ ban", "ban điều phối", "ban công tác", "ban quản lí"))


_OF_ASSEMBLY = pattern(r" của Quốc hội(?!\w)")


def _of_assembly(text: str, end: int) -> int:
    match = _OF_ASSEMBLY.match(text, end)
    return match.end() if match else end


def _strict(text: str, start: int, end: int, head: Head) -> Body | None:
    if "O" in head.reads and (inside := nested(text, end)):
        return inside
    reached = names.name(text, end, True, wide=text[start:end].lower() in _WIDE)
    if reached:
        reached = _of_assembly(text, reached)
        return _finished(text, reached, head)
    if text[start:end] == "Hội" and text[end : end + 1] == " " and (both := pair(text, end + 1)) and "-" in text[end:both]:
        return _finished(text, both, head)
    if "N" in head.reads and (counted := _NUMBER.match(text, end)):
        return Body(counted.end())
    return _finished(text, end, head, needed=True) if "L" in head.reads or "0" in head.reads else None


_QUOTED = re.compile(r' "[^"\n]{2,50}"')


def _paper(text: str, end: int) -> int | None:
    """A newspaper called by its place ends there."""
    found = known(text, end + 1)
    return found.end if found else None


def _after_dot(text: str, end: int) -> int | None:
    return names.name(text, end + 1, False)


def _proper(text: str, start: int, end: int, head: Head) -> Body | None:
    kind = head.reads[1:2]
    if kind == "1":  # Chính quyền tỉnh + a foreign name
        found = known(text, end + 1)
        return Body(found.end, "foreign" if found.level == "foreign" else head.level, found.province) if found else None
    if text[start].islower() and (not CAPITAL.match(text, end + 1) or state(text, end + 1)):
        return None  # công ty Hàn Quốc: a class
    reached = _after_dot(text, end) if text[end : end + 1] == "." and text[start] in "NC" else names.name(text, end, False)
    if reached and kind == "4":
        reached = _paper(text, end) or reached
    if reached and text.startswith(" Quân khu ", reached) and (inside := nested(text, reached)):
        reached = inside.end
    if reached is None and kind == "c" and (found := place(text, end)):
        return _body(found.end, found)
    if reached is None and kind != "4" and (quoted := _QUOTED.match(text, end)):
        reached = quoted.end()
    if reached is None:
        return _finished(text, end, head, needed=True) if text[start].isupper() and kind not in ("4", "5", "6", "s") else None
    if counted := _COUNTED.match(text, reached):
        reached = counted.end()
    abroad = text[start:end] in ("Hiệp hội", "Văn phòng đại diện", "Văn phòng Đại diện", "Phòng Thương mại")
    return _finished(text, reached, head, abroad)


_SECOND_WORD = pattern(r"(?:chiến|thị|hội|môi|công|lập|nông|lâm|ngư|quảng|thương|trên|lễ|hậu|kịch) \Z", re.IGNORECASE)
_ORDERED = pattern(r" số [0-9]{1,2}(?=[ ,.;)\n])")
_COUNTED = re.compile(r" (?:số )?[0-9]{1,2}(?=[,.;:)\n]|\Z| (?:và|ở|tại|có|được|đã|do|thuộc|-)(?!\w))")


def _school(text: str, start: int, end: int, head: Head) -> Body | None:
    if head.reads[1:2] == "2" and text[start - 1 : start] == " " and text[max(0, start - 9) : start].lower().endswith(("bậc ", "trình độ ")):
        return None
    if text[start].islower() and (state(text, end + 1) or _SECOND_WORD.search(text, max(0, start - 8), start)):
        return None
    if counted := _ORDERED.match(text, end):
        return _finished(text, counted.end(), head)
    reached = names.name(text, end, head.reads == "S" and text[start:end].lower() == "trường")
    if reached is None and text[start].islower():
        found = place(text, end)
        return _body(found.end, found) if found and found.end - end > 8 else None
    return _finished(text, reached, head) if reached else _finished(text, end, head, needed=True)


def _state(text: str, start: int, end: int, head: Head) -> Body | None:
    """A body named by a country or a pair of countries."""
    if text[end : end + 1] not in (" ", "\n"):
        return None
    reached = pair(text, end + 1)
    if reached is None and text[end + 1 : end + 6] == "Khmer":
        reached = pair(text, end + 9) if text[end + 6 : end + 9] == " - " else None
    if reached is None:
        return None
    if "x" in head.reads and "-" not in text[end:reached]:
        return None
    if text[start].islower() and "l" not in head.reads and text[start:end].lower() in ("phái đoàn",):
        return None
    return _finished(text, reached, head, abroad=head.type in ("embassy", "state", "international"))


def _numbered(text: str, start: int, end: int, head: Head) -> Body | None:
    if counted := _NUMBER.match(text, end):
        return _finished(text, counted.end(), Head(head.type, head.level, "N", False)) if head.type == "armed" else Body(counted.end())
    if text[end : end + 1] not in (" ", "\n"):
        return None
    gate = pattern(r" (?:cửa khẩu|Cửa khẩu|CK)(?: (?:quốc tế|Quốc tế|chính|phụ|quốc gia|song phương))?(?= [A-ZĐ])").match(text, end)
    at = gate.end() if gate else end
    found = known(text, at + 1)
    if found:
        return Body(found.end, None, found.province)
    reached = run(text, at + 1)
    if reached is None:
        return _finished(text, end, head, needed=True)
    return Body(reached)


_SIGNED = pattern(r"(?:của|do|được|và|trình|,|-|;|xin|đề nghị|ủy quyền|/|T/M|TM\.) ?\Z", re.IGNORECASE)
_WITHOUT = pattern(r"(?:Phó|nguyên|phó|Nguyên|Cựu|cựu|đồng chí|ông|bà|Đồng chí|các|hai|ngài|Ngài) \Z")
_ANOTHER = pattern(r" (?:hai|ba|các|nước|thứ nhất|chính)(?!\w)")


def _issuing(text: str, start: int, end: int, head: Head) -> Body | None:
    """An office without a person: ``Thủ tướng Chính phủ`` in ``Quyết định của Thủ tướng Chính phủ``."""
    if _WITHOUT.search(text, max(0, start - 10), start) or _ANOTHER.match(text, end):
        return None
    if text[end : end + 1] in (" ", "\n") and CAPITAL.match(text, end + 1) and text[end] != "\n":
        return None
    if head.reads == "I2" and not pattern(r"(?:của|do) \Z").search(text, max(0, start - 5), start):
        return None
    return Body(end)


def _branch(text: str, start: int, end: int, head: Head) -> Body | None:
    """``Trung ương Hội Chữ thập đỏ Việt Nam``: the last word of the head begins the body."""
    last = text.rfind(" ", start, end)
    inside = (nested(text, last) if last > 0 else None) or nested(text, end)
    if inside is None and "P" in head.reads and (reached := names.name(text, end, False)):
        return _finished(text, reached, head)
    if inside is None:
        return _finished(text, end, head, needed=True)
    seat = place(text, inside.end, abroad=True) if text.startswith(" tại ", inside.end) else None
    return Body(seat.end, inside.level, seat.province) if seat else inside


_CORES = {
    "F": _fixed, "L": _place_needed, "O": _owned, "D": _department, "V": _strict, "P": _proper, "S": _school,
    "C": _state, "N": _numbered, "I": _issuing, "B": _branch,
}  # fmt: skip
