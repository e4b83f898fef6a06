"""What stands at the end of a body's name: an abbreviation, the body it belongs to, its place; and the way from a head to a body."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...text import pattern
from . import names
from .heads import Body, Head
from .places import Place, known, may_follow, place, state

_SHORT = re.compile(r" ?\((?:(?:gọi tắt là|viết tắt là|sau đây gọi là|tên viết tắt:?) )?\"?(?P<short>[A-ZĐÔ][\w&/.-]{1,19})\"?\)")
CENTRE = pattern(r" (?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?(?: Cộng sản)?(?!\w)|(?<=Quốc phòng) và An ninh(?!\w)", re.IGNORECASE)
_CENTRE_BEGINS = frozenset("TtVv")
NUMBER = pattern(r" (?:số )?[0-9]{1,4}(?![\w%]|[.,/][0-9])|(?<=số) (?:[0-9]{1,2}|[IVX]{1,4})(?!\w)| [IVX]{1,4}(?!\w)")
_ROOTS = frozenset("CPC VN TQ HQ NB USD VND CP".split())

_OTHER = pattern(r" (?:nghị|thảo|thi|chợ|trại|đàm|viên|nhập|trường|đại biểu|công tác|các|kết)(?!\w)", re.IGNORECASE)

Reader = Callable[[str, int, int, Head, int], Body | None]
_DEEPEST = 3  # bodies of bodies: Ban Chấp hành, Đảng ủy, Ban cán sự đảng
#: How each kind of head goes on, by the first letter of what it reads; filled by the modules that know.
READERS: dict[str, Reader] = {}


def body(text: str, start: int, end: int, head: Head, depth: int = 0) -> Body | None:
    """The body whose head word stands at ``text[start:end]``."""
    reader = READERS.get(head.reads[0])
    found = reader(text, start, end - head.cut, head, depth) if reader else None
    if found is not None:
        found.level = found.level or head.level
    return found


def finished(text: str, end: int, head: Head, depth: int, abroad: bool = False, needed: bool = False) -> Body | None:
    """What may stand behind a whole name: its abbreviation, the body it belongs to, its place."""
    if not may_follow(text, end):
        return None if needed else Body(end)
    return followed(text, end, head, depth, abroad, needed)


def followed(text: str, end: int, head: Head, depth: int, abroad: bool = False, needed: bool = False) -> Body | None:
    """The same where ``may_follow`` has said yes."""
    start = end
    short = abbreviation(text, end)
    end = short or end
    if text[end + 1 : end + 2] in _CENTRE_BEGINS and (centre := CENTRE.match(text, end)):
        end = centre.end()
    if "o" in head.reads and (inside := nested(text, end, depth)):
        return inside
    found = place(text, end, abroad, sure=end == start)
    reached = found.end if found else end
    if needed and reached == start:
        return None
    return with_place(abbreviation(text, reached) or reached, found) if not short else with_place(reached, found)


def with_place(end: int, found: Place | None) -> Body:
    return Body(end, found.level, found.province) if found else Body(end)


def abbreviation(text: str, end: int) -> int | None:
    """Where a short form in brackets right behind a name ends; ``(Lào)`` is none."""
    if not text.startswith(("(", " ("), end):
        return None
    match = _SHORT.match(text, end)
    if not match or match["short"] in _ROOTS or sum(char.isupper() for char in match["short"]) < 2:
        return None
    if state(text, match.start("short")) == match.end("short") or known(text, match.start("short")):
        return None
    return match.end()


def nested(text: str, end: int, depth: int) -> Body | None:
    """A body behind a blank: ``Văn phòng`` is that of the ``UBND tỉnh`` behind it."""
    if depth >= _DEEPEST or text[end : end + 1] not in (" ", "\n") or not text[end + 1 : end + 2].isupper():
        return None
    found = names.HEADS.longest(text, end + 1)
    if not found:
        return None
    stop, head = found
    inside = body(text, end + 1, stop, head, depth + 1)
    if inside is None and text[end + 1 : stop] in ("Hội", "Đoàn", "Liên hiệp") and not _OTHER.match(text, stop):
        inside = Body(stop, head.level)
    return inside
