"""Sums that belong together: one sum in two currencies, promised and paid."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from itertools import pairwise

import msgspec

from ..document import Link
from ..kinds.amount import Amount
from ..kinds.quantity import Quantity
from .near import Around

_SAID = re.compile(
    r"\s*,?\s*\(?\s*(?:tương đương|tương ứng|quy đổi|quy ra|tức(?: là)?|hay|bằng|xấp xỉ)(?:\s+(?:với|khoảng|là|ra|bằng))*\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(\s*(?:khoảng\s+)?")
_BESIDE = re.compile(r"\s*,\s*")
_CLOSES = re.compile(r"\s*\)")
_LISTED = re.compile(r"\s*(?:,|và)\s*(?:[\w ]{0,12}\s)?[0-9]")
#: Dong for one unit, lowest and highest since about 1990.
_RATES = {
    "USD": (6_500, 28_000),
    "EUR": (11_000, 33_000),
    "GBP": (15_000, 36_000),
    "AUD": (7_000, 24_000),
    "CAD": (8_000, 22_000),
    "CHF": (7_000, 34_000),
    "SGD": (5_500, 21_000),
    "JPY": (70, 290),
    "KRW": (8, 22),
    "CNY": (1_200, 4_000),
    "THB": (250, 850),
    "LAK": (1, 4),
    "KHR": (2, 8),
    "VND": (1, 1),
}
_PAID = re.compile(r"(?<!\w)(?:giải ngân|thực chi|đã chi|thực hiện chi)(?!\w)[^.;\n]{0,60}\Z", re.IGNORECASE)
_PAYS = re.compile(r"\s*(?:đã |mới |trong đó )?(?:được )?(?:giải ngân|thực chi|chi)(?!\w)", re.IGNORECASE)
_PROMISED = re.compile(r"(?<!\w)cam kết(?!\w)[^.;\n]{0,80}\Z", re.IGNORECASE)
_OF_PROMISED = re.compile(r"[^.;\n]{0,20}?(?:trên|/|trong|so với)[^.;\n]{0,30}cam kết[^.;\n]{0,30}", re.IGNORECASE)
_PROMISE = ("am kết", unicodedata.normalize("NFD", "am kết"))
_LOOK = 100


def links(context: Around) -> list[Link]:
    """The ties between neighbouring sums; an equal sum is also noted in the value."""
    made: list[Link] = []
    for first, second in pairwise(context.of("AMOUNT")):
        a, b = context.entities[first], context.entities[second]
        if not 0 <= b.start - a.end < _LOOK:
            continue
        if reason := _equal(context, first, second):
            assert isinstance(a.value, Amount) and isinstance(b.value, Amount)
            a.value = msgspec.structs.replace(a.value, equivalent=second)
            b.value = msgspec.structs.replace(b.value, equivalent=first)
            made.append(Link("equivalent", second, reason, target=first))
    return made + _disbursed(context)


def _equal(context: Around, first: int, second: int) -> str | None:
    """Why two neighbouring sums are one in two currencies."""
    a, b = context.entities[first], context.entities[second]
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount) or a.value.currency == b.value.currency:
        return None
    if a.value.equivalent is not None and a.value.equivalent != second:
        return None
    gap = context.between(a, b)
    if _SAID.fullmatch(gap):
        return "said to be equal"
    possible = _at_a_rate(a.value, b.value)
    behind = context.words(b.end, b.end + 20)
    if _BRACKET.fullmatch(gap) and _CLOSES.match(behind):
        return "in brackets behind the other" if possible is not False else None
    if _BESIDE.fullmatch(gap) and possible and not _LISTED.match(behind):
        return "side by side in two currencies, at a rate that was in use"
    return None


def _at_a_rate(first: Amount, second: Amount) -> bool | None:
    """Whether two sums can be one at a rate of some year since 1990; None for a currency without rates here."""
    if first.currency not in _RATES or second.currency not in _RATES or not first.low or not second.low:
        return None
    (low, high), (other_low, other_high) = _RATES[first.currency], _RATES[second.currency]
    ratio = second.low / first.low
    return Decimal(low) / other_high <= ratio <= Decimal(high) / other_low


def _disbursed(context: Around) -> list[Link]:
    """``cam kết 2.431.560 USD …, giải ngân 1,08 triệu USD``: the payment is tied to the promise of its sentence."""
    made: list[Link] = []
    for word in _PROMISE:
        at, done = -1, 0
        while (at := context.text.find(word, at + 1)) >= 0:
            if at >= done:
                done = _stop(context, at)
                made += _in_sentence(context, context.sentence_start(at), done)
    return made


def _stop(context: Around, at: int) -> int:
    """Where the sentence of a promise ends: behind a semicolon too, where the next clause begins with the payment."""
    done = context.sentence_end(at)
    return (
        context.sentence_end(done + 1) if context.text[done - 1] == ";" and _PAYS.match(context.words(done, done + 30)) else done
    )


def _in_sentence(context: Around, start: int, stop: int) -> list[Link]:
    made: list[Link] = []
    promised, end = None, start
    numbers = [(index, each) for index, each in context.inside(start, stop) if isinstance(each.value, Amount | Quantity)]
    for place, (index, each) in enumerate(numbers):
        before = context.words(max(end, each.start - _LOOK), each.start)
        end = each.end
        if isinstance(each.value, Amount) and _PROMISED.search(before) and not _PAID.search(before):
            promised = index
            made += _reversed(context, numbers[place - 1][0], index) if place else []
        elif promised is not None and _PAID.search(before) and (target := _payable(context, promised, index)) is not None:
            made.append(Link("disbursed_of", index, "paid out of what was promised", target=target))
    return made


def _payable(context: Around, promised: int, paid: int) -> int | None:
    """The promise, or its equal in the currency of the payment, unless the payment is larger."""
    value, promise = context.entities[paid].value, context.entities[promised].value
    assert isinstance(promise, Amount)
    if isinstance(value, Quantity):
        return promised if value.unit == "%" else None
    assert isinstance(value, Amount)
    for target in (promised, promise.equivalent):
        other = context.entities[target].value if target is not None else None
        if isinstance(other, Amount) and other.currency == value.currency:
            return target if value.low <= other.low else None
    return None


def _reversed(context: Around, first: int, second: int) -> list[Link]:
    """``giải ngân 1,2 triệu USD trên tổng vốn cam kết 3 triệu USD``."""
    a, b = context.entities[first], context.entities[second]
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount) or a.value.currency != b.value.currency:
        return []
    if a.value.low > b.value.low or not _OF_PROMISED.fullmatch(context.between(a, b)):
        return []
    paid = _PAID.search(context.words(a.start - _LOOK, a.start))
    return [Link("disbursed_of", first, "paid out of what was promised", target=second)] if paid else []
