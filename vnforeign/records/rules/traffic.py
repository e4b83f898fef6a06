"""Totals of delegations and travellers, out and in: which way a figure goes, and which figures stand in one row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import details
from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries, country_of
from ..values import money
from ..wording import pattern
from . import friend, host_shares
from .bearing import direction, last_verb
from .lone import alone
from .spending import costs
from .tally import Tally, pairs
from .whither import goal, guests_of, headed, joined, listed_before

_NOT_VISIT = pattern(
    r"phi chính phủ|khám (?:chữa )?bệnh|thầy thuốc|y bác sĩ|văn công|nghệ thuật|thanh tra|kiểm tra|giám sát|viện trợ|công đoàn|kiều bào|"
    r"liên ngành"
)
_NEVER = pattern(r"nghệ thuật|văn công|thanh tra|kiểm tra|giám sát|công đoàn|kiều bào|liên ngành|phi chính phủ")
_DONORS = pattern(r"nhà tài trợ|phi chính phủ|pcpnn|\bpcp\b|\bngos?\b")
_OF_DONORS = pattern(
    r"(?:lượt )?đoàn (?:của )?(?:các|những|\d+) tổ chức(?! (?:hữu nghị|quốc tế|thanh niên|chính trị|đoàn))\b|[^,;.]{0,24}\b(?:nhà tài trợ|pcp)\b"
)
_TOURISTS = pattern(r"du khách|(?:lượt )?khách (?:du lịch|tham quan|hành hương)")
_SEND_US = pattern(r" (?:đã |cũng )?(?:cử|tổ chức|có) (?:hơn |gần )?$")
_SENT_TO = pattern(r"^[^;.]{0,40}\b(?:sang|qua|đi)\b")
_GOAL = pattern(
    r"(?: khách| đại biểu| cán bộ| doanh nghiệp| công tác)*(?: quốc tế| nước ngoài)? ?(?:đi|sang|đến|của|từ|là|tới|đến từ|tại|ở|qua)?(?: các)?"
    r"(?: nước| tỉnh| huyện| quốc gia)? ?$"
)
_PART = pattern(r"trong (?:đó|số)|bao gồm|\bgồm\b|riêng|cụ thể|\(")
_OF_THESE = pattern(r" (?:trong (?:đó|số|tổng)|là(?! \d)|thuộc (?:diện|cấp))")  # behind a part of a count
_COUNTED = pattern(r"lượt (?:cán bộ|người|khách|công chức)")
_OF_ALL = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?)?(?:trong|của|với)(?: tổng)?(?: số)? (?:hơn |gần |trên )?"
)  # ``Trong 32 đoàn ra, có 27 …``
_KIND = pattern(
    r"\b(?:đảng|đoàn thể|chính quyền|doanh nghiệp|cấp (?:tỉnh|sở|huyện|cao)|các (?:sở|huyện|ngành)|khối|cơ quan|hội đồng)\b[^;.\d]{0,40}$"
)
_PERIOD_BEHIND = pattern(
    r"(?:[/,]? ?(?:với )?\d+ (?:lượt )?người)? ?\((?:năm |cả năm |quý |tháng )?(?:(?:19|20)\d\d|[ivx]{1,3}\b|\d{1,2} tháng)|"
    r" (?:của |trong |hồi )?(?:cùng kỳ|năm (?:trước|ngoái|(?:19|20)\d\d))\b"
)
_PERIOD = pattern(r"\b(?:19|20)\d\d(?: ?[:=(]| (?:có|là|đạt|cử|đón|tiếp)\b)|\b(?:quý|tháng|năm|đầu năm|cuối năm|cùng kỳ)\b")
_COSTS_BEFORE = pattern(r"\b(?:cho|của|đối với|với) (?:[^\W\d_]+ ){0,3}$")
_SPENT = pattern(r"(?:kinh|chi) phí|\bchi\b")
_COME_TO = pattern(r"(?: [^\W\d_]+){0,5} (?:là|hết|tốn)(?: hơn| gần| trên)? ")  # ``Chi cho 45 đoàn ra là 5,4 tỷ đồng``
_BESIDE = pattern(
    r"\)?(?: (?:chiếm |là |có |vẫn )?(?:số lượng |tỷ lệ )?(?:đông|nhiều|lớn|cao) nhất)?(?:,? với)? ?[:(-]? ?(?:(?:\d tháng|cả năm|cả kỳ|trong kỳ|quý \w{1,3}|riêng) )?(?:có |là |gồm )?"
)  # between a country and the count of visits to it
_MOST = pattern(
    r"(?:nhiều nhất|đông nhất|lớn nhất|đứng đầu|dẫn đầu|trước hết|thứ (?:đến|hai|ba|nhì)|kế (?:đến|đó|tiếp)|tiếp (?:đến|theo|đó|sau)|sau đó|rồi đến|xếp sau)[^,;.]{0,12}$"
)
_HERE = pattern(
    r"trong (?:tỉnh|nước|cả nước|khu vực|ngành)\b|các (?:tỉnh|địa phương)(?:, thành(?: phố)?)? (?:phía|miền|bạn trong|trong|khác)|"
    r"phía (?:nam|bắc)\b|miền (?:trung|nam|bắc|núi|tây)\b|(?:của|từ) (?:các )?(?:bộ (?!chỉ huy)|trung ương|ban (?:đối ngoại|tuyên giáo))|cơ sở\b|các xã\b"
)
_THERE = pattern(r"nước ngoài|quốc tế|ngoài nước|\bbạn\b(?! trong nước)|đoàn (?:ra|vào)\b|xuất cảnh|nhập cảnh|các nước")
_THE_NATION = pattern(r"(?<!so với )\b(?:cả nước|toàn quốc)\b[^;.]{0,50}$")
_VEHICLES = pattern(r" (?:xe|tàu|thuyền|chủ tịch|viên|kết|tuần tra|bay|biển|hàng|phà)\b")
_TROUPES = pattern(
    r"(?:nghệ thuật|văn công|xiếc|ca múa)(?: [^\W\d_]+){0,2}? (?:nước ngoài|quốc tế)|(?:nước ngoài|quốc tế)[^;.]*(?:kiểm tra|giám sát|nghệ thuật)"
)
#: What tells a total's parts by a kind: ``Về nội dung: tìm hiểu đầu tư 21 đoàn; …``.
_SPLIT = pattern(
    r"[^\w]*(?:[\d.]{1,4}[-.)]* ?)?(?:(?:nếu )?(?:phân chia|phân loại|chia|phân|tính|xét|thống kê|tách|xếp) (?:ra )?)?(?:(?:ra )?theo |về |có )?(?:nội dung|mục đích|lĩnh vực|thành phần|tính chất|"
    r"hình thức|loại|cấp|đối tượng|cơ cấu|kinh phí|nguồn|chủ đề|tính chất)[^:;.\d]{0,40}(?::| thì\b|,? có\b)"
)
_JOINS = pattern(r"(?:,| và|;|, và)? ?")
_TURN = pattern(r"\b(?:lần lượt|tương ứng)\b[^;.]{0,90}$")
_PIECE = pattern(r"[;.\d]")
_OUT_OF_LAND = pattern(
    r"nước ngoài|ngoài nước|xuất cảnh|các nước|đoàn (?:ra|vào)\b|\bbạn\b(?! trong nước)|(?:khách|đoàn) quốc tế|đón|tiếp"
)
_GOAL_FAR = 90  # characters behind a count that may say where in the country they go
_GOES_TO = pattern(r"\b(?:tại|ở|đi|lên|xuống|ra)(?: các)?(?: tỉnh| huyện| thành phố| tp\.?)?(?:,? thành phố)? $")
_OF_THE_STATE = pattern(
    r"(?:^|[,;] )[^\w]*(?:bộ (?!chỉ|đội|tư|phận|máy|ch)|trung ương|chính phủ|quốc hội|nhà nước)[^,;.\d]{0,40} (?:đã )?(?:cử|tổ chức|có|đưa) (?:hơn |gần |trên )?$"
)
_ROUND = 40  # characters round a count that may say whether it was planned


def totals(sentence: Sentence, found: list[Tally], way: str | None) -> list[Draft]:
    """The rows of totals of a sentence with its counts; ``way`` is that of the totals before, of which it may tell parts."""
    visits = [each for each in found if each.kind == "visits"]
    persons = pairs(sentence, found)
    rows = _to_whole(list(_rows(sentence, visits, persons, way)), sentence)
    if len(rows) > 1 and "cost" not in rows[0] and _told_again(sentence, visits[0]):
        rows = rows[1:]
    told = [*visits, *persons.values()]
    free = [each for each in found if each.kind == "persons" and each not in told]
    return [*rows, *alone(sentence, free, told)] or list(costs(sentence))


def _to_whole(rows: list[Draft], sentence: Sentence) -> list[Draft]:
    """The cost behind the last part, in a clause of its own, is that of the whole: ``37 đoàn, trong đó Lào 29 đoàn; kinh phí 2 tỷ``."""
    if len(rows) > 1 and "cost" in rows[-1] and "cost" not in rows[0] and rows[0].table is rows[-1].table:
        (count,), (cost,) = rows[-1].slots["delegations"].evidence, rows[-1].slots["cost"].evidence
        text = sentence.page.document.text
        between = text[rows[0].slots["delegations"].evidence[0].end : count.start].lower()
        head = sentence.before(sentence.page.view.place(rows[0].slots["delegations"].evidence[0].start), 40)
        if ";" in text[count.end : cost.start] and (_PART.search(between) or _OF_ALL.fullmatch(head)):
            rows[0].slots["cost"] = rows[-1].slots.pop("cost")
    return rows


def _rows(sentence: Sentence, visits: list[Tally], persons: dict[int, Tally], last: str | None) -> Iterator[Draft]:
    parts, order, before = last, list[str](), None
    ways: list[str] = []
    for place, each in enumerate(visits):
        back = visits[place - 1].end if place else sentence.start
        end = visits[place + 1].start if place + 1 < len(visits) else sentence.end
        order = list(ways) if ways and friend.in_order(sentence, each, back) else order
        told = order.pop(0) if order else None
        kind = told or direction(sentence, visits, place, last, persons.get(each.start))
        if kind is None or _not_ours(sentence, each, back, end, kind) or _of_tourists(persons.get(each.start)):
            continue
        if kind == "delegation_out" and _theirs_send(sentence, each):
            kind = "delegation_in"
        draft = _row(sentence, kind, each, persons.get(each.start), (back, end), place)
        first = not place and not persons.get(each.start) and _behind_persons(sentence, each)
        if parts == kind and _of_kind(sentence, draft, back, each.start):
            continue
        if _SPLIT.match(sentence.lower) and not {"countries", "in_plan"} & draft.slots.keys():
            continue
        if "delegations" not in draft or host_shares.is_one(sentence, draft, back, end):
            continue  # a range, or what one of the hosts received
        turn = each.mention is not None and each.mention.about is not None
        if (
            not (told or turn or _in_turn(sentence, each, back))
            and (first or (place and kind == last))
            and _by_kind(sentence, draft, back, each.start, each.end)
        ):
            continue
        friend.fill(draft, before, sentence, each, persons.get(each.start), back, end)
        last, before = kind, draft
        ways.append(kind)
        yield draft


def _told_again(sentence: Sentence, visits: Tally) -> bool:
    """Whether a count that opens a sentence of parts was told before: ``Trong 13 đoàn ra có 4 đoàn sang Campuchia``."""
    if not visits.value or not _OF_ALL.fullmatch(sentence.lower[: visits.start - sentence.start]):
        return False
    return bool(re.search(rf"(?<![\d.,/]){visits.value}(?![\d.,]\d|\d)", sentence.page.view.text[: sentence.start]))


def _of_tourists(persons: Tally | None) -> bool:
    """Whether those counted are tourists: ``khu đón 1.108 đoàn với 16.240 lượt du khách``."""
    return persons is not None and bool(_TOURISTS.search(persons.said))


def _in_turn(sentence: Sentence, visits: Tally, back: int) -> bool:
    """Whether a count is one of those of several years: ``Số đoàn ra ba năm lần lượt là 186, 201 và 195``."""
    before = sentence.lower[: visits.start - sentence.start]
    return bool(_JOINS.fullmatch(sentence.lower[back - sentence.start : visits.start - sentence.start])) and bool(
        _TURN.search(before)
    )


def _behind_persons(sentence: Sentence, visits: Tally) -> bool:
    """Whether a first count tells parts of a count of persons: ``168 lượt cán bộ, trong đó 22 đoàn do ngân sách chi``."""
    return any(each.end < visits.start for each in sentence.counts(_COUNTED)) and bool(
        _PART.search(sentence.before(visits.start, 60))
    )


def _not_ours(sentence: Sentence, visits: Tally, back: int, end: int, kind: str) -> bool:
    """Whether a count is of donors, inspectors and others that other tables keep; helpers count where they are sent abroad."""
    behind = sentence.after(visits.end, min(end - visits.end, 90))
    if _DONORS.search(sentence.before(visits.start, min(60, visits.start - back))) or _OF_DONORS.match(visits.said + behind):
        return True
    said = visits.said + _PIECE.split(behind[:60], maxsplit=1)[0]
    if _VEHICLES.match(behind) or _THE_NATION.search(sentence.before(visits.start, 70)) or _stays_here(sentence, visits, said):
        return True
    if kind == "delegation_out" and _OF_THE_STATE.search(sentence.before(visits.start, 90)):
        return "bộ " not in (sentence.page.document.metadata.get("organisation") or "").lower()[:4]
    if not _NOT_VISIT.search(said):
        return False
    if kind == "delegation_in":
        return bool(_NEVER.search(said) and not _TROUPES.search(said)) or not ("nước ngoài" in said or "quốc tế" in said)
    return not (_SENT_TO.search(behind) and countries(sentence, visits.end, visits.end + 90)[0])


def _stays_here(sentence: Sentence, visits: Tally, said: str) -> bool:
    """Whether delegations travel inside the country: ``đón 15 đoàn của các tỉnh phía Nam``, ``cử 3 đoàn dự hội nghị tại Hà Nội``."""
    goals = sentence.inside(visits.end, visits.end + _GOAL_FAR, "PROVINCE", "DISTRICT")
    here = any(_GOES_TO.search(sentence.before(each.start, 40)) for each in goals)
    if not here and not _HERE.search(said):
        return False
    first, last = sentence.clause(visits.start)
    words = sentence.lower[first - sentence.start : last - sentence.start]
    there = _OUT_OF_LAND if here else _THERE
    return not (there.search(words) or countries(sentence, first, last)[0])


def _row(sentence: Sentence, kind: str, visits: Tally, persons: Tally | None, stretch: tuple[int, int], place: int) -> Draft:
    back, end = stretch
    draft = Draft(kind, sentence, summary=True)
    draft.put("delegations", visits.value, visits.words, "total")
    if persons:
        draft.put("person_times", persons.value, persons.words, "total")
    _country(draft, sentence, visits, persons, back, end, place)
    _cost(draft, sentence, visits, back, end)
    _planned(draft, sentence, visits, back, end)
    return draft


def _planned(draft: Draft, sentence: Sentence, visits: Tally, back: int, end: int) -> None:
    """Whether they stood in the plan: by the words in their own piece before them, else behind them, else farther before."""
    start = max(back, visits.start - _ROUND, sentence.start + sentence.text.rfind(";", 0, visits.start - sentence.start) + 1)
    piece = max(sentence.text.rfind(mark, 0, visits.start - sentence.start) for mark in ",;(:") + 1 + sentence.start
    for first, last in (
        (max(start, piece, sentence.start + sentence.text.rfind(" và ", 0, visits.start - sentence.start)), visits.start),
        (visits.end, min(end, visits.end + _ROUND, sentence.clause(visits.start)[1])),
        (start, visits.start),
    ):
        details.planned(draft, sentence, first, last)
        if "in_plan" in draft:
            return


def _country(draft: Draft, sentence: Sentence, visits: Tally, persons: Tally | None, back: int, end: int, place: int) -> None:
    """Where all of them come from or go to: ``8 đoàn Nhật Bản``, ``12 đoàn đi Lào``, ``Lào 12 đoàn``, ``9 đoàn … tại Lào, Thái Lan``."""
    about = visits.mention.about if visits.mention else None
    if about and about.label in ("COUNTRY", "FOREIGN_UNIT"):
        draft.put("countries", *countries(sentence, about.start, about.end), "turn")
        return
    told = sentence.inside(max(back, visits.start - 40), visits.start, "COUNTRY", "FOREIGN_UNIT")
    behind = sentence.inside(visits.end, min(end, visits.end + 32), "COUNTRY", "FOREIGN_UNIT")
    between = sentence.text[told[-1].end - sentence.start : visits.start - sentence.start] if told else ""
    beside = _BESIDE.fullmatch(between) or (between == ", " and _MOST.search(sentence.before(told[0].start, 40)))
    if told and beside:
        draft.put("countries", *countries(sentence, listed_before(sentence, told).start, visits.start), "part")
    elif behind and _GOAL.fullmatch(sentence.text[visits.end - sentence.start : behind[0].start - sentence.start]):
        draft.put("countries", *joined(sentence, behind[0], end), "part")
    elif place:
        tail = max(sentence.text.rfind(mark, back - sentence.start, visits.start - sentence.start) for mark in ",;(") + 1
        tail = max(tail, sentence.text.rfind(" và ", back - sentence.start, visits.start - sentence.start))
        draft.put("countries", *countries(sentence, max(back, sentence.start + tail), visits.start), "part")
    if "countries" not in draft:
        draft.put("countries", *goal(sentence, max(visits.end, persons.end if persons else 0), end), "goal")
    if "countries" not in draft and draft.table.key == "delegation_in":
        draft.put("countries", *guests_of(sentence, max(visits.end, persons.end if persons else 0), end), "goal")
    if "countries" not in draft:
        draft.put("countries", *headed(sentence, visits.start), "part")


def _cost(draft: Draft, sentence: Sentence, visits: Tally, back: int, end: int) -> None:
    """What they cost: behind ``kinh phí``, in a cell of its own, or before: ``8,5 tỷ đồng cho 45 đoàn ra``."""
    details.cost(draft, sentence, visits.end, end)
    if "cost" not in draft and (each := _in_cells(sentence, visits.end, end)):
        draft.put("cost", money(each), each, "cell")
    if "cost" not in draft and _SPENT.search(sentence.before(visits.start, 40)):
        each = next(iter(sentence.inside(visits.end, end, "AMOUNT")), None)
        if each and _COME_TO.fullmatch(sentence.text[visits.end - sentence.start : each.start - sentence.start]):
            draft.put("cost", money(each), each, "spent_on")
    before = sentence.inside(back, visits.start, "AMOUNT")
    if "cost" not in draft and before:
        base = sentence.start
        joined = _COSTS_BEFORE.search(sentence.text[before[-1].end - base : visits.start - base])
        if joined and _SPENT.search(sentence.before(before[-1].start, 70)):
            draft.put("cost", money(before[-1]), before[-1], "cost")


def _in_cells(sentence: Sentence, start: int, end: int) -> Mention | None:
    """The sum in a cell of its own behind a count: ``31 đoàn | 187 lượt người | 4,62 tỷ đồng``; in a list of costs behind a comma."""
    beside = ("| ", ", ") if sentence.kind == "list_item" and _SPENT.search(sentence.section) else ("| ",)
    return next((each for each in sentence.inside(start, end, "AMOUNT") if sentence.before(each.start, 2) in beside), None)


def _theirs_send(sentence: Sentence, visits: Tally) -> bool:
    """Whether those who send are abroad: ``Sê Kông cử 15 đoàn đến Quảng Nam``."""
    match = _SEND_US.search(sentence.before(visits.start, 30))
    at = visits.start - len(match[0]) if match else 0
    return match is not None and any(
        at - 2 <= each.end <= at + 1 and ";" not in sentence.text[each.end - sentence.start : at - sentence.start]
        for each in sentence.of("FOREIGN_UNIT", "COUNTRY")
        if country_of(each)
    )


def _of_kind(sentence: Sentence, draft: Draft, back: int, start: int) -> bool:
    """Whether a count in a sentence of parts is one by a kind: ``Cụ thể: Đảng, đoàn thể: 7 đoàn, 41 người; …``."""
    told = sentence.lower[back - sentence.start : start - sentence.start]
    held = {"countries", "in_plan", "cost"} & draft.slots.keys()
    return not held and _KIND.search(told[told.rfind(";") + 1 :]) is not None


def _by_kind(sentence: Sentence, draft: Draft, back: int, start: int, end: int) -> bool:
    """Whether a count behind a total is a part by a kind that no column holds: ``trong đó có 12 đoàn cấp tỉnh``."""
    if "countries" in draft or "in_plan" in draft or "cost" in draft:
        return False
    before = sentence.lower[back - sentence.start : start - sentence.start]
    clause = before[before.rfind(";") + 1 :]
    if _OF_THESE.match(sentence.after(end, 40)):
        return True
    told = clause if len(clause) < len(before) else before[max((before.rfind(mark) for mark in ",;"), default=-1) + 1 :]
    if _PERIOD.search(told) or last_verb(told) or _PERIOD_BEHIND.match(sentence.after(end, 40)):
        return False
    return bool(_PART.search(clause)) or "person_times" not in draft
