"""DOCX: paragraphs, tables, text boxes, notes, in reading order, with the font of each run.

Macros, links, pictures and embedded objects are never followed. Tracked insertions are text, deletions are not. Running heads
and the numbers that Word counts itself are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from . import package
from .draft import Draft, Line, Pen, Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TBL, _TR, _TC, _R, _T = (_W + name for name in ("p", "tbl", "tr", "tc", "r", "t"))
_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
#: What is not text of the document, or stands there a second time.
_NOT = frozenset(
    {_W + "del", _W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", _W + "rPr", _W + "pPr"}
)
_BOX = _W + "txbxContent"
_NOTES = ("footnotes", "endnotes")


def read(data: bytes, source: str) -> Draft:
    """The text of a DOCX file. Raises ReadError, and whatever python-docx raises on a damaged one."""
    import docx

    package.check(data, source)
    document = docx.Document(BytesIO(data))
    pen = Pen()
    fonts = Fonts(document)
    _blocks(document.element.body, pen, fonts)
    for notes in _notes(document):
        _blocks(notes, pen, fonts)
    return pen.draft(_metadata(document.core_properties))


class Fonts:
    """Which font a run has: its own, its style's, its paragraph's style's, or the document's."""

    def __init__(self, document: Any) -> None:
        self._styles = document.styles.element
        self._named = {style.get(_W + "styleId"): style for style in self._styles.iterfind(_W + "style")}
        self._known: dict[str | None, str | None] = {}
        defaults = self._styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        normal = next(
            (s for s in self._named.values() if s.get(_W + "default") == "1" and s.get(_W + "type") == "paragraph"), None
        )
        self._default = _own(None if normal is None else normal.find(_W + "rPr")) or _own(defaults)

    def paragraph(self, paragraph: Any) -> str | None:
        """The font of a paragraph's runs that name none."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return self._of_style(style) or self._default

    def run(self, run: Any, inherited: str | None) -> str | None:
        """The font of a run in a paragraph whose font is ``inherited``."""
        properties = run.find(_W + "rPr")
        if properties is None:
            return inherited
        return _own(properties) or self._of_style(properties.find(_W + "rStyle")) or inherited

    def _of_style(self, named: Any) -> str | None:
        name = None if named is None else named.get(_W + "val")
        if name not in self._known:
            self._known[name] = None  # ends a chain that leads back to itself
            style = self._named.get(name)
            if style is not None:
                self._known[name] = _own(style.find(_W + "rPr")) or self._of_style(style.find(_W + "basedOn"))
        return self._known[name]


def _own(properties: Any) -> str | None:
    fonts = None if properties is None else properties.find(_W + "rFonts")
    if fonts is None:
        return None
    name: str | None = fonts.get(_W + "ascii") or fonts.get(_W + "hAnsi")
    return name


def _blocks(parent: Any, pen: Pen, fonts: Fonts) -> None:
    """The paragraphs and tables below an element, whatever wraps them."""
    for child in parent:
        if child.tag == _P:
            pen.line(_runs(child, fonts))
            for box in _boxes(child):
                _blocks(box, pen, fonts)
        elif child.tag == _TBL:
            _table(child, pen, fonts)
        elif child.tag not in _NOT:
            _blocks(child, pen, fonts)


def _table(table: Any, pen: Pen, fonts: Fonts) -> None:
    for row in _inside(table, _TR):
        pen.row([_cell(cell, fonts) for cell in _inside(row, _TC)])


def _cell(cell: Any, fonts: Fonts) -> list[Line]:
    """The lines of a cell that have words; tables inside it line by line."""
    lines = [_runs(paragraph, fonts) for paragraph in cell.iter(_P) if not _aside(paragraph)]
    return [line for line in lines if any(text.strip() for text, _ in line)]


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The nearest elements of a tag, through what wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _NOT and child.tag not in (_P, _TBL):
            yield from _inside(child, tag)


def _runs(paragraph: Any, fonts: Fonts) -> list[Run]:
    return list(_texts(paragraph, fonts, fonts.paragraph(paragraph)))


def _texts(element: Any, fonts: Fonts, font: str | None) -> Iterator[Run]:
    for child in element:
        tag = child.tag
        if tag == _T:
            yield child.text or "", font
        elif tag in _MARKS:
            yield _MARKS[tag], font
        elif tag == _R:
            yield from _texts(child, fonts, fonts.run(child, font))
        elif tag not in _NOT and tag != _BOX and isinstance(tag, str):
            yield from _texts(child, fonts, font)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes anchored in a paragraph, not those within them; the copy for old programs is passed over."""
    return _inside(paragraph, _BOX)


def _aside(element: Any) -> bool:
    """Whether an element stands in what is no text, or in a second copy of it."""
    return any(above.tag in _NOT for above in element.iterancestors())


def _notes(document: Any) -> Iterator[Any]:
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.rpartition("/")[2] in _NOTES and not relation.is_external:
            for note in parse_xml(relation.target_part.blob):
                if not note.get(_W + "type"):  # separators have one
                    yield note


def _metadata(said: Any) -> dict[str, str]:
    """Title, author and day of making, as the file's properties have them; a damaged one is left out."""
    found = {}
    for key, name in (("title", "title"), ("author", "author"), ("created", "created")):
        try:
            value = getattr(said, name)
        except (ValueError, TypeError, KeyError):
            continue
        found[key] = value.date().isoformat() if hasattr(value, "date") else value or ""
    return found
