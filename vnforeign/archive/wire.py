"""Messages between processes and records on disk: structs as one line of ASCII JSON each.

ASCII, since a path may hold bytes that are no UTF-8; Python's own ``json`` writes and reads such a path back unharmed.
"""

from __future__ import annotations

import json
from typing import TypeVar

import msgspec

T = TypeVar("T")


def dumps(message: object) -> str:
    """A struct as one line, without its line end."""
    return json.dumps(msgspec.to_builtins(message), separators=(",", ":"))


def loads(kind: type[T], line: str | bytes) -> T:
    """The struct that ``dumps`` wrote. Raises ValueError for anything else."""
    return msgspec.convert(json.loads(line), kind)
