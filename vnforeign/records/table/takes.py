"""What the cells of a column look like: how well words would fill one, by what its head means."""

from __future__ import annotations

import re
from functools import lru_cache

from ...text import modern
from ..countries import country_named, names
from ..schema import types
from ..wording import pattern
from .choices import choice
from .heads import Meaning, has_time, meanings

_FIGURE = re.compile(r"[^\w]{0,2}\d[\d.,/ -]*(?: ?(?:tỷ|triệu|nghìn|ngàn|tr))?(?: ?[^\W\d]{1,8}){0,2}\W{0,2}")
_ORDER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?")
_NOTHING = re.compile(r"[-–_.…/]{1,4}")
_WHEN = pattern(
    r"\W{0,2}(?:(?:từ|đến|đầu|cuối|giữa|tháng|ngày|năm|quý|giai đoạn|nhiệm kỳ|hết|đang|nay|không thời hạn|vô thời hạn|dài hạn|"
    r"thời hạn|tự động gia hạn|gia hạn|sáng|chiều|tối|và|I{1,3}|IV|\d{1,2} ?(?:năm|tháng|ngày|tuần)|"
    r"\d{1,2}(?:[/.-]\d{1,4}){0,2}|(?:19|20)\d\d)[ ,;:–-]{0,3}){1,12}\W{0,2}",
    re.IGNORECASE,
)
_PAPER = pattern(r"(?:số |quyết định|qđ|công văn|cv|văn bản|thông báo|tờ trình|nghị quyết|giấy phép|\d{1,5}\s?/)", re.IGNORECASE)
_CALLED = re.compile(r"(?:ông|bà|đ/c|đồng chí)\b", re.IGNORECASE)
_OURS = pattern(
    r"(?:UBND|HĐND|Ủy ban|Uỷ ban|Sở|Trường|Bệnh viện|Hội|Trung tâm|Ban|Công an|Bộ Chỉ huy|Bộ đội|Liên hiệp|Tỉnh|Thành phố|Huyện|"
    r"Chi cục|Cục|Phòng|Đại học|Học viện|Viện|Đài|Báo|Liên minh|Liên đoàn|Thành đoàn|Tỉnh đoàn|Văn phòng|Vườn quốc gia|Bảo tàng|Thị xã|Đồn|"
    r"Xã|Khoa|Quỹ|Công ty|Nhà hát|Thư viện|Mặt trận|Đoàn|Khu|TP)\b"
)
_THEIRS = pattern(
    r"(?:Chính quyền|Chính phủ|Tỉnh|Thành phố|Bang|Quận|Huyện|Đại học|Trường|Tổ chức|Hội|Hiệp hội|Quỹ|Công ty|Tập đoàn|Sở|Bộ|Viện|Đại sứ quán|"
    r"Tổng Lãnh sự quán|Cơ quan|Liên đoàn|Phòng|Trung tâm|Ngân hàng|Vùng|Hội đồng|Thủ đô|Bệnh viện|Ủy ban|Uỷ ban|Công an|Học viện|TP|[A-Z][a-z]*[bcdfghjklmpqrstvwxz]\b|[A-Z]{3,})"
)
_PLACE = pattern(
    r"(?:tỉnh|huyện|xã|thành phố|thị xã|thị trấn|phường|quận|tp|hà nội|khách sạn|hội trường|trung tâm|nhà|toàn tỉnh|các huyện|các xã|bản|thôn|cửa khẩu)\b",
    re.IGNORECASE,
)
_AWARD = pattern(
    r"(?:Bằng khen|Huân chương|Huy chương|Kỷ niệm chương|Giấy khen|Danh hiệu|Huy hiệu|Thư khen|Cờ thi đua|Bằng ghi công)"
)
_TITLE = pattern(
    r"(?:Bản|Biên bản|Thỏa thuận|Thoả thuận|Ý định thư|Tuyên bố|Hiệp định|Chương trình|Kế hoạch|Hợp đồng|Dự án|Hội nghị|Hội thảo|Tọa đàm|Diễn đàn|"
    r"Lễ|Liên hoan|Triển lãm|Đoàn|Hỗ trợ|Xây dựng|Phi dự án|Văn bản|Nâng cao|Phát triển|Tăng cường|Cải thiện|Trao|Tặng|Gặp mặt|Thư|Tuần|Khóa|Lớp)\b"
)
_OFFICE = pattern(
    r"(?:Phó|Chủ tịch|Giám đốc|Bí thư|Trưởng|Đại sứ|Tổng|Chánh|Hiệu trưởng|Bộ trưởng|Thứ trưởng|Tỉnh trưởng|Thị trưởng|Viện trưởng|Chuyên viên|"
    r"Chuyên gia|Ủy viên|Thường trực|Cục trưởng|Vụ trưởng|Nghị sĩ|Thống đốc|Giáo sư|Cố vấn|Điều phối|Đại diện|Thành viên)"
)
_OPEN = pattern(
    r"(?:[-/,&(]|\b(?:và|của|với|về|cho|tại|ở|tỉnh|huyện|xã|thành phố|tp\.?|tổ chức|trường|sở|hội|bộ|ngày|tháng|năm|từ|đến|trong|các|"
    r"bằng|do|theo|là|giữa|phòng|ban|ủy|uỷ|những|một|số|giai đoạn))\s*$",
    re.IGNORECASE,
)
_PERSONS = frozenset({"head", "chair", "signatory_vn", "signatory_foreign", "recipient"})
_BODIES = frozenset({"party_vn", "owner", "host", "organiser_vn", "managing_agency", "organiser", "unitbody", "union"})
_PARTNERS = frozenset({"party_foreign", "donor", "partner_foreign", "giver"})
_PLACES = frozenset({"location", "venue", "place", "signed_at", "presented_at", "district", "gate"})
_TITLES = frozenset({"title", "name"})
_WORDY = frozenset({"purpose", "result", "reason", "subjects", "note", "label", "funding", "line"})
_NUMBERS = ("int", "decimal", "money")
_NAMES = 6  # words of a name
_SHORT = 12  # words of a cell that is no text


def shape(head: str, kind: str) -> str:
    """What the cells of a column hold, by what its head means in tables of a type: ``figure``, ``when``, ``country``, …"""
    found = meanings(head)
    column = next((each for name, each in found if name == kind), "") or next((each for name, each in found if name == "*"), "")
    if column == "order":
        return "order"
    made = types()[kind].columns.get(column) if kind else None
    for name, held in (("person", _PERSONS), ("ours", _BODIES), ("theirs", _PARTNERS), ("place", _PLACES), ("title", _TITLES)):
        if column in held:
            return name
    if column in ("award", "head_position"):
        return "award" if column == "award" else "office"
    if column in _WORDY:
        return "text"
    if made is None:
        return "when" if has_time(head) or column in ("year", "part") else "country" if column == "country" else "text"
    if made.holds == "country" or column == "countries":
        return "country"
    return "figure" if made.type in _NUMBERS else _BY_TYPE.get(made.type, f"choice {column}" if made.type == "enum" else "text")


_BY_TYPE = {"date": "when", "daterange": "when", "docref": "paper"}


def likely(heads: list[str]) -> str:
    """The type that most heads may be columns of."""
    held: dict[str, int] = {}
    for head in heads:
        for name in {one for one, _ in meanings(head) if one != "*"}:
            held[name] = held.get(name, 0) + 1
    return max(held, key=lambda one: held[one], default="")


@lru_cache(65536)
def takes(shape: str, words: str) -> float:
    """How well words fill a column of a shape; words that open and end as a cell does are worth more."""
    if _NOTHING.fullmatch(words):
        return 0.5 if shape != "order" else -9.0
    if shape == "order":
        return 2.0 if _ORDER.fullmatch(words) else -9.0
    if shape not in ("text", "title") and words.count(" ") >= _SHORT * (1 + (shape in ("ours", "theirs", "award"))):
        return -3.0
    return _by_shape(shape, words) - 1.5 * bool(_OPEN.search(words)) - 1.2 * _goes_on(shape, words)


def _goes_on(shape: str, words: str) -> bool:
    return words[:1].islower() and shape not in ("place", "when") and not shape.startswith("choice")


def _by_shape(shape: str, words: str) -> float:
    if shape == "figure":
        bare = not any(each.isdigit() for each in words)  # Tự túc, below Kinh phí
        return 2.5 if _FIGURE.fullmatch(words) and not _is_day(words) else -1.2 if bare and words.count(" ") < _NAMES else -2.5
    if shape == "when":
        return 2.5 if _WHEN.fullmatch(words) else -2.5
    if shape == "country":
        return 2.5 if _countries(words) else -2.5
    if shape == "paper":
        return 2.0 if _PAPER.match(words) and any(each.isdigit() for each in words) else -2.0
    if shape == "person":
        return _as_person(words)
    if shape == "office":
        return 1.2 if _OFFICE.match(words) else 0.1
    if shape == "award":
        return 2.0 if _AWARD.match(words) else -1.0
    if shape.startswith("choice"):
        return _choice(shape[7:], words)
    said = -1.0 * bool(_FIGURE.fullmatch(words) or _WHEN.fullmatch(words))
    if shape == "ours":
        return said + (1.5 if _OURS.match(words) else -0.3)
    if shape == "theirs":
        return said + (1.2 if _THEIRS.match(words) else 0.0) + 0.5 * _foreign(words)
    if shape == "place":
        return said + (1.2 if _PLACE.match(words) else 0.1)
    return said + (1.2 if shape == "title" and _TITLE.match(words) else 0.2)


def _as_person(words: str) -> float:
    parts = _CALLED.sub("", words).replace(",", " , ").split()
    name = list(parts[: parts.index(",") if "," in parts else None])
    if not 2 <= len(name) <= _NAMES or not all(each[0].isupper() for each in name):
        return -1.0
    return 1.5 if name == parts else 0.6


def _choice(column: str, words: str) -> float:
    made = next((table.columns[column] for table in types().values() if column in table.columns), None)
    return 1.2 if made and choice(column, modern(words.lower()), made.choices) and words.count(" ") < _SHORT else -1.0


def _is_day(words: str) -> bool:
    return bool(re.search(r"\d[/.-]\d{1,2}[/.-]\d{2,4}", words))


def _countries(words: str) -> bool:
    parts = re.split(r"\s*(?:[,;/+]| - | và )\s*", words.strip(" ()."))
    return all(country_named(each) in _lands() for each in parts)


@lru_cache(1)
def _lands() -> frozenset[str]:
    return frozenset(names().values())


def _foreign(words: str) -> bool:
    """Whether words end with a country, behind a comma or in brackets."""
    tail = re.search(r"[,(-] ?([^,()]{2,24})\)?$", words)
    return bool(tail) and country_named(tail[1].strip()) in _lands()  # type: ignore[index]


__all__ = ["Meaning", "likely", "shape", "takes"]
