"""Totals of persons told without a count of delegations: ``cử 312 lượt cán bộ ra nước ngoài``, ``tiếp 540 lượt khách nước ngoài``."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft
from ..page import Sentence
from ..places import countries
from ..wording import pattern
from .tally import Tally

_SENDS = pattern(
    r"\b(?:cử|cho phép|cho|đồng ý|đoàn ra|làm thủ tục|đưa|giải quyết|có|số (?:lượt )?(?:người|cán bộ)[^;.]{0,40}(?:đi|ra)|"
    r"đi (?:công tác |học tập )?(?:ở )?nước ngoài|ra nước ngoài|xuất cảnh)\b[^;.]{0,60}$"
)
_ABROAD = pattern(r"nước ngoài|xuất cảnh|xuất ngoại|ngoài nước")
_GOES = pattern(r"^[^;.]{0,90}?\b(?:đi|ra|sang|qua|xuất cảnh|học tập|công tác|dự|tham dự|tập huấn|đào tạo|bồi dưỡng)\b")
_STAFF = pattern(
    r"(?:lượt )?(?:cán bộ|công chức|viên chức|người|giảng viên|giáo viên|đảng viên|trường hợp|đại biểu|bác sĩ|chuyên gia|lượt)\b"
)
_NOT_OUT = pattern(
    r"cửa khẩu|khách du lịch|xuất nhập cảnh|hộ chiếu|lao động (?:đi|sang)|đi lao động|xuất khẩu lao động|du học|theo hợp đồng|"
    r"người (?:lao động )?đi làm việc|thông hành|hợp tác lao động|thực tập sinh|tu nghiệp|trái phép|kiều bào|bị (?:bắt|phạt)"
)
_RECEIVES = pattern(r"\b(?:đón|tiếp|đón tiếp|tiếp đón|đón và làm việc với|phục vụ|mời)(?: được| hơn| trên| gần| khoảng)* $")
_GUESTS = pattern(r"(?:lượt )?(?:khách|chuyên gia|người|đại biểu|nhà khoa học|giảng viên|giáo sư|lượt)\b")
_FOREIGN = pattern(r"^[^;,.]{0,30}\b(?:nước ngoài|quốc tế)\b")
_TO_WORK = pattern(r"^[^;.]{0,80}?\b(?:làm việc|công tác|giảng dạy|trao đổi|chào xã giao|hội thảo|nghiên cứu|giảng)\b")
_NOT_IN = pattern(r"du lịch|du khách|lưu trú|tham quan|nghỉ dưỡng|cửa khẩu|nhập cảnh|kiều bào|lễ hội")
_GENERAL = pattern(r"lượt|trường hợp")


def alone(sentence: Sentence, persons: list[Tally], beside: bool) -> Iterator[Draft]:
    """The rows of totals that name persons alone; ``beside`` rows with delegations only where a clause of its own tells of them."""
    ways: set[str] = set()
    for each in persons:
        if beside and sentence.clause(each.start)[0] == sentence.start:
            continue
        kind = _kind(sentence, each)
        if kind and kind not in ways:
            draft = Draft(kind, sentence, summary=True)
            draft.put("person_times", each.value, each.words, "persons")
            ways.add(kind)
            yield draft


def _kind(sentence: Sentence, each: Tally) -> str | None:
    start, end = sentence.clause(each.start)
    words = sentence.lower[start - sentence.start : end - sentence.start]
    before, behind = sentence.before(each.start, 110), sentence.after(each.end, 130)
    if _RECEIVES.search(before) and _GUESTS.match(each.said) and _FOREIGN.search(behind) and _TO_WORK.search(behind):
        return None if _NOT_IN.search(words) else "delegation_in"
    if not (_STAFF.match(each.said) and _SENDS.search(before) and not _NOT_OUT.search(words)):
        return None
    general = _GENERAL.search(each.said) or "quyết định" in before
    far = _ABROAD.search(words) or (general and countries(sentence, each.end, end)[0])
    one_visit = not general and countries(sentence, each.start, end)[0]
    return (
        "delegation_out"
        if far and not one_visit and _GOES.search(behind + " ra nước ngoài" * bool(_ABROAD.search(before)))
        else None
    )


__all__ = ["alone"]
