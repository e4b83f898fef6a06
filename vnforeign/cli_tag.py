"""``vnforeign tag``: some files to a stream, or an archive to a folder."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click
from click.core import ParameterSource

from .console import FAILED, complain, reference_date_option
from .document import LABELS
from .wording import plain

if TYPE_CHECKING:
    from .archive.plan import Failure, Settings
    from .archive.summary import Summary
    from .document import Document

STREAMED = ("jsonl", "table", "html")
FORMATS = (*STREAMED, "parquet", "csv")
_TABLES = {
    **dict.fromkeys((".parquet", ".csv"), "give --format parquet or csv and name a folder"),
    **dict.fromkeys((".db", ".sqlite", ".sqlite3"), "a database is named sqlite:///reports.db"),
}
_NAMED = 10  # failures that are named on the terminal; all are in errors.jsonl


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("-o", "--output", metavar="OUT", default="-", help="A file, a folder where OUT has no suffix, a database's URL.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option("--label", "labels", multiple=True, type=click.Choice(LABELS), metavar="LABEL", help="Only this label; repeatable.")
@click.option("--fields/--no-fields", default=True, show_default=True, help="Fields, pillars and function of each passage.")
@click.option("--links/--no-links", default=True, show_default=True, help="Ties between mentions.")
@click.option("--records", is_flag=True, help="Draft the rows of the office's tables (docs/records.md); not with --label.")
@click.option(
    "--files-from",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="LIST",
    help="Read paths from this file (- for stdin), one a line or ended by NULs.",
)
@click.option("--workers", type=click.IntRange(0), metavar="N", help="Processes for a folder OUT.  [default: one a core]")
@click.option("--shard-size", type=click.IntRange(1), metavar="N", help="Files in a shard, on average.  [default: 100]")
@click.option("--state", metavar="FOLDER", help="Where a run into a database keeps what is done.")
@click.option("--resume", is_flag=True, help="Go on with the run in the folder OUT; do again what has changed.")
@click.option("--retry", is_flag=True, help="As --resume, and read files again that failed.")
@click.option(
    "--time-limit", type=click.FloatRange(0), default=60.0, show_default=True, metavar="SECONDS", help="Give a document up after."
)
@click.option("--cluster", metavar="ADDRESS", help="Work on the Dask cluster with this scheduler.")
@reference_date_option
def tag(paths: tuple[str, ...], output: str, form: str, files_from: str | None, **options: Any) -> int:
    """Write the entities of files; a folder stands for every file below it, - for stdin."""
    if options["records"] and options["labels"]:
        raise click.UsageError("--records reads entities of all labels; leave --label out")
    given = _given(paths, files_from)
    if "://" in output:
        _check_database(output)
    form = _by_suffix(output, form)
    if options["fields"] and form not in ("table", "html"):  # which show no fields
        _warn_of_fields()
    if _is_folder(output, form):
        return _archive(given, output, format=form, **options)
    for name in ("resume", "retry", "cluster", "workers", "shard_size", "state"):
        if options.pop(name):
            raise click.UsageError(f"--{name.replace('_', '-')} needs a folder as --output")
    options.pop("time_limit")
    _spare(output, paths)
    return _stream(given, output, form, options)


def _by_suffix(output: str, form: str) -> str:
    """The format that OUT's suffix names where none is said; a suffix of tables, which are folders, is refused."""
    suffix = Path(output).suffix.lower()
    if "://" in output or click.get_current_context().get_parameter_source("form") is not ParameterSource.DEFAULT:
        return form
    if suffix in _TABLES and not Path(output).is_dir():
        raise click.BadParameter(f"{suffix} does not hold JSON lines: {_TABLES[suffix]}", param_hint="--output")
    return "html" if suffix in (".html", ".htm") else form


def _warn_of_fields() -> None:
    """Says once, before the first document, that there will be no fields."""
    from .fields import need_numpy

    try:
        need_numpy()
    except ImportError as error:
        complain(f"warning: fields are left out: {error}")


def _archive(paths: Iterable[str], output: str, time_limit: float, shard_size: int | None, **options: Any) -> int:
    from .archive import ArchiveError, tag_many
    from .archive.progress import Line

    if "://" not in output and not Path(output).absolute().parent.is_dir():
        raise click.BadParameter(f"the folder of {output!r} does not exist", param_hint="--output")
    if paths == ("-",):
        raise click.UsageError("stdin (-) is one document: name a file as --output")
    if hasattr(signal, "SIGPIPE"):  # a worker that has died must not end the run
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    line = Line()
    options |= {"shard_size": shard_size} if shard_size else {}
    try:
        summary = tag_many(paths, output, time_limit=time_limit or None, progress=line.show if line.on else None, **options)
    except (ArchiveError, ImportError, ValueError) as error:
        line.clear()
        complain(plain(error))
        return FAILED
    except KeyboardInterrupt:
        line.clear()
        complain("interrupted; run again with --resume to go on")
        raise
    finally:
        line.clear()
    _report(summary, Path(summary.out))
    return FAILED if summary.failed else 0


def _given(paths: tuple[str, ...], files_from: str | None) -> Iterable[str]:
    """The paths of the command line, once each, or those of a list as they come."""
    if bool(paths) == bool(files_from):
        raise click.UsageError("give PATHs or --files-from, not both" if paths else "Missing argument 'PATH...' or --files-from")
    return _listed(files_from) if files_from else paths


def _listed(files_from: str) -> Iterator[str]:
    from .archive.discover import listed

    with click.open_file(files_from, "rb") as stream:
        yield from listed(cast(BinaryIO, stream))


def _is_folder(output: str, form: str) -> bool:
    """Whether OUT stands for a folder - one that exists, or a name without a suffix - or a database."""
    if "://" in output:
        return True
    if form in ("table", "html"):
        return False
    target = Path(output)
    if output != "-" and (target.is_dir() if target.exists() else not Path(os.path.realpath(output)).suffix):
        return True
    if form in STREAMED:
        return False
    raise click.BadParameter(f"--format {form} writes several tables: name a folder", param_hint="--output")


def _check_database(url: str) -> None:
    """Refuses what a database would silently leave out, and one that holds nothing when the command ends."""
    if click.get_current_context().get_parameter_source("form") is not ParameterSource.DEFAULT:
        raise click.UsageError("a database has no --format; leave it out")
    if url.startswith("sqlite:") and url.partition("?")[0].partition("://")[2].strip("/") in ("", ":memory:", "file::memory:"):
        raise click.UsageError("a database in memory ends with the command; write sqlite:///reports.db")


def _report(summary: Summary, out: Path) -> None:
    """The failures, as far as a person reads them, and the table of figures."""
    import json
    from itertools import islice

    if summary.failed:
        with (out / "errors.jsonl").open(encoding="utf-8") as lines:
            for line in islice(lines, _NAMED):
                row = json.loads(line)
                complain(_named(row["path"], row.get("member"), row["message"]))
        if summary.failed > _NAMED:
            complain(f"and {summary.failed - _NAMED} more: see {out / 'errors.jsonl'}")
    click.echo(str(summary), err=True)


def _named(path: str, member: str | None, message: str) -> str:
    return f"{path}{f' ({member})' if member else ''}: {message}"


# --- one stream --------------------------------------------------------------------------------------------------------


def _stream(paths: Iterable[str], output: str, form: str, options: dict[str, Any]) -> int:
    from .archive.plan import Settings

    settings = Settings(reader="vnforeign.archive.process:read_stream", **options)
    failures: list[bool] = []

    def fail(failure: Failure) -> None:
        failures[:] = [True]
        complain(_named(failure.path, failure.member, failure.message))

    with _opened(output) as stream:
        for piece in _renderer(form, settings.fields)(_documents(paths, settings, fail)):
            stream.write(piece.encode("utf-8", "replace"))
        stream.flush()
    return FAILED if failures else 0


def _documents(paths: Iterable[str], settings: Settings, fail: Callable[[Failure], None]) -> Iterator[Document]:
    """The analysed documents, in the order of the paths; nothing is kept between two of them."""
    from .archive import discover, process
    from .archive.plan import Failure

    for path in discover.files(paths):
        for found in process.documents(path, settings):
            if isinstance(found, Failure):
                fail(found)
                continue
            for warning in found.warnings:
                complain(_named(path, None, f"warning: {warning}"))
            yield found


def _spare(output: str, paths: Iterable[str]) -> None:
    """Refuses an output that is one of the inputs: the report would be lost."""
    for path in paths if output != "-" and os.path.isfile(output) else ():
        if path != "-" and os.path.exists(path) and os.path.samefile(path, output):
            raise click.BadParameter(f"{output!r} is one of the inputs", param_hint="--output")


def _renderer(form: str, fields: bool) -> Callable[[Iterable[Document]], Iterator[str]]:
    from .formats import html, jsonl, table

    if form == "table":
        from shutil import get_terminal_size

        return lambda documents: table.render(documents, get_terminal_size((100, 24)).columns)
    return html.render if form == "html" else lambda documents: jsonl.render(documents, fields=fields)


@contextmanager
def _opened(output: str) -> Iterator[BinaryIO]:
    """Stdout, or a file that takes its name when it is whole; a device or pipe is written to directly."""
    target = Path(os.path.realpath(output))
    if output == "-":
        yield sys.stdout.buffer
    elif os.path.exists(output) and not os.path.isfile(output) and not target.is_dir():
        with open(output, "wb") as stream:  # what /dev/stdout leads to has no path of its own
            yield stream
    elif target.is_dir() or not target.parent.is_dir():
        raise click.BadParameter(f"{output!r} is a folder, or its folder does not exist", param_hint="--output")
    else:
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("xb") as stream:
                yield stream
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
