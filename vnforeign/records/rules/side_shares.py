"""Exports and imports in brackets behind their sum, in its unit: ``61,4 triệu USD (XK 22,9; NK 38,5)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..build import Draft
from ..values import money
from ..wording import pattern
from .figure import Figure

_SIDE = r"(?:xuất khẩu|nhập khẩu|xuất|nhập|xk|nk)"
_NUMBER = r"\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?"
_BOTH = pattern(
    rf" ?\((?:trong đó:? )?(?P<one>{_SIDE})(?: khẩu)?(?: là| đạt|:)? (?P<first>{_NUMBER}) ?(?:[;,]|[;,]? và) (?P<other>{_SIDE})(?: là| đạt|:)? (?P<second>{_NUMBER})\)",
    2,
)
_HEAD = re.compile(rf"(?P<n>{_NUMBER})\b")


def drafts(figure: Figure, row: Draft) -> Iterator[Draft]:
    """The rows of both sides, with the time of the sum; none where they make more than the sum."""
    sentence, mention = figure.sentence, figure.mention
    match = _BOTH.match(sentence.text, mention.end - sentence.start)
    head, whole = _HEAD.search(mention.text), money(mention)
    if not match or not head or not whole or "value" not in whole:
        return
    scale = Decimal(str(whole["value"])) / _value(head["n"])
    if _value(match["first"]) + _value(match["second"]) > _value(head["n"]) * Decimal("1.05"):
        return
    for side, number in (("one", "first"), ("other", "second")):
        draft = Draft("indicator", sentence, summary=True)
        at = sentence.start + match.start(side), sentence.start + match.end(number)
        draft.put("indicator", "exports" if match[side].lower().startswith("x") else "imports", at, "bracket")
        value = f"{(_value(match[number]) * scale).normalize():f}"
        draft.put("value", value, (sentence.start + match.start(number), sentence.start + match.end(number)), "bracket")
        draft.slots |= {each: row.slots[each] for each in ("unit", "as_of", "place") if each in row.slots}
        yield draft


def _value(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))


__all__ = ["drafts"]
