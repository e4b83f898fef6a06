"""A cell of a table: its words and where they stand in the view, in several pieces where a narrow column broke its lines."""

from __future__ import annotations

import re

import msgspec

from ...text import View, modern

Span = tuple[int, int]

_NOTHING = re.compile(
    r"[-_.…/\"' ]*|(?:n/?t|không(?: có)?|chưa(?: có)?|\(?(?:đang |còn )?(?:khuyết|trống)\)?|như trên|nt)\.?", re.IGNORECASE
)
_SAME = re.compile(r"(?:n/?t|như trên|\"|''|//|-\"-|- ?nt ?-|như nt)\.?", re.IGNORECASE)
#: Words behind ``tổng`` or ``cộng`` that make them no sum: ``cộng đồng``, ``Tổng Lãnh sự quán``.
NO_SUM = (
    r"(?! (?:đồng|hòa|hoà|tác|sinh|sản|sự|lãnh sự|công (?:ty|hội|đoàn)|cục|biện|"
    r"thống|bí thư|thư ký|giám đốc|hội|liên đoàn|tham mưu|biên tập)\b)"
)
#: What a line of sums opens with.
SUM = re.compile(rf"(?:tổng|cộng)\b{NO_SUM}", re.IGNORECASE)
_DIGITS = 10  # of the number of a row
_LINES = 2  # line ends between two lines
_TAGS = re.compile(r"<br ?/?>|\*\*|__|\\n", re.IGNORECASE)


class Cell(msgspec.Struct, frozen=True):
    """``text`` has single blanks; ``pieces`` are places in the view, none for an empty cell."""

    text: str = ""
    pieces: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    @property
    def lower(self) -> str:
        return modern(self.text.lower())

    @property
    def says(self) -> bool:
        """Whether the cell holds more than a dash or ``nt``."""
        return bool(self.pieces) and not _NOTHING.fullmatch(self.text)

    @property
    def repeats(self) -> bool:
        """``nt``, ``//``: what the cell above says."""
        return bool(_SAME.fullmatch(self.text))


EMPTY = Cell()
Row = list[Cell]


def is_number(words: str) -> bool:
    """Whether words are the number of a row: a few digits, none raised (``²``), which ``int`` would refuse."""
    return len(words) < _DIGITS and words.isdecimal()


def cell(view: View, start: int, end: int) -> Cell:
    """The cell between two places, without blanks and signs of emphasis at its edges."""
    text = view.text
    end = min(end, len(text))  # blanks at the end of a text have no place in its view
    while start < end and text[start] in " \t\n*":
        start += 1
    while start < end and text[end - 1] in " \t\n*":
        end -= 1
    if start >= end:
        return EMPTY
    return Cell(" ".join(_TAGS.sub(" ", text[start:end]).split()), ((start, end),))


def joined(one: Cell, two: Cell) -> Cell:
    """Two pieces of one cell; with nothing but the ends of their lines between them one stretch."""
    text = f"{one.text} {two.text}".strip()
    if one.pieces and two.pieces and 0 < two.start - one.end <= _LINES:
        return Cell(text, (*one.pieces[:-1], (one.pieces[-1][0], two.pieces[0][1]), *two.pieces[1:]))
    return Cell(text, one.pieces + two.pieces)
