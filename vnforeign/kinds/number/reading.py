"""One number or a range of two, with scales: ``26,77 tỷ``, ``2 tỷ rưỡi``, ``từ 5 đến 7 triệu``, ``500 triệu - 1 tỷ``."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from ...text import pattern
from . import digits
from .approximators import approximator, at_least
from .words import SCALES, words

_FIRST = pattern(r"[0-9]+(?:[.,][0-9]+)*")
_SCALE = pattern(r" ?(?:(nghìn|ngàn|vạn|triệu|trăm) (tỷ|triệu|nghìn)|(nghìn|ngàn|vạn|triệu|tỷ))(?:(?!\w)|(?=đồng))", re.IGNORECASE)
_HALF = pattern(r" rưỡi(?!\w)", re.IGNORECASE)
_MORE = pattern(r" ([0-9]{1,3}(?:,[0-9]+)?) (triệu|nghìn|ngàn)(?!\w)", re.IGNORECASE)
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,/]|-[0-9])")  # 3 320
_TO = pattern(r" ?(?:-|đến|tới) ?(?:khoảng |gần |trên |hơn )?(?=[0-9])")
_FROM = pattern(r"(?<!\w)từ (?:khoảng |gần |trên |hơn )?\Z", re.IGNORECASE)


class Number(msgspec.Struct, gc=False):
    """What was read: ``start`` with its approximator or ``từ``, ``end`` after its scale; a range has ``high``."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    modifier: str | None
    scaled: bool


def read(text: str, start: int, end: int, fraction: bool = False) -> Number | None:
    """The number whose digits stand at ``text[start:end]``; None where they write none.

    ``fraction`` says that a measure follows, which reads a lone comma before three digits as a decimal mark.
    """
    spaced = _SPACED.match(text, start)
    if spaced and spaced.end() > end and text[start - 1 : start] not in (",", "."):
        end = spaced.end()
    low = _scaled(text, start, end, fraction)
    if low is None:
        return None
    number, stop, scale = low
    second = _second(text, stop)
    if second and scale == 1 and second[0] < number:
        return None
    if second and number * (second[2] if scale == 1 else 1) <= second[0]:
        begin = _FROM.search(text, max(0, start - 12), start)
        first, modifier = approximator(text, begin.start() if begin else start)
        return Number(first, second[1], number * (second[2] if scale == 1 else 1), second[0], modifier, second[2] > 1)
    first, modifier = approximator(text, start)
    return Number(first, stop, number, None, "at_least" if at_least(text, stop) else modifier, scale > 1)


def read_words(text: str, start: int) -> Number | None:
    """The number whose words begin at ``start``."""
    found = words(text, start)
    if found is None:
        return None
    begin, modifier = approximator(text, start)
    said = text[start : found[1]].lower().split()
    return Number(begin, found[1], found[0], None, modifier, said[-1] in SCALES or "rưỡi" in said)


def _scaled(text: str, start: int, end: int, fraction: bool) -> tuple[Decimal, int, int] | None:
    """Value, end and scale of digits with what multiplies them."""
    match = _SCALE.match(text, end)
    number = digits.value(text[start:end].replace(" ", ""), fraction or match is not None)
    if number is None or match is None:
        return None if number is None else (number, end, 1)
    if match[3]:
        scale = _times(match[3])
    else:
        scale = _times(match[1]) * _times(match[2])
    number, end = number * scale, match.end()
    if half := _HALF.match(text, end):
        return number + Decimal(scale) / 2, half.end(), scale
    if (more := _MORE.match(text, end)) and _times(more[2]) < scale:
        part = digits.value(more[1], True)
        if part is not None:
            return number + part * _times(more[2]), more.end(), scale
    return number, end, scale


def _times(word: str) -> int:
    return 100 if word.lower() == "trăm" else SCALES[word.lower()]


def _second(text: str, end: int) -> tuple[Decimal, int, int] | None:
    to = _TO.match(text, end)
    if not to:
        return None
    match = _FIRST.match(text, to.end())
    if not match:
        return None
    return _scaled(text, *match.span(), False)


def canonical(number: Decimal, high: Decimal | None) -> dict[str, str]:
    """``value``, or ``low`` and ``high``, as decimal strings."""
    if high is None:
        return {"value": digits.plain(number)}
    return {"low": digits.plain(number), "high": digits.plain(high)}
