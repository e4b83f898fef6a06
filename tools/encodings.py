"""How well legacy encodings are read: the gold reports are written in each encoding, read back, and compared word by word.

python -m tools.encodings

The words are those with diacritics. ``report`` reads each report as a file, ``line`` each line as a file of its own, ``heading``
the lines of at most six words in capitals, ``converted`` each report as the text of a reader that took its bytes for
Windows-1252; ``mixed`` is a file of all encodings, each report in another. A letter that an encoding cannot write (capitals with
tones in TCVN3) is written small, as offices did.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from itertools import cycle
from pathlib import Path

from vnforeign import gold
from vnforeign.reading import legacy
from vnforeign.reading.legacy.tables import CP1252, ENCODINGS, VOWELS, letters

GOLD = Path(__file__).resolve().parent.parent / "corpora" / "gold"
_SIGNS = str.maketrans(
    {"\u00a0": " ", "\u00ad": None, "≈": "~", "→": "-", "²": "2", "½": "1/2", "°": " ", "·": "-", "©": "(c)", "»": ">"}
)
_DOWN = str.maketrans({shown: '"' if shown in "“”„" else "'" if shown in "‘’‚" else "-" for shown in CP1252.values()})
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _codes(encoding: str) -> dict[int, str]:
    """The codes of each letter, as Latin-1 characters."""
    table: dict[str, str] = {}
    for codes, letter in letters(encoding).items():
        if encoding != "tcvn3" or letter.islower() or "\xa0" < codes <= "\xa7":
            table.setdefault(letter, codes)
    if encoding == "cp1258":
        table |= {letter: codes for codes, letter in letters(encoding).items() if len(codes) == 1}
    for letter in VOWELS:
        if not letter.isascii():
            table.setdefault(letter, table.get(letter.lower(), letter))
    return {ord(letter): codes for letter, codes in table.items()}


def encode(text: str, encoding: str) -> bytes:
    """The text in a legacy encoding; VISCII and VPS have no curly quotes and no dashes. Signs that none has become ``?``."""
    text = unicodedata.normalize("NFC", text).translate(_SIGNS)
    if encoding in ("viscii", "vps"):
        text = text.translate(_DOWN)
    back = {ord(shown): code for code, shown in CP1252.items()}
    return text.translate(back | _codes(encoding)).encode("latin-1", "replace")


def shown(data: bytes) -> str:
    """The bytes as a reader shows them that takes them for Windows-1252; the five it has not stay as they are."""
    return "".join(CP1252.get(char, char) for char in data.decode("latin-1"))


def right(text: str, read: str) -> tuple[int, int]:
    """How many words with diacritics are the same in both texts, and how many there are."""
    same = words = 0
    for line, other in zip(text.split("\n"), read.split("\n"), strict=False):
        wanted, found = _WORD.findall(line), _WORD.findall(other)
        pairs = [(word, found[at] if len(found) == len(wanted) else "") for at, word in enumerate(wanted) if not word.isascii()]
        words += len(pairs)
        same += sum(word == each for word, each in pairs)
    return same, words


def _decoded(data: bytes) -> str:
    try:
        return legacy.decode(data).text
    except legacy.Undecodable:
        return ""


def _score(texts: list[str], encoding: str, read: Callable[[bytes], str] = _decoded) -> float:
    tallies = [right(text, read(encode(text, encoding))) for text in texts]
    return sum(same for same, _ in tallies) / sum(words for _, words in tallies)


def measure(splits: tuple[str, ...] = ("dev", "test")) -> dict[str, dict[str, float]]:
    """The share of words with diacritics that are right, by encoding and by what is read."""
    reports = [unicodedata.normalize("NFC", report.text) for split in splits for report in gold.read(GOLD / split)]
    lines = [line for report in reports for line in report.split("\n") if not line.isascii()]
    headings = [line for line in lines if line.isupper() and len(line.split()) <= 6]
    figures = {
        encoding: {
            "report": _score(reports, encoding),
            "line": _score(lines, encoding),
            "heading": _score(headings, encoding),
            "converted": _score(reports, encoding, lambda data: legacy.convert(shown(data)).text),
        }
        for encoding in ENCODINGS
    }
    figures["mixed"] = {"report": mixed(reports)}
    return figures


def mixed(reports: list[str]) -> float:
    """One file of all reports, each in another encoding, UTF-8 among them."""
    pairs = list(zip(reports, cycle([*ENCODINGS, "utf-8"]), strict=False))
    data = b"\n".join(text.encode() if name == "utf-8" else encode(text, name) for text, name in pairs)
    same, words = right("\n".join(reports), _decoded(data))
    return same / words


def main() -> None:
    """Prints the figures."""
    for encoding, row in measure().items():
        print(f"{encoding:8}", "  ".join(f"{name} {figure:.4f}" for name, figure in row.items()))


if __name__ == "__main__":
    main()
