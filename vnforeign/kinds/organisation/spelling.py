"""A body's name with its abbreviations written out: ``UBND tỉnh`` as ``Ủy ban nhân dân tỉnh``."""

from __future__ import annotations

import re

from ...lexicon import rows

_FULL = {" ".join(row["short"].split()): row["full"] for row in rows("organisation/abbreviations")}
#: ``TƯ`` in capitals is a syllable behind and before these: ``ĐẦU TƯ``, ``SỞ TƯ PHÁP``; elsewhere the central body.
_BEHIND = "".join(f"(?<!{word} )" for word in ("ĐẦU", "VẬT", "THỨ"))
_BEFORE = "(?! (?:PHÁP|VẤN|NHÂN|THỤC|LIỆU|TƯỞNG|DUY)(?!\\w))"
_FORMS = "|".join(re.escape(form) for form in sorted(_FULL, key=len, reverse=True))
_SHORT = re.compile(rf"(?<!\w){_BEHIND}(?:{_FORMS})(?!\w){_BEFORE}")
_BRACKETS = re.compile(r" ?\([^()]*\)")
_ORPHAN = re.compile(r"(?<=Thanh niên Cộng sản) HCM(?!\w)")


def written_out(said: str) -> str:
    """The name as it is written in full: one blank between words, no abbreviation, none in brackets."""
    name = " ".join(_BRACKETS.sub("", said).split())
    return _ORPHAN.sub(" Hồ Chí Minh", _SHORT.sub(lambda match: _FULL[match[0]], name))
