"""What a cell holds, by the type of its column: the finder's own entities, else a bare number with the unit of its head."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from ...kinds.amount import Amount
from .. import values
from ..build import Draft, Value, Words
from ..countries import country_named, names
from ..page import Mention, Sentence
from ..places import countries
from .cell import Cell
from .money import currency, scale
from .spots import sentence_at

_NUMBER = re.compile(
    r"[^\w(]*\(?([0-9]{1,3}(?:[ .,][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]+)?)\)?[^\w,.]*(?P<unit>[^\d,;]{0,40})"
)
_YEAR = re.compile(r"\D{0,6}((?:19|20)[0-9]{2})\W*")
_YEARS = re.compile(r"\D{0,10}((?:19|20)[0-9]{2}) ?[-/] ?((?:19|20)[0-9]{2})\D{0,3}")
_DAYS = re.compile(
    r"(?:từ )?(?:ngày )?(?P<first>\d{1,2})(?:[/.](?P<from_month>\d{1,2}))?(?:[/.](?P<from_year>\d{4}))? ?(?:-|đến|đến ngày) ?"
    r"(?:ngày )?"
    r"(?P<last>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SPAN = re.compile(  # 15/3/2022 - 15/3/2027
    r"(?:từ )?(?:ngày )?(?P<one>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d) ?(?:-|–|đến|đến ngày|đến hết) ?(?:ngày )?"
    r"(?P<two>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:ngày )?(?P<day>\d{1,2}) ?[/.-] ?(?P<month>\d{1,2}) ?[/.-] ?(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_HOME = "Việt Nam"
_AND = re.compile(r" ?[,;/] ?| và | - ")


def number(words: str, scaled: bool = False) -> Decimal | None:
    """A bare number: ``1.250``, ``120,5``, ``1,250`` (a thousand where no scale makes fractions likely); None for others."""
    match = _NUMBER.match(words)
    if match is None:
        return None
    digits = match[1].replace(" ", ".")
    parts = re.split(r"[.,]", digits)
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return Decimal(digits)
    grouped = all(len(each) == 3 for each in parts[1:]) and (len(marks) > 1 or not (scaled and marks[0] == ","))
    if grouped and len(set(marks)) == 1:
        return Decimal("".join(parts))
    if len(marks) > 1 and not all(len(each) == 3 for each in parts[1:-1]):
        return None
    return Decimal(f"{''.join(parts[:-1])}.{parts[-1]}")


def is_broken(sentence: Sentence, cell: Cell) -> bool:
    """Whether a cell stands on several lines."""
    return len(cell.pieces) > 1 or "\n" in sentence.page.view.text[cell.start : cell.end]


def plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def mentions(sentence: Sentence, cell: Cell, *labels: str) -> list[Mention]:
    """The entities that stand in a cell, but none that runs on into the next one."""
    page = sentence.page
    found = [each for start, end in cell.pieces for each in page.between(start, end) if each.end <= cell.end]
    return [each for each in found if not labels or each.label in labels]


def money(sentence: Sentence, cell: Cell, *units: str) -> tuple[Value, list[Words]] | None:
    """The sum of a cell, its currency and scale from the first of some units that names them."""
    for each in mentions(sentence, cell, "AMOUNT"):
        if isinstance(each.entity.value, Amount) and (said := values.money(each)):
            return said, [each]
    unit = next((one for one in (_rest(cell.text), *units) if currency(one)), None)
    said_number = number(cell.text, scale(unit) > 1) if unit else None
    if unit is None or said_number is None:
        return None
    return {"value": plain(said_number * scale(unit)), "currency": str(currency(unit))}, list(cell.pieces)


def _rest(words: str) -> str:
    match = _NUMBER.match(words)
    return match["unit"].lower() if match else ""


def whole(sentence: Sentence, cell: Cell) -> tuple[str, list[Words]] | None:
    """The count of a cell, with its unit or without."""
    counts = mentions(sentence, cell, "QUANTITY")
    if counts and (counts[0].start == cell.start or not cell.text[:1].isdecimal()) and (told := values.count(counts[0])):
        return told, [counts[0]]
    words = re.sub(r" ?\([^()]*\)$", "", cell.text)
    match, said = _NUMBER.match(words), number(words)
    if match is None or said is None or said != said.to_integral_value() or match.end() < len(words):
        return None
    return plain(said), list(cell.pieces)


def decimal(sentence: Sentence, cell: Cell) -> tuple[str, list[Words]] | None:
    """The measure of a cell: ``130,5 km``."""
    counts = mentions(sentence, cell, "QUANTITY")
    if counts and (told := values.count(counts[0])):
        return told, [counts[0]]
    said = number(cell.text)
    return None if said is None else (plain(said), list(cell.pieces))


def time(sentence: Sentence, cell: Cell) -> tuple[str, list[Words]] | None:
    """The day or time of a cell; a bare year too."""
    if (days := _DAYS.fullmatch(cell.text)) and (told := _run(days)):
        return told, list(cell.pieces)
    if (span := _SPAN.fullmatch(cell.text)) and (one := _broken(span["one"])) and (two := _broken(span["two"])) and one < two:
        return f"{one}/{two}", list(cell.pieces)
    if is_broken(sentence, cell) and (told := _broken(cell.text)):
        return told, list(cell.pieces)
    found = [(each, value) for each in mentions(sentence, cell, "DATE") if (value := values.day(each))]
    if found:
        return found[0][1], [found[0][0]]
    if match := _YEARS.fullmatch(cell.text):
        return f"{match[1]}/{match[2]}", list(cell.pieces)
    match = _YEAR.fullmatch(cell.text)
    return (match[1], list(cell.pieces)) if match else None


def _broken(words: str) -> str:
    """A day or years whose parts stand on several lines: ``12/3/ 2018``, ``2018- 2022``."""
    if match := _YEARS.fullmatch(words):
        return f"{match[1]}/{match[2]}"
    match = _DAY.fullmatch(words)
    try:
        return str(date(int(match["year"]), int(match["month"]), int(match["day"]))) if match else ""
    except ValueError:
        return ""


def _run(days: re.Match[str]) -> str:
    """``10 - 16/5/2017`` as two days; nothing where one of them is none."""
    try:
        last = date(int(days["year"]), int(days["month"]), int(days["last"]))
        first = date(int(days["from_year"] or last.year), int(days["from_month"] or last.month), int(days["first"]))
    except ValueError:
        return ""
    return f"{first}/{last}" if first < last else ""


def lands(sentence: Sentence, cell: Cell) -> tuple[list[str], list[Words]]:
    """The foreign countries that a cell names; one whose whole text is a country's name needs no words around."""
    found: dict[str, Words] = {}
    for start, end in cell.pieces:
        for name, each in zip(*countries(_at(sentence, start, end), start, end), strict=True):
            found.setdefault(name, each)
    parts = [country_named(each.strip(" .:")) for each in _AND.split(cell.text)]
    if len(found) < len(parts) and all(each in names().values() and each != _HOME for each in parts):
        return [str(each) for each in dict.fromkeys(parts)], list(cell.pieces)
    return list(found), list(found.values())


def _at(sentence: Sentence, start: int, end: int) -> Sentence:
    """The sentence, or where a cell stands outside of it (a heading of rows) one that holds the cell."""
    if sentence.start <= start and end <= sentence.start + len(sentence.text):
        return sentence
    return sentence_at(sentence, start, end)


_LAND = re.compile(r" ?\((?P<land>[^()\n]{2,24})\)$")


def say(draft: Draft, column: str, cell: Cell, rule: str = "table") -> None:
    """Fills a column with the words of a cell, a country in brackets at its end left out."""
    if len(cell.pieces) == 1 and "<br" not in draft.sentence.page.view.text[cell.start : cell.end]:
        words = draft.sentence.page.view.text[cell.start : cell.end].replace("\n", " ")
        end = cell.end
        if (match := _LAND.search(words)) and (
            any(each.label == "COUNTRY" for each in draft.sentence.page.between(cell.start + match.start("land"), cell.end))
            or country_named(" ".join(match["land"].split())) in names().values()
        ):
            end = cell.start + match.start()
        draft.say(column, cell.start, end, rule)
    elif cell.pieces:
        text = cell.text if cell.text.isascii() else _spelled(draft, cell)
        match = _LAND.search(text)
        words = text[: match.start()] if match and country_named(match["land"]) in names().values() else text
        draft.put(column, words.strip(" ,;:.\"“”'-–("), list(cell.pieces), rule)


def _spelled(draft: Draft, cell: Cell) -> str:
    """The words of a cell of several lines in the document's own letters, where the view has others for them."""
    text = " ".join(draft.words(*piece) for piece in cell.pieces)
    return text if len(text) == len(cell.text) else cell.text


__all__ = ["currency", "decimal", "is_broken", "lands", "mentions", "money", "number", "plain", "say", "scale", "time", "whole"]
