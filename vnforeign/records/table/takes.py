"""What the cells of a column look like: how well words would fill one, by what its head means.

``shapes.tsv`` says which columns hold what (``person``, ``ours``: a body of Viet Nam, ``theirs``: one abroad …) and the
words that such a cell often opens with; other columns go by the type of their values.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ... import lexicon
from ...text import modern
from ..countries import country_named, names
from ..schema import types
from ..wording import pattern
from .choices import choice
from .heads import has_time, is_time, meanings

_FIGURE = re.compile(r"[^\w]{0,2}\d[\d.,/ -]*(?: ?(?:tỷ|triệu|nghìn|ngàn|tr))?(?: ?[^\W\d]{1,8}){0,2}\W{0,2}")
_ORDER = re.compile(r"[A-ZĐ]?\d{1,3}(?:\.\d{1,2})*[.)]?")
_NOTHING = re.compile(r"[-–_.…/]{1,4}")
_DAY = re.compile(r"\d[/.-]\d{1,2}[/.-]\d{2,4}")
_TIMES = frozenset(
    "từ đến đầu cuối giữa tháng ngày năm quý giai đoạn nhiệm kỳ hết đang nay không thời hạn vô dài tự động gia sáng chiều tối và "
    "tuần i ii iii iv cả xác định".split()
)
_TELL = ("hạn", "nay", "định", "i", "ii", "iii", "iv", "cả")  # words that make a time of the others without a figure
_TIME = re.compile(r"\d{1,2}(?:[/.]\d{1,4}){0,2}|(?:19|20)\d\d")
_BETWEEN = re.compile(r"[ ,;:–()-]+")
_TOKENS = 16  # of a time
_TAIL = 16  # characters in which an open end shows
_PAPER = pattern(r"(?:số |quyết định|qđ|công văn|cv|văn bản|thông báo|tờ trình|nghị quyết|giấy phép|\d{1,5}\s?/)", re.IGNORECASE)
_CALLED = re.compile(r"^(?:ông|bà|đ/c|đồng chí)\b", re.IGNORECASE)
_LATIN = re.compile(r"[A-Z][a-z]*[bdfjklrsvwxz]\b|[A-Z]{3,}")  # no syllable of Vietnamese ends so
OPEN = pattern(
    r"(?:[-/,&(]|\b(?:và|của|với|về|cho|tại|ở|ngày|từ|đến|trong|các|bằng|do|theo|là|giữa|những|giai đoạn|thành phố))\s*$",
    re.IGNORECASE,
)
_NUMBERS = ("int", "decimal", "money")
_BY_TYPE = {"date": "when", "daterange": "when", "docref": "paper"}
_NAMES = 6  # words of a name
_FIRST = 3  # words in which a choice is said
_LONGEST, _SHORT = 60, 12  # words of a text, and of most other cells
_MOST = {"order": 1, "figure": 6, "ours": 24, "theirs": 24, "award": 24}
_ALONE = ("award", "office")  # whose first word may be all: Bằng khen


@cache
def _shapes() -> dict[str, str]:
    """The shape of each column that ``shapes.tsv`` names."""
    table = lexicon.read(Path(__file__).with_name("shapes.tsv"))
    return {column: row["shape"] for row in table for column in lexicon.several(row["columns"])}


@cache
def _openings() -> dict[str, re.Pattern[str]]:
    table = lexicon.read(Path(__file__).with_name("shapes.tsv"))
    return {row["shape"]: pattern(rf"(?:{row['opens']})\b") for row in table if row["opens"]}


@cache
def _lands() -> frozenset[str]:
    return frozenset(names().values())


def likely(heads: list[str]) -> str:
    """The type that most heads may be columns of."""
    held: dict[str, int] = {}
    for head in heads:
        for name in dict.fromkeys(one for one, _ in meanings(head) if one != "*"):  # a set's order is another at each start
            held[name] = held.get(name, 0) + 1
    return max(held, key=lambda one: held[one], default="")


def shape(head: str, kind: str) -> str:
    """What the cells of a column hold, by what its head means in tables of a type: ``figure``, ``when``, ``country``, …"""
    found = meanings(head)
    column = next((each for name in (kind, "*") for one, each in found if one == name), "")
    if column == "order" or column in _shapes():
        return "order" if column == "order" else _shapes()[column]
    if kind and column in types()[kind].columns:
        return of_column(kind, column)
    figure = is_time(head) or column in ("value", "compare", "plan", "earlier")
    return "figure" if figure else "when" if has_time(head) else "text"


def of_column(kind: str, column: str) -> str:
    """What the cells of a type's column hold."""
    if column in _shapes():
        return _shapes()[column]
    made = types()[kind].columns[column]
    if made.holds == "country":
        return "country"
    return "figure" if made.type in _NUMBERS else f"choice {column}" if made.type == "enum" else _BY_TYPE.get(made.type, "text")


def most(shape: str) -> int:
    """How many words a cell may have."""
    return _MOST.get(shape, _LONGEST if shape in ("text", "title") else _SHORT)


def is_open(words: str) -> bool:
    """Whether words end as no cell does."""
    return bool(OPEN.search(words[-_TAIL:]))


@lru_cache(65536)
def takes(shape: str, words: str) -> float:
    """How well words fill a column of a shape; words that open small, or end open, hardly are a whole cell."""
    if _NOTHING.fullmatch(words):
        return 0.5 if shape != "order" else -9.0
    if shape == "order":
        return 2.0 if _ORDER.fullmatch(words) else -9.0
    goes_on = words[:1].islower() and shape not in ("place", "when") and not shape.startswith("choice")
    return _fill(shape, words) - 1.5 * is_open(words) - 1.2 * goes_on


def _fill(shape: str, words: str) -> float:
    sure = {"figure": _as_figure, "when": _as_time, "country": _as_country, "paper": _as_paper, "person": _as_person}.get(shape)
    if sure:
        return sure(words)
    if shape.startswith("choice"):
        return _as_choice(shape[7:], words)
    said = modern(words)
    match = _openings()[shape].match(said) if shape in _openings() else None
    opens = match is not None and (shape in _ALONE or match.end() < len(said))
    if shape == "award":
        return 2.0 if opens else -1.0
    value = -1.0 * bool(_FIGURE.fullmatch(words) or _is_time(words)) + (1.3 if opens else 0.1)
    return value + 0.5 * _is_foreign(words) if shape == "theirs" else value - 0.3 * (shape == "ours" and not opens)


def _as_figure(words: str) -> float:
    if _FIGURE.fullmatch(words) and not _DAY.search(words):
        return 2.5
    bare = not any(each.isdecimal() for each in words)  # Tự túc, below Kinh phí
    return -1.2 if bare and words.count(" ") < _NAMES else -2.5


def _as_time(words: str) -> float:
    return 2.5 if _is_time(words) else -2.5


def _is_time(words: str) -> bool:
    """Whether words are a day, a time or a span of them: ``12-18/4/2015``, ``từ tháng 3 năm 2016``, ``không thời hạn``."""
    parts = [each for each in _BETWEEN.split(words.lower()) if each]
    told = any(each[0].isdecimal() or each in _TELL for each in parts)
    return told and len(parts) <= _TOKENS and all(each in _TIMES or _TIME.fullmatch(each) for each in parts)


def _as_country(words: str) -> float:
    parts = re.split(r"\s*(?:[,;/+]| - | và )\s*", words.strip(" ()."))
    return 2.5 if all(country_named(each) in _lands() for each in parts) else -2.5


def _as_paper(words: str) -> float:
    return 2.0 if _PAPER.match(words) and any(each.isdecimal() for each in words) else -2.0


def _as_person(words: str) -> float:
    """A name, before or behind an office or without one: ``Phó Chủ tịch UBND tỉnh Trần Văn A``, ``Đại tá Lê B, Phó Giám đốc``."""
    parts = _CALLED.sub("", words).replace(",", " , ").split()
    name = parts[: parts.index(",") if "," in parts else None]
    if 2 <= len(name) <= _NAMES and all(each[0].isupper() for each in name):
        return 1.5 if name == parts else 0.6
    return 1.5 if _openings()["office"].match(modern(words)) and _ends_in_name(name) else -1.0


def _ends_in_name(parts: list[str]) -> bool:
    """Whether words end with a surname and the names behind it."""
    run = next((at for at in range(len(parts), 0, -1) if not parts[at - 1][:1].isupper()), 0)
    return any(1 < len(parts) - at <= _NAMES and parts[at] in _surnames() for at in range(run, len(parts)))


@cache
def _surnames() -> frozenset[str]:
    table = lexicon.read(Path(__file__).parents[2] / "kinds" / "person" / "surnames.tsv")
    return frozenset(next(iter(row.values())) for row in table)


def _as_choice(column: str, words: str) -> float:
    made = next((table.columns[column] for table in types().values() if column in table.columns), None)
    if made is None or words.count(" ") >= _SHORT or not choice(column, modern(words.lower()), made.choices):
        return -1.0
    first = " ".join(words.split()[:_FIRST])
    return 1.2 - 0.1 * max(0, words.count(" ") - _FIRST) if choice(column, modern(first.lower()), made.choices) else 0.2


def _is_foreign(words: str) -> bool:
    """Whether words end with a country, behind a comma or in brackets, or are of other letters than Vietnamese."""
    tail = re.search(r"[,(-] ?([^,()]{2,24})\)?$", words)
    return bool(_LATIN.match(words)) or (bool(tail) and country_named(tail[1].strip()) in _lands())  # type: ignore[index]


__all__ = ["is_open", "likely", "most", "of_column", "shape", "takes"]
