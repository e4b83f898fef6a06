"""Whether a fact is reported, planned, or only asked for: the words of its sentence before it, else the heading above it."""

from __future__ import annotations

import unicodedata

from ..document import Entity
from .near import Around

#: Labels of which a sentence says whether they are facts.
STATED = ("AMOUNT", "AGREEMENT", "DATE")
_WORDS = {
    "planned": "sẽ|cần|phấn đấu|dự kiến|tiếp tục|tăng cường|đẩy mạnh|chủ trì|kế hoạch|mục tiêu|tranh thủ|định hướng|tới đây|"
    "sắp tới|tham mưu|chuẩn bị|hướng tới|chỉ tiêu|phải|tập trung",
    "proposed": "đề xuất|đề nghị|kiến nghị|mong|mong muốn|xin phép|ý kiến|chủ trương|xem xét|nghiên cứu|mời gọi|kêu gọi",
    "reported": "đã|đạt|được|vừa|hoàn thành|tiếp nhận|giải ngân",
}
#: Cues by their last syllable, each with its first one (or an empty word) and what it says.
_CUES: dict[str, dict[str, str]] = {}
for _said, _cues in _WORDS.items():
    for _cue in _cues.split("|"):
        _CUES.setdefault(_cue.rpartition(" ")[2], {})[_cue.rpartition(" ")[0]] = _said
#: What a heading says of what stands under it; the first that fits decides.
_HEADS = (
    ("kết quả|tình hình|đánh giá|thực trạng|tồn tại|hạn chế|ưu điểm".split("|"), None),
    ("kiến nghị|đề xuất|đề nghị".split("|"), "proposed"),
    ("nhiệm vụ|phương hướng|giải pháp|mục tiêu|chỉ tiêu|dự kiến|định hướng".split("|"), "planned"),
)
_WINDOW = 240  # characters before a mention


def settle(context: Around) -> None:
    """Sets the status of every sum, agreement and date; None where nothing says it."""
    headings: dict[str, str | None] = {}
    entities, passages, breaks = context.entities, context.passages, context.breaks
    read, last, at, many = 0, None, 0, len(breaks)
    for index in context.of(*STATED):
        entity = entities[index]
        begin = entity.start
        while at < many and breaks[at] <= begin:
            at += 1
        start = breaks[at - 1] if at else 0
        start = start if begin - start < _WINDOW else begin - _WINDOW
        if start > read:
            last, read = None, start
        if read < begin:
            last = _last(context.words(read, begin), last)
        if entity.end > read:
            read = entity.end
        if getattr(entity.value, "modifier", None) == "estimated" and context.words(begin, read).lower().startswith("dự kiến"):
            last = "planned"
        if last:
            entity.status = last
        else:
            section = passages[entity.passage].section if entity.passage is not None else None
            entity.status = _under(section, headings) if section else None


def _last(words: str, before: str | None) -> str | None:
    """What the last cue of some words says; what is planned or asked for stays so, whatever is reported in the same clause."""
    tokens = words.lower().replace(",", " , ").replace(":", " , ").split()
    if _CUES.keys().isdisjoint(tokens):
        return before
    reported = False
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token == ",":
            if reported:
                return "reported"
        elif (cues := _CUES.get(token)) and (said := cues.get("") or cues.get(tokens[place - 1] if place else "")):
            if said != "reported":
                return said
            reported = True
    return before or ("reported" if reported else None)


def _under(section: str, headings: dict[str, str | None]) -> str | None:
    if section not in headings:
        head = unicodedata.normalize("NFC", section).lower()
        headings[section] = next((said for words, said in _HEADS if any(word in head for word in words)), None)
    return headings[section]


def of(entity: Entity) -> bool:
    """Whether a mention is no fact: planned or asked for."""
    return entity.status in ("planned", "proposed")
