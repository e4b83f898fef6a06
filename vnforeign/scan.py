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
from .rule import BEHIND, Found, Parsed, Room, Rule
from .text import View, spellings, upper

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_MOST_PLACES = 10_000  # beside numbers, that are kept
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
        blocked = _blocked(rooms)
        triggers = _triggers(rooms, blocked)
        self._forms = [codepage.encode(form) for form in triggers]
        self._asked = list(triggers.values())
        without_actors = [[each for each in waiting if LAYERS[each[1].label] != "actor"] for waiting in self._asked]
        self._tables = {True: _by_case(self._asked), False: _by_case(without_actors)}
        self._matcher = matcher.make(self._forms) if native else matcher.PlainMatcher(self._forms)
        self._nested: dict[int, list[matcher.Hit]] = {}
        self._closed = [form in blocked or not _may_hold_a_place(form, waiting) for form, waiting in triggers.items()]
        self._heard = {
            actors: [bool(waiting) or not closed for waiting, closed in zip(asked, self._closed, strict=True)]
            for actors, (asked, _) in self._tables.items()
        }
        self._numeric = [rule for room in rooms for rule in room.rules if rule.numbers is not None]
        self._beside: dict[tuple[str, str, int, bool], list[Rule]] = {}

    def scan(self, view: View, tries: list[Try] | None = None, actors: bool = True) -> list[Found]:
        """All candidates of the text, in no settled order; with ``tries``, every rule asked is noted there.

        Without ``actors`` no rule for bodies and persons is asked: the others do not hear them, though they hear the others.
        """
        found = self._words(view, tries, actors)
        found += self._numbers(view, _claims(found), tries)
        return found

    def _words(self, view: View, tries: list[Try] | None, actors: bool) -> list[Found]:
        text = view.text
        asked, before_small = self._tables[actors]
        found: list[Found] = []
        done = [0] * (len(_CLAIMING) + 1)
        for index, start, end in self._hits(view, self._heard[actors]):
            for slot, rule, payload in (before_small if text[end : end + 3].islower() else asked)[index]:
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

    def _hits(self, view: View, heard: matcher.Heard) -> Iterable[matcher.Hit]:
        """The trigger words, and the names of places inside the longer ones: a body's known name holds its country."""
        hits = self._matcher.find(codepage.one_line(view.codes), heard)
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
        hits = self._matcher.plain.find(form, None, form.find(codepage.BLANK) + 1)
        return [hit for hit in hits if any(LAYERS[rule.label] == "place" for _, rule, _ in self._asked[hit[0]])]

    def _numbers(self, view: View, claims: list[tuple[int, int]], tries: list[Try] | None) -> list[Found]:
        text = view.text
        found: list[Found] = []
        claims.append((len(text) + 1, len(text) + 1))
        waiting = iter(claims)
        claim_start, claim_end = next(waiting)
        done = end = 0
        digits = view.codes.translate(codepage.IS_DIGIT)
        while (start := digits.find(1, end)) >= 0:  # a search of bytes for one byte: the fastest there is
            end = _NUMBER.match(text, start).end()  # type: ignore[union-attr]
            while claim_end <= start:
                claim_start, claim_end = next(waiting)
            if start < done or claim_start <= start:
                continue
            before = text[start - 2 : start] if start > 1 else text[:start]
            for rule in self._rules_beside(
                before.rstrip()[-1:], text[end : end + BEHIND], end - start, text.find(".", start, end) > 0
            ):
                parsed = rule.parse(text, start, end, None)
                if tries is not None:
                    tries.append(Try(rule.name, start, end, _listed(parsed)))
                if parsed:
                    found += _listed(parsed)
                    done = found[-1].end
                    break
        return found

    def _rules_beside(self, *place: *tuple[str, str, int, bool]) -> list[Rule]:
        known = self._beside.get(place)
        if known is None:
            if len(self._beside) > _MOST_PLACES:
                self._beside.clear()
            known = self._beside[place] = [rule for rule in self._numeric if rule.numbers and rule.numbers(*place)]
        return known


def _by_case(asked: list[_Waiting]) -> tuple[list[_Waiting], list[_Waiting]]:
    """Who is asked about each word, and who where small letters follow it."""
    return asked, [[each for each in waiting if not each[1].capital] for waiting in asked]


def _claims(found: list[Found]) -> list[tuple[int, int]]:
    return sorted((each.start, each.end) for each in found if each.label in _HIDING)


def _listed(parsed: Parsed) -> list[Found]:
    if parsed is None:
        return []
    return parsed if isinstance(parsed, list) else [parsed]


_Waiting = list[tuple[int, Rule, Any]]  # who is asked: its layer's slot among the claiming ones, the rule, the word's payload


def _triggers(rooms: tuple[Room, ...], blocked: set[str]) -> dict[str, _Waiting]:
    """Every form of every trigger word, with the rules that wait for it; a blocked phrase no other room knows waits for none."""
    triggers: dict[str, _Waiting] = {form: [] for form in sorted(blocked)}
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
        if cased:
            yield from (form, upper(form))
            continue
        titled = " ".join(word[:1].upper() + word[1:] for word in form.split(" "))
        lower = form.lower()
        yield from dict.fromkeys((form, lower, lower[0].upper() + lower[1:], titled, upper(form)))


@cache
def engine() -> Engine:
    """The engine with every room of the library, built when first asked."""
    from .kinds import ROOMS

    return Engine(ROOMS)
