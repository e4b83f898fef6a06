"""Whether a fact is reported, planned, or only asked for: the words of its sentence before it, else the heading above it."""

from __future__ import annotations

import re

from ..document import Entity
from .near import Around

#: Labels of which a sentence says whether they are facts.
STATED = ("AMOUNT", "AGREEMENT", "DATE")
_PLANNED = (
    "sẽ|cần|phấn đấu|dự kiến|tiếp tục|tăng cường|đẩy mạnh|chủ trì|kế hoạch|mục tiêu|tranh thủ|định hướng|tới đây|sắp tới|"
    "tham mưu|chuẩn bị|hướng tới|chỉ tiêu|phải|tập trung"
)
_PROPOSED = "đề xuất|đề nghị|kiến nghị|mong|mong muốn|xin phép|xin ý kiến|xin chủ trương|xem xét|nghiên cứu|mời gọi|kêu gọi"
_REPORTED = "đã|đạt|đạt được|được|vừa|hoàn thành|tiếp nhận|giải ngân|ký kết được|trong đó có"
_CUE = re.compile(rf"(?<!\w)(?:(?P<planned>{_PLANNED})|(?P<proposed>{_PROPOSED})|(?P<reported>{_REPORTED}))(?!\w)")
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
            last = None
        start = max(start, read)
        last = _last(context.words(start, entity.start), last)
        read = max(read, entity.end)
        entity.status = last or _under(context.section(entity), headings)


def _last(words: str, before: str | None) -> str | None:
    """What the last cue of some words says; what was asked for or planned stays so, whatever is reported in the same clause."""
    for cue in _CUE.finditer(words.lower()):
        if cue.lastgroup == "reported" and before in ("proposed", "planned") and "," not in words[: cue.start()]:
            continue
        before = cue.lastgroup
    return before


def _under(section: str | None, headings: dict[str, str | None]) -> str | None:
    if section is None:
        return None
    if section not in headings:
        headings[section] = next((said for head, said in _HEADS if head.search(section)), None)
    return headings[section]


def of(entity: Entity) -> bool:
    """Whether a mention is no fact: planned or asked for."""
    return entity.status in ("planned", "proposed")
