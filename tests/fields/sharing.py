"""What labelled passages share: runs of six words, and near duplicates."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

LENGTH = 6
ROOT = Path(__file__).resolve().parents[2]
FORMULAS = ROOT / "corpora" / "fields" / "formulas.txt"


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def runs(text: str, length: int = LENGTH) -> set[str]:
    said = words(text)
    return {" ".join(said[at : at + length]) for at in range(len(said) - length + 1)}


def shared(texts: Mapping[str, str], length: int = LENGTH) -> dict[str, set[str]]:
    """The runs that stand in several texts, and the names of those."""
    holders: dict[str, set[str]] = defaultdict(set)
    for name, text in texts.items():
        for run in runs(text, length):
            holders[run].add(name)
    return {run: names for run, names in holders.items() if len(names) > 1}


def alike(texts: Mapping[str, str], most: float) -> list[tuple[str, str, float]]:
    """Pairs whose runs of three words overlap by more than ``most`` of the shorter text's."""
    together: dict[tuple[str, str], int] = defaultdict(int)
    size = {name: len(runs(text, 3)) for name, text in texts.items()}
    for names in shared(texts, 3).values():
        if len(names) < 30:
            ordered = sorted(names)
            for at, first in enumerate(ordered):
                for second in ordered[at + 1 :]:
                    together[first, second] += 1
    shares = ((first, second, many / min(size[first], size[second])) for (first, second), many in together.items())
    return [pair for pair in shares if pair[2] > most]


def formulas() -> set[str]:
    lines = FORMULAS.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}
