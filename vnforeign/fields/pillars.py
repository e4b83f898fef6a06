"""Pillars by rule: whose actors does the passage name? The measured alternative to the trained weights, which are better.

The formula that names all three (``đối ngoại Đảng, ngoại giao Nhà nước và đối ngoại nhân dân``) is a mask of the lexicon, so it
is evidence for none, here and in the trained model.
"""

from __future__ import annotations

import numpy as np

from .corpus import PILLARS
from .features import Array, Cues, Seen, counts

SHARE = 0.4  # of the most frequent actors


def by_rule(cues: Cues, seen: Seen) -> Array:
    """A table of truth values: passages by party, state, people."""
    found = np.expm1(counts(cues, seen))
    many = np.zeros((seen.passages, len(PILLARS)))
    for at, pillar in enumerate(PILLARS):
        for key in (f"actor_{pillar}", f"topic_{pillar}"):
            if key in cues.keys:
                many[:, at] += found[:, cues.keys.index(key)]
    rule: Array = (many > 0) & (many >= SHARE * many.max(axis=1, keepdims=True))
    return rule
