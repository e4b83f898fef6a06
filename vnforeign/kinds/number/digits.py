"""Digits with separators: ``2.899.847``, ``26,77``, ``1.137``, ``1,104,469``, ``25.4``."""

from __future__ import annotations

import re
from decimal import Decimal

_LONGEST = 32  # characters; nothing that is counted or paid needs more, and a longer run is no number
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")  # 2.899.847 4.028,12
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")  # 1,104,469 1,234.56
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")  # 26,77 25.4


def value(written: str, fraction: bool = False) -> Decimal | None:
    """The number that digits write, or None where they write none (``1.2.3``, a run longer than 32 characters).

    A dot before three digits groups thousands. A lone comma before three digits is a decimal mark where ``fraction`` says that
    what follows is a scale or a measure (``5,055 triệu``), else the English thousands of copied tables (``1,345 người``).
    """
    if len(written) > _LONGEST:
        return None
    if written.isdigit():
        return Decimal(written)
    if _DOTTED.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    lone_comma = written.count(",") == 1 and "." not in written
    if _ENGLISH.fullmatch(written) and not (lone_comma and (fraction or written.startswith("0"))):
        return Decimal(written.replace(",", ""))
    if _DECIMAL.fullmatch(written):
        return Decimal(written.replace(",", "."))
    return None


def plain(number: Decimal) -> str:
    """The canonical decimal string: ``25000000000``, ``26.77``."""
    text = str(number)
    if "E" in text:
        text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
