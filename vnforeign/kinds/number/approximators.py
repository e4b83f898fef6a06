"""The words right before a number that say how exact it is."""

from __future__ import annotations

from ...lexicon import rows
from ...text import pattern

MODIFIERS = {row["word"]: row["modifier"] for row in rows("number/approximators")}
#: The last word of each.
APPROXIMATE = frozenset(word.split()[-1] for word in MODIFIERS)
_BEFORE = pattern(
    rf"(?<!\w)(?<!tốc )(?<!mật )(?<!nhiệt )(?<!trình )(?<!chế )(?<!mức )(?<!cường )(?:{'|'.join(sorted(MODIFIERS, key=len, reverse=True))})(?= \Z)",
    2,
)
_LONGEST = 12  # characters of a word that may stand before a number
_OPENING = "(\"'-/[,;\n"
_FARTHEST = 24  # characters: two approximators of two words
_AT_LEAST = pattern(r" trở lên(?!\w)")


def approximator(text: str, start: int) -> tuple[int, str | None]:
    """Where the expression of a number at ``start`` begins with its approximators, and their modifier.

    Of two (``ước trên 100 tỷ``) the one next to the number decides.
    """
    begin, modifier = start, None
    while begin > 1 and word_before(text, begin) in APPROXIMATE:
        match = _BEFORE.search(text, max(0, begin - _FARTHEST), begin)
        if not match:
            break
        begin = match.start()
        modifier = modifier or MODIFIERS[" ".join(match[0].lower().split())]
    return begin, modifier


def word_before(text: str, place: int) -> str:
    """The word right before a place, in lower case; empty where no blank stands between, or where it is longer than 12 letters."""
    end = place - 1
    if end < 1 or text[end] not in " \n":
        return ""
    begin = end - _LONGEST if end > _LONGEST else 0
    blank = max(text.rfind(" ", begin, end), text.rfind("\n", begin, end))
    word = text[blank + 1 if blank >= 0 else begin : end].lower()
    return word if word.isalpha() else word.rpartition("(")[2].lstrip(_OPENING)


def words_before(text: str, place: int) -> tuple[str, str]:
    """The two words before a place in lower case, without the marks beside them; empty where there are none."""
    parts = text[max(0, place - _FARTHEST) : place].lower().split()
    last = parts[-1].lstrip(_OPENING).rstrip(".:") if parts else ""
    return (parts[-2].rpartition("/")[2].lstrip(_OPENING) if len(parts) > 1 else ""), last


def at_least(text: str, end: int) -> bool:
    """Whether ``trở lên`` follows: at least so much."""
    return text[end + 1 : end + 2] in "tT" and _AT_LEAST.match(text, end) is not None
