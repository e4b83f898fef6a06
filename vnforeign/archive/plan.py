"""What is to be done: settings, shards of paths, and the record that a finished shard leaves."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator

import msgspec

from ..document import SCHEMA
from ..reading.limits import LIMITS
from .summary import Tally

#: Below the output folder: what a run remembers, the records of finished shards, what workers have begun.
HOME = ".vnforeign"
RECORDS = f"{HOME}/shards"
SCRATCH = f"{HOME}/scratch"


class ArchiveError(ValueError):
    """A run that cannot go on: the message says why and what to do, for people. What is done stays done."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What shapes a result: equal settings and equal files give equal bytes.

    ``shard`` is the mean number of files in a shard, ``reader`` the function that opens a file, as ``module:name``, ``database``
    the address without password where the format is ``sql``.
    """

    format: str = "jsonl"
    reference_date: str | None = None
    labels: tuple[str, ...] = ()
    links: bool = True
    fields: bool = True
    records: bool = False
    shard: int = 100
    reader: str = "vnforeign.reading:read_all"
    inputs: tuple[str, ...] = ()
    database: str = ""
    schema: str = SCHEMA
    version: str = ""


class Stop(msgspec.Struct):
    """Where an earlier attempt at a file died: after how many documents and failures, the class of failure, the message."""

    after: int
    kind: str
    message: str


class Job(msgspec.Struct):
    """One shard as it is sent to a worker: paths, never texts.

    ``out`` is the output folder, empty for a trial that writes nothing; ``folder`` is where relative paths begin; ``limit`` the
    seconds that one document may take; ``database`` the address with its password; ``stops`` the files that cannot be read to
    their end.
    """

    name: str
    key: str
    paths: list[str]
    out: str
    folder: str
    settings: Settings
    limit: float | None = None
    database: str = ""
    stops: dict[str, Stop] = {}


class Failure(msgspec.Struct):
    """One line of ``errors.jsonl``: what gave no document, and why. ``member`` names a part of an archive or a mail."""

    path: str
    kind: str = msgspec.field(name="class")
    message: str
    member: str | None = None


class File(msgspec.Struct, array_like=True):
    """A file as it was when it was read: bytes, times of change in nanoseconds, and the SHA-256 of its content."""

    path: str
    size: int = -1
    modified: int = 0
    changed: int = 0
    digest: str = ""


class Done(msgspec.Struct):
    """The record of a finished shard: its files as they were, its part files below the output folder, figures, failures."""

    name: str
    key: str
    files: list[File]
    parts: list[str]
    tally: Tally
    failures: list[Failure]


def sign(path: str, known: File | None = None, hashed: bool = True) -> File:
    """The file as it is now; the content is not hashed where size and times are those of ``known``, nor where it is not read:
    a file that is too large, or one at which an earlier attempt ended before its first document (not ``hashed``)."""
    try:
        now = os.stat(path)
        file = File(path, now.st_size, now.st_mtime_ns, now.st_ctime_ns)
        if known and (file.size, file.modified, file.changed) == (known.size, known.modified, known.changed):
            return known
        if hashed and now.st_size <= LIMITS.size and os.path.isfile(path):
            with open(path, "rb") as stream:
                file.digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return file
    except (OSError, ValueError):
        return File(path)


def unchanged(done: Done) -> bool:
    """Whether all files of a shard still hold what was read."""
    return all(sign(file.path, file).digest == file.digest for file in done.files)


def shards(paths: Iterable[str], mean: int) -> Iterator[tuple[str, list[str]]]:
    """The paths cut into shards, each with its key, in order.

    A path alone decides whether a shard ends with it, so that a file more or less changes one shard and moves no other border.
    """
    seen: set[str] = set()
    for shard in _cut(paths, mean):
        digest = hashlib.sha256(b"\0".join(map(os.fsencode, shard)))
        while (key := digest.hexdigest()[:16]) in seen:  # the same paths once more
            digest.update(b"\0")
        seen.add(key)
        yield key, shard


def _cut(paths: Iterable[str], mean: int) -> Iterator[list[str]]:
    shard: list[str] = []
    for path in paths:
        shard.append(path)
        if len(shard) == 4 * mean or zlib.crc32(os.fsencode(path)) % mean == 0:
            yield shard
            shard = []
    if shard:
        yield shard
