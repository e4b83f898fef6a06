"""How values and odd characters are shown to people: shared by the table, the page and ``explain``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from ..document import Value

#: Each label in Vietnamese and English.
NAMES: dict[str, tuple[str, str]] = {
    "PROVINCE": ("tỉnh, thành phố", "province"),
    "DISTRICT": ("cấp huyện", "district"),
    "COMMUNE": ("cấp xã", "commune"),
    "FOREIGN_UNIT": ("địa phương nước ngoài", "foreign unit"),
    "COUNTRY": ("quốc gia", "country"),
    "BORDER_GATE": ("cửa khẩu", "border gate"),
    "ORG": ("cơ quan, tổ chức", "organisation"),
    "PERSON": ("người", "person"),
    "DATE": ("thời gian", "date"),
    "AMOUNT": ("số tiền", "amount"),
    "QUANTITY": ("số lượng", "quantity"),
    "DIRECTIVE": ("văn bản", "directive"),
    "AGREEMENT": ("thỏa thuận quốc tế", "agreement"),
    "EVENT": ("sự kiện", "event"),
}

#: Each kind of passage in Vietnamese and English.
KINDS: dict[str, tuple[str, str]] = {
    "heading": ("đề mục", "heading"),
    "paragraph": ("đoạn văn", "paragraph"),
    "list_item": ("mục liệt kê", "list item"),
    "caption": ("chú thích", "caption"),
    "table": ("bảng", "table"),
    "signature": ("chữ ký", "signature"),
    "boilerplate": ("phần thừa", "boilerplate"),
}

# Controls, lone surrogates, noncharacters, and the marks that reorder or hide text; tab and line ends are no trouble.
ODD = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_WHOLE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]))?")  # a year or a month, shorter than its first and last day
_SLOTS = ("name", "canonical", "edtf", "type")


def visible(text: str) -> str:
    """The text with each control or reordering character as one visible stand-in: offsets stay."""
    return ODD.sub(lambda match: stand_in(match[0]), text)


def stand_in(char: str) -> str:
    """``␀`` for NUL, likewise for the other ASCII controls, the replacement character for the rest."""
    code = ord(char)
    return "␡" if code == 0x7F else chr(0x2400 + code) if code < 0x20 else "\ufffd"


def width(text: str) -> int:
    """Columns on a terminal: none for a combining mark, two for a wide character."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def cut(text: str, columns: int) -> str:
    """The text on one line of at most so many columns, ``…`` where something is left out."""
    text = " ".join(visible(text).split())
    if width(text) <= columns:
        return text
    kept = text[: columns - 1]
    while width(kept) > columns - 1:
        kept = kept[:-1]
    return kept + "…"


def phrase(label: str, value: Value) -> str:
    """A value as one readable phrase: ``about 25,000,000,000 VND``, ``2010-01-01 … 2015-12-31``."""
    slots = {name: slot for name, slot in value.to_dict().items() if slot not in (None, "", [], {})}
    said = _PHRASES.get(label, _name)(slots)
    return said or ", ".join(f"{name} {slot}" for name, slot in slots.items()) or "–"


def _name(slots: dict[str, Any]) -> str:
    head = next((str(slots[name]) for name in _SLOTS if name in slots), "")
    tail = [str(slots[name]) for name in ("code", "country", "title", "level", "signed") if name in slots]
    return f"{head} ({', '.join(tail)})" if head and tail else head or ", ".join(tail)


def _province(slots: dict[str, Any]) -> str:
    today = slots.get("current") or []
    moved = f" → {', '.join(map(str, today))}" if today and today != [slots.get("id")] else ""
    return _name({**slots, "code": slots.get("iso")} if slots.get("iso") else slots) + moved


def _date(slots: dict[str, Any]) -> str:
    start, end = slots.get("start"), slots.get("end")
    span = str(start) if start == end else f"{start or ''} … {end or ''}"
    edtf = str(slots.get("edtf", ""))
    said = span if (start or end) and not _WHOLE.fullmatch(edtf) else edtf
    impossible = "impossible" if slots.get("valid") is False else ""
    return " ".join(str(piece) for piece in (said, slots.get("time"), slots.get("modifier"), impossible) if piece)


def _number(slots: dict[str, Any]) -> str:
    digits = [_grouped(slots[name]) for name in ("value", "low", "high") if name in slots]
    number = " … ".join(digits) + (f" of {_grouped(slots['of'])}" if "of" in slots else "")
    per = f"per {slots['per']}" if "per" in slots else ""
    pieces = (slots.get("modifier", "").replace("_", " "), number, slots.get("currency") or slots.get("unit"), per)
    return " ".join(str(piece) for piece in pieces if piece) if digits else ""


def _grouped(number: object) -> str:
    whole, point, rest = str(number).partition(".")
    return (f"{int(whole):,}" if whole.lstrip("-").isdecimal() else whole) + point + rest


def _directive(slots: dict[str, Any]) -> str:
    short = "/".join(str(slots[name]) for name in ("number", "symbol") if name in slots)
    kind = str(slots.get("type", "")).replace("_", " ")
    issued = f"({slots['issued']})" if "issued" in slots else ""
    return " ".join(piece for piece in (kind, str(slots.get("canonical") or short), issued) if piece)


def _event(slots: dict[str, Any]) -> str:
    pieces = (str(slots.get("type", "")).replace("_", " "), slots.get("number"), slots.get("name"))
    return " ".join(str(piece) for piece in pieces if piece)


_PHRASES: dict[str, Callable[[dict[str, Any]], str]] = {
    "PROVINCE": _province,
    "DATE": _date,
    "AMOUNT": _number,
    "QUANTITY": _number,
    "DIRECTIVE": _directive,
    "EVENT": _event,
}
