"""The other tools: how each is called, and what of its answers is compared with the gold reports.

duckling     time -> DATE, amount-of-money -> AMOUNT. A date's first and last day follow from its grain; an interval's last
             day is the day before its open end. Times of day without a date are left out, in its favour. Its other dimensions
             (numeral, distance, duration …) have no label that counts the same things, so they are not compared.
dateparser   search_dates -> DATE, day first, Vietnamese alone. It tells no grain: three numbers in what it matched are taken
             as a day, two with a year as a month, a year alone as a year.
underthesea  LOC -> any label of the place layer, as one class: it knows no provinces apart from countries; ORG -> ORG,
             PER -> PERSON. It gives no values.
regexes      what one writes in ten minutes for DATE, AMOUNT and DIRECTIVE.

All but the regexes read one line at a time: whole documents make them slower and not better.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import metadata, util
from typing import Any

import msgspec

from vnforeign import LAYERS, analyze

Row = dict[str, Any]
Find = Callable[[str, str | None], list[Row]]


class Tool(msgspec.Struct, frozen=True):
    """A tool: ``work`` is what is timed on one text, ``find`` gives entities of ``labels`` (``PLACE``: any of that layer)."""

    name: str
    package: str | None
    labels: tuple[str, ...]
    work: Callable[[str], object]
    find: Find
    sample: int  # bytes that are timed in one round
    by_line: bool = True

    @property
    def version(self) -> str:
        return metadata.version(self.package) if self.package else ""


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line that is not blank, and where it begins."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def entity(label: str, start: int, end: int, value: Row) -> Row:
    """An entity as the evaluation reads it."""
    return {"label": label, "start": start, "end": end, "value": value}


# --- vnforeign itself --------------------------------------------------------------------------------------------------


def _own(text: str, reference: str | None) -> list[Row]:
    return [each.to_dict() for each in analyze(text, reference).entities]


OWN = Tool(
    "vnforeign",
    "vnforeign",
    ("DATE", "AMOUNT", "DIRECTIVE", "PLACE", "ORG", "PERSON"),
    lambda text: analyze(text).to_json(fields=False),
    _own,
    2_000_000,
    False,
)
#: What `vnforeign tag` does when nothing is left out; only its speed is measured here (`vnforeign evaluate fields`).
WITH_FIELDS = Tool("vnforeign, fields too", "vnforeign", (), lambda text: analyze(text).to_json(), _own, 2_000_000, False)
TEN = tuple(label for label, layer in LAYERS.items() if layer in ("place", "value") or label == "DIRECTIVE")
#: What the peers come nearest to: no bodies, persons, agreements, events, links; only its speed is measured here.
NARROW = Tool(
    "vnforeign, places, values and directives",
    "vnforeign",
    (),
    lambda text: analyze(text, links=False, labels=TEN).to_json(fields=False),
    _own,
    2_000_000,
    False,
)

# --- duckling ----------------------------------------------------------------------------------------------------------

_DIMENSIONS = (
    "amount-of-money credit-card-number distance duration email numeral ordinal phone-number quantity temperature time "
    "time-grain url volume"
).split()
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "đ": "VND"}
_DATED = re.compile(r"[/-]|ngày|tháng|năm|quý|tuần|hôm", re.IGNORECASE)


@cache
def _duckling(day: str) -> Callable[[str], list[Row]]:
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    moment = int(datetime.fromisoformat(f"{day}T08:00:00").replace(tzinfo=UTC).timestamp())
    locale = duckling.parse_locale("VI_XX", duckling.default_locale_lang(duckling.parse_lang("VI")))
    context = duckling.Context(duckling.parse_ref_time(zones, "Asia/Ho_Chi_Minh", moment), locale)
    dimensions = duckling.parse_dimensions(_DIMENSIONS)

    def parse(line: str) -> list[Row]:
        answer = duckling.parse(line, context, dimensions, False)
        return json.loads(answer) if isinstance(answer, str) else list(answer)

    return parse


def _duckling_find(text: str, reference: str | None) -> list[Row]:
    parse = _duckling(reference or "2020-01-01")
    found = []
    for at, line in lines(text):
        for each in parse(line):
            start, end = each["start"], each["end"]
            if each["dim"] == "time" and _DATED.search(line[start:end]):
                found.append(entity("DATE", at + start, at + end, _days(each["value"])))
            elif each["dim"] == "amount-of-money":
                found.append(entity("AMOUNT", at + start, at + end, _money(each["value"])))
    return found


def _days(value: Row) -> Row:
    if value.get("type") != "interval":
        return {"start": value["value"][:10], "end": _last_day(value["value"], value["grain"])}
    first, last = value.get("from"), value.get("to")
    return {
        "start": first["value"][:10] if first else None,
        "end": str(date.fromisoformat(last["value"][:10]) - timedelta(1)) if last else None,
    }


def _last_day(moment: str, grain: str) -> str:
    day = date.fromisoformat(moment[:10])
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if grain == "week":
        return str(day + timedelta(6))
    if months is None:
        return str(day)
    year, month = divmod(day.year * 12 + day.month - 1 + months - 1, 12)
    return f"{year:04}-{month + 1:02}-{calendar.monthrange(year, month + 1)[1]:02}"


def _money(value: Row) -> Row:
    if value.get("type") != "interval":
        return {"value": str(value["value"]), "currency": _currency(value)}
    low, high = value.get("from"), value.get("to")
    currency = _currency(low or high or {})
    if low and high:
        return {"low": str(low["value"]), "high": str(high["value"]), "currency": currency}
    return {"value": str((low or high or {}).get("value")), "currency": currency}


def _currency(value: Row) -> str | None:
    unit = value.get("unit")
    return _CURRENCIES.get(str(unit), unit)


# --- dateparser --------------------------------------------------------------------------------------------------------


def _search(line: str, reference: str | None) -> list[tuple[str, datetime]]:
    from dateparser.search import search_dates

    settings: Row = {"DATE_ORDER": "DMY"}
    if reference:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(reference)
    return search_dates(line, languages=["vi"], settings=settings) or []


def _dateparser_find(text: str, reference: str | None) -> list[Row]:
    found = []
    for at, line in lines(text):
        done = 0
        for said, moment in _search(line, reference):
            start = line.find(said, done)
            if start >= 0:
                done = start + len(said)
                found.append(entity("DATE", at + start, at + done, _grained(said, moment)))
    return found


def _grained(said: str, moment: datetime) -> Row:
    numbers = re.findall(r"\d+", said)
    if len(numbers) == 1 and len(numbers[0]) == 4:
        return {"start": f"{moment.year}-01-01", "end": f"{moment.year}-12-31"}
    if len(numbers) == 2 and len(numbers[1]) == 4:
        last = calendar.monthrange(moment.year, moment.month)[1]
        return {"start": f"{moment:%Y-%m}-01", "end": f"{moment:%Y-%m}-{last:02}"}
    return {"start": f"{moment:%Y-%m-%d}", "end": f"{moment:%Y-%m-%d}"}


# --- underthesea -------------------------------------------------------------------------------------------------------

_CLASSES = {"LOC": "PLACE", "ORG": "ORG", "PER": "PERSON"}


def _ner(line: str) -> list[tuple[str, ...]]:
    from underthesea import ner

    return list(ner(line))


def _underthesea_find(text: str, reference: str | None) -> list[Row]:
    found: list[Row] = []
    for at, line in lines(text):
        done = 0
        for token, *_, tag in _ner(line):
            start = line.find(token, done)
            if start < 0:
                continue
            done = start + len(token)
            label = _CLASSES.get(tag[2:])
            if label and tag[0] == "I" and found and found[-1]["label"] == label and found[-1]["end"] >= at + start - 2:
                found[-1]["end"] = at + done
            elif label:
                found.append(entity(label, at + start, at + done, {}))
    return found


# --- regular expressions -----------------------------------------------------------------------------------------------

_REGEXES = (
    ("DATE", re.compile(r"(?:ngày )?(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})")),
    ("DATE", re.compile(r"ngày (?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})")),
    ("DATE", re.compile(r"tháng (?P<m>\d{1,2})(?:/| năm )(?P<y>\d{4})")),
    ("DATE", re.compile(r"năm (?P<y>\d{4})")),
    ("AMOUNT", re.compile(r"(?P<n>\d+(?:[.,]\d+)*) ?(?P<s>tỷ|triệu|nghìn)? ?(?P<c>đồng|VNĐ|USD|EUR)")),
    ("DIRECTIVE", re.compile(r"(?P<t>Chỉ thị|Nghị quyết|Quyết định|Kế hoạch|Nghị định|Thông tư) số (?P<n>\d+)(?P<s>[/-]\S*\w)?")),
)
_SCALES = {None: 1, "nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}
_CODES = {"đồng": "VND", "VNĐ": "VND"}


def _regex_find(text: str, reference: str | None) -> list[Row]:
    found: list[Row] = []
    taken: set[int] = set()
    for label, regex in _REGEXES:
        for match in regex.finditer(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found.append(entity(label, *match.span(), _regex_value(label, match.groupdict())))
    return found


def _regex_value(label: str, said: dict[str, str | None]) -> Row:
    if label == "DATE":
        return _regex_date(int(said["y"] or 0), int(said.get("m") or 0), int(said.get("d") or 0))
    if label == "AMOUNT":
        number = float((said["n"] or "").replace(".", "").replace(",", ".") if (said["n"] or "").count(",") < 2 else 0)
        return {"value": str(round(number * _SCALES[said["s"]])), "currency": _CODES.get(said["c"] or "", said["c"])}
    kinds = {"Chỉ thị": "chi_thi", "Nghị quyết": "nghi_quyet", "Quyết định": "quyet_dinh"}
    kinds |= {"Kế hoạch": "ke_hoach", "Nghị định": "nghi_dinh", "Thông tư": "thong_tu"}
    symbol = re.sub(r"^[/-](?:\d{4}/)?", "", said["s"] or "")
    return {"type": kinds[said["t"] or ""], "number": said["n"], "symbol": symbol}


def _regex_date(year: int, month: int, day: int) -> Row:
    first, last = month or 1, month or 12
    if not 1 <= last <= 12:
        return {}
    return {
        "start": f"{year}-{first:02}-{day or 1:02}",
        "end": f"{year}-{last:02}-{day or calendar.monthrange(year, last)[1]:02}",
    }


REGEXES = Tool(
    "regexes", None, ("DATE", "AMOUNT", "DIRECTIVE"), lambda text: _regex_find(text, None), _regex_find, 2_000_000, False
)

PEERS = (
    Tool(
        "duckling",
        "pyduckling-native-phihos",
        ("DATE", "AMOUNT"),
        lambda line: _duckling("2020-01-01")(line),
        _duckling_find,
        1_000_000,
    ),
    Tool("dateparser", "dateparser", ("DATE",), lambda line: _search(line, None), _dateparser_find, 100_000),
    Tool("underthesea", "underthesea", ("PLACE", "ORG", "PERSON"), _ner, _underthesea_find, 25_000),
)
_MODULES = {"duckling": "duckling", "dateparser": "dateparser", "underthesea": "underthesea"}


def tools(quick: bool) -> list[Tool]:
    """vnforeign in two ways, the regexes and, unless it must be quick, the peers. Raises SystemExit for one not installed."""
    if quick:
        return [OWN, WITH_FIELDS, NARROW, REGEXES]
    missing = [tool.name for tool in PEERS if util.find_spec(_MODULES[tool.name]) is None]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}; run `make bench`, or `python -m benchmarks --quick`")
    return [OWN, WITH_FIELDS, NARROW, *PEERS, REGEXES]
