"""Writes gold reports as plain text, as they would come from a file: ``python tools/strip_marks.py FOLDER GOLD...``."""

from __future__ import annotations

import sys
from pathlib import Path

from vnforeign import notation


def main(folder: str, *golds: str) -> None:
    """Writes each report's text, without header and marks, under its own name into the folder."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for gold in map(Path, golds):
        _, text, _ = notation.parse(gold.read_text(encoding="utf-8"))
        (target / gold.name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
