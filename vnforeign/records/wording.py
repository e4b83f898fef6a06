"""Patterns over a view in which ``A-ZĐ`` stands for every capital: ``Ái Nhân`` is a name as ``Bình Minh`` is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..codepage import CAPITALS
from ..text import loose


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """``text.pattern`` with all capitals."""
    return re.compile(loose(source).replace("A-ZĐ", CAPITALS), flags)


def holds(words: str, cues: Iterable[str]) -> bool:
    """Whether words hold one of the cues: asked of all sentences, and a loop costs half of ``any``."""
    for cue in cues:  # noqa: SIM110
        if cue in words:
            return True
    return False
