"""What overseas Vietnamese give: the sums, who gives them, for what and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..places import country_of
from ..values import days, money, unit
from ..wording import pattern
from . import benefactor, compatriots
from .compatriot_time import dated
from .remittances import is_national

_GIVES = pattern(
    r"(?:đóng góp|ủng hộ|quyên góp|quyên|gom góp|góp|tặng|gửi|gởi|chuyển|tài trợ|trao|giúp|hỗ trợ|vận động|huy động|cứu trợ|hiến|xây|cất|bắc cầu|làm đường|sửa|mua|khoan|lắp)\b|: ?$",
    2,
)
_HELPED = pattern(
    r"(?:hỗ trợ|tặng|giúp|thăm|trao|cấp|ủng hộ|cho|khám|gặp|gặp gỡ|tiếp xúc|dành|phục vụ|động viên|cùng|với|xây dựng|xây)\b[^,;.:]{0,60}$"
)
_ASKED = pattern(r"(?:của|từ|do|vận động|huy động|kêu gọi|tiếp nhận)\b[^,;.:]{0,24}$")
_GETS = pattern(r"[^,;.]{0,40}\b(?:được|nhận)(?: \w+)? (?:hỗ trợ|cấp|tặng|trợ cấp|giúp|bố trí|xây)")
_TAKES = pattern(r"\b(?:tiếp nhận|nhận|nhận được|đón nhận)\b", 2)
_ASKED_FOR = pattern(r"vận động|huy động|kêu gọi|tiếp nhận", 2)
_AGAIN = pattern(
    r" (?:tại|ở|từ)? ?(?:[A-ZĐ][\w-]*[ ,:]{0,2}(?:và )?){1,6}(?:\([^()\n]{2,30}\) ?)?:? ?"
)  # kiều bào tại Lào 150 triệu đồng
_ALSO = pattern(
    r"(?: (?:trong |vào |hồi )?năm (?:19|20)\d\d)?(?:,| và|, và|;)(?: (?:trong |vào )?năm (?:19|20)\d\d)?(?: thêm| là)? "
)
#: What leads one of those whose gifts the words before are of.
_SUCH_AS = pattern(
    r"(?:, |: |; )(?:trong đó )?(?:có |như |tiêu biểu |điển hình |nổi bật |đáng kể )?(?:là |có |như )?(?:gia đình |vợ chồng )?(?:ông|bà|anh|chị|cụ|bác sĩ)\b"
)
_THROUGH = pattern(r"\b(?:thông qua|qua|nhờ) (?:sự )?(?:giới thiệu|kết nối|cầu nối|làm cầu nối|môi giới) (?:của )?$")
_BODY_OF = pattern(r"\btổ chức [^,;.]{2,40} của $")
_FROM = pattern(r" (?:từ|của|do|\()")
_IN = pattern(r"(?:ở|tại) $")
_TO = pattern(r"(?:tặng|cho|giúp) $")
_RELATED = pattern(
    r"\b(?:gia đình|ông|bà(?! con)|anh(?! em)|chị|nhóm|(?<!xã )(?<!hiệp )(?<!cơ )hội(?! nghị| trường)|câu lạc bộ|ban liên lạc|một(?! số| phần))\b",
    2,
)
_LABEL = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?)?(?:tổng (?:số )?|số tiền |giá trị |kiều bào )*(?P<given>đóng góp|ủng hộ|quyên góp|giúp đỡ|góp)[^:;.\d]{0,40}(?:: ?| (?=\d|gần|trên|khoảng|hơn))"
)
_KIN = pattern(r"\b(?:bà con|các vị|quý vị|các đại biểu|mọi người)\b", 2)  # under a heading of this work
_PIECE = pattern(r"\b(?:mỗi|bình quân|trung bình|mức)\b[^,;.:]{0,30}$", 2)
#: Verbs of giving things, right before their number; things that are given.
_BRINGS = pattern(
    r"\b(?:(?:trao |gửi |quyên |hiến )?tặng|trao|gửi|gởi|ủng hộ|quyên góp|biếu|đem|mang|chở|phát|cứu trợ|hỗ trợ|giúp)"
    r"(?: (?:về|cho|tới|thêm|tỉnh|quê hương|quê nhà|bà con|trường|đồng bào)){0,3} (?:gần |hơn |trên |khoảng )?$"
)
_THINGS = pattern(
    r"(?:suất|phần|thùng|tấn|tạ|kg|ký|bộ|chiếc|cái|xe|máy|chăn|áo|cuốn|quyển|bao|túi|thiết bị|giường|bàn|nhà|căn|lô|gói|hộp|liều|khẩu trang|con|tivi|ti vi|lít|đôi)\b"
)
_NEAR = 60  # characters
_MOST = 12  # characters between a label and its sum


def gifts(sentence: Sentence, start: int, end: int, sent: set[int], near: bool = False) -> Iterator[Draft]:
    """A row for each sum that overseas Vietnamese give; the giver stands before it or behind ``của``. All their gifts are a total."""
    floor, last = start, None
    for each in sentence.inside(start, end, "AMOUNT"):
        before = sentence.text[floor - sentence.start : each.start - sentence.start]
        at = _giver(sentence, each, before, floor, near)
        if last and _ALSO.fullmatch(before.lower()) and sentence.is_fact(each.start) and money(each):
            last = _another(sentence, last, each, floor)
            yield last
            floor = each.end
            continue
        if (
            not money(each)
            or at is None
            or is_national(each)
            or _PIECE.search(before)
            or not sentence.is_fact(each.start)
            or each.entity.start in sent
        ):
            continue
        such = _SUCH_AS.search(sentence.lower, at - sentence.start, each.start - sentence.start) if at < each.start else None
        if such and sentence.inside(sentence.start + such.start(), each.start, "PERSON"):
            at = sentence.start + such.start() + 2
        first = floor if floor <= at < each.start else start
        alone = _is_of_all(sentence, first, at, each)
        draft = Draft("overseas_vietnamese_activity", sentence)
        compatriots.community(draft, sentence, at, max(at + 120, each.end + _NEAR if at > each.end else 0))
        if "community" not in draft and at < each.start and (land := _land(sentence, at, each.start)):
            draft.say("community", land.start, land.end, "named")
        draft.summary = alone
        draft.put("kind", "contribution", (floor, each.start), "gift")
        draft.put("contribution", money(each), each, "gift")
        if _ASKED_FOR.search(before):
            compatriots.organiser(draft, sentence, start, at)
        compatriots.participants(draft, sentence, max(start, at - 12), min(at + _NEAR, each.start), True)
        if not alone:
            _gave(draft, sentence, first, at, each)
        dated(draft, sentence, floor, each)
        _receiver(draft, sentence, min(at, each.start), each.end)
        yield draft
        last, floor = draft, each.end


def _another(sentence: Sentence, last: Draft, paid: Mention, floor: int) -> Draft:
    """A second sum of those who gave the one before: ``25.000 USD năm 2003 và 18.500 USD năm 2005``."""
    draft = Draft("overseas_vietnamese_activity", sentence, summary=last.summary)
    draft.slots |= {key: last.slots[key] for key in ("kind", "organiser", "community", "name", "place") if key in last}
    draft.put("contribution", money(paid), paid, "gift")
    behind = next((one for one in days(sentence) if paid.end <= one[0].start <= paid.end + _MOST), None)
    if behind:
        draft.put("dates", behind[1], behind[0], "date")
    else:
        dated(draft, sentence, floor, paid)
    return draft


def things(sentence: Sentence, start: int, end: int) -> Draft | None:
    """Things that overseas Vietnamese bring or send, without a sum: ``Hội người Việt tại Udon gửi 300 thùng mì về xã A``."""
    for each in sentence.inside(start, end, "QUANTITY"):
        before = sentence.text[start - sentence.start : each.start - sentence.start]
        verb = _BRINGS.search(before)
        found = compatriots.them(before[: verb.start()]) if verb else None
        if not verb or not found or not _THINGS.match(unit(each)) or not sentence.is_fact(each.start):
            continue
        if _HELPED.search(before[: found.start()].lower()) or _GETS.match(before[found.end() :].lower()):
            return None
        draft = Draft("overseas_vietnamese_activity", sentence)
        at = start + found.start()
        draft.summary = _is_of_all(sentence, start, at, each)
        draft.put("kind", "contribution", (start + verb.start(), each.start), "things")
        compatriots.community(draft, sentence, at, each.start)
        compatriots.participants(draft, sentence, at, each.start)
        if not draft.summary:
            benefactor.giver(draft, sentence, start, start + verb.start())
        _receiver(draft, sentence, each.start, each.end)
        dated(draft, sentence, start, each)
        return draft if draft.slots.keys() & {"organiser", "community", "place", "dates"} else None
    return None


def _is_of_all(sentence: Sentence, start: int, at: int, paid: Mention) -> bool:
    """Whether no person, family or body of theirs is named up to the verb of the giving."""
    if at > paid.start:
        return not sentence.inside(start, at, "PERSON", "ORG") and not _RELATED.search(
            sentence.text[start - sentence.start : at - sentence.start]
        )
    verb = _GIVES.search(sentence.text, max(at - sentence.start, 0), paid.start - sentence.start)
    stop = sentence.start + verb.start() if verb else paid.start
    return not sentence.inside(start, stop, "PERSON", "ORG") and not _RELATED.search(
        sentence.text[start - sentence.start : stop - sentence.start]
    )


def _gave(draft: Draft, sentence: Sentence, start: int, at: int, paid: Mention) -> None:
    """Who gave a sum, and for what; the verb stands between the giver and the sum."""
    verb = _GIVES.search(sentence.text, max(at - sentence.start, 0), paid.start - sentence.start) if at < paid.start else None
    base = sentence.start + verb.start() if verb and verb[0].strip(": ") else paid.start
    benefactor.giver(draft, sentence, *((start, base) if at < paid.start else (paid.end, at)))
    benefactor.deed(draft, sentence, base, paid)


def line(sentence: Sentence) -> Draft | None:
    """A line of their gifts under a heading of this work: ``- Đóng góp từ thiện: 1,9 tỷ đồng``."""
    label = _LABEL.match(sentence.lower)
    paid = next((each for each in sentence.of("AMOUNT") if money(each)), None)
    if label is None or paid is None or paid.start - sentence.start - label.end() > _MOST or not sentence.is_fact(paid.start):
        return None
    draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
    draft.put("kind", "contribution", (sentence.start + label.start("given"), sentence.start + label.end("given")), "gift")
    draft.put("contribution", money(paid), paid, "gift")
    dated(draft, sentence, sentence.start, paid)
    return draft


def _land(sentence: Sentence, start: int, end: int) -> Mention | None:
    """The country in brackets behind a giver: ``Hội người Việt Nam vùng Rhône (Pháp) gửi về``."""
    near = [each for each in sentence.inside(start, end, "COUNTRY") if country_of(each)]
    bracket = next((each for each in near if sentence.before(each.start, 1) == "("), None)
    bodies = [
        each
        for each in sentence.inside(start - 1, end, "ORG")
        if compatriots.them(each.text) and not sentence.before(each.start, 12).endswith("qua ")
    ]
    inside = [
        one for each in bodies for one in sentence.inside(each.start, each.end, "FOREIGN_UNIT", "COUNTRY") if country_of(one)
    ]
    return bracket or next((each for each in inside if "việt" not in each.text.lower()), None)


def _giver(sentence: Sentence, each: Mention, before: str, floor: int, near: bool) -> int | None:
    """Where those who give a sum are named; None where nobody of them does."""
    found = compatriots.them(before) or (_KIN.search(before) if near else None)
    if found:
        again = (
            floor > sentence.start
            and _AGAIN.fullmatch(before, found.end())
            and _GIVES.search(sentence.text[: floor - sentence.start])
        )
        return floor + found.start() if again or _is_given(before, found) else None
    behind = sentence.text[each.end - sentence.start : each.end - sentence.start + 50]
    later = compatriots.them(behind) if _FROM.match(behind) else None
    return each.end + later.start() if later and (_GIVES.search(before) or _TAKES.search(before)) else None


def _is_given(before: str, giver: re.Match[str]) -> bool:
    """Whether they give, not get: ``kiều bào ủng hộ``, ``vận động của kiều bào``; not ``hỗ trợ kiều bào``."""
    head = before[: giver.start()].lower()
    if _THROUGH.search(head):
        return False
    if _BODY_OF.search(head):
        return False
    asked = bool(_ASKED.search(head))
    if _GETS.match(before[giver.end() :].lower()):
        return False
    return (asked or not _HELPED.search(head)) and bool(_GIVES.search(before[giver.end() :]) or (asked and _GIVES.search(head)))


def _receiver(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """``tặng Bệnh viện Đa khoa …``, ``xây cầu ở xã Tân Phú``: the house or the place that gets it, up to a comma behind the sum."""
    comma = sentence.text.find(",", end - sentence.start)
    stop = sentence.start + comma if comma >= 0 else sentence.end
    for each in sentence.inside(start, stop, "ORG", "COMMUNE", "DISTRICT"):
        house = each.label == "ORG" and each.start < end and _TO.search(sentence.before(each.start, 8))
        there = each.start > end or _IN.search(sentence.before(each.start, 5)) or _TO.search(sentence.before(each.start, 8))
        if house or (each.label != "ORG" and there):
            near = [one for one in sentence.inside(each.end, each.end + 4, "DISTRICT") if each.label == "COMMUNE"]
            draft.say("place", each.start, near[0].end if near else each.end, "receiver")
            return
