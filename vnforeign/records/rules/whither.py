"""The countries of a total: behind a word of going, in a list, or at the head of its clause."""

from __future__ import annotations

from ..page import Mention, Sentence
from ..places import countries, country_of
from ..wording import pattern

Found = tuple[list[str], list[Mention]]

_LEADS_TO = pattern(
    r"(?:(?!\bcử\b|\bđón\b|\btiếp\b|trong đó|nhất là|như\b|riêng|nhiều nhất|đáng|tiêu biểu|nổi bật|phần lớn|quá nửa|so với)[^;.:(]){0,80}?\b(?:sang|đi|tại|ở|đến|tới|qua|đến từ|từ|của|thăm|thăm và làm việc với)"
    r"(?: các| hai| ba| \d+)?(?: nước| tỉnh| huyện| quốc gia)?(?: (?:[Nn]am|[Bb]ắc|[Tt]rung|[Hh]ạ|[Tt]hượng))?:? $|[^;.:(,]{0,40}?\bcủa(?: [^\W\d_]+){1,9}? $"
)
_AND_OTHERS = pattern(r"(?:,| và|, và)? ?(?:và )?(?:các|một số|nhiều|vài) (?:nước|quốc gia)|\.\.\.|, v\.v")
_SHARE = pattern(r" ?[(:]? ?\d+(?! (?:người|ngày))")
_NOUNS = pattern(
    r"(?:(?:,| và)? (?!sang|đi|đến|tới|vào|về|dự|thăm|với|trong|cho|qua|như|giáp|đoàn|có|cử|đón|tiếp)[^\W\d_]+){0,9} "
)
_JOINED = pattern(r"(?:,| và|, và|;| -)(?: nước| tỉnh)? ")
_HEADS = pattern(r"[^\w]*(?:riêng |đối )?(?:(?:với|sang|về|tại) )?(?:phía |nước |tỉnh |bạn |các (?:nước|tỉnh) )*$")


def goal(sentence: Sentence, start: int, end: int) -> Found:
    """The countries behind a word of going or coming: ``45 đoàn với 312 lượt người đi công tác tại các nước Lào, Thái Lan``."""
    first = next(
        (each for each in sentence.inside(start, min(end, start + 100), "COUNTRY", "FOREIGN_UNIT") if country_of(each)), None
    )
    if first and _LEADS_TO.fullmatch(sentence.text[start - sentence.start : first.start - sentence.start]):
        found = joined(sentence, first, end)
        behind = sentence.after(found[1][-1].end, 24)
        return ([], []) if _AND_OTHERS.match(behind) or _SHARE.match(behind) else found
    return [], []


def guests_of(sentence: Sentence, start: int, end: int) -> Found:
    """The country of the guests that a count names: ``04 đoàn/31 cán bộ Công an tỉnh Hủa Phăn sang làm việc``."""
    first = next(iter(sentence.inside(start, min(end, start + 60), "COUNTRY", "FOREIGN_UNIT")), None)
    if first and _NOUNS.fullmatch(sentence.text[start - sentence.start : first.start - sentence.start]):
        return joined(sentence, first, end)
    return [], []


def joined(sentence: Sentence, first: Mention, end: int) -> Found:
    """A country with those that a comma or ``và`` joins to it."""
    last = first
    for each in sentence.inside(first.end, end, "COUNTRY", "FOREIGN_UNIT"):
        between = sentence.text[last.end - sentence.start : each.start - sentence.start]
        if not _JOINED.fullmatch(between):
            break
        last = each
    return countries(sentence, first.start, last.end)


def listed_before(sentence: Sentence, told: list[Mention]) -> Mention:
    """The first of the countries that a comma or ``và`` joins up to the last: ``Pháp và Đức 3 đoàn/9 người``."""
    first = told[-1]
    for each in reversed(told[:-1]):
        if not _JOINED.fullmatch(sentence.text[each.end - sentence.start : first.start - sentence.start]):
            break
        first = each
    return first


def headed(sentence: Sentence, place: int) -> Found:
    """The country that heads a clause, of all that it counts: ``Lào: 12 đoàn vào, 9 đoàn ra``, ``Riêng với Lào, tỉnh cử 19 đoàn``."""
    first = sentence.clause(place)[0]
    each = next((one for one in sentence.inside(first, place, "COUNTRY", "FOREIGN_UNIT") if country_of(one)), None)
    if each is None or not _HEADS.fullmatch(sentence.lower[first - sentence.start : each.start - sentence.start]):
        return [], []
    found = joined(sentence, each, place)
    behind = sentence.after(found[1][-1].end, 3).lstrip(" )")
    return found if behind[:1] in (",", ":") else ([], [])


__all__ = ["goal", "guests_of", "headed", "joined", "listed_before"]
