"""Word sequences that several gold reports share. Reports are written one by one, so what two of them share is a formula: a
body's full name, a citation, a letterhead. ``corpora/formulas.txt`` lists those; anything else was copied.

    python tools/shared_runs.py           lists what is shared and no formula; exit code 1 if there is any
    python tools/shared_runs.py --accept  adds it to the formulas: read it first
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from vnforeign import gold

ROOT = Path(__file__).resolve().parent.parent
FORMULAS = ROOT / "corpora" / "formulas.txt"
LENGTH = 8


def words(text: str) -> list[str]:
    """The words of a text, composed and in lower case; marks between them do not count."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def reports() -> dict[str, str]:
    """The texts of the project's reports by id: those with marked entities and those marked for records alone."""
    plain = (ROOT / "corpora" / "records").rglob("*.txt")
    return {report.id: report.text for path in (ROOT / "corpora" / "gold", *plain) for report in gold.read(path)}


def formulas() -> list[str]:
    """The listed formulas, one a line; ``#`` opens a comment."""
    if not FORMULAS.exists():
        return []
    return [line for line in FORMULAS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def shared(texts: Mapping[str, str], allowed: Iterable[str]) -> dict[str, set[str]]:
    """Each longest run of at least eight words that stands in two texts and in no formula, and the names of the texts."""
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, text in texts.items():
        for sequence in _sequences(text):
            holders[sequence].add(name)
    known = {sequence for formula in allowed for sequence in _sequences(formula)}
    offending = {sequence: names for sequence, names in holders.items() if len(names) > 1 and sequence not in known}
    runs: dict[str, set[str]] = {}
    for text in texts.values():
        runs.update(_longest(_sequences(text), offending))
    return runs


def _sequences(text: str) -> list[tuple[str, ...]]:
    said = words(text)
    return [tuple(said[at : at + LENGTH]) for at in range(len(said) - LENGTH + 1)]


def _longest(sequences: list[tuple[str, ...]], offending: Mapping[tuple[str, ...], set[str]]) -> dict[str, set[str]]:
    """Sequences that follow each other in a text and are shared by the same texts, joined."""
    runs: dict[str, set[str]] = {}
    run: list[str] = []
    holders: set[str] = set()
    for sequence in [*sequences, ()]:
        names = offending.get(sequence, set())
        if run and names == holders:
            run.append(sequence[-1])
            continue
        if run:
            runs[" ".join(run)] = holders
        run, holders = (list(sequence), names) if names else ([], set())
    return runs


def main() -> int:
    """Runs the command; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true")
    accept = parser.parse_args().accept
    runs = shared(reports(), formulas())
    for run, names in sorted(runs.items()):
        print(f"{run}\t{', '.join(sorted(names))}")
    if accept:
        lines = sorted({*formulas(), *runs})
        head = "# Runs of eight words and more that several gold reports may share: names, citations, letterheads."
        FORMULAS.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return 1 if runs and not accept else 0


if __name__ == "__main__":
    sys.exit(main())
