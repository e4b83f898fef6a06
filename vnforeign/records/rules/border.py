"""Border statistics: markers and lines, incidents, patrols and talks; a national line and the province's own are two rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..values import count, day, unit, whole

_POSITIONS = pattern(r"vị(?: trí)?(?: mốc)?$|vị trí|điểm mốc")
_MARKERS = pattern(r"(?:cột |cột/)?mốc")
_KM = pattern(r"km|ki-lô-mét|kilômét")
_BORDER = pattern(r"biên giới|đường biên|phân giới|cột mốc|vị trí mốc|tuần tra|biên phòng|cửa khẩu|giao ban", 2)
_BUILT = pattern(r"xây (?:dựng |xong )|hoàn thành xây")
_TOTAL = pattern(r"phải|tổng (?:số|cộng)|toàn tuyến có|với tổng|tuyến biên giới|đường biên giới dài|có")
_OWN = pattern(r"(?:riêng|trong đó,? (?:tỉnh|đoạn)) ", 2)
_LINE = pattern(
    r"(?P<line>(?:toàn )?tuyến biên giới[^,;.\d\n]{0,60}?|(?:đường )?biên giới (?:trên )?đất liền [^,;.\d\n]{0,40}?|(?<=[Rr]iêng )(?:tỉnh )?[^,;.\d\n]{2,40}?|toàn tuyến[^,;.\d\n]{0,40}?)"
    r"(?= (?:đã|có|dài|giáp|với|được|gồm|phải|trên|đi)\b|[,;.])"
)
_INCIDENTS = (
    ("crossing", pattern(r"vượt biên|xuất nhập cảnh trái phép|xuất cảnh trái phép|nhập cảnh trái phép|XNC trái phép")),
    ("trafficking", pattern(r"mua bán người|buôn bán người|lừa bán")),
    ("drugs", pattern(r"ma túy|heroin")),
    ("smuggling", pattern(r"buôn lậu|gian lận thương mại|lậu")),
    ("encroachment", pattern(r"xâm canh|xâm cư|lấn chiếm|lấn ")),
    ("accident", pattern(r"tai nạn")),
)
_CASES = pattern(r"vụ")
_PERSONS = pattern(r"(?:đối tượng|người|ngư dân|công dân)")
_TIMES = pattern(r"(?:lần|lượt|đợt|cuộc|buổi|chuyến)")
_PATROL = pattern(r"tuần tra")
_TALKS = pattern(r"hội đàm|giao ban|gặp gỡ|tiếp xúc")
_LETTERS = pattern(r"(?:thư|công hàm|công thư)")
_DEMARCATED = pattern(r"phân giới")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of border figures, sentence by sentence."""
    for sentence in page.sentences:
        if sentence.kind == "table" or not sentence.of("QUANTITY") or not sentence.fact:
            continue
        if not _BORDER.search(sentence.text) and "biên giới" not in sentence.section:
            continue
        yield from (draft for draft in (_line(sentence), *_works(sentence)) if draft is not None and len(draft))


def _line(sentence: Sentence) -> Draft | None:
    """Length, markers set and built, kilometres demarcated."""
    draft = Draft("border_statistics", sentence)
    done = False
    for each in sentence.of("QUANTITY"):
        if not sentence.is_fact(each.start):
            continue
        before, kind = sentence.before(each.start, 90), unit(each)
        if _KM.match(kind):
            done |= _length(draft, sentence, each, before)
        elif _POSITIONS.match(kind) or _MARKERS.match(kind):
            _mark(draft, sentence, each, "positions" if _POSITIONS.match(kind) else "markers")
            done = True
    if not done or not len(draft):
        return None
    _when(draft, sentence)
    match = _LINE.search(sentence.text)
    if match:
        draft.say("line", sentence.start + match.start("line"), sentence.start + match.end("line"), "words")
    return draft


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
    around = sentence.before(cases.start, 60) + sentence.after(cases.start, 90)
    kind = next(((key, match) for key, cue in _INCIDENTS if (match := cue.search(around))), None)
    if kind:
        at = cases.start - len(sentence.before(cases.start, 60)) + kind[1].start()
        draft.put("incident_type", kind[0], (at, at + len(kind[1][0])), "word")
    draft.put("cases", count(cases), cases, "count")
    for each in sentence.inside(cases.end, cases.end + 30, "QUANTITY"):
        if _PERSONS.match(unit(each)):
            draft.put("persons", count(each), each, "count")
            break
    _when(draft, sentence)
    return draft
