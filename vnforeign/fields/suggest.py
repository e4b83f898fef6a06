"""Active learning: which of many unlabelled passages are worth a person's time next.

A passage is worth as much as the model is unsure of it - how near its least certain field is to that field's threshold - and
worth less the more it resembles one that was already chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from .classifier import Model, load
from .features import counts
from .train import encoded
from .words import Array


class Suggestion(msgspec.Struct, frozen=True):
    """A passage to label: its place in the list, how unsure the model is (0 to 1), and the field it is least sure of."""

    index: int
    uncertainty: float
    field: str


def suggest(passages: Sequence[str], number: int = 20, model: Model | None = None, diversity: float = 0.5) -> list[Suggestion]:
    """The passages to label next, most useful first; passages without words or in another language are never suggested.

    ``diversity`` is how much likeness to a chosen passage counts against one, from 0 (not at all) to 1. Raises ValueError for
    a diversity outside that.
    """
    if not 0 <= diversity <= 1:
        raise ValueError(f"diversity {diversity!r} is not between 0 and 1")
    known = model or load()
    codes, starts, ends = encoded(passages)
    seen = known.see(codes, starts, ends)
    fields, _, _ = known.probabilities(known.sums(seen))
    thresholds = known.thresholds[: len(known.fields)]
    doubt = 1 - np.where(fields < thresholds, (thresholds - fields) / thresholds, (fields - thresholds) / (1 - thresholds))
    unsure = doubt.max(axis=1) if len(passages) else np.zeros(0)
    unsure = np.where(known.speaks(codes, seen), unsure, -1.0)
    likeness, sight = np.zeros(len(passages)), _directions(counts(known.cues, seen)[:, : len(known.cues.keys)])
    chosen: list[Suggestion] = []
    left = unsure.copy()
    for _ in range(min(number, int((unsure >= 0).sum()))):
        worth = np.where(left < 0, left, left * (1 - diversity * likeness))
        at = int(np.argmax(worth))
        chosen.append(Suggestion(at, round(float(unsure[at]), 4), known.fields[int(doubt[at].argmax())]))
        left[at] = -2.0
        likeness = np.maximum(likeness, np.clip(sight @ sight[at], 0, 1))
    return chosen


def _directions(table: Array) -> Array:
    length = np.sqrt((table * table).sum(axis=1, keepdims=True))
    directions: Array = table / np.maximum(length, 1e-9)
    return directions
