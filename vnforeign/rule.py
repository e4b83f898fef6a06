"""What a room offers the engine: rules, each with a trigger, an anchored parse and a running example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from .document import LAYERS, Value
from .text import View


class Found(msgspec.Struct, gc=False):
    """A candidate: a span of the view, not yet of the caller's text.

    A weak one needs support from the rest of the text; its room's ``settle`` keeps or drops it.
    """

    start: int
    end: int
    label: str
    rule: str
    value: Any
    weak: bool = False

    @property
    def layer(self) -> str:
        return LAYERS[self.label]


Parsed = Found | list[Found] | None
#: ``parse(text, start, end, payload)``: the view's text, where the trigger stands, and what the lexicon says of that word.
Parse = Callable[[str, int, int, Any], Parsed]
BEHIND = 4
#: ``may(before, following, length, pointed)``: the last character but a blank of the two before a run of digits, the ``BEHIND``
#: ones behind it, how long it is, and whether a point is in it. The answer is kept, so it depends on these alone.
Beside = Callable[[str, str, int, bool], bool]


class Rule(msgspec.Struct, frozen=True):
    """One way in which one label is written.

    ``words`` maps trigger words to the payload their parse receives; ``numbers`` instead tells whether a run of digits may
    trigger the rule, by what stands beside it. ``cased`` words are names: matched as written and in capitals; others also in
    lower case and with a first capital. Where ``capital``, the parse is asked only where a capital, a digit or a mark may be
    what follows: not where the next letters within three characters are small. ``example`` is marked in the inline notation; a
    test runs it. ``also`` holds further names that the parse may give, each with its example.
    """

    name: str
    label: str
    parse: Parse
    example: str
    words: Mapping[str, Any] | None = None
    numbers: Beside | None = None
    cased: bool = False
    capital: bool = False
    also: Mapping[str, str] = {}

    def __post_init__(self) -> None:
        if (self.words is None) == (self.numbers is None):
            raise ValueError(f"rule {self.name}: one trigger, either words or numbers")
        for name, example in self.examples().items():
            if self.label not in LAYERS or f"({self.label} " not in example:
                raise ValueError(f"rule {name}: the example must show a {self.label}")

    def examples(self) -> dict[str, str]:
        """An example for each name that the parse gives."""
        return {self.name: self.example, **self.also}


class Context(msgspec.Struct):
    """What a second pass may look at: the view, and the day that deictic dates count from."""

    view: View
    reference: date | None


#: ``settle(found, context)``: all candidates in, all candidates out, those of the room decided.
Settle = Callable[[list[Found], Context], list[Found]]


class Room(msgspec.Struct, frozen=True):
    """A kind: its rules and, where mentions need each other, its second pass.

    ``blocks`` are phrases that hold a name of the room without being one (``Thái Bình Dương``): they win and yield nothing.
    """

    name: str
    rules: tuple[Rule, ...]
    settle: Settle | None = None
    blocks: tuple[str, ...] = ()


__all__ = ["Context", "Found", "Parse", "Parsed", "Room", "Rule", "Settle", "Value"]
