"""Of what type the rows of a table are: by its heads, the titles above and, where these leave it open, the words before."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from ... import lexicon
from .. import schema
from ..schema import types
from ..wording import pattern
from .fits import by_cells, clashes
from .heads import Meaning, is_time
from .hints import hinted
from .money import currency
from .topics import INCIDENTS, topic

#: A text column of names that turns out to hold numbers counts them.
_COUNTED = {
    ("delegation_out", "name"): "delegations",
    ("delegation_in", "name"): "delegations",
    ("ngo_aid", "name"): "grants",
    ("ngo_aid", "donor"): "donors",
    ("international_agreement", "title"): "count",
    ("international_conference", "name"): "conferences",
    ("friendship_association", "name"): "associations",
    ("award", "award"): "count",
    ("award", "recipient"): "persons",
    ("overseas_vietnamese_activity", "name"): "count",
}
#: What tells one item from another; a table without any of them counts.
ITEMS = {
    "delegation_out": ("name", "head", "purpose"),
    "delegation_in": ("name", "head", "purpose"),
    "ngo_aid": ("name", "donor"),
    "international_agreement": ("title", "party_foreign"),
    "international_conference": ("name",),
    "award": ("award", "recipient"),
    "border_statistics": ("incident_type", "line", "gate"),
    "friendship_association": ("name",),
    "overseas_vietnamese_activity": ("name",),
}
_DELEGATIONS = ("delegation_out", "delegation_in")
_CONVERTED = re.compile(r"(?:giá trị |số tiền |thành tiền )?(?:quy (?:đổi|ra)|tương đương|bằng tiền việt|thành tiền việt)")
_LEAST = 2  # columns that must be known
_SURE = 5  # that outweigh the heads of other tables
_HINTED = 4  # that words of the heads must hint at where they are not known
_WORDY = 3  # columns of words that such a table has
_NUMBERS = ("int", "decimal", "money")
#: What the columns are of a table that counts, where one says the unit of each row.
_OF_FIGURES = frozenset({"order", "label", "unit", "value", "earlier", "compare", "plan", "note", "part", "year"})
_NO_HINTS = ("order", "note", "unit", "compare", "plan", "until", "no")


class Column(msgspec.Struct):
    """What is known of a column: its head in small letters, what that may mean, its unit, its role, whether it holds numbers,
    where its heads stand, the lowest first, the head above it, if one stands there, and what its first cells say.
    """

    head: str
    meanings: tuple[Meaning, ...]
    further: tuple[Meaning, ...] = ()
    unit: str = ""
    role: str = ""
    numeric: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    group: str = ""
    said: tuple[str, ...] = ()


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]]:
    cues = [row.values() for row in lexicon.read(Path(__file__).with_name("kinds.tsv"))]
    return {kind: (pattern(title), pattern(heads), pattern(rows) if rows else None) for kind, title, heads, rows in cues}


def says(kind: str, words: str) -> int:
    """Where words last name a type, -1 for never."""
    return max((match.end() for match in _cues()[kind][0].finditer(words)), default=-1)


def kind(columns: list[Column], title: str, above: str, rows: list[str] | None = None, hints: bool = False) -> str:
    """The type whose columns the heads name most of; the title, else a word of the heads or the cells, must speak of it too.
    With ``hints``, where they name too little for any, it is the type of the title whose columns they hint at.
    """
    if _counts(columns):
        return ""
    heads = " | ".join(each.head for each in columns)
    best = ("", (0.0, 0))
    for name, (_, in_heads, in_rows) in _cues().items():
        held = targets(name, columns, hints=False)
        known = {each for each in held if each}
        titled, headed = says(name, title) >= 0, bool(in_heads.search(heads))
        headed = headed or bool(in_rows) and any(in_rows.search(each) for each in rows or ())  # type: ignore[union-attr]
        if len(known) < _LEAST or not (titled or headed or len(known) >= _SURE) or not _tells_items(name, held, columns):
            continue
        if any(each.role == "no" for each in columns) and not titled and len(known) < _SURE:
            continue
        score = (len(known) + 2.5 * titled + 0.5 * headed, max(says(name, title) * 10, says(name, above)))
        if score > best[1]:
            best = (name, score)
    return best[0] or (_hinted(columns, title) if hints else "")


def _counts(columns: list[Column]) -> bool:
    """Whether a table holds labels with their figures and nothing else: ``Nội dung | Đơn vị | Năm 2018 | Năm 2019``, or columns
    of several kinds of incidents.
    """
    roles = {each.role for each in columns}
    figures = any(each.numeric and each.role in ("value", "earlier") for each in columns)
    kinds = {found for each in columns if (found := topic(each.group or each.head)) in INCIDENTS}
    return (figures and roles <= _OF_FIGURES) or len(kinds) > 1


def _hinted(columns: list[Column], title: str) -> str:
    best = ("", 0)
    words = sum(not each.numeric and each.role in ("", "country") for each in columns)
    for name in _cues() if words >= _WORDY else ():
        held = targets(name, columns) if says(name, title) >= 0 else []
        known = sum(bool(each) for each in held)
        if known >= _HINTED and known > best[1] and _tells_items(name, held, columns):
            best = (name, known)
    return best[0]


def _tells_items(name: str, held: list[str], columns: list[Column]) -> bool:
    """Whether a column names items; ``Nội dung`` beside figures alone names what they count."""
    table = types()[name].columns
    words = [each for each, column in zip(held, columns, strict=True) if each and table[each].type not in _NUMBERS]
    named = [(each, column) for each, column in zip(held, columns, strict=True) if each in ITEMS[name]]
    return any((column.role != "label" or len(words) > 1) and not _are_times(column.said) for _, column in named)


def _are_times(said: tuple[str, ...]) -> bool:
    """Whether all cells of a column are times: ``Quý I``, ``Năm 2015`` name no items."""
    return len(said) > 1 and all(map(is_time, said))


def targets(name: str, columns: list[Column], hints: bool = True) -> list[str]:
    """The column of a type that each column of a table fills, or nothing; none is filled twice, a second sum is one in đồng.
    Heads that are known by all their words come first, then those that only hint at what is left.
    """
    table = types()[name].columns
    again = "committed_vnd" in table  # a sum may be told again in đồng
    found: list[str] = []
    for each in columns:
        options = [column for kind, column in each.meanings if kind == name and each.role not in ("plan", "compare")]
        options = [one for one in options if not clashes(name, one, each.said)]
        column = _converted(table, columns, found, each) if again and found and f"{found[-1]}_vnd" in table else ""
        column = column or _fitting(name, options, each.numeric)
        if column and column in found and table[column].type == "money" and f"{column}_vnd" in table:
            first = found.index(column)
            if currency(columns[first].unit) == "VND" != currency(each.unit):
                found[first] = f"{column}_vnd"
            else:
                column = f"{column}_vnd"
        found.append("" if column in found else column)
    found = _abroad(columns, found)
    return _travellers(name, _by_cells(name, columns, _filled_by_hints(name, columns, found)) if hints else found)


def _converted(table: dict[str, schema.Column], columns: list[Column], found: list[str], each: Column) -> str:
    """The column that a sum in đồng fills which only says that it is the one beside it: ``Giải ngân (USD) | Quy đổi (đồng)``."""
    again = f"{found[-1]}_vnd" if found and found[-1] else ""
    if again not in table or again in found or not _CONVERTED.match(each.head) or currency(each.unit) != "VND":
        return ""
    return again if currency(columns[len(found) - 1].unit) not in (None, "VND") else ""


def _abroad(columns: list[Column], found: list[str]) -> list[str]:
    """Behind a column of countries ``Địa phương`` names places there, where no other column names the side abroad."""
    at = found.index("party_vn") if "party_vn" in found and "party_foreign" not in found else 0
    there = at and found[at - 1] == "country" and columns[at].role == "district"
    return [*found[:at], "party_foreign", *found[at + 1 :]] if there else found


def _fitting(name: str, options: list[str], numeric: bool) -> str:
    table = types()[name].columns
    column = next((one for one in options if (table[one].type in _NUMBERS) == numeric), "") or next(iter(options), "")
    if numeric and column and table[column].type not in _NUMBERS:
        return _COUNTED.get((name, column), column)
    return column


def _filled_by_hints(name: str, columns: list[Column], found: list[str]) -> list[str]:
    table = types()[name].columns
    found, sums = [*found], any(each and table[each].rows == "summary" for each in found)
    for at, each in enumerate(columns):
        if not found[at] and each.role not in _NO_HINTS:
            free = [one for one in hinted(name, each.head) if one not in found and (sums or table[one].rows != "summary")]
            free = [one for one in free if not clashes(name, one, each.said)]
            sure = by_cells(name, each.said, free)
            found[at] = sure or next((one for one in free if (table[one].type in _NUMBERS) == each.numeric), "")
    return found


def _by_cells(name: str, columns: list[Column], found: list[str]) -> list[str]:
    """What no head tells, by the cells below it."""
    found, held = [*found], set(found)
    free = [one for one in types()[name].columns if one not in held]
    for at, each in enumerate(columns):
        if free and not found[at] and each.head and each.role not in _NO_HINTS and not each.numeric:
            found[at] = by_cells(name, each.said, free)
            free = [one for one in free if one != found[at]]
    return found


def _travellers(name: str, found: list[str]) -> list[str]:
    """People of one delegation are its members, those of many are counted a visit each."""
    if name not in _DELEGATIONS:
        return found
    items = set(found) & {"name", "head", "purpose"}
    one, two = ("person_times", "members") if items and "delegations" not in found else ("members", "person_times")
    return found if two in found else [two if each == one else each for each in found]
