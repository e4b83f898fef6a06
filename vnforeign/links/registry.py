"""Known directives: what a short citation may stand for, and what succeeded what."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import Self

import msgspec

from ..lexicon import rows
from ..text import modern

#: The columns that a registry must have; ``aliases`` (``|`` between several) and ``verification`` may be there too.
COLUMNS = ("key", "type", "number", "symbol", "issuer", "date", "subject", "succeeded_by")
_MORE = ("aliases", "verification")
_MOST_CHAINS = 20
_LISTS = ("succeeded_by", "aliases")
_SHIPPED = Path(__file__).with_name("registry.tsv")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_YEAR = re.compile(r" (?:năm )?((?:19|20)[0-9]{2})$")
_LEAST_TITLE = 3  # syllables: pháp lệnh alone is no title


class RegistryError(ValueError):
    """A registry that cannot be used; the message names the file and the row."""


class Known(msgspec.Struct, frozen=True, gc=False):
    """One known document; ``date`` is ISO (a year or month will do) or empty.

    ``succeeded_by``: the keys of what took its place. ``aliases``: other names that it goes by (``Quy chế 295``).
    ``verification``: ``verified``, or why its row is to be taken with care.
    """

    key: str
    type: str
    number: str = ""
    symbol: str = ""
    issuer: str = ""
    date: str = ""
    subject: str = ""
    succeeded_by: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    verification: str = ""


class Registry:
    """Known documents by key, by symbol, by type with number, and by title.

    ``places`` names the row of each in errors (by default ``row 1`` is the first). Raises RegistryError for an empty key or type,
    a key given twice, a date that is none, a number that is none, a successor that is not there, or a cycle of successors.
    """

    def __init__(self, known: Iterable[Known], places: Iterable[str] = ()) -> None:
        self.by_key: dict[str, Known] = {}
        self._by_symbol: dict[str, list[Known]] = {}
        self._by_number: dict[tuple[str, int], list[Known]] = {}
        self._by_title: dict[str, list[Known]] = {}
        where: dict[str, str] = {}
        for row, (each, place) in enumerate(zip_longest(known, places), 1):
            if each is None:
                break
            place = place or f"row {row}"
            _check(each, place)
            if each.key in where:
                raise RegistryError(f"{place}: the key {each.key!r} is there already, in {where[each.key]}")
            where[each.key] = place
            self.by_key[each.key] = each
            self._enter(each)
        self._follow(where)

    @classmethod
    def of(cls, table: Iterable[Mapping[str, object]]) -> Self:
        """The registry of dictionaries, one a document, named as a file's columns; only ``key`` and ``type`` must be there.

        ``succeeded_by`` and ``aliases`` are lists, or strings with ``|`` between several.
        """
        places: list[str] = []
        known: list[Known] = []
        for row, said in enumerate(table, 1):
            places.append(f"row {row}")
            if not isinstance(said, Mapping):
                raise RegistryError(f"row {row}: a {type(said).__name__}, not a dictionary")
            if unknown := [str(name) for name in said if name not in (*COLUMNS, *_MORE)]:
                raise RegistryError(f"row {row}: no such column: {', '.join(unknown)}; there are {', '.join((*COLUMNS, *_MORE))}")
            known.append(_known({str(name): _cell(cell) for name, cell in said.items()}))
        return cls(known, places)

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """The registry of a UTF-8 file, TSV or (with the suffix ``.csv``) CSV, with the columns of the shipped one.

        Raises RegistryError as for a Registry, and for a file that is not there, not UTF-8, or has not the columns.
        """
        path = Path(path)
        known, places = [], []
        for line, row in _table(path):
            places.append(f"{path}, line {line}")
            if None in row:
                raise RegistryError(f"{places[-1]}: more cells than columns")
            known.append(_known({name: cell or "" for name, cell in row.items()}))
        return cls(known, places)

    def _enter(self, each: Known) -> None:
        if each.symbol:
            self._by_symbol.setdefault(plain(each.symbol), []).append(each)
        kinds = {each.type}
        for alias in each.aliases:
            if numbered := _numbered(alias):
                kinds |= {numbered[0]} if int(numbered[1]) == int(each.number or -1) else set()
        if each.number:
            for kind in kinds:
                self._by_number.setdefault((kind, int(each.number)), []).append(each)
        for title in {stem for name in (each.key, *each.aliases) if (stem := stem_of(name))}:
            self._by_title.setdefault(title, []).append(each)

    def _follow(self, where: Mapping[str, str]) -> None:
        for key, each in self.by_key.items():
            for successor in each.succeeded_by:
                if successor not in self.by_key:
                    raise RegistryError(f"{where[key]}: {key!r} is succeeded by {successor!r}, which no row has")
        done: set[str] = set()
        for key in self.by_key:
            self._walk(key, done, where)

    def _walk(self, key: str, done: set[str], where: Mapping[str, str]) -> None:
        """Depth first, without recursion: a document met again on the way to itself is in a cycle."""
        path: dict[str, None] = {}
        waiting = [(key, False)]
        while waiting:
            each, left = waiting.pop()
            if left:
                path.popitem()
                done.add(each)
            elif each in path:
                chain = list(path)
                chain = [*chain[chain.index(each) :], each]
                raise RegistryError(f"{where[each]}: {each!r} succeeds itself in the end: {' → '.join(chain)}")
            elif each not in done:
                path[each] = None
                waiting.append((each, True))
                waiting += [(successor, False) for successor in self.by_key[each].succeeded_by]

    def in_its_place(self, key: str) -> list[tuple[str, ...]]:
        """The chains of keys from a document's successor to the last one in force; none where nothing took its place."""
        chains: list[tuple[str, ...]] = []
        waiting: list[tuple[str, ...]] = [(key,)] if key in self.by_key else []
        while waiting and len(chains) < _MOST_CHAINS:
            chain = waiting.pop()
            after = self.by_key[chain[-1]].succeeded_by
            waiting += [(*chain, each) for each in reversed(after)]
            if not after and len(chain) > 1:
                chains.append(chain[1:])
        return chains

    def with_symbol(self, canonical: str) -> list[Known]:
        """The documents with a full symbol, however its zeros, capitals and marks are written."""
        return self._by_symbol.get(plain(canonical), [])

    def with_number(self, kind: str, number: str) -> list[Known]:
        """The documents of a type, or that go by the name of that type, with a number."""
        return self._by_number.get((kind, int(number)), [])

    def with_title(self, title: str) -> list[Known]:
        """The documents with a title, whatever year stands behind it."""
        stem = stem_of(title)
        return self._by_title.get(stem, []) if stem else []


@cache
def _types() -> dict[str, str]:
    return {folded(row["word"]): row["type"] for row in rows("directive/types")}


def _numbered(alias: str) -> tuple[str, str] | None:
    """``Quy chế 295`` as (type, number)."""
    match = re.fullmatch(r"(\D+?) (?:số )?([0-9]{1,5})", alias)
    kind = _types().get(folded(match[1])) if match else None
    return (kind, match[2]) if match and kind else None


@lru_cache(4096)
def stem_of(name: str) -> str | None:
    """A title without its year, folded; None for what is no title but a number or a symbol."""
    stem = _YEAR.sub("", folded(name))
    numbered = any(c.isdigit() for c in stem) and " khóa " not in stem
    return None if numbered or len(stem.split()) < _LEAST_TITLE else stem


def _check(each: Known, place: str) -> None:
    if not each.key or not each.type:
        raise RegistryError(f"{place}: {'key' if not each.key else 'type'} is empty")
    if each.date and not _is_date(each.date):
        raise RegistryError(f"{place}: the date {each.date!r} is none; write 2014-01-07, 2014-01 or 2014")
    if each.number and not each.number.isdecimal():
        raise RegistryError(f"{place}: the number {each.number!r} is none; write its digits alone")


def _is_date(said: str) -> bool:
    if not _DATE.fullmatch(said):
        return False
    try:
        date.fromisoformat(said + "-01-01"[len(said) - 4 :])
    except ValueError:
        return False
    return True


class _Tabs(csv.excel_tab):
    """Quotes mean nothing in a TSV file."""

    quoting = csv.QUOTE_NONE


def _table(path: Path) -> list[tuple[int, dict[str, str | None]]]:
    """The rows of a file with the numbers of their last lines; RegistryError where it is no such table."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            comma = path.suffix.lower() == ".csv"
            reader = csv.DictReader(file, dialect="excel" if comma else _Tabs)
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise RegistryError(f"{path}, line 1: no column {', '.join(missing)}")
            return [(reader.line_num, row) for row in reader]
    except UnicodeDecodeError as error:
        raise RegistryError(f"{path}: not UTF-8 at byte {error.start}; save the table as UTF-8") from None
    except csv.Error as error:
        raise RegistryError(f"{path}: no table: {error}") from None
    except OSError as error:
        raise RegistryError(f"{path}: {error.strerror or error}") from None


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    return "|".join(map(str, cell)) if isinstance(cell, list | tuple | set) else str(cell)


def _known(row: Mapping[str, str]) -> Known:
    cells = {column: unicodedata.normalize("NFC", row.get(column, "").strip()) for column in (*COLUMNS, *_MORE)}
    lists = {column: tuple(filter(None, map(str.strip, cells.pop(column).split("|")))) for column in _LISTS}
    return Known(**cells, **lists)  # type: ignore[arg-type]


@lru_cache(4096)
def plain(symbol: str) -> str:
    """A symbol without its marks, zeros and capitals."""
    return "".join(c for c in symbol.casefold() if c.isalnum()).lstrip("0")


@lru_cache(4096)
def folded(name: str) -> str:
    """A name in small letters, with single blanks and today's tone placement."""
    return modern(" ".join(unicodedata.normalize("NFC", name).casefold().split()))


@cache
def shipped() -> Registry:
    """The registry of the library: directives on external affairs, 1983 to 2025."""
    return Registry.read(_SHIPPED)
