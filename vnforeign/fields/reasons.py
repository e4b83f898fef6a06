"""Why a passage is given a field: the words with the largest weight, as places in the view."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .classifier import Model
from .features import BLOCKS, HEAD, LONG, START, Seen, counts, grams

MOST = 5  # reasons a field
LEAST = 0.1  # of the strongest reason


class Place(NamedTuple):
    """A stretch of the view and how much its words add to the field's sum."""

    start: int
    end: int
    weight: float


def reasons(model: Model, seen: Seen, passage: int, output: int, most: int = MOST) -> list[Place]:
    """The stretches of a passage that spoke for an output, strongest first; they do not overlap."""
    said = seen.said
    own = np.flatnonzero(said.passage == passage)
    if not len(own):
        return []
    weight = np.zeros(len(own))
    first = int(own[0])
    spans: set[tuple[int, int]] = set()
    for at, size, each in _gram_weights(model, seen, passage, output):
        weight[at - first : at - first + size] += each / size
        if each > 0:
            spans.add((at - first, size))
    for at, size, each in _cue_weights(model, seen, passage, output, first):
        weight[at - first : at - first + size] += each / size
        if each > 0:
            spans.add((at - first, size))
    found = sorted(((float(weight[at : at + size].sum()), at, size) for at, size in spans), key=lambda one: (-one[0], one[1]))
    taken = np.zeros(len(own), bool)
    chosen: list[Place] = []
    for total, at, size in found:
        if len(chosen) == most or total <= 0 or (chosen and total < LEAST * chosen[0].weight):
            break
        if not taken[at : at + size].any():
            taken[at : at + size] = True
            last = first + at + size - 1
            chosen.append(Place(int(said.start[first + at]), int(said.start[last] + said.size[last]), round(total, 4)))
    return chosen


def _gram_weights(model: Model, seen: Seen, passage: int, output: int) -> list[tuple[int, int, float]]:
    """Each known gram of the passage: first word, words, share of the weight of its kind."""
    value, where, at, size = grams(seen)
    mine = np.flatnonzero(where == passage)
    column = model.grams.columns(value[mine])
    known = np.flatnonzero(column >= 0)
    mine, column = mine[known], column[known]
    if not len(column):
        return []
    kinds, place, often = np.unique(column, return_inverse=True, return_counts=True)
    values = (1 + np.log(often)) * model.idf[kinds]
    each = values / np.sqrt((values**2).sum()) * model.gram_weights[kinds, output] / often
    return list(zip(at[mine].tolist(), size[mine].tolist(), _shared(model, output)[0] * each[place], strict=True))


def _cue_weights(model: Model, seen: Seen, passage: int, output: int, first: int) -> list[tuple[int, int, float]]:
    """Each cue of the passage: first word, words, its part of what its keys add."""
    cues, number = model.cues, len(model.cues.keys)
    mine = np.flatnonzero(seen.said.passage[seen.place] == passage) if len(seen.place) else seen.place
    if not len(mine):
        return []
    part = seen._replace(place=seen.place[mine], size=seen.size[mine], phrase=seen.phrase[mine])
    row = counts(cues, part)[passage]
    words = int((seen.said.passage == passage).sum())
    whole, opening = np.expm1(row[:number]) / min(1, LONG / words), np.expm1(row[number : 2 * number])
    own, common = _shared(model, output)
    each = row[: BLOCKS * number] * model.count_weights[: BLOCKS * number, output] * own
    if output < len(model.fields):
        field = model.fields[output]
        for key, plain, early in ((field, 0, 6), (f"{field}!", 1, 7)):
            if key in cues.keys:
                at = cues.keys.index(key)
                each[at] += common * row[at] * model.common[plain]
                each[number + at] += common * row[number + at] * model.common[early]
    rows: list[tuple[int, int, float]] = []
    for at, size, phrase in zip(part.place.tolist(), part.size.tolist(), part.phrase.tolist(), strict=True):
        keys = cues.key_of[cues.key_at[phrase] : cues.key_at[phrase + 1]]
        total = sum(float((each[key] + each[2 * number + key]) / whole[key]) for key in keys)
        if at - first < HEAD:
            total += sum(float(each[number + key] / max(opening[key], 1)) for key in keys)
        if at - first < START:
            total += sum(float(each[3 * number + key]) for key in keys)
        rows.append((at, size, total))
    return rows


def _shared(model: Model, output: int) -> tuple[float, float]:
    share = float(model.manifest["common_share"]) if output < len(model.fields) else 0.0
    return 1 - share, share
