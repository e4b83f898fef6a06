"""JSON lines, one document each, in the schema of the label guide (section 5)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..document import Document
from ..reading.plain import ReadError


def render(documents: Iterable[Document], text: bool = True, fields: bool = True) -> Iterator[str]:
    """One line a document, with its line end; ``text=False`` leaves the texts out, ``fields=False`` the fields of passages."""
    for document in documents:
        yield document.to_json(text, fields) + "\n"


def read(path: str | Path) -> Iterator[Document]:
    """The documents of a file that ``render`` wrote, one after another; blank lines are skipped.

    Raises ReadError for a file that cannot be opened and, with the line's number, for a line that is no such document.
    """
    try:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _document(line, f"{path}, line {number}")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path}: {error}") from None


def _document(line: str, place: str) -> Document:
    try:
        return Document.from_dict(json.loads(line))
    except KeyError as error:
        raise ReadError(f"{place}: {error} is missing") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise ReadError(f"{place}: no document: {error}") from None
