"""The tables of the legacy encodings (``tables/*.tsv``): which codes stand for which letter, which font for which encoding.

A code is written as the Latin-1 character of its byte, whether it came from a file's bytes or from a format's reader.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ...codepage import VOWELS as _VOWELS

ENCODINGS = ("tcvn3", "vni", "cp1258", "viscii", "vps")
VOWELS = "".join(c for c in _VOWELS + _VOWELS.upper())
_FOLDER = Path(__file__).parent / "tables"

#: What Windows-1252 shows for the bytes 0x80 to 0x9F, by the Latin-1 character of the byte.
CP1252 = {chr(code): bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by column name."""
    header, *lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


@cache
def letters(encoding: str) -> dict[str, str]:
    """Each sequence of codes and its letter, the usual spelling of a letter before others."""
    return {bytes.fromhex(row["codes"]).decode("latin-1"): row["letter"] for row in rows(encoding)}


@cache
def _fonts() -> tuple[tuple[str, str], ...]:
    return tuple((row["prefix"], row["encoding"]) for row in rows("fonts"))


def encoding_of(font: str) -> tuple[str | None, bool]:
    """The encoding that a font's name stands for, None for a Unicode font, and whether the font shows capitals alone."""
    name = font.strip().lower()
    for prefix, encoding in _fonts():
        if name.startswith(prefix):
            family = font.split("-")[0].strip()
            return encoding, encoding == "tcvn3" and family.endswith("H")
    return None, False
