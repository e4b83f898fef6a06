"""Rows of tables whose heads name the columns of a type: one item a row, or counts by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..build import Draft
from ..page import Page, Sentence
from ..rules import aid_cells
from ..rules.sector import sector
from ..schema import types
from . import award_cells, cells, finish, footnotes, remarks, undated
from .agreement_cells import total
from .cell import EMPTY, Cell
from .filling import fill
from .header import ORDER
from .kind import Column, targets
from .read import Line, Table
from .row import row
from .spots import sentence_at
from .titles import is_annex

_LEAST = 2  # slots of a row
_SHORT = 60  # characters of a heading that names a sector and nothing else
_DELEGATIONS = ("delegation_out", "delegation_in")
_WAYS = (
    ("delegation_out", re.compile(r"đoàn ra|đi nước ngoài")),
    ("delegation_in", re.compile(r"đoàn vào|khách quốc tế|đoàn đến|khách vào")),
)
_ONE_WAY = (
    ("delegation_out", re.compile(r"(?:đoàn |lượt |chiều )?(?:đi|ra)|xuất cảnh")),
    ("delegation_in", re.compile(r"(?:đoàn |lượt |chiều )?(?:đến|vào)|nhập cảnh")),
)
_SUMMED = ("border_statistics", "friendship_association", "overseas_vietnamese_activity", "award")  # with lines of sums
_AND_DAY = re.compile(
    r"(?:(?:ngày )?(?:\d{1,2} ?- ?)?\d{1,2}/\d{1,2}/\d{4}[,;:]? (?:(?:tại|ở) )?(?P<behind>[^\d,;][^\d]{1,80})|"
    r"(?P<before>[^\d,;][^\d]{1,80}?)[,;:]? (?:ngày )?(?:\d{1,2} ?- ?)?\d{1,2}/\d{1,2}/\d{4})",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"[(:,-] ?\d{1,3} (?:lượt )?(?:đoàn|khoản|dự án|chương trình|văn bản|bản|thỏa thuận)\b")
_OF_GROUP = re.compile(r"\W*(?:tổng )?(?:cộng|số) (?:mục|nhóm|phần|lĩnh vực|khối|ngành|[ivx]{1,4}\b|[a-h]\b)")  # a sum of a group
_TWO = re.compile(r"\W*(\d{1,7}) ?[/;-] ?(\d{1,7})\W*")
_EMPTY = re.compile(r"[\s0-]*")


def drafts(page: Page, table: Table, kind: str) -> Iterator[Draft]:
    """The rows of one type; a group of rows may turn the way of its delegations."""
    lines = [line for line in table.lines if _kind(table, line) == kind]
    notes = footnotes.below(page, table) if lines and not table.form else {}
    told = {each.start for line in table.lines if line.total for each in line.cells if each.pieces}  # and the groups so far
    for line in lines:
        for group in line.groups:
            if group.start not in told and (counted := _of_group(page, table, line, group, kind)):
                yield counted
            told.add(group.start)
        if draft := _draft(page, table, line, kind, notes):
            yield draft


def _of_group(page: Page, table: Table, line: Line, group: Cell, kind: str) -> Draft | None:
    """A row of totals where what heads a group counts its rows: ``Quý I (21 đoàn, 134 lượt khách)``."""
    if not _COUNTS.search(group.text) or table.form or len(group.pieces) > 1:
        return None
    sentence = row(page, group.start, group.end)
    if not sentence.fact and not is_annex(page.view.text, table.titles):
        return None
    cells = [group, *[EMPTY] * (len(table.columns) - 1)]
    return _totals(sentence, table, Line(cells, [], True, group.start, group.end), kind, [""] * len(table.columns))


def _kind(table: Table, line: Line) -> str:
    """The type of a row: of delegations by the way that a cell of its own (``Đi``, ``Đến``), else a group, says."""
    if table.kind in _DELEGATIONS:
        way = next((name for each in line.cells for name, cue in _ONE_WAY if cue.fullmatch(each.lower)), "")
        said = " ".join(each.lower for each in line.groups)
        return way or next((name for name, cue in _WAYS if cue.search(said)), table.kind)
    return table.kind


def _draft(page: Page, table: Table, line: Line, kind: str, notes: footnotes.Notes) -> Draft | None:
    sentence = row(page, line.start, line.end)
    if not sentence.fact and not is_annex(page.view.text, table.titles):
        return None
    columns = targets(kind, table.columns)
    summary = any(each and types()[kind].columns[each].rows == "summary" for each in columns) and "title" not in columns
    if line.total:
        return _totals(sentence, table, line, kind, columns)
    draft = Draft(kind, sentence, summary=summary)
    for column, known, cell in zip(columns, table.columns, line.cells, strict=True):
        if not column or not cell.says or _EMPTY.fullmatch(cell.text) or _two_counts(draft, column, known, cell, columns):
            continue
        fill(draft, sentence, column, cell, known.unit, table.unit)
    _further(draft, sentence, table, line, columns)
    _undated(draft, table, line, columns)
    _until(draft, sentence, table, line)
    remarks.fill(draft, sentence, table, line, columns)
    footnotes.fill(draft, notes, line)
    if len(draft) < (1 if summary else _LEAST):
        return None
    _grouped(draft, sentence, line)
    return finish.of(draft, sentence, table, line)


def _further(draft: Draft, sentence: Sentence, table: Table, line: Line, columns: list[str]) -> None:
    """What the second part of a head asks of a cell: ``Thời gian, địa điểm``; words are what stands beside the cell's day."""
    for known, cell in zip(table.columns, line.cells, strict=True):
        for name, column in known.further:
            if name != draft.table.key or not cell.says or column in columns:
                continue
            if draft.table.columns[column].type not in ("text", "enum", "docref"):
                fill(draft, sentence, column, cell, "", table.unit)
            elif (rest := _beside_day(cell)) and draft.table.columns[column].type == "text":
                fill(draft, sentence, column, rest)


def _undated(draft: Draft, table: Table, line: Line, columns: list[str]) -> None:
    """Days whose year the table's title says."""
    for column, known, cell in zip(columns, table.columns, line.cells, strict=True):
        if column in draft or not cell.says or not column or draft.table.columns[column].type not in ("date", "daterange"):
            continue
        if said := undated.told(cell, known.head, undated.year_of(draft.sentence.page, table, line)):
            draft.put(column, said, list(cell.pieces), "undated")


def _two_counts(draft: Draft, column: str, known: Column, cell: Cell, columns: list[str]) -> bool:
    """``Đại biểu trong nước/nước ngoài | 40/35``: a count for each part of the head."""
    further = next((each for name, each in known.further if name == draft.table.key), "")
    held = draft.table.columns
    if not further or further in columns or held[column].type != "int" or held[further].type != "int":
        return False
    if match := _TWO.fullmatch(cell.text):
        draft.put(column, str(int(match[1])), list(cell.pieces), "table")
        draft.put(further, str(int(match[2])), list(cell.pieces), "table")
    return match is not None


def _beside_day(cell: Cell) -> Cell | None:
    """The words of a cell behind or before its day: ``18/4/2012, Kitakyushu``."""
    match = _AND_DAY.fullmatch(cell.text)
    if match is None:
        return None
    if len(cell.pieces) > 1:
        return Cell(match["behind"] or match["before"], cell.pieces)
    if cell.end - cell.start != len(cell.text):
        return None
    start, end = match.span("behind" if match["behind"] else "before")
    return Cell(cell.text[start:end], ((cell.start + start, cell.start + end),))


def _until(draft: Draft, sentence: Sentence, table: Table, line: Line) -> None:
    """The last day where a column of its own says it: ``Từ ngày | Đến ngày``."""
    pairs = zip(table.columns, line.cells, strict=True)
    last = next((cell for known, cell in pairs if known.role == "until" and cell.says), None)
    told = cells.time(sentence, last) if last else None
    for column in ("dates", "term"):
        held = draft.slots.get(column)
        if told and held and isinstance(held.value, str) and "/" not in held.value and "/" not in told[0]:
            held.value = f"{held.value}/{told[0]}"


def _totals(sentence: Sentence, table: Table, line: Line, kind: str, columns: list[str]) -> Draft | None:
    """``Cộng | 03 khoản | 655.300 USD``: counts by their units, sums by their columns."""
    draft = Draft(kind, sentence, summary=kind != "border_statistics")
    if kind == "ngo_aid":
        aid_cells.counts(draft, sentence)
        _sector_of_sum(draft, line)
    elif kind == "international_agreement":
        total(draft, sentence)
        finish.timed(draft, sentence, table, line)
    elif not (kind in _DELEGATIONS or kind in _SUMMED):
        return None
    held = types()[kind].columns
    for column, known, cell in zip(columns, table.columns, line.cells, strict=True):
        if not column or not cell.says or held[column].type not in ("int", "decimal", "money"):
            continue
        column = "person_times" if column == "members" and kind in _DELEGATIONS else column
        fill(draft, sentence, column, cell, known.unit, table.unit)
    if kind in _DELEGATIONS:
        _counted(draft, sentence)
    if kind == "friendship_association" and (all_of := [each for each in sentence.of("QUANTITY") if values.unit(each) == "hội"]):
        draft.put("associations", values.count(all_of[0]), all_of[0], "table")
    if kind == "border_statistics":
        finish.timed(draft, sentence, table, line)
    if kind == "award" and len(draft):
        award_cells.tally(draft, sentence, table)
    return draft if len(draft) else None


def _sector_of_sum(draft: Draft, line: Line) -> None:
    """``Cộng y tế (2 khoản)``, ``I | Lĩnh vực y tế``."""
    cell = next(each for each in line.cells if each.says and not ORDER.fullmatch(each.text))
    words = _bare(re.sub(r"\(.*|^\W*(?:tổng )?(?:cộng|số)\b", "", cell.lower))
    if len(words) < _SHORT and (found := sector(words)):
        draft.put("sector", found[0], list(cell.pieces), "table")
    elif line.groups and _OF_GROUP.match(cell.lower) and (found := _sector_of(line.groups[-1])):
        draft.put("sector", found[0], list(line.groups[-1].pieces), "group")


def _counted(draft: Draft, sentence: Sentence) -> None:
    """``Tổng cộng: 12 đoàn, 89 lượt người`` in any cell of a sum."""
    for each in sentence.of("QUANTITY"):
        said = values.unit(each)
        column = "delegations" if said.endswith("đoàn") else "person_times" if "người" in said or "khách" in said else ""
        if column and column not in draft:
            draft.put(column, values.count(each), each, "table")


def _grouped(draft: Draft, sentence: Sentence, line: Line) -> None:
    """What a heading of rows says of each of them: the country, the sector, the district, who gives."""
    key = draft.table.key
    for group in reversed(line.groups):
        named, said = cells.lands(sentence, group)
        if named and key in _DELEGATIONS and "countries" not in draft:
            draft.put("countries", named, said, "group")
        elif named and key == "international_agreement" and "country" not in draft:
            draft.put("country", named[0], said[0], "group")
        elif key == "ngo_aid":
            _of_aid(draft, sentence, group)


def _of_aid(draft: Draft, sentence: Sentence, group: Cell) -> None:
    places = cells.mentions(sentence, group, "DISTRICT", "COMMUNE")
    if places and "location" not in draft:
        draft.put("location", [str(getattr(each.entity.value, "name", "")) for each in places], places, "group")
    elif not places and "sector" not in draft and len(group.text) < _SHORT and (found := _sector_of(group)):
        draft.put("sector", found[0], list(group.pieces), "group")
    elif "donor" not in draft and cells.mentions(sentence, group, "ORG"):
        start, end = _inside(group)
        aid_cells.fill(draft, sentence_at(sentence, start, end), "donor", start, end)


def _sector_of(group: Cell) -> tuple[str, int, int] | None:
    """The sector that what heads a group names, of several the first: ``Y tế, nước sạch``."""
    words = _bare(group.lower)
    return sector(words.split(",")[0]) or sector(words)


def _bare(words: str) -> str:
    return re.sub(r"^\W*(?:[a-hivx\d]{1,4}[.)/] ?)?(?:lĩnh vực:? ?)?|\W+$", "", words)


def _inside(group: Cell) -> tuple[int, int]:
    mark = re.match(r"\s*(?:[A-HIVX\d]{1,4}[.)]\s*)?(?:(?:nhà tài trợ|tổ chức)\s*:?\s*)?", group.text, re.IGNORECASE)
    return group.start + (mark.end() if mark else 0), group.end


__all__ = ["drafts", "fill"]
