"""Writes the syllables that are common in reports (``vnforeign/reading/legacy/tables/common.tsv``) from the gold of ``train``.

python -m tools.build_syllables
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

from vnforeign import gold
from vnforeign.reading.legacy.syllables import valid

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "vnforeign" / "reading" / "legacy" / "tables" / "common.tsv"
LEAST = 2  # times in all reports


def common(folder: Path) -> list[str]:
    """The syllables with diacritics that the reports of a folder hold at least twice, in order of the alphabet's code points."""
    texts = (unicodedata.normalize("NFC", report.text).lower() for report in gold.read(folder))
    counts = Counter(word for text in texts for word in re.findall(r"[^\W\d_]+", text) if not word.isascii() and valid(word))
    return sorted(word for word, count in counts.items() if count >= LEAST)


def main() -> None:
    """Runs the command."""
    words = common(ROOT / "corpora" / "gold" / "train")
    OUT.write_text("spelling\tsource\n" + "".join(f"{word}\tgold/train\n" for word in words), encoding="utf-8")
    print(f"{len(words)} syllables")


if __name__ == "__main__":
    main()
