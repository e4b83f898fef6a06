"""CoNLL columns: a token a line, a tag a layer (``B-``, ``I-``, ``O``), sentences apart; comments keep the text whole.

Other tools' files - the token first, the tag last, IOB1, IOB2, BIOES or BILOU - are read with single blanks between tokens.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..document import LAYERS, Document, Entities, Entity, Raw
from ..reading.plain import ReadError
from ..tokens import tokens
from .formats import Say
from .rows import decoded
from .spans import Span, stands

COLUMNS = tuple(dict.fromkeys(LAYERS.values()))
_COMMENT = re.compile(r"# ?(\w{1,40}) = (.*)", re.S)
_TAG = re.compile(r"(?:([BIESLU])[-_])(\S+)")


class Row(NamedTuple):
    """A token's line: its number, the token's place in the text, its tags."""

    line: int
    start: int
    end: int
    tags: tuple[str, ...]


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """A block a document: comments, then a line a token and a blank line where a line of the text ends."""
    for document in documents:
        head = [f"# id = {json.dumps(document.id)}", f"# text = {json.dumps(document.text)}"]
        head.append(f"# columns = token start end {' '.join(COLUMNS)}")
        tags = [_tags(document, layer) for layer in COLUMNS]
        lines, last = [], 0
        for start, end in _cut(document):
            if "\n" in document.text[last:start] and last:
                lines.append("")
            last = end
            lines.append("\t".join((document.text[start:end], str(start), str(end), *(tag.get(start, "O") for tag in tags))))
        yield ("\n".join(head + lines) + "\n\n").encode("utf-8", "replace")


def _cut(document: Document) -> Iterator[tuple[int, int]]:
    """The text's tokens, cut where an entity begins or ends inside one."""
    edges = sorted({edge for entity in document.entities for edge in (entity.start, entity.end)})
    at = 0
    for start, end in tokens(document.text):
        while at < len(edges) and edges[at] <= start:
            at += 1
        while at < len(edges) and edges[at] < end:
            yield start, edges[at]
            start, at = edges[at], at + 1
        yield start, end


def _tags(document: Document, layer: str) -> dict[int, str]:
    """The tag of each token that begins inside an entity of the layer; of two that overlap the first counts."""
    found: dict[int, str] = {}
    cuts = [start for start, _ in _cut(document)]
    at = reach = 0
    for entity in document.entities:
        if entity.layer != layer or entity.start < reach:
            continue
        reach, mark = entity.end, "B"
        while at < len(cuts) and cuts[at] < entity.end:
            if cuts[at] >= entity.start:
                found[cuts[at]], mark = f"{mark}-{entity.label}", "I"
            at += 1
    return found


def read(data: bytes, place: str, say: Say) -> Iterator[Document]:
    """The documents of a file, parted by their comments or by ``-DOCSTART-``."""
    block: list[tuple[int, str]] = []
    inside = False
    for number, line in enumerate(decoded(data, place).split("\n"), 1):
        line = line.removesuffix("\r")
        begins = line.startswith("-DOCSTART-") or bool(_COMMENT.fullmatch(line)) and inside
        if begins and any(said and not _COMMENT.fullmatch(said) for _, said in block):
            yield _document(block, place, say)
            block = []
        inside = bool(line) and not _COMMENT.fullmatch(line) or inside and not begins
        if not line.startswith("-DOCSTART-"):
            block.append((number, line))
    if any(said for _, said in block):
        yield _document(block, place, say)


def _document(block: list[tuple[int, str]], place: str, say: Say) -> Document:
    said: dict[str, Any] = {}
    lines = []
    for number, line in block:
        if comment := _COMMENT.fullmatch(line):
            said[comment[1]] = comment[2]
        else:
            lines.append((number, line))
    if "columns" in said and "text" in said:
        text, rows = _own(said, lines, place)
    else:
        text, rows = _foreign(lines, place)
    found = Entities(_entities(rows, text, place, say))
    name = json.loads(said["id"]) if "columns" in said and "id" in said else said.get("id")
    return Document(text, name if isinstance(name, str) else None, entities=found)


def _own(said: dict[str, Any], lines: list[tuple[int, str]], place: str) -> tuple[str, list[Row]]:
    text, columns = json.loads(said["text"]), said["columns"].split()
    if not isinstance(text, str):
        raise ReadError(f"{place}: the comment text holds no string")
    rows = []
    for number, line in lines:
        cells = line.split("\t")
        if not line:
            continue
        if len(cells) != len(columns) or not (cells[1] + cells[2]).isascii() or not (cells[1].isdigit() and cells[2].isdigit()):
            raise ReadError(f"{place}, line {number}: {len(cells)} cells where {' '.join(columns)[:80]} were announced")
        row = Row(number, int(cells[1][:12]), int(cells[2][:12]), tuple(cells[3:]))
        if text[row.start : row.end].encode("utf-8", "replace").decode() != cells[0]:
            raise ReadError(f"{place}, line {number}: {cells[0][:40]!r} does not stand at {row.start} of the text")
        rows.append(row)
    return text, rows


def _foreign(lines: list[tuple[int, str]], place: str) -> tuple[str, list[Row]]:
    pieces: list[str] = []
    rows, at, width = [], 0, 0
    for number, line in lines:
        cells = line.split("\t") if "\t" in line else line.split()
        if not cells or not cells[0]:
            if pieces and pieces[-1] != "\n":
                pieces[-1] = "\n"
            continue
        width = width or len(cells)
        if len(cells) != width or width < 2:
            raise ReadError(f"{place}, line {number}: {len(cells)} columns, {max(width, 2)} were expected")
        rows.append(Row(number, at, at + len(cells[0]), (cells[-1],)))
        pieces += [cells[0], " "]
        at += len(cells[0]) + 1
    return "".join(pieces), rows


def _entities(rows: list[Row], text: str, place: str, say: Say) -> list[Entity]:
    found: list[Entity] = []
    for column in range(max((len(row.tags) for row in rows), default=0)):
        for line, span in _runs(rows, column, place):
            if stands(span, text, f"{place}, line {line}", say):
                found.append(Entity(*span, text[span.start : span.end], Raw({})))
    return sorted(found, key=lambda each: (each.start, -each.end))


def _runs(rows: list[Row], column: int, place: str) -> Iterator[tuple[int, Span]]:
    """The stretches of one column, each with the line where it begins; an ``I-`` that continues nothing begins one."""
    label, line, start, end = "", 0, 0, 0
    for row in rows:
        tag = row.tags[column]
        parts = _TAG.fullmatch(tag)
        if not parts and tag not in ("O", "_", "-", ""):
            raise ReadError(f"{place}, line {row.line}: {tag[:40]!r} is no tag; O, B-LABEL or I-LABEL was expected")
        begins = parts and (parts[1] in "BSU" or parts[2] != label)
        if label and (not parts or begins):
            yield line, Span(label, start, end)
            label = ""
        if parts:
            if begins:
                label, line, start = parts[2], row.line, row.start
            end = row.end
            if parts[1] in "ESLU":
                yield line, Span(label, start, end)
                label = ""
    if label:
        yield line, Span(label, start, end)
