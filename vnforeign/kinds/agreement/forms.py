"""How names are written: capitals within titles, and lines that a typesetter broke."""

from __future__ import annotations


def capitals(word: str) -> list[str]:
    """The term itself and its forms with a first capital and any of its later words in capitals: ``Bản Ghi nhớ``, ``Năm Đoàn kết``."""
    first, *rest = word.split(" ")
    forms = [first[:1].upper() + first[1:]]
    for each in rest:
        forms = [f"{form} {written}" for form in forms for written in dict.fromkeys((each, each[:1].upper() + each[1:]))]
    return [word, *forms]
