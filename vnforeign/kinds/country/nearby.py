"""What may stand around a short form: heads that ask for a country, and words that make it a person, a place, a tongue."""

from __future__ import annotations

import re

from ...text import pattern


def _words(listed: str) -> frozenset[str]:
    return frozenset(word.strip() for word in listed.split("|"))


#: The word before never leaves a country behind it: tongues, currencies, peoples (lower case), family and middle names.
NEVER = _words(
    "tiếng|chữ|yên|bảng|bạt|baht|kíp|kip|won|rúp|ruble|riel|riên|franc|phrăng|mác|ringgit|peso|rupee|rupiah|đôla|đô-la|nhân dân tệ"
    "|Tiếng|TIẾNG|Nguyễn|Trần|Lê|Phạm|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Trịnh|Đinh|Đoàn Thị|Lương|Thị|Văn|Hoàng|Trương|Lâm|Mai|Tạ|Cao"
    "|NGUYỄN|TRẦN|PHẠM|THỊ|VĂN"
)
#: Before a short form these make it a person or a piece of land.
NOT_A_STATE = _words(
    "ông|bà|anh|chị|em|cô|chú|bác|cậu|cháu|thầy|chí|đ/c|họ|tên|mẹ|bố|vợ|chồng|con|cụ|dì|cậu|thím|mợ"
    "|sông|chợ|cầu|đèo|núi|xã|phường|thôn|ấp|làng|buôn|suối|hồ|chùa|huyện|quận|kênh|rạch|cù lao|đồi|tộc|la|gió|thuốc|mr|mrs|ms|mr.|mrs.|ms."
)
#: Last words of heads after which a short form is a country, also in capitals.
HEADS = _words(
    "nước|phía|bên|người|sang|tại|ở|từ|của|với|đi|về|thăm|cùng|và|giữa|đến|tới|qua|rời|do|vào|trường|đoàn|phủ|sứ|quán|thống|tướng|vua|hoàng"
    "|giặc|quân|lính|chống|đánh|nghiệp|ty|đầu tư|khách|chuyên gia|viên|du học|học|chức|giao|đội|biểu|binh|kiều|đảng|vốn|oda|gia|hãng|phi công|tàu"
    "|xít|phiệt|đế quốc|thực dân|công dân|nhân dân|quốc tịch|quốc hội|bác sĩ|bác sỹ|tác|trợ|khẩu|hàng|hữu nghị|hội đồng|liên bang|bang|trưởng"
    "|hóa|hoá|gốc|thủ đô|lãnh sự|lãnh đạo|nhà nước|bạn|hướng|đất|tập đoàn|viện|mại|hệ|tịch nước|xứ|nhạc|phim|lịch|tư"
)
#: The heads that are enough for a strict form (``Thái`` is a people too).
STATE_HEADS = _words(
    "nước|phía|bên|sang|tại|phủ|sứ|quán|thống|tướng|vua|hoàng|nghiệp|ty|đầu tư|thị trường|tập đoàn|kiều|quốc hội|hoàng gia|đất|khách|lãnh sự"
    "|ngoại giao|ngoại trưởng|bóng đá|hàng|phát xít|đế quốc|thực dân|quốc tịch|quân đội|quân|giặc|sang|tới|du lịch|tư|cộng hòa|đảo"
)
SURNAMES = _words(
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Thị|Văn|Trịnh|Đinh|Đoàn|Trương|Cao|Hà|Lương|Quốc|Đức|Anh|Minh"
)

#: What joins countries in a list or a pair; a share or a count in brackets may stand after each.
JOINT = pattern(
    r"(?: ?\([^()\n]{1,60}\))?(?: ?[,;/&+] ?| ?-+ ?|\n| (?:và|hay|hoặc|với|cùng|cùng với|đến|tới|sang) )"
    r"(?:(?:và|cùng|nước|các nước|thị trường|người|từ|tại|ở|gồm|phía|Vương quốc|Cộng hòa|CH|LB|Liên bang|CHLB|CHDCND) ){0,2}"
)
DASH = re.compile(r" ?-+ ?")
#: A short pair without its dash: ``hữu nghị Việt Lào``.
PAIRING = pattern(
    r"(?:hữu nghị|biên giới|quan hệ|giao lưu|hợp tác|thương mại|ngoại giao|liên minh|đoàn kết|tình|đặc biệt|chiến tranh|giao thương)",
    re.IGNORECASE,
)
#: Tongues in a list: ``tiếng Anh, Pháp``, ``bằng 3 thứ tiếng: Việt, Anh, Trung``.
TONGUES = re.compile(
    r"(?i:iếng|ngôn ngữ|ngữ)(?: nước ngoài| [a-zà-ỹ]{1,4})?:? ?\(?(?:[^\W\d_]{1,9}(?: [^\W\d_]{1,6})?(?:, ?| và | hoặc | - ?|/)){1,8}\Z"
)
_PEOPLES = r"(?:H?'?Mông(?! Cổ)|Dao|Tày|Nùng|Mường|Khơ Mú|Khơ-mú|Kinh|Lự|Kháng|La Ha|Xinh Mun|Hà Nhì|Khmer|Cống|Si La|Kơ Mú|Ê Đê|Thổ|Chứt)"
#: The peoples of the northwest beside one that has a state's name.
PEOPLE_AFTER = re.compile(rf"(?:,| và| -|;) (?:(?:Thái|Lào)(?:,| và| -) )?{_PEOPLES}(?!\w)")
PEOPLE_BEFORE = re.compile(rf"{_PEOPLES}(?:,| và| -|;) (?:(?:Lào|Thái)(?:,| và| -) )?\Z")

_ONSET = "(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnpqrstvx])?"
_VOWEL = "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]"
#: A syllable that Vietnamese could write; ``Biden``, ``Marc``, ``Thongloun`` are none.
SYLLABLE = re.compile(f"(?!\\w*y[aoiu]){_ONSET}{_VOWEL}{{1,3}}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE)


def words_before(text: str, place: int) -> tuple[str, str]:
    """The word right before a place, and the two words; empty where punctuation, a line end or nothing stands there."""
    if text[place - 1 : place] not in (" ", "\t") or place < 2:
        return "", ""
    last = text[max(0, place - 26) : place - 1].split()[-2:]
    if not last or not last[-1][-1:].isalnum():
        return "", ""
    return last[-1], " ".join(last)


def word_after(text: str, place: int) -> str:
    """The word right after a place, or nothing."""
    if text[place : place + 1] != " ":
        return ""
    stop = place + 1
    while stop < place + 16 and text[stop : stop + 1].isalpha():
        stop += 1
    return text[place + 1 : stop]
