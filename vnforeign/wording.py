"""How messages put things: counts with their nouns, and what the system says of a file in plain words."""

from __future__ import annotations

import errno
from pathlib import Path

_SAID = {
    errno.ENOENT: "no such file or folder",
    errno.EEXIST: "is a file, not a folder",
    errno.ENOTDIR: "is no folder, or a file stands where a folder should",
    errno.EISDIR: "is a folder, not a file",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.ENOSPC: "the disk is full",
}


def many(number: int, one: str, several: str = "", form: str = "") -> str:
    """``1 row``, ``2 rows``; ``several`` is the plural where it takes more than an s, ``form`` as for ``format``."""
    return f"{number:{form}} {one if number == 1 else several or one + 's'}"


def plain(error: Exception) -> str:
    """An exception for people: of an OSError its file and what is wrong with it, without number; of others their message."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    path = error.filename if isinstance(error.filename, str) else ""
    said = _SAID.get(error.errno or 0, error.strerror)
    if error.errno == errno.ENOENT and path and not Path(path).absolute().parent.is_dir():
        said = "its folder does not exist"
    return f"{path}: {said}" if path else said
