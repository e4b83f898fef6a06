"""What the words beside a citation say of it: issuer, day, term of the issuing body, subject."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from ..document import Entity
from ..kinds.date import Date
from ..kinds.directive import Directive
from ..text import modern
from .near import Around

_OF = re.compile(r"\s*,?\s*\(?\s*(?:do|của)\s+")
_BRACKET = re.compile(r"[^().;\n]{0,240}?\(\s*")
_BY = re.compile(
    r"\s+(?:(?:vừa|đã)\s+)?(?:ban hành|ra|ký|ký ban hành|phê duyệt)(?:\s+(?:các|bản|kèm theo))?\s+"
    r"|\s+(?:tại|trong|nêu tại|nêu trong)\s+"
)
_ISSUES = re.compile(r"(?<!\w)(?:ban hành|ra|ký ban hành)(?: các)?\s+\Z")
_NO_SUBJECT = re.compile(r"(?:của|cho|với|tại|do|và|,|từ|theo|đến|bởi|giữa)\s*\Z")
_ABOUT = re.compile(r"\s*,?\s*(?:[“\"'(]\s*)?(?:về việc|về|V/v|v/v)\s+([^.;:\n”\"]{4,240})")
_QUOTED = re.compile(r"\s*,?\s*[“\"]([^”\"\n]{4,240})[”\"]")
_CUT = re.compile(
    r"\s*\((?=sau đây|gọi tắt|dưới đây)|"
    r",\s+(?=(?:Nghị quyết|Chỉ thị|Quyết định|Kế hoạch|Kết luận|Nghị định|"
    r"Chương trình|Đề án|Thông tri|Hướng dẫn|ngày|theo|của|tỉnh|UBND|đồng thời)\b)"
    r"|\s+và\s+(?=(?:Nghị quyết|Chỉ thị|Quyết định|Kết luận|Nghị định)\b)"
    r"|\s+(?=(?:đã|đang|sẽ|vừa|nhằm|được (?:phổ biến|triển khai|quán triệt|ban hành|thực hiện|cụ thể hóa)|(?:hết|có) hiệu lực)\b)"
)
_TERM = re.compile(r"[\s,(]*kh(?:óa|oá)\s+([IVX]{1,5})(?!\w)", re.IGNORECASE)
_SUBJECT = 260  # characters behind a citation that may say what it is about
_BEFORE_DAY = re.compile(r"\s*,?\s*\(?\s*(?:ban hành |ký )?")
_CENTRAL = ("Ban Bí thư", "Bộ Chính trị", "Ban Chấp hành Trung ương", "Chính phủ", "Thủ tướng Chính phủ", "Quốc hội")
_PARTY = ("ban bí thư", "bộ chính trị", "trung ương", "đảng")


class Said(msgspec.Struct):
    """A citation with what the words beside it add; ``issuer`` is what the words name, not what the symbol implies."""

    index: int
    value: Directive
    issuer: str | None = None
    term: str | None = None

    @property
    def bare(self) -> bool:
        """Whether it is a type and a number and nothing else."""
        value = self.value
        return not (value.symbol or value.year or value.issued or value.subject or self.issuer or self.term)


def said(context: Around, index: int) -> Said:
    """A citation with what the words beside it add: nothing that is already said is changed."""
    entity = context.entities[index]
    value = entity.value
    assert isinstance(value, Directive)
    end, issuer = entity.end, None
    for _, each in context.following(index):
        gap = context.words(end, each.start) if 0 <= each.start - end < _SUBJECT else ""
        if each.label == "DATE" and _BEFORE_DAY.fullmatch(gap):
            value, end = _issued(value, each), each.end
        elif each.label == "ORG" and each.start >= end and (_OF.fullmatch(gap) or _issues_it(context, each, gap)):
            issuer = str(each.value.to_dict().get("name"))
            end = each.end if _OF.fullmatch(gap) else end
            break
        elif each.start >= end and each.label != "PROVINCE":
            break
    issuer = issuer or _issued_by(context, index)
    behind = context.words(end, end + _SUBJECT)
    term = _TERM.match(behind)
    subject = _subject(behind[term.end() :].removeprefix(")") if term else behind)
    if subject and issuer is None and (late := _late_issuer(context, index, end, subject)):
        issuer, subject = late, subject[: subject.index(" của " + late)]
    completed = msgspec.structs.replace(value, issuer=issuer or value.issuer, subject=value.subject or subject)
    return Said(index, completed, issuer, term[1].upper() if term and _of_party(issuer) else None)


def _late_issuer(context: Around, index: int, end: int, subject: str) -> str | None:
    """``Chỉ thị 15 về thúc đẩy ngoại giao kinh tế của Ban Bí thư``: a central body behind what it is about."""
    for _, each in context.following(index):
        if each.start >= end + len(subject):
            return None
        if each.label == "ORG" and each.text in _CENTRAL and " của " + each.text in subject:
            return each.text
    return None


def _of_party(issuer: str | None) -> bool:
    """Whether a body counts its terms by the Party's congresses; the National Assembly and the councils do not."""
    return issuer is None or any(name in issuer.casefold() for name in _PARTY)


def _issued(value: Directive, day: Entity) -> Directive:
    dated = day.value
    if value.issued or not isinstance(dated, Date) or dated.start is None or dated.end is None:
        return value
    if dated.start != dated.end:
        same = dated.start.year == dated.end.year
        return msgspec.structs.replace(value, year=value.year or dated.start.year) if same else value
    return msgspec.structs.replace(value, issued=dated.start.isoformat(), year=value.year or dated.start.year)


def _issues_it(context: Around, body: Entity, gap: str) -> bool:
    """``Chỉ thị số 18 “về …” (Ban Thường vụ Tỉnh ủy ban hành)``."""
    return _BRACKET.fullmatch(gap) is not None and context.words(body.end, body.end + 10) == " ban hành)"


def _issued_by(context: Around, index: int) -> str | None:
    """``UBND tỉnh ban hành Kế hoạch số 6141``; also where the body is the subject of the sentence and stands further off."""
    entity = context.entities[index]
    for each in reversed(context.entities[max(0, index - 3) : index]):
        if each.label == "ORG" and _BY.fullmatch(context.between(each, entity)):
            return str(each.value.to_dict().get("name"))
    if not _ISSUES.search(context.words(entity.start - 30, entity.start)):
        return None
    inside = context.inside(context.sentence_start(entity.start), entity.start)
    bodies = [
        each for _, each in inside if each.label == "ORG" and not _NO_SUBJECT.search(context.words(each.start - 8, each.start))
    ]
    names = {str(each.value.to_dict().get("name")) for each in bodies}
    return names.pop() if len(names) == 1 else None


def _subject(text: str) -> str | None:
    match = _ABOUT.match(text) or _QUOTED.match(text)
    if not match:
        return None
    subject = _CUT.split(match[1])[0]
    return " ".join(subject.split()).rstrip(" ,.)") or None


def same_body(first: str, second: str) -> bool:
    """Whether two names can mean one body: ``Ban Bí thư`` and ``Ban Bí thư Trung ương Đảng``, ``Tỉnh ủy`` and its board."""
    a, b = _body(first), _body(second)
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


@lru_cache(4096)
def _body(name: str) -> str:
    name = " ".join(modern(unicodedata.normalize("NFC", word)) for word in name.casefold().split())
    name = name.replace("thủ tướng chính phủ", "thủ tướng").replace("ubnd", "ủy ban nhân dân").replace("btv ", "ban thường vụ ")
    for office in ("chủ tịch ủy ban nhân dân", "ban thường vụ tỉnh ủy", "ban thường vụ thành ủy", "ban chấp hành trung ương"):
        if name.startswith(office):
            name = name.removeprefix("chủ tịch ").removeprefix("ban thường vụ ").removeprefix("ban chấp hành ")
    return name


def may_sign(symbol: str, issuer: str) -> bool:
    """Whether a body may sign with a symbol that stands for several: ``CT/TW``, ``KH/TU``. Other symbols do not say no."""
    code = symbol.rpartition("/")[2].partition("-")[0]
    name = _body(issuer)
    if code == "TW":
        return any(body in name for body in _PARTY)
    if code == "TU":
        return any(body in name for body in ("tỉnh ủy", "thành ủy", "đảng bộ", "ban thường vụ", "ban chấp hành"))
    return True
