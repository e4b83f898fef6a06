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


def trim(folder: Path, shards: int, suffix: str) -> None:
    """Removes the parts that an earlier, longer run left behind: those numbered from ``shards`` on."""
    for table in TABLES:
        for path in (folder / table).glob(f"part-*.{suffix}"):
            number = re.fullmatch(rf"part-(\d{{5,}})\.{suffix}", path.name)
            if number and int(number[1]) >= shards:
                path.unlink()
