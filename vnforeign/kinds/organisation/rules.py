"""``Tỉnh ủy Đắk Nông``, ``UBND tỉnh``, ``Sở Văn hóa, Thể thao và Du lịch``, ``Đại sứ quán Pháp``, ``tổ chức Action Aid``."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ...lexicon import rows
from ...rule import Found, Room, Rule
from ...text import modern
from ..country.nearby import SYLLABLE
from ..locality.names import TOKEN
from .endings import abbreviation, body
from .heads import HEADS, Body, Head
from .names import HEADS as TREE
from .places import place
from .spelling import written_out
from .value import Organisation

_PLURALS = frozenset("các những mọi mỗi nhiều hai ba bốn một".split())
_BODIES = {modern(row["name"].lower()): row for row in rows("organisation/bodies")}
_KNOWN = {row["name"]: Head(row["type"], row["level"] or None, "F", False) for row in rows("organisation/known")}
#: Forms that another room's trigger would hide.
_TAKEN = frozenset(
    (
        "Đồn Biên phòng Cửa khẩu",
        "Đồn biên phòng Cửa khẩu",
        "Đồn Biên phòng CKQT",
        "Chi cục Hải quan Cửa khẩu",
        "Hải quan Cửa khẩu",
    )
)
_PLAIN_KINDS = ("international",)
_VALUES: dict[tuple[str, str | None, str | None, str | None], Organisation] = {}


#: What stands before a head that is the second syllable of another word: the ``Cán`` of ``Cán Bộ``.
_COMPOUNDS = {row["head"].lower(): frozenset(row["before"].split("|")) for row in rows("organisation/compounds")}


def _second_syllable(text: str, start: int, end: int) -> bool:
    """Whether a head ends a word that is written with capitals throughout: ``ĐÀO TẠO CÁN BỘ NGOẠI GIAO``, ``Cơ Sở Y tế``."""
    if text[start - 1 : start] != " " or (firsts := _COMPOUNDS.get(text[start:end].partition(" ")[0].lower())) is None:
        return False
    word = text[max(0, start - 9) : start - 1].rpartition(" ")[2].rpartition("\n")[2]
    return word[:1].isupper() and word.lower() in firsts


def named(text: str, start: int, end: int, payload: Head) -> Found | None:
    """A body whose head word stands at ``text[start:end]``."""
    return _named(text, start, end, payload, "organisation.named")


def _named(text: str, start: int, end: int, payload: Head, rule: str) -> Found | None:
    if payload.reads == "X" or not (payload.low or text[start].isupper()):
        return None
    if text.startswith("-", end) and text[end + 1 : end + 2].isalnum():
        return None
    if start and text[start - 1] in "-/&" and text[start - 2 : start - 1].isalnum():
        return None
    if _second_syllable(text, start, end):
        return None
    if payload.ahead and text[end + 1 : end + 3].lower() in payload.ahead:
        longer = TREE.longest(text, start)
        if longer and longer[0] > end:
            end, payload = longer
    read = body(text, start, end, payload)
    if read is None or (start > 1 and text[start - 2 : start - 1].isalpha() and _plural(text, start, end, read, payload)):
        return None
    return _found(text, start, read, payload, rule)


def phrase(text: str, start: int, end: int, payload: Head) -> Found | None:
    """The same for a head of several words."""
    return _named(text, start, end, payload, "organisation.phrase")


def _plural(text: str, start: int, end: int, read: Body, head: Head) -> bool:
    """Whether a plural stands before a head that names no body of its own."""
    low = max(0, start - 9)
    blank = text.rfind(" ", low, start - 1)
    if blank < 0 and low:
        return False  # a longer word than any of them; never look back to the head of the text
    word = text[blank + 1 : start - 1].lower()
    if (word in _PLURALS and not text.startswith("thứ ", max(0, blank - 3))) or (
        word in ("số", "thống") and text[max(0, start - 8) : start].lower().endswith(("một số ", "ệ thống "))
    ):
        return read.end == end or head.reads[0] in "FDCS" or text[start].islower()
    return word.isdigit() and len(word) < 4 and text[start].islower()


def known(text: str, start: int, end: int, payload: Head) -> Found | None:
    """A body known by its whole name."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("/", "@", ".", "-") and start and not before.isspace() and text[start - 2 : start - 1].isalnum():
        return None
    if after in ("-", "/", "@", ".") and text[end + 1 : end + 2].isalnum():
        return None
    if _second_syllable(text, start, end):
        return None
    read = Body(abbreviation(text, end) or end, payload.level)
    if (
        (payload.type not in _PLAIN_KINDS or payload.level == "foreign")
        and after == " "
        and (seat := place(text, end))
        and not text[end + 1].islower()
    ):
        read.end = seat.end
    return _found(text, start, read, payload, "organisation.known")


class Tail(msgspec.Struct, frozen=True):
    """A title that ends in a head word: where the head begins in it."""

    offset: int
    head: Head


def after_title(text: str, start: int, end: int, payload: Tail) -> Found | None:
    """The body behind a title that swallowed its head word: ``Bí thư Tỉnh ủy``, ``Phó Trưởng Ban Ngoại vụ châu Hồng Hà``."""
    at = start + payload.offset
    if not text[at].isupper():
        return None
    whole = TREE.longest(text, start) if text[start].isupper() else None
    if whole and (found := _named(text, start, *whole, "organisation.after_title")):
        return found  # Thường trực Tỉnh ủy
    longer = TREE.longest(text, at)
    if longer and longer[0] > end:
        return _named(text, at, longer[0], longer[1], "organisation.after_title")
    return _named(text, at, end, payload.head, "organisation.after_title")


def _tails() -> dict[str, Tail]:
    """Titles of the person room that end in a head word, the head with its capital."""
    heads = {word.lower(): word for word, head in HEADS.items() if head.reads != "X"}
    tails: dict[str, Tail] = {}
    for row in rows("person/titles"):
        words = row["title"].lower().split(" ")
        for size in range(1, len(words)):
            word = heads.get(" ".join(words[size:]))
            if word:
                title = " ".join(words[:size])
                for form in (title, title[0].upper() + title[1:], title.title()):
                    tails[f"{form} {word}"] = tails[f"{form} {word[0].upper()}{word[1:]}"] = Tail(len(title) + 1, HEADS[word])
                break
    return tails


_ENGLISH = re.compile(r" (?:of|for|to|and|the|de|des|du|la|sans|et|in|on|&|[A-ZĐØ][\w'&-]*)(?![\w])")
#: Names of organisations that are words too: only behind their class word.
_CLASSED = ("Plan", "Care", "Path", "PATH", "Voice", "Heart", "Renew", "Hope", "CARE")
_NO = ("PCPNN", "NGO", "Phi", "Hội", "Lễ", "Đoàn", "Tuần", "Diễn", "Đại", "Liên", "Triển", "Ngày", "Tết")


def after_class(text: str, start: int, end: int, payload: None) -> Found | None:
    """A foreign name behind its class word: ``tổ chức Good Neighbors International (GNI)``."""
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return None
    if text[start] == "T" and (whole := TREE.longest(text, start)):
        return named(text, start, *whole)
    at = end + 1
    first = TOKEN.match(text, at)
    if not first or first[0] in _NO:
        return None
    if first[0] in _CLASSED:
        return _found(
            text, at, Body(first.end(), "international"), Head("ngo", "international", "F", False), "organisation.after_class"
        )
    stop, foreign = first.end(), not SYLLABLE.fullmatch(first[0])
    for _ in range(6):
        match = _ENGLISH.match(text, stop)
        if not match:
            break
        foreign = foreign or (match[0][1].isupper() and not SYLLABLE.fullmatch(match[0][1:]))
        stop = match.end()
    while (blank := text.rfind(" ", at, stop)) >= 0 and text[blank + 1].islower():
        stop = blank
    short = abbreviation(text, stop)
    if not (foreign or short):
        return None
    return _found(
        text, at, Body(short or stop, "international"), Head("ngo", "international", "F", False), "organisation.after_class"
    )


def _found(text: str, start: int, read: Body, head: Head, rule: str) -> Found:
    key = text[start : read.end], head.type, read.level, read.province
    value = _VALUES.get(key)
    if value is None:
        if len(_VALUES) > 20_000:
            _VALUES.clear()
        value = _VALUES[key] = _value(written_out(key[0]), head.type, read.level, read.province)
    return Found(start, read.end, "ORG", rule, value)


def _value(name: str, kind: str | None, level: str | None, province: str | None) -> Organisation:
    row = _BODIES.get(modern(name.lower()))
    if row is None:
        return Organisation(name, kind, level, province)
    return Organisation(
        name, row["kind"], level or row["level"] or None, province, row["id"], row["valid_from"] or None, row["valid_to"] or None
    )


def _single() -> dict[str, Any]:
    """Heads of one word, and heads that begin in small letters and go on with a capital: matched as they stand."""
    small = {word[0].lower() + word[1:]: head for word, head in HEADS.items() if head.low}
    return {
        word: head for word, head in {**small, **HEADS}.items() if " " not in word or (word[0].islower() and word != word.lower())
    }


def _phrases() -> dict[str, Any]:
    """Heads of several words, in any capitals; of those that differ in capitals alone, one where a shorter head leads to the rest."""
    kept: dict[str, str] = {}
    found: dict[str, Any] = {}
    for word, head in HEADS.items():
        if " " not in word:
            continue
        if word.lower() in kept and _led(word):
            continue
        kept.setdefault(word.lower(), word)
        found[word] = head
    return found


def _led(word: str) -> bool:
    """Whether a shorter head begins the word, so that the tree of heads is asked there."""
    parts = word.split(" ")
    shorter = (HEADS.get(" ".join(parts[:size])) for size in range(1, len(parts)))
    return word not in _TAKEN and any(head is not None and head.reads != "X" for head in shorter)


ROOM = Room(
    "organisation",
    (
        Rule(
            "organisation.named",
            "ORG",
            named,
            "[UBND tỉnh Bình Phước](ORG Ủy ban nhân dân tỉnh Bình Phước) và [Sở Ngoại vụ](ORG Sở Ngoại vụ)",
            words=_single(),
            cased=True,
        ),
        Rule(
            "organisation.phrase",
            "ORG",
            phrase,
            "[Đại sứ quán Việt Nam tại Lào](ORG Đại sứ quán Việt Nam tại Lào)",
            words=_phrases(),
        ),
        Rule(
            "organisation.after_title",
            "ORG",
            after_title,
            "Phó Trưởng [Ban Ngoại vụ châu Văn Sơn](ORG Ban Ngoại vụ châu Văn Sơn)",
            words=_tails(),
            cased=True,
        ),
        Rule("organisation.known", "ORG", known, "do [Action Aid](ORG Action Aid) tài trợ", words=_KNOWN, cased=True),
        Rule(
            "organisation.after_class",
            "ORG",
            after_class,
            "tổ chức [Green Hands for Asia](ORG Green Hands for Asia) giúp xã",
            words=dict.fromkeys(("tổ chức", "tổ chức phi chính phủ", "các tổ chức phi chính phủ", "TCPCPNN", "hãng")),
        ),
    ),
)
