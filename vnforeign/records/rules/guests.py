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
    r"(?:lượt )?(?:đại biểu|chuyên gia|nhà khoa học|nhà nghiên cứu|khách|học giả|diễn giả|giáo sư|nhà báo|bác sĩ|bác sỹ|đoàn viên|thanh thiếu niên|khách mời|trí thức|thành viên|kiến trúc sư|nhà giáo|nhạc sĩ|họa sĩ|nhà sử học|"
    r"giảng viên|sinh viên|học sinh|thanh niên|nông dân|nghệ nhân|nghệ sĩ|luật sư|phóng viên|cán bộ|kỹ sư|quan chức|nhà quản lý|doanh nhân|đại diện)"
)
_PEOPLE = pattern(r"(?:lượt )?(?:người|vị)")
_COMES = pattern(r"^(?: (?:đã|đến|về|đăng ký|cùng))*(?: tham)? dự\b|^(?: (?:đã|cùng))* (?:tham gia|có mặt)\b")
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
_BOTH = pattern(r"trong (?:nước )?và ngoài nước|[^;.]{3,90} và trong nước\b|trong nước (?:và|lẫn) (?:quốc tế|nước ngoài)")
_MOSTLY = pattern(r", (?:đều|gồm|là|chủ yếu|phần lớn|đến từ|từ|của)\b")
_NEAR = 16  # characters from a count to the word for home that is its own


#: Counts that no word for persons follows: ``trong đó 14 nước ngoài``, ``phía Nga 8``, ``đại biểu Việt Nam 95 người``.
_BARE = (
    pattern(
        r"\b(?:trong đó|trong số đó|trong số ấy|riêng|gồm)(?: có)?(?: hơn| gần| trên| khoảng)? (?P<n>\d{1,4})(?: (?:người|vị|khách))?(?: là)? (?:người |đại biểu |khách )?"
        r"(?P<whose>quốc tế|nước ngoài|ngoại quốc)\b"
    ),
    pattern(
        r"(?<![\d.,/])(?P<n>\d{1,4}) (?:(?:người|vị|đại biểu) )?(?:(?:trong (?:số )?(?:đó|ấy|này)|số đó) )?là [^;.:\d]{0,40}?"
        r"(?P<whose>quốc tế|nước ngoài|ngoại quốc)\b"
    ),
    pattern(
        r"\b(?:đại biểu|khách|phía|chuyên gia)(?: dự)? (?P<whose>quốc tế|nước ngoài|trong nước|việt nam|[^\W\d]+(?: [^\W\d]+){0,2}?)(?: có| là|:)? (?P<n>\d{1,4})"
        r"(?= (?:người|vị|đại biểu)\b| ?[.,;()]|$)"
    ),
)
#: The share of one land in brackets behind all who came: ``60 người (Pháp 6)``.
_SHARE = pattern(r" ?(?:có |là )?(?P<n>\d{1,4})(?: (?:người|vị|đại biểu))?[);,]")
_PARTED = pattern(r" \((?:(?:phía|trong đó|riêng) )?(?=[A-ZĐ])[^()\d]{2,16} \d", 2)
_OF_FIRMS = pattern(
    r"(?:đại biểu|đại diện|người|khách)[^,;.\d]{0,30} (?:của|đại diện(?: cho)?|thuộc|từ) (?:hơn |gần |trên |khoảng )?$"
)


def _bare(draft: Draft, sentence: Sentence, start: int) -> None:
    """Fills the counts of guests that no word for persons follows."""
    for cue in _BARE:
        for match in cue.finditer(sentence.lower, start - sentence.start):
            at, end = sentence.start + match.start("n"), sentence.start + match.end()
            named, said = countries(sentence, sentence.start + match.start("whose"), sentence.start + match.end("whose"))
            theirs = bool(named) or _ABROAD.search(match["whose"]) is not None
            column = "delegates_foreign" if theirs else "delegates_vn" if _HOME.search(match["whose"]) else None
            if column is None or column in draft or not sentence.is_fact(at):
                continue
            draft.put(column, str(int(match["n"])), (min(at, sentence.start + match.start()), end), "bare")
            if named and "countries" not in draft:
                draft.put("countries", named, said, "from")


def _share(draft: Draft, sentence: Sentence, start: int) -> None:
    """Fills the guests of the one land whose share stands in brackets: ``60 người (Pháp 6)``."""
    told = sentence.inside(start, sentence.end, "COUNTRY")
    found = [
        (each, match)
        for each in told
        if sentence.before(each.start, 8).rstrip().endswith(("(", "(phía"))
        and (match := _SHARE.match(sentence.text, each.end - sentence.start))
    ]
    if len(found) == 1 and "delegates_foreign" not in draft:
        each, match = found[0]
        draft.put("delegates_foreign", match["n"], (each.start, sentence.start + match.end("n")), "bare")
        if "countries" not in draft:
            draft.put("countries", *countries(sentence, each.start, each.end), "from")


def put(draft: Draft, sentence: Sentence, start: int) -> None:
    """The counts of guests from a place of the view on."""
    for each in sentence.inside(start, sentence.start + len(sentence.text), "QUANTITY"):
        column = _role(sentence, each) if sentence.is_fact(each.start) else None
        if column and column not in draft:
            draft.put(column, count(each), each, "count")
            if column in ("delegates_foreign", "firms"):
                _from(draft, sentence, each)
    _bare(draft, sentence, start)
    if "(" in sentence.text:
        _share(draft, sentence, start)


def _role(sentence: Sentence, each: Mention) -> str | None:
    """The column of a count of guests: firms or persons, theirs or ours."""
    kind, behind = unit(each), re.split(r"[,;]| \(\d| dự (?=tọa|hội|diễn)", sentence.after(each.end, 36))[0]
    told, theirs = f"{kind} {behind}", _theirs(sentence, each)
    abroad = theirs or _ABROAD.search(told) or _THEIRS.search(sentence.before(each.start, 30))
    if _FIRMS.match(kind):
        theirs_came = _OF_FIRMS.search(sentence.before(each.start, 60)) and (abroad or _foreign_before(sentence, each))
        return "firms" if abroad or theirs_came else None
    if _PEOPLE.match(kind):
        return (
            "delegates_foreign"
            if abroad
            else "delegates"
            if _COMES.match(behind)
            or _PARTED.match(sentence.after(each.end, 24))
            or _CAME.search(sentence.before(each.start, 50))
            else None
        )
    if _DELEGATES.match(kind) and _BOTH.search(sentence.after(each.end, 110).split(";")[0].split(". ")[0]):
        return "delegates"
    return _column(told, bool(abroad), theirs) if _DELEGATES.match(kind) else None


def _foreign_before(sentence: Sentence, each: Mention) -> bool:
    """Whether the guests before a count of firms are foreign: ``70 đại biểu Nhật Bản đại diện 48 doanh nghiệp``."""
    words = sentence.before(each.start, 50)
    return bool(_ABROAD.search(words) or countries(sentence, each.start - len(words), each.start)[0])


def _theirs(sentence: Sentence, each: Mention) -> bool:
    """Whether a country is named with a count of guests: ``12 chuyên gia Nhật Bản``, ``đến từ Lào``, ``phía Nhật có 76``."""
    words = re.split(
        r"[,;]| \((?:\d|[^\d()]{2,16} \d)",
        sentence.after(each.end, 60 if sentence.after(each.end, 4) in (" là ", " và ") else 24),
    )[0]
    near = countries(
        sentence,
        each.end,
        each.end
        + (len(words) if words.startswith((" là ", " và ")) else min(9, len(words) + 1))
        + (words.find("từ") + 3 if "từ " in words else 0),
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
