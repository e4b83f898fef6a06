"""Grades that go on with the award before: ``Huân chương Lao động hạng Nhất cho A, hạng Nhì cho B và 02 hạng Ba cho C``."""

from __future__ import annotations

import re
from itertools import pairwise

from ..wording import pattern

_GRADE = r"(?:[Nn]hất|[Nn]hì|[Bb]a|[Tt]ư|I{1,3}|IV|[1-4])"
_ON = pattern(
    r"(?:,|;|,? (?:và|còn|cùng)) (?:còn |riêng )?(?:\d{1,3} )?(?P<head>hạng (?P<grade>" + _GRADE + r"))"
    r"(?= (?:được |đã )?(?:cho|tặng|trao|dành cho|gắn|thuộc về|về tay|tới|đến với)(?!\w)| [(]|, (?:\d{1,3} )?hạng "
    + _GRADE
    + r"\b| và (?:\d{1,3} )?hạng )"
)
_LONGEST = 400  # characters between a grade and the award it goes on with


class Graded:
    """A grade alone, read as a match of the award before it: named there, it stands where it stands."""

    def __init__(self, match: re.Match[str], award: re.Match[str]) -> None:
        self._match, self._award = match, award

    def __getitem__(self, group: str) -> str | None:
        return self._match["grade"] if group == "grade" else self._award[group]

    def span(self, group: str = "head") -> tuple[int, int]:
        return self._award.span(group) if group in ("award", "paper") else self._match.span(group)

    def start(self, group: str = "head") -> int:
        return self.span(group)[0]

    def end(self, group: str = "head") -> int:
        return self.span(group)[1]


#: An award told by its name, or by its grade alone.
Head = re.Match[str] | Graded


def with_grades(text: str, heads: list[re.Match[str]]) -> list[Head]:
    """The awards, with the grades between one of a grade and the next award."""
    if "hạng" not in text:
        return [*heads]
    found: list[Head] = []
    for head, behind in pairwise([*heads, None]):
        if head is None:
            continue
        found.append(head)
        if head["grade"]:
            stop = min(behind.start() if behind else len(text), head.end() + _LONGEST)
            found += [Graded(each, head) for each in _ON.finditer(text, head.end(), stop)]
    return found


__all__ = ["Graded", "Head", "with_grades"]
