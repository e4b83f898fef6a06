"""What a row of a table says beside its columns, by its type."""

from __future__ import annotations

import re

from .. import values
from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries, is_foreign
from ..rules import decision, incidents, journey
from ..rules.sector import sector
from ..wording import pattern
from .agreement_cells import agreement
from .award_cells import award
from .cell import Span
from .choices import choice
from .read import Line, Table
from .spots import place_of, sentence_at, title_of

_QUOTES = re.compile(r"[\"“](?P<words>[^\"”\n]{6,200})[\"”]")
_FOREIGNERS = pattern(r"người nước ngoài|nước ngoài|quốc tế|bạn bè")
_UNION = pattern(r"liên hiệp (?:các )?(?:tổ chức |hội )?hữu nghị(?! việt nam)", re.IGNORECASE)
_PARTS = pattern(r"(?<!\d)(?P<n>\d{1,6})(?!\d)[^\d;,]{0,24}?(?:nước ngoài|quốc tế|khách nn)")


def of(draft: Draft, sentence: Sentence, table: Table, line: Line) -> Draft | None:
    """The row with what follows from its words; None where they make it no row of its type."""
    key = draft.table.key
    if key in ("delegation_out", "delegation_in"):
        return _delegation(draft, sentence, table)
    if key == "international_agreement":
        return agreement(draft, sentence, table, line)
    if key == "award":
        return award(draft, sentence, table, line)
    if key == "friendship_association":
        return _association(draft, sentence)
    if key == "border_statistics":
        return _border(draft, sentence, table, line)
    if key == "overseas_vietnamese_activity":
        return _overseas(draft)
    if key == "ngo_aid":
        return _aid(draft, sentence, table, line)
    if key == "international_conference":
        return _conference(draft, sentence, table)
    return draft


def _delegation(draft: Draft, sentence: Sentence, table: Table) -> Draft:
    journey.from_cells(draft, sentence)
    if "countries" not in draft and not draft.summary:
        for start, end in table.titles:
            named, said = countries(sentence_at(sentence, start, end), start, end)
            if len(named) == 1:
                draft.put("countries", named, said, "title")
                break
    return draft


_ONE_FORM = pattern(r"(?:tên )?(?P<form>dự án|chương trình|phi dự án|cứu trợ khẩn cấp)")
_FORM_KEYS = {"dự án": "project", "chương trình": "programme", "phi dự án": "non_project", "cứu trợ khẩn cấp": "emergency"}
_GROUP_FORM = pattern(r"(?:[ivx]{1,4}|[a-h]|\d)?[.)]? ?(?:các )?(?P<form>dự án|chương trình|phi dự án|phi dự án)\W*$")
_OF_NGOS = pattern(r"của (?:các )?tổ chức (?:phi chính phủ|pcpnn|ngo)|(?:tên )?tổ chức (?:phi chính phủ|pcpnn)(?: nước ngoài)?")
_RELIEF = pattern(r"\((?:(?P<now>cứu trợ(?: khẩn cấp)?|khẩn cấp)|phi dự án)\)")
_BODY = pattern(r"(?:bệnh viện|trường|trung tâm|sở|hội|trạm|ban|phòng|công ty|viện|ubnd|làng|mái ấm)\b")


def _aid(draft: Draft, sentence: Sentence, table: Table, line: Line) -> Draft:
    """The form that the head of the names says of all, the kind of donors that title or head says; a body as a place receives."""
    if draft.summary:
        return draft
    if table.form and "approved" in draft:
        for tail in ("", "_vnd"):  # what a decision on one grant approves is what its giver pledges
            draft.slots.pop(f"committed{tail}", None)
            if slot := draft.slots.pop(f"approved{tail}", None):
                draft.slots[f"committed{tail}"] = slot
    if "approval" not in draft and decision.decides(sentence):
        decision.approval(draft, sentence)
    _named_sector(draft, table)
    if "name" in draft and "aid_form" not in draft and (relief := _RELIEF.search(str(draft.slots["name"].value).lower())):
        draft.put("aid_form", "emergency" if relief["now"] else "non_project", place_of(draft, "name"), "name")
    group = next((match for each in reversed(line.groups) if (match := _GROUP_FORM.match(each.lower))), None)
    if group and "name" in draft and "aid_form" not in draft:
        key = {"d": "project", "c": "programme", "p": "non_project"}[group["form"][0]]
        draft.put("aid_form", key, line.groups[-1].pieces[0], "group")
    _named_place(draft, sentence)
    heads = [each.head for each in table.columns]
    form = next((match["form"] for each in heads if (match := _ONE_FORM.fullmatch(each))), None)
    if form and "name" in draft and "aid_form" not in draft:
        draft.put("aid_form", _FORM_KEYS[form], _head_of(sentence, table, form), "title")
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
        span = place_of(draft, "location")
        draft.slots.pop("location")
        draft.say("owner", *span, "table")
    return draft


#: What an office files a grant under by its name alone; what goods are good for it leaves open.
_PLAIN = ("water", "disaster", "war_legacy", "economy")


def _named_sector(draft: Draft, table: Table) -> None:
    """The sector that a name says: any in a form with labels, one that leaves no doubt in a table."""
    labelled = table.form and bool(table.columns[0].head)
    if "name" in draft and "sector" not in draft and (found := sector(str(draft.slots["name"].value).lower())):
        draft.put("sector", found[0] if labelled or found[0] in _PLAIN else None, place_of(draft, "name"), "name")


def _named_place(draft: Draft, sentence: Sentence) -> None:
    """The district or commune that the title or the recipient names, where no column holds places."""
    for column in ("name", "owner"):
        if column in draft and "location" not in draft:
            start, end = place_of(draft, column)
            spots = sentence.inside(start, end, "DISTRICT", "COMMUNE")
            draft.put("location", [str(getattr(each.entity.value, "name", "")) for each in spots], spots, "named")


def _head_of(sentence: Sentence, table: Table, form: str) -> Span:
    found = next((each.pieces[0] for row in table.heads for each in row if form in each.lower), None)
    at = sentence.start + max(sentence.lower.find(form), 0)
    return found or (at, at + len(form))


def _association(draft: Draft, sentence: Sentence) -> Draft | None:
    if "name" in draft:
        start, end = place_of(draft, "name")
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
        words = " ".join(each.lower for each in line.cells if not each.text[:1].isdecimal())
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
                if column not in draft.table.columns:
                    continue
                draft.put(column, value, each, "title")
                return


def _overseas(draft: Draft) -> Draft | None:
    if "kind" not in draft and "name" in draft:
        words = str(draft.slots["name"].value).lower()
        draft.put("kind", choice("kind", words, dict(draft.table.columns["kind"].choices)), place_of(draft, "name"), "table")
    return draft


def _quoted(draft: Draft, sentence: Sentence) -> None:
    """A name's words in quotes are the topic."""
    start, end = place_of(draft, "name")
    if "name" in draft and (match := _QUOTES.search(sentence.page.view.text, start, end)):
        draft.slots.pop("name")
        draft.say("name", match.start("words"), match.end("words"), "table")


def _conference(draft: Draft, sentence: Sentence, table: Table) -> Draft | None:
    """Rows that name a foreign side: a country, a foreign body, foreign guests, or ``quốc tế`` here or in the title."""
    named = countries(sentence, sentence.start, sentence.end)[0]
    bodies = any(is_foreign(sentence.page, sentence, each) for each in sentence.of("ORG"))
    if not (named or bodies or "delegates_foreign" in draft or _FOREIGNERS.search(sentence.lower + title_of(sentence, table))):
        return None
    _quoted(draft, sentence)
    if "delegates" in draft and "delegates_foreign" not in draft:
        start, end = place_of(draft, "delegates")
        if match := _PARTS.search(sentence.lower, start - sentence.start, end - sentence.start + 60):
            draft.put(
                "delegates_foreign",
                str(int(match["n"])),
                (sentence.start + match.start("n"), sentence.start + match.end("n")),
                "table",
            )
    return draft


__all__ = ["of", "timed"]
