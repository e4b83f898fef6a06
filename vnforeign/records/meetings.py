"""Meetings: what a conference or workshop is called, and whether it is one with a foreign side that was held here."""

from __future__ import annotations

import re

from .hosts import hosts
from .page import Page, Sentence
from .places import countries, is_foreign
from .sides import within
from .wording import holds, pattern

#: What a sentence that tells of a meeting holds.
WORDS = ("hội thảo", "hội nghị", "tọa đàm", "toạ đàm", "diễn đàn")
_MEETING = r"(?:[Hh]ội thảo|[Hh]ội nghị|[Tt]ọa đàm|[Tt]oạ đàm|[Dd]iễn đàn)"
_QUOTED = pattern(rf"\b{_MEETING}[^,;.\"“\n]{{0,90}}[\"“] ?(?P<name>[^\"”\n]{{4,180}})(?:[\"”]|$)")
_NAMED_FIRST = pattern(
    rf"[\"“](?P<name>[^\"”\n]{{4,180}})[\"”] là (?:tên|chủ đề)(?: gọi)?(?: của)? (?:một |cuộc |buổi ){{0,2}}{_MEETING}"
)
_PART_OF_PLACE = pattern(r"\b(?:trung tâm|nhà|phòng|cung|ban) $")
_STOPS = (
    r"(?=,? (?:với (?=sự|(?:nguồn |kinh phí )?tài trợ|"
    r"chủ đề|\d|hơn|gần|trên|khoảng|quy mô|nội dung|mục|đại diện)|(?:tại|ở(?! người| trẻ| nữ| phụ)|"
    r"do|có|vào|ngày|từ ngày|"
    r"từ \d|đã|thu hút|được|nhằm|gồm|theo|diễn ra|"
    r"khai mạc|để|bằng|nhân|tổ chức (?=ngày|tại|từ|vào|ở|trong)|họp (?=ngày|tại|từ|ở)|quy tụ|thành công|hôm|sáng|"
    r"chiều|trong (?=khuôn khổ|năm|"
    r"tháng|ngày|quý|hai|ba|các ngày|\d|"
    r"thời gian))\b)|[;:.\n(\"”]|(?<!phòng),|$)"
)
_NAMED = pattern(
    rf"\b(?P<name>{_MEETING}(?: khoa học)? (?!nghị|thảo|,|do |đã |được |có |này|đó|trên|diễn |với |tại |sẽ |nêu |"
    rf"quy tụ |thu hút |"
    rf"kéo dài |gồm |nhằm |bàn |tập trung |là |thống nhất |\d|"
    rf"kết thúc|kết luận|"
    rf"cũng |vừa )(?:[^,;:.\n\"”(]|(?<=phòng),(?= chống)){{2,150}}?){_STOPS}"
)
_LISTED = pattern(
    r"(?:, (?!(?:do|với|ngày|tại|từ|có|gồm|đã|được|nhằm|theo|trong|mời|thu hút|quy tụ|"
    r"giới thiệu)\b)[^\W\d_A-ZĐ][^,;.\d\n]{1,30}?){0,3}"
    r" và [^,;.\d\n]{2,40}?" + _STOPS
)
_MANY = pattern(
    r"\b(?:các|những|nhiều|một số|mỗi|mọi|qua|sau|khi|quản lý|về việc|việc tổ chức|\d+|hai|ba|bốn|"
    r"(?<!mở )(?<!chức )(?<!tên )(?<!một )(?<!trì )(?<!cai )cuộc|loạt|chuỗi|"
    r"kết thúc|phát biểu tại|nghị quyết|hội nghị,) $"
)
_HELD = pattern(r",? (?:do|ngày|tại|với sự) ")
_WORLD = pattern(r"nước ngoài|quốc tế|thế giới|asean|châu (?:á|âu|phi|mỹ)\b|mê ?công|mekong", re.IGNORECASE)
_SAID = pattern(r"\b(?:tại|trong|của|ở|từ|trước) $")
_DOMESTIC = pattern(
    r"tổng kết|sơ kết|quán triệt|tập huấn|tuyên truyền|trung ương|cán bộ chủ chốt|liên hoan|hội đàm|giao ban|hội chợ|"
    r"triển khai (?:nhiệm vụ|công tác|chỉ thị|nghị quyết)|"
    r"toàn quốc|khoa học quốc gia|ban chấp hành|tỉnh ủy|đảng bộ|\bnày\b|"
    r"đại biểu|hiệp thương|phản biện|bồi dưỡng|họp báo",
    re.IGNORECASE,
)
#: Meetings of states, which are rows where an office of the place holds them too.
_OF_STATES = pattern(r"cấp cao|thượng đỉnh|ngoại trưởng|bộ trưởng", re.IGNORECASE)
_OURS_TOO = pattern(
    r"\b(?:do|được) [^;.]{0,90}\b(?:ubnd|ủy ban nhân dân|tỉnh|thành phố|sở)\b[^;.]{0,60}(?:tổ chức|đăng cai|chủ trì|chủ nhà)"
)
_CLASS = pattern(
    r"^(?:hội nghị|hội thảo|tọa đàm|toạ đàm|diễn đàn)(?: khoa học)?(?: quốc tế| có yếu tố nước ngoài)?$", re.IGNORECASE
)
_OF_WORLD = pattern(
    r"(?:hội thảo|hội nghị|tọa đàm|toạ đàm|diễn đàn)(?: khoa học| thường niên| cấp|"
    r" lần thứ \S{1,4}){0,3} quốc tế",
    re.IGNORECASE,
)
#: A slip for ``hội hữu nghị``.
_NATIONS = pattern(r"[Hh]ội nghị Việt(?: Nam)? - [^\W\d_]+(?: [^\W\d_]+){0,2}")
SECTION = pattern(r"(?:hội nghị|hội thảo)[^\n]{0,30}(?:quốc tế|nước ngoài)")
_GUESTS = pattern(
    r"\b(?:(?:đại biểu|khách|chuyên gia|học giả|diễn giả|nhà khoa học|doanh nghiệp|nhà đầu tư|đại diện|đối tác|phía bạn|"
    r"tổ chức)[^.;,]{0,30}(?:quốc tế|nước ngoài|ngoài nước)|"
    r"từ \d+ (?:nước|quốc gia)|(?:đại biểu|khách|đoàn)[^.;,]{0,12} \d+ (?:nước|quốc gia)|của \d+ (?:nước|quốc gia)|"
    r"(?:các|nhiều) nước (?:dự|tham)|(?:phía|tỉnh|nước) bạn\b|\b(?:hai|ba) nước\b|(?:từ|người) nước ngoài|đại sứ|tổng lãnh sự)"
)
_FROM = pattern(
    r"(?:đại biểu|khách|chuyên gia|học giả|diễn giả|nhà khoa học|nhà báo|doanh nghiệp|công ty|nhà đầu tư|đại diện|"
    r"đối tác|phía|đoàn|giáo sư|tập đoàn|hãng|từ|đến từ|của|giữa|với) $"
)
_ATTENDS = pattern(
    r"\b(?:(?:trình bày|đọc|báo cáo)?[^;.]{0,20}(?:tham luận|báo cáo|phát biểu) tại|tham dự|đi dự|sang dự|dự|"
    r"tham gia)\b[^;.]{0,130}$"
)
_HOLDS = pattern(
    r"\b(?:tổ chức|đăng cai|diễn ra|khai mạc|mở|cho phép|họp|chủ trì|lo liệu|làm chủ nhà|phối hợp|\d[^.;]{0,60} (?:tham )?dự|"
    r"(?:với|có) (?:sự|hơn|gần|trên|khoảng|\d+))\b"
)
_HELD_BY = pattern(r"\b(?:đăng cai|do [^;.]{3,160} (?:tổ chức|chủ trì|đăng cai))\b")
_THEIRS = pattern(
    r"\bdo (?:Bộ (?!Chỉ huy|đội)|Chính phủ|Trung ương|Văn phòng Chính phủ|Quốc hội|Phòng Thương mại và Công nghiệp Việt Nam|"
    r"Liên hiệp các tổ chức hữu nghị Việt Nam|[ỦU][yỷ] ban[^,;.]{2,40}Việt Nam|Đại sứ quán|"
    r"Tổng [Ll]ãnh sự)[^;.]{0,100}(?:tổ chức|chủ trì)"
)
_ITEM = re.compile(r"^\s*(?:(?:[-+*•] ?)+(?:[(]?\d{1,2}[).][ ]?|[a-zđ][)] ?)?|[(]?\d{1,2}[).][ ]?|[a-zđ][)] ?)(?=\S)")
_CLASS_WORDS = 30  # characters of a class of meetings before its name in quotes
_PREPARED = pattern(
    r"(?:kế hoạch|chuẩn bị|đề án|bàn về|ban(?= tổ chức)|tiểu ban|"
    r"công tác|thành tích(?: trong)?(?: việc)?)(?: tổ chức)?(?: (?:hội thảo|"
    r"hội nghị|diễn đàn|tọa đàm)[^,;.]{0,60})? [\"“]?$"
)
_WENT_TOO = pattern(r"\b(?:tỉnh(?: ta)?|sở|đoàn(?: của)? tỉnh|lãnh đạo tỉnh|thành phố)[^;.,]{0,20} (?:cử|tham dự|dự|tham gia)\b")
_CAME = pattern(
    r"\d (?:đại biểu|đại diện|khách|người|doanh nghiệp|chuyên gia|nhà đầu tư|nhà khoa học)\b[^;]{0,140}\b(?:dự|tham gia) $"
)
_SENT = pattern(r"\b(?:cử|đoàn|mời|chọn|đưa)\b")
_INVITES = pattern(r"\bmời\b[^;.]{0,70}\bdự\b[^;.]{0,40}$")
_SCREENS = pattern(r"(?:điểm cầu|cầu truyền hình|kết nối)")
_ONLINE = pattern(r"trực tuyến|điểm cầu")
_OF_PEOPLE = pattern(
    r"(?:sinh|việt nam|việt|quán|vụ|người|lao động|trú|sống|học|việc|bào|văn phòng|đại diện) (?:tại|ở|"
    r"sang|đi) $"
)
_AT = pattern(r"\b(?:tại|ở|sang|đi|thăm) $")


def meeting(sentence: Sentence) -> tuple[int, int] | None:
    """Places of a meeting's name: in quotes, an event, or the words behind ``hội thảo``; None for a class of meetings."""
    if not holds(sentence.lower, WORDS):
        return None
    if match := _NAMED_FIRST.search(sentence.text):
        return sentence.start + match.start("name"), sentence.start + match.end("name")
    for match in _QUOTED.finditer(sentence.text):
        if not _domestic(sentence, match[0]) and not _many(sentence, match.start()):
            return sentence.start + match.start("name"), sentence.start + match.end("name")
    for each in sentence.of("EVENT"):
        if (
            re.match(_MEETING, each.text)
            and not set(each.text) & set('"“')
            and not _domestic(sentence, each.text)
            and not _CLASS.match(each.text)
        ):
            return each.start, _end(sentence, each.start, each.end)
    for match in _NAMED.finditer(sentence.text):
        words = match["name"]
        if _PART_OF_PLACE.search(sentence.lower[: match.start()]):
            continue
        if _domestic(sentence, words) or _CLASS.match(words) or _many(sentence, match.start()):
            continue
        if words[0].islower() and _SAID.search(sentence.lower[: match.start()]):
            continue
        if (
            words[0].isupper()
            or _INVITES.search(sentence.lower[: match.start()])
            or "quốc tế" in words
            or " về " in words
            or len(words.split()) > 4
        ):
            return sentence.start + match.start("name"), _listed(sentence, match)
    return None


def _domestic(sentence: Sentence, name: str) -> bool:
    """Whether a name is that of an office's own meeting, or of one that states hold."""
    return bool(_DOMESTIC.search(name)) or bool(_OF_STATES.search(name) and not _OURS_TOO.search(sentence.lower))


def _end(sentence: Sentence, start: int, end: int) -> int:
    """The end of an event's name: as far as the words go, but not over who held it."""
    match = _NAMED.match(sentence.text, start - sentence.start)
    held = _HELD.search(sentence.text, start - sentence.start, end - sentence.start)
    return sentence.start + held.start() if held else max(end, sentence.start + match.end("name") if match else start)


def _listed(sentence: Sentence, match: re.Match[str]) -> int:
    """The end of a name whose list goes on: ``xúc tiến đầu tư, thương mại và du lịch``."""
    more = (
        _LISTED.match(sentence.text, match.end("name"))
        if sentence.text[match.end("name") : match.end("name") + 1] == ","
        else None
    )
    return sentence.start + (more.end() if more else match.end("name"))


def _many(sentence: Sentence, at: int) -> bool:
    return _MANY.search(sentence.lower[max(0, at - 24) : at]) is not None


def international(page: Page, scope: list[Sentence], name: tuple[int, int]) -> bool:
    """Whether a meeting has a foreign side, and was held here: not attended elsewhere."""
    sentence = scope[0]
    if (
        _NATIONS.fullmatch(page.view.text[name[0] : name[1]])
        or _attended(sentence, name)
        or _abroad(sentence, name)
        or _PREPARED.search(sentence.before(name[0], 100))
        or not (any(_HOLDS.search(each.lower) for each in scope) or _heads_item(sentence, name))
    ):
        return False
    at = name[0] - sentence.start
    if _OF_WORLD.search(sentence.text, max(0, at - 60), name[1] - sentence.start) or SECTION.search(sentence.section):
        return True
    if countries(sentence, *name)[0] or _WORLD.search(page.view.text[slice(*name)]):
        return True
    return any(_has_guests(page, each) or any(side.foreign for side in hosts(page, each)) for each in scope)


def _heads_item(sentence: Sentence, name: tuple[int, int]) -> bool:
    """Whether a meeting heads an item of a list, with its day or place behind it: what was held needs no verb there."""
    lead = _ITEM.match(sentence.text)
    heads = lead is not None and 0 <= name[0] - sentence.start - lead.end() < _CLASS_WORDS
    return heads and bool(sentence.inside(name[1], sentence.end, "DATE", "QUANTITY"))


def _attended(sentence: Sentence, name: tuple[int, int]) -> bool:
    """Whether ours only went there: ``dự Hội nghị …``, with nothing of who held it."""
    if _THEIRS.search(sentence.text) and _WENT_TOO.search(sentence.lower, name[1] - sentence.start):
        return True
    words = sentence.before(name[0], 180)
    went = _ATTENDS.search(words[words.rfind(";") + 1 :])
    if went is None or _INVITES.search(words) or _HOLDS.search(went[0]) or (_CAME.search(words) and not _SENT.search(words)):
        return False
    if not _HELD_BY.search(sentence.lower) or _THEIRS.search(sentence.text):
        return True
    return all(side.foreign for side in hosts(sentence.page, sentence))


def _abroad(sentence: Sentence, name: tuple[int, int]) -> bool:
    """Whether the meeting's place is a foreign one, and it was not held through a screen."""
    if _ONLINE.search(sentence.lower):
        return False
    head, tail = sentence.clause(name[0])
    for each in sentence.inside(head, tail, "FOREIGN_UNIT", "COUNTRY"):
        inside = name[0] <= each.start < name[1] or within(sentence, each.start + 1)
        before = sentence.before(each.start, 40)
        if not inside and _AT.search(before) and not _OF_PEOPLE.search(before) and is_foreign(sentence.page, sentence, each):
            return True
    return False


def _has_guests(page: Page, sentence: Sentence) -> bool:
    """Whether guests from abroad, a foreign body or firms of a country are named."""
    if _GUESTS.search(sentence.lower):
        return True
    if (screens := _SCREENS.search(sentence.lower)) and countries(sentence, sentence.start + screens.end(), sentence.end)[0]:
        return True
    if any(is_foreign(page, sentence, each) for each in sentence.of("ORG")):
        return True
    return any(
        is_foreign(page, sentence, each) and _FROM.search(sentence.before(each.start, 24))
        for each in sentence.of("COUNTRY", "FOREIGN_UNIT")
    )
