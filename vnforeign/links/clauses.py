"""What one sentence decides: the day of an agreement, the body of a person, and whether a fact is reported or only planned."""

from __future__ import annotations

import re

from ..document import Entity, Link
from .near import Around

_SIGNED = re.compile(r"\b(?:ký|ký kết|trao|thông qua|có hiệu lực)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:đề xuất|đề nghị|kiến nghị|dự kiến|phấn đấu|sẽ|xin phép|xem xét|nghiên cứu|tiếp tục|tăng cường|đẩy mạnh|cần|chủ trì"
    r"|có kế hoạch|kế hoạch|mục tiêu|tranh thủ|thời gian tới|trong thời gian tới|định hướng)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"\b(?:đề xuất|đề nghị|kiến nghị|mong muốn|mong|xin phép|xem xét|nghiên cứu)\b", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:đã|đạt|được|vừa|hoàn thành|tổ chức thành công|ký kết được|tiếp nhận|giải ngân)\b", re.IGNORECASE)
_STATED = ("AMOUNT", "AGREEMENT", "DATE", "QUANTITY")


def links(context: Around) -> list[Link]:
    """Ties between mentions of one sentence, where only one pair is there to tie."""
    made: list[Link] = []
    for index, entity in enumerate(context.entities):
        if entity.label == "AGREEMENT":
            made += _of_agreement(context, index, entity)
        elif entity.label == "PERSON":
            made += _of_person(context, index, entity)
    return made


def _of_agreement(context: Around, index: int, entity: Entity) -> list[Link]:
    start, end = context.sentence(entity)
    inside = context.inside(start, end)
    if sum(each.label == "AGREEMENT" for _, each in inside) > 1:
        return []
    days = [(place, each) for place, each in inside if each.label == "DATE" and not entity.start <= each.start < entity.end]
    sums = [place for place, each in inside if each.label == "AMOUNT"]
    made = []
    if len(days) == 1 and _SIGNED.search(context.text, start, end):
        made.append(Link("signed_on", index, "the only date of a sentence about signing", target=days[0][0]))
    if len(sums) == 1:
        made.append(Link("worth", index, "the only sum of the sentence", target=sums[0]))
    return made


def _of_person(context: Around, index: int, entity: Entity) -> list[Link]:
    for place in range(index - 1, max(-1, index - 4), -1):
        each = context.entities[place]
        if each.label == "ORG" and each.end <= entity.start:
            gap = context.text[each.end : entity.start]
            fits = len(gap) < 3 and entity.value.to_dict().get("title")
            return [Link("member_of", index, "the body named in the title before the name", target=place)] if fits else []
    return []


def status(context: Around, entity: Entity) -> str | None:
    """``reported``, ``planned`` or ``proposed``: what the words of its sentence before it say; None where they say nothing."""
    if entity.label not in _STATED:
        return None
    start, _ = context.sentence(entity)
    told = None
    for name, cue in (("planned", _PLANNED), ("proposed", _WISHED), ("reported", _REPORTED)):
        for match in cue.finditer(context.text, start, entity.start):
            if told is None or match.start() >= told[0]:
                told = (match.start(), name)
    return told[1] if told else None
