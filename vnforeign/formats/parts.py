"""Files of tables: one folder a table, in it one file a shard, which takes its name when it is whole."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from .schema import TABLES
from .sink import SinkError


def write(folder: Path, shard: int, suffix: str, tables: dict[str, Callable[[Path], None]]) -> None:
    """Writes a shard's parts with the given functions, ``documents`` last: where it stands, the others do. Raises SinkError."""
    for table in sorted(tables, key=lambda name: name == "documents"):
        target = folder / table / f"part-{shard:05}.{suffix}"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            whole(target, tables[table])
        except OSError as error:
            raise SinkError(f"{target}: {error.strerror or error}") from None


def whole(target: Path, fill: Callable[[Path], None]) -> None:
    """Fills a file beside the target and gives it the target's name; a failure leaves what was there before."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        fill(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def numbered(folder: Path, table: str, suffix: str) -> dict[int, Path]:
    """The parts of a table by number, in order; other files are none."""
    pattern = re.compile(rf"part-([0-9]{{5,}})\.{suffix}")
    found = {int(name[1]): path for path in (folder / table).glob("part-*") if (name := pattern.fullmatch(path.name))}
    return dict(sorted(found.items()))


def trim(folder: Path, shards: int, suffix: str) -> None:
    """Removes the parts that an earlier, longer run left behind: those numbered from ``shards`` on."""
    for table in TABLES:
        for number, path in numbered(folder, table, suffix).items():
            if number >= shards:
                path.unlink()
