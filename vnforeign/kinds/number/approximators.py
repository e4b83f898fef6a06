"""The words right before a number that say how exact it is."""

from __future__ import annotations

from ...lexicon import rows
from ...text import pattern

MODIFIERS = {row["word"]: row["modifier"] for row in rows("number/approximators")}
_LAST = {form for word in MODIFIERS for form in (word.split()[-1],)}
_BEFORE = pattern(rf"(?<!\w)(?:{'|'.join(sorted(MODIFIERS, key=len, reverse=True))})(?= \Z)", 2)
_FARTHEST = 24  # characters: two approximators of two words
_AT_LEAST = pattern(r" trở lên(?!\w)")


def approximator(text: str, start: int) -> tuple[int, str | None]:
    """Where the expression of a number at ``start`` begins with its approximators, and their modifier.

    Of two (``ước trên 100 tỷ``) the one next to the number decides.
    """
    begin, modifier = start, None
    while begin > 1 and text[begin - 1] in " \n" and _word_before(text, begin - 1) in _LAST:
        match = _BEFORE.search(text, max(0, begin - _FARTHEST), begin)
        if not match:
            break
        begin = match.start()
        modifier = modifier or MODIFIERS[" ".join(match[0].lower().split())]
    return begin, modifier


def _word_before(text: str, end: int) -> str:
    start = text.rfind(" ", max(0, end - _FARTHEST), end) + 1
    return text[start:end].lstrip("(\"'-/\n").lower()


def at_least(text: str, end: int) -> bool:
    """Whether ``trở lên`` follows: at least so much."""
    return _AT_LEAST.match(text, end) is not None
