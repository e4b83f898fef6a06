"""The engine: one pass for words, one pass for numbers, and rules that parse where they were triggered.

the text      Kế hoạch số 6141 ngày 5/9/2013 chi gần 25 tỷ đồng
words         ^^^^^^^^         ^^^^                                  one automaton over the trigger words of all rooms
numbers                  ~~~~       ~ ~ ~~~~          ^^             one regular expression; ~ lies in a claim: skipped
parses        [DIRECTIVE-----] [DATE---------]    [AMOUNT------]     anchored, bounded, each from its trigger
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from . import codepage, matcher
from .document import LAYERS
from .rule import Found, Parsed, Room, Rule
from .text import View, spellings, upper

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_CLAIMING = ("value", "document")  # layers in which a parse passes over the triggers inside its span
_HIDING = ("DATE", "AMOUNT", "QUANTITY", "DIRECTIVE")  # labels whose spans hide the numbers inside them


class Try(msgspec.Struct):
    """One rule that was asked, for ``explain``: where its trigger stood and what it gave."""

    rule: str
    start: int
    end: int
    found: list[Found]


class Engine:
    """The rules of all rooms, compiled: made once, asked for every text."""

    def __init__(self, rooms: tuple[Room, ...], native: bool = True) -> None:
        self.rooms = rooms
        self.rules = {rule.name: rule for room in rooms for rule in room.rules}
        triggers = _triggers(rooms)
        self._forms = [codepage.encode(form) for form in triggers]
        self._asked = list(triggers.values())
        self._without_actors = [[each for each in waiting if LAYERS[each[1].label] != "actor"] for waiting in self._asked]
        self._matcher = matcher.make(self._forms) if native else matcher.PlainMatcher(self._forms)
        self._nested: dict[int, list[matcher.Hit]] = {}
        blocked = _blocked(rooms)
        self._closed = [form in blocked or not _may_hold_a_place(form, waiting) for form, waiting in triggers.items()]
        self._numeric = [rule for room in rooms for rule in room.rules if rule.numbers is not None]
        self._by_next: dict[str, list[Rule]] = {}

    def scan(self, view: View, tries: list[Try] | None = None, actors: bool = True) -> list[Found]:
        """All candidates of the text, in no settled order; with ``tries``, every rule asked is noted there.

        Without ``actors`` no rule for bodies and persons is asked: the others do not hear them, though they hear the others.
        """
        found = self._words(view, tries, self._asked if actors else self._without_actors)
        found += self._numbers(view, _claims(found), tries)
        return found

    def _words(self, view: View, tries: list[Try] | None, asked: list[_Waiting]) -> list[Found]:
        text = view.text
        found: list[Found] = []
        done = [0] * (len(_CLAIMING) + 1)
        for index, start, end in self._hits(view):
            for slot, rule, payload in asked[index]:
                if start < done[slot] and tries is None:
                    continue
                parsed = rule.parse(text, start, end, payload)
                if tries is not None:
                    tries.append(Try(rule.name, start, end, _listed(parsed)))
                if not parsed or start < done[slot]:
                    continue
                if isinstance(parsed, list):
                    found += parsed
                    if slot:
                        done[slot] = max(each.end for each in parsed)
                else:
                    found.append(parsed)
                    if slot:
                        done[slot] = parsed.end
        return found

    def _hits(self, view: View) -> Iterable[matcher.Hit]:
        """The trigger words, and the names of places inside the longer ones: a body's known name holds its country."""
        hits = self._matcher.find(codepage.one_line(view.codes))
        closed = self._closed
        opened = [hit for hit in hits if not closed[hit[0]]]
        for index, start, _ in opened:
            if index not in self._nested:
                self._nested[index] = self._inside(index)
            hits += [(each, start + begin, start + end) for each, begin, end in self._nested[index]]
        if opened:
            hits.sort(key=_place)
        return hits

    def _inside(self, index: int) -> list[matcher.Hit]:
        form = self._forms[index]
        hits = self._matcher.plain.find(form, form.find(codepage.BLANK) + 1)
        return [hit for hit in hits if any(LAYERS[rule.label] == "place" for _, rule, _ in self._asked[hit[0]])]

    def _numbers(self, view: View, claims: list[tuple[int, int]], tries: list[Try] | None) -> list[Found]:
        text = view.text
        found: list[Found] = []
        claims.append((len(text) + 1, len(text) + 1))
        waiting = iter(claims)
        claim_start, claim_end = next(waiting)
        by_next, done, end = self._by_next, 0, 0
        digits = view.codes.translate(codepage.IS_DIGIT)
        while (start := digits.find(1, end)) >= 0:  # a search of bytes for one byte: the fastest there is
            end = _NUMBER.match(text, start).end()  # type: ignore[union-attr]
            while claim_end <= start:
                claim_start, claim_end = next(waiting)
            if start < done or claim_start <= start:
                continue
            char = text[end : end + 1]
            for rule in by_next.get(char) or self._rules_before(char):
                parsed = rule.parse(text, start, end, None)
                if tries is not None:
                    tries.append(Try(rule.name, start, end, _listed(parsed)))
                if parsed:
                    found += _listed(parsed)
                    done = found[-1].end
                    break
        return found

    def _rules_before(self, char: str) -> list[Rule]:
        if char not in self._by_next:
            if len(self._by_next) > 300:  # only folded characters come here, but a bound costs nothing
                self._by_next.clear()
            self._by_next[char] = [rule for rule in self._numeric if not rule.numbers or (char and char in rule.numbers)]
        return self._by_next[char]


def _claims(found: list[Found]) -> list[tuple[int, int]]:
    return sorted((each.start, each.end) for each in found if each.label in _HIDING)


def _listed(parsed: Parsed) -> list[Found]:
    if parsed is None:
        return []
    return parsed if isinstance(parsed, list) else [parsed]


_Waiting = list[tuple[int, Rule, Any]]  # who is asked: its layer's slot among the claiming ones, the rule, the word's payload


def _triggers(rooms: tuple[Room, ...]) -> dict[str, _Waiting]:
    """Every form of every trigger word, with the rules that wait for it; a blocked phrase no other room knows waits for none."""
    triggers: dict[str, _Waiting] = {form: [] for form in _blocked(rooms)}
    for room in rooms:
        for rule in room.rules:
            slot = _CLAIMING.index(LAYERS[rule.label]) + 1 if LAYERS[rule.label] in _CLAIMING else 0
            for word, payload in (rule.words or {}).items():
                for form in _forms(word, rule.cased):
                    waiting = triggers.setdefault(form, [])
                    if not any(each is rule and said == payload for _, each, said in waiting):
                        waiting.append((slot, rule, payload))
    return triggers


def _blocked(rooms: tuple[Room, ...]) -> set[str]:
    return {form for room in rooms for phrase in room.blocks for form in _forms(phrase, True)}


def _may_hold_a_place(form: str, waiting: _Waiting) -> bool:
    """Whether a name of a place inside a trigger is heard too: not in blocked phrases, nor in names of places themselves."""
    layers = {LAYERS[rule.label] for _, rule, _ in waiting}
    return " " in form and bool(layers) and not layers & {"place", "value"}


def _place(hit: matcher.Hit) -> tuple[int, int]:
    return hit[1], -hit[2]


def _forms(word: str, cased: bool) -> Iterator[str]:
    for form in sorted(spellings(word)):
        titled = " ".join(word[:1].upper() + word[1:] for word in form.split(" "))
        lower = form.lower()
        yield from dict.fromkeys(
            (form, upper(form)) if cased else (form, lower, lower[0].upper() + lower[1:], titled, upper(form))
        )


@cache
def engine() -> Engine:
    """The engine with every room of the library, built when first asked."""
    from .kinds import ROOMS

    return Engine(ROOMS)
