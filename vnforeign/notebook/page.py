"""A document: its title, what it speaks of in numbers, its text with the layers as stacked underlines."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from msgspec.structs import replace

from ..document import LABELS, Document, Entities
from ..formats.html import body, safe
from ..formats.show import NAMES, cut
from .style import chip, note

#: So many characters of a text are shown; a notebook with more is slow to open.
LONGEST = 20_000


def document(whole: Document) -> str:
    """Title, counts of labels, the text up to the last passage that fits, warnings."""
    shown = _bounded(whole)
    text = f'<div class="scroll"><div class="t">{body(shown, None)}</div></div>\n'
    return f"{_title(whole)}{_counts(whole)}{text}{_rest(whole, len(shown.text))}{_warnings(whole)}"


def _bounded(whole: Document) -> Document:
    if len(whole.text) <= LONGEST:
        return whole
    ends = sorted(passage.end for passage in whole.passages)
    at = bisect_right(ends, LONGEST)
    end = ends[at - 1] if at and ends[at - 1] > LONGEST // 2 else LONGEST
    inside = Entities(entity for entity in whole.entities if entity.start < end)
    return replace(whole, text=whole.text[:end], entities=inside, passages=[each for each in whole.passages if each.start < end])


def _title(whole: Document) -> str:
    said = whole.metadata
    facts = [said.get("province"), said.get("organisation"), said.get("published") or whole.reference_date, whole.id]
    title = cut(said.get("title") or whole.id or whole.source or "Văn bản", 160)
    line = " · ".join(safe(cut(each, 80)) for each in facts if each)
    return f'<div class="title">{safe(title)}</div>\n<div class="facts">{line}</div>\n'


def _counts(whole: Document) -> str:
    counts = Counter(entity.label for entity in whole.entities)
    chips = [f"<span>{chip(label, *NAMES[label])} {counts[label]:,}</span>" for label in LABELS if counts[label]]
    return f'<div class="legend">{"".join(chips)}</div>\n'


def _rest(whole: Document, shown: int) -> str:
    left = len(whole.text) - shown
    if not left:
        return ""
    return note(f"Còn {left:,} ký tự nữa.", f"{left:,} more characters: vnforeign tag --format html shows them all.")


def _warnings(whole: Document) -> str:
    return "".join(f'<div class="note warning">{safe(cut(each, 300))}</div>\n' for each in whole.warnings[:10])
