"""The place at the end of a body's name: ``tỉnh``, ``tỉnh Đắk Nông``, ``Lai Châu``, ``huyện Ô Răng``, ``Vương quốc Campuchia``, ``tại Lào``."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from ...lexicon import columns, several
from ...phrases import wrapped
from ...text import pattern
from ..country import country_at
from ..country.names import NAMES as COUNTRIES
from ..country.names import PAIR
from ..country.nearby import SYLLABLE
from ..locality.gazetteer import COMMUNE, gazetteer, plain
from ..locality.names import SURNAMES, TOKEN, tokens
from ..province.units import FORMS
from .tree import Tree

_LEVELS = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district", "tx": "district", "xã": "commune", "phường": "commune",
    "thị trấn": "commune", "đặc khu": "commune", "châu": "foreign", "bang": "foreign", "khu tự trị": "foreign", "địa khu": "foreign",
}  # fmt: skip
_UNIT = pattern(
    r" (?P<unit>tỉnh|thành phố|TP\.?|huyện|quận|thị xã|TX\.?|xã(?! hội)|phường|thị trấn|đặc khu|châu(?! Á| Âu| Phi| Mỹ| lục)|bang|khu tự trị(?: dân tộc)?|địa khu|thủ đô|vùng)"
    r"(?:(?<=\.)|(?!\w))",
    re.IGNORECASE,
)
#: The first two letters of those words: asked before the expression.
_UNIT_BEGINS = frozenset("tỉ th tp hu qu tx xã ph đặ ch ba kh đị vù".split())
_BARE = frozenset("tỉnh huyện quận xã phường châu tp".split()) | {"thành phố", "thị xã", "thị trấn", "đặc khu"}
_CLASS = pattern(
    r" ?(?:,|/|và|hoặc|-) ?(?:tỉnh(?! (?:đoàn|ủy|đội))|huyện|quận|thị xã|thành phố|xã(?! hội)|phường|thị trấn|TP)(?!(?-i: [A-ZĐ]))(?!\w)",
    re.IGNORECASE,
)
_OTHER = pattern(r" (?:bạn|này|đó|nào|kết nghĩa|láng giềng|nước bạn)(?!\w)")
_OTHER_BEGINS = frozenset(",/-vVhHbnđkl")
_NUMBER = re.compile(r"[ ]?[0-9]{1,2}(?![\w/.,-])")
_STATE = pattern(
    r"(?:[Nn]ước )?(?:(?:(?i:cộng hòa|vương quốc|liên bang|hoàng gia|dân chủ|nhân dân|xã hội|chủ nghĩa|hồi giáo|CHXHCN|CHDCND|CHND|CHLB|VQ|LB|CH)) ){0,6}"
)
#: The first two letters of those words.
_STATE_BEGINS = frozenset("nư cộ vư li ho dâ nh xã ch hồ vq lb".split())
_FIRST = re.compile(r"[^\W\d_]+")
_AT = pattern(r" tại ")
_ABROAD = pattern(r" ở nước ngoài(?!\w)")
#: The first two letters of what may follow a name in small letters: a unit, ``tại``, ``nước``, ``các``, a bracket.
_AHEAD = frozenset("tỉ th tp tx hu qu xã ph đặ ch ba kh đị vù nư tạ cá cấ ha nh nơ gi ng tr và củ".split()) | {"ở "}
_PAIR = re.compile(r" ?[-–] ?")
_SHORT = frozenset(name for name, named in COUNTRIES.items() if named[1] != "free")
_PAIRED = frozenset(name for name, named in COUNTRIES.items() if named[1] is PAIR)
_MOST = 4


class Place(msgspec.Struct, gc=False):
    """Where a place's name ends, and what it says of the body."""

    end: int
    level: str | None = None
    province: str | None = None


@cache
def _known() -> Tree:
    tree = Tree()
    for form, units in FORMS.items():
        tree.put(form, ("province", units[-1].lineage))
    for form in ("TP.HCM", "TP HCM", "TP. HCM", "TPHCM", "TP. Hồ Chí Minh", "TP Hồ Chí Minh", "Hồ Chí Minh", "HCM"):
        tree.put(form, ("province", "ho-chi-minh"))
    for name, forms in columns("foreign_unit/units", "name", "forms"):
        for form in (name, *several(forms)):
            tree.put(form, ("foreign", None))
    for name, level, provinces, aliases in columns("locality/localities", "name", "level", "provinces", "aliases"):
        if level == "district" and not name[:1].isdigit() and " " in name:
            tree.put(name, ("district", None if "|" in provinces else provinces or None))
            for form in several(aliases):
                tree.put(form, ("district", None))
    return tree


def known(text: str, at: int) -> Place | None:
    """A place that the tables name, without a designator."""
    if not text[at : at + 1].isupper():
        return None
    found = _known().longest(text, at)
    if not found:
        return None
    end, (level, lineage) = found
    last = TOKEN.match(text, text.rfind(" ", at, end) + 1 or at)
    if not text[end - len(text[at:end].split()[-1])].isupper() or (last and last.end() > end):
        return None
    if level != "province" and " " not in text[at:end] and _goes_on(text, end) and not person(text, end + 1):
        return None
    return Place(end, level, lineage)


def _goes_on(text: str, end: int) -> bool:
    """Whether another capital follows, so that the word before may be part of something else."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def person(text: str, at: int) -> bool:
    """Whether a person's name begins at ``text[at]``: a surname and another capital."""
    token = TOKEN.match(text, at)
    return token is not None and token[0] in SURNAMES and _goes_on(text, token.end())


@cache
def _first_words() -> frozenset[str]:
    """The first words of all names of countries, as they stand and in capitals."""
    firsts = {first[0] for name in COUNTRIES if (first := _FIRST.match(name))}
    return frozenset(firsts | {word.upper() for word in firsts})


def state(text: str, at: int, paired: bool = False) -> int | None:
    """Where the name of a country ends that begins at ``text[at]``, formal words and ``nước`` included."""
    match = _STATE.match(text, at) if text[at : at + 2].lower() in _STATE_BEGINS else None
    place = match.end() if match else at
    first = _FIRST.match(text, place)
    if first is None or first[0] not in _first_words():
        return None
    named = country_at(text, place)
    if not named:
        return _before_capital(text, place, paired)
    form = text[place : named[1]]
    return None if not paired and form in _PAIRED else named[1]


def _before_capital(text: str, at: int, paired: bool) -> int | None:
    """A short form before a person's name (``Quốc hội Lào Nguyễn Văn An``) or, in a pair, before another place."""
    token = TOKEN.match(text, at)
    if not token or token[0] not in _SHORT or not _goes_on(text, token.end()):
        return None
    after = token.end() + 1
    if person(text, after) and token[0] not in _PAIRED:
        return token.end()
    return token.end() if paired and known(text, after) else None


def overseas(text: str, end: int) -> int | None:
    """Where ``ở nước ngoài`` behind ``Việt Nam`` ends."""
    match = _ABROAD.match(text, end)
    return match.end() if match else None


def pair(text: str, at: int) -> int | None:
    """Where ``Việt Nam - Lào`` or ``Nga - Việt`` ends; also a single country."""
    end = at + 5 if text.startswith("Khmer", at) else state(text, at, paired=True)
    for _ in range(2):
        joint = _PAIR.match(text, end) if end else None
        further = state(text, joint.end(), paired=True) if joint else None
        if further is None:
            break
        end = further
    return end


def place(text: str, end: int, abroad: bool = False, sure: bool = False) -> Place | None:
    """The place, or the chain of a country and a place, right behind a name that ends at ``end``.

    Sure, the caller has asked ``may_follow`` there.
    """
    found = None
    at = end
    for _ in range(3):
        step = _one(text, at) if sure or may_follow(text, at) else None
        if step is None:
            break
        if found:
            step.level, step.province = step.level or found.level, step.province or found.province
        found, at, sure = step, step.end, False
    if abroad and (seated := _AT.match(text, at)):
        seat = _one(text, seated.end() - 1)
        if seat and not text.startswith(("tỉnh ", "xã ", "huyện "), seated.end()):
            return Place(seat.end, found.level if found else None, seat.province)
    return found


def may_follow(text: str, end: int) -> bool:
    """Whether anything that belongs to a name may stand behind its end: asked first, since mostly it does not."""
    next_char = text[end : end + 1]
    if next_char not in (" ", "\n"):
        return next_char in ("(", "/")
    ahead = text[end + 1 : end + 3]
    return ahead[:1].isupper() or ahead[:1].isdigit() or ahead[:1] == "(" or ahead in _AHEAD


def _one(text: str, end: int) -> Place | None:
    begins = text[end + 1 : end + 3].lower() in _UNIT_BEGINS
    if begins and (match := _UNIT.match(text, end)):
        return _designated(text, match)
    if text[end : end + 1] not in (" ", "\n"):
        return None
    capital = text[end + 1 : end + 2].isupper()
    if text[end] == "\n" and (text[end - 1].isupper() or not capital):
        return None
    said = known(text, end + 1)
    if said and text[end] == "\n" and text[said.end : said.end + 1] in ("\n", ""):
        return None  # a line of its own
    if said:
        return said
    if capital or text[end + 1 : end + 2] == "n":
        reached = state(text, end + 1)
        if reached:
            if further := overseas(text, reached):
                return Place(further)
            return Place(reached, None if text[end + 1 : reached].endswith(("Việt Nam", "VIỆT NAM", "VN")) else "foreign")
    return None


def _designated(text: str, match: re.Match[str]) -> Place | None:
    unit = " ".join(match["unit"].lower().rstrip(".").split())
    level = _LEVELS.get(unit)
    at = match.end() + (text[match.end() : match.end() + 1] in (" ", "\n"))
    loud = match["unit"].isupper() and len(unit) > 2
    if text[at : at + 1].isupper() and not (loud and text[at - 1] == "\n"):
        if level == "commune" and (reached := _commune(text, at)):
            return Place(reached, level)
        if said := known(text, at):
            if unit not in ("thành phố", "tp", "thủ đô") and level:
                said.level = level if said.level != "foreign" else "foreign"
            return said
        wary = unit not in ("xã", "phường", "thị trấn")
        if (
            not loud
            and (text[at - 1] != "\n" or wrapped(text, at - 1))
            and (reached := run(text, at, wary))
            and not (wary and _like_a_person(text[at:reached]))
        ):
            return Place(reached, level)
    if unit in ("quận", "phường") and (number := _NUMBER.match(text, match.end())):
        return Place(number.end(), level)
    if unit not in _BARE:
        return None
    # What makes a bare unit a class or another's begins with one of a few characters.
    after = text[match.end() : match.end() + 2]
    if (after[:1] in _OTHER_BEGINS or after[1:] in _OTHER_BEGINS) and (
        _CLASS.match(text, match.end()) or _OTHER.match(text, match.end())
    ):
        return None
    return Place(match.end(), level)


def _commune(text: str, at: int) -> int | None:
    """Where the longest name of a commune ends: ``Trần Hưng Đạo`` is one."""
    names = gazetteer(COMMUNE)
    ends = [end for _, end in tokens(text, at)]
    return next(
        (end for end in reversed(ends) if plain(text[at:end]) in names and text[text.rfind(" ", at, end) + 1 or at].isupper()),
        None,
    )


def _like_a_person(said: str) -> bool:
    """Three or four Vietnamese words: provinces and districts that are so called are in the tables."""
    words = said.split()
    return len(words) > 2 and all(SYLLABLE.fullmatch(word) for word in words)


def run(text: str, at: int, wary: bool = False) -> int | None:
    """Where an unknown name of one to four capitalised words ends; a person's name is none, wary, not even a short one."""
    end = None
    for count in range(_MOST):
        token = TOKEN.match(text, at)
        if not token or not text[at].isupper() or (token[0].isupper() and len(token[0]) > 2):
            break
        after = token.end() + 1
        if token[0] in SURNAMES and text[token.end() : after] == " " and text[after : after + 1].isupper():
            second = TOKEN.match(text, after)
            if wary or count or (second and _goes_on(text, second.end())):
                break
        end = token.end()
        if text[end:after] != " ":
            break
        at = after
    return end


__all__ = ["Place", "known", "may_follow", "overseas", "pair", "place", "run", "state"]
