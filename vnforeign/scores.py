"""How sure a rule is: its precision on the gold corpora, measured by ``vnforeign evaluate --write-scores``, never guessed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PATH = Path(__file__).with_name("scores.tsv")
#: The score of a rule that the gold corpora do not show often enough to measure: the precision of all rules together.
UNMEASURED = 0.9


def precision() -> dict[str, float]:
    """Precision by rule name, as last written."""
    return read(PATH)


@cache
def read(path: Path) -> dict[str, float]:
    """The table that a measuring command wrote: precision by rule name, smoothed as ``(right + 1) / (found + 2)``."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return {name: float(score) for name, _, _, score in (line.split("\t") for line in lines)}
