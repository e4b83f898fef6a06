"""What delegations cost in all, told without their count: ``Ngân sách chi cho đoàn ra năm 2003 là 2,1 tỷ đồng, năm 2004 là 3,4 tỷ đồng``."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft
from ..page import Sentence
from ..values import money
from ..wording import pattern
from .bearing import IN, OUT

_SPENT = pattern(r"\b(?:chi|kinh phí|chi phí|ngân sách|tốn|hết)\b")
_OUT = pattern(r"\bđoàn ra\b|(?:đoàn|cán bộ|lượt người|việc|công tác)[^;.\d]{0,30}\bđi (?:công tác )?(?:ở )?nước ngoài")
_IN = pattern(
    r"\bđoàn vào\b|\b(?:kinh|chi) phí (?:đón tiếp|tiếp khách|lễ tân|đón đoàn)|\b(?:đón|tiếp|đón tiếp|tiếp đón) (?:các )?(?:đoàn )?khách\b|\blễ tân\b|\btiếp khách (?:nước ngoài|quốc tế)"
)
_NOT = pattern(
    r"dự toán|kế hoạch|định mức|trần|không quá|mỗi|bình quân|/đoàn|/người|viện trợ|dự án|quyết toán sai|trong đó|tiết kiệm"
)
_SUM = pattern(
    r"[^;.]{0,110}?(?: đoàn ra| đoàn vào| đón tiếp| lễ tân| là|:| hết| tốn| chi| đạt)(?: hơn| gần| trên| khoảng| ước)? $"
)
_NEXT = pattern(r"(?:,|;| và|, và)? ?(?:năm|quý) [\dIVX/]{1,7}(?: là| chi| hết| tốn)?:?(?: hơn| gần| trên| khoảng)? $")


def costs(sentence: Sentence) -> Iterator[Draft]:
    """A row of totals for the first sum and those of other years behind it."""
    sums = [each for each in sentence.of("AMOUNT") if money(each)] if _SPENT.search(sentence.lower) else []
    kind = _way(sentence.lower[: sums[0].start - sentence.start]) if sums else None
    if kind is None or not sentence.is_fact(sums[0].start):
        return
    last = sentence.start
    for each in sums:
        between = sentence.lower[last - sentence.start : each.start - sentence.start]
        if last == sentence.start or not _NEXT.fullmatch(between):
            kind = _way(between) if _SUM.fullmatch(between) else None
        if kind is None:
            return
        last = each.end
        draft = Draft(kind, sentence, summary=True)
        draft.put("cost", money(each), each, "spent")
        yield draft


def _way(before: str) -> str | None:
    """Which way the delegations go that a sum was spent on, by the words before it."""
    if _NOT.search(before):
        return None
    ins, outs = bool(_IN.search(before)), bool(_OUT.search(before))
    return None if ins == outs else IN if ins else OUT


__all__ = ["costs"]
