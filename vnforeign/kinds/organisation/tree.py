"""Phrases by their words: the longest phrase that begins at a place, whatever its capitals and blanks."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import Any

from ...text import spellings

_STEP = re.compile(r"[ \n\t]?([^\W_]+|[&,/.'-])")
_END = ""
#: A word without such letters has one spelling: asked first, since most are so.
_MAY_VARY = re.compile("[oòóỏõọuùúủũụ][aàáảãạeèéẻẽẹyỳýỷỹỵ]|[iìíỉĩịyỳýỷỹỵ]\\Z")


@cache
def ways(word: str) -> tuple[str, ...]:
    """A word in small letters, in each of its spellings."""
    small = word.lower()
    return tuple(sorted({form.lower() for form in spellings(word)})) if _MAY_VARY.search(small) else (small,)


class Tree:
    """A tree of words; each phrase leads to what was put there."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def put(self, phrase: str, what: Any) -> None:
        """Add a phrase in each of its spellings; the first meaning stays."""
        for words in product(*map(ways, _STEP.findall(phrase))):
            branch = self._root
            for word in words:
                branch = branch.setdefault(word, {})
            branch.setdefault(_END, what)

    def longest(self, text: str, at: int) -> tuple[int, Any] | None:
        """Where the longest phrase that begins at ``text[at]`` ends, and what it leads to."""
        branch, best = self._root, None
        step = _STEP.match(text, at) if text[at : at + 1].isalnum() else None
        while step:
            following = branch.get(step[1].lower())
            if following is None:
                break
            branch, at = following, step.end()
            if _END in branch:
                best = at, branch[_END]
            step = _STEP.match(text, at)
        return best
