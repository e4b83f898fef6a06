"""Pillars by rule: whose actors does the passage name? The model adds the rule's vote to its trained sums (``WEIGHT``): together
they are better than either, on the labelled passages and on others.

The formula that names all three (``đối ngoại Đảng, ngoại giao Nhà nước và đối ngoại nhân dân``) is a mask of the lexicon, so it
is evidence for none, here and in the trained model.
"""

from __future__ import annotations

import numpy as np

from .corpus import PILLARS
from .cues import Cues
from .words import Array

SHARE = 0.4  # of the most frequent actors
WEIGHT = 1.0  # of the vote, beside the trained sum


def by_rule(cues: Cues, table: Array) -> Array:
    """From the table of ``counts`` a table of truth values: passages by party, state, people."""
    found = np.expm1(table[:, : len(cues.keys)])
    many = np.zeros((len(table), len(PILLARS)))
    for at, pillar in enumerate(PILLARS):
        for key in (f"actor_{pillar}", f"topic_{pillar}"):
            if key in cues.keys:
                many[:, at] += found[:, cues.keys.index(key)]
    rule: Array = (many > 0) & (many >= SHARE * many.max(axis=1, keepdims=True))
    return rule
