"""Counts and sums that belong together: a part of a whole, one share of another, two counts of one thing."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from ..document import Link
from ..kinds.amount import Amount
from ..kinds.quantity import Quantity
from .near import Around

_PART = re.compile(r"(?:[^.\n]{0,80}[^\w\n])??trong (?:đó|số đó|số này)\b(?P<gap>[^.;\n]{0,80})", re.IGNORECASE)
_NEXT_PART = re.compile(r"[^.;\n]{0,60}")
_TOTAL = r"(?:tổng\s+(?:số|mức đầu tư|vốn|kinh phí|giá trị)[^.;\n]{0,40})"
_OUT_OF = re.compile(rf"\s*(?:/|trên|trong|trong số)\s*{_TOTAL}?\s*", re.IGNORECASE)
_GAP = 170  # characters between two numbers that may belong together
_LIST = 8  # parts of one whole
_BACK = 4  # numbers before trong đó that may be the whole
_PEOPLE = frozenset(
    "người|cá nhân|em|cháu|nữ|học sinh|sinh viên|lưu học sinh|thực tập sinh|hội viên|đại biểu|cán bộ|đối tượng|công dân|khách|"
    "học viên|đồng chí|lao động|chuyên gia|lượt người|lượt khách|kiều bào".split("|")
)


def links(context: Around) -> list[Link]:
    """The ties between neighbouring counts and sums of one sentence."""
    made: list[Link] = []
    entities, text = context.entities, context.text
    numbers = context.of("AMOUNT", "QUANTITY")
    for place, (first, second) in enumerate(pairwise(numbers)):
        start, end = entities[first].end, entities[second].start
        if end - start > _GAP:
            continue
        gap = text[start:end]
        if "/" in gap or "tr" in gap or "Tr" in gap:
            gap = context.words(start, end)
            made += _pair(context, first, second, gap)
            if _PART.fullmatch(gap):
                made += _parts(context, numbers, place)
    return made


def _pair(context: Around, first: int, second: int, gap: str) -> list[Link]:
    """``8 vị trí/16 cột mốc``, ``180 trong 193 quốc gia``."""
    if not _OUT_OF.fullmatch(gap) or "cam kết" in gap:
        return []
    a, b = context.entities[first].value, context.entities[second].value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        total = "tổng" in gap or gap.strip() != "/"
        if not a.unit or a.unit == b.unit or (total and _alike(a.unit, b.unit)):
            return [Link("out_of", first, "a part named with its whole", target=second)] if a.low <= b.low else []
        slash = gap.strip() == "/"
        return (
            [Link("paired_with", second, "two counts of one thing", target=first)]
            if slash and "%" not in (a.unit, b.unit)
            else []
        )
    if isinstance(a, Amount) and isinstance(b, Amount) and a.currency == b.currency and a.low <= b.low:
        return [Link("out_of", first, "a sum named with its total", target=second)]
    return []


def _parts(context: Around, numbers: list[int], place: int) -> list[Link]:
    """The whole before ``trong đó`` and the parts behind it."""
    part = context.entities[numbers[place + 1]].value
    assert isinstance(part, Amount | Quantity)
    whole = _whole(context, numbers, place, part)
    if whole is None:
        return []
    value = context.entities[whole].value
    assert isinstance(value, Amount | Quantity)
    found, left = [numbers[place + 1]], _size(value) - _size(part)
    for after in numbers[place + 2 : place + 1 + _LIST]:
        each = context.entities[after].value
        assert isinstance(each, Amount | Quantity)
        gap = context.words(context.entities[found[-1]].end, context.entities[after].start)
        if not _comparable(each, part) or _size(each) > left or not _NEXT_PART.fullmatch(gap) or "/" in gap:
            break
        found.append(after)
        left -= _size(each)
    return [Link("part_of", index, "named behind “trong đó”", target=whole) for index in found]


def _whole(context: Around, numbers: list[int], place: int, part: Amount | Quantity) -> int | None:
    """The number before ``trong đó`` that a part can be of: the nearest of its unit, else the only one that is there."""
    begin = context.sentence_start(context.entities[numbers[place]].start)
    before = [each for each in numbers[max(0, place - _BACK) : place + 1] if context.entities[each].start >= begin][::-1]
    values = [(each, context.entities[each].value) for each in before]
    for each, value in values:
        if isinstance(value, Amount | Quantity) and _comparable(part, value) and _size(part) <= _size(value):
            return each
    others = [each for each, value in values if isinstance(value, Amount | Quantity) and _may_hold(value, part)]
    return others[0] if len(others) == 1 and len(values) == 1 else None


def _comparable(part: Amount | Quantity, whole: Amount | Quantity) -> bool:
    if isinstance(part, Amount) and isinstance(whole, Amount):
        return part.currency == whole.currency
    return isinstance(part, Quantity) and isinstance(whole, Quantity) and _alike(part.unit, whole.unit)


def _may_hold(whole: Amount | Quantity, part: Amount | Quantity) -> bool:
    """Whether a part in another unit can belong to it: a share, or a sum in another currency."""
    if isinstance(part, Quantity) and part.unit == "%":
        return not (isinstance(whole, Quantity) and whole.unit == "%")
    return isinstance(whole, Amount) and isinstance(part, Amount)


def _alike(first: str | None, second: str | None) -> bool:
    """Whether two units count the same things."""
    if not first or not second:
        return False
    a, b = first.casefold(), second.casefold()
    if a == b:
        return True
    if "%" in (a, b):
        return False
    if _is_people(a) and _is_people(b):
        return True
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    return (
        longer.startswith(shorter + " ")
        or longer.split()[-1] == shorter
        or bool(len(shorter.split()) > 1 and set(longer.split()) & set(shorter.split()))
    )


def _is_people(unit: str) -> bool:
    return unit in _PEOPLE or " ".join(unit.split()[:2]) in _PEOPLE or unit.split()[0] in _PEOPLE


def _size(value: Amount | Quantity) -> Decimal:
    return value.low
