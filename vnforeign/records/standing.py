"""The time that stands over a sentence: that of a lead, of the headings above, of the report's title."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .common import title_period
from .intent import level_of
from .page import Mention, Page, Sentence
from .times import Time, opening
from .values import day
from .wording import pattern

_COUNTS = pattern(r"\d[\d.]* ?(?:lần|lượt|đợt|cuộc|buổi|vụ|chuyến|đối tượng|bức|thư)\b|:\s*$")
_BORDER = pattern(r"biên giới|biên phòng|bđbp|cửa khẩu|hải quan|cột mốc|vùng biển|đường biên")
_PLAN = pattern(r"\W*(?:nghị quyết|kế hoạch|chương trình|chỉ thị|tờ trình|quyết định)\b")
_LISTS = pattern(r" ?[:–-]")
_IN_IT = pattern(r"\btrong (?:năm|quý|kỳ|tháng|nhiệm kỳ)(?: qua)?\W*$")
_PAST = pattern(r"(?<!^)\b(?P<unit>năm|tháng) (?:vừa qua|qua|gần đây|trở lại đây|vừa rồi)$")
_LINES, _LINE = 12, 160  # lines of a list below its lead; characters of one
_DAY, _MONTH = 10, 27  # characters of a single day, which is no period; days


def standing(sentence: Sentence, titled: bool = True) -> Time | None:
    """The period that passages above set for a sentence; that of a report's title only where its title is of the border."""
    page = sentence.page
    if page.standing is None:
        page.standing = dict(_leads(page))
    found: Time | None = page.standing.get(sentence.passage)
    return found or (of_title(page) if titled else None)


def led_by(sentence: Sentence) -> Sentence | None:
    """The sentence with a colon that leads the lines that a line stands in."""
    sentences, place = sentence.page.sentences, sentence.page.index(sentence)
    for each in reversed(sentences[max(0, place - _LINES) : place]):
        if each.text.rstrip().endswith(":"):
            return each
        if each.section != sentence.section or len(each.text) > _LINE:
            return None
    return None


def of_title(page: Page) -> Time | None:
    """The period in the title of a report on the border."""
    data = page.document.metadata
    title = data.get("title", "").lower()
    if not _BORDER.search(f"{title} {data.get('organisation', '').lower()}") or _PLAN.match(title):
        return None
    named = title_period(page)
    value = day(named) if named else None
    return (named, value) if named and value else None


def spoken(mention: Mention, value: str, sentence: Sentence) -> str:
    """What is meant by ``10 năm qua`` (years), and by ``ba tháng qua`` in the report of a quarter (its months)."""
    said = _PAST.search(mention.text.lower())
    if said is None:
        return value
    first, _, last = value.partition("/")
    if said["unit"] == "năm":
        return f"{first[:4]}/{last[:4]}" if last else value
    titled = of_title(sentence.page) or (standing(sentence, False) if sentence.page.standing is not None else None)
    return titled[1] if titled and _span(titled[1]) == _span(value) else value


def _span(value: str) -> int:
    """How many months a time covers, about."""
    first, _, last = value.partition("/")
    ends = [(each + "-01-01")[:7].split("-") for each in (first, last or first)]
    months = [int(year) * 12 + int(month) for year, month in ends if year.isdecimal() and month.isdecimal()]
    whole = len(last or first) < _DAY
    return months[-1] - months[0] + whole if len(months) == len(ends) else 0


def is_long(value: str) -> bool:
    """Whether a time is a month or more, as a period of figures is; a talk of three days is none."""
    first, _, last = value.partition("/")
    if len(first) < _DAY or len(last) < _DAY:
        return len(value) != _DAY
    return (date.fromisoformat(last) - date.fromisoformat(first)).days >= _MONTH


def _leads(page: Page) -> Iterator[tuple[int, Time]]:
    """By passage, the time of the nearest lead or heading above it."""
    told: dict[int, list[Sentence]] = {}
    for sentence in page.sentences:
        told.setdefault(sentence.passage, []).append(sentence)
    headings: list[tuple[int, Time | None]] = []
    lead: Time | None = None
    for passage, said in enumerate(page.document.passages):
        if said.kind == "heading":
            _enter(page, passage, headings)
            lead = None
        if found := lead or next((time for _, time in reversed(headings) if time), None):
            yield passage, found
        for sentence in told.get(passage, ()) if said.kind != "heading" else ():
            if (one := opening(sentence)) and _leads_on(one[1]) and _COUNTS.search(sentence.lower):
                lists = _LISTS.match(sentence.after(one[0].end, 2)) and not sentence.text.rstrip().endswith(":")
                lead = lead if lists else (one[0], spoken(*one, sentence))
            elif sentence.text.rstrip().endswith(":") and (own := _in_it(page, sentence.lower)):
                lead = own


def _leads_on(value: str) -> bool:
    return is_long(value) and ".." not in value


def _enter(page: Page, passage: int, headings: list[tuple[int, Time | None]]) -> None:
    """Goes below a heading, out of those of its level and deeper."""
    said = page.document.passages[passage]
    start, end = page.view.place(said.start), page.view.place(said.end)
    level = level_of(page.view.text[start:end])
    while headings and headings[-1][0] >= level:
        headings.pop()
    title = page.document.metadata.get("title", "").lower()
    if " ".join(page.view.text[start:end].lower().split()) in title:
        return  # the title of the whole report: ``of_title``
    known = ((each, value) for each in page.between(start, end) if each.label == "DATE" and (value := day(each)))
    own = next((one for one in known if _leads_on(one[1])), None)
    headings.append((level, own or _in_it(page, page.view.text[start:end].lower())))


def _in_it(page: Page, words: str) -> Time | None:
    """The report's own time where a heading or a lead ends with ``trong năm``, ``trong quý``."""
    named = title_period(page) if _IN_IT.search(words) else None
    value = day(named) if named else None
    return (named, value) if named and value else None
