"""What countries are called: names that are nothing else, and short forms that are words, given names or peoples too.

``short.tsv`` says of each short form in words when it is a country. Its first words decide how the rules treat it:
``free`` names stand anywhere, the others are strict; the few that reports write all the time are listed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...lexicon import rows, several
from .value import Country

FREE, BOLD, OPEN, STRICT, PAIR = "free", "bold", "open", "strict", "pair"

#: A country even where a sentence or a list item begins with it.
_BOLD = frozenset("Mỹ Nga Nhật Pháp Đức Úc Lào Bỉ".split()) | {
    "Hà Lan",
    "Ba Lan",
    "Trung Hoa",
    "Mông Cổ",
    "Đại Hàn",
    "Ba Tư",
    "Do Thái",
}
#: A country between lower-case words; at the head of a sentence only with support.
_OPEN = frozenset("Anh Ý Áo Hàn Séc Tiệp".split())
#: In a pair or a list with other short forms, nowhere else.
_PAIR = frozenset("Việt Trung Hung Xô Cam Miên Thổ Phi Mã Mễ Đài CAM".split())
#: Words of state that a report writes before a name and that stay outside the span, or that belong to another kind.
_OUTSIDE = re.compile(r"(?:[Nn]ước|Đế quốc) ")
_NO_NAMES = frozenset({"K", "Vạn Tượng", "NB", "Đảo Síp"})
#: Their last words are also the end of longer ones: ``cộng đồng Việt Nam``, ``cơ quan Pháp``.
_NO_BLOCKS = frozenset({"đồng Việt Nam", "quan Pháp"})

#: Words that make another word of a short form (``Mỹ quan``, ``Anh đào``), unless they begin a verb: ``Mỹ quan tâm``.
UNDONE = {
    "viện": "trợ", "kí": "kết hiệp", "ký": "kết hiệp thỏa thoả bản ghi văn nghị với", "hội": "đàm kiến nghị thảo", "tài": "trợ", "đào": "tạo", "quan": "tâm ngại",
    "bảo": "trợ đảm vệ hộ", "chủ": "trì trương động", "báo": "cáo", "trình": "bày", "trị": "giá", "học": "tập hỏi", "danh": "dự", "đoàn": "kết",
}  # fmt: skip

#: Frequent slips of the pen.
_SLIPS = {
    "Nhât Bản": "JP",
    "Nhật Bàn": "JP",
    "Trung Quôc": "CN",
    "Hàn Quôc": "KR",
    "Campuchía": "KH",
    "Căm-pu-chia": "KH",
    "Thái lan": "TH",
}

Named = tuple[Country, str]


def _kind(form: str, needs: str) -> str | None:
    if needs.startswith(("no country", "never")):
        return None
    if form in _BOLD:
        return BOLD
    if form in _OPEN:
        return OPEN
    if needs.startswith("free"):
        return FREE
    return PAIR if form in _PAIR else STRICT


def _respelt(form: str) -> Iterator[str]:
    """The form as careless hands write it: ``Hàn quốc``, ``Cam-Pu-Chia``, ``Cam pu chia``, ``Vương quốcCampuchia``."""
    yield form
    words = form.split(" ")
    if 2 <= len(words) <= 3 and all(word[:1].isupper() and word[1:].islower() for word in words):
        yield form.capitalize()
    if "-" in form and len(words) == 1:
        parts = form.split("-")
        yield "-".join(part.capitalize() for part in parts)
        if form.endswith("i-a"):  # Cô-lôm-bi-a, Cô-lôm-bia
            yield form.removesuffix("-a") + "a"
        if len(parts) > 2:
            yield " ".join(parts)
            yield " ".join(part.capitalize() for part in parts)
    if words[0] in ("Vương", "Cộng", "CHDCND", "CHXHCN", "Liên") and len(words) > 1 and words[-1].isascii():
        yield " ".join(words[:-1]) + words[-1]


def _read() -> tuple[dict[str, Named], list[str]]:
    kinds = {row["form"]: _kind(row["form"], row["needs"]) for row in rows("country/short")}
    codes = {row["form"]: row["code"] for row in rows("country/short")}
    table = rows("country/countries")
    countries = {row["code"]: Country(row["code"], row["name"]) for row in table}
    names: dict[str, Named] = {}
    for row in table:
        for written in (row["name"], *several(row["forms"])):
            form = _OUTSIDE.sub("", written)
            if form not in kinds and form not in _NO_NAMES and len(form) > 1 and (form[-1].isalnum() or form[-1] == ")"):
                for spelling in _respelt(form):
                    names.setdefault(spelling, (countries[row["code"]], FREE))
    for slip, code in _SLIPS.items():
        names.setdefault(slip, (countries[code], FREE))
    for form, kind in kinds.items():
        if kind and form not in _NO_NAMES and codes[form] in countries and form[-1].isalnum():
            names[form] = countries[codes[form]], kind
    phrases = (row["phrase"] for row in rows("country/not"))
    return names, [
        phrase
        for phrase in dict.fromkeys((*phrases, *_currencies(names)))
        if phrase not in _NO_BLOCKS and phrase not in names and phrase[-1].isalnum() and not _is_pair(phrase, names)
    ]


def _currencies(names: dict[str, Named]) -> Iterator[str]:
    """``đô la Ô-xtrây-li-a``, ``phrăng Thụy Sĩ``: a unit with the country that it is of is no country."""
    forms: dict[str, list[str]] = {}
    for form, (country, _) in names.items():
        if form.count(" ") < 2:
            forms.setdefault(country.code, []).append(form)
    for row in rows("amount/national"):
        if row["alone"] == "yes":
            yield from (f"{row['word']} {form}" for form in forms[row["country"]])


def _is_pair(phrase: str, names: dict[str, Named]) -> bool:
    """``Việt Trung`` may be a place, but also a pair of countries: the pair's own words decide."""
    words = phrase.split(" ")
    return "Việt" in words and len(words) == 2 and all(word in names for word in words)


def _cuts_a_name(phrase: str) -> bool:
    """Whether a phrase would hide a country: ``người Thái`` that of ``người Thái Lan``, ``Mỹ quan`` that of ``Mỹ quan tâm``."""
    words = phrase.split(" ")
    return words[-1] in UNDONE and len(words) == 2 or words[-1] in _FIRST_WORDS or " ".join(words[-2:]) in _FIRST_WORDS


#: Every form with its country and how sure it is.
NAMES, _PHRASES = _read()
_FIRST_WORDS = {form.rpartition(" ")[0] for form in NAMES if form.count(" ") < 3} - set(
    "A An Anh Mỹ Đức Pháp Nga Úc Áo Ý Cam".split()
)
#: Phrases that hold a form without being a country: for the engine, and those that the rules must look up themselves.
BLOCKS = tuple(phrase for phrase in _PHRASES if not _cuts_a_name(phrase))
PHRASES = frozenset(_PHRASES) - frozenset(BLOCKS)
_UPPER = {form.upper(): named for form, named in reversed(NAMES.items())}
_FIRST_WORD = re.compile(r"[^\W\d_]+")
#: The first words of all names: one look at a text's word spares most of them the search for the longest name.
_FIRSTS = frozenset(match[0] for form in (*NAMES, *_UPPER) if (match := _FIRST_WORD.match(form)))
_WORDS = re.compile(r"[^\W\d_]+(?:[ .'\n-]{1,2}[^\W\d_]+){0,5}")
_CUT = re.compile(r"[ .'\n-]+(?=[^\W\d_]+\Z)")


def country_at(text: str, place: int) -> tuple[Country, int] | None:
    """The country whose name begins at ``text[place]``, and where the longest such name ends.

    No context is asked, except that a short form before another capital word (``Lào Cai``, ``Đức Cơ``) is none.
    """
    if not text[place : place + 1].isupper():
        return None
    first = _FIRST_WORD.match(text, place, place + 60)
    if first is None or first[0] not in _FIRSTS:
        return None
    match = _WORDS.match(text, place, place + 60)
    if not match:
        return None
    run = match[0].replace("\n", " ")
    while True:
        named = NAMES.get(run) or _UPPER.get(run)
        if named:
            end = place + len(run)
            apart = (
                named[1] is FREE
                or text[end : end + 1] != " "
                or not text[end + 1 : end + 2].isupper()
                or run.isupper()
                and len(run) > 1
            )
            return (named[0], end) if apart else None
        cut = _CUT.search(run)
        if not cut:
            return None
        run = run[: cut.start()]
