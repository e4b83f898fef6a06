"""ODT: paragraphs, headings, lists, tables and notes in reading order, with the font of each run.

Macros, links and embedded objects are never followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from . import package
from .draft import Draft, Line, Pen, Run

_LINES = frozenset({"text:p", "text:h"})
#: What is not text of the document.
_NOT = frozenset(
    {
        "text:tracked-changes",
        "office:annotation",
        "text:note-citation",
        "office:forms",
        "text:sequence-decls",
        "svg:title",
        "svg:desc",
    }
)
_BOXES = frozenset({"text:note", "draw:text-box"})


def read(data: bytes, source: str) -> Draft:
    """The text of an ODT file. Raises ReadError, and whatever odfdo raises on a damaged one."""
    import odfdo

    package.check(data, source)
    document = odfdo.Document(BytesIO(data))
    pen = Pen()
    fonts = Fonts(document)
    _blocks(document.body, pen, fonts)
    return pen.draft(_metadata(document.meta))


class Fonts:
    """Which font a style has: its own or its parent's."""

    def __init__(self, document: Any) -> None:
        self._own: dict[str, str | None] = {}
        self._parent: dict[str, str | None] = {}
        for part in ("content.xml", "styles.xml"):
            for style in document.get_part(part).root.get_elements("descendant::style:style"):
                self._note(style)

    def _note(self, style: Any) -> None:
        name = style.get_attribute("style:name")
        properties = style.get_element("style:text-properties")
        font = properties and (properties.get_attribute("style:font-name") or properties.get_attribute("fo:font-family"))
        self._own.setdefault(name, font or None)
        self._parent.setdefault(name, style.get_attribute("style:parent-style-name"))

    def of(self, style: str | None) -> str | None:
        """The font's name, None where no style on the way names one."""
        seen = 0
        while style and seen < 20:
            if font := self._own.get(style):
                return font.strip("'")
            style, seen = self._parent.get(style), seen + 1
        return None


def _blocks(parent: Any, pen: Pen, fonts: Fonts) -> None:
    for child in parent.children:
        tag = child.tag
        if tag in _LINES:
            pen.line(_runs(child, fonts))
            for box in _boxes(child):
                _blocks(box, pen, fonts)
        elif tag == "table:table-row":
            pen.row([_cell(cell, fonts) for cell in child.children if cell.tag == "table:table-cell"])
        elif tag not in _NOT:
            _blocks(child, pen, fonts)


def _cell(cell: Any, fonts: Fonts) -> list[Line]:
    lines = [_runs(paragraph, fonts) for paragraph in cell.get_elements("descendant::text:p|descendant::text:h")]
    return [line for line in lines if any(text.strip() for text, _ in line)]


def _runs(paragraph: Any, fonts: Fonts) -> list[Run]:
    return list(_texts(paragraph, fonts, fonts.of(paragraph.get_attribute("text:style-name"))))


def _texts(element: Any, fonts: Fonts, font: str | None) -> Iterator[Run]:
    yield element.text or "", font
    for child in element.children:
        tag = child.tag
        if tag == "text:s":
            yield " " * min(int(child.get_attribute("text:c") or 1), 100), font
        elif tag == "text:tab":
            yield "\t", font
        elif tag == "text:line-break":
            yield "\n", font
        elif tag not in _NOT and tag not in _BOXES:
            yield from _texts(child, fonts, fonts.of(child.get_attribute("text:style-name")) or font)
        yield child.tail or "", font


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Notes and text boxes anchored in a paragraph, not those within them."""
    for child in paragraph.children:
        if child.tag in _BOXES:
            yield child
        elif child.tag not in _NOT:
            yield from _boxes(child)


def _metadata(said: Any) -> dict[str, str]:
    day = said.creation_date
    return {
        "title": said.title or "",
        "author": said.initial_creator or said.creator or "",
        "created": day.isoformat() if day else "",
    }
