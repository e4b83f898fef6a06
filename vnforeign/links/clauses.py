"""What one sentence decides: the day of an agreement, the body of a person, and whether a fact is reported or only planned."""

from __future__ import annotations

import re

from ..document import Entity, Link
from .near import Around

_SIGNED = re.compile(r"\b(?:ký|ký kết|trao|thông qua|có hiệu lực)\b", re.IGNORECASE)
#: The last of these words before a mention says how its sentence means it; of two-word cues both words count.
_CUES = {
    **dict.fromkeys(
        "sẽ cần phấn_đấu dự_kiến tiếp_tục tăng_cường đẩy_mạnh chủ_trì kế_hoạch mục_tiêu tranh_thủ tới định_hướng".split(),
        "planned",
    ),
    **dict.fromkeys("đề_xuất đề_nghị kiến_nghị mong mong_muốn xin_phép xem_xét nghiên_cứu".split(), "proposed"),
    **dict.fromkeys("đã đạt được vừa hoàn_thành tiếp_nhận giải_ngân đạt_được".split(), "reported"),
}
_LAST_WORDS = frozenset(cue.rpartition("_")[2] for cue in _CUES)
_WINDOW = 200  # characters before a mention
#: Labels of which a sentence says whether they are facts.
STATED = frozenset(("AMOUNT", "AGREEMENT", "DATE"))


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
    if len(days) == 1 and _SIGNED.search(context.words(start, end)):
        made.append(Link("signed_on", index, "the only date of a sentence about signing", target=days[0][0]))
    if len(sums) == 1:
        made.append(Link("worth", index, "the only sum of the sentence", target=sums[0]))
    return made


def _of_person(context: Around, index: int, entity: Entity) -> list[Link]:
    for place in range(index - 1, max(-1, index - 4), -1):
        each = context.entities[place]
        if each.label == "ORG" and each.end <= entity.start:
            gap = context.words(each.end, entity.start)
            fits = len(gap) < 3 and entity.value.to_dict().get("title")
            return [Link("member_of", index, "the body named in the title before the name", target=place)] if fits else []
    return []


def status(context: Around, entity: Entity) -> str | None:
    """``reported``, ``planned`` or ``proposed``: what the words of its sentence before it say; None where they say nothing."""
    text, end = context.text, entity.start
    begin = max(0, end - _WINDOW)
    begin = max(begin, text.rfind("\n", begin, end) + 1, text.rfind(". ", begin, end) + 1, text.rfind("; ", begin, end) + 1)
    words = context.words(begin, end).lower().split()
    for place in range(len(words) - 1, -1, -1):
        word = words[place].strip(",:()")
        if word in _LAST_WORDS and (said := _CUES.get(word) or (place and _CUES.get(f"{words[place - 1]}_{word}"))):
            return str(said)
    return None
