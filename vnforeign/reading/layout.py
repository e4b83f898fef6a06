"""Lines of pages become paragraphs."""

from __future__ import annotations

import msgspec


class Line(msgspec.Struct):
    """A line of a page."""

    text: str


def paragraphs(pages: list[list[Line]]) -> str:
    """The text of all pages."""
    return "\n".join(line.text for page in pages for line in page)
