"""``python -m benchmarks`` measures everything and writes the results; ``--quick`` shows the library's own in two minutes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from . import inputs, measures, report
from .peers import NARROW, OWN, Tool, tools


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without the peers and the large texts; writes nothing")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="only the speed on the readable files of DIR; writes nothing")
    arguments = parser.parse_args()
    quick, chosen = arguments.quick, tools(arguments.quick)
    if arguments.texts:
        print(report.by_text(measures.by_text(timed(chosen), {arguments.texts.name: inputs.folder(arguments.texts)}, rounds=5)))
        return
    results = measure(chosen, quick)
    text = report.markdown(results, chosen)
    print(text)
    if not quick:
        report.write(results, text)


def timed(chosen: list[Tool]) -> list[Tool]:
    """The tools whose speed is measured on several kinds of text: the library's own and the fastest peer."""
    return [tool for tool in chosen if tool.name in (OWN.name, NARROW.name, "duckling")]


def measure(chosen: list[Tool], quick: bool) -> dict[str, Any]:
    """All figures."""
    sizes = (250_000, 1_000_000) if quick else (1_000_000, 4_000_000, 16_000_000)
    return {
        "machine": report.machine(),
        "versions": {tool.name: tool.version for tool in chosen},
        "speed": measures.speed(chosen, rounds=5),
        "by_text": measures.by_text(timed(chosen), {"gold reports": inputs.reports(), "passages": inputs.passages()}, rounds=3),
        "latency": measures.latency(),
        "starts": measures.starts(),
        "memory": measures.memory((2_000_000, 8_000_000) if quick else (5_000_000, 40_000_000)),
        "quality": measures.quality(chosen),
        "sizes": sizes,
        "linear": measures.linear(sizes),
    }


if __name__ == "__main__":
    main()
