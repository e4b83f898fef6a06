"""``python -m benchmarks`` measures everything and writes the results; ``--quick`` shows the library's own in two minutes."""

from __future__ import annotations

import argparse
from typing import Any

from . import measures, report
from .peers import Tool, tools


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without the peers and the large texts; writes nothing")
    quick = parser.parse_args().quick
    chosen = tools(quick)
    results = measure(chosen, quick)
    text = report.markdown(results, chosen)
    print(text)
    if not quick:
        report.write(results, text)


def measure(chosen: list[Tool], quick: bool) -> dict[str, Any]:
    """All figures."""
    sizes = (250_000, 1_000_000) if quick else (1_000_000, 4_000_000, 16_000_000)
    return {
        "machine": report.machine(),
        "versions": {tool.name: tool.version for tool in chosen},
        "speed": measures.speed(chosen, rounds=5),
        "latency": measures.latency(),
        "starts": measures.starts(),
        "memory": measures.memory((2_000_000, 8_000_000) if quick else (5_000_000, 40_000_000)),
        "quality": measures.quality(chosen),
        "sizes": sizes,
        "linear": measures.linear(sizes),
    }


if __name__ == "__main__":
    main()
