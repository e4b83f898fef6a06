"""``tỉnh Mondulkiri``, ``thủ đô Viêng Chăn``, ``Quảng Tây``, ``huyện Bonghwa (Hàn Quốc)``; not ``huyện Trùng Khánh``.

The designator belongs to the span, except after a plural (``các tỉnh Hủa Phăn, Xiêng Khoảng``). Names that Vietnam has too,
and short ones, are weak candidates: the second pass keeps them where their country or a neighbour in a list is named.
"""

from __future__ import annotations

import re

from ...rule import Found, Room, Rule
from ...text import pattern
from ..country import country_at
from ..country.nearby import SURNAMES, SYLLABLE
from . import designators
from .context import country_after, country_before
from .designators import FITS, LOOSE, NAME, TYPES
from .misspelt import nearest
from .settle import Undecided, Units, chosen, settle
from .units import NEEDY, STRONG, UNITS, vietnam_names, vietnam_provinces, vietnam_unit
from .value import ForeignUnit

_NOT_A_UNIT = frozenset(
    "sông đường phố cầu chợ hồ đèo núi suối kênh thôn bản làng ấp khóm buôn họ ông bà anh chị em đảo vịnh trường xã phường".split()
)
_PARENT = pattern(
    r" ?(?:,|\(|-|của|thuộc)? ?(?:thuộc |của )?(?:(?:tỉnh|thành phố|bang|tiểu bang|châu|khu tự trị|vùng|TP\.?|thủ đô) )?(?=[A-ZÀ-ỸĐ])",
    re.IGNORECASE,
)
_NEXT = pattern(r"(?:, ?| và | - |; )(?=[A-ZÀ-ỸĐ])")
_LEADS = frozenset("phía đoàn tại ở từ với và bên đến sang tới về do giữa".split())
_COMPASS = frozenset("Nam Bắc Trung Đông Tây Hạ Thượng".split())
_HIGHLAND = frozenset(
    "Đắk Đăk Đắc Dak Đak Krông Krong Ea Ia Kon Chư Cư Buôn Plei Pleiku Đạ Đức M'Đrắk K'Bang Kbang Lắk Mang Tu Tuy Sa Si".split()
)


def unit(text: str, start: int, end: int, units: Units) -> Found | list[Found] | None:
    """A known name, with the designator before it, and a misspelt one that a list joins to it."""
    found = _unit(text, start, end, units)
    if found is None or units[0].value.country not in ("KH", "LA"):
        return found
    joint = _NEXT.match(text, end)
    match = NAME.match(text, joint.end(), joint.end() + 40) if joint else None
    if not match or match[0] in vietnam_names() or any(piece in UNITS for piece in _beginnings(match[0])):
        return found
    near = nearest(match[0])
    if not near or near[0].value.country not in ("KH", "LA"):
        return found
    return [found, Found(match.start(), match.end(), "FOREIGN_UNIT", "foreign_unit.misspelt", chosen(near, None))]


_FURTHER = re.compile(r"-[a-zà-ỹđ]")  # bang Tu-rin-xyz: the head of a longer name


def _unit(text: str, start: int, end: int, units: Units) -> Found | None:
    said = designators.before(text, start)
    name = text[start:end]
    if units[0].whole and said is None:
        return Found(start, end, "FOREIGN_UNIT", "foreign_unit.name", units[0].value)
    if said is None:
        return _bare(text, start, end, units, name)
    word, begin = said
    if units[0].need and _goes_on(text, start, end) or _FURTHER.match(text, end):
        return None
    fitting = [each for each in units if each.value.type in FITS[word]]
    if not fitting and (units[0].need == NEEDY or word in LOOSE):
        return None if units[0].need else _bare(text, start, end, units, name)
    key = name.title() if name.isupper() else name
    rival = vietnam_unit(word, key)
    many = designators.plural(text, begin)
    if many:
        begin = start
        rival = rival or units[0].need == NEEDY and key in vietnam_names()
    if rival and units[0].need != STRONG:
        province = key in vietnam_provinces()
        code = country_after(text, end, comma=not province, wide=many or not province) or country_before(text, start)
        if code is None and province and not many:
            return None
        if code is None:
            return _weak(begin, end, Undecided(units, word, name, NEEDY))
        near = tuple(each for each in units if each.value.country == code)
        return Found(begin, end, "FOREIGN_UNIT", "foreign_unit.homonym", chosen(near, word)) if near else None
    if len({each.value.country for each in units}) > 1:
        return _weak(begin, end, Undecided(units, word, name, STRONG))
    return Found(begin, end, "FOREIGN_UNIT", "foreign_unit.designated", chosen(units, word))


def _bare(text: str, start: int, end: int, units: Units, name: str) -> Found | None:
    """A name without designator."""
    if _hyphened(text, start, end):
        return None
    before = text[max(0, start - 14) : start].rpartition(" ")[0].rpartition(" ")[2] if text[start - 1 : start] == " " else ""
    before = before if before[-1:].isalnum() else ""
    if before[:1].isupper() and f"{before} {name}" in vietnam_names():
        return None  # Tam Giang Tây
    need = units[0].need
    if need and before.lower() in _NOT_A_UNIT and not text[max(0, start - 8) : start].lower().endswith("hội chợ "):
        return None
    if (
        before[:1].isupper()
        and " " not in name
        and name.isascii()
        and not name.isupper()
        and before.isalpha()
        and not SYLLABLE.fullmatch(before)
    ):
        return None  # Whitney Houston
    if need == STRONG and len({each.value.country for each in units}) == 1:
        return Found(start, end, "FOREIGN_UNIT", "foreign_unit.name", units[0].value)
    if need and SYLLABLE.fullmatch(name.split()[-1]) and not name.isupper():
        follows = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and not country_at(text, end + 1)
        if before[:1].isupper() and not before.isupper() and before.lower() not in _LEADS or follows and need == NEEDY:
            return None  # Kiều Hải Nam
    homonym = (name.title() if name.isupper() else name) in vietnam_provinces()
    code = country_after(text, end, comma=not homonym, wide=not homonym) or country_before(text, start)
    near = tuple(each for each in units if each.value.country == code)
    if near:
        return Found(start, end, "FOREIGN_UNIT", "foreign_unit.homonym", chosen(near, None))
    if code == "VN" and need:
        return None
    return _weak(start, end, Undecided(units, None, name, need))


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the name is only the beginning of a Vietnamese one: ``thị xã La Gi``."""
    match = NAME.match(text, start, start + 60) if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() else None
    return match is not None and any(piece in vietnam_names() for piece in _beginnings(match[0])[:-1] if len(piece) > end - start)


def _hyphened(text: str, start: int, end: int) -> bool:
    """Whether a hyphen makes the name part of a longer word; a pair without blanks (``Lạng Sơn-Quảng Tây``) is none."""
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha():
        return text[max(0, start - 12) : start - 1].rpartition(" ")[2].isascii() or text[start - 2].isupper()
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].islower()


def _weak(start: int, end: int, value: Undecided) -> Found:
    return Found(start, end, "FOREIGN_UNIT", "foreign_unit.supported", value, True)


def slip(text: str, start: int, end: int, units: Units) -> Found | None:
    """A name in lower case, right after its designator."""
    said = designators.before(text, start)
    if said is None or not text[start].islower():
        return None
    word, begin = said
    begin = start if designators.plural(text, begin) else begin
    return Found(begin, end, "FOREIGN_UNIT", "foreign_unit.slip", chosen(units, word))


_ABBREVIATED = 5  # letters: a name in capitals below that is an abbreviation


def unknown(text: str, start: int, end: int, word: str) -> Found | None:
    """A name that no table has, after a designator: abroad if a country, a known unit or the sentence says so."""
    place = end + (text[end : end + 1] == "." if text[start:end].isupper() else 0)
    place += text[place : place + 1] in (" ", "\n")
    if (
        not text[place : place + 1].isupper()
        or text[start : start + 1].isupper()
        and text[place : place + 2].isupper()
        and text[start : start + 2].isupper()
    ):
        return None
    match = NAME.match(text, place, place + 60)
    if not match or word == "châu" and text[start] == "C":
        return None
    name, stop = match[0], match.end()
    if name.isupper() and len(name) < _ABBREVIATED and not text[start].isupper():
        return None  # ``tỉnh BD``: a Vietnamese name cut short
    if name in vietnam_names():
        code = country_after(text, stop, comma=False, wide=False) if word in ("huyện", "quận", "thị xã", "thị trấn") else None
        return _named(text, start, stop, name, code, word) if code and code != "VN" else None
    pieces = _beginnings(name)
    if any(piece in UNITS or piece in vietnam_names() for piece in pieces) or pieces[-1].split("-")[0] in _HIGHLAND:
        return None
    person = pieces[-1] in SURNAMES and all(SYLLABLE.fullmatch(each) for each in name.split())
    for piece in pieces[1:]:
        known = country_at(text, place + len(piece) + 1)
        if known and known[1] - place - len(piece) > 5 and piece not in _COMPASS and not person:
            code = known[0].code
            return _named(text, start, place + len(piece), piece, code, word) if code != "VN" else None
    code = country_after(text, stop, comma=not person) or country_before(text, start) or _parent(text, stop)
    near = nearest(name)
    if near and code in (None, near[0].value.country):
        begin = place if designators.plural(text, start) else start
        return Found(begin, stop, "FOREIGN_UNIT", "foreign_unit.misspelt", chosen(near, word))
    if code:
        return _named(text, start, stop, name, code, word) if code != "VN" else None
    if all(SYLLABLE.fullmatch(each) for each in name.replace("-", " ").split()):
        return None
    begin = place if designators.plural(text, start) else start
    return Found(begin, stop, "FOREIGN_UNIT", "foreign_unit.sentence", Undecided((), word, name, NEEDY), True)


def _beginnings(name: str) -> list[str]:
    """The name and what is left of it without its last words: ``San Luis``, ``San``."""
    words = name.split(" ")
    return [" ".join(words[:size]) for size in range(len(words), 0, -1)]


def _named(text: str, start: int, end: int, name: str, code: str, word: str) -> Found:
    begin = end - len(name) if designators.plural(text, start) else start
    return Found(begin, end, "FOREIGN_UNIT", "foreign_unit.unknown", ForeignUnit(name, code, None, TYPES.get(word)))


def _parent(text: str, end: int) -> str | None:
    """The country of the known unit that a name lies in: ``huyện X, tỉnh Champasak``."""
    lead = _PARENT.match(text, end)
    match = NAME.match(text, lead.end(), lead.end() + 60) if lead else None
    if match:
        for piece in _beginnings(match[0]):
            if piece in UNITS and UNITS[piece][0].need < NEEDY:
                return UNITS[piece][0].value.country
    return None


_ASKED = {word: word for word in ("tỉnh", "thành phố", "huyện", "quận", "bang", "tiểu bang", "thị xã", "thị trấn", "hạt", "châu")}

ROOM = Room(
    "foreign_unit",
    (
        Rule(
            "foreign_unit.name",
            "FOREIGN_UNIT",
            unit,
            "tại [Phnom Penh](FOREIGN_UNIT KH Phnom Penh)",
            words=UNITS,
            cased=True,
            also={
                "foreign_unit.designated": "đoàn [tỉnh Mundulkiri](FOREIGN_UNIT KH Mondulkiri) sang thăm",
                "foreign_unit.homonym": "[tỉnh Hà Nam](FOREIGN_UNIT CN Henan) (Trung Quốc)",
                "foreign_unit.supported": "doanh nghiệp Trung Quốc từ [Quảng Đông](FOREIGN_UNIT CN Guangdong)",
            },
        ),
        Rule(
            "foreign_unit.unknown",
            "FOREIGN_UNIT",
            unknown,
            "[huyện Bonghwas](FOREIGN_UNIT KR Bonghwas) (Hàn Quốc)",
            words=_ASKED | {"TP": "thành phố"},
            capital=True,
            also={
                "foreign_unit.misspelt": "[tỉnh Mundunkiry](FOREIGN_UNIT KH Mondulkiri) giúp đỡ",
                "foreign_unit.sentence": "doanh nghiệp Hàn Quốc đến từ [thành phố Gwangmyeon](FOREIGN_UNIT KR Gwangmyeon)",
            },
        ),
        Rule(
            "foreign_unit.slip",
            "FOREIGN_UNIT",
            slip,
            "[tỉnh mondulkiri](FOREIGN_UNIT KH Mondulkiri)",
            words={
                form.lower(): units
                for form, units in UNITS.items()
                if units[0].value.country in ("KH", "LA") and units[0].need == STRONG and len(form) >= 6 and units[0].rank < 2
            },
            cased=True,
        ),
    ),
    settle,
)
