"""Alternations of phrases that ``re`` is quick at: grouped by first letter, or read backwards from where they must end."""

from __future__ import annotations

import re

from .text import loose, spellings

#: One blank of any kind, for patterns that ``text.pattern`` does not make.
BLANK = r"[ \n\t]"


def holding(part: str, source: str) -> re.Pattern[str]:
    """A pattern whose source, as ``text.pattern`` reads it, says ``@`` where an expression for ``re`` goes."""
    return re.compile(loose(source).replace("@", part))


def either(listed: str) -> str:
    """An alternation of phrases parted by ``|``, in any case, for ``re`` itself: ``pattern`` would spell it again.

    Grouped by first letter, which ``re`` compares before it enters a group: a word that begins none of the phrases costs little.
    What must not stand around a phrase comes behind it: ``do(?<!tự do)``.
    """
    return "|".join(f"[{first}{first.upper()}](?i:{'|'.join(rests)})" for first, rests in by_first(listed).items())


def as_written(listed: str) -> str:
    """The same, but only as the phrases are written."""
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first(listed).items())


def by_first(listed: str) -> dict[str, list[str]]:
    """The rests of the phrases in all their spellings by first letter."""
    groups: dict[str, list[str]] = {}
    for phrase in listed.split("|"):
        words, mark, condition = phrase.partition("(")
        around = loose(mark + condition) if mark else ""
        for form in sorted(spellings(words)):
            groups.setdefault(form[0], []).append(form[1:].replace(" ", BLANK) + around)
    return groups


def backwards(listed: str) -> str:
    """An alternation of phrases parted by ``|``, read from their ends: for a text that ``behind`` gives."""
    groups: dict[str, list[str]] = {}
    for form in (form[::-1] for phrase in listed.split("|") for form in sorted(spellings(phrase))):
        groups.setdefault(form[0], []).append(form[1:].replace(" ", BLANK))
    return "|".join(f"{first.replace(' ', BLANK)}(?:{'|'.join(rests)})" for first, rests in groups.items())


def behind(text: str, place: int, reach: int) -> str:
    """What stands before a place, backwards and in small letters: ``reach`` letters, and one more to tell where a word begins.

    One match from its start tells how it ends; a search for words that end at the place would try each letter before it.
    """
    return text[max(0, place - reach - 1) : place].lower()[::-1]


def word_before(text: str, place: int) -> str:
    """The letters and digits that end at a place, in small letters; as many as the longest syllable has and some more."""
    at, floor = place, max(0, place - 12)
    while at > floor and text[at - 1].isalnum():
        at -= 1
    return text[at:place].lower()


def last_words(listed: str) -> frozenset[str]:
    """The last word of each phrase in each spelling: one word tells of most places that no phrase ends there."""
    return frozenset(form.rpartition(" ")[2] for phrase in listed.split("|") for form in spellings(phrase))


_WRAPPED = range(56, 130)  # the length of a line that was broken to fit a page
_LABEL = re.compile(r"\n[^\W\d_][^:\n]{1,24}: ")  # Thành viên: 6 người


def wrapped(text: str, newline: int) -> bool:
    """Whether the line that ends here goes on in the next, so that a name may."""
    begin = text.rfind("\n", max(0, newline - _WRAPPED.stop), newline)
    return (newline - begin if begin >= 0 else newline) in _WRAPPED and not _LABEL.match(text, newline)
