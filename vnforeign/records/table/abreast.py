"""Places that stand abreast as heads of columns: ``Cửa khẩu Lao Bảo | Cửa khẩu La Lay`` beside exports, ``Lào | Thái Lan``."""

from __future__ import annotations

import re

from ..countries import country_named, names
from .cell import Cell
from .heads import is_time, is_unit
from .kind import Column
from .topics import topic

_LEADS = re.compile(r"(?:(?:trong đó|riêng|gồm|đi|đến|sang|với|từ|qua|tại|thị trường|nước)\b:? ?)+", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:\W+|(?:trong đó|riêng|bao gồm|gồm|tđ|đoàn|khách|lượt|đi|sang|đến|với|từ|số|người|dự án|của|nước|thị trường)\b)+",
    re.IGNORECASE,
)
_REST = re.compile(r"\s*[(\[\n].*", re.DOTALL)
_PLACE = re.compile(
    r"(?:cửa khẩu|ck|ckqt|lối mở|ga|cảng|huyện|thị xã|thành phố|tp\.?|khu kinh tế|kkt|khu công nghiệp|kcn|xã) \w", re.IGNORECASE
)
_GATE = re.compile(r"(?:cửa khẩu|ck|ckqt|lối mở) \w", re.IGNORECASE)
_NAME = re.compile(r"[A-ZĐÂÔÁ]\w{0,8}(?: [A-ZĐÂÔÁ]\w{0,8}){1,3}")
_OF_PLACES = re.compile(r"cửa khẩu|lối mở|huyện|địa bàn|địa phương")


def place(column: Column, text: str, titles: list[str]) -> Cell | None:
    """The country, gate or district that a head names and nothing else; a bare name where a title speaks of such places."""
    if column.role or not column.spans:
        return None
    for start, end in column.spans:
        lead = _LEADS.match(text, start, end)
        first = lead.end() if lead else start
        words = _REST.sub("", text[first:end]).rstrip(" .:")
        if not words or is_time(words) or is_unit(words):
            continue
        named = country_named(words) in names().values()
        if named or _PLACE.match(words) or (_is_name(words) and any(_OF_PLACES.search(each) for each in titles)):
            return Cell(words, ((first, first + len(words)),))
    return None


def share(key: Cell) -> Cell | None:
    """The country whose share a row tells: ``Riêng đoàn Lào``, ``Trong đó: đi Thái Lan``."""
    lead = _SHARE.match(key.text)
    words = _REST.sub("", key.text[lead.end() if lead else 0 :]).rstrip(" .:")
    if country_named(words) not in names().values():
        return None
    first = key.start + key.text.find(words)
    plain = len(key.text) == key.end - key.start
    return Cell(words, ((first, first + len(words)),)) if plain else key


def _is_name(words: str) -> bool:
    return bool(_NAME.fullmatch(words)) and not topic(words.lower())


def names_place(words: str) -> bool:
    """Whether words open as the name of a gate or district does."""
    return bool(_PLACE.match(words))


def names_gate(words: str) -> bool:
    """Whether words open as the name of a gate does."""
    return bool(_GATE.match(words))


def is_country(cell: Cell) -> bool:
    """Whether a head names a country."""
    return country_named(cell.text) in names().values()


__all__ = ["is_country", "names_gate", "names_place", "place", "share"]
