"""The unit or counted noun behind a number: the longest one of the lexicon, or the next word where it can be one."""

from __future__ import annotations

import re
from typing import Any

from ...lexicon import rows
from ...text import spellings

_LONGEST = 7  # words of a noun
_W = r"([^\W\d_]+[²³23]?)"
_WORDS = re.compile(rf"[ \n\t]?{_W}" + rf"(?:[ \n]{_W}" * (_LONGEST - 1) + ")?" * (_LONGEST - 1))
_NEXT = re.compile(r" ([a-zà-ỹđ]+)")
_PERCENT = re.compile(r" ?(?:%|‰|phần trăm|phần nghìn)")
_SPELLED = re.compile(r" (?:ki-lô-mét|ki-lô-gam|ki-lô-oát|héc-ta)(?!\w)")
_SPEED = re.compile(r"/(?:giờ|h|s|giây)(?!\w)")
_DOCTORS = re.compile(r" y,(?: dược sĩ,)? bác s[ĩỹ](?!\w)")  # the one noun with a comma in it
_GLUED = re.compile(
    r"(?:km/giờ|km/h|m/s|km²|km2|km|m²|m2|m³|m3|ha|kg|mm|cm|m|tấn|tạ|lít|MW|kW|kWh|MWp|kV|GB|MB|Mbps|l|g|h)(?!\w)"
)
_END = ""  # the key under which a branch says that a noun may end here


def _tree() -> dict[str, Any]:
    root: dict[str, Any] = {}
    for row in rows("quantity/nouns"):
        for noun in spellings(row["noun"].lower()):
            branch = root
            for word in noun.split():
                branch = branch.setdefault(word, {})
            branch[_END] = row["kind"]
    return root


_NOUNS = _tree()
_STOPS = frozenset(form for row in rows("quantity/stop") for form in spellings(row["word"].lower()))


def unit(text: str, end: int) -> tuple[int, str, str] | None:
    """Where the unit behind ``end`` stops, the unit, and its kind (measure, time, counter, noun, guess)."""
    following = text[end : end + 2]
    if following[:1] in (" ", "\n", "\t") and following[1:].isalpha():
        if following[1] in "kKhHpP" and (measure := _PERCENT.match(text, end) or _SPELLED.match(text, end)):
            return measure.end(), _share(measure[0]) if measure.re is _PERCENT else measure[0].strip(), "measure"
        if following[1] == "y" and (doctors := _DOCTORS.match(text, end)):
            return doctors.end(), doctors[0].strip(), "noun"
        return _known(text, end) or _guessed(text, end)
    if percent := _PERCENT.match(text, end):
        return percent.end(), _share(percent[0]), "measure"
    if glued := _GLUED.match(text, end):
        return glued.end(), glued[0], "measure"
    return _known(text, end) if following[:1].islower() else None


def _plain(noun: str) -> str:
    """In small letters, but for abbreviations (dự án FDI); a noun in a line of capitals is no abbreviation."""
    words = noun.split()
    return " ".join(word if word.isupper() and len(word) > 1 and not noun.isupper() else word.lower() for word in words)


def _share(said: str) -> str:
    return "‰" if "‰" in said or "nghìn" in said else "%"


_NAMED_MONTH = re.compile(r"[ \n]tháng[ \n](?:chạp|giêng)(?!\w)", re.IGNORECASE)


def _known(text: str, end: int) -> tuple[int, str, str] | None:
    if text.startswith("tháng", end + 1) and _NAMED_MONTH.match(text, end):
        return None
    if text[end : end + 1] == "\n" and not text[end + 1 : end + 2].islower():
        return None  # the number ends its line, and a capital begins another
    match = _WORDS.match(text, end)
    branch: Any = _NOUNS
    kind, stop = "", end
    for place, word in enumerate(match.groups() if match else (), 1):
        assert match
        branch = branch.get(word.lower()) if word and not (place > 1 and _begins_a_line(text, match, place)) else None
        if branch is None:
            break
        if _END in branch:
            kind, stop = branch[_END], match.end(place)
    if not kind:
        return None
    if kind == "measure" and (speed := _SPEED.match(text, stop)):
        stop = speed.end()
    noun = text[end:stop].strip()
    if noun == "lần" and text.startswith(" lượt", stop):
        return None  # các năm 2021, 2022 lần lượt là
    return stop, noun if kind == "measure" else _plain(noun), kind


def _begins_a_line(text: str, match: re.Match[str], place: int) -> bool:
    """Whether a word of the noun is the capitalised first of a line: ``5 người`` above ``Bệnh viện``."""
    start = match.start(place)
    return text[start - 1] == "\n" and text[start].isupper() and not text[start - 2].isupper()


def _guessed(text: str, end: int) -> tuple[int, str, str] | None:
    match = _NEXT.match(text, end)
    if not match or match[1] in _STOPS or len(match[1]) < 2 or text[match.end() : match.end() + 1].isalnum():
        return None
    return match.end(), match[1], "guess"
