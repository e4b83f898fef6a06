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
    r"(?P<who>(?:Cả tỉnh|Toàn tỉnh|[Tt]ỉnh (?:ta )?|(?=[A-ZĐ]))(?:(?! có )[^,;.\d\n]){0,60}?) (?:có|dài|phải|giữ|hiện có|đã)\b"
)
_INCIDENTS = (
    ("trafficking", pattern(r"(?:mua|buôn) bán (?:người|phụ nữ|trẻ em)|lừa bán")),
    ("drugs", pattern(r"ma túy|ma tuý|heroin|hê-rô-in|thuốc phiện")),
    (
        "crossing",
        pattern(
            r"vượt biên|(?:xuất nhập cảnh|xuất, nhập cảnh|xuất cảnh|nhập cảnh|xnc|qua lại biên giới)(?: qua biên giới)? trái phép|nhập cư trái phép|làm thuê chui"
        ),
    ),
    ("smuggling", pattern(r"buôn lậu|gian lận thương mại|hàng lậu|lậu\b|vận chuyển hàng hóa trái phép|hàng giả")),
    ("encroachment", pattern(r"xâm canh|xâm cư|lấn chiếm|lấn |làm nương")),
    ("accident", pattern(r"tai nạn")),
    ("other", pattern(r"[^\s,;.]+ [^\s,;.]+ [^\s,;.]+ trái phép")),
)
_NAMED_CRIMES = pattern(
    r"ma t[úu][ýy]|buôn lậu|vượt biên|(?:nhập|xuất) cảnh trái phép|xâm canh|xâm cư|(?:mua|buôn) bán (?:người|phụ nữ)", 2
)
_CASES = pattern(r"vụ\b")
_PERSONS = pattern(r"(?:lượt )?(?:đối tượng|người|ngư dân|công dân|phụ nữ|nạn nhân|tên)")
_TIMES = pattern(r"(?:lần|lượt|đợt|cuộc|buổi|chuyến)")
_PATROL = pattern(r"tuần tra")
_TALKS = pattern(r"hội đàm|giao ban|gặp gỡ|tiếp xúc")
_LETTERS = pattern(r"(?:thư|công hàm|công thư)")
_DAY = 10  # characters of a single day, which is no period
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
    title = str(sentence.page.document.metadata.get("title", ""))
    near = sentence.text + " " + (sentence.earlier.text if sentence.earlier else "")
    return bool(_BORDER.search(near) or _BORDER.search(sentence.section) or _BORDER.search(title)) or _tells(sentence)


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence speaks of border matters by what it counts: crimes at the border, or two kinds of contacts."""
    if _NAMED_CRIMES.search(sentence.text) or (sentence.earlier and _NAMED_CRIMES.search(sentence.earlier.text)):
        return True
    return sum(bool(cue.search(sentence.lower)) for cue in (_PATROL, _TALKS, _LETTERS)) > 1


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
        who = match["who"]
        stop = who.find(" có ") if " có " in who else len(who)
        draft.say("line", floor + match.start("who"), floor + match.start("who") + stop, "subject")


def _length(draft: Draft, sentence: Sentence, each: Mention, before: str) -> bool:
    total = whole(each)
    if before.endswith("km/"):
        draft.put("length_km", count(each), each, "whole")
        return True
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
    if period and not (len(period[1]) == _DAY or _years(period[1]) > 1):
        draft.put("period", period[1], period[0], "date")


def _years(value: str) -> int:
    first, _, last = value.partition("/")
    return int(last[:4] or first[:4]) - int(first[:4]) if last[:4].isdigit() else 0


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
        floor = each.end
    cases = [each for each in sentence.of("QUANTITY") if _CASES.match(unit(each)) and sentence.is_fact(each.start)]
    yield from _incidents(sentence, cases) if cases else _alone(sentence)
    if len(works):
        _when(works, sentence)
        yield works


def _incidents(sentence: Sentence, cases: list[Mention]) -> Iterator[Draft]:
    """A row for each count of cases, with the kind named nearest to it and the persons counted behind it."""
    for place, each in enumerate(cases):
        start, end = sentence.clause(each.start)
        start = max(start, cases[place - 1].end if place else start)
        end = min(end, cases[place + 1].start if place + 1 < len(cases) else end)
        draft = Draft("border_statistics", sentence)
        _kind(draft, sentence, each, start, end)
        draft.put("cases", count(each), each, "count")
        persons = next(
            (one for one in sentence.inside(each.end, min(end, each.end + 70), "QUANTITY") if _PERSONS.match(unit(one))), None
        )
        if persons:
            draft.put("persons", count(persons), persons, "count")
        _when(draft, sentence)
        yield draft


def _alone(sentence: Sentence) -> Iterator[Draft]:
    """``trao trả 148 người vượt biên trái phép``: persons of a kind of incident, without cases."""
    for each in sentence.of("QUANTITY"):
        if _PERSONS.match(unit(each)) and sentence.is_fact(each.start):
            at = each.start - sentence.start
            start = max(sentence.text.rfind(mark, 0, at) for mark in ",;(") + 1 + sentence.start
            end = min([sentence.text.find(mark, at) for mark in ",;)" if mark in sentence.text[at:]], default=len(sentence.text))
            draft = Draft("border_statistics", sentence)
            _kind(draft, sentence, each, max(start, each.start - 40), min(sentence.start + end, each.end + 40), "persons")
            if "incident_type" in draft and draft.slots["incident_type"].value != "other":
                draft.put("persons", count(each), each, "persons")
                _when(draft, sentence)
                yield draft


def _kind(draft: Draft, sentence: Sentence, each: Mention, start: int, end: int, rule: str = "word") -> None:
    """The kind of incident that is named nearest to a count; what is illegal in other words comes last."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    found = [
        (key == "other", min(abs(start + match.start() - each.end), abs(each.start - start - match.end())), key, match)
        for key, cue in _INCIDENTS
        for match in cue.finditer(words)
    ]
    if found:
        _, _, key, match = min(found, key=lambda one: one[:2])
        draft.put("incident_type", key, (start + match.start(), start + match.end()), rule)
