"""What one clause decides: the day and the sum of an agreement, the body of a person."""

from __future__ import annotations

import re

from ..document import Entity, Link
from ..kinds.date import Date
from ..kinds.person import Person
from . import status
from .near import Around

_SIGNING = re.compile(r"(?<!\w)(?:ký|kí|ký kết|đặt bút|trao)(?!\w)", re.IGNORECASE)
_SIGNED_BEHIND = re.compile(r"[^,;.:\n]{0,60}?(?:(?<!\w)(?:ký|kí)(?!\w)[^,;.:\n]{0,60})?(?:, )?", re.IGNORECASE)
_SUM_BEHIND = re.compile(
    r"[^;.\n]{0,80}(?:trị giá|với (?:tổng )?(?:số vốn|giá trị)|tổng (?:vốn|giá trị)|kinh phí|số tiền)[^;.\n]{0,20}"
)
_YEAR = re.compile(r"(?:năm )?(?:19|20)[0-9]{2}")
_MOST = 60  # mentions of one sentence: beyond, it is a table or a list


def links(context: Around, written: str | None = None) -> list[Link]:
    """Ties between mentions of one clause, where only one pair is there to tie.

    The status of the mentions is settled before; a day before ``written`` (ISO) is no plan, whatever its sentence says.
    """
    made: list[Link] = []
    for index in context.of("AGREEMENT"):
        made += _of_agreement(context, index, written)
    for index in context.of("PERSON"):
        made += _of_person(context, index)
    return made


def _of_agreement(context: Around, index: int, written: str | None) -> list[Link]:
    entity = context.entities[index]
    start, end = context.sentence(entity)
    inside = context.inside(start, end)
    if len(inside) > _MOST or sum(each.label == "AGREEMENT" for _, each in inside) > 1:
        return []
    days = _days(context, entity, inside) if _SIGNING.search(context.words(start, end)) else []
    return [*_day(context, index, days, written), *_sum(context, index, inside)]


def _days(context: Around, entity: Entity, inside: list[tuple[int, Entity]]) -> list[tuple[int, Entity]]:
    """The dates beside an agreement; not one in its title, nor the year that names it where another date is there."""
    days = [(place, each) for place, each in inside if each.label == "DATE" and not entity.start <= each.start < entity.end]
    if len(days) == 1:
        return days
    return [(place, each) for place, each in days if not (_YEAR.fullmatch(each.text) and each.start == entity.end + 1)]


def _day(context: Around, index: int, days: list[tuple[int, Entity]], written: str | None) -> list[Link]:
    if not days:
        return []
    entity, reason = context.entities[index], "the only date of a sentence about signing"
    if len(days) > 1:
        behind = [(place, each) for place, each in days if each.start >= entity.end]
        if not behind or not _SIGNED_BEHIND.fullmatch(context.words(entity.end, behind[0][1].start)):
            return []
        days, reason = behind[:1], "the date right behind the agreement"
    place, day = days[0]
    if not isinstance(day.value, Date) or _is_run(day):
        return []
    past = written and day.value.end and day.value.end.isoformat() < written
    past = past or context.words(entity.end, day.start).strip() == "("  # Hiệp ước … (18-7-1977)
    kind = "planned_for" if not past and (status.of(entity) or status.of(day)) else "signed_on"
    return [Link(kind, index, reason, target=place)]


def _is_run(day: Entity) -> bool:
    """``giai đoạn 2016 - 2020``: a time that an agreement runs, not the day of its signing."""
    return day.text.lower().startswith(("giai đoạn", "nhiệm kỳ", "đến nay", "từ năm"))


def _sum(context: Around, index: int, inside: list[tuple[int, Entity]]) -> list[Link]:
    entity = context.entities[index]
    sums = [place for place, each in inside if each.label == "AMOUNT"]
    apart = {getattr(context.entities[place].value, "equivalent", None) for place in sums}
    firsts = [place for place in sums if not (place in apart and place - 1 in sums and place > min(sums))]
    if len(firsts) != 1:
        return []
    each = context.entities[firsts[0]]
    gap = context.words(entity.end, each.start) if each.start >= entity.end else ""
    if not _SUM_BEHIND.fullmatch(gap):
        return []
    return [Link("worth", index, "the only sum of the sentence, named as its value", target=firsts[0])]


def _of_person(context: Around, index: int) -> list[Link]:
    value = context.entities[index].value
    if not isinstance(value, Person) or not value.org:
        return []
    body = context.at(*value.org, "ORG")
    return [] if body is None else [Link("member_of", index, "the body of the title beside the name", target=body)]
