"""Part files: a shard's documents as files that appear whole, one folder a table."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from .. import fields
from ..document import Document
from ..formats import sink
from ..formats.sink import SHARD, Sink, SinkError
from .plan import ArchiveError, Job, Settings

_LONG = 10_000_000  # characters of documents that go into the tables at once
_HELD, _HELD_CHARACTERS = 32, 200_000  # documents whose fields are worked out together, and where a few large ones are enough


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


class Tables:
    """The tables of ``docs/schema.md``, as Parquet, CSV or in a database."""

    def __init__(self, target: Sink, always: bool) -> None:
        self._sink = target
        self._always = always  # a shard without documents has part files too
        self._held: list[Document] = []
        self._pieces = self._characters = 0

    def write(self, document: Document) -> None:
        self._held.append(document)
        self._characters += len(document.text)
        if len(self._held) == SHARD or self._characters > _LONG:
            self._flush()

    def _flush(self) -> None:
        self._sink.write(self._pieces, self._held)
        self._pieces += 1
        self._held, self._characters = [], 0

    def close(self) -> None:
        if self._held or self._always and not self._pieces:
            self._flush()
        self._sink.close()


class Judging:
    """Works out the fields of many documents at once, then hands them on: for short ones that takes a third of the time."""

    def __init__(self, target: Writer) -> None:
        self._target = target
        self._held: list[Document] = []
        self._characters = 0

    def write(self, document: Document) -> None:
        self._held.append(document)
        self._characters += len(document.text)
        if len(self._held) == _HELD or self._characters > _HELD_CHARACTERS:
            self._flush()

    def _flush(self) -> None:
        held, self._held, self._characters = self._held, [], 0
        try:
            fields.judge(held)
        except Exception:
            for document in held:
                _judge_alone(document)
        for document in held:
            self._target.write(document)

    def close(self) -> None:
        self._flush()
        self._target.close()


def _judge_alone(document: Document) -> None:
    """A fault of the classifier in one document costs that document its fields, and nothing else."""
    try:
        document.judge_if_possible()
    except Exception as error:
        document.warnings.append(f"fields: internal error: {type(error).__name__}: {error}")
        for passage in document.passages:
            passage.judge = None


#: Formats of a folder; ``sql`` is a database.
FORMATS = ("jsonl", "parquet", "csv")


def writer(job: Job, folder: Path) -> Writer:
    """What writes a shard's documents: into files of a folder of its own, or into the database."""
    target = _target(job, folder)
    return Judging(target) if job.settings.fields else target


def _target(job: Job, folder: Path) -> Writer:
    settings = job.settings
    if settings.format == "jsonl":
        return Lines(folder, settings)
    into = job.database if settings.format == "sql" else str(folder)
    return Tables(sink.to(settings.format, into, settings.fields), always=settings.format != "sql")


@contextmanager
def output(folder: str | Path) -> Iterator[None]:
    """Turns what a disk refuses into an ArchiveError that says how to go on."""
    try:
        yield
    except OSError as error:
        said = error.strerror or str(error)
        raise ArchiveError(f"{folder}: cannot be written: {said}; mend that and run again with --resume") from error
    except SinkError as error:
        raise ArchiveError(f"cannot be written: {error}; mend that and run again with --resume") from error


def sync(path: Path) -> None:
    """Makes a file, or the names in a folder, outlive a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def place(content: bytes, target: Path) -> None:
    """A small file that appears whole and outlives a power cut."""
    part = target.with_name(f"{target.name}.{os.getpid()}-{token_hex(4)}.part")
    try:
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync(target.parent)
