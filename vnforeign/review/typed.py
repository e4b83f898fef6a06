"""What an editor types, valued by the library's own rules, and values spelled so that they can be typed again.

4/12/2007   quý I/2019   2010 - 2015        2007-12-04   2019-01/2019-03   2010/2015
25 tỷ đồng   8.500.000 USD                  {"value": "25000000000", "currency": "VND"}
1.345   trên 5 ngàn                         "1345"   "5000"
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import Any

from ..analyze import analyze
from ..document import Entity
from ..records import Column
from . import shorthand

LONGEST = 5000  # characters in one cell
_DAY, _MONTH, _QUARTER, _YEAR = (
    re.compile(pattern) for pattern in (r"(\d{4})-(0\d|1[0-2])-(\d\d)", r"(\d{4})-(0\d|1[0-2])", r"(\d{4})-3([3-6])", r"\d{4}")
)
_DECADE = re.compile(r"(\d{3})X")
_NO_YEAR = re.compile(r"\d{1,2} ?[/-] ?\d{1,2}")
_PERIOD = re.compile(r"(?:\d{4}[\d-]{0,6}|\.\.)/(?:\d{4}[\d-]{0,6}|\.\.)")  # 2010/2015, ../2005-06
_ENDS = re.compile(r"(?:từ )?(.{4,40}?)(?: (?:đến|tới|[-–—]) |(?<=\d{4})[-–—](?=\d{4}))(.{4,40})", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV")
_VIET_NAM = timezone(timedelta(hours=7))  # no summer time
_CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

Cell = str | list[str] | dict[str, Any]


class Unreadable(ValueError):
    """Typed words that mean nothing in their column; ``args[0]`` is the key of the message."""


def clean(said: str) -> str:
    """The typed words without control characters and blanks at their edges."""
    return _CONTROLS.sub("", said.replace("\r\n", "\n").replace("\r", "\n")).strip()


def offset(said: str) -> int:
    """A place in a text as a form sends it, -1 for what is none."""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else -1


def read(column: Column, said: str, reference_date: str | None = None) -> Cell | None:
    """The canonical value of what was typed into a column, None for nothing. Raises Unreadable."""
    said = clean(said)
    if not said:
        return None
    if len(said) > LONGEST:
        raise Unreadable("too_long")
    if column.type == "enum":
        return _choice(column, said)
    reader = _READERS.get(column.type, _words)
    return reader(said, reference_date or None)


def show(column: Column, cell: Cell | None) -> str:
    """The value as an editor would type it; ``read`` gives the same value back."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        return "; ".join(cell)
    if isinstance(cell, dict):
        return _money(cell)
    if column.type in ("date", "daterange"):
        return _date(cell)
    return _number(cell) if column.type in ("int", "decimal") else cell


# --- in ----------------------------------------------------------------------------------------------------------------


def _only(label: str, said: str, reference: str | None = None) -> Entity | None:
    """The entity that the words are as a whole."""
    for entity in analyze(said, reference, links=False).entities.of(label):
        if (entity.start, entity.end) == (0, len(said)):
            return entity
    return None


def _when(said: str, reference: str | None) -> str:
    """A day, month, quarter, year or period; of ``tính đến hết 30/6/2014`` and ``từ ngày 1/7/2019`` the day."""
    with suppress(Unreadable):
        return _months(_date_of(said, reference))
    return _months(_date_of(shorthand.until(said) or shorthand.since(said) or said, reference))


def _span(said: str, reference: str | None) -> str:
    """A period, also one that is open on a side: ``từ năm 2018``, ``đến hết 2020``."""
    with suppress(Unreadable):
        return _months(_date_of(said, reference))
    last, first = shorthand.until(said), shorthand.since(said)
    found = _date_of(last or first or said, reference)
    if "/" in found:
        return _months(found)
    return _months(f"../{found}" if last else f"{found}/..")


def _months(edtf: str) -> str:
    """Quarters as their months, as drafted rows have them: ``2019-33`` is ``2019-01/2019-03``."""
    first, _, last = edtf.partition("/")
    if not last and _QUARTER.fullmatch(first):
        last = first
    return f"{_month(first, 1)}/{_month(last, 3)}" if last else first


def _month(edtf: str, place: int) -> str:
    """A month of a quarter by its place, 1 to 3; anything else stays as it is."""
    match = _QUARTER.fullmatch(edtf)
    return f"{match[1]}-{3 * int(match[2]) - 9 + place:02}" if match else edtf


def _date_of(said: str, reference: str | None) -> str:
    if _stored(said):
        return _edtf(said)
    found = _only("DATE", said, reference) or _only("DATE", shorthand.date(said), reference)
    if found is None:
        raise Unreadable("no_year" if _NO_YEAR.fullmatch(said) else _wrong(said, reference, "no_date"))
    value = found.value.to_dict()
    if value.get("valid") is False or not value["edtf"]:
        raise Unreadable(_wrong(said, reference, "no_such_day"))
    if value["start"] is None and value["end"] is None:
        raise Unreadable("no_year")
    return str(value["edtf"])


def _wrong(said: str, reference: str | None, key: str) -> str:
    """Why words are no time: the order of two, else what ``key`` says."""
    if match := _ENDS.fullmatch(shorthand.date(said)):
        with suppress(Unreadable):
            first, last = (_months(_date_of(each, reference)) for each in match.groups())
            return "wrong_order" if _turned(first, last) else key
    return key


def _turned(first: str, last: str) -> bool:
    """Whether the later of two times stands first: they are compared as far as both are written."""
    first, last = first.partition("/")[0], last.rpartition("/")[2]
    size = min(len(first), len(last))
    return "." not in first + last and first[:size] > last[:size]


def _stored(said: str) -> bool:
    return bool(_YEAR.fullmatch(said) or _PERIOD.fullmatch(said))


def _edtf(said: str) -> str:
    """A year or a period that is written as it is stored."""
    parts = said.split("/")
    if set(parts) == {".."} or not all(part == ".." or _YEAR.fullmatch(part) or _only("DATE", _date(part)) for part in parts):
        raise Unreadable("no_date")
    if _PERIOD.fullmatch(said) and _turned(*_months(said).split("/")):
        raise Unreadable("wrong_order")
    return said


def _sum(said: str, _reference: str | None) -> dict[str, Any]:
    found = _only("AMOUNT", said) or _only("AMOUNT", shorthand.money(said))
    if found is None:
        raise Unreadable(_no_sum(shorthand.money(said)))
    value = found.value.to_dict()
    return {name: value[name] for name in ("value", "low", "high", "currency") if name in value}


def _no_sum(said: str) -> str:
    """Why words are no sum of money."""
    if len(analyze(said, links=False).entities.of("AMOUNT")) > 1:
        return "two_amounts"
    return "no_currency" if _only("QUANTITY", said) or said.replace(".", "").isdigit() else "no_amount"


def _count(said: str, _reference: str | None) -> str:
    number = _decimal(shorthand.whole(said), None)
    if "." in number:
        raise Unreadable("no_whole_number")
    return number


def _decimal(said: str, _reference: str | None) -> str:
    found = _only("QUANTITY", f"{said} km") or _only("QUANTITY", f"{said} người") or _only("QUANTITY", said)
    value = found.value.to_dict() if found else {}
    if "value" not in value or "of" in value:
        value = {"value": shorthand.spoken(said)}
    if value["value"] is None:
        raise Unreadable("no_number")
    return str(value["value"])


def _list(said: str, _reference: str | None) -> list[str]:
    return [" ".join(item.split()) for item in re.split(r"[;\n]", said) if item.strip()]


def _choice(column: Column, said: str) -> str:
    for key, labels in column.choices.items():
        if said.casefold() in (key, *(label.casefold() for label in labels)):
            return key
    raise Unreadable("no_choice")


def _words(said: str, _reference: str | None) -> str:
    return " ".join(said.split())


_READERS: dict[str, Callable[[str, str | None], Cell]] = {
    "date": _when,
    "daterange": _span,
    "money": _sum,
    "int": _count,
    "decimal": _decimal,
    "list": _list,
}


# --- out ---------------------------------------------------------------------------------------------------------------


def _date(edtf: str) -> str:
    """``04/12/2007``, ``12/2007``, ``quý I/2019``, ``2010 - 2015``, ``2018 - nay``; anything else stays as it is."""
    first, slash, last = edtf.partition("/")
    if slash:
        return f"đến {_date(last)}" if first == ".." else f"{_date(first)} - {'nay' if last == '..' else _date(last)}"
    if match := _DAY.fullmatch(edtf):
        return f"{match[3]}/{match[2]}/{match[1]}"
    if match := _QUARTER.fullmatch(edtf):
        return f"quý {_ROMAN[int(match[2]) - 3]}/{match[1]}"
    if match := _MONTH.fullmatch(edtf):
        return f"{match[2]}/{match[1]}"
    if match := _DECADE.fullmatch(edtf):
        return f"những năm {match[1]}0"
    return edtf


def _money(cell: dict[str, Any]) -> str:
    numbers = [cell["value"]] if cell.get("value") else [cell.get("low", ""), cell.get("high", "")]
    return f"{' - '.join(map(_number, numbers))} {cell.get('currency', '')}".strip()


def _number(said: str) -> str:
    """``1.137``, ``866,5``: a dot between thousands, a comma before the fraction."""
    try:
        whole, _, fraction = format(Decimal(said), "f").partition(".")
    except InvalidOperation:
        return said
    return f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")


def day(edtf: str) -> str:
    """A date for the eye: ``05/12/2019``."""
    return _date(edtf)


def moment(at: str) -> str:
    """A time of the database, UTC, as clocks in Việt Nam say it (+07:00): ``15:20 05/12/2019``."""
    return datetime.fromisoformat(at).astimezone(_VIET_NAM).strftime("%H:%M %d/%m/%Y")
