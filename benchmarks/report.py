"""The figures as tables, and where they are written."""

from __future__ import annotations

import json
import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .peers import Tool

Row = dict[str, Any]
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: The pages that show the few figures, between two comments.
SHOWN = (ROOT / "README.md", ROOT / "docs" / "comparison.md")


def machine() -> Row:
    """What the figures were measured on, and when."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
    }


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.+)", cpuinfo.read_text()) if cpuinfo.exists() else None
    return found[1] if found else platform.processor()


def table(head: list[str], rows: list[list[object]]) -> str:
    """A table in Markdown; numbers to the right."""
    lines: list[list[object]] = [[*head], ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(said: object) -> str:
    if isinstance(said, float):
        return f"{said:.3g}" if said < 10 else f"{said:.0f}"
    return "" if said is None else str(said)


def markdown(results: Row, tools: list[Tool]) -> str:
    """The whole report."""
    sections = {
        "Speed": _speed(results["speed"], tools),
        "Speed by kind of text": by_text(results["by_text"]),
        "Start, latency, memory": _costs(results),
        "Quality on the gold reports (dev and test)": _quality(results["quality"]),
        "Time against length": _linear(results),
    }
    return "\n\n".join([_head(results["machine"]), *(f"## {title}\n\n{text}" for title, text in sections.items())]) + "\n"


def _head(on: Row) -> str:
    place = ", ".join([on["processor"], f"{on['cores']} cores", on["system"], on["python"], on["date"]])
    return (
        f"# Benchmarks\n\nMade by `make bench` in one run: {place}. Speeds are MB of UTF-8 (10^6 bytes) a second of CPU, medians "
        "of rounds in which the tools take turns: compare them with each other, not with another machine's."
    )


def _speed(rows: list[Row], tools: list[Tool]) -> str:
    versions = {tool.name: tool.version for tool in tools}
    reads = {tool.name: "line" if tool.by_line else "document" for tool in tools}
    own = next(row["mb_per_s"] for row in rows if row["tool"] == "vnforeign")
    shown = [
        [
            row["tool"],
            versions.get(row["tool"], ""),
            reads.get(row["tool"], "text"),
            row["mb"],
            row["mb_per_s"],
            own / row["mb_per_s"],
        ]
        for row in rows
    ]
    note = (
        '\n\n`words` is `re.findall(r"\\w+", text)`, a yardstick of the machine. '
        "vnforeign's figures are text in, line of JSON out: entities with values and links; in its second row fields "
        "too, in its third only places, dates, amounts, quantities and directives, without links."
    )
    return table(["tool", "version", "reads by", "MB a round", "MB/s", "vnforeign is × faster"], shown) + note


def by_text(rows: list[Row]) -> str:
    """Speed by kind of text, with how often the narrow run is as fast as the last tool."""
    names = list(rows[0]["mb_per_s"])
    head = ["text", "documents", "MB", "entities a MB", *names, f"{names[1]} ÷ {names[-1]}"]
    shown = []
    for row in rows:
        rates = list(row["mb_per_s"].values())
        shown.append([row["text"], row["documents"], row["mb"], row["entities_per_mb"], *rates, rates[1] / rates[-1]])
    note = (
        "\n\nMB/s; entities of places, dates, amounts, quantities and directives. The cost goes with entities, of which the gold "
        "reports are written to hold many. `python -m benchmarks --texts DIR` measures other texts."
    )
    return table(head, shown) + note


def _costs(results: Row) -> str:
    rows: list[list[object]] = [[f"{row['what']} (s of CPU)", row["s"]] for row in results["starts"]]
    rows.append(["a text of 1 kB, median (ms)", results["latency"]["median_ms"]])
    rows.append(["a text of 1 kB, 95th percentile (ms)", results["latency"]["p95_ms"]])
    rows += [[f"peak memory, stream of {row['mb']:.0f} MB (MB)", row["peak_mb"]] for row in results["memory"]]
    return table(["what", "figure"], rows)


def _quality(rows: list[Row]) -> str:
    shown: list[list[object]] = []
    for row in sorted(rows, key=lambda each: each["label"]):
        value = f"{row['value']:.3f}" if row["tool"] != "underthesea" and row["label"] != "PLACE" else None
        shown.append([row["label"], row["tool"], row["gold"], f"{row['span']:.3f}", f"{row['overlap']:.3f}", value])
    note = (
        "\n\nF1 by span (same offsets), overlap and value (overlap, and the value agrees). How the peers' answers are mapped "
        "is said in `benchmarks/peers.py`. PLACE is the place layer as one class. The reports were written for this project and "
        "its rules were developed on `train` and `dev`: the peers never saw them."
    )
    return table(["label", "tool", "gold", "span F1", "overlap F1", "value F1"], shown) + note


def _linear(results: Row) -> str:
    head = ["text", *(f"{size / 1e6:g} MB (s)" for size in results["sizes"]), "last ÷ first"]
    return table(head, [[row["text"], *row["s"], row["s"][-1] / row["s"][0]] for row in results["linear"]])


def write(results: Row, text: str) -> None:
    """RESULTS.json, RESULTS.md and the figures in README.md and on the page of comparison."""
    (HERE / "RESULTS.json").write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    for page in SHOWN:
        page.write_text(shown(page.read_text(encoding="utf-8"), results, page.parent), encoding="utf-8")


def shown(text: str, results: Row, folder: Path) -> str:
    """A page of this folder with the few figures between its comments."""
    block = f"<!-- figures -->\n{figures(results, os.path.relpath(HERE / 'RESULTS.md', folder))}\n<!-- /figures -->"
    return re.sub(r"<!-- figures -->.*?<!-- /figures -->", lambda _: block, text, flags=re.S)


def figures(results: Row, all_of_them: str) -> str:
    """The few figures, with a link to all of them."""
    rates = {row["tool"]: row["mb_per_s"] for row in results["speed"]}
    own = {row["label"]: row for row in results["quality"] if row["tool"] == "vnforeign"}
    rows: list[list[object]] = [["speed (MB/s of CPU)", *(rates.get(tool) for tool in _TOOLS)]]
    rows += [_sparse(row["mb_per_s"]) for row in results.get("by_text", ()) if row["text"] == "passages"]
    for label in ("DATE", "AMOUNT", "DIRECTIVE"):
        by_tool = {row["tool"]: f"{row['value']:.2f}" for row in results["quality"] if row["label"] == label}
        rows.append([f"{label} value F1", *(by_tool.get(tool) for tool in _TOOLS)])
    for label in ("PLACE", "ORG", "PERSON"):
        by_tool = {row["tool"]: f"{row['span']:.2f}" for row in results["quality"] if row["label"] == label}
        rows.append([f"{label} span F1", *(by_tool.get(tool) for tool in _TOOLS)])
    latency, memory = results["latency"]["median_ms"], results["memory"][-1]
    gold = sum(row["gold"] for row in own.values())
    on = results["machine"]
    return (
        f"{table(['', *_TOOLS], rows)}\n\nA text of 1 kB takes {latency:.2g} ms; a stream of {memory['mb']:.0f} MB peaks at "
        f"{memory['peak_mb']:.0f} MB of memory. {gold} gold entities, on one core ({on['processor']}), {on['date']}; "
        f"[all figures]({all_of_them})."
    )


def _sparse(rates: dict[str, float]) -> list[object]:
    narrow = rates["vnforeign, places, values and directives"]
    return ["speed on sparser text, places and values only", narrow, rates.get("duckling"), *[None] * (len(_TOOLS) - 2)]


_TOOLS = ("vnforeign", "duckling", "dateparser", "underthesea", "regexes")
