"""How names are written: runs of capitals, and the lexicons that say which run may be a name."""

from __future__ import annotations

import re

from ...codepage import VOWELS
from ...lexicon import rows, several
from ...text import modern, pattern

_UPPER = "A-ZĐØ" + "".join(vowel.upper() for vowel in VOWELS if ord(vowel) > 127)
_LOWER = "a-zđø" + "".join(vowel for vowel in VOWELS if ord(vowel) > 127)
CAPITAL = re.compile(f"[{_UPPER}]")
_WORD = rf"(?:[{_UPPER}][{_UPPER}{_LOWER}]*(?:['-][{_UPPER}{_LOWER}]+)*|[{_UPPER}]\.(?= [{_UPPER}])|(?:bin|de|van|von|der|di|al|la)(?= [{_UPPER}][{_LOWER}]))"
_RUN = re.compile(rf"(?=[{_UPPER}]){_WORD}(?: {_WORD}){{0,7}}")
_MOST = 6

STRONG, COMMON, RARE = 2, 1, 0
_WEIGHTS = {"strong": STRONG, "common": COMMON, "rare": RARE}
_ROWS = [(row["surname"], row["weight"]) for row in rows("person/surnames")]
SURNAMES = {name: _WEIGHTS[weight] for name, weight in _ROWS if weight in _WEIGHTS}
#: First words of foreign names: family names of the neighbours (1), given names of the West (2).
FOREIGN = {name: 2 if weight == "given" else 1 for name, weight in _ROWS if weight not in _WEIGHTS}
SYLLABLES = frozenset(modern(each) for row in rows("person/syllables") for each in several(row["syllables"]))
KNOWN = {row["name"]: row["country"] for row in rows("person/known")}
#: Places that begin as a name would (``Phan Thiết``, ``Trần Phú``): as persons they need a title.
PLACES = frozenset(
    row["name"] for row in rows("locality/localities") if " " in row["name"] and row["name"].split(" ")[0] in SURNAMES
)

#: Where a run that began as a name goes on as something else: a role, a body, a place.
STOP = pattern(
    r"(?:Chủ tịch|Chủ nhiệm|Phó (?=[A-ZĐ])|Phó\b|Giám đốc|Giám sát|Bí thư|Trưởng (?:ban|phòng|đoàn|đại|nhóm|bộ|văn|thôn|khoa|Ban|Phòng|Đoàn|Đại|Cơ|Khoa|Văn)|Bộ (?:trưởng|Trưởng|Ngoại|Chính|[A-ZĐ])"
    r"|Thứ trưởng|Đại (?:sứ|tá|tướng|diện|úy|học|hội|biểu|biện|đức)|Tổng (?:thống|giám|bí|lãnh|thư|cục|công|biên|Lãnh|Giám|Bí|Thư|Cục|Công|Biên|tư)|Thủ tướng|Thiếu (?:tướng|tá|úy)"
    r"|Trung (?:tướng|tá|úy|tâm|ương|đoàn)|Thượng (?:tướng|tá|úy|nghị|tọa|viện)|Thường (?:trực|vụ|vụ)|Ủy (?:viên|ban)|Quốc (?:vương|hội|vụ)|Nguyên (?:Phó|Chủ|Bí|Giám|Tổng|Bộ|chủ|bí|phó|giám)"
    r"|Quyền (?:Trưởng|Giám|Chủ|Bộ|Tổng)|Cựu |Hiệu trưởng|Chánh (?:văn|thanh|Văn|Thanh|án)|Viện trưởng|Vụ trưởng|Cục trưởng|Cục [A-ZĐ]|Tỉnh (?:ủy|trưởng|đoàn|đội|[A-ZĐ])|Huyện (?:ủy|trưởng)"
    r"|Thành (?:phố|ủy|viên|phần|lập|đoàn)|Đồng chí|Tham (?:tán|mưu|dự)|Tùy viên|Thống đốc|Ngoại (?:trưởng|giao|vụ)|Sở [A-ZĐ]|Ban (?:[A-ZĐ]|thường|chấp|chỉ|tổ)|Hội (?:[A-ZĐ]|đồng|hữu|nghị|trưởng)|UBND|HĐND|Ông\b|Bà\b|Ngài\b|Mr\b|GS\b|TS\b|ThS\b"
    r"|Ngày (?=[0-9])|Tại\b|Với\b|Và\b|Trong\b|Theo\b|Nhân dịp|Chuyên (?:viên|gia)|Cán bộ|Đoàn (?:Thanh|đại|công|cán|viên|kết|thể|ra|vào|TNCS|TN)|Liên (?:hiệp|hợp|minh|đoàn|bang)|Hợp tác|Đảng (?:bộ|ủy|[A-ZĐ])|Nhà (?:nước|báo|vua|văn)|Nước\b"
    r"|Phòng [A-ZĐ]|Phòng (?:khám|cháy|chống|họp)|Công (?:ty|an|đoàn|dân|báo|chúa|sứ|nghiệp|thương|Thương|tác)|Văn (?:phòng|hóa|kiện|bản|Hóa)|Tập đoàn|Trường\b(?= [A-ZĐ])|Viện\b(?= [A-ZĐ])|Kế (?:hoạch|toán)|Nông (?:nghiệp|dân)|Phụ nữ|Thanh (?:niên|tra)|Quân (?:khu|sự|đội|ủy)|Biên (?:phòng|giới|bản|tập)"
    r"|Khối\b|Mặt trận|Cộng (?:hòa|sản|đồng)|Vương quốc|Hoàng (?:thân|gia|hậu|tử|cung)|Thái tử|Lãnh (?:đạo|sự)|Phát (?:triển|thanh|biểu)|Kinh (?:tế|doanh)|Giáo (?:dục|sư|viên)|Tư (?:pháp|lệnh|tưởng|liệu)|An (?:ninh|toàn)|Y tế|Khoa (?:học|Học)|Du lịch|Thể thao|Thông (?:tin|tấn|báo|tư|qua|cáo)|Tài (?:chính|nguyên|liệu)|Cao (?:đẳng|cấp|su|tốc|ủy|nguyên)"
    r"|Hữu nghị|Việt kiều|Đặc phái|Điều phối|Cố vấn|Đại Đoàn|Bệnh viện|Hiệp hội|Mẫu giáo|Tiến sĩ|Tiến sỹ|Chính (?:phủ|ủy|trị|quyền)|Xây dựng|Nội vụ|Dân (?:vận|tộc|chủ|số|tiến)|Tuyên (?:giáo|bố|truyền|ngôn)|Tổ (?:chức|quốc)|Hải quan|Quản (?:lý|trị)|Từ (?=ngày|năm|thiện|đó|nay)|Kim ngạch|Hồ sơ|Đường (?:sắt|bộ|Hồ)|Chương trình|Quỹ\b(?= [A-ZĐ]))"
)
_STOP_WORDS = frozenset(re.findall(r"[^\W\d_]+", " ".join(re.findall(r"(?:\A\(\?:|\|)\(*\?*:*([^\W\d_]+)", STOP.pattern)))) | frozenset(
    each for alternative in re.findall(r"\(\?:([^()]*)\)", STOP.pattern) for each in alternative.split("|")
)
#: The same at the head of a run, in any capitals: ``Chủ tịch Tập Đoàn``.
STOP_AT_HEAD = re.compile(STOP.pattern, re.IGNORECASE)
#: Words of firms and foundations: a run that holds one is no person.
FIRMS = frozenset(
    "Group Corporation Corp Co Ltd Bank Inc Foundation International Company Foods Food Motor Motors Holdings Vietnam Vina Electronics Industries Industrial University"
    " College Institute Center Centre Association Organization Fund Aid Plan Vision World Asia Global Tour Travel Hotel Resort Park's Airlines Times News Daily Post TNHH"
    " Trading Engineering Energy Logistics Technology Solutions Partners Capital Hospital School Festival Cup Awards Project Programme Program Network Council City".split()
)
_ONSET = "(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnpqrstvx])?"
_NUCLEUS = "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
_NATIVE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE)

Word = tuple[int, int]


def is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def native(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable."""
    return _NATIVE.fullmatch(word) is not None


def familiar(word: str) -> bool:
    """Whether a word is a usual syllable of Vietnamese names."""
    return word in SYLLABLES or modern(word if not is_capitals(word) else word.capitalize()) in SYLLABLES


def run(text: str, start: int) -> list[Word]:
    """The words of the capitalised run at ``start``, cut where it can no longer be one person's name."""
    match = _RUN.match(text, start)
    if not match:
        return []
    words: list[Word] = []
    at, loud = start, False
    for place, word in enumerate(match[0].split(" ")):
        end = at + len(word)
        if place == 0 or place == 1 and len(words) == 1 and words[0][1] - words[0][0] == 1:
            loud = is_capitals(word)
        elif is_capitals(word) != loud and len(word) > 1:
            break
        if place > 1 and SURNAMES.get(word) == STRONG and word not in ("Hoàng", "Dương", "Vũ", "Đào", "Lê", "Phan"):
            break
        if STOP.match(text, at) and (place or not loud):
            break
        if (dash := word.find("-")) > 0 and place and word[dash + 1].isupper() and (place > 1 and native(word[:dash]) or STOP.match(text, at + dash + 1)):
            words.append((at, at + dash))  # ``Nguyễn Văn Hưng-Giám đốc``
            break
        words.append((at, end))
        at = end + 1
    while words and text[words[-1][0] : words[-1][1]].islower():
        words.pop()
    return words[:_MOST]
