"""What stands around a name: what makes it a street or a school, and the roles that may stand beside it."""

from __future__ import annotations

import re

from ...lexicon import rows
from ...text import pattern, spellings

HONORIFIC, KIN, PLURAL, LEARNED, BYLINE, ROLE, MEMBER = "honorific", "kin", "plural", "learned", "byline", "role", "member"
TITLES = {row["title"]: row["kind"] for row in rows("person/titles")}

#: A name after one of these is a street, a school, a prize, a firm: words and pairs of words, in lower case.
NAMESAKES = frozenset(
    word.strip()
    for word in (
        "đường|phố|phường|xã|quận|huyện|thôn|xóm|ấp|khóm|trấn|trường|thpt|thcs|chuyên|học|non|giải|quỹ|cầu|chợ|viện|lộ|ngõ|hẻm|ngách|đài|niệm|đền|chùa|lăng|ga|cảng"
        "|ty|hãng|họ|tnhh|mtv|phần|cp|hồ|sông|núi|đảo|tàu|khu|kcn|cư|tuyến|bến|trại|đình|miếu|trang|tháp|thương hiệu|rạp|kênh|nhóm|tàng|vùng|triều|dòng|đèo|tiệm|quán|đtnt|dtnt|tập đoàn|cửa hàng|ngân hàng|chiến dịch|giải thưởng|cung thiếu nhi|mang tên"
        "|công viên|nhà máy|nhà hát|công trình|làng|buôn|suối|hầm|sân|thiếu nhi|tiền phong|cộng sản|gtvt|lễ hội|tổ chức|nhà in|nxb|đh|cđ|tx|tp|tt|kp|huân chương|nghĩa trang|bóng|huy chương|tạp chí|tờ|báo|nhà xuất bản|khách sạn"
    ).split("|")
)
#: Pairs that end in one of these words and leave a person behind them.
_PEOPLE = frozenset(("yêu cầu", "gia đình", "toàn cầu", "nhu cầu", "du học", "khoa học", "thông báo", "cảnh báo", "phía tây"))
#: Units whose office may stand before its holder: ``Chủ tịch UBND huyện Nguyễn Văn Hải``.
UNITS = frozenset("phố huyện quận xã phường trấn".split())
OFFICE_BEFORE = pattern(
    r"(?:UBND|HĐND|MTTQ|ủy ban nhân dân|hội đồng nhân dân|công an|đảng ủy|tổ quốc|quân sự|đảng bộ|phụ nữ|nông dân|chiến binh) (?:thành phố|thị xã|huyện|quận|xã|phường|thị trấn) \Z",
    re.IGNORECASE,
)
_ROLES = {
    form
    for title, kind in TITLES.items()
    if kind in (ROLE, MEMBER) and title not in ("vua", "tướng", "chánh")
    for form in spellings(title)
}
_ROLE_HEADS = frozenset(role.split(" ")[0] for role in _ROLES)
_SEPARATOR = re.compile(
    r"(?:,| -|-| \(|:| là| làm|\n)? ?(?:(?:nguyên|quyền|cựu|hiện là|là|tân|Nguyên|Quyền) ){0,2}(?P<role>(?P<head>[^\W\d_]+)[^\W\d_]*(?: [^\W\d_]+){0,4})"
)


def role_after(text: str, place: int) -> tuple[int, int] | None:
    """A role right after a name: ``Nguyễn Văn A, Phó Giám đốc Sở``, ``Trần B - Chủ tịch``, ``Lê C (Giám đốc)``."""
    match = _SEPARATOR.match(text, place)
    if not match or match["head"].lower() not in _ROLE_HEADS:
        return None
    said = match["role"].lower()
    while said:
        if said in _ROLES:
            return match.start("role"), match.start("role") + len(said)
        said = said.rpartition(" ")[0]
    return None


_VERBS = frozenset(
    "bày báo chia cho chào chúc chủ cùng cảm dẫn dự ghi giới hứa khai khẳng kiểm ký kể là làm mong nhấn nói phát sang sinh tham thay thông thăm tiếp trao trình trả tặng vui và vừa yêu đánh đã đến đề đồng".split()
)
_VERB = re.compile(r",? ([^\W\d_]+)")


def acts(text: str, place: int) -> bool:
    """Whether a verb of persons follows: ``Nguyễn Văn A cho biết``."""
    match = _VERB.match(text, place)
    return match is not None and match[1] in _VERBS


#: The man, not the city, the road or the youth union.
THE_MAN = pattern(
    r"(?:Chủ tịch|Bác|Cụ|[Đđ]ồng chí|tư tưởng|tấm gương|gương|đạo đức|phong cách|lãnh tụ|ngoại giao|thời đại|di sản|Người|dân tộc|danh nhân|kính yêu|vĩ đại|Nguyễn Ái Quốc -|cuộc đời|sự nghiệp|văn hóa) \Z",
    re.IGNORECASE,
)
#: An address: ``Số 129, Hà Huy Giáp, phường …``.
STREET_BEFORE = pattern(r"(?:[Ss]ố|SỐ|địa chỉ|Địa chỉ|Đ/c):? ?[^,;\n]{0,14}[0-9][0-9A-Za-z/]{0,5},? \Z")
STREET_AFTER = pattern(
    r"(?: \([^()\n]{2,14}\))?,? ?(?:phường|quận|Phường|Quận|P\.|Q\.|TP\.?|thành phố|thị xã|P[0-9]|Q[0-9])(?!\w)|,? (?:khu phố|tổ dân phố|KP|ấp|thị trấn)(?!\w)"
)
#: Bodies without a name of their own between a role and a name: ``Chủ tịch Hội Sim Chy``.
GENERIC = pattern(
    r" (?:(?:UBND|HĐND|UB MTTQ|MTTQ|Hội đồng tỉnh|Hội đồng|Hội|Sở|Ban|Viện|Đảng|Quốc hội|Thượng viện|Hạ viện|Chính phủ|Ngoại giao|Bộ Ngoại giao|Quốc phòng|Thường trực|thường trực|điều hành|Công an|Thương mại|Kế hoạch|Tài chính|Nội vụ"
    r"|[Tt]ỉnh ủy|[Tt]hành ủy|[Hh]uyện ủy|[Ss]ở|[Hh]ội)(?: tỉnh| thành phố| huyện| xã| nước| bang| quận)?|tỉnh|thành phố|huyện|chính quyền tỉnh|phụ trách|đặc mệnh toàn quyền|công sứ|lâm thời|danh dự) (?=[A-ZĐ])"
)
#: The end of a sentence or a clause between a role and a name.
BREAK = re.compile(r"[.;:!?\n\t\"(](?: |\Z|\n)|[\n\t;:]")


def before(text: str, place: int) -> tuple[str, str]:
    """The word right before a place and the two words, in lower case; empty where punctuation or a line end stands there."""
    if place < 2 or text[place - 1] not in " \n":
        return "", ""
    words = text[max(0, place - 24) : place - 1].lower().rsplit(None, 2)[-2:]
    if not words or not words[-1][-1].isalnum():
        return "", ""
    return words[-1], " ".join(words)


def namesake(last: str, two: str) -> bool:
    """Whether what follows these words bears a person's name and is none."""
    return (last in NAMESAKES and two not in _PEOPLE) or two in NAMESAKES


def alone(text: str, start: int, end: int) -> bool:
    """Whether a span fills its line or its cell."""
    left = text[max(0, start - 2) : start]
    right = text[end : end + 2]
    return (not left or left[-1] in "\n\t" or left in ("\n ", "\t ", " ")) and (
        not right or right[0] in "\n\t" or right in (" \n", " ", " \t", "./")
    )
