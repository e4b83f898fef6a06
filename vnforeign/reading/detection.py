"""What files are, without analysing them: the format, the encoding of their Vietnamese, how sure that is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import msgspec

from ..document import Document
from . import files, legacy
from .documents import decode_all
from .limits import LIMITS
from .plain import ReadError


class Detected(msgspec.Struct, frozen=True):
    """One text of a file: ``path`` (``archive.zip/member`` for what stands inside), ``format`` and ``encoding`` as in ``Origin``.

    ``certainty`` (0 to 1) is 1 for Unicode, else the share of words with diacritics that are Vietnamese syllables once converted;
    ``lines`` counts the lines in each encoding, for text files that are not Unicode alone; ``warnings`` as reading gives them.
    """

    path: str
    format: str
    encoding: str
    certainty: float = 1.0
    lines: dict[str, int] = {}
    warnings: list[str] = []

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON types."""
        row: dict[str, Any] = msgspec.to_builtins(self)
        return row


def detect(path: str | os.PathLike[str], data: bytes | None = None) -> Iterator[Detected | ReadError]:
    """What each text of a file is, or of ``data`` that ``path`` names; what cannot be read comes as a ReadError in its place."""
    try:
        data = files.load(path, LIMITS.size) if data is None else data
    except ReadError as error:
        yield error
        return
    for each in decode_all(data, str(path)):
        yield _told(each, data, str(path)) if isinstance(each, Document) else each


def _told(document: Document, data: bytes, path: str) -> Detected:
    origin = document.origin
    name, encoding = (origin.format, origin.encoding) if origin else ("txt", "utf-8")
    source = document.source or path
    if encoding.startswith("utf"):
        return Detected(source, name, encoding, warnings=document.warnings)
    if name == "txt" and source == path:
        found = legacy.detect(data)
        return Detected(source, name, encoding, found.certainty, found.lines, document.warnings)
    return Detected(source, name, encoding, legacy.certainty(document.text), warnings=document.warnings)
