"""A plain text table of entities for terminals: label, offsets, text, value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..document import Document
from .show import cut, phrase, visible, width


def render(documents: Iterable[Document], columns: int = 100) -> Iterator[str]:
    """One block of lines a document, at most ``columns`` wide, with a blank line between two.

    ``start`` and ``end`` are code-point offsets into the document's text, half-open.
    """
    for place, document in enumerate(documents):
        yield ("\n" if place else "") + "".join(line.rstrip() + "\n" for line in _lines(document, columns))


def _lines(document: Document, columns: int) -> Iterator[str]:
    name = document.source or document.id
    if name and name != "-":
        yield visible(name)
    rows = [("label", "start", "end", "text", "value")]
    rows += [(e.label, str(e.start), str(e.end), e.text, phrase(e.label, e.value)) for e in document.entities]
    digits = max(len("start"), *(len(row[2]) for row in rows))
    room = max(columns - 12 - 2 * digits - 8, 20)  # 12: the longest label; 8: two blanks between columns
    text_room = max(min(max(width(cut(row[3], room)) for row in rows), room // 2), 4)
    for label, start, end, text, value in rows:
        said = cut(text, text_room)
        pad = " " * (text_room - width(said))
        yield f"{label:12}  {start:>{digits}}  {end:>{digits}}  {said}{pad}  {cut(value, room - text_room)}"
