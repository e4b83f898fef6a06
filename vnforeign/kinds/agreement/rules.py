"""A type word, its title, and evidence that one paper is meant and not a class of papers."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from ...lexicon import Row, rows
from ...phrases import behind
from ...rule import Context, Found, Room, Rule
from ...text import pattern
from ..date.value import Date
from .evidence import CAPITAL, REACH, anaphoric, dated, introduced, opens_line, plural, promised, several_signers, told
from .forms import capitals
from .title import parties, title_end
from .value import Agreement

_NAME = re.compile(rf"[ -][{CAPITAL}]\w|[0-9]{{4}}")
_NAMED = re.compile(rf"[ \n](?:về |[{CAPITAL}]\w)")
_CLASS = pattern(
    r" (?:quốc tế(?! (?:về|số))|hợp tác quốc tế(?! về)|song phương|đa phương|thương mại tự do|thương mại quốc tế|vay|tài trợ|viện trợ)(?! (?:Việt|[A-ZĐ]))"
)
_QUOC_TE = pattern(r" (?:hợp tác )?quốc tế(?! (?:về|số))")
_INTERNATIONAL = pattern(
    r" (?:hợp tác )?quốc tế(?! (?:về|số))|(?: thương mại)? (?:song phương|đa phương|tự do)(?= ?[,.;:)\n]|\Z| (?:và|đã|được|có|mà|của|thế hệ|do)(?!\w))"
)
_SENTENCE = re.compile(r"[.;!?\n](?= |\n|\t|\Z)")
_PAPERS = ("paper", "short")
_BEFORE = 160  # how far back a sentence's date may stand
_BEHIND = 200


def agreed(text: str, start: int, end: int, payload: Row) -> Found | None:
    """An agreement that begins with the word for its type."""
    kind = payload["class"]
    if kind == "loose" and text[start].islower() and _QUOC_TE.match(text, end):
        return None  # "thỏa thuận quốc tế", the commonest of all, is the class
    said = behind(text, start, REACH)
    if plural(said) or anaphoric(text, end):
        return None
    stop = title_end(text, end)
    if not _specific(text, start, end, stop, kind, said):
        return None
    title = " ".join(text[start:stop].split())
    value = Agreement(payload["type"], title, parties(text, stop))
    return Found(start, stop, "AGREEMENT", f"agreement.{kind if kind in ('treaty', 'short') else 'paper'}", value)


def _specific(text: str, start: int, end: int, stop: int, kind: str, said: str) -> bool:
    capital = text[start].isupper() and not opens_line(text, start)
    titled = stop > end and not (_INTERNATIONAL if kind == "treaty" else _CLASS).match(text, end)
    caps = text[start:end].isupper() and end - start > 4
    if kind == "name":  # "tuyên bố" is a verb but for titles
        return titled and capital and not caps and _NAMED.match(text, end) is not None
    if kind == "treaty":
        return _treaty(text, start, end, stop, titled, said)
    return _paper(text, start, end, stop, kind, titled, capital and not caps, said)


def _treaty(text: str, start: int, end: int, stop: int, titled: bool, said: str) -> bool:
    if titled and (text[start].isupper() or _names(text, end, stop)):
        return True
    if not told(text, stop) or promised(text, start):
        return False
    return stop > end or text[start].isupper() or introduced(said) != "" or _one(text, start)


def _paper(text: str, start: int, end: int, stop: int, kind: str, titled: bool, capital: bool, said: str) -> bool:
    signed, followed = introduced(said), told(text, stop)
    if _CLASS.match(text, end) and not (capital and (followed or (signed and not _QUOC_TE.match(text, end)))):
        return False
    if not followed and several_signers(text, start, said):
        return False
    if kind == "talks":
        return signed == "signed" and (followed or capital or titled)
    if followed and (capital or titled or signed or kind in _PAPERS or _one(text, start) or dated(text, start, stop)):
        return kind != "loose" or titled or capital or signed == "signed" or dated(text, start, stop)
    if signed == "signed":
        return kind in _PAPERS or titled or capital
    if kind in _PAPERS and _one(text, start) and not promised(text, start):
        return True
    if capital:
        return kind != "loose" or titled or bool(signed)
    if titled and text[start].isupper() and not text[start:end].isupper() and (kind in _PAPERS or _names(text, end, stop)):
        return True
    return _alone(text, start, stop) or (signed == "held" and (kind in _PAPERS or (titled and _names(text, end, stop))))


def _names(text: str, end: int, stop: int) -> bool:
    """Whether the title holds a name: a capital, or a period."""
    return _NAME.search(text, end, stop) is not None


def _one(text: str, start: int) -> bool:
    return text[max(0, start - 8) : start].endswith(("một ", " 01 ", "một bản "))


def _alone(text: str, start: int, stop: int) -> bool:
    """Whether it is a heading: a line of its own in capitals, as on top of the paper itself."""
    return text[start:stop].isupper() and opens_line(text, start) and (stop == len(text) or text[stop] == "\n")


# --- the day of signing ------------------------------------------------------------------------------------------------


def settle(found: list[Found], context: Context) -> list[Found]:
    """With the day of signing that the same sentence gives."""
    papers = [each for each in found if each.label == "AGREEMENT"]
    if papers:
        days = sorted((each.start, each.end, each.value) for each in found if each.label == "DATE" and _is_day(each.value))
        starts = [day[0] for day in days]
        for each in papers:
            if day := _signed(context.view.text, each, days, starts):
                each.value = msgspec.structs.replace(each.value, signed=day)
    return found


def _is_day(value: object) -> bool:
    return isinstance(value, Date) and value.start is not None and value.start == value.end


_SIGNING_BEHIND = pattern(
    r"[^.;\n]{0,90}?(?:ký|kí|ký kết)(?: [^\W\d]+){0,6},? ?\(?(?:vào |từ |hồi )?\Z|,? ?\(?(?:từ )?\Z", re.IGNORECASE
)
_PARTIES = pattern(r" (?:giữa|với) [^.;,\n]{2,110} (?:vào )?")
_SIGNING_BEFORE = pattern(r"(?<!\w)(?:ký|kí|trao|thông qua|lập|ra)(?: kết)?(?!\w)", re.IGNORECASE)


def _signed(text: str, paper: Found, days: list[tuple[int, int, Date]], starts: list[int]) -> str | None:
    at = bisect_left(starts, paper.end)
    if at < len(days) and starts[at] - paper.end < _BEHIND:
        between = text[paper.end : starts[at]]
        if not _SENTENCE.search(between) and (_SIGNING_BEHIND.fullmatch(between) or _said_signed(text, paper.start, between)):
            return _iso(days[at][2])
    if at and paper.start - days[at - 1][1] < _BEFORE and days[at - 1][1] <= paper.start:
        between = text[days[at - 1][1] : paper.start]
        if not _SENTENCE.search(between) and _SIGNING_BEFORE.search(between):
            return _iso(days[at - 1][2])
    return None


def _said_signed(text: str, start: int, between: str) -> bool:
    """``ký Bản ghi nhớ giữa A và B ngày …``: signed said before the paper, only the parties between it and the day."""
    return introduced(behind(text, start, REACH)) == "signed" and _PARTIES.fullmatch(between) is not None


def _iso(value: Date) -> str | None:
    return value.start.isoformat() if value.start else None


_CASED = ("MOU", "MoU")
_TYPES = {
    form: row
    for row in rows("agreement/types")
    for form in (capitals(row["word"]) if row["word"] not in _CASED else [row["word"]])
}

ROOM = Room(
    "agreement",
    (
        Rule(
            "agreement.paper",
            "AGREEMENT",
            agreed,
            "hai tỉnh ký [Bản ghi nhớ hợp tác du lịch](AGREEMENT bản ghi nhớ) với",
            words={word: row for word, row in _TYPES.items() if row["class"] != "treaty" and word not in _CASED},
        ),
        Rule(
            "agreement.treaty",
            "AGREEMENT",
            agreed,
            "thực hiện [Hiệp định về quy chế biên giới](AGREEMENT hiệp định) giữa",
            words={word: row for word, row in _TYPES.items() if row["class"] == "treaty"},
        ),
        Rule(
            "agreement.short",
            "AGREEMENT",
            agreed,
            "ký [MOU](AGREEMENT bản ghi nhớ) với Đại học Busan",
            words={word: _TYPES[word] for word in _CASED},
            cased=True,
        ),
    ),
    settle=settle,
)
