"""Drafts of the figures of tables: one row for each time and place, rows by labels that go together in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .. import values
from ..build import Draft, Words
from ..mention import Mention
from ..page import Page, Sentence
from ..rules import incidents, journey
from ..rules.sector import sector
from ..schema import types
from . import abreast, beside, cells, earlier, topics
from .cell import Cell, Span
from .counting import Figure, Told
from .heads import is_time, written
from .row import row

_TOTAL = re.compile(r"\W*(?:tổng|cộng|tổng cộng|tổng số|cả năm|toàn tỉnh|gộp|tất cả|lũy kế)\b")
_OTHERS = re.compile(r"(?:các )?(?:nước|quốc gia|thị trường)? ?(?:khác|còn lại)(?: .*)?|khác")
_YEAR = re.compile(r"(?:19|20)\d\d")

#: Roles of the columns that rows of a type are told apart by.
_HOLDERS = {
    "indicator": ("district", "gate"),
    "ngo_aid": ("district", "country", "donor"),
    "border_statistics": ("gate", "district", "post", "unit", "unitbody"),
}
_OTHER_HOLDERS = ("country",)
_KEYS = ("country", "year", "part", "district", "gate", "unitbody")

_INCIDENTS = (*types()["border_statistics"].columns["incident_type"].choices, "incidents")

_LINE = re.compile(
    r"(?:toàn )?(?:tuyến|đoạn|đường)?(?: ?biên giới)? (?:việt(?: nam)? ?[-–] ?|với |giáp )?(?:lào|trung quốc|campuchia)\b.{0,40}"
)
_APART = (*_INCIDENTS, "homecoming")  # topics that have rows of their own
_DATED = re.compile(r"(?P<part>[^\n/]{4,24}?)(?: ?[/-] ?| năm | )(?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_BARE = re.compile(r"[IVX]{1,3}|\d{1,2}")
_OF_YEAR = re.compile(r"(?P<part>[IVX]{1,3}|\d{1,2})[/.-](?P<year>(?:19|20)\d\d)")
_OF_ONE = re.compile(r"(?:ước |cả )?(?:năm )?(?P<year>(?:19|20)\d\d)")
_MONTHS_OF = re.compile(r"\D{0,12}(?P<year>(?:19|20)\d\d) ?\((?P<run>[369]|1[01]) tháng(?: đầu năm)?\)\W*")

When = tuple[str, Words]


def drafts(page: Page, rows: list[Told], kind: str) -> Iterator[Draft]:
    """The rows of one type: one for each row of the table and each time, rows by labels that go together in one."""
    held: dict[str, Draft] = {}
    for one in rows:
        sentence = row(page, one.line.start, one.line.end)
        if not sentence.fact or (one.key and one.role in ("gate", "district", "country") and earlier.compares(one.key.lower)):
            continue
        if not all(each.own or each.place for each in one.figures):
            held = {}
        made: dict[str, Draft] = {}
        for figure in one.figures:
            if figure.type != kind or not _is_held(one, figure, sentence):
                continue
            when = earlier.time(page, one.key, figure.times) or _of_part(sentence, figure, one) or _time(sentence, figure)
            at = figure.place.start if figure.place else ""
            place = f"{when[0] if when else ''} {figure.beside} {figure.topic if figure.topic in _APART else ''} {at}"
            if kind == "indicator":
                if draft := _indicator(sentence, figure, one, when):
                    draft.time = when
                    yield draft
                continue
            draft = held.get(place) if figure.own else made.get(place)
            if draft is None or figure.column in draft:
                fresh = Draft(kind, sentence, summary=kind != "border_statistics")
                fresh.time = when
                if _put(fresh, sentence, figure, one, when):
                    if kind.startswith("delegation") and len({each.type for each in one.figures}) == 1:
                        journey.from_cells(fresh, sentence)
                    (held if figure.own else made)[place] = fresh
                    yield fresh
            else:
                _put(draft, sentence, figure, one, when)


def _is_held(one: Told, figure: Figure, sentence: Sentence) -> bool:
    """Whether a column of the type tells the row apart: a time, a country, a place; a share of anything else is none."""
    if (
        figure.own
        or figure.place
        or figure.topic == "incidents"
        or one.key is None
        or one.role in ("year", "part")
        or one.line.total
        or _TOTAL.match(one.key.lower)
    ):
        return True
    if one.role in _HOLDERS.get(figure.type, _OTHER_HOLDERS):
        return True
    words = one.key.lower
    if _YEAR.fullmatch(one.key.text.strip()) or is_time(words) or cells.time(sentence, one.key):
        return True
    named = bool(cells.lands(sentence, one.key)[0]) or bool(_OTHERS.fullmatch(words))
    places = bool(cells.mentions(sentence, one.key, "DISTRICT", "COMMUNE", "BORDER_GATE"))
    places = places or abreast.names_place(words)
    if figure.type == "indicator":
        return places and not named
    if figure.type == "ngo_aid":
        return named or places or bool(sector(words)) or bool(cells.mentions(sentence, one.key, "ORG"))
    return named or (places and figure.type == "border_statistics") or topics.topic(words) != ""


def _of_part(sentence: Sentence, figure: Figure, one: Told) -> When | None:
    """The quarter or month of a row below ``Quý`` or ``Tháng``: ``I``, ``1``, ``7/2016``; the year may stand above."""
    said = one.key.text.strip() if one.key and one.role == "part" and not figure.beside else ""
    if one.key is None or not (_BARE.fullmatch(said) or _OF_YEAR.fullmatch(said)):
        return None
    match = _OF_YEAR.fullmatch(said)
    part = beside.part(f"{one.head} {match['part'] if match else said}")
    year = match["year"] if match else _year(sentence.page, figure.times)
    return (part.replace("Y", year), one.key.pieces[0]) if part and year else None


def _time(sentence: Sentence, figure: Figure) -> When | None:
    """The time said nearest to a figure; a part of a year is of the year that stands further off."""
    page = sentence.page
    if (match := _DATED.fullmatch(figure.beside)) and (part := beside.part(match["part"])):
        return part.replace("Y", match["year"]), figure.times[0]
    if (part := beside.part(figure.beside)) and (year := _year(page, figure.times)):
        return part.replace("Y", year), figure.times[0]
    if match := _OF_ONE.fullmatch(figure.beside):
        return match["year"], figure.times[0]
    for at, (start, end) in enumerate(figure.times):
        text = written(page.view.text[start:end].lower())
        if (match := _DATED.fullmatch(text.strip())) and (part := beside.part(match["part"])):
            return part.replace("Y", match["year"]), (start, end)
        if (part := beside.part(text)) and (year := _year(page, figure.times[at + 1 :])):
            return part.replace("Y", year), (start, end)
        if match := _MONTHS_OF.fullmatch(text):
            return f"{match['year']}-01/{match['year']}-{int(match['run']):02}", (start, end)
        if match := re.fullmatch(r"\D{0,24}((?:19|20)\d\d)\D{0,3}", page.view.text[start:end]):
            return match[1], (start + match.start(1), start + match.end(1))
        for each in page.between(start, end):
            if each.label == "DATE" and (value := values.day(each)):
                return value, each
    return None


def _year(page: Page, spots: list[Span]) -> str:
    """The first year that some places write out."""
    return next((match[0] for start, end in spots if (match := _YEAR.search(page.view.text, start, end))), "")


def _indicator(sentence: Sentence, figure: Figure, one: Told, when: When | None) -> Draft | None:
    draft = Draft("indicator", sentence, summary=True)
    money = cells.money(sentence, figure.cell, *figure.units)
    if figure.column in ("exports", "imports", "trade", "fdi_capital", "oda_capital"):
        if money is None or not isinstance(money[0], dict) or "value" not in money[0]:
            return None
        value, unit, words = money[0]["value"], money[0]["currency"], money[1]
    else:
        said = cells.decimal(sentence, figure.cell)
        if said is None:
            return None
        unit_said = next((each for each in figure.units if not cells.currency(each)), "") or _UNITS.get(figure.column, "")
        scale = cells.scale(unit_said) if not cells.mentions(sentence, figure.cell, "QUANTITY") else 1
        value, words = cells.plain(Decimal(said[0]) * scale), said[1]
        unit = re.sub(r"^(?:tỷ|triệu|nghìn|ngàn|1\.?000) ", "", unit_said)
        unit = re.sub(r" (?:fdi|oda|quốc tế|nước ngoài)$", "", unit)
    draft.put("indicator", figure.column, words, "table")
    draft.put("value", value, words, "table")
    draft.put("unit", unit, words, "table")
    if when:
        draft.put("as_of", when[0], when[1], "table")
    spots = [each for each in (one.key, figure.place, *reversed(one.line.groups)) if each]
    places = next((found for each in spots if (found := cells.mentions(sentence, each, *_PLACES))), [])
    if places:
        draft.say("place", places[0].start, places[0].end, "table")
    elif one.key and one.role in ("district", "gate") and not one.line.total:
        cells.say(draft, "place", one.key)
    elif figure.place:
        cells.say(draft, "place", figure.place)
    elif len(gates := _gates(sentence.page, figure)) == 1:
        draft.say("place", gates[0].start, gates[0].end, "table")
    return draft


def _gates(page: Page, figure: Figure) -> list[Mention]:
    """The gates that the titles name of what goes over the border."""
    if figure.column not in ("trade", "exports", "imports", "visitors"):
        return []
    text = page.view.text
    spots = [(start, end) for start, end in figure.times if text[end - 1] != "." and not text[start].islower()]  # no prose
    found = [(each, end) for start, end in spots for each in page.between(start, end) if each.label == "BORDER_GATE"]
    return [each for each, end in found if each.end <= end]


_PLACES = ("BORDER_GATE", "DISTRICT", "COMMUNE")
_UNITS = {
    "fdi_projects": "dự án",
    "oda_projects": "dự án",
    "labour_abroad": "người",
    "foreigners": "người",
    "visitors": "lượt",
    "markets": "thị trường",
    "partners": "địa phương",
}


def _put(draft: Draft, sentence: Sentence, figure: Figure, one: Told, when: When | None) -> bool:
    """Puts a figure and what its row is told apart by."""
    kind = types()[figure.type].columns[figure.column]
    found = (
        cells.money(sentence, figure.cell, *figure.units)
        if kind.type == "money"
        else (cells.decimal if kind.type == "decimal" else cells.whole)(sentence, figure.cell)
    )
    if found is None:
        return False
    draft.put(figure.column, found[0], found[1], "table")
    if figure.topic in _INCIDENTS and (kind_ := _incident(figure, one)):
        draft.put("incident_type", kind_, found[1], "table")
    if figure.topic == "homecoming":
        draft.put("kind", "visit", found[1], "table")
    _keys(draft, sentence, one, figure.place)
    if draft.table.key == "border_statistics" and "gate" not in draft and "line" not in draft:
        _line(draft, one)
    for column in ("as_of", "dates", "period"):
        if when and column in draft.table.columns and not _dated(draft) and _fits(column, draft, when[0]):
            draft.put(column, when[0], when[1], "table")
            break
    return True


def _incident(figure: Figure, one: Told) -> str:
    """The kind of incident that a row is of; nothing where it sums them up."""
    if figure.topic != "incidents":
        return figure.topic
    if one.key is None or one.line.total or _TOTAL.match(one.key.lower) or one.role in _KEYS:
        return ""
    return incidents.kind(one.key.lower) or "other"


def _dated(draft: Draft) -> bool:
    return any(each in draft for each in ("as_of", "dates", "period"))


def _fits(column: str, draft: Draft, value: str) -> bool:
    if draft.table.key == "international_agreement":
        return False
    return column != "as_of" or draft.table.columns[column].type == "daterange" or len(value) == 10


def _keys(draft: Draft, sentence: Sentence, one: Told, place: Cell | None) -> None:
    for key in [one.key, place, *reversed(one.line.groups)]:
        if key is None or (key is one.key and one.line.total):
            continue
        named, said = cells.lands(sentence, key)
        if named and draft.table.key.startswith("delegation") and "countries" not in draft:
            draft.put("countries", named, said, "table")
        elif draft.table.key == "ngo_aid":
            _of_aid(draft, sentence, key, named)
            if key is one.key and one.role == "donor":
                cells.say(draft, "donor", key)
            if key is one.key and one.role == "district" and "location" not in draft:
                draft.put("location", [key.text], list(key.pieces), "table")
        elif named and draft.table.key == "overseas_vietnamese_activity":
            cells.say(draft, "community", key)
        elif draft.table.key == "border_statistics" and "gate" not in draft:
            if key is one.key and earlier.says(key.lower):
                continue
            if key is place or (key is one.key and (one.role == "gate" or abreast.names_gate(key.lower))):
                cells.say(draft, "gate", key)
            elif gates := cells.mentions(sentence, key, "BORDER_GATE"):
                draft.say("gate", gates[0].start, gates[0].end, "table")


def _line(draft: Draft, one: Told) -> None:
    """The part of the border that a row is of: a district, or what a group of rows is headed with."""
    if one.key and one.role == "district":
        cells.say(draft, "line", one.key)
    elif group := next((each for each in reversed(one.line.groups) if _LINE.fullmatch(each.lower)), None):
        cells.say(draft, "line", group)


def _of_aid(draft: Draft, sentence: Sentence, key: Cell, named: list[str]) -> None:
    places = cells.mentions(sentence, key, "DISTRICT", "COMMUNE")
    bodies = cells.mentions(sentence, key, "ORG")
    if places:
        draft.put("location", [str(getattr(each.entity.value, "name", "")) for each in places], places, "table")
    elif bodies:
        cells.say(draft, "donor", key)
    elif named:
        draft.put("donor_country", named[0], cells.lands(sentence, key)[1], "table")
    elif found := sector(key.lower):
        draft.put("sector", found[0], list(key.pieces), "table")


__all__ = ["drafts"]
