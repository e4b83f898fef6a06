"""What ``make demo`` shows: the sample reports tagged, one of them as a table, all of them counted and as a page."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import vnforeign as vf
from vnforeign.formats import html, table

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "build" / "demo.html"


def main() -> None:
    """Prints the table and the summary, writes the page."""
    samples = [vf.read(os.path.relpath(path)) for path in sorted((ROOT / "corpora" / "samples").glob("*.txt"))]
    vf.analyze("khởi động 1/1/2000")  # rules are compiled once, on the first text
    begun = time.perf_counter()
    documents = [vf.analyze(sample) for sample in samples]
    seconds = time.perf_counter() - begun
    print("".join(table.render(documents[-1:], 110)))
    print(_summary(documents, seconds))
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("".join(html.render(documents)), encoding="utf-8")
    print(f"All of them with every entity marked: {PAGE.relative_to(ROOT)}")


def _summary(documents: list[vf.Document], seconds: float) -> str:
    size = sum(len(document.text.encode()) for document in documents)
    counts = Counter(entity.label for document in documents for entity in document.entities)
    lines = [f"  {label:12} {counts[label]:5}" for label in vf.LABELS if counts[label]]
    head = f"{len(documents)} reports, {size / 1000:.0f} kB, read in {1000 * seconds:.0f} ms; {sum(counts.values())} entities:"
    return "\n".join([head, *lines])


if __name__ == "__main__":
    main()
