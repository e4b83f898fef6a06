"""The home province: what ``tỉnh ta``, ``UBND tỉnh`` and ``Tỉnh ủy`` mean in a report."""

from __future__ import annotations

import re
from functools import cache

from ..document import Document, Link
from ..kinds.province import Province
from ..lexicon import rows
from .near import Around

_OF_PROVINCE = ("tỉnh", "tỉnh ta", "tỉnh nhà", "tỉnh ủy", "tỉnh uỷ", "tỉnh đoàn", "tỉnh đội")
_OF_CITY = ("thành phố", "thành ủy", "thành uỷ", "thành đoàn")
_NOT_OURS = re.compile(r" (?:bạn|nước bạn|phía bạn|láng giềng)\b")


def home(document: Document, told: str | None = None) -> tuple[str, str] | None:
    """``(province's name, reason)``: told by the caller, inferred by the metadata, or the only province that the text names."""
    if told is not None:
        if told not in province_names():
            raise ValueError(f"home province {told!r} is no province; write its name as in 'Đắk Nông'")
        return told, "told by the caller"
    if province := document.metadata.get("province"):
        return province, "title, header or mentions of the report"
    named = {str(each.value.to_dict().get("name")) for each in document.entities if each.label == "PROVINCE"}
    if len(named) == 1:
        return named.pop(), "the only province that the text names"
    return None


@cache
def province_names() -> frozenset[str]:
    """The official names of all provinces since 1975."""
    return frozenset(_incarnations())


def _types(name: str, written: str | None) -> set[str]:
    """Whether a province was a ``tỉnh`` or a ``thành phố`` on a day (ISO); without a day, in all its time."""
    return {
        row["type"].split(" trực thuộc")[0]
        for row in _incarnations().get(name, ())
        if not written or (row["valid_from"] or "") <= written <= (row["valid_to"] or "9999")
    }


@cache
def _incarnations() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows("province/provinces"):
        found.setdefault(row["name"], []).append(row)
    return found


def _called(name: str, written: str | None) -> tuple[str, ...]:
    """What bodies of a province or of a city under the centre are called without its name."""
    return _OF_CITY if _types(name, written) == {"thành phố"} else _OF_PROVINCE


def links(context: Around, found: tuple[str, str] | None, written: str | None = None) -> list[Link]:
    """A tie from every body that is only called the province's to the home province, and from old provinces to today's."""
    made: list[Link] = []
    for index in context.of("PROVINCE"):
        value = context.entities[index].value
        if isinstance(value, Province) and value.valid_to:
            reason = f"{value.name} ended on {value.valid_to}"
            made += [Link("succeeded_by", index, reason, key=key) for key in value.current if key != value.id]
    if not found:
        return made
    called = _called(found[0], written)
    for index in context.of("ORG"):
        body = context.entities[index]
        if context.words(body.start, body.end).lower().endswith(called) and not _NOT_OURS.match(
            context.words(body.end, body.end + 12)
        ):
            made.append(Link("home", index, found[1], key=found[0]))
    return made
