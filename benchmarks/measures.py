"""What is measured; each function gives rows of plain data."""

from __future__ import annotations

import re
import statistics
import subprocess
import time
from collections.abc import Callable
from typing import Any

from vnforeign import LAYERS, analyze, gold, pairing

from . import clock, inputs
from .peers import OWN, TEN, Tool

Row = dict[str, Any]
LINEAR = ("prose", "one line", "digits only", "one name again and again", "opened brackets", "combining marks")
SPLITS = ("dev", "test")


# --- speed -------------------------------------------------------------------------------------------------------------


def speed(tools: list[Tool], rounds: int) -> list[Row]:
    """MB of UTF-8 a second of CPU by tool, and the same for a plain loop over words as a yardstick of the machine."""
    samples = {tool.name: _sample(tool) for tool in tools}
    tasks = {tool.name: _over(tool.work, samples[tool.name]) for tool in tools}
    yardstick = "\n".join(inputs.documents(2_000_000))
    tasks["words"] = lambda: re.findall(r"\w+", yardstick)
    taken = clock.medians(tasks, rounds)
    sizes = {name: sum(len(text.encode()) for text in texts) for name, texts in samples.items()}
    sizes["words"] = len(yardstick.encode())
    return [{"tool": name, "mb": sizes[name] / 1e6, "mb_per_s": sizes[name] / 1e6 / each} for name, each in taken.items()]


def by_text(tools: list[Tool], texts: dict[str, tuple[str, ...]], rounds: int) -> list[Row]:
    """MB a second of CPU by kind of text and tool, beside how many entities of the narrow run a MB holds."""
    rows = []
    for name, documents in texts.items():
        size = sum(len(document.encode()) for document in documents) / 1e6
        tasks = {tool.name: _over(tool.work, _by_line(documents) if tool.by_line else _enough(documents, size)) for tool in tools}
        times = {tool.name: 1 if tool.by_line else _times(size) for tool in tools}
        rates = {tool: size * times[tool] / seconds for tool, seconds in clock.medians(tasks, rounds).items()}
        found = sum(len(analyze(document, links=False, labels=TEN).entities) for document in documents)
        rows.append({"text": name, "documents": len(documents), "mb": size, "entities_per_mb": found / size, "mb_per_s": rates})
    return rows


def _by_line(documents: tuple[str, ...]) -> list[str]:
    return [line for document in documents for line in document.split("\n") if line.strip()]


def _times(size: float) -> int:
    """How often so few MB are read in a round, for the clock is coarse."""
    return max(1, round(1 / size))


def _enough(documents: tuple[str, ...], size: float) -> list[str]:
    return [*documents] * _times(size)


def _sample(tool: Tool) -> list[str]:
    return inputs.lines(tool.sample) if tool.by_line else inputs.documents(tool.sample)


def _over(work: Callable[[str], object], texts: list[str]) -> Callable[[], object]:
    def task() -> None:
        for text in texts:
            work(text)

    return task


def latency(runs: int = 500) -> Row:
    """Milliseconds from a text of 1 kB to its line of JSON, by the wall clock, after warm-up: median and 95th percentile."""
    text = inputs.prose(3000).encode()[:1000].decode(errors="ignore")
    OWN.work(text)
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        OWN.work(text)
        taken.append(1000 * (time.perf_counter() - begun))
    return {"median_ms": statistics.median(taken), "p95_ms": statistics.quantiles(taken, n=20)[-1]}


def starts() -> list[Row]:
    """Seconds of CPU from the start of Python to the end of the command, least of nine."""
    commands = {
        "python alone": clock.program("-c", "pass"),
        "import vnforeign": clock.program("-c", "import vnforeign"),
        "vnforeign --help": clock.program("-m", "vnforeign", "--help"),
        "import and a first result": clock.program("-c", "import vnforeign; vnforeign.analyze('ngày 5/9/2013')"),
    }
    return [{"what": name, "s": clock.start(command)} for name, command in commands.items()]


_STREAM = """
import sys
from benchmarks import clock, inputs
from vnforeign import analyze
for text in inputs.stream(int(sys.argv[1])):
    analyze(text).to_json()
print(clock.peak())
"""


def memory(sizes: tuple[int, ...]) -> list[Row]:
    """Peak memory of a process that reads a stream of documents of so many bytes, in MB."""
    return [{"mb": size / 1e6, "peak_mb": float(_printed("-c", _STREAM, str(size)))} for size in sizes]


def _printed(*arguments: str) -> str:
    root = inputs.GOLD.parent.parent
    return subprocess.run(clock.program(*arguments), check=True, capture_output=True, text=True, cwd=root).stdout


def linear(sizes: tuple[int, ...]) -> list[Row]:
    """Seconds of CPU for texts of one piece, by size."""
    rows = []
    for name in LINEAR:
        texts = [inputs.LINEAR[name](size) for size in sizes]
        rows.append({"text": name, "s": [_least(text) for text in texts]})
    return rows


def _least(text: str) -> float:
    return min(
        clock.seconds(lambda: analyze(text[:-1] + text[-1:])) for _ in range(2)
    )  # anew: a text that was just read is known


# --- quality -----------------------------------------------------------------------------------------------------------


def quality(tools: list[Tool]) -> list[Row]:
    """Span, overlap and value F1 of each tool on dev and test, for the labels it has an answer to."""
    reports = [report for split in SPLITS for report in gold.read(inputs.GOLD / split)]
    return [row for tool in tools for row in _scores(tool, reports)]


def _scores(tool: Tool, reports: list[gold.Gold]) -> list[Row]:
    counts = {label: dict.fromkeys(("gold", "found", "span", "overlap", "value"), 0) for label in tool.labels}
    for report in reports:
        marked = _classes(report.entities, tool.labels)
        found = _classes(tool.find(report.text, report.reference_date), tool.labels)
        _count(counts, marked, found)
    return [{"tool": tool.name, "label": label, **_f1(count)} for label, count in counts.items()]


def _classes(entities: list[Row], labels: tuple[str, ...]) -> list[Row]:
    """The entities of these labels; those of the place layer as one class where it is asked for."""
    named = [
        {**each, "label": "PLACE"} if "PLACE" in labels and LAYERS.get(each["label"]) == "place" else each for each in entities
    ]
    return [each for each in named if each["label"] in labels]


def _count(counts: dict[str, dict[str, int]], marked: list[Row], found: list[Row]) -> None:
    for each in marked:
        counts[each["label"]]["gold"] += 1
    for each in found:
        counts[each["label"]]["found"] += 1
    for i, j in pairing.pairs(marked, found):
        count = counts[marked[i]["label"]]
        count["overlap"] += 1
        count["span"] += pairing.same_span(marked[i], found[j])
        count["value"] += bool(found[j]["value"]) and marked[i]["label"] != "PLACE" and pairing.same_value(marked[i], found[j])


def _f1(count: dict[str, int]) -> Row:
    whole = count["gold"] + count["found"]
    return {"gold": count["gold"], **{name: 2 * count[name] / whole if whole else 0.0 for name in ("span", "overlap", "value")}}
