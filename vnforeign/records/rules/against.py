"""What a sentence sets its figures against: those of another time in brackets, behind ``so với``, behind a comma or with their year."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..common import title_period
from ..page import Mention, Sentence
from ..standing import is_long
from ..times import pointed
from ..values import day, days, unit
from ..wording import holds, pattern

_TIME = r"(?:\d{1,2} tháng(?: đầu)?(?: năm)? (?:19|20)\d\d|quý [ivx]{1,3}(?:/| năm )(?:19|20)\d\d|cùng kỳ(?: (?:của )?(?:năm )?(?:trước|ngoái|(?:19|20)\d\d))?|(?:cả |trong )?năm (?:trước|ngoái|(?:19|20)\d\d)|(?:19|20)\d\d)"
_SAYS = r"(?:(?:,| là| có| đạt| chỉ| mới| được| đón| xuất| nhập| bắt| xảy ra| phát hiện| tổ chức| tuần tra|:| gần| trên| hơn| khoảng){0,4} )(?=\d)"
#: Where the figures of another time begin; they end with the bracket, or with the clause.
_BRACKET = pattern(rf"\((?:so với |bằng |của |còn )?(?P<time>{_TIME}){_SAYS}[^()]{{1,90}}\)")
_BEFORE_BRACKET = pattern(
    rf"\b(?:so với|so|hơn|kém|bằng) (?P<time>{_TIME}) \((?:là |đạt |chỉ |có |gần |trên |hơn ){{0,2}}\d[^()]{{1,90}}\)"
)
_CLAUSE = pattern(
    rf"(?:[,;]|,? và|,? trong khi|,? còn|,? so với|,? cao hơn|,? thấp hơn|,? nhiều hơn|,? ít hơn) ?(?:thì )?(?P<time>{_TIME}){_SAYS}(?:(?!, (?:\d{{1,2}} tháng|năm|quý|tháng|đến|tính|hiện|nay)\b)[^;()]){{1,120}}?(?=;|, (?:\d{{1,2}} tháng|năm|quý|tháng|đến|tính|hiện|nay)\b|\. |\.?$|\()"
)
_SET_AGAINST = pattern(rf"\bso với (?:con số |mức )?\d[^,;()]{{1,40}}? (?:của |trong |hồi )?(?P<time>{_TIME})")
_NEXT = pattern(rf"[,;] ?(?P<time>{_TIME}){_SAYS}")
#: Its own year right behind a count: ``giảm từ 56 vụ năm 2012 xuống 41 vụ năm 2013``.
_BEHIND = pattern(r" ?(?:của |trong |vào |hồi )?")
_CUES = ("cùng kỳ", "năm trước", "năm ngoái", "so với", "(")
_SPANS = pattern(r"(?:năm|tháng|quý|ngày|tuần|%)")
_CHANGES = pattern(r"\b(?:gấp|tăng|giảm|bằng|thêm|hơn|kém)(?: (?:lên|gần|trên|khoảng|thêm|được|đi))* $")
_YEAR, _FAR = 4, 7  # characters of a year; between a count and its year


class Aside(msgspec.Struct):
    """A stretch whose figures are of another time: its places, that time and the words that say it."""

    start: int
    end: int
    value: str
    words: tuple[int, int]


def asides(sentence: Sentence) -> list[Aside]:
    """The stretches of a sentence that tell figures of another time."""
    if not (holds(sentence.lower, _CUES) or sentence.of("DATE")):
        return []
    found: list[Aside] = []
    for cue in (_BRACKET, _BEFORE_BRACKET, _SET_AGAINST, _CLAUSE):
        for match in cue.finditer(sentence.lower):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if not any(each.start < end and start < each.end for each in found):
                found += _parted(sentence, match)
    return [*found, *_behind(sentence, found)]


def _parted(sentence: Sentence, match: re.Match[str]) -> Iterator[Aside]:
    """A stretch, parted at each time that it names: ``(năm 2005: 3.680, năm 2004: 3.215)``."""
    more = list(_NEXT.finditer(sentence.lower, match.end("time"), match.end()))
    stops = [each.start() for each in more] + [match.end()]
    for start, end, said in zip([match.start(), *stops], stops, [match, *more], strict=False):
        if value := _value(sentence, said):
            words = sentence.start + said.start("time"), sentence.start + said.end("time")
            yield Aside(sentence.start + start, sentence.start + end, value, words)


def _behind(sentence: Sentence, held: list[Aside]) -> Iterator[Aside]:
    """Counts with their own year right behind them, where another count has one too."""
    told = []
    counts = [
        each
        for each in sentence.of("QUANTITY", "AMOUNT")
        if not _SPANS.match(unit(each)) and not _CHANGES.search(sentence.before(each.start, 24))
    ]
    for each, value in days(sentence) if len(counts) > 1 else ():
        one = next((one for one in counts if 0 <= each.start - one.end <= _FAR), None)
        if (
            one
            and len(value) >= _YEAR
            and _BEHIND.fullmatch(sentence.text[one.end - sentence.start : each.start - sentence.start])
        ):
            told.append(Aside(one.start, each.end, value, (each.start, each.end)))
    if len(told) > 1:
        yield from (one for one in told if not any(other.start <= one.start < other.end for other in held))


def _value(sentence: Sentence, match: re.Match[str]) -> str:
    """The time in EDTF: the same months of the year before for ``cùng kỳ``, the year before the report's for ``năm trước``."""
    said, start = match["time"], sentence.start + match.start("time")
    titled = _titled(sentence)
    if said.endswith(("trước", "ngoái", "cùng kỳ")):
        value = (_now(sentence, start) or titled) if "cùng kỳ" in said else titled[:_YEAR]
        return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), value) if value else ""
    year = said[-_YEAR:]
    now = _now(sentence, start) or titled
    if "cùng kỳ" in said and now[:_YEAR].isdecimal() and int(now[:_YEAR]) - 1 == int(year):
        return re.sub(r"\d{4}", year, now)
    named = next((value for each, value in days(sentence) if start <= each.start < start + len(said)), year)
    return named


def _now(sentence: Sentence, place: int) -> str:
    """The time that a sentence tells of before a place."""
    told = [
        value
        for each, value in days(sentence)
        if each.end <= place and is_long(value) and ".." not in value and value >= _titled(sentence)[:_YEAR]
    ]
    found = None if told else pointed(sentence, place)
    return told[0] if told else found[1] if found and is_long(found[1]) and ".." not in found[1] else ""


def _titled(sentence: Sentence) -> str:
    """The time of the report: its title's months, else its year."""
    found = _report(sentence)
    return found[0] if found else sentence.page.document.metadata.get("published", "")[:_YEAR]


def _report(sentence: Sentence) -> tuple[str, Mention] | None:
    named = title_period(sentence.page)
    value = day(named) if named else None
    return (value, named) if named and value and ".." not in value else None


def other_time(sentence: Sentence, place: int) -> Aside | None:
    """The time of a figure at a place that is set against those of the time reported."""
    return next((each for each in asides(sentence) if each.start <= place < each.end), None)


def reported(sentence: Sentence) -> tuple[str, Mention] | None:
    """The time of the report's title, where figures of the year before stand against its own."""
    found = _report(sentence)
    before = str(int(found[0][:_YEAR]) - 1) if found and found[0][:_YEAR].isdecimal() else None
    return found if any(each.value[:_YEAR] == before for each in asides(sentence)) else None


__all__ = ["Aside", "asides", "other_time", "reported"]
