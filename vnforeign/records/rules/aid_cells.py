"""Cells of a table of aid that say more than their column: ``Dự án Nước sạch``, ``ông A (cá nhân, Canada)``, rows of totals."""

from __future__ import annotations

import re

from ..build import Draft
from ..countries import country_named, names
from ..page import Sentence
from ..places import countries
from ..values import count
from ..wording import pattern
from .grant import kind_of
from .purpose import FORMS
from .sector import sector

_FORM = pattern(
    r"[\"“]?(?P<form>dự án|chương trình|(?:viện trợ )?phi dự án|cứu trợ khẩn cấp|khoản viện trợ(?: phi dự án)?|khoản tài trợ)\b ?[:\-]? ?",
    2,
)
_CLASS = pattern(
    r"\s*(?:các )?(?:tổ chức(?P<ngo> (?:phi chính phủ|pcpnn))?(?: nước ngoài)?|(?P<alone>ngo|pcpnn)|ông|bà|ngài)(?: là)?:? (?=[A-ZĐ\w])",
    2,
)
_BEHIND = re.compile(r" ?(?:\(| - |, )")
_PLACE = pattern(r"^(?:các )?(?:huyện|xã|thị xã|thành phố|phường|thị trấn|tp\.?) (?=[A-ZĐ])", re.IGNORECASE)
_PARTED = re.compile(r", | và |; ")
_PERSON = pattern(r"\bcá nhân\b|^ ?(?:ông|bà|ngài|bác sĩ) ", 2)
_GRANTS = pattern(r"(?:chương trình|dự án|phi dự án|khoản)")
_DONORS = pattern(r"(?:tổ chức|nhà tài trợ|đối tác|đơn vị)")
_APPROVES = pattern(r"phê duyệt (?:việc )?(?:tiếp nhận|các khoản|dự án|khoản|phi dự án)")
_REPORTS = pattern(r"báo cáo|kết quả|tình hình|tổng hợp|thống kê")
_LAST = re.compile(r" ?[(,] ?(?P<land>[^(),]{2,24})\)?\W*$")
_RELIEF = pattern(r"cứu trợ|khẩn cấp")


def fill(draft: Draft, sentence: Sentence, column: str, start: int, end: int) -> bool:
    """Puts a cell of a row of one grant; False where the cell is as cells of other tables are."""
    if column == "name":
        _name(draft, sentence, start, end)
    elif column == "donor":
        _donor(draft, sentence, start, end)
    elif column == "owner" and ";" in sentence.text[start - sentence.start : end - sentence.start]:
        draft.say("owner", start, sentence.start + sentence.text.index(";", start - sentence.start), "table")
    elif column == "sector":
        _sector(draft, sentence, start, end)
    elif column == "aid_form":
        _form(draft, sentence, start, end)
    elif column == "approved" and sentence.inside(start, end, "DIRECTIVE"):
        draft.say("approval", start, end, "table")
    elif column == "location" and (places := _places(sentence, start, end)):
        draft.put("location", places, (start, end), "table")
    else:
        return False
    return True


def wrapped(draft: Draft, column: str, words: str, pieces: list[tuple[int, int]]) -> bool:
    """Puts a name or a donor whose words stand on several lines; False for other columns."""
    if column == "name" and (form := _FORM.match(words)):
        first = pieces[0][0] + form.start("form")
        draft.put("aid_form", _key(form["form"].lower()), (first, first + len(form["form"])), "table")
        words = words[form.end() :]
    elif column == "donor" and (cut := _CLASS.match(words)):
        if cut["ngo"] or cut["alone"]:
            draft.put("donor_type", "ngo", pieces[0], "head")
        words = words[cut.end() :]
    elif column == "location":
        places = (_PLACE.sub("", each.strip(" .")) for each in re.split(r"[,;]| và ", words))
        draft.put(column, [each for each in places if each], list(pieces), "table")
        return True
    elif column not in ("name", "donor"):
        return False
    named = _LAST.search(words) if column == "donor" else None
    land = country_named(named["land"].strip()) if named else ""
    if named and land in names().values():
        draft.put("donor_country", land, pieces[-1], "beside")
        words = words[: named.start()]
    draft.put(column, words.strip(" ,;:.\"“”'"), list(pieces), "table")
    return True


def decides(sentence: Sentence) -> bool:
    """Whether the document itself approves what its table lists: ``Quyết định phê duyệt tiếp nhận …``."""
    title = sentence.page.document.metadata.get("title", "").lower()
    return bool(_APPROVES.search(title)) and not _REPORTS.search(title)


def counts(draft: Draft, sentence: Sentence) -> None:
    """``Cộng | 03 khoản``: grants and donors by their units."""
    for counted, unit in (("grants", _GRANTS), ("donors", _DONORS)):
        if found := sentence.counts(unit):
            draft.put(counted, count(found[0]), found[0], "table")


def _places(sentence: Sentence, start: int, end: int) -> list[str]:
    """The places of a cell, of which the first alone may be known as one; nothing where all are."""
    known = sentence.inside(start, end, "DISTRICT", "COMMUNE")
    parts = [part.strip(" .") for part in _PARTED.split(_words(sentence, start, end)) if part.strip(" .")]
    return [] if known and len(known) >= len(parts) else [_PLACE.sub("", part) for part in parts] if known else parts


def _words(sentence: Sentence, start: int, end: int) -> str:
    return " ".join(sentence.text[start - sentence.start : end - sentence.start].split())


def _name(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    form = _FORM.match(sentence.text, start - sentence.start, end - sentence.start)
    if form:
        first = sentence.start + form.start("form")
        draft.put("aid_form", _key(form["form"].lower()), (first, first + len(form["form"])), "table")
        start = sentence.start + form.end()
    draft.say("name", start, end, "table")


def _key(words: str) -> str | None:
    return next((key for key, cue in FORMS if key and cue.search(words)), None)


def _form(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    draft.put("aid_form", _key(_words(sentence, start, end).lower()), (start, end), "table")


def _donor(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """A donor's name, its country wherever the cell names one, and of what kind it is."""
    while start < end and sentence.text[end - sentence.start - 1] in " .;,":
        end -= 1
    text = sentence.text[start - sentence.start : end - sentence.start]
    named, said = countries(sentence, start, end)
    if len(named) == 1:
        draft.put("donor_country", named[0], said[0], "beside")
    kind: str | None = "person" if _PERSON.search(text) else None
    first = cut.end() if (cut := _CLASS.match(text)) else 0
    if (
        (behind := _BEHIND.search(text, first))
        and (named or kind)
        and text[behind.start() :].strip().endswith((")", *[each.text for each in said]))
    ):
        end = start + behind.start()
    if cut and (cut["ngo"] or cut["alone"]):
        draft.put("donor_type", "ngo", (start, start + first), "head")
    draft.put("donor_type", kind or kind_of(text[first:]), (start + first, end), "head")
    draft.say("donor", start + first, end, "table")


def _sector(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    words = sentence.lower[start - sentence.start : end - sentence.start]
    if found := sector(words):
        draft.put("sector", found[0], (start + found[1], start + found[2]), "table")
    elif relief := _RELIEF.search(words):
        draft.put("sector", "disaster", (start + relief.start(), start + relief.end()), "table")
