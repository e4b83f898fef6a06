"""The floors of quality: what the library must reach on the gold reports of ``dev`` and ``test`` (``tests/floors.json``).

python tools/floors.py           shows each figure beside its floor; exit code 1 if one is below
python tools/floors.py --pin     raises floors to a little under today's figures, never lowers one
python tools/floors.py --lower   pins every floor anew, lower ones too: say in the commit why
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from vnforeign.evaluate import Tally, evaluate

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "corpora" / "gold"
FLOORS = ROOT / "tests" / "floors.json"
SPLITS = ("dev", "test")
MEASURES = ("span", "value")
SLACK = 0.01  # a floor stands this much under the figure it was pinned at

Figures = dict[str, dict[str, float]]


def measure() -> Figures:
    """F1 by label and measure, on dev and test together; ``micro`` is all labels at once."""
    tallies: dict[str, Tally] = {}
    for split in SPLITS:
        for label, tally in evaluate(GOLD / split).tallies.items():
            tallies[label] = tallies.get(label, Tally()) + tally
    tallies["micro"] = sum(tallies.values(), Tally())
    return {label: {name: tally.figures(name)[2] for name in MEASURES} for label, tally in tallies.items()}


def read() -> Figures:
    """The pinned floors; empty where nothing was pinned yet."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def below(figures: Figures, floors: Figures) -> list[str]:
    """A line for each figure that is under its floor."""
    return [
        f"{label} {name} F1 is {figures.get(label, {}).get(name, 0.0):.3f}, its floor {floor:.3f}"
        for label, row in floors.items()
        for name, floor in row.items()
        if figures.get(label, {}).get(name, 0.0) < floor
    ]


def pinned(figures: Figures, old: Figures) -> Figures:
    """Floors a little under the figures, none under its old floor."""
    return {
        label: {name: max(old.get(label, {}).get(name, 0.0), _floor(figure)) for name, figure in row.items()}
        for label, row in figures.items()
    }


def _floor(figure: float) -> float:
    return max(0.0, int((figure - SLACK) * 1000) / 1000)


def _table(figures: Figures, floors: Figures) -> str:
    lines = ["label           span F1  floor   value F1  floor"]
    for label, row in figures.items():
        floor = floors.get(label, {})
        cells = [f"{row[name]:8.3f} {floor.get(name, 0.0):6.3f}" for name in MEASURES]
        lines.append(f"{label:14} " + "   ".join(cells))
    return "\n".join(lines)


def main() -> int:
    """Runs the command; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true")
    options = parser.parse_args()
    figures, floors = measure(), read()
    if options.pin or options.lower:
        floors = pinned(figures, {} if options.lower else floors)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    print(_table(figures, floors))
    print(*below(figures, floors), sep="\n")
    return 1 if below(figures, floors) else 0


if __name__ == "__main__":
    sys.exit(main())
