"""Notes below a table that point to a row by its number: ``Đoàn số 6 do Trường Đại học đón``, ``Văn bản số 4: hết hiệu lực``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..build import Draft
from ..page import Page, Sentence
from ..values import money
from ..wording import pattern
from .cell import Span, is_number
from .choices import choice
from .read import Line, Table
from .spots import sentence_at

Notes = dict[int, list[Span]]

_FAR = 2500  # characters below a table in which notes stand
_POINTS = pattern(
    r"(?:khoản(?: viện trợ| tài trợ)?|đoàn|dự án|chương trình|văn bản|thỏa thuận|bản ghi nhớ|biên bản|ý định thư|"
    r"hội nghị|hội thảo|hội|mục|dòng|trường hợp|stt|số thứ tự) (?:(?:số|thứ) )?(?P<n>0?\d{1,3}(?:(?:,| và) 0?\d{1,3})*)"
    r"(?![\w/]|[.,]\d| [%\w]*(?:người|đoàn|dự án))",
    re.IGNORECASE,
)
_SAYS_NUMBER = pattern(r"(?:số|thứ|stt|mục|dòng) (?:thứ tự )?0?\d", re.IGNORECASE)
_ENDS = re.compile(r"\.(?=\s|$)|\n")
_PAYS = pattern(r"kinh phí|chi phí|chi trả|đài thọ|tự túc|tự lo|ngân sách|chi (?:đón|toàn bộ|hết)")
_NOT = pattern(r"\b(?:không|chưa)\b")
_HOST = pattern(r"\bdo (?P<who>[^,;\n]{3,80}?) (?:chủ trì )?(?:đón|tiếp|mời|làm việc)\b")
_CAME = pattern(
    r"(?:^\W{0,3}|[;,:] ?)(?P<deed>(?:hai bên |hai phía )?(?:đã |(?=thống nhất|nhất trí|ký |cam kết))(?!có\b)[^;\n]{6,160})"
)
_COUNTERPART = pattern(r"đối ứng")
_STATE = pattern(
    r"^\W{0,3}(?P<state>(?:hiện |đã |đang |chưa |mới |vừa |còn |tạm )+"
    r"(?:triển khai|thực hiện|hoàn thành|kết thúc|bàn giao|giải ngân|nghiệm thu|khánh thành|dừng|trao)(?! quyết)[^,;\n]{0,40})"
)
_AGREED = ("extended", "expired", "ongoing")


def below(page: Page, table: Table) -> Notes:
    """What the text below a table says of its rows, by their numbers."""
    text, found = page.view.text, Notes()
    other = next((each.start for each in page.tables if each.start > table.end and not each.goes_on), len(text))
    start, end = table.end, min(table.end + _FAR, other)
    marks = [each for each in _POINTS.finditer(text, start, end) if _SAYS_NUMBER.search(each[0])]
    for one, two in pairwise([*marks, None]):
        if one is not None:
            stop = _ENDS.search(text, one.end(), end)
            last = min(stop.start() if stop else end, two.start() if two else end)
            for number in re.findall(r"\d+", one["n"]):
                found.setdefault(int(number), []).append((one.end(), last))
    return found


def of(notes: Notes, line: Line) -> Iterator[Span]:
    """The notes on a row."""
    mark = line.cells[0].text.strip(" .)") if line.cells else ""
    yield from notes.get(int(mark), ()) if is_number(mark) else ()


def fill(draft: Draft, notes: Notes, line: Line) -> None:
    """Puts what notes say of a row into the columns that are left open."""
    for start, end in of(notes, line):
        sentence = sentence_at(draft.sentence, start, end)
        key = draft.table.key
        if key.startswith("delegation"):
            _of_delegation(draft, sentence)
        elif key == "ngo_aid":
            _of_aid(draft, sentence)
        elif key == "international_agreement" and not _NOT.search(sentence.lower.split(",")[0]):
            draft.put("status", choice("status", sentence.lower, dict.fromkeys(_AGREED, ("\n", "\n"))), (start, end), "footnote")
        elif key == "international_conference":
            _paper(draft, sentence, "permission")
            if "authority" not in draft and "cho phép" in sentence.lower:
                choices = dict(draft.table.columns["authority"].choices)
                draft.put("authority", choice("authority", sentence.lower, choices), (start, end), "footnote")


def _of_delegation(draft: Draft, sentence: Sentence) -> None:
    words, whole = sentence.lower, (sentence.start, sentence.start + len(sentence.text))
    pays = next((each for each in words.split(";") if _PAYS.search(each) and not _NOT.search(each)), "")
    if pays and "funding" not in draft:
        draft.put("funding", choice("funding", pays, dict(draft.table.columns["funding"].choices)), whole, "footnote")
    sums = sentence.of("AMOUNT") if pays else []
    if sums and "cost" not in draft:
        draft.put("cost", money(sums[0]), sums[0], "footnote")
    if draft.table.key == "delegation_in" and "host" not in draft and (host := _HOST.search(sentence.text)):
        draft.say("host", sentence.start + host.start("who"), sentence.start + host.end("who"), "footnote")
    _paper(draft, sentence, "permission")
    if "result" not in draft and (came := _CAME.search(sentence.text)):
        draft.say("result", sentence.start + came.start("deed"), sentence.start + came.end("deed"), "footnote")


def _of_aid(draft: Draft, sentence: Sentence) -> None:
    sums = sentence.of("AMOUNT") if _COUNTERPART.search(sentence.lower) else []
    if sums and "counterpart" not in draft:
        draft.put("counterpart", money(sums[0]), sums[0], "footnote")
    if "status" not in draft and (match := _STATE.search(sentence.text)):
        draft.say("status", sentence.start + match.start("state"), sentence.start + match.end("state"), "footnote")
    _paper(draft, sentence, "approval")


def _paper(draft: Draft, sentence: Sentence, column: str) -> None:
    papers = sentence.of("DIRECTIVE")
    if papers and column not in draft:
        draft.put(column, " ".join(papers[0].text.split()), papers[0], "footnote")


__all__ = ["below", "fill"]
