"""Which entities of two readings of a text belong together, and which parts of their values must agree.

The label guide (section 6) defines both; ``evaluate`` counts with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

Row = dict[str, Any]
Key = str | tuple[str | None, ...] | None

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_DESIGNATOR = re.compile(
    r"^(?:thành phố|thị xã|thị trấn|huyện|quận|xã|phường|cửa khẩu|quốc tế|chính|phụ|quốc gia|lối mở|cặp|\s)+", re.I
)


def pairs(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """Indexes of entities of the same label that overlap, one to one: equal spans first, then the longest overlap."""
    options = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            overlap = min(one["end"], other["end"]) - max(one["start"], other["start"])
            if one["label"] == other["label"] and overlap > 0:
                options.append((same_span(one, other), overlap, -i, -j))
    left, right = set(range(len(gold))), set(range(len(found)))
    chosen = []
    for _, _, i, j in sorted(options, reverse=True):
        if -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            chosen.append((-i, -j))
    return chosen


def same_span(one: Row, other: Row) -> bool:
    """Whether two entities have the same offsets."""
    return bool((one["start"], one["end"]) == (other["start"], other["end"]))


def same_value(gold: Row, found: Row) -> bool:
    """Whether the found value agrees with the gold one, or with any of them."""
    return keys(found)[0] in keys(gold)


def keys(entity: Row) -> list[Key]:
    """What must agree, for each value that would be right."""
    value = entity.get("value") or {}
    return [key(entity["label"], each) for each in value.get("any_of") or [value]]


def key(label: str, value: Row) -> Key:
    """The part of a value that must agree with another's."""
    if label in ("AMOUNT", "QUANTITY"):
        number = tuple(_number(value.get(name)) for name in ("value", "low", "high"))
        return (*number, value.get("currency")) if label == "AMOUNT" else number
    if label == "DATE":
        span = value.get("start"), value.get("end")
        return span if any(span) else value.get("edtf")
    if label == "DIRECTIVE":
        return _directive(value)
    if label == "EVENT":
        return value.get("type"), str(value.get("number") or "")
    if label in ("COUNTRY", "AGREEMENT"):
        return value.get("code" if label == "COUNTRY" else "type")
    return _name(label, value)


def _name(label: str, value: Row) -> Key:
    name = str(value.get("name") or "")
    if label == "FOREIGN_UNIT":
        return value.get("country"), plain(name)
    if label in ("DISTRICT", "COMMUNE", "BORDER_GATE"):
        return plain(_DESIGNATOR.sub("", name))
    return plain(name) if label == "PROVINCE" else fold(name)


def _directive(value: Row) -> Key:
    if not value.get("number"):
        return value.get("type"), fold(value.get("canonical"))
    return value.get("type"), str(value["number"]).lstrip("0"), plain(value.get("symbol"))


def _number(said: object) -> str | None:
    try:
        return format(Decimal(str(said)).normalize(), "f") if said is not None else None
    except InvalidOperation:
        return str(said)


def fold(said: object) -> str:
    """Lower case, each syllable's tone at its end, single blanks, one kind of dash: for names that agree letter by letter."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", str(said or ""))
    words = []
    for word in re.split(r"[\s_]+", unicodedata.normalize("NFD", text.casefold()).strip()):
        tones = "".join(char for char in word if char in _TONES)
        words.append("".join(char for char in word if char not in _TONES) + tones)
    return re.sub(r"\s*-\s*", "-", " ".join(words))


def plain(said: object) -> str:
    """Lower-case letters a to z and digits only: for names whose spelling varies."""
    text = unicodedata.normalize("NFD", str(said or "").casefold()).replace("đ", "d")
    return re.sub(r"[^a-z0-9]", "", text)
