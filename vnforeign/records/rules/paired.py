"""Totals of twinned pairs, each of which has a paper of its own; up to which day a count goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..values import days
from ..wording import pattern

_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
#: Numbers in words, up to nineteen.
_WORDS = (*_ONES, "mười", *(f"mười {one}" for one in ("một", "hai", "ba", "bốn", "lăm", *_ONES[6:])))
_TWINNED = pattern(
    rf"(?<![\d.,])(?P<n>\d{{1,3}}|{'|'.join(_WORDS[:2:-1])}) cặp (?:thôn|bản|làng|xã|phường|huyện|buôn|ấp|cụm|đồn|cụm dân cư|đơn vị|sở|trường|mặt trận|chi hội|hội|chi đoàn|trạm|đại đội|tổ|khóm)\b[^;.]{{0,80}}?\bkết nghĩa|"
    r"\bkết nghĩa (?:được )?(?:giữa )?(?:\w+ )?(?P<m>\d{1,3}) cặp (?:thôn|bản|làng|xã|phường|huyện|buôn|ấp|cụm|đồn)\b"
)
_MORE_PAIRS = pattern(r"(?:,|,? và) (?P<n>\d{1,3}) cặp (?P<kind>[^\W\d_]+)")
_PAIRED = {"xã": "count_commune", "huyện": "count_district", "tỉnh": "count_province", "sở": "count_department"}
_UP_TO = pattern(r"\b(?:đến|tới)(?: hết| cuối| ngày)* $")


def pairs(sentence: Sentence) -> Iterator[Draft]:
    """``đã có 14 cặp bản hai bên biên giới kết nghĩa``: each pair has a paper of its own; other kinds beside it a row each."""
    draft = _first_pairs(sentence)
    if draft is None:
        return
    yield draft
    held = {slot.evidence[0].start for slot in draft.slots.values()}
    begin = min(sentence.page.view.place(at) for at in held) - sentence.start
    for more in _MORE_PAIRS.finditer(sentence.lower, begin + 1):
        kind = more["kind"]
        if kind not in _PAIRED and "kết nghĩa" in sentence.lower[more.end() :]:
            also = Draft("international_agreement", sentence, summary=True)
            at = sentence.start + more.start()
            also.put("count", str(int(more["n"])), (at, sentence.start + more.end()), "pairs")
            yield also


def _first_pairs(sentence: Sentence) -> Draft | None:
    match = _TWINNED.search(sentence.lower) if "kết nghĩa" in sentence.lower else None
    if match is None or not sentence.is_fact(sentence.start + match.start()):
        return None
    draft = Draft("international_agreement", sentence, summary=True)
    number = match["n"] or match["m"]
    first = re.match(r"\D*(?:\d{1,3} )?cặp (xã|huyện)\b", match[0])
    column = _PAIRED[first[1]] if first else "count"
    draft.put(
        column,
        str(int(number) if number.isdecimal() else _WORDS.index(number)),
        (sentence.start + match.start(), sentence.start + match.end()),
        "pairs",
    )
    for kind, count_of in _PAIRED.items():
        if (
            more := re.search(rf"(?<![\d.,])(\d{{1,3}}) cặp {kind}\b", sentence.lower[match.end("n") : match.end()])
            if match["n"]
            else None
        ):
            at = sentence.start + match.end("n") + more.start()
            draft.put(count_of, str(int(more[1])), (at, at + len(more[0])), "pairs")
    last = next(((each, value) for each, value in days(sentence) if upto(sentence, each) and "/" not in value), None)
    if last:
        draft.put("as_of", last[1], last[0], "date")
    return draft


def upto(sentence: Sentence, date: Mention) -> bool:
    """Whether a day is the last one of a count: ``tính đến 31/12/2022``."""
    return date.text.lower().startswith(("tính đến", "đến")) or bool(_UP_TO.search(sentence.before(date.start, 16)))


__all__ = ["pairs", "upto"]
