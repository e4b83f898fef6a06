"""A family name, or the first word of a foreign name: the run of capitals there, and how much speaks for it."""

from __future__ import annotations

from ...rule import Found
from .context import OFFICE_BEFORE, STREET_AFTER, STREET_BEFORE, THE_MAN, UNITS, acts, alone, before, namesake, role_after
from .names import COMMON, FIRMS, PLACES, STRONG, familiar, is_capitals, native, run, stops_at_head
from .reading import Reading

UNCLE = (["Hồ", "Chí", "Minh"], ["HỒ", "CHÍ", "MINH"])
_JOINS = frozenset("bdval")
_CLOSING = frozenset(",;:)/") | {"", "."}
_BRANCHES = frozenset("Tý Tí Sửu Dần Mão Mẹo Thìn Tỵ Tị Ngọ Mùi Thân Dậu Tuất Hợi".split())


def surname(text: str, start: int, end: int, payload: int) -> Found | None:
    """The run of capitals that a family name begins."""
    beside = text[start - 1 : start]
    if beside in ("-", "/", ".", "@", "_", "'") and start > 1 and text[start - 2].isalnum() and beside != "/":
        return None
    if _alone(text, start, end):
        return None
    words = run(text, start)
    if not 2 <= len(words) <= 6:
        return None
    stop = words[-1][1]
    said = [text[first:last] for first, last in words]
    if said[:3] in UNCLE:
        return _uncle(text, start, words[2][1])
    last, two = before(text, start)
    if said[0] == "Đinh" and said[1] in _BRANCHES:
        return None
    place = " ".join(said) in PLACES
    officer = last in UNITS and len(said) > 2 and not place and OFFICE_BEFORE.search(text, max(0, start - 40), start) is not None
    if not officer and namesake(last, two):
        return None
    beside = text[start - 2 : start - 1]
    if (last.isdigit() and text[start - 1] == " ") or ((beside == "," or beside.isalnum()) and _numbered(text, start)):
        return None
    if is_capitals(said[-1]) or (is_capitals(said[0]) and len(said[-1]) < 2):
        return _loud(text, start, stop, said, payload)
    score = weigh(said, payload) - 2 * place
    if text.startswith((' "', "-"), stop):
        score -= 1
    if role_after(text, stop):
        score += 2
    elif acts(text, stop):
        score += 1
    elif STREET_AFTER.match(text, stop):
        score -= 3
    if alone(text, start, stop):
        score += 2 if len(said) > 2 or payload == STRONG else 1
    return Found(start, stop, "PERSON", "person.surname", Reading(score, [] if officer else words), True)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a name of one word has no second behind it, as most have none: asked before the run is read.

    A dash or an apostrophe may lengthen it, a line end break it, a dot make it an initial, ``bin`` or ``van`` go on.
    """
    after = text[end : end + 2]
    if after[:1] == " ":
        return text[start:end].isalpha() and not (after[1:].isupper() or after[1:] in _JOINS)
    return after[:1] in _CLOSING and end - start > 1 and text[start:end].isalpha()


def foreign(text: str, start: int, end: int, payload: int) -> Found | None:
    """The run that the first word of a foreign name begins: ``Marc Dubois``, ``Sok Phal``."""
    if text[start - 1 : start] in ("-", "/", ".", "@", "_", "'", "&"):
        return None
    words = run(text, start)
    said = [text[first:last] for first, last in words]
    if not 2 <= len(words) <= 5 or FIRMS.intersection(said) or any(map(is_capitals, said)) or stops_at_head(text, start):
        return None
    last, two = before(text, start)
    if namesake(last, two):
        return None
    stop = words[-1][1]
    score = payload + (not all(map(native, said[1:])))
    if role_after(text, stop):
        score += 2
    elif acts(text, stop):
        score += 1
    return Found(start, stop, "PERSON", "person.foreign", Reading(score, words), True)


def known(text: str, start: int, end: int, payload: str) -> Found | None:
    """One of the foreign leaders that texts name without a title."""
    last, two = before(text, start)
    if namesake(last, two) or text[end : end + 1] == "-":
        return None
    return Found(start, end, "PERSON", "person.known", Reading(6, []), True)


def _numbered(text: str, start: int) -> bool:
    """Whether a house number stands before: ``Số 129, Hà Huy Giáp``."""
    near = text[max(0, start - 8) : start]
    return any(map(str.isdigit, near)) and STREET_BEFORE.search(text, max(0, start - 30), start) is not None


def weigh(said: list[str], weight: int) -> int:
    """How much a run looks like a Vietnamese name by itself."""
    score = weight + (len(said) > 2)
    if len(said) > 2 and said[1] in ("Thị", "Văn"):
        score += 2
    usual = sum(map(familiar, said[1:]))
    score += 1 if usual == len(said) - 1 else -1 if not usual else 0
    if len(said) > 4:
        score -= 1
    return score - 3 if FIRMS.intersection(said) else score


def _uncle(text: str, start: int, stop: int) -> Found | None:
    if not THE_MAN.search(text, max(0, start - 18), start):
        return None
    return Found(start, stop, "PERSON", "person.uncle", Reading(9, []), True)


def _loud(text: str, start: int, stop: int, said: list[str], weight: int) -> Found | None:
    """Capitals: a signature alone on its line; in a heading only after a title, which its own rule reads."""
    if len(said) > 5 or " ".join(said).title() in PLACES or not all(map(familiar, said[1:])) or not alone(text, start, stop):
        return None
    plain = weight == STRONG or (len(said) > 2 and (said[1] in ("THỊ", "VĂN") or weight == COMMON))
    return Found(start, stop, "PERSON", "person.signature", Reading(3, []), True) if plain else None
