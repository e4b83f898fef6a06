"""One shard: its files read one after another, its part files put in place, and last of all the record that says so."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Callable
from pathlib import Path

from ..document import Document
from . import process, wire
from .plan import RECORDS, SCRATCH, Done, Failure, Job, sign
from .summary import Tally, count
from .writers import Writer, output, place, sync, writer

Sign = Callable[[int, int], None]


def work(job: Job, alive: Sign = lambda at, documents: None) -> Done:
    """Does a shard. ``alive`` is told the index of the file and how many of its documents are done.

    Raises ArchiveError where the output cannot be written; a file that cannot be read is a failure in the record.
    """
    done = Done(job.name, job.key, [], [], Tally(), [])
    if not job.out:
        for at, path in enumerate(job.paths):
            _file(job, at, path, None, done, alive)
        return done
    scratch = Path(job.out, SCRATCH, f"{job.name}-{platform.node()}-{os.getpid()}")
    try:
        with output(job.out):
            scratch.mkdir()
            into = writer(job, scratch)
        for at, path in enumerate(job.paths):
            _file(job, at, path, into, done, alive)
        with output(job.out):
            into.close()
            _publish(scratch, job, done)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return done


def _file(job: Job, at: int, path: str, into: Writer | None, done: Done, alive: Sign) -> None:
    alive(at, 0)
    file = sign(path)
    documents = 0
    for found in process.documents(path, job.settings, job.stops.get(path)):
        if isinstance(found, Failure):
            done.failures.append(found)
            count(done.tally.failures, found.kind)
            continue
        if into:
            with output(job.out):
                into.write(found)
        _count(done.tally, found)
        documents += 1
        alive(at, documents)
    done.files.append(file)
    done.tally.files += 1
    done.tally.bytes += max(file.size, 0)


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
