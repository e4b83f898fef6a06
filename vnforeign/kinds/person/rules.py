"""``ông Hòa``, ``Đại sứ Park Noh-wan``, ``Phó Giám đốc Sở Ngoại vụ Nguyễn Thành Nhân``, ``tấm gương Hồ Chí Minh``.

Two triggers: a family name, and a title. Each reads the run of capitals there and weighs what stands around it; every
candidate is weak, and ``settle`` decides when the places, the bodies and the other persons of the text are known.
"""

from __future__ import annotations

import re

from ...rule import Found, Room, Rule
from ..country.names import BLOCKS
from .context import (
    BYLINE,
    HONORIFIC,
    KIN,
    LEARNED,
    MEMBER,
    OFFICE_BEFORE,
    PLURAL,
    ROLE,
    STREET_AFTER,
    STREET_BEFORE,
    THE_MAN,
    TITLES,
    UNITS,
    acts,
    alone,
    before,
    namesake,
    role_after,
)
from .names import (
    CAPITAL,
    COMMON,
    FIRMS,
    FOREIGN,
    KNOWN,
    PLACES,
    STRONG,
    SURNAMES,
    familiar,
    is_capitals,
    native,
    run,
    stops_at_head,
)
from .settle import Reading, Title, settle

#: Titles whose holder may be named by one foreign word: ``Tổng thống Putin``.
_HEADS = ("tổng thống", "thủ tướng", "ngoại trưởng", "chủ tịch", "tổng bí thư", "samdech", "hoàng thân", "quốc vương", "nữ hoàng", "hoàng tử", "đại tướng", "vua")
#: Roles that are written before bodies rather than before foreigners: ``chuyên gia JICA``, ``đại diện Action Aid``.
_OPEN_ROLES = frozenset("quản lý|thư ký|cố vấn|trưởng|phó trưởng|chánh|tướng|ủy viên".split("|"))
_UNCLE = (["Hồ", "Chí", "Minh"], ["HỒ", "CHÍ", "MINH"])
_BRANCHES = frozenset("Tý Tí Sửu Dần Mão Mẹo Thìn Tỵ Tị Ngọ Mùi Thân Dậu Tuất Hợi".split())
_NO_PERSONS = frozenset("Trời Táo Địa Chúa Đanh Nà Rịa Nội Ngoại Già Trẻ Bụt Nước Tổng Nó Tư_".split())
_LIST = re.compile(r"(?:,| và|, và|;) (?:(?:ông|bà) )?")
_DOTTED = ("mr", "ms", "mrs", "đ/c", "đc", "đ.c", "dr")
_BESIDE_ONLY = (HONORIFIC, KIN, LEARNED, MEMBER)
_MANY = 12


def surname(text: str, start: int, end: int, payload: int) -> Found | None:
    """The run of capitals that a family name begins."""
    beside = text[start - 1 : start]
    if beside in ("-", "/", ".", "@", "_", "'") and start > 1 and text[start - 2].isalnum() and beside != "/":
        return None
    words = run(text, start)
    if not 2 <= len(words) <= 6:
        return None
    stop = words[-1][1]
    said = [text[first:last] for first, last in words]
    if said[:3] in _UNCLE:
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
    score = _weight(said, payload) - 2 * place
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


def _numbered(text: str, start: int) -> bool:
    """Whether a house number stands before: ``Số 129, Hà Huy Giáp``."""
    near = text[max(0, start - 8) : start]
    return any(map(str.isdigit, near)) and STREET_BEFORE.search(text, max(0, start - 30), start) is not None


def _weight(said: list[str], weight: int) -> int:
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
    if len(said) > 5 or not all(map(familiar, said[1:])) or not alone(text, start, stop):
        return None
    plain = weight == STRONG or (len(said) > 2 and (said[1] in ("THỊ", "VĂN") or weight == COMMON))
    return Found(start, stop, "PERSON", "person.signature", Reading(3, []), True) if plain else None


def titled(text: str, start: int, end: int, payload: Title) -> Found | list[Found] | None:
    """What a title is written before: a name right away, or a body and then a name, which is left to ``settle``."""
    end = start + payload.length
    kind = payload.kind
    if kind in _BESIDE_ONLY and text[end : end + 1] == " " and not text[end + 1 : end + 2].isupper():
        return None
    if kind == BYLINE:
        return _byline(text, start, end)
    place = _beside(text, end, payload)
    named = place > 0 and CAPITAL.match(text, place) is not None
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
    if said[:3] in _UNCLE:
        return Found(place, words[2][1], "PERSON", "person.uncle", Reading(9, [], title, start), True)
    if any(map(is_capitals, said)):
        usual = next((place for place in range(1, len(said)) if not familiar(said[place])), len(said))
        if said[0] not in _LOUD_SURNAMES or usual < 2:
            return None
        words, said = words[: min(usual, 4)], said[: min(usual, 4)]
    if (title.kind in (HONORIFIC, KIN) and text[start].isupper() or title.said.startswith("liệt")) and namesake(*before(text, start)):
        return None  # Chợ Bà Chiểu
    score = _short(text, start, said, title, words[-1][1]) if len(said) == 1 else _full(text, start, said, title)
    rule = "person.short" if len(said) == 1 else "person.titled"
    return Found(place, words[-1][1], "PERSON", rule, Reading(score, words, title, start), True) if score > 0 else None


def _full(text: str, start: int, said: list[str], title: Title) -> int:
    known = said[0] in SURNAMES or said[0] in _LOUD_SURNAMES
    foreign = not all(map(native, said))
    if title.kind == KIN:
        lower = text[start].islower()
        if known and (lower or _weight(said, SURNAMES.get(said[0], 0)) > 1):
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
    if title.kind == HONORIFIC:
        return 4 if familiar(said[0]) or not native(said[0]) else 2
    if title.kind == KIN:
        return 3 if text[start].islower() and familiar(said[0]) and said[0] not in ("Hồ", "Việt", "Hải", "Hà") else 1
    return 3 if title.said.endswith(_HEADS) and not native(said[0]) and not is_capitals(said[0]) else 0


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
        if not joint or not CAPITAL.match(text, joint.end()):
            break
        place = joint.end()
    return found


#: A caption before its photographer: ``Ảnh: Quang cảnh buổi tiếp - Minh Khuê``.
_CREDIT = re.compile(r"[^\n]{12,200} - ([^\W\d_]+(?: [^\W\d_]+){1,3})(?=\n|\Z)")


def _byline(text: str, start: int, end: int) -> Found | None:
    """``Người viết: Nguyễn Văn A``, ``Ảnh: Minh Khuê``."""
    place = end + 2 if text[end : end + 2] == ": " else end + 1 if text[end : end + 1] == ":" else 0
    if place and (credit := _CREDIT.match(text, place)):
        place = credit.start(1)
    if not place or not CAPITAL.match(text, place) or stops_at_head(text, place):
        return None
    words = run(text, place)
    said = [text[first:last] for first, last in words]
    if not 2 <= len(said) <= 5 or not all(map(familiar, said[1:])) or not (said[0] in SURNAMES or said[0] in _LOUD_SURNAMES or familiar(said[0])):
        return _initialled(text, place)
    after = text[words[-1][1] : words[-1][1] + 2]
    if after and after[0] not in "\n\t,.;()-/|" and after[0:2] not in (" -", " (", " \n", " ;", " |"):
        return None
    return Found(place, words[-1][1], "PERSON", "person.byline", Reading(4, words), True)


_INITIALLED = re.compile(r"[^\W\d_]{1,2}\.(?P<name>[^\W\d_]{2,8}(?: [^\W\d_]{2,8})?)(?=[\n.,;)/|\t]|\Z| -)")


def _initialled(text: str, place: int) -> Found | None:
    """``Ảnh: M.Khuê``."""
    match = _INITIALLED.match(text, place)
    if not match or not all(word[0].isupper() and familiar(word) for word in match["name"].split(" ")):
        return None
    return Found(place, match.end(), "PERSON", "person.byline", Reading(4, [(place, match.end())]), True)


_BEFORE = re.compile(r"(?:\A|[ \n(\"])(?P<run>(?:[^\W\d_][\w'.-]* ){1,4}[^\W\d_][\w'-]*)(?:,| -| \() ?\Z")


_NOT_BEFORE = frozenset("dịp tết lễ hội tại ở từ tỉnh huyện công ty tổ chức tập hãng nước thành phố".split())


def _name_before(text: str, start: int) -> Found | None:
    """A foreigner named before the role: ``Park Noh-wan, Đại sứ Hàn Quốc``."""
    if text[start - 2 : start - 1] not in (",", "-", "(") and text[start - 1 : start] != "(":
        return None
    match = _BEFORE.search(text, max(0, start - 48), start)
    if not match:
        return None
    place = match.start("run")
    if before(text, place)[0] in _NOT_BEFORE:
        return None
    for word in match["run"].split(" "):
        words = run(text, place) if word.lower() not in TITLES else []
        if len(words) > 1 and words[-1][1] == match.end("run") and (place == 0 or text[place - 1] in " \n("):
            said = [text[first:last] for first, last in words]
            wanted = not all(map(native, said)) and not FIRMS.intersection(said) and not any(map(is_capitals, said))
            return Found(place, words[-1][1], "PERSON", "person.before", Reading(3, words), True) if wanted else None
        place += len(word) + 1
    return None


def known(text: str, start: int, end: int, payload: str) -> Found | None:
    """One of the foreign leaders that texts name without a title."""
    last, two = before(text, start)
    if namesake(last, two) or text[end : end + 1] == "-":
        return None
    return Found(start, end, "PERSON", "person.known", Reading(6, []), True)


def _capitalised(title: str) -> set[str]:
    """The title, and with a capital inside as the engine does not write it: ``Phó Chủ tịch``, ``Tổng Lãnh sự``."""
    words = title.split(" ")
    raised = [word[:1].upper() + word[1:] for word in words]
    forms = {" ".join(raised[: place + 1] + words[place + 1 :]) for place in range(1, len(words) - 1)}
    forms |= {" ".join([raised[0], *words[1:place], raised[place], *words[place + 1 :]]) for place in range(2, len(words))}
    return {title, *forms}


_LOUD_SURNAMES = {name.upper(): weight for name, weight in SURNAMES.items()}
_TITLES = {form: Title(kind, title, len(title)) for title, kind in TITLES.items() for form in _capitalised(title)}
#: Phrases that the country room blocks and that begin a name (``Hoàng Anh``, ``Anh Tuấn``): read here all the same.
_BLOCKED = [phrase for phrase in BLOCKS if 0 < phrase.count(" ") < 3]

ROOM = Room(
    "person",
    (
        Rule(
            "person.surname",
            "PERSON",
            surname,
            "Phó Giám đốc Sở Ngoại vụ [Nguyễn Thành Nhân](PERSON Nguyễn Thành Nhân) và [Trần Thị Hoa](PERSON Trần Thị Hoa) cùng dự",
            words={**SURNAMES, "Hồ Chí Minh": STRONG, **{each: SURNAMES[each.split(" ")[0]] for each in _BLOCKED if each.split(" ")[0] in SURNAMES}},
            cased=True,
            also={
                "person.uncle": "học tập tấm gương [Hồ Chí Minh](PERSON Hồ Chí Minh)",
                "person.signature": "Kính báo.\n\n[NGUYỄN VĂN HẢI](PERSON NGUYỄN VĂN HẢI)",
                "person.last": "Tin vắn trong tuần.\n[Minh Khuê](PERSON Minh Khuê)",
            },
        ),
        Rule(
            "person.titled",
            "PERSON",
            titled,
            "tiếp Đại sứ [Park Sung-ho](PERSON Park Sung-ho)",
            words={**_TITLES, **{each: _TITLES["anh"] for each in _BLOCKED if each.startswith("Anh ") and each.title() == each}},
            also={
                "person.short": "chiều nay ông [Hòa](PERSON Hòa) đi Huế",
                "person.list": "các ông [Sok Phal](PERSON Sok Phal), [Chea Vuthy](PERSON Chea Vuthy) cùng dự",
                "person.byline": "Người viết: [Mai Khôi Nguyên](PERSON Mai Khôi Nguyên)",
                "person.before": "chiều nay [Kamol Srisuk](PERSON Kamol Srisuk), Giám đốc dự án, cho biết",
                "person.after_place": "tiếp Tổng Lãnh sự nước Lào [Outhone Sisavath](PERSON Outhone Sisavath)",
            },
        ),
        Rule(
            "person.foreign",
            "PERSON",
            foreign,
            "do [Philippe Rousseau](PERSON Philippe Rousseau) sáng lập",
            words=FOREIGN,
            cased=True,
        ),
        Rule("person.known", "PERSON", known, "theo lời của [Hun Sen](PERSON Hun Sen)", words=KNOWN, cased=True),
    ),
    settle,
)
