"""What a row of a table says beside its columns, by its type."""

from __future__ import annotations

import re

from ...kinds.organisation import Organisation
from .. import values
from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries, is_foreign
from ..rules import agreement, incidents, journey
from ..wording import pattern
from .cell import Span
from .choices import choice
from .read import Line, Table

_HOME = "Việt Nam"
_ASKED = pattern(r"đề nghị|đề xuất|trình")
_HANDED = pattern(r"đã trao|trao tặng|đã (?:tặng|nhận|được)|đón nhận|được tặng|tặng thưởng|tiếp nhận|khen thưởng")
_SIGNED = pattern(r"đã ký|ký kết|ký mới")
_DECIDED = pattern(r"quyết định|xét tặng")
_OURS = pattern(
    r"chủ tịch nước|chính phủ việt nam|nhà nước việt nam|\bubnd\b|ủy ban nhân dân|bộ |thủ tướng chính phủ|"
    r"liên hiệp các tổ chức|tỉnh|thành phố|sở "
)
_BY = pattern(r" của (?P<by>[A-ZĐ(][^,;()\n]{2,60}|(?:nước|tỉnh) [^,;()\n]{2,50})$")
_GRADE = pattern(r",? \(?hạng (?P<grade>nhất|nhì|ba|i{1,3}|[123])\b\)?", re.IGNORECASE)
_GROUP = pattern(
    r"tập thể|đơn vị|hội |tổ chức|sở |ban |phòng |trường |đoàn |công ty|cơ quan|chính quyền|nhân dân|bệnh viện|tỉnh ",
    re.IGNORECASE,
)
_FOREIGNERS = pattern(r"người nước ngoài|nước ngoài|quốc tế|bạn bè")
_UNION = pattern(r"liên hiệp (?:các )?(?:tổ chức |hội )?hữu nghị(?! việt nam)", re.IGNORECASE)
_PARTS = pattern(r"(?P<n>\d+)[^\d;,]{0,24}?(?:nước ngoài|quốc tế|khách nn)")


def of(draft: Draft, sentence: Sentence, table: Table, line: Line) -> Draft | None:
    """The row with what follows from its words; None where they make it no row of its type."""
    key = draft.table.key
    if key in ("delegation_out", "delegation_in"):
        return _delegation(draft, sentence, table)
    if key == "international_agreement":
        return _agreement(draft, sentence, table)
    if key == "award":
        return _award(draft, sentence, table)
    if key == "friendship_association":
        return _association(draft, sentence)
    if key == "border_statistics":
        return _border(draft, sentence, table, line)
    if key == "overseas_vietnamese_activity":
        return _overseas(draft, sentence)
    if key == "ngo_aid":
        return _aid(draft, sentence, table)
    if key == "international_conference":
        return _conference(draft, sentence, table)
    return draft


def _delegation(draft: Draft, sentence: Sentence, table: Table) -> Draft:
    journey.from_cells(draft, sentence)
    if "countries" not in draft and not draft.summary:
        for start, end in table.titles:
            named, said = countries(_words(sentence, start, end), start, end)
            if len(named) == 1:
                draft.put("countries", named, said, "title")
                break
    return draft


def _words(sentence: Sentence, start: int, end: int) -> Sentence:
    page, said = sentence.page, sentence.page.view.text[start:end]
    return Sentence(page, start, end, said, said.lower(), page.between(start, end), sentence.passage, "", True, "table")


def _agreement(draft: Draft, sentence: Sentence, table: Table) -> Draft:
    if draft.summary:
        return draft
    agreement.of_table(draft, sentence)
    if "country" not in draft:
        for start, end in table.titles:
            named, said = countries(_words(sentence, start, end), start, end)
            if len(named) == 1:
                draft.put("country", named[0], said[0], "title")
                break
    if "status" not in draft and table.titles and _SIGNED.search(_title(sentence, table)):
        draft.put("status", "signed", table.titles[0], "title")
    return draft


def _title(sentence: Sentence, table: Table) -> str:
    return " ".join(sentence.page.view.text[a:b].lower() for a, b in table.titles)


_ONE_FORM = pattern(r"(?:tên )?(?P<form>dự án|chương trình|phi dự án)")
_OF_NGOS = pattern(r"của (?:các )?tổ chức (?:phi chính phủ|pcpnn|ngo)|(?:tên )?tổ chức (?:phi chính phủ|pcpnn)(?: nước ngoài)?")
_BODY = pattern(r"(?:bệnh viện|trường|trung tâm|sở|hội|trạm|ban|phòng|công ty|viện|ubnd|làng|mái ấm)\b")


def _aid(draft: Draft, sentence: Sentence, table: Table) -> Draft:
    """The form that the head of the names says of all, the kind of donors that title or head says; a body as a place receives."""
    if draft.summary:
        return draft
    heads = [each.head for each in table.columns]
    form = next((match["form"] for each in heads if (match := _ONE_FORM.fullmatch(each))), None)
    if form and "name" in draft and "aid_form" not in draft:
        key = {"dự án": "project", "chương trình": "programme", "phi dự án": "non_project"}[form]
        draft.put("aid_form", key, _head_of(table, form), "title")
    spot = next((each for each in table.titles if _OF_NGOS.search(sentence.page.view.text[slice(*each)].lower())), None)
    if "donor" in draft and "donor_type" not in draft and spot:
        draft.put("donor_type", "ngo", spot, "title")
    place = draft.slots.get("location")
    if (
        place
        and "owner" not in draft
        and isinstance(place.value, list)
        and all(_BODY.match(each.lower()) for each in place.value)
    ):
        span = _place(draft, "location")
        draft.slots.pop("location")
        draft.say("owner", *span, "table")
    return draft


def _head_of(table: Table, form: str) -> Span:
    return next(each.pieces[0] for row in table.heads for each in row if form in each.lower)


# --- awards --------------------------------------------------------------------------------------------------------------


def _award(draft: Draft, sentence: Sentence, table: Table) -> Draft | None:
    """Who gives decides the direction; where nothing says so, a foreign recipient is given to. None among Vietnamese."""
    _named(draft)
    _giver(draft, sentence)
    recipient = draft.slots.get("recipient")
    if recipient and "nationality" not in draft:
        start, end = _place(draft, "recipient")
        named, said = countries(sentence, start, end)
        draft.put("nationality", "".join(named[:1]), said[:1], "named")
    title = _title(sentence, table)
    foreign = "nationality" in draft and draft.slots["nationality"].value != _HOME
    if "direction" not in draft and (foreign or _FOREIGNERS.search(title)):
        draft.put("direction", "conferred", _place(draft, "nationality" if foreign else "award"), "table")
    if "direction" not in draft:
        return None
    if draft.slots["direction"].value == "conferred" and not foreign and not _FOREIGNERS.search(title + sentence.lower):
        named = countries(sentence, sentence.start, sentence.end)[0]
        if not named:
            return None
    if recipient and "recipient_type" not in draft and not draft.summary:
        start, end = _place(draft, "recipient")
        person = any(each.label == "PERSON" for each in sentence.inside(start, end))
        kind = "person" if person or re.match(r"(?:ông|bà|ngài|anh|chị) ", sentence.page.view.text[start:end].lower()) else None
        kind = kind or ("group" if _GROUP.search(sentence.page.view.text[start:end]) else "person")
        draft.put("recipient_type", kind, (start, end), "table")
        if person and len(mentions := [each for each in sentence.inside(start, end) if each.label == "PERSON"]) == 1:
            draft.slots.pop("recipient")
            draft.put("recipient", getattr(mentions[0].entity.value, "name", mentions[0].text), mentions[0], "table")
    _counted(draft)
    _award_status(draft, f"{title} {sentence.lower}", table)
    return draft


def _counted(draft: Draft) -> None:
    """Groups, persons or both, where a row counts them."""
    held = [each for each in ("groups", "persons") if each in draft and draft.slots[each].value != "0"]
    if held and "recipient_type" not in draft:
        key = "both" if len(held) > 1 else held[0].removesuffix("s")
        draft.put("recipient_type", key, _place(draft, held[0]), "table")


def _award_status(draft: Draft, title: str, table: Table) -> None:
    if "status" in draft:
        return
    if _ASKED.search(title):
        draft.put("status", "proposed", _first(draft, table), "title")
    elif "presented_on" in draft:
        draft.put("status", "presented", _place(draft, "presented_on"), "table")
    elif "decision" in draft:
        draft.put("status", "decided", _place(draft, "decision"), "table")
    elif _HANDED.search(title):
        draft.put("status", "presented", _first(draft, table), "title")
    elif _DECIDED.search(title):
        draft.put("status", "decided", _first(draft, table), "title")


def _first(draft: Draft, table: Table) -> Span:
    return table.titles[0] if table.titles else (draft.sentence.start, draft.sentence.end)


def _place(draft: Draft, column: str) -> Span:
    view = draft.sentence.page.view
    slot = draft.slots.get(column)
    if slot is None or not slot.evidence:
        return draft.sentence.start, draft.sentence.end
    return view.place(slot.evidence[0].start), view.place(slot.evidence[-1].end)


def _named(draft: Draft) -> None:
    """``Huân chương Hữu nghị hạng Nhất``, ``Bằng khen của Chủ tịch UBND tỉnh``: the name alone, the grade, the giver."""
    slot = draft.slots.get("award")
    if slot is None:
        return
    start, end = _place(draft, "award")
    words = draft.sentence.page.view.text[start:end]
    cut = len(words)
    if grade := _GRADE.search(words):
        draft.put("grade", _cased(grade["grade"]), (start + grade.start("grade"), start + grade.end("grade")), "table")
        cut = min(cut, grade.start())
    if "giver" not in draft and (by := _BY.search(words[:cut])):
        draft.say("giver", start + by.start("by"), start + by.end("by"), "table")
    if cut < len(words):
        draft.slots.pop("award")
        draft.say("award", start, start + cut, "table")


def _cased(grade: str) -> str:
    return grade[:1].upper() + grade[1:] if not grade.isupper() else grade


def _giver(draft: Draft, sentence: Sentence) -> None:
    if "giver" not in draft:
        return
    start, end = _place(draft, "giver")
    named, said = countries(sentence, start, end)
    words = sentence.page.view.text[start:end].lower()
    bodies: list[Mention] = [each for each in sentence.inside(start, end) if isinstance(each.entity.value, Organisation)]
    foreign = bool(named) or any(is_foreign(sentence.page, sentence, each) for each in bodies)
    if foreign and (named or not _OURS.match(words)):
        draft.put("giver_country", "".join(named[:1]), said[:1], "named")
        draft.put("direction", "received", (start, end), "giver")
    elif _OURS.search(words):
        draft.put("giver_country", _HOME, (start, end), "giver")
        draft.put("direction", "conferred", (start, end), "giver")


# --- the others ----------------------------------------------------------------------------------------------------------


def _association(draft: Draft, sentence: Sentence) -> Draft | None:
    if "name" in draft:
        start, end = _place(draft, "name")
        named, said = countries(sentence, start, end)
        if named:
            draft.put("partner_country", named[0], said[0], "table")
    if "union" not in draft and (union := _union(sentence)):
        draft.put("union", " ".join(union.text.split()), union, "document")
    return draft


def _union(sentence: Sentence) -> Mention | None:
    """The province's union of friendship organisations, where a document that lists its associations names it."""
    found = [each for each in sentence.page.mentions if each.label == "ORG" and _UNION.match(each.text)]
    return next((each for each in found if not each.text.isupper()), None)


def _border(draft: Draft, sentence: Sentence, table: Table, line: Line) -> Draft | None:
    if "incident_type" not in draft and not {"line", "gate"} & draft.slots.keys():
        words = " ".join(each.lower for each in line.cells if not each.text[:1].isdigit())
        if found := incidents.kind(words):
            draft.put("incident_type", found, (sentence.start, sentence.end), "table")
    timed(draft, sentence, table, line)
    return draft if set(draft.slots) - {"incident_type", "line", "gate", "period", "as_of"} else None


def timed(draft: Draft, sentence: Sentence, table: Table, line: Line) -> None:
    """The time of a row's figures: its heading's, else the title's."""
    if "period" in draft or "as_of" in draft:
        return
    spots = [each.pieces[0] for each in reversed(line.groups)] + table.titles
    for start, end in spots:
        for each in sentence.page.between(start, end):
            if each.label == "DATE" and (value := values.day(each)):
                up_to = re.search(r"(?:tính )?đến(?: hết)?(?: ngày)? ?$", sentence.page.view.text[start : each.start].lower())
                column = "as_of" if (up_to or len(value) == 10) and "/" not in value else "period"
                column = column if column in draft.table.columns else "dates"
                draft.put(column, value, each, "title")
                return


def _overseas(draft: Draft, sentence: Sentence) -> Draft | None:
    if "kind" not in draft and "name" in draft:
        words = str(draft.slots["name"].value).lower()
        draft.put("kind", choice("kind", words, dict(draft.table.columns["kind"].choices)), _place(draft, "name"), "table")
    return draft


def _conference(draft: Draft, sentence: Sentence, table: Table) -> Draft | None:
    """Rows that name a foreign side: a country, a foreign body, foreign guests, or ``quốc tế`` here or in the title."""
    named = countries(sentence, sentence.start, sentence.end)[0]
    bodies = any(is_foreign(sentence.page, sentence, each) for each in sentence.of("ORG"))
    if not (named or bodies or "delegates_foreign" in draft or _FOREIGNERS.search(sentence.lower + _title(sentence, table))):
        return None
    if "delegates" in draft and "delegates_foreign" not in draft:
        _, end = _place(draft, "delegates")
        if match := _PARTS.search(sentence.lower, end - sentence.start, end - sentence.start + 60):
            draft.put(
                "delegates_foreign",
                str(int(match["n"])),
                (sentence.start + match.start("n"), sentence.start + match.end("n")),
                "table",
            )
    return draft


__all__ = ["of", "timed"]
