"""What stands in an archive or a mail, and how much of it may still be read."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath

import msgspec

from .draft import Draft
from .limits import MB, Limits
from .plain import ReadError

_LONGEST = 200
#: Controls, and the marks that turn a name's letters round for whoever reads it.
_MISLEADING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_SMALL = MB  # a member up to this size may be packed as tightly as it likes


class Part(msgspec.Struct):
    """A member or attachment: its name, made harmless, and its bytes; or the ``draft`` of a mail's body."""

    name: str = ""
    data: bytes = b""
    draft: Draft | None = None


class Budget:
    """What is left of the limits, over a container and all that stand in it."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._members, self._unpacked, self._blank = limits.members, limits.unpacked, limits.size

    def enter(self, source: str, depth: int) -> None:
        """One container more; ``depth`` is 0 for the outermost. Raises ReadError where they lie too deep."""
        if depth >= self.limits.depth:
            raise ReadError(f"{source}: archives stand more than {self.limits.depth} deep in each other (Limits.depth)")

    def member(self, source: str) -> None:
        """One member more. Raises ReadError where there are too many."""
        self._members -= 1
        if self._members < 0:
            raise ReadError(f"{source}: holds more than {self.limits.members} files (Limits.members)")

    def unpack(self, source: str, size: int, packed: int, picture: bool = False) -> None:
        """So many bytes more, from so many packed ones. Raises ReadError where one of the limits is passed.

        A ``picture`` may be blank and packed as tightly as it likes; those that are may be as large together as one file.
        """
        if size > self.limits.size:
            raise ReadError(
                f"{source}: {size / MB:.0f} MB is more than the {self.limits.size / MB:g} MB that are read (Limits.size)"
            )
        blank = size > _SMALL and size > packed * self.limits.ratio
        self._blank -= size * (blank and picture)
        if blank and (not picture or self._blank < 0):
            raise ReadError(f"{source}: unpacks to {size // max(packed, 1)} times its size, which no text does (Limits.ratio)")
        self._unpacked -= size
        if self._unpacked < 0:
            raise ReadError(f"{source}: the archive unpacks to more than {self.limits.unpacked / MB:g} MB (Limits.unpacked)")


class Names:
    """The names of a container's parts, each once: a second ``x.txt`` is ``x (2).txt``, since names tell documents apart."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def once(self, name: str) -> str:
        """The name, made harmless and unlike those before."""
        found = name = harmless(name)
        while found in self._given:
            self._given[name] += 1
            path = PurePosixPath(name)
            found = str(path.with_name(f"{path.stem} ({self._given[name]}){path.suffix}"))
        self._given[found] = 1
        return found


def harmless(name: str) -> str:
    """An inner name as it may be shown and joined to a source: no way up, no root, no drive, no control characters."""
    steps = _MISLEADING.sub("", name.replace("\\", "/")).split("/")
    kept = [step.strip().replace(":", "_") for step in steps if step.strip(". ")]
    return "/".join(kept)[-_LONGEST:].lstrip("/") or "unnamed"
