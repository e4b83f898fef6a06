"""The rows of a table whose cells run on: each from its number on to the next one, a group, a sum or what stands below."""

from __future__ import annotations

import re

from .cell import NO_SUM, Span

NUMBER = re.compile(r"\s*(\d{1,3})([.)]?)(?=\s|$)")
_GROUP = re.compile(r"\s*(?:[IVX]{1,5}|[A-H])[.)]?\s+\S[^\n]{2,80}")
_SUM = re.compile(rf"\W*(?:tổng(?: cộng| số)?|cộng)\b{NO_SUM}", re.IGNORECASE)
_BEHIND = re.compile(r"\W*(?:nơi nhận|ghi chú|người lập|tm\.|kt\.|tl\.|\(?nguồn(?: số liệu)? ?:)", re.IGNORECASE)
_PAGE = re.compile(r"\W*(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})\W*|\W*trang \d{1,3}\W*", re.IGNORECASE)
_HEADING = re.compile(r"\s*[IVX]{1,5}[.)]\s+[^\W\d_]")  # of a section
_SENTENCE = re.compile(r"\s*[-+*•]? ?[^\W\d_]\S*(?:\s+\S+){5}[^\n]*[.:;]\s*")
_LINES = 60  # of a row
_ROWS = 2_000
_MANY = 6  # lines of heads that hardly are fewer heads
_LEAST = 3  # numbers that are those of columns
_DIGITS = 2  # of such a number
_PADDED = 10  # from here on a number has two digits anyhow


def opens_rows(text: str, lines: list[Span], at: int) -> bool:
    """Whether a line opens with the number of the first row, or heads a group above it."""
    return _is_first(text, lines, at) or (bool(_GROUP.fullmatch(text, *lines[at])) and _is_first(text, lines, at + 1))


def _is_first(text: str, lines: list[Span], at: int) -> bool:
    match = NUMBER.match(text, *lines[at]) if at < len(lines) else None
    return match is not None and int(match[1]) == 1


def counts_columns(text: str, line: Span) -> bool:
    """``(1) (2) (3)``, ``1 2 3 4``, ``A B 1 2``: the numbers of the columns."""
    said = re.findall(r"\w+", text[slice(*line)])
    if len(said) < _LEAST or not said[-1].isdecimal() or any(len(each) > _DIGITS for each in said):
        return False
    return int(said[-1]) - 1 <= len(said) <= int(said[-1]) + 2


class Body:
    """The rows from a line on, below heads that take up the lines from ``top`` on: ``spans`` are their places, ``end`` is the
    line behind them, ``broken`` says whether groups, pages or heads said again stand between them.
    """

    def __init__(self, text: str, lines: list[Span], top: int, at: int, size: int) -> None:
        self._text, self._lines, self._size = text, lines, size
        self._heads = [text[slice(*line)].strip() for line in lines[top:at]]
        self.broken = False
        matches = (NUMBER.match(text, *line) for line in lines[at : at + 2])
        first = next((each for each in matches if each), None)
        self._padded = first is not None and first[1][0] == "0"  # 01, 02: then 3 alone is a cell
        self._mark = first[2] if first else ""  # 1, 2: then 3. heads what stands below
        self._spaced = self._is_apart(at + 1)  # blank lines part all cells
        self._tallest, self._ends_sentences = 0, False
        self.spans, self.end = self._read(at)

    def _read(self, at: int) -> tuple[list[Span], int]:
        found: list[Span] = []
        wanted, first, grouped = 1, at, self._is_group(at, 1)
        while at < len(self._lines) and len(found) < _ROWS:
            if at > first and (behind := self._behind_page(at)) > at:
                self.broken, at = True, behind
                continue
            if at > first and not self._spaced and self._text.count("\n", self._lines[at - 1][1], self._lines[at][0]) > 2:
                break
            if grouped and self._is_group(at, wanted):
                wanted = 1 if self._is(at + 1, 1) else wanted
                found.append(self._lines[at])
                self.broken, at = True, at + 1
            elif self._is(at, wanted):
                end = self._row_end(at, wanted + 1)
                found.append((self._lines[at][0], self._lines[end - 1][1]))
                wanted, at = wanted + 1, end
            else:
                break
        return (found, at) if wanted > 2 else ([], at)

    def _row_end(self, at: int, wanted: int) -> int:
        end = at + 1
        while end < len(self._lines) and end - at < _LINES and not self._stops(end, wanted, 2 * (end - at) >= self._size):
            end += 1
        behind = self._behind_page(end)
        if not (self._is(behind, wanted) or self._is_group(behind, wanted)):
            end = next((one for one in range(at + 1, end) if self._is_below(one, one - at)), end)
        self._tallest = max(self._tallest, end - at)
        self._ends_sentences |= any(_SENTENCE.fullmatch(self._text, *line) for line in self._lines[at:end])
        return end

    def _is_below(self, at: int, done: int) -> bool:
        """Whether a line stands below the last row: a heading, a sentence where no cell holds one, a line more than rows have."""
        line = self._lines[at]
        opens = self._text[slice(*line)].lstrip(" -+*•")[:1]
        other = NUMBER.match(self._text, *line)
        if _HEADING.match(self._text, *line) or (other and other[2] > self._mark == ""):
            return True  # of a section
        sentence = not self._ends_sentences and _SENTENCE.fullmatch(self._text, *line)
        return opens.isupper() and bool(sentence or 0 < self._tallest <= done)

    def _behind_page(self, at: int) -> int:
        """The line behind the end of a page and the heads that the next one says again; ``at`` where neither stands there."""
        end = at + (at < len(self._lines) and bool(_PAGE.fullmatch(self._text, *self._lines[at])))
        said = [self._text[slice(*line)].strip() for line in self._lines[end : end + len(self._heads)]]
        return end + len(said) if said and said == self._heads else end

    def _is_apart(self, at: int) -> bool:
        return at < len(self._lines) and self._text.count("\n", self._lines[at - 1][1], self._lines[at][0]) > 1

    def _is_group(self, at: int, wanted: int) -> bool:
        below = self._is(at + 1, 1) or self._is(at + 1, wanted)
        return below and bool(_GROUP.fullmatch(self._text, *self._lines[at]))

    def _is(self, at: int, wanted: int) -> bool:
        """Whether a line opens with the number that is wanted, alone or before what a cell may open with."""
        match = NUMBER.match(self._text, *self._lines[at]) if at < len(self._lines) else None
        if match is None or int(match[1]) != wanted or match[2] != self._mark:
            return False
        if wanted < _PADDED and (match[1][0] == "0") != self._padded:
            return False
        rest = self._text[match.end() : self._lines[at][1]].strip(" \"“'([")
        return not rest or rest[0].isupper() or rest[0].isdecimal()

    def _stops(self, at: int, wanted: int, filled: bool) -> bool:
        """Whether a line is not of the row above it; a bare number may be one of its cells until half of them are there."""
        line = self._lines[at]
        if self._is(at, wanted) and (filled or not self._text[slice(*line)].strip(" .)").isdecimal()):
            return True
        if (
            self._behind_page(at) > at
            or _SUM.match(self._text, *line)
            or _BEHIND.match(self._text, *line)
            or self._is_group(at, wanted)
        ):
            return True
        if self._spaced or not self._tallest or not self._is_apart(at):
            return False
        return not any(self._is(one, wanted) for one in range(at + 1, min(at + 2 * self._tallest + 2, len(self._lines))))

    @property
    def is_tall(self) -> bool:
        """Whether the rows are as many lines as there are columns: one cell a line, which needs no cutting."""
        counts = [sum(1 for line in self._text[a:b].split("\n") if line.strip()) for a, b in self.spans]
        return 2 * sum(self._size - 1 <= each <= self._size for each in counts) > len(counts)

    def is_as_tall_as(self, lines: int) -> bool:
        """Whether rows have about as many lines as the heads, and these many: a cell a line, however the heads may be cut."""
        counts = sorted(sum(1 for line in self._text[a:b].split("\n") if line.strip()) for a, b in self.spans)
        return lines >= _MANY and abs(counts[len(counts) // 2] - lines) <= 1
