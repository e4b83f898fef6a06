"""Awards among figures of many kinds: ``Bằng khen của Chủ tịch UBND tỉnh tặng người nước ngoài | cá nhân | 7 | 11``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Page
from ..places import countries
from ..wording import pattern
from . import cells
from .award_cells import name_parts
from .cell import Cell
from .columns import FIGURE
from .read import Line, Table
from .row import row
from .tally import NAMES

_OFF = ("compare", "plan", "note", "unit", "order", "no")
_LABEL = 160  # characters of the words of a row
_GIVES = r"(?:tặng thưởng|trao tặng|khen thưởng|khen tặng|tặng|trao|khen|dành|gửi)(?: thưởng)?"
_SAID = pattern(
    rf"(?:tổng )?(?:số )?(?:lượng )?(?P<award>{NAMES}(?:(?! (?:của|do|cho|được|đã|{_GIVES})\b)[^;()])*)"
    rf"(?: \(?(?:của|do) (?P<giver>(?:(?! (?:cho|được|đã|{_GIVES})\b)[^;()])+)\)?)?"
    rf"(?: \(?(?:đã |được )?(?:{_GIVES}(?: cho)?|cho)(?: (?P<who>[^;()]+))?\)?)?\W*$"
)
_GOT = pattern(
    rf"(?:tổng )?(?:số )?(?P<who>[^;()]{{3,60}}?) (?:đã )?được (?:(?P<giver>[^;()]{{3,60}}?) )?{_GIVES} "
    rf"(?P<award>{NAMES}[^;()]*)$"
)
_GIVING = pattern(rf" {_GIVES}(?: |$)")
_FOREIGN = pattern(r"nước ngoài|quốc tế|người nn|nước bạn|phía bạn|bạn bè|chuyên gia|tình nguyện viên")
_GROUP, _PERSON = pattern(r"tập thể|đơn vị|tổ chức|cơ quan"), pattern(r"cá nhân|\bngười\b|chuyên gia|tình nguyện viên")


def drafts(page: Page, table: Table) -> Iterator[Draft]:
    """A row of totals for each figure beside an award given to foreigners or by them; awards among ourselves make none."""
    for line in table.lines:
        yield from of_line(page, table, line)


def of_line(page: Page, table: Table, line: Line, told: bool = False) -> Iterator[Draft]:
    """The totals of one row; with ``told`` only where it says that somebody gives."""
    label = next((each for each in line.cells[:3] if len(each.text) > len("1.1.")), None)
    if label is None or len(label.text) > _LABEL or len(label.text) != label.end - label.start or line.total:
        return
    match = _SAID.match(label.lower) or _GOT.match(label.lower)
    unit = next((one.lower for col, one in zip(table.columns, line.cells, strict=True) if col.role == "unit"), "")
    if match is None or (told and not _GIVING.search(label.lower)):
        return
    for known, cell in zip(table.columns, line.cells, strict=True):
        if cell is not label and cell.says and known.role not in _OFF and FIGURE.fullmatch(cell.text):
            yield from _draft(page, line, (label, cell), match, f"{unit} {known.head}")


def _draft(page: Page, line: Line, of: tuple[Cell, Cell], match: re.Match[str], unit: str) -> Iterator[Draft]:
    label, cell = of
    sentence = row(page, line.start, line.end)
    count = cells.whole(sentence, cell)
    draft = Draft("award", sentence, summary=True)
    if not count or count[0] == "0" or not sentence.fact:
        return
    _direction(draft, label, match)
    if "direction" not in draft:
        return
    _say(draft, label, match, "award")
    name_parts(draft)
    _say(draft, label, match, "giver")
    group, person = _kinds(unit)
    group, person = (group, person) if group != person else _kinds(match["who"] or "")
    if group != person:
        draft.put("recipient_type", "group" if group else "person", list(label.pieces), "line")
    group, person = _kinds(unit)
    draft.put("groups" if group > person else "persons" if person > group else "count", count[0], count[1], "line")
    yield draft


def _kinds(words: str) -> tuple[bool, bool]:
    """Whether words speak of groups, and whether of persons."""
    return bool(_GROUP.search(words)), bool(_PERSON.search(words))


def _direction(draft: Draft, label: Cell, match: re.Match[str]) -> None:
    """Received from who is of a foreign country, conferred on foreigners."""
    for part, way in (("giver", "received"), ("who", "conferred")):
        start, end = match.span(part)
        if start < 0:
            continue
        named, said = countries(draft.sentence, label.start + start, label.start + end)
        if not (named or _FOREIGN.search(match[part])):
            continue
        draft.put("direction", way, (label.start + start, label.start + end), "line")
        draft.put("giver_country" if way == "received" else "nationality", "".join(named[:1]), said[:1], "line")


def _say(draft: Draft, label: Cell, match: re.Match[str], part: str) -> None:
    start, end = match.span(part)
    if start >= 0:
        draft.say(part, label.start + start, label.start + end, "line")


__all__ = ["drafts", "of_line"]
