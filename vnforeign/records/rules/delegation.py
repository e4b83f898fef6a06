"""Delegations abroad and incoming ones: totals of a period and single visits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, day, unit

_VISITS = pattern(r"(?:lượt )?đoàn(?: (?:khách|ra|vào|đại biểu|công tác|cán bộ))?\b")
_PERSONS = pattern(r"(?:lượt )?(?:người|khách|cán bộ|thành viên|đại biểu|lượt)|lượt")
_IN = pattern(
    r"\b(?:đón|tiếp|đoàn vào|đến thăm|vào (?:thăm|làm việc)|sang thăm tỉnh|đến làm việc|khách quốc tế|đoàn khách|nhập cảnh|tiếp nhận)\b"
)
_OUT = pattern(
    r"\b(?:cử|đoàn ra|đi (?:công tác|thăm|nước ngoài|học tập|dự|tham|khảo sát)|ra nước ngoài|công tác nước ngoài|xuất cảnh|"
    r"tổ chức (?:cho )?(?:\d+ )?đoàn|sang)\b"
)
_NOT_VISIT = pattern(r"phi chính phủ|khám (?:chữa )?bệnh|thầy thuốc|y bác sĩ|văn công|nghệ thuật|thanh tra|kiểm tra|viện trợ")
_NAMES = pattern(r"đoàn|đại sứ|lãnh sự|tỉnh trưởng|thống đốc|thị trưởng")
_NO_VISIT = pattern(r"đoàn (?:viên|kết|thể|thanh niên|tncs)|công đoàn|tỉnh đoàn|trung đoàn|tập đoàn|quân đoàn|sư đoàn")
_CLAUSE = pattern(r"[;:]|(?:, |\()trong đó|, còn lại|, riêng| và (?=(?:đón|tiếp|cử))|, (?=(?:đón|tiếp|cử))")
_DELEGATION = pattern(
    r"\b[Đđ]oàn(?! (?:viên|kết|thể|thanh niên|TNCS|[Cc]ông tác liên ngành|gồm|đã|đến|có|do))(?P<name> [^,;.:\n]{2,110}?)?"
    r"(?= (?:do|gồm|đến|đi|sang|vào|thăm|tham dự|dự|đã|vừa|tới|về|nhân|trong|từ|với|là|tham gia|lên|có|qua|báo|diễn|biểu diễn|sẽ|cũng|tặng|khảo sát|tìm hiểu|mang|thay mặt|đang|sau|khám)\b|[,;.:()\n]|$)"
)
_OF_THEM = pattern(r", [a-zđ][^,;.()\n]{2,50} của [^,;.()\n]{3,40}?(?: \([^()\n]{2,20}\))?(?= (?:do|gồm|đến|sang|vừa|đã)\b)")
_LED = pattern(
    r"\bdo (?P<who>[^;\n]{3,160}?) (?:dẫn đầu|làm [Tt]rưởng đoàn|làm trưởng|là trưởng đoàn)|\b(?P<who2>[^;.\n]{3,90}?) dẫn (?:đầu )?(?:một )?đoàn",
)
_TITLES = pattern(r"(?:ngài|ông|bà|đồng chí|đ/c|anh|chị|đại tá|thượng tá|trung tá|thiếu tướng) ", re.IGNORECASE)
_MEMBERS = pattern(
    r"(?:thành viên|người|cán bộ|đại biểu|chuyên gia|thanh niên|hội viên|doanh nghiệp|học sinh|sinh viên|bác sĩ|cán bộ, .*)"
)
_PURPOSE = pattern(
    r"\b(?:đến |sang |vào |đi |tới |lên |về )?(?P<purpose>(?:thăm và làm việc|thăm, làm việc|chào xã giao|chúc [Tt]ết|tham dự|tham gia|dự|khảo sát|tìm hiểu|"
    r"học tập|tham quan|xúc tiến|trao đổi kinh nghiệm|nghiên cứu|làm việc|thăm|ký kết|giao lưu|biểu diễn)\b[^;.\n]{0,160})"
)
_PURPOSE_ENDS = pattern(
    r"(?:,| và) (?:từ|ngày|do|gồm|tại trụ sở|trong)\b|, [A-ZĐ]|(?:,)? (?:từ (?:ngày|\d)|ngày \d|trong tháng|trong (?:các )?ngày|nhân dịp)"
)
_CALLS = pattern(
    r"\b(?P<verb>tiếp(?: xã giao)?(?: và làm việc(?: với)?)?|hội kiến(?: với)?|làm việc với)(?: với)? (?:ngài |ông |bà )?"
    r"(?P<who>(?:[Đđ]ại sứ|Tổng [Ll]ãnh sự|Phó Tổng [Ll]ãnh sự|Tham tán|Thống đốc|Tỉnh trưởng|Bộ trưởng|Thị trưởng)(?! quán)[^,;.\n]{3,90}?)(?= tại (?!Việt)| nhân| đến| sang| về| vào| cùng| trong|[,;.\n(]|$)"
)
_HOSTS = pattern(
    r"(?P<host>[^,;.:\n]{3,100}?) (?:đã |vừa )?(?:chủ trì |tổ chức )?(?:có buổi )?(?:tiếp(?: và làm việc| xã giao|, làm việc)?|đón(?: tiếp| và làm việc)?|làm việc)(?: với)? (?:đoàn|[Đđ]ại sứ|[Tt]ổng [Ll]ãnh sự)"
)


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
    for sentence in page.sentences:
        if not _NAMES.search(sentence.lower) or sentence.kind == "table":
            continue
        totals = list(_totals(sentence))
        yield from totals
        if draft := _caller(sentence):
            yield draft
        yield from _singles(page, sentence, bool(totals))


def _totals(sentence: Sentence) -> Iterator[Draft]:
    """``đón 112 lượt đoàn với 845 lượt người``, and their parts by country."""
    last: str | None = None
    found = [each for each in sentence.counts(_VISITS) if not _NO_VISIT.match(unit(each)) and sentence.is_fact(each.start)]
    for place, visits in enumerate(found):
        end = found[place + 1].start if place + 1 < len(found) else sentence.start + len(sentence.text)
        back = found[place - 1].end if place else sentence.start
        before = sentence.lower[back - sentence.start : visits.start - sentence.start]
        behind = sentence.lower[visits.end - sentence.start : end - sentence.start][:90]
        if _NOT_VISIT.search(unit(visits) + behind[:60]):
            continue
        kind = _direction(before, unit(visits) + behind, sentence.section) or last
        if kind is None:
            continue
        last = kind
        draft = Draft(kind, sentence, summary=True)
        draft.put("delegations", count(visits), visits, "count")
        persons = next((each for each in sentence.inside(visits.end, end, "QUANTITY") if _PERSONS.match(unit(each))), None)
        if persons and persons.start - visits.end < 40:
            draft.put("person_times", count(persons), persons, "count")
        tail = before.rfind(",") + 1
        named, said = countries(sentence, back + tail if place else visits.start, visits.start)
        if named and place:
            draft.put("countries", named, said, "part")
        elif place:
            draft.put("countries", *_whose(sentence, visits.end), "part")
        yield draft


def _whose(sentence: Sentence, end: int) -> tuple[list[str], list[Mention]]:
    """The country right behind a count: ``8 đoàn Nhật Bản``."""
    return countries(sentence, end, end + 8)


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


def _singles(page: Page, sentence: Sentence, totals: bool) -> Iterator[Draft]:
    led = _LED.search(sentence.text)
    for match in _DELEGATION.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if more := _OF_THEM.match(sentence.text, match.end()):
            end = sentence.start + more.end()
        if not sentence.is_fact(start) or _NO_VISIT.search(sentence.lower[max(0, match.start() - 6) : match.end()]):
            continue
        counted = any(each.start < end and each.end > start - 4 for each in sentence.counts(_VISITS))
        if counted or (totals and not led):
            continue
        if draft := _single(page, sentence, start, end, led):
            yield draft
            return


def _single(page: Page, sentence: Sentence, start: int, end: int, led: re.Match[str] | None) -> Draft | None:
    """A visit: needs a head, a day or a purpose besides the delegation's name."""
    name = page.view.text[start:end]
    theirs = _theirs(page, sentence, start, end)
    head = _head(sentence, led) if led and abs(sentence.start + led.start() - end) < 140 else None
    there = countries(sentence, end, sentence.start + len(sentence.text))
    there = there if there[0] else countries(sentence, sentence.start, start)
    goes = _OUT.search(sentence.lower) is not None
    if _NOT_VISIT.search(name.lower()) or (theirs and sentence.inside(start, end, "DISTRICT", "PROVINCE")):
        return None
    if theirs is None and not (goes and there[0]) and not (head and there[0]):
        return None
    if theirs is None and led and led["who2"] and countries(sentence, *_head(sentence, led))[0]:
        theirs = countries(sentence, *_head(sentence, led))
    kind = "delegation_out" if theirs is None else "delegation_in"
    draft = Draft(kind, sentence)
    if len(name.split()) > 1:
        draft.say("name", start, end, "name")
    if head:
        _put_head(draft, sentence, *head)
    if kind == "delegation_in":
        draft.put("countries", theirs[0], theirs[1], "name") if theirs else None
        _put_host(draft, sentence, start)
    elif there[0]:
        draft.put("countries", there[0], there[1], "goal")
    _put_members(draft, sentence, start, end)
    _put_dates(draft, sentence)
    _put_purpose(draft, sentence, end)
    return draft if len(draft) > 2 or (head and len(draft) > 1) else None


def _theirs(page: Page, sentence: Sentence, start: int, end: int) -> tuple[list[str], list[Mention]] | None:
    """The countries in a delegation's name, where it is a foreign one."""
    found = countries(sentence, start, end + 12)
    if found[0]:
        return found
    foreign = next((each for each in sentence.inside(start, end, "ORG") if is_foreign(page, sentence, each)), None)
    return ([], []) if foreign else None


def _head(sentence: Sentence, led: re.Match[str]) -> tuple[int, int]:
    if led["who"]:
        return sentence.start + led.start("who"), sentence.start + led.end("who")
    comma = led["who2"].rfind(", ") + 1
    return sentence.start + led.start("who2") + comma, sentence.start + led.end("who2")


def _caller(sentence: Sentence) -> Draft | None:
    """``UBND tỉnh tiếp và làm việc với Đại sứ Hàn Quốc Kim Do-hyon``: one that comes as a person."""
    match = _CALLS.search(sentence.text)
    if not match or not sentence.is_fact(sentence.start + match.start()):
        return None
    start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
    named, said = countries(sentence, start, end)
    if not named:
        return None
    draft = Draft("delegation_in", sentence)
    draft.put("countries", named[:1], said[:1], "caller")
    person = next(iter(sentence.inside(start, end + 40, "PERSON")), None)
    if person:
        draft.put("head", getattr(person.entity.value, "name", person.text), person, "caller")
    draft.say("head_position", start, person.start if person and person.start > start else end, "caller")
    orgs = sentence.inside(sentence.start, sentence.start + match.start("verb"), "ORG")
    if orgs:
        draft.say("host", orgs[0].start, orgs[0].end, "caller")
    _put_dates(draft, sentence)
    _put_purpose(draft, sentence, end)
    return draft


def _put_head(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    person = next(iter(sentence.inside(start, end, "PERSON")), None)
    if person is None:
        at = sentence.lower.rfind(",", start - sentence.start, end - sentence.start)
        draft.say("head_position", sentence.start + at + 1 if at >= 0 else start, end, "office")
        return
    draft.put("head", getattr(person.entity.value, "name", person.text), person, "person")
    if person.end + 3 < end:
        draft.say("head_position", person.end, end, "behind")
        return
    first = start
    while match := _TITLES.match(sentence.text, first - sentence.start):
        first = sentence.start + match.end()
    if "," in sentence.text[first - sentence.start : person.start - sentence.start]:
        first = sentence.start + sentence.text.rfind(",", 0, person.start - sentence.start) + 1
    if first < person.start:
        words = sentence.text[first - sentence.start : person.start - sentence.start].strip()
        last = words.split(" ")[-1].lower() if words else ""
        stop = person.start - (len(last) + 1 if last in ("ông", "bà", "chí") else 0)
        draft.say("head_position", first, stop, "before")


def _put_host(draft: Draft, sentence: Sentence, start: int) -> None:
    match = _HOSTS.search(sentence.text)
    if match and sentence.start + match.end() <= start + 8:
        first = sentence.start + match.start("host")
        orgs = sentence.inside(first, sentence.start + match.end("host"), "ORG")
        at = orgs[0].start if orgs else first
        draft.say("host", at, sentence.start + match.end("host"), "subject")


def _put_members(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    for each in sentence.counts(_MEMBERS):
        words = sentence.before(each.start, 14)
        near = each.start - end < 160 and each.start >= start
        if near and (words.rstrip().endswith(("gồm", "gồm có", "với", "cùng", "tất cả", "đoàn", "một đoàn")) or each.start < end):
            draft.put("members", count(each), each, "count")
            return


def _put_dates(draft: Draft, sentence: Sentence) -> None:
    days = [(each, value) for each in sentence.of("DATE") if (value := day(each)) and len(value) > 4]
    if days:
        best = max(days, key=lambda each: ("/" in each[1], len(each[1])))
        draft.put("dates", best[1], best[0], "date")


def _put_purpose(draft: Draft, sentence: Sentence, end: int) -> None:
    for match in _PURPOSE.finditer(sentence.text, end - sentence.start):
        words = match["purpose"]
        if stop := _PURPOSE_ENDS.search(words):
            words = words[: stop.start()]
        at = sentence.start + match.start("purpose")
        draft.say("purpose", at, at + len(words), "verb")
        return
