"""Lines of pages become paragraphs: page numbers and running heads go, lines that the margin broke are joined.

A break was forced when the first word of the next line would not have fitted before the right margin. Forced breaks become
blanks, unless the next line is indented, begins an item, stands lower than lines of one paragraph do, or is a row of cells.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

import msgspec

_ITEM = re.compile(
    r"(?:[-–—+*•●▪o]\s|[-–—+•●▪](?=\w)|\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)]|/(?!\d))(?!\d)|[a-zđ][.)]\s|[IVX]{1,5}[.)]\s"
    r"|(?:Điều|Chương|Mục|Phần|ĐIỀU|CHƯƠNG|MỤC|PHẦN)\s+[\dIVX]{1,4}\b)"
)
_PAGE = re.compile(r"(?:[-–—\s]*|trang\s+|page\s+)(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
_CELLS = re.compile(r"\t| \| ")
_COUNTED = re.compile(r"\b(?:trang|page) ?\d{1,4}(?: ?/ ?\d{1,4})?", re.IGNORECASE)
_STOPS = ".:;!?…"
_EDGE = 0.98  # the right margin: where that share of all lines ends
_INDENT = 0.6  # of a line's height: an indent that begins a paragraph
_SHORTEST = 40  # characters of a line that a margin broke
_LOWER = 1.4  # times the usual distance of lines: a line that stands apart
_REPEATED, _SHARE = 3, 0.5  # pages, and share of all pages, that a running head stands on


class Line(msgspec.Struct):
    """A line of a page and where it stands, in points from the lower left corner; cells are parted by tabs."""

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        return self.top - self.bottom or 1.0


Page = list[Line]


def paragraphs(pages: list[Page]) -> str:
    """The text of all pages, a paragraph a line; ``pages`` lose their numbers and running heads."""
    _drop_numbers(pages)
    _drop_running(pages)
    margin = _margin(pages)
    pieces: list[str] = []
    before: Line | None = None
    for page in pages:
        spacing, first = _spacing(page), True
        for line in page:
            joins = before is not None and (_joins_page(before, line, margin) if first else _joins(before, line, margin, spacing))
            pieces.append("" if before is None else (_glue(before) if joins else "\n"))
            pieces.append(line.text)
            before, first = line, False
    return "".join(pieces)


def _glue(before: Line) -> str:
    return "" if before.text.endswith("-") and before.text[-2:-1].isalnum() else " "


def _joins(before: Line, line: Line, margin: float, spacing: float) -> bool:
    """Whether a line goes on in the next one of its page."""
    down = before.bottom - line.bottom
    return 0 < down <= spacing * _LOWER and _continues(before, line, margin)


def _joins_page(before: Line, line: Line, margin: float) -> bool:
    """Whether the last line of a page goes on in the first of the next: only in mid-sentence."""
    return before.text[-1] not in _STOPS and _continues(before, line, margin)


def _continues(before: Line, line: Line, margin: float) -> bool:
    if _CELLS.search(before.text) or _CELLS.search(line.text) or before.text.isupper() != line.text.isupper():
        return False
    begins_item = _ITEM.match(line.text) and not (line.text[0] in "-–" and before.text[-1] not in _STOPS)
    indented = line.left - before.left > _INDENT * line.height and not _ITEM.match(before.text)
    return not begins_item and not indented and _forced(before, line, margin)


def _forced(before: Line, line: Line, margin: float) -> bool:
    if len(before.text) < _SHORTEST:
        return False
    letter = (line.right - line.left) / max(len(line.text), 1)
    return before.right + letter * (len(line.text.split(None, 1)[0]) + 0.5) > margin


def _margin(pages: list[Page]) -> float:
    rights = sorted(line.right for page in pages for line in page)
    return rights[int((len(rights) - 1) * _EDGE)] if rights else 0.0


def _spacing(page: Page) -> float:
    """How far the lines of a paragraph stand apart on a page: the usual distance of two lines, or what their height allows."""
    steps = [a.bottom - b.bottom for a, b in pairwise(page)]
    near = [step for step, line in zip(steps, page, strict=False) if 0.8 * line.height < step < 2.5 * line.height]
    return min(median(near), 2 * median(line.height for line in page)) if near else 0.0


# --- what stands on every page -----------------------------------------------------------------------------------------


def _edges(page: Page) -> list[Line]:
    """The highest and the lowest line of a page that has more."""
    return [max(page, key=lambda line: line.top), min(page, key=lambda line: line.bottom)] if len(page) > 2 else []


def _drop_numbers(pages: list[Page]) -> None:
    """A number alone at an edge goes if it counts the pages: on two of them at least it is as far from the page's own number."""
    found = [
        (page, line, int(match[1]) - at)
        for at, page in enumerate(pages)
        for line in _edges(page)
        if (match := _PAGE.fullmatch(line.text))
    ]
    steps = Counter(step for _, _, step in found)
    for page, line, step in found:
        if steps[step] > 1 and line in page:
            page.remove(line)


def _drop_running(pages: list[Page]) -> None:
    """A line that most pages have at the same edge stays on the first of them alone."""
    seen: dict[tuple[int, str], list[tuple[Page, Line]]] = {}
    for page in pages:
        for edge, line in enumerate(_edges(page)):
            seen.setdefault((edge, _COUNTED.sub("", line.text)), []).append((page, line))
    for places in seen.values():
        if len(places) >= max(_REPEATED, len(pages) * _SHARE):
            for page, line in places[1:]:
                if line in page:  # one that was the highest and the lowest is gone
                    page.remove(line)
