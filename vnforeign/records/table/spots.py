"""Where the words of a row, of its title and of its slots stand."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from .cell import Span
from .read import Table


def title_of(sentence: Sentence, table: Table) -> str:
    """The lines above a table in small letters."""
    return " ".join(sentence.page.view.text[a:b].lower() for a, b in table.titles)


def sentence_at(sentence: Sentence, start: int, end: int) -> Sentence:
    """A stretch of the view as a sentence of its own."""
    page, said = sentence.page, sentence.page.view.text[start:end]
    return Sentence(page, start, end, said, said.lower(), page.between(start, end), sentence.passage, "", True, "table")


def place_of(draft: Draft, column: str) -> Span:
    """Where the words of a slot stand in the view; the whole row for one without."""
    held = pieces_of(draft, column)
    return (held[0][0], held[-1][1]) if held else (draft.sentence.start, draft.sentence.end)


def pieces_of(draft: Draft, column: str) -> list[Span]:
    """The stretches of the view in which the words of a slot stand: of a cell over several lines those of each."""
    view = draft.sentence.page.view
    slot = draft.slots.get(column)
    return [(view.place(each.start), view.place(each.end)) for each in slot.evidence] if slot else []


def part(text: str, pieces: list[Span], at: int, length: int) -> list[Span]:
    """The places of a part of the words that several pieces make up, joined by one blank."""
    found: list[Span] = []
    for start, end in pieces:
        said = " ".join(text[start:end].split())
        first, last = max(at, 0), min(at + length, len(said))
        if first < last and len(said) == end - start:
            found.append((start + first, start + last))
        elif first < last:
            found.append((start, end))
        at -= len(said) + 1
    return found or pieces
