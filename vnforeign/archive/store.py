"""The output folder of a run: part files, the records of finished shards, and what is written when all is done.

    OUT/documents/part-000012-1f3a9c….jsonl    one file a shard and table; the number is the shard's place in the whole
    OUT/errors.jsonl, OUT/summary.json         when the run is through
    OUT/.vnforeign/settings.json, lock         what the run was asked for; who is at work
    OUT/.vnforeign/shards/1f3a9c….json         a finished shard: its files as they were, its parts, its figures
    OUT/.vnforeign/scratch/                    what workers have begun

A shard is done when its record is there: the record is written last. Nothing else remembers what was done.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

import msgspec

from . import wire
from .plan import HOME, RECORDS, SCRATCH, ArchiveError, Done, Settings, unchanged
from .summary import Summary, Tally
from .writers import output, place, sync


def begun(out: Path) -> bool:
    """Whether a run has been begun in a folder."""
    return (out / HOME / "settings.json").exists()


class Store:
    """An output folder that this process holds. Use it in a ``with``."""

    def __init__(self, out: Path, settings: Settings, resume: bool = False, retry: bool = False) -> None:
        """With ``retry`` shards with failures are not kept.

        Raises ArchiveError for a folder with other things in it, or another run's, or one that is at work.
        """
        self.out = out
        self._settings = settings
        self._retry = retry
        with output(out):
            _check(out, settings, resume)
            for folder in (RECORDS, SCRATCH):
                (out / folder).mkdir(parents=True, exist_ok=True)
            self._lock = _locked(out)
            if not (out / HOME / "settings.json").exists():
                place(wire.dumps(settings).encode(), out / HOME / "settings.json")
            self.clean()
            self._plan = (out / HOME / "plan").open("w", encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # a full disk was said before
            self._plan.close()
        self.clean()
        self._lock.close()

    def clean(self) -> None:
        """Drops what was begun and not finished."""
        for left in (self.out / SCRATCH).glob("*"):
            shutil.rmtree(left, ignore_errors=True)
        for left in (self.out / RECORDS).glob("*.part"):
            left.unlink(missing_ok=True)

    def note(self, name: str, key: str) -> None:
        """A shard belongs to the output, in the order of these calls."""
        self._plan.write(f"{name} {key}\n")

    def record(self, key: str) -> Done | None:
        """What a finished shard left; None for one that is not done."""
        try:
            return wire.loads(Done, (self.out / RECORDS / f"{key}.json").read_bytes())
        except (OSError, ValueError):
            return None

    def kept(self, name: str, key: str) -> Done | None:
        """The record of a shard that need not be done again, its part files moved to their place in the order of today."""
        done = self.record(key)
        if (
            not done
            or (self._retry and done.failures)
            or not all((self.out / part).is_file() for part in done.parts)
            or not unchanged(done)
        ):
            return None
        if done.name != name:
            self._move(done, name)
        return done

    def _move(self, done: Done, name: str) -> None:
        for at, part in enumerate(map(Path, done.parts)):
            done.parts[at] = str(part.with_name(part.name.replace(done.name, name, 1)))
            (self.out / part).replace(self.out / done.parts[at])
        done.name = name
        place(wire.dumps(done).encode(), self.out / RECORDS / f"{done.key}.json")

    def finish(self, fresh: Tally, seconds: float, workers: int) -> Summary:
        """Writes ``errors.jsonl`` and ``summary.json`` and drops the parts of files that are no longer asked for."""
        summary = Summary(Tally(), fresh, seconds, workers, str(self.out))
        part = self.out / HOME / "errors.part"
        with output(self.out):
            self._plan.flush()
            parts: set[str] = set()
            keys: set[str] = set()
            with part.open("w", encoding="utf-8") as errors:
                for done in self._records():
                    summary.tally.add(done.tally)
                    errors.writelines(wire.dumps(failure) + "\n" for failure in done.failures)
                    parts.update(done.parts)
                    keys.add(f"{done.key}.json")
            self._sweep(parts, keys)
            self._join()
            sync(part)
            part.replace(self.out / "errors.jsonl")
            place(msgspec.json.format(msgspec.json.encode(summary.to_dict())) + b"\n", self.out / "summary.json")
        return summary

    def _join(self) -> None:
        """One CSV file a table, for people, of its part files."""
        for folder in sorted(self.out.iterdir()) if self._settings.format == "csv" else ():
            if not folder.is_dir() or folder.name == HOME:
                continue
            if not (pieces := sorted(folder.glob("part-*.csv"))):
                (self.out / f"{folder.name}.csv").unlink(missing_ok=True)
            else:
                target = self.out / HOME / f"{folder.name}.part"
                with target.open("wb") as whole:
                    _joined(pieces, whole)
                sync(target)
                target.replace(self.out / f"{folder.name}.csv")

    def _records(self) -> Iterator[Done]:
        with (self.out / HOME / "plan").open(encoding="utf-8") as lines:
            for line in lines:
                if (done := self.record(line.split()[1])) is None:
                    raise ArchiveError(f"{self.out}: a record is gone; was the folder changed? Run again with --resume")
                yield done

    def _sweep(self, parts: set[str], keys: set[str]) -> None:
        for file in self.out.glob("*/part-*"):
            if str(file.relative_to(self.out)) not in parts:
                file.unlink()
        for file in (self.out / RECORDS).iterdir():
            if file.name not in keys:
                file.unlink()


def _joined(pieces: list[Path], whole: IO[bytes]) -> None:
    for at, piece in enumerate(pieces):
        with piece.open("rb") as part:
            header = part.readline()
            whole.write(b"" if at else header)
            shutil.copyfileobj(part, whole)


def _check(out: Path, settings: Settings, resume: bool) -> None:
    if out.exists() and not out.is_dir():
        raise ArchiveError(f"{out}: is a file, not a folder")
    found = out / HOME / "settings.json"
    if not found.exists():
        if out.is_dir() and [each for each in os.listdir(out) if each != HOME]:
            raise ArchiveError(f"{out}: holds other files; name a new folder")
        return
    if not resume:
        raise ArchiveError(f"{out}: holds a run already; --resume goes on with it")
    before = msgspec.to_builtins(wire.loads(Settings, found.read_bytes()))
    for name, now in msgspec.to_builtins(settings).items():
        if before[name] != now:
            raise ArchiveError(f"{out}: was made with {name} = {before[name]!r}, not {now!r}; name a new folder")


def _locked(out: Path) -> IO[bytes]:
    """The lock of a folder; it goes with the process, however that ends."""
    lock = (out / HOME / "lock").open("wb")
    try:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:  # Windows
        pass
    except BlockingIOError:
        lock.close()
        raise ArchiveError(f"{out}: another run is at work there") from None
    return lock
