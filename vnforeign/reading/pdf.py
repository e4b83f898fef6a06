"""PDF files with a text layer, by pdfium; pages that are pictures are named, not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .draft import Draft
from .layout import Line, paragraphs
from .plain import ReadError

_GAP = 1.5  # heights of a line that part two cells
_SHARED = 0.4  # of its height that a letter shares with its line
_TCVN3 = "µ¸¶·¹¨©ª«¬®"
_PICTURE = 20  # letters on a page with a picture that make it more than one


def read(data: bytes, source: str) -> Draft:
    """The text of a PDF file, lines of a paragraph joined. Raises ReadError for a locked file or one of pictures alone."""
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(f"{source}: is locked with a password") from None
        raise
    try:
        return _draft(paper, source)
    finally:
        paper.close()


def _draft(paper: Any, source: str) -> Draft:
    pages: list[list[Line]] = []
    pictures: list[int] = []
    bare = 0
    for at in range(len(paper)):
        page = paper[at]
        lines = list(_lines(page))
        letters = sum(map(str.isalpha, "".join(line.text for line in lines)))
        if letters < _PICTURE and _has_picture(page):
            pictures.append(at + 1)
        bare += not letters
        pages.append(lines)
        page.close()
    if bare == len(pages):
        what = "pictures of pages" if pictures else "pages without text"
        raise ReadError(f"{source}: is a PDF file of {what}; it needs character recognition first")
    return Draft(paragraphs(pages), metadata=_metadata(paper), warnings=_missing(pictures, len(pages)))


def _missing(pictures: list[int], total: int) -> list[str]:
    if not pictures:
        return []
    shown = ", ".join(map(str, pictures[:20])) + (" …" if len(pictures) > 20 else "")
    return [f"{len(pictures)} of {total} pages are pictures and were not read: {shown}"]


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4), None) is not None


def _metadata(paper: Any) -> dict[str, str]:
    said = paper.get_metadata_dict(skip_empty=True)
    return {"title": said.get("Title", ""), "author": said.get("Author", ""), "created": said.get("CreationDate", "")}


# --- lines -------------------------------------------------------------------------------------------------------------


def _lines(page: Any) -> Iterator[Line]:
    """The page's lines in its own order: a line ends where the next letter stands lower or higher, or further left."""
    words = page.get_textpage()
    try:
        text = words.get_text_range()
        if len(text) != words.count_chars():  # letters beyond the first plane count twice there
            yield from (Line(line) for line in text.splitlines() if line.strip())
            return
        yield from _parted(text.replace("\ufffe", _hyphen(text)), words)
    finally:
        words.close()


def _hyphen(text: str) -> str:
    """What pdfium swallowed at a line's end: the hyphen of most texts, or, as a soft one, TCVN3's ``ư``."""
    return "\xad" if sum(map(text.count, _TCVN3)) * 50 > len(text) else "-"


def _parted(text: str, words: Any) -> Iterator[Line]:
    pieces: list[str] = []
    line, apart = Line(""), ""
    for at, letter in enumerate(text):
        if letter.isspace() or letter == "\0":
            apart = apart or " "
            continue
        left, bottom, right, top = words.get_charbox(at, loose=True)
        if pieces and _elsewhere(line, left, bottom, top):
            yield _whole(line, pieces)
            line, pieces = Line(""), []
        if not pieces:
            line = Line("", left, right, bottom, top)
        elif left - line.right > _GAP * line.height:
            pieces.append("\t")
        elif apart:
            pieces.append(" ")
        pieces.append(letter)
        line.right, apart = right, ""
    if pieces:
        yield _whole(line, pieces)


def _whole(line: Line, pieces: list[str]) -> Line:
    line.text = "".join(pieces)
    return line


def _elsewhere(line: Line, left: float, bottom: float, top: float) -> bool:
    """Whether a letter stands on another line; raised and lowered ones do not."""
    shared = min(line.top, top) - max(line.bottom, bottom)
    return shared < _SHARED * min(line.height, top - bottom) or left < line.left - line.height
