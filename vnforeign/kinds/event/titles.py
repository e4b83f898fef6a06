"""The patterns that names of events are read with: where a title ends, what marks it as a name, what marks none."""

from __future__ import annotations

import re
from functools import cache

from ...codepage import CAPITALS, LOWERS
from ...phrases import BLANK, as_written, either, holding, last_words
from ...text import pattern
from .ordinals import NTH

STOPS = (
    "do(?<!tự do)|hồi|hôm|cùng|chiều|sáng(?! tạo)(?! kiến)|tối|đầu(?! tư)(?! xuân)(?! Xuân)|cuối|họp|khép lại|ngày|năm|vào(?! [A-ZĐ])|từ(?! thiện)|được|đã|đang|sẽ|diễn ra|có|nhằm|để|mà|khi|sau|trước|này|đó|trên cơ sở|là|không(?! gian)|vừa(?! và)|theo|thu hút|đưa|mang|thành công|hằng năm|hàng năm|nhân dịp|nhân(?! dân)(?! đạo)(?! lực)(?! văn)(?! quyền)|dự kiến|"
    "tổ chức|đăng cai|khai mạc|bế mạc|với|như|cùng với|giữa|tham dự|tham gia|dưới|thì|cũng|trong|ở(?! nước ngoài)|trị giá|ký|kết thúc|đón|mời|gồm|bao gồm|mở(?! rộng)|kéo dài|vẫn|thông qua|tuyên bố|"
    "khẳng định|nêu|đồng chí|ông|bà|cho biết|của tỉnh|của thành phố|còn|nơi|bàn(?<!địa bàn)|nghe|đạt|bởi|về việc|kết hợp|nói|đánh giá|thống nhất|tiếp tục|nghị quyết|đại hội|chỉ thị|kết luận|triển khai|quán triệt|Nghị quyết|Đại hội|Chỉ thị|Kết luận|Triển khai|đề nghị|góp phần|hướng tới|quy tụ|giới thiệu|lần này"
)
HEADS = "hội nghị|hội thảo|diễn đàn|hội chợ|lễ hội|festival|tuần lễ|triển lãm|chương trình|các|nhiều|đón|tổ chức|tham|dự|đại hội|những|một số|làm|thăm|ký|gặp gỡ|năm|đưa|trao|đã|công tác|hoạt động|liên hoan|ngày|lễ"
WORD = r"[^\W_]\w*(?:[./&]\w+)*(?:-\w+)*\+?"
STOP = (
    rf"và{BLANK}(?:{either(HEADS)})(?!\w)|(?:{as_written(STOPS)}|{as_written(STOPS.upper())})(?!\w)|"
    + pattern(rf"(?i:lần (?:thứ )?){NTH}").pattern
)
PIECE = rf"(?: \([{CAPITALS}][^()\n]{{1,20}}\)(?= )|(?: - ?|- | & | |, (?=[{CAPITALS}][{LOWERS}]+(?: [{LOWERS}]+){{0,3}}(?:,| và )))(?!\.)(?!@)(?!(?i:tại)(?!\w))\"?{WORD}\"?)"
AT = rf"(?:(?i: tại)(?: [{CAPITALS}][\w-]+){{1,3}})?"
YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|[/.-][0-9])"
NUMBERED = rf"(?: ?\(?(?:lần|kỳ|khóa) (?:thứ )?(?P<n>{NTH})\)?| thứ (?P<m>{NTH}))"
LISTED = rf", (?!(?:{HEADS})(?!\w))(?=[^,.;:\n]{{2,30}} và |(?:Lào|Campuchia|Việt Nam) - ){WORD}"
TITLE = holding(STOP, rf"(?P<title>(?:{PIECE}|{LISTED}){{0,24}}?{AT})(?P<mark>{NUMBERED}|(?: ?- ?| |/)(?P<y>{YEAR}))")
PLAIN = holding(STOP, rf"(?:{PIECE}){{1,16}}")
PLACED = pattern(AT)
GOES_ON = pattern(rf"(?: ?- ?| |, )(?P<y>{YEAR})")
DATED = pattern(rf",? ?\(?(?:trong |vào )?năm (?P<y>{YEAR})")
_ORDINAL_FIRST = pattern(
    rf"(?: quốc tế)? (?:lần )?thứ (?P<n>{NTH}) (?P<body>(?:của )?(?:Ủy ban|Nhóm|Hội đồng|Ban|Diễn đàn|Bộ trưởng|các|Tổng|Hiệp hội|Mạng|Liên))"
)
BETWEEN = pattern(
    rf" giữa (?:(?! lần thứ| (?:Đại hội|Nghị quyết|để|đã|sẽ|được|diễn ra)(?!\w))[^.;\n]){{3,140}}? lần thứ (?P<n>{NTH})"
)
COUNTED = re.compile(r" [A-Z]{3,6} (?P<n>[0-9]{1,2})\Z")
QUOTED = pattern(
    r"(?P<lead>(?: (?:khoa học|quốc tế|quốc gia|trực tuyến|chuyên đề|về|với chủ đề|chủ đề|nghệ thuật|ảnh|tranh|giao lưu|lần thứ (?:[0-9IVX]{1,4}|nhất))){0,5}):? ?\" ?(?P<name>[^\"\n\t]{6,160}?) ?\""
)
_LOOSE = "và|về|của|cho|các|nước|tại|lần|để|kỳ"
LOOSE_END = pattern(rf"(?:,| -| (?:{_LOOSE}))+\Z", re.IGNORECASE)
LOOSE_LAST = last_words(_LOOSE)
CAPITAL = re.compile(rf" \"?(?:(?:quốc tế|khoa học|toàn quốc|cấp cao|đặc biệt|hẹp) )?[{CAPITALS}0-9][\w-]")
NAME_INSIDE = re.compile(rf"[{CAPITALS}][{LOWERS}]")
LINE_BREAK = re.compile(rf"\t|\n(?=[^{LOWERS}])")

PLAIN_MEETING = pattern(
    r" (?:tổng kết|sơ kết|triển khai|quán triệt|tập huấn|giao ban|phổ biến|tuyên truyền|bồi dưỡng|thông báo|báo cáo|cán bộ|trực tuyến|học tập|ký kết|bàn|hiệp thương|đánh giá|thông tin|"
    r"ban chấp hành|ban thường vụ|tỉnh ủy|thành ủy|huyện ủy|thường trực|thường niên|cấp tỉnh|liên tịch|lấy ý kiến|góp ý|phát động|rà soát|chuyên đề|công bố|nghiên cứu|viên chức|giao lưu|trao|"
    r"phối hợp|kiểm điểm|tư vấn|quốc gia[,.;]|sở |ubnd|ủy ban nhân dân|hđnd|mttq|đảng|toàn thể|kết nối|giới thiệu|thỏa thuận|hội đàm|công tác|bất thường|lần|với|này|trên|của|được|đã|là|có|kỷ niệm|khai mạc|xét|nghe|đầu bờ|cổ đông|"
    r"tại|do|ở|chi bộ|chi hội)",
    re.IGNORECASE,
)
VENUE_NEAR = pattern(
    r"(?<!\w)Nhà \Z|(?<!\w)(?:Trung tâm|Cung|Công ty|Khách sạn)(?: [^.,;:\n()]{1,50}?)?(?: và| Quốc gia| quốc tế)? \Z"
)
PAIR = re.compile(rf"[{CAPITALS}][{LOWERS}]+ - [{CAPITALS}][{LOWERS}]+(?: [{CAPITALS}][{LOWERS}]+)*\Z")
COUNTRY_PAIR = pattern(r" (?:đặc biệt )?(?:Việt|Lào|Campuchia|CPC)")
CLASS = pattern(r"(?<!\w)(?:các|những|nhiều|một số|mọi|[0-9]+|hai|ba|bốn|trung tâm|mùa) \Z", re.IGNORECASE)


@cache
def _body() -> re.Pattern[str]:
    return holding(STOP, rf"(?:{PIECE}){{0,20}}")  # rarely asked, and long to compile


def ordinal_first(text: str, place: int) -> tuple[str, str, int] | None:
    """``lần thứ 10 Ủy ban công tác liên hợp``: the ordinal, the body that meets, and where it ends."""
    match = _ORDINAL_FIRST.match(text, place)
    if match is None:
        return None
    body = _body().match(text, match.end())
    stop = body.end() if body else match.end()
    return match["n"], text[match.start("body") : stop], stop
