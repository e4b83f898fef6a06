"""An entity as an editor gives it: edges, a label, and a value - written in the notation of gold texts, or worked out."""

from __future__ import annotations

from typing import Any

from .. import notation
from ..analyze import analyze
from ..document import LAYERS
from ..text import modern
from .typed import Unreadable

RULE = "editor"
#: How a value is written where it cannot be worked out.
EXAMPLES = {
    "PROVINCE": "Đắk Nông",
    "DISTRICT": "Đắk Mil",
    "COMMUNE": "Đắk Buk So",
    "FOREIGN_UNIT": "KH Mondulkiri",
    "COUNTRY": "LA",
    "BORDER_GATE": "Bu Prăng",
    "DATE": "2007-12-04",
    "AMOUNT": "25000000000 VND",
    "QUANTITY": "130 km",
    "DIRECTIVE": "chi_thi 44 CT/TW",
    "AGREEMENT": "bản ghi nhớ",
    "EVENT": "party_congress 11",
}

Mark = dict[str, Any]


def make(text: str, reference_date: str, label: str, start: int, end: int, said: str = "") -> Mark:
    """The entity, its edges moved past blanks. Raises Unreadable with ``outside`` or ``need_value``."""
    if label not in LAYERS or not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise Unreadable("outside")
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    words = text[start:end]
    value = _written(label, said, words) if said else _worked_out(label, words, reference_date)
    place = {"start": start, "end": end, "text": words, "passage": None}
    return {"label": label, "score": 1.0, "rule": RULE, "value": value} | place


def overlapping(marks: list[Mark], new: Mark, old: Mark | None) -> bool:
    """Whether the new entity overlaps another one of its layer."""
    layer = LAYERS[new["label"]]
    others = [each for each in marks if each != old and LAYERS[each["label"]] == layer]
    return any(each["start"] < new["end"] and new["start"] < each["end"] for each in others)


def _written(label: str, said: str, words: str) -> dict[str, Any]:
    try:
        return notation.value(label, " ".join(said.split()), words)
    except (ValueError, IndexError):
        raise Unreadable("need_value") from None


def _worked_out(label: str, words: str, reference_date: str) -> dict[str, Any]:
    """What the library reads in the words alone."""
    for entity in analyze(words, reference_date or None, links=False).entities.of(label):
        if (entity.start, entity.end) == (0, len(words)):
            return entity.value.to_dict()
    if label in ("ORG", "PERSON"):
        return {"name": modern(" ".join(words.split()))}
    raise Unreadable("need_value")
