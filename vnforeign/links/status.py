"""Whether a fact is reported, planned, or only asked for: the words of its sentence before it, else the heading above it."""

from __future__ import annotations

import re

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
_HEADS = (
    (re.compile(r"(?<!\w)(?:kết quả|tình hình|đánh giá|thực trạng|tồn tại|hạn chế|ưu điểm)(?!\w)", re.IGNORECASE), None),
    (re.compile(r"(?<!\w)(?:kiến nghị|đề xuất|đề nghị)(?!\w)", re.IGNORECASE), "proposed"),
    (
        re.compile(
            r"(?<!\w)(?:nhiệm vụ|phương hướng|giải pháp|mục tiêu|chỉ tiêu|dự kiến|định hướng|công việc tới)(?!\w)", re.IGNORECASE
        ),
        "planned",
    ),
)
_WINDOW = 240  # characters before a mention


def settle(context: Around) -> None:
    """Sets the status of every sum, agreement and date; None where nothing says it."""
    headings: dict[str, str | None] = {}
    read, last = 0, None
    for index in context.of(*STATED):
        entity = context.entities[index]
        start = context.sentence_start(entity.start, _WINDOW)
        if start > read:
            last, read = None, start
        if read < entity.start:
            last = _last(context.words(read, entity.start), last)
        read = max(read, entity.end)
        entity.status = last or _under(context.section(entity), headings)


def _last(words: str, before: str | None) -> str | None:
    """What the last cue of some words says; what is planned or asked for stays so, whatever is reported in the same clause."""
    tokens = words.lower().split()
    reported = False
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if reported and token[-1] in ",:":
            return "reported"
        if (cues := _CUES.get(token if token[-1].isalpha() else token.strip('“”"(),:-'))) is None:
            continue
        if said := cues.get("") or cues.get(tokens[place - 1] if place else ""):
            if said != "reported":
                return said
            reported = True
    return before if before and not (reported and before == "reported") else "reported" if reported else None


def _under(section: str | None, headings: dict[str, str | None]) -> str | None:
    if section is None:
        return None
    if section not in headings:
        headings[section] = next((said for head, said in _HEADS if head.search(section)), None)
    return headings[section]


def of(entity: Entity) -> bool:
    """Whether a mention is no fact: planned or asked for."""
    return entity.status in ("planned", "proposed")
