"""Congresses and plenums.

Đại hội đại biểu toàn quốc lần thứ XIII của Đảng      national congress of the Party: its year is in the table
Đại hội Đảng bộ tỉnh Bình Phước lần thứ XI            a province's: party_congress too, no year from the table
đại hội lần thứ III                                   an association's
Hội nghị Trung ương 8 khóa XI                         plenum
"""

from __future__ import annotations

import re

from ...lexicon import rows
from ...rule import Found
from ...text import pattern
from .ordinals import NTH, ordinal
from .value import Event

_YEARS = {ordinal(row["number"]): int(row["year"]) for row in rows("event/congresses")}
_WORD = r"[^\W_][\w./]*"
_BREAK = "là|đã|được|diễn|(?<!các )tổ chức|nêu|xác định|đề ra|thành công|có|và|với|trong|tại|để|nhằm|bầu|thông qua|các cấp|lần|khóa|nhiệm|năm|ngày|của|khẳng định|cũng|sẽ|vừa|theo|do|này|đó|ở(?! nước ngoài)"
_OF = rf"(?: (?!(?i:{_BREAK})(?!\w)){_WORD}| ?- ?{_WORD}){{0,14}}?"
_PARTY = r"(?:Đảng|ĐẢNG)(?: (?i:Cộng sản Việt Nam))?(?! (?:bộ|ủy|viên|NDCM|Nhân|nhân|Cộng|cộng|cầm|Dân|dân|Lao|lao))"
_NUMBERED = (
    rf"(?:(?:,? (?i:lần thứ|lần|khóa thứ|khóa|nhiệm kỳ thứ) |,? thứ )(?P<n>{NTH})|,? (?:\(?khóa )?(?P<r>[IVXL]{{1,6}}(?![\w.)])))"
)
_CONGRESS = pattern(
    rf"(?P<head>(?: (?i:đại biểu|toàn quốc|toàn thể|bất thường|thành lập|các)){{0,4}})(?P<body> (?:của )?(?:{_PARTY}(?: (?i:toàn quốc))?|(?!(?i:{_BREAK})(?!\w)){_WORD}{_OF})|){_NUMBERED}"
)
_BARE = pattern(r" (?P<n>[IVXL]{1,6}|[0-9]{1,2})(?![\w%/]|[.,][0-9]| (?:đại biểu|ngày|người|tháng|đồng chí|năm|xã|huyện|lần))")
_OWNER = pattern(
    rf"(?: toàn quốc)?(?P<owner> (?i:của )?{_PARTY}| (?:của )?Đảng bộ (?:tỉnh|thành phố|huyện|thị xã|Thành phố|Tỉnh)(?: (?!(?i:{_BREAK})(?!\w))[^\W\d_]+){{0,3}})(?! bộ)"
)
_FOREIGN = pattern(
    r"[^.;\n]{0,30}?(?:Đảng (?:Nhân|Cộng sản (?:Trung|Cu|Nhật|Pháp|Liên)|Dân|NDCM|NDCM Lào)|Trung Quốc|Lào|Campuchia|Cuba|Liên Xô)"
)
_UNION = pattern(
    r"(?<!\w)(?:Hội|Liên hiệp|Liên minh|Liên đoàn|Đoàn|Công đoàn|Hiệp hội|Mặt trận|MTTQ|Chi hội|CLB|Câu lạc bộ|Tổng liên đoàn|Thanh niên|Phụ nữ|Nông dân|Cựu chiến binh|Hội đồng hương|Liên hiệp hội|VUFO|người Việt Nam)(?! nghị)(?!\w)"
)
_UNION_NEXT = pattern(
    r"(?: toàn quốc)?,? (?:của )?(?:Hội|Liên hiệp|Liên minh|Liên đoàn|Đoàn|Công đoàn|Hiệp hội|Mặt trận|MTTQ|Chi hội|Câu lạc bộ|Tổng|Liên hiệp hội|phụ nữ|Phụ nữ)(?! nghị)(?!\w)"
)
_SENTENCE = re.compile(r"[.;!?\n](?: |\n|\Z)")
_TERM = r"(?:,? ?\(?(?i:khóa) (?P<term>[IVXL]{1,6}|[0-9]{1,2})(?!\w)\)?)"
_BODY = r"(?:Ban Chấp hành|BCH)(?: (?:Trung ương|TW|TƯ|T\.Ư))?(?: (?:Đảng bộ (?:tỉnh|thành phố|huyện)(?: (?!khóa|lần|thứ)[^\W\d_]+){0,4}?(?= khóa| lần|,| thứ)|Đảng bộ (?:tỉnh|thành phố|huyện)|Đảng))?(?: Cộng sản Việt Nam)?"
_COMMITTEE = rf"(?:Ban Chấp hành )?(?:Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy),? (?:lần )?thứ (?P<d>{NTH})"
_PLENUM = pattern(
    rf" (?:{_COMMITTEE}|(?:lần )?(?:(?:thứ )(?P<a>{NTH}) (?:của )?(?:{_BODY}|Trung ương(?: Đảng)?)|(?:{_BODY}|(?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?),? (?:(?:lần )?thứ (?P<b>{NTH})|(?:lần )?(?P<c>[0-9]{{1,2}}(?![0-9/])|[IVXL]{{1,5}}(?!\w)|{NTH}(?= khóa)))))"
    rf"{_TERM}?",
    re.IGNORECASE,
)


def plenum(text: str, start: int, end: int) -> Found | None:
    """``Hội nghị Trung ương 8 khóa XI``, ``Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XI``."""
    match = _PLENUM.match(text, end)
    if not match:
        return None
    said = match["a"] or match["b"] or match["c"] or match["d"]
    value = Event("plenum", _name(text, start, match.end()), ordinal(said))
    return Found(start, match.end(), "EVENT", "event.plenum", value)


def congress(text: str, start: int, end: int) -> Found | None:
    """A congress with its number; without one it is a common noun."""
    if bare := _BARE.match(text, end):
        return _congress(text, start, bare.end("n"), bare["n"], "", True)
    match = _CONGRESS.match(text, end)
    if not match:
        return None
    said = match["n"] or match["r"]
    return _congress(text, start, match.end("n" if match["n"] else "r"), said, match["head"] + match["body"], False)


def _congress(text: str, start: int, end: int, said: str, middle: str, bare: bool) -> Found | None:
    owner = _OWNER.match(text, end) if "Đảng" not in middle else None
    stop = owner.end("owner") if owner else end
    number = ordinal(said)
    whole = middle + (owner["owner"] if owner else "")
    if not _of_party(text, start, end, whole, bare):
        return Found(start, stop, "EVENT", "event.congress", Event("other", _name(text, start, stop), number))
    local = "Đảng bộ" in whole or "đảng bộ" in whole.lower() or "Chi bộ" in whole
    year = None if local or _FOREIGN.match(text, end) else _YEARS.get(number)
    return Found(start, stop, "EVENT", "event.congress", Event("party_congress", _name(text, start, stop), number, year))


def _of_party(text: str, start: int, end: int, whole: str, bare: bool) -> bool:
    lowered = whole.lower()
    if "đảng" in lowered or "chi bộ" in lowered:
        return True
    if whole.strip() and lowered.strip() not in ("đại biểu", "toàn quốc", "đại biểu toàn quốc", "toàn thể"):
        return False
    if _UNION_NEXT.match(text, end):
        return False
    if bare or "toàn quốc" in lowered:
        return bare or not _union_before(text, start)
    return text[start].isupper() and not whole.strip() and not _union_before(text, start)


def _union_before(text: str, start: int) -> bool:
    """Whether an association holds the sentence."""
    before = text[max(0, start - 110) : start]
    ends = [match.end() for match in _SENTENCE.finditer(before)]
    return _UNION.search(before, ends[-1] if ends else 0) is not None


def _name(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
