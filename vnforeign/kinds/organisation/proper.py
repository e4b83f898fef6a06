"""Bodies with names of their own: companies, schools, hospitals, missions, stations and units with a number."""

from __future__ import annotations

import re

from ...text import pattern
from . import names
from .endings import NUMBER, READERS, finished, nested, with_place
from .heads import Body, Head
from .places import known, pair, place, run, state

_QUOTED = re.compile(r' "[^"\n]{2,50}"')
#: Words of which ``trường`` is the second: a market, the environment, a building site.
_SECOND_WORD = tuple("chiến thị hội môi công lập nông lâm ngư quảng thương trên lễ hậu kịch".split())
_BLANKS = frozenset(" \n\t")
_ORDERED = pattern(r" số [0-9]{1,2}(?=[ ,.;)\n])")
_COUNTED = re.compile(
    r" số [0-9]{1,2}(?=[ ,.;:)\n](?![0-9])|\Z)| (?:số |T)?[0-9]{1,2}(?=[,.;:)\n](?![0-9])|\Z| (?:và|ở|tại|có|được|đã|do|thuộc|-)(?!\w))"
)


_GATE = pattern(r" (?:cửa khẩu|Cửa khẩu|CK)(?: (?:quốc tế|Quốc tế|chính|phụ|quốc gia|song phương))?(?= [A-ZĐ])")


def _paper(text: str, end: int) -> int | None:
    """A newspaper called by its place ends there."""
    found = known(text, end + 1)
    return found.end if found else None


def _after_dot(text: str, end: int) -> int | None:
    return names.name(text, end + 1, False)


def _proper(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    kind = head.reads[1:2]
    if kind == "1":  # Chính quyền tỉnh + a foreign name
        found = known(text, end + 1)
        return Body(found.end, "foreign" if found.level == "foreign" else head.level, found.province) if found else None
    if text[start].islower() and (not text[end + 1 : end + 2].isupper() or state(text, end + 1)):
        return None  # công ty Hàn Quốc: a class
    reached = _after_dot(text, end) if text[end : end + 1] == "." and text[start] in "NC" else names.name(text, end, False)
    if reached and kind == "4":
        reached = _paper(text, end) or reached
    if reached and text.startswith(" Quân khu ", reached) and (inside := nested(text, reached, depth)):
        reached = inside.end
    if reached is None and kind == "c" and (found := place(text, end)):
        return with_place(found.end, found)
    if reached is None and kind != "4" and (quoted := _QUOTED.match(text, end)):
        reached = quoted.end()
    if reached is None:
        return (
            finished(text, end, head, depth, needed=True) if text[start].isupper() and kind not in ("4", "5", "6", "s") else None
        )
    if counted := _COUNTED.match(text, reached):
        reached = counted.end()
    abroad = text[start:end] in ("Hiệp hội", "Văn phòng đại diện", "Văn phòng Đại diện", "Phòng Thương mại")
    return finished(text, reached, head, depth, abroad)


def _second_word(text: str, start: int) -> bool:
    return text[start - 1 : start] in _BLANKS and text[max(0, start - 8) : start - 1].lower().endswith(_SECOND_WORD)


def _school(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    if (
        head.reads[1:2] == "2"
        and text[start - 1 : start] == " "
        and text[max(0, start - 9) : start].lower().endswith(("bậc ", "trình độ "))
    ):
        return None
    if text[start].islower() and (_second_word(text, start) or state(text, end + 1)):
        return None
    if counted := _ORDERED.match(text, end):
        return finished(text, counted.end(), head, depth)
    reached = names.name(text, end, head.reads == "S" and text[start:end].lower() == "trường")
    if reached is None and text[start].islower():
        found = place(text, end)
        return with_place(found.end, found) if found and found.end - end > 8 else None
    if reached and (counted := _COUNTED.match(text, reached)):
        reached = counted.end()
    return finished(text, reached, head, depth) if reached else finished(text, end, head, depth, needed=True)


def _state(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
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
    return finished(text, reached, head, depth, abroad=head.type in ("embassy", "state", "international"))


def _numbered(text: str, start: int, end: int, head: Head, depth: int) -> Body | None:
    if counted := NUMBER.match(text, end):
        return (
            finished(text, counted.end(), Head(head.type, head.level, "N", False), depth)
            if head.type == "armed"
            else Body(counted.end())
        )
    if text[end : end + 1] not in (" ", "\n"):
        return None
    gate = _GATE.match(text, end)
    at = gate.end() if gate else end
    found = known(text, at + 1)
    if found:
        return Body(found.end, None, found.province)
    reached = run(text, at + 1)
    if reached is None:
        return finished(text, end, head, depth, needed=True)
    return Body(reached)


READERS.update(P=_proper, S=_school, C=_state, N=_numbered)
