"""The command ``detect``: what files are and which encoding they are in."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .console import FAILED, complain

if TYPE_CHECKING:
    from .reading.detection import Detected
    from .reading.plain import ReadError


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of columns.")
def detect(paths: tuple[str, ...], as_json: bool) -> int:
    """Say of each file its format, the encoding of its Vietnamese, how sure that is, and the lines of each encoding.

    A folder stands for every file below it, as for the command tag, - for stdin.
    """
    from .reading.plain import ReadError

    failed = False
    for found in _all(paths):
        if isinstance(found, ReadError):
            failed = True
            complain(str(found))
        else:
            click.echo(json.dumps(found.to_dict(), ensure_ascii=False) if as_json else _row(found))
    return FAILED if failed else 0


def _all(paths: tuple[str, ...]) -> Iterator[Detected | ReadError]:
    from .archive import discover
    from .reading import detection
    from .reading.plain import ReadError

    for path in discover.files(paths):
        if path == "-":
            yield from detection.detect("-", sys.stdin.buffer.read())
        elif os.path.isdir(path):
            yield ReadError(f"{path}: no file in this folder that can be read")
        else:
            yield from detection.detect(path)


def _row(found: Detected) -> str:
    lines = ", ".join(f"{name} {count}" for name, count in sorted(found.lines.items(), key=lambda each: -each[1]))
    return "\t".join([found.path, found.format, found.encoding, f"{found.certainty:.3f}", lines]).rstrip("\t")
