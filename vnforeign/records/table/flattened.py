"""Tables that a copy flattened: items with semicolons, and one cell a line."""

from __future__ import annotations

import re
from functools import reduce

from ...text import View
from .cell import EMPTY, SUM, Cell, Row, Span, cell, is_number, joined
from .heads import has_time, is_known, is_time, is_unit, meanings
from .layout import Grid
from .topics import topic
from .tried import Tried

_LISTED = re.compile(r"\(([^()\n;|]{1,60}(?:[;|][^()\n;|]{1,60}){2,14})\)")
_DASHED = re.compile(r"\(([^()\n;|-]{2,40}(?: - [^()\n;|-]{2,40}){2,10})\)")
_MARK = re.compile(r"\s*(?:\d{1,3}[.)]|[-+*•]|\(\d{1,3}\))\s*")
_MARK_OF_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)]?")
_MARKED = re.compile(r"\s*(?:[A-ZĐ]|[IVX]+|\d{1,2})[.)/] ?\w")
_NUMBER = re.compile(r"(?:\d{1,3}|[ivxIVX]{1,5}|[A-H])[.)]?")
_FIRST = ("stt", "tt", "số tt", "số thứ tự", "no")
_BY_TIME = ("năm", "quý", "tháng", "kỳ", "thời gian", "giai đoạn")  # heads of rows by time
_TALLEST = 16  # lines of the heads of a table with one cell a line
_LONGEST = 60  # characters of such a head
_LEAST = 3  # heads in a row without a column of numbers
_ROWS = 20_000
_WIDEST = 400  # characters of a line of heads
_SURPLUS = 6  # cells too many for which the best place is sought
_MOST = 60  # columns for which it is
_CELL = 300  # characters of a cell
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"[^\w]*\d[\d.,/ -]*(?: ?[^\W\d]{1,12}){0,3}\W*")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,4}|(?:19|20)\d\d|tháng|quý|ngày", re.IGNORECASE)


def listed(view: View, lines: list[Span], at: int, tried: Tried) -> Grid | None:
    """``Danh mục (tên dự án; nhà tài trợ; ngân sách)`` or a line of heads, and items of as many parts."""
    start, end = lines[at]
    text = view.text
    semicolons = text.count(";", start, end) > 1
    if not semicolons and text.count(" - ", start, end) < 2:
        return None
    match = (_LISTED.search(text, start, end) if semicolons else None) or _DASHED.search(text, start, end)
    span = match.span(1) if match else (start, end)
    if match is None and (not semicolons or end - start > _WIDEST):
        return None
    mark = re.compile(r"\s*;\s*" if ";" in text[slice(*span)] else r" - ")
    heads = _cut(view, span, mark)
    if sum(is_known(each.text) for each in heads) < max(2, len(heads) / 2) or not any(meanings(each.text) for each in heads):
        return None
    if not tried.may(at):
        return None
    rows, last = [heads], at + 1
    while last < len(lines) and len(row := _cut(view, _unmarked(text, lines[last]), mark)) == len(heads):
        rows.append(row)
        last += 1
    tried.read(at, last)
    return Grid(rows, start, last) if len(rows) > 1 else None


def _unmarked(text: str, line: Span) -> Span:
    mark = _MARK.match(text, *line)
    return (mark.end() if mark else line[0], line[1])


def _cut(view: View, line: Span, mark: re.Pattern[str]) -> Row:
    cells, at = [], line[0]
    for match in mark.finditer(view.text, *line):
        cells.append(cell(view, at, match.start()))
        at = match.end()
    return [*cells, cell(view, at, line[1])]


# --- one cell a line -----------------------------------------------------------------------------------------------------


def tall(view: View, lines: list[Span], at: int) -> Grid | None:
    """Each head and each cell a line of its own; rows are begun by their numbers, or are as many lines as there are heads."""
    text = view.text
    if lines[at][1] - lines[at][0] > _LONGEST:
        return None
    numbered = text[slice(*lines[at])].strip(" .").lower() in _FIRST
    if not numbered and (not _is_head(text, lines[at]) or _MARKED.match(text, *lines[at])):
        return None
    size, timed = 1, text[slice(*lines[at])].strip(" .:").lower() in _BY_TIME
    while (
        size < _TALLEST
        and at + size < len(lines)
        and (_is_head(text, lines[at + size]) or (timed and _counts(text, lines[at + size])))
    ):
        if timed and size > 1 and is_time(text[slice(*lines[at + size])].strip()):
            break  # the first row's time
        size += 1
    if numbered:
        size = _up_to_one(text, lines, at, size)
    if not numbered and any(text[slice(*line)].strip(" .").lower() in _FIRST for line in lines[at : at + size]):
        return None
    if size < (_LEAST if not numbered else 2):
        return None
    heads = [cell(view, *line) for line in lines[at : at + size]]
    if _parted(text, lines, at, size):
        rows, last = _by_blocks(view, lines, at + size, heads)
    else:
        rows, last = (_numbered if numbered else _by_size)(view, lines, at + size, heads)
    return Grid([heads, *rows], lines[at][0], last) if rows else None


def _parted(text: str, lines: list[Span], at: int, size: int) -> bool:
    """Whether blank lines part the heads from the rows, but not the heads, nor the first cells, from one another."""
    gaps = [text.count("\n", lines[one - 1][1], lines[one][0]) for one in range(at + 1, min(at + size + 4, len(lines)))]
    return len(gaps) > size + 1 and max(gaps[: size - 1]) == 1 and gaps[size - 1] > 1 and 1 in gaps[size:]


def _by_blocks(view: View, lines: list[Span], at: int, heads: Row) -> tuple[list[Row], int]:
    """Rows parted by blank lines; the last one is where a block is neither a row, a sum, nor heads a group of rows."""
    rows: list[Row] = []
    text = view.text
    while at < len(lines) and len(rows) < _ROWS:
        end = at + 1
        while end < len(lines) and text.count("\n", lines[end - 1][1], lines[end][0]) == 1:
            end += 1
        row = [cell(view, *line) for line in lines[at:end]]
        if not (row_like := _like(row, heads)):
            break
        rows.append(row_like)
        at = end
    return rows, at


def _like(row: Row, heads: Row) -> Row | None:
    """A block of lines as a row; None where it is none."""
    first = row[0].text
    if len(row) > 2 * len(heads) or any(len(each.text) > _CELL for each in row):
        return None
    if SUM.match(first) and len(row) > 1 and any(_FIGURE.fullmatch(each.text) for each in row[1:]):
        return fitted([EMPTY, *row], heads) if _are_ordered(heads) and len(row) < len(heads) else fitted(row, heads)
    if len(row) <= 2 and len(first) < _LONGEST and not first.endswith((".", ";")) and (len(row) == 1 or _NUMBER.fullmatch(first)):
        return [*row, *[EMPTY] * (len(heads) - len(row))] if _NUMBER.fullmatch(first) or len(heads) > 2 else None
    return fitted(row, heads) if 2 * len(row) > len(heads) else None


def _are_ordered(heads: Row) -> bool:
    return heads[0].lower.strip(" .") in _FIRST


def _is_head(text: str, line: Span) -> bool:
    said = text[slice(*line)].strip()
    if len(said) > _LONGEST or not said or said[-1] in ".;:!?":
        return False
    return bool(meanings(said)) or is_unit(said) or (has_time(said) and len(said) < 24)


def _counts(text: str, line: Span) -> bool:
    """Whether a line says what figures count: ``Xuất khẩu (triệu USD)``."""
    said = text[slice(*line)].strip()
    return len(said) <= _LONGEST and said[-1] not in ".;:!?" and not _DIGIT.search(said) and bool(topic(said.lower()))


def _up_to_one(text: str, lines: list[Span], at: int, size: int) -> int:
    """Where rows are numbered, all lines up to the first number are heads, if most of them are known as such."""
    far = size
    while far < _TALLEST and at + far < len(lines) and not _NUMBER.fullmatch(text[slice(*lines[at + far])].strip()):
        far += 1
    known = sum(_is_head(text, line) for line in lines[at : at + far])
    if at + far >= len(lines) or far == size or 2 * known < far or any(b - a > _LONGEST for a, b in lines[at : at + far]):
        return size
    return far


def _numbered(view: View, lines: list[Span], at: int, heads: Row) -> tuple[list[Row], int]:
    """Rows begun by their numbers, headings of groups (``II``, ``Giáo dục``) and sums between and behind them."""
    rows: list[Row] = []
    text = view.text
    while at < len(lines) and len(rows) < _ROWS:
        said = text[slice(*lines[at])].strip()
        if _opens_group(text, lines, at):
            rows.append([cell(view, *lines[at]), cell(view, *lines[at + 1]), *[EMPTY] * (len(heads) - 2)])
            at += 2
        elif _NUMBER.fullmatch(said):
            end = _row_end(text, lines, at, len(heads))
            rows.append(fitted([cell(view, *line) for line in lines[at:end]], heads))
            at = end
        elif rows and SUM.match(said) and len(said) < _LONGEST:
            end = at + 1
            while end < len(lines) and end - at < len(heads) and _FIGURE.fullmatch(text[slice(*lines[end])]):
                end += 1
            rows.append(fitted([EMPTY, *(cell(view, *line) for line in lines[at:end])], heads))
            at = end
        else:
            break
    return rows, at


def _opens_group(text: str, lines: list[Span], at: int) -> bool:
    """Whether a line is the mark of a group: its words follow, then the number of its first row."""
    if at + 2 >= len(lines) or not _MARK_OF_GROUP.fullmatch(text[slice(*lines[at])].strip()):
        return False
    words, number = (text[slice(*lines[at + one])].strip() for one in (1, 2))
    return not _FIGURE.fullmatch(words) and len(words) < _LONGEST and number.strip(".)").isdecimal() and len(number) < 4


def _row_end(text: str, lines: list[Span], at: int, size: int) -> int:
    """Where a row ends: at the next number, group or sum; after as many lines as there are heads where none of them comes."""
    number, end = text[slice(*lines[at])].strip(" .)"), at + 1
    if _is_next(text, lines, at + size, number):
        return at + size
    while end < len(lines) and end - at <= 2 * size and not _follows(text, lines, end, number, end - at, size):
        end += 1
    return end if end - at <= size or (end < len(lines) and end - at <= 2 * size) else at + size


def _is_next(text: str, lines: list[Span], at: int, number: str) -> bool:
    """Whether a line is the number of the next row."""
    said = text[slice(*lines[at])].strip(" .)") if at < len(lines) else ""
    return is_number(said) and is_number(number) and int(said) == int(number) + 1


def _follows(text: str, lines: list[Span], at: int, number: str, done: int, size: int) -> bool:
    """Whether a line begins the next row: the next number, a group or the sum, once half of the cells are there."""
    said = text[slice(*lines[at])].strip()
    if said.lower().startswith(("tổng cộng", "cộng", "tổng số")) and len(said) < _LONGEST:
        return True
    if not (2 * done >= size or done >= _LEAST):
        return False
    if _opens_group(text, lines, at):
        return True
    bare = said.strip(".)")
    if not (_NUMBER.fullmatch(said) and is_number(bare) and is_number(number)) or (bare[0] == "0") > (number[0] == "0"):
        return False  # rows 1, 2, 3: 04 is a cell
    return int(bare) == int(number) + 1


def _by_size(view: View, lines: list[Span], at: int, heads: Row) -> tuple[list[Row], int]:
    """Rows of as many lines as there are heads, while figures and days stand where the rows before have them."""
    rows: list[Row] = []
    size, shape = len(heads), ""
    while at + size <= len(lines) and len(rows) < _ROWS:
        row = [cell(view, *line) for line in lines[at : at + size]]
        now = "".join("n" if _FIGURE.fullmatch(each.text) else "w" for each in row)
        if any(len(each.text) > 200 for each in row) or (
            shape and sum(a != b for a, b in zip(shape, now, strict=True)) > size // 3
        ):
            break
        if not shape and "n" not in now and not any(_DAY.search(each.text) for each in row):
            break
        shape = shape or now
        rows.append(row)
        at += size
    return rows, at


# --- rows with cells too few or too many ---------------------------------------------------------------------------------


def fitted(row: Row, heads: Row) -> Row:
    """A row laid under its heads in order: figures under what counts, days under times, words under the rest; what is too much is
    joined to the cell before.
    """
    if len(row) == len(heads):
        return row
    said = [each.lower for each in heads]
    if len(row) > len(heads) + (_SURPLUS if len(heads) <= _MOST else 0):
        row = [*row[: len(heads) - 1], reduce(joined, row[len(heads) - 1 :])]
    if len(heads) > _MOST:
        return [*row, *[EMPTY] * (len(heads) - len(row))]
    while len(row) > len(heads):
        shorter = [[*row[: at - 1], joined(row[at - 1], row[at]), *row[at + 1 :]] for at in range(1, len(row))]
        row = max(shorter, key=lambda one: _laid(one[: len(heads)], said)[0] + _likely(one, row))
    return _laid(row, said)[1]


def _likely(one: Row, row: Row) -> float:
    """How likely two cells were one: small letters or a bracket go on, figures stand alone."""
    at = next(place for place, (a, b) in enumerate(zip(one, row, strict=False)) if a is not b)
    first, second = row[at], row[at + 1]
    if _FIGURE.fullmatch(second.text) or _FIGURE.fullmatch(first.text):
        return -2.0
    return 1.0 if second.text[:1].islower() or second.text[:1] == "(" else 0.0


def _laid(row: Row, heads: list[str]) -> tuple[float, Row]:
    """The best order-keeping way to lay cells under heads, by what each head takes."""
    count, size = len(row), len(heads)
    best: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())] * (size + 1) for _ in range(count + 1)]
    for one in range(1, count + 1):
        best[one] = [(-1e9, ())] * (size + 1)
        for two in range(1, size + 1):
            skip = best[one][two - 1]
            put = best[one - 1][two - 1]
            put = (put[0] + _fits(row[one - 1], heads[two - 1]), (*put[1], two - 1))
            best[one][two] = max(skip, put)
    places = best[count][size][1]
    found = [EMPTY] * size
    for each, place in zip(row, places, strict=False):
        found[place] = each
    return best[count][size][0], found


_COUNTS = re.compile(
    r"^(?:số|tổng|lượt|sl)\b|giá trị|cam kết|giải ngân|kinh phí|vốn|usd|đồng|số tiền|trị giá|hội viên|chi hội|kim ngạch"
)
_TIMES = re.compile(r"ngày|thời gian|năm|tháng|thời hạn|giai đoạn|nhiệm kỳ|thời điểm")


def _fits(one: Cell, head: str) -> float:
    if not one.pieces:
        return 0.0
    figure, day = bool(_FIGURE.fullmatch(one.text)), bool(_DAY.search(one.text))
    if head.strip(" .") in _FIRST:
        return 2.0 if _NUMBER.fullmatch(one.text) else -2.0
    if _COUNTS.search(head) or (has_time(head) and not _TIMES.search(head)):
        return 1.5 if figure and not ("/" in one.text and day) else -1.0
    if _TIMES.search(head):
        return 1.5 if day else -1.0
    return -0.5 if figure or (day and len(one.text) < 24) else 1.0
