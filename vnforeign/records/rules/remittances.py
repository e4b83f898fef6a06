"""How many of a province live abroad, what they send home and what they give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..places import country_of
from ..sums import compared
from ..values import count, days, money, unit
from ..wording import pattern
from . import benefactor, compatriots
from .this_year import this_year

_POPULATION = pattern(r"(?:kiều bào|việt kiều|người|bà con|nhân khẩu)")
_LIVING = pattern(
    r"(?:sinh )?sống|định cư|làm ăn|học tập|cư trú|kiều bào|việt kiều|ở nước ngoài|ở ngoài nước|ở trên|ở \d|tại \d|trên thế giới"
)
_ABROAD = pattern(
    r"nước ngoài|ngoài nước|(?:ở|tại|trên|khắp) (?:hơn |trên |gần |khoảng )?\d+ (?:quốc gia|nước)|các nước|thế giới|kiều bào|việt kiều"
)
_COUNTED = pattern(r"\b(?:có|khoảng|gần|hơn|trên|số|với|là|đạt|ước tính|ước|chừng)(?: |$)|:")
_AT_AN_EVENT = pattern(
    r"tham dự|tham gia|về (?:dự|thăm|quê|nước)|gặp mặt|họp mặt|\bdự\b|lượt|đón|tiếp |đoàn|hội viên|gặp gỡ|tặng|trao|hỗ trợ|bị "
)
_ABOUT = pattern(r"(?:vào |ước )?(?:khoảng|gần|hơn|trên|chừng|độ)\b")
_GUESTS = pattern(r"[^,;.]{0,40}\b(?:tham dự|về dự|đến dự|tới dự|có mặt|dự họp|dự gặp|tham gia)\b")
_WORKERS = pattern(r"(?:lao động|đi làm việc|xuất khẩu|hợp đồng|du học|thực tập|học sinh|sinh viên)[^,;.]{0,40}$")
_CAME = pattern(r" (?:(?:tới|đến|dự|về)\b(?! từ)|lao động|học sinh|đi )")
_GIVING = pattern(r"[^,;.]{0,40} (?:đóng góp|ủng hộ|quyên góp|quyên|gom góp|góp|tặng|gửi|gởi)\b")
_NATION = pattern(r"cả nước|nước ta|nước nhà|toàn quốc|việt nam (?:hiện )?có|triệu người|triệu kiều bào", 2)
_REMITTANCES = pattern(
    r"kiều hối|kiều bào[^;.]{0,24}(?:gửi|gởi|chuyển) về[^;.]{0,30}(?:usd|đô)|(?:mỗi|hàng|hằng) năm[^,;.\d]{0,20}(?:gửi|gởi|chuyển) về|(?:sinh )?sống(?:[^.]|\.(?=\d)){0,90}(?:gửi|gởi|chuyển) về (?:gần |hơn |trên |khoảng |chừng )?\d|về thăm (?:quê|nhà|gia đình|thân nhân)[^.]{0,30}(?:gửi|gởi|chuyển) về (?:gần |hơn |trên |khoảng |chừng )?\d|bà con[^,;.\d]{0,24}(?:gửi|gởi|chuyển) (?:tiền )?về (?:cho|giúp|nuôi) (?:gia đình|thân nhân|người thân|con cháu)|(?:ngoại tệ|tiền)[^,;.\d]{0,24}(?:gửi|gởi|chuyển) về|(?:gửi|gởi|chuyển) (?:tiền|ngoại tệ|kiều hối) về|(?:gửi|gởi|chuyển) về(?: quê| nước| tỉnh| nhà)?,?(?: thông)?(?: qua)?(?: các| hệ thống)? (?:ngân hàng|tổ chức tín dụng|đường chính thức)",
    2,
)
_YEAR_LINE = pattern(r"[^\w]*(?:ước )?(?:cả )?(?:năm|tháng|quý|\d+ tháng|sáu tháng|giai đoạn)[^:;]{0,30} ?[:–-] ?")
_SENT = pattern(r"\b(?:gửi|gởi|chuyển)\b(?: về)?[^;.,]{0,24}\d")
_NEXT = pattern(
    r"^[;,\s]{0,3}[^;.]{0,24}(?:năm|tháng|quý)[^;.]{0,24}$|kiều hối(?!,? (?:và )?(?:góp|đóng góp|ủng hộ|tặng))[^;.]{0,60}$"
)
_COMPARED = pattern(r"(?:so với|so|bằng|cùng kỳ|kể từ|%)(?: cùng kỳ)?(?: của)? $")
_AFTER = pattern(r"\bsau (?:trận|cơn|đợt|vụ|bão|lũ|lụt|thiên tai|dịch)[^,;.]{0,20}$", 2)
_BRACKET = pattern(r" ?\((?:là |đạt |chỉ |có |chỉ đạt |khi đó |khoảng |gần |trên )?")
_SINCE = pattern(r"\b(?:từ|sau|trước|kể từ) (?:ngày |năm |tháng )?[\d/]+$")
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
_BODY_OF = pattern(r"\btổ chức [^,;.]{2,40} của $")
_FROM = pattern(r" (?:từ|của|do|\()")
_IN = pattern(r"(?:ở|tại) $")
_TO = pattern(r"(?:tặng|cho|giúp) $")
_RELATED = pattern(
    r"\b(?:gia đình|ông|bà(?! con)|anh(?! em)|chị|nhóm|(?<!xã )(?<!hiệp )(?<!cơ )hội(?! nghị| trường)|câu lạc bộ|một(?! số| phần))\b",
    2,
)
_OUR_PART = pattern(r"\b(?:riêng )?(?:tỉnh (?:ta|nhà)|(?:toàn|trong) tỉnh|thành phố ta|riêng|người gốc|trên địa bàn|về tỉnh)\b")
_LABEL = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?)?(?:tổng (?:số )?|số tiền |giá trị |kiều bào )*(?P<given>đóng góp|ủng hộ|quyên góp|giúp đỡ|góp)[^:;.\d]{0,40}(?:: ?| (?=\d|gần|trên|khoảng|hơn))"
)
_KIN = pattern(r"\bbà con\b", 2)  # under a heading of this work
_WITH = pattern(r" ?(?:với |có |\(|: ?|là )?(?:gần |trên |hơn |khoảng )?")
_BESIDE = 40  # characters
_PIECE = pattern(r"\b(?:mỗi|bình quân|trung bình|mức)\b[^,;.:]{0,30}$", 2)
_NEAR, _MOST = 60, 6  # characters; digits of what one province may have
_NATIONAL = 9  # digits of a sum in foreign money
_VISITORS = pattern(r"lượt")
_CAME_HOME = pattern(r"\bvề (?:thăm|quê|nước|ăn tết|tỉnh)[^,;.\d]{0,20}$")
_COME = pattern(
    r"(?: (?:người|kiều bào|việt kiều|bà con|người việt(?: nam)?(?: ở nước ngoài)?|khách|thân nhân|ta|con em|và|thân|nhân|quê [^,;.]{1,20})){0,5}"
    r",? (?:đã |được )?(?:về|nhập cảnh|đến thăm|hồi hương)\b"
)


def population(sentence: Sentence) -> Draft | None:
    """How many of the province live abroad; not how many came to an event, nor how many the nation has."""
    for each in sentence.counts(_POPULATION):
        if not sentence.is_fact(each.start) or _of_nation(sentence, each) or not _lives_abroad(sentence, each):
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("population", count(each), each, "count")
        if not compatriots.mostly(draft, sentence, each.end):
            compatriots.community(draft, sentence, max(each.start - _NEAR, sentence.start), each.start)
        if known := [
            one for one in days(sentence) if one[0].end <= each.start and not _SINCE.search(sentence.before(one[0].end, 16))
        ]:
            draft.put("dates", known[-1][1], known[-1][0], "date")
        return draft
    return None


def _lives_abroad(sentence: Sentence, each: Mention) -> bool:
    kind, behind, before = unit(each), sentence.after(each.end, 60), sentence.before(each.start, 50)
    if "lượt" in kind or "nước ngoài" in kind or _CAME.match(behind) or _GIVING.match(behind):
        return False
    named = "kiều" in kind or "người việt" in kind
    lands = any(country_of(one) for one in sentence.inside(each.end, each.end + _NEAR, "COUNTRY", "FOREIGN_UNIT"))
    lives = _LIVING.search(behind[:48]) and (lands or _ABROAD.search(behind))
    kin = re.search(r"kiều bào|bà con [^,;.]{1,24} ở |ở nước ngoài", before) and (
        _COUNTED.search(sentence.before(each.start + 8, 20)) or _ABOUT.match(each.text.lower())
    )
    near = behind[: 60 if not kin else 12].partition(",")[0]
    if _GUESTS.match(behind) or _WORKERS.search(before):
        return False
    if not (named or lives or kin) or _AT_AN_EVENT.search(before[-24:] + each.text.lower() + near):
        return False
    if not named and "nước ngoài" in behind[:16] and "ở nước ngoài" not in behind[:40]:
        return False
    return bool(_COUNTED.search(sentence.before(each.start + 6, 40)) or _ABOUT.match(each.text.lower()))


def _of_nation(sentence: Sentence, mention: Mention) -> bool:
    return len(count(mention) or "") > _MOST or bool(_NATION.search(sentence.before(mention.start, 50) + unit(mention)))


def remittances(sentence: Sentence, headed: bool = False) -> Iterator[Draft]:
    """``Kiều hối năm 2012 được 46 triệu USD, năm 2013 58 triệu USD``: a row for each sum, with its year."""
    if not (
        _REMITTANCES.search(sentence.text) or (headed and (_SENT.search(sentence.lower) or _YEAR_LINE.match(sentence.lower)))
    ) or (not _OUR_PART.search(sentence.lower) and any(_of_nation(sentence, each) for each in sentence.counts(_POPULATION))):
        return
    floor = sentence.start
    for each in sentence.of("AMOUNT"):
        value, gap = money(each), sentence.lower[floor - sentence.start : each.start - sentence.start]
        if (
            not value
            or not sentence.is_fact(each.start)
            or (
                floor > sentence.start
                and not _NEXT.search(gap)
                and not _OUR_PART.search(gap)
                and not _of_that_time(sentence, each)
            )
            or (_NATION.search(gap) and not _OUR_PART.search(gap))
            or is_national(each)
            or (compared(sentence, each) and not _of_that_time(sentence, each))
        ):
            floor = each.end if is_national(each) else floor
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("contribution", value, each, "sum")
        _dated(draft, sentence, floor, each)
        floor = each.end
        yield draft


def _of_that_time(sentence: Sentence, mention: Mention) -> tuple[Mention, str] | None:
    """The time of a number in brackets behind it: ``so với năm 2017 (115,7 triệu USD)``."""
    for each, value in days(sentence):
        if each.end <= mention.start and _BRACKET.fullmatch(
            sentence.lower, each.end - sentence.start, mention.start - sentence.start
        ):
            return each, value
    return None


def is_national(mention: Mention) -> bool:
    """Whether a sum is more than a province is sent: a milliard of foreign money."""
    value = money(mention) or {}
    whole = str(value.get("value") or value.get("high") or "0").partition(".")[0]
    return value.get("currency", "VND") != "VND" and len(whole) > _NATIONAL


def _dated(draft: Draft, sentence: Sentence, floor: int, paid: Mention) -> None:
    """The time of a sum: the last one named before it, else one right behind; a year it is compared with is none."""
    if one := _of_that_time(sentence, paid):
        draft.put("dates", one[1], one[0], "date")
        return
    known = [one for one in days(sentence) if not _COMPARED.search(sentence.before(one[0].start, 24))]
    known = [one for one in known if not _AFTER.search(sentence.before(one[0].start, 30))]
    before = [one for one in known if floor <= one[0].start < paid.start]
    stop = min(paid.end + _NEAR, sentence.clause(paid.start)[1])
    behind = [one for one in known if paid.end <= one[0].start < stop]
    if one := before[-1] if before else behind[0] if behind else None:
        draft.put("dates", one[1], one[0], "date")
    elif meant := this_year(sentence, sentence.start, stop):
        draft.put("dates", *meant, "year")


def visits(sentence: Sentence, near: bool) -> Iterator[Draft]:
    """``5.900 lượt kiều bào về thăm quê``: how many came home in a time."""
    for each in sentence.counts(_VISITORS):
        behind = sentence.text[each.end - sentence.start :]
        said = near or compatriots.about(each.text + behind[:60]) or compatriots.about(sentence.before(each.start, 60))
        came = _COME.match(behind.lower()) or _CAME_HOME.search(sentence.before(each.start, 40))
        then = said and _of_that_time(sentence, each)
        if not said or not (came or then) or not sentence.is_fact(each.start) or (compared(sentence, each) and not then):
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("kind", "visit", (each.start, each.end), "visits")
        draft.put("participants", count(each), each, "visits")
        _dated(draft, sentence, sentence.start, each)
        yield draft


def by_land(sentence: Sentence) -> Iterator[Draft]:
    """``Đông nhất là tại Đài Loan với 9.800 người, Hàn Quốc 8.400 người``: how many live in each country, a row each."""
    for each in sentence.counts(_POPULATION):
        for land in sentence.inside(each.start - _BESIDE, each.start, "COUNTRY"):
            gap = sentence.text[land.end - sentence.start : each.start - sentence.start]
            if _WITH.fullmatch(gap) and country_of(land):
                draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
                draft.say("community", land.start, land.end, "named")
                draft.put("population", count(each), each, "count")
                yield draft


def gifts(sentence: Sentence, start: int, end: int, sent: set[int], near: bool = False) -> Iterator[Draft]:
    """A row for each sum that overseas Vietnamese give; the giver stands before it or behind ``của``. All their gifts are a total."""
    floor = start
    for each in sentence.inside(start, end, "AMOUNT"):
        before = sentence.text[floor - sentence.start : each.start - sentence.start]
        at = _giver(sentence, each, before, floor, near)
        if (
            not money(each)
            or at is None
            or is_national(each)
            or _PIECE.search(before)
            or not sentence.is_fact(each.start)
            or each.entity.start in sent
        ):
            continue
        alone = _is_of_all(sentence, start, at, each)
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
            _gave(draft, sentence, start, at, each)
        _dated(draft, sentence, floor, each)
        _receiver(draft, sentence, min(at, each.start), each.end)
        yield draft
        floor = each.end


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
    if label is None or paid is None or paid.start - sentence.start - label.end() > _MOST * 2 or not sentence.is_fact(paid.start):
        return None
    draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
    draft.put("kind", "contribution", (sentence.start + label.start("given"), sentence.start + label.end("given")), "gift")
    draft.put("contribution", money(paid), paid, "gift")
    _dated(draft, sentence, sentence.start, paid)
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
