"""Who came to a meeting: delegates of both sides and in all, foreign firms, the countries they came from."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries, is_foreign
from ..values import count, unit
from ..wording import pattern

COLUMNS = ("firms", "delegates", "delegates_vn", "delegates_foreign")
_FIRMS = pattern(r"(?:doanh nghiệp|công ty|nhà đầu tư|hãng|tập đoàn)")
_DELEGATES = pattern(
    r"(?:lượt )?(?:đại biểu|chuyên gia|nhà khoa học|nhà nghiên cứu|khách|học giả|diễn giả|giáo sư|nhà báo|bác sĩ|bác sỹ|"
    r"giảng viên|sinh viên|học sinh|thanh niên|nông dân|nghệ nhân|nghệ sĩ|luật sư|phóng viên|cán bộ|kỹ sư|quan chức|nhà quản lý|doanh nhân|đại diện)"
)
_PEOPLE = pattern(r"(?:lượt )?(?:người|vị)")
_COMES = pattern(r"^(?: tham)? dự\b|^ tham gia\b")
_CAME = pattern(
    r"(?:hội thảo|hội nghị|diễn đàn|tọa đàm)[^,;.\d]{0,10} (?:có|gồm|thu hút|quy tụ)(?: sự tham gia của| sự có mặt của)?(?: hơn| gần| trên| khoảng)? $|\b(?:quy tụ|thu hút)(?: hơn| gần| trên| khoảng)? $"
)
_ABROAD = pattern(
    r"quốc tế|(?<!các )\bbạn\b(?! đọc| trẻ)|nước ngoài|ngoài nước|ngoại quốc|(?:đến )?từ (?:\d+|nhiều|các) (?:nước|quốc gia)|"
    r"của \d+ (?:nước|quốc gia)|của \d+ (?:tỉnh|thành phố|địa phương|tổ chức|công ty|doanh nghiệp|đối tác|trường)[^,;]{0,16} (?:nước ngoài|quốc tế)"
)
_THEIRS = pattern(r"(?:phía (?:bạn|nước ngoài|quốc tế)|khách (?:quốc tế|nước ngoài|ngoài nước))[^,;.]{0,16}$")
_SIDE = pattern(r"\bphía [^,;.]{0,24}$")
_HOME = pattern(r"trong nước|việt nam|\bta\b|của tỉnh|trong tỉnh")
_BOTH = pattern(r"trong (?:nước )?và ngoài nước|trong nước (?:và|lẫn) (?:quốc tế|nước ngoài)")
_MOSTLY = pattern(r", (?:đều|gồm|là|chủ yếu|phần lớn|đến từ|từ|của)\b")
_NEAR = 16  # characters from a count to the word for home that is its own


def put(draft: Draft, sentence: Sentence, start: int) -> None:
    """The counts of guests from a place of the view on."""
    for each in sentence.inside(start, sentence.start + len(sentence.text), "QUANTITY"):
        column = _role(sentence, each) if sentence.is_fact(each.start) else None
        if column and column not in draft:
            draft.put(column, count(each), each, "count")
            if column in ("delegates_foreign", "firms"):
                _from(draft, sentence, each)


def _role(sentence: Sentence, each: Mention) -> str | None:
    """The column of a count of guests: firms or persons, theirs or ours."""
    kind, behind = unit(each), re.split("[,;]| dự (?=tọa|hội|diễn)", sentence.after(each.end, 36))[0]
    told, theirs = f"{kind} {behind}", _theirs(sentence, each)
    abroad = theirs or _ABROAD.search(told) or _THEIRS.search(sentence.before(each.start, 30))
    if _FIRMS.match(kind):
        return "firms" if abroad else None
    if _PEOPLE.match(kind):
        return (
            "delegates_foreign"
            if abroad
            else "delegates"
            if _COMES.match(behind) or _CAME.search(sentence.before(each.start, 50))
            else None
        )
    return _column(told, bool(abroad), theirs) if _DELEGATES.match(kind) else None


def _theirs(sentence: Sentence, each: Mention) -> bool:
    """Whether a country is named with a count of guests: ``12 chuyên gia Nhật Bản``, ``đến từ Lào``, ``phía Nhật có 76``."""
    words = re.split("[,;]", sentence.after(each.end, 60 if sentence.after(each.end, 4) in (" là ", " và ") else 24))[0]
    near = countries(
        sentence,
        each.end,
        each.end + (len(words) if words.startswith((" là ", " và ")) else 9) + (words.find("từ") + 3 if "từ " in words else 0),
    )[0]
    before = sentence.before(each.start, 30)
    side = _SIDE.search(before)
    if any(
        is_foreign(sentence.page, sentence, one)
        for one in sentence.inside(each.end, each.end + len(words), "ORG", "FOREIGN_UNIT")
    ):
        return True
    return bool(near) or bool(side and (_THEIRS.search(before) or countries(sentence, each.start - len(side[0]), each.start)[0]))


def _column(told: str, abroad: bool, theirs: bool) -> str:
    if _BOTH.search(told):
        return "delegates"
    home = _HOME.search(told)
    if abroad and not (home and home.start() < _NEAR and not theirs):
        return "delegates_foreign"
    return "delegates_vn" if home else "delegates"


def _from(draft: Draft, sentence: Sentence, each: Mention) -> None:
    """The countries behind a count of guests, else those of the side before it."""
    behind = sentence.after(each.end, 90).split(";")[0]
    near = behind.split(",")[0]
    goes_on = countries(sentence, each.end, each.end + len(near))[0] or _MOSTLY.match(behind, len(near))
    behind = behind if goes_on else near
    named, said = countries(sentence, each.end, each.end + len(behind))
    if not named:
        named, said = countries(sentence, each.start - 24, each.start)
    if "countries" not in draft:
        draft.put("countries", named, said, "from")


__all__ = ["COLUMNS", "put"]
