"""Givers that the shape of an item tells: ``- Plan tại Việt Nam: xây …``, ``- 250 xe đạp: ông A (Thụy Sĩ), 14.000 USD``."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.person.names import native
from ..page import Mention, Sentence
from ..wording import pattern
from .donor import Giver, land_of

_MARK = r"[^\w\n]{0,4}(?:\(?\d{1,2}[.)] ?|\(?[a-zđ]{1,4}\) ?)?"
_OPENER = pattern(
    rf"{_MARK}(?:[Tt]ổ chức |[Qq]uỹ )?(?P<name>[A-ZĐ][\w&'’.-]*(?: (?:[A-ZĐ][\w&'’.-]*|of|for|the|and|de|des|du)){{0,6}})"
    r"(?P<here> (?:tại )?Việt Nam)?(?: ?\([^()\n]{2,40}\))? ?: ?(?=\d|dự án|chương trình|hỗ trợ|tài trợ|giúp|tặng|xây|làm|sửa|cấp|khám|mổ|trao)"
)
_PERSON = pattern(rf"{_MARK}(?:[Ôô]ng|[Bb]à|[Bb]ác sĩ|[Gg]iáo sư|[Nn]gài|[Vv]ợ chồng (?:ông|bà|ông bà))? ?$")
_PERSON_GIVES = pattern(r"[^:;\n]{0,60}: ?(?=\d)")
_THING = pattern(rf"{_MARK}(?P<thing>[^:;\n]{{4,110}}?)(?: ?\([^()\n]{{2,60}}\))? ?: ?(?=\S)")
_LABEL = pattern(
    r"(?:nhà tài trợ|bên|tổng|cộng|kinh phí|giá trị|vốn|thời gian|địa (?:điểm|bàn)|nơi|chủ|đơn vị|cơ quan|tên|mục tiêu|nội dung|kết quả|lĩnh vực|hình thức|"
    r"số |trong đó|riêng|gồm|năm|quý|tháng|giai đoạn|lãnh đạo|tham dự|thành phần|khách|đoàn|trưởng đoàn|viện trợ|về |hỗ trợ|cụ thể|ngoài ra|tỉnh|huyện|lý do|ghi chú|phê duyệt|tiếp nhận|giải ngân)",
    2,
)
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


__all__ = ["behind", "opener", "thing"]
