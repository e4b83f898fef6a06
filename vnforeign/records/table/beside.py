"""The time of a column that points to the one beside it: ``Cùng kỳ 2018``, ``Năm trước`` next to ``6 tháng đầu năm 2019``."""

from __future__ import annotations

import re

from .kind import Column

_YEAR = re.compile(r"(?:19|20)\d\d")
_THEN = re.compile(r"(?:thực hiện |số liệu )?cùng kỳ\b")
_BEFORE = re.compile(r"(?:thực hiện |kết quả |số liệu )?(?:cùng kỳ |của )?(?:năm|kỳ) (?:trước|ngoái)\b")
_DATED = re.compile(
    r"(?P<part>(?:[369]|10|11) tháng(?: đầu| cuối)?(?: năm)?|quý (?:i{1,3}|iv|[1-4])|tháng \d{1,2}|)(?: năm)? ?[/-]? ?"
    r"(?P<year>(?:19|20)\d\d)"
)
_SAID = re.compile(r"(?:(?:ước|thực hiện|kết quả|số liệu|u?th|kq) )*")
_PARTS = re.compile(
    r"quý (?P<quarter>i{1,3}|iv|[1-4])|tháng (?P<month>\d{1,2})|"
    r"(?P<run>[369]|11|10) tháng(?: đầu(?: năm)?)?(?P<end> cuối(?: năm)?)?"
)
_QUARTERS = ("i", "ii", "iii", "iv")
_MONTHS = 12


def meant(columns: list[Column], column: Column) -> str:
    """The time that a column means, in words: its own head, or the part of the year and the year that another one says."""
    head = column.head
    then, before = _THEN.match(head), _BEFORE.match(head)
    if not (then or before):
        return _SAID.sub("", head, count=1)
    others = (_DATED.fullmatch(_SAID.sub("", each.head, count=1)) for each in columns if each is not column and each.numeric)
    other = next((each for each in others if each), None)
    if other is None:
        return head
    own = _YEAR.search(head)
    part = other["part"] if then else ""
    return f"{part} {own[0] if own else int(other['year']) - 1}".strip()


def part(words: str) -> str:
    """A quarter, month or run of months without its year: ``Y-01/Y-03``; nothing for other words."""
    match = _PARTS.fullmatch(words.strip().lower())
    if match is None:
        return ""
    if said := match["quarter"]:
        last = 3 * (int(said) if said.isdecimal() else _QUARTERS.index(said) + 1)
        return f"Y-{last - 2:02}/Y-{last:02}"
    if match["month"]:
        return f"Y-{int(match['month']):02}" if 0 < int(match["month"]) <= _MONTHS else ""
    return "Y-07/Y-12" if match["end"] else f"Y-01/Y-{int(match['run']):02}"


def edtf(words: str) -> str:
    """The last time that words in small letters name, a year or a part of one; nothing where they name none."""
    match = next(iter(reversed([*_DATED.finditer(words)])), None)
    if match is None:
        return ""
    return part(match["part"].removesuffix(" năm")).replace("Y", match["year"]) or match["year"]


def is_earlier(columns: list[Column], column: Column) -> bool:
    """Whether a column is of the year before that of the one beside it, where there are just these two."""
    years = [(each, _YEAR.search(meant(columns, each))) for each in columns if each.numeric and each.role in ("value", "earlier")]
    said = {int(match[0]) for _, match in years if match}
    own = next((match for each, match in years if each is column), None)
    return len(said) == 2 and own is not None and int(own[0]) == min(said)


__all__ = ["edtf", "is_earlier", "meant", "part"]
