"""The time of a figure: beside it, before it, pointed back to, of the figures it goes together with, of the heading above it."""

from __future__ import annotations

import re

from ..build import Draft
from ..common import title_period
from ..page import Mention, Sentence
from ..times import carried, months_of_year, pointed
from ..values import day, days
from ..wording import pattern
from .against import asides
from .figure import Figure, Last

_COMPARED = pattern(r"(?:%|so với|so|bằng|cùng kỳ|từ khi|kể từ|thay cho|hơn|kế hoạch|chỉ tiêu)(?: cùng kỳ)?(?: của)? $")
_NUMBERED = pattern(r"\s*(?:\d|[IVX]+ ?[.)]|[A-Za-zđ][.)]|[-+*•])")
_TIME = pattern(r"\b(?:tháng|quý|năm|kỳ)\b")
_NEXT = pattern(  # what stands between a time and the figure that it leads to
    r" ?[:=-]? ?(?:(?:toàn )?tỉnh |thành phố |cả năm )?(?:đã |chỉ |ước |mới |cũng )*(?:đạt|là|có|được|thu hút|đón|đưa|xuất|nhập)?"
    r"(?: ước| được| khoảng| hơn| trên| gần| chỉ| tới| đạt)* ?"
)
_LABELS = pattern(r" ?[:=] ?\d")  # a bare number behind a time: ``(năm 2011: 210; năm 2012: 185)``
_RISES = pattern(r" (?:đã )?(?:tăng |giảm )?(?:lên|còn|xuống)(?: đến| tới| còn| mức| gần| hơn| trên| khoảng)* ?")
_BRACKET = pattern(r" ?\((?:là |đạt |chỉ |có |chỉ đạt |khi đó )?")
_LATER = pattern(r" ?\(?(?:trong |của |vào |tính đến |đến |, )?(?:hết )?$")
#: In brackets behind a figure: ``412 người (số của Công an tỉnh, đến 20/10)``.
_NOTED = pattern(r" ?\([^()\d]{0,60}\b(?:đến|hết|thời điểm|ngày)? ?(?:ngày )?$")
#: A year without its word: ``2016: 210 triệu USD; 2017: 305 triệu USD``, ``so với 2011 (360.700 lượt)``.
_YEAR_BESIDE = pattern(r"(?:(?:^|[;:,(]) ?|so với )(?P<year>(?:19|20)\d\d)(?: ?[:=-]| \() ?$")
_YEAR = 4
_UP_TO_BEHIND = pattern(
    r"[,(] ?(?:số liệu )?(?:tính |lũy kế |luỹ kế )?(?:đến|tới)(?: hết| ngày| cuối| tháng| thời điểm)* ?(?:cuối |hết )?(?:tháng|năm|ngày|quý)?"
)
_FLOWS = ("trade", "exports", "imports", "visitors", "labour_abroad")  # what a period has; the others stand at a day
_DAY = 10  # characters of a day


def when(draft: Draft, figure: Figure, last: Last) -> None:
    """The time right behind the figure, else the last one before it, else the heading's, else the one of the same count before."""
    sentence, mention = figure.sentence, figure.mention
    dated = days(sentence)
    about = mention.about
    if about and about.label == "DATE" and (value := day(about)):
        draft.put("as_of", value, about, "turn")
        return
    told = asides(sentence)
    if aside := next((each for each in told if each.start <= mention.start < each.end), None):
        draft.put("as_of", aside.value, aside.words, "aside")
        return
    if one := _compared(figure, dated):
        draft.put("as_of", one[1], one[0], "compared")
        return
    if (beside := _YEAR_BESIDE.search(figure.before)) and not any(
        each.start < mention.start <= each.end + len(beside[0]) for each, _ in dated
    ):
        end = mention.start - len(figure.before) + beside.end("year")
        draft.put("as_of", beside["year"], (end - _YEAR, end), "label")
        return
    if figure.compared:
        return  # of a time that nothing names: ``so với đầu nhiệm kỳ (8,4 tỷ USD)``
    dated = [one for one in dated if not any(each.start <= one[0].start < each.end for each in told)]
    known = [one for one in dated if not _COMPARED.search(sentence.before(one[0].start, 24))]
    behind = [one for one in known if 0 <= one[0].start - mention.end < len(figure.after) and not _leads_on(figure, one[0])]
    clause = re.split(r"[,;:(]", figure.after, maxsplit=1)[0]
    year = behind and len(behind[0][1]) < _DAY and behind[0][0].start - mention.end < len(clause)
    if year or behind and _NOTED.fullmatch(sentence.lower[mention.end - sentence.start : behind[0][0].start - sentence.start]):
        draft.put("as_of", behind[0][1], behind[0][0], "date")
        return
    if behind and _LATER.fullmatch(sentence.lower[mention.end - sentence.start : behind[0][0].start - sentence.start]):
        draft.put("as_of", behind[0][1], behind[0][0], "date")
        return
    if draft.slots["indicator"].value not in _FLOWS and (until := _until(figure, known)):
        draft.put("as_of", until[1], until[0], "until")
        return
    before = [one for one in known if one[0].start < mention.start and not _shut(figure, one[0])]
    if one := pointed(sentence, mention.start):
        draft.put("as_of", one[1], one[0], "pointed")
    elif before:
        draft.put("as_of", before[-1][1], before[-1][0], "date")
    elif (
        not _TIME.search(figure.before)
        and figure.before.strip() != "("
        and (held := last.time(sentence, str(draft.slots["indicator"].value)))
    ):
        draft.slots["as_of"] = held
    elif draft.slots["indicator"].value in _FLOWS and (one := carried(sentence, mention.start)):
        draft.put("as_of", one[1], one[0], "carried")
    elif one := months_of_year(sentence, mention.end + len(figure.clause)):
        draft.put("as_of", one[1], one[0], "months")
    elif headed := _of_heading(sentence):
        draft.put("as_of", *headed, "heading")
    elif draft.slots["indicator"].value in _FLOWS and not figure.bracketed and (one := _of_title(sentence)):
        draft.put("as_of", one[1], one[0], "titled")


def _compared(figure: Figure, dated: list[tuple[Mention, str]]) -> tuple[Mention, str] | None:
    """The time of a figure in brackets behind it: ``so với năm 2012 (176.000 lượt)``."""
    words, floor = figure.sentence.lower, figure.sentence.start
    for one in reversed(dated):
        if one[0].end <= figure.mention.start:
            between = words[one[0].end - floor : figure.mention.start - floor]
            same = "cùng kỳ" in figure.sentence.before(one[0].start, 16)
            return one if _BRACKET.fullmatch(between) and not same else None
    return None


def _until(figure: Figure, known: list[tuple[Mention, str]]) -> tuple[Mention, str] | None:
    """The one time of a sentence where it stands behind figures at a day: ``117 dự án với 497 triệu USD, tính đến 11/2011``."""
    sentence = figure.sentence
    if (
        len(known) != 1
        or known[0][0].start < figure.mention.end
        or ";" in sentence.text[figure.mention.end - sentence.start : known[0][0].start - sentence.start]
    ):
        return None
    return known[0] if _UP_TO_BEHIND.search(sentence.before(known[0][0].start, 30) + known[0][0].text.lower()) else None


def _shut(figure: Figure, date: Mention) -> bool:
    """Whether a time stands in brackets that are shut before the figure: it is that of another one."""
    between = figure.sentence.text[date.end - figure.sentence.start : figure.mention.start - figure.sentence.start]
    shut = between.find(")")
    return shut >= 0 and "(" not in between[:shut]


def _leads_on(figure: Figure, date: Mention) -> bool:
    """Whether a time behind a figure is that of the next one: ``1.250 triệu USD (năm 2018 đạt 1.100 triệu USD)``."""
    sentence = figure.sentence
    if _LABELS.match(sentence.lower, date.end - sentence.start):
        return True
    following = next((each for each in sentence.of("QUANTITY", "AMOUNT") if each.start >= date.end), None)
    if following is None or following.start > date.end + 40:
        return False
    between = sentence.lower[date.end - sentence.start : following.start - sentence.start]
    up = sentence.before(date.start, 2).strip() == "," and _RISES.fullmatch(between)
    return bool(up or _NEXT.fullmatch(between))


def _of_title(sentence: Sentence) -> tuple[Mention, str] | None:
    """The year of a title that tells a whole one: its report's flows are of that year where no words say another time."""
    titled = title_period(sentence.page)
    value = day(titled) if titled else None
    return (titled, value) if titled and value and len(value) == _YEAR else None


def _of_heading(sentence: Sentence) -> tuple[str, Mention] | None:
    """The time that the heading right above a passage names: ``1. Đánh giá 8 tháng đầu năm``."""
    page = sentence.page
    above = next(page.headings(sentence.passage), None)
    if above is None or not (sentence.kind == "table" or _NUMBERED.match(page.view.text, above[0])):
        return None
    dated = [
        (value, each) for each in page.between(*above) if each.label == "DATE" and (value := day(each)) and len(value) != _DAY
    ]
    return dated[0] if dated else None
