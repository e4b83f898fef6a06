"""How often the lines of a run are read again that made no table: a head may stand below its first ones, but not in each."""

from __future__ import annotations

_AGAIN = 5  # lines of a run from which it is read again


class Tried:
    """Where the last run ends that was read in vain, and from how many of its lines it may be read again."""

    __slots__ = ("_end", "_left")

    def __init__(self) -> None:
        self._end = self._left = 0

    def may(self, place: int) -> bool:
        """Whether a run may be read from a place on."""
        return place >= self._end or self._left > 0

    def read(self, place: int, end: int, again: int = _AGAIN) -> None:
        """Remembers that a run was read from a place to an end."""
        if place >= self._end:
            self._end, self._left = end, again
        else:
            self._left -= 1


__all__ = ["Tried"]
