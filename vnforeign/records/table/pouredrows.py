"""The rows of a table with a cell a line, or a cell over several lines: empty cells are a blank line or nothing, groups and the
ends of pages stand between the rows. One dynamic programme over lines and columns finds where cells and rows begin, by what the
columns take.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from heapq import nlargest
from itertools import pairwise

import msgspec

from ...text import View
from .cell import EMPTY, SUM, Cell, Row, Span, cell, is_number, joined
from .heads import meanings
from .interleaved import EMPTY_COST, FREE, width, worth
from .pairs import Pair, around, go_together
from .pouredheads import Heads
from .takes import most, takes

_PAGE = re.compile(r"\W*(?:trang |page )?\d{1,3}(?: ?/ ?\d{1,3})?\W*", re.IGNORECASE)
_GROUP_MARK = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/]?")
_MARKED = re.compile(r"(?:[IVX]{1,5}|[A-H]|\d{1,2})[.)/] ?[^\W\d_]")
_KIND = re.compile(r"(?:Lĩnh vực|Cấp|Khối|Nhóm|Châu|Khu vực|Các (?:nước|tổ chức|đơn vị)|Nước khác)\b")  # what groups are called
_COUNTS = re.compile(r"\d (?:dự án|khoản|đoàn|chương trình|văn bản|thỏa thuận|người|lượt)", re.IGNORECASE)  # rows of a sum
_FOOT = re.compile(r"\W*(?:trang |page )\d{1,3}(?: ?/ ?\d{1,3})?\W*|\W*\d{1,3} ?/ ?\d{1,3}\W*", re.IGNORECASE)
FIGURE = re.compile(r"[^\w]*\d[\d.,/ -]*(?: ?[^\W\d]{1,12}){0,3}\W*")
_NOTHING = re.compile(r"[-–_.…/]{1,4}")
_BARE_PAGE = re.compile(r"\d{1,3}")
_PAGE_END = -0.9  # what a number costs that is of no row
_LINES = 6  # of a cell
_SAMPLE = 400  # lines that show how wide the columns are
_NEVER = -9.0
_SENTENCE, _CLAUSE = 2.0, 8  # what a sentence costs a cell, and blanks in one
_WORDS, _BARE = 4, -0.9  # ``Tự túc`` below ``Kinh phí``: so many words cost a column of figures hardly less than an empty cell
_LEADING = 2  # cells left open at the beginning of a row
_PATIENCE = 12  # lines without a row that is better than none, beside three a column
SHORT = 80  # characters of the heading of a group
_BLANK, _STRAY, _BETWEEN = 0.3, -1.5, -0.2  # a blank line: as an empty cell, inside a row, between two rows
_GROUP, _NAMED_GROUP, _MARKED_GROUP = -1.2, -0.5, 0.2  # what the heading of a group is worth
_NEXT, _ODD = 1.0, -3.0  # a row's number that follows the one above, or does not
_BREAKS = ((0.04, -1.3), (0.12, -0.7), (1.0, -0.3))  # what it costs a cell to go on in the next line, by how many cells do
_CAPITAL, _SMALL, _PAIR, _TORN = -0.4, 0.4, 0.7, -0.5  # with a capital or a small letter there, or with words that go together
_NEEDLESS = -0.8  # what a break costs where the next word had room
_SUMS = -0.5  # what a line of sums is worth
_LEAST, _ROWS = 1.0, 2  # value of a row on the whole, and rows
_BEHIND_BEST, _BEAM = 6.0, 8  # what a path may be worth less than the best, and how many are kept
_ALONE, _SURE = -1.6, 2.0  # what it costs to go on with a line that fills its cell alone


class Path(msgspec.Struct, frozen=True):
    """Lines read so far: ``number`` is that of the last row, ``start`` the line where the row began."""

    value: float
    last: Path | None
    kind: str
    column: int
    start: int
    end: int
    number: int


State = tuple[int, bool]  # the next column, and whether the row is one of sums
Paths = dict[State, Path]


class Poured:
    """The rows below some heads."""

    def __init__(self, view: View, heads: Heads, tokens: list[Span], shapes: list[str]) -> None:
        self.view, self.heads, self.shapes = view, [each.lower for each in heads.cells], shapes
        self.size = len(shapes)
        self.ordered = self.shapes[0] == "order"
        self.tokens = tokens
        self.texts = [view.text[a:b].strip() for a, b in self.tokens]
        self.pairs: frozenset[Pair] = frozenset()
        self.bounds, self.broken = [FREE] * self.size, _BREAKS[-1][1]

    def rows(self) -> tuple[float, list[Row], int] | None:
        """What the rows are worth, the rows, and where they end."""
        best = self._best(_SAMPLE)
        if best is None:
            return None
        self._learn(best)
        self.pairs = around(self.view.text, self.tokens[0][0], self.tokens[best.end - 1][1])
        best = self._best() or best
        made = list(self._made(best))
        whole = sum(one == "row" for one, _ in made)
        if whole < _ROWS or best.value < _LEAST * whole:
            return None
        return best.value, [row for _, row in made], self.tokens[best.end - 1][1]

    # --- the programme ---------------------------------------------------------------------------------------------------

    def _best(self, most: int = 0) -> Path | None:
        """The best way to read the lines, or so many of them, up to some row's end."""
        size = min(most or len(self.tokens), len(self.tokens))
        at, now = 0, {(0, False): Path(0.0, None, "", 0, 0, 0, 0)}
        ahead: dict[int, Paths] = {}
        best, better = None, 0
        while at <= size and at - better <= _PATIENCE + 3 * self.size:
            _merge(now, ahead.pop(at, {}))
            self._leave_open(now, at)
            if (ended := now.get((0, False))) and ended.kind == "end" and (best is None or ended.value > best.value):
                best, better = ended, at
            if at < size:
                for state, path in _kept(now):
                    for end, then, made in self._steps(at, state, path):
                        _keep(ahead.setdefault(end, {}), then, made)
            at, now = at + 1, {}
        return best

    def _leave_open(self, now: Paths, at: int) -> None:
        """Empty cells that nothing stands for, and the ends of rows."""
        for sums in (False, True):
            for column in range(1, self.size + 1):
                if path := now.get((column, sums)):
                    self._open(now, path, column, sums)
        if path := now.get((0, False)):
            for column in range(min(_LEADING, self.size - 1)):
                cost = EMPTY_COST - (column == 0) - (self.shapes[column] == "order")
                path = _with(path, cost * (path.kind != "open" or column > 0), "open", column, at)
                _keep(now, (column + 1, False), path)

    def _open(self, now: Paths, path: Path, column: int, sums: bool) -> None:
        if column < self.size:
            _keep(now, (column + 1, sums), _with(path, 0.0 if sums else EMPTY_COST, "open", column, path.end))
        else:
            _keep(now, (0, False), _with(path, 0.0, "end", column, path.end))

    def _steps(self, at: int, state: State, path: Path) -> Iterator[tuple[int, State, Path]]:
        """What the next line may be."""
        column, sums = state
        if (behind := self._behind_page(at)) > at:
            yield behind, state, _step(path, -0.3 * (column > 0), "page", column, at, behind)
        if column in (0, self.size) and not sums and _BARE_PAGE.fullmatch(self.texts[at]):
            yield at + 1, state, _step(path, _PAGE_END, "page", column, at, at + 1)
        if not self.texts[at]:
            if 0 < column < self.size and not sums:
                yield at + 1, (column + 1, False), _step(path, _BLANK, "open", column, at, at + 1)
            yield at + 1, state, _step(path, _STRAY if column and not sums else _BETWEEN, "blank", column, at, at + 1)
            return
        if column == 0:
            yield from self._groups(at, path)
            yield from self._sum(at, path)
        if column < self.size:
            yield from self._cells(at, column, sums, path)

    def _groups(self, at: int, path: Path) -> Iterator[tuple[int, State, Path]]:
        said = self.texts[at]
        if _GROUP_MARK.fullmatch(said) and at + 1 < len(self.texts) and 0 < len(self.texts[at + 1]) < SHORT:
            yield at + 2, (0, False), _step(path, _MARKED_GROUP, "group", 0, at, at + 2)
        if len(said) < SHORT and said[-1] not in ".;" and not FIGURE.fullmatch(said):
            named = bool(_KIND.match(said) or meanings(said))
            named = named or (self.shapes[int(self.ordered)] != "country" and takes("country", said) > 0)
            marked = bool(_MARKED.match(said)) or said.isupper()
            value = _MARKED_GROUP if marked else _NAMED_GROUP if named else _GROUP
            yield at + 1, (0, False), _step(path, value, "group", 0, at, at + 1)

    def _sum(self, at: int, path: Path) -> Iterator[tuple[int, State, Path]]:
        if SUM.match(self.texts[at]) and len(self.texts[at]) < SHORT and self.texts[at][-1] not in ".;":
            for column in {0, int(self.ordered)}:
                yield at + 1, (column + 1, True), _step(path, _SUMS, "cell", column, at, at + 1)

    def _cells(self, at: int, column: int, sums: bool, path: Path) -> Iterator[tuple[int, State, Path]]:
        """A cell of one line or several."""
        wanted, torn = self.shapes[column], self._torn(at, path)
        if sums:
            yield from self._of_sums(at, column, path)
            return
        said, joints = self.texts[at], 0.0
        for end in range(at + 1, min(at + (1 if wanted == "order" else _LINES), len(self.texts)) + 1):
            if end > at + 1:
                if not self.texts[end - 1] or said.count(" ") + 2 > most(wanted):
                    return
                joints += self._joint(end - 1, column)
                said = f"{said} {self.texts[end - 1]}"
            value, number = self._numbered(wanted, said, path.number)
            yield end, (column + 1, sums), _step(path, value + joints + torn, "cell", column, at, end, number)

    def _numbered(self, wanted: str, said: str, number: int) -> tuple[float, int]:
        """What words are worth in a column, and the number of the row, which follows upon the one above."""
        value, bare = self._worth(wanted, said), said.strip(" .)/")
        if wanted != "order" or not is_number(bare):
            return value, number
        return value + (_NEXT if int(bare) == number + 1 else _ODD * (int(bare) != 1)), int(bare)

    def _of_sums(self, at: int, column: int, path: Path) -> Iterator[tuple[int, State, Path]]:
        """A cell of a line of sums."""
        said, wanted = self.texts[at], self.shapes[column]
        if _NOTHING.fullmatch(said) or FIGURE.fullmatch(said):
            fills = _NOTHING.fullmatch(said) or (wanted == "figure" and not _COUNTS.search(said))
            value = self._worth(wanted, said) if fills else 0.0
            yield at + 1, (column + 1, True), _step(path, value, "cell", column, at, at + 1)

    def _worth(self, wanted: str, said: str) -> float:
        value = worth(wanted, said) - _SENTENCE * (said[-1] in ".;:" and said.count(" ") > _CLAUSE)
        return max(value, _BARE) if wanted == "figure" and said.count(" ") < _WORDS else value

    def _joint(self, at: int, column: int) -> float:
        """What it is worth that a line goes on with the one above."""
        above, below = self.texts[at - 1], self.texts[at]
        one, two = above.split()[-1], below.split()[0]
        wanted = self.shapes[column]
        if _NOTHING.fullmatch(below) or _NOTHING.fullmatch(above):
            return _NEVER
        if self._worth(wanted, below) >= _SURE or self._worth(wanted, above) >= _SURE > 1 + 2 * (below[0] in "(-"):
            return _ALONE
        value = self.broken + (_SMALL if below[0].islower() or below[0] in "(&-" else _CAPITAL)
        if go_together(self.pairs, one, two):
            value += _PAIR
        low = self.bounds[column][0]
        if low and self.bounds[column] != FREE and len(above) + 1 + len(two) <= low:
            value += _NEEDLESS
        return value

    def _torn(self, at: int, path: Path) -> float:
        """What it costs to begin a cell between words that go together."""
        if not at or path.kind != "cell" or not self.texts[at - 1]:
            return 0.0
        return _TORN * go_together(self.pairs, self.texts[at - 1].split()[-1], self.texts[at].split()[0])

    def _behind_page(self, at: int) -> int:
        """The line behind the end of a page and the heads that the next one says again."""
        end = at
        while end < len(self.texts) and end < at + 4 and (not self.texts[end] or _PAGE.fullmatch(self.texts[end])):
            end += 1
        for start in dict.fromkeys((end, at)):
            if (behind := self._behind_heads(start)) > start:
                return behind
        return at + 1 if _FOOT.fullmatch(self.texts[at]) else at

    def _behind_heads(self, at: int) -> int:
        held = iter(self.heads)
        words = " ".join(held).split()
        end, said = at, list[str]()
        while end < len(self.texts) and len(said) < len(words):
            said += self.texts[end].lower().split()
            end += 1
            if said != words[: len(said)]:
                return at
        return end if said == words else at

    # --- what came out ---------------------------------------------------------------------------------------------------

    def _made(self, path: Path | None) -> Iterator[tuple[str, Row]]:
        """The rows of a path, from the first on, as rows or groups."""
        steps = list[Path]()
        while path:
            steps.append(path)
            path = path.last
        row = [EMPTY] * self.size
        for one in reversed(steps):
            if one.kind == "cell":
                row[one.column] = self._cell(one.start, one.end)
            elif one.kind == "group":
                words = [self._cell(at, at + 1) for at in range(one.start, one.end)]
                yield "group", [*words, *[EMPTY] * (self.size - len(words))]
            elif one.kind == "end":
                yield "row", row
                row = [EMPTY] * self.size

    def _cell(self, start: int, end: int) -> Cell:
        return reduce(joined, (cell(self.view, *each) for each in self.tokens[start:end]), EMPTY)

    def _learn(self, path: Path) -> None:
        """How wide the columns are, where most of their broken lines agree, and how common broken cells are."""
        found: list[list[list[tuple[int, int]]]] = [[] for _ in self.shapes]
        step: Path | None = path
        while step:
            if step.kind == "cell":
                lines = self.texts[step.start : step.end]
                longer = [len(one) + 1 + len(two.split()[0]) for one, two in pairwise(lines)]
                found[step.column].append(list(zip(map(len, lines), [*longer, FREE[1]], strict=True)))
            step = step.last
        self.bounds = [width(each) for each in found]
        cells = [len(each) > 1 for column in found for each in column]
        self.broken = next(cost for most, cost in _BREAKS if sum(cells) <= most * len(cells))


def _step(path: Path, more: float, kind: str, column: int, start: int, end: int, number: int | None = None) -> Path:
    return Path(path.value + more, path, kind, column, start, end, path.number if number is None else number)


def _with(path: Path, more: float, kind: str, column: int, at: int) -> Path:
    return Path(path.value + more, path, kind, column, at, path.end, path.number)


def _kept(now: Paths) -> list[tuple[State, Path]]:
    """The best paths, as far as they may still be the best."""
    found = nlargest(_BEAM, now.items(), key=lambda each: each[1].value)
    return [each for each in found if each[1].value > found[0][1].value - _BEHIND_BEST]


def _merge(now: Paths, more: Paths) -> None:
    for state, path in more.items():
        _keep(now, state, path)


def _keep(held: Paths, state: State, path: Path) -> None:
    if state not in held or path.value > held[state].value:
        held[state] = path


__all__ = ["FIGURE", "SHORT", "Poured"]
