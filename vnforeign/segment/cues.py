"""Phrases that give a line away, from ``cues.tsv``: its columns are kind, how, cue and why.

``line``: the cue is the whole line (dots, colons, arrows around it aside); ``start``: the line begins with it, as words of
their own; ``opens``, ``signs``, ``recipients``: like ``line``, ``start``, ``start``, and the lines below belong to it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ..text import spellings
from .marks import UPPER_CLASS

BOILERPLATE, CAPTION, SIGNATURE = "boilerplate", "caption", "signature"
HEADER, OPENS, SIGNS, RECIPIENTS = "header", "opens", "signs", "recipients"

_AROUND = " .:…\"'-_*•·>|[]()#\ufffd\t"
_REFERENCE = 60  # longest line that is a document's number
_PICTURE = re.compile(r"[\w .()-]{1,120}\.(?:jpe?g|png|gif|bmp|tiff?)", re.IGNORECASE)
_CREDIT = re.compile(r"\(? ?(?:nguồn )?ảnh(?: [\w ]{1,20})? ?:", re.IGNORECASE)  # (ảnh : Tư liệu)   Ảnh: TTXVN   Ảnh tư liệu:
_CREDIT_AT_END = re.compile(
    r"(?:[(.,;] ?|- )(?:nguồn )?ảnh(?: [\w ]{1,20})? ?:? ?[^().]{0,40}\)?$",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"[^\d\s] ?> ?[^\d\s=]")
_NUMBER = re.compile(r"Số ?:? ?[\d.…]{0,6} ?(?:/\d{4})? ?[-/] ?[A-ZĐ]")  # Số: 12/BC-SNgV   Số 27-CTr/TU
_DAY = re.compile(
    rf"[{UPPER_CLASS}][^\d,:;|]{{1,30}}, ?ngày[ .…\d]{{1,12}}tháng[ .…\d]{{1,12}}năm[ .…\d]{{1,10}}$",
    re.IGNORECASE,
)  # Đắk Nông, ngày 05 tháng 9 năm 2013
_DATED = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[ ,]*(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^.]{0,40}$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"cập nhật[ :]{0,3}\d", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:h]\d{2}[^.]{0,30}(?:\[GMT|\d{1,2}/\d{1,2}/\d{4})|\d{1,2}/\d{1,2}/\d{4}[ ,|-]{1,3}\d{1,2}[:h]\d{2}")


@cache
def _cues() -> tuple[dict[str, str], dict[str, tuple[tuple[str, str], ...]]]:
    """Whole lines to their shape; first words to the cues they begin and their shapes."""
    whole: dict[str, str] = {}
    begin: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in (Path(__file__).parent / "cues.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        kind, how, cue = row.split("\t")[:3]
        for form in spellings(cue.lower()):
            if how in ("line", OPENS):
                whole[form.strip(_AROUND)] = kind if how == "line" else how
            else:
                first = form.lstrip(_AROUND).split(" ")[0]
                begin[first] = (
                    *begin.get(first, ()),
                    (form, kind if how == "start" else how),
                )
    return whole, begin


def cue(line: str) -> str | None:
    """The shape that a cue gives a short line, or None."""
    whole, begin = _cues()
    low = line.lower()
    key = low.strip(_AROUND)
    if kind := whole.get(key):
        return kind
    words = key.split(None, 1)
    if words and (cues := begin.get(words[0])):
        bare = low.lstrip(_AROUND)
        for each, kind in cues:
            head = low if each[0] in _AROUND else bare
            if head.startswith(each) and not (each[-1].isalnum() and head[len(each) : len(each) + 1].isalnum()):
                return kind
    return _by_form(line, low)


def _by_form(line: str, low: str) -> str | None:
    """What no list can hold: picture files, credits, breadcrumbs, numbers and days."""
    if "ảnh" in low and (_CREDIT.match(line) or _CREDIT_AT_END.search(line)):
        return CAPTION
    if ">" in line and line[0] not in ">-" and _CRUMBS.search(line) and line[-1] not in ".;:":
        return BOILERPLATE
    if line[0].isdigit() and _CLOCK.match(line) or line[0] in "TtCc" and (_DATED.match(line) or _UPDATED.match(line)):
        return BOILERPLATE
    if line[-4:-3] == "." or line[-5:-4] == ".":
        return CAPTION if _PICTURE.fullmatch(line) else None
    if line[0] == "S" and len(line) <= _REFERENCE and _NUMBER.match(line) or "ngày" in low and _DAY.fullmatch(line):
        return HEADER
    return None
