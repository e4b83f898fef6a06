"""Givers that the shape of an item tells: ``- Plan tại Việt Nam: xây …``, ``- 250 xe đạp: ông A (Thụy Sĩ), 14.000 USD``."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.person.names import native
from ..page import Mention, Sentence
from ..wording import pattern
from .donor import Giver, land_of

_MARK = r"[^\w\n]{0,4}(?:\(?\d{1,2}[.)] ?|\(?[a-zđ]{1,4}\) ?|[a-zđ][-.] ?)?"
_OPENER = pattern(
    rf"{_MARK}(?!(?:Với|Về|Tại|Ở|Từ|Trong|Theo|Riêng|Còn|Cùng|Phía) )(?:[Tt]ổ chức |[Qq]uỹ )?(?P<name>[A-ZĐ][\w&'’.-]*(?: (?:[A-ZĐ][\w&'’.-]*|of|for|the|and|de|des|du)){{0,6}})"
    r"(?P<here> (?:tại )?Việt Nam)?(?: ?\([^()\n]{2,40}\))? ?: ?(?=\d|dự án|chương trình|hỗ trợ|tài trợ|giúp|tặng|xây|làm|sửa|cấp|khám|mổ|trao)"
)
_PERSON = pattern(rf"{_MARK}(?:[Ôô]ng|[Bb]à|[Bb]ác sĩ|[Gg]iáo sư|[Nn]gài|[Vv]ợ chồng (?:ông|bà|ông bà))? ?$")
_PERSON_GIVES = pattern(r"[^:;\n]{0,60}: ?(?=\d)")
_THING = pattern(rf"{_MARK}(?P<thing>[^:;\n]{{4,110}}?)(?: ?\([^()\n]{{2,60}}\))? ?: ?(?=\S)")
_LABEL = pattern(
    r"(?:nhà tài trợ|có (?:những|nhiều|các|một số)|một số|những|tiêu biểu|điển hình|bên|tổng|cộng|kinh phí|giá trị|vốn|thời gian|địa (?:điểm|bàn)|nơi|chủ|đơn vị|cơ quan|tên|mục tiêu|nội dung|kết quả|lĩnh vực|hình thức|"
    r"số |trong đó|riêng|gồm|năm|quý|tháng|giai đoạn|lãnh đạo|tham dự|thành phần|khách|đoàn|trưởng đoàn|viện trợ|về |hỗ trợ|cụ thể|ngoài ra|tỉnh|huyện|lý do|ghi chú|phê duyệt|tiếp nhận|giải ngân)",
    2,
)
_PAID = pattern(
    r"(?P<name>[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,4})(?P<land>, [A-ZĐ][\w ]{1,14})?(?P<open> \()(?:gần |trên |hơn |khoảng )?$"
)
_UNITS = ("USD", "EUR", "VND", "AUD", "JPY", "GBP", "EURO", "Euro", "VNĐ")
_BRACKET = pattern(rf"{_MARK}\d[^()\n]{{3,90}} \((?:do )?(?P<who>[A-ZĐ][^()\n]{{2,60}})\)[.;, ]*")
#: A title with its giver and sum in brackets behind it, one of several perhaps: ``Nước sạch học đường (Plan, 120.000 USD)``.
_TITLED = pattern(r"(?:^|[:;.)] )(?:\d{1,2}[.)] ?)?[\"“]?[A-ZĐ][^():;\n]{3,110} \((?:do )?(?:[Tt]ổ chức )?$")
_CASE = pattern(r"(?:Ông|Bà|Sở|UBND|Hội|Trường|Bệnh viện|Huyện|Xã|Tỉnh|Trung tâm|Theo|Ngày|Năm|Trong|Tổng|Công ty|Quỹ|Tổ chức)\b")
_DASH = pattern(r" [-–] (?=[\"“a-zà-ỹđ])")
_LISTED = pattern(rf"(?:^{_MARK}|[:;] )(?:[Tt]ổ chức )?$")
_BEFORE = pattern(r"(?:[:,]|[:,] (?:do|của))(?: (?:tổ chức|ông|bà|bác sĩ|quỹ|giáo sư|ngài|công ty|hội|nhóm))? ?$")
_BEHIND = pattern(r"(?: ?\([^()\n]{2,40}\))?(?: (?:tài trợ|viện trợ|hỗ trợ|tặng|giúp))? ?(?:[,;.]|$)")


def opener(sentence: Sentence) -> Iterator[Giver]:
    """A name of foreign words, or a person with one, that opens an item before a colon."""
    match = _OPENER.match(sentence.text)
    if match and not all(native(each) for each in match["name"].split()):
        start, end = (
            sentence.start + match.start("name"),
            sentence.start + (match.end("here") if match["here"] else match.end("name")),
        )
        if not sentence.inside(start, sentence.start + match.end("name")) and sentence.is_fact(start):
            yield Giver(start, end, "opens", "ORG", land_of(sentence, start, end))
    for mention in sentence.of("PERSON")[:1]:
        at = mention.end - sentence.start
        if (
            _PERSON.fullmatch(sentence.text, 0, mention.start - sentence.start)
            and _PERSON_GIVES.match(sentence.text, at)
            and _foreign(mention)
        ):
            yield Giver(mention.start, mention.end, "opens", "PERSON", land_of(sentence, mention.start, mention.end), mention)


def _foreign(person: Mention) -> bool:
    """Whether a name has a word that Vietnamese does not write."""
    return not all(native(part) for part in person.text.replace("-", " ").split())


def thing(sentence: Sentence) -> tuple[int, int] | None:
    """Places of what an item gives, before its colon: ``- 03 phòng học (xã A): 1,15 tỷ đồng, Quỹ B``."""
    match = _THING.match(sentence.text)
    if match is None or _LABEL.match(match["thing"]) or match["thing"].count('"') % 2:
        return None
    return sentence.start + match.start("thing"), sentence.start + match.end("thing")


def behind(sentence: Sentence, named: list[Giver]) -> Iterator[Giver]:
    """The one giver behind the colon of an item that a thing opens and that has a sum."""
    head = thing(sentence) if sentence.kind == "list_item" and sentence.of("AMOUNT") else None
    if head is None or any(each.start < head[1] and each.label != "COUNTRY" for each in named):
        return
    base = sentence.start
    found = [
        each
        for each in named
        if each.label in ("ORG", "PERSON", "GROUP")
        and _BEFORE.search(sentence.text[: each.start - base])
        and _BEHIND.match(sentence.text, each.end - base)
    ]
    if len(found) == 1 and sentence.is_fact(found[0].start):
        found[0].how = "named"
        yield found[0]


def paid(sentence: Sentence, named: list[Giver]) -> Iterator[Giver]:
    """Givers with their sums in brackets: ``nhiều nhất là Plan (210.000 USD), kế đến là ChildFund (145.000 USD)``."""
    base = sentence.start
    for mention in sentence.of("AMOUNT"):
        match = _PAID.search(sentence.text, max(0, mention.start - base - 60), mention.start - base)
        if (
            match is None
            or sentence.text[mention.end - base : mention.end - base + 1] != ")"
            or not sentence.is_fact(mention.start)
        ):
            continue
        at = base + match.start("open")
        found = next((each for each in named if each.end == base + match.start("land") or each.end == at), None)
        if found and found.label in ("ORG", "GROUP", "FOREIGN_UNIT"):
            found.how = "subject"
            found.country = found.country or land_of(sentence, found.start, at)
            yield found
        elif (
            found is None
            and match["name"] not in _UNITS
            and "-" not in match["name"][:2]
            and not all(native(each) for each in match["name"].split())
            and not sentence.inside(base + match.start("name"), at)
        ):
            yield Giver(base + match.start("name"), at, "subject", "ORG")


def bracketed(sentence: Sentence, named: list[Giver]) -> Iterator[Giver]:
    """The giver in brackets at the end of an item that counts things: ``+ 05 máy monitor (Bang Hessen, CHLB Đức).``"""
    match = _BRACKET.fullmatch(sentence.text) if sentence.kind == "list_item" else None
    start = sentence.start + match.start("who") if match else -1
    for each in named:
        if each.start == start and each.label != "COUNTRY" and sentence.is_fact(start):
            each.how = "bracket"
            yield each


def titled(sentence: Sentence, named: list[Giver]) -> Iterator[Giver]:
    """The giver of a title in brackets with its sum: ``Mổ mắt từ thiện (Tổ chức Orbis, Hoa Kỳ, 72.000 USD, mổ 940 ca)``."""
    for each in named:
        if each.label == "COUNTRY" or not sentence.is_fact(each.start):
            continue
        before = sentence.text[max(0, each.start - sentence.start - 130) : each.start - sentence.start]
        match = _TITLED.search(before)
        quoted = match is not None and '"' in match[0]
        if match and (quoted or not _CASE.match(match[0].lstrip(":;.) 0123456789"))) and _bracket_pays(sentence, each.end):
            each.how = "bracket"
            yield each


def _bracket_pays(sentence: Sentence, start: int) -> bool:
    """Whether a sum stands before a bracket closes."""
    close = sentence.text.find(")", start - sentence.start)
    return close >= 0 and bool(sentence.inside(start, sentence.start + close, "AMOUNT"))


def dashed(sentence: Sentence, named: list[Giver]) -> Iterator[Giver]:
    """A giver before a dash and its project with a sum: ``Oxfam Anh - "Sinh kế cho người Dao", 95.000 USD``."""
    base = sentence.start
    for each in named:
        if (
            each.label == "ORG"
            and _DASH.match(sentence.text, each.end - base)
            and _LISTED.search(sentence.text[: each.start - base])
        ):
            stop = sentence.text.find(";", each.end - base)
            if sentence.is_fact(each.start) and sentence.inside(each.end, base + stop if stop >= 0 else sentence.end, "AMOUNT"):
                each.how = "subject"
                yield each


__all__ = ["behind", "bracketed", "dashed", "opener", "paid", "thing", "titled"]
