"""How sure a rule of records is: its precision on the gold records of train and dev, measured, never guessed."""

from __future__ import annotations

from pathlib import Path

from ..scores import read

PATH = Path(__file__).with_name("scores.tsv")
#: The score of a rule that the gold records do not show often enough: below what is shown as certain.
UNMEASURED = 0.8


def of(rule: str) -> float:
    """The measured precision of a rule, or ``UNMEASURED``."""
    return read(PATH).get(rule, UNMEASURED)
