"""The table of formats: what each is called, which names its files have, which module reads it, what that module needs."""

from __future__ import annotations

import msgspec


class Format(msgspec.Struct, frozen=True):
    """``name`` as in ``Origin.format``; ``needs`` the package that reads it, as it is imported; ``weak``: its title, author and
    dates are what an office program left there, so what the text says of itself goes before them."""

    name: str
    said: str
    suffixes: tuple[str, ...]
    needs: str = ""
    weak: bool = False
    container: bool = False


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("txt", "plain text", (".txt", ".text", ".md")),
        Format("html", "a web page", (".html", ".htm", ".xhtml"), "resiliparse"),
        Format("docx", "a Word document (DOCX)", (".docx", ".docm"), "docx", weak=True),
        Format("doc", "an old Word document (DOC)", (".doc", ".dot"), "olefile", weak=True),
        Format("rtf", "an RTF document", (".rtf",), "striprtf", weak=True),
        Format("odt", "an OpenDocument text (ODT)", (".odt", ".ott"), "odfdo", weak=True),
        Format("pdf", "a PDF file", (".pdf",), "pypdfium2", weak=True),
        Format("eml", "a mail", (".eml",), container=True),
        Format("zip", "a ZIP archive", (".zip",), container=True),
    )
}
#: Endings of names, in lower case, of files that can be read.
SUFFIXES = frozenset(suffix for each in FORMATS.values() for suffix in each.suffixes)
