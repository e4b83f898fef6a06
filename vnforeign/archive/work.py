"""One shard: its files read one after another, its part files put in place, and last of all the record that says so."""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from ..document import Document
from . import process, wire
from .plan import RECORDS, SCRATCH, Done, Failure, Job, sign
from .summary import Tally, count
from .writers import Writer, output, place, sync, writer


class Clock(Protocol):
    """Who measures the time that a document takes."""

    def runs(self, at: int, found: int) -> None:
        """From now on for the next document: the index of its file, how many documents and failures of that are done."""

    def stands(self) -> None:
        """What comes now is no document's doing: a slow disk or database costs no file its text."""


class Nobody:
    """Measures nothing."""

    def runs(self, at: int, found: int) -> None: ...
    def stands(self) -> None: ...


NOBODY = Nobody()


def work(job: Job, clock: Clock = NOBODY) -> Done:
    """Does a shard.

    Raises ArchiveError where the output cannot be written; a file that cannot be read is a failure in the record.
    """
    done = Done(job.name, job.key, [], [], Tally(), [])
    if not job.out:
        _files(job, None, done, clock)
        return done
    scratch = Path(job.out, SCRATCH, f"{job.name}-{platform.node()}-{os.getpid()}-{token_hex(4)}")
    try:
        with output(job.out):
            scratch.mkdir()
            into = writer(job, scratch)
        _files(job, into, done, clock)
        with output(job.out):
            into.close()
            _publish(scratch, job, done)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return done


def _files(job: Job, into: Writer | None, done: Done, clock: Clock) -> None:
    for at, path in enumerate(job.paths):
        clock.runs(at, 0)
        stop = job.stops.get(path)
        file = sign(path, hashed=not stop or stop.after > 0)
        for number, found in enumerate(process.documents(path, job.settings, stop), 1):
            clock.stands()
            _take(found, job, into, done)
            clock.runs(at, number)
        clock.stands()
        done.files.append(file)
        done.tally.files += 1
        done.tally.bytes += max(file.size, 0)


def _take(found: process.Found, job: Job, into: Writer | None, done: Done) -> None:
    if isinstance(found, Failure):
        done.failures.append(found)
        count(done.tally.failures, found.kind)
        return
    if into:
        with output(job.out):
            into.write(found)
    _count(done.tally, found)


def _count(tally: Tally, document: Document) -> None:
    tally.documents += 1
    tally.warned += bool(document.warnings)
    count(tally.formats, document.origin.format if document.origin else "txt")
    count(tally.encodings, document.origin.encoding if document.origin else "utf-8")


def _publish(scratch: Path, job: Job, done: Done) -> None:
    """Every file of the scratch folder takes its place, then the shard's record."""
    for file in sorted(each for each in scratch.rglob("*") if each.is_file()):
        sync(file)
        part = _part(file.relative_to(scratch), job.name)
        Path(job.out, part.parent).mkdir(exist_ok=True)
        file.replace(Path(job.out, part))
        sync(Path(job.out, part.parent))
        done.parts.append(str(part))
    place(wire.dumps(done).encode(), Path(job.out, RECORDS, f"{job.key}.json"))


def _part(file: Path, name: str) -> Path:
    """``documents.jsonl`` becomes ``documents/NAME.jsonl``; of tables, later pieces are ``NAME_00001.csv`` and so on."""
    if len(file.parts) == 1:
        return Path(file.stem, name + file.suffix)
    piece = file.stem.removeprefix("part-")
    return Path(file.parts[0], f"{name}_{piece}{file.suffix}" if int(piece) else name + file.suffix)
