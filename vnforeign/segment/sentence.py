"""Sentences of a passage, in the text as it was given."""

from __future__ import annotations

import re

_STOPS = ".!?…"
_CLOSE = "\"'”’»)\\]"
#: A run of stops (tried at its first only), what closes after it, the blanks that follow, the next character; or a blank line.
_END = re.compile(
    rf"(?<![{_STOPS}])[{_STOPS}][{_STOPS}]*+(?:/\.)?[{_CLOSE}]*+(?P<blanks>\s*+)(?=(?P<after>\S))"
    r"|(?P<gap>\n[^\S\n]*+\n\s*+)"
)
_OPEN = "\"'“‘«([-–—•+*"
#: What a full stop follows without ending a sentence.
_SHORT = frozenset(
    {
        "tp",
        "tx",
        "tt",
        "q",
        "p",
        "h",
        "x",
        "đ/c",
        "gs",
        "pgs",
        "ts",
        "ths",
        "th.s",
        "bs",
        "ks",
        "cn",
        "nxb",
        "tr",
        "st",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "no",
        "vs",
        "kt",
        "tm",
        "tl",
        "tuq",
        "t/m",
        "t.p",
        "co",
        "ltd",
        "inc",
        "jr",
        "sr",
        "t.ư",
    }
)
#: What a Roman number of one letter counts: "khóa X. Nghị quyết" ends a sentence, "Nguyễn V. An" does not.
_COUNTED = frozenset({"khóa", "khoá", "thứ", "hội", "quý", "quí", "kỳ"})
_WORD = 24  # characters looked at before a stop


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences: in order, without blanks at their edges, together all but blanks.

    >>> text = "Tỉnh ký với TP. Hồ Chí Minh, dài 1.137 km…Chủ tịch dự."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Tỉnh ký với TP. Hồ Chí Minh, dài 1.137 km…', 'Chủ tịch dự.']
    """
    found: list[tuple[int, int]] = []
    at = 0
    for match in _END.finditer(text):
        if match["gap"] or _border(text, at, match):
            _add(
                found,
                text,
                at,
                match.start() if match["gap"] else match.start("blanks"),
            )
            at = match.end()
    _add(found, text, at, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    words = text[start:end]
    kept = words.lstrip()
    start += len(words) - len(kept)
    if kept:
        found.append((start, start + len(kept.rstrip())))


def _border(text: str, at: int, match: re.Match[str]) -> bool:
    stop, blanks, after = match.start(), match["blanks"], match["after"]
    word = _word_before(text, at, stop)
    if not blanks:
        return after.isupper() and _glued(text, stop, match.start("blanks"), word)
    if blanks.count("\n") > 1:
        return True
    if not (after.isupper() or after.isdigit() or after in _OPEN):
        return False
    return text[stop : match.start("blanks")] != "." or not _abbreviated(text, at, stop, word)


def _word_before(text: str, at: int, stop: int) -> str:
    words = text[max(at, stop - _WORD) : stop].split()
    return words[-1] if words and not text[stop - 1].isspace() else ""


def _counts(text: str, at: int, stop: int) -> bool:
    words = text[max(at, stop - _WORD) : stop].split()
    return len(words) > 1 and words[-1] in ("I", "V", "X") and words[-2].lower() in _COUNTED


def _glued(text: str, stop: int, end: int, word: str) -> bool:
    """``môi trường…Chủ động``, ``phát triển.Trong đó``; not ``TP.HCM``, ``v.v``, ``Th.S``."""
    stops = text[stop:end]
    if "…" in stops or "..." in stops or stops[-1] in "!?" and stops[0] in "!?":
        return True
    return stops == "." and len(word) > 1 and word.islower() and word.isalpha() and text[end + 1 : end + 2].islower()


def _abbreviated(text: str, at: int, stop: int, word: str) -> bool:
    """``TP.``, ``ThS.``, ``V.I.``, and the mark of an item: ``1.``, ``IV.``, ``a.`` at the head of the sentence."""
    bare = word.lstrip("(\"'“‘[")
    if bare.lower() in _SHORT or (len(bare) == 1 or bare[-2:-1] == ".") and bare[-1:].isupper():
        return not _counts(text, at, stop)
    return stop - at <= 8 and text[at:stop].strip() == word and (bare.isdigit() or bare.strip("IVXLivxl") == "" or len(bare) == 1)
