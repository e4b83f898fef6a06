"""What is told of a visit besides who travels: how many, when, to what end, who receives, who pays, what it brought."""

from __future__ import annotations

import re

from .. import details
from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries
from ..values import count, unit
from ..wording import pattern
from . import aim, dated, leader, outcome, people, reception
from .travellers import Party

_MEMBERS_BEFORE = (
    "gồm",
    "gồm có",
    "với",
    "cùng",
    "tất cả",
    "đoàn",
    "có",
    "cử",
    "dẫn",
    "đưa",
    "cho",
    "mời",
    "thành phần",
    "quân số",
    "tổng cộng",
    "số người:",
    "tổng số",
    "đón",
    "tiếp",
)
#: How long, right before the days themselves: ``hai ngày 14 và 15/2``, ``3 ngày (28 - 30/10)``.
_DAYS_SAID = pattern(
    r"(?<!sau )(?<!trước )(?<!vòng )\b(?P<number>(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2}(?! ngày,? \d))) (?:ngày|hôm)(?: đêm)?(?=,? ?\(?(?:từ )?(?:ngày )?\d| liền\b| trong tháng|[,;.)]| \()"
)
_ALONG = pattern(r"\b(?:cùng|và|cùng với)$")  # with the head, who is one more
_TREATED = ("cho", "giúp", "tặng")  # before those whom guests help
_NEAR = 40  # characters behind a name that may say in words how many they are
_HEAD = 60  # characters at a sentence's head that may say when all of it took place
_KEPT = pattern(r"(?:kỷ niệm|quốc khánh|thành lập|giải phóng|thiết lập|ngày sinh|truyền thống)[^;.]{0,60}$")
_YEAR_OF_VISIT = pattern(r"(?:^|\b)(?:đầu |cuối |giữa |trong )?(?:mùa \w+ |năm )$|^$")
_GOES_ON = pattern(
    r"(?:(?:Đồng chí|Ông|Bà|Ngài|Đ/c)[^.;]{3,90}(?:làm|là) [Tt]rưởng [Đđ]oàn|Cùng đi\b[^.]{0,120}đoàn (?:có|gồm) \d+|[Đđ]oàn (?:khuyến nghị|đề xuất|đồng ý|nhất trí|ghi nhận|mổ|phẫu thuật|khám|chọn|quyết định|hẹn|cũng)|[Đđ]oàn(?: công tác| đại biểu| khách| chuyên gia| cán bộ)? (?:gồm|có|đã|do|thăm|đến|sang|làm|hứa|cam kết|đi|ở)|[Cc]huyến|[Kk]inh phí|[Cc]hi phí|[Tt]rưởng đoàn|[Dd]ẫn đầu(?: đoàn)? (?:là|có)|[Tt]hành phần|[Tt]hời gian|[Mm]ục đích|"
    r"[Cc]ử đi|[Vv]é|[Ăă]n ở|[Mm]ọi (?:chi|kinh) phí|[Tt]oàn bộ (?:chi|kinh) phí|[Kk]ết quả|[Tt]iếp (?:và|đoàn|,|đón)|[Ll]àm việc với [Đđ]oàn|[Tt]rong thời gian|[Ss]ố người|[Kk]ết thúc (?:chuyến|đợt)|[Ss]au chuyến|Theo (?:Quyết định|QĐ)[^;\n]{3,80}, (?:kinh|chi) phí|[Tt]rong chuyến|[Nn]hân (?:chuyến|dịp này)|Tại (?:đây|[A-ZĐ]\w+, ))\b"
)


#: Those told of before, in other words: ``Các bạn Lào đến thăm …``, ``Bà Đại sứ tìm hiểu …``, ``Khách thông báo …``.
_AGAIN = pattern(
    r"(?:Các (?:bạn(?: [A-ZĐ]\w+)?|vị khách|thành viên|nghị s[ĩỹ]|chuyên gia|bác s[ĩỹ]|đại biểu)|(?:Hai|Ba|Bốn) (?:vị|bạn|chuyên gia|bác s[ĩỹ])|"
    r"(?:Bà|Ông|Ngài) (?:Đại sứ|Tổng [Ll]ãnh sự|Tham tán|Thống đốc|Tỉnh trưởng|Giám đốc|Thị trưởng|Chủ tịch)|Vị khách|Khách|Bạn)"
    r"(?= (?:(?:cùng|và|với) [^,;.]{2,40}? )?(?:đã |còn |cũng )?(?:đến|sang|vào|lên|thăm|tìm hiểu|thông báo|khảo sát|làm việc|trao đổi|dự|tham dự|tham quan|ở lại|lưu lại|muốn|đi thăm|xem|giới thiệu|bàn|khám|mổ|dạy|biểu diễn|tập huấn|học|viếng|dâng hương)\b)"
)


def told(draft: Draft, sentence: Sentence, party: Party, start: int, stop: int, behind: int) -> None:
    """All that a stretch of a sentence tells of those who travel, with who receives them or asked them to come."""
    if draft.table.key == "delegation_in":
        reception.host_in(draft, sentence, start, party.start, stop)
    else:
        reception.host_out(draft, sentence, start, stop)
    stop = min(stop, outcome.within(draft, sentence, behind, sentence.end))
    fill(draft, sentence, start, party.end, stop, behind)


def fill(draft: Draft, sentence: Sentence, start: int, end: int, stop: int, behind: int) -> None:
    """All that a stretch of a sentence tells: from a place on, behind the name's end, to a stop; purposes from ``behind`` on."""
    members(draft, sentence, start, end, stop)
    dates(draft, sentence, start, end, stop)
    if "purpose" not in draft:
        aim.purpose(draft, sentence, behind, stop)
    if "purpose" not in draft and end < behind:
        aim.purpose(draft, sentence, end, behind)  # told before who leads
    _paid(draft, sentence, start, behind, stop)


def _paid(draft: Draft, sentence: Sentence, start: int, behind: int, stop: int) -> None:
    """The paper that allows, who pays, what it costs, how long it lasts."""
    details.permission(draft, sentence, "permission", start, stop)
    details.funding(draft, sentence, behind, stop)
    details.cost(draft, sentence, behind, stop)
    details.lasting(draft, sentence, behind, stop)
    details.planned(draft, sentence, behind, stop)
    if "days" not in draft and (each := _days_alone(sentence, behind, stop)):
        draft.put("days", count(each), each, "days")
    if "days" not in draft and (told := _DAYS_SAID.search(sentence.lower, behind - sentence.start, stop - sentence.start)):
        span = sentence.start + told.start(), sentence.start + told.end()
        draft.put("days", people.number(told["number"]), span, "days_said")


def _days_alone(sentence: Sentence, start: int, stop: int) -> Mention | None:
    """``đi 05 ngày``, ``đi Hàn Quốc 10 ngày``."""
    for each in sentence.inside(start, stop, "QUANTITY"):
        alone = sentence.before(each.start, 2) == ", " and sentence.after(each.end, 1) in ("", ",", ".", ";")
        if unit(each) == "ngày" and (
            alone or re.search(r"\b(?:đi|sang|tại|ở|thăm|lưu lại|lưu trú)\b[^,;.]{0,25}$", sentence.before(each.start, 30))
        ):
            return each
    return None


def from_cells(draft: Draft, sentence: Sentence) -> None:
    """What cells of a row or a form tell beside their columns: days, who pays, the plan, the country in a delegation's name."""
    first, last = sentence.start, sentence.start + len(sentence.text)
    _paid(draft, sentence, first, first, last)
    if "days" not in draft and (spent := next((one for one in sentence.of("QUANTITY") if unit(one) == "ngày"), None)):
        draft.put("days", count(spent), spent, "days")
    name = draft.slots.get("name")
    if name and "countries" not in draft and draft.table.key == "delegation_in":
        draft.put("countries", *countries(sentence, first, last), "name")


def goes_on(draft: Draft, sentence: Sentence) -> bool:
    """``Đoàn gồm 14 thành viên, thăm tỉnh từ ngày 16 - 19/8.`` fills what the sentence before left open."""
    again = _AGAIN.match(sentence.text) if sentence.fact else None
    if not sentence.fact or not (again or _GOES_ON.match(sentence.text) or reception.received(sentence)):
        return False
    before, draft.sentence = draft.sentence, sentence
    last = sentence.start + len(sentence.text)
    if outcome.behind(draft, sentence):
        _paid(draft, sentence, sentence.start, sentence.start, last)
    elif reception.host_of(draft, sentence):
        if "dates" not in draft:
            dates(draft, sentence, sentence.start, sentence.start, last)
    elif again:
        reception.host_in(draft, sentence, sentence.start, sentence.start, last)
        fill(draft, sentence, sentence.start, sentence.start, last, sentence.start + again.end())
    elif sentence.text.startswith(
        (
            "Đồng chí",
            "Ông",
            "Bà",
            "Ngài",
            "Đ/c",
            "Cùng đi",
            "Đoàn",
            "đoàn",
            "Chuyến",
            "Mục",
            "Thành",
            "Thời",
            "Trưởng",
            "Dẫn đầu",
            "Số",
        )
    ):
        lead = leader.led(sentence, sentence.start, last) if "head" not in draft else None
        if lead:
            leader.put(draft, sentence, *lead.who)
        fill(draft, sentence, sentence.start, sentence.start, last, lead.end if lead else sentence.start)
    else:
        _paid(draft, sentence, sentence.start, sentence.start, last)
    draft.sentence = before
    return True


def members(draft: Draft, sentence: Sentence, start: int, end: int, stop: int) -> None:
    """How many travel; firms are no members."""
    first = max(start, sentence.clause(max(end - 1, start))[0])
    name = sentence.start + sentence.lower.rfind("đoàn", 0, max(end - sentence.start, 0))
    for each in sorted(sentence.inside(first, stop, "QUANTITY"), key=lambda one: one.start < name):
        if not people.are(sentence, each) or each.start > end + 220:
            continue
        words = sentence.before(each.start, 20).rstrip(" (:")
        if words.endswith(_TREATED) and draft.table.key == "delegation_in":
            continue
        if (
            words.endswith(_MEMBERS_BEFORE)
            or start <= each.start < end + 3
            or sentence.before(each.start, 2)[-1:] == "("
            or _closes(sentence, each, stop)
            or (words.endswith(" và") and each.start - end < len(" và khoảng "))
        ):
            led = "head" in draft and "name" not in draft and _ALONG.search(words)
            if led and draft.table.key == "delegation_in":
                return  # offices count guests without their head as often as with
            number = count(each)
            more = str(int(number) + 1) if led and number and number.isdecimal() else number
            draft.put("members", more, each, "led" if led else "count")
            return
    if "members" not in draft and (told := people.told(sentence, start if start >= name else end, end + _NEAR)):
        draft.put("members", told[0], told[1], "words")


def _closes(sentence: Sentence, each: Mention, stop: int) -> bool:
    """A count at the end, behind a comma: ``…, 7 khách.``"""
    behind = sentence.text[each.end - sentence.start : stop - sentence.start].strip(" .")
    return sentence.before(each.start, 3).endswith((", ", " - ", "; ")) and behind[:1] in ("", ",", ";", "(", ")", "-")


def dates(draft: Draft, sentence: Sentence, start: int, end: int, stop: int) -> None:
    """The longest time told in a stretch, else in the clause, else at the head of the sentence: a span, else a day, else a month, else a year."""
    known = [each for each in dated.times(sentence) if each.start < stop and _of_visit(sentence, each)]
    first, last = sentence.clause(end)
    clause = [one for one in known if first <= one.start < last]
    inside = [one for one in clause if one.start >= start]
    found = (
        inside
        or clause
        or [one for one in known if one.start >= start]
        or [one for one in known[:1] if one.start - sentence.start < _HEAD]
    )
    if not found:
        return
    best = max(found, key=lambda one: ("/" in one.value, len(one.value)))
    held = draft.slots.get("dates")
    if held and "/" in best.value and "/" not in str(held.value):
        del draft.slots["dates"]
        held = None
    if held is None:
        draft.put("dates", best.value, best.words, "date" if best.mention else "bare")


def _of_visit(sentence: Sentence, each: dated.Time) -> bool:
    """Whether a time can be a visit's: no feast that is kept, no term, a year only where it opens."""
    words = sentence.page.view.text[each.start : each.end].lower()
    if _KEPT.search(sentence.before(each.start, 70)) or re.search(r"giai đoạn|nhiệm kỳ", words + sentence.before(each.start, 12)):
        return False
    if re.search(r"về nước|trở về", sentence.before(each.start, 16)):
        return False
    opens = each.start - sentence.start < 60 and _YEAR_OF_VISIT.search(sentence.before(each.start, 30))
    return len(each.value) > 4 or bool(opens) or words.startswith(("mùa", "đầu", "cuối", "giữa"))


__all__ = ["fill", "from_cells", "goes_on", "told"]
