"""International agreements: totals by level, and single ones that were signed, extended or are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import details, intent
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..papers import SIGNS, Paper, form_of, papers
from ..parties import before, parties, shared_sides, subject, twins, twins_before
from ..places import countries, country_of
from ..sides import Side, opposed
from ..wording import pattern
from .agreement_totals import totals
from .signing import ABOUT, FAR, IN, since_when, subjects, told_before, when, where

_CUES = ("kết nghĩa", "tuyên bố chung", "ký", "kí", "thỏa thuận", "thoả thuận", "ghi nhớ", "gia hạn", "biên bản", "mou", "ttqt")
_LEVEL = (
    (
        "organisation",
        pattern(
            r"(?<!xã )\bhội\b(?! đồng)|liên hiệp|đoàn thể|mặt trận|\bkhối\b|đoàn thanh niên|(?:tỉnh|huyện|thành|xã) ?đoàn\b|"
            r"hiệp hội|công đoàn|liên đoàn|liên minh"
        ),
    ),
    ("commune", pattern(r"(?<!thị )(?<!tác )\bxã\b(?! hội)|phường|thị trấn")),
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
_GOES_ON = pattern(
    r"(?:đến nay,? )?(?:các |hai )?(?:văn bản|biên bản|bản ghi nhớ|thỏa thuận|bản thỏa thuận|chương trình)(?: (?:này|trên|đó|ấy|nói trên))?,?"
    r"(?:(?!\b(?:với|giữa|về|của|năm)\b)[^,;.]){0,30}?\b(?:(?:đang|vẫn|còn) (?:được |tiếp tục )?(?:[^,;. ]+ ){0,4}?(?:thực hiện|triển khai|hiệu lực)|"
    r"(?P<over>hết (?:hạn|hiệu lực))|(?P<extended>được gia hạn))"
)
_SHORT = 5  # letters of a name that may stand for others too
_SOME = pattern(r"\b(?:có|nhiều|một số|một vài|không ít) (?:tỉnh|nơi|địa phương|đơn vị|cơ quan|huyện)\b[^;.]{0,50}$")
_VAGUE = pattern(r"(?:\w+ )?bạn\b|đối tác\b(?! [A-ZĐ])|phía ")
#: Plans numbered within one sentence: ``1- Xin …; 2- ký với …``.
_NUMBERED = pattern(r"; ?(?:2|b)[-.)] ?")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of agreements; what a headline says and its text tells in full has one row."""
    found = list(_drafts(page))
    for draft in found:
        headline = draft.sentence.kind == "heading" and not draft.summary
        if not (headline and any(_tells(other, draft) for other in found)):
            yield draft


def _tells(draft: Draft, headline: Draft) -> bool:
    """Whether a row of the text is that of a headline: of one country and form."""
    if draft.sentence.kind == "heading" or draft.summary:
        return False
    same = [key for key in ("country", "form") if key in headline]
    return bool(same) and all(key in draft and draft.slots[key].value == headline.slots[key].value for key in same)


def _drafts(page: Page) -> Iterator[Draft]:
    """The rows sentence by sentence; treaties between states and plans to sign make none."""
    lead, ours = False, None
    for place, sentence in enumerate(page.sentences):
        lead = lead and sentence.kind == "list_item"
        ours = ours if lead else None
        if (lead or any(cue in sentence.lower for cue in _CUES)) and not _planned(sentence):
            yield from totals(sentence)
            for paper in papers(sentence, lead):
                if draft := _single(page, sentence, paper, place):
                    if ours and "party_vn" not in draft:
                        _put(draft, *ours, "lead")
                    yield draft
            if "kết nghĩa" in sentence.lower and (draft := _twinned(page, sentence)):
                yield draft
            if sentence.text.rstrip().endswith(":") and sentence.fact:
                sign = SIGNS.search(sentence.text)
                lead, ours = sign is not None, _signer_of_list(page, sentence, sign)


def _signer_of_list(page: Page, sentence: Sentence, sign: re.Match[str] | None) -> tuple[Sentence, Side] | None:
    """Our side, where it is the subject of what leads a list: ``Trường ký thêm 04 văn bản, gồm:``."""
    if sign is None:
        return None
    start, end = sentence.start + sign.start(), sentence.start + sign.end()
    sides = subject(page, sentence, Paper(end, end, end, None, sign=(start, end)), sentence.start)[0]
    return next(((sentence, side) for side in sides if side.foreign is not True and side.end > side.start), None)


def _planned(sentence: Sentence) -> bool:
    numbered = _NUMBERED.search(sentence.lower)
    return numbered is not None and intent.intended(sentence.lower[: numbered.start()])


_TWINNED = pattern(
    r"\b(?:ký (?:kết )?|(?:đặt|thiết lập|có|xây dựng) quan hệ (?:hợp tác,? |hữu nghị,? ){0,2})?(?P<word>kết nghĩa)"
    r"(?: (?!với|giữa|và)[^,;.()\n]{1,60}?)?? (?:giữa (?P<between>)|với (?P<by>))"
)
#: ``A và B (đã) (ký) kết nghĩa``: both sides stand before it.
_TWINNED_BOTH = pattern(
    r"(?<!lễ )(?<!việc )\b(?:(?:đã|cùng|chính thức|tổ chức|ký|kí) ){1,3}(?:kết )?(?P<word>kết nghĩa)\b(?! (?:với|giữa))"
)
_UNIT = pattern(
    r"(?:tỉnh|thành phố|tp|huyện|thị xã|xã|phường|bản|thôn|làng|sở|hội|trường|bệnh viện|đồn|ubnd|trung tâm|"
    r"báo|đài|liên hiệp|ta\b|đại học|công đoàn)"
)
_THOUGHT_OF = pattern(r"\b(?:đề án|phương án|kế hoạch|dự thảo|chuẩn bị|tiến tới|xúc tiến|hướng tới|đàm phán|việc xem xét) $")
_STILL = pattern(r"\b(?:vẫn|đang|còn) (?:đang )?(?:được )?(?:duy trì|thực hiện|triển khai)")


def _twinned(page: Page, sentence: Sentence) -> Draft | None:
    """``A kết nghĩa với B``, ``việc kết nghĩa giữa A và B``: no paper is named, only who stands in it."""
    match = _TWINNED.search(sentence.text) or _TWINNED_BOTH.search(sentence.text)
    at = sentence.start + match.start() if match else 0
    if (
        not match
        or not sentence.is_fact(at)
        or _THOUGHT_OF.search(sentence.before(at, 24))
        or any(each.start <= at < each.end for each in sentence.of("AGREEMENT", "ORG", "QUANTITY"))
    ):
        return None
    paper = Paper(at, sentence.start + match.end(), at, None, own=False, deed="signed", until=sentence.clause(at)[1])
    if match.re is _TWINNED_BOTH:
        sides = twins_before(page, sentence, at)
    else:
        sides = twins(page, sentence, at, sentence.start + match.end(), between=match["between"] is not None)
    if sorted(bool(side.foreign) for side in sides) != [False, True] or any(side.start >= side.end for side in sides):
        return None
    country = next((side.country for side in sides if side.foreign and side.country), None)
    ours, theirs = (_said(sentence, side) for side in sorted(sides, key=lambda side: bool(side.foreign)))
    if (
        not country
        or not _NAME.search(theirs)
        or theirs.startswith("một ")
        or not (_UNIT.match(ours.lower()) or ours[:1].isupper())
    ):
        return None
    draft = Draft("international_agreement", sentence)
    for side in sides:
        _put(draft, sentence, side, "twins")
    draft.put("country", *country, "named")
    when(page, draft, sentence, paper, 0)
    if "signed_on" not in draft and (since := since_when(sentence, paper)):
        draft.put("signed_on", since[1], since[0], "date")
    words = sentence.start + match.start("word"), sentence.start + match.end("word")
    draft.put("subjects", ["kết nghĩa"], words, "twins")
    runs = _STILL.search(sentence.lower, match.end(), paper.until - sentence.start)
    draft.put("status", "ongoing" if runs else "signed", (at, paper.end), "twins")
    return draft


def _said(sentence: Sentence, side: Side) -> str:
    return sentence.text[side.start - sentence.start : side.end - sentence.start]


def _single(page: Page, sentence: Sentence, paper: Paper, place: int) -> Draft | None:
    if _SOME.search(sentence.before(paper.start, 90)):
        return None
    sides, shared = parties(page, sentence, paper)
    if _of_states(sentence, paper, sides):
        return None
    for side in sides:
        if side.foreign is not False and not side.country and (country := _told_elsewhere(page, side)):
            side.country, side.foreign = country, True
    sides = opposed(sides) if len(sides) == 2 else sides
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
    when(page, draft, sentence, paper, place)
    where(draft, sentence, paper)
    subjects(draft, sentence, paper)
    details.permission(draft, sentence, "permission", *sentence.clause(paper.start))
    if paper.deed == "signed" and (later := _told_next(page, sentence, place)):
        draft.put("status", later[0], later[1], later[0])
    elif paper.deed != "agreed":
        draft.put("status", paper.deed, paper.sign or (paper.start, paper.end), paper.deed)
    return draft


def _told_next(page: Page, sentence: Sentence, place: int) -> tuple[str, tuple[int, int]] | None:
    """What the sentence behind says became of a paper: ``Văn bản đang được thực hiện tốt``."""
    behind = page.sentences[place + 1] if place + 1 < len(page.sentences) else None
    if behind is None or behind.passage != sentence.passage:
        return None
    match = _GOES_ON.match(behind.lower)
    if not match:
        return None
    said = "extended" if match["extended"] else "expired" if match["over"] else "ongoing"
    return said, (behind.start, behind.start + match.end())


def _told_elsewhere(page: Page, side: Side) -> tuple[str, Mention] | None:
    """The country that stands in brackets behind a party's name in another place: ``Đại học Mahidol (Thái Lan)``."""
    name = page.view.text[side.start : side.end].strip()
    match = re.search(rf"{re.escape(name)}(?: [A-Z]\w*){{0,2}} \(", page.view.text) if len(name) > _SHORT else None
    found = page.between(match.end(), match.end() + 1) if match else []
    return next(((country, each) for each in found if (country := country_of(each))), None)


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
    told = [*before(sentence.page, sentence, place), *told_before(sentence.page, sentence, place)]
    scopes += [(each, each.start, each.start + len(each.text)) for each in told]
    for scope, start, end in scopes:
        named, said = countries(scope, start, end)
        if named:
            return named[0], said[0]
    return None


def of_table(draft: Draft, sentence: Sentence) -> None:
    """What a row of a table of agreements says by its title and its Vietnamese side; that it was signed, where a day says so."""
    view = sentence.page.view
    if title := draft.slots.get("title"):
        start, end = view.place(title.evidence[0].start), view.place(title.evidence[0].end)
        words = view.text[start:end].lower()
        if "form" not in draft:
            draft.put("form", form_of(words), (start, end), "title")
        if "subjects" not in draft and (match := ABOUT.match(words) or IN.search(words)):
            subject = start + match.start("subject"), start + match.end("subject")
            draft.put("subjects", [" ".join(view.text[slice(*subject)].split())], subject, "title")
    other = draft.slots.get("party_foreign")
    if other and "country" not in draft:
        named, said = countries(sentence, place := view.place(other.evidence[0].start), place + FAR)
        draft.put("country", "".join(named[:1]), said[:1], "named")
    party = draft.slots.get("party_vn")
    if party and "level" not in draft:
        side = Side(view.place(party.evidence[0].start), view.place(party.evidence[0].end))
        draft.put("level", _level(sentence, side), (side.start, side.end), "level")
    if "status" not in draft and (day := draft.slots.get("signed_on")):
        draft.put("status", "signed", (view.place(day.evidence[0].start), view.place(day.evidence[0].end)), "table")
