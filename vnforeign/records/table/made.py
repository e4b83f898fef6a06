"""A table as it was read."""

from __future__ import annotations

import msgspec

from .cell import Row, Span
from .kind import Column
from .line import Line


class Table(msgspec.Struct):
    """``kind`` is the type of its rows where its heads tell items apart; ``titles`` are the lines above, nearest first;
    ``planned`` where they speak of what is still to come; ``goes_on`` where its rows go on with those of the table before.
    """

    kind: str
    columns: list[Column]
    heads: list[Row]
    lines: list[Line]
    titles: list[Span]
    unit: str
    form: bool = False
    planned: bool = False
    start: int = 0
    end: int = 0
    goes_on: bool = False


__all__ = ["Table"]
