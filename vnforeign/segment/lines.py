"""Lines, and paragraphs that a narrow page had broken into lines.

A block is a run of lines with no blank line between. It counts as broken when many of its lines begin in lower case; its
width is then its longest line. A break was forced, hence none of the writer's, when the next line's first word would not
have fitted:

    Trong năm 2014, tỉnh đã đón 12 đoàn khách quốc tế đến thăm, làm    |  "việc" did not fit: one paragraph
    việc và ký 03 bản ghi nhớ.                                         |  "Công" would have: a new one
    Công tác lãnh sự được chú trọng.
"""

from __future__ import annotations

import re

from .cues import cue
from .marks import MARK

#: A place in the view, the place after it, and the text between.
Piece = tuple[int, int, str]

_LINE = re.compile(r"\S.*")
_ENDS = ".;:!?…"
_WIDEST = 140  # a longer line is a whole paragraph, not a line of a narrow page
_FULL, _LOOSE = 0.97, 0.88  # how near to the width a line must come after a full stop, and in mid-sentence
_SENTENCE = 60  # two pieces shorter than this together are rather cells of a table than halves of a sentence
#: No paragraph ends with one of these.
_HANGING = frozenset(
    "và của về tại do các những với cho để trong theo từ đến ngày tháng tỉnh huyện xã số là một ông bà bằng hoặc như việc".split()
)
_HALF = 20  # a hanging line shorter than this may be a cell of a table
_TITLE = 45  # capitals shorter than this are no broken title


def paragraphs(text: str) -> list[Piece]:
    """The paragraphs of a view's text, without blanks at their edges."""
    pieces: list[Piece] = []
    block = last = 0  # where the block begins among the pieces; where the line before ended
    for match in _LINE.finditer(text):
        start, end = match.span()
        if start - last > 1 and (start - last > 2 or text[start - 1] == "\n"):
            if len(pieces) - block > 1:
                pieces[block:] = _unwrap(text, pieces[block:])
            block = len(pieces)
        line = match[0].rstrip()
        pieces.append((start, start + len(line), line))
        last = end
    pieces[block:] = _unwrap(text, pieces[block:])
    return pieces


def _unwrap(text: str, block: list[Piece]) -> list[Piece]:
    width = _width(block)
    if width == 0 and not any(_hangs(line) or (line.isupper() and len(line) >= _TITLE) for _, _, line in block[:-1]):
        return block
    pieces: list[Piece] = []
    start = at = 0
    for at, (place, _, line) in enumerate(block):
        if at and not (_same_indent(text, block[at - 1][0], place) and _continues(block[at - 1][2], line, width)):
            pieces.append(_piece(text, block, start, at))
            start = at
    if block:
        pieces.append(_piece(text, block, start, at + 1))
    return pieces


def _piece(text: str, block: list[Piece], first: int, after: int) -> Piece:
    if after - first == 1:
        return block[first]
    start, end = block[first][0], block[after - 1][1]
    return start, end, text[start:end]


def _width(block: list[Piece]) -> int:
    """0: no line begins in lower case; -1: some do; else the width of a page that broke the lines."""
    lower = sum(line[0].islower() and line[1:2] not in (")", ".", "/") for _, _, line in block[1:])
    if not lower:
        return 0
    widest = max(end - start for start, end, _ in block)
    return widest if lower * 4 >= len(block) - 1 and len(block) > 2 and widest <= _WIDEST else -1


def _same_indent(text: str, before: int, place: int) -> bool:
    """False where a line is indented and the one before is not: a new paragraph."""
    return not (text[place - 1] in " \t" and before and text[before - 1] == "\n")


def _continues(before: str, line: str, width: int) -> bool:
    if MARK.match(line):  # "hữu nghị Việt Nam / - Lào"
        return line[0] == "-" and before[-1] not in _ENDS and _forced(before, line, width * _FULL)
    if before.isupper():
        return line.isupper() and len(before) >= _TITLE and before[-1] not in _ENDS + ")" and not cue(line[:200])
    if _hangs(before):
        return not line.isupper() and not cue(line[:200])
    if line[0].islower():
        return (width > 0 or before[-1] not in _ENDS) and len(before) + len(line) >= _SENTENCE
    room = width * (_FULL if before[-1] in _ENDS else _LOOSE)
    return _forced(before, line, room) and not line.isupper() and not cue(line)


def _hangs(line: str) -> bool:
    return line[-1].islower() and line[max(0, len(line) - 8) :].split()[-1] in _HANGING and len(line) >= _HALF


def _forced(before: str, line: str, width: float) -> bool:
    return 0 < width < len(before) + 1 + len(line.split(None, 1)[0])
