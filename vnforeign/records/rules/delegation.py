"""Delegations abroad and incoming ones: totals of a period and their parts; single visits stand in ``visit``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import details
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, country_of
from ..values import count, money, unit, whole
from ..wording import pattern
from . import visit

_VISITS = pattern(
    r"(?:lượt )?đoàn(?: (?:khách|ra|vào|đại biểu|công tác|cán bộ|doanh nghiệp|quốc tế|nước ngoài|cấp cao|cấp tỉnh))?\b"
)
_PERSONS = pattern(r"(?:lượt )?(?:người|khách|cán bộ|thành viên|đại biểu|lượt|công chức|chuyên gia)|lượt")
_SENT = pattern(r"lượt (?:cán bộ|công chức|người|viên chức)")
_SENDS = pattern(
    r"\b(?:cử|cho phép|đoàn ra|làm thủ tục|đưa|giải quyết|đi (?:công tác |học tập )?(?:ở )?nước ngoài|ra nước ngoài)\b[^;.]{0,40}$"
)
_IN = pattern(
    r"\b(?:đón|tiếp|đoàn vào|đến thăm|vào(?! (?:ngày|tháng|năm|dịp|cuối|đầu|giữa|quý|lúc|mùa|các|những|việc))|sang thăm tỉnh|"
    r"đến (?:thăm|làm việc|tìm hiểu|khảo sát|tỉnh|địa phương|với)|khách quốc tế|đoàn khách|(?:lượt|số|vị) khách|"
    r"(?:khách|đoàn|người) nước ngoài|quốc tế đến|nhập cảnh|tiếp nhận|bạn (?:sang|qua|đến|xuống|lên|vào)|(?:sang|qua) ta)\b"
)
_OUT = pattern(
    r"\b(?:cử|đoàn ra|đi|ra nước ngoài|công tác nước ngoài|xuất cảnh|xuất ngoại|tổ chức (?:cho )?(?:\d+ )?đoàn|(?<!bạn )sang(?! ta)|qua(?= các nước))\b(?! vào)"
)
_NOT_VISIT = pattern(
    r"phi chính phủ|khám (?:chữa )?bệnh|thầy thuốc|y bác sĩ|văn công|nghệ thuật|thanh tra|kiểm tra|giám sát|viện trợ|công đoàn|kiều bào|"
    r"liên ngành"
)
_DONORS = pattern(r"nhà tài trợ|phi chính phủ|pcpnn")
_SEND_US = pattern(r" (?:đã |cũng )?(?:cử|tổ chức|có) (?:hơn |gần )?$")
_SENT_TO = pattern(r"^[^;.]{0,40}\b(?:sang|qua|đi)\b")
_NAMES = pattern(
    r"đoàn|đại sứ|lãnh sự|trưởng|thống đốc|tham tán|công sứ|\b(?:cử|cho|mời|dẫn|đưa|đón|tiếp|cùng|chuyến)\b|"
    r"thăm(?:,| và) làm việc|\b(?:sang|vào|lên|đến|về|đi|qua)\b[^;.]{0,45}\b(?:thăm|làm việc|chào|khảo sát|xem|tìm hiểu|dự|trao đổi|chúc|học)\b"
)
_NO_VISIT = pattern(r"đoàn (?:viên|kết|thể|thanh niên|tncs)|công đoàn|tỉnh đoàn|trung đoàn|tập đoàn|quân đoàn|sư đoàn")
_GOAL = pattern(r"(?: khách| đại biểu| cán bộ| doanh nghiệp)?(?: quốc tế)? ?(?:đi|sang|đến|của|từ|là|tới)?(?: nước)? ?$")
_PARTS = pattern(r"[^\w]*(?:(?:trong|ngoài|đúng|theo) kế hoạch|trong (?:đó|số)|bao gồm|gồm|riêng|quý|phát sinh|đi|nhiều nhất)\b")
_PERIOD = pattern(r"\b(?:quý|tháng|năm|đầu năm|cuối năm)\b")
_GATE = pattern(r"cửa khẩu|khách du lịch|xuất nhập cảnh")  # persons that pass a gate are no delegates
_MORE = 3  # sentences behind a visit that may go on with it
_BESIDE = 3  # characters between a country and the count of visits to it
_NEAR = 45  # characters between a count of visits and that of persons


def abroad(page: Page) -> Iterator[Draft]:
    """The rows of delegations going abroad."""
    yield from (draft for draft in _both_ways(page) if draft.table.key == "delegation_out")


def incoming(page: Page) -> Iterator[Draft]:
    """The rows of delegations coming in."""
    yield from (draft for draft in _both_ways(page) if draft.table.key == "delegation_in")


def _both_ways(page: Page) -> list[Draft]:
    """The rows of both directions, worked out once a page."""
    if page.visits is None:
        page.visits = list(_all(page))
    return page.visits


def _all(page: Page) -> Iterator[Draft]:
    last: Draft | None = None
    since, way = 0, None
    for sentence in page.sentences:
        since += 1
        if last and (since > _MORE or last.sentence.passage != sentence.passage):
            last = None
        if last and visit.goes_on(last, sentence):
            continue
        if not _NAMES.search(sentence.lower):
            continue
        rows, singles = _of(page, sentence, way if _PARTS.match(sentence.lower) else None)
        way = rows[-1].table.key if rows else None
        yield from rows
        yield from singles
        last, since = (singles[-1], 0) if singles else (None if rows else last, since)


def _of(page: Page, sentence: Sentence, way: str | None) -> tuple[list[Draft], list[Draft]]:
    """The totals and the single visits of a sentence; ``way`` is that of the totals before, of which it tells parts."""
    found = [
        each
        for each in sentence.counts(_VISITS)
        if not _NO_VISIT.match(unit(each)) and not whole(each) and sentence.is_fact(each.start)
    ]
    alone = len(found) == 1 and count(found[0]) == "1"  # "01 đoàn gồm 8 cán bộ sang Lào dự lễ": a visit, no total
    singles = list(visit.visits(page, sentence, [] if alone else found)) if sentence.kind != "table" else []
    return list(_totals(sentence, [] if alone and singles else found, way)), singles


def _totals(sentence: Sentence, found: list[Mention], last: str | None) -> Iterator[Draft]:
    """``đón 112 lượt đoàn với 845 lượt người``, and their parts by country."""
    for place, visits in enumerate(found):
        end = found[place + 1].start if place + 1 < len(found) else sentence.start + len(sentence.text)
        back = found[place - 1].end if place else sentence.start
        before = sentence.lower[back - sentence.start : visits.start - sentence.start]
        behind = sentence.lower[visits.end - sentence.start : end - sentence.start][:90]
        if _DONORS.search(before[-60:]):
            continue
        helps = bool(_NOT_VISIT.search(unit(visits) + behind[:60]))
        if helps and not (_SENT_TO.search(behind) and countries(sentence, visits.end, visits.end + 90)[0]):
            continue
        kind = _direction(before[before.rfind(";") + 1 :], unit(visits) + behind, sentence.section) or last
        if kind is None:
            continue
        if kind == "delegation_out" and _theirs_send(sentence, visits):
            kind = "delegation_in"
        draft = Draft(kind, sentence, summary=True)
        draft.put("delegations", count(visits), visits, "count")
        persons = next((each for each in sentence.inside(visits.end, end, "QUANTITY") if _PERSONS.match(unit(each))), None)
        if persons and persons.start - visits.end < _NEAR and not helps:
            draft.put("person_times", count(persons), persons, "count")
        _part(draft, sentence, visits, back, place)
        if helps:
            draft.put("countries", *countries(sentence, visits.end, visits.end + 90), "goal")
        details.cost(draft, sentence, visits.end, end)
        details.planned(
            draft, sentence, max(back, visits.start - 40), min(end, visits.end + 40, sentence.clause(visits.start)[1])
        )
        if "cost" not in draft and (each := _in_cells(sentence, visits.end, end)):
            draft.put("cost", money(each), each, "cell")
        if (
            place
            and kind == last
            and len(draft) < 3
            and "countries" not in draft
            and "in_plan" not in draft
            and _by_kind(re.split("[,;]", before)[-1])
        ):
            continue
        last = kind
        yield draft
    if not found:
        yield from _persons_alone(sentence)


def _theirs_send(sentence: Sentence, visits: Mention) -> bool:
    """Whether those who send are abroad: ``Sê Kông cử 15 đoàn đến Quảng Nam``."""
    match = _SEND_US.search(sentence.before(visits.start, 30))
    at = visits.start - len(match[0]) if match else 0
    return match is not None and any(
        at - 2 <= each.end <= at + 1 for each in sentence.of("FOREIGN_UNIT", "COUNTRY") if country_of(each)
    )


def _in_cells(sentence: Sentence, start: int, end: int) -> Mention | None:
    """The sum in a cell of its own behind a count: ``31 đoàn | 187 lượt người | 4,62 tỷ đồng``."""
    return next((each for each in sentence.inside(start, end, "AMOUNT") if sentence.before(each.start, 2) == "| "), None)


def _by_kind(before: str) -> bool:
    """Whether a count behind a total is a part by a kind that no column holds: ``trong đó có 12 đoàn cấp tỉnh``."""
    return not _PERIOD.search(before) and not _IN.search(before) and not _OUT.search(before)


def _part(draft: Draft, sentence: Sentence, visits: Mention, back: int, place: int) -> None:
    """The country of a part: ``8 đoàn Nhật Bản``, ``12 đoàn đi Lào``, ``Lào 12 đoàn``."""
    behind = sentence.inside(visits.end, visits.end + 32, "COUNTRY", "FOREIGN_UNIT")
    if behind and _GOAL.fullmatch(sentence.text[visits.end - sentence.start : behind[0].start - sentence.start]):
        draft.put("countries", *countries(sentence, behind[0].start, behind[0].end), "part")
    elif not place and (told := sentence.inside(max(back, visits.start - 30), visits.start, "COUNTRY", "FOREIGN_UNIT")):
        if visits.start - told[-1].end < _BESIDE:
            draft.put("countries", *countries(sentence, told[-1].start, visits.start), "part")
    elif place:
        tail = sentence.text.rfind(",", back - sentence.start, visits.start - sentence.start) + 1
        draft.put("countries", *countries(sentence, max(back, sentence.start + tail), visits.start), "part")


def _persons_alone(sentence: Sentence) -> Iterator[Draft]:
    """``cử 312 lượt cán bộ đi học tập ở nước ngoài``."""
    for each in sentence.counts(_SENT):
        abroad = "nước ngoài" in sentence.lower or countries(sentence, each.end, sentence.end)[0]
        if (
            _SENDS.search(sentence.before(each.start, 60))
            and sentence.is_fact(each.start)
            and abroad
            and not _GATE.search(sentence.lower)
        ):
            draft = Draft("delegation_out", sentence, summary=True)
            draft.put("person_times", count(each), each, "persons")
            yield draft
            return


def _direction(before: str, behind: str, section: str) -> str | None:
    """Which way delegations go: the last verb before the count, else the first behind it, else the heading."""
    ins = [match.start() for match in _IN.finditer(before)]
    outs = [match.start() for match in _OUT.finditer(before)]
    if ins or outs:
        return "delegation_in" if max(ins, default=-1) > max(outs, default=-1) else "delegation_out"
    first_in, first_out = _IN.search(behind), _OUT.search(behind)
    if first_in or first_out:
        if first_in and first_out:
            return "delegation_in" if first_in.start() < first_out.start() else "delegation_out"
        return "delegation_in" if first_in else "delegation_out"
    if "đoàn vào" in section and "đoàn ra" not in section:
        return "delegation_in"
    return "delegation_out" if "đoàn ra" in section and "đoàn vào" not in section else None
