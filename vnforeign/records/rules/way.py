"""Which way a delegation goes: who sends it, who leads it, where it goes to."""

from __future__ import annotations

import re

from .. import odd_names
from ..page import Mention, Page, Sentence
from ..places import countries, country_of, elsewhere, is_foreign
from ..wording import pattern
from . import calls, introduced, partner, whose
from .leader import Lead
from .travellers import Party
from .whither import joined
from .whose import Found

_GOES = pattern(
    r"\b(?:cử|đoàn ra|đi(?! (?:lại|đôi|vào|đầu|sâu|qua))|ra nước ngoài|công tác nước ngoài|xuất cảnh|sang|qua(?! đó)|lên đường|có chuyến|"
    r"tổ chức (?:cho )?(?:\d+ )?đoàn)\b"
)
#: Said of visits here too.
_COMES_TO = pattern(
    r"\b(?:thăm|dự|tham dự|học tập|khảo sát|xúc tiến|đến|tham gia|làm việc|diễn|biểu diễn|khám|mổ|chúc|tập huấn|giao lưu|trở lại)\b"
)
_ATTENDS = pattern(r"\b(?:dự|tham dự|tham gia|học tập|tập huấn)\b[^;.]{3,120}\b(?:tại|ở) ")
_BOUND = pattern(r"[Đđ]oàn (?:đi|sang) (?=[A-ZĐ])")  # ``Đoàn đi Takeo``
_SENT = pattern(r"\b(?:cử|cho phép|giao)\b[^;.]*$")
_NATIONS = pattern(r"(?:quốc tịch|đến từ|từ các nước|người nước)(?: các)?(?: nước)?:? $")
_NEAR = 60  # characters behind a name that may say of which nations its members are
_OPENS = pattern(r"(?:^|[,;:]) ?(?:[Nn]ước |[Tt]ỉnh |[Hh]uyện |[Bb]ạn )*$")
_COMES = pattern(r" (?:đã |vừa |cũng )?(?:sang|đến|qua|vào|lên|tới|ghé)\b")
_HELPS = pattern(r"khám (?:chữa )?bệnh|thầy thuốc|y bác sĩ|y tế|văn công|nghệ thuật|ca múa|tình nguyện")
_TRAVELS = pattern(r"\b(?:sang|qua|đi|đến|về|tới|tại|ở)\b")
_FOR_THEM = pattern(
    r"\b(?:khám|mổ|phẫu thuật|cấp|phát|chữa|biểu diễn|diễn)\b[^;.]{0,60}\b(?:cho|phục vụ)\b[^;]{0,40}\b(?:dân|huyện|tỉnh|bạn|bản)\b"
)
_ARTS = pattern(r"văn công|nghệ thuật|ca múa|xiếc")
_RECEIVES = pattern(
    r"\b(?:đón|tiếp(?! (?:tục|theo|nối|đó|cận|xúc|thu|thị|sức|giáp|quản|diễn|viện|tế|sau|tay))|hội kiến|tiếp nhận|đón tiếp|(?<!lời )mời)\b[^;.]{0,60}$"
)
#: Who asked them to come is neither the subject nor one of theirs: ``Theo lời mời của Tỉnh đoàn Hủa Phăn, 24 cán bộ …``.
_INVITED = pattern(
    r"[^;:\n]{0,60}?\b(?:[Tt]heo|[Nn]hận|[Tt]hực hiện|[Đđ]áp lại|[Đđ]áp) (?:lời|giấy|thư) mời (?:của )?[^;,\n]{3,120}, "
)
#: A further verb of the sentence's subject, which is one of ours: ``Tỉnh giúp bạn …; cử 03 giáo viên sang …``.
_SUBJECTLESS = pattern(r"; ?(?:đã |và |đồng thời |hằng năm )?(?:cử|dẫn|đưa) (?:một |01 )?$")
_OF_OURS = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?)?(?:[Tt]ỉnh|[Tt]a|[Hh]uyện|[Tt]hành phố|[Ss]ở|UBND|[Nn]gành|[Hh]ội|[Bb]ộ đội|BĐBP|[Đđ]ồn|[Tt]rường|[Bb]ệnh viện)\b(?! (?:bạn|trưởng))"
)
#: Who helps to send is not the one who sends: ``Ban Dân tộc phối hợp với tổ chức Caritas đưa 15 cán bộ đi …``.
_WITH_PARTNERS = pattern(r"\bphối hợp (?:với|cùng)\b")
_NEIGHBOUR = pattern(r"\b(?:sang|qua)\b[^;.]{0,40}\b(?:bạn|nước bạn|tỉnh bạn|phía bạn)\b")
_TO_SOMEWHERE = re.compile(
    r"(?:sang|đi|tại|ở|thăm|đến|tới|qua|vào|nước|nước bạn|hai nước|các nước|thành phố|tỉnh|huyện)\W{1,2}(?:[^\W\d_]+ ?){0,2}$"
)
#: What ours do who cross the border: ``dẫn đoàn 15 người qua chúc Tết``, ``lên đường sang Xarátốp``.
_SETS_OFF = pattern(
    r"\b(?:lên đường (?:sang|đi)|sang(?! (?:năm|tháng|tuần|quý|trọng|ta|tỉnh ta|đến|nhượng|tên))|qua (?=thăm|chúc|dự|học|giao lưu|trao|khám|làm việc|hội đàm|biểu diễn)|bay sang|xuất cảnh)\b"
)
_STATE = pattern(
    r"[Đđ]oàn (?:công tác |đại biểu |cán bộ |cấp cao )*(?:của )?(?:liên ngành |cấp cao )*(?:Bộ (?!Chỉ|Tư|CH|đội)|Quốc hội|Chính phủ|Đảng ta|Nhà nước ta|Văn phòng Chính phủ|Ủy ban Dân tộc\b|nước ta)"
)
_STATE_REPORTS = pattern(r"(?:bộ (?!chỉ|tư|ch|đội)|chính phủ|văn phòng (?:chính phủ|quốc hội)|trung ương)")
_GOAL_NAME = pattern(r"\b(?:sang|đi|tại|ở) (?:tỉnh |thành phố |bang |nước )?(?P<name>[A-ZĐ][^\W\d_]+(?: [A-ZĐ][^\W\d_]+){0,3})")
_NO_GOAL = pattern(
    r"(?:biên giới|giáp|tiếng|kề)(?: với)?(?: nước| tỉnh| bạn)? ?$|việt(?: nam)? ?- ?$|(?:biên giới|cửa khẩu|lưu học sinh)(?: với| nước)? $"
)
_JOINED = re.compile(r"\)?(?:,| và|, và|/)? ?(?:nước |tỉnh |thành phố )?")
_HOMEWARD = pattern(r"(?: \d{1,3} người)? (?:đã |vừa )?(?:trở )?về (?:thăm|trao|quê|tỉnh|nước|tặng|dự)\b")
#: What guests of no known home do: ``Đoàn đánh giá của Irish Aid (3 người) làm việc tại tỉnh``.
_WORKS_HERE = pattern(
    r"(?: \([^()]{2,30}\))?,? (?:đã |vừa |cũng |trở lại |kết thúc |hoàn thành |tiến hành |đợt |chuyến )*"
    r"(?:làm việc|khám|mổ|phẫu thuật|thay khớp|khảo sát|đánh giá|tập huấn|giảng|dạy|kiểm tra|tham quan|giao lưu|tìm hiểu|biểu diễn)\b"
    r"[^;.]{0,90}\b(?:tại|cho|với|ở) [^;.]{0,40}?(?:tỉnh(?! bạn)|huyện|xã|thị xã|thành phố|bệnh viện|trường|trung tâm|ubnd|sở|bệnh nhân|trẻ em)\b"
)
_HERE = pattern(r"\b(?:vào|về|lên|đến|tới|sang|thăm)\b[^;.]{0,30}\b(?:tỉnh(?! bạn)|huyện|xã|ta|thành phố|địa phương|thị xã)\b")


def way(page: Page, sentence: Sentence, party: Party, start: int, stop: int, head: Lead | None) -> tuple[str | None, Found]:
    """Which way a delegation goes, and the countries it comes from or goes to; no way for a visit inside the country."""
    bound = countries(sentence, party.start, party.end) if _BOUND.match(sentence.text, party.start - sentence.start) else ([], [])
    if bound[0]:
        return "delegation_out", bound
    if visited := calls.on(page, sentence, party, head):
        return "delegation_out", visited
    received = _RECEIVES.search(sentence.lower[: party.start - sentence.start])
    behind = max(party.end, head.end if head else 0)
    there = goals(sentence, start, party, behind, stop)
    side, theirs = _side(page, sentence, party, start, head, bool(received))
    if side is None:
        side = _by_goal(page, sentence, party, head, there, stop)
    if side != "theirs" and not there[0] and not received:
        there = _unsaid(page, sentence, party, behind, head, side)
    if side == "theirs":
        arts = _ARTS.search(page.view.text[party.start : party.end].lower())  # a show, unless somebody leads it
        told = head or sentence.inside(party.end, stop, "DATE", "QUANTITY")
        told = told or sentence.inside(max(start, sentence.clause(party.start)[0]), party.start, "DATE")
        return (None if arts and not told else "delegation_in"), theirs
    listed = calls.listed(sentence, side)
    if (
        received
        or (
            _HOMEWARD.match(sentence.text, party.end - sentence.start)
            and not goals(sentence, party.end, party, behind, stop, strict=True)[0]
        )
        or not (there[0] or listed or _NEIGHBOUR.search(sentence.lower) or _sets_off(sentence, behind, head, side))
    ):
        return None, ([], [])
    if _of_the_state(page, party):
        return None, ([], [])
    weak = not (head or listed) and not _GOES.search(sentence.lower)
    nameless = party.end - party.start < len("đoàn ") and not _leaves(page, sentence, start, party, head, stop)
    if nameless or (weak and not _COMES_TO.search(sentence.lower)):
        return None, ([], [])
    if _HELPS.search(page.view.text[party.start : party.end].lower()) and not (
        _TRAVELS.search(sentence.lower, party.end - sentence.start)
        or (sentence.of("DATE") and _FOR_THEM.search(sentence.lower, party.end - sentence.start))
    ):
        return None, ([], [])
    return "delegation_out", there


def _of_the_state(page: Page, party: Party) -> bool:
    """Whether a delegation is one of the state's bodies, not of the province that reports."""
    reports = (page.document.metadata.get("organisation") or "").lower()
    return bool(_STATE.search(page.view.text, party.start, party.end)) and not _STATE_REPORTS.match(reports)


def _sets_off(sentence: Sentence, behind: int, head: Lead | None, side: str | None) -> bool:
    """Whether a delegation of ours is said to cross the border, wherever it goes."""
    ours = side == "ours" or (head is not None and not _strange_name(sentence, *head.who))
    return ours and bool(_SETS_OFF.search(sentence.text, behind - sentence.start, sentence.clause(behind)[1] - sentence.start))


def _unsaid(page: Page, sentence: Sentence, party: Party, behind: int, head: Lead | None, side: str | None) -> Found:
    """Where a delegation of ours goes that sets off for a place that only the words before name."""
    if not _sets_off(sentence, behind, head, side):
        return [], []
    if goal := _GOAL_NAME.search(sentence.text, behind - sentence.start):
        known = elsewhere(page, goal["name"])
        if known:
            return [known[0]], [known[1]]
    if sentence.earlier and (found := countries(sentence.earlier, sentence.earlier.start, sentence.earlier.end))[0]:
        return found if len(found[0]) == 1 else ([], [])
    return partner.named(sentence)


def _side(
    page: Page, sentence: Sentence, party: Party, start: int, head: Lead | None, received: bool
) -> tuple[str | None, Found]:
    """Whose delegation it is: by its name, who is said to come before, who sends it, who leads it."""
    side, theirs = whose.side(page, sentence, party.start, party.end)
    if side is None and party.kind == "group":
        return "theirs", theirs  # only those of theirs are groups
    if side is None and (subject := _comes(sentence, start, party)):
        return "theirs", subject
    if side is None and (sent_by := sender(page, sentence, start, party)):
        side, theirs = sent_by
    if side is None and (nations := nationals(sentence, party)):
        return "theirs", nations
    if side != "theirs" and head and (received or side is None or head.subject):
        abroad = countries(sentence, *head.who)
        side, theirs = ("theirs", abroad) if abroad[0] else (side, theirs)
    known = page.view.text[slice(*head.who)] if head else page.view.text[party.start : party.end].split(" ", 1)[-1]
    if (side is None or head) and whose.office_of_theirs(known):
        side = "theirs"
    return side, theirs


def nationals(sentence: Sentence, party: Party) -> Found | None:
    """The countries that those in a delegation are of: ``Đoàn phẫu thuật gồm 32 người quốc tịch Hoa Kỳ, Canada``."""
    first = next(iter(sentence.inside(party.end, party.end + _NEAR, "COUNTRY")), None)
    if first is None or not _NATIONS.search(sentence.before(first.start, 24)):
        return None
    return joined(sentence, first, sentence.clause(party.start)[1])


def _comes(sentence: Sentence, start: int, party: Party) -> Found | None:
    """The country of a foreign place that is said to come before its delegation is told: ``Huyện Kim Bình sang chúc Tết, đoàn 9 người``."""
    for each in sentence.inside(start, party.start, "COUNTRY", "FOREIGN_UNIT"):
        opens = _OPENS.search(sentence.text[: each.start - sentence.start])
        if country_of(each) and opens and _COMES.match(sentence.text, each.end - sentence.start):
            return countries(sentence, each.start, each.end)
    return None


def _leaves(page: Page, sentence: Sentence, start: int, party: Party, head: Lead | None, stop: int) -> bool:
    """Whether a delegation without a name left: by a word of going, or with a head of ours who visits a goal abroad."""
    behind = max(party.end, head.end if head else 0)
    if _GOES.search(sentence.lower, behind - sentence.start):
        return True
    ours = head and whose.side(page, sentence, *head.who)[0] == "ours"
    sent = _SENT.search(sentence.before(party.start, 160))
    visits = ours and sent and _COMES_TO.search(sentence.lower, behind - sentence.start)
    attends = head and not _strange_name(sentence, *head.who) and _ATTENDS.search(sentence.lower, behind - sentence.start)
    return bool((visits or attends) and goals(sentence, start, party, behind, stop, strict=True)[0])


def _by_goal(page: Page, sentence: Sentence, party: Party, head: Lead | None, there: Found, stop: int) -> str | None:
    """The side of a delegation that no country names: a body that is none of ours comes to one of our places."""
    if head and whose.side(page, sentence, *head.who)[0] == "ours" and not _strange_name(sentence, *head.who):
        return None
    if "đoàn vào" in sentence.section and "đoàn ra" not in sentence.section:
        return "theirs"
    if introduced.comes(page.introduction, sentence, party.start):
        return "theirs"
    if there[0]:
        return None
    body = next(iter(sentence.inside(party.start, party.end, "ORG")), None)
    known = sentence.text[party.start - sentence.start : party.end - sentence.start]
    named = (body is None or whose.unknown(page, body)) and odd_names.strange(known)
    strange = (body and whose.unknown(page, body)) or (head and _strange_name(sentence, *head.who))
    here = _HERE.search(sentence.lower, party.end - sentence.start, stop - sentence.start)
    works = named and _WORKS_HERE.match(sentence.lower, party.end - sentence.start, stop - sentence.start)
    return "theirs" if ((strange or named) and (here or head)) or works else None


def _strange_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether somebody has a name that no Vietnamese has: letters without marks, or syllables joined by dashes."""
    person = next(iter(sentence.inside(start, end, "PERSON")), None)
    return person is not None and whose.strange(person)


def goals(sentence: Sentence, start: int, party: Party, behind: int, stop: int, strict: bool = False) -> Found:
    """The countries a way leads to: those behind a word of going or staying, else all unless ``strict``; else those told before
    the name.
    """
    clause = min(sentence.clause(behind)[1], stop)
    for first, last in ((behind, clause), (behind, stop), (party.end, behind), (start, party.start)):
        inside = [
            each
            for each in sentence.inside(first, last, "COUNTRY", "FOREIGN_UNIT")
            if country_of(each) and _may_be(sentence, each)
        ]
        led_to = _led_to(sentence, inside)
        if led_to or (inside and not strict):
            found: dict[str, Mention] = {}
            for each in led_to or inside:
                found.setdefault(country_of(each) or "", each)
            return list(found), list(found.values())
    return invited(sentence)[0] if goes(sentence) else ([], [])


def invited(sentence: Sentence) -> tuple[Found, int]:
    """The countries of those whose invitation opens a sentence, and where the words on it end."""
    match = _INVITED.match(sentence.text) if "ời mời" in sentence.text else None
    if match is None:
        return ([], []), sentence.start
    return countries(sentence, sentence.start, sentence.start + match.end()), sentence.start + match.end()


def _may_be(sentence: Sentence, each: Mention) -> bool:
    """Whether a place may be where somebody goes: not beside a border, a language or a friendship that it names."""
    return not _NO_GOAL.search(sentence.before(each.start, 30))


def _led_to(sentence: Sentence, places: list[Mention]) -> list[Mention]:
    """Of some places those behind a word of going or staying, with the ones that ``và`` or a comma joins to them."""
    found: list[Mention] = []
    for each in places:
        between = sentence.text[found[-1].end - sentence.start : each.start - sentence.start] if found else "-"
        if _JOINED.fullmatch(between) or _TO_SOMEWHERE.search(sentence.before(each.start, 24)):
            found.append(each)
    return found


def sender(page: Page, sentence: Sentence, start: int, party: Party) -> tuple[str, Found] | None:
    """The side of the one who sends: ``tỉnh Udon Thani cử đoàn 12 người sang dự lễ``, ``Tổ chức Plan: cử đoàn …``."""
    if not re.search(r"\b(?:cử|dẫn|đưa) (?:một |01 )?$", sentence.before(party.start, 12)):
        return None
    if _SUBJECTLESS.search(sentence.before(party.start, 30)) and _OF_OURS.match(sentence.text):
        return "ours", ([], [])
    partners = _WITH_PARTNERS.search(sentence.text, max(0, start - sentence.start), party.start - sentence.start)
    end = (
        sentence.start + partners.start()
        if partners and sentence.inside(start, sentence.start + partners.start(), "ORG")
        else party.start
    )
    named = sentence.inside(start, end, "ORG", "COUNTRY", "FOREIGN_UNIT", "PROVINCE", "DISTRICT")
    subject = [
        each for each in named if each.label != "COUNTRY" or country_of(each)
    ]  # an office ``tại Việt Nam`` is no sender of ours
    if not subject:
        return None
    last = next((each for each in reversed(subject) if each.label == "ORG" and each.end >= subject[-1].end), subject[-1])
    foreign = is_foreign(page, sentence, last)
    strange = not foreign and last.label == "ORG" and whose.unknown(page, last)
    if strange and goals(sentence, start, party, party.end, sentence.clause(party.start)[1], strict=True)[0]:
        return "ours", ([], [])
    if foreign or strange:
        return "theirs", countries(sentence, last.start, party.start)
    return "ours", ([], [])


def goes(sentence: Sentence) -> bool:
    """Whether a sentence has a word of going abroad."""
    return bool(_GOES.search(sentence.lower))


__all__ = ["goals", "goes", "invited", "nationals", "sender", "way"]
