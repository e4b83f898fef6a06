"""``Hàn Quốc``, ``CHDCND Lào``, ``Việt - Lào``, ``đại sứ Anh``, ``Mỹ, Úc, Đức``; not ``Hồ Đức Phớc``, ``Ý kiến``, ``người Thái``.

A name that is nothing else is a country wherever it stands. A short form (``Anh``, ``Đức``, ``Ý``) is judged by the words
around it; where they leave it open it is a weak candidate, which a neighbour in a list or a pair makes strong.
"""

from __future__ import annotations

import re
from typing import Any

from ...rule import Context, Found, Room, Rule
from ...text import pattern
from .names import BLOCKS, BOLD, FREE, NAMES, OPEN, PAIR, PHRASES, STRICT, UNDONE, Named, country_at
from .nearby import (
    DASH,
    HEADS,
    JOINT,
    NEVER,
    NOT_A_STATE,
    PAIRING,
    PEOPLE_AFTER,
    PEOPLE_BEFORE,
    STATE_HEADS,
    SURNAMES,
    SYLLABLE,
    TONGUES,
    word_after,
    words_before,
)
from .value import Country

_FORMAL = pattern(
    r"(?:(?i:cộng hòa|vương quốc|liên bang|dân chủ|nhân dân|xã hội|chủ nghĩa|hồi giáo|đại công quốc|công quốc|hợp chủng quốc|hợp chúng quốc|liên hiệp"
    r"|thống nhất|đa dân tộc|ả rập|nhà nước|CHXHCN|CHDCND|CHND|CHLB|CHDC|CH|LB|VQ)[ -]{0,3}){1,8}"
)
_FORMAL_HEADS = (
    "cộng hòa", "Cộng Hòa", "vương quốc", "Vương Quốc", "liên bang", "Liên Bang", "công quốc", "đại công quốc", "hợp chủng quốc", "Hợp Chủng Quốc",
    "hợp chúng quốc", "Hợp Chúng Quốc", "CHXHCN", "CHDCND", "CHND", "CHLB", "CHDC", "CH", "LB", "VQ", "CH DCND", "CH XHCN",
)  # fmt: skip


_NUMBERED = re.compile(r"[-.]?[0-9]| [0-9]{4}(?![0-9])")  # VN-2000


def name(text: str, start: int, end: int, value: Country) -> Found | None:
    """A name that means a country alone, unless a tongue, a currency or a family name stands before it."""
    if text[start - 1 : start] == " " and start > 1:
        begin = text.rfind(" ", max(0, start - 9), start - 1) + 1
        if begin and text[begin : start - 1] in NEVER:
            return None
    elif text[start - 1 : start] in ("/", ".", "@") and start and text[start - 2 : start - 1].isalnum() and end - start < 4:
        return None  # a symbol or an address
    if text[end : end + 1] == "$" or end - start == 2 and _NUMBERED.match(text, end):
        return None  # US$
    return Found(start, end, "COUNTRY", "country.name", value)


def compass(text: str, start: int, end: int, value: Country) -> Found | None:
    """A country after a point of the compass with which it would read as a Vietnamese province: ``Đông Bắc Thái Lan``."""
    return Found(text.index(" ", start) + 1, end, "COUNTRY", "country.compass", value)


def formal(text: str, start: int, end: int, payload: Any) -> Found | None:
    """A formal name in any capitals: the words of state, then the country."""
    match = _FORMAL.match(text, start)
    if not match:
        return None
    known = country_at(text, match.end())
    return Found(start, known[1], "COUNTRY", "country.formal", known[0]) if known else None


def short(text: str, start: int, end: int, payload: Named) -> Found | None:
    """A short form, by its neighbours: strong, weak (a list or a pair may carry it) or nothing."""
    value, kind = payload
    word, two = words_before(text, start)
    lower = word.lower()
    form = text[start:end]
    if lower in NOT_A_STATE or word in NEVER or word and (f"{word} {form}" in PHRASES or f"{two} {form}" in PHRASES):
        return None
    if _among_tongues(text, start):
        return None
    if value.code in ("LA", "TH") and (PEOPLE_AFTER.match(text, end) or PEOPLE_BEFORE.search(text, max(0, start - 20), start)):
        return None
    after = word_after(text, end)
    if f"{form} {after}" in PHRASES and not (after in UNDONE and word_after(text, end + 1 + len(after)) in UNDONE[after].split()):
        return None
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha() and not country_at(text, end + 1):
        return None
    if kind is PAIR:
        return None if word in SURNAMES else _found(start, end, value, kind, True)
    two = two.lower()
    heads = STATE_HEADS if kind is STRICT else HEADS
    headed = lower in heads or two in heads
    capitals = _capitals(form, word, after)
    if capitals:
        return _found(start, end, value, kind, not headed and form not in ("LÀO", "ÚC"))
    if after[:1].isupper() and not _may_follow(text, end, after, headed):
        return _found(start, end, value, kind, True) if text[max(0, start - 2) : start].strip() == "-" else None
    if value.code == "LA" and word in ("Nam", "Trung", "Bắc", "Hạ", "Thượng"):
        return _found(start, end, value, kind, False)
    if word[:1].isupper() and not headed and not (word.isupper() and len(word) > 1):
        if word in NAMES:
            return _found(start, end, value, kind, True)
        return _found(start, end, value, kind, False) if _opens_sentence(text, start - 1 - len(word)) and _a_head(word) else None
    if headed:
        return _found(start, end, value, kind, False)
    if not word:
        bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        return _found(start, end, value, kind, not bracketed and (kind is not BOLD or _slip(text, start, end)))
    return _found(start, end, value, kind, kind is STRICT)


def _among_tongues(text: str, start: int) -> bool:
    """Whether a form stands in a list of tongues: ``tiếng Anh, Pháp``."""
    floor = max(0, start - 60)
    near = text.rfind("iếng", floor, start) >= 0 or text.rfind("gữ", floor, start) >= 0
    return near and TONGUES.search(text, floor, start) is not None


def _found(start: int, end: int, value: Country, kind: str, weak: bool) -> Found:
    return Found(start, end, "COUNTRY", f"country.{kind}", value, weak)


def _capitals(form: str, word: str, after: str) -> bool:
    """Whether the form stands in a line of capitals."""
    if not form.isupper():
        return False
    return len(form) > 1 or len(word) > 1 and word.isupper() or len(after) > 1 and after.isupper()


#: Đại sứ Việt Nam tại Nga, whose name follows
_POSTED = pattern(r"(?<!\w)(?:đại sứ|tổng lãnh sự|đại biện|tham tán)[^.,;\n]{0,40} tại [^\W\d_]+\Z", re.IGNORECASE)


def _may_follow(text: str, end: int, after: str, headed: bool) -> bool:
    """Whether a capital may follow a country: a foreign person after a head, an abbreviation, another country."""
    if after.isupper() and len(after) > 1:
        return True
    if after in SURNAMES and _POSTED.search(text, max(0, end - 70), end):
        return True
    if headed and (not SYLLABLE.fullmatch(after) or len(after) == 1 and text[end + 2 : end + 3] == "."):
        return True
    return country_at(text, end + 1) is not None


def _opens_sentence(text: str, place: int) -> bool:
    return (
        place <= 0
        or text[place - 1] in '\n\t-+*("'
        or text[place - 2 : place].strip()[-1:] in (".", ":", ";", "!", "?", "-", "+", ")", "")
    )


def _a_head(word: str) -> bool:
    """A capital word that opens a sentence and may stand before a country: ``Nước``, ``Người``, ``Phía``, ``Đoàn``."""
    return word.lower() in HEADS


def _slip(text: str, start: int, end: int) -> bool:
    """A bold form right after a comma in what may be a list of given names: left to the list."""
    return text[max(0, start - 2) : start].startswith(",") and text[end : end + 1] in ",." and text[start:end] in ("Nga", "Đức")


def settle(found: list[Found], context: Context) -> list[Found]:
    """Weak countries stay where a list or a pair joins them to a strong one, or where they make a pair themselves."""
    countries = [each for each in found if each.label == "COUNTRY"]
    if not any(each.weak for each in countries):
        return found
    text = context.view.text
    countries.sort(key=lambda each: (each.start, -each.end))
    kept: set[int] = set()
    chain: list[Found] = []
    joints: list[str] = []
    for each in countries:
        joint = _joint(text, chain[-1], each) if chain else None
        if joint is None:
            _judge(chain, joints, kept)
            chain, joints = [each], []
        else:
            chain.append(each)
            joints.append(joint)
    _judge(chain, joints, kept)
    found = [each for each in found if each.label != "COUNTRY" or not each.weak or id(each) in kept]
    for each in countries:
        each.weak = False
    return found


def _joint(text: str, left: Found, right: Found) -> str | None:
    """What joins two candidates: a dash, a comma, or nothing but a blank in ``hữu nghị Việt Lào``."""
    gap = right.start - left.end
    if gap < 1 or gap > 90:
        return None
    between = text[left.end : right.start]
    if DASH.fullmatch(between):
        return "-"
    if gap == 1 and between in " \n" and left.weak and left.rule == "country.pair":
        around = PAIRING.search(text, max(0, left.start - 14), left.start) or PAIRING.match(text, right.end + 1)
        return "-" if around else None
    return "," if JOINT.fullmatch(between) else None


def _judge(chain: list[Found], joints: list[str], kept: set[int]) -> None:
    """Which weak members of a chain stay."""
    if len(chain) < 2:
        return
    strong = any(not each.weak for each in chain)
    named = sum(each.rule != "country.pair" for each in chain)
    for place, each in enumerate(chain):
        if not each.weak:
            continue
        dashed = "-" in joints[max(0, place - 1) : place + 1]
        if each.rule == "country.pair":
            if dashed or each.value.code != "VN" and (strong or named > 1):
                kept.add(id(each))
        elif strong or dashed or len(chain) > 2 or each.rule in ("country.bold", "country.open"):
            kept.add(id(each))


def _of(kind: str) -> dict[str, Any]:
    return {form: named for form, named in NAMES.items() if named[1] is kind}


ROOM = Room(
    "country",
    (
        Rule(
            "country.name",
            "COUNTRY",
            name,
            "người [Việt Nam](COUNTRY VN) tại [Hàn Quốc](COUNTRY KR)",
            words={form: named[0] for form, named in NAMES.items() if named[1] is FREE},
            cased=True,
        ),
        Rule(
            "country.formal",
            "COUNTRY",
            formal,
            "nước [Cộng Hòa Dân Chủ nhân dân Lào](COUNTRY LA)",
            words=dict.fromkeys(_FORMAL_HEADS),
        ),
        Rule(
            "country.compass",
            "COUNTRY",
            compass,
            "các tỉnh Đông Bắc [Thái Lan](COUNTRY TH)",
            words={
                f"{side} {form}": NAMES[form][0]
                for side, form in (("Bắc", "Thái Lan"), ("Nam", "Hà Lan"), ("Bắc", "Hà Lan"), ("Nam", "Hàn Quốc"))
            },
            cased=True,
        ),
        Rule("country.bold", "COUNTRY", short, "thị trường [Mỹ](COUNTRY US) giảm", words=_of(BOLD), cased=True),
        Rule("country.open", "COUNTRY", short, "du học tại [Anh](COUNTRY GB)", words=_of(OPEN), cased=True),
        Rule("country.strict", "COUNTRY", short, "doanh nghiệp [Thái](COUNTRY TH)", words=_of(STRICT), cased=True),
        Rule("country.pair", "COUNTRY", short, "hữu nghị [Việt](COUNTRY VN) - [Trung](COUNTRY CN)", words=_of(PAIR), cased=True),
    ),
    settle,
    BLOCKS,
)
