"""One run: paths to shards, shards to workers, records to figures."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import msgspec

from ..document import LABELS
from ..formats import sink
from .discover import files, found
from .engines import Engine, Processes, Serial, spread
from .plan import Job, Settings, shards
from .progress import Progress
from .store import Store, begun
from .summary import Summary
from .writers import FORMATS

SHARD = 100  # files, on average
_NOWHERE = {"sqlite:", "sqlite::memory:", "sqlite:file::memory:"}  # what is left of such addresses
LIMIT = 60.0  # seconds that one document may take


def tag_many(
    paths: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    workers: int | None = None,
    format: str = "jsonl",
    resume: bool = False,
    retry: bool = False,
    time_limit: float | None = LIMIT,
    reference_date: str | None = None,
    labels: Sequence[str] = (),
    links: bool = True,
    fields: bool = True,
    records: bool = False,
    shard_size: int = SHARD,
    state: str | Path | None = None,
    cluster: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Reads and analyses all files below ``paths`` and writes the results into the folder ``out``.

    The folder holds part files in the sorted order of the paths: ``documents/part-*.jsonl``, or the tables of ``docs/schema.md``
    in ``format`` ``parquet`` or ``csv`` (and then ``documents.csv``, ``entities.csv`` … too); ``errors.jsonl`` with a line for
    each file or member that gave no document; ``summary.json``. An ``out`` like ``sqlite:///reports.db`` or ``postgresql://…``
    loads a database, a transaction a shard, with absolute paths as sources; the rest is then in the folder ``state``,
    ``reports.db.run`` if none is named.

    Files are read in ``workers`` processes, one a core where it is None, in this process where it is 0; or on the Dask
    cluster whose scheduler has the address ``cluster``. A document that takes more than ``time_limit`` seconds is given up; a
    file that crashes its reader costs only itself. ``records`` drafts the rows of the office's tables too, ``labels`` keeps
    entities of these labels only: not both.

    A shard is what a worker does at a time, what a power cut costs, and a part file: ``shard_size`` files on average. With
    ``resume``, a folder of an earlier run of equal settings is brought up to date: only files that are new or hold other content
    than before are read; with ``retry`` those too that failed, since a program or an extra that was missing may be there now, or
    the time limit be another. ``progress`` is called once or twice a second.

    Raises ArchiveError when the run cannot go on (the output cannot be written or holds another run, the cluster is gone) or is
    not begun (a path is not there, no file is found), ValueError for a format or label that does not exist or a reference date
    that is none, ImportError with a hint where an extra is missing.
    """
    if records and labels:
        raise ValueError("records are drafted from entities of all labels; leave labels out")
    for label in labels:
        if label not in LABELS:
            raise ValueError(f"no label {label!r}; there are {', '.join(LABELS)}")
    given = [paths] if isinstance(paths, str | Path) else paths
    listed = isinstance(given, Iterator)
    folder, format, database = _target(str(out), format, state)
    named = map(_whole if database else str, given)
    inputs = () if listed else tuple(dict.fromkeys(named))
    settings = Settings(
        format=format,
        database=database,
        reference_date=_day(reference_date),
        labels=tuple(labels),
        links=links,
        fields=fields,
        records=records,
        shard=shard_size,
        inputs=inputs,
        version=_version(),
    )
    engine = partial(_engine, workers, cluster)
    return run(
        named if listed else inputs,
        folder,
        settings,
        engine,
        resume or retry,
        time_limit,
        progress,
        str(out) if database else "",
        retry,
    )


def run(
    paths: Iterable[str],
    out: Path,
    settings: Settings,
    engine: Callable[[], Engine],
    resume: bool = False,
    limit: float | None = LIMIT,
    progress: Callable[[Progress], None] | None = None,
    database: str = "",
    retry: bool = False,
) -> Summary:
    """``tag_many`` with everything at hand; ``engine`` makes the engine."""
    paths = paths if begun(out) else found(paths)
    with Store(out.absolute(), settings, resume, retry) as store, closing(engine()) as at_work:
        state = Progress()
        shape = msgspec.structs.replace(settings, inputs=())  # which may be a million paths, and a job names its own
        blank = Job("", "", [], str(store.out), os.getcwd(), shape, limit, database)
        jobs = _jobs(files(paths, str(out)), store, blank, state)
        shown = 0.0
        if progress and not isinstance(paths, Iterator):
            threading.Thread(target=state.count, args=(files(paths, str(out)),), daemon=True).start()
        for done in spread(jobs, at_work):
            if done:
                state.take(done)
            if progress and time.monotonic() - shown > 0.5:
                shown = time.monotonic()
                progress(state)
        return store.finish(state.fresh, state.seconds, at_work.workers)


def _jobs(paths: Iterator[str], store: Store, blank: Job, state: Progress) -> Iterator[Job | None]:
    """The shards that have to be done; the others are only noted, and a None is given."""
    for number, (key, shard) in enumerate(shards(paths, blank.settings.shard)):
        name = f"part-{number:06}-{key}"
        store.note(name, key)
        if kept := store.kept(name, key):
            state.keep(kept)
            yield None
        else:
            yield msgspec.structs.replace(blank, name=name, key=key, paths=shard)


def _target(out: str, format: str, state: str | Path | None) -> tuple[Path, str, str]:
    """The folder of a run, its format, and its database's address as it may be shown."""
    if "://" not in out:
        if state is not None:
            raise ValueError("a folder remembers by itself what is done: state is for a database")
        if format not in FORMATS:
            raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
        if format != "jsonl":
            sink.to(format, out)  # says what has to be installed
        return Path(out), format, ""
    if format not in ("jsonl", "sql"):
        raise ValueError(f"a database has no format {format!r}: leave it out")
    database = _shown(out)
    if out.partition("?")[0].replace("+pysqlite", "").replace("/", "") in _NOWHERE:
        raise ValueError("a database in memory ends with the run: write sqlite:///reports.db")
    if state is None and not out.startswith("sqlite:///"):
        raise ValueError("a run into a database remembers in a folder what is done: name it as state (--state)")
    return Path(state or out.removeprefix("sqlite:///") + ".run"), "sql", database


def _whole(path: str | Path) -> str:
    """The path from the root: in a database, runs from several folders stand side by side."""
    return os.path.abspath(path)


def _shown(database: str) -> str:
    """A database's address without its password. Raises ValueError for no address, ImportError where SQLAlchemy is missing."""
    from ..formats.sql_engine import Database

    return Database(database).name


def _engine(workers: int | None, cluster: str | None) -> Engine:
    if cluster:
        from .cluster import Cluster

        return Cluster(cluster)
    if workers is None:
        workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if workers < 0:
        raise ValueError("workers is a number from 0")
    return Processes(workers) if workers else Serial()


def _version() -> str:
    from .. import __version__

    return __version__


def _day(said: str | None) -> str | None:
    from ..analyze import _day as day

    found = day(said)
    return found.isoformat() if found else None
