"""The currency behind a number."""

from __future__ import annotations

import re

from ...lexicon import rows
from ...text import pattern, spellings
from ..country.names import country_at

#: ISO 4217 code of each form, in lower case.
CODES = {row["form"].lower(): row["code"] for row in rows("amount/currencies")}
_TOKEN = pattern(r"(?: \([^()\n]{3,80}\))? ?(US\$|[^\W\d_]+(?:-[^\W\d_]+)?|[$€£¥])")
#: What may follow the first word of a currency, the longest first: đô → la Mỹ, la, "".
_RESTS: dict[str, list[tuple[str, str]]] = {}
for _form in sorted(CODES, key=len, reverse=True):
    for _spelt in spellings(_form):
        _head, _, _rest = _spelt.partition(" ")
        _RESTS.setdefault(_head, []).append((f" {_rest}" if _rest else "", CODES[_form]))
_WORDS = ("đồng", "đô")
#: "đồng chí", "đồng hương", "đồng bào" count people, "đô thị" towns
_NO_MONEY = pattern(
    r" (?:chí|hương|bào|phục|thời|hành|tâm|lòng|tình|nhất|đều|bộ|loạt|ca|hóa|ý|bằng(?! (?:[0-9]|khoảng|gần|hơn|trên|mức))|đội|nạn|minh|phạm|nghiệp|tác|thị|môn|hồ|ruộng|cỏ)(?!\w)",
    re.IGNORECASE,
)


#: ISO 4217 code by the unit's word and the country behind it: đô la, AU → AUD.
_NATIONAL = {(form, row["country"]): row["code"] for row in rows("amount/national") for form in spellings(row["word"])}
_UNITS = {unit.partition(" ")[0]: unit.partition(" ")[2] for unit, _ in sorted(_NATIONAL)}


def currency(text: str, end: int) -> tuple[int, str] | None:
    """The currency behind a number: where it ends, and its code."""
    token = _TOKEN.match(text, end)
    if token and token[1].lower() in _UNITS and (national := _national(text, token)):
        return national
    for rest, code in _RESTS.get(token[1].lower(), ()) if token else ():
        assert token
        stop = token.end() + len(rest)
        if " ".join(text[token.end() : stop].lower().split()) == rest.strip() and not text[stop : stop + 1].isalnum():
            return None if token[1].lower() in _WORDS and _NO_MONEY.match(text, stop) else (stop, code)
    return None


def _national(text: str, token: re.Match[str]) -> tuple[int, str] | None:
    """A unit with the country that it is of: ``đô la Ô-xtrây-li-a``, ``phrăng Thụy Sĩ``."""
    unit, stop = token[1].lower(), token.end()
    rest = _UNITS[unit]
    if rest and text[stop : stop + len(rest) + 1].lower() == f" {rest}":
        unit, stop = f"{unit} {rest}", stop + len(rest) + 1
    named = country_at(text, stop + 1) if text[stop : stop + 1] == " " else None
    code = _NATIONAL.get((unit, named[0].code)) if named else None
    return (named[1], code) if named and code else None


_NEXT_WORD = pattern(r" ?([^\W\d_]+)")
_FIRST_WORDS = frozenset(
    form
    for word in (
        "nghìn",
        "ngàn",
        "vạn",
        "triệu",
        "tỷ",
        "trăm",
        "k",
        "tỷđồng",
        "triệuđồng",
        "đến",
        "tới",
        *(re.split(r"[-$]", head)[0] for head in (*_RESTS, *_UNITS)),
    )
    for form in spellings(word)
)
_FIRST_MARKS = frozenset("(-0123456789$€£¥")


def may_begin(following: str) -> bool:
    """Whether these first characters behind a number can begin such a thing."""
    word = _NEXT_WORD.match(following)
    if word:
        return any(known.startswith(word[1].lower()) for known in _FIRST_WORDS)
    return not _FIRST_MARKS.isdisjoint(following[:2])


def may_follow(text: str, end: int) -> bool:
    """Whether what stands behind a number can belong to an amount: a scale, a currency, the rest of a range."""
    word = _NEXT_WORD.match(text, end)
    if word:
        return word[1].lower() in _FIRST_WORDS
    return text[end : end + 1] in _FIRST_MARKS or text[end + 1 : end + 2] in _FIRST_MARKS
