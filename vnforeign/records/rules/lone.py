"""Totals of persons told without a count of delegations: ``cử 312 lượt cán bộ ra nước ngoài``, ``tiếp 540 lượt khách nước ngoài``."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft
from ..page import Sentence
from ..places import countries
from ..wording import pattern
from .tally import Tally
from .whither import goal

_SENDS = pattern(
    r"\b(?:cử|cho phép|cho|đồng ý|đoàn ra|làm thủ tục|đưa|giải quyết|có|số (?:lượt )?(?:người|cán bộ)[^;.]{0,40}(?:đi|ra)|"
    r"đi (?:công tác |học tập )?(?:ở )?nước ngoài|ra nước ngoài|xuất cảnh|xuất ngoại|đi việc riêng)\b[^;.]{0,60}$"
)
_ABROAD = pattern(
    r"\b(?:đi|ra|sang|công tác|học tập|làm việc|tập huấn|đào tạo|bồi dưỡng|nghiên cứu|(?<!nam )ở|(?<!nam )tại)(?: (?:công tác|học tập|học|làm việc|tham quan|ở|tại|các nước))*(?:,| và)? ?"
    r"(?:nước ngoài|ngoài nước)|xuất cảnh|xuất ngoại|đi việc riêng|"
    r"\b(?:công tác|học tập|làm việc|tập huấn|đào tạo|nghiên cứu|đi|sang)[^,;.\d]{0,20} \d+ (?:nước|quốc gia)\b"
)
_LEADS_IN = pattern(r"[^\w]*(?:(?:trong |cả )?(?:năm|tháng|quý|kỳ)[ \d/ivx]{0,9},? )?")
#: Behind a count that opens a sentence: ``156 cán bộ đi học tập, dự hội nghị ở nước ngoài``.
_GO_ABROAD = pattern(
    r" (?:đã |được cử )?(?:đi|ra|sang)\b(?: (?:học|học tập|công tác|dự|tập huấn|tham quan|đào tạo)[^;.\d]{0,50})? (?:ở |tại )?nước ngoài\b"
)
_FOREIGNERS = pattern(r" (?:nước ngoài|ngoại quốc|quốc tế|là người)")
_PART = pattern(r"trong (?:đó|số)|\bgồm\b|riêng (?!lẻ)|cụ thể")
_GOES = pattern(r"^[^;.]{0,90}?\b(?:đi|ra|sang|qua|xuất cảnh|học tập|công tác|dự|tham dự|tập huấn|đào tạo|bồi dưỡng)\b")
_STAFF = pattern(
    r"(?:(?:tổng )?số )?(?:lượt )?(?:cán bộ|công chức|viên chức|người|giảng viên|giáo viên|đảng viên|trường hợp|đại biểu|bác sĩ|chuyên gia|lượt)\b"
)
_NOT_OUT = pattern(
    r"cửa khẩu|khách du lịch|xuất nhập cảnh|hộ chiếu|lao động (?:đi|sang)|đi lao động|xuất khẩu lao động|du học|theo hợp đồng|"
    r"người (?:lao động )?đi làm việc|định cư|sinh sống|\bsống\b|lập nghiệp|thông hành|hợp tác lao động|thực tập sinh|tu nghiệp|trái phép|kiều bào|bị (?:bắt|phạt)"
)
#: Those who live abroad, whom another table counts.
_LIVE_ABROAD = pattern(r"(?:người|bà con)[^,;.\d]{2,30} (?:ở|tại) (?:nước ngoài|hải ngoại)|kiều bào|việt kiều")
_RECEIVES = pattern(
    r"\b(?:đón|tiếp|đón tiếp|tiếp đón|tiếp xã giao|tiếp và làm việc với|làm việc với|đón và làm việc với|phục vụ|mời)(?: được| hơn| trên| gần| khoảng)* $"
)
_GUESTS = pattern(r"(?:lượt )?(?:khách|chuyên gia|người|đại biểu|nhà khoa học|giảng viên|giáo sư|lượt)\b")
_FOREIGN = pattern(r"^[^;,.]{0,30}\b(?:nước ngoài|quốc tế)\b")
_TO_WORK = pattern(r"^[^;.]{0,80}?\b(?:làm việc|công tác|giảng dạy|trao đổi|chào xã giao|hội thảo|nghiên cứu|giảng)\b")
_NOT_IN = pattern(r"du lịch|du khách|lưu trú|tham quan|nghỉ dưỡng|cửa khẩu|nhập cảnh|kiều bào|lễ hội")
_DECISIONS = pattern(r"(?:\d|các|nhiều|một số) quyết định|quyết định cho phép")
_GENERAL = pattern(r"lượt|trường hợp")


def alone(sentence: Sentence, persons: list[Tally], told: list[Tally]) -> Iterator[Draft]:
    """The rows of totals that name persons alone, one a way; ``told`` are the counts that make rows with delegations."""
    ways: set[str] = set()
    for each in persons:
        start = max([one.end for one in told if one.end <= each.start], default=sentence.start)
        start = max(start, sentence.clause(each.start)[0])
        end = min([one.start for one in told if one.start >= each.end], default=sentence.end)
        end = min(end, sentence.clause(each.start)[1])
        kind = _kind(sentence, each, start, end)
        if kind and kind not in ways:
            ways.add(kind)
            draft = Draft(kind, sentence, summary=True)
            draft.put("person_times", each.value, each.words, "persons")
            draft.put("countries", *goal(sentence, each.end, end), "goal")
            yield draft


def _kind(sentence: Sentence, each: Tally, start: int, end: int) -> str | None:
    """Which way the persons go by the words of their stretch; None where they are no officials on their way abroad, and no guests at work."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    if _LIVE_ABROAD.search(sentence.lower) or _LIVE_ABROAD.search(sentence.section):
        return None
    before, behind = words[: each.start - start][-110:], words[each.end - start :][:130]
    if _PART.search(before):
        return None
    if _RECEIVES.search(before) and _GUESTS.match(each.said) and _FOREIGN.search(behind):
        return "delegation_in" if _TO_WORK.search(behind) and not _NOT_IN.search(words) else None
    opens = _LEADS_IN.fullmatch(before) and _GO_ABROAD.match(behind)
    if not (_STAFF.match(each.said) and (_SENDS.search(before) or opens) and not _NOT_OUT.search(words)):
        return None
    if opens:
        return "delegation_out"
    if _FOREIGNERS.match(behind):
        return None
    general = _GENERAL.search(each.said) or _DECISIONS.search(before)
    there = countries(sentence, each.start, end)[0]
    if not (_ABROAD.search(words) or (general and there)) or (there and not general):
        return None
    goes = _GOES.search(behind) or _ABROAD.search(before) or _ABROAD.match(behind.strip())
    return "delegation_out" if goes else None


__all__ = ["alone"]
