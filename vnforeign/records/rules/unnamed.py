"""Visits without a delegation's name: callers, counted people, a person who is sent, a body that comes or goes."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..wording import pattern
from . import callers, envoys, item, journey, leader, people, received, reception, subject, travellers, way, whose
from .travellers import Party

_CALLED_ON = pattern(
    r"\b[Kk]hách\b[^,;.:]{0,40} (?:có lẽ |chính |phải kể )*(?:là|đến)(?: (?:ngài|ông|bà))? ?$|\b(?:đón(?! nhận)(?: tiếp)?|tiếp(?! (?:tục|theo|nối|đó|cận|xúc|thu|thị|sức|giáp|quản|diễn|viện|tế|sau|tay))(?: xã giao| và làm việc)*|hội kiến|làm việc)(?: với)?(?: (?:ngài|ông|bà|đồng chí))?(?: (?:[^;.\n]|(?<=[A-ZĐ])\.){0,60})?$"
)
_FRAME = pattern(r"\b(?:nhân|trong khuôn khổ|phục vụ) (?:các )?[Cc]huyến [^;.]{0,60}$")  # a visit that only says when
_VISIT_OF = pattern(r"\b[Cc]huyến (?:thăm|công tác|làm việc)[^,;.\n]{0,40} của(?: (?:ngài|ông|bà))? ?$")
_COMES = pattern(
    r",? (?:làm |là )?[Tt]rưởng đoàn\b|[^;.\n]{0,90}?\b(?:ghé|dự giờ|(?:đến|sang|tới|vào|lên|về)? ?(?:thăm|tham quan|chào xã giao|chào từ biệt|làm việc|tìm hiểu|khảo sát|thị sát|kiểm tra thực địa|chúc|có (?:chuyến|buổi) (?:thăm|làm việc))|"
    r"(?:sang|vào|lên) (?:dự|tham dự|trao|bàn|xem|ký|hội đàm|trao đổi|giao lưu)|(?:đến|tới) (?:[^,;.\n]{2,45}? )?(?:dự|tham dự|xem|tham quan|trao học bổng))\b"
)
_NO_CALLER = pattern(
    r"\bdo [^;]{0,60}$|lời mời (?:của|từ) (?:(?:ông|bà|ngài) )?$|đoàn[^;,.]{0,40}$|(?:tham gia|cùng đi|cùng dự|dự (?:buổi|lễ|tiếp)|chào|gặp|(?<!chuyến )thăm)[^;.]{0,60}$|ủy quyền|(?:lễ|hội nghị|hội thảo)[^;.]{0,40}\bcó\b[^;.]{0,40}$"
)
_GUESTS = pattern(r"\b(?:tiếp(?! tục)|đón|khách)\b")
_ITEM = pattern(r"; ?(?:\(?\d\) ?|và )?(?:(?:ngài|ông|bà) )?$")
_SENT = pattern(
    r"\b(?:cử|cho) (?:các )?(?:(?:đồng chí|ông|bà|đ/c|bác s[ĩỹ]|anh|chị|kỹ sư|giáo viên|giảng viên|y s[ĩỹ]|y tá|điều dưỡng|dược s[ĩỹ]|nhà báo|phóng viên|thầy|cô|nghệ nhân|nghệ s[ĩỹ]|luật sư|vận động viên|tiến s[ĩỹ]|ts|ths|pgs|gs|bs|cán bộ|chuyên viên)[.,]? ?)*$"
)
_MOVES = pattern(r"\b(?:sang|đi|qua|dự|tham dự|tham gia|(?<!đại )(?<!trường )học(?! bổng)|thăm|tập huấn|thực tập)\b")
_GIVEN = pattern(r"\b(?:tặng|trao|cấp|phong)\b")
_OFFICE_BEHIND = pattern(r", (?P<office>[^,;.]{4,90}?)(?= (?:tham|dự|đi|sang|thăm|đã)\b|,)")
_LEADS_COUNT = pattern(r"\b(?:cử|cho|dẫn|đưa|dắt|gửi|gởi|điều|chọn|với|cùng)(?: đoàn| hơn| gần| thêm)?$")
_CROSSES = pattern(r" ?(?:sang|qua)\b")
_LEAVES = pattern(r"\b(?:sang|đi|qua|dự)\b")
_ASKS_COUNT = pattern(r"\b(?:mời|đón|tiếp|đón tiếp)(?: đoàn| hơn| gần| các)?$")
_BODY_COMES = pattern(
    r"(?: \([^()\n]{2,40}\))? (?:đã |vừa |cũng )?(?:(?:đến|sang|vào|lên|về)(?: [^,;.\n]{3,45}?)? (?:thăm|làm việc|khảo sát|tìm hiểu|chào|chúc|xem|tham quan|trao đổi|dự)|"
    r"có (?:chuyến|buổi) (?:thăm|làm việc|khảo sát|công tác))\b(?! \w+ lần)"
)
_BODY_GOES = pattern(
    r"(?: \([^()\n]{2,30}\))? (?:tỉnh |thành phố )?(?:đã |vừa )?(?:có chuyến (?:thăm|công tác|làm việc|đi)|(?:sang|đi|qua) (?:thăm|dự|tham dự|chúc|làm việc|khảo sát|học|công tác)|thăm(?:,| và) làm việc tại|(?:tham dự|dự|tham gia)(?= [^;.\n]{3,90} (?:tại|ở) ))\b"
)
_GOES_AWAY = pattern(
    r"(?:,? (?:và|cùng|cùng với|với) [^;.\n]{2,60}?)?,? (?:đã |vừa |cũng )*(?:có chuyến (?:thăm|công tác|làm việc)|sang|đi (?:thăm|dự|công tác|học|tham dự|khảo sát|làm việc|nước)|"
    r"xuất cảnh|tham dự|dự|tham gia|tháp tùng|được cử|thăm(?:,| và) làm việc|lên đường|thăm chính thức)\b"
)
_OFFICE_AFTER = pattern(
    rf" ?(?:,|-|–) ?(?P<office>{travellers.ROLE}[^;.\n()]{{3,90}}?)(?=,? (?:được|xuất cảnh|làm [Tt]rưởng|đã|vừa|đi|sang|dự|tham|tháp|thăm|có chuyến|lên|xuất cảnh|ra nước)\b|,? (?:và|cùng|cùng với|với) (?:\d|một số|các|đoàn))"
)
_OFFICE_THERE = pattern(rf"{travellers.ROLE}[^,;.\n]{{2,60}} $")
_ROLE_BEFORE = pattern(rf"{travellers.ROLE}[^,;.\n]{{0,24}} ?$")
_WITH_OTHERS = pattern(
    rf"(?P<who>(?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c) )?(?:[A-ZĐ]\w+ ){{2,5}}?\({travellers.ROLE}[^()\n]{{2,80}}\)|{travellers.ROLE}[^,;.\n()]{{2,90}}?),? (?:và|cùng|cùng với|với) $"
)
_GENERAL = pattern(r"(?:[Cc]ác |[Mm]ột số )?(?:[Nn]hà đầu tư|[Cc]huyên gia|[Cc]án bộ)")
_BEFORE = 130  # characters before somebody that may say who calls on whom
_OPENS = re.compile(r"(?:^|[,;:.\n]|\d\.|[-+•*])\s*(?:[Tt]ổ chức |[Qq]uỹ |[Tt]ập đoàn |[Cc]ông ty )?$")


def as_persons(page: Page, sentence: Sentence, drafts: list[Draft], names: list[Party]) -> list[Draft]:
    """Those who come as persons, but for heads and members of the delegations already found."""
    found: list[Draft] = []
    seen = {str(each.slots["countries"].value) for each in drafts if "countries" in each}
    lead = leader.led(sentence, sentence.start, sentence.end)
    for party in callers.callers(page, sentence):
        if any(each.start <= party.start < each.end for each in names) or not sentence.is_fact(party.start):
            continue
        if (
            lead
            and not lead.subject
            and lead.start < party.start < lead.end
            and "do " in sentence.text[: lead.start - sentence.start + 3][-3:]
        ):
            continue  # the head of a delegation
        draft = _caller(sentence, party, found)
        if draft is None or (drafts and "countries" not in draft):
            continue
        if str(draft.slots["countries"].value if "countries" in draft else "") in seen:
            continue
        seen.add(str(draft.slots["countries"].value if "countries" in draft else ""))
        found.append(draft)
    return found


def _caller(sentence: Sentence, party: Party, found: list[Draft]) -> Draft | None:
    """``UBND tỉnh tiếp ông Kim Do-hyon, Đại sứ Hàn Quốc``, ``Đại sứ Ấn Độ đến chào xã giao``."""
    first = min(party.start, party.mention.start) if party.mention else party.start
    before = sentence.text[max(0, first - sentence.start - _BEFORE) : first - sentence.start]
    listed = bool(found) and _ITEM.search(before) is not None and _GUESTS.search(sentence.lower) is not None
    called, comes = _CALLED_ON.search(before), _COMES.match(sentence.text, party.end - sentence.start)
    told = None if called or comes else _VISIT_OF.search(before)
    if told and _FRAME.search(before):
        return None
    called = called or told
    if _NO_CALLER.search(before.lower()) or not (called or comes or listed) or (found and not (called or listed)):
        return None
    draft = Draft("delegation_in", sentence)
    named, said = countries(sentence, first, party.end + 2)
    draft.put("countries", named[:1], said[:1], "caller")
    leader.caller(draft, party.mention, party.office)
    stop = sentence.start + len(sentence.text)
    reception.host_in(draft, sentence, sentence.start, first, stop)
    end = max(party.end, party.mention.end if party.mention else 0)
    journey.fill(draft, sentence, sentence.start, end, stop, end)
    return draft if "dates" in draft or not told else None


def otherwise(page: Page, sentence: Sentence, names: list[Party]) -> list[Draft]:
    """Visits without a delegation's name: counted people, a person who is sent, a body that comes or goes."""
    if guests := received.visit(page, sentence):
        return [guests]
    for party in travellers.counted(sentence):
        if sentence.is_fact(party.start) and (draft := _people(page, sentence, party)):
            return [draft]
    if not names and (led := _led(page, sentence)):
        return [led]
    if envoy := envoys.sent(page, sentence):
        return [envoy]
    if gone := _sent(sentence) or _goer(page, sentence):
        return [gone]
    for each in sentence.of("ORG", "FOREIGN_UNIT", "COUNTRY"):
        if (draft := _body(page, sentence, each)) and sentence.is_fact(each.start):
            return [draft]
    told = subject.visits(page, sentence) or (None if names else item.visit(page, sentence))
    return [told] if told else []


def _led(page: Page, sentence: Sentence) -> Draft | None:
    """``Lãnh đạo tỉnh Champasak do … làm trưởng đoàn đã đến chào …``: guests with a head and no delegation's name."""
    lead = leader.led(sentence, sentence.start, sentence.end)
    if lead and (gone := envoys.journey_led(page, sentence, lead)):
        return gone
    if lead is None or lead.subject or not _COMES.match(sentence.text, lead.end - sentence.start):
        return None
    first = max(sentence.start, lead.start - _BEFORE, way.invited(sentence)[1])
    side, theirs = whose.side(page, sentence, first, lead.start)
    if side != "theirs" or not sentence.is_fact(lead.start) or travellers.other(sentence.lower[: lead.start - sentence.start]):
        return None
    draft = Draft("delegation_in", sentence)
    draft.put("countries", theirs[0][:1], theirs[1][:1], "body")
    leader.put(draft, sentence, *lead.who)
    stop = sentence.start + len(sentence.text)
    journey.told(draft, sentence, Party("body", lead.start, lead.end), sentence.start, stop, lead.end)
    return draft


def _people(page: Page, sentence: Sentence, party: Party) -> Draft | None:
    """``cử 08 cán bộ đi Thái Lan học …``, ``mời 34 thủy thủ Nga về thăm …``, ``Tỉnh trưởng A cùng 19 cán bộ sang chúc Tết``."""
    before = sentence.before(party.start, 30).rstrip()
    stop = sentence.start + len(sentence.text)
    side, theirs = whose.side(page, sentence, party.start, party.end)
    head = leader.led(sentence, sentence.start, stop)
    if _ASKS_COUNT.search(before):
        if side != "theirs":
            return None
        draft = Draft("delegation_in", sentence)
        draft.say("name", party.start, party.end, "name")
        draft.put("countries", theirs[0], theirs[1], "name")
    else:
        if (sender := way.sender(page, sentence, sentence.start, party)) and sender[0] == "theirs":
            return _sent_here(sentence, party, sender[1], stop)
        there = way.goals(sentence, party.end, party, party.end, stop, strict=before.endswith(("với", "cùng")))
        if not there[0] and _CROSSES.match(sentence.lower, party.end - sentence.start):
            named = countries(sentence, sentence.start, party.start)
            there = named if len(named[0]) == 1 else there  # ``Tuần lễ Lào Cai tại Bordeaux …, tỉnh gửi 16 nghệ nhân sang``
        stays = before.endswith("cho") and not _LEAVES.search(sentence.lower, party.end - sentence.start)
        stays = stays and not (
            before.endswith("tổ chức cho") and way.goals(sentence, party.end, party, party.end, stop, strict=True)[0]
        )
        if (
            stays
            or "bên cử" in before
            or not (_LEADS_COUNT.search(before) or head)
            or not there[0]
            or whose.side(page, sentence, max(sentence.start, way.invited(sentence)[1]), party.start)[0] == "theirs"
        ):
            return None
        draft = Draft("delegation_out", sentence)
        draft.put("countries", there[0], there[1], "goal")
    people.called(draft, sentence, party.start, party.end)
    if head:
        leader.put(draft, sentence, *head.who)
    elif role := _WITH_OTHERS.search(sentence.text, max(0, party.start - sentence.start - _BEFORE), party.start - sentence.start):
        leader.put(draft, sentence, sentence.start + role.start(), sentence.start + role.end("who"))
    journey.told(draft, sentence, party, sentence.start, stop, party.end)
    return draft if len(draft) > 2 else None


def _sent_here(sentence: Sentence, party: Party, theirs: whose.Found, stop: int) -> Draft | None:
    """``UNICEF cử 3 chuyên gia lên huyện đánh giá …``: people whom a body from abroad sends."""
    draft = Draft("delegation_in", sentence)
    draft.put("countries", theirs[0][:1], theirs[1][:1], "name")
    journey.told(draft, sentence, party, sentence.start, stop, party.end)
    return draft if len(draft) > 1 else None


def _sent(sentence: Sentence) -> Draft | None:
    """``cử ông A, Giám đốc Sở B, tham dự … tại Thái Lan``; one without an office travels, but leads nobody."""
    for person in sentence.of("PERSON"):
        there = countries(sentence, person.end, sentence.start + len(sentence.text))
        if _SENT.search(sentence.before(person.start, 24)) and there[0] and sentence.is_fact(person.start):
            draft = Draft("delegation_out", sentence)
            draft.put("countries", there[0], there[1], "sent")
            if not _MOVES.search(sentence.lower, person.end - sentence.start):
                continue
            if _GIVEN.search(sentence.before(person.start, 90)):
                continue
            if office := _OFFICE_BEHIND.match(sentence.text, person.end - sentence.start):
                draft.put("head", getattr(person.entity.value, "name", person.text), person, "sent")
                draft.say("head_position", sentence.start + office.start("office"), sentence.start + office.end("office"), "sent")
            stop = sentence.start + len(sentence.text)
            reception.host_out(draft, sentence, sentence.start, stop)
            journey.fill(draft, sentence, sentence.start, person.start, stop, person.end)
            return draft
    return None


def _goer(page: Page, sentence: Sentence) -> Draft | None:
    """``Ông A, Giám đốc Sở B, đi dự … tại Đức``, ``Chủ tịch UBND tỉnh A sang thăm …``: one of ours with an office who leaves."""
    stop = sentence.start + len(sentence.text)
    if subject.PRIVATE.search(sentence.lower):
        return None
    for person in sentence.of("PERSON"):
        office, end = _office_of(sentence, person)
        match = _GOES_AWAY.match(sentence.text, end - sentence.start)
        if not office or not match or not sentence.is_fact(person.start) or whose.theirs(page, sentence, *office):
            continue
        party = Party("person", person.start, end, person, office)
        there = way.goals(sentence, end, party, end, stop, strict=True)
        if there[0]:
            draft = Draft("delegation_out", sentence)
            draft.put("head", getattr(person.entity.value, "name", person.text), person, "goes")
            draft.say("head_position", *office, "goes")
            draft.put("countries", there[0], there[1], "goal")
            journey.told(draft, sentence, party, sentence.start, stop, end)
            return draft
    return None


def _office_of(sentence: Sentence, person: Mention) -> tuple[tuple[int, int] | None, int]:
    """The office of a person, behind or before the name, and where the words about him end."""
    if match := _OFFICE_AFTER.match(sentence.text, person.end - sentence.start):
        start, end = sentence.start + match.start("office"), sentence.start + match.end("office")
        return (start, end), end
    at = person.start - sentence.start
    match = _OFFICE_THERE.search(sentence.text, max(0, at - 90), at)
    return ((sentence.start + match.start(), person.start - 1) if match else None), person.end


def _body(page: Page, sentence: Sentence, each: Mention) -> Draft | None:
    """``Lãnh đạo tỉnh Champasak đến chào …``, ``Tổ chức Plan vào huyện X khảo sát``, ``Thường trực HĐND tỉnh có chuyến thăm …``."""
    comes, goes = (cue.match(sentence.text, each.end - sentence.start) for cue in (_BODY_COMES, _BODY_GOES))
    if not (comes or goes):
        return None
    party = travellers.body(sentence, each)
    foreign = (each.start > party.start or each.label == "ORG") and is_foreign(page, sentence, each)
    draft: Draft | None = None
    if comes and (foreign or (each.label == "ORG" and whose.unknown(page, each) and " sang " not in comes[0])):
        draft = _body_comes(sentence, party, each)
    elif goes and each.label == "ORG" and not foreign:
        draft = _body_goes(sentence, party, sentence.start + goes.end())
    if draft is None:
        return None
    journey.told(draft, sentence, party, sentence.start, sentence.start + len(sentence.text), each.end)
    general = _GENERAL.match(sentence.text, party.start - sentence.start)
    told = {"dates", "members"} if general else {"dates", "members", "purpose"}
    return draft if len(draft) > 1 and told & draft.slots.keys() else None


def _body_comes(sentence: Sentence, party: Party, body: Mention) -> Draft | None:
    if not _opens(sentence, party.start):
        return None
    draft = Draft("delegation_in", sentence)
    named, said = countries(sentence, party.start, body.end + 12)
    draft.put("countries", named[:1], said[:1], "body")
    return draft


def _body_goes(sentence: Sentence, party: Party, behind: int) -> Draft | None:
    at = party.start - sentence.start
    role = _ROLE_BEFORE.search(sentence.text, max(0, at - _BEFORE), at)
    start = sentence.start + role.start() if role else party.start
    there = way.goals(sentence, party.end, party, behind, sentence.start + len(sentence.text))
    if not there[0] or not _opens(sentence, start):
        return None
    draft = Draft("delegation_out", sentence)
    draft.put("countries", there[0], there[1], "body")
    if role:
        draft.say("head_position", start, party.end, "body")
    return draft


def _opens(sentence: Sentence, place: int) -> bool:
    """Whether a subject begins a clause, or stands right behind the day that opens it."""
    at = place - sentence.start
    behind_day = any(each.end == place - 1 for each in sentence.of("DATE"))
    return behind_day or bool(_OPENS.search(sentence.text, max(0, at - 20), at))


__all__ = ["as_persons", "otherwise"]
