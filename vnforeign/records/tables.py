"""Drafts from the rows of tables in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..kinds.amount import Amount
from . import values
from .build import Draft
from .grid import Cells, Head
from .page import Page, Sentence
from .places import countries
from .rules import agreement, aid_cells, journey, leader, outcome
from .schema import types

_LEAST = 2  # slots of a row
_NUMBER = re.compile(r"\s*([0-9]{1,3}(?:[.,][0-9]{3})+(?:,[0-9]{1,2})?|[0-9]+(?:,[0-9]+)?)\s*")
_WITH_SUMS = ("delegation_out", "delegation_in")  # the line of the sum is a row of totals too
_YEAR = re.compile(r"\s*((?:19|20)[0-9]{2})\s*")
_SUMS = re.compile(r"(?:tổng|cộng|tổng cộng)\b", re.IGNORECASE)
_CURRENCIES = (
    ("USD", "usd"),
    ("USD", "đô la"),
    ("EUR", "euro"),
    ("EUR", "eur"),
    ("GBP", "gbp"),
    ("JPY", "yên"),
    ("VND", "đồng"),
    ("VND", "vnd"),
    ("VND", "vnđ"),
    ("VND", "đ"),
)
_SCALES = (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 1000), ("ngàn", 1000), ("1.000", 1000), ("1000", 1000))


def _whole(digits: str) -> str | None:
    """``1.250`` as 1250; None for a broken number."""
    if re.fullmatch(r"[0-9]+,[0-9]{1,2}", digits):
        return None
    return str(int(re.sub(r"[.,]", "", digits)))


def _money(digits: str, unit: str) -> dict[str, str] | None:
    """A bare number with the currency and scale of its column's head (``triệu đồng``); None where the head names none."""
    said = unit.lower()
    currency = next((code for code, word in _CURRENCIES if word in said), None)
    scale = next((size for word, size in _SCALES if word in said), 1)
    if currency is None:
        return None
    part = re.search(r",([0-9]{1,2})$", digits)
    whole = re.sub(r"[.,]", "", digits[: part.start()] if part else digits)
    value = Decimal(f"{whole}.{part[1]}" if part else whole)
    return {"value": f"{(value * scale).normalize():f}", "currency": currency}


def drafts(page: Page, kind: str) -> Iterator[Draft]:
    """The rows of tables of a type as drafts."""
    for top, cells in page.rows:
        if top.type == kind:
            start, end = cells[0][0], cells[-1][1]
            said = page.view.text[start:end]
            sentence = Sentence(
                page, start, end, said, said.lower(), page.between(start, end), page.passage(start), "", True, "table"
            )
            if draft := _draft(sentence, top, cells):
                yield draft


def _draft(sentence: Sentence, top: Head, cells: Cells) -> Draft | None:
    draft = Draft(
        top.type, sentence, summary=any(column and types()[top.type].columns[column].rows == "summary" for column in top.columns)
    )
    aid = top.type == "ngo_aid"
    if _SUMS.match(sentence.text.lstrip("| ")) and not (draft.summary and top.type in _WITH_SUMS):
        return (aid_cells.totals(sentence, top, cells) or None) if aid else None
    for column, unit, (start, end) in zip(top.columns, top.units, cells, strict=True):
        if not column or not sentence.page.view.text[start:end].strip(" -0"):
            continue
        if not (aid and aid_cells.fill(draft, sentence, column, start, end)):
            _fill(draft, sentence, _in_total(draft, column), start, end, unit)
    if top.type in ("delegation_out", "delegation_in"):
        journey.from_cells(draft, sentence)
    if (
        top.type == "friendship_association"
        and "name" in draft
        and (said := countries(sentence, sentence.start, sentence.end)[0])
    ):
        draft.put("partner_country", said[0], (sentence.start, sentence.end), "table")
    if top.type == "international_agreement" and not draft.summary:
        agreement.of_table(draft, sentence)
    return draft if len(draft) >= _LEAST else None


def _in_total(draft: Draft, column: str) -> str:
    """The people of a total are counted a visit each."""
    return "person_times" if draft.summary and column == "members" else column


def _fill(draft: Draft, sentence: Sentence, column: str, start: int, end: int, unit: str) -> None:
    """Puts a cell by the type of its column; a bare number of money has its currency from the column's head."""
    kind = draft.table.columns[column]
    if kind.type == "money":
        sums = sentence.inside(start, end, "AMOUNT")
        if sums and isinstance(sums[0].entity.value, Amount):
            draft.put(column, values.money(sums[0]), sums[0], "table")
        elif bare := _NUMBER.fullmatch(sentence.page.view.text[start:end]):
            draft.put(column, _money(bare[1], unit), (start + bare.start(1), start + bare.end(1)), "table")
    elif kind.type == "int":
        counts = sentence.inside(start, end, "QUANTITY")
        bare = _NUMBER.fullmatch(sentence.page.view.text[start:end])
        told = values.count(counts[0]) if counts else _whole(bare[1]) if bare else None
        draft.put(column, told, (start, end), "table")
    elif kind.type in ("date", "daterange"):
        days = sentence.inside(start, end, "DATE")
        year = _YEAR.fullmatch(sentence.page.view.text[start:end])
        draft.put(column, values.day(days[0]) if days else year[1] if year else None, (start, end), "table")
    elif kind.type == "enum":
        words = sentence.page.view.text[start:end].lower()
        parts = ((key, part) for key, labels in kind.choices.items() for part in [labels[0], *labels[0].split(", ")])
        key = next((key for key, part in parts if part.lower() in words), None)
        draft.put(column, key, (start, end), "table")
    elif column == "head":
        leader.put_cell(draft, sentence, start, end)
    elif column == "result":
        outcome.of_cell(draft, start, end)
    elif kind.type == "docref" and (papers := sentence.inside(start, end, "DIRECTIVE")):
        draft.put(column, " ".join(papers[0].text.split()), papers[0], "table")
    elif kind.holds == "country":
        named, said = countries(sentence, start, end)
        draft.put(column, named if kind.type == "list" else "".join(named[:1]), said, "table")
    elif kind.type == "list":
        places = sentence.inside(start, end, "DISTRICT", "COMMUNE")
        draft.put(column, [str(getattr(each.entity.value, "name", "")) for each in places], places, "table")
    else:
        _words(draft, sentence, column, start, end)


def _words(draft: Draft, sentence: Sentence, column: str, start: int, end: int) -> None:
    """The words of a cell; a donor's country stands behind a comma or in brackets."""
    text = sentence.page.view.text[start:end]
    named, said = countries(sentence, start, end) if column == "donor" else ([], [])
    cut = re.search(r" ?(?:\(|, )", text)
    if named and cut and start + cut.start() <= said[0].start and text[cut.end() :].rstrip(" )").endswith(said[0].text):
        draft.put("donor_country", named[0], said[0], "table")
        end = start + cut.start()
    draft.say(column, start, end, "table")
