"""The names of districts and communes, keyed by their plain letters, read when first asked.

``Đăk Mil``, ``Đắk Mil`` and ``Dak Mil`` share the key ``dakmil``; names that only their marks tell apart (Sơn Hà, Sơn Hạ) share a
key too, so a key leads to several rows, and the one written as in the text goes first. Reading the table makes no object
per row: a key leads to the line, which is split when it is met.
"""

from __future__ import annotations

import string
import unicodedata
from functools import cache, lru_cache

import msgspec

from ... import codepage
from ...lexicon import _KINDS
from ...text import modern

DISTRICT, COMMUNE = "district", "commune"
_DROPPED = codepage.encode(" '-.\u00a0")


def _plain_letters() -> bytes:
    table = bytearray(b"?" * 256)
    for code, char in enumerate(codepage._TABLE):
        bare = unicodedata.normalize("NFD", char)[0].lower().replace("đ", "d")
        if bare.isascii():
            table[code] = ord(bare)
    return bytes(table)


_PLAIN = _plain_letters()


@lru_cache(1 << 14)
def plain(name: str) -> bytes:
    """The letters and digits of a name without marks, case and blanks."""
    return codepage.encode(name).translate(_PLAIN, _DROPPED)


class Row(msgspec.Struct, frozen=True, gc=False):
    """One name of one level, as localities.tsv has it."""

    name: str
    types: tuple[str, ...]
    provinces: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]
    former: tuple[str, ...]


def _row(line: str) -> Row:
    name, _, types, provinces, _, status, _, old, new, former = line.split("\t")
    if not old and not new:
        old, new = ("", provinces) if status == "new" else (provinces, "")
    each = [tuple(cell.split("|")) if cell else () for cell in (types, provinces, old, new, former)]
    return Row(name, each[0], each[1], each[2], each[3], each[4])


class Gazetteer:
    """All names of one level."""

    def __init__(self, lines: dict[bytes, list[str]]) -> None:
        self._lines = lines

    def __contains__(self, key: bytes) -> bool:
        return key in self._lines

    @lru_cache(1 << 12)  # noqa: B019  (there are two gazetteers, kept for good)
    def rows(self, name: str) -> list[Row]:
        """The rows that a name as written may mean: those written alike, else all that share its letters."""
        lines = self._lines.get(plain(name))
        if not lines:
            return []
        found = [_row(line) for line in lines]
        said = modern(name).lower()
        return [row for row in found if row.name.lower() == said] or found

    @lru_cache(1 << 12)  # noqa: B019
    def provinces(self, name: str) -> frozenset[str]:
        """The provinces that hold or held a unit of that name."""
        return frozenset(province for row in self.rows(name) for province in (*row.provinces, *row.former))

    def near(self, key: bytes) -> list[bytes]:
        """The keys one letter away: a letter dropped, added, changed, or two swapped."""
        letters = [bytes((code,)) for code in string.ascii_lowercase.encode()]
        splits = [(key[:place], key[place:]) for place in range(len(key) + 1)]
        close = {left + right[1:] for left, right in splits if right}
        close |= {left + right[1:2] + right[:1] + right[2:] for left, right in splits if len(right) > 1}
        close |= {left + letter + right[skip:] for left, right in splits for letter in letters for skip in (0, 1)}
        return [each for each in close if each in self._lines]

    def named(self, key: bytes) -> list[Row]:
        return [_row(line) for line in self._lines.get(key, ())]


@cache
def gazetteer(level: str) -> Gazetteer:
    """The names of a level, read once."""
    return _read()[level]


@cache
def _read() -> dict[str, Gazetteer]:
    text = (_KINDS / "locality" / "localities.tsv").read_text(encoding="utf-8")
    lines = text.rstrip("\n").split("\n")[1:]
    keys = codepage.encode("\n".join(line.partition("\t")[0] for line in lines)).translate(_PLAIN, _DROPPED).split(b"\n")
    levels: dict[str, dict[bytes, list[str]]] = {DISTRICT: {}, COMMUNE: {}}
    for key, line in zip(keys, lines, strict=True):
        _, level, _, _, aliases, _ = line.split("\t", 5)
        table = levels[level]
        table.setdefault(key, []).append(line)
        for alias in aliases.split("|") if aliases else ():
            if line not in table.setdefault(plain(alias), []):
                table[plain(alias)].append(line)
    return {level: Gazetteer(table) for level, table in levels.items()}
