"""Who shares an award: several who are named or counted by country, in one sentence or in the items below it, get a row each."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..build import Draft
from ..page import Page, Sentence
from ..places import countries
from ..wording import pattern
from . import award_counts, award_way, awarded, honoured, presented
from .awarding import Roles
from .bestowal import Place, Telling
from .graded import Head
from .honoured import Honoured

#: An item that names who gets an award.
_ITEM = pattern(r"^(?:[\s\-+*•–]+|\d{1,2}[.)] ?|[a-zđ]\) ?)(?P<to>(?!tỉnh|UBND|Chủ tịch)[^,;:.(\n]{4,90})")
_HEAD = 14  # characters at an item's beginning where a verb of its own would stand
_ITEMS = 30  # sentences below a lead that may name who gets an award
#: One who is named and a number of others: ``cho Save the Children và 02 bác sĩ Úc``.
_AND_MORE = pattern(
    r"(?P<one>(?!(?:các|những|hơn) )[^\d,;:]{3,90}?) (?:và|cùng(?: với)?) (?P<more>\d{1,3} (?:tập thể|cá nhân|đơn vị|tổ chức|bác s[ĩỹ]|chuyên gia|người|cán bộ|giáo viên|"
    r"giảng viên|tình nguyện viên|công dân|kỹ sư|thành viên|chiến sĩ|sĩ quan)\b[^,;:]{0,60})"
)
#: Columns that say who gets an award, and how many.
_OWN = ("recipient", "recipient_type", "nationality", "reason", "count", "groups", "persons")


def each(sentence: Sentence, telling: Telling, roles: Roles) -> Iterator[tuple[Head, Roles]]:
    """Each award with those who get it; several who are named get a row each where the award has no number."""
    for head in telling.heads:
        several = _several(sentence, telling, roles.getter) if roles.getter and len(telling.heads) == 1 else []
        if several and (counted := award_counts.BEFORE.search(sentence.text[: head.start()])):
            several = several if awarded.told(counted["n"]) == len(several) else []
        for one in several:
            yield head, msgspec.structs.replace(roles, getter=one.place, until=one.until, last=several[-1].place)
        if not several:
            yield head, msgspec.structs.replace(roles)


def _several(sentence: Sentence, telling: Telling, getter: Place) -> list[Honoured]:
    """Those who get one award, where more than one of them is named, or counted by country."""
    if parts := list(honoured.shares(sentence, getter)):
        return [Honoured(part, part[1]) for part in parts]
    if match := _AND_MORE.fullmatch(sentence.text, *getter):
        one, more = match.span("one"), match.span("more")
        known = sentence.inside(sentence.start + one[0], sentence.start + one[1], "PERSON", "ORG")
        if known and countries(sentence, sentence.start + more[0], sentence.start + more[1])[0] and " và " in match[0]:
            return [Honoured(one, more[0]), Honoured(more, more[1])]
    stop = telling.tail[1] if getter[0] >= telling.tail[0] else getter[1]
    stop = at if (at := sentence.text.find(";", getter[0], stop)) >= 0 else stop
    found = (
        []
        if any(letter.isdecimal() for letter in award_way.words(sentence, getter))
        else honoured.named(sentence, getter[0], stop)
    )
    return found if len(found) > 1 and found[0].place[0] - getter[0] < _HEAD else []


def among(draft: Draft, sentence: Sentence, telling: Telling, getter: Place) -> Iterator[Draft]:
    """Rows for those who are named behind their number: ``cho 4 cá nhân, trong đó có bà A (Pháp) và ông B (Đức)``."""
    match = honoured.NAMES.match(sentence.text, getter[1], telling.tail[1]) if draft.summary else None
    for one in honoured.named(sentence, match.end(), telling.tail[1]) if match else []:
        yield _row(draft, sentence, one)


def _row(lead: Draft, sentence: Sentence, one: Honoured) -> Draft:
    """A row for one who is named, with what the lead says of the award."""
    draft = Draft("award", sentence)
    draft.slots = {column: slot for column, slot in lead.slots.items() if column not in _OWN}
    awarded.put(draft, sentence, one.place, one.until)
    presented.why(draft, sentence, one.place[1], one.until)
    return draft


def own_reason(draft: Draft, sentence: Sentence, telling: Telling, roles: Roles) -> None:
    """What one of several got it for: his own words, else those behind the last one."""
    if roles.getter and roles.until is not None and roles.last:
        draft.slots.pop("reason", None)
        presented.why(draft, sentence, roles.getter[1], roles.until)
        if "reason" not in draft:
            presented.why(draft, sentence, roles.last[1], telling.tail[1])


def below(page: Page, place: int, lead: Draft) -> Iterator[Draft]:
    """A row for each who is named in the items below a sentence that tells of an award: ``tặng … cho những người sau:``."""
    for sentence in page.sentences[place + 1 : place + _ITEMS]:
        match = _ITEM.match(sentence.text)
        if not match or not sentence.inside(
            sentence.start + match.start("to"), sentence.start + match.end("to"), "PERSON", "ORG"
        ):
            return
        draft = Draft("award", sentence)
        draft.slots = {column: slot for column, slot in lead.slots.items() if column not in _OWN}
        awarded.put(draft, sentence, match.span("to"), len(sentence.text))
        presented.why(draft, sentence, match.end(), len(sentence.text))
        yield draft


__all__ = ["among", "below", "each", "own_reason"]
