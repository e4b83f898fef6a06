"""A title: the name right behind it, a list of names, the photographer of a picture, or the name before a role."""

from __future__ import annotations

import re

from ...rule import Found
from .bylines import byline
from .context import BYLINE, HONORIFIC, KIN, LEARNED, MEMBER, PLURAL, ROLE, TITLES, before, namesake
from .names import FIRMS, FOREIGN, LOUD_SURNAMES, SURNAMES, familiar, is_capitals, native, run, stops_at_head
from .reading import Reading, Title
from .surnames import UNCLE, weigh

#: Titles whose holder may be named by one foreign word: ``Tổng thống Putin``.
_HEADS = (
    "tổng thống",
    "thủ tướng",
    "ngoại trưởng",
    "chủ tịch",
    "tổng bí thư",
    "samdech",
    "hoàng thân",
    "quốc vương",
    "nữ hoàng",
    "hoàng tử",
    "đại tướng",
    "vua",
)
#: Roles that are written before bodies rather than before foreigners: ``chuyên gia JICA``, ``đại diện Action Aid``.
_OPEN_ROLES = frozenset("quản lý|thư ký|cố vấn|trưởng|phó trưởng|chánh|tướng|ủy viên".split("|"))
_NO_PERSONS = frozenset("Trời Táo Địa Chúa Đanh Nà Rịa Nội Ngoại Già Trẻ Bụt Nước Tổng Nó Tư_".split())
_LIST = re.compile(r"(?:,| và|, và|;) (?:(?:ông|bà) )?")
_DOTTED = ("mr", "ms", "mrs", "đ/c", "đc", "đ.c", "dr")
_BESIDE_ONLY = (HONORIFIC, KIN, LEARNED, MEMBER)
_MANY = 12


def titled(text: str, start: int, end: int, payload: Title) -> Found | list[Found] | None:
    """What a title is written before: a name right away, or a body and then a name, which is left to ``settle``."""
    end = start + payload.length
    kind = payload.kind
    if kind in _BESIDE_ONLY and text[end : end + 1] == " " and not text[end + 1 : end + 2].isupper():
        return None
    if kind == BYLINE:
        return byline(text, start, end)
    place = _beside(text, end, payload)
    named = place > 0 and text[place : place + 1].isupper()
    if kind == PLURAL:
        return _plural(text, place) if named else None
    read = _direct(text, start, place, payload) if named else None
    if kind not in (ROLE, MEMBER):
        return read
    mark = _mark(start, end, payload) if kind == ROLE and text[end : end + 1] in (" ", "\n") else None
    return [each for each in (mark, read, _name_before(text, start)) if each]


def _beside(text: str, end: int, title: Title) -> int:
    """Where a name would begin: behind a blank, the dot of a short form, the colon of a list; 0 where none can."""
    after = text[end : end + 2]
    if after[:1] in (" ", "\n"):
        return end + 1
    if after == ". " and (title.kind == LEARNED and not title.said.islower() or title.said in _DOTTED):
        return end + 2
    if after == ": " and title.kind == PLURAL:
        return end + 2
    return end if text[end - 1] in "./" else 0


def _mark(start: int, end: int, title: Title) -> Found:
    return Found(start, end, "PERSON", "person.title", title, True)


def _direct(text: str, start: int, place: int, title: Title) -> Found | None:
    """The run right after a title, if it reads as a name."""
    if stops_at_head(text, place):
        return None
    words = run(text, place)
    if not words:
        return None
    said = [text[first:last] for first, last in words]
    if said[0] in _NO_PERSONS or FIRMS.intersection(said):
        return None
    if said[:3] in UNCLE:
        return Found(place, words[2][1], "PERSON", "person.uncle", Reading(9, [], title, start), True)
    if any(map(is_capitals, said)):
        usual = next((place for place in range(1, len(said)) if not familiar(said[place])), len(said))
        if said[0] not in LOUD_SURNAMES or usual < 2:
            return None
        words, said = words[: min(usual, 4)], said[: min(usual, 4)]
    if (title.kind in (HONORIFIC, KIN) and text[start].isupper() or title.said.startswith("liệt")) and namesake(
        *before(text, start)
    ):
        return None  # Chợ Bà Chiểu
    if title.kind == ROLE and said[0] not in FOREIGN:  # Thị trưởng Wernigerode Peter Gaffert
        given = next((at for at in range(1, len(said) - 1) if FOREIGN.get(said[at]) == 2), 0)
        words, said, place = words[given:], said[given:], words[given][0]
    score = _short(text, start, said, title, words[-1][1]) if len(said) == 1 else _full(text, start, said, title)
    rule = "person.short" if len(said) == 1 else "person.titled"
    return Found(place, words[-1][1], "PERSON", rule, Reading(score, words, title, start), True) if score > 0 else None


def _full(text: str, start: int, said: list[str], title: Title) -> int:
    known = said[0] in SURNAMES or said[0] in LOUD_SURNAMES
    foreign = not all(map(native, said))
    if title.kind == KIN:
        lower = text[start].islower()
        if known and (lower or weigh(said, SURNAMES.get(said[0], 0)) > 1):
            return 6
        return 4 if foreign or (lower and all(map(familiar, said))) else 2
    if title.kind == HONORIFIC:
        return 6
    if known:
        return 5
    if foreign:
        return 1 if title.kind == MEMBER or title.said in _OPEN_ROLES else 4
    return 2 if title.kind == MEMBER or title.said in _OPEN_ROLES else 4 if all(map(familiar, said)) else 3


def _short(text: str, start: int, said: list[str], title: Title, stop: int) -> int:
    """A given name alone: ``ông Hòa``, ``bà Nguyệt``; ``Tổng thống Putin``."""
    if said[0][1:2] == "'" and said[0][2:3].isupper():
        return 4  # K'Brai
    if title.kind == HONORIFIC:
        return 4 if familiar(said[0]) or not native(said[0]) else 2
    if title.kind == KIN:
        return 3 if text[start].islower() and familiar(said[0]) and said[0] not in ("Hồ", "Việt", "Hải", "Hà") else 1
    if not native(said[0]):
        return 0 if is_capitals(said[0]) else 3 if title.said.endswith(_HEADS) else 1
    return 1 if familiar(said[0]) else 0


def _plural(text: str, place: int) -> list[Found]:
    """``các ông Sok Sophal, Chea Vuthy và Keo Sarith``."""
    found: list[Found] = []
    while len(found) < _MANY:
        words = run(text, place)
        if not words or stops_at_head(text, place):
            break
        known = text[words[0][0] : words[0][1]] in SURNAMES
        score = 5 if len(words) > 1 and (known or not found) else 4 if len(words) > 1 else 3
        found.append(Found(place, words[-1][1], "PERSON", "person.list", Reading(score, words), True))
        joint = _LIST.match(text, words[-1][1])
        if not joint or not text[joint.end() : joint.end() + 1].isupper():
            break
        place = joint.end()
    return found


_BEFORE = re.compile(r"(?:\A|[ \n(\"])(?P<run>(?:[^\W\d_][\w'.-]* ){1,4}[^\W\d_][\w'-]*)(?:,| -| \() ?\Z")


def _ends_in_capital(text: str, start: int) -> bool:
    """Whether the last word before the comma, dash or bracket at ``start`` has a capital: the first look for ``_BEFORE``."""
    end = start - 1 if text[start - 1] == " " else start
    end -= 1 if text[end - 1] == "," else 2
    return text[text.rfind(" ", max(0, start - 48), max(0, end)) + 1].isupper()


_TITLE_WORDS = frozenset(title.lower() for title in TITLES)
_NOT_BEFORE = frozenset("dịp tết lễ hội tại ở từ tỉnh huyện công ty tổ chức tập hãng nước thành phố".split())


def _name_before(text: str, start: int) -> Found | None:
    """A foreigner named before the role: ``Park Noh-wan, Đại sứ Hàn Quốc``."""
    if text[start - 2 : start - 1] not in (",", "-", "(") and text[start - 1 : start] != "(":
        return None
    if not _ends_in_capital(text, start):
        return None
    match = _BEFORE.search(text, max(0, start - 48), start)
    if not match:
        return None
    place = match.start("run")
    for word in match["run"].split(" "):
        words = run(text, place) if word.lower() not in _TITLE_WORDS else []
        if len(words) > 1 and words[-1][1] == match.end("run") and (place == 0 or text[place - 1] in " \n("):
            said = [text[first:last] for first, last in words]
            wanted = (
                before(text, place)[0] not in _NOT_BEFORE
                and not all(map(native, said))
                and not FIRMS.intersection(said)
                and not any(map(is_capitals, said))
            )
            return Found(place, words[-1][1], "PERSON", "person.before", Reading(3, words), True) if wanted else None
        place += len(word) + 1
    return None
