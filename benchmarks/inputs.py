"""The texts that are measured: the gold reports shuffled to a size, and inputs that would show time worse than linear."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from vnforeign import fields, gold, read
from vnforeign.fields.corpus import read_corpus, read_taxonomy
from vnforeign.reading import SUFFIXES

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
GOLD = CORPORA / "gold"


@cache
def reports() -> tuple[str, ...]:
    """The texts of all gold reports."""
    return tuple(report.text for report in gold.read(GOLD))


@cache
def passages() -> tuple[str, ...]:
    """The passages of the corpus of fields, those of one imagined paper as one text."""
    rows = read_corpus(CORPORA / "fields" / "batches", read_taxonomy(Path(fields.__file__).with_name("taxonomy.tsv")))
    papers: dict[str, list[str]] = {}
    for row in rows:
        papers.setdefault(row.id.rpartition("-")[0], []).append(row.text)
    return tuple("\n".join(texts) for texts in papers.values())


def folder(path: Path) -> tuple[str, ...]:
    """The texts of the readable files right in a folder."""
    return tuple(read(each).text for each in sorted(path.iterdir()) if each.suffix in SUFFIXES)


def stream(size: int) -> Iterator[str]:
    """Documents of about ``size`` UTF-8 bytes together, each a report with its paragraphs in another order.

    The same size always gives the same documents, and none is kept.
    """
    dice, total = random.Random(7), 0
    while total < size:
        paragraphs = dice.choice(reports()).split("\n")
        dice.shuffle(paragraphs)
        document = "\n".join(paragraphs)
        total += len(document.encode()) + 1
        yield document


def documents(size: int) -> list[str]:
    """What ``stream`` gives, at once."""
    return list(stream(size))


def lines(size: int) -> list[str]:
    """The same documents as single lines, for tools that read sentences; blank ones left out."""
    return [line for document in documents(size) for line in document.split("\n") if line.strip()]


def prose(size: int) -> str:
    """One text of about ``size`` bytes."""
    return "\n".join(documents(size))


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece.encode()))


#: Inputs by name, each a function from a size in bytes to a text.
LINEAR: dict[str, Callable[[int], str]] = {
    "prose": prose,
    "one line": lambda size: prose(size).replace("\n", " "),
    "digits only": _repeated("1234567890"),
    "numbers and stops": _repeated("12.345,6 "),
    "slashes and dashes": _repeated("1/2-3/4–"),
    "one name again and again": _repeated("tỉnh Đắk Nông "),
    "one citation again and again": _repeated("Chỉ thị số 44-CT/TW "),
    "table cells of three digits": _repeated("123\t456\t789\n"),
    "full and short citations": _repeated("Quyết định số 12/QĐ-TTg ngày 3/4/2015 của Thủ tướng; Quyết định 12; "),
    "clauses without an end": _repeated("sửa đổi, bổ sung khoản 2, điểm a, "),
    "trigger words alone": _repeated("từ ngày tháng năm quý "),
    "opened brackets": _repeated("([{"),
    "quotes": _repeated("“”\"'"),
    "combining marks": _repeated("a\u0301\u0302\u0323"),
    "a pile of marks": _repeated("\u0301"),
    "blanks": _repeated("   \t"),
    "line ends": _repeated("\r\n"),
    "capitals": _repeated("ỦY BAN NHÂN DÂN "),
    "emoji": _repeated("🇻🇳"),
    "and": _repeated("và , "),
}
