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
from .writers import WRITERS, Writer, output, place, sync

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
            writer = WRITERS[job.settings.format](scratch, job.settings)
        for at, path in enumerate(job.paths):
            _file(job, at, path, writer, done, alive)
        with output(job.out):
            writer.close()
            _publish(scratch, job, done)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return done


def _file(job: Job, at: int, path: str, writer: Writer | None, done: Done, alive: Sign) -> None:
    alive(at, 0)
    file = sign(path)
    documents = 0
    for found in process.documents(path, job.settings, job.stops.get(path)):
        if isinstance(found, Failure):
            done.failures.append(found)
            count(done.tally.failures, found.kind)
            continue
        if writer:
            with output(job.out):
                writer.write(found)
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
    """Every file of the scratch folder becomes the part file of its table: ``documents.jsonl`` is ``documents/NAME.jsonl``."""
    for file in sorted(scratch.iterdir()):
        sync(file)
        part = Path(file.stem, job.name + file.suffix)
        Path(job.out, part.parent).mkdir(exist_ok=True)
        file.replace(Path(job.out, part))
        sync(Path(job.out, part.parent))
        done.parts.append(str(part))
    place(wire.dumps(done).encode(), Path(job.out, RECORDS, f"{job.key}.json"))
