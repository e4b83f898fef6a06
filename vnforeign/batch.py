"""Many files, one after another: found, read, analysed; a bad one is reported and never stops the rest."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from . import reading
from .analyze import analyze
from .document import Document

_PAUSE = 0.2  # seconds between two signs of progress


def read(path: str) -> Document:
    """The Document of a file, or of stdin for ``-``. Raises ReadError."""
    if path == "-":
        return reading.decode(sys.stdin.buffer.read(), "-")
    return reading.read(path)


class Batch:
    """One run over many files: ``complain`` gets each message, ``failed`` counts the documents that gave no result."""

    def __init__(self, complain: Callable[[str], None], reference_date: str | None = None, labels: tuple[str, ...] = ()) -> None:
        self.failed = 0
        self._complain = complain
        self._reference_date = reference_date
        self._labels = labels
        self._progress = Progress()

    def documents(self, paths: Iterable[str]) -> Iterator[Document]:
        """The analysed documents, in the order of the paths; nothing is kept between two of them."""
        for path in self._files(paths):
            self._progress.step()
            document = self._document(path)
            if document is not None:
                yield document
        self._progress.clear()

    def _files(self, paths: Iterable[str]) -> Iterator[str]:
        for path in paths:
            if path == "-" or not os.path.isdir(path):
                yield path
                continue
            empty = True
            for file in self._below(path, set()):
                empty = False
                yield file
            if empty:
                self._fail(f"{path}: no .txt file in this folder")

    def _below(self, folder: str, seen: set[str]) -> Iterator[str]:
        """Every .txt file below a folder in sorted order; a folder that links lead to again is not entered again."""
        real = os.path.realpath(folder)
        if real in seen:
            return
        seen.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self._fail(f"{folder}: {error.strerror}")
            return
        for entry in entries:
            try:
                folder_below, file = entry.is_dir(), entry.is_file() or entry.is_symlink()
            except OSError as error:  # a link that leads to itself
                self._fail(f"{entry.path}: {error.strerror}")
                continue
            if folder_below:
                yield from self._below(entry.path, seen)
            elif file and entry.name.lower().endswith(".txt"):
                yield entry.path

    def _document(self, path: str) -> Document | None:
        try:
            document = analyze(read(path), self._reference_date)
        except reading.ReadError as error:
            self._fail(str(error))
            return None
        except Exception as error:  # a fault of the library in one document must not cost the others
            self._fail(f"{path}: internal error: {type(error).__name__}: {error}")
            return None
        for warning in document.warnings:
            self._say(f"{path}: warning: {warning}")
        if self._labels:
            document = document.only(*self._labels)
        return document

    def _fail(self, message: str) -> None:
        self.failed += 1
        self._say(message)

    def _say(self, message: str) -> None:
        self._progress.clear()
        self._complain(message)


class Progress:
    """A count of files on stderr, when a person looks and there is more than one."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._count = 0
        self._shown = 0.0

    def step(self) -> None:
        """One more file begins."""
        self._count += 1
        if self._on and self._count > 1 and time.monotonic() - self._shown > _PAUSE:
            self._shown = time.monotonic()
            print(f"\r{self._count} files", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """The count leaves the line to a message."""
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._shown = 0.0
