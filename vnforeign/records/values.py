"""Values of mentions as the columns of records write them."""

from __future__ import annotations

import re
from typing import Any

from ..kinds.amount import Amount
from ..kinds.date import Date
from ..kinds.quantity import Quantity
from .page import Mention, Sentence
from .wording import pattern

_PART = re.compile(r"([0-9]{4})-(2[1-4]|3[3-6])")  # seasons and quarters of EDTF
_QUARTERS = 33  # the first of them
_NEW_YEAR = pattern(r"\btừ đầu năm(?: \d{4})? (?:đến|tới|cho đến)(?: hết)?(?: ngày)? $")
_BEHIND = 4  # characters between a document's number and its date


def count(mention: Mention) -> str | None:
    """The number of a quantity, for an int or decimal column; None for a range."""
    value = mention.entity.value
    return value.to_dict().get("value") if isinstance(value, Quantity) else None


def whole(mention: Mention) -> str | None:
    """The whole of ``248/314``."""
    value = mention.entity.value
    return value.to_dict().get("of") if isinstance(value, Quantity) else None


def unit(mention: Mention) -> str:
    value = mention.entity.value
    return (value.unit or "").lower() if isinstance(value, Quantity) else ""


def money(mention: Mention) -> dict[str, Any] | None:
    """The sum as a money column holds it; None for a rate (``đồng/người``)."""
    value = mention.entity.value
    if not isinstance(value, Amount) or value.per:
        return None
    said = value.to_dict()
    return {name: said[name] for name in ("value", "low", "high", "currency") if name in said}


def day(mention: Mention) -> str | None:
    """A date as a date or daterange column holds it: ``2013-09``, ``2010/2015``; None where it stays unknown.

    A quarter is its months (``2019-07/2019-09``), a season its year.
    """
    value = mention.entity.value
    if not isinstance(value, Date) or not value.valid or not value.edtf or "X" in value.edtf or "?" in value.edtf:
        return None
    if match := _PART.fullmatch(value.edtf):
        year, part = match[1], int(match[2]) - _QUARTERS
        return f"{year}-{3 * part + 1:02}/{year}-{3 * part + 3:02}" if part in range(4) else year
    return value.edtf


def days(sentence: Sentence) -> list[tuple[Mention, str]]:
    """The known dates of a sentence with their values, but for the dates of the documents it cites."""
    cited = [each.end for each in sentence.of("DIRECTIVE")]
    known = [(each, value) for each in sentence.of("DATE") if (value := day(each))]
    if "đầu năm" in sentence.lower:
        known = [(each, _since_new_year(sentence, each, value)) for each, value in known]
    return [(each, value) for each, value in known if not any(0 <= each.start - end < _BEHIND for end in cited)]


def _since_new_year(sentence: Sentence, each: Mention, value: str) -> str:
    """The time from the year's first day or month on: ``từ đầu năm đến 15/9``."""
    if "/" in value or "-" not in value or not _NEW_YEAR.search(sentence.before(each.start, 40)):
        return value
    first = f"{value[:4]}-01" if len(value) == len("2022-09") else f"{value[:4]}-01-01"
    return f"{first}/{value}" if first != value else value
