"""``python -m benchmarks.archive`` (``make bench-archive``): small files of all formats and encodings, by one and two workers.

Writes ``benchmarks/ARCHIVE.md`` and ``.json``. ``--files N`` takes another number than 10,000, ``--dry`` writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from . import clock, report
from .inputs import stream

Row = dict[str, Any]
HERE = Path(__file__).resolve().parent
SIZE = 4000  # bytes of UTF-8 text in a file
#: How many of a hundred files are of a kind: a format, or text in an encoding.
MIX = {
    "utf-8": 30, "tcvn3": 8, "vni": 4, "viscii": 2, "vps": 2, "cp1258": 2, "utf-16": 2,
    "html": 14, "docx": 12, "doc": 8, "pdf": 8, "rtf": 4, "odt": 2, "eml": 1, "zip": 1,
}  # fmt: skip


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--dry", action="store_true", help="writes nothing")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.one:
        print(json.dumps(_measured(json.loads(said.one))))
        return
    results = measure(said.files)
    text = markdown(results)
    print(text)
    if not said.dry:
        (HERE / "ARCHIVE.md").write_text(text, encoding="utf-8")
        (HERE / "ARCHIVE.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def measure(files: int) -> Row:
    """All figures, each run in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        mixed, plain, few = Path(place, "mixed"), Path(place, "plain"), Path(place, "few")
        kinds = build(mixed, files, MIX)
        build(plain, files // 4, {"utf-8": 100})
        build(few, files // 10, MIX)
        runs = {
            "plain, 1 worker": _run(plain, workers=1, fields=False),
            "plain, 2 workers": _run(plain, workers=2, fields=False),
            "plain, 2 workers, fields": _run(plain, workers=2, fields=True),
            "mixed tenth, 2 workers": _run(few, workers=2, fields=False),
            "mixed, 1 worker": _run(mixed, workers=1, fields=False),
            "mixed, 2 workers": _run(mixed, workers=2, fields=False, keep=True),
            "mixed, nothing new": _run(mixed, workers=2, fields=False, resume=True),
        }
    return {"machine": report.machine(), "load": os.getloadavg()[0], "files": files, "kinds": kinds, "runs": runs}


def build(folder: Path, files: int, mix: dict[str, int]) -> Row:
    """So many files below a folder, a thousand in each; how many of which kind. The same number always gives the same files."""
    order = [kind for kind, share in mix.items() for _ in range(share)]
    texts, kinds = stream(10**12), Counter[str]()
    for number in range(files):
        kind = order[number * 37 % len(order)]  # 37 and 100 share no divisor: kinds are spread evenly
        path = folder / f"{number // 1000:03}" / f"{number:06}.{kind if kind in FORMATS else 'txt'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(kind, _cut(next(texts))))
        kinds[kind] += 1
    return dict(kinds)


def _cut(text: str) -> str:
    """The first lines of a report, up to the size."""
    return text.encode()[:SIZE].decode(errors="ignore").rpartition("\n")[0] or text[: SIZE // 2]


FORMATS = ("html", "docx", "doc", "pdf", "rtf", "odt", "eml", "zip")


def content(kind: str, text: str) -> bytes:
    """A text as a file of this format or encoding."""
    from tests.reading import writers

    if kind == "zip":
        return writers.zipped({"mot.txt": text.encode(), "hai.docx": writers.docx(text.splitlines())})
    if kind in writers.WRITERS:
        return writers.WRITERS[kind](text.splitlines())
    return legacy(text, kind) if kind in ("tcvn3", "vni", "viscii", "vps", "cp1258") else text.encode(kind)


def legacy(text: str, encoding: str) -> bytes:
    """A text in an encoding from before Unicode; letters that it lacks become question marks."""
    from vnforeign.reading.legacy.tables import letters

    codes = {letter: sequence for sequence, letter in reversed(letters(encoding).items())}
    return "".join(codes.get(letter, letter) for letter in text).encode("latin-1", "replace")


def _run(folder: Path, keep: bool = False, **options: Any) -> Row:
    out = folder.with_name(folder.name + "-out")
    said = json.dumps({"paths": str(folder), "out": str(out), **options})
    done = subprocess.run(clock.program("-m", "benchmarks.archive", "--one", said), capture_output=True, text=True, check=True)
    if not keep:
        shutil.rmtree(out)
    row: Row = json.loads(done.stdout)
    print(folder.name, options, row, file=sys.stderr)
    return row


def _measured(options: Row) -> Row:
    import vnforeign as vf

    begun, used = time.monotonic(), clock.cpu()
    summary = vf.tag_many(options.pop("paths"), options.pop("out"), **options)
    seconds, spent = time.monotonic() - begun, clock.cpu() - used
    mb = summary.fresh.bytes / 1e6
    return {
        "documents": summary.fresh.documents,
        "failed": summary.failed,
        "mb": mb,
        "seconds": seconds,
        "cpu": spent,
        "coordinator_mb": clock.peak(),
        "worker_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3,
    }


def markdown(results: Row) -> str:
    """The report."""
    runs, on = results["runs"], results["machine"]
    head = [
        "run",
        "documents",
        "failed",
        "s",
        "documents/s",
        "MB/s",
        "CPU s",
        "documents/s of CPU",
        "coordinator MB",
        "worker MB",
    ]
    rows = [[name, *_figures(row)] for name, row in runs.items()]
    kinds = ", ".join(f"{name} {number:,}" for name, number in results["kinds"].items())
    return f"""# An archive of {results["files"]:,} files

`make bench-archive` measured this on {on["cores"]} cores ({on["processor"]}, {on["system"]}, {on["python"]}),
{on["date"]}, with a load of {results["load"]:.1f} at the end: above the number of cores, seconds say more of the
neighbours than of the library, and CPU seconds are what to compare.

{report.table(head, rows)}

- Mixed: {kinds}. Plain: {results["files"] // 4:,} files of UTF-8 text. Each file has a cut of a gold report, {SIZE // 1000} kB of
  UTF-8 text: short and dense, which is the slowest kind. Fields are left out where the run does not say otherwise; links are in.
- Two workers against one: {_gain(runs, "plain")} (plain) and {_gain(runs, "mixed")} (mixed) times as fast by the clock.
- A run over a finished archive takes {runs["mixed, nothing new"]["seconds"]:.1f} s.
"""


def _figures(row: Row) -> list[object]:
    documents, seconds = row["documents"], row["seconds"]
    speed = (seconds, documents / seconds, row["mb"] / seconds, row["cpu"], documents / row["cpu"])
    return [documents, row["failed"], *speed, row["coordinator_mb"], row["worker_mb"]]


def _gain(runs: Row, name: str) -> str:
    return f"{runs[f'{name}, 1 worker']['seconds'] / runs[f'{name}, 2 workers']['seconds']:.2f}"


if __name__ == "__main__":
    main()
