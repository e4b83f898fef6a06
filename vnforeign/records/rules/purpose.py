"""What a grant is for, and in what form it comes: project, programme, goods, relief."""

from __future__ import annotations

from ...document import Slot
from ..build import Draft
from ..page import Sentence
from ..wording import pattern
from .donor import Giver
from .sector import DISASTER, sector

#: Forms of aid by the words that say them.
FORMS = (
    ("emergency", pattern(r"cứu trợ khẩn cấp|cứu trợ")),
    ("non_project", pattern(r"phi dự án|khoản viện trợ|khoản tài trợ")),
    ("project", pattern(r"(?<!phi )d[ựư] án")),
    ("programme", pattern(r"chương trình")),
    ("", pattern(r"công trình")),
)
_PLAIN_FORM = pattern(r"(?:cứu trợ|viện trợ|hỗ trợ) khẩn cấp|(?:viện trợ )?phi dự án|khoản viện trợ")
_OWNED = pattern(r"(?:làm |là )?chủ dự án")
_AID_OF_DISASTER = pattern(r"cứu trợ(?! trẻ em)")
_RELIEF = pattern(r"cứu trợ khẩn cấp")
_SURE = ("war_legacy", "disaster", "water")
_TITLES = ("ngo_aid.title", "ngo_aid.item", "ngo_aid.opened")
_STUDY = pattern(r"học bổng")
_BROAD = pattern(r"phát triển (?:vùng|cộng đồng)|chương trình vùng")


def of_sector(draft: Draft, sentence: Sentence, giver: Giver | None, start: int, end: int) -> None:
    """The sector of a title, else of what stands before and behind the giver; relief is for the disaster it names.

    Offices put down mines, water and calamities wherever they are named, what a gift of goods is good for only sometimes.
    """
    if "aid_form" in draft and draft.slots["aid_form"].value == "emergency":
        _calamity(draft, sentence, start, end)
        return
    held = draft.slots.get("name")
    if held and _of_title(draft, sentence, held):
        return
    spans = [(start, end)]
    if giver:
        behind = [(max(giver.end, start), end), (start, giver.start)]
        spans = behind if giver.how in ("subject", "opens") else behind[::-1]
    for one, two in () if held and _BROAD.search(str(held.value).lower()) else spans:
        if (found := sector(_without_owner(draft, sentence, one, two))) and found[0] in _SURE:
            draft.put("sector", found[0], (one + found[1], one + found[2]), "cause")
            return
    if relief := _AID_OF_DISASTER.search(sentence.lower, start - sentence.start, end - sentence.start):
        draft.put("sector", "disaster", (sentence.start + relief.start(), sentence.start + relief.end()), "cause")


def _of_title(draft: Draft, sentence: Sentence, name: Slot) -> bool:
    """Puts the sector that a project's title names, or the work for the sick that stands for one."""
    spot, place = name.evidence[0], sentence.page.view.place
    one, two = place(spot.start), place(spot.end)
    found = sector(_without_owner(draft, sentence, one, two))
    if found is None or not (
        name.rule in _TITLES
        or found[0] in _SURE
        or (found[0], name.rule) == ("health", "ngo_aid.work")
        or _STUDY.search(str(name.value).lower())
    ):
        return False
    draft.put("sector", found[0], (one + found[1], one + found[2]), "word")
    return True


def _without_owner(draft: Draft, sentence: Sentence, start: int, end: int) -> str:
    """The words between two places, the owner's name blanked out: what a department is for tells little of a gift to it."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    for spot in draft.slots["owner"].evidence if "owner" in draft else ():
        first, last = sentence.page.view.place(spot.start) - start, sentence.page.view.place(spot.end) - start
        if 0 <= first < last <= len(words):
            words = words[:first] + " " * (last - first) + words[last:]
    return words


def _calamity(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The storm or flood that relief is for, in its words or in the sentence before."""
    spans = [(sentence, start, end), (sentence, sentence.start, end)]
    spans += [(sentence.earlier, sentence.earlier.start, sentence.earlier.end)] if sentence.earlier else []
    for each, one, two in spans:
        if match := DISASTER.search(each.lower[one - each.start : two - each.start]):
            draft.put("sector", "disaster", (one + match.start(), one + match.end()), "word")
            return


def of_form(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    if "aid_form" in draft:
        return
    page, head = sentence.page, sentence.section
    if head and (relief := _RELIEF.search(head)) and (at := page.view.text[: sentence.start].lower().rfind(head)) >= 0:
        draft.put("aid_form", "emergency", (at + relief.start(), at + relief.end()), "heading")
        return
    if form := _PLAIN_FORM.search(sentence.lower, start - sentence.start, end - sentence.start):
        key = "emergency" if form[0].endswith("khẩn cấp") else "non_project"
        draft.put("aid_form", key, (sentence.start + form.start(), sentence.start + form.end()), "word")
    elif owned := _OWNED.search(sentence.lower, start - sentence.start, end - sentence.start):
        draft.put("aid_form", "project", (sentence.start + owned.start(), sentence.start + owned.end()), "owned")


def by_word(draft: Draft, form: str, start: int) -> None:
    key = (
        next(key for key, cue in reversed(FORMS) if cue.search(form))
        if " chương" in form
        else next(key for key, cue in FORMS if cue.search(form))
    )
    if key:
        draft.put("aid_form", key, (start, start + len(form)), "word")
