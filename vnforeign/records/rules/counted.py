"""What totals of aid count: grants, those who give, their visits; as ``12 dự án`` or, the number behind, ``Số dự án: 12``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ...kinds.province import Province
from ..build import Words
from ..page import Mention, Sentence
from ..places import country_of
from ..sums import compared
from ..values import count, unit, whole
from ..wording import pattern

_GRANT = r"(?:chương trình|tiểu dự án|dự án|phi dự án|khoản)"
GRANTS = pattern(rf"(?:lượt )?{_GRANT}|phi$|tiểu$")
FREE = pattern(r"phi ch(?:í|á)nh phủ|pcpnn|\bngos?\b|không hoàn lại|viện trợ(?! phát triển)")
_DONORS = pattern(r"(?:tổ chức|nhà tài trợ|đối tác|đơn vị|quỹ|hội đoàn|cơ quan nước ngoài)")
_VISITS = pattern(r"(?:lượt )?(?:đoàn|tổ chức|nhà tài trợ)|lượt$")
_OF_DONORS = pattern(r"nhà tài trợ|(?:các|những|nhiều|\d) (?:tổ chức(?! hữu nghị)|đối tác)|pcpnn|\bngos?\b|phi ch(?:í|á)nh phủ")
#: Programmes that are no aid, and projects of investors or such as are only looked for.
_NO_GRANT = pattern(
    r"[^,;.]{0,12}(?:văn nghệ|giao lưu|biểu diễn|nghệ thuật|phát thanh|truyền hình|khung|du lịch|quảng bá|\bfdi\b|\boda\b|đầu tư|kêu gọi|mời gọi|vốn vay)"
)
_WISHED = pattern(r"danh mục[^.;]{0,40}$|kêu gọi(?! được)[^.;,]{0,30}$")
_ENDS = pattern(r"[,;()]")
_RATE = pattern(r"(?:bình quân|trung bình|mỗi (?:năm|tháng|huyện|xã|tổ chức|nhà tài trợ))\b[^,;.]{0,30}$")
_OURS = pattern(
    r"[^,;.]{0,24}(?:trong tỉnh|của tỉnh|trực thuộc|làm chủ|tiếp nhận|thụ hưởng|hội viên|thành viên|địa phương|trong nước|việt nam)"
)
_TO = pattern(r"(?:cho|giao|giúp|hỗ trợ|trong đó có) $")
_NUMBERED = pattern(
    r"\b(?:tổng )?số (?:lượng )?(?:các )?(?:(?P<grants>chương trình|dự án|khoản|phi dự án)|(?P<donors>tổ chức|nhà tài trợ|đối tác)|"
    r"(?P<donor_visits>lượt đoàn|lượt tổ chức))(?![^:;.\d]{0,50}(?:fdi|oda|đầu tư))[^:;.,\d]{0,50}?(?: là| lên(?: tới| đến| thành)?| đạt| còn| gồm|:) ?"
    r"(?P<number>\d{1,4})(?![\d/%]|[.,]\d| %| (?!(?:và|với|trong|của|năm)\b)\w)"
)


_LABEL = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?:các )?(?:(?P<grants>(?:chương trình|dự án|phi dự án|khoản viện trợ)[^:\d]{0,30})|"
    r"(?P<donors>(?:tổ chức|nhà tài trợ)[^:\d]{0,30})): ?(?P<number>\d{1,3})(?![\d/%]|[.,]\d| ?[^\W\d_])"
)
_NATION = pattern(
    r"\b(?:cả nước|toàn quốc|(?<!do )(?<!vì )(?<!khi )nước ta\b(?! và)|(?:cho|giúp|dành cho|vào) việt nam\b(?! -)|việt nam (?:đã )?(?:tiếp nhận|nhận|được)|các tỉnh trong khu vực|tính chung|cả vùng|"
    r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+|các) tỉnh (?:miền|duyên hải|đồng bằng|phía|trong vùng)|"
    r"(?:thời|trong) (?:kỳ )?(?:kháng )?chiến(?: tranh)?|liên xô)"
)
_TO_THEM = pattern(
    r"\b(?:cho|tặng|giúp|giúp đỡ|hỗ trợ|viện trợ|ủng hộ)(?: (?:nhân dân|chính quyền|phía|các|hai|tỉnh|huyện|nước|bạn|sinh viên|học sinh)){0,3} $"
)
_TO_FRIENDS = pattern(r"\b(?:cho|tặng|giúp|giúp đỡ|hỗ trợ|viện trợ)(?: các| hai)? (?:tỉnh|huyện|nước|phía|phía các tỉnh) bạn\b")
#: Some of those that were told before: ``Trong 27 dự án nói trên có 9 dự án mới``.
_HELPS_THEM = pattern(r"\b(?:giúp|hỗ trợ|tặng|viện trợ|xây (?:tặng|giúp))(?: cho)? (?:bạn|nước bạn|phía bạn)\b(?! bè)")
_OF_THESE = pattern(r"[^\w]*(?:trong|từ) (?:tổng )?(?:số )?\d+ [^,;.\d]{3,30} (?:nói trên|kể trên|trên|này|ấy|đó)\b")
_OTHER_PROVINCE = pattern(r"^[^\w]*(?:ở |tại |riêng )?(?:tỉnh |thành phố )?$")


class Count(msgspec.Struct):
    """A number of grants, donors or visits, with its place in the view and what it is evidence of."""

    column: str
    start: int
    end: int
    value: str | None
    words: Words
    unit: str = ""


def counts(sentence: Sentence) -> list[Count]:
    """The numbers that a sentence reports of aid, in order; those of another year that are only compared are none."""
    found = [each for mention in sentence.of("QUANTITY") if (each := _said(sentence, mention))]
    return sorted([*found, *_numbered(sentence), *_labelled(sentence)], key=lambda each: each.start)


def _said(sentence: Sentence, mention: Mention) -> Count | None:
    kind = unit(mention)
    column = "grants" if GRANTS.match(kind) else _of_givers(sentence, mention, kind)
    if column is None or whole(mention) is not None or not sentence.is_fact(mention.start) or compared(sentence, mention):
        return None
    behind = mention.text.lower()[-12:] + sentence.after(mention.end, 40)
    if column == "grants" and (
        _NO_GRANT.match(sentence.after(mention.end, 40)) or _NO_GRANT.match(behind) and not FREE.search(behind)
    ):
        return None
    if _RATE.search(sentence.before(mention.start, 50)):
        return None
    if column == "grants" and _WISHED.search(sentence.before(mention.start, 60)):
        return None
    return Count(column, mention.start, mention.end, count(mention), mention, kind)


def _of_givers(sentence: Sentence, mention: Mention, kind: str) -> str | None:
    """Whether a number counts visits or donors; bodies of ours are neither."""
    before, behind = sentence.before(mention.start, 40), sentence.after(mention.end, 60)
    if _VISITS.match(kind) and kind.startswith(("lượt", "đoàn")):
        near = _OF_DONORS.search(before) or _OF_DONORS.search(kind + _ENDS.split(behind)[0])
        return "donor_visits" if kind.startswith(("lượt t", "lượt n")) or near else None
    if not _DONORS.match(kind) or _OURS.match(behind) or _TO.search(before):
        return None
    return "donors"


def _numbered(sentence: Sentence) -> Iterator[Count]:
    """``Số dự án: 25``, ``nâng tổng số tổ chức lên 38``."""
    for match in _numbers(sentence.lower):
        start, end = sentence.start + match.start("number"), sentence.start + match.end("number")
        if sentence.is_fact(start) and match.lastgroup:
            column = next(key for key in ("grants", "donors", "donor_visits") if match[key])
            yield Count(column, start, end, str(int(match["number"])), (start, end), match[column])


def _labelled(sentence: Sentence) -> Iterator[Count]:
    """``- Phi dự án: 22 (0,3 triệu USD)``: a line of a label and its number."""
    match = _LABEL.match(sentence.lower)
    if match and sentence.fact:
        column = "grants" if match["grants"] else "donors"
        span = sentence.start + match.start("number"), sentence.start + match.end("number")
        yield Count(column, *span, str(int(match["number"])), span, match[column])


def _numbers(words: str) -> Iterator[re.Match[str]]:
    if "số " in words:
        yield from _NUMBERED.finditer(words)


def ours(sentence: Sentence) -> Sentence:
    """The sentence without a last clause on the nation's aid: ``tỉnh nhận 9 khoản; cả nước nhận 50 triệu USD``."""
    cut = sentence.text.rfind(";")
    if cut < 0 or not _NATION.search(sentence.lower, cut) or _NATION.search(sentence.lower, 0, cut):
        return sentence
    return sentence.part(0, cut)


def elsewhere(sentence: Sentence) -> bool:
    """Whether a sentence tells of aid that is not the province's own: of the nation, of another province, given to a neighbour, told before."""
    words = sentence.lower
    if (
        _NATION.search(words)
        or _OF_THESE.match(words)
        or (" bạn" in words and (_TO_FRIENDS.search(words) or _HELPS_THEM.search(words)))
    ):
        return True
    abroad = [each for each in sentence.of("COUNTRY", "FOREIGN_UNIT") if country_of(each)]
    return any(_TO_THEM.search(sentence.before(each.start, 50)) for each in abroad) or _of_another(sentence)


def _of_another(sentence: Sentence) -> bool:
    home = sentence.page.document.metadata.get("province")
    first = next(iter(sentence.of("PROVINCE")), None)
    if not home or first is None or not isinstance(first.entity.value, Province):
        return False
    opens = _OTHER_PROVINCE.match(sentence.before(first.start, 40))
    return bool(opens) and all(getattr(each.entity.value, "name", home) != home for each in sentence.of("PROVINCE"))
