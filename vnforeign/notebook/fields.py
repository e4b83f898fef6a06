"""What a passage is about: fields as bars, pillars, function, and the words that decided it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from .. import fields
from ..document import Passage, Shown
from ..fields import Judgement, Reason
from ..formats import show
from ..formats.html import safe
from ..formats.show import cut
from .style import both, note

PILLARS = {"party": "đối ngoại Đảng", "state": "ngoại giao Nhà nước", "people": "đối ngoại nhân dân"}
FUNCTIONS = {"result": "kết quả", "shortcoming": "hạn chế", "task": "nhiệm vụ", "policy": "chủ trương", "other": "khác"}
KINDS = {kind: names[0] for kind, names in show.KINDS.items()}
_TAXONOMY = Path(fields.__file__).with_name("taxonomy.tsv")


class Reasons(msgspec.Struct, Shown, frozen=True):
    """A passage with the words that speak for one field: ``places`` are ``(start, end, weight)`` into the text."""

    text: str
    field: str
    places: list[Reason]

    def __repr__(self) -> str:
        words = ", ".join(f"{self.text[start:end]!r} {weight:+.2f}" for start, end, weight in self.places)
        return f"Reasons({self.field}: {words or 'none'})"


def reasons(text: str, field: str | None = None, most: int = 10) -> Reasons:
    """The words that speak for a field, by default the strongest one, ready to be shown in a notebook.

    Raises ValueError for a field that is none, and for a passage that has no field where none is named.
    """
    if field is None:
        found = fields.classify(text).fields
        if not found:
            raise ValueError("the passage has no field; name the one to look for")
        field = found[0].field
    return Reasons(text, field, fields.explain(text, field, most))


@cache
def names() -> dict[str, str]:
    """The Vietnamese name of each field."""
    with _TAXONOMY.open(encoding="utf-8", newline="") as lines:
        return {row["key"]: row["name"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def judgement(judged: Judgement | None) -> str:
    """Fields with their probabilities and thresholds, pillars, function."""
    if judged is None or not (judged.fields or judged.function):
        return note("Không thuộc lĩnh vực nào.", "No field.")
    tail = [both(PILLARS.get(each.pillar, each.pillar), each.pillar) for each in judged.pillars]
    if judged.function:
        tail.append(both(FUNCTIONS.get(judged.function.function, judged.function.function), judged.function.function))
    bars = "".join(map(_bar, judged.fields)) or note("Không thuộc lĩnh vực nào.", "No field.")
    return f'<div class="bars">{bars}</div>\n<div class="facts">{" · ".join(tail)}</div>\n'


def _bar(score: Any) -> str:
    name = names().get(score.field, score.field)
    said = f"{score.field}: {score.probability:.0%}, từ / from {score.threshold:.0%}"
    line = f'<i style="width:{score.probability:.0%}"></i><u style="left:{score.threshold:.0%}"></u>'
    return f'<div title="{safe(said)}"><span>{safe(name)}</span><span class="bar">{line}</span>{score.probability:.0%}</div>'


def passage(part: Passage) -> str:
    """Kind and heading of a passage, and what it is about; its words are ``document.text_of(passage)``."""
    about = [both(KINDS.get(part.kind, part.kind), part.kind), f"{part.start}–{part.end}"]
    about += [safe(cut(part.section, 120))] if part.section else []
    part.fields  # noqa: B018 - judges the document, once
    judged = part.judgement if isinstance(part.judgement, Judgement) else None
    return f'<div class="facts">{" · ".join(about)}</div>\n{judgement(judged)}'


def marked(found: Reasons) -> str:
    """The text with each reason marked, the stronger the darker."""
    name = names().get(found.field, found.field)
    pieces = "".join(_pieces(found))
    return f'<div class="facts">{both(name, found.field)}</div>\n<div class="why">{pieces}</div>\n'


def _pieces(found: Reasons) -> Iterator[str]:
    strongest = max((abs(weight) for _, _, weight in found.places), default=1) or 1
    at = 0
    for start, end, weight in sorted(found.places):
        share = 15 + round(60 * abs(weight) / strongest)
        yield safe(found.text[at:start])
        yield f'<mark style="--share:{share}%" title="{weight:+.2f}">{safe(found.text[start:end])}</mark>'
        at = end
    yield safe(found.text[at:])
