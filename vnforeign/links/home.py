"""The home province: what ``tỉnh ta``, ``UBND tỉnh`` and ``Tỉnh ủy`` mean in a report."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from ..document import Document, Link
from ..lexicon import rows

_OF_PROVINCE = re.compile(r"(?:tỉnh|Tỉnh ủy|Tỉnh uỷ|Tỉnh đoàn|Tỉnh đội)\Z", re.IGNORECASE)


def home(document: Document, told: str | None = None) -> tuple[str, str] | None:
    """``(province's name, reason)``: told by the caller, inferred by the metadata, or the only province that the text names."""
    if told is not None:
        if told not in province_names():
            raise ValueError(f"home province {told!r} is no province; write its name as in 'Đắk Nông'")
        return told, "told by the caller"
    if province := document.metadata.get("province"):
        return province, "title, header or mentions of the report"
    named = Counter(str(each.value.to_dict().get("name")) for each in document.entities if each.label == "PROVINCE")
    if len(named) == 1:
        return next(iter(named)), "the only province that the text names"
    return None


@cache
def province_names() -> frozenset[str]:
    """The official names of all provinces since 1975."""
    return frozenset(row["name"] for row in rows("province/provinces"))


def links(document: Document, found: tuple[str, str] | None) -> list[Link]:
    """A tie from every body that is only called the province's to the home province, and from old provinces to today's."""
    made: list[Link] = []
    for index, each in enumerate(document.entities):
        if each.label == "PROVINCE":
            slots = each.value.to_dict()
            made += [
                Link("succeeded_by", index, f"{slots.get('name')} ended on {slots.get('valid_to')}", key=key)
                for key in slots.get("current", ())
                if slots.get("status") == "former" and key != slots.get("id")
            ]
        elif each.label == "ORG" and found and _OF_PROVINCE.search(each.text):
            made.append(Link("home", index, found[1], key=found[0]))
    return made
