"""One self-contained page: the text with its layers as stacked underlines, values on hover and in a list.

    tỉnh ủy Đắk Nông ký hiệp định      the letters, cut wherever an entity starts or ends
            ========                   place       each layer has a track of its own, each label a colour in it,
                                       value       so entities of different layers overlap as they please
    ================                   actor
                        =========      document

No script, no external resource; whatever a document says is escaped. The page's text has the document's length: a control
character is one visible stand-in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from unicodedata import name as unicode_name

from ..document import LABELS, LAYERS, Document, Entity
from .show import KINDS, NAMES, ODD, phrase, stand_in, visible

_STYLE = Path(__file__).with_name("html.css")
#: How the text itself looks, for this page and any other that shows ``body``.
TEXT_STYLE = Path(__file__).with_name("text.css")
_COLOURS = {
    "PROVINCE": "#2f9e44",
    "DISTRICT": "#94b816",
    "COMMUNE": "#12a594",
    "FOREIGN_UNIT": "#b45fd6",
    "COUNTRY": "#e03131",
    "BORDER_GATE": "#e8890c",
    "ORG": "#3b82f6",
    "PERSON": "#db2777",
    "DATE": "#c58b00",
    "AMOUNT": "#2b9348",
    "QUANTITY": "#8b8b98",
    "DIRECTIVE": "#7c5cfa",
    "AGREEMENT": "#0891b2",
    "EVENT": "#d9480f",
}
_FACTS = {
    "id": "mã / id",
    "source": "nguồn / source",
    "reference_date": "ngày mốc / reference date",
    "published": "ngày đăng / published",
    "author": "tác giả / author",
    "organisation": "cơ quan / organisation",
    "province": "tỉnh / province",
}
Tile = tuple[int, int, str]  # start, end, kind of passage; the kind is empty between passages
Piece = tuple[int, int, list[Entity]]  # start, end, what covers it


def render(documents: Iterable[Document]) -> Iterator[str]:
    """The page in pieces: its head, one article a document, its foot."""
    yield _head()
    for number, document in enumerate(documents, 1):
        yield _article(document, number)
    yield "</main>\n</body>\n</html>\n"


def body(document: Document, number: int | None = 1) -> str:
    """The text alone, escaped and underlined; what it looks like is said by ``colours()`` and the rules for ``.s``.

    ``number`` tells the page's anchors from those of other documents; None leaves them out.
    """
    return "".join(_blocks(document, number))


def passage_around(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The edges of the block of ``body`` that holds all of ``start:end``; None if it is not in one."""
    found = (tile for tile in _tiles(document) if tile[2] and tile[0] <= start and end <= tile[1])
    return next(((begins, ends) for begins, ends, _ in found), None)


def block(document: Document, edges: tuple[int, int], number: int | None = 1) -> str:
    """What ``body`` has inside one of its blocks; only entities that touch it matter."""
    text = re.sub("\r(?!\n)", "\n", document.text)
    pieces = (piece for piece in _pieces(document, list(edges)) if edges[0] <= piece[0] < edges[1])
    return "".join(_piece(text, piece, number) for piece in pieces)


def colours() -> str:
    """The style rules that give each label its colour and each kind of passage its names, Vietnamese above English."""
    labels = (f".{label}{{--{LAYERS[label]}:{colour};--own:{colour}}}\n" for label, colour in _COLOURS.items())
    kinds = (f'.p[data-kind={kind}]{{--kind:"{names[0]}\\A {names[1]}"}}\n' for kind, names in KINDS.items())
    return "".join((*labels, *kinds))


def _head() -> str:
    hidden = "".join(f"body:has(#show-{label}:not(:checked)) .t .{label}{{--{LAYERS[label]}:transparent}}\n" for label in LABELS)
    return f"""<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>vnforeign</title>
<style>
{TEXT_STYLE.read_text(encoding="utf-8")}{_STYLE.read_text(encoding="utf-8")}{colours()}{hidden}</style>
</head>
<body>
{_legend()}
<main>
"""


def _legend() -> str:
    items = "".join(
        f'<label class="{label}"><input type="checkbox" id="show-{label}" checked> <b>{NAMES[label][0]}</b>'
        f' <span lang="en">{NAMES[label][1]}</span></label>\n'
        for label in LABELS
    )
    title = 'Chú giải / <span lang="en">Legend</span>'
    return f"<header><details open><summary>{title}</summary>\n<div>{items}</div></details></header>"


def _article(document: Document, number: int) -> str:
    facts = {"id": document.id, "source": document.source, "reference_date": document.reference_date} | document.metadata
    title = facts.pop("title", None) or document.id or document.source or f"{number}"
    return (
        f"<article>\n<h1>{safe(title)}</h1>\n{_facts(facts, document.warnings)}"
        f'<div class="t">{"".join(_blocks(document, number))}</div>\n{_list(document, number)}</article>\n'
    )


def _facts(facts: dict[str, str | None], warnings: list[str]) -> str:
    rows = [_fact(_FACTS.get(key, key), str(said)) for key, said in facts.items() if said]
    rows += [_fact("cảnh báo / warning", said, ' class="warning"') for said in warnings]
    return f"<dl>{''.join(rows)}</dl>\n" if rows else ""


def _fact(name: str, said: str, mark: str = "") -> str:
    return f"<div{mark}><dt>{safe(name)}</dt><dd>{safe(said)}</dd></div>"


def _blocks(document: Document, number: int | None) -> Iterator[str]:
    """The text as one block a passage; what lies between two passages stands between the blocks."""
    text = re.sub("\r(?!\n)", "\n", document.text)
    tiles = list(_tiles(document))
    starts = [tile[0] for tile in tiles]
    for place, pieces in groupby(_pieces(document, starts), lambda piece: bisect_right(starts, piece[0]) - 1):
        start, end, kind = tiles[place]
        marked = "".join(_piece(text, piece, number) for piece in pieces)
        if kind:
            anchor = f' id="p{number}-{start}"' if number is not None else ""
            yield f'<div class="p"{anchor} data-kind="{safe(kind)}">{marked}</div>'
        else:
            yield f'<span class="gap">{marked}</span>' if text[start:end].isspace() else marked


def _tiles(document: Document) -> Iterator[Tile]:
    """The whole text cut into passages and what lies between them, also where passages overlap or leave the text."""
    at, size = 0, len(document.text)
    for passage in sorted(document.passages, key=lambda each: each.start):
        start, end = max(at, passage.start), min(passage.end, size)
        if start < end:
            if at < start:
                yield at, start, ""
            yield start, end, passage.kind
            at = end
    if at < size:
        yield at, size, ""


def _pieces(document: Document, starts: list[int]) -> Iterator[Piece]:
    """The text cut wherever a tile or an entity starts or ends."""
    size = len(document.text)
    waiting = sorted((e for e in document.entities if 0 <= e.start < e.end), key=lambda e: e.start, reverse=True)
    cuts = {0, size, *starts, *(min(place, size) for e in waiting for place in (e.start, e.end))}
    covering: list[Entity] = []
    for start, end in pairwise(sorted(cuts)):
        covering = [entity for entity in covering if entity.end > start]
        while waiting and waiting[-1].start <= start:
            covering.append(waiting.pop())
        yield start, end, covering


def _piece(text: str, piece: Piece, number: int | None) -> str:
    start, end, covering = piece
    marked = _marked(text[start:end])
    if not covering:
        return marked
    classes = " ".join(entity.label for entity in covering)
    said = "\n".join(map(hover, covering))
    begins = number is not None and any(entity.start == start for entity in covering)
    anchor = f' id="d{number}-{start}"' if begins else ""
    return f'<span class="s {safe(classes)}"{anchor} title="{safe(said)}">{marked}</span>'


def hover(entity: Entity) -> str:
    """What an entity says when pointed at: label, value, rule and score on one line."""
    said = f"{entity.label}: {phrase(entity.label, entity.value)}"
    return " ".join(f"{said} [{entity.rule} · {entity.score:.2f}]".split())


def _list(document: Document, number: int) -> str:
    rows = "".join(
        f'<tr><th scope="row" class="{safe(e.label)}">{safe(e.label)}</th>'
        f'<td><a href="#d{number}-{e.start}">{safe(e.text)}</a></td><td>{safe(phrase(e.label, e.value))}'
        f" <small>{e.start}–{e.end} · {safe(e.rule)} · {e.score:.2f}</small></td></tr>\n"
        for e in document.entities
    )
    head = "<thead><tr><th>nhãn / label</th><th>trong văn bản / text</th><th>giá trị / value</th></tr></thead>"
    title = f'Thực thể / <span lang="en">Entities</span> ({len(document.entities)})'
    return f"<details><summary>{title}</summary>\n<table>{head}\n<tbody>{rows}</tbody></table></details>\n"


def safe(said: str) -> str:
    """Words of the document inside the page's own text or an attribute."""
    return escape(visible(said)).replace("\r", "&#13;")  # as a bare character it would not survive the parser


def _marked(text: str) -> str:
    """A piece of the document's text, each odd character shown and named."""
    return ODD.sub(_named, escape(text)).replace("\r", "&#13;")


def _named(match: re.Match[str]) -> str:
    code = f"U+{ord(match[0]):04X} {unicode_name(match[0], '')}".strip()
    return f'<i title="{code}">{stand_in(match[0])}</i>'
