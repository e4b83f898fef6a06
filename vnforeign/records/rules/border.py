"""Border statistics: markers and lines, incidents, patrols and talks; a national line and the province's own are two rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..values import count, day, unit, whole

_POSITIONS = pattern(r"vị(?: trí)?(?: mốc)?$|vị trí|điểm mốc")
_MARKERS = pattern(r"(?:cột |cột/)?mốc(?: (?:giới|biên giới|quốc giới))?$")
_KM = pattern(r"km|ki-lô-mét|kilômét")
_BORDER = pattern(r"biên giới|đường biên|phân giới|cột mốc|vị trí mốc|tuần tra|biên phòng|cửa khẩu|giao ban", 2)
_BUILT = pattern(r"xây (?:dựng |xong )|hoàn thành xây")
_WHOLE_LINE = pattern(r"\b(?:phải|tổng|có|với|gồm|tương ứng)\b(?!.*(?:sửa|tu bổ|nằm))")
_LINE = pattern(
    r"(?P<line>(?:toàn )?tuyến biên giới[^,;.\d\n]{0,60}?|(?:đường )?biên giới (?:trên )?đất liền [^,;.\d\n]{0,40}?|(?<=[Rr]iêng )(?:tỉnh )?[^,;.\d\n]{2,40}?|toàn tuyến[^,;.\d\n]{0,40}?)"
    r"(?= (?:đã|có|dài|giáp|với|được|gồm|phải|trên|đi)\b|[,;.])"
)
_NEIGHBOUR = pattern(r"\b(?:[Vv]ới|giáp) (?:nước bạn )?(?:Lào|Campuchia|Trung Quốc)")
_SUBJECT = pattern(
    r"(?P<who>(?:Cả tỉnh|Toàn tỉnh|[Tt]ỉnh (?:ta )?|(?=[A-ZĐ]))[^,;.\d\n]{1,60}?) (?:có|dài|phải|giữ|hiện có|đã)\b"
)
_INCIDENTS = (
    ("crossing", pattern(r"vượt biên|xuất nhập cảnh trái phép|xuất cảnh trái phép|nhập cảnh trái phép|XNC trái phép")),
    ("trafficking", pattern(r"mua bán người|buôn bán người|lừa bán")),
    ("drugs", pattern(r"ma túy|heroin")),
    ("smuggling", pattern(r"buôn lậu|gian lận thương mại|lậu")),
    ("encroachment", pattern(r"xâm canh|xâm cư|lấn chiếm|lấn ")),
    ("accident", pattern(r"tai nạn")),
    ("other", pattern(r"[^\s,;.]+ [^\s,;.]+ [^\s,;.]+ trái phép")),
)
_CASES = pattern(r"vụ")
_PERSONS = pattern(r"(?:đối tượng|người|ngư dân|công dân)")
_TIMES = pattern(r"(?:lần|lượt|đợt|cuộc|buổi|chuyến)")
_PATROL = pattern(r"tuần tra")
_TALKS = pattern(r"hội đàm|giao ban|gặp gỡ|tiếp xúc")
_LETTERS = pattern(r"(?:thư|công hàm|công thư)")
_DEMARCATED = pattern(r"phân giới")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of border figures; a sentence that goes on with other figures of the same line fills the same row."""
    for sentences in _by_passage(page):
        lines: list[Draft] = []
        for sentence in sentences:
            for draft in _lines(sentence):
                if lines and "line" not in draft and not draft.slots.keys() & lines[-1].slots.keys():
                    lines[-1].slots |= draft.slots
                else:
                    lines.append(draft)
        yield from lines
        for sentence in sentences:
            yield from (draft for draft in _works(sentence) if len(draft))


def _by_passage(page: Page) -> Iterator[list[Sentence]]:
    told = [each for each in page.sentences if each.fact and each.of("QUANTITY") and _of_border(each)]
    for _, sentences in groupby(told, key=lambda each: each.passage):
        yield list(sentences)


def _of_border(sentence: Sentence) -> bool:
    return bool(_BORDER.search(sentence.text)) or "biên giới" in sentence.section


def _lines(sentence: Sentence) -> Iterator[Draft]:
    """Length, markers set and built, kilometres demarcated; a second figure of a kind begins another row."""
    draft, floor = Draft("border_statistics", sentence), sentence.start
    for each in sentence.of("QUANTITY"):
        kind, before = unit(each), sentence.before(each.start, 90)
        fresh = Draft("border_statistics", sentence)
        if _KM.match(kind):
            _length(fresh, sentence, each, before)
        elif _POSITIONS.match(kind) or _MARKERS.match(kind):
            _mark(fresh, sentence, each, "positions" if _POSITIONS.match(kind) else "markers")
        if not len(fresh):
            continue
        if any(name in draft and draft.slots[name].value != slot.value for name, slot in fresh.slots.items()):
            yield from _finished(draft, sentence, floor)
            draft, floor = (
                Draft("border_statistics", sentence),
                sentence.of("QUANTITY")[sentence.of("QUANTITY").index(each) - 1].end,
            )
        draft.slots |= fresh.slots
    if len(draft):
        yield from _finished(draft, sentence, floor)


def _finished(draft: Draft, sentence: Sentence, floor: int) -> Iterator[Draft]:
    first = min(each.start for slot in draft.slots.values() for each in slot.evidence)
    _when(draft, sentence)
    first = sentence.page.view.place(first)
    match = _LINE.search(sentence.text)
    if match and sentence.start + match.start() >= floor and sentence.start + match.end("line") <= first:
        draft.say("line", sentence.start + match.start("line"), sentence.start + match.end("line"), "words")
    else:
        _subject(draft, sentence, floor, first)
    yield draft


def _subject(draft: Draft, sentence: Sentence, floor: int, first: int) -> None:
    """``Tỉnh An Giang có gần 100 km``, ``với Lào, đã cắm 79 vị trí``, ``giáp Trung Quốc 40,861 km``."""
    if match := _NEIGHBOUR.search(sentence.text, floor - sentence.start, first - sentence.start):
        draft.say("line", sentence.start + match.start(), sentence.start + match.end(), "neighbour")
    elif (match := _SUBJECT.match(sentence.text[floor - sentence.start : first - sentence.start])) and (
        "tỉnh" in match["who"].lower() or sentence.inside(floor, floor + 1, "PROVINCE")
    ):
        draft.say("line", floor + match.start("who"), floor + match.end("who"), "subject")


def _length(draft: Draft, sentence: Sentence, each: Mention, before: str) -> bool:
    total = whole(each)
    if _DEMARCATED.search(before):
        draft.put("demarcated_km", count(each), each, "count")
        if total:
            draft.put("length_km", total, each, "whole")
        return True
    around = before[-75:] + sentence.after(each.end, 40)
    if re.search(r"đường biên|biên giới|tuyến", around) and not re.search(r"tuần tra[^,;.]*$|phát quang|đường (?!biên)", before):
        draft.put("length_km", count(each), each, "count")
        return True
    return False


def _mark(draft: Draft, sentence: Sentence, each: Mention, what: str) -> None:
    total = whole(each)
    clause = sentence.lower[: each.start - sentence.start]
    clause = clause[max(clause.rfind(";"), clause.rfind("tính đến"), 0) :]
    built = bool(_BUILT.search(clause))
    both = built and re.search(r"xác định", clause)
    if total is None and not re.search(r"\b(?:đã|được|xong|cắm|hoàn thành|xây)\b", clause):
        if _WHOLE_LINE.search(clause[-60:]):
            draft.put(f"{what}_total", count(each), each, "total")
        return
    if not built or both:
        draft.put(f"{what}_set", count(each), each, "set")
    if built:
        draft.put(f"{what}_built", count(each), each, "built")
    if total:
        draft.put(f"{what}_total", total, each, "whole")


def _when(draft: Draft, sentence: Sentence) -> None:
    """The day the figures stand at, where the sentence counts up to one; else the period it names."""
    period: tuple[Mention, str] | None = None
    for each in sentence.of("DATE"):
        value = day(each)
        if not value:
            continue
        before = sentence.before(each.start, 16).rstrip()
        if re.search(r"tính đến(?: hết| ngày)*$|đến (?:hết|ngày|nay)$", before) or each.text.lower().startswith("đến"):
            draft.put("as_of", value.split("/")[-1], each, "date")
            return
        if period is None and not re.search(r"(?:từ|kể từ|năm|hiệp \w+)$", before):
            period = (each, value)
    if period:
        draft.put("period", period[1], period[0], "date")


def _works(sentence: Sentence) -> Iterator[Draft]:
    """Patrols, talks and letters of a sentence in one row; incidents by kind."""
    works = Draft("border_statistics", sentence)
    floor = sentence.start
    for each in sentence.of("QUANTITY"):
        words = sentence.lower[floor - sentence.start : each.start - sentence.start]
        kind = unit(each)
        if not sentence.is_fact(each.start):
            continue
        if _LETTERS.match(kind):
            works.put("letters", count(each), each, "count")
        elif _TIMES.match(kind):
            told = words + kind + sentence.after(each.end, 25)
            if _PATROL.search(told):
                works.put("patrols", count(each), each, "count")
            elif _TALKS.search(told):
                works.put("talks", count(each), each, "count")
        elif _CASES.match(kind):
            yield _incident(sentence, each)
        floor = each.end
    if len(works):
        _when(works, sentence)
        yield works


def _incident(sentence: Sentence, cases: Mention) -> Draft:
    draft = Draft("border_statistics", sentence)
    around = sentence.before(cases.start, 160) + sentence.after(cases.start, 90)
    kind = next(((key, match) for key, cue in _INCIDENTS if (match := cue.search(around))), None)
    if kind:
        at = cases.start - len(sentence.before(cases.start, 160)) + kind[1].start()
        draft.put("incident_type", kind[0], (at, at + len(kind[1][0])), "word")
    draft.put("cases", count(cases), cases, "count")
    for each in sentence.inside(cases.end, cases.end + 30, "QUANTITY"):
        if _PERSONS.match(unit(each)):
            draft.put("persons", count(each), each, "count")
            break
    _when(draft, sentence)
    return draft
