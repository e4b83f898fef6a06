"""International agreements: totals by level, and single ones that were signed, extended or are in force."""

from __future__ import annotations

from collections.abc import Iterator

from .. import details, intent
from ..build import Draft
from ..odd_names import strange
from ..page import Mention, Page, Sentence
from ..papers import Paper, papers
from ..parties import parties
from ..places import countries, country_of, elsewhere, is_foreign, titled_land
from ..pointed import before, shared_sides
from ..sides import Side, opposed, read, told_apart
from ..signing_subject import SHARED
from ..wording import holds, pattern
from .about import subjects
from .agreement_totals import totals
from .became import told_next, told_then
from .ceremony import ceremony
from .lasting import lasting
from .led_papers import Lead, by_heading, goes_on, headed, leads, led
from .party import FIRM, put
from .retold import once
from .several import several
from .signers import signers
from .signing import told_before, when, where
from .titled import titled
from .twinning import BONDS, NAME, twinned

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
    "ý định thư",
    "ttqt",
    "tổng số",
    "tổng cộng",
    "cộng:",
    "kế hoạch hợp tác",
    "văn bản hợp tác",
    "văn bản cấp",
    "hiệu lực",
    "còn giá trị",
)
_CENTRAL = pattern(
    r"(?:[Cc]hính phủ(?! (?:nhân dân|tỉnh|huyện|thành phố|châu|quận|khu|bang|vùng|trấn|thị xã|đặc khu))|"
    r"[Bb]ộ (?!(?:chỉ huy|Chỉ huy|đội|Đội|CH))|[Nn]hà nước|[Qq]uốc hội)"
)
_NATIONS = pattern(r"\b(?:hai|các|ba) (?:chính phủ|nước|quốc gia|nhà nước|đảng)\b[^,;.]{0,20}$")
_OF_STATES = pattern(r" (?:giữa|của) (?:(?:hai|các) )?(?:chính phủ|nước|bộ|việt nam)\b")
_NEAR = 60  # characters between the word of signing and a treaty's name
#: Words of a name that is no home body's, its short name in brackets behind it among them.
_ABROAD = pattern(r"[Qq]uốc tế|nước ngoài|\b[A-Z]{3,}\b|[Cc]hâu (?:Á|Âu|Phi)|[Tt]hế giới|Liên [Hh]ợp [Qq]uốc|Mê ?[Kk]ông")
_SHORTS = 10  # characters of such a name
_BOTH = pattern(r"\bhai (?P<unit>tỉnh|thành phố|huyện|thị xã|xã|sở|ngành|trường|bệnh viện|hội)\b[^,;.]{0,24}$")
#: Columns that alone tell of no paper which one it is: who signs it, when or about what is left open.
_BARE = {"title", "form", "status", "country"}
_BOTH_OF = (
    ("province", ("tỉnh", "thành phố")),
    ("district", ("huyện", "thị xã")),
    ("commune", ("xã",)),
    ("department", ("sở", "ngành")),
    ("organisation", ("trường", "bệnh viện", "hội")),
)
#: What a clause is about: ``Với tỉnh Niigata, …``.
_TOPIC = pattern(
    r"\W*(?:\w{1,3}[.)] ?)?(?:[Rr]iêng |[Cc]òn )?[Vv]ới (?P<who>(?:[A-ZĐ]|tỉnh|thành phố|huyện|chính quyền|bang|vùng)[^,:;.\n]{2,80})[,:] "
)
_SOME = pattern(r"\b(?:có|nhiều|một số|một vài|không ít) (?:\d{1,3} )?(?:tỉnh|nơi|địa phương|đơn vị|cơ quan|huyện)\b[^;.]{0,50}$")
#: A decision lets somebody sign; whether it was signed it does not say.
_PERMITS = pattern(
    r"\W*(?:điều \d+[.:] ?|\d[.)] ?)?(?:đồng ý|cho phép|chấp thuận|nhất trí (?:về )?chủ trương|thống nhất chủ trương|giao|ủy quyền|phê duyệt)"
    r"\b(?![^;.]{0,200}\bđã (?:ký|kí)\b)"
)
_HANDED = pattern(r"\btrao(?: đổi| cho nhau| nhau)?(?: bản| một| các)* $")
#: Plans numbered within one sentence: ``1- Xin …; 2- ký với …``.
_NUMBERED = pattern(r"; ?(?:2|b)[-.)] ?")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of agreements; what a headline says and its text tells in full has one row."""
    yield from once(list(_drafts(page)))


def _drafts(page: Page) -> Iterator[Draft]:
    """The rows sentence by sentence; treaties between states and plans to sign make none."""
    lead: Lead | None = None
    for place, sentence in enumerate(page.sentences):
        lead = lead if lead and goes_on(lead, sentence) else None
        lead = lead or headed(sentence)
        if (lead or holds(sentence.lower, _CUES)) and not _planned(sentence):
            yield from totals(sentence)
            yield from several(page, sentence, place)
            found = list(papers(sentence, lead is not None))
            for paper in found:
                if draft := _single(page, sentence, paper, place):
                    yield led(draft, lead) if lead else draft
            titled = any("kết nghĩa" in sentence.lower[one.start - sentence.start : one.end - sentence.start] for one in found)
            if not titled and BONDS.search(sentence.lower):
                yield from twinned(page, sentence)
        if sentence.fact and sentence.text.rstrip().endswith(":"):
            lead = leads(page, sentence)


def _planned(sentence: Sentence) -> bool:
    if _PERMITS.match(sentence.lower):
        return True
    numbered = _NUMBERED.search(sentence.lower)
    return numbered is not None and intent.intended(sentence.lower[: numbered.start()])


def _single(page: Page, sentence: Sentence, paper: Paper, place: int) -> Draft | None:
    if _SOME.search(sentence.before(paper.start, 90)):
        return None
    sides, shared = parties(page, sentence, paper)
    if _of_states(sentence, paper, sides) or (paper.treaty and not (shared or len(sides) == 2)):
        return None
    for side in sides:
        if side.foreign is not False and not side.country and (country := elsewhere(page, page.view.text[side.start : side.end])):
            side.country, side.foreign = country, True
    if len(sides) == 2:
        sides, shared = _persons_apart(sentence, sides, shared)
    pointed = shared_sides(page, sentence, place, paper.sign[0] if paper.sign else paper.start) if shared else None
    country = _country(sentence, paper, sides, place, pointed)
    if paper.treaty and not (pointed or any(side.foreign and side.country for side in sides)):
        return None
    if country and paper.own and len(sides) == 2 and all(side.foreign is None and side.end > side.start for side in sides):
        sides[0].foreign, sides[1].foreign = False, True  # two villages that no list knows: ours is told first
    if not country and not ((paper.own or (len(sides) == 2 and paper.sign)) and _one(sentence, sides)):
        return None
    if sides and all(side.end > side.start and _is_firm(sentence, side) for side in sides):
        return None
    if len(sides) == 2 and not any(side.foreign for side in sides):
        return None
    if not country and len(sides) == 2 and not any(_looks_foreign(page, sentence, side) for side in sides):
        return None  # two home bodies, for all that is known
    draft = Draft("international_agreement", sentence)
    draft.say("title", paper.start, titled(sentence, paper, sides), "title")
    draft.put("form", paper.form, (paper.start, paper.head), "form")
    for side in sides:
        put(draft, sentence, side, "side")
    for side in pointed[1] if pointed and _points(sentence, paper, sides, pointed) else []:
        put(draft, pointed[0] if pointed else sentence, side, "shared")
    if "party_foreign" not in draft and paper.sign and (topic := _topic(page, sentence, paper)):
        put(draft, sentence, topic, "topic")
        country = country or topic.country
    if "level" not in draft and "party_vn" not in draft:
        _level_of_both(draft, sentence, paper)
    if country:
        draft.put("country", *country, "named" if any(side.foreign and side.country for side in sides) else "near")
    signers(page, draft, sentence, paper, place)
    when(page, draft, sentence, paper, place)
    where(draft, sentence, paper)
    subjects(page, draft, sentence, paper, place)
    details.permission(draft, sentence, "permission", *sentence.clause(paper.start))
    ceremony(page, draft, sentence, paper, place)
    lasting(page, draft, sentence, paper, place)
    if paper.deed == "signed" and (later := told_then(sentence, paper) or told_next(page, sentence, place)):
        draft.put("status", later[0], later[1], later[0])
    elif paper.deed != "agreed" or _HANDED.search(sentence.before(paper.start, 24)):
        paper.deed = "signed" if paper.deed == "agreed" else paper.deed
        draft.put("status", paper.deed, paper.sign or (paper.start, paper.end), paper.deed)
    return by_heading(draft, paper) if draft.slots.keys() - _BARE else None


def _topic(page: Page, sentence: Sentence, paper: Paper) -> Side | None:
    """The foreign side that a clause opens with: ``Với tỉnh Niigata, ông A và bà B đã ký …``."""
    match = _TOPIC.match(sentence.text, sentence.clause(paper.start)[0] - sentence.start)
    side = read(page, sentence, sentence.start + match.start("who"), sentence.start + match.end("who")) if match else None
    return side if side and side.foreign and side.end > side.start else None


def _persons_apart(sentence: Sentence, sides: list[Side], shared: bool) -> tuple[list[Side], bool]:
    """The two sides told apart; persons alone, of whom nothing tells, sign for those who were named before."""
    if any(side.foreign for side in opposed(sides)):
        return sides, shared
    ours, theirs = sides
    if all(side.start >= side.end and side.signer for side in sides):
        ours.foreign, theirs.foreign = False, True  # ours is told first
        return sides, True
    return told_apart(sentence, sides), shared


def _points(sentence: Sentence, paper: Paper, sides: list[Side], pointed: tuple[Sentence, list[Side]]) -> bool:
    """Whether the parties are those told of before: ``hai bên ký``, a signing of which nobody is the subject, or one whose
    clause names the other side as its topic.
    """
    if SHARED.search(sentence.before(max((paper.sign or (0, 0))[1], paper.start), 200)):
        return True
    topic = pointed[0] is sentence and pointed[1][0].start >= sentence.clause(paper.start)[0]
    return topic or (paper.deed == "signed" and not any(side.end > side.start and not side.foreign for side in sides))


def _level_of_both(draft: Draft, sentence: Sentence, paper: Paper) -> None:
    """``hai huyện ký``: the level that both sides are of."""
    words = sentence.before(paper.sign[0] if paper.sign else paper.start, 40)
    if match := _BOTH.search(words):
        at = (paper.sign[0] if paper.sign else paper.start) - len(words)
        level = next(key for key, word in _BOTH_OF if match["unit"] in word)
        draft.put("level", level, (at + match.start(), at + match.end()), "both")


def _one(sentence: Sentence, sides: list[Side]) -> bool:
    """Whether a paper of no country is one paper, of parties with names: ``ký Bản ghi nhớ với cơ quan chủ quản`` is a rule."""
    named = not sides or any(
        NAME.search(sentence.text, side.start - sentence.start, side.end - sentence.start) for side in sides if side.foreign
    )
    return named and not any(side.foreign and _is_firm(sentence, side) for side in sides)


def _looks_foreign(page: Page, sentence: Sentence, side: Side) -> bool:
    if not side.foreign:
        return False
    start, end = side.start - sentence.start, side.end - sentence.start
    named = strange(sentence.text[start:end]) or _ABROAD.search(sentence.text, start, end + _SHORTS)
    return bool(named) or any(is_foreign(page, sentence, each) for each in sentence.inside(side.start, side.end, "ORG"))


def _is_firm(sentence: Sentence, side: Side) -> bool:
    return FIRM.match(sentence.text, side.start - sentence.start) is not None


def _of_states(sentence: Sentence, paper: Paper, sides: list[Side]) -> bool:
    """Whether states or their ministries sign."""
    words = sentence.before(paper.sign[0] if paper.sign else paper.start, 60)
    if paper.treaty and (_OF_STATES.match(sentence.lower, paper.end - sentence.start) or _far(paper)):
        return True
    if paper.treaty and any(sentence.inside(side.start, side.start + 1, "COUNTRY") for side in sides):
        return True
    return bool(_NATIONS.search(words)) or any(_CENTRAL.match(sentence.text, side.start - sentence.start) for side in sides)


def _far(paper: Paper) -> bool:
    """Whether the word of signing stands away from a paper, as that of another paper does."""
    return paper.sign is not None and paper.start - paper.sign[1] > _NEAR


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
    if not any(side.foreign for side in sides) and pointed is None:
        return None
    return (_above(sentence) if paper.own else None) or titled_land(sentence.page)


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
