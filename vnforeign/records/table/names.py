"""The name of a person in the words of a cell: ``Ông Nguyễn Văn A, nguyên Phó Chủ tịch tỉnh``."""

from __future__ import annotations

import re

from .takes import takes

_TITLED = re.compile(r"^(?:(?:ông|bà|ngài|đ/c|đồng chí|anh|chị|mr\.?|mrs\.?|ms\.?)\s+)+", re.IGNORECASE)
_SURE = 1.0  # what words are worth that are a name
_BEHIND = re.compile(r"\s*(?:[,;(]|\s[-–]\s)")


def person_of(words: str) -> str:
    """The name that words begin with, without a title and what the person is; nothing where they begin with none."""
    name = _TITLED.sub("", _BEHIND.split(words, maxsplit=1)[0].strip())
    return name if takes("person", name) > _SURE else ""


__all__ = ["person_of"]
