"""Known directives: what a short citation may stand for, and what succeeded what."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Self

import msgspec

_COLUMNS = ("key", "type", "number", "symbol", "issuer", "date", "subject", "succeeded_by")
_SHIPPED = Path(__file__).with_name("registry.tsv")


class RegistryError(ValueError):
    """A registry that cannot be used; the message names the row."""


class Known(msgspec.Struct, frozen=True, gc=False):
    """One known document; ``date`` is ISO or empty, ``succeeded_by`` the keys of what took its place."""

    key: str
    type: str
    number: str
    symbol: str
    issuer: str
    date: str
    subject: str
    succeeded_by: tuple[str, ...] = ()
    verification: str = ""


class Registry:
    """Known documents by key, by symbol, and by type with number.

    Raises RegistryError for missing columns, a key given twice, a successor that is not there, or a cycle of successors.
    """

    def __init__(self, known: Iterable[Known]) -> None:
        self.by_key: dict[str, Known] = {}
        self._by_symbol: dict[str, list[Known]] = {}
        self._by_number: dict[tuple[str, int], list[Known]] = {}
        for place, each in enumerate(known, 2):
            if each.key in self.by_key:
                raise RegistryError(f"row {place}: the key {each.key!r} is there twice")
            self.by_key[each.key] = each
            if each.symbol:
                self._by_symbol.setdefault(plain(each.symbol), []).append(each)
            if each.number.isdigit():
                self._by_number.setdefault((each.type, int(each.number)), []).append(each)
        self._check()

    def _check(self) -> None:
        for place, each in enumerate(self.by_key.values(), 2):
            for successor in each.succeeded_by:
                if successor not in self.by_key:
                    raise RegistryError(f"row {place}: {each.key!r} is succeeded by {successor!r}, which no row has")
            if each.key in self._after(each.key):
                raise RegistryError(f"row {place}: {each.key!r} succeeds itself in the end")

    def _after(self, key: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(self.by_key[key].succeeded_by)
        while waiting:
            if (each := waiting.pop()) not in seen:
                seen.add(each)
                waiting += self.by_key[each].succeeded_by if each in self.by_key else ()
        return seen

    def with_symbol(self, canonical: str) -> list[Known]:
        """The documents with a full symbol, however its zeros, capitals and marks are written."""
        return self._by_symbol.get(plain(canonical), [])

    def with_number(self, kind: str, number: str) -> list[Known]:
        """The documents of a type with a number."""
        return self._by_number.get((kind, int(number)), [])

    def with_title(self, title: str) -> list[Known]:
        """The document whose key is a title."""
        each = self.by_key.get(title)
        return [each] if each else []

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """The registry of a UTF-8 TSV or CSV file with the columns of the shipped one, up to ``succeeded_by``."""
        path = Path(path)
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="," if path.suffix == ".csv" else "\t")
            missing = [column for column in _COLUMNS if column not in (table.fieldnames or ())]
            if missing:
                raise RegistryError(f"{path}, row 1: no column {', '.join(missing)}")
            return cls([_known(row, f"{path}, row {place}") for place, row in enumerate(table, 2)])


def _known(row: Mapping[str, str | None], where: str) -> Known:
    cells = {column: (row.get(column) or "").strip() for column in (*_COLUMNS, "verification")}
    if not cells["key"] or not cells["type"]:
        raise RegistryError(f"{where}: key or type is empty")
    successors = tuple(filter(None, cells.pop("succeeded_by").split("|")))
    return Known(**cells, succeeded_by=successors)


def plain(symbol: str) -> str:
    """A symbol without its marks, zeros and capitals."""
    return "".join(c for c in symbol.casefold() if c.isalnum()).lstrip("0")


@cache
def shipped() -> Registry:
    """The registry of the library: directives on external affairs, 1983 to 2025."""
    return Registry.read(_SHIPPED)
