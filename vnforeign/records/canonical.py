"""How a slot's value is written, by the type of its column, and when two values are the same.

text, docref    the words, blanks of one kind
int, decimal    1345, 1137.5
money           25000000000 VND, 5000000..7000000 USD
date            2007-12-04, 2013-09, 2011 (EDTF)
daterange       the same, or two dates: 2010/2015, 2019-07-01/2019-07-05; open: 2007/..
enum            a key of the column's choices
list            several texts
"""

from __future__ import annotations

import re
from typing import Any

from ..text import modern
from .countries import country_named
from .schema import Column

_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
#: What stands before a place's name in a list of places, and does not tell two of them apart.
_DESIGNATOR = re.compile(r"^(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã|phường|thị trấn) ")
_SHAPES = {
    "int": re.compile(r"[0-9]+"),
    "decimal": re.compile(r"[0-9]+(?:\.[0-9]+)?"),
    "money": re.compile(r"(?P<low>[0-9]+(?:\.[0-9]+)?)(?:\.\.(?P<high>[0-9]+(?:\.[0-9]+)?))? (?P<currency>[A-Z]{3})"),
    "date": re.compile(_DATE),
    "daterange": re.compile(rf"{_DATE}(?:/(?:{_DATE}|\.\.))?|\.\./{_DATE}"),
}


def read(column: Column, value: Any) -> str | list[str] | dict[str, Any]:
    """The value of a slot as ``Slot`` holds it, from the way it is written by hand. Raises ValueError."""
    if column.type == "list":
        items = [_words(each) for each in (value if isinstance(value, list) else [value])]
        return [country_named(each) for each in items] if column.holds == "country" else items
    said = _words(value)
    if column.holds == "country":
        return country_named(said)
    if not said:
        raise ValueError("the value is empty")
    if column.choices and said not in column.choices:
        raise ValueError(f"{said!r} is none of {', '.join(column.choices)}")
    shape = _SHAPES.get(column.type)
    match = shape.fullmatch(said) if shape else None
    if shape and not match:
        raise ValueError(f"{said!r} is no {column.type}")
    return _money(match) if column.type == "money" and match else said


def _money(match: re.Match[str]) -> dict[str, Any]:
    if match["high"]:
        return {"low": match["low"], "high": match["high"], "currency": match["currency"]}
    return {"value": match["low"], "currency": match["currency"]}


def write(value: str | list[str] | dict[str, Any]) -> str:
    """A slot's value in one line, as it is written by hand; items of a list parted by ``; ``."""
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, dict):
        number = value["value"] if "value" in value else f"{value['low']}..{value['high']}"
        return f"{number} {value['currency']}"
    return value


def key(column: Column, value: str | list[str] | dict[str, Any]) -> Any:
    """What must be equal for two values of a column to be the same: texts without case, tone placement and odd blanks."""
    if isinstance(value, list):
        return frozenset(_DESIGNATOR.sub("", _fold(each)) for each in value)
    if isinstance(value, dict):
        return tuple(value.get(part) for part in ("value", "low", "high", "currency"))
    return _fold(value) if column.type in ("text", "docref") else value


def _words(value: Any) -> str:
    return " ".join(str(value).split())


def _fold(words: str) -> str:
    return modern(" ".join(words.casefold().split())).strip(" .,;:\"“”'")
