"""Many words found in one pass: an Aho-Corasick automaton where it is installed, plain Python with equal answers elsewhere.

Both give the longest form at each word start, from left to right, without overlaps; a form begins and ends at a word border.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from . import codepage

_BLANKED = bytes(code if codepage.IS_WORD[code] else codepage.BLANK[0] for code in range(256))
Hit = tuple[int, int, int]  # index of the form, start, end
#: By index, the forms whose hits are wanted; those of the others only keep shorter forms from being found inside them. None: all.
Heard = Sequence[bool] | None


class PlainMatcher:
    """The reference: a dictionary from first words to forms."""

    def __init__(self, forms: Sequence[bytes]) -> None:
        self.plain = self
        self._by_first: dict[bytes, list[tuple[bytes, int]]] = {}
        for index in _longest_first(forms):
            form = forms[index]
            self._by_first.setdefault(form.translate(_BLANKED).partition(codepage.BLANK)[0], []).append((form, index))

    def find(self, line: bytes, heard: Heard = None, start: int = 0, stop: int | None = None) -> list[Hit]:
        """Hits of forms that are ``heard``, that start in ``line[start:stop]``; ``start`` must not lie inside a word."""
        stop = len(line) if stop is None else stop
        hits: list[Hit] = []
        at = start
        while at < stop:
            if not codepage.IS_WORD[line[at]]:
                at += 1
                continue
            end = _word_end(line, at)
            for form, index in self._by_first.get(line[at:end], ()):
                if line.startswith(form, at) and _border(line, at + len(form)):
                    end = at + len(form)
                    if heard is None or heard[index]:
                        hits.append((index, at, end))
                    break
            at = end
        return hits


class Matcher:
    """The automaton over a view in which every non-word character is a blank, each form led by one.

    Forms that differ in their marks alone (``TP``, ``TP.``) share a pattern; the longest that stands there counts. The automaton
    finds the longest pattern whether or not a word ends there; where that goes wrong, the plain matcher takes over up to the end
    of the wrong hit.
    """

    def __init__(self, forms: Sequence[bytes]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, MatchKind

        groups: dict[bytes, list[int]] = {}
        for index in _longest_first(forms):
            groups.setdefault(codepage.BLANK + forms[index].translate(_BLANKED).rstrip(codepage.BLANK), []).append(index)
        self.plain = PlainMatcher(forms)
        self._forms = forms
        self._rivals = list(groups.values())
        self._one_word = [pattern.count(codepage.BLANK) == 1 for pattern in groups]
        self._automaton: Any = BytesAhoCorasick(list(groups), matchkind=MatchKind.LeftmostLongest)

    def find(self, line: bytes, heard: Heard = None) -> list[Hit]:
        """All hits in the line of forms that are ``heard``, in order."""
        hits: list[Hit] = []
        done = 0
        size, forms, rivals, is_word = len(line), self._forms, self._rivals, codepage.IS_WORD
        for group, start, stop in self._automaton.find_matches_as_indexes(codepage.BLANK + line.translate(_BLANKED)):
            stop -= 1  # the led blank moves everything by one
            if start >= done:
                ended = stop == size or not is_word[line[stop]]
                if not ended and self._one_word[group]:
                    continue  # the head of a longer word, which no form holds
                for index in rivals[group] if ended else ():
                    if line.startswith(forms[index], start):
                        done = start + len(forms[index])
                        if heard is None or heard[index]:
                            hits.append((index, start, done))
                        break
                else:
                    ended = False
                if ended:
                    continue
            for hit in self.plain.find(line, None, max(done, start), stop):
                done = hit[2]
                if heard is None or heard[hit[0]]:
                    hits.append(hit)
            done = max(done, stop if _border(line, stop) else _word_end(line, stop))
        return hits


def make(forms: Sequence[bytes]) -> Matcher | PlainMatcher:
    """The fastest matcher that this machine can run."""
    try:
        return Matcher(forms)
    except ImportError:
        return PlainMatcher(forms)


def _longest_first(forms: Sequence[bytes]) -> list[int]:
    sizes = list(map(len, forms))
    return sorted(range(len(forms)), key=sizes.__getitem__, reverse=True)


def seeker(words: Sequence[bytes]) -> Callable[[bytes], list[Hit]]:
    """A function that tells where one of a few words stands in a line, whatever stands beside it; hits do not overlap."""
    try:
        from ahocorasick_rs import BytesAhoCorasick, MatchKind
    except ImportError:
        return lambda line: _sought(words, line)
    automaton: Any = BytesAhoCorasick(list(words), matchkind=MatchKind.LeftmostFirst)
    return lambda line: list(automaton.find_matches_as_indexes(line))


def _sought(words: Sequence[bytes], line: bytes) -> list[Hit]:
    """What ``seeker`` gives without the automaton: leftmost, and of two that begin at one place the first of the words."""
    found = sorted((at, index) for index, word in enumerate(words) for at in _places(word, line))
    hits: list[Hit] = []
    for at, index in found:
        if not hits or at >= hits[-1][2]:
            hits.append((index, at, at + len(words[index])))
    return hits


def _places(word: bytes, line: bytes) -> Iterator[int]:
    at = line.find(word)
    while at >= 0:
        yield at
        at = line.find(word, at + 1)


def _border(line: bytes, place: int) -> bool:
    return place >= len(line) or not codepage.IS_WORD[line[place]] or not codepage.IS_WORD[line[place - 1]]


def _word_end(line: bytes, at: int) -> int:
    while at < len(line) and codepage.IS_WORD[line[at]]:
        at += 1
    return at
