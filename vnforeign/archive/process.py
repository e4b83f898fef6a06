"""One file: read, analysed, and whatever goes wrong turned into a failure that names it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path

from ..analyze import analyze
from ..document import Document
from ..reading import ReadError, decode_all, read_all
from ..reading.plain import OutOfMemory
from .plan import ArchiveError, Failure, Settings, Stop

Found = Document | Failure
Reader = Callable[[str | Path], Iterator[Document | ReadError]]


def read_stream(path: str | Path) -> Iterator[Document | ReadError]:
    """``read_all``, and stdin for ``-``: for a process that has a stdin of its own."""
    if path == "-":
        yield from decode_all(sys.stdin.buffer.read(), "-")
    else:
        yield from read_all(path)


def reader(name: str) -> Reader:
    """The function that a settings' ``reader`` names."""
    module, _, function = name.partition(":")
    chosen: Reader = getattr(import_module(module), function)
    return chosen


def documents(path: str, settings: Settings, stop: Stop | None = None) -> Iterator[Found]:
    """The analysed documents of a file, or why there are none; never raises for what a file holds."""
    found = _read(path, reader(settings.reader))
    for each in islice(found, stop.after) if stop else found:
        yield each if isinstance(each, Failure) else _analysed(path, each, settings)
    if stop:
        yield Failure(path, stop.kind, stop.message)


def warm(settings: Settings) -> None:
    """Loads rules and lexicons, so that the first document is not charged with it. Raises ArchiveError where that fails."""
    found = _analysed("", Document(text="năm 2014"), settings)
    if isinstance(found, Failure):
        raise ArchiveError(f"analysis does not start: {found.message}")


def _read(path: str, opened: Reader) -> Iterator[Found]:
    if os.path.isdir(path):
        yield Failure(path, "unreadable", _unlisted(path))
        return
    try:
        for each in opened(path):
            yield each if isinstance(each, Document) else _unread(path, each)
    except Exception as error:
        yield _failure(path, error)


def _unlisted(folder: str) -> str:
    try:
        os.listdir(folder)
    except OSError as error:
        return str(error.strerror)
    return "no file in this folder"


def _analysed(path: str, document: Document, settings: Settings) -> Found:
    try:
        analysed = analyze(document, settings.reference_date, settings.links, settings.labels or None)
        if settings.records:
            from ..records import prefill

            prefill(analysed)
        return analysed
    except Exception as error:
        return _failure(path, error, _member(path, document.source))


def _failure(path: str, error: Exception, member: str | None = None) -> Failure:
    """A fault of a file, or of the library in one document, must not cost the others."""
    if isinstance(error, ReadError):
        return _unread(path, error)
    if isinstance(error, MemoryError):
        return Failure(path, "memory", "does not fit into memory", member)
    return Failure(path, "internal error", f"{type(error).__name__}: {error}", member)


def _unread(path: str, error: ReadError) -> Failure:
    said, kind = str(error), "memory" if isinstance(error, OutOfMemory) else "unreadable"
    member, mark, message = said.removeprefix(path).partition(": ")
    if not said.startswith(path) or not mark:
        return Failure(path, kind, said)
    return Failure(path, kind, message, _member(path, path + member))


def _member(path: str, source: str | None) -> str | None:
    """What a source names inside a file, None for the file itself."""
    return source[len(path) :].lstrip("!/:") or None if source and source.startswith(path) else None
