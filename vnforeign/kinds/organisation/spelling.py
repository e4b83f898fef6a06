"""A body's name with its abbreviations written out: ``UBND tỉnh`` as ``Ủy ban nhân dân tỉnh``."""

from __future__ import annotations

import re

from ...lexicon import rows

_FULL = {" ".join(row["short"].split()): row["full"] for row in rows("organisation/abbreviations")}
_SHORT = re.compile(
    r"(?<!\w)(?<!ĐẦU )(?<!Đầu )(?:" + "|".join(re.escape(form) for form in sorted(_FULL, key=len, reverse=True)) + r")(?!\w)"
)
_BRACKETS = re.compile(r" ?\([^()]*\)")
_ORPHAN = re.compile(r"(?<=Thanh niên Cộng sản) HCM(?!\w)")


def written_out(said: str) -> str:
    """The name as it is written in full: one blank between words, no abbreviation, none in brackets."""
    name = " ".join(_BRACKETS.sub("", said).split())
    return _ORPHAN.sub(" Hồ Chí Minh", _SHORT.sub(lambda match: _FULL[match[0]], name))
