"""How names are written: capitals within titles, and lines that a typesetter broke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...text import pattern, spellings

BLANK = r"[ \n\t]"
REACH = 80  # how far back the words before a paper are read


def capitals(word: str) -> list[str]:
    """The term itself and its forms with a first capital and any of its later words in capitals: ``Bản Ghi nhớ``, ``Năm Đoàn kết``."""
    first, *rest = word.split(" ")
    forms = [first[:1].upper() + first[1:]]
    for each in rest:
        forms = [f"{form} {written}" for form in forms for written in dict.fromkeys((each, each[:1].upper() + each[1:]))]
    return [word, *forms]


_WRAPPED = range(56, 130)  # the length of a line that was broken to fit a page


def wrapped(text: str, newline: int) -> bool:
    """Whether the line that ends here goes on in the next, so that a name may."""
    begin = text.rfind("\n", max(0, newline - _WRAPPED.stop), newline)
    return begin >= 0 and newline - begin in _WRAPPED or begin < 0 and newline in _WRAPPED


def either(listed: str) -> str:
    """An alternation of phrases parted by ``|``, in any case, for ``re`` itself (not for ``pattern``, which would spell it again).

    Grouped by first letter, which ``re`` compares before it enters a group: a word that begins none of the phrases costs little.
    What must not stand around a phrase comes behind it: ``do(?<!tự do)``.
    """
    groups = _by_first(_spelt(listed))
    return "|".join(f"[{first}{first.upper()}](?i:{'|'.join(rests)})" for first, rests in groups.items())


def backwards(listed: str) -> str:
    """An alternation of phrases parted by ``|``, read from their ends: for a text that ``behind`` gives."""
    groups = _by_first(form[::-1].replace(" ", BLANK) for phrase in listed.split("|") for form in sorted(spellings(phrase)))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in groups.items())


def behind(text: str, place: int) -> str:
    """What stands before a place, in small letters and backwards, so that one match from its start tells how it ends.

    A search for words that end at the place would try each letter before it.
    """
    return text[max(0, place - REACH - 1) : place].lower()[::-1]


def word_before(text: str, place: int) -> str:
    """The letters and digits that end at a place, in small letters; as many as the longest syllable has and some more."""
    at, floor = place, max(0, place - 12)
    while at > floor and text[at - 1].isalnum():
        at -= 1
    return text[at:place].lower()


def last_words(listed: str) -> frozenset[str]:
    """The last word of each phrase in each spelling: one word tells of most places that no phrase ends there."""
    return frozenset(form.rpartition(" ")[2] for phrase in listed.split("|") for form in spellings(phrase))


def _spelt(listed: str) -> Iterator[str]:
    """Each phrase in each spelling, with the condition that stands behind it."""
    for phrase in listed.split("|"):
        words, mark, condition = phrase.partition("(")
        for form in sorted(spellings(words)):
            yield form.replace(" ", BLANK) + (pattern(mark + condition).pattern if mark else "")


def _by_first(forms: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(form[0], []).append(form[1:])
    return groups
