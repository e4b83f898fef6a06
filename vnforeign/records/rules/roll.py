"""Rolls of honour: those who are named item by item below a heading that names their award.

``I. BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH``, ``A. Tập thể``, ``1. Tổ chức X (Hoa Kỳ), đã có thành tích …``; the list's title, the paper
it goes with, or a line between heading and items may say who gives and by which decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries
from ..wording import pattern
from . import award_way, awarded, bestowal, presented
from .bestowal import BODY

_ITEM = re.compile(r"^\s*(?:[-+*•–]|\(?\d{1,3}[.)/]|[a-zđ][.)])\s*")
_GIVES = pattern(r"^\s*(?:tặng|trao tặng|trao|khen)(?: thưởng)?(?: cho)? (?=ông|bà|ngài|anh|chị|tổ chức|[A-ZĐ])", re.IGNORECASE)
_GROUP = pattern(
    r"^\s*(?:[\dA-ZĐa-zđ]{1,4}[.)/-] ?|[-+*] )?(?:(?:các|về|đối với|danh sách) )?(?P<kind>tập thể|cá nhân|đơn vị|tổ chức)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_KINDS = {"tập thể": "group", "đơn vị": "group", "tổ chức": "group", "cá nhân": "person"}
_GIVEN = pattern(r"tặng|trao|khen|thưởng|nhận", re.IGNORECASE)
_ARTICLE = pattern(r"^\s*Điều \d")
_TOLD_GIVEN = pattern(r"\btặng\b|khen thưởng", re.IGNORECASE)
_OF_PAPER = pattern(r"(?: ngày \S+| ngày \d+ tháng \d+ năm \d+)? của (?P<by>[^();\n]{3,70}?)[);.\n]")
_DECISION = pattern(r"(?:quyết định|sắc lệnh|nghị định)\b", re.IGNORECASE)
_HANDED_ON = pattern(r"(?:đã )?(?:trao|đón nhận|nhận)(?: tặng)? (?=(?:ngày|tại|tháng|năm|hôm|sáng|chiều)\b)")
_PAPER = pattern(
    r"(?:^\s*|[(])(?:(?:ban hành|gửi) )?kèm(?: theo)? (?=quyết định|công văn|tờ trình|văn bản|thông báo)", re.IGNORECASE
)
_ASKED = pattern(r"đề nghị|đề xuất|trình |dự kiến", re.IGNORECASE)
_HANDED = pattern(r"đã (?:trao|tặng)|trao tặng|lễ trao|đón nhận|đã nhận", re.IGNORECASE)
_TAIL = pattern(r" (?:của|do) (?P<by>[^,;:()\n]{3,70}?)(?= (?:tặng|trao|khen|cho|năm|vì|ký)\b|[,;:()\n]|$)", re.IGNORECASE)
_SUBJECT = pattern(
    rf"^\W*(?:[IVX\d]{{1,4}}[.)] )?(?:[^,;:]{{0,40}}, )?(?P<by>{BODY}[^,;:\n]{{0,60}}?) (?:đã |quyết định |xét |trao |khen )*(?:tặng|trao|khen)"
)
_STRANGERS = pattern(r"nước ngoài|quốc tế|bạn bè|kiều bào", re.IGNORECASE)
_NAME_ENDS = pattern(r"\s?[(,;:]| [-–] |,? (?:quốc tịch|đã có|vì|do có|người (?=[A-ZĐ]))|\.?\s*$")
_WHY = pattern(
    r"[,):;] (?:vì |do |nhờ |là người |người (?![A-ZĐ]))?(?P<why>(?:(?<=vì )|(?<=do )|(?<=nhờ )|(?<=người )|(?=(?:đã|có (?:công|nhiều|những|thành|đóng)|luôn|tích cực|giúp|hỗ trợ|đóng góp|nhiều năm|tận tụy|\d+ năm)\b))(?:[^;.\n(]|(?<=\d)\.(?=\d)){6,170})"
)
_UNITS = pattern(
    r"(?:khoa|phòng|bộ môn|ban|trung tâm|viện|chi hội)\b[^,;]*, (?=(?:trường|đại học|bệnh viện|học viện|viện|hội|công ty)\b)",
    re.IGNORECASE,
)
_LONGEST = 120  # characters of a name in a list


class _Lead(msgspec.Struct):
    """What stands above the items: places in the view of the award, who gives it, the decision, the words on its status."""

    start: int
    end: int
    text: str
    award: tuple[int, int]
    grade: tuple[int, int] | None = None
    giver: tuple[int, int] | None = None
    asked: bool = False
    handed: bool = False
    kind: str | None = None
    kind_at: tuple[int, int] | None = None
    paper: Mention | None = None  # the decision that the whole list goes with


def drafts(page: Page) -> Iterator[Draft]:
    """A row for each who is named in items below a heading that names an award."""
    leads = dict(_leads(page))
    for sentence in page.sentences if leads else []:
        lead = leads.get(sentence.passage)
        if lead and sentence.earlier is None and (draft := _row(page, sentence, lead)):
            yield draft


def _leads(page: Page) -> Iterator[tuple[int, _Lead]]:
    """The passages that are items of a roll, each with what leads it."""
    lead: _Lead | None = None
    paper: Mention | None = None
    for index, passage in enumerate(page.document.passages):
        start, end = page.view.place(passage.start), page.view.place(passage.end)
        text = page.view.text[start:end]
        if goes_with := "kèm" in text.lower() and _PAPER.search(text):
            paper = next((each for each in page.between(start + goes_with.start(), end) if each.label == "DIRECTIVE"), None)
            lead = msgspec.structs.replace(lead, paper=paper) if lead else None
        if passage.kind == "heading":
            lead = _entered(text, start, lead, paper)
        elif lead and (_ITEM.match(text) if passage.kind == "list_item" else _GIVES.match(text)):
            yield index, lead
        elif lead and not goes_with:
            lead = _more(lead, text, start) if text.rstrip().endswith(":") and _GIVEN.search(text) else None


def _entered(text: str, start: int, before: _Lead | None, paper: Mention | None) -> _Lead | None:
    """The lead below a heading: a new award, the one before with a group, or none."""
    said = text.lower() if text.isupper() else text
    said = said if len(said) == len(text) else text
    if match := bestowal.AWARD.search(said):
        own = bestowal.OF.match(said, match.end()) if match["paper"] else None
        end = own.end() if own and " của " in own[0][:14] else match.end("award")
        lead = _Lead(start, start + len(text), text, (start + match.start("award"), start + end))
        lead.paper = paper
        grade = match.span("grade") if match["grade"] else None
        lead.grade = (start + grade[0], start + grade[1]) if grade else None
        behind, subject = _TAIL.match(said, match.end()), _SUBJECT.match(text)
        by = behind or subject
        lead.giver = (start + by.start("by"), start + by.end("by")) if by else None
        lead.asked, lead.handed = bool(_ASKED.search(said)), bool(_HANDED.search(said))
        return lead
    if before and (group := _GROUP.match(text)):
        place = start + group.start("kind"), start + group.end("kind")
        return msgspec.structs.replace(before, kind=_KINDS[group["kind"].lower()], kind_at=place)
    return None


def _more(lead: _Lead, text: str, start: int) -> _Lead:
    """The lead with what a line between heading and items says: ``Liên hiệp … tặng tại Quyết định …, gồm 03 vị:``."""
    found = msgspec.structs.replace(lead, start=start, end=start + len(text), asked=lead.asked or bool(_ASKED.search(text)))
    if lead.giver is None and (match := _SUBJECT.match(text)):
        found.giver = start + match.start("by"), start + match.end("by")
    return found


def _row(page: Page, sentence: Sentence, lead: _Lead) -> Draft | None:
    item = _ITEM.match(sentence.text) or _GIVES.match(sentence.text)
    first = item.end() if item else 0
    unit = _UNITS.match(sentence.text, first)
    stop = _NAME_ENDS.search(sentence.text, unit.end() if unit else first, first + _LONGEST)
    if stop is None or stop.start() - first < 2 or bestowal.AWARD.search(sentence.text):
        return None
    place = first, stop.start()
    if not sentence.inside(sentence.start + first, sentence.start + stop.start(), "PERSON", "ORG") and not lead.kind:
        return None
    way = _way(page, sentence, lead, place)
    if way is None:
        return None
    draft = Draft("award", sentence)
    draft.put("direction", way, lead.giver or lead.award, "roll")
    draft.say("award", *lead.award, "roll")
    if lead.grade:
        draft.say("grade", *lead.grade, "roll")
    _put_giver(page, draft, lead, way)
    if lead.kind:
        draft.put("recipient_type", lead.kind, lead.kind_at or lead.award, "roll")
    awarded.put(draft, sentence, place, len(sentence.text))
    if why := _WHY.search(sentence.text, place[1]):
        draft.say("reason", sentence.start + why.start("why"), sentence.start + why.end("why"), "roll")
    _put_decision(page, draft, sentence, lead)
    _put_status(draft, sentence, lead)
    return draft


def _way(page: Page, sentence: Sentence, lead: _Lead, place: tuple[int, int]) -> str | None:
    """Received where who gives is foreign; conferred where the list or the item speaks of foreigners."""
    if lead.giver and countries(_of(page, sentence, lead.giver), *lead.giver)[0]:
        return "received"
    title = str(page.document.metadata.get("title") or "")
    if _STRANGERS.search(f"{title} {lead.text} {sentence.above}"):
        return "conferred"
    return "conferred" if award_way.foreign(page, sentence, award_way.beside(sentence, place, len(sentence.text))) else None


def _of(page: Page, sentence: Sentence, place: tuple[int, int]) -> Sentence:
    text = page.view.text[slice(*place)]
    return msgspec.structs.replace(
        sentence, start=place[0], end=place[1], text=text, lower=text.lower(), mentions=page.between(*place)
    )


def _put_giver(page: Page, draft: Draft, lead: _Lead, way: str) -> None:
    if lead.giver is None:
        return
    draft.say("giver", *lead.giver, "roll")
    named = countries(_of(page, draft.sentence, lead.giver), *lead.giver) if way == "received" else ([], [])
    if named[0]:
        draft.put("giver_country", named[0][0], named[1][0], "named")
    elif way == "conferred":
        draft.put("giver_country", "Việt Nam", lead.giver, "named")


def _put_decision(page: Page, draft: Draft, sentence: Sentence, lead: _Lead) -> None:
    """The item's own decision, else the one that the lead names, else the one that the whole list goes with."""
    mentions = [*sentence.mentions, *page.between(lead.start, lead.end), *([lead.paper] if lead.paper else [])]
    found = next((each for each in mentions if each.label == "DIRECTIVE" and _DECISION.match(each.text)), None)
    if found is None:
        return
    draft.put("decision", " ".join(found.text.split()), found, "roll")
    by = _OF_PAPER.match(page.view.text, found.end, found.end + _LONGEST) if "giver" not in draft else None
    if by and draft.slots["direction"].value == "conferred":
        draft.say("giver", by.start("by"), by.end("by"), "paper")
        draft.put("giver_country", "Việt Nam", by.span("by"), "named")


def _put_status(draft: Draft, sentence: Sentence, lead: _Lead) -> None:
    """Asked for, handed over with its day and place, decided; nothing where no word tells."""
    handed = _HANDED_ON.search(sentence.text)
    if lead.asked or not sentence.fact:
        draft.put("status", "proposed", (lead.start, lead.end), "roll")
    elif handed or lead.handed:
        at = (sentence.start + handed.start(), sentence.start + handed.end()) if handed else (lead.start, lead.end)
        draft.put("status", "presented", at, "roll")
        presented.when(draft, sentence.part(handed.start(), len(sentence.text)) if handed else sentence)
    elif "decision" in draft or _ARTICLE.match(lead.text):
        draft.put("status", "decided", (lead.start, lead.end), "roll")
    elif _TOLD_GIVEN.search(lead.text):
        draft.put("status", "presented", (lead.start, lead.end), "roll")


__all__ = ["drafts"]
