"""The function of a passage by rule: which markers does it have most of? The measured alternative to the trained weights."""

from __future__ import annotations

import numpy as np

from .corpus import FUNCTIONS
from .cues import Cues
from .words import Array

#: The keys of the lexicon that speak for each function, and how much one cue says.
MARKERS = {
    "result": {"fn_result": 1.0},
    "shortcoming": {"fn_shortcoming": 1.2},
    "task": {"fn_task": 0.8, "fn_plan": 1.0, "fn_verb": 0.3},
    "policy": {"fn_policy": 0.8, "fn_rule": 0.8},
    "other": {"fn_other": 1.0, "fn_notice": 1.0, "fn_opinion": 0.5, "fn_history": 0.5},
}


def by_rule(cues: Cues, table: Array) -> Array:
    """From the table of ``counts`` the place in ``FUNCTIONS`` of each passage's function."""
    found = np.expm1(table[:, : len(cues.keys)])
    many = np.zeros((len(table), len(FUNCTIONS)))
    for at, function in enumerate(FUNCTIONS):
        for key, says in MARKERS[function].items():
            if key in cues.keys:
                many[:, at] += says * found[:, cues.keys.index(key)]
    best: Array = many.argmax(axis=1)
    return best
