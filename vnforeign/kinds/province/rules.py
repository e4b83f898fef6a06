"""``tỉnh Đắk Nông``, ``TP.HCM``, ``Thủ đô Hà Nội``, ``ĐẮK LẮK``; in ``hai tỉnh Đăk Nông và Gia Lai`` the names alone."""

from __future__ import annotations

import re

from ...rule import Found, Room, Rule
from ...text import pattern, plain
from .settle import settle
from .units import FORMS, LINEAGES, NAMES, ONLY_DESIGNATED, WEAK, unmarked
from .value import Province

_LOOK_BEHIND = 16
_TOWN = r"(?:thành phố(?: cảng)?|t\.?p\.?)"
_DESIGNATOR = pattern(rf"(?<!\w)(?:(?P<tỉnh>tỉnh)|(?P<town>{_TOWN})|(?P<other>thủ đô|đặc khu|khu)):?[ -]?\Z", re.IGNORECASE)
_LOWER_UNIT = pattern(r"(?<!\w)(?:huyện|quận|thị xã|xã|phường|thị trấn|tx\.?|h\.|q\.|p\.|tt\.?) ?\Z", re.IGNORECASE)
_COUNT = r"(?<!\w)(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|nhiều|số|(?<![\d/.,-])(?<!ngày )(?<!tháng )[0-9]{1,2})"
_PLURAL = pattern(rf"{_COUNT} (?:(?:tỉnh|thành phố) ?(?:,|và|/|-) ?)?\Z", re.IGNORECASE)
_MIXED = pattern(r"(?<!\w)tỉnh ?(?:,|và|/|-) ?\Z", re.IGNORECASE)
_NOT_BEFORE = pattern(
    r"(?:(?<!\w)(?i:sông|suối|núi|kênh|rạch|dãy|đường|phố|công viên|mầm non|tiểu học|trung học cơ sở|THCS|chợ quê|ngõ|khách sạn|rạp|bác|mẹ|em|cháu|"
    r"nhà văn|nhà thơ|ca sĩ|nhạc sĩ|nghệ sĩ|phóng viên)|"
    r"(?<!\w)(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Trương|Đinh|Đào|Trịnh|Tạ|Quách|Lương|Lưu|Phùng|Hoàng|Thị|Văn|"
    r"NGUYỄN|TRẦN|LÊ|PHẠM|THỊ|VĂN)) \Z"
)
_PEACE = pattern(
    r"(?<!\w)(?:giải|giải thưởng|nobel|vì|nền|đội|quỹ|cung|hội đồng|tổ chức|phong trào|ngày|quốc tế|gìn giữ|liên minh|huân chương|tượng đài|"
    r"chim|quảng trường|bồ câu) \Z",
    re.IGNORECASE,
)
_ROAD = pattern(r" ?- ?[^\W\d_]")
_CHINESE = pattern(r",? ?\(?(?:nước |của )?(?:nước )?(?:Trung Quốc|CHND Trung Hoa|TQ)")
_STREET = pattern(r"(?:đường|phố) \Z")
_WORDS = frozenset(("Hòa Bình",))

#: Phrases that hold a province's name without being one.
BLOCKS = (
    "Thái Bình Dương",
    "Hải Dương học",
    "Hải dương học",
    "sông Cửu Long",
    "Sông Cửu Long",
    "Điện Biên Phủ",
    "Điện Biên Đông",
    "Bình Phước Xuân",
    "Hiệp Bình Phước",
    "Bắc Thái Ninh",
    "Phú Thọ Hòa",
    "Bắc Ninh Hòa",
    "Tây Ninh Hòa",
    "Tân Khánh Hòa",
    "Đồng Nai Thượng",
    "Hòa Bình Thạnh",
    "Nam Hà Lâm Hà",
    "Thái Bình Trung",
    "Hòa Bình Xanh",
    "Quang Bình Định",
)


def named(text: str, start: int, end: int, units: tuple[Province, ...]) -> Found | None:
    """A province whose name stands at ``text[start:end]``, with the designator right before it."""
    before = max(0, start - _LOOK_BEHIND)
    said = text[start:end]
    name = units[-1].name
    designator = _DESIGNATOR.search(text, before, start)
    if designator is None:
        return None if name in ONLY_DESIGNATED and not said.startswith(("TP", "Tp")) else _bare(text, start, end, before, units)
    begin = designator.start()
    if designator["town"] and not _is_town(units):
        return None
    if designator["other"] and not _is_other(designator["other"].lower(), units):
        return _bare(text, start, end, before, units)
    if name in ("Hồ Chí Minh", "HCM") and not designator["town"]:
        return None if said.upper() in ("HỒ CHÍ MINH", "HCM") else Found(begin, end, "PROVINCE", "province.designated", units)
    if units[-1].lineage in ("ha-nam", "ha-bac") and _CHINESE.match(text, end):
        return None
    if designator["tỉnh"] and _PLURAL.search(text, max(0, begin - 24), begin):
        return Found(start, end, "PROVINCE", "province.listed", units)
    if designator["town"] and _MIXED.search(text, max(0, begin - 8), begin) and text[end : end + 2] in (", ", " v"):
        return Found(begin if units[-1].lineage == "ho-chi-minh" else start, end, "PROVINCE", "province.listed", units)
    if designator["town"] and _PLURAL.search(text, max(0, begin - 24), begin) and units[-1].lineage != "ho-chi-minh":
        return Found(start, end, "PROVINCE", "province.listed", units)
    return Found(begin, end, "PROVINCE", "province.designated", units)


def _is_town(units: tuple[Province, ...]) -> bool:
    return units[-1].lineage in TOWNS


def _is_other(designator: str, units: tuple[Province, ...]) -> bool:
    if designator == "thủ đô":
        return units[-1].lineage == "ha-noi"
    return units[-1].lineage in ("vinh-linh", "vung-tau-con-dao")


def _bare(text: str, start: int, end: int, before: int, units: tuple[Province, ...]) -> Found | None:
    name, said = units[-1].name, text[start:end]
    if text[end : end + 1] == "." and text[end + 1 : end + 2].islower():
        return None  # a web address
    if _LOWER_UNIT.search(text, before, start) or _after_town(text, start):
        return None
    if units[-1].lineage in ("ha-nam", "ha-bac") and _CHINESE.match(text, end):
        return None
    refused = _NOT_BEFORE.search(text, before, start)
    if refused and not (_STREET.search(text, before, start) and _ROAD.match(text, end)):
        return None
    if name in ONLY_DESIGNATED and said.upper() in ("HỒ CHÍ MINH", "HCM", name.upper()):
        return None
    if name in _WORDS and (said.isupper() or _PEACE.search(text, before, start)):
        return Found(start, end, "PROVINCE", "province.named", units, weak=True) if said.isupper() else None
    return Found(start, end, "PROVINCE", "province.named", units, weak=name in WEAK or said in ("Huế", "HUẾ"))


def _after_town(text: str, start: int) -> bool:
    match = _DESIGNATOR.search(text, max(0, start - _LOOK_BEHIND), start)
    return match is not None and match["town"] is not None


def city(text: str, start: int, end: int, units: tuple[Province, ...]) -> Found | None:
    """``thành phố Huế`` in the years when it was a city of a province; the second pass takes this or the province."""
    designator = _DESIGNATOR.search(text, max(0, start - _LOOK_BEHIND), start)
    if designator is None or not designator["town"]:
        return None
    return Found(designator.start(), end, "DISTRICT", "district.city", text[start:end], weak=True)


def town(text: str, start: int, end: int, units: tuple[Province, ...]) -> Found | None:
    """``TP.HCM``, ``TP Đà Nẵng`` as one trigger: another room waits for ``TP.`` and would take the border from the name."""
    match = _SHORT_TOWN.match(text, start)
    found = named(text, match.end(), end, units) if match else None
    if found and found.rule == "province.designated":
        found.rule = "province.town"
    return found


def lowered(text: str, start: int, end: int, units: tuple[Province, ...]) -> Found | None:
    """``tỉnh Gia lai``: a later syllable without its capital, only behind a designator."""
    designator = _DESIGNATOR.search(text, max(0, start - _LOOK_BEHIND), start)
    found = named(text, start, end, units) if designator and not designator["other"] else None
    if found:
        found.rule = "province.lowered"
    return found


def short_city(text: str, start: int, end: int, units: tuple[Province, ...]) -> Found | None:
    """``TP Huế`` likewise, in the years when it was a city of a province."""
    match = _SHORT_TOWN.match(text, start)
    found = city(text, match.end(), end, units) if match else None
    if found:
        found.rule = "district.short_city"
    return found


_CAPITALS = re.compile(r"[ \n]([^\W\d_]+(?: [^\W\d_]+){1,3})")


def misspelt(text: str, start: int, end: int, payload: None) -> Found | None:
    """``tỉnh Đẳk Nông``, ``tỉnh Lâm Đông``: a name with a wrong mark, only right behind its designator."""
    match = _CAPITALS.match(text, end)
    words = match[1].split(" ") if match else []
    names = [" ".join(words[:size]) for size in range(len(words), 1, -1) if words[size - 1][0].isupper()]
    if any(name in NAMES or name.title() in NAMES for name in names):
        return None
    for name in names:
        if units := unmarked().get(plain(name)):
            found = named(text, end + 1, end + 1 + len(name), units)
            if found:
                found.rule = "province.misspelt"
            return found
    return None


def inside(text: str, start: int, end: int, name: str) -> Found:
    """A company, school or temple whose name another room's words would hide."""
    return Found(end - len(name), end, "PROVINCE", "province.inside", FORMS[name])


TOWNS = frozenset(
    ("ha-noi", "hai-phong", "ho-chi-minh", "da-nang", "can-tho", "thua-thien-hue", "dong-nai", "quang-ninh", "bac-ninh")
)
_FREE = {form: units for form, units in FORMS.items() if form not in ("Hồ Chí Minh",)}
_HCM = dict.fromkeys(("Hồ Chí Minh", "HCM"), LINEAGES["ho-chi-minh"])
_CITIES = {
    "Huế": LINEAGES["thua-thien-hue"],
    "Bắc Ninh": LINEAGES["bac-ninh"],
    "Cần Thơ": LINEAGES["can-tho"],
    "Đà Nẵng": LINEAGES["da-nang"],
}
_SHORT_TOWN = re.compile(r"T\.?P\.?[ \n\t]?", re.IGNORECASE)


def _short(names: dict[str, tuple[Province, ...]]) -> dict[str, tuple[Province, ...]]:
    leads = ("TP.", "TP. ", "TP ", "Tp.", "Tp. ", "Tp ", "tp.", "tp. ", "tp ")
    return {lead + form: units for form, units in names.items() for lead in leads}


_TOWNS = {form: units for form, units in {**FORMS, **_HCM}.items() if units[-1].lineage in TOWNS and not form.startswith("T")}
_LOWERED = {
    form[0] + form[1:].lower(): units
    for form, units in FORMS.items()
    if form == units[-1].name and " " in form and "-" not in form and form not in ONLY_DESIGNATED
}
_INSIDE = {
    "Hoàng Anh Gia Lai": "Gia Lai",
    "Đức Long Gia Lai": "Gia Lai",
    "Tập đoàn Đức Long Gia Lai": "Gia Lai",
    "Hoàn Mỹ Sài Gòn": "Sài Gòn",
    "Cao đẳng Thái Nguyên": "Thái Nguyên",
    "Tòa thánh Tây Ninh": "Tây Ninh",
    "Tòa Thánh Tây Ninh": "Tây Ninh",
    "người Lào ở Điện Biên": "Điện Biên",
}

ROOM = Room(
    "province",
    (
        Rule(
            "province.named",
            "PROVINCE",
            named,
            "Báo [Lạng Sơn](PROVINCE Lạng Sơn) và [TPHCM](PROVINCE Hồ Chí Minh)",
            words={**_FREE, **_HCM},
            cased=True,
            also={
                "province.designated": "UBND [tỉnh Bình Phước](PROVINCE Bình Phước)",
                "province.listed": "hai tỉnh [Đăk Nông](PROVINCE Đắk Nông) và [Gia Lai](PROVINCE Gia Lai)",
            },
        ),
        Rule(
            "province.lowered",
            "PROVINCE",
            lowered,
            "tại [tỉnh Gia lai](PROVINCE Gia Lai)",
            words=_LOWERED,
            cased=True,
        ),
        Rule(
            "province.town",
            "PROVINCE",
            town,
            "tại [TP.HCM](PROVINCE Hồ Chí Minh)",
            words=_short(_TOWNS),
            cased=True,
        ),
        Rule(
            "district.short_city",
            "DISTRICT",
            short_city,
            "TP của [tỉnh Thừa Thiên Huế](PROVINCE Thừa Thiên Huế): [TP Huế](DISTRICT Huế)",
            words=_short(_CITIES),
            cased=True,
        ),
        Rule(
            "province.inside",
            "PROVINCE",
            inside,
            "Tập đoàn Hoàng Anh [Gia Lai](PROVINCE Gia Lai)",
            words=_INSIDE,
            cased=True,
        ),
        Rule(
            "province.misspelt",
            "PROVINCE",
            misspelt,
            "đoàn [tỉnh Quàng Trị](PROVINCE Quảng Trị) đến",
            words={"tỉnh": None},
            capital=True,
        ),
        Rule("district.city", "DISTRICT", city, "năm 2016, [thành phố Bắc Ninh](DISTRICT Bắc Ninh)", words=_CITIES, cased=True),
    ),
    settle,
    BLOCKS,
)
