"""The bytes of a path: regular files only, never more than the limit, whatever stands there."""

from __future__ import annotations

import os
import stat

from .limits import MB
from .plain import ReadError

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_KINDS = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a pipe, not a file; - reads what is piped in"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def load(path: str | os.PathLike[str], most: int) -> bytes:
    """The file's bytes. Raises ReadError for what is missing, locked, no regular file, or larger than ``most`` bytes.

    Raises TypeError for what is no path: bytes, which a path might be too, are taken for a file's content.
    """
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(_no_path(path))
    try:
        with open(path, "rb", opener=_opener) as stream:
            found = os.fstat(stream.fileno())
            _check_kind(str(path), found.st_mode)
            check_size(str(path), found.st_size, most)
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise ReadError(f"{path}: is a folder, not a file") from None
    except PermissionError:
        raise ReadError(f"{path}: no permission to read it") from None
    except ReadError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    check_size(str(path), len(data), most)  # it may have grown since
    return data


def _no_path(given: object) -> str:
    kind = given.__name__ if isinstance(given, type) else type(given).__name__
    return f"a path is a str or os.PathLike, not {kind}; vnforeign.reading.decode(data, name) reads bytes"


def _opener(path: str, _flags: int) -> int:
    """Without waiting for the other end of a pipe."""
    return os.open(path, _FLAGS)


def check_size(source: str, size: int, most: int) -> None:
    """Raises ReadError for more than ``most`` bytes."""
    if size > most:
        raise ReadError(f"{source}: {size / MB:.0f} MB is more than the {most / MB:g} MB that are read (Limits.size)")


def _check_kind(path: str, mode: int) -> None:
    for is_kind, said in _KINDS:
        if is_kind(mode):
            raise ReadError(f"{path}: {said}")
