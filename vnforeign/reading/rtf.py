"""RTF: its text by striprtf, which gives no fonts; letters of old fonts are known by what they spell."""

from __future__ import annotations

import codecs
import re

from .draft import Draft
from .html import western

_RAW = re.compile(rb"[\x80-\xff]")
_GROUP = r"\{\\%s(?![a-z])(?P<said>[^{}]{0,600})\}"
_INFO = {"title": "title", "author": "author", "company": "organisation"}
_CREATED = re.compile(r"\{\\creatim\s?\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
_ROW_END = re.compile(r"\t ?\n")
_FONTS = 20_000  # characters of a font table that are looked at: its pattern takes time with their square


def read(data: bytes, source: str) -> Draft:
    """The text of an RTF file; footnotes and running heads are left out."""
    from striprtf.striprtf import font_table_group, rtf_to_text

    codecs.register_error("vnforeign.western", _keep)
    words = _ascii(data)
    words = _bounded(words, font_table_group(words))
    text = rtf_to_text(words, encoding="cp1252", errors="vnforeign.western")
    return Draft(_lines(text), metadata=_metadata(words), warnings=_cut(words))


def _ascii(data: bytes) -> str:
    """The file with letters beyond ASCII as escapes, links as plain groups (their pattern is slow), cells ended by tabs."""
    if b"\\bin" not in data:
        data = _RAW.sub(lambda match: b"\\'%02x" % match[0][0], data)
    words = western(data).replace("\\field{", "\\nofield{").replace("\0", "")
    return _CELL.sub(r"\\tab", words)


def _bounded(words: str, table: str) -> str:
    """The file with a font table that striprtf reads quickly: closed, not too long, no font behind the last semicolon."""
    if not table:
        return words
    if len(table) > _FONTS or words.endswith(table):  # one that is not closed would take the whole report
        return words.replace("\\fonttbl", "\\nofonttbl")
    whole, mark, rest = table.rpartition(";")
    return words.replace(table, whole + mark + rest.replace("\\fcharset", "\\nocharset"), 1)


def _keep(error: UnicodeError) -> tuple[str, int]:
    """A byte that the code page leaves open stays the control character it is: VISCII and VPS have letters there."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


def _lines(text: str) -> str:
    """Pairs of surrogates joined; a row of cells without the tab behind its last cell."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _ROW_END.sub("\n", joined.replace("\r\n", "\n").replace("\r", "\n"))


def _metadata(words: str) -> dict[str, str]:
    from striprtf.striprtf import rtf_to_text

    start = words.find("{\\info")
    info = words[start : start + 20_000] if start >= 0 else ""
    found = {}
    for name, key in _INFO.items():
        if match := re.search(_GROUP % name, info):
            found[key] = rtf_to_text("{\\rtf1 " + match["said"].strip() + "}", encoding="cp1252", errors="vnforeign.western")
    if match := _CREATED.search(info):
        found["created"] = "%s-%02d-%02d" % (match[1], int(match[2]), int(match[3]))
    return found


def _cut(words: str) -> list[str]:
    return [] if words.rstrip(" \r\n\t").endswith("}") else ["the file ends in the middle: its last words may be missing"]
