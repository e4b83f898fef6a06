"""Single visits: delegations with a name, a head, a country, days and a purpose; callers who come as a person; who is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.country import Country
from ...kinds.organisation import Organisation
from ...text import pattern
from .. import details
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, days

_NO_VISIT = pattern(
    r"đoàn (?:viên|kết|thể|thanh niên|tncs)|công đoàn|tỉnh đoàn|trung đoàn|tập đoàn|quân đoàn|sư đoàn|trưởng đoàn"
)
_OTHER = pattern(
    r"phi chính phủ|khám (?:chữa )?bệnh|thầy thuốc|y bác sĩ|văn công|nghệ thuật|thanh tra|kiểm tra|viện trợ|ca múa|kiều bào"
)
_GOES = pattern(
    r"\b(?:cử|đoàn ra|đi(?! (?:lại|đôi|vào|đầu|sâu|qua))|ra nước ngoài|công tác nước ngoài|xuất cảnh|sang|"
    r"tổ chức (?:cho )?(?:\d+ )?đoàn)\b"
)
_COMES_TO = pattern(r"\b(?:thăm|dự|tham dự|học tập|khảo sát|xúc tiến|đến|tham gia)\b")  # said of visits here too
_RECEIVES = pattern(r"\b(?:đón|tiếp|hội kiến|tiếp nhận)\b[^;.]{0,60}$")
_VERB = (
    r"do|gồm|đến|đi|sang|vào|thăm|tham dự|dự|đã|vừa|tới|về|nhân|trong|từ|với|là|tham gia|lên|có|qua|báo|diễn|biểu diễn|sẽ|cũng|"
    r"tặng|khảo sát|tìm hiểu|mang|thay mặt|đang|sau|khám|và [Đđ]oàn|cùng [Đđ]oàn|trao đổi|học tập|chào|chúc|dẫn đầu|làm việc|thực hiện"
)
_DELEGATION = pattern(
    rf"\b[Đđ]oàn(?! (?:viên|kết|thể|thanh niên|TNCS|[Cc]ông tác liên ngành|gồm|đã|đến|có|do|là|này)\b)(?P<name> [^,;.:\n]{{2,110}}?)?"
    rf"(?= (?:{_VERB})\b| ?[,;.:()\n]|$)"
)
_OF_THEM = pattern(r", [a-zđ][^,;.()\n]{2,50} của [^,;.()\n]{3,40}?(?: \([^()\n]{2,20}\))?(?= (?:do|gồm|đến|sang|vừa|đã)\b)")
_LED = pattern(
    r"\bdo (?P<who>[^;\n]{3,160}?) (?:dẫn đầu|làm [Tt]rưởng đoàn|làm trưởng|là [Tt]rưởng đoàn|dẫn đoàn)|"
    r"(?P<who2>[^;.\n]{3,110}?) dẫn (?:đầu )?(?:một )?[Đđ]oàn|"
    r"[Tt]rưởng đoàn(?: là| ?:) (?P<who3>[^;.\n()]{3,100}?)(?=[;.\n()]|, gồm|$)",
)
_TITLES = pattern(r"(?:ngài|ông|bà|đồng chí|đ/c|anh|chị|đại tá|thượng tá|trung tá|thiếu tướng) ", re.IGNORECASE)
_MEMBERS = pattern(
    r"(?:thành viên|người|cán bộ|đại biểu|chuyên gia|thanh niên|hội viên|doanh nghiệp|học sinh|sinh viên|bác sĩ|cán bộ, .*)"
)
_PURPOSE = pattern(
    r"\b(?:đến |sang |vào |đi |tới |lên |về )?(?P<purpose>(?:thăm và làm việc|thăm, làm việc|thăm chính thức|chào xã giao|chúc|tham dự|tham gia|dự|khảo sát|"
    r"tìm hiểu|học tập|tham quan|xúc tiến|trao đổi|nghiên cứu|làm việc|thăm|ký kết|giao lưu|biểu diễn)\b[^;.\n]{0,160})"
)
_PURPOSE_ENDS = pattern(
    r"(?:,| và) (?:từ|ngày|do|gồm|tại trụ sở|trong|thời gian|kinh phí|chi phí|theo)\b|, [A-ZĐ]|"
    r",? (?:từ (?:ngày|\d)|ngày \d|(?:vào |trong )?tháng \d|năm \d{4}|trong (?:các )?ngày|nhân dịp|theo Quyết định|với kinh phí)| \((?=\d|từ|ngày)"
)
_OFFICE = r"(?:(?:[Pp]hó )?(?:Tổng [Ll]ãnh sự|[Tt]hống đốc|[Tt]ỉnh trưởng|[Bb]ộ trưởng|[Tt]hị trưởng|[Đđ]ại sứ|[Cc]hâu trưởng)|[Tt]ham tán|[Cc]ông sứ|[Đđ]ô trưởng)"
_CALLER = pattern(
    rf"(?P<who>\b{_OFFICE}(?! quán)[^,;.\n]{{2,90}}?)"
    r"(?= tại (?!Việt)| nhân| đến| sang| về| vào| cùng| trong| đã| thăm| tới| do|, (?:nhân|ngày|về)|[,;.\n(]|$)"
)
_CALLED_ON = pattern(
    r"\b(?:đón(?: tiếp)?|tiếp(?: xã giao| và làm việc)*|hội kiến|làm việc)(?: với)?(?: (?:ngài|ông|bà))?(?: [^;.\n]{0,60})?$"
)
_COMES = pattern(
    r"[^;.\n]{0,60}?\b(?:đến|sang|tới|vào|lên)? ?(?:thăm|chào xã giao|chào từ biệt|làm việc|tìm hiểu|khảo sát|có (?:chuyến|buổi) (?:thăm|làm việc))\b"
)
_OUR_MAN = pattern(r"việt nam tại|của việt nam|của ta")
_HOSTS = pattern(
    r"(?P<host>[^,;.:\n]{3,100}?) (?:đã |vừa )?(?:chủ trì |tổ chức )?(?:(?:có )?buổi )?"
    r"(?:tiếp(?: và làm việc| xã giao|, làm việc)?|đón(?: tiếp| và làm việc)?|làm việc)(?: với)? (?:[Đđ]oàn|[Đđ]ại sứ|[Tt]ổng [Ll]ãnh sự|ông|bà|ngài)"
)
_INVITED = pattern(r"[Tt]heo lời mời của (?P<host>[^,;.\n]{3,90})")
_SENT = pattern(r"\bcử (?:đồng chí |ông |bà |đ/c )?$")
_GOES_ON = pattern(
    r"(?:[Đđ]oàn (?:gồm|có|đã|do|thăm|đến|sang|sẽ)|[Cc]huyến (?:thăm|công tác|đi)|[Kk]inh phí|[Tt]rưởng đoàn|[Tt]hành phần)\b"
)
_PROVINCE = ("PROVINCE", "DISTRICT", "COMMUNE")
_FAR = 140  # characters between a delegation's name and its head


def visits(page: Page, sentence: Sentence, counted: list[Mention]) -> Iterator[Draft]:
    """The visits a sentence tells of; ``counted`` are the counts of delegations that already make rows of totals."""
    called = [draft for match in _CALLER.finditer(sentence.text) if (draft := _caller(page, sentence, match))]
    if called:
        yield called[0]
    led, seen = _leader(sentence), {str(each.slots["countries"].value) for each in called if "countries" in each}
    found = 0
    for start, end in _named(sentence, bool(counted) and not led, counted):
        draft = _visit(page, sentence, start, end, led, found > 0)
        if draft is None or (found and str(draft.slots["countries"].value) in seen):
            continue
        found += 1
        seen.add(str(draft.slots["countries"].value) if "countries" in draft else "")
        yield draft
        if draft.table.key == "delegation_out":
            break
    if not found and not called and (sent := _sent(page, sentence)):
        yield sent


def _leader(sentence: Sentence) -> re.Match[str] | None:
    """The words that say who leads; looked for only where one of them stands."""
    return _LED.search(sentence.text) if "dẫn" in sentence.lower or "trưởng" in sentence.lower else None


def goes_on(draft: Draft, sentence: Sentence) -> None:
    """``Đoàn gồm 14 thành viên, thăm tỉnh từ ngày 16 - 19/8.`` fills what the sentence before left open."""
    if not sentence.fact or not _GOES_ON.match(sentence.text):
        return
    before, draft.sentence = draft.sentence, sentence
    _rest(draft, sentence, sentence.start, sentence.start)
    draft.sentence = before


def _named(sentence: Sentence, skip: bool, counted: list[Mention]) -> Iterator[tuple[int, int]]:
    """Places of the names of delegations that were not counted and are told as facts."""
    for match in _DELEGATION.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if more := _OF_THEM.match(sentence.text, match.end()):
            end = sentence.start + more.end()
        if skip or not sentence.is_fact(start) or _NO_VISIT.search(sentence.lower[max(0, match.start() - 6) : match.end()]):
            continue
        if not any(each.start < end and each.end > start - 4 for each in counted):
            yield start, end


def _visit(page: Page, sentence: Sentence, start: int, end: int, led: re.Match[str] | None, more: bool) -> Draft | None:
    """A visit: needs a head, a day or a purpose besides the delegation's name; ``more`` for one of several in a sentence."""
    name = page.view.text[start:end]
    if _OTHER.search(name.lower()):
        return None
    side, theirs = _side(page, sentence, start, end)
    head = _head(sentence, led) if led and abs(sentence.start + led.start() - end) < _FAR and not more else None
    received = _RECEIVES.search(sentence.lower[: start - sentence.start])
    if (
        side != "theirs"
        and head
        and (received or side is None or (led and led["who2"]))
        and (abroad := countries(sentence, *head))[0]
    ):
        side, theirs = "theirs", abroad
    if side is None and (sender := _sender(sentence, start)):
        side, theirs = "theirs", sender
    there = countries(sentence, end, sentence.start + len(sentence.text))
    there = there if there[0] else countries(sentence, sentence.start, start)
    weak = not head and not _GOES.search(sentence.lower)
    if side != "theirs" and (received or more or not there[0] or (weak and not _COMES_TO.search(sentence.lower))):
        return None
    draft = Draft("delegation_in" if side == "theirs" else "delegation_out", sentence)
    if len(name.split()) > 1:
        draft.say("name", start, end, "name")
    if head:
        _put_head(draft, sentence, *head)
    if side == "theirs":
        draft.put("countries", theirs[0], theirs[1], "name")
        _put_host(draft, sentence, start)
    else:
        draft.put("countries", there[0], there[1], "goal")
        if match := _INVITED.search(sentence.text):
            draft.say("host", sentence.start + match.start("host"), sentence.start + match.end("host"), "invited")
    _rest(draft, sentence, start, end)
    if weak and side != "theirs" and not {"dates", "members"} & draft.slots.keys():
        return None
    listed = more and "name" in draft and "countries" in draft
    return draft if listed or len(draft) > 2 or (head and len(draft) > 1) else None


def _rest(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Members, days, purpose, and who sends and pays."""
    last = sentence.start + len(sentence.text)
    _put_members(draft, sentence, start, end)
    _put_dates(draft, sentence)
    if "purpose" not in draft:
        _put_purpose(draft, sentence, end)
    details.permission(draft, sentence, "permission", sentence.start, last)
    details.funding(draft, sentence, end, last)
    details.cost(draft, sentence, end, last)
    details.lasting(draft, sentence, end, last)
    details.planned(draft, sentence, end, last)


def _side(page: Page, sentence: Sentence, start: int, end: int) -> tuple[str | None, tuple[list[str], list[Mention]]]:
    """Whose delegation a name says it is: the first body or place in it decides; and the countries in the name."""
    found = countries(sentence, start, end + 12)
    for each in sentence.inside(start, end, "ORG", "COUNTRY", "FOREIGN_UNIT", *_PROVINCE):
        value = each.entity.value
        if each.label in _PROVINCE or (isinstance(value, Country) and value.code == "VN"):
            return "ours", ([], [])
        if is_foreign(page, sentence, each):
            return "theirs", found
        if isinstance(value, Organisation) and value.level in ("central", "province", "district", "commune"):
            return "ours", ([], [])
    return ("theirs", found) if found[0] else (None, ([], []))


def _sender(sentence: Sentence, start: int) -> tuple[list[str], list[Mention]] | None:
    """The country of the one abroad who sends: ``tỉnh Udon Thani cử đoàn 12 người sang dự lễ``."""
    if not re.search(r"(?:cử|dẫn|đưa) (?:một |01 )?$", sentence.before(start, 12)):
        return None
    subject = sentence.inside(sentence.start, start, "ORG", "COUNTRY", "FOREIGN_UNIT", *_PROVINCE)
    last = countries(sentence, subject[-1].start, start) if subject else ([], [])
    return last if last[0] else None


def _head(sentence: Sentence, led: re.Match[str]) -> tuple[int, int]:
    name = next(key for key in ("who", "who2", "who3") if led[key])
    start, end = sentence.start + led.start(name), sentence.start + led.end(name)
    if name == "who2":
        person = next(iter(sentence.inside(start, end, "PERSON")), None)
        comma = sentence.text.rfind(", ", start - sentence.start, (person.start if person else end) - sentence.start)
        start = sentence.start + comma + 2 if comma >= 0 else start
    return start, end


def _caller(page: Page, sentence: Sentence, match: re.Match[str]) -> Draft | None:
    """``UBND tỉnh tiếp ông Kim Do-hyon, Đại sứ Hàn Quốc``, ``Đại sứ Ấn Độ đến chào xã giao``: one that comes as a person."""
    start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
    named, said = countries(sentence, start, end + 2)
    if not named or _OUR_MAN.search(match["who"].lower()) or not sentence.is_fact(start):
        return None
    person = _person_beside(sentence, start, end)
    first = min(start, person.start) if person else start
    before = sentence.text[: first - sentence.start]
    called, comes = _CALLED_ON.search(before), _COMES.match(sentence.text, end - sentence.start)
    led = re.search(r"\bdo [^;]{0,60}$|[Đđ]oàn[^;,.]{0,40}$", before)
    if led or not (called or comes):
        return None
    draft = Draft("delegation_in", sentence)
    draft.put("countries", named[:1], said[:1], "caller")
    if person:
        draft.put("head", getattr(person.entity.value, "name", person.text), person, "caller")
    draft.say("head_position", start, person.start if person and start < person.start < end else end, "caller")
    if called:
        bodies = sentence.inside(sentence.start, sentence.start + called.start(), "ORG")
        if bodies:
            draft.say("host", bodies[-1].start, bodies[-1].end, "caller")
    _rest(draft, sentence, start, end)
    return draft


def _person_beside(sentence: Sentence, start: int, end: int) -> Mention | None:
    """The person an office belongs to: in its words, behind them, or before them and a comma."""
    for each in sentence.inside(sentence.start, end + 4, "PERSON"):
        if each.start >= start or 0 < start - each.end <= 3:
            return each
    return None


def _sent(page: Page, sentence: Sentence) -> Draft | None:
    """``cử ông A, Giám đốc Sở B, tham dự … tại Thái Lan``."""
    for person in sentence.of("PERSON"):
        there = countries(sentence, person.end, sentence.start + len(sentence.text))
        if _SENT.search(sentence.before(person.start, 24)) and there[0] and sentence.is_fact(person.start):
            draft = Draft("delegation_out", sentence)
            draft.put("head", getattr(person.entity.value, "name", person.text), person, "sent")
            draft.put("countries", there[0], there[1], "sent")
            office = re.match(
                r", (?P<office>[^,;.]{4,70}?)(?= (?:tham|dự|đi|sang|thăm)\b|,)", sentence.text[person.end - sentence.start :]
            )
            if office:
                draft.say("head_position", person.end + office.start("office"), person.end + office.end("office"), "sent")
            _rest(draft, sentence, person.start, person.end)
            return draft
    return None


def _put_head(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    person = next(iter(sentence.inside(start, end, "PERSON")), None)
    if person is None:
        at = sentence.lower.rfind(",", start - sentence.start, end - sentence.start)
        first = sentence.start + at + 2 if at >= 0 else start
        while match := _TITLES.match(sentence.text, first - sentence.start):
            first = sentence.start + match.end()
        draft.say("head_position", first, end, "office")
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
    if not any(word in sentence.lower[: start - sentence.start] for word in ("tiếp", "đón", "làm việc")):
        return
    match = _HOSTS.search(sentence.text)
    if match and sentence.start + match.end() <= start + 8:
        first = sentence.start + match.start("host")
        orgs = sentence.inside(first, sentence.start + match.end("host"), "ORG")
        at = orgs[0].start if orgs else first
        draft.say("host", at, sentence.start + match.end("host"), "subject")


def _put_members(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    for each in sentence.counts(_MEMBERS):
        words = sentence.before(each.start, 14).rstrip(" (")
        near = each.start - end < 160 and each.start >= start
        if near and (
            words.endswith(("gồm", "gồm có", "với", "cùng", "tất cả", "đoàn", "có"))
            or each.start < end
            or sentence.before(each.start, 2) == "("
        ):
            draft.put("members", count(each), each, "count")
            return


def _put_dates(draft: Draft, sentence: Sentence) -> None:
    """The longest time told: a span, else a day, else a month."""
    known = [(each, value) for each, value in days(sentence) if len(value) > 4]
    if not known:
        return
    each, value = max(known, key=lambda one: ("/" in one[1], len(one[1])))
    held = draft.slots.get("dates")
    if held and "/" in value and "/" not in str(held.value):
        del draft.slots["dates"]
        held = None
    if held is None:
        draft.put("dates", value, each, "date")


def _put_purpose(draft: Draft, sentence: Sentence, end: int) -> None:
    match = _PURPOSE.search(sentence.text, end - sentence.start)
    if not match:
        return
    words = match["purpose"]
    if stop := _PURPOSE_ENDS.search(words):
        words = words[: stop.start()]
    at = sentence.start + match.start("purpose")
    draft.say("purpose", at, at + len(words), "verb")


__all__ = ["goes_on", "visits"]
