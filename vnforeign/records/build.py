"""A row under construction: slots are put with their words and rule; what is missing and in conflict is said at the end."""

from __future__ import annotations

from functools import cache
from typing import Any
from unicodedata import normalize

from ..codepage import LOWER, OTHER, UPPER
from ..document import Evidence, Record, Slot
from .canonical import key
from .page import Mention, Sentence
from .schema import types
from .scores import of

Value = str | list[str] | dict[str, Any]
Words = Mention | tuple[int, int]
Pieces = Words | list[Words] | list[Mention] | list[tuple[int, int]]


class Draft:
    """One row of a table, drafted from a sentence."""

    def __init__(self, type: str, sentence: Sentence, summary: bool = False) -> None:
        self.table, self.sentence = types()[type], sentence
        self.summary = summary or self.table.only_summary
        self.slots: dict[str, Slot] = {}
        self.conflicts: list[str] = []
        self.time: tuple[str, Words] | None = None  # of the column of a table that it is told in, in EDTF, and where that is said

    def __contains__(self, column: str) -> bool:
        return column in self.slots

    def __len__(self) -> int:
        return len(self.slots)

    def put(self, column: str, value: Value | None, words: Pieces, rule: str) -> None:
        """Fills a column that the row has and that takes the value; a second, different value is a conflict, the first stays."""
        if value is None or value in ("", []):
            return
        kind = self.table.columns[column]
        if not kind.on(self.summary) or (kind.type == "int" and not str(value).isdecimal()):
            return  # ``12,5 dự án`` is no number of projects
        if kind.type == "date" and ("/" in str(value) or value == ".."):
            return  # a stretch of time is no single date, its open end is none
        evidence = [self.evidence(each) for each in _several(words)]
        name = f"{self.table.key}.{rule}"
        held = self.slots.get(column)
        if held is None:
            self.slots[column] = Slot(value, evidence, name, of(name))
        elif key(kind, held.value) != key(kind, value):
            text = self.sentence.page.document.text
            self.conflicts.append(f"{column}: also {' … '.join(text[each.start : each.end] for each in evidence)}")

    def say(self, column: str, start: int, end: int, rule: str) -> None:
        """Fills a column with the words between two places of the view, without blanks and commas at their edges."""
        text = self.sentence.page.view.text
        while start < end and text[start] in " ,;:.\t\n\"“”'-–(":
            start += 1
        while start < end and text[end - 1] in " ,;:.\t\n\"“”'-–(":
            end -= 1
        if text[end : end + 1] == '"' and text.count('"', start, end) % 2:
            end += 1  # a quotation inside the words is closed
        if start < end:
            self.put(column, self.words(start, end), (start, end), rule)

    def words(self, start: int, end: int) -> str:
        """The words between two places of the view; those of the document where the view has no such letters (``Škoda``)."""
        words = self.sentence.page.view.text[start:end]
        if UPPER in words or LOWER in words or OTHER in words:
            first, last = self.sentence.page.span(start, end)
            words = normalize("NFC", self.sentence.page.document.text[first:last])
        return " ".join(words.split())

    def evidence(self, words: Words) -> Evidence:
        """Where words stand in the caller's text, with the index of their entity."""
        if isinstance(words, Mention):
            return Evidence(words.entity.start, words.entity.end, words.index)
        return Evidence(*self.sentence.page.span(*words))

    def record(self) -> Record:
        """The row as it is handed out, its slots in the table's order."""
        slots = {column: self.slots[column] for column in self.table.columns if column in self.slots}
        missing = [column for column in _required(self.table.key, self.summary) if column not in slots]
        score = min((slot.score for slot in slots.values()), default=0.0)
        return Record(self.table.key, slots, self.sentence.passage, score, self.summary, missing, self.conflicts)


@cache
def _required(table: str, summary: bool) -> tuple[str, ...]:
    return types()[table].required(summary)


def _several(words: Pieces) -> list[Words]:
    return [*words] if isinstance(words, list) else [words]
