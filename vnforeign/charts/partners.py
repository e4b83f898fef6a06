"""Sums that a report ties to a partner: a foreign country or unit of the same clause, or the donor of a drafted record.

A sum counts once: left out are what is planned or asked for, the same sum in another currency, and a part of another sum. A
clause with two countries ties its sums to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from ..document import Document, Entity, Slot
from ..records import prefill
from ..segment.sentence import sentences
from .years import year, year_of

Sum = tuple[int | None, str, str, str, Decimal, str, str]
_VIETNAM = "VN"
_UNFULFILLED = ("planned", "proposed")
#: Of several sums of one grant: what was promised before what was approved and what was paid.
_GRANT = ("committed", "approved", "disbursed", "mobilised")
_LONGEST_QUOTE = 300


def partners(document: Document) -> Iterator[Sum]:
    """Year, kind of partner, partner, currency, sum, its words, the clause."""
    yield from _named(document)
    yield from _donated(document)


def _named(document: Document) -> Iterator[Sum]:
    again = _again(document)
    for quote, mentions in _clauses(document):
        amounts = [each for at, each in mentions if each.label == "AMOUNT" and at not in again]
        counted = [each for each in amounts if each.status not in _UNFULFILLED]
        for kind, partner in _partners(each for _, each in mentions) if counted else ():
            for amount in counted:
                if said := _sum(amount.value.to_dict()):
                    yield (_year(document, mentions, amount), kind, partner, *said, amount.text, quote)


def _again(document: Document) -> set[int]:
    """Sums that say what another one says, or a part of it."""
    return {link.source for link in document.links if link.kind in ("equivalent", "part_of", "out_of", "disbursed_of")}


def _clauses(document: Document) -> Iterator[tuple[str, list[tuple[int, Entity]]]]:
    """Each clause, as semicolons, bars and ends of sentences border it, with its entities and their indices."""
    for index, passage in enumerate(document.passages):
        inside = [(at, each) for at, each in enumerate(document.entities) if each.passage == index]
        if not any(each.label == "AMOUNT" for _, each in inside):
            continue
        for start, end in _pieces(document.text_of(passage), passage.start):
            quote = " ".join(document.text[start:end].split())[:_LONGEST_QUOTE]
            yield quote, [pair for pair in inside if start <= pair[1].start < end]


def _pieces(text: str, base: int) -> Iterator[tuple[int, int]]:
    for first, last in sentences(text):
        for piece in re.finditer(r"[^;|\n]+", text[first:last]):
            yield base + first + piece.start(), base + first + piece.end()


def _partners(mentions: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """The one country of the mentions, by itself or by its units, and the one unit."""
    found = [(each, each.value.to_dict()) for each in mentions if each.label in ("COUNTRY", "FOREIGN_UNIT")]
    codes = {str(said.get("code") or said.get("country")) for _, said in found} - {_VIETNAM}
    units = {str(said.get("name")) for each, said in found if each.label == "FOREIGN_UNIT"}
    if len(codes) == 1:
        yield "country", codes.pop()
        if len(units) == 1:
            yield "unit", units.pop()


def _year(document: Document, mentions: Iterable[tuple[int, Entity]], amount: Entity) -> int | None:
    """Of the nearest date before the sum in its sentence, else of the nearest behind, else of the report."""
    dates = [
        (each.start > amount.start, abs(each.start - amount.start), found)
        for _, each in mentions
        if each.label == "DATE" and (found := year(each))
    ]
    return min(dates)[2] if dates else year_of(document)


def _sum(said: dict[str, Any]) -> tuple[str, Decimal] | None:
    """Currency and sum; of a range the lower end. A price (``per``) is no sum."""
    number = said.get("value") or said.get("low")
    return (str(said["currency"]), Decimal(number)) if number and said.get("currency") and not said.get("per") else None


def _told(document: Document, slot: Slot, quote: Slot | None) -> int | None:
    """The year of a drafted sum: of the dates in the words that its record was read from, else of the report."""
    amount = document.entities[at] if slot.evidence and (at := slot.evidence[0].entity) is not None else None
    if amount is None or quote is None or not quote.evidence:
        return year_of(document)
    start, end = quote.evidence[0].start, quote.evidence[0].end
    return _year(document, ((at, each) for at, each in enumerate(document.entities) if start <= each.start < end), amount)


def _donated(document: Document) -> Iterator[Sum]:
    for record in prefill(document, "ngo_aid"):
        donor = record.slots.get("donor")
        slot = next((record.slots[key] for key in _GRANT if key in record.slots), None)
        if donor is None or slot is None or not isinstance(slot.value, dict) or not (said := _sum(slot.value)):
            continue
        words = " ".join(map(document.text_of, slot.evidence[:1]))
        quote = record.slots.get("source_quote")
        yield (
            _told(document, slot, quote),
            "donor",
            str(donor.value),
            *said,
            words,
            str(quote.value)[:_LONGEST_QUOTE] if quote else "",
        )
