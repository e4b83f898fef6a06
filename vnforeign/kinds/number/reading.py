"""One number or a range of two, with scales: ``26,77 tỷ``, ``2 tỷ rưỡi``, ``từ 5 đến 7 triệu``, ``500 triệu - 1 tỷ``."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from ...text import pattern
from . import digits
from .approximators import approximator, at_least
from .words import SCALES, words

_SCALE = r" ?(?P<{0}>(?:(?:nghìn|ngàn|vạn|triệu|trăm) )?(?:nghìn|ngàn|vạn|triệu|tỷ)|(?<=[0-9])(?-i:k))(?:(?!\w)(?! (?:lệ|trọng|số|giá)(?!\w))|(?=đồng))"
#: One look at all that a number may be: its digits, its scale, a half or a smaller part, and the end of a range.
_NUMBER = pattern(
    r"(?P<low>[0-9]{1,3}(?:\x20[0-9]{3}){1,5}(?![0-9.,/]|-[0-9]|\x20[0-9]{3}(?![0-9]))|[0-9]+(?:[.,][0-9]+)*)"
    rf"(?:{_SCALE.format('scale')}(?P<rest>(?P<half> rưỡi)(?!\w)| (?P<part>[0-9]{{1,3}}(?:,[0-9]+)?) (?P<part_scale>triệu|nghìn|ngàn)(?!\w))?)?"
    rf"(?P<to> ?(?:-|đến|tới) ?(?:khoảng |gần |trên |hơn )?(?P<high>[0-9]+(?:[.,][0-9]+)*)(?:{_SCALE.format('high_scale')})?)?",
    re.IGNORECASE,
)
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
    """The number whose digits begin at ``start``; None where they write none.

    ``fraction`` says that a measure follows, which reads a lone comma before three digits as a decimal mark.
    """
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    if match.lastindex == 1:  # digits and nothing more: most numbers
        plain = digits.value(match[1].replace(" ", ""), fraction)
        if plain is None:
            return None
        first, modifier = approximator(text, start)
        return Number(first, match.end(), plain, None, "at_least" if at_least(text, match.end()) else modifier, False)
    scale = _times(match["scale"])
    low = digits.value(match["low"].replace(" ", ""), fraction or scale > 1)
    if low is None:
        return None
    if match["to"] and (ranged := _range(text, match, low, scale)) is not None:
        return ranged
    if match["to"] and scale == 1 and not match["high_scale"]:
        return None  # 20 - 5: no range and no number of its own
    stop = match.start("to") if match["to"] else match.end()
    first, modifier = approximator(text, start)
    return Number(first, stop, _whole(match, low, scale), None, "at_least" if at_least(text, stop) else modifier, scale > 1)


def _whole(match: re.Match[str], low: Decimal, scale: int) -> Decimal:
    """``2 tỷ rưỡi`` and ``2 tỷ 500 triệu`` beside the plain product."""
    if match["half"]:
        return low * scale + Decimal(scale) / 2
    if match["part"] and (part_scale := _times(match["part_scale"])) < scale:
        return low * scale + (digits.value(match["part"], True) or 0) * part_scale
    return low * scale if scale > 1 else low


def _range(text: str, match: re.Match[str], low: Decimal, scale: int) -> Number | None:
    high_scale = _times(match["high_scale"])
    high = digits.value(match["high"], high_scale > 1)
    if high is None:
        return None
    low = _whole(match, low, scale) if scale > 1 else low * high_scale
    high *= high_scale
    if low > high:
        return None
    start = match.start()
    begin = _FROM.search(text, max(0, start - 12), start)
    first, modifier = approximator(text, begin.start() if begin else start)
    return Number(first, match.end(), low, high, modifier, high_scale > 1)


def began_with_from(text: str, number: Number) -> int | None:
    """Where ``từ`` stands before a single number: the low end of ``từ 10% đến 15%``."""
    start = number.start - 3
    if start < 0 or number.high is not None or text[start : start + 2].lower() != "từ":
        return None
    return None if start and text[start - 1].isalnum() else start


_UNTIL = pattern(r"(?: (?:đến|tới) | ?- ?)(?=[0-9])", re.IGNORECASE)


def until(text: str, end: int) -> Number | None:
    """The number behind ``đến``: the high end of a range whose unit is written twice."""
    match = _UNTIL.match(text, end)
    return read(text, match.end(), match.end()) if match else None


def read_words(text: str, start: int) -> Number | None:
    """The number whose words begin at ``start``."""
    found = words(text, start)
    if found is None:
        return None
    begin, modifier = approximator(text, start)
    said = text[start : found[1]].lower().split()
    return Number(begin, found[1], found[0], None, modifier, said[-1] in SCALES or "rưỡi" in said)


_OTHER_SCALES = {"trăm": 100, "k": 1000}  # scales behind digits alone


def _times(scale: str | None) -> int:
    """The factor of ``triệu`` or of ``nghìn tỷ``."""
    factor = 1
    for word in scale.lower().split() if scale else ():
        factor *= _OTHER_SCALES.get(word) or SCALES[word]
    return factor


def canonical(number: Decimal, high: Decimal | None) -> dict[str, str]:
    """``value``, or ``low`` and ``high``, as decimal strings."""
    if high is None:
        return {"value": digits.plain(number)}
    return {"low": digits.plain(number), "high": digits.plain(high)}
