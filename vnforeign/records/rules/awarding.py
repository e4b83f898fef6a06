"""Who gives an award and who gets it, by the verb that tells of it: ``A tặng B``, ``B được A tặng``, ``B nhận … của A``."""

from __future__ import annotations

import re

import msgspec

from ..page import Sentence
from ..wording import pattern
from . import bestowal
from .bestowal import BODY, VERB, Place, Telling
from .getters import BEHIND, GIVES, inner, noted, right_behind, told_behind
from .graded import Head

_BEHALF = pattern(
    r"(?i:(?:thừa|theo|được)(?: sự)? (?:ủy|uỷ) (?:quyền|nhiệm)|thừa lệnh|thay mặt(?= (?:chủ tịch (?:nước|ubnd|ủy ban)|nhà nước|chính phủ|quốc vương|hoàng gia|thủ tướng|chính quyền|ubnd|ủy ban nhân dân)))"
    r" (?:của )?(?P<giver>(?:Tổng Bí thư, (?=Chủ tịch nước)|Phó Thủ tướng, (?=Bộ trưởng)|(?:Chủ tịch nước|Đảng|Quốc hội), (?=Chính phủ|Nhà nước))*"
    r"[^,;.:\n]{3,80}?)(?=,| (?:đã|vừa|trao|tặng|đến|ông|bà|đồng chí|ngài)\b|$)"
)
_EMPOWERED = pattern(
    r"(?:\b[Đđ]ược (?:sự )?|\b[Dd]o )(?P<giver>(?:Chủ tịch|Thủ tướng|Nhà nước|Chính phủ|Bộ|Quốc vương)[^,;.:\n]{2,60}?) (?:ủy|uỷ) (?:quyền|nhiệm)"
)
_DELEGATES = pattern(r" [ủu][ỷy] (?:quyền|nhiệm)\b")
_OF_WHOM = pattern(r" (?:của|từ) (?P<giver>[^,;.:\d\n]{2,60}?)(?= (?:\d|hu[ây]|bằng|kỷ|giấy))", re.IGNORECASE)
_PASSIVE = pattern(
    r"\bđược (?P<giver>(?:(?:phía|nước|tỉnh|phường|huyện|thành phố|chính quyền|lãnh đạo|quốc vương|hoàng gia|đại diện|bộ|ngài|ông|bà|tổ chức|bạn)\b|"
    r"[A-ZĐ])[^;:\n]{0,120}?)?(?P<adverbs>(?: ?\b(?:đã|xét|ký|quyết định|vinh dự|đề nghị|trân trọng|lại|cùng))*) ?$"
)
_ASKS = pattern(
    r"(?<!heo )\b(?:đề nghị|đề xuất|(?<!công )(?<!chương )(?<!quá )(?<!tờ )trình|kiến nghị|giới thiệu)(?!\w)(?: (?:xét|để))?",
    re.IGNORECASE,
)
#: What was asked for and then decided on: ``Sở trình và UBND tỉnh đã quyết định tặng``.
_RESOLVED = pattern(r"\bđã (?:có |ra |ký |ban hành )?quyết định")
_ASKED_TOO = pattern(r"(?:đề nghị|trình|đề xuất)(?:,| và)? ?(?:đã )?$")
_ISSUES = pattern(r" (?:đã |vừa )?(?:ký|ban hành|ra|có|ký ban hành) (?:các )?(?:[Qq]uyết định|[Ss]ắc lệnh|[Nn]ghị định)\b")
_ADVERBS = pattern(
    r"(?:(?:^| )(?:đã|vừa|quyết định|xét|ký|cũng|đang|long trọng|trang trọng|tổ chức|lễ|ra|về việc|tiến hành|đồng ý|thống nhất|lần lượt|trực tiếp|để|"
    r"buổi|việc|công bố|mở|diễn ra|tham mưu|đến|sang|lại|đều|có|chính thức|biểu dương|tuyên dương|tiếp|gặp mặt|gặp|ghi nhận|chúc mừng|cảm ơn|khen ngợi|tri ân|tôn vinh|vinh danh|họp mặt|và),?){1,16}$",
    re.IGNORECASE,
)
_TURN = pattern(rf"(?:còn|riêng) (?={BODY})")
_BY_REQUEST = pattern(r"theo (?:sự )?(?:đề nghị|đề xuất|giới thiệu|tờ trình|kiến nghị)\b")
_ADJUNCT = pattern(
    r"(?:về|tại|trong|nhân|ngày|sáng|chiều|tối|trưa|tháng|năm|dịp|cùng|sau|qua|đến|ghi nhận|với|từ|theo|vì|do|nhằm|để|hồi|hôm|mới đây|vừa qua|bên cạnh|"
    r"ngoài ra|đồng thời|phía (?:ta|bạn)|về phía|cũng|đối với|năm qua|kết thúc|trước|khi|thừa|được|quý|hàng năm|còn)(?!\w)",
    re.IGNORECASE,
)
#: Who decides on what a passive clause before leaves open: ``B được xét tặng …; A đã ra quyết định``.
_DECIDES = pattern(rf"; ?(?P<giver>{BODY}[^,;.\n]{{0,60}}?) (?:đã |vừa )*(?:ra|ký|có|ban hành) [Qq]uyết định\b")
#: A state that thinks well of what was done, before the award it gave for that: ``được Nhà nước Lào đánh giá cao: … được tặng``.
_PRAISES = pattern(
    r"(?P<giver>(?:Đảng(?:,| và) )?(?:Chính phủ và )?(?:Nhà nước|Chính phủ|Quốc vương|Hoàng gia|Chính quyền|Quốc hội|"
    r"Chủ tịch nước|Lãnh đạo tỉnh)[^,;.:\d]{2,40}?)"
    r" (?:đã |rất |luôn )?(?:đánh giá cao|ghi nhận|trân trọng|biết ơn|cảm ơn|tri ân|cảm kích|ghi công)[^;.]{0,60}[:,;] "
)
#: What leads those who give, where another one sees to it.
_SEES_TO = pattern(r".*\b(?:(?:làm|hoàn tất|lo) (?:thủ tục|hồ sơ)(?: để| cho| đề nghị| trình)?|tham mưu(?: cho| để| giúp)?) ")
#: What is praised or counted, and gives nothing.
_NO_GIVER = pattern(
    r"(?:cụ thể|chi tiết|theo đó|trong số (?:này|đó)|kết quả|công tác|các hình thức|hình thức|việc|tình hình|tổng số|danh sách|thi đua|số lượng|phần thưởng|những|các danh hiệu)\b",
    re.IGNORECASE,
)
_BESTOWS = pattern(r" (?:đã |xét )?(?:tặng|trao|khen|truy tặng)\b")
_AMONG = pattern(r",? (?:trong đó|gồm|bao gồm)(?: có)?(?: ?:)? ?$")
_BY_PAPER = pattern(r"Quyết định [^,;]{3,60}? của (?=[A-ZĐ])")
_COMRADE = pattern(r"(?:đồng chí|đ/c|các đồng chí) (?=[A-ZĐ])", re.IGNORECASE)
#: What leads those who give or get in the words of one who looks on: ``chúng ta chứng kiến ngài A đón nhận``.
_SEEN = pattern(
    r".*\b(?:rằng|chứng kiến|nhớ|được biết|mừng thấy|mừng vì|chúc mừng|vui mừng được|tự hào vì)(?: cảnh| việc| lễ)? ",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[\s\-+*•–]*(?:[0-9a-zđ]{1,2}[.)] ?)?")
_SINCE_THEN = pattern(r"(?:\d+ tháng (?:đầu|cuối) năm(?: \d{4})?|năm qua|đến nay),? ", re.IGNORECASE)
_MEANT_FOR = pattern(r"\b(?:dành|trao|tặng) cho\b")
_WHEN = pattern(
    r"(?:(?:Trong|Đầu|Cuối|Đến|Từ|Vào|Sáng|Chiều|Giữa) )?(?:[Nn]ăm|[Tt]háng|[Qq]uý|[Nn]gày|\d+ năm)(?: học)? [\dIVX][\w/.-]*(?: - \d+)?"
    r"(?: (?:năm|đến nay|qua|đầu năm)(?: \d+)?)?,? |(?:Trong |Cả |trong )?[Nn]ăm(?: qua| nay)?,? (?=(?:đã )?có \d)"
)
_SOMEBODY = pattern(
    r"(?:ông|bà|ngài|anh|chị|tổ chức|đồng chí) (?=[A-ZĐ])|(?:có )?\d{1,3} (?:tổ chức|cá nhân|tập thể|đơn vị|người)", re.IGNORECASE
)
#: Somebody who is named behind adjuncts, and what is said of him before the verb: ``đúng dịp …, bà Karin, lúc ấy …, trở lại``.
_NAMED_LATER = pattern(
    r"[^;:]{6,120}, (?P<who>(?:ông|bà|ngài|anh|chị) [A-ZĐ][\w'’-]*(?: [A-ZĐ][\w'’-]*){0,4}), (?!và |ông |bà |[A-ZĐ])[^;:]{3,90}$"
)
_ENDS = pattern(r" ?[(][^()]{1,40}[)]$| (?:phối hợp|cùng) .*$| tổ chức(?: lễ)?$")
#: What is said of those who get it before the verb: ``huyện A Lưới, mảnh đất từng …, được tặng``.
_APPOSED = pattern(
    r"(?<=[\w)]), (?=(?:mảnh đất|vùng đất|nơi|địa phương|quê hương|đơn vị|ngôi trường|cơ quan|vốn|một trong|cái nôi|cũng là|căn cứ|chỗ dựa|"
    r"cửa ngõ|địa bàn|lực lượng|tập thể|huyện|xã|tỉnh)(?!\w)(?! [A-ZĐ])[^,;]{0,120}(?:,|$))"
)
_HAS = pattern(r"^(?:(?:đã|có|trong đó|riêng|còn|lễ chúc mừng|việc|lễ trao|lễ)(?!\w),? ?)+", re.IGNORECASE)
_GETTER = pattern(
    r"^(?: thưởng)?(?: lại)?(?: cho| tới| đến)? (?P<to>(?:tỉnh|huyện|thành phố|ông|bà|ngài|anh|chị|đồng chí|tập thể|cá nhân|nhân dân|phía|nước|bạn|đoàn|chuyên gia|[A-ZĐ]|\d+ (?:tập|cá|đơn|người|cán))"
    r"[^;:\n\"“]{0,120}?)[,:]? ?$"
)
#: Those who get the awards that are listed behind a colon.
_ANNOUNCED = pattern(r"\b(?:cho|tới) (?:các )?(?P<to>[^:;]{3,80}?) ?: ?(?:\d{1,3} )?$")
#: The award as the subject of the verb: ``Kỷ niệm chương … được Bộ Y tế trao cho B``.
_PASSED = pattern(
    rf"^[^;.\n]{{0,60}}? ?(?:(?:đã |vừa |cũng )*được|mà) (?P<giver>[^,;:.\n]{{2,90}}?) (?:đã |xét |ký |quyết định |trân trọng )*"
    rf"(?:trao tặng|truy tặng|tặng thưởng|tặng|trao)(?:(?= (?:cho|tới|đến) )|(?: (?P<to>(?!vào|tại|ngày|năm|trong|nhân|vì)[^;.\n]{{3,120}}?))?{BEHIND})"
)
#: Who has awards for somebody: ``UBND huyện có 08 Giấy khen dành cho``.
_DEVOTES = pattern(rf"(?:^|[,;.:] )(?P<giver>{BODY}[^,;.:\n]{{0,60}}?) (?:đã )?(?P<has>có|dành) (?:\d{{1,3}} )?$")
#: Who gives, told behind those who get: ``3 Huân chương Hữu nghị cho 05 tập thể do Nhà nước Lào tặng``.
_BY_BEHIND = pattern(
    rf"(?:^|[^\W\d_],?) do (?P<giver>{BODY}[^,;:.\n\d]{{0,60}}?) (?:đã |xét )?(?:trao |phong |ký )?tặng(?:thưởng)?\b"
)
_WITH_WHOM = pattern(r"^(?:[Vv]ới|[Đđ]ối với) (?P<to>[^,;.\n]{3,60}?),")


_HEADED = pattern(r"[\s\-+*•–]*(?:\(?[0-9a-zđ]{1,2}[.)] ?)?(?P<to>[^\W\d_][^:;\n]{3,110}?) ?: ?(?:\d{1,3} )?")
_SIGNS = pattern(r" (?:đã )?(?:ký|trao|tặng|ban hành)(?: tặng)?$")
_HONORIFIC = 16  # characters before the name of the one who opens an item
_DAY = pattern(r"(?:ngày|tháng|năm|tại|vào|dịp)\b")


class Roles(msgspec.Struct):
    """Places in the text of a sentence's words on who gives, and who gets; whether the award was asked for; the verb."""

    giver: Place | None = None
    getter: Place | None = None
    asked: bool = False
    verb: Place | None = None
    passive: bool = False
    behalf: bool = False
    subject: Place | None = None  # who gives by the verb, on behalf of another or not
    before: Place | None = None  # who gave the award told before
    until: int | None = None  # where the words on one of several who get it end
    last: Place | None = None  # the last of them


def roles(sentence: Sentence, telling: Telling) -> Roles:
    """Who gives and who gets the awards of one telling, as far as its own words say."""
    text, (first, last) = sentence.text, telling.lead
    first = _clause(text, first, last)
    verbs = list(VERB.finditer(text, first, last))
    found = Roles()
    if verbs:
        found = _got(text, first, verbs[-1]) if verbs[-1]["gets"] else _given(text, first, verbs[-1], last)
    elif match := _DEVOTES.search(text, first, last):
        found.giver, found.verb = match.span("giver"), match.span("has")
    elif match := _PASSED.search(text[telling.tail[0] : telling.tail[1]]):
        at = telling.tail[0]
        found.giver, found.passive = (at + match.start("giver"), at + match.end("giver")), True
        found.getter = inner(text, at + match.start("to"), at + match.end("to")) if match["to"] else None
    gets = bool(verbs and verbs[-1]["gets"]) and _MEANT_FOR.search(text, *telling.tail)
    if found.getter is None or gets or VERB.search(text[telling.tail[0] : telling.tail[0] + 60]):
        found.getter = told_behind(sentence, telling) or found.getter
    if found.getter is None and verbs and verbs[-1]["gives"] and found.giver:
        found.getter = right_behind(sentence, telling)
    if found.getter is None and (match := _WITH_WHOM.search(text[first:last])):
        found.getter = first + match.start("to"), first + match.end("to")
    if found.getter is None and (match := _ANNOUNCED.search(text[first:last])):
        found.getter = first + match.start("to"), first + match.end("to")
    if (headed := _headed(sentence, telling)) and not verbs and (found.getter is None or _DAY.match(text, found.getter[0])):
        found.getter = headed
    at = text.rfind(";", 0, first) + 1
    behalf = None if verbs and (verbs[-1]["gets"] or found.passive) else _BEHALF.search(text, at, telling.tail[1])
    behalf = behalf or (None if found.passive else _EMPOWERED.search(text, at))
    found.subject = found.giver
    if behalf:
        found.giver, found.behalf = behalf.span("giver"), True
    elif found.passive and found.giver is None:
        match = _DECIDES.search(text, telling.tail[0]) or _PRAISES.search(text, 0, last)
        found.giver = match.span("giver") if match else None
    return found


def _headed(sentence: Sentence, telling: Telling) -> Place | None:
    """Who opens an item before a colon gets the award behind it: ``- Bệnh viện tỉnh: Bằng khen của Đại sứ Nhật Bản``."""
    match = _HEADED.fullmatch(sentence.text, 0, telling.heads[0].start()) if sentence.kind == "list_item" else None
    if match is None:
        return None
    at = sentence.start + match.start("to")
    return match.span("to") if any(at <= each.start < at + _HONORIFIC for each in sentence.of("PERSON", "ORG")) else None


def giver(sentence: Sentence, telling: Telling, head: Head, found: Roles) -> Place | None:
    """Who gives one award of a telling: by its own words or those of a like one behind it, else on whose behalf, or by the verb."""
    behind = telling.heads[telling.heads.index(head) :]
    for each in behind:
        if bool(each["paper"]) == bool(head["paper"]) and (by := bestowal.of(sentence, each)):
            start, end = by.span("of") if by["of"] else by.span("bare")
            signs = _SIGNS.search(sentence.text, start, end)
            return inner(sentence.text, start, signs.start() if signs else end)
    if found.giver is None and (match := _BY_BEHIND.search(sentence.text, telling.tail[0], telling.tail[1])):
        return match.span("giver")
    named = None if found.giver else noted(sentence, head.end(), telling.tail[1], "ORG", "FOREIGN_UNIT", "COUNTRY")
    if not named or not GIVES.match(named["to"]):
        return found.giver
    return named.start("to"), named.start("to") + len(_BESTOWS.split(named["to"])[0])


def _clause(text: str, first: int, last: int) -> int:
    """Where the clause of a verb begins: behind a semicolon, unless the verb stands before it."""
    at = text.rfind(";", first, last) + 1
    return at if at and VERB.search(text, at, last) else first


def _got(text: str, first: int, verb: re.Match[str]) -> Roles:
    """``B đón nhận …``."""
    found = Roles(getter=_subject(text, first, verb.start()), verb=verb.span("gets"))
    if match := _OF_WHOM.match(text, verb.end()):
        found.giver = match.span("giver")
    return found


def _given(text: str, first: int, verb: re.Match[str], last: int) -> Roles:
    """``B được A tặng …``, ``A tặng B …``, ``C đề nghị A tặng …``."""
    found = Roles(verb=verb.span("gives"))
    match = _PASSIVE.search(text[first : verb.start()])
    if match and not _DELEGATES.search(match["giver"] or ""):
        found.passive = True
        if match["giver"]:
            said = _ISSUES.split(match["giver"])[0]
            found.giver = inner(text, first + match.start("giver"), first + match.start("giver") + len(said))
        if not _ASKED_TOO.search(text[first : first + match.start()]):
            found.getter = _subject(text, first, first + match.start())
        found.asked = "đề nghị" in match["adverbs"]
        return found
    asks = list(_ASKS.finditer(text, first, verb.start()))
    found.asked = bool(asks) and not _RESOLVED.search(text, asks[-1].end(), verb.start())
    found.giver = _giver(text, asks[-1].end() if asks else first, verb.start(), bool(asks))
    if len(asks) > 1 and found.giver is None:  # ``trình Chủ tịch nước đề nghị tặng``
        found.giver = _giver(text, asks[-2].end(), asks[-1].start(), True)
    if match := _GETTER.match(text[verb.end() : last].rstrip("0123456789 ")):
        said = _AMONG.sub("", match["to"])
        found.getter = inner(text, verb.end() + match.start("to"), verb.end() + match.start("to") + len(said))
    return found


def _giver(text: str, start: int, end: int, asked: bool) -> Place | None:
    """The noun phrase right before the verb: behind adverbs of time, without the name of the one who hands over."""
    if match := _SEES_TO.match(text[start:end]) or _SEEN.match(text[start:end]):
        start += match.end()
    start += len(match[0]) if (match := _TURN.match(text[start:end])) else 0
    said = _ISSUES.split(text[start:end])[0]
    end = start + len(_ADVERBS.sub("", said.rstrip(" ,")))
    parts = _parts(text, start, end)
    named = [one for one in parts if re.match(BODY, text[one[0] : one[1]]) or "bạn" in text[one[0] : one[1]].lower().split()]
    if not parts or (asked and not named):
        return None
    place = parts[-1]
    if named and not (re.match(BODY, text[slice(*place)]) or text[place[0]].isupper() and place not in named):
        place = named[-1]
    if text[: place[0]].endswith(("Đảng, ", "Chính phủ, ", "Quốc hội, ")):
        place = text.rfind(" ", 0, place[0] - 2) + 1, place[1]
        if text[: place[0]].endswith("Chính ") or text[: place[0]].endswith("Quốc "):
            place = place[0] - 6, place[1]
    if match := _COMRADE.match(text[slice(*place)]):
        place = place[0] + match.end(), place[1]
    if match := _BY_PAPER.match(text[slice(*place)]):
        place = place[0] + match.end(), place[1]
    return place if place[1] - place[0] > 1 and not _NO_GIVER.match(text[slice(*place)]) else None


def _parts(text: str, start: int, end: int) -> list[Place]:
    """The pieces between commas and colons that are no adjuncts."""
    found, at = [], start + len(_BULLET.match(text[start:end])[0])  # type: ignore[index]
    if match := _WHEN.match(text[at:end]):
        at += match.end()
    for piece in re.split(r"(, |: ?)", text[at:end]):
        place = inner(text, at, at + len(piece))
        if (match := _WHEN.match(text[slice(*place)])) and _SOMEBODY.match(text, place[0] + match.end()):
            place = place[0] + match.end(), place[1]
        if (
            _ADJUNCT.match(piece)
            and not _BY_REQUEST.match(piece)
            and at + len(piece) == end
            and (body := re.search(rf"(?<= ){BODY}", piece))
        ):
            place = at + body.start(), place[1]
        if place[0] < place[1] and piece not in (", ", ": ", ":") and not _ADJUNCT.match(text[slice(*place)]):
            found.append(place)
        at += len(piece)
    return found


def _subject(text: str, start: int, end: int) -> Place | None:
    """Those who get, told before the verb: all of them, behind adjuncts and ``có``."""
    said = text[start:end].rstrip(" ,")
    end = start + len(_ADVERBS.sub("", re.sub(r" (?:vinh dự|lần đầu tiên|mới|đã|vừa)$", "", said)))
    if match := _SEEN.match(text[start:end]):
        start += match.end()
    colon = text.rfind(": ", start, end)
    parts = _parts(text, colon + 2 if colon >= 0 else start, end)
    if not parts:
        return None
    first = parts[0][0]
    if (somebody := _NAMED_LATER.match(text, first, end)) and not _SOMEBODY.match(text, first):
        return somebody.span("who")
    if match := _SINCE_THEN.match(text[first:end]):
        first += match.end()
    first += len(match[0]) if (match := _HAS.match(text[first:end])) else 0
    if match := re.match(r"(?:Trong|Năm) \w{1,6} ", text[first:end]):
        first += match.end()
    if match := _APPOSED.search(text, first, end):
        end = match.start()
    if match := _ENDS.search(text[first:end]):
        end = first + match.start()
    return (first, end) if end - first > 2 else None


__all__ = ["Roles", "giver", "roles"]
