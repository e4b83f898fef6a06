"""Words that say what a unit is: ``tỉnh``, ``thủ đô``, ``TP.``, ``Khu tự trị dân tộc Choang``."""

from __future__ import annotations

import re

from ...text import pattern

#: What each designator says, and the types of units that it fits, the best first.
FITS: dict[str, tuple[str, ...]] = {
    "tỉnh": ("province", "prefecture", "region", "state", "county", "special", "republic"),
    "thành phố": ("city", "capital", "municipality", "special", "district"),
    "thủ đô": ("capital", "city", "municipality"),
    "thủ phủ": ("city", "capital"),
    "cố đô": ("city", "prefecture", "province", "capital"),
    "bang": ("state", "region", "special", "province"),
    "tiểu bang": ("state", "special"),
    "vùng": ("region", "state", "special", "province", "republic"),
    "châu": ("prefecture", "region"),
    "khu tự trị": ("region", "special"),
    "châu tự trị": ("prefecture",),
    "huyện tự trị": ("county", "district"),
    "vùng tự trị": ("region",),
    "địa khu": ("prefecture", "city"),
    "cộng hòa tự trị": ("republic",),
    "đặc khu": ("special",),
    "đặc khu hành chính": ("special",),
    "lãnh thổ": ("special", "region"),
    "huyện": ("district", "county", "city"),
    "quận": ("district", "county", "city"),
    "hạt": ("county", "district", "province"),
    "khu": ("district", "region"),
    "thị xã": ("city", "town", "district", "county", "prefecture", "capital"),
    "thị trấn": ("town", "city", "commune", "district", "county"),
    "xã": ("commune", "town"),
    "phường": ("commune", "district"),
    "làng": ("commune",),
    "cụm bản": ("commune",),
    "bản": ("commune",),
    "tỉnh lỵ": ("city", "town"),
}
#: Designators that are common words too: part of the name only where the unit is of their type.
LOOSE = frozenset({"vùng", "châu", "khu", "lãnh thổ", "bản", "hạt", "xã", "phường", "làng"})
#: The type that a designator gives where the unit's own does not fit.
TYPES = {
    "tỉnh": "province", "thành phố": "city", "thủ đô": "capital", "bang": "state", "tiểu bang": "state", "vùng": "region", "châu": "prefecture",
    "khu tự trị": "region", "châu tự trị": "prefecture", "huyện tự trị": "county", "huyện": "district", "quận": "district", "hạt": "county",
    "thị xã": "town", "thị trấn": "town", "xã": "commune", "phường": "commune", "làng": "commune", "khu": "district", "địa khu": "prefecture",
}  # fmt: skip
_SHORT = {
    "tp": "thành phố",
    "tp.": "thành phố",
    "t.p": "thành phố",
    "t.p.": "thành phố",
    "tx.": "thị xã",
    "tt.": "thị trấn",
    "h.": "huyện",
    "t.": "tỉnh",
}
_LAST: dict[str, list[str]] = {}
for _each in FITS:
    _LAST.setdefault(_each.split()[-1], []).append(_each)
for _phrases in _LAST.values():
    _phrases.sort(key=len, reverse=True)
_AUTONOMOUS = pattern(r"(?i:(khu|châu|huyện|vùng) tự trị(?: dân tộc| các dân tộc)?)(?: [A-ZĐ]\w+(?:,| và| -)?){1,6} \Z")
_PLURAL = frozenset("các những hai ba bốn sáu bảy tám chín mười mấy nhiều số cả đôi vài".split())
_BLANKS = " \n\t"
Designator = tuple[str, int]


def before(text: str, place: int) -> Designator | None:
    """The designator that ends right before a place, and where it begins."""
    blank = text[place - 1 : place]
    if place < 2 or not (blank and blank in _BLANKS):
        return ("thành phố", place - 3) if text[max(0, place - 3) : place].lower() == "tp." else None
    at = place - 1
    begin = _word(text, at)
    last = text[begin:at].lower()
    if last in _SHORT:
        return _SHORT[last], begin
    for phrase in _LAST.get(last, ()):
        size = len(phrase)
        if text[max(0, at - size) : at].lower().replace("\n", " ") == phrase and not text[at - size - 1 : at - size].isalnum():
            return phrase, at - size
    if text[begin : begin + 1].isupper() and "trị" in text[max(0, place - 60) : place].lower():
        match = _AUTONOMOUS.search(text, max(0, place - 70), place)
        if match:
            return f"{match[1].lower()} tự trị", match.start()
    return None


def _word(text: str, end: int) -> int:
    """Where the word that ends at a place begins; bounded."""
    at, floor = end, max(0, end - 12)
    while at > floor and text[at - 1] not in " \n\t/(,":
        at -= 1
    return at


def plural(text: str, place: int) -> bool:
    """Whether a plural or a number stands before the designator at a place: ``hai tỉnh``, ``các tỉnh, thành phố``, ``09 tỉnh``."""
    if text[place - 1 : place] != " ":
        return False
    listed = text[place - 2 : place - 1] == ","
    begin = _word(text, place - 1 - listed)
    word = text[begin : place - 1].strip(",").lower()
    if not listed and (word.isdigit() or word in _PLURAL):
        return not (word == "số" and text[max(0, begin - 4) : begin - 1].lower() == "cơ")
    if listed or word == "và":  # các tỉnh, thành phố
        earlier = text[max(0, begin - 24) : begin].lower().split()
        return any(each.strip(",") in _PLURAL or each.isdigit() for each in earlier[-3:])
    return False


#: A run of capital words as a foreign name: ``Bonghwa``, ``Vitry-sur-Seine``, ``San Luis Obispo``.
NAME = re.compile(
    r"[A-ZÀ-ỸĐØ][\w']*(?:[ -](?:(?:de|la|le|du|des|sur|del|do|da|di|of|en|am|der|y)[ -])?[A-ZÀ-ỸĐØ][\w']*|-[a-zà-ỹđ]+){0,4}"
)
