"""International agreements: totals by level, and single ones that were signed, extended or are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import pattern
from .. import details, intent
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..papers import SIGNS, Paper, form_of, papers
from ..parties import before, parties, shared_sides, twins
from ..places import countries
from ..sides import Side, within
from ..values import days
from .agreement_totals import totals

_CUES = ("kết nghĩa", "ký", "kí", "thỏa thuận", "thoả thuận", "ghi nhớ", "gia hạn", "biên bản", "mou", "ttqt")
_LEVEL = (
    (
        "organisation",
        pattern(
            r"\bhội\b(?! đồng)|liên hiệp|đoàn thể|mặt trận|\bkhối\b|đoàn thanh niên|(?:tỉnh|huyện|thành|xã) ?đoàn\b|"
            r"hiệp hội|công đoàn|liên đoàn"
        ),
    ),
    ("commune", pattern(r"\bxã\b|phường|thị trấn")),
    (
        "department",
        pattern(
            r"\bsở\b|\bcục\b|(?<!ủy )(?<!uỷ )\bban\b|chi cục|trung tâm|công an|bộ chỉ huy|biên phòng|tòa án|"
            r"viện kiểm sát|kiểm lâm|hải quan|\bngành\b|\bđài\b|\bbáo\b|văn phòng"
        ),
    ),
    ("district", pattern(r"\bhuyện\b|thị xã")),
    ("province", pattern(r"\btỉnh\b|thành phố|tp\.|\bta\b|ủy ban nhân dân|^ubnd")),
)
_SCHOOLS = pattern(r"trường|đại học|học viện|bệnh viện|viện nghiên cứu")
_UNITS = {"PROVINCE": "province", "DISTRICT": "district", "COMMUNE": "commune"}
_NAME = pattern(r"\b[A-ZĐ]\w")
_FIRM = pattern(r"(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]gân hàng|[Tt]ổng công ty)\b")
_CENTRAL = pattern(r"(?:[Cc]hính phủ|[Bb]ộ (?!(?:chỉ huy|Chỉ huy|đội|Đội))|[Nn]hà nước|[Qq]uốc hội)")
_NATIONS = pattern(r"\b(?:hai|các|ba) (?:chính phủ|nước|quốc gia|nhà nước|đảng)\b[^,;.]{0,20}$")
_VAGUE = pattern(r"(?:\w+ )?bạn\b|đối tác\b(?! [A-ZĐ])|phía ")
_BACK = pattern(
    r"(?:[-+*•] ?)?(?:tại đây|nhân dịp (?:này|đó)|dịp này|kết thúc|tại (?:buổi|hội đàm|cuộc)|sau (?:buổi|hội đàm|cuộc|"
    r"hội nghị)|qua|cùng ngày|hai|các|ba|cũng)\b|[^,;.\n]{2,60} cũng (?:đã )?(?:ký|kí)\b"
)
_MEETING = pattern(
    r"(?:[-+*•] ?)?(?:tại đây|nhân dịp|dịp này|kết thúc|tại (?:buổi|hội đàm|cuộc)|sau (?:buổi|hội đàm|cuộc|hội nghị))"
)
_LATTER = pattern(r"\b(?:cuộc|lần|buổi|phiên) sau\b")
_ABOUT = pattern(
    r"^(?:[^\n]{0,60}?) (?:về|trong lĩnh vực|trên lĩnh vực|trong các lĩnh vực) (?P<subject>[^;.\n]{4,240}?)(?=,? (?:giai đoạn |thời kỳ |năm |thời hạn )?\d|$)"
)
_FIELDS = pattern(
    r"\b(?:trong|trên|về)(?: các| nhiều| một số)? lĩnh vực(?: như)?:? (?P<subject>[^;.\n]{3,240}?)(?=,? (?:giai đoạn|với|"
    r"giữa|tại|ngày|năm|có|nhằm|trong|theo)\b|[;.\n(]|$)"
)
_ABOUT_BEHIND = pattern(
    r"(?<!mang)(?<!đưa)(?<!trở)(?<!gửi)(?<!đem)(?<!lấy)(?<!quay) về (?P<subject>(?!(?:việc này|cho|phía|nước|thăm|dự|đây|"
    r"tay|đích)\b)[^;.\n]{4,160}?)(?=,? (?:được|ký|kí|giai đoạn|với|"
    r"giữa|tại|ngày \d|năm \d|có|nhằm|đã|trong|trị giá|theo)\b|"
    r"[;.\n(]|$)"
)
_SINCE = pattern(r"\b(?:kể )?từ $")
#: A title's own subject; one word of two syllables is what kind of cooperation it is.
_IN = pattern(
    r"hợp tác (?P<subject>(?!(?:phi tập trung|toàn diện|hữu nghị|chiến lược|song phương|quốc tế|giai đoạn|giữa|với|năm|"
    r"về)\b)[^\W\d_]+(?: [^\W\d_]+){2,9}?)"
    r"(?=(?: giai đoạn| năm| \d|,| \(|$))"
)
_OF_WORK = pattern(
    r"^(?:biên )?(?:bản )?(?:ghi nhớ|ý định thư|thỏa thuận) (?P<subject>(?:trao đổi|đào tạo|chuyển giao|"
    r"phái cử|tiếp nhận) [^,;.\n]{3,80}?)(?= giai đoạn|$)",
    2,
)
#: Plans numbered within one sentence: ``1- Xin …; 2- ký với …``.
_NUMBERED = pattern(r"; ?(?:2|b)[-.)] ?")
_FORCE = pattern(r"có hiệu lực (?:(?:thi hành|kể) )*(?:từ )?$")
_NO_SIGNING = pattern(
    r"(?:\b(?:đến hết|đến|tới|hết hạn|thời hạn|từ|kể từ|hiệu lực|cùng kỳ|so với|thành lập|cho|kỷ niệm|bản|thay|thay thế|"
    r"cũ)|/) (?:ngày |năm |"
    r"tháng )?$"
)
_PLACES = ("PROVINCE", "DISTRICT", "COMMUNE", "FOREIGN_UNIT", "BORDER_GATE")
_AT = pattern(
    r"\b(?:tại|ở) (?P<at>(?:(?:thành phố|thủ đô|thị xã|tỉnh|huyện|xã|cửa khẩu|khu kinh tế cửa khẩu|"
    r"bang) )?(?!Hội|Lễ|Kỳ|Trường|Công|Trung)[A-ZĐ][\w-]+(?: [A-ZĐ][\w-]+){0,4})"
)
_SIGNED_SINCE = pattern(r"\b(?:ký|kí)(?: kết)? từ (?:ngày |năm |tháng )?$")
_AT_HEAD = pattern(
    r"^(?:[-+*•] )?(?:[^,;.\n]{3,40},? )?[Tt]ại (?P<at>(?!đây|buổi|hội|cuộc|lễ|phiên|kỳ|chuyến|Hội|Lễ|đó|các|tỉnh bạn|"
    r"nước bạn)[^,;.\n]{3,50}), "
)
_SAME_DAY = pattern(r"\b(?:cùng ngày|ngay trong ngày)\b", re.IGNORECASE)
_LEAD = 60  # characters at a sentence's head that hold for all its clauses
_FAR = 220  # characters between a date and the signing
_BACKWARDS = 8  # sentences that ``kết thúc buổi làm việc`` may look back


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of agreements, sentence by sentence; treaties between states and plans to sign make none."""
    lead = False
    for place, sentence in enumerate(page.sentences):
        lead = lead and sentence.kind == "list_item"
        if (lead or any(cue in sentence.lower for cue in _CUES)) and not _planned(sentence):
            yield from totals(sentence)
            for paper in papers(sentence, lead):
                if draft := _single(page, sentence, paper, place):
                    yield draft
            if "kết nghĩa" in sentence.lower and (draft := _twinned(page, sentence)):
                yield draft
            if sentence.text.rstrip().endswith(":") and sentence.fact:
                lead = SIGNS.search(sentence.text) is not None


def _planned(sentence: Sentence) -> bool:
    numbered = _NUMBERED.search(sentence.lower)
    return numbered is not None and intent.intended(sentence.lower[: numbered.start()])


_TWINNED = pattern(r"\b(?:ký (?:kết )?)?kết nghĩa (?:giữa (?P<between>)|với (?P<by>))")
_UNIT = pattern(
    r"(?:tỉnh|thành phố|tp|huyện|thị xã|xã|phường|bản|thôn|làng|sở|hội|trường|bệnh viện|đồn|ubnd|trung tâm|"
    r"báo|đài|liên hiệp|ta\b|đại học|công đoàn)|[^\W\d_]+ [^\W\d_]+$"
)
_STILL = pattern(r"\b(?:vẫn|đang|còn) (?:đang )?(?:được )?(?:duy trì|thực hiện|triển khai)")


def _twinned(page: Page, sentence: Sentence) -> Draft | None:
    """``A kết nghĩa với B``, ``việc kết nghĩa giữa A và B``: no paper is named, only who stands in it."""
    match = _TWINNED.search(sentence.text)
    at = sentence.start + match.start() if match else 0
    if (
        not match
        or not sentence.is_fact(at)
        or any(each.start <= at < each.end for each in sentence.of("AGREEMENT", "ORG", "QUANTITY"))
    ):
        return None
    paper = Paper(at, sentence.start + match.end(), at, None, own=False, deed="signed", until=sentence.clause(at)[1])
    sides = twins(page, sentence, at, sentence.start + match.end(), between=match["between"] is not None)
    if sorted(bool(side.foreign) for side in sides) != [False, True] or any(side.start >= side.end for side in sides):
        return None
    country = next((side.country for side in sides if side.foreign and side.country), None)
    ours = next(sentence.lower[side.start - sentence.start : side.end - sentence.start] for side in sides if not side.foreign)
    if (
        not _UNIT.match(ours)
        or not country
        or not all(
            _NAME.search(sentence.text, side.start - sentence.start, side.end - sentence.start) for side in sides if side.foreign
        )
    ):
        return None
    draft = Draft("international_agreement", sentence)
    for side in sides:
        _put(draft, sentence, side, "twins")
    draft.put("country", *country, "named")
    _when(page, draft, sentence, paper, 0)
    words = at + match[0].index("kết nghĩa")
    draft.put("subjects", ["kết nghĩa"], (words, words + len("kết nghĩa")), "twins")
    runs = _STILL.search(sentence.lower, match.end(), paper.until - sentence.start)
    draft.put("status", "ongoing" if runs else "signed", (at, paper.end), "twins")
    return draft


def _single(page: Page, sentence: Sentence, paper: Paper, place: int) -> Draft | None:
    sides, shared = parties(page, sentence, paper)
    if _of_states(sentence, paper, sides):
        return None
    pointed = shared_sides(page, sentence, place, paper.sign[0] if paper.sign else paper.start) if shared else None
    country = _country(sentence, paper, sides, place, pointed)
    if not country and not (paper.own and _one(sentence, sides)):
        return None
    if len(sides) == 2 and (not any(side.foreign for side in sides) or all(_is_firm(sentence, side) for side in sides)):
        return None
    draft = Draft("international_agreement", sentence)
    draft.say("title", paper.start, paper.end, "title")
    draft.put("form", paper.form, (paper.start, paper.head), "title")
    for side in sides:
        _put(draft, sentence, side, "side")
    for side in pointed[1] if pointed else []:
        _put(draft, pointed[0] if pointed else sentence, side, "shared")
    if country:
        draft.put("country", *country, "named")
    _when(page, draft, sentence, paper, place)
    _where(draft, sentence, paper)
    _subjects(draft, sentence, paper)
    details.permission(draft, sentence, "permission", *sentence.clause(paper.start))
    if paper.deed != "agreed":
        draft.put("status", paper.deed, paper.sign or (paper.start, paper.end), paper.deed)
    return draft


def _one(sentence: Sentence, sides: list[Side]) -> bool:
    """Whether a paper of no country is one paper, of parties with names: ``ký Bản ghi nhớ với cơ quan chủ quản`` is a rule."""
    named = not sides or any(
        _NAME.search(sentence.text, side.start - sentence.start, side.end - sentence.start) for side in sides if side.foreign
    )
    return named and not any(side.foreign and _is_firm(sentence, side) for side in sides)


def _is_firm(sentence: Sentence, side: Side) -> bool:
    return _FIRM.match(sentence.text, side.start - sentence.start) is not None


def _of_states(sentence: Sentence, paper: Paper, sides: list[Side]) -> bool:
    """Whether states or their ministries sign."""
    words = sentence.before(paper.sign[0] if paper.sign else paper.start, 60)
    return bool(_NATIONS.search(words)) or any(_CENTRAL.match(sentence.text, side.start - sentence.start) for side in sides)


def _put(draft: Draft, sentence: Sentence, side: Side, rule: str) -> None:
    column = "foreign" if side.foreign else "vn"
    if side.end > side.start and f"party_{column}" not in draft and not _VAGUE.match(sentence.text, side.start - sentence.start):
        draft.say(f"party_{column}", side.start, side.end, rule)
    if side.signer and f"signatory_{column}" not in draft:
        draft.say(f"signatory_{column}", *side.signer, "signer")
    if not side.foreign and "level" not in draft and (level := _level(sentence, side)):
        draft.put("level", level, (side.start, side.end), "level")


def _level(sentence: Sentence, side: Side) -> str | None:
    """The level of a Vietnamese body, from its words and its place."""
    words = sentence.lower[side.start - sentence.start : side.end - sentence.start]
    if not words or _FIRM.match(words):
        return None
    if _SCHOOLS.match(words):
        return "organisation"
    found = next((key for key, cue in _LEVEL if cue.search(words)), None)
    labels = [each.label for each in sentence.inside(side.start, side.end, *_UNITS)]
    return _UNITS[labels[0]] if found in ("province", None) and labels else found


def _country(
    sentence: Sentence, paper: Paper, sides: list[Side], place: int, pointed: tuple[Sentence, list[Side]] | None
) -> tuple[str, Mention] | None:
    """The foreign party's country; else the one that the clause, the sentence or the sentences before name."""
    for side in sides:
        if side.foreign and side.country:
            return side.country
    scopes = [(pointed[0], pointed[1][0].start, pointed[1][0].end)] if pointed else []
    scopes.append((sentence, *sentence.clause(paper.start)))
    told = [*before(sentence.page, sentence, place), *_told_before(sentence.page, sentence, place)]
    scopes += [(each, each.start, each.start + len(each.text)) for each in told]
    for scope, start, end in scopes:
        named, said = countries(scope, start, end)
        if named:
            return named[0], said[0]
    return None


# --- when and where ----------------------------------------------------------------------------------------------------


def _when(page: Page, draft: Draft, sentence: Sentence, paper: Paper, place: int) -> None:
    """The term, the day of effect, and the day of signing: beside the word of signing, else the finest date near it."""
    head, tail = sentence.clause(paper.start)
    ranked: list[tuple[tuple[bool, bool, int, int], Mention, str]] = []
    for each, value in days(sentence):
        words = sentence.before(each.start, 30)
        if each.text.lower().startswith(("giai đoạn", "thời kỳ")) or ("/" in value and len(value) == 9):
            if paper.start <= each.start < min(tail, paper.end + 120):
                draft.put("term", value, each, "period")
        elif _FORCE.search(words) or (paper.deed == "extended" and each.start > paper.end and _SINCE.search(words)):
            if head <= each.start < tail + 60:
                draft.put("effective_on", value, each, "force")
        elif rank := _rank(sentence, paper, each, value, words):
            ranked.append((rank, each, value))
    if paper.deed == "extended" and (
        not ranked or paper.sign is None or SIGNS.match(sentence.text, paper.sign[0] - sentence.start) is None
    ):
        return
    if ranked:
        _, each, value = max(ranked, key=lambda one: one[0])
        draft.put("signed_on", value, each, "date")
    elif paper.deed == "signed":
        _day_before(page, draft, sentence, place)


def _rank(sentence: Sentence, paper: Paper, each: Mention, value: str, words: str) -> tuple[bool, bool, int, int] | None:
    """How likely a date is the day of signing; None where it is not."""
    head, tail = sentence.clause(paper.start)
    sign = paper.sign or (paper.start, paper.end)
    of_title = (paper.start <= each.start < paper.end and each.start != paper.head + 1) or (
        each.start - paper.end in (0, 1) and len(value) == 4 and paper.form in ("minutes", "programme", "plan")
    )
    other = "/" in value or _NO_SIGNING.search(words) or each.text.lower().startswith(("đến", "tính", "từ"))
    if of_title or (other and not _SIGNED_SINCE.search(words)):
        return None
    far = min(abs(each.start - sign[1]), abs(sign[0] - each.end), abs(each.start - paper.end))
    inside = head <= each.start < tail
    if far > _FAR or not (inside or each.start - sentence.start < _LEAD):
        return None
    return 0 <= each.start - sign[1] <= 10, inside, len(value), -far


def _day_before(page: Page, draft: Draft, sentence: Sentence, place: int) -> None:
    """The day that the sentence before opens with, where this one goes on with it (``Tại đây, hai bên ký``)."""
    for other in _told_before(page, sentence, place):
        dates = [
            (each, value) for each, value in days(other) if each.start - other.start < _LEAD or _LATTER.search(sentence.lower)
        ]
        if dates:
            each, value = dates[-1 if _LATTER.search(sentence.lower) else 0]
            if len(value) >= 7 and "/" not in value:
                draft.sentence = other
                draft.put("signed_on", value, each, "day_before")
                draft.sentence = sentence
            return


def _told_before(page: Page, sentence: Sentence, place: int) -> Iterator[Sentence]:
    """The sentences that a sentence goes on with: the one before in its passage; those before ``Kết thúc buổi làm việc``."""
    same = _SAME_DAY.search(sentence.text)
    if not same and not _BACK.match(sentence.lower):
        return
    if sentence.earlier and not same:
        yield sentence.earlier
    elif same or _MEETING.match(sentence.lower):
        yield from page.sentences[max(0, place - _BACKWARDS) : place][::-1]


def _where(draft: Draft, sentence: Sentence, paper: Paper) -> None:
    """The place behind ``tại``, ``ở`` in the clause, at the sentence's head, or in the sentence that this one goes on with."""
    head, tail = sentence.clause(paper.start)
    scopes = [(sentence, head, tail), (sentence, sentence.start, sentence.start + _LEAD)]
    if sentence.earlier and _BACK.match(sentence.lower):
        scopes.append((sentence.earlier, sentence.earlier.start, sentence.earlier.end))
    for scope, start, end in scopes:
        found = [(each.start, each.end) for each in scope.inside(start, end, *_PLACES) if _at(scope, each)]
        found += [
            (scope.start + match.start("at"), scope.start + match.end("at"))
            for match in _AT.finditer(scope.text, start - scope.start, end - scope.start)
        ]
        found = [each for each in found if not within(scope, each[0] + 1)]
        if not found and scope is sentence and start == sentence.start and (match := _AT_HEAD.match(scope.text)):
            found = [(scope.start + match.start("at"), scope.start + match.end("at"))]
        if found:
            draft.sentence = scope
            draft.say("signed_at", *found[-1 if scope is not sentence and _LATTER.search(sentence.lower) else 0], "place")
            draft.sentence = sentence
            return


def _at(sentence: Sentence, each: Mention) -> bool:
    return sentence.before(each.start, 5).endswith(("tại ", "ở "))


def _subjects(draft: Draft, sentence: Sentence, paper: Paper) -> None:
    """``về …`` in the title, else ``trong các lĩnh vực …`` behind it, else what the title says behind ``hợp tác``."""
    text, at, base = sentence.text, paper.end - sentence.start, paper.start
    match = _ABOUT.match(text[paper.start - sentence.start : at])
    if not match:
        match, base = _FIELDS.search(text, at, min(len(text), at + 400)), sentence.start
    match = match or _ABOUT_BEHIND.search(text, at, min(len(text), at + _FAR, paper.until - sentence.start))
    match = match or _IN.search(text, paper.start - sentence.start, at)
    if not match:
        match, base = _OF_WORK.match(text[paper.start - sentence.start : at]), paper.start
    if match:
        words = " ".join(match["subject"].split())
        draft.put("subjects", [words], (base + match.start("subject"), base + match.end("subject")), "title")


def of_table(draft: Draft, sentence: Sentence) -> None:
    """What a row of a table of agreements says by its title and its Vietnamese side; that it was signed, where a day says so."""
    view = sentence.page.view
    if title := draft.slots.get("title"):
        start, end = view.place(title.evidence[0].start), view.place(title.evidence[0].end)
        words = view.text[start:end].lower()
        if "form" not in draft:
            draft.put("form", form_of(words), (start, end), "title")
        if "subjects" not in draft and (match := _ABOUT.match(words) or _IN.search(words)):
            subject = start + match.start("subject"), start + match.end("subject")
            draft.put("subjects", [" ".join(view.text[slice(*subject)].split())], subject, "title")
    other = draft.slots.get("party_foreign")
    if other and "country" not in draft:
        named, said = countries(sentence, place := view.place(other.evidence[0].start), place + _FAR)
        draft.put("country", "".join(named[:1]), said[:1], "named")
    party = draft.slots.get("party_vn")
    if party and "level" not in draft:
        side = Side(view.place(party.evidence[0].start), view.place(party.evidence[0].end))
        draft.put("level", _level(sentence, side), (side.start, side.end), "level")
    if "status" not in draft and (day := draft.slots.get("signed_on")):
        draft.put("status", "signed", (view.place(day.evidence[0].start), view.place(day.evidence[0].end)), "table")
