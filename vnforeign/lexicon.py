"""Lexicons are TSV files beside the rules that read them: a header row, one fact a row, ``|`` between several in a cell."""

from __future__ import annotations

from operator import itemgetter
from pathlib import Path

Row = dict[str, str]
_KINDS = Path(__file__).parent / "kinds"


def rows(name: str) -> list[Row]:
    """The rows of ``kinds/<name>.tsv`` by column name. Raises ValueError with the line for a row of another width."""
    return read(_KINDS / f"{name}.tsv")


def read(path: Path) -> list[Row]:
    """The rows of a TSV file by column name. Raises ValueError with the line for a row of another width."""
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    header = lines[0].split("\t")
    table = []
    for place, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != len(header):
            raise ValueError(f"{path.name}, line {place}: {len(cells)} cells, {len(header)} columns")
        table.append(dict(zip(header, cells, strict=True)))
    return table


def columns(name: str, *wanted: str) -> list[tuple[str, ...]]:
    """Two or more columns of a table whose width a test has seen to: for the large ones, where a dictionary a row is slow."""
    lines = (_KINDS / f"{name}.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    pick = itemgetter(*map(lines[0].split("\t").index, wanted))
    return [pick(line.split("\t")) for line in lines[1:]]


def several(cell: str) -> list[str]:
    """The facts of a cell."""
    return cell.split("|") if cell else []
