"""Reading what a body's name says behind its head word.

Sở Văn hóa, Thể thao và Du lịch        a department known as a whole
Trung tâm Xúc tiến Đầu tư - Thương mại  parts of names, joined
Công ty TNHH Setouchi Foods             any capitalised words, up to a person's name
"""

from __future__ import annotations

import re

from ...lexicon import rows
from ...text import pattern
from ..country.nearby import SYLLABLE
from ..locality.names import TOKEN
from .places import known, overseas, pair, person, run
from .tree import Tree

_DEPARTMENT, _PART, _LOWER, _PLACE, _PROPER = "department", "part", "lower", "place", "proper"
Piece = tuple[int, str]
_JOINT = pattern(r" ?-(?= ?\w) ?| (?:và|&) |, (?!và )| (?=[^\W_])|\n(?=[^\W\dA-Z])")
_AND = re.compile(r" ?& ?(?P<other>[A-Z][\w'-]*)")  # Lee & Man, P&G
_SMALL = frozenset("of for to and the de des du la le in on d' y".split())
_MOST = 9
_UNITS = frozenset("Thành Tỉnh Huyện Quận Xã Phường Thị TP Tp THÀNH TỈNH".split())
_CALLED = pattern(r"(?:cửa khẩu|kinh tế|công nghiệp|du lịch|quốc gia|di tích|bến xe|dự án|Dự án) \Z")
#: Small words that do not belong to a name: what follows it in a sentence.
_ENDING = frozenset(
    "và của tại ở trong trên với cùng về cho để do từ đến vào là có được bị đã đang sẽ vẫn cũng không chưa phải nên thì mà khi nếu theo như này đó kia ấy nói "
    "ký trao tặng giúp hỗ tài đầu phối tổ xây triển thực tham chủ tiếp đón thăm làm mở cử mời gửi nhận lập họp bàn báo phát khai khánh thành vừa còn đều "
    "nhân gồm sang ra lên xuống qua rồi vì bởi nhằm giữa đạt thu đưa cấp giao chỉ hướng đề trình ban công hợp đối thuộc cam đóng góp vận khám chữa dạy bắt "
    "tuần kiểm tuyên quyên sản nhập xuất bán mua trồng nuôi sử hoạt hay hoặc nhưng song cạnh sau trước ngoài năm ngày tháng kể vốn hiện từng luôn mới nay "
    "mong muốn đánh cảm chúc dự kết kí nêu cần bảo yêu chịu điều dẫn đi về tới bên phía đang tiến chuyển thông tỉnh huyện xã tuyển chi trả bàn cung nhất".split()
)
_NO_PART = frozenset(
    "Phó Ông Bà Đồng Chủ Giám Trưởng Bí Thứ Ngày Ngoài Trong Theo Tại Sau Khi Từ Đến Nghị Quyết Chỉ Thông Kế Công Điều Luật Ảnh Tin Bài "
    "Các Những Trên Với Và Đây Đó Nếu Qua Do Để Vì Cùng Được Đã".split()
)
DEPARTMENTS, PARTS, HEADS = Tree(), Tree(), Tree()
for _row in sorted(rows("organisation/names"), key=lambda row: row["use"] != _LOWER):
    (DEPARTMENTS if _row["use"] == _DEPARTMENT else PARTS).put(_row["form"], _row["use"])


def department(text: str, end: int) -> int | None:
    """Where the known subject of a department ends, one blank behind the head that ends at ``end``."""
    if text[end : end + 1] not in (" ", "\n"):
        return None
    found = DEPARTMENTS.longest(text, end + 1)
    if not found or not (text[end + 1].isupper() or " " in text[end + 1 : found[0]]):
        return None
    return found[0]


def name(text: str, end: int, strict: bool, wide: bool = False) -> int | None:
    """Where a name ends whose head ends at ``end``; strict, its first piece must be a known part of names.

    Its first word has a capital; wide, it may be a known part in small letters, else only where capitals follow
    (``Trường Trung học phổ thông chuyên Nguyễn Trãi``).
    """
    if text[end : end + 1] not in (" ", "\n"):
        return None
    loud = text[end - 1].isupper() and text[end - 2].isupper() and text[end + 1 : end + 3].isupper()
    small = not loud and text[end + 1 : end + 2].islower()
    piece = first = _piece(text, end + 1, strict, loud, "small" if small and (wide or not strict) else "")
    for _ in range(_MOST):
        joint = _JOINT.match(text, piece[0]) if piece else None
        if joint is None or piece is None:
            break
        kind = joint[0].strip() or " "
        if small and piece is first and not wide:
            kind = ""
        further = _piece(text, joint.end(), strict, loud, kind, piece[1])
        if further is None or (kind == "," and not _list_goes_on(text, further[0], strict, loud)):
            break
        piece = further
    if piece is None or (small and not wide and piece is first):
        return None
    return piece[0] - len(_ABOUT) if text.startswith(_ABOUT, piece[0] - len(_ABOUT)) else piece[0]


_ABOUT = " về"  # a part of names that never ends one


def _list_goes_on(text: str, end: int, strict: bool, loud: bool) -> bool:
    """Whether a comma inside a name is one: ``Thể thao và Du lịch`` must follow ``Văn hóa,``."""
    joint = _JOINT.match(text, end)
    return bool(joint and joint[0].strip() in ("và", "&") and _piece(text, joint.end(), True, loud, "và"))


def _piece(text: str, at: int, strict: bool, loud: bool, joint: str, before: str = _PART) -> Piece | None:
    """One part of a name at ``text[at]``, where it ends and what it is; ``before`` is what the part before it is."""
    capital = text[at : at + 1].isupper()
    found = PARTS.longest(text, at)
    if found and text[found[0] : found[0] + 1] == "-" and text[found[0] + 1 : found[0] + 2].islower():
        found = None  # Xanh-đô
    if joint and capital and (head := HEADS.longest(text, at)) and not (found and found[0] > head[0]):
        return None
    if found:
        end, use = found
        if (
            capital
            or loud
            or (use == _LOWER and joint and before in (_PART, _LOWER))
            or (joint == "small" and " " in text[at:end])
        ):
            return end, use
    if not capital or loud or joint in ("và", "&", ",", "small") or (before == _PLACE and joint != "-"):
        return None
    token = TOKEN.match(text, at)
    if not token or (joint and _is_person(text, token)) or (joint == "" and token[0] in _NO_PART):
        return None
    if strict and joint == "":
        return None
    if place := known(text, at):
        return place.end, _PLACE
    if reached := pair(text, at):
        return overseas(text, reached) or reached, _PLACE
    if (token[0] in _UNITS and not _is_given(text, token)) or joint == "-":
        return None
    if strict:
        called = run(text, at) if _CALLED.search(text, max(0, at - 12), at) else None
        return (called, _PLACE) if called else None
    return _proper(text, token, before), _PROPER


def _proper(text: str, token: re.Match[str], before: str) -> int:
    """One capitalised word, with the second syllable of a compound (``Tái thiết``) or a small word and the next capital."""
    end = token.end()
    if (also := _AND.match(text, end)) and not HEADS.longest(text, also.start("other")):
        end = also.end()
    if text[end : end + 1] != " ":
        return end
    small = TOKEN.match(text, end + 1)
    if (
        small
        and before != _PROPER
        and small[0].islower()
        and small[0] not in _ENDING
        and SYLLABLE.fullmatch(token[0])
        and SYLLABLE.fullmatch(small[0])
    ):
        return small.end()
    if small and small[0] in _SMALL and (after := TOKEN.match(text, small.end() + 1)) and after[0][0].isupper():
        return after.end()
    return end


_CITY = (" phố", " Phố", " ủy", " Ủy", " uỷ", " Uỷ", "\nphố")


def _is_given(text: str, token: re.Match[str]) -> bool:
    """Whether ``Thành`` is the end of a name, as in ``Công ty Hưng Thành``, and no city."""
    return token[0] == "Thành" and not text.startswith(_CITY, token.end())


def _is_person(text: str, token: re.Match[str]) -> bool:
    return person(text, token.start()) and known(text, token.start()) is None
