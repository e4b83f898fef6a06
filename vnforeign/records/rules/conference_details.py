"""Where a meeting was held, and who paid for it."""

from __future__ import annotations

import re

from ..build import Draft
from ..odd_names import strange
from ..page import Page, Sentence
from ..places import country_of, is_foreign
from ..sides import PLACES, within
from ..wording import pattern

_PAYER = r"(?:Công ty|Tập đoàn|Quỹ|Tổ chức|Ngân hàng|Đại sứ quán|Chính phủ|[A-Z]{3,})(?: [^,;.\n]{2,60}?)?"
_FUNDING = (
    pattern(
        r"\b[Kk]inh phí(?: tổ chức| thực hiện| hội thảo| hội nghị)*(?: được)? (?:lấy|trích|huy động|sử dụng|chi|đảm bảo)(?: từ| bằng| trong)+ (?P<who>[^,;.\n]{3,80})"
    ),
    pattern(
        r"\b(?:[Kk]inh phí|[Cc]hi phí|[Tt]iền)(?: tổ chức| thực hiện| hội thảo|"
        r" hội nghị)*(?: \d[^,;.\n]{0,24}?)?:? (?P<who>(?:do|từ|của|"
        r"bằng) [^,;.\n]{3,80})"
    ),
    pattern(
        r"[Kk]inh phí (?:[\d.,]+ (?:triệu|tỷ|nghìn|ngàn)? ?(?:đồng|USD|EUR|euro)? )?(?P<who>[^,;.\n\d]{3,60}? (?:tự lo|"
        r"tự túc|chi trả|đài thọ|tài trợ|lo|chịu))\b"
    ),
    pattern(r"\b[Cc]hi phí (?:[^\W\d_]+ ){1,4}(?P<who>do [^,;.\n]{3,80}? (?:đài thọ|chi trả|tài trợ|lo|chịu))\b"),
    pattern(
        r"(?:^|[.;,] )(?P<who>[^,;.\n\d()]{3,60} (?:lo|chịu|đài thọ|tài trợ|chi trả|bao) (?:(?:toàn bộ|mọi|phần|một phần|một nửa|cả) )?(?:kinh phí|chi phí))"
    ),
    pattern(r"[Pp]hía tài trợ là (?P<who>[^,;.\n]{3,80})"),
    pattern(rf"(?:^|[.;,] )(?P<who>{_PAYER} (?:chi|cho|tài trợ|đài thọ|hỗ trợ) (?:tiền|toàn bộ|kinh phí)[^,;.\n]{{0,50}})"),
    pattern(rf"(?:^|[.;,] )(?P<who>{_PAYER}) (?:chi|tài trợ|đài thọ|hỗ trợ)(?= (?:\d|gần|hơn|trên|khoảng))"),
)
_HELPED = pattern(r"\b(?:với|nhờ|bằng) (?:sự |nguồn |kinh phí |tiền )*(?P<who>tài trợ (?:của|từ) [^,;.\n]{3,80})")
_THEY_PAY = pattern(r"(?P<who>[Pp]hía bạn (?:chịu|lo|chi|đài thọ|tài trợ)[^,;.\n]{0,50})")
_AT = pattern(
    r"\b(?:[Tt]ại|ở) (?P<at>(?!đây|Việt Nam\b|châu |người |trẻ |nhiều |một số |tỉnh ta|các |Công văn|Quyết định|Văn bản|Thông báo|hội (?:nghị|thảo)|Hội (?:nghị|"
    r"thảo)|buổi|điểm cầu|Điều)[^,;.\n\"“”(]{3,70}?)"
    r"(?= (?:ngày|tháng|vào|với|do|từ|đã|có|trong|và|diễn ra|tổ chức|thu hút|nhằm|theo|hôm|sáng|chiều|được|để|gồm|quy tụ|"
    r"vừa|lúc)\b|"
    r"[,;.\n(\"“”]| (?:[Hh]ội nghị|[Hh]ội thảo|[Tt]ọa đàm)(?= (?:khoa học|quốc tế|về)|,? [\"“])|$)"
)
_IN_BRACKETS = pattern(
    r"[(](?:[^()]{0,30}, )?(?P<at>(?:khách sạn|nhà khách|hội trường|trung tâm|nhà văn hóa|trường|thành phố|bệnh viện) [^,;()]{2,50}|Hà Nội|TP\.? ?Hồ Chí Minh|Đà Nẵng|Hải Phòng|Cần Thơ|Huế)(?=[),;])",
    re.IGNORECASE,
)
_NAME_ON = pattern(r"(?: [A-ZĐ]\w*){1,3}$")
#: A place in brackets behind a name, beside its day: ``(23 - 24/11, Gia Nghĩa)``; a house between commas: ``, khách sạn Mường Thanh,``.
_BESIDE = pattern(r" ?[(][^()\n]{3,60}[)]")
_HOUSE = pattern(
    r"[,:;] (?P<at>(?:[Kk]hách sạn|[Nn]hà khách|[Hh]ội trường|[Nn]hà văn hóa|[Tt]rung tâm (?:[Hh]ội nghị|[Vv]ăn hóa)) [^,;.:()\n]{2,50}?)(?=[,;:.)(]|$)"
)
#: A body that pays: ``KOICA đài thọ toàn bộ``, ``Viện nói trên chịu tiền dịch``.
_PAYS = pattern(
    r"(?: \([^()\n]{2,30}\))?(?: nói trên| này)? (?:tài trợ|chịu|lo|đài thọ|chi trả|bao|chi)\b"
    r"(?: (?:toàn bộ|mọi|một phần|một nửa|phần|cả|chi phí|kinh phí|tiền|việc|ăn|vé|dịch|\d)[^,;.\n]{0,50})?(?= ?[,;.)\n]|$)"
)


def funding(page: Page, draft: Draft, sentence: Sentence, start: int) -> None:
    """Who pays: behind ``kinh phí``, or a foreign body before a verb of paying."""
    if "funding" in draft:
        return
    if match := next((match for cue in (*_FUNDING, _THEY_PAY, _HELPED) if (match := cue.search(sentence.text))), None):
        draft.say("funding", sentence.start + match.start("who"), sentence.start + match.end("who"), "words")
        return
    for each in sentence.inside(start, sentence.end, "ORG"):
        match = _PAYS.match(sentence.text, each.end - sentence.start)
        if match and (is_foreign(page, sentence, each) or strange(each.text) or each.text.isupper()):
            draft.say("funding", each.start, sentence.start + match.end(), "pays")
            return


def venue(draft: Draft, sentence: Sentence, name: tuple[int, int]) -> None:
    """The place behind ``tại``, ``ở``: behind the name, else before it."""
    if "venue" in draft:
        return
    first, last = name[0] - sentence.start, name[1] - sentence.start
    places = [
        match
        for match in (*_AT.finditer(sentence.text), *_IN_BRACKETS.finditer(sentence.text, last))
        if not first <= match.start() < last and _is_place(sentence, match)
    ]
    behind = [match for match in places if match.start() >= last]
    for match in [*behind, *places][:1]:
        draft.say("venue", *_place(sentence, match), "at")
    if "venue" not in draft and (beside := _beside(sentence, last) if last > first else None):
        draft.say("venue", *beside, "beside")


def _beside(sentence: Sentence, last: int) -> tuple[int, int] | None:
    """A place without ``tại``: in the brackets behind the name, or a house between commas."""
    if match := _BESIDE.match(sentence.text, last):
        inside = sentence.inside(sentence.start + match.start(), sentence.start + match.end(), "PROVINCE", "DISTRICT", "COMMUNE")
        dated = sentence.inside(sentence.start + match.start(), sentence.start + match.end(), "DATE")
        if inside and dated:
            return inside[0].start, inside[-1].end
    if match := _HOUSE.search(sentence.text, last):
        return sentence.start + match.start("at"), sentence.start + match.end("at")
    return None


def _place(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """The words of a place: as far as its name goes where it is one, else to the next verb."""
    start, end = sentence.start + match.start("at"), sentence.start + match.end("at")
    named = [each.end for each in sentence.mentions if each.start == start and each.label in ("ORG", *PLACES)]
    if not named:
        return start, end
    more = _NAME_ON.match(sentence.text, max(named) - sentence.start, end - sentence.start)
    return start, sentence.start + more.end() if more else max(named)


def _is_place(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether ``tại …`` is where it was held: no part of a body's name, no document, no home of a guest."""
    at = sentence.start + match.start()
    there = sentence.inside(at, at + 12, "DIRECTIVE", "COUNTRY")
    return within(sentence, at + 1) is None and not any(each.label == "DIRECTIVE" or country_of(each) for each in there)
