"""Labelled passages: tab-separated files with one passage a line.

    id  fields  optional  pillars  function  section  text

``|`` stands between several labels; ``optional`` are fields that a second reader might give or leave out. A folder stands for
its ``*.tsv`` files; the file a passage stands in is its batch, and batches are never torn apart by a split.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

COLUMNS = ("id", "fields", "optional", "pillars", "function", "section", "text")
PILLARS = ("party", "state", "people")
FUNCTIONS = ("result", "shortcoming", "task", "policy", "other")
RULES = ("", "alone")


class CorpusError(ValueError):
    """A corpus or taxonomy that cannot be used; the message names file, line and column."""


class Field(NamedTuple):
    """A field of the taxonomy; ``rule`` is ``alone`` for one that stands with no other."""

    key: str
    number: str
    name: str
    rule: str


class Labelled(NamedTuple):
    """One passage with the labels that a person gave it."""

    id: str
    fields: tuple[str, ...]
    optional: tuple[str, ...]
    pillars: tuple[str, ...]
    function: str
    section: str
    text: str
    batch: str


def read_taxonomy(path: str | Path) -> list[Field]:
    """The fields of a taxonomy file. Raises CorpusError, OSError."""
    path = Path(path)
    fields: list[Field] = []
    for line, cells in _rows(path, Field._fields):
        field = Field(*cells)
        if not field.key.isidentifier():
            raise CorpusError(f"{path}, line {line}, column key: {field.key!r} is no key (letters, digits, underscores)")
        if field.key in {each.key for each in fields}:
            raise CorpusError(f"{path}, line {line}, column key: {field.key!r} stands twice")
        if field.rule not in RULES:
            raise CorpusError(f"{path}, line {line}, column rule: {field.rule!r} is neither empty nor alone")
        fields.append(field)
    if not fields:
        raise CorpusError(f"{path}: no field there")
    return fields


def read_corpus(path: str | Path, taxonomy: list[Field]) -> list[Labelled]:
    """The passages of a file or folder, in the order of file names and lines. Raises CorpusError, OSError."""
    path = Path(path)
    files = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    known = {field.key for field in taxonomy}
    alone = {field.key for field in taxonomy if field.rule == "alone"}
    seen: dict[str, str] = {}
    passages: list[Labelled] = []
    for file in files:
        for line, cells in _rows(file, COLUMNS):
            ident, fields, optional, pillars, function, section, text = cells
            where = f"{file}, line {line}, column"
            if not ident:
                raise CorpusError(f"{where} id: empty")
            if ident in seen:
                raise CorpusError(f"{where} id: {ident!r} stands twice, first in {seen[ident]}")
            seen[ident] = f"{file.name}, line {line}"
            row = Labelled(
                ident,
                _labels(fields, known, f"{where} fields"),
                _labels(optional, known, f"{where} optional"),
                _labels(pillars, set(PILLARS), f"{where} pillars"),
                function,
                section,
                text,
                file.stem,
            )
            if function not in FUNCTIONS:
                raise CorpusError(f"{where} function: {function!r} is none of {', '.join(FUNCTIONS)}")
            if len(row.fields) > 1 and alone & set(row.fields):
                raise CorpusError(f"{where} fields: {', '.join(alone & set(row.fields))} stands with no other field")
            if set(row.fields) & set(row.optional):
                raise CorpusError(f"{where} optional: {optional!r} repeats a label of the column fields")
            if not text.strip():
                raise CorpusError(f"{where} text: empty")
            passages.append(row)
    if not passages:
        raise CorpusError(f"{path}: no labelled passage there")
    return passages


def read_splits(path: str | Path) -> dict[str, str]:
    """The split of each batch. Raises CorpusError, OSError."""
    path = Path(path)
    splits: dict[str, str] = {}
    for line, (batch, split) in _rows(path, ("batch", "split")):
        if split not in ("train", "dev", "test"):
            raise CorpusError(f"{path}, line {line}, column split: {split!r} is none of train, dev, test")
        splits[batch] = split
    return splits


def _labels(cell: str, known: set[str], where: str) -> tuple[str, ...]:
    labels = tuple(cell.split("|")) if cell else ()
    for label in labels:
        if label not in known:
            raise CorpusError(f"{where}: {label!r} is none of {', '.join(sorted(known))}")
    if len(set(labels)) < len(labels):
        raise CorpusError(f"{where}: {cell!r} names a label twice")
    return labels


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[int, list[str]]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8 at byte {error.start}") from None
    header = lines[0].rstrip("\r").split("\t")
    if tuple(header) != columns:
        raise CorpusError(f"{path}, line 1: the header is {header}, it should be {list(columns)}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.rstrip("\r").split("\t")]
        if len(cells) == len(columns) - 1 and columns[-1] == "rule":
            cells.append("")
        if len(cells) != len(columns):
            column = min(len(cells), len(columns))
            raise CorpusError(f"{path}, line {number}, column {column}: {len(cells)} cells, {len(columns)} columns")
        rows.append((number, cells))
    return rows
