"""From paths to files: folders are walked in sorted order, one folder's names in memory at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from .plan import ArchiveError

#: What systems and programs leave beside documents; names that begin with a dot are passed over too.
_LITTER = {"__MACOSX", "Thumbs.db", "desktop.ini"}


def files(paths: Iterable[str], spare: str | None = None) -> Iterator[str]:
    """Every file that the paths stand for, once, in sorted order within a folder; ``spare`` is a folder to stay out of.

    Hidden files are passed over unless a path names them, and a folder that links lead to again is not entered again. What
    cannot be walked (no such path, no permission, an empty folder) is given as it is: reading it will say why.
    """
    seen = {os.path.realpath(spare)} if spare else set()
    named: set[bytes] = set()  # the files that a path names
    for path in paths:
        if path == "-":
            yield path
        elif not os.path.isdir(path):
            if (place := _place(path)) not in named and not _was_walked(path, seen, spare):
                named.add(place)
                yield path
        elif os.path.realpath(path) not in seen:  # else it was walked for another path
            yield from (each for each in _below(path, seen) if not named or _place(each) not in named)


def found(paths: Iterable[str]) -> Iterable[str]:
    """The paths, where a run over them has anything to do; of a list that is read as it goes only the first is looked for.

    Raises ArchiveError for a path that is not there and for folders without a file.
    """
    if isinstance(paths, Iterator):
        if (first := next(paths, None)) is None:
            raise ArchiveError("the list names no file; nothing was begun")
        return chain([first], paths)
    named = list(paths)
    if missing := [path for path in named if not os.path.lexists(path)]:
        raise ArchiveError(f"{', '.join(missing)}: no such file or folder; nothing was begun")
    if all(os.path.isdir(path) for path in files(named)):
        raise ArchiveError(f"{', '.join(named)}: no file there that can be read; nothing was begun")
    return named


def _place(path: str) -> bytes:
    """Where a file stands, however the path to its folder is written, as a digest: there may be a million."""
    folder, name = os.path.split(path)
    return hashlib.blake2b(os.fsencode(os.path.join(os.path.realpath(folder), name)), digest_size=12).digest()


def _was_walked(path: str, seen: set[str], spare: str | None) -> bool:
    """Whether a file was found in a folder that another path leads to."""
    folder, name = os.path.split(path)
    real = os.path.realpath(folder)
    found = real in seen and not _passed_over(name) and (os.path.isfile(path) or os.path.islink(path))
    return found and os.access(real, os.R_OK) and not (spare and real == os.path.realpath(spare))


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _LITTER


def _below(top: str, seen: set[str]) -> Iterator[str]:
    stack, empty = [iter([top])], True
    while stack:
        path = next(stack[-1], None)
        if path is None:
            stack.pop()
        elif os.path.isdir(path) and (names := _names(path, seen)) is not None:
            stack.append(iter(names))
        elif os.path.isdir(path) or os.path.isfile(path) or os.path.islink(path):
            empty = False
            yield path
    if empty:
        yield top


def _names(folder: str, seen: set[str]) -> list[str] | None:
    """The paths in a folder, none where it was entered before, None where it cannot be listed."""
    real = os.path.realpath(folder)
    if real in seen:
        return []
    seen.add(real)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return None
    return [os.path.join(folder, name) for name in names if not _passed_over(name)]


def listed(stream: BinaryIO) -> Iterator[str]:
    """The paths of a list, one a line, or ended by NULs as ``find -print0`` writes them; blank ones are left out."""
    mark, rest = b"", b""
    while chunk := stream.read(1 << 16):
        mark = mark or (b"\0" if b"\0" in chunk else b"\n")
        *whole, rest = (rest + chunk).split(mark)
        yield from (os.fsdecode(line.rstrip(b"\r")) for line in whole if line.strip())
    if rest.strip():
        yield os.fsdecode(rest.rstrip(b"\r"))
