"""Sums and counts that belong together: one sum in two currencies, a part of a total, promised and paid."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from ..document import Link
from ..kinds.amount import Amount
from ..kinds.quantity import Quantity
from .near import Around

_EQUAL = re.compile(
    r"\s*,?\s*\(?\s*(?:tương đương|quy đổi|tức(?: là)?|hay|bằng|xấp xỉ)?(?:\s+(?:với|khoảng|là|ra))*\s*", re.IGNORECASE
)
_SAID = re.compile(r"tương đương|quy đổi|tức|\(", re.IGNORECASE)
_OF_TOTAL = re.compile(r"\s*(?:/|trên|trong)\s*(?:tổng\s+(?:mức đầu tư|số|vốn|kinh phí|giá trị))[^.;\n]{0,40}", re.IGNORECASE)
_PART = re.compile(r"[^.\n]{0,80}\btrong đó\b[^.\n]{0,80}", re.IGNORECASE)
_PAID = re.compile(r"[^.\n]{0,60}\b(?:đã giải ngân|giải ngân được|thực hiện giải ngân)\b[^.\n]{0,30}", re.IGNORECASE)
_PROMISED = re.compile(r"cam kết[^.;\n]{0,60}\Z", re.IGNORECASE)


def links(context: Around) -> list[Link]:
    """The ties between neighbouring sums and counts; an equal sum is also noted in the value."""
    made: list[Link] = []
    numbers = [index for index, each in enumerate(context.entities) if isinstance(each.value, Amount | Quantity)]
    for first, second in pairwise(numbers):
        a, b = context.entities[first], context.entities[second]
        gap = context.between(a, b)
        if isinstance(a.value, Amount) and isinstance(b.value, Amount):
            made += _amounts(context, first, second, gap)
        if _PART.fullmatch(gap):
            made.append(Link("part_of", second, "trong đó", target=first))
    return made


def _amounts(context: Around, first: int, second: int, gap: str) -> list[Link]:
    a, b = context.entities[first], context.entities[second]
    assert isinstance(a.value, Amount) and isinstance(b.value, Amount)
    if a.value.currency != b.value.currency and _EQUAL.fullmatch(gap) and len(gap) < 40 and not re.search(r"\bvà\b", gap):
        a.value, b.value = msgspec.structs.replace(a.value, equivalent=second), msgspec.structs.replace(b.value, equivalent=first)
        reason = "said to be equal" if _SAID.search(gap) else "side by side in two currencies"
        return [Link("equivalent", second, reason, target=first)]
    if _OF_TOTAL.fullmatch(gap):
        return [Link("out_of", first, "allotted out of a total", target=second)]
    if _PAID.fullmatch(gap) and _PROMISED.search(context.words(max(0, a.start - 80), a.start)):
        return [Link("disbursed_of", second, "paid out of what was promised", target=first)]
    return []
