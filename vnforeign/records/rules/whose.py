"""Whose a delegation is: ours or theirs, by the bodies, places and offices in its name; and whether a body or a person is a stranger's."""

from __future__ import annotations

from ...kinds.country import Country
from ...kinds.organisation import Organisation
from ..page import Mention, Page, Sentence
from ..places import countries, country_of, is_foreign
from ..wording import pattern

Found = tuple[list[str], list[Mention]]

#: Offices that no Vietnamese holds.
_THEIRS_ALONE = pattern(
    r"(?:[Pp]hó )?(?:[Tt]hống đốc(?! Ngân hàng Nhà nước)|[Tt]ỉnh trưởng|[Tt]hị trưởng|[Cc]hâu trưởng|[Hh]uyện trưởng|[Đđ]ô trưởng)"
)
_OURS_AT = pattern(
    r"[Đđ]oàn(?: [^\W\d_]+){0,5}? (?:tỉnh|huyện|thành phố|thị xã|xã)(?: ta| nhà)? (?:tại|ở|đi|sang|thăm|dự|tham dự)\b"
)
_CLOSE = 16  # characters between a body's name and its country: ``Ủy ban Hòa bình và Đoàn kết Lào``
_AWAY = pattern(r" (?:tại|ở|sang) (?!Việt Nam|Hà Nội|T)")  # what stands behind says where they are or go, not whose they are
_LIES_IN = pattern(r",? ?\(?(?:tỉnh |nước |thuộc )*")
_THEIR_BODY = pattern(
    r"[Cc]hính (?:phủ|quyền) nhân dân|[Uu](?:ỷ|ỷ) ban [Cc]hính quyền|Ủy ban [Cc]hính quyền|[Cc]hâu tự trị|Khu tự trị|Mặt trận Lào|"
    r"Hội đồng (?:thành phố|tỉnh|quận|bang|hạt|vùng|đô thị)(?! (?:nhân dân|Hà Nội|Hồ Chí Minh|Huế|Đà Nẵng))|[Nn]ghị viện|[Tt]òa thị chính|(?:Thượng|Hạ) (?:nghị )?viện"
)
#: Friends of a country here: ``Hội Việt - Nga``; the reversed name is theirs.
_OUR_UNION = pattern(r"Hội (?:[Hh]ữu nghị )?Việt(?: Nam)? ?[-–] ?[A-ZĐ]")
_NEIGHBOUR = pattern(r"\b(?:tỉnh|nước|huyện|phía|của|[Đđ]oàn) bạn\b(?! (?:bè|trẻ|hữu))")
_PROVINCE = ("PROVINCE", "DISTRICT", "COMMUNE")


def unknown(page: Page, body: Mention) -> bool:
    """Whether a body has no place in our offices."""
    value = body.entity.value
    name = page.view.text[body.start : body.end]
    return isinstance(value, Organisation) and value.level is None and "Việt Nam" not in name and "tỉnh" not in name.lower()


def strange(person: Mention) -> bool:
    """Whether somebody has a name that no Vietnamese has: letters without marks, or syllables joined by dashes."""
    return person.text.isascii() or "-" in person.text


def theirs(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a foreign state, place or body is named between two places before one of ours."""
    return side(page, sentence, start, end)[0] == "theirs"


def side(page: Page, sentence: Sentence, start: int, end: int) -> tuple[str | None, Found]:
    """Whose delegation a name says it is: the first body or place in it decides; and the countries in the name."""
    found = countries(sentence, start, end)
    if _OURS_AT.match(sentence.text, start - sentence.start, end - sentence.start):
        return "ours", ([], [])
    if _OUR_UNION.search(sentence.text, start - sentence.start, end - sentence.start):
        return "ours", ([], [])
    if _THEIR_BODY.search(sentence.text, start - sentence.start, end - sentence.start) or _NEIGHBOUR.search(
        sentence.text, start - sentence.start, end - sentence.start
    ):
        return "theirs", found
    if away := _AWAY.search(sentence.text, start - sentence.start, end - sentence.start):
        end = sentence.start + away.start()
    for each in sentence.inside(start, end, "ORG", "COUNTRY", "FOREIGN_UNIT", *_PROVINCE):
        value = each.entity.value
        if each.label in _PROVINCE and _abroad(sentence, each):
            return "theirs", countries(sentence, start, each.end + _CLOSE)
        if each.label in _PROVINCE or (isinstance(value, Country) and value.code == "VN"):
            return "ours", ([], [])
        if is_foreign(page, sentence, each):
            return "theirs", found
        if isinstance(value, Organisation) and value.level in ("central", "province", "district", "commune"):
            follows = sentence.inside(each.end, min(end, each.end + _CLOSE), "COUNTRY") if value.level == "central" else []
            return ("theirs", found) if follows and country_of(follows[0]) else ("ours", ([], []))
    found = countries(sentence, start, end) if away else found
    return ("theirs", found) if found[0] else (None, ([], []))


def _abroad(sentence: Sentence, place: Mention) -> bool:
    """Whether a place that bears a name of ours too lies abroad, as the foreign place right behind it says: ``huyện Giang Thành (Vân Nam)``."""
    follows = sentence.inside(place.end, place.end + len(", tỉnh ") + 1, "COUNTRY", "FOREIGN_UNIT")
    return bool(
        follows
        and country_of(follows[0])
        and _LIES_IN.fullmatch(sentence.text[place.end - sentence.start : follows[0].start - sentence.start])
    )


def office_of_theirs(words: str) -> bool:
    """Whether an office is one that no Vietnamese holds."""
    return bool(_THEIRS_ALONE.search(words))


__all__ = ["Found", "office_of_theirs", "side", "strange", "theirs", "unknown"]
