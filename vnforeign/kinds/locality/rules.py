"""``huyện Buôn Đôn``, ``TP. Vũng Tàu``, ``xã Krông Na``, ``phường 5``, ``các huyện Bù Đốp, Lộc Ninh``."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from ...phrases import last_words, word_before
from ...rule import Found, Room, Rule
from ...text import pattern
from ..province.units import MUNICIPAL_NAMES, NAMES
from .gazetteer import COMMUNE, DISTRICT, gazetteer, plain
from .names import ADJECTIVE, CAPITAL, CAPITALS, GAP, Name, Plural, capitalised, following, listed, plural, tokens
from .settle import settle
from .value import Locality

_DISTRICTS = {"huyện": "huyện", "quận": "quận", "thị xã": "thị xã", "thành phố": "thành phố"}
#: Phrases of other rooms that end in a designator, and would hide it.
_BODIES = {
    "Công an huyện": "huyện",
    "Công an thành phố": "thành phố",
    "Công an thị xã": "thị xã",
    "Công an quận": "quận",
    "Chính quyền thành phố": "thành phố",
}
_COMMUNES = {"xã": "xã", "phường": "phường", "thị trấn": "thị trấn", "đặc khu": "đặc khu"}
_TOWNS = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "t.p": "thành phố", "t.x": "thị xã"}
_SHORT_DISTRICTS = {"H": "huyện", "Q": "quận"}
_SHORT_COMMUNES = {"TT": "thị trấn", "P": "phường"}
_NUMBER = re.compile(r"0?[1-9][0-9]?(?![\w.,/%-]*[0-9]| ?[-/] ?[0-9])(?!\w)")
_NUMBERED = ("quận", "phường")
_AFTER_PROVINCE = pattern(r"(?<!\w)(?:tỉnh|cấp) ?(?:,|và|/|-) ?\Z", re.IGNORECASE)
_BLANKS = frozenset(" \n\t")
_JOINS = frozenset(",/-àÀ")
_SOCIETIES = last_words("hợp tác|thông tấn|liên|công")
_COOPERATIVE = pattern(r"(?<!\w)(?:hợp tác|thông tấn|liên|công) \Z", re.IGNORECASE)
_APPOSED = pattern(r"\((?:cả )?(?:hai|ba|bốn|năm|sáu|các) ")
_APPOSITION = pattern(r"(?P<names>[^\n()]{3,90}) ?\((?:cả )?(?:hai|ba|bốn|năm|sáu|các) \Z")


def district(text: str, start: int, end: int, payload: str) -> Found | list[Found] | None:
    """What stands behind a district's designator at ``text[start:end]``."""
    return _after(text, start, end, payload, DISTRICT)


def commune(text: str, start: int, end: int, payload: str) -> Found | list[Found] | None:
    """What stands behind a commune's designator at ``text[start:end]``."""
    return _after(text, start, end, payload, COMMUNE)


def short_district(text: str, start: int, end: int, payload: str) -> Found | list[Found] | None:
    """``TP. Vũng Tàu``, ``H.Ea Súp``."""
    return _after(text, start, end, payload, DISTRICT, short="short")


def short_town(text: str, start: int, end: int, payload: str) -> Found | list[Found] | None:
    """``TP Vũng Tàu``, ``tx. Bình Long``."""
    return _after(text, start, end, payload, DISTRICT, short="town")


def short_commune(text: str, start: int, end: int, payload: str) -> Found | list[Found] | None:
    """``TT. Đắk Mil``, ``P.8``."""
    return _after(text, start, end, payload, COMMUNE, short="short")


def _after(text: str, start: int, end: int, kind: str, level: str, short: str = "") -> Found | list[Found] | None:
    start = _designator(start, end, kind, short)
    at = _beside(text, end, short, end - start)
    if at is None:
        return _apposed(text, start, end, kind, level)
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalnum():
        return None
    first = text[at : at + 1]
    quick = first in CAPITALS or first.isdigit()
    if not quick and (text.startswith("hội", at) or not GAP.match(text, at)):
        return _apposed(text, start, end, kind, level)
    if kind == "xã" and word_before(text, start - 1) in _SOCIETIES and _COOPERATIVE.search(text, max(0, start - 12), start):
        return None
    loud = not short and text[start:end].isupper()
    if many := plural(text, start):
        read = partial(_name, level=level, kind=kind, loud=loud)
        return _several(text, start, many, listed(text, at, read), level, kind) or _apposed(text, start, end, kind, level)
    if not quick and (adjective := ADJECTIVE.match(text, at)):
        name = _name(text, adjective.end(), level, kind, loud)
        return [_found(text, start, name, level, kind, "designated")] if name and name.known else None
    if not quick or _after_province(text, start):
        return None
    name = _name(text, at, level, kind, loud)
    if name is None or (short and not name.known):
        return None
    found = [_found(text, start, name, level, kind, short or "designated")]
    if level == DISTRICT and name.known and not text[name.start].isdigit():
        near = partial(_neighbour, kind=kind, provinces=_provinces(text, name, level))
        found += [_found(text, each.start, each, level, kind, "chained") for each in following(text, name.end, near)]
    return found


def _designator(start: int, end: int, kind: str, short: str) -> int:
    """Where the designator begins in a trigger that leads it with a body: ``Công an huyện``."""
    longest = len("t.p.") if short else len(kind)
    return start if end - start <= longest else end - (len("TP") if short else len(kind))


def _beside(text: str, end: int, short: str, length: int) -> int | None:
    """Where the name begins: behind a blank, or behind the dot of a short form."""
    if short and text[end - 1] == ".":
        return end + 1 if text[end : end + 1] in (" ", "\n", "\t") else end
    if short and text[end : end + 1] == ".":
        return end + 2 if text[end + 1 : end + 2] in (" ", "\n", "\t") else end + 1
    if text[end : end + 1] not in (" ", "\n", "\t", ":") or (short and length == 1):
        return None
    return end + (2 if text[end] == ":" and text[end + 1 : end + 2] == " " else 1)


def _name(text: str, at: int, level: str, kind: str, loud: bool) -> Name | None:
    """The longest name that the lexicon has, else a capitalised run."""
    if kind in _NUMBERED and (match := _NUMBER.match(text, at)):
        return Name(at, match.end(), True)
    if text[at : at + 1] not in CAPITALS:
        return None
    words = tokens(text, at)
    known, table, key = 0, gazetteer(level), b""
    for start, end in words:
        small = text[start] not in CAPITALS and not text[start].isdigit()
        if small and known:
            break
        key += plain(text[start:end])
        if key in table and not (small and not _written_so(text[at:end], level)):
            known = end
    if kind == "thành phố" and _is_municipality(text, at, words, known):
        return None
    if known - at > 2:
        return Name(at, known, True)
    return None if loud else capitalised(text, at, run=words)


def _written_so(said: str, level: str) -> bool:
    return any(row.name.lower() == said.lower() for row in gazetteer(level).rows(said))


def _is_municipality(text: str, at: int, words: list[tuple[int, int]], known: int) -> bool:
    """Whether the name behind ``thành phố`` is that of a city under central rule, and no longer one is known, which ends there."""
    for _, end in words[:4]:
        said = " ".join(text[at:end].split())
        if said in MUNICIPAL_NAMES or said.title() in MUNICIPAL_NAMES:
            return known <= end
    return False


def _after_province(text: str, start: int) -> bool:
    """Whether a province's word stands before: ``tỉnh, thành phố``, ``cấp xã``."""
    last = text[start - 1 : start]
    if last in _BLANKS:
        last = text[start - 2 : start - 1]
    return last in _JOINS and _AFTER_PROVINCE.search(text, max(0, start - 12), start) is not None


def _several(text: str, start: int, many: Plural, names: list[Name], level: str, kind: str) -> list[Found] | None:
    """A list: names alone, unless a count or a mixed plural turns out to stand before one name only."""
    if not names:
        return None
    if len(names) == 1 and (not many.sure or many.mixed):
        return [
            _found(
                text, start if names[0].start - start <= len(kind) + 2 else names[0].start, names[0], level, kind, "designated"
            )
        ]
    return [_found(text, name.start, name, level, kind, "listed") for name in names if _fits(text, name, level, kind, many)]


def _fits(text: str, name: Name, level: str, kind: str, many: Plural) -> bool:
    said = text[name.start : name.end]
    if said not in NAMES or many.mixed:
        return True
    return name.known and any(kind in row.types for row in gazetteer(level).rows(said))


def _provinces(text: str, name: Name, level: str) -> frozenset[str]:
    return gazetteer(level).provinces(text[name.start : name.end])


def _neighbour(text: str, at: int, kind: str, provinces: frozenset[str]) -> Name | None:
    """A known district of the same province that is no province's name."""
    name = _name(text, at, DISTRICT, kind, False)
    if name is None or not name.known or text[name.start : name.end] in NAMES or text[at].isdigit():
        return None
    return name if provinces & _provinces(text, name, DISTRICT) else None


def _apposed(text: str, start: int, end: int, kind: str, level: str) -> list[Found] | None:
    """``Lục Nam và Tân Yên (hai huyện thuần nông)``: known names before the bracket."""
    if text[start - 1 : start] not in (" ", "\n") or "(" not in text[max(0, start - 12) : start]:
        return None
    opened = text.rfind("(", start - 12 if start > 12 else 0, start)
    if not _APPOSED.fullmatch(text, opened, start):
        return None
    # names of one line, at most 90 letters long: nothing before the last line end or bracket can belong to them
    floor = max(0, start - 110, opened - 92, *(text.rfind(mark, max(0, start - 110), max(0, opened - 1)) + 1 for mark in "\n()"))
    match = _APPOSITION.search(text, floor, start)
    if not match:
        return None
    begin = match.start("names")
    table, found = gazetteer(level), []
    tail = re.split(r"(, | và )", match["names"].rstrip())
    at = begin + len(match["names"].rstrip())
    for piece in reversed(tail):
        at -= len(piece)
        if piece in (", ", " và "):
            continue
        name = _last_known(piece, table)
        if not name:
            break
        found.append(Name(at + len(piece) - len(name), at + len(piece), True))
        if name != piece:
            break
    return [_found(text, name.start, name, level, kind, "listed") for name in reversed(found)] or None


def _last_known(piece: str, table: Any) -> str:
    words = piece.split(" ")
    for count in range(min(4, len(words)), 0, -1):
        said = " ".join(words[-count:])
        if CAPITAL.match(said) and plain(said) in table and len(said) > 3:
            return said
    return ""


def _found(text: str, start: int, name: Name, level: str, kind: str, how: str) -> Found:
    said = " ".join(text[name.start : name.end].split())
    label = "DISTRICT" if level == DISTRICT else "COMMUNE"
    return Found(start, name.end, label, f"{level}.{how}", Locality(said, kind), weak=not name.known)


ROOM = Room(
    "locality",
    (
        Rule(
            "district.designated",
            "DISTRICT",
            district,
            "tại [huyện Cư Jút](DISTRICT Cư Jút) và [thị xã Tây Ninh](DISTRICT Tây Ninh)",
            words=_DISTRICTS | _BODIES,
            also={
                "district.listed": "các huyện nghèo [Bù Đốp](DISTRICT Bù Đốp), [Lộc Ninh](DISTRICT Lộc Ninh)",
                "district.chained": "thuộc [huyện Buôn Đôn](DISTRICT Buôn Đôn), [Ea Súp](DISTRICT Ea Súp)",
                "district.bare": "[huyện Cư Jút](DISTRICT Cư Jút) đón đoàn; dân [Cư Jút](DISTRICT Cư Jút) vui",
            },
        ),
        Rule(
            "commune.designated",
            "COMMUNE",
            commune,
            "tại [xã Krông Na](COMMUNE Krông Na) và [phường 5](COMMUNE 5)",
            words=_COMMUNES,
            also={
                "commune.listed": "các xã [Đăk Búk So](COMMUNE Đắk Búk So), [Quảng Trực](COMMUNE Quảng Trực)",
                "commune.bare": "ở [xã Thới Xuân](COMMUNE Thới Xuân); dân [Thới Xuân](COMMUNE Thới Xuân) vui",
            },
        ),
        Rule(
            "district.town",
            "DISTRICT",
            short_town,
            "tại [TP Vũng Tàu](DISTRICT Vũng Tàu)",
            words=_TOWNS | {"Công an TP": "thành phố"},
        ),
        Rule(
            "district.short", "DISTRICT", short_district, "tại [H. Cư Jút](DISTRICT Cư Jút)", words=_SHORT_DISTRICTS, cased=True
        ),
        Rule("commune.short", "COMMUNE", short_commune, "[TT. Đắk Mil](COMMUNE Đắk Mil)", words=_SHORT_COMMUNES, cased=True),
    ),
    settle,
)
