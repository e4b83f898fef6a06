"""A row of a table as a sentence: its words with the entities in them, under the headings in force where it stands."""

from __future__ import annotations

from ..page import Page, Sentence


def row(page: Page, start: int, end: int) -> Sentence:
    """The sentence of a row."""
    said = page.view.text[start:end].replace("\n", " ")
    passage = page.passage(start)
    section, above, fact = page.under(passage)
    return Sentence(page, start, end, said, said.lower(), page.between(start, end), passage, section, fact, "table", None, above)
