"""Conferences, forums, fairs, festivals, years and weeks that bear a name.

Hội nghị Xúc tiến đầu tư tỉnh Quảng Trị lần thứ II     head, title, and what marks it as a name: a capital, an ordinal, a year
hội nghị tổng kết công tác năm 2015                    none of these: a meeting like any other
"""

from __future__ import annotations

import re

from ...codepage import VOWELS
from ...rule import Found
from ...text import pattern
from ..agreement.forms import wrapped
from .ordinals import NTH, ordinal
from .value import Event

_CAPITALS = "A-ZĐ" + "".join(sorted({each.upper() for each in VOWELS if not each.isascii()}))
_LOWERS = "a-zđ" + "".join(sorted(each for each in VOWELS if not each.isascii()))
_STOPS = (
    "(?<!tự )do|hồi|hôm|cùng|chiều|sáng(?! tạo| kiến)|tối|đầu(?! tư| xuân| Xuân)|cuối|họp|khép lại|ngày|năm|vào(?! [A-ZĐ])|từ(?! thiện)|được|đã|đang|sẽ|diễn ra|có|nhằm|để|mà|khi|sau|trước|này|đó|trên cơ sở|là|không(?! gian)|vừa(?! và)|theo|thu hút|đưa|mang|thành công|hằng năm|hàng năm|nhân dịp|nhân(?! dân| đạo| lực| văn| quyền)|dự kiến|"
    "tổ chức|đăng cai|khai mạc|bế mạc|với|như|cùng với|giữa|tham dự|tham gia|dưới|thì|cũng|trong|ở(?! nước ngoài)|trị giá|ký|kết thúc|đón|mời|gồm|bao gồm|mở(?! rộng)|kéo dài|vẫn|thông qua|tuyên bố|"
    "khẳng định|nêu|đồng chí|ông|bà|cho biết|của tỉnh|của thành phố|còn|nơi|(?<!địa )bàn|nghe|đạt|bởi|về việc|kết hợp|nói|đánh giá|thống nhất|tiếp tục|nghị quyết|đại hội|chỉ thị|kết luận|triển khai|quán triệt|Nghị quyết|Đại hội|Chỉ thị|Kết luận|Triển khai|đề nghị|góp phần|hướng tới|quy tụ|giới thiệu|lần này"
)
_HEADS = "hội nghị|hội thảo|diễn đàn|hội chợ|lễ hội|festival|tuần lễ|triển lãm|chương trình|các|nhiều|đón|tổ chức|tham|dự|đại hội|những|một số|làm|thăm|ký|gặp gỡ|năm|đưa|trao|đã|công tác|hoạt động|liên hoan|ngày|lễ"
_WORD = r"[^\W_]\w*(?:[./&]\w+)*(?:-\w+)*\+?"
_STOP = rf"(?!(?:và (?i:{_HEADS})(?!\w)|(?:{_STOPS}|{_STOPS.upper()})(?!\w)|(?i:lần (?:thứ )?){NTH}))"
_PIECE = rf"(?: \([{_CAPITALS}][^()\n]{{1,20}}\)(?= )|(?: - ?|- | & | |, (?=[{_CAPITALS}][{_LOWERS}]+(?: [{_LOWERS}]+){{0,3}}(?:,| và )))(?!\.){_STOP}(?!(?i:tại)(?!\w))\"?{_WORD}\"?)"
_AT = rf"(?:(?i: tại)(?: [{_CAPITALS}][\w-]+){{1,3}})?"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|[/.-][0-9])"
_NTH = rf"(?: ?\(?(?:lần|kỳ|khóa) (?:thứ )?(?P<n>{NTH})\)?| thứ (?P<m>{NTH}))"
_LISTED = rf", (?!(?:{_HEADS})(?!\w))(?=[^,.;:\n]{{2,30}} và |(?:Lào|Campuchia|Việt Nam) - ){_WORD}"
_TITLE = pattern(rf"(?P<title>(?:{_PIECE}|{_LISTED}){{0,24}}?{_AT})(?P<mark>{_NTH}|(?: ?- ?| |/)(?P<y>{_YEAR}))")
_PLAIN = pattern(rf"(?:{_PIECE}){{1,16}}")
_PLACED = pattern(_AT)
_GOES_ON = pattern(rf"(?: ?- ?| |, )(?P<y>{_YEAR})")
_DATED = pattern(rf",? ?\(?(?:trong |vào )?năm (?P<y>{_YEAR})")
_ORDINAL_FIRST = pattern(
    rf"(?: quốc tế)? (?:lần )?thứ (?P<n>{NTH}) (?P<body>(?:của )?(?:Ủy ban|Nhóm|Hội đồng|Ban|Diễn đàn|Bộ trưởng|các|Tổng|Hiệp hội|Mạng|Liên)(?:{_PIECE}){{0,20}})"
)
_BETWEEN = pattern(
    rf" giữa (?:(?! lần thứ| (?:Đại hội|Nghị quyết|để|đã|sẽ|được|diễn ra)(?!\w))[^.;\n]){{3,140}}? lần thứ (?P<n>{NTH})"
)
_COUNTED = re.compile(r" [A-Z]{3,6} (?P<n>[0-9]{1,2})\Z")
_QUOTED = pattern(
    r"(?P<lead>(?: (?:khoa học|quốc tế|quốc gia|trực tuyến|chuyên đề|về|với chủ đề|chủ đề|nghệ thuật|ảnh|tranh|giao lưu|lần thứ (?:[0-9IVX]{1,4}|nhất))){0,5}):? ?\" ?(?P<name>[^\"\n\t]{6,160}?) ?\""
)
_LOOSE_END = pattern(r"(?:,| -| và| về| của| cho| các| nước| tại| lần| để| kỳ)+\Z", re.IGNORECASE)
_CAPITAL = re.compile(rf" \"?(?:(?:quốc tế|khoa học|toàn quốc|cấp cao|đặc biệt|hẹp) )?[{_CAPITALS}0-9][\w-]")
_NAME_INSIDE = re.compile(rf"[{_CAPITALS}][{_LOWERS}]")
_LINE_BREAK = re.compile(rf"\t|\n(?=[^{_LOWERS}])")

_PLAIN_MEETING = pattern(
    r" (?:tổng kết|sơ kết|triển khai|quán triệt|tập huấn|giao ban|phổ biến|tuyên truyền|bồi dưỡng|thông báo|báo cáo|cán bộ|trực tuyến|học tập|ký kết|bàn|hiệp thương|đánh giá|thông tin|"
    r"ban chấp hành|ban thường vụ|tỉnh ủy|thành ủy|huyện ủy|thường trực|thường niên|cấp tỉnh|liên tịch|lấy ý kiến|góp ý|phát động|rà soát|chuyên đề|công bố|nghiên cứu|viên chức|giao lưu|trao|"
    r"phối hợp|kiểm điểm|tư vấn|quốc gia[,.;]|sở |ubnd|ủy ban nhân dân|hđnd|mttq|đảng|toàn thể|kết nối|giới thiệu|thỏa thuận|hội đàm|công tác|bất thường|lần|với|này|trên|của|được|đã|là|có|kỷ niệm|khai mạc|xét|nghe|đầu bờ|cổ đông|"
    r"tại|do|ở|chi bộ|chi hội)",
    re.IGNORECASE,
)
_VENUE_NEAR = pattern(
    r"(?<!\w)Nhà \Z|(?<!\w)(?:Trung tâm|Cung|Công ty|Khách sạn)(?: [^.,;:\n()]{1,50}?)?(?: và| Quốc gia| quốc tế)? \Z"
)
_PAIR = re.compile(rf"[{_CAPITALS}][{_LOWERS}]+ - [{_CAPITALS}][{_LOWERS}]+(?: [{_CAPITALS}][{_LOWERS}]+)*\Z")
_COUNTRY_PAIR = pattern(r" (?:đặc biệt )?(?:Việt|Lào|Campuchia|CPC)")
_CLASS = pattern(r"(?<!\w)(?:các|những|nhiều|một số|mọi|[0-9]+|hai|ba|bốn|trung tâm|mùa) \Z", re.IGNORECASE)


def named(text: str, start: int, end: int, kind: str) -> Found | None:
    """An event that begins with a head word, where the words behind make it a name."""
    if quoted := _quoted(text, start, end, kind):
        return quoted
    if kind == "quoted" or _VENUE_NEAR.search(text, max(0, start - 60), start):
        return None
    if kind == "session":
        return _session(text, start, end)
    if kind == "games":
        return _games(text, start, end)
    return _ordinal_first(text, start, end) or _marked(text, start, end, kind) or _plain(text, start, end, kind)


def _quoted(text: str, start: int, end: int, kind: str) -> Found | None:
    match = _QUOTED.match(text, end)
    if not match or kind in ("session", "games", "year"):
        return None
    name = match["name"]
    if kind == "quoted" and (name[0].isupper() and re.search(r"(?:19|20)[0-9]{2}\Z", name) or match["lead"].strip()):
        return _found(text, match.start("name"), match.end("name"), None, _year(name), "event.quoted")
    if kind == "quoted" or (kind == "meet" and not name[0].isupper()) or not name[0].isalnum():
        return None
    return _found(text, start, match.end("name"), None, _year(name), "event.quoted")


def _session(text: str, start: int, end: int) -> Found | None:
    """``Kỳ họp lần thứ 5 Ủy ban hỗn hợp``; sessions of assemblies are not events."""
    match = _ORDINAL_FIRST.match(text, end)
    if not match or re.match(r"(?:của )?(?:Hội đồng nhân|Ban Th|Ủy ban nhân|Ủy ban Th|Tổng|các)", match["body"]):
        return None
    return _ordinal_first(text, start, end)


_GAMES = pattern(
    rf"(?P<place>(?: [{_CAPITALS}][\w-]+){{0,3}})(?: lần thứ (?P<n>{NTH})| (?P<y>{_YEAR})| (?P<m>[0-9]{{1,2}}|[IVXL]{{1,6}})(?![\w/%]|[.,][0-9]))(?P<after>(?: - [{_CAPITALS}]\w+| [{_CAPITALS}][{_LOWERS}]+)?(?: (?P<z>{_YEAR}))?)"
)


def _games(text: str, start: int, end: int) -> Found | None:
    """``SEA Games 31``, ``APEC 2017``, ``Thế vận hội Bắc Kinh``."""
    head = text[start:end].lower()
    match = _GAMES.match(text, end)
    if match and (not match["place"] or head in ("olympic", "thế vận hội", "meet", "expo")):
        stop = match.end() if match["z"] else match.start("after")
        number = match["n"] or match["m"]
        year = match["y"] or match["z"]
        return _found(text, start, stop, ordinal(number) if number else None, int(year) if year else None, "event.games")
    if head == "thế vận hội" and (place := re.compile(rf"(?: [{_CAPITALS}][\w-]+)+").match(text, end)):
        return _found(text, start, place.end(), None, None, "event.games")
    return None


def _ordinal_first(text: str, start: int, end: int) -> Found | None:
    """``Hội nghị lần thứ 10 Ủy ban công tác liên hợp``."""
    match = _ORDINAL_FIRST.match(text, end)
    if (
        not match
        or _NAME_INSIDE.search(match["body"]) is None
        or re.match(r"(?:của )?Ban (?:Chấp|chấp|Thường|Cán)", match["body"])
    ):
        return None
    return _found(text, start, _trimmed(text, end, match.end()), ordinal(match["n"]), None, "event.named")


def _marked(text: str, start: int, end: int, kind: str) -> Found | None:
    """A name that ends in an ordinal or a year."""
    match = _TITLE.match(text, end)
    if not match or _broken(text, end, match.end()):
        return _between(text, start, end)
    number, said = match["n"] or match["m"], match["y"]
    title = match["title"]
    if not title.strip() and kind not in ("camp", "year", "week"):
        return None
    if said and not _may_bear_year(text, start, title, kind):
        return None
    if number and not said and not (_NAME_INSIDE.search(title) or len(title.split()) > 1 or text[start].isupper()):
        return None
    if (
        number
        and kind == "meeting"
        and re.match(r" (?:tổng kết|sơ kết|giao ban|ban|tỉnh ủy|thành ủy|huyện ủy)(?!\w)", title, re.IGNORECASE)
    ):
        return None
    stop = match.end()
    if number and (more := _GOES_ON.match(text, stop)):
        stop, said = more.end(), more["y"]
    return _found(
        text, start, stop, ordinal(number) if number else None, int(said) if said else _dated(text, stop), "event.named"
    )


def _may_bear_year(text: str, start: int, title: str, kind: str) -> bool:
    """A year belongs to the name where the name has a capital of its own; ``hội nghị tổng kết 2015`` has none."""
    if kind == "meeting" and _PLAIN_MEETING.match(title):
        return False
    programme = kind == "meet" and text.startswith("Chương", start)
    return (_NAME_INSIDE.search(title) is not None or programme or kind in ("camp", "year")) and _CLASS.search(
        text, max(0, start - 12), start
    ) is None


def _between(text: str, start: int, end: int) -> Found | None:
    """``Hội nghị quốc tế về hợp tác giữa … lần thứ 5``: the parties stand inside the name."""
    title = _PLAIN.match(text, end)
    match = _BETWEEN.match(text, title.end()) if title else None
    if not match or not text[start].isupper() or _PLAIN_MEETING.match(text, end):
        return None
    return _found(text, start, match.end(), ordinal(match["n"]), _dated(text, match.end()), "event.named")


def _plain(text: str, start: int, end: int, kind: str) -> Found | None:
    """A name without ordinal and year: its capitals must say it."""
    match = _PLAIN.match(text, end)
    if not match or _CLASS.search(text, max(0, start - 12), start):
        return None
    stop = match.end()
    if broken := _broken(text, end, stop):
        stop = broken
    stop = _trimmed(text, end, stop)
    if kind == "week" and (placed := _PLACED.match(text, stop)):
        stop = placed.end()
    title = text[end:stop]
    if not _is_name(text, start, stop, title, kind):
        return None
    counted = _COUNTED.search(text, end, stop)
    return _found(text, start, stop, counted["n"] if counted else None, _dated(text, stop), "event.named")


def _is_name(text: str, start: int, stop: int, title: str, kind: str) -> bool:
    if text[start : start + 4].isupper() or not title.strip():
        return False  # a heading in capitals: its capitals say nothing
    capital = _CAPITAL.match(title) is not None
    if kind == "year":
        return _NAME_INSIDE.search(title) is not None
    if kind == "camp":
        return False
    if kind == "meet":  # only a programme: "Gặp gỡ" may open any sentence
        return text.startswith("Chương", start) and capital and len(title.split()) > 2
    if kind == "meeting":
        if not text[start].isupper() or len(title.split()) < 3 or _PLAIN_MEETING.match(title) or _COUNTRY_PAIR.match(title):
            return False
        return capital or (_PAIR.search(title) is not None and not _opens(text, start))
    if kind in ("forum", "fair"):
        return text[start].isupper() and len(title.split()) > 1 and (capital or _NAME_INSIDE.search(title) is not None)
    if kind == "show":
        return text[start].isupper() and capital and len(title.split()) > 1
    if kind == "week":
        return (capital or text[start].isupper()) and _NAME_INSIDE.search(title) is not None
    if capital or not text[start].isupper() or _PLAIN_MEETING.match(title):
        return capital
    near = title if _DATED.match(text, stop) or text.startswith(("Liên", "Ngày"), start) else " ".join(title.split()[:4])
    return _NAME_INSIDE.search(near) is not None


def _opens(text: str, start: int) -> bool:
    """Whether a line or a sentence begins here, so that a capital says nothing."""
    return start == 0 or text[start - 1] in "\n\t" or text[max(0, start - 2) : start] in (". ", "! ", "? ", ": ", "- ")


def _broken(text: str, start: int, end: int) -> int | None:
    """Where a line ends for good between the two places."""
    broken = _LINE_BREAK.search(text, start, end)
    return broken.start() if broken and (broken[0] == "\t" or not wrapped(text, broken.start())) else None


def _dated(text: str, end: int) -> int | None:
    """The year said right behind a name: ``… năm 2019``."""
    match = _DATED.match(text, end)
    return int(match["y"]) if match else None


def _year(name: str) -> int | None:
    match = re.search(r"(?<![0-9])((?:19|20)[0-9]{2})\Z", name)
    return int(match[1]) if match else None


def _trimmed(text: str, start: int, end: int) -> int:
    while trailing := _LOOSE_END.search(text, start, end):
        end = trailing.start()
    return end


def _found(text: str, start: int, end: int, number: str | None, year: int | None, rule: str) -> Found:
    if text[end - 1] == '"' and text.count('"', start, end) % 2:
        end -= 1
    return Found(start, end, "EVENT", rule, Event("other", " ".join(text[start:end].split()), number, year))
