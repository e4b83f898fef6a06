"""International agreements: totals by level, and single ones that were signed, extended or are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from .. import details, intent
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..papers import SIGNS, Paper, papers
from ..parties import before, parties, shared_sides, subject
from ..places import countries, country_of
from ..sides import Side, opposed
from ..values import days
from ..wording import pattern
from .agreement_totals import totals
from .party import FIRM, put
from .signers import signers
from .signing import subjects, told_before, when, where
from .twinning import NAME, twinned

_CUES = (
    "kết nghĩa",
    "tuyên bố chung",
    "ký",
    "kí",
    "thỏa thuận",
    "thoả thuận",
    "ghi nhớ",
    "gia hạn",
    "biên bản",
    "mou",
    "ttqt",
    "tổng số",
    "tổng cộng",
    "cộng:",
)
_CENTRAL = pattern(
    r"(?:[Cc]hính phủ(?! (?:nhân dân|tỉnh|huyện|thành phố|châu|quận|khu|bang|vùng|trấn|thị xã|đặc khu))|[Bb]ộ (?!(?:chỉ huy|Chỉ huy|đội|Đội))|[Nn]hà nước|[Qq]uốc hội)"
)
_NATIONS = pattern(r"\b(?:hai|các|ba) (?:chính phủ|nước|quốc gia|nhà nước|đảng)\b[^,;.]{0,20}$")
_GOES_ON = pattern(
    r"(?:đến nay,? )?(?:các |hai )?(?:văn bản|biên bản|bản ghi nhớ|thỏa thuận|bản thỏa thuận|chương trình)(?: (?:này|trên|đó|ấy|nói trên))?,?"
    r"(?:(?!\b(?:với|giữa|về|của|năm)\b)[^,;.]){0,30}?\b(?:(?:đang|vẫn|còn) (?:được |tiếp tục )?(?:[^,;. ]+ ){0,4}?(?:thực hiện|triển khai|hiệu lực)|"
    r"(?P<over>hết (?:hạn|hiệu lực))|(?P<extended>được gia hạn))"
)
_BARE = ("bản ghi nhớ", "biên bản ghi nhớ", "thỏa thuận", "thoả thuận", "bản thỏa thuận", "biên bản", "mou")
#: What a lead says of the papers below it.
_STATED = pattern(
    r"(?:(?P<expired>hết (?:hiệu lực|hạn)|không còn hiệu lực|chấm dứt)|(?P<extended>gia hạn)|"
    r"(?P<ongoing>còn (?:hiệu lực|giá trị)|đang (?:có hiệu lực|(?:được )?(?:thực hiện|triển khai))))[^,;.:]{0,30}:\W*$"
)
_UP_TO = pattern(r"\b(?:đến|tới|từ)(?: hết| cuối| ngày)* $")
_BOTH = pattern(r"\bhai (?P<unit>tỉnh|thành phố|huyện|thị xã|xã|sở|ngành|trường|bệnh viện|hội)\b[^,;.]{0,24}$")
_BOTH_OF = (
    ("province", ("tỉnh", "thành phố")),
    ("district", ("huyện", "thị xã")),
    ("commune", ("xã",)),
    ("department", ("sở", "ngành")),
    ("organisation", ("trường", "bệnh viện", "hội")),
)
_EXACT = 7  # characters of a month or a day
_SHORT = 5  # letters of a name that may stand for others too
_SOME = pattern(r"\b(?:có|nhiều|một số|một vài|không ít) (?:tỉnh|nơi|địa phương|đơn vị|cơ quan|huyện)\b[^;.]{0,50}$")
#: Plans numbered within one sentence: ``1- Xin …; 2- ký với …``.
_NUMBERED = pattern(r"; ?(?:2|b)[-.)] ?")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of agreements; what a headline says and its text tells in full has one row."""
    found = list(_drafts(page))
    full = [each for each in found if not (each.summary or _is_headline(each))]
    for draft in found:
        if draft.summary or not _is_headline(draft) or not any(_tells(other, draft) for other in full):
            yield draft


def _is_headline(draft: Draft) -> bool:
    return draft.sentence.kind == "heading" or _is_bare(draft)


def _is_bare(draft: Draft) -> bool:
    """Whether a row says of its paper no more than its kind and its parties."""
    title = str(draft.slots["title"].value).lower() if "title" in draft else ""
    return title in _BARE and not any(key in draft for key in ("signed_on", "term", "subjects", "signatory_foreign"))


def _tells(draft: Draft, headline: Draft) -> bool:
    """Whether a row of the text is that of a headline: of one country and form."""
    same = [
        key
        for key in ("country", "form", *(() if headline.sentence.kind == "heading" else ("party_foreign",)))
        if key in headline
    ]
    return bool(same) and all(key in draft and draft.slots[key].value == headline.slots[key].value for key in same)


class _Lead(msgspec.Struct):
    """What leads a list of papers: what became of them, our side where it is the subject, the day they were signed."""

    deed: str = "signed"
    ours: tuple[Sentence, Side] | None = None
    sentence: Sentence | None = None
    day: tuple[Mention, str] | None = None


def _drafts(page: Page) -> Iterator[Draft]:
    """The rows sentence by sentence; treaties between states and plans to sign make none."""
    lead: _Lead | None = None
    for place, sentence in enumerate(page.sentences):
        lead = lead if sentence.kind == "list_item" else None
        if (lead or any(cue in sentence.lower for cue in _CUES)) and not _planned(sentence):
            yield from totals(sentence)
            for paper in papers(sentence, lead is not None):
                if draft := _single(page, sentence, paper, place):
                    yield _led(draft, lead) if lead else draft
            if "kết nghĩa" in sentence.lower and (draft := twinned(page, sentence)):
                yield draft
        if sentence.fact and sentence.text.rstrip().endswith(":"):
            lead = _leads(page, sentence)


def _leads(page: Page, sentence: Sentence) -> _Lead | None:
    """What a sentence says of the papers that it leads: ``Trường ký thêm 04 văn bản, gồm:``, ``hai văn bản sau hết hiệu lực:``."""
    state = _STATED.search(sentence.lower)
    sign = SIGNS.search(sentence.text)
    if sign is None and state is None:
        return None
    deed = state.lastgroup if state and state.lastgroup else "signed"
    if sign is None:
        return _Lead(deed, None, sentence)
    start, end = sentence.start + sign.start(), sentence.start + sign.end()
    sides = subject(page, sentence, Paper(end, end, end, None, sign=(start, end)), sentence.start)[0]
    ours = next(((sentence, side) for side in sides if side.foreign is not True and side.end > side.start), None)
    exact = [each for each in days(sentence) if len(each[1]) >= _EXACT and "/" not in each[1]]
    return _Lead(
        deed, ours, sentence, exact[-1] if exact and not _UP_TO.search(sentence.before(exact[-1][0].start, 16)) else None
    )


def _led(draft: Draft, lead: _Lead) -> Draft:
    """The row with what its lead says of all."""
    if lead.ours and "party_vn" not in draft:
        put(draft, *lead.ours, "lead")
    if lead.day and "signed_on" not in draft and lead.deed == "signed":
        draft.put("signed_on", lead.day[1], lead.day[0], "lead")
    if lead.sentence and lead.deed != "signed" and "status" in draft and draft.slots["status"].value == "signed":
        draft.slots.pop("status")
        draft.put("status", lead.deed, (lead.sentence.start, lead.sentence.start + len(lead.sentence.text)), "lead")
    return draft


def _planned(sentence: Sentence) -> bool:
    numbered = _NUMBERED.search(sentence.lower)
    return numbered is not None and intent.intended(sentence.lower[: numbered.start()])


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
    if country and paper.own and len(sides) == 2 and all(side.foreign is None and side.end > side.start for side in sides):
        sides[0].foreign, sides[1].foreign = False, True  # two villages that no list knows: ours is told first
    if not country and not (paper.own and _one(sentence, sides)):
        return None
    if len(sides) == 2 and (not any(side.foreign for side in sides) or all(_is_firm(sentence, side) for side in sides)):
        return None
    draft = Draft("international_agreement", sentence)
    draft.say("title", paper.start, paper.end, "title")
    draft.put("form", paper.form, (paper.start, paper.head), "form")
    for side in sides:
        put(draft, sentence, side, "side")
    for side in pointed[1] if pointed else []:
        put(draft, pointed[0] if pointed else sentence, side, "shared")
    if "level" not in draft and "party_vn" not in draft:
        _level_of_both(draft, sentence, paper)
    if country:
        draft.put("country", *country, "named" if any(side.foreign and side.country for side in sides) else "near")
    signers(page, draft, sentence, paper, place)
    when(page, draft, sentence, paper, place)
    where(draft, sentence, paper)
    subjects(draft, sentence, paper)
    details.permission(draft, sentence, "permission", *sentence.clause(paper.start))
    if paper.deed == "signed" and (later := _told_next(page, sentence, place)):
        draft.put("status", later[0], later[1], later[0])
    elif paper.deed != "agreed":
        draft.put("status", paper.deed, paper.sign or (paper.start, paper.end), paper.deed)
    return draft


def _level_of_both(draft: Draft, sentence: Sentence, paper: Paper) -> None:
    """``hai huyện ký``: the level that both sides are of."""
    words = sentence.before(paper.sign[0] if paper.sign else paper.start, 40)
    if match := _BOTH.search(words):
        at = (paper.sign[0] if paper.sign else paper.start) - len(words)
        level = next(key for key, word in _BOTH_OF if match["unit"] in word)
        draft.put("level", level, (at + match.start(), at + match.end()), "both")


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
        NAME.search(sentence.text, side.start - sentence.start, side.end - sentence.start) for side in sides if side.foreign
    )
    return named and not any(side.foreign and _is_firm(sentence, side) for side in sides)


def _is_firm(sentence: Sentence, side: Side) -> bool:
    return FIRM.match(sentence.text, side.start - sentence.start) is not None


def _of_states(sentence: Sentence, paper: Paper, sides: list[Side]) -> bool:
    """Whether states or their ministries sign."""
    words = sentence.before(paper.sign[0] if paper.sign else paper.start, 60)
    return bool(_NATIONS.search(words)) or any(_CENTRAL.match(sentence.text, side.start - sentence.start) for side in sides)


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
    return _above(sentence) if paper.own and any(side.foreign for side in sides) else None


def _above(sentence: Sentence) -> tuple[str, Mention] | None:
    """The one country that the headings in force name."""
    view = sentence.page.view.text
    found: dict[str, Mention] = {}
    for each in sentence.page.mentions if sentence.above else []:
        if each.start >= sentence.start:
            break
        line = view[view.rfind("\n", 0, each.start) + 1 : each.start + 1].lower().lstrip()
        if (country := country_of(each)) and line in sentence.above:
            found.setdefault(country, each)
    return next(iter(found.items())) if len(found) == 1 else None
