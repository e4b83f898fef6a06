"""The day of issue that stands right behind a citation."""

from __future__ import annotations

import re

import msgspec

from ...text import pattern
from ..date.expressions import expression
from ..date.value import Date
from .value import Directive

OF_YEAR = pattern(r"(?: ban hành)? năm (?P<y>(?:19|20)[0-9]{2})(?![0-9])")
DATED = pattern(r" ?[,(]? ?(?:ký |ban hành )?(?=ngày [0-9])", re.IGNORECASE)


def with_date(text: str, end: int, value: Directive) -> Directive:
    """With the day of issue that stands right behind the citation."""
    if dated := DATED.match(text, end):
        read = expression(text, dated.end())
        if read and isinstance(read[0], Date) and read[0].start and read[0].start == read[0].end:
            return msgspec.structs.replace(value, issued=read[0].start.isoformat(), year=value.year or read[0].start.year)
    if not value.year and (year := OF_YEAR.match(text, end)):
        return msgspec.structs.replace(value, year=int(year["y"]))
    return value
