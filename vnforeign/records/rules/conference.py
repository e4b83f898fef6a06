"""International conferences and workshops held here with foreign participation; a row reads on into the sentences behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import pattern
from .. import details
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, days, unit

_MEETING = r"(?:[Hh]ội thảo|[Hh]ội nghị|[Tt]ọa đàm|[Tt]oạ đàm|[Dd]iễn đàn|[Hh]ội chợ)"
_QUOTED = pattern(rf"\b{_MEETING}[^,;.\"“\n]{{0,40}}[\"“] ?(?P<name>[^\"”\n]{{4,150}})(?:[\"”]|$)")
_NAMED = pattern(
    rf"\b(?P<name>{_MEETING} (?:khoa học )?(?!nghị|thảo|,|do |đã |được |có |này|diễn |với |tại |trên )[^,;.\n]{{3,120}}?)"
    r"(?= (?:với|tại|ở|do|có|vào|ngày|từ|đã|thu hút|trong|được|nhằm|gồm|theo|trên|cho)\b|[,;.\n(]|$)"
)
_WORDS = ("hội thảo", "hội nghị", "tọa đàm", "toạ đàm", "diễn đàn", "hội chợ")
_FOREIGN = pattern(r"quốc tế|nước ngoài|ngoài nước|đến từ|từ \d+ (?:nước|quốc gia)", 2)
_DOMESTIC = pattern(
    r"tổng kết|sơ kết|quán triệt|tập huấn|tuyên truyền|trung ương|cán bộ chủ chốt|liên hoan|hội đàm|giao ban|hội chợ|triển khai|"
    r"đối ngoại toàn quốc|ngoại vụ toàn quốc|\bnày\b",
    2,
)
_ATTENDS = pattern(r"\b(?:tham dự|dự|tham gia)(?: \w+){0,3} $")
_HOLD = pattern(r"\b(?:tổ chức|đăng cai|diễn ra|khai mạc|mở|cho phép|với|họp|chủ trì|lo liệu|dự)\b")
_FIRMS = pattern(r"(?:doanh nghiệp|công ty|nhà đầu tư)")
_DELEGATES = pattern(r"(?:đại biểu|chuyên gia|nhà khoa học|khách|học giả|diễn giả)")
_PEOPLE = pattern(r"(?:lượt )?người")
_ABROAD = pattern(r"quốc tế|nước ngoài|ngoài nước|đến từ|từ \d+ (?:nước|quốc gia)")
_HOME = pattern(r"trong nước|việt nam")
_COUNT = pattern(r"(?:cuộc )?(?:hội nghị|hội thảo|hội nghị, hội thảo|diễn đàn|tọa đàm)")
_RUNS = pattern(r"[^,;.]{0,14}?\b(?:tổ chức|mở|đăng cai|chủ trì|phối hợp|đồng tổ chức|lo liệu|cùng)\b")
_WITH = pattern(r"(?:phối hợp (?:với|cùng)|cùng(?: với)?|tài trợ (?:là|bởi)|do)(?: tổ chức)? $")
_PAYS = pattern(r"[^,;.]{0,14}?\btài trợ\b")
_AT = pattern(
    r"\b(?:tại|ở) (?P<at>(?!đây|tỉnh ta|Công văn|Quyết định|Văn bản)[^,;.\n]{3,70}?)(?= (?:ngày|tháng|vào|với|do|từ|đã|có|trong|và)\b|[,;.\n(]|$)"
)
_MODES = (
    ("hybrid", pattern(r"trực tiếp (?:và|kết hợp(?: với)?) trực tuyến|kết hợp trực tuyến")),
    ("online", pattern(r"trực tuyến")),
    ("in_person", pattern(r"hình thức trực tiếp")),
)
_ALLOWED = (
    ("prime_minister", pattern(r"thủ tướng(?: chính phủ)?[^;.]{0,30}(?:cho phép|đồng ý|chấp thuận)")),
    ("province", pattern(r"(?:chủ tịch )?(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)[^;.]{0,30}(?:cho phép|đồng ý|chấp thuận)")),
)
_FUNDING = pattern(r"[Kk]inh phí (?:tổ chức )?(?P<who>(?:do|từ|của) [^,;.\n]{3,80})")
_RESULT = pattern(
    r"(?:[Qq]ua (?:hội nghị|hội thảo|đó)|[Kk]ết quả|[Kk]ết thúc (?:hội nghị|hội thảo)|[Ss]au hội (?:nghị|thảo)) ?[,:] (?P<what>[^;.\n]{8,200})"
)
_ALONG = 6  # sentences behind that may belong to a meeting


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of conferences, sentence by sentence."""
    read = -1
    for place, sentence in enumerate(page.sentences):
        if not sentence.fact or place <= read or not any(word in sentence.lower for word in _WORDS):
            continue
        total = next((each for each in sentence.counts(_COUNT) if "quốc tế" in unit(each) + sentence.after(each.end, 30)), None)
        if total and sentence.is_fact(total.start):
            draft = Draft("international_conference", sentence, summary=True)
            draft.put("conferences", count(total), total, "count")
            _people(draft, sentence, total.end)
            yield draft
            continue
        scope = page.along(place, _ALONG)
        own = next((at for at, each in enumerate(scope) if at and _name(each)), len(scope))
        if single := _single(page, scope[:own]):
            read = place + own - 1
            yield single


def _name(sentence: Sentence) -> tuple[int, int] | None:
    """Places of a meeting's name: in quotes, an event, or the words behind ``hội thảo``."""
    if not any(word in sentence.lower for word in _WORDS):
        return None
    match = _QUOTED.search(sentence.text)
    if match and not _DOMESTIC.search(match[0]):
        return sentence.start + match.start("name"), sentence.start + match.end("name")
    for each in sentence.of("EVENT"):
        if re.match(_MEETING, each.text) and '"' not in each.text and not _DOMESTIC.search(each.text):
            return each.start, each.end
    for match in _NAMED.finditer(sentence.text):
        if not _DOMESTIC.search(match[0]) and (
            match["name"][0].isupper() or "quốc tế" in match["name"] or " về " in match["name"]
        ):
            return sentence.start + match.start("name"), sentence.start + match.end("name")
    return None


def _single(page: Page, scope: list[Sentence]) -> Draft | None:
    sentence = scope[0]
    name = _name(sentence)
    if not name or not sentence.is_fact(name[0]) or _ATTENDS.search(sentence.before(name[0], 24)):
        return None
    there = countries(sentence, name[0], sentence.start + len(sentence.text))[0]
    if not (there or any(each.search(_FOREIGN) or countries(each, each.start, each.end)[0] for each in scope)):
        return None
    if not any(each.search(_HOLD) for each in scope):
        return None
    draft = Draft("international_conference", sentence)
    draft.say("name", *name, "name")
    for each in scope:
        draft.sentence = each
        if each.fact:
            _read(page, draft, each, name[1] if each is sentence else each.start)
    draft.sentence = sentence
    people = {"firms", "delegates", "delegates_vn", "delegates_foreign", "partner_foreign"} & draft.slots.keys()
    held = {"dates", "venue", "organiser_vn", "permission"} & draft.slots.keys()
    named = "quốc tế" in page.view.text[name[0] - 24 : name[1]]
    return draft if people or (held and (named or there)) else None


def _read(page: Page, draft: Draft, sentence: Sentence, start: int) -> None:
    """What one sentence says of a meeting."""
    end = sentence.start + len(sentence.text)
    _people(draft, sentence, start)
    _bodies(page, draft, sentence)
    if "dates" not in draft:
        known = [(each, value) for each, value in days(sentence) if len(value) > 4]
        if known:
            each, value = max(known, key=lambda one: ("/" in one[1], len(one[1])))
            draft.put("dates", value, each, "date")
    if "venue" not in draft and (at := _AT.search(sentence.text, max(0, start - sentence.start - 1))):
        draft.say("venue", sentence.start + at.start("at"), sentence.start + at.end("at"), "at")
    for column, cues in (("mode", _MODES), ("authority", _ALLOWED)):
        said = next(((key, match) for key, cue in cues if (match := cue.search(sentence.lower))), None)
        if said and column not in draft:
            draft.put(column, said[0], (sentence.start + said[1].start(), sentence.start + said[1].end()), "word")
    details.permission(draft, sentence, "permission", sentence.start, end)
    for column, name, cue in (("funding", "who", _FUNDING), ("result", "what", _RESULT)):
        if column not in draft and (match := cue.search(sentence.text)):
            draft.say(column, sentence.start + match.start(name), sentence.start + match.end(name), "words")


def _bodies(page: Page, draft: Draft, sentence: Sentence) -> None:
    """Who runs a meeting and with whom: ``do A phối hợp với B tổ chức``."""
    for each in sentence.of("ORG"):
        before, after = sentence.before(each.start, 26), sentence.after(each.end, 34)
        foreign = is_foreign(page, sentence, each)
        column = "partner_foreign" if foreign else "organiser_vn"
        if column in draft or not (_WITH.search(before) or _RUNS.match(after) or (foreign and _PAYS.match(after))):
            continue
        if foreign or not _PAYS.match(after):
            draft.say(column, each.start, each.end, "by")


def _people(draft: Draft, sentence: Sentence, start: int) -> None:
    for each in sentence.inside(start, start + 400, "QUANTITY"):
        kind, behind = unit(each), sentence.after(each.end, 40)
        if not sentence.is_fact(each.start):
            continue
        told = kind + " " + behind[:25]
        theirs = countries(sentence, each.end, each.end + 6)[0]
        if _FIRMS.match(kind):
            if _ABROAD.search(told) or theirs:
                draft.put("firms", count(each), each, "count")
                _from(draft, sentence, each)
        elif _DELEGATES.match(kind) or (_PEOPLE.match(kind) and _ABROAD.search(sentence.before(each.start, 24))):
            column = _column(sentence, each, told, bool(theirs))
            if column in draft:
                continue
            draft.put(column, count(each), each, "count")
            if column == "delegates_foreign":
                _from(draft, sentence, each)


def _column(sentence: Sentence, each: Mention, told: str, theirs: bool) -> str:
    abroad = _ABROAD.search(told) or theirs or _PEOPLE.match(unit(each))
    if abroad and not _HOME.search(told):
        return "delegates_foreign"
    return "delegates_vn" if _HOME.search(told) and not abroad else "delegates"


def _from(draft: Draft, sentence: Sentence, each: Mention) -> None:
    """The countries behind a count of guests."""
    named, said = countries(sentence, each.end, each.end + 70)
    if "countries" not in draft:
        draft.put("countries", named, said, "from")
