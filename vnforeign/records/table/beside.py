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
_SAID = re.compile(r"(?:ước |thực hiện |kết quả |số liệu )*")


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


def edtf(words: str) -> str:
    """The last time that words in small letters name, a year or a part of one; nothing where they name none."""
    match = next(iter(reversed([*_DATED.finditer(words)])), None)
    if match is None:
        return ""
    year, part = match["year"], match["part"]
    if run := re.match(r"(\d+) tháng( cuối)?", part):
        return f"{year}-07/{year}-12" if run[2] else f"{year}-01/{year}-{int(run[1]):02}"
    if quarter := re.match(r"quý (i{1,3}|iv|[1-4])", part):
        last = 3 * (int(quarter[1]) if quarter[1].isdecimal() else ("i", "ii", "iii", "iv").index(quarter[1]) + 1)
        return f"{year}-{last - 2:02}/{year}-{last:02}"
    month = re.match(r"tháng (\d{1,2})", part)
    return f"{year}-{int(month[1]):02}" if month and 0 < int(month[1]) < 13 else year


def is_earlier(columns: list[Column], column: Column) -> bool:
    """Whether a column is of the year before that of the one beside it, where there are just these two."""
    years = [(each, _YEAR.search(meant(columns, each))) for each in columns if each.numeric and each.role in ("value", "earlier")]
    said = {int(match[0]) for _, match in years if match}
    own = next((match for each, match in years if each is column), None)
    return len(said) == 2 and own is not None and int(own[0]) == min(said)


__all__ = ["edtf", "is_earlier", "meant"]
