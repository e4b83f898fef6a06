"""Districts named without their designator: ``tại Cái Bè và Cai Lậy``, ``tập trung ở Sơn Tây, Trà Bồng``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ...kinds.locality.gazetteer import COMMUNE, DISTRICT, gazetteer
from ...kinds.province import Province
from ..page import Page, Sentence
from ..wording import pattern

_NAME = r"[A-ZĐ][\w']+(?: [A-ZĐ][\w']*){0,3}"
_LISTED = pattern(
    rf"\b(?:tại|ở|thuộc|cho|địa bàn|đồng bào|người dân|bà con|nhân dân|vùng|về|lên|xuống|(?:xã|phường|thị trấn) {_NAME} \() ?(?:các huyện )?(?P<names>{_NAME}(?:(?:,| và|, và) {_NAME}){{0,6}})"
)
_EACH = pattern(_NAME)
_RUN = pattern(rf"(?<![\w\"“.-]){_NAME}(?![\w-])")
#: What stands before a name that makes it the name of something else.
_NAMED = pattern(
    r"(?:[Ôô]ng|[Bb]à|[Cc]ô|[Aa]nh|[Cc]hị|[Ee]m|[Tt]rường|[Bb]ệnh viện|[Cc]ông ty|[Hh]ội|[Qq]uỹ|[Cc]hùa|[Cc]hợ|[Cc]ầu|[Dd]ự án|[Cc]hương trình|đường|sông|đồi|hồ|Trung tâm|THCS|THPT|[Tt]iểu học|[Mm]ầm non|[Mm]ẫu giáo)(?: (?!(?:ở|tại|và|cho|của|từ|thuộc|huyện|xã)\b)[a-zà-ỹđ]+)? $"
)
_FURTHER = pattern(rf"(?:, | và |, và )(?P<name>{_NAME})(?=[,;.:)\n]| và | \(|$| (?:do|với|trị|được|giai|từ|để|năm|tổng))")
_BODY = pattern(
    r"(?:Sở|Hội|Ban|Phòng|Trung tâm|Bệnh viện|Trường|Quỹ|Tổ chức|Công ty|Tỉnh|Ủy ban|Uỷ ban|UBND|Liên (?:hiệp|đoàn|minh|hợp)|Đại (?:học|hội|sứ)|Văn phòng|Chi cục|Quyết định|Công an|Bộ|Dự án|Chương trình|Đoàn|Ông|Bà)\b"
)


def districts(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The places of such names between two places: those of the home province's districts, of any where it is unknown."""
    text = sentence.text
    found: list[tuple[int, int]] = []
    for listed in _LISTED.finditer(text, start - sentence.start, end - sentence.start):
        names = list(_EACH.finditer(text, listed.start("names"), listed.end("names")))
        known = list(takewhile(lambda each: _is_district(sentence, each[0], each.start(), each.end()), names))
        if (
            not known
            and len(names) > 1
            and listed[0].startswith(("tại", "ở"))
            and all(_is_free(sentence, each) for each in names)
        ):
            known = names  # two or more names in a row are places, whether a table has them or not
        found += [(sentence.start + each.start(), sentence.start + each.end()) for each in known]
    return found


def further(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The places of further names behind a place that is named with its designator: ``xã A|, B và C``."""
    found: list[tuple[int, int]] = []
    base = sentence.start
    while match := _FURTHER.match(sentence.text, start - base, end - base):
        if not _is_free(sentence, match, "name"):
            break
        found.append((base + match.start("name"), base + match.end("name")))
        start = base + match.end("name")
    return found


def known(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The places of names between two places that the home province's districts or communes have, whatever stands before them."""
    home = _home(sentence.page)
    if home is None:
        return []
    base, found = sentence.start, list[tuple[int, int]]()
    for match in _RUN.finditer(sentence.text, start - base, end - base):
        if _is_at(home, match[0]) and _is_untaken(sentence, match) and not _NAMED.search(sentence.text, 0, match.start()):
            found.append((base + match.start(), base + match.end()))
    return found


def _is_untaken(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether words are no entity; a district may bear the name of another province (``Quảng Ninh`` in Quảng Bình)."""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    over = [each for each in sentence.mentions if each.start < end and start < each.end]
    if match[0] == sentence.page.document.metadata.get("province"):
        return False
    return " " in match[0] and all(each.label == "PROVINCE" and (each.start, each.end) == (start, end) for each in over)


def _is_at(home: str, name: str) -> bool:
    return any(home in gazetteer(level).provinces(name) for level in (DISTRICT, COMMUNE))


def _is_free(sentence: Sentence, match: re.Match[str], group: int | str = 0) -> bool:
    """Whether words of a list are no entity and may be a place's name: two syllables that no body begins with."""
    start, end = sentence.start + match.start(group), sentence.start + match.end(group)
    taken = any(each.start < end and start < each.end for each in sentence.mentions)
    return not taken and " " in match[group] and not _BODY.match(match[group])


def _is_district(sentence: Sentence, name: str, start: int, end: int) -> bool:
    inside = [each for each in sentence.mentions if each.start < sentence.start + end and sentence.start + start < each.end]
    if inside or " " not in name:
        return False
    held = gazetteer(DISTRICT).provinces(name)
    return bool(held) and ((home := _home(sentence.page)) is None or home in held)


def _home(page: Page) -> str | None:
    """The line of the home province, as the table of places writes it."""
    name = page.document.metadata.get("province")
    return next((each.lineage for each in _provinces(page) if each.name == name), None)


def _provinces(page: Page) -> Iterator[Province]:
    return (each.entity.value for each in page.mentions if isinstance(each.entity.value, Province))
