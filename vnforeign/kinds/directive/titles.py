"""Documents cited by title: laws, ordinances, the constitution, and Party resolutions by congress or plenum."""

from __future__ import annotations

import re
from typing import Any

from ...lexicon import rows
from ...rule import Found
from ...text import pattern, spellings
from .issued import with_date
from .symbols import symbol
from .value import Directive

_WORD = re.compile(r"[ \n]?([^\W\d_]+|[,-](?= ))")
_END = ""
_OTHER = pattern(
    r"(?<!\w)(?:học|khoa|ngành|viện|công ty|phòng|trường|công ước|công ước của liên hợp quốc về|hội|câu lạc bộ|tạp chí) \Z",
    re.IGNORECASE,
)
_STOP = frozenset(
    "năm số ngày của quy định có được là đã này đối cho để thì trong theo và hoặc thay hiện do khi với nêu trên đều sẽ cũng không từ tại".split()
)
_AMENDING = pattern(
    r" ((?:sửa đổi|sửa đổi, bổ sung|bổ sung)(?: một số điều)?(?: của)?(?: các)?) (?=Luật|Bộ luật|Pháp lệnh|luật|bộ luật|Hiến pháp)",
    re.IGNORECASE,
)
_YEAR = pattern(r" (?:\((?:sửa đổi(?:, bổ sung)?)\) )?(?:năm )?(?P<y>(?:19|20)[0-9]{2})(?![0-9]|[/.-][0-9])")
_NUMBER = pattern(r",? (?:số ?:? ?)?(?P<n>[0-9]{1,3})(?=/)|,? số (?P<m>[0-9]{1,3}-LCT)")
_HEAD = pattern(r"(?:bộ luật|luật|pháp lệnh|hiến pháp)(?!\w)", re.IGNORECASE)
_NATION = pattern(r" (?:của )?nước Cộng hòa xã hội chủ nghĩa Việt Nam", re.IGNORECASE)
_TITLE_WORD = re.compile(r" ([^\W\d_]+)")
_OTHER_HEADS = ("Luật", "Nghị", "Chỉ", "Bộ", "Pháp")  # another citation begins
_MOST_NESTED = 3  # an amending law of an amending law
_MOST_WORDS = 16


def _tree() -> dict[str, Any]:
    root: dict[str, Any] = {}
    for row in rows("directive/laws"):
        for title in spellings(row["title"]):
            branch = root
            for word in _WORD.findall(title.lower()):
                branch = branch.setdefault(word, {})
            branch[_END] = True
    return root


_TITLES = _tree()


def law(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``Luật Biên giới quốc gia năm 2003``, ``Luật Thỏa thuận quốc tế số 70/2020/QH14``, ``Hiến pháp năm 2013``."""
    if _OTHER.search(text, max(0, start - 40), start):
        return None
    stop = end if _NUMBER.match(text, end) else _title_end(text, start, end, payload)
    if stop is None:
        return None
    year = None
    if dated := _YEAR.match(text, stop):
        year, stop = int(dated["y"]), dated.end()
    number = _NUMBER.match(text, stop)
    if number and number["n"] and (coded := symbol(text, number.end("n"))):
        value = Directive(payload, number["n"], coded.year, coded.code, coded.canonical(number["n"]), _assembly(payload))
        return Found(start, coded.end, "DIRECTIVE", "directive.law", with_date(text, coded.end, value))
    if stop == end and year is None:
        return None
    title = " ".join(text[start:stop].split())
    value = Directive(payload, None, year, None, title, _assembly(payload))
    return Found(start, stop, "DIRECTIVE", "directive.law", with_date(text, stop, value))


def _assembly(kind: str) -> str:
    return "Ủy ban Thường vụ Quốc hội" if kind == "phap_lenh" else "Quốc hội"


def _title_end(text: str, start: int, end: int, kind: str) -> int | None:
    if kind == "hien_phap":
        whole = _NATION.match(text, end)
        return whole.end() if whole else end
    for _ in range(_MOST_NESTED):
        amending = _AMENDING.match(text, end)
        head = _HEAD.match(text, amending.end()) if amending else None
        if not amending or not head:
            break
        start, end = amending.end(), head.end()
    return _known(text, start) or _guessed(text, start, end)


def _known(text: str, start: int) -> int | None:
    branch, at, best = _TITLES, start, None
    while match := _WORD.match(text, at):
        next_branch = branch.get(match[1].lower())
        if next_branch is None:
            break
        branch, at = next_branch, match.end()
        if _END in branch and not text[at : at + 1].isalnum():
            best = at
    return best


def _guessed(text: str, start: int, end: int) -> int | None:
    """The words of an unknown title: from its capital to the first word that titles do not hold."""
    if not text[start].isupper() or not (text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].isalpha()):
        return None
    at = end
    for _ in range(_MOST_WORDS):
        match = _TITLE_WORD.match(text, at)
        if not match or match[1] in _STOP or (at > end and match[1] in _OTHER_HEADS):
            break
        at = match.end()
    return at if at > end else None


_ROMAN = {roman: number for number, roman in enumerate("I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), 1)}
_ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_NTH = rf"(?:[0-9]{{1,2}}|[IVX]{{1,5}}|{'|'.join(_ORDINALS)})(?!\w)"
_TERM = r"(?:,? ?\(?(?:Khóa|khóa|KHÓA) (?P<term>[IVX]{1,5}|[0-9]{1,2})(?!\w)\)?)"
_PLENUM = pattern(
    rf" (?:của )?(?:Hội nghị )?(?:(?:lần )?thứ {_NTH.replace('(?:', '(?P<a>', 1)} )?(?:của )?(?:BCH|Ban Chấp hành)? ?(?:Trung ương|TW)(?: Đảng)?"
    rf"(?: ?(?:lần thứ |lần )?{_NTH.replace('(?:', '(?P<b>', 1)})?{_TERM}?",
    re.IGNORECASE,
)
_CONGRESS = pattern(
    rf" (?:của )?Đại hội(?: đại biểu)?(?: toàn quốc)?(?: của)?(?: Đảng)?(?: Cộng sản Việt Nam)?(?: toàn quốc)?"
    rf"(?: bộ (?:tỉnh|thành phố|huyện|thị xã|TP\.?|Khối)(?: [^\W\d_]+){{0,4}}?)?(?: (?P<n>[IVX]{{1,5}}|[0-9]{{1,2}})(?!\w)|,? (?:lần|khóa) ?(?:thứ)? {_NTH}(?: của Đảng(?! bộ))?)",
    re.IGNORECASE,
)


def resolution(text: str, start: int, end: int) -> Found | None:
    """``Nghị quyết Trung ương 8 khóa IX``, ``Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng``."""
    if plenum := _PLENUM.match(text, end):
        number = plenum["a"] or plenum["b"]
        if number:
            canonical = f"Nghị quyết Trung ương {_number(number)}" + (f" khóa {plenum['term']}" if plenum["term"] else "")
            value = Directive("nghi_quyet", canonical=canonical, issuer="Ban Chấp hành Trung ương Đảng")
            return Found(start, plenum.end(), "DIRECTIVE", "directive.plenum", value)
    if congress := _CONGRESS.match(text, end):
        value = Directive("nghi_quyet", canonical=" ".join(text[start : congress.end()].split()))
        return Found(start, congress.end(), "DIRECTIVE", "directive.congress", value)
    return None


_OF_TERM = pattern(r",? ?\(?khóa (?P<term>[IVX]{1,5})(?!\w)\)?", re.IGNORECASE)


def plenum_short(text: str, start: int, end: int, payload: int) -> Found | None:
    """``NQTW8 (khóa XI)``."""
    term = _OF_TERM.match(text, end)
    canonical = f"Nghị quyết Trung ương {payload}" + (f" khóa {term['term']}" if term else "")
    value = Directive("nghi_quyet", canonical=canonical, issuer="Ban Chấp hành Trung ương Đảng")
    return Found(start, term.end() if term else end, "DIRECTIVE", "directive.plenum_short", value)


def _number(said: str) -> int | str:
    lowered = said.lower()
    if lowered in _ORDINALS:
        return _ORDINALS.index(lowered) + 1
    return _ROMAN.get(said.upper()) or said
