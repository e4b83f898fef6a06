"""Names that are no Vietnamese ones: ``Cảng vụ Tacoma``, ``Su-pha-nu-vông``."""

from __future__ import annotations

from ..kinds.person.names import native
from .wording import pattern

EXOTIC = pattern(r"\b[A-Z][A-Za-z]*(?:[A-Za-z]{6}|[fjwzFJWZ][a-z]*)\b")  # a name that is no Vietnamese one
#: A foreign name in Vietnamese letters: ``Su-pha-nu-vông``, ``Đen-xa-vẳn``.
_SPELT = pattern(r"\b[A-ZĐ][^\W\d_]{0,6}-(?!đê\b|na\b|rai\b|đăng\b|tu\b|ho\b|nông\b)[^\W\d_A-ZĐ]")
_CAPITALISED = pattern(r"\b[A-Z][a-z]{3,}\b")


def strange(words: str) -> bool:
    """Whether a name among words is no Vietnamese one: ``Cảng vụ Tacoma``, ``Cục Kinh tế Kansai``."""
    return any(cue.search(words) for cue in (EXOTIC, _SPELT)) or any(not native(each) for each in _CAPITALISED.findall(words))
