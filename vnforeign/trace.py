"""Why a place of a text is read as it is: which rules were asked there, what each gave, and what that lost to."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from .analyze import analyze, find
from .document import Entities
from .formats.show import cut, phrase
from .rule import Found
from .scan import Try, engine
from .text import View, read

_LOOK = 200  # characters to look for a neighbouring word


class Candidate(msgspec.Struct, frozen=True):
    """What a rule gave: a span of the caller's text (code points, half-open), and why it does not stand; None where it does."""

    label: str
    start: int
    end: int
    text: str
    lost: str | None = None

    def __str__(self) -> str:
        outcome = "stands" if self.lost is None else self.lost
        return f"{self.label} {self.start}-{self.end} {cut(self.text, 50)!r}: {outcome}"


class Asked(msgspec.Struct, frozen=True):
    """A rule that was asked, where its trigger stood in the caller's text, and its candidates: none where it gave nothing."""

    rule: str
    start: int
    end: int
    trigger: str
    candidates: list[Candidate]

    def __str__(self) -> str:
        head = f"{self.rule} at {self.start}-{self.end} {cut(self.trigger, 50)!r}"
        given = [str(candidate) for candidate in self.candidates] or ["gave nothing"]
        return "\n    ".join([head, *given])


class Explanation(msgspec.Struct, frozen=True):
    """What there is to say about one code-point offset: the entities that cover it, and the rules asked at or beside it."""

    at: int
    around: str
    entities: Entities
    asked: list[Asked]

    def __str__(self) -> str:
        lines = [f"offset {self.at} in {cut(self.around, 80)!r}", "", "entities" if self.entities else "no entity covers it"]
        for each in self.entities:
            lines.append(f"  {each.label} {each.start}-{each.end} {cut(each.text, 50)!r}: {phrase(each.label, each.value)}")
            lines.append(f"      by {each.rule}, score {each.score:.2f}")
        lines += ["", "rules asked" if self.asked else "no rule was asked here"]
        lines += [f"  {line}" for each in self.asked for line in str(each).split("\n")]
        return "\n".join(lines)


def explain(text: str, at: int, reference_date: str | date | None = None) -> Explanation:
    """Why the character at code-point offset ``at`` of the text is read as it is.

    Lists every rule with a trigger, or something found, in the word at the offset or a word next to it. A number inside the
    claim of another rule is asked by none. Raises ValueError for an offset outside the text and as ``analyze`` does.
    """
    if not 0 <= at < len(text):
        raise ValueError(f"offset {at} lies outside the text, which has {len(text)} characters")
    document = analyze(text, reference_date)
    covering = Entities(each for each in document.entities if each.start <= at < each.end)
    view = read(text)
    tries: list[Try] = []
    engine().scan(view, tries)
    winners = find(view, date.fromisoformat(document.reference_date) if document.reference_date else None)
    start, end = _neighbourhood(text, at)
    near = [each for each in tries if _touches(view, each, start, end)]
    return Explanation(at, text[start:end], covering, [_asked(view, each, winners) for each in near])


def _neighbourhood(text: str, at: int) -> tuple[int, int]:
    """From the word before the one at the offset to the word after it."""
    before, after = text[max(0, at - _LOOK) : at], text[at : at + _LOOK]
    word = re.search(r"(?:\S+\s+)?\S*$", before)
    rest = re.match(r"\S*(?:\s+\S+)?", after)
    assert word and rest  # both match the empty string
    return at - len(word[0]), at + rest.end()


def _touches(view: View, each: Try, start: int, end: int) -> bool:
    spans = [(each.start, each.end), *((found.start, found.end) for found in each.found)]
    return any(first < end and last > start for first, last in (view.span(*span) for span in spans))


def _asked(view: View, each: Try, winners: list[Found]) -> Asked:
    start, end = view.span(each.start, each.end)
    candidates = [_candidate(view, found, winners) for found in each.found]
    return Asked(each.rule, start, end, view.source[start:end], candidates)


def _candidate(view: View, found: Found, winners: list[Found]) -> Candidate:
    start, end = view.span(found.start, found.end)
    return Candidate(found.label, start, end, view.source[start:end], _lost(view, found, winners))


def _lost(view: View, found: Found, winners: list[Found]) -> str | None:
    """Why a candidate is not among the winners, None where it is."""
    rivals = [each for each in winners if each.start < found.end and each.end > found.start]
    if any(_same(each, found) for each in rivals):
        return None
    in_layer = [each for each in rivals if each.layer == found.layer]
    for each in in_layer or [each for each in rivals if found.layer == "value" and each.layer == "document"]:
        start, end = view.span(each.start, each.end)
        return f"lost to {each.label} {start}-{end} {cut(view.source[start:end], 50)!r} ({each.rule})"
    return "weak, and nothing else in the text supports it" if found.weak else "dropped by the room's second pass"


def _same(winner: Found, found: Found) -> bool:
    return (winner.start, winner.end, winner.label, winner.rule) == (found.start, found.end, found.label, found.rule)


__all__ = ["Asked", "Candidate", "Explanation", "explain"]
