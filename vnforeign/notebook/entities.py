"""Entities as a table: label, words, value, place, rule."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Entity
from ..formats.html import safe
from ..formats.show import NAMES, cut, phrase
from .style import both, chip, note, row
from .style import table as rows_of

#: So many rows are shown.
MOST = 60


def table(found: Sequence[Entity]) -> str:
    """The first entities of a list, and how many more there are."""
    if not found:
        return note("Không có thực thể.", "No entities.")
    head = [both("nhãn", "label"), both("trong văn bản", "text"), both("giá trị", "value"), both("vị trí", "offsets")]
    head.append(both("quy tắc · độ tin cậy", "rule · score"))
    left = len(found) - MOST
    more = note(f"Còn {left:,} thực thể nữa.", f"{left:,} more.") if left > 0 else ""
    return rows_of(head, map(_row, found[:MOST])) + more


def _row(entity: Entity) -> str:
    name = NAMES.get(entity.label, (entity.label, ""))[0]
    words = f"<b>{safe(cut(entity.text, 120))}</b>"
    place = f'<span class="soft">{entity.start}–{entity.end}</span>'
    rule = f'<span class="soft">{safe(cut(entity.rule, 60))} · {entity.score:.2f}</span>'
    return row([chip(entity.label, name, entity.label), words, safe(cut(phrase(entity.label, entity.value), 120)), place, rule])
