"""What leads a list of papers says of all of them: what became of them, who of ours signed them, on which day."""

from __future__ import annotations

import msgspec

from ..build import Draft
from ..page import Mention, Page, Sentence
from ..paper_cues import SIGNS
from ..papers import Paper
from ..places import countries
from ..sides import Side
from ..signing_subject import subject
from ..values import days
from ..wording import pattern
from .party import put

_STATED = pattern(
    r"(?:(?P<expired>hết (?:hiệu lực|hạn)|không còn hiệu lực|chấm dứt)|(?P<extended>gia hạn)|"
    r"(?P<ongoing>còn (?:hiệu lực|giá trị)|đang (?:có hiệu lực|(?:được )?(?:thực hiện|triển khai))))[^,;.:]{0,30}:\W*$"
)
#: A heading of papers that were signed: ``Các văn bản đã ký kết:``.
_HEADING = pattern(
    r"(?:văn bản|thỏa thuận|thoả thuận|ghi nhớ|văn kiện|ttqt|biên bản|mou)\b[^./]{0,40}\b(?:đã ký|được ký|ký kết|ký mới|mới ký|ký trong|còn hiệu lực|"
    r"hết hiệu lực|đang thực hiện)|\b(?:đã|mới) ký(?: kết)?\b[^./]{0,30}(?:văn bản|thỏa thuận|ghi nhớ|văn kiện)"
)
#: A heading of papers by what became of them.
_GROUP = pattern(
    r"(?<!sắp )(?:(?P<expired>hết (?:hiệu lực|hạn)|không còn hiệu lực|chấm dứt)|(?P<extended>(?:được|đã) gia hạn)|"
    r"(?P<ongoing>còn (?:hiệu lực|giá trị)|đang (?:có hiệu lực|(?:được )?(?:thực hiện|triển khai))))"
)
#: A lead that says nothing of its own.
_SAYS_SO = pattern(
    r"(?:trong (?:đó|số đó|số này),? )?(?:đáng (?:kể|chú ý)|cụ thể|nổi bật|tiêu biểu|gồm|bao gồm|chi tiết)[^.;:]{0,24}:\W*$"
)
_OPENS = 14  # characters before the paper that an item opens with
_UP_TO = pattern(r"\b(?:đến|tới|từ)(?: hết| cuối| ngày)* $")
_MARKS = ("-", "+", "*", "•")
_EXACT = 7  # characters of a month or a day


class Lead(msgspec.Struct):
    """What leads a list of papers: what became of them, our side where it is the subject, the day they were signed."""

    sentence: Sentence
    deed: str = "signed"
    ours: Side | None = None
    day: tuple[Mention, str] | None = None


def leads(page: Page, sentence: Sentence) -> Lead | None:
    """What a sentence says of the papers that it leads: ``Trường ký thêm 04 văn bản, gồm:``, ``hai văn bản sau hết hiệu lực:``."""
    if _SAYS_SO.match(sentence.lower) and sentence.earlier:
        sentence = sentence.earlier  # ``Trường ký mới 17 văn bản. Đáng kể là:``
    state = _STATED.search(sentence.lower)
    sign = SIGNS.search(sentence.lower)
    if sign is None and state is None:
        return None
    deed = state.lastgroup if state and state.lastgroup else "signed"
    if sign is None:
        return Lead(sentence, deed)
    start, end = sentence.start + sign.start(), sentence.start + sign.end()
    sides = subject(page, sentence, Paper(end, end, end, None, sign=(start, end)), sentence.start)[0]
    ours = next((side for side in sides if side.foreign is not True and side.end > side.start), None)
    exact = [each for each in days(sentence) if len(each[1]) >= _EXACT and "/" not in each[1]]
    upto = exact and _UP_TO.search(sentence.before(exact[-1][0].start, 16))
    return Lead(sentence, deed, ours, exact[-1] if exact and not upto else None)


def by_heading(draft: Draft, paper: Paper) -> Draft:
    """The row of a paper that stands below a heading of those that are over or in force: ``3. Nhóm hết hiệu lực``."""
    state = _GROUP.search(draft.sentence.section)
    if state and paper.deed in ("signed", "agreed") and ("status" not in draft or draft.slots["status"].value == "signed"):
        draft.slots.pop("status", None)
        draft.put("status", state.lastgroup, (paper.start, paper.end), "heading")
    return draft


def goes_on(lead: Lead, sentence: Sentence) -> bool:
    """Whether an item still stands below a lead: one with the mark of a lead that is an item itself stands beside it."""
    mark = sentence.text[:1]
    return sentence.kind == "list_item" and not (mark in _MARKS and lead.sentence.text.startswith(mark))


def headed(sentence: Sentence) -> Lead | None:
    """What the heading right above says of an item that opens with its paper."""
    if sentence.kind != "list_item" or not _HEADING.search(sentence.section):
        return None
    first = next(iter(sentence.of("AGREEMENT")), None)
    if first is None or first.start - sentence.start > _OPENS:
        return None
    state = _STATED.search(f"{sentence.section.rstrip(' :')}:")
    return Lead(sentence, (state.lastgroup if state else None) or "signed")


def led(draft: Draft, lead: Lead) -> Draft:
    """The row with what its lead says of all."""
    if lead.ours and "party_vn" not in draft:
        put(draft, lead.sentence, lead.ours, "lead")
    if "country" not in draft:
        named, said = countries(lead.sentence, lead.sentence.start, lead.sentence.end)
        draft.put("country", named[0] if len(named) == 1 else None, said[:1], "lead")
    if lead.day and "signed_on" not in draft and lead.deed == "signed":
        draft.put("signed_on", lead.day[1], lead.day[0], "lead")
    if lead.deed != "signed" and "status" in draft and draft.slots["status"].value == "signed":
        draft.slots.pop("status")
        draft.put("status", lead.deed, (lead.sentence.start, lead.sentence.start + len(lead.sentence.text)), "lead")
    return draft
