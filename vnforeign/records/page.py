"""What the rules of records see: the sentences of a document with their mentions, in the reading view of the text.

The view has one dash, one quote, one blank and composed letters, so a rule's pattern reads every copy alike; ``Page.span`` leads
back to the caller's offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..document import Document
from ..segment.sentence import sentences
from ..text import read
from . import elapsed, intent, series
from .mention import Mention as Mention
from .table import counting, spoken
from .table.counting import Told
from .table.read import Table

_READ = frozenset({"paragraph", "list_item", "table"})
#: Characters of a sentence that a rule sees at once.
LONGEST = 3000
_TELLING = frozenset({"QUANTITY", "AMOUNT", "EVENT"})  # a heading that holds one says something itself
_UNIT = re.compile(r"(?:đvt|đ\.v\.t|đơn vị(?: tính| tiền| tiền tệ)?|unit)(?: là)? ?[:=-]? ?$|tính bằng ?:? ?$", re.IGNORECASE)
_BACK = 24  # characters before a sum that may make it a unit: ``ĐVT: 1.000 USD``
#: The title of a table or list, which stands above it as a heading does.
_CAPTION = re.compile(r"(?:Biểu|Bảng|BIỂU|BẢNG)(?: số| SỐ)? ?(?:[0-9]{1,2}|[IVX]{1,4})[.:) ][^\n]{4,140}\Z")
#: A part's heading that stands as an item of a list: ``Phần II. Nhiệm vụ 6 tháng cuối năm``.
_PART = re.compile(r"(?:Phần|PHẦN) (?:thứ |THỨ )?(?:[IVX]{1,4}|\d|[^\W\d]{2,4})\b[^\n]{0,140}[^.;:\n]\Z")
_NEAR = 90  # characters before a sentence whose sums tell the currency of its own
_BULLETS = ("+", "-", "*", "•")


class Sentence(msgspec.Struct):
    """A sentence of a passage: ``text`` is its part of the view, ``start`` its place there; mentions have places in the view.

    ``fact`` is False under a heading of tasks, plans or proposals; ``section`` the heading's words in small letters, ``earlier``
    the sentence before it in the same passage, ``above`` all headings in force.
    """

    page: Page
    start: int
    end: int
    text: str
    lower: str
    mentions: list[Mention]
    passage: int
    section: str
    fact: bool
    kind: str
    earlier: Sentence | None = None
    above: str = ""
    first: Sentence | None = None
    labels: frozenset[str] = frozenset()  # of the mentions; most questions are of a label that the sentence has not

    def __post_init__(self) -> None:
        self.labels = frozenset(each.label for each in self.mentions)

    @property
    def opening(self) -> Sentence:
        """The first sentence of the passage, which may be this one."""
        return self.first or self

    def of(self, *labels: str) -> list[Mention]:
        """The mentions with one of the labels, in order."""
        return [] if self.labels.isdisjoint(labels) else [each for each in self.mentions if each.label in labels]

    def counts(self, unit: re.Pattern[str]) -> list[Mention]:
        """The quantities whose unit a pattern matches from its start."""
        return [each for each in self.of("QUANTITY") if unit.match((getattr(each.entity.value, "unit", None) or "").lower())]

    def before(self, place: int, most: int = 80) -> str:
        """The words before a place of the view, inside the sentence, in small letters."""
        at = place - self.start
        return self.lower[max(0, at - most) : at]

    def after(self, place: int, most: int = 80) -> str:
        """The words behind a place of the view, inside the sentence, in small letters."""
        at = place - self.start
        return self.lower[at : at + most]

    def clause(self, place: int) -> tuple[int, int]:
        """Places of the clause, between semicolons, that holds a place."""
        at = place - self.start
        head = self.text.rfind(";", 0, at) + 1
        tail = self.text.find(";", at)
        return self.start + head, self.start + (tail if tail >= 0 else len(self.text))

    def inside(self, start: int, end: int, *labels: str) -> list[Mention]:
        """The mentions that begin between two places, of these labels or of all."""
        if not labels:
            return [each for each in self.mentions if start <= each.start < end]
        return [each for each in self.of(*labels) if start <= each.start < end]

    def is_fact(self, place: int) -> bool:
        """Whether what stands at a place is reported, not planned, asked for or denied."""
        at = max(0, place - self.start)
        return self.fact and not intent.intended(self.text[:at]) and not intent.denied(self.lower, at)

    def part(self, start: int, end: int) -> Sentence:
        """The words between two places of the sentence's text as a sentence of its own, in the same passage."""
        while start < end and self.text[start] == " ":
            start += 1
        first, last = self.start + start, self.start + end
        text, mentions = self.text[start:end], self.inside(first, last)
        return msgspec.structs.replace(self, start=first, end=last, text=text, lower=self.lower[start:end], mentions=mentions)

    def search(self, cue: re.Pattern[str]) -> re.Match[str] | None:
        return cue.search(self.text)


def _bounded(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences; one without end in pieces, since a rule may look through all of its sentence at each of its words."""
    for start, end in spans:
        for at in range(start, end, LONGEST):
            yield at, min(at + LONGEST, end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a table that has no head: each says its own."""
    return (match.span() for match in re.finditer(r"[^\n]+", text))


def _between(size: int) -> str:
    """What stands for the mark between a label and what is told of it, in as many characters."""
    return " " if size == 1 else f"{' ' * (size - 2)}: "


class _Spans:
    """Places that follow one another without overlaps, to ask in a few steps which one a stretch of text meets."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        found = list(spans)
        self._starts, self._ends = [start for start, _ in found], [end for _, end in found]

    def meets(self, start: int, end: int) -> int | None:
        """The index of the first span that shares a character with a stretch."""
        at = bisect_right(self._ends, start)
        return at if at < len(self._ends) and self._starts[at] < end else None


class Page:
    """A document with its sentences and mentions in the view."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.standing: dict[int, Any] | None = None  # the times that passages set for those below, by passage
        self.visits: list[Any] | None = None  # what the rules of delegations found, for both of their tables
        self.head: int | None = None  # where the headings of its title end
        self.introduction: Any = None  # what introduces the list that is being read
        self.view = read(document.text)
        place = self.view.place
        self.mentions: list[Mention] = []
        for index, each in enumerate(document.entities):
            start, end = place(each.start), place(each.end)
            if each.label == "AMOUNT" and _UNIT.search(self.view.text, max(0, start - _BACK), start):
                continue  # the unit of a table, no sum
            self.mentions.append(Mention(index, each, start, end, self.view.text[start:end], each.label))
        self._starts = [each.start for each in self.mentions]
        self._passages = [each.start for each in document.passages]
        self._headings = [index for index, each in enumerate(document.passages) if each.kind == "heading"]
        self.tables, self.counted, rows = self._read_tables()
        self.rows = {each.start: each for each in sorted(rows, key=lambda each: each.start)}
        self._told = [*self.rows]
        self._cells = _Spans((each.start, each.end) for each in self.tables if not each.form and not self._is_prose(each))
        self._forms = _Spans((each.start, each.end) for each in self.tables if each.form)
        self._types = [each.kind for each in self.tables if each.form]
        self._day = elapsed.published(document.metadata.get("published"))
        self._under: dict[int, tuple[str, str, bool]] = {}
        self.sentences = list(self._sentences())

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two places."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def index(self, sentence: Sentence) -> int:
        """The index of the first sentence that begins at a sentence's place or behind it."""
        return bisect_left(self.sentences, sentence.start, key=lambda each: each.start)

    def passage(self, place: int) -> int:
        """The index of the passage that a place of the view stands in, or of the one before it."""
        offset = self.span(place, place + 1)[0]
        return max(bisect_right(self._passages, offset) - 1, 0)

    def headings(self, passage: int) -> Iterator[tuple[int, int]]:
        """The places of the headings before a passage, the nearest first."""
        for at in range(bisect_left(self._headings, passage) - 1, -1, -1):
            found = self.document.passages[self._headings[at]]
            yield self.view.place(found.start), self.view.place(found.end)

    def along(self, place: int, most: int) -> list[Sentence]:
        """The sentence at an index and those behind it that go on with it: in its passage, or in items below its passage."""
        first = self.sentences[place]
        found = [first]
        for each in self.sentences[place + 1 : place + most]:
            below = each.text[:1] in _BULLETS and first.text[:1] not in _BULLETS and each.kind == "list_item"
            if each.passage not in (first.passage, found[-1].passage) and not below:
                break
            found.append(each)
        return found

    def under(self, passage: int) -> tuple[str, str, bool]:
        """The headings over a passage that holds a table or form (see ``Sentence``), and whether it reports what was done."""
        return self._under.get(passage, ("", "", True))

    def in_form(self, place: int, type: str) -> bool:
        """Whether a place stands in a filled form of a type, or of the other way of delegations."""
        kind = type.removesuffix("_in").removesuffix("_out")
        at = self._forms.meets(place, place + 1)
        return at is not None and self._types[at].startswith(kind)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The caller's offsets of two places of the view."""
        return self.view.span(start, end)

    def _read_tables(self) -> tuple[list[Table], dict[int, list[Told]], list[spoken.Row]]:
        """The tables of the view; a fault in reading them costs the tables, and ``warnings`` says so."""
        try:
            return counting.tables(self.view)
        except Exception as error:
            self.document.warnings.append(f"tables: internal error: {type(error).__name__}: {error}")
            return [], {}, []

    def _is_prose(self, table: Table) -> bool:
        """Whether a table is a single line of which nothing was counted: its words are read as those of a sentence."""
        said = self.view.text[table.start : table.end]
        return not table.kind and not self.counted.get(table.start) and not any(mark in said for mark in "|\t\n")

    def _sentences(self) -> Iterator[Sentence]:
        outline = intent.Outline(self.document.metadata.get("title"))
        text = self.view.text
        for index, passage in enumerate(self.document.passages):
            start, end = self.view.place(passage.start), self.view.place(passage.end)
            tabled = self._cells.meets(start, end) is not None
            if tabled or self._forms.meets(start, end) is not None:
                self._under[index] = (outline.section, outline.above, outline.fact)
            yield from self._worded(index, start, end, outline)
            if (
                passage.kind == "heading"
                or (passage.kind == "paragraph" and _CAPTION.match(text, start, end))
                or (passage.kind in _READ and _PART.match(text, start, end))
            ):
                if tabled:
                    continue
                named = self._times(self.between(start, end))
                outline.enter(text[start:end], elapsed.behind(named, self._day), elapsed.behind(named, self._day, True))
                if any(each.label in _TELLING for each in self.between(start, end)):
                    yield from self._of_passage(index, passage.kind, start, end, outline)
            elif passage.kind in _READ:
                yield from self._of_passage(index, passage.kind, start, end, outline)
                outline.read(text[start:end])

    def _worded(self, index: int, start: int, stop: int, outline: intent.Outline) -> Iterator[Sentence]:
        """The rows of tables in a passage that tell their figures in words, as items of a list: ``Đoàn ra: 13 đoàn``."""
        earlier: Sentence | None = None
        for first in self._told[bisect_left(self._told, start) : bisect_left(self._told, stop)]:
            row = self.rows[first]
            end = min(row.end, first + LONGEST)
            said = self.view.text[first:end]
            said = f"{said[: row.colon - first]}:{' ' * (row.value - row.colon - 1)}{said[row.value - first :]}".replace(
                "\n", " "
            )
            lower, above = said.lower(), f"{outline.above}/{row.group}" if row.group else outline.above
            mentions = series.filled(self.view.text, self.span, first, end, self.between(first, end))
            fact = outline.fact and not intent.orders(lower, outline.reports)
            section = row.group or outline.section
            earlier = Sentence(self, first, end, said, lower, mentions, index, section, fact, "list_item", earlier, above)
            yield earlier

    @staticmethod
    def _times(mentions: list[Mention]) -> list[Mention]:
        return [each for each in mentions if each.label == "DATE"]

    def _of_passage(self, index: int, kind: str, start: int, end: int, outline: intent.Outline) -> Iterator[Sentence]:
        text, above, earlier, opening = self.view.text, outline.above, None, None
        pieces = _lines(text[start:end]) if kind == "table" else sentences(text[start:end])
        for first, last in _bounded(pieces):
            first, last = start + first, start + last
            if self._cells.meets(first, last) is not None:
                continue
            near: list[Mention] = self.between(max(start, first - _NEAR), first) if earlier else []
            sums = [each for each in near if each.label == "AMOUNT"]
            mentions = series.filled(text, self.span, first, last, self.between(first, last), sums)
            said = text[first:last].replace("\n", " ")  # a line end inside a sentence is a blank
            lower = said.lower()
            told = outline.fact or elapsed.looks_back(lower, self._times(mentions), first, self._day)
            fact = told and not intent.orders(lower, outline.reports)
            earlier = Sentence(
                self, first, last, said, lower, mentions, index, outline.section, fact, kind, earlier, above, opening
            )
            opening = opening or earlier
            yield earlier
