"""Web pages: the main text with its lists and tables, without menus and footers; scripts are text nobody reads.

Extractors of main text lose lists and letterheads; so theirs says where the main text begins and ends, and from there whole lines
of the page are taken in, up and down, until one is a link of its own: a menu, a side list.
"""

from __future__ import annotations

import re
from typing import Any

from .draft import Draft

_DEEPEST = 400  # main-text extraction takes time with the square of the depth
_HEAD = 4096
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,30})", re.IGNORECASE)
_LATIN = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "x-user-defined"})
_WESTERN = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{0,20000}>")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,20000}>.*?(?:</\1\s{0,9}>|\Z)", re.IGNORECASE | re.DOTALL)
_SKIPPED = ["nav", "footer", "aside", "form", "button", "select", "noscript", "[role=navigation]", "[role=search]"]
_GAP = re.compile(r"\t\t")
_META = {
    "title": ("og:title", "dc.title", "twitter:title"),
    "published": (
        "article:published_time",
        "datepublished",
        "pubdate",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "publish-date",
        "date",
    ),
    "author": ("author", "article:author", "dc.creator"),
    "organisation": ("og:site_name", "dc.publisher", "publisher", "copyright"),
}


def read(data: bytes, source: str) -> Draft:
    """The text of a page and what its head says. Raises what resiliparse raises on bytes that are no page."""
    from resiliparse.parse.html import HTMLTree

    words = decoded(data)
    if _depth(words) > _DEEPEST:
        return Draft(_stripped(words), warnings=[f"tags nested more than {_DEEPEST} deep: read without them"])
    tree = HTMLTree.parse(words)
    metadata = _metadata(tree)
    _flatten_cells(tree)
    return Draft(_GAP.sub("\t", _main(tree)), metadata=metadata)


def decoded(data: bytes) -> str:
    """The page's characters: UTF-8 where it is that, else as its head says, else Windows-1252, whose bytes always lead back."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(data, 0, _HEAD)
        name = named[1].decode("ascii", "replace").lower() if named else "windows-1252"
    if name in ("utf-8", "utf8"):
        return data.decode("utf-8", "replace")
    if name in _LATIN:
        return western(data)
    try:
        return data.decode(name, "replace")
    except (LookupError, UnicodeError, TypeError):  # TypeError: a codec that makes no text, such as hex
        return western(data)


def western(data: bytes) -> str:
    """Windows-1252 as browsers read it: bytes it leaves open stay the control characters they are."""
    return data.decode("latin-1").translate(_WESTERN)


def _depth(words: str) -> int:
    """How deep tags may be nested at most: those opened and not closed, whatever they are."""
    deepest = depth = 0
    for match in _TAG.finditer(words):
        if match[2].lower() not in _VOID:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _stripped(words: str) -> str:
    from html import unescape

    bare = _TAG.sub("\n", _HIDDEN.sub("\n", words))
    return re.sub(r"\s*\n\s*", "\n", unescape(bare)).strip()


# --- text --------------------------------------------------------------------------------------------------------------


def _main(tree: Any) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    links = {_squeezed(link.text) for link in tree.document.query_selector_all("a").values()}
    main = {_squeezed(line) for line in extract_plain_text(tree, main_content=True, alt_texts=False).split("\n")}
    lines = extract_plain_text(tree, alt_texts=False, skip_elements=_SKIPPED).split("\n")
    keys = [_squeezed(line) for line in lines]
    inside = [at for at, key in enumerate(keys) if key and key in main and key not in links]
    if not inside:
        return str(extract_plain_text(tree, alt_texts=False))
    first, last = inside[0], inside[-1]
    while first and keys[first - 1] not in links:
        first -= 1
    while last + 1 < len(keys) and keys[last + 1] not in links:
        last += 1
    return "\n".join(line.strip(" ") for line in lines[first : last + 1]).strip("\n")


def _squeezed(line: str) -> str:
    return " ".join(line.replace("•", " ").split())


def _flatten_cells(tree: Any) -> None:
    """A cell becomes one line, unless it holds a table or so much that it is rather a part of the page."""
    from resiliparse.extract.html2text import extract_plain_text

    for cell in tree.document.query_selector_all("td, th").values():  # iterating itself takes time with the cube
        if cell.query_selector("br, p, div, ul, ol") and not cell.query_selector("table") and len(cell.text) <= 400:
            lines = extract_plain_text(f"<body>{cell.html}", alt_texts=False).split("\n")
            cell.text = " ".join(word for line in lines for word in line.split())


# --- what the head says ------------------------------------------------------------------------------------------------


def _metadata(tree: Any) -> dict[str, str]:
    said: dict[str, str] = {}
    for meta in tree.document.query_selector_all("meta[content]").values():
        name = (meta.getattr("property") or meta.getattr("name") or meta.getattr("itemprop") or "").lower()
        said.setdefault(name, meta.getattr("content") or "")
    found = {key: next((said[name] for name in names if said.get(name)), "") for key, names in _META.items()}
    return found | {"title": found["title"] or tree.title or ""}
