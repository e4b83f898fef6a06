"""How sure a rule of records is: its precision on the gold records of train and dev, measured, never guessed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("scores.tsv")
#: The score of a rule that the gold records do not show often enough: below what is shown as certain.
UNMEASURED = 0.8


@cache
def precision() -> dict[str, float]:
    """Precision by rule name, smoothed as ``(right + 1) / (found + 2)``."""
    if not PATH.exists():
        return {}
    lines = PATH.read_text(encoding="utf-8").splitlines()[1:]
    return {name: float(score) for name, _, _, score in (line.split("\t") for line in lines)}


def of(rule: str) -> float:
    """The measured precision of a rule, or ``UNMEASURED``."""
    return precision().get(rule, UNMEASURED)
