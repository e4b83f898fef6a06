"""What a line is among its neighbours. One pass for each question, each linear, each skipped when no line asks it."""

from __future__ import annotations

from collections.abc import Callable

from .cues import BOILERPLATE, CAPTION, HEADER, OPENS, RECIPIENTS, SIGNATURE, SIGNS
from .lines import Piece
from .shapes import (
    CAPS,
    DECIMAL,
    FIGURE,
    HEADING,
    LETTER,
    LIST_ITEM,
    NAME,
    NUMBER,
    PAIR,
    PARAGRAPH,
    STUB,
    TABLE,
    TITLE,
)

_PROSE = 160  # a line this long with a full stop ends a side list
_CELL = 30  # longest line that may be a cell of a table copied cell by cell
_LABEL = 6  # longer capitals over a table are its title, not a label of a column
_CELLS = 6  # fewer short lines are no table
_HEAD = 24  # lines among which the head of a paper document stands
_BODY = 120  # a line this long is text that a title may stand over
_SIGNED = 80  # longest line of a signature block or of the head of a paper document
_MARKED = frozenset({LIST_ITEM, NUMBER, DECIMAL, LETTER, HEADING, CAPS})
_SIDE = frozenset({BOILERPLATE, OPENS, HEADER, SIGNATURE, SIGNS, RECIPIENTS, CAPTION, TABLE})

Shapes = list[str]


def decide(pieces: list[Piece], shapes: Shapes) -> Shapes:
    """The kind of every piece; ``shapes`` is used up."""
    present = set(shapes)
    for asked, answer in _PASSES:
        if not present.isdisjoint(asked):
            answer(pieces, shapes)
    return shapes


def _side_lists(pieces: list[Piece], shapes: Shapes) -> None:
    """``Tin liên quan`` and every line below it until prose comes again."""
    inside = False
    for at, (start, end, line) in enumerate(pieces):
        if shapes[at] == OPENS:
            inside = True
        elif inside and end - start >= _PROSE and line[-1] in '.;:"' and not line.endswith("..."):
            inside = False
        if inside:
            shapes[at] = BOILERPLATE


def _header(pieces: list[Piece], shapes: Shapes) -> None:
    """The lines of the head of a paper document: what stands between or over its motto, number and day is of the head too."""
    long = (at for at, (start, end, _) in enumerate(pieces[:_HEAD]) if end - start >= _BODY)
    places = [at for at in range(next(long, min(_HEAD, len(pieces)))) if shapes[at] == HEADER]
    for at in range(places[-1] if places else 0):
        if shapes[at] != HEADING and len(pieces[at][2]) <= _SIGNED:
            shapes[at] = BOILERPLATE
    shapes[:] = [BOILERPLATE if each == HEADER else each for each in shapes]


def _signatures(pieces: list[Piece], shapes: Shapes) -> None:
    """From ``TM. ỦY BAN NHÂN DÂN``, ``Nơi nhận:`` or a lone name over the short lines below it."""
    signing, prose = "", False
    for at, (start, end, line) in enumerate(pieces):
        each = shapes[at]
        if each in (SIGNS, RECIPIENTS) or (each == NAME and (signing or prose and _closes(pieces, shapes, at))):
            signing = RECIPIENTS if RECIPIENTS in (each, signing) else SIGNS
            shapes[at] = SIGNATURE
        elif signing and (each == SIGNATURE or _signed(each, end - start, line, signing)):
            shapes[at] = SIGNATURE
        elif each != SIGNATURE:
            signing, prose = "", prose or end - start >= _BODY or each == LIST_ITEM


def _closes(pieces: list[Piece], shapes: Shapes, at: int) -> bool:
    """No text stands right under a name that signs."""
    return at + 1 == len(pieces) or (len(pieces[at + 1][2]) < _BODY and shapes[at + 1] not in _MARKED - {CAPS})


def _signed(each: str, size: int, line: str, signing: str) -> bool:
    if size > _SIGNED:
        return False
    if signing == RECIPIENTS:
        return each in (LIST_ITEM, TITLE, STUB, NAME) or each == PARAGRAPH and line[-1] in ";.,"
    return each in (TITLE, NAME) and line[-1] not in ".:"


def _tables(pieces: list[Piece], shapes: Shapes) -> None:
    """A table copied cell by cell: a run of very short lines, a third of them figures. A lone figure is a page number."""
    at = 0
    while at < len(pieces):
        after = at
        while after < len(pieces) and len(pieces[after][2]) <= _CELL and shapes[after] not in _SIDE:
            after += 1
        while at < after and shapes[at] == CAPS and len(pieces[at][2]) > _LABEL:  # the table's title
            at += 1
        figures = shapes[at:after].count(FIGURE)
        if after - at >= _CELLS and figures * 3 >= after - at:
            shapes[at:after] = [TABLE] * (after - at)
        elif figures:
            shapes[at:after] = [BOILERPLATE if each == FIGURE else each for each in shapes[at:after]]
        at = max(after, at + 1)


def _pairs(pieces: list[Piece], shapes: Shapes) -> None:
    """Two cells are a row of a table beside another row, else a line like any other."""
    for at, each in enumerate(shapes):
        if each == PAIR:
            beside = (
                shapes[at - 1] if at else "",
                shapes[at + 1] if at + 1 < len(shapes) else "",
            )
            shapes[at] = TABLE if TABLE in beside or PAIR in beside else PARAGRAPH


def _marked(pieces: list[Piece], shapes: Shapes) -> None:
    """``1. Kết quả`` over text is a heading; ``1. Sở Nội vụ`` next to ``2. Sở Y tế`` an item."""
    before = ""  # the level of an item right before
    for at, each in enumerate(shapes):
        if each not in (NUMBER, DECIMAL, LETTER):
            before = ""
            continue
        after = shapes[at + 1] if at + 1 < len(shapes) else LIST_ITEM
        item = each in (before, after) or at + 1 == len(shapes)
        before = each if item else ""
        shapes[at] = LIST_ITEM if item else HEADING


def _titles(pieces: list[Piece], shapes: Shapes) -> None:
    """A short line without a full stop is a title when text, items or a posting line stand under it."""
    top = True
    for at, each in enumerate(shapes):
        if each in (TITLE, NAME, STUB, CAPS):
            size, below = (len(pieces[at + 1][2]), shapes[at + 1]) if at + 1 < len(shapes) else (0, "")
            title = size >= _BODY and below not in _SIDE
            if each == CAPS:
                title = True
            elif each != STUB:
                title = title or below in _MARKED or (top and below not in ("", SIGNATURE))
            shapes[at] = HEADING if title else PARAGRAPH
        top = top and (shapes[at] in _SIDE or each == CAPS)


_PASSES: tuple[tuple[frozenset[str], Callable[[list[Piece], Shapes], None]], ...] = (
    (frozenset({OPENS}), _side_lists),
    (frozenset({HEADER}), _header),
    (frozenset({FIGURE}), _tables),
    (frozenset({SIGNS, RECIPIENTS, NAME}), _signatures),
    (frozenset({PAIR}), _pairs),
    (frozenset({NUMBER, DECIMAL, LETTER}), _marked),
    (frozenset({TITLE, NAME, STUB, CAPS}), _titles),
)
