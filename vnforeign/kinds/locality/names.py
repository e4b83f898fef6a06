"""Reading a name, or a list of names, to the right of a designator.

các huyện biên giới Bù Đốp, Lộc Ninh và Bù Gia Mập
^^^ ----- ~~~~~~~~~ [----]  [------]    [--------]     plural, designator, gap, names
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ... import codepage
from ...phrases import BLANK, backwards, behind
from ...text import pattern

_CAPITAL = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸØ"
TOKEN = re.compile(r"[^\W_][\w']*(?:-(?=\w)[\w']+)*")
CAPITAL = re.compile(f"[{_CAPITAL}]")
#: The same, for a look at one letter.
CAPITALS = frozenset(filter(CAPITAL.match, codepage._TABLE))
_RUN = re.compile(f"({TOKEN.pattern})" + f"(?:{BLANK}({TOKEN.pattern})" * 4 + ")?" * 4)
_TITLED = re.compile(rf"[{_CAPITAL}](?:'[{_CAPITAL}]?)?[^\W\d_]*(?:['-][{_CAPITAL}]?[^\W\d_]+)*\Z")
_SYLLABLE = re.compile(
    r"(?:(?:ngh?|nh|ph|th|tr|ch|gi|gh|kh|qu|kr|đr|bl|[bcdđghklmnprstvx])'?)*(?:[aeiouyăâêôơưà-ỹ]{1,3})(?:ch|nh|ng|[cklmnprt])?\Z"
)
#: First words of names of bodies, countries and headings: no unit's name begins with them where the lexicon has none.
NO_NAME = frozenset(
    "Sở Ban Ủy Uỷ Hội Đoàn Phòng Bộ Bệnh Chi Đồn Mặt Liên Tỉnh Trung Cục Tổng Việt Lào Campuchia Quân Công Đảng Nhà Chủ Phó Bí "
    "Giám Nghị Quyết Kế Chương Luật Quốc Chính Thủ Ông Bà Các Những Trong Về Tại Theo Do Từ Và Đến Khi Năm Ngày Tháng Hai Ba Bốn Đội "
    "Huyện Xã Phường Thị Quận Khu Cụm Trạm Trưởng Nguyễn Đại Tập Doanh Hợp Ngoài Đây Đó Này Hiện Sau Trước Nhân Lễ Tết "
    "Điểm Mốc Cửa Lối Cảng Ga Sông Báo Đài Nga Mỹ Anh Pháp Đức Nhật Hàn Trung Thái Là Có Được Đã Sẽ Riêng Cả Bên Phía "
    "Giáo Chùa Đền Hải Biên Số Tổ Viện Bảo Văn Dự Dân Đường Quốc Cầu Bến Chợ".split()
)
SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương Lý Trương Đinh Đào Trịnh Tạ Quách Lương Lưu Phùng Hoàng Hồ "
    "Giàng Sùng Vàng Lò Quàng Hạng Hứa Bế Hầu Điểu".split()
)
_SEPARATOR = pattern(r'"?(?: ?\([^()\n]{1,60}\))?(?: ?[,;]| ?, và| và| với| cùng| hoặc| -) (?:và )?"?')
_COUNT = "hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mười một|mười hai"
_KINDS = "tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|tp|tx"
#: ``các xã, ``, ``hai ``, read backwards.
_PLURAL = re.compile(
    rf"{BLANK}(?P<mixed>(?:(?:,|{backwards('và')}|/|-){BLANK}?(?:{backwards(_KINDS)}){BLANK})+)?"
    rf"(?:(?P<sure>{backwards('các|những|mấy|nhiều|một số')})|{backwards(_COUNT)}|[0-9]{{1,3}}(?![0-9/.,-]))(?!\w)"
)
_LOOK_BEHIND = 48
_DESCRIBING = (
    "nghèo|biên giới|biên|giới|miền núi|vùng cao|vùng sâu|vùng xa|vùng biên|vùng|ven biển|ven sông|ven|hải đảo|đảo|giáp biên|giáp|biển|"
    "đồng bằng|trung du|trọng điểm|khó khăn|đặc biệt|kết nghĩa|còn lại|phía|bắc|nam|đông|tây|đầu nguồn|của tỉnh|của huyện|trong tỉnh|"
    "nội địa|thuần nông|lân cận|ngoại thành|nội thành|là|như|bao gồm|gồm|cũ|mới|sau|nói trên|điểm|dân tộc thiểu số"
)
#: What may stand between a plural and its first name: ``biên giới của tỉnh là``, an opening bracket.
GAP = pattern(rf'(?:\(|(?:(?:{_DESCRIBING}) ?[:,-]? ?){{1,6}}\(?)"?')
#: What may stand between one designator and its name: ``huyện đảo Phú Quốc``.
ADJECTIVE = pattern(r"(?:đảo|nghèo|biên giới|miền núi|vùng cao|vùng biên|ven biển|ngoại thành|trung tâm) (?=[" + _CAPITAL + "])")


class Name(NamedTuple):
    """Where a name stands and whether the lexicon knows it."""

    start: int
    end: int
    known: bool


class Plural(NamedTuple):
    """What stands before a designator: ``sure`` (các), or a count; ``mixed``: other designators between."""

    sure: bool
    mixed: bool


#: ``reader(text, at)``: the name that begins at ``at``.
Reader = Callable[[str, int], Name | None]


def plural(text: str, start: int) -> Plural | None:
    """The plural before the designator at ``start``."""
    match = _PLURAL.match(behind(text, start, _LOOK_BEHIND))
    if match is None or match.end() > _LOOK_BEHIND:
        return None
    mixed, sure = match.groups()
    return Plural(sure is not None, mixed is not None)


def tokens(text: str, at: int) -> list[tuple[int, int]]:
    """Up to five words from ``at``, each one blank behind the one before; the first begins at ``at``."""
    match = _RUN.match(text, at)
    return [match.span(word) for word in range(1, match.lastindex + 1)] if match and match.lastindex else []


def capitalised(text: str, at: int, foreign: bool = False, run: list[tuple[int, int]] | None = None) -> Name | None:
    """A run of one to four capitalised words of one line that may be a name no lexicon has; ``run``: its tokens, if known."""
    ends: list[int] = []
    words: list[str] = []
    for start, end in tokens(text, at) if run is None else run:
        word = text[start:end]
        if words and word.isdigit() and len(word) <= 2:
            words.append(word)
            ends.append(end)
            break
        if not _TITLED.match(word) or (len(word) > 1 and word.isupper()) or (words and text[start - 1] == "\n"):
            break
        if not foreign and not _native(word):
            break
        words.append(word)
        ends.append(end)
    words = _without_person(words)
    if not words or words[0] in NO_NAME or (len(words) == 1 and len(words[0]) < 3):
        return None
    if len(words) > 4:
        words = words[:2]
    return Name(at, ends[len(words) - 1], False)


@lru_cache(1 << 12)
def _native(word: str) -> bool:
    """Whether the word is made of syllables that a name in Viet Nam may have."""
    return all(_SYLLABLE.match(part) for part in re.split("['-]", word.lower()) if part)


def _without_person(words: list[str]) -> list[str]:
    for place, word in enumerate(words[1:-1], 1):
        if word in SURNAMES:
            return words[:place]
    return words


def listed(text: str, at: int, read: Reader) -> list[Name]:
    """The names of a list that begins at ``at``, or behind a gap of describing words."""
    first = read(text, at)
    if first is None and (gap := GAP.match(text, at)):
        first = read(text, gap.end())
    found: list[Name] = []
    while first and len(found) < 40:
        found.append(first)
        separator = _SEPARATOR.match(text, first.end)
        first = read(text, separator.end()) if separator else None
    return found


def following(text: str, end: int, read: Reader) -> list[Name]:
    """Further known names behind one that stands at ``end``: ``huyện Buôn Đôn, Ea Súp``."""
    found: list[Name] = []
    while len(found) < 10 and (separator := _SEPARATOR.match(text, end)):
        name = read(text, separator.end())
        if name is None or not name.known:
            break
        found.append(name)
        end = name.end
    return found
