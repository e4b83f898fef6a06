"""Awards in tables: the name without its grade, who gives and so which way, groups and persons, what the title says of all."""

from __future__ import annotations

import re

from ...kinds.organisation import Organisation
from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries, is_foreign
from ..wording import pattern
from . import award_lead
from .cell import Span
from .names import person_of
from .read import Line, Table
from .spots import pieces_of, place_of, title_of

_HOME = "Việt Nam"
_GROUPED = {"tập thể": "group", "cá nhân": "person", "đơn vị": "group", "tổ chức": "group"}
_ASKED = pattern(
    r"đề nghị|đề xuất|(?<!chương )(?<!công )(?<!quá )(?<!nhà )(?<!lộ )(?<!giáo )trình(?! (?:tường|độ|diễn|bày|tự)\b)"
)
_HANDED = pattern(r"đã trao|trao tặng|đã (?:tặng|nhận|được)|đón nhận|được tặng|tặng thưởng|tiếp nhận|khen thưởng")
_STATUS = pattern(r"(?P<asked>(?:đang|đã) (?:đề nghị|trình))|(?P<decided>đã có (?:quyết định|qđ))|đã (?:trao|nhận)(?![^\W\d_])")
_DECIDED = pattern(r"quyết định|xét tặng")
_OURS = pattern(
    r"chủ tịch nước|chính phủ việt nam|nhà nước việt nam|\bubnd\b|ủy ban nhân dân|bộ |thủ tướng chính phủ|"
    r"liên hiệp các tổ chức|tỉnh|thành phố|sở "
)
_BY = pattern(r" của (?P<by>[A-ZĐ(][^,;()\n]{2,60}|(?:nước|tỉnh) [^,;()\n]{2,50})$", re.IGNORECASE)
_GRADE = pattern(r",? \(?hạng (?P<grade>nhất|nhì|ba|i{1,3}|[123])\b\)?", re.IGNORECASE)
_GROUP = pattern(
    r"tập thể|đơn vị|hội |tổ chức|sở |ban |phòng |trường |đoàn |công ty|cơ quan|chính quyền|nhân dân|bệnh viện|tỉnh ",
    re.IGNORECASE,
)
_BODY = pattern(
    r"(?:vùng|bang|châu|thành phố|huyện|quận|đại sứ quán|tổng lãnh sự|lãnh sự quán|quỹ|viện|học viện|trung tâm|làng|"
    r"đồn|đội|trạm|bộ|cục|tổng cục|chi hội|câu lạc bộ|nhóm|tập đoàn|đại học|khoa|nhà thờ|chùa|báo|đài|ủy ban|uỷ ban|văn phòng|"
    r"hiệp hội|cộng đồng) ",
    re.IGNORECASE,
)
_AWARD = pattern(
    r"(?P<award>(?:huân chương|huy chương|kỷ niệm chương|bằng khen|giấy khen)[^,;.:()\n]{0,60}?)"
    r"(?=,? (?:cho|theo|năm|vì (?:có|đã)|nhân dịp|trong)\b|[,;.:()\n]|$)",
    re.IGNORECASE,
)
_DECIDES = pattern(r"(?<=của )(?P<giver>(?:Chủ tịch|UBND|Ủy ban|Uỷ ban|Thủ tướng|Bộ trưởng|Bộ|Giám đốc)\b[^()\n;]{2,80}?)\)?\W*$")
_BY_FOREIGNERS = pattern(r"(?:được|do) (?:phía )?(?:nước ngoài|nước bạn|phía bạn|bạn) (?:khen|tặng|trao|thưởng)")
_FOREIGNERS = pattern(r"người nước ngoài|nước ngoài|quốc tế|bạn bè")

#: A person with a title, and what he is behind the name.
_NAMED = pattern(
    r"(?:[ÔôBb][nà]g?|[Nn]gài|[Đđ]ồng chí|[Đđ]/c) (?P<name>[A-ZĐ][\w'’.-]*(?: (?:van|de|von|der|bin|da|[A-ZĐ][\w'’.-]*)){1,5})"
    r"(?=$|[,;(]| [-–])"
)
_TITLED = re.compile(r"^(?:ông|bà|ngài) (?=\w)", re.IGNORECASE)


def award(draft: Draft, sentence: Sentence, table: Table, line: Line) -> Draft | None:
    """Who gives decides the direction; where nothing says so, a foreign recipient is given to. None among Vietnamese."""
    if "award" not in draft:
        _of_title(draft, sentence, table)
    name_parts(draft)
    if by := next((each for each in reversed(line.groups) if _BY_FOREIGNERS.search(each.lower)), None):
        draft.put("direction", "received", list(by.pieces), "group")
    _giver(draft, sentence)
    if draft.summary:
        tally(draft, sentence, table)
    recipient = draft.slots.get("recipient")
    if recipient and "nationality" not in draft:
        start, end = place_of(draft, "recipient")
        named, said = countries(sentence, start, end)
        ours = re.search(r"Việt Nam|tỉnh$|huyện", sentence.page.view.text[start:end])
        received = "direction" in draft and draft.slots["direction"].value == "received"
        if named and not ours and not received:
            draft.put("nationality", named[0], said[:1], "named")
    title = title_of(sentence, table)
    foreign = "nationality" in draft and draft.slots["nationality"].value != _HOME
    if "direction" not in draft and (foreign or _FOREIGNERS.search(title)):
        draft.put("direction", "conferred", place_of(draft, "nationality" if foreign else "award"), "table")
    if "direction" not in draft:
        return None
    if draft.slots["direction"].value == "conferred" and not foreign and not _FOREIGNERS.search(title + sentence.lower):
        named = countries(sentence, sentence.start, sentence.end)[0]
        if not named:
            return None
    for group in reversed(line.groups):
        if "recipient_type" not in draft and (key := _GROUPED.get(group.lower.strip(" .:"))):
            draft.put("recipient_type", key, list(group.pieces), "group")
    if recipient and not draft.summary:
        _recipient(draft, sentence)
    _counted(draft)
    _award_status(draft, title, table, line)
    return draft


def tally(draft: Draft, sentence: Sentence, table: Table) -> None:
    """What the line above the table says of a row that counts."""
    _counted(draft)
    award_lead.fill(draft, sentence, table)


def _recipient(draft: Draft, sentence: Sentence) -> None:
    """Whether who gets an award is a person or a group; of a person the name alone."""
    recipient = draft.slots["recipient"]
    start, end = place_of(draft, "recipient")
    words = sentence.page.view.text[start:end]
    persons = [each for each in sentence.inside(start, end) if each.label == "PERSON"]
    kind = "person" if persons or re.match(r"(?:ông|bà|ngài|anh|chị) ", words.lower()) else None
    kind = kind or ("group" if _GROUP.search(words) or _BODY.match(words) else "person")
    if "recipient_type" not in draft:
        draft.put("recipient_type", kind, (start, end), "table")
    if draft.slots["recipient_type"].value != "person":
        return
    if len(recipient.evidence) > 1:  # a name on several lines
        recipient.value = person_of(str(recipient.value)) or _TITLED.sub("", str(recipient.value))
    elif len(persons) == 1:
        draft.slots.pop("recipient")
        draft.put("recipient", getattr(persons[0].entity.value, "name", persons[0].text), persons[0], "table")
    elif titled := _NAMED.match(str(recipient.value)):
        recipient.value = titled["name"]


def _counted(draft: Draft) -> None:
    """Groups, persons or both, where a row counts them."""
    held = [each for each in ("groups", "persons") if each in draft and draft.slots[each].value != "0"]
    if held and "recipient_type" not in draft:
        key = "both" if len(held) > 1 else held[0].removesuffix("s")
        draft.put("recipient_type", key, place_of(draft, held[0]), "table")


def _of_title(draft: Draft, sentence: Sentence, table: Table) -> None:
    """The award that the title names for all rows; the paper that confers it and the day."""
    for start, end in table.titles:
        if match := _AWARD.search(sentence.page.view.text, start, end):
            draft.say("award", match.start("award"), match.end("award"), "title")
        for each in sentence.page.between(start, end):
            if each.label == "DIRECTIVE" and "decision" not in draft:
                draft.put("decision", " ".join(each.text.split()), each, "title")
    for start, end in table.titles if "decision" in draft and "giver" not in draft else []:
        if by := _DECIDES.search(sentence.page.view.text, start, end):  # whose decision it is
            draft.say("giver", *by.span("giver"), "title")


def _award_status(draft: Draft, title: str, table: Table, line: Line) -> None:
    if "status" in draft:
        return
    if told := next((each for each in line.cells if each.pieces and _STATUS.match(each.lower)), None):
        found = _STATUS.match(told.lower)
        key = "proposed" if found and found["asked"] else "decided" if found and found["decided"] else "presented"
        draft.put("status", key, list(told.pieces), "table")  # what a row says of itself
        return
    if "presented_on" in draft and not _ASKED.search(draft.sentence.lower):
        draft.put("status", "presented", place_of(draft, "presented_on"), "table")
        return
    title = f"{title} {draft.sentence.lower}"
    if _ASKED.search(title):
        draft.put("status", "proposed", _first(draft, table), "title")
    elif "decision" in draft:
        draft.put("status", "decided", place_of(draft, "decision"), "table")
    elif _HANDED.search(title):
        draft.put("status", "presented", _first(draft, table), "title")
    elif _DECIDED.search(title):
        draft.put("status", "decided", _first(draft, table), "title")


def _first(draft: Draft, table: Table) -> Span:
    return table.titles[0] if table.titles else (draft.sentence.start, draft.sentence.end)


def name_parts(draft: Draft) -> None:
    """``Huân chương Hữu nghị hạng Nhất``, ``Bằng khen của Chủ tịch UBND tỉnh``: the name alone, the grade, the giver."""
    slot = draft.slots.get("award")
    if slot is None:
        return
    start, end = place_of(draft, "award")
    words = draft.sentence.page.view.text[start:end].replace("\n", " ")  # of a broken cell, with nothing between its lines
    if len(slot.evidence) > 1:
        if grade := _GRADE.search(str(slot.value)):
            draft.put("grade", _cased(grade["grade"]), pieces_of(draft, "award"), "table")
            slot.value = str(slot.value)[: grade.start()].strip(" ,")
        if by := _BY.search(str(slot.value)):
            draft.put("giver", by["by"], pieces_of(draft, "award"), "table")
            slot.value = str(slot.value)[: by.start()]
        return
    cut = len(words)
    if grade := _GRADE.search(words):
        draft.put("grade", _cased(grade["grade"]), (start + grade.start("grade"), start + grade.end("grade")), "table")
        cut = min(cut, grade.start())
    if "giver" not in draft and (by := _BY.search(words[:cut])):
        draft.say("giver", start + by.start("by"), start + by.end("by"), "table")
        cut = by.start()
    if cut < len(words):
        draft.slots.pop("award")
        draft.say("award", start, start + cut, "table")


def _cased(grade: str) -> str:
    return grade[:1].upper() + grade[1:] if not grade.isupper() else grade


def _giver(draft: Draft, sentence: Sentence) -> None:
    if "giver" not in draft:
        return
    held = pieces_of(draft, "giver")
    lands = [each for piece in held for each in zip(*countries(sentence, *piece), strict=True)]
    named, said = [each for each, _ in lands], [each for _, each in lands]
    words = str(draft.slots["giver"].value).lower()
    bodies: list[Mention] = [
        each for piece in held for each in sentence.inside(*piece) if isinstance(each.entity.value, Organisation)
    ]
    foreign = bool(named) or any(is_foreign(sentence.page, sentence, each) for each in bodies)
    if foreign and (named or not _OURS.match(words)):
        draft.put("giver_country", "".join(named[:1]), said[:1], "named")
        draft.put("direction", "received", held, "giver")
    elif _OURS.search(words) and "direction" not in draft:
        draft.put("giver_country", _HOME, held, "giver")
        draft.put("direction", "conferred", held, "giver")
