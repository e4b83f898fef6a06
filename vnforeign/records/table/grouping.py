"""Lines of print that head a group of rows: ``II. CẤP SỞ``, ``Quý I (21 đoàn, 134 lượt khách)``, ``HÀN QUỐC``."""

from __future__ import annotations

import re

from ..countries import country_named, names
from .cell import EMPTY, Row
from .rivers import Placed

_MARK = re.compile(r"[IVX]{1,5}[.)]?|[A-H][.)]?")
#: A rank or a time that opens what heads the rows below it.
_OPENS = re.compile(
    r"(?:[IVX]{1,5}|[A-H])[.)/-] ?[^\W\d_]|"
    r"(?:[Qq]uý (?:I{1,3}|IV|[1-4])|[Tt]háng (?:0?[1-9]|1[0-2])|[Nn]ăm (?:19|20)\d\d)(?![\w/.-])"
)
_SHORT = 70  # characters
_LEAST = 2  # words in capitals; one alone may be the end of a name


def heads_group(words: str) -> bool:
    """Whether words open as what heads a group does: with a rank or time, in capitals throughout."""
    if len(words) > _SHORT:
        return False
    if _OPENS.match(words):
        return True
    said = words.split()
    return words.isupper() and (len(said) >= _LEAST or country_named(words) in names().values()) and not words[-1].isdecimal()


def is_group(line: Placed) -> bool:
    """Whether a line of print holds what heads a group and nothing else, perhaps with its number."""
    texts = [each.text for _, _, each in line]
    if len(texts) == _LEAST:
        return bool(_MARK.fullmatch(texts[0])) and not texts[1][:1].islower()
    return len(texts) == 1 and heads_group(texts[0])


def heads_rows(row: Row, below: Row) -> bool:
    """The same of a row of a table, above one that has a number."""
    held = [each for each in row if each.pieces]
    return len(held) == 1 and heads_group(held[0].text) and bool((below or [EMPTY])[0].text[:1].isdecimal())


__all__ = ["heads_group", "heads_rows", "is_group"]
