"""Who receives guests, and who asked ours to come: ``UBND tỉnh tiếp …``, ``…, Sở Ngoại vụ đón tiếp``, ``theo lời mời của …``."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Sentence
from ..places import countries, is_foreign
from ..wording import pattern
from .travellers import ROLE

_INVITED = pattern(
    r"(?:theo|nhận|thực hiện|đáp lại|đáp) (?:lời|giấy|thư) mời (?:của )?(?P<host>[^,;.\n]{3,90}?)(?=,|;|\.|\n| (?:từ ngày|(?<!iên )(?<!ập )đoàn|trong|đã|ngày|sang|đến|đi|qua|tới|thăm)\b|$)|(?:được|do) (?P<host2>[^,;.\n]{3,70}?) mời\b",
    re.IGNORECASE,
)
_RECEIVES = r"(?:tiếp(?: nhận| (?:và|,) làm việc| xã giao|, làm việc| thân mật| đón)?|đón(?: tiếp| và làm việc|, tiếp)?|làm việc|hội kiến|hội đàm)"
_SUBJECT = pattern(
    rf"(?P<host>[^;:\n]{{3,200}}?),? (?:đã |vừa )?(?:chủ trì |tổ chức |có )?(?:(?:có )?(?:buổi|cuộc) )?{_RECEIVES}(?: với| cùng)?(?: (?:ngài|ông|bà|đồng chí|đ/c|[Nn]gài))?$"
)
_RECEIVED_BY = pattern(
    r"\bđược (?P<host>[^;\n]{3,90}?) (?:chủ trì |thân mật |trọng thị |trực tiếp )?(?:đã )?(?:tiếp|đón|tiếp đón)\b"
)
#: ``…; Sở Ngoại vụ cùng làm việc với đoàn.``, ``…, UBND tỉnh đón tiếp.``
_RECEIVE_THEM = pattern(
    r"(?:[,;] ?(?=[^,;:\n]{3,110} (?:đã |chủ trì |cùng |trực tiếp |tổ chức |thân mật )*(?:đón|tiếp|hội kiến|làm việc))|; ?)(?P<host>[^;:\n]{3,110}?) (?:đã |chủ trì |cùng |trực tiếp |tổ chức |thân mật )*(?:đón tiếp|tiếp đón|tiếp|đón|hội kiến|làm việc với)"
    r"(?:(?:,| và) (?:tiếp|đón|làm việc)(?: với)?)?(?: [Đđ]oàn| khách| ông| bà| ngài)?(?: thân mật| chu đáo| trọng thị| nồng hậu| thuyền trưởng)*(?= ?[.;,]|$)"
)
_RECEIVES_THEM = pattern(
    r"(?P<host>[^;:\n]{3,160}?) (?:đã |chủ trì |cùng |trực tiếp |thân mật )*(?:đón tiếp|tiếp đón|tiếp|đón|hội kiến|làm việc)"
    r"(?:(?:,| và) (?:tiếp|đón|làm việc|trao đổi))?(?: với)? (?:[Đđ]oàn|khách)(?: công tác| đại biểu)?(?:,? (?:và|để|nhằm) (?P<purpose>(?:bàn|trao đổi|nghe|thảo luận|thống nhất|giới thiệu|chúc|tìm hiểu)\b[^;\n]{4,140})|[^,;]{0,12})"
)
_THEIR_HOST = pattern(
    r"(?:[Tt]iếp|[Đđ]ón|[Ll]àm việc)(?:(?:,| và| cùng|,? và) (?:đón|tiếp|đón tiếp|làm việc|trao đổi))*(?: với| cùng)*(?: [Đđ]oàn)?,? (?:có|là|gồm)\b"
)
_WORKS_WITH = pattern(
    r"\b(?:làm việc|trao đổi|hội đàm|bàn|thảo luận|giao lưu|hợp tác|tọa đàm|gặp gỡ|gặp|thống nhất)\b(?:(?! với |\bký\b)[^;.\n]){0,70} (?:với|tại) (?:lãnh đạo |Thường trực )?(?=(?:UBND|Ủy ban|Sở|Ban|Hội|Tỉnh ủy|Liên hiệp|Bộ Chỉ huy|HĐND|Trường|Bệnh viện))"
)


_JOINT = pattern(r"(?:,| và|, và) ")
_WORKS_THERE = pattern(
    r"\blàm việc với (?P<host>(?:lãnh đạo |chính quyền |[Cc]hính phủ |Sở |Cục |Bộ |Công ty |Tập đoàn |Ngân hàng |Trường |Đại học |Hội |Liên |Phòng |Tỉnh ủy |UBND |Ủy ban )[^,;.\n]{3,80}?)"
    r"(?= (?:về|để|nhằm|từ|ngày|trong|và|tại|theo)\b|[,;.\n]|$)"
)
_MEETS = pattern(
    r"\b(?:hội đàm|hội kiến|làm việc|giao lưu|gặp gỡ|gặp)(?: với)? |\b(?:thăm|chúc [Tt]ết|chúc mừng)(?: và chúc [Tt]ết| và làm việc với)? |\b(?:sang|đến|tới) "
)
_CALLS_ON = pattern(
    r"\b(?:chào xã giao|chào từ biệt|chào|thăm(?: và (?:làm việc với|chúc [Tt]ết))?|giao lưu với|ghé|hội đàm với) (?=[A-ZĐL]|lãnh đạo|thường trực)"
)
_OURS_IN_OFFICE = pattern(
    r"(?:(?:[Ll]ãnh đạo|[Tt]hường trực) (?:Tỉnh ủy|HĐND|UBND|tỉnh|huyện|thành phố|thị xã|Sở)|(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc) (?:UBND|HĐND|Tỉnh ủy|Liên hiệp|Sở|tỉnh))"
    r"(?:(?!\b(?:và|để|nhân|về|tại|từ|ngày|nhằm|do|trong)\b)[^,;.:()\n]){0,50}(?=[,;.:()\n]| |$)"
)
_PERSON = pattern(r"(?:ông|bà|ngài|đồng chí) [A-ZĐ]")
_OFFICE_NEXT = pattern(rf", (?P<office>{ROLE}[^,;.()\n]{{2,70}})")
_LEAST = 4  # characters of a host
#: Who receives in an office: ``Phó Chủ tịch UBND tỉnh Trần Văn A``, ``Đại tá A, Chính ủy BĐBP tỉnh``, ``Lãnh đạo tỉnh``.
_IN_OFFICE = pattern(
    rf" ?(?:(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|TS|PGS|ThS|GS|và)\.? )*(?:(?P<name>[A-ZĐ]\w+(?: [A-ZĐ]\w+){{1,4}} ?[,(-] ?)?{ROLE}|(?:[Ll]ãnh đạo|[Tt]hường trực|[Đđ]ại diện|[Bb]an [Gg]iám đốc|[Bb]an [Gg]iám hiệu|[Hh]iệu trưởng)\b)"
)
#: One of ours, said in a word: ``Được UBND tỉnh cho phép, Hội đã đón …``.
_BODY = pattern(
    r"(?:(?:Hội|Sở|Ban|Trường|Viện|Bệnh viện|Trung tâm|Liên hiệp|Bộ Chỉ huy|Đồn|Chi cục|Công ty|Khoa)|(?:nhà trường|trường|tỉnh|huyện|thành phố|thị xã|xã|đơn vị|bệnh viện|viện)(?: ta)?|Nhà trường|Tỉnh|Huyện|Thành phố) ?$"
)
_ADVERBS = pattern(r"(?:,? (?:đã|vừa|cũng|cùng|chủ trì|trực tiếp|thân mật|có buổi|tổ chức|sẽ))+$")


def host_in(draft: Draft, sentence: Sentence, start: int, place: int, stop: int) -> None:
    """Who receives: the subject of ``tiếp``, the one ``được … tiếp``, the body worked with."""
    before = sentence.text[: place - sentence.start].rstrip()
    first = max(start - sentence.start, *(before.rfind(mark) + 1 for mark in ";:\n"))
    if match := _SUBJECT.match(before, first):
        say_host(draft, sentence, sentence.start + match.start("host"), sentence.start + match.end("host"), "subject")
    if "host" not in draft and (match := _RECEIVED_BY.search(sentence.text, place - sentence.start, stop - sentence.start)):
        say_host(draft, sentence, sentence.start + match.start("host"), sentence.start + match.end("host"), "receives")
    if "host" not in draft:
        host_out(draft, sentence, start, stop)
    if "host" not in draft and (match := _RECEIVE_THEM.search(sentence.text, place - sentence.start, stop - sentence.start)):
        say_host(draft, sentence, sentence.start + match.start("host"), sentence.start + match.end("host"), "receives")
    if "host" not in draft:
        _called_on(draft, sentence, place, stop)
    if "host" not in draft:
        _worked_with(draft, sentence, place, stop)


def _worked_with(draft: Draft, sentence: Sentence, place: int, stop: int) -> None:
    """The body of ours that guests worked or talked with: ``trao đổi kinh nghiệm giám sát với HĐND tỉnh``."""
    for match in _WORKS_WITH.finditer(sentence.text, place - sentence.start, stop - sentence.start):
        at = sentence.start + match.end()
        body = next((each for each in sentence.inside(at, at + 3, "ORG") if not is_foreign(sentence.page, sentence, each)), None)
        if body:
            draft.say("host", body.start, body.end, "works")
            return


def _called_on(draft: Draft, sentence: Sentence, place: int, stop: int) -> None:
    """One of our bodies or offices that guests called on: ``chào xã giao lãnh đạo tỉnh``, ``giao lưu với Trường THPT …``."""
    for match in _CALLS_ON.finditer(sentence.text, place - sentence.start, stop - sentence.start):
        at = sentence.start + match.end()
        if office := _OURS_IN_OFFICE.match(sentence.text, match.end(), stop - sentence.start):
            draft.say("host", at, sentence.start + office.end(), "calls_on")
            return
        body = next((each for each in sentence.inside(at, at + 1, "ORG")), None)
        if body and not is_foreign(sentence.page, sentence, body):
            draft.say("host", body.start, body.end, "calls_on")
            return


def say_host(draft: Draft, sentence: Sentence, start: int, end: int, rule: str) -> None:
    """The last body named, or the words behind the last comma."""
    if end - start < _LEAST:
        return
    if late := _ADVERBS.search(sentence.text, start - sentence.start, end - sentence.start):
        end = sentence.start + late.start()
    if (office := _in_office(sentence, start, end)) is not None:
        person = next((each for each in reversed(sentence.inside(office, end, "PERSON")) if each.end >= end - 1), None)
        draft.say("host", office, person.start if person and person.start > office else end, "office")
        return
    last = max(start, sentence.start + sentence.text.rfind(", ", start - sentence.start, end - sentence.start) + 2)
    if _BODY.match(sentence.text, last - sentence.start, end - sentence.start):
        draft.say("host", last, end, rule)
        return
    if bodies := sentence.inside(start, end, "ORG"):
        first = bodies[-1]
        for each in reversed(bodies[:-1]):
            if not _JOINT.fullmatch(sentence.text[each.end - sentence.start : first.start - sentence.start]):
                break
            first = each
        draft.say("host", first.start, bodies[-1].end, rule)
        return
    comma = sentence.text.rfind(",", start - sentence.start, end - sentence.start)
    if sentence.inside(sentence.start + comma + 1 if comma >= 0 else start, end, "DATE"):
        return
    draft.say("host", sentence.start + comma + 1 if comma >= 0 else start, end, rule)


def _in_office(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the words on an office-holder who receives begin: the first piece between commas that begins with an office or a name with one."""
    first = max([start, *(each.end for each in sentence.inside(start, end, "DATE"))])
    while first < end:
        if _IN_OFFICE.match(sentence.text, first - sentence.start, end - sentence.start):
            return first
        comma = sentence.text.find(", ", first - sentence.start, end - sentence.start)
        first = sentence.start + comma + 2 if comma >= 0 else end
    return None


def received(sentence: Sentence) -> re.Match[str] | None:
    """Who a sentence says received those told of before: ``Phó Chủ tịch UBND tỉnh tiếp và làm việc với đoàn.``"""
    return _RECEIVES_THEM.fullmatch(sentence.text.rstrip(" .")) if "oàn" in sentence.text else None


def host_of(draft: Draft, sentence: Sentence) -> bool:
    """``Tiếp đoàn có ông A, Phó Chủ tịch UBND tỉnh``, ``Phó Chủ tịch UBND tỉnh tiếp đoàn.``: who received those told of before."""
    if draft.table.key != "delegation_in":
        return False
    named = _THEIR_HOST.match(sentence.text) if sentence.text.lower().startswith(("tiếp", "đón", "làm việc")) else None
    told = None if named else received(sentence)
    bodies = sentence.of("ORG") if named or told else []
    if bodies and "host" not in draft:
        draft.say("host", bodies[0].start, bodies[0].end, "receives")
    if told and told["purpose"] and "purpose" not in draft:
        draft.say("purpose", sentence.start + told.start("purpose"), sentence.start + told.end("purpose"), "receives")
    return bool(named or told)


def host_out(draft: Draft, sentence: Sentence, start: int, stop: int) -> None:
    """Who asked them to come: ``theo lời mời của …``, ``do … mời``."""
    if match := _INVITED.search(sentence.text, start - sentence.start, stop - sentence.start):
        name = "host" if match["host"] else "host2"
        end = match.end(name)
        office = _OFFICE_NEXT.match(sentence.text, end) if _PERSON.match(match[name]) else None
        draft.say(
            "host",
            sentence.start + (office.start("office") if office else match.start(name)),
            sentence.start + (office.end() if office else end),
            "invited",
        )
    elif (
        match := _WORKS_THERE.search(sentence.text, start - sentence.start, stop - sentence.start)
    ) and draft.table.key == "delegation_out":
        first, last = sentence.start + match.start("host"), sentence.start + match.end("host")
        if countries(sentence, first, last)[0]:
            draft.say("host", first, last, "works")
    if "host" not in draft and draft.table.key == "delegation_out":
        _met(draft, sentence, start, stop)


def _met(draft: Draft, sentence: Sentence, start: int, stop: int) -> None:
    """The foreign body that ours called on: ``sang thăm Tiểu khu Quân sự tỉnh Kampot``, ``hội đàm với Công an tỉnh Hủa Phăn``."""
    for match in _MEETS.finditer(sentence.text, start - sentence.start, stop - sentence.start):
        at = sentence.start + match.end()
        body = next((each for each in sentence.inside(at, at + 2, "ORG") if each.start == at), None)
        if body and is_foreign(sentence.page, sentence, body):
            draft.say("host", body.start, body.end, "met")
            return


__all__ = ["host_in", "host_of", "host_out", "received", "say_host"]
