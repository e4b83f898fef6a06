"""Part files: a shard's documents as files that appear whole, one folder a table."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from ..document import Document
from .plan import ArchiveError, Settings


class Writer(Protocol):
    """Writes documents into files of a folder that is its own."""

    def write(self, document: Document) -> None: ...
    def close(self) -> None: ...


class Lines:
    """JSON lines, as ``Document.to_json`` writes them."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._fields = settings.fields
        self._stream = (folder / "documents.jsonl").open("wb")

    def write(self, document: Document) -> None:
        self._stream.write(document.to_json(fields=self._fields).encode("utf-8", "replace") + b"\n")

    def close(self) -> None:
        self._stream.close()


#: What makes the writer of a format, from the folder to write in.
WRITERS: dict[str, Callable[[Path, Settings], Writer]] = {"jsonl": Lines}


@contextmanager
def output(folder: str | Path) -> Iterator[None]:
    """Turns what a disk refuses into an ArchiveError that says how to go on."""
    try:
        yield
    except OSError as error:
        said = error.strerror or str(error)
        raise ArchiveError(f"{folder}: cannot be written: {said}; mend that and run again with --resume") from error


def sync(path: Path) -> None:
    """Makes a file, or the names in a folder, outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def place(content: bytes, target: Path) -> None:
    """A small file that appears whole and outlives a power cut."""
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync(target.parent)
