"""Small tokens whose edges are the edges of every entity: runs of letters, runs of digits, each other character alone."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_TOKEN = regex.compile(r"(?:[^\W\d_]|\p{M})+|\d+|\S")


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """``(start, end)`` of each token, in order; blanks belong to none."""
    for found in _TOKEN.finditer(text):
        yield found.start(), found.end()
