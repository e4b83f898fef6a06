"""How names are written: runs of capitals, and the lexicons that say which run may be a name."""

from __future__ import annotations

import re
from functools import lru_cache

from ...codepage import VOWELS
from ...lexicon import columns, rows, several
from ...text import modern

_UPPER = "A-ZĐØ" + "".join(vowel.upper() for vowel in VOWELS if ord(vowel) > 127)
_LOWER = "a-zđø" + "".join(vowel for vowel in VOWELS if ord(vowel) > 127)
CAPITAL = re.compile(f"[{_UPPER}]")
NAME_WORD = f"[{_UPPER}][{_UPPER}{_LOWER}]*"
_WORD = rf"(?:[{_UPPER}]\.(?= [{_UPPER}])|[{_UPPER}][{_UPPER}{_LOWER}]*(?:['-](?!(?:xã|huyện|tỉnh|thôn|bản|làng|ấp|xóm|phó|nguyên|chủ|giám|trưởng|bí|tổng|thứ|đại)(?![\w]))[{_UPPER}{_LOWER}]+)*|(?:bin|de|van|von|der|di|al|la)(?= [{_UPPER}][{_LOWER}]))"
_RUN = re.compile(rf"(?=[{_UPPER}]){_WORD}(?: {_WORD}){{0,7}}")
_LETTERS = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"[ \n]")
_LONG_LINE = 45
_MOST = 6

STRONG, COMMON, RARE = 2, 1, 0
_WEIGHTS = {"strong": STRONG, "common": COMMON, "rare": RARE}
_ROWS = [(row["surname"], row["weight"]) for row in rows("person/surnames")]
SURNAMES = {name: _WEIGHTS[weight] for name, weight in _ROWS if weight in _WEIGHTS}
#: First words of foreign names: family names of the neighbours (1), given names of the West (2).
FOREIGN = {name: 2 if weight == "given" else 1 for name, weight in _ROWS if weight not in _WEIGHTS}
#: Family names that are no given names: inside a run they begin the next person's.
_NEW_PERSON = frozenset(name for name, weight in SURNAMES.items() if weight == STRONG) - {
    "Hoàng",
    "Dương",
    "Vũ",
    "Đào",
    "Lê",
    "Phan",
}
#: Family names in capitals.
LOUD_SURNAMES = {name.upper(): weight for name, weight in SURNAMES.items()}
SYLLABLES = frozenset(modern(each) for row in rows("person/syllables") for each in several(row["syllables"]))
KNOWN = {row["name"]: row["country"] for row in rows("person/known")}
#: Places that begin as a name would (``Phan Thiết``, ``Trần Phú``): as persons they need a title.
PLACES = frozenset(
    name for name, _ in columns("locality/localities", "name", "level") if " " in name and name.partition(" ")[0] in SURNAMES
)

#: Words that end a run or forbid one, by what follows them: ``Chủ`` before ``tịch``; ``*`` anything, ``^`` a capital.
_STOPS = {row["first"]: frozenset(several(row["following"])) for row in rows("person/stops")}
_ANY, _CAPITAL = "*", "^"
#: Middle names that are also the first half of a common word (``Văn hóa``, ``Công an``).
_MIDDLE = frozenset(("Văn", "Công"))
#: Words of firms and foundations: a run that holds one is no person.
FIRMS = frozenset(
    "Group Corporation Corp Co Ltd Bank Inc Foundation International Company Foods Food Motor Motors Holdings Vietnam Vina Electronics Industries Industrial University"
    " College Institute Center Centre Association Organization Fund Aid Plan Vision World Asia Global Tour Travel Hotel Resort Park's Airlines Times News Daily Post TNHH"
    " Trading Engineering Energy Logistics Technology Solutions Partners Capital Hospital School Festival Cup Awards Project Programme Program Network Council City".split()
)
_ONSET = "(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnpqrstvx])?"
_NUCLEUS = "[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
_NATIVE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE)

Word = tuple[int, int]


def is_capitals(word: str) -> bool:
    """Whether a word of several letters stands in capitals; an initial (``J.``) does not."""
    return len(word) > 1 and word.isupper() and word[1] != "."


@lru_cache(maxsize=8192)
def native(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable."""
    return _NATIVE.fullmatch(word) is not None


@lru_cache(maxsize=8192)
def familiar(word: str) -> bool:
    """Whether a word is a usual syllable of Vietnamese names."""
    return word in SYLLABLES or modern(word if not is_capitals(word) else word.capitalize()) in SYLLABLES


def _second(text: str, place: int) -> str:
    """The word behind the blank at a place."""
    match = _LETTERS.match(text, place + 1) if text[place : place + 1] in (" ", "\n") else None
    return _modern(match[0]) if match else ""


@lru_cache(maxsize=8192)
def _modern(word: str) -> str:
    return modern(word)


@lru_cache(maxsize=8192)
def _stopped_by(word: str) -> frozenset[str] | None:
    """What may not follow a first word, in any capitals."""
    return _STOPS.get(modern(word).capitalize()) or _STOPS.get(word)


def stops(text: str, word: str, end: int) -> bool:
    """Whether a word inside a run begins something else than a name: a role, a body, a place."""
    following = _STOPS.get(word)
    if following is None:
        return False
    if _ANY in following:
        return True
    second = _second(text, end)
    return second in following or (_CAPITAL in following and second[:1].isupper())


def stops_at_head(text: str, place: int) -> bool:
    """The same for the first word, in any capitals: ``Chủ tịch Tập Đoàn``, ``BÍ THƯ``."""
    match = _LETTERS.match(text, place)
    following = _stopped_by(match[0]) if match else None
    if match is None or following is None:
        return False
    second = _second(text, match.end()).lower()
    return (
        _ANY in following or second in following or (_CAPITAL in following and text[match.end() + 1 : match.end() + 2].isupper())
    )


def _wrapped(text: str, place: int) -> str:
    """The rest of a name that a long line broke: one or two words at the head of the next line."""
    rest = _RUN.match(text, place + 1)
    if (
        not rest
        or rest[0].count(" ") > 1
        or text[rest.end() : rest.end() + 1] in ("", "\n", "\t")
        or text.rfind("\n", max(0, place - _LONG_LINE), place) >= 0
    ):
        return ""
    usual = place > _LONG_LINE and all(familiar(word) and word not in _NEW_PERSON for word in rest[0].split(" "))
    return text[place] + rest[0] if usual else ""


def _middle(text: str, words: list[Word], word: str, end: int) -> bool:
    """Whether a word right behind a family name is a middle name though it begins other words: ``Phan Văn Hóa``."""
    if word not in _MIDDLE or len(words) != 1 or not CAPITAL.match(text, end + 1):
        return False
    return SURNAMES.get(text[words[0][0] : words[0][1]]) == STRONG


def run(text: str, start: int) -> list[Word]:
    """The words of the capitalised run at ``start``, cut where it can no longer be one person's name."""
    match = _RUN.match(text, start)
    if not match:
        return []
    said = match[0]
    if text[match.end() : match.end() + 1] == "\n" and said.count(" ") < 2:
        said += _wrapped(text, match.end())
    words: list[Word] = []
    at, loud = start, False
    for place, word in enumerate(_BLANK.split(said)):
        end = at + len(word)
        if place == 0 or place == 1 and len(words) == 1 and words[0][1] - words[0][0] == 1:
            loud = is_capitals(word)
        elif is_capitals(word) != loud and len(word) > 1:
            break
        if place > 1 and word in _NEW_PERSON:
            break
        if word in _STOPS and (place or not loud) and not _middle(text, words, word, end) and stops(text, word, end):
            break
        if (
            (dash := word.find("-")) > 0
            and place
            and word[dash + 1].isupper()
            and (place > 1 and native(word[:dash]) or stops(text, word[dash + 1 :], end))
        ):
            words.append((at, at + dash))  # ``Nguyễn Văn Hưng-Giám đốc``
            break
        words.append((at, end))
        at = end + 1
    while words and text[words[-1][0] : words[-1][1]].islower():
        words.pop()
    return words[:_MOST]
