"""What a format's reader takes out of a file, before letters of old fonts become Unicode."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

#: Some text and the name of its font, where the format gives one.
Run = tuple[str, str | None]
Line = list[Run]
_LAYOUT = 2  # columns of a table that sets letterheads and signatures side by side


class Draft(msgspec.Struct):
    """A text growing line by line; ``fonts`` are (start, end, name), offsets into the text, in order.

    ``metadata`` holds title, published, created, author and organisation as the file gives them, still to be cleaned.
    """

    text: str = ""
    fonts: list[tuple[int, int, str]] = []
    metadata: dict[str, str] = {}
    warnings: list[str] = []


class Pen:
    """Writes lines and rows of cells, and keeps the fonts of their runs."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._fonts: list[tuple[int, int, str]] = []

    def line(self, runs: Iterable[Run]) -> None:
        """One paragraph; line breaks inside it stay."""
        for text, font in runs:
            self._add(text, font)
        self._add("\n", None)

    def row(self, cells: Sequence[Sequence[Line]]) -> None:
        """A row of a table, cells parted by tabs; cells of several lines that stand side by side are read one after another."""
        if len(cells) <= _LAYOUT and any(len(cell) > 1 for cell in cells):
            for cell in cells:
                for line in cell:
                    self.line(line)
            return
        for at, cell in enumerate(cells):
            self._add("\t" if at else "", None)
            for number, line in enumerate(cell):
                self._add(" " if number else "", None)
                for text, font in line:
                    self._add(" ".join(text.split("\n")).replace("\t", " "), font)
        self._add("\n", None)

    def _add(self, text: str, font: str | None) -> None:
        if not text:
            return
        start, self._size = self._size, self._size + len(text)
        self._pieces.append(text)
        if not font:
            return
        if self._fonts and self._fonts[-1][1:] == (start, font):
            self._fonts[-1] = (self._fonts[-1][0], self._size, font)
        else:
            self._fonts.append((start, self._size, font))

    def draft(self, metadata: dict[str, str] | None = None, warnings: list[str] | None = None) -> Draft:
        """What was written."""
        return Draft("".join(self._pieces), self._fonts, metadata or {}, warnings or [])
