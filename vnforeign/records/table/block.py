"""The lines of a table whose cells marks part: from its heads on up to what stands below it, over the ends of pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...text import View
from .cell import Span
from .heads import is_known
from .pages import alike

RULE = re.compile(r"[\s|:+=_*-]*")
PAGE = re.compile(r"[\s\f*-]*(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})?[\s\f*-]*", re.IGNORECASE)  # the number of a page
SHORT = 60  # characters of what goes on with a cell
PIECES = 12  # lines of one row
_ROW_NUMBER = re.compile(r"[\s|]*(\d{1,3})[.)]?(?=[\s|])")  # a row with its number
_RANKED = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/-] ?[^\W\d_]")  # what heads a group: ``II. Cấp sở``
#: The title of another table.
OTHER = re.compile(r"[\s*#_]*(?:bảng|biểu|phụ biểu|phụ lục) (?:số )?[\dIVX]{1,4}[.:) *][^|\t]*\Z", re.IGNORECASE)
#: What stands below a table: who made it, who signs, who gets it.
SIGNED = re.compile(r"[\s|]*(?:nơi nhận|(?:người )?lập (?:biểu|bảng)|người lập|tm\.|kt\.|k/t|tl\.|tuq\.)", re.IGNORECASE)
_NOTES = re.compile(r"[\s|*]*\(?(?:ghi chú|chú thích|nguồn(?: số liệu)?) ?:", re.IGNORECASE)  # below a table
_HEADED = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?\s*)?\|?\s*")  # below the heads of Markdown
_BLANK = 8  # line ends between the pages of a table
_TALLEST = 14  # lines of a row
_CUT = 4  # lines of a row that the end of a page cut, and the next one
_WIDEST = 140  # characters of a line between rows that is one cell: ``I. Lĩnh vực y tế``
_MOST = 20_000  # lines of a table
_PARTED = re.compile(r"[|\t]| {2,}")
_LEAST_HEADS = 2


def block_of(view: View, lines: list[Span], at: int, is_row: Callable[[Span], bool]) -> tuple[list[Span], int]:
    """The rows from a line on, with lines of dashes and a few short lines between them, as a broken cell leaves them; one blank
    line between two rows is passed over.
    """
    text = view.text
    block, end = [lines[at]], at + 1
    while end < len(lines) and len(block) < _MOST:
        gap = text.count("\n", lines[end - 1][1], lines[end][0])
        if OTHER.match(text, *lines[end]) or _begins(text, lines, end) or (gap > 1 and _stands_below(text, lines[end])):
            break
        if gap > 2 or not (
            is_row(lines[end])
            or RULE.fullmatch(text, *lines[end])
            or (gap < 2 and _leads_on(text, lines, end, is_row))
            or _heads_rows(view, lines, end, is_row)
        ):
            if not (behind := _over_page(view, lines, block, end, is_row)):
                break
            end = behind
        block.append(lines[end])
        end += 1
    return block, end


def _stands_below(text: str, line: Span) -> bool:
    """Whether a line is of what stands below a table: notes, who signs."""
    return bool(SIGNED.match(text, *line) or _NOTES.match(text, *line))


def _begins(text: str, lines: list[Span], at: int) -> bool:
    """Whether a line heads another table of Markdown behind a blank line."""
    return is_ruled(text, lines, at + 1) and text.count("\n", lines[at - 1][1], lines[at][0]) > 1


def is_ruled(text: str, lines: list[Span], at: int) -> bool:
    """Whether a line is the one that stands below the heads of Markdown."""
    return at < len(lines) and _HEADED.fullmatch(text, *lines[at]) is not None


def _leads_on(text: str, lines: list[Span], at: int, is_row: Callable[[Span], bool]) -> bool:
    """Whether a row follows close behind a line, with nothing but other short lines between them."""
    for one in range(at, min(at + PIECES, len(lines) - 1)):
        apart = text.count("\n", lines[one][1], lines[one + 1][0]) > 1
        if apart or lines[one][1] - lines[one][0] >= _WIDEST:
            return False
        if is_row(lines[one + 1]):
            return True
    return False


def _over_page(view: View, lines: list[Span], block: list[Span], at: int, is_row: Callable[[Span], bool]) -> int:
    """The row with which a table goes on behind the end of a page, a number or some blank lines: the row with the next number, or
    a line that goes on with the row above it; where rows have none, one whose cells stand where theirs do, perhaps under the
    heading of a group. 0 where none does.
    """
    text = view.text
    while at < len(lines) and PAGE.fullmatch(text, *lines[at]) and not is_row(lines[at]):
        at += 1
    if at == len(lines) or text.count("\n", block[-1][1], lines[at][0]) > _BLANK:
        return 0
    if not is_row(lines[at]):  # a group of rows opens the page
        return at if _heads_rows(view, lines, at, is_row) and alike(view, block[-_TALLEST:], lines[at + 1]) else 0
    following = next((each for line in lines[at : at + _CUT] if is_row(line) and (each := _ROW_NUMBER.match(text, *line))), None)
    above = next((each for line in reversed(block[-_TALLEST:]) if (each := _ROW_NUMBER.match(text, *line))), None)
    if above is None and following is None:
        return at if alike(view, block[-_TALLEST:], lines[at]) else 0
    return at if following and above and int(following[1]) == int(above[1]) + 1 else 0


def _heads_rows(view: View, lines: list[Span], at: int, is_row: Callable[[Span], bool]) -> bool:
    """Whether a line between blank ones heads a group of rows: short, in capitals or with a number of its own, a row below it
    that is not the heads of another table.
    """
    text = view.text
    said = text[slice(*lines[at])].strip(" *")
    if len(said) > SHORT or not (said.isupper() or _RANKED.match(said)) or said[-1:] in ".;:" or at + 1 == len(lines):
        return False
    below = text.count("\n", lines[at][1], lines[at + 1][0]) <= 2 and is_row(lines[at + 1])
    return below and not _are_heads(view, lines[at + 1])


def _are_heads(view: View, line: Span) -> bool:
    """Whether a line holds heads that are all known."""
    cells = [each for each in _PARTED.split(view.source[slice(*view.span(*line))]) if each.strip()]
    return len(cells) > _LEAST_HEADS and all(map(is_known, cells))


__all__ = ["OTHER", "PAGE", "PIECES", "RULE", "SHORT", "SIGNED", "block_of", "is_ruled"]
