"""The currency and the scale that a unit names."""

from __future__ import annotations

import re

_CURRENCIES = (
    ("USD", re.compile(r"usd|đô la|đô-la|[$]|mỹ kim")),
    ("EUR", re.compile(r"euro|eur\b|€")),
    ("GBP", re.compile(r"gbp|bảng anh")),
    ("JPY", re.compile(r"yên|jpy")),
    ("CNY", re.compile(r"nhân dân tệ|\bndt\b|\bnđt\b|cny|rmb")),
    ("VND", re.compile(r"đồng|vnd|vnđ|\bđ\b|tỷ$|triệu$")),
)
_SCALES = (
    (re.compile(r"\btỷ\b|\btỉ\b"), 10**9),
    (re.compile(r"\btriệu\b|\btr\b|\btr\.?đ|1\.000\.000"), 10**6),
    (re.compile(r"\bnghìn\b|\bngàn\b|1[.,]?000|\bng\b"), 1000),
)


def currency(unit: str) -> str | None:
    """The currency that a unit in small letters names."""
    return next((code for code, cue in _CURRENCIES if cue.search(unit)), None)


def scale(unit: str) -> int:
    return next((size for cue, size in _SCALES if cue.search(unit)), 1)
