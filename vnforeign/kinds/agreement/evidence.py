"""What stands around a type word and says that one paper is meant: signing, parties, a date; and what says it is a class."""

from __future__ import annotations

import re

from ...codepage import VOWELS
from ...phrases import BLANK, backwards
from ...text import pattern

#: Capital letters, for a character class.
CAPITAL = "A-ZĐ" + "".join(sorted({each.upper() for each in VOWELS if not each.isascii()}))
LOWER = "a-zđ" + "".join(sorted(each for each in VOWELS if not each.isascii()))

_KINDS = "văn bản|văn kiện|điều ước|bản|hiệp định|hiệp ước|nghị định thư|công ước|bản ghi nhớ|biên bản ghi nhớ|biên bản|thỏa thuận|ghi nhớ|thỏa thuận hợp tác|chương trình"
_MANY = "các|những|nhiều|một số|mọi|mỗi|từng|nhóm|hàng loạt|số lượng|loạt|tất cả|bất kỳ|toàn bộ|hai|ba|bốn|sáu|bảy|tám|chín|mười|hàng chục|hàng trăm"
#: Not of years: ``gia hạn thêm 5 năm Thỏa thuận …``.
_YEARS = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
#: ``hai hiệp định, thỏa thuận quốc tế và``, read backwards.
_PLURAL = re.compile(
    rf"{BLANK}(?:(?:,|{backwards(' và| hoặc')}|/)(?:{backwards(' hợp tác| quốc tế')})?(?:{backwards(_KINDS)}){BLANK})*"
    rf"(?:(?:{backwards(' cam kết| quốc tế')}))?(?:(?:{backwards(_KINDS + '|cặp')}){BLANK})?"
    rf"(?:{backwards(_MANY)}|{backwards('năm')}(?!{BLANK}(?:[0-9]|(?:{backwards(_YEARS)})(?!\w)))|[2-9]0?|[0-9]{{1,2}}[1-9])(?![\w/.,-])"
)
_THIS = pattern(
    r" (?:này|đó|nói trên|nêu trên|trên(?= ?[,.;]| đã)|nào|khác|tương tự|tương ứng|gì|chung(?= về)|lẫn nhau|bằng văn bản|riêng|trước (?:thời|khi))(?!\w)|"
    r" làm thành| có giá trị| (?:với|giữa) (?:từng|mỗi|một|bất kỳ|bên ký kết|tổ chức nước ngoài|đối tác nước ngoài|nước ngoài|cơ quan|tổ chức đó|người|bên)(?! (?:Hợp tác|của))(?!\w)| là (?:văn|cơ|căn|một|kết)| có hiệu lực kể từ ngày ký"
)
_WITHIN = (
    "thành công|trực tuyến|điện tử|lại|mới|tắt|chính thức|với nhau|01|một|được|kết|văn bản|văn kiện|công hàm|bản|nội dung|chung|thêm|tiếp|và|trao|các bên|"
    "vào|luôn"
)
_SIGNING = "ký|ký kết|trao|tái ký|gia hạn|thông qua|ra|thống nhất|trao đổi|sau khi có"
#: ``ký kết thành công``, ``ký với Hội X: ``, read backwards.
_SIGNED = re.compile(
    rf'"?{BLANK}:?(?:(?:(?:{backwards(_WITHIN)}){BLANK}){{0,4}}|[^.;:,\n]{{2,40}}{backwards(" với ")})(?:{backwards(_SIGNING)})(?!\w)'
)
_CARRYING = (
    "theo|thực hiện|triển khai|căn cứ|trên cơ sở|quán triệt|tuân thủ|phù hợp với|đối chiếu với|khuôn khổ|kể từ khi|nội dung|thi hành|dựa vào|vận dụng|tổng kết|"
    "sơ kết|gia nhập|phê chuẩn|tham gia|đàm phán|tinh thần|danh mục của|quy định của|hiệu lực|bổ sung|sửa đổi|thay thế|rà soát"
)
_HOW = "vào|tốt|có|hiệu quả|nghiêm|nghiêm túc|đầy đủ|đúng|việc|đồng bộ|toàn diện|các|nội dung|được|và|trong|của|khung|quả|kết|tích cực|thực hiện|bản|văn bản"
#: ``triển khai hiệu quả``, read backwards.
_HELD = re.compile(rf'"?{BLANK}(?:(?:{backwards(_HOW)}){BLANK}){{0,4}}(?:{backwards(_CARRYING)})(?!\w)')
_TOLD = pattern(
    r'"?,?(?:'
    r" ?(?:\([^()\n]{2,40}\) )?(?:đã |được |vừa |mới |do hai bên |hai bên |chính thức |giữa hai bên )*(?:ký|kí)(?: kết)?(?: (?:ngày|năm|tháng|tại|với|giữa|vào|hồi|trong|đầu|cuối|lần|hôm|nhân|bởi)|,? ?[0-9(])|"
    r" (?:ký |được ký |đã ký )?giữa (?!các bên|hai bên[,.;]|Nhà đầu tư|nhà đầu tư|người |chủ |bên |cơ quan|Bên |các cơ quan|nhà |doanh nghiệp)|"
    r" (?:của )?(?:hai (?:tỉnh|nước|bên|Chính phủ|địa phương|ngành|huyện|đơn vị|Sở|sở|thành phố)|Liên hợp quốc)(?!\w)|"
    rf" với (?:[{CAPITAL}]|tỉnh|thành phố|các (?:đối tác|tỉnh|địa phương|trường|tổ chức|doanh nghiệp)|phía|huyện|bang|Hội|Sở|công ty|đại học|trường|tổ chức|chính quyền|đối tác|Tập đoàn|đoàn|vùng|quận|tỉnh bạn)|"
    r" (?:ngày|năm|tháng) [0-9]|,? ?giai đoạn [0-9]|"
    r" ?\(?(?:19|20)[0-9]{2}(?: ?- ?(?:19|20)[0-9]{2})?(?![0-9])|"
    r" (?:được|bắt đầu|chính thức|đã) (?:đặt bút|hai bên ký|thông qua|có hiệu lực|ký)| có hiệu lực| được đặt bút)"
)
_DATED = pattern(r" (?:đã |được |vừa )*(?:ký|kí)(?: kết)? (?:ngày|năm|tháng|hồi|đầu|cuối)(?!\w)")
_LISTED = re.compile(r"[;:,(] \Z")
_PARTNERS = pattern(rf" giữa [{CAPITAL}][^.;:\n]{{3,80}}? (?:và|với) ")
_LINE = re.compile(r"(?:\A|\n|[.!?:]\s)[\s\"'(+*•-]*(?:[0-9a-zđ]{1,2}[.)] ?|[0-9.]{2,6} |[IVX]{1,4}[.)-] ?)?\Z")
_SIGNERS = pattern(
    r"(?<!\w)(?:các|những|nhiều|một số) (?:địa phương|nước|tỉnh|đối tác|tổ chức|quốc gia|bộ|ngành|sở)[^.;:\n,]{0,40} (?:đã )?(?:ký|kí)[^.;:\n,]{0,12}\Z",
    re.IGNORECASE,
)
_PROMISED = pattern(
    r"(?<!\w)(?:đề xuất|xem xét|nghiên cứu|khả năng|hướng tới|tiến tới|xây dựng|chuẩn bị|dự kiến|muốn)[^.;:\n,]{0,25}\Z",
    re.IGNORECASE,
)
REACH = 80
_SIGN = ("ký"[::-1], "kí"[::-1])
_SIGNERS_MANY = ("các"[::-1], "những"[::-1], "nhiều"[::-1], "một"[::-1])


def plural(behind: str) -> bool:
    """Whether a word for many stands before: ``các Hiệp định``, ``27 bản thỏa thuận``, ``các hiệp định, thỏa thuận``."""
    match = _PLURAL.match(behind)
    return match is not None and match.end() <= REACH


def anaphoric(text: str, end: int) -> bool:
    """Whether it points back or speaks of the paper as such: ``Bản ghi nhớ này``, ``Biên bản làm thành hai bản``."""
    return _THIS.match(text, end) is not None


def introduced(behind: str) -> str:
    """``signed`` behind a word of signing, ``held`` behind a word of carrying out, else empty."""
    if (match := _SIGNED.match(behind)) and match.end() <= REACH:
        return "signed"
    return "held" if (match := _HELD.match(behind)) and match.end() <= REACH else ""


def told(text: str, end: int) -> bool:
    """Whether the words behind tell of one paper: who signed it, with whom, when, for which years."""
    return _TOLD.match(text, end) is not None


def dated(text: str, start: int, end: int) -> bool:
    """Whether the words behind tell of its signing, or a list item names both parties: enough even for a bare ``thỏa thuận``."""
    if _DATED.match(text, end):
        return True
    return _LISTED.search(text, max(0, start - 2), start) is not None and _PARTNERS.match(text, end) is not None


def several_signers(text: str, start: int, behind: str) -> bool:
    """Whether many have signed: ``các địa phương đã ký kết biên bản ghi nhớ`` is about many papers."""
    near = behind[:14]
    if not (_SIGN[0] in near or _SIGN[1] in near) or not any(word in behind for word in _SIGNERS_MANY):
        return False
    return _SIGNERS.search(text, max(0, start - REACH), start) is not None


def promised(text: str, start: int) -> bool:
    """Whether the paper is only thought of."""
    return _PROMISED.search(text, max(0, start - 40), start) is not None


def opens_line(text: str, start: int) -> bool:
    """Whether a line or a sentence begins here, so that a capital says nothing."""
    last = text[start - 1 : start]
    if last == "\n" or (last == " " and text[start - 2 : start - 1].islower()):
        return last == "\n"  # most words stand behind a line end or behind a small letter
    return _LINE.search(text, max(0, start - 14), start) is not None
