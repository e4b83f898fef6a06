"""The time of a figure that its own sentence does not name: what points back (``trong năm``), and what a passage goes on with."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from .common import title_period
from .page import Mention, Page, Sentence
from .values import day, days
from .wording import pattern

Time = tuple[Mention, str]

_THEN = pattern(
    r"(?:cùng|cũng) (?:trong )?(?:thời gian|thời điểm|thời kỳ|khoảng thời gian)(?: này| đó| trên)?|"
    r"(?:trong |vào )?(?:thời gian|thời điểm|(?<!nhiệm )kỳ|giai đoạn) (?:này|đó|trên|nói trên|ấy)|trong kỳ(?! tới)|"
    r"trong (?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|những) (?:năm|tháng) (?:này|đó|ấy|trên)"
)
#: What is counted may stand right behind the year: ``Trong năm 58 vụ``.
_COUNTED = r"\d(?!\d? ?/? ?\d* (?:vụ|lần|cuộc|đợt|đoàn|lượt|buổi|thư|dự án|người))"
_YEAR = pattern(
    rf"(?:trong|cả|cùng|cũng trong|toàn) năm(?! (?:{_COUNTED}|nay|năm|qua|tới|sau|trước|học|ngoái|thứ))|(?<!\d )năm qua"
)
_TIME = pattern(r"\b(?:tháng|quý|năm|(?<!định )kỳ|ngày|hiện nay|(?<!phát )(?<!thực )(?<!xuất )(?<!thể )hiện|đến nay|từ trước)\b")
_COMPARED = pattern(
    r"(?:%|lần|mức|so với|so|bằng|cùng kỳ|hơn|từ khi|kể từ|thay cho|kế hoạch|chỉ tiêu)"
    r"(?: cùng kỳ)?(?: của)? (?:ngày |năm |quý |tháng )?$"
)
_OF_TREATY = pattern(r"\bhiệp (?:định|ước)[^,;.\d]{0,24} ?$")  # the year of a treaty is none of what is told
_PARTS = pattern(r"[^\w]*(?:trong (?:đó|số)|bao gồm|cụ thể|gồm)\b")  # opens a sentence that tells parts of the one before
_OPENING = pattern(r"[ +*•-]{0,3}(?:trong|tính|lũy kế|luỹ kế|riêng|vào|đến|từ|cuối|theo thống kê| |,)*")
_UP_TO = pattern(r"\b(?:đến|tới|hết)\b")
_DAY, _YEARS = 10, 4  # characters of a day and of a year in EDTF
_MONTHS = pattern(r"\b(?P<months>\d+ tháng)\b")
#: So many months without a word of which: those since the year began.
_SO_MANY = pattern(
    r"(?=\d)(?<!thời gian )(?<!kéo dài )(?<!thời hạn )(?<!trong vòng )(?<!mỗi )(?<!sau )(?<!\d )(?<!-)(?<!- )"
    r"\b0?(?P<n>[2-9]|1[0-2]) tháng"
    r"(?! (?:\d|tới|cuối|qua|trước|sau|nữa|liền|liên|một|kể|tuổi|tù|gần|vừa))\b"
)
#: The same in words: ``trong sáu tháng``, ``nửa năm``.
_MANY = {"nửa năm": 6, "ba tháng": 3, "sáu tháng": 6, "bảy tháng": 7, "tám tháng": 8, "chín tháng": 9, "mười tháng": 10}
_SO_MANY_SAID = pattern(
    rf"(?<!thời gian )(?<!kéo dài )(?<!thời hạn )(?<!trong vòng )(?<!mỗi )(?<!sau )(?<!hơn )(?<!gần )\b(?P<n>{'|'.join(_MANY)})"
    r"(?! (?:\d|tới|cuối|trước|sau|nữa|liền|liên|một|kể|tuổi|tù|gần|còn))\b"
)
_TWELVE = 12
#: So many years in the report of a term: ``Trong 5 năm phát hiện``.
_YEARS_SAID = pattern(
    r"\b(?:trong|cả|qua|sau) (?P<n>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) năm\b"
    r"(?! (?:\d|đầu|cuối|tới|trước|sau|liền|học|tù))"
)
_IN_WORDS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_TERM = pattern(r"\b(?P<months>nhiệm kỳ) (?:này|qua|vừa qua)\b")
_BACK = 4  # sentences of the passage that may hold it
_FAR = 12  # sentences that one time may be carried over


def pointed(sentence: Sentence, place: int, back: int = _BACK) -> Time | None:
    """The time that words before a place point back to, in its clause: the last one named, its year; else the document's.

    It is looked for in so many sentences before at the most, also where those only point back themselves.
    """
    words = sentence.before(place, 160)
    then, year = _last(_THEN, words), _last(_YEAR, words)
    if then < 0 and year < 0:
        return _same_months(sentence, place) or _as_titled(sentence, place) or months_of_year(sentence, place)
    named = _named(sentence, place) or _before(sentence, back)
    if then > year:
        return named
    if named:
        past = "qua" in named[0].text  # ``năm qua`` is the year that ended with it
        return named[0], [end for end in named[1].split("/") if end != ".."][-1 if past else 0][:_YEARS]
    return _of_document(sentence)


def gone_on(sentence: Sentence, place: int, earlier: Sentence) -> Time | None:
    """The last period of a sentence before one whose words before a place name no other time."""
    if _TIME.search(sentence.lower[: place - sentence.start]):
        return None
    told = [each for each in days(earlier) if not _is_compared(earlier, each[0])]
    return told[-1] if told and len(told[-1][1].split("/")[0]) < _DAY else None


def carried(sentence: Sentence, place: int) -> Time | None:
    """The one period that the sentence before opens with, where the words before a place name no other: ``Năm 2021, … .``"""
    words = sentence.lower[: place - sentence.start]
    parts = _PARTS.match(words) is not None
    for earlier in preceding(sentence):
        if _TIME.search(words):
            return None
        if parts and (one := _last_period(earlier)):
            return one
        if told := days(earlier):
            return told[0] if _opens(earlier, told) else None
        if found := pointed(earlier, earlier.end):
            return found
        words = earlier.lower
    return None


def opening(sentence: Sentence) -> Time | None:
    """The one period that a sentence opens with."""
    told = days(sentence)
    return told[0] if told and _opens(sentence, told) else None


def _last_period(sentence: Sentence) -> Time | None:
    """The last period of a sentence whose parts the next one tells, whatever it is compared with."""
    told = [each for each in days(sentence) if not _is_compared(sentence, each[0])]
    return told[-1] if told and _is_period(sentence, told[-1]) else None


def preceding(sentence: Sentence) -> Iterator[Sentence]:
    """The sentences before one in its passage, the nearest first, as far as a time is carried over them."""
    before = sentence.earlier
    for _ in range(_FAR):
        if before is None:
            return
        yield before
        before = before.earlier


def _opens(sentence: Sentence, told: list[Time]) -> bool:
    """Whether the first time of a sentence opens it and is its only one, but for those it is compared with."""
    said = [each for each in told if not _is_compared(sentence, each[0])]
    opening = _OPENING.fullmatch(sentence.lower[: told[0][0].start - sentence.start])
    return opening is not None and len(said) == 1 and _is_period(sentence, told[0])


def _same_months(sentence: Sentence, place: int) -> Time | None:
    """``trong 9 tháng`` behind ``9 tháng đầu năm 2025`` in the passage."""
    short = _MONTHS.search(sentence.lower, 0, place - sentence.start)
    if short is None or any(each[0].start < sentence.start + short.end() for each in days(sentence)):
        return None
    for earlier in preceding(sentence):
        for each in reversed(days(earlier)):
            if _MONTHS.search(each[0].text.lower()) and each[0].text.lower().startswith(short["months"]):
                return each
    return None


def _as_titled(sentence: Sentence, place: int) -> Time | None:
    """``trong 6 tháng`` in the report of as many months, ``nhiệm kỳ này`` in that of a term."""
    if one := _of_term(sentence, place):
        return one
    short = _MONTHS.search(sentence.lower, 0, place - sentence.start) or _TERM.search(sentence.lower, 0, place - sentence.start)
    titled = title_period(sentence.page) if short else None
    if (
        short is None
        or titled is None
        or any(short.end() <= each[0].start - sentence.start for each in days(sentence) if each[0].start < place)
    ):
        return None
    value = day(titled)
    return (titled, value) if value and titled.text.lower().startswith(short["months"]) else None


def _of_term(sentence: Sentence, place: int) -> Time | None:
    """``trong 5 năm`` in the report of as many years."""
    said = _YEARS_SAID.search(sentence.lower, 0, place - sentence.start) if " năm" in sentence.lower else None
    titled = title_period(sentence.page) if said else None
    first, _, last = (day(titled) or "").partition("/") if titled else ("", "", "")
    if said is None or titled is None or len(first) != _YEARS or len(last) != _YEARS:
        return None
    if any(said.end() <= each[0].start - sentence.start for each in days(sentence) if each[0].start < place):
        return None
    number = int(said["n"]) if said["n"].isdecimal() else _IN_WORDS.index(said["n"])
    return (titled, f"{first}/{last}") if int(last) - int(first) in (number, number - 1) else None


def months_of_year(sentence: Sentence, place: int) -> Time | None:
    """``9 tháng``, ``trong 6 tháng``: the months of the year that the report is of, where no time stands between."""
    said = list(_SO_MANY.finditer(sentence.lower, 0, place - sentence.start))
    if not said:
        return _in_words(sentence, place)
    if not said or any(sentence.start + said[-1].end() <= each[0].start < place for each in days(sentence)):
        return None
    start = sentence.start + said[-1].start("n")
    told = next((each for each in sentence.of("QUANTITY", "DATE") if each.start <= start < each.end), None)
    year = _named(sentence, start) or _before(sentence, _BACK) or _of_document(sentence)
    since = year[1].removeprefix("../")[:_YEARS] if year else sentence.page.document.metadata.get("published", "")[:_YEARS]
    last = int(said[-1]["n"])
    if not since or told is None or told.label == "DATE" and day(told):
        return None
    return told, since if last == _TWELVE else f"{since}-01/{since}-{last:02}"


def _in_words(sentence: Sentence, place: int) -> Time | None:
    """The months of the report's year, said in words."""
    said = list(_SO_MANY_SAID.finditer(sentence.lower, 0, place - sentence.start))
    if not said:
        return None
    start, end = (sentence.start + each for each in said[-1].span())
    told = [each for each in days(sentence) if end <= each[0].start < place or each[0].start <= start < each[0].end]
    beside = (
        told[0] if len(told) == 1 and told[0][0].start - end <= 1 and len(told[0][1]) == _YEARS else None
    )  # ``mười tháng năm nay``
    year = beside or (None if told else _of_document(sentence))
    if year is None:
        return None
    first, last = sentence.page.span(start, end)
    words = sentence.page.view.text[start:end]
    entity = msgspec.structs.replace(year[0].entity, start=first, end=last, text=words)
    return Mention(None, entity, start, end, words, "DATE"), f"{year[1][:_YEARS]}-01/{year[1][:_YEARS]}-{_MANY[said[-1]['n']]:02}"


def of_heading(sentence: Sentence) -> Time | None:
    """The period or day that the heading above a passage holds for all below it; ``cùng thời gian`` is that of the one before."""
    page = sentence.page
    for start, end in page.headings(sentence.passage):
        dated = [(each, value) for each in page.between(start, end) if each.label == "DATE" and (value := day(each))]
        if dated:
            return dated[-1]
        if not _THEN.search(page.view.text[start:end].lower()):
            return None
    return None


def _last(cue: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in cue.finditer(words)), default=-1)


def _named(sentence: Sentence, place: int) -> Time | None:
    told = [each for each in days(sentence) if each[0].end <= place and not _is_compared(sentence, each[0])]
    return told[-1] if told else None


def _before(sentence: Sentence, back: int) -> Time | None:
    """The last period of the sentences before: a day only where it is counted up to."""
    earlier = sentence.earlier
    for left in reversed(range(back)):
        if earlier is None:
            return None
        told = [each for each in days(earlier) if not _is_compared(earlier, each[0])]
        if told:
            return told[-1] if _is_period(earlier, told[-1]) else None
        if found := pointed(earlier, earlier.end, left):
            return found
        earlier = earlier.earlier
    return None


def _is_period(sentence: Sentence, time: Time) -> bool:
    return len(time[1]) != _DAY or _UP_TO.search(sentence.before(time[0].start, 12) + time[0].text.lower()) is not None


def _is_compared(sentence: Sentence, mention: Mention) -> bool:
    if _OF_TREATY.search(sentence.before(mention.start, 50)):
        return True
    return _COMPARED.search(sentence.before(mention.start, 24)) is not None


def of_document(page: Page) -> str | None:
    """The year of the report's title."""
    found = _titled(page)
    return found[1] if found else None


def _of_document(sentence: Sentence) -> Time | None:
    return _titled(sentence.page)


def _titled(page: Page) -> Time | None:
    for passage in page.document.passages[:12]:
        if passage.kind == "heading":
            start, end = page.view.place(passage.start), page.view.place(passage.end)
            for each in page.between(start, end):
                value = day(each) if each.label == "DATE" else None
                if value and len(value) != _DAY:
                    return each, value[:_YEARS]
    return None
