"""Friendship associations: their founding, members, terms and chairs; one with the reversed name is a foreign body."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import country_of
from ..values import count, day, unit
from ..wording import pattern

_FRIENDS = pattern(r"hữu nghị", 2)
_NAME = pattern(r"[Hh]ội (?:[Hh]ữu nghị |HN )?(?:và hợp tác |hợp tác |[Hh]ữu nghị )?(?:Việt Nam|Việt) ?- ?")
_OURS = pattern(r"tỉnh|thành phố|TP", 2)
_OTHERS = pattern(
    r"(?:chi |trung ương |chủ tịch |thư ký |ủy viên |uỷ viên |thường trực |ban vận động thành lập |đại diện |với )(?:của )?$"
)
_PLANNED = pattern(r"(?:ban vận động|chuẩn bị|xúc tiến|tiến tới|hướng tới|đề nghị|xin)[^,;.]{0,24}$")
_BEYOND = pattern(r" (?:toàn quốc|trung ương|huyện|quận|thị xã|xã|phường|trường)\b")
_GOES_ON = pattern(
    r"\b(?:Hội(?! [HhCNPLĐ])|[Tt]hành lập|[Nn]hiệm kỳ|Đại hội|hội viên|chi hội|Chủ tịch(?: Hội| đương nhiệm| hiện nay|:)|bầu làm Chủ tịch(?! [A-Z]))"
)
_ANOTHER = pattern(r"(?:Hội|Đoàn|Công đoàn|Liên đoàn|Hiệp hội|Liên minh|Câu lạc bộ)\b")
_FACTS = pattern(r"thành lập|ra đời|hội viên|chi hội|nhiệm kỳ|đại hội|ra mắt|chủ tịch", 2)
_FOUNDED = pattern(
    r"(?:thành lập|ra mắt|ra đời|\blập (?=ngày|năm|từ)|dựng lại|tái lập)(?! (?:chi hội|các|ban|thêm|mới|\d|câu lạc bộ))", 2
)
_NOT_YET = pattern(r"(?:vận động|chuẩn bị|xúc tiến|đề nghị|xin|ngày|năm) $")
_ADDED = pattern(r"(?:ban đầu|lúc đầu|khi mới|mới thành lập|kết nạp|phát triển|thêm|tăng)[^,;.]{0,20}$")
_SUM = pattern(r"hội viên[^,;.\d]{0,20}(?:lên|là|:|đạt|hiện có)[^,;.\d]{0,8}$")
_BARE = pattern(r"số (?P<what>hội viên|chi hội)[^,;.\d]{0,16}(?:lên|là|:) (?P<number>\d{1,3}(?:\.\d{3})*)(?=[,;]|\.(?!\d)|$)")
_MEMBERS, _BRANCHES, _PEOPLE = pattern(r"hội viên"), pattern(r"chi hội"), pattern(r"người$")
_HOOD = pattern(r"(?:hội(?: hữu nghị| thành viên| song phương)?|(?:tổ chức|đơn vị|đầu mối) thành viên)$|hội hữu nghị")
_EVENTS = pattern(r"(?:sự kiện|hoạt động)")
_FULL_UNION = pattern(
    r"Liên hiệp (?:các )?(?:tổ chức|Tổ chức) hữu nghị(?: (?:tỉnh|thành phố)(?: [A-ZĐ][\w-]*(?: [A-ZĐ][\w-]*){0,2})?)?(?! Việt Nam)"
)
_BELONGS = pattern(
    r"(?:thuộc|thành viên(?: thứ \w+| chính thức| mới)?(?: của)?) (?P<union>Liên hiệp[^,;.()\n]{0,60}?)(?= (?:có|với|gồm|và|hiện|từ|theo|năm)\b|[,;.()\n]|$)"
)
_OF_UNION = pattern(r"(?:toàn|cả|của) liên hiệp(?! phụ nữ| thanh niên| các hội)|các hội (?:thành viên|hữu nghị)", 2)
_UNITED = pattern(r"hội hữu nghị|liên hiệp|hội thành viên|các hội\b", 2)
_NATION = pattern(r"cả nước|toàn quốc|Liên hiệp các tổ chức hữu nghị Việt Nam|các tỉnh, thành phố|trung ương|VUFO", 2)
_OFFICE = (
    r"chủ tịch(?! (?:ubnd|ủy ban|uỷ ban|hđnd|hội đồng|mặt trận|liên hiệp|nước|công ty|tỉnh|thành phố|danh dự|quốc hội|tập đoàn))"
)
_ELECTED = pattern(
    r"(?:[^;.]|\.(?=\d)){0,110}?\b(?:bầu|làm|giữ|tái cử|đắc cử|trúng cử|đảm nhiệm|đảm nhận|là|cử)\b(?:(?!phó )[^;.,]){0,40}?(?<!phó )"
    + _OFFICE
)
_CHAIR_IS = pattern(
    r"(?<!phó )"
    + _OFFICE
    + r"(?:(?!phó |thay )[^;.,\d]){0,30}?(?:(?: nhiệm kỳ)? \d{4} ?- ?\d{4})?(?: là|:|,| do)? ?(?:ông|bà|đ/c|đồng chí|anh|chị)? ?$"
)
_LAST = 70  # characters between the office and a name before it
_NEAR = 60  # characters between the founding and its date


class _Part(msgspec.Struct):
    """What a sentence tells of one association: its mention, if it is named there, and the places where that begins and ends."""

    sentence: Sentence
    body: Mention | None
    partner: str
    start: int
    end: int

    def of(self, *labels: str) -> list[Mention]:
        return self.sentence.inside(self.start, self.end, *labels)


def drafts(page: Page) -> Iterator[Draft]:
    """A row for each association of the province that the text says something of, and rows of totals of their union."""
    if not _FRIENDS.search(page.view.text):
        return
    rows: dict[str, Draft] = {}
    named: dict[str, Mention] = {}
    last, union, floor = "", None, 0
    for sentence in page.sentences:
        if match := _FULL_UNION.search(sentence.text):
            union = sentence.start + match.start(), sentence.start + match.end()
        if draft := _total(sentence, union):
            yield draft
            continue
        for each in _above(page, floor, sentence.start):
            last = _partner(page, each) or last
            named.setdefault(last, each)
        floor = sentence.end
        for part in _parts(sentence, last):
            last = part.partner
            draft = rows.setdefault(last, Draft("friendship_association", sentence))
            _fill(draft, part)
            if "name" not in draft and last in named:
                _name(draft, named[last], last)
        for each, partner in _named(sentence):
            last, named[partner] = partner, named.get(partner, each)
    yield from (draft for draft in rows.values() if _is_told(draft))


def _is_told(draft: Draft) -> bool:
    """Whether a row says more than the name and the country, or that the association was founded."""
    named = "name" in draft
    return named and (len(draft) > 2 or bool(_FOUNDED.search(draft.sentence.text)))


def _parts(sentence: Sentence, last: str) -> list[_Part]:
    """The stretches of a sentence that tell of one association each, from its name on; one that names none tells of the last."""
    if not sentence.fact or not _FACTS.search(sentence.text):
        return []
    named = _named(sentence)
    if not named:
        another = any(_ANOTHER.match(each.text) and not _NAME.match(each.text) for each in sentence.of("ORG"))
        goes_on = last and not another and _GOES_ON.search(sentence.text)
        return [_Part(sentence, None, last, sentence.start, sentence.end)] if goes_on else []
    starts = [sentence.start, *(each.start for each, _ in named[1:])]
    ends = [*starts[1:], sentence.end]
    return [_Part(sentence, each, partner, *place) for (each, partner), *place in zip(named, starts, ends, strict=True)]


def _named(sentence: Sentence) -> list[tuple[Mention, str]]:
    """The associations of the province that a sentence names, with their partner countries."""
    return [
        (each, partner) for each in sentence.of("ORG") if _is_ours(sentence, each) and (partner := _partner(sentence.page, each))
    ]


def _above(page: Page, start: int, end: int) -> list[Mention]:
    """The associations of the province that headings between two sentences name."""
    return [
        each for each in page.between(start, end) if each.label == "ORG" and _NAME.match(each.text) and _OURS.search(each.text)
    ]


def _name(draft: Draft, body: Mention, partner: str) -> None:
    draft.say("name", body.start, body.end, "name")
    draft.put("partner_country", partner, body, "name")


def _is_ours(sentence: Sentence, body: Mention) -> bool:
    """Whether an association is the province's, not the national one, a district's or a chapter, nor named for its guest."""
    if not _NAME.match(body.text) or _BEYOND.search(body.text + sentence.text[body.end - sentence.start :][:12]):
        return False
    local = _OURS.search(body.text) or _OURS.match(sentence.after(body.end, 8).strip())
    before = sentence.before(body.start, 30)
    if before.endswith("chi ") or _PLANNED.search(before):
        return False
    return bool(local or not (_OTHERS.search(before) or _NATION.search(sentence.text)))


def _partner(page: Page, body: Mention) -> str | None:
    """The foreign country in an association's name."""
    return next((land for each in page.between(body.start, body.end) if (land := country_of(each))), None)


def _total(sentence: Sentence, union: tuple[int, int] | None) -> Draft | None:
    """The counts of associations and what they have together; ``thành lập 3 hội, nâng tổng số lên 9 hội``: the sum counts."""
    if not _UNITED.search(sentence.text) or _NATION.search(sentence.text):
        return None
    draft = Draft("friendship_association", sentence, summary=True)
    if sentence.earlier and _NATION.search(sentence.earlier.text):
        return None
    hoods = [
        each
        for each in sentence.counts(_HOOD)
        if sentence.is_fact(each.start) and not _PLANNED.search(sentence.before(each.start, 40))
    ]
    summed = [each for each in hoods if sentence.before(each.start, 12).rstrip().endswith(("lên", "tổng số", "lên:"))]
    for each in (summed or hoods)[:1]:
        draft.put("associations", count(each), each, "count")
    events = [each for each in sentence.counts(_EVENTS) if sentence.is_fact(each.start)]
    if events and not _NAME.search(sentence.text):
        draft.put("activities", count(events[0]), events[0], "count")
    if not len(draft) and (_NAME.search(sentence.text) or not _OF_UNION.search(sentence.text)):
        return None
    _strength(draft, sentence, sentence.start, sentence.end)
    if not len(draft):
        return None
    if union and "iên hiệp" in sentence.text:
        draft.say("union", *union, "words")
    return draft


def _strength(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Members and chapters; those who joined or were there at first are not all. ``số chi hội lên 8`` is a bare number."""
    for match in _BARE.finditer(sentence.text, start - sentence.start, end - sentence.start):
        column = "members" if match["what"] == "hội viên" else "branches"
        place = sentence.start + match.start("number"), sentence.start + match.end("number")
        draft.put(column, match["number"].replace(".", ""), place, "count")
    for each in sentence.inside(start, end, "QUANTITY"):
        before = sentence.before(each.start, 40)
        if not sentence.is_fact(each.start) or (_ADDED.search(before) and not _SUM.search(before)):
            continue
        if _MEMBERS.match(unit(each)) or (_PEOPLE.match(unit(each)) and _SUM.search(before)):
            column = "members"
        elif _BRANCHES.match(unit(each)):
            column = "branches"
        else:
            continue
        if column not in draft:
            draft.put(column, count(each), each, "count")


def _fill(draft: Draft, part: _Part) -> None:
    sentence = part.sentence
    if part.body and "name" not in draft:
        _name(draft, part.body, part.partner)
    _strength(draft, sentence, part.start, part.end)
    _founding(draft, part)
    for each in part.of("DATE"):
        named = each.text.lower().startswith("nhiệm kỳ") or "nhiệm kỳ" in sentence.before(each.start, 16)
        value = day(each) if named or "khóa" in sentence.before(each.start, 12) else None
        held = draft.slots.get("term")
        if value and (value > str(held.value) if held else "/" in value):
            draft.slots.pop("term", None)  # the congress opens a new term, whichever is named first
            draft.put("term", value, each, "period")
    for each in part.of("QUANTITY"):
        if _EVENTS.match(unit(each)) and sentence.is_fact(each.start) and "activities" not in draft:
            draft.put("activities", count(each), each, "count")
    words = sentence.text[part.start - sentence.start : part.end - sentence.start]
    if (match := _BELONGS.search(words)) and "union" not in draft:
        draft.say("union", part.start + match.start("union"), part.start + match.end("union"), "words")
    for each in part.of("PERSON"):
        if _is_chair(sentence, each):
            draft.slots.pop("chair", None)  # who was elected later stays
            draft.put("chair", getattr(each.entity.value, "name", each.text), each, "person")


def _founding(draft: Draft, part: _Part) -> None:
    """The day and the decision of the founding; the decision's day where no other is told."""
    words = part.sentence.text[part.start - part.sentence.start : part.end - part.sentence.start]
    match = next((each for each in _FOUNDED.finditer(words) if not _NOT_YET.search(words[: each.start()].lower())), None)
    if not match:
        return
    at = part.start + match.start()
    papers = [each for each in part.of("DIRECTIVE") if each.text.lower().startswith("quyết định")]
    if papers and "decision" not in draft:
        draft.put("decision", " ".join(papers[0].text.split()), papers[0], "paper")
    if "founded" in draft:
        return
    cited = [each.end for each in part.of("DIRECTIVE")]
    told = [
        (any(0 <= each.start - end < 4 for end in cited), abs(each.start - at), each, value)
        for each in part.of("DATE")
        if (value := day(each)) and "/" not in value and abs(each.start - at) < 2 * _NEAR
    ]
    if told:
        _, _, each, value = min(told, key=lambda one: one[:2])
        draft.put("founded", value, each, "date")


def _is_chair(sentence: Sentence, person: Mention) -> bool:
    """``bầu ông An làm Chủ tịch Hội``, ``ông An … được bầu làm Chủ tịch``, ``Chủ tịch Hội là ông An``."""
    following = min((each.start for each in sentence.of("PERSON") if each.start > person.end), default=sentence.end)
    after = sentence.after(person.end, 160)[: following - person.end]
    if _ELECTED.match(after):
        return True
    return bool(_CHAIR_IS.search(sentence.before(person.start, _LAST)))
