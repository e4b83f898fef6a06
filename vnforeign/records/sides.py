"""One side of a deed as a text names it: its body or place, who signs for it in which office, whether it is foreign."""

from __future__ import annotations

import re
from itertools import islice

import msgspec

from ..kinds.organisation import Organisation
from .odd_names import EXOTIC, strange
from .page import Mention, Page, Sentence
from .places import countries, is_foreign
from .wording import pattern

#: Characters that the names of one side may take.
LONGEST = 190
_MOST = 12  # joints of names that are tried
_NAMED = 60  # characters before a comma that may name whose office is told behind it
OURS = ("PROVINCE", "DISTRICT", "COMMUNE")
PLACES = (*OURS, "FOREIGN_UNIT", "COUNTRY")
_ENDS = pattern(
    r"\([^()\n]{1,60}\)|[;.\n:(]|,| (?:về|tại|ở|giai đoạn|ngày|năm|tháng|trong|nhằm|vào|để|có|được|do|gồm|đã|là|trên|"
    r"theo|từ(?! thiện)|nhân(?! (?:dân|đạo|sĩ|viên|lực|ái|quyền|văn)\b)|cho|"
    r"ký|kí|thời hạn|hồi|sẽ|vừa|nhưng|trước|sau khi|mà|khi|(?<!và )(?<!với )(?<!cùng )(?<!của )(?<!do )tổ chức|"
    r"(?<!hội )(?<!cộng )(?<!hợp )(?<!lao )đồng|diễn ra|"
    r"bản ghi nhớ|biên bản|thỏa thuận|chương trình|"
    r"kế hoạch|hợp đồng|ý định thư|quy chế|văn bản|giữa|chủ trì|đăng cai|phối hợp)(?!\w)",
    re.IGNORECASE,
)
_JOINS = pattern(r",?(?: đã| vừa| cũng)?(?: và| với| cùng với| cùng| -)(?= )")
_GOES_ON = pattern(
    r", (?:các (?:đoàn thể|hội|sở|ngành|tổ chức)\b|(?:nước |thuộc |của )?(?:Cộng hòa|CHDCND|CHND|Vương quốc|Liên bang|"
    r"nước)\b)"
)
#: The office behind a person's name.
_IN_CHARGE = pattern(r", (?:Phó |Tổng |Quyền )?(?:Chủ|Giám|Trưởng|Thị|Tỉnh|Thống|Hiệu|Bí|Chỉ|Cục|Viện|Châu|Chánh|Đô|Huyện)\b")
_AND = pattern(r"(?:,| và|,? cùng) (?=\S)")
_AND_ALL = pattern(r"(?:,| và) (?:các|những) [^;\n]{3,120}?(?=,? (?:nước|thuộc|Cộng hòa|CHXHCN|CHDCND|Vương quốc) |[(]|$)")
_NAME = pattern(r"(?: (?:[A-Z][a-z]+|[A-Z]{2,9})(?![\w]))+")  # a foreign name that goes on: ``VOV`` College
_TO_SHORT = pattern(
    r"(?: (?!(?:và|với|về|tại|ký|của|ngày)\b)[^\W\d_]+){1,6}(?= \([A-Z][A-Za-z-]{1,9}[),])"
)  # Viện Nghiên cứu lúa quốc tế (IRRI)
_SHORTS = 14  # characters of a short name in brackets
_FRIEND = pattern(r"\b(?:bạn|đối tác)$")
_SEVERAL = pattern(r"\b(?:các|hai|ba|bốn|\d+) (?:tỉnh|thành phố|huyện|xã)\b")
_UNIT = pattern(r"(?<=UBND|HĐND) (?:tỉnh|thành phố|huyện|thị xã|xã|quận)\b(?! [A-ZĐ])")
_UNIT_NAME = pattern(r"(?: [^\W\d_]+){0,4}(?: lúc bấy giờ)?,? ?(?:là )?(?:ông |bà |đồng chí )?")
_PLAIN = pattern(r"(?: (?!(?:và|với|thuộc|của|(?<!đất )nước|cùng|tại|ở|trực)\b)[^\W\d_]+)+ ?| vì (?:[^\W\d_]+ ){2,8}?")
#: What a body of several matters is called by further: ``Sở Giáo dục``, Thanh niên và Thể thao tỉnh A.
_OF_ALL = pattern(
    r"(?:(?:,| -| và|, và) (?!(?:UBND|Sở|Ủy|Hội|Công|Ban|Cục|Trường|Đại|Tỉnh|Huyện)\b)"
    r"[A-ZĐ][^\W\d_]*(?: [^\W\d_A-ZĐ]+){0,4}){1,4} ?(?:(?:thuộc|của) )?"
)
_OFFICE = pattern(
    r"(?<!\w)(?:(?:phó|quyền|nguyên|thứ|tổng) ?){0,2}(?:chủ tịch|giám đốc|bí thư|chủ nhiệm|tỉnh trưởng|thị trưởng|"
    r"thống đốc|đô trưởng|châu trưởng|huyện trưởng|"
    r"quận trưởng|hiệu trưởng|hội trưởng|cục trưởng|viện trưởng|chánh văn phòng|chỉ huy trưởng|chính ủy|đồn trưởng|"
    r"đại đội trưởng|tổng thư ký|đại sứ(?! quán)|"
    r"tổng lãnh sự(?! quán)|trưởng(?= (?:phòng|ban|đoàn|văn phòng|đại diện))|phó(?= (?:phòng|ban)))(?: thường trực|"
    r" thứ nhất)?(?!\w)",
    re.IGNORECASE,
)
#: The office that stands behind a name: ``Lê Văn A, Phó Chủ tịch UBND tỉnh``.
_IN_OFFICE = pattern(
    r"(?:,| -) (?=(?:(?:phó|quyền|nguyên|thứ|tổng) ?){0,2}(?:chủ tịch|giám đốc|bí thư|chủ nhiệm|tỉnh trưởng|thị trưởng|thống đốc|"
    r"huyện trưởng|quận trưởng|hiệu trưởng|hội trưởng|cục trưởng|viện trưởng|chỉ huy|chính ủy|đồn trưởng|trưởng|đại sứ)\b)"
    r"(?:(?! (?:và|cùng|với|đã|ký|kí|đại diện|thay mặt) )[^,;.:()\n]){4,60}",
    re.IGNORECASE,
)
_LED_IN = pattern(
    r"(?:(?:với|đến lượt|còn|riêng|trong đó|"
    r"đại diện|lãnh đạo|thay mặt|phía|hai (?:tỉnh|bên|huyện|xã|bản|đơn vị|ngành|địa phương|thành phố|"
    r"trường|bệnh viện|sở|hội|thôn)|ông|bà|ngài|đồng chí|"
    r"tiến sĩ|"
    r"thạc sĩ|đại tá|thượng tá|trung tá|"
    r"thiếu tướng|trung tướng|đoàn (?:đại biểu|công tác|cán bộ)?(?: cấp cao)?(?: của)?) ?(?= |:)[ :]{1,2}){0,3}",
    re.IGNORECASE,
)
_BEHIND = pattern(r",? ?\(?(?:nước |thuộc |- )?(?:(?:Cộng hòa[^,;.()\n]{0,40}?|CHDCND|CHND|Vương quốc|Liên bang) )?")
_BRACKET = pattern(r" ?\([^()\n]{3,120}\)")
_HOME = pattern(
    r"\b(?:ta|tỉnh nhà|của tỉnh)\b|^(?:tỉnh|thành phố|huyện|sở|hội|trường|xã|công ty)$|^(?:sở|ubnd|ủy ban nhân dân) ",
    re.IGNORECASE,
)
_OWN_NAME = pattern(
    r"\bViệt Nam\b|^(?:liên hiệp các tổ chức hữu nghị|hội (?:hữu nghị|hữu nghị hợp tác) việt|sở|tỉnh đoàn|huyện đoàn|"
    r"hội liên hiệp phụ nữ|đồn biên phòng|bộ đội biên phòng|ubnd|ủy ban nhân dân)",
    re.IGNORECASE,
)


#: Bodies whose names go on behind what was read of them: ``Viện Nghiên cứu`` phát triển kinh tế - xã hội.
_GROWS = pattern(r"(?:Viện|Trung tâm|Hội đồng|Quỹ|Hiệp hội|Liên đoàn|Mạng lưới|Ban Quản lý|Hội|Cục|Tổ chức|Khoa|Ủy ban)\b")
_REST = pattern(
    r"(?: về)?(?:(?: -)? (?!(?:cùng|với|của|tại|ở|đã|do|vừa|cử|dẫn|có|được|sang|và|đến|tổ chức|phối hợp|mở|ký|kí|"
    r"chủ trì|đứng|tiếp|đón|thăm|nhận|trao|ta|bạn|hai|các|"
    r"này|đó|trên|cũng|là|gồm|từ|trong|vào|cho|để|nhằm|đồng|trực|"
    r"chính|thống|hỗ|tài|góp|về)\b)[^\W\d_A-ZĐ]+){1,8}(?: [IVX]{1,4})?(?= ?$)"
)


class Side(msgspec.Struct):
    """Places of a party's words (empty where only a person stands for it) and of who signs for it.

    ``foreign`` is None where nothing tells; ``country`` the foreign country that is named with it; ``headed``: only who heads
    the body was named, which tells the level of what is signed, but no party.
    """

    start: int
    end: int
    signer: tuple[int, int] | None = None
    foreign: bool | None = None
    country: tuple[str, Mention] | None = None
    headed: bool = False


def within(sentence: Sentence, at: int, *labels: str) -> Mention | None:
    """The mention of some labels (of a body, where none is given) that a place stands inside of."""
    return next((each for each in sentence.mentions if each.start < at < each.end and each.label in (labels or ("ORG",))), None)


def reach(sentence: Sentence, start: int, most: int = LONGEST) -> int:
    """Where names that begin at a place end: before a verb, a date, a subject, a comma that leads to no place or office."""
    text, first = sentence.text, start - sentence.start
    last = min(len(text), first + most)
    for match in _ENDS.finditer(text, first, last):
        at = sentence.start + match.start()
        if match[0][0] == "(" and len(match[0]) > 1 or within(sentence, at + (match[0][0] in " \n"), "ORG", "PERSON", *PLACES):
            continue
        if match[0] == "," and (_GOES_ON.match(text, match.start()) or _goes_to_place(sentence, at) or _to_office(sentence, at)):
            continue
        return at
    return sentence.start + last


def _to_office(sentence: Sentence, comma: int) -> bool:
    """Whether a comma leads from a person's name, or the office before one, to an office: ``Lê Văn A, Phó Chủ tịch``."""
    if not _IN_CHARGE.match(sentence.text, comma - sentence.start):
        return False
    near = sentence.inside(max(sentence.start, comma - _NAMED), comma, "PERSON", *PLACES)
    return not near or near[-1].label == "PERSON"


def _goes_to_place(sentence: Sentence, comma: int) -> bool:
    """Whether a comma leads to a place: ``huyện A, tỉnh B``, ``Sở Giáo dục, Thanh niên và Thể thao tỉnh B``."""
    near = any(each.label in PLACES and comma + 2 <= each.start <= comma + 7 for each in sentence.mentions)
    return near or bool(_with_place(sentence, comma, comma + 60))


def pair(page: Page, sentence: Sentence, start: int, end: int) -> list[Side]:
    """The two sides that ``và``, ``với``, ``cùng`` joins between two places, best where one of them is foreign; else one side."""
    best: tuple[int, list[Side]] | None = None
    for match in islice(_JOINS.finditer(sentence.text, start - sentence.start, end - sentence.start), _MOST):
        at, behind = sentence.start + match.start(), sentence.start + match.end() + 1
        if within(sentence, at + 1, "ORG", "PERSON", *PLACES):
            continue
        two = [read(page, sentence, start, at), read(page, sentence, behind, end)]
        told = {side.foreign for side in two}
        if match[0].endswith(" -") and told != {True, False}:
            continue
        rank = 4 * (told == {True, False}) + 2 * (None in told and len(told) == 2) + (not match[0].endswith("và"))
        if best is None or rank > best[0]:
            best = rank, two
    return told_apart(sentence, best[1]) if best else [read(page, sentence, start, end)]


def told_apart(sentence: Sentence, two: list[Side]) -> list[Side]:
    """Two sides, ours and theirs; where nothing else tells, a name that is no Vietnamese one is theirs."""
    if any(side.foreign for side in opposed(two)):
        return two
    odd = [strange(sentence.text[side.start - sentence.start : side.end - sentence.start]) for side in two]
    if odd[0] != odd[1]:
        for side, foreign in zip(two, odd, strict=True):
            side.foreign = foreign
    return two


def opposed(two: list[Side]) -> list[Side]:
    """A side of which nothing tells is what the other one is not."""
    for one, other in (two, two[::-1]):
        if one.foreign is None and other.foreign is not None:
            one.foreign = not other.foreign
    return two


def read(page: Page, sentence: Sentence, start: int, end: int) -> Side:
    """One side between two places: its body, else its place, else its words; who signs for it; whether it is foreign."""
    text = sentence.text
    while start < end and text[start - sentence.start] in ' ,:"•+*':
        start += 1
    if match := _LED_IN.match(text, start - sentence.start, end - sentence.start):
        start = sentence.start + match.end()
    person = next((each for each in sentence.inside(start, end, "PERSON")), None)
    office = _OFFICE.search(text, start - sentence.start, end - sentence.start)
    if office and not person and sentence.start + office.start() > start + 12:
        office = None
    first = sentence.start + office.end() + 1 if office else start
    bracket = text.find("(", start - sentence.start, end - sentence.start)
    stop = sentence.start + bracket if bracket > 0 else end  # what stands in brackets is no party
    body = _body(sentence, start, first, stop, person)
    side = _extent(sentence, start, first, stop, person, body)
    if person or office:
        side.signer = (person.start, person.end) if person else (sentence.start + office.start(), stop) if office else None
    if person and office and body and sentence.start + office.end() + 1 == body.start and body.start < person.start:
        between = text[body.end - sentence.start : person.start - sentence.start]
        if _UNIT_NAME.fullmatch(between):
            side.signer = (sentence.start + office.start(), person.end)
    if person and office and sentence.start + office.end() + 1 == person.start:
        side.signer = (sentence.start + office.start(), person.end)
    if (
        person
        and side.signer == (person.start, person.end)
        and (match := _IN_OFFICE.match(text, person.end - sentence.start, end - sentence.start))
    ):
        side.signer = (person.start, sentence.start + match.end())
    side.foreign, side.country = _told(page, sentence, side, body, end)
    return side


def _body(sentence: Sentence, start: int, first: int, end: int, person: Mention | None) -> Mention | None:
    """The first body, else the first place behind an office; a person's name holds neither."""
    found = [
        each for each in sentence.inside(start, end, "ORG", *PLACES) if not (person and person.start <= each.start < person.end)
    ]
    return next((each for each in found if each.label == "ORG"), next((each for each in found if each.start >= first), None))


def _extent(sentence: Sentence, start: int, first: int, end: int, person: Mention | None, body: Mention | None) -> Side:
    if body:
        led = first == start and not person and (body.start - start < 24 or body.label != "ORG")
        return Side(start if led else body.start, _joined(sentence, body, end))
    if person:
        return Side(first, person.start) if first < person.start - 3 and first > start else Side(end, end)
    return Side(first, end)


def _joined(sentence: Sentence, body: Mention, end: int) -> int:
    """The end of a body's name (``UBND`` tỉnh), or of a list of bodies: ``Công an tỉnh A và Công an tỉnh B``."""
    unit = _UNIT.match(sentence.text, body.end - sentence.start) if body.label == "ORG" else None
    stop = sentence.start + unit.end() if unit else body.end
    several = body.label in PLACES and _SEVERAL.search(sentence.before(body.start + 9, 24))
    while (several or body.label == "ORG") and (match := _AND.match(sentence.text, stop - sentence.start, end - sentence.start)):
        after = next(
            (each for each in sentence.of(body.label) if each.start == sentence.start + match.end() and each.end <= end), None
        )
        if after is None:
            break
        stop = after.end
    if body.label == "ORG" and (short := _TO_SHORT.match(sentence.text, stop - sentence.start, end - sentence.start + _SHORTS)):
        return sentence.start + short.end()
    goes_on = body.label in ("ORG", "COMMUNE", "DISTRICT")
    name = _NAME.match(sentence.text, stop - sentence.start, end - sentence.start) if goes_on else None
    if name:
        stop = sentence.start + name.end()
    if tail := _with_place(sentence, stop, end) or _in_district(sentence, body, stop, end):
        return tail
    if (
        body.label == "ORG"
        and _GROWS.match(body.text)
        and (rest := _REST.match(sentence.text, stop - sentence.start, end - sentence.start))
    ):
        return sentence.start + rest.end()
    more = _AND_ALL.match(sentence.text, stop - sentence.start, end - sentence.start)
    return sentence.start + more.end() if more else stop


def _in_district(sentence: Sentence, body: Mention, stop: int, end: int) -> int:
    """Where a commune's name ends with its district, told behind a comma: ``xã Bờ Y, huyện Ngọc Hồi``."""
    if body.label != "COMMUNE":
        return 0
    near = sentence.inside(stop + 2, min(stop + 3, end), "DISTRICT", "PROVINCE")
    return near[0].end if near and sentence.text.startswith(", ", stop - sentence.start) and near[0].end <= end else 0


def _with_place(sentence: Sentence, stop: int, end: int) -> int:
    """Where a body's name ends that goes on to a place: ``Viện Nghiên cứu`` cây ăn quả Jeollabuk, over what it is of too."""
    for each in sentence.inside(stop + 1, min(end, stop + 50), *PLACES) if stop < end else []:
        between = stop - sentence.start, each.start - sentence.start
        if _PLAIN.fullmatch(sentence.text, *between):
            return each.end
        if each.label == "FOREIGN_UNIT" and _OF_ALL.fullmatch(sentence.text, *between):
            return each.end
    return 0


def _told(
    page: Page, sentence: Sentence, side: Side, body: Mention | None, end: int
) -> tuple[bool | None, tuple[str, Mention] | None]:
    """Whether a side is foreign, and the country that its words or the words right behind them name."""
    named, said = countries(sentence, side.start, max(end, side.end))
    if not named and (behind := _BEHIND.match(sentence.text, max(end, side.end) - sentence.start)):
        at = sentence.start + behind.end()
        named, said = countries(sentence, at, at + 1)
        if not named and (inside := _BRACKET.match(sentence.text, max(end, side.end) - sentence.start)):
            named, said = countries(sentence, sentence.start + inside.start(), sentence.start + inside.end())
    country = (named[0], said[0]) if named else None
    if body is None:
        words = sentence.text[side.start - sentence.start : side.end - sentence.start]
        return (
            True if country or _FRIEND.search(words) or EXOTIC.search(words) else False if _HOME.search(words) else None
        ), country
    if body.label in OURS:
        return False, None
    if is_foreign(page, sentence, body):
        return True, country
    if _ours(sentence, body) and not (country and country[1].start >= body.end):
        return False, None
    return (
        True if country or EXOTIC.search(sentence.text, side.start - sentence.start, side.end - sentence.start) else None
    ), country


def _ours(sentence: Sentence, body: Mention) -> bool:
    value = body.entity.value
    if not isinstance(value, Organisation):
        return True  # Viet Nam itself
    levelled = value.level in ("central", "province", "district", "commune") or value.type in ("mass", "party")
    return levelled or bool(sentence.inside(body.start, body.end, *OURS)) or _OWN_NAME.search(body.text) is not None
