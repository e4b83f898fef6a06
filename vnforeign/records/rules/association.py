"""Friendship associations: their founding, members, terms and chairs; one with the reversed name is a foreign body."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import country_of
from ..values import count, day, unit
from ..wording import holds, pattern
from . import membership
from .chairs import is_chair
from .membership import EVENTS, NAME, NATION, PLANNED

_FRIENDS = pattern(r"hữu nghị", 2)
_OURS = pattern(r"tỉnh|thành phố|TP", 2)
_OTHERS = pattern(
    r"(?:chi |trung ương |chủ tịch |thư ký |ủy viên |uỷ viên |thường trực |ban vận động thành lập |đại diện |thay mặt |với )(?:của )?$"
)
#: What leads a name that an association had before.
_FORMER = pattern(
    r"(?:dưới tên|tiền thân(?: là| của)?|tên (?:cũ|ban đầu|gọi)(?: là)?|trước (?:đây |kia )?(?:là|gọi là|mang tên)|nguyên là|đổi tên từ) ?$"
)
_BEYOND = pattern(r" (?:các (?:tỉnh|huyện|thành)|toàn quốc|trung ương|huyện|quận|thị xã|xã|phường|trường)\b")
_GOES_ON = pattern(
    r"\b(?:Hội(?! [HhCNPLĐ])|[Tt]hành lập|[Nn]hiệm kỳ|Đại hội|hội viên|chi hội|[Nn]gười (?:thay|kế nhiệm) là|Chủ tịch(?: Hội| đương nhiệm| hiện nay|:)|bầu làm Chủ tịch(?! [A-Z]))"
)
#: Deeds counted in the sentence behind one on an association: ``Tổ chức 6 hoạt động``.
_DID = pattern(r"(?:trong năm,? |cả năm,? |hội )?(?:đã )?(?:tổ chức|có) (?:được )?\d+ (?:hoạt động|sự kiện)")
_ANOTHER = pattern(r"(?:Hội|Đoàn|Công đoàn|Liên đoàn|Hiệp hội|Liên minh|Câu lạc bộ)\b")
#: Of which one stands in what is told of an association; looked for in all sentences, so no pattern.
_FACTS = (
    "thành lập",
    "ra đời",
    "hội viên",
    "chi hội",
    "nhiệm kỳ",
    "nhiệm kì",
    "đại hội",
    "ra mắt",
    "chủ tịch",
    "hoạt động",
    "sự kiện",
    "người thay",
    "đứng đầu",
)
_FOUNDED = pattern(
    r"(?:thành lập|ra mắt|ra đời|\blập (?=ngày|năm|từ|ra|nên)|dựng lại|tái lập)(?! (?:chi hội|các|ban|thêm|mới|\d|câu lạc bộ))", 2
)
#: The founding of an association, not of its chapters, nor the years since.
_IS_FOUNDED = pattern(
    r"(?<!năm )(?<!ngày )(?:thành lập|ra mắt|tái lập)(?: và ra mắt| mới|,? đi vào hoạt động)? (?:thêm )?(?:hội|ban chấp hành hội) |"
    r"hội (?:hữu nghị )?việt(?:(?!kỷ niệm| năm | ngày )[^,;.]){0,60}? (?:được|đã|chính thức|vừa|mới)? ?(?:được |chính thức )*(?:thành lập|ra mắt|ra đời)(?! (?:chi|các|thêm|câu))",
    2,
)
_COMMITTEE = pattern(r"(?:ban chấp hành|ban thường vụ|bch|thường trực|văn phòng|đại hội) (?=hội hữu nghị việt)", 2)
_CUT = pattern(r"hội hữu nghị việt(?: nam)?(?: ?-)?$", 2)
_DASH = pattern(r"^ ?-? ?$")
_LOCAL = pattern(r" (?:tỉnh|thành phố)(?: [A-ZĐ][\w-]*){0,3}")
_TO_BE = pattern(
    r"[^,;.]{0,24}\b(?:đang|sẽ|chờ|dự kiến|sắp|chưa|(?<!đã )vận động|xúc tiến|xin phép|chuẩn bị)\b[^,;.]{0,30}(?:thành lập|ra mắt|ra đời)",
    2,
)
_SINCE = pattern(r"^ ?[(](?:thành lập )?(?:năm )?$")
_NOT_YET = pattern(r"(?:vận động|chuẩn bị|xúc tiến|đề nghị|xin|ngày|năm) $")
_FULL_UNION = pattern(
    r"Liên hiệp (?:các )?(?:tổ chức|Tổ chức) hữu nghị(?: (?:tỉnh|thành phố)(?: [A-ZĐ][\w-]*(?: [A-ZĐ][\w-]*){0,2})?)?(?! Việt Nam)"
)
_BELONGS = pattern(
    r"(?:thuộc|thành viên(?: thứ \w+| chính thức| mới)?(?: của)?) (?P<union>Liên hiệp[^,;.()\n]{0,60}?)(?= (?:có|với|gồm|và|hiện|từ|theo|năm|lên|đã|được|tổ chức|do)\b|[,;.()\n]|$)"
)
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
        if draft := membership.total(sentence, union):
            yield draft
        for each in _above(page, floor, sentence.start):
            last = _partner(page, each) or last
            named.setdefault(last, each)
        floor = sentence.end
        names = _named(sentence)
        for part in _apart(_parts(sentence, names, last), draft):
            last = part.partner
            draft = rows.setdefault(last, Draft("friendship_association", sentence))
            _fill(draft, part)
            if "name" not in draft and last in named:
                _name(draft, named[last], last)
        for each, partner in names:
            last, named[partner] = partner, named.get(partner, each)
    yield from (draft for draft in rows.values() if _is_told(draft))


def _apart(parts: list[_Part], total: Draft | None) -> list[_Part]:
    """The stretches of a sentence that tell of one association each, without the words on all of them."""
    if total is None:
        return parts
    view = total.sentence.page.view
    places = [view.place(each.start) for slot in total.slots.values() for each in slot.evidence if slot.rule.endswith(".count")]
    kept = []
    for part in parts:
        if part.body is None or not places:
            continue
        behind = part.body.start > min(places)
        part.start, part.end = (part.body.start, part.end) if behind else (part.start, min(part.end, min(places)))
        kept.append(part)
    return kept


def _is_told(draft: Draft) -> bool:
    """Whether a row says more than the name and the country, or that the association was founded."""
    return "name" in draft and (len(draft) > 2 or bool(_IS_FOUNDED.search(draft.sentence.text)))


def _parts(sentence: Sentence, named: list[tuple[Mention, str]], last: str) -> list[_Part]:
    """The stretches of a sentence that tell of one association each, from its name on; one that names none tells of the last."""
    if not sentence.fact or not holds(sentence.lower, _FACTS):
        return []
    if not named:
        another = any(_ANOTHER.match(each.text) and not NAME.match(each.text) for each in sentence.of("ORG"))
        told = _GOES_ON.search(sentence.text) or (sentence.earlier and _DID.match(sentence.lower))
        goes_on = last and told and not another and not sentence.text.startswith(("Liên hiệp", "Toàn Liên hiệp"))
        return [_Part(sentence, None, last, sentence.start, sentence.end)] if goes_on else []
    starts = [sentence.start, *(each.start for each, _ in named[1:])]
    ends = [*starts[1:], sentence.end]
    return [_Part(sentence, each, partner, *place) for (each, partner), *place in zip(named, starts, ends, strict=True)]


def _named(sentence: Sentence) -> list[tuple[Mention, str]]:
    """The associations of the province that a sentence names, with their partner countries."""
    bodies = [_whole(sentence, each) for each in sentence.of("ORG")]
    return [(each, partner) for each in bodies if _is_ours(sentence, each) and (partner := _partner(sentence.page, each))]


def _own(body: Mention) -> Mention:
    """An association behind the name of its committee."""
    match = _COMMITTEE.match(body.text)
    return (
        Mention(body.index, body.entity, body.start + match.end(), body.end, body.text[match.end() :], body.label)
        if match
        else body
    )


def _whole(sentence: Sentence, body: Mention) -> Mention:
    """An association, also one whose name goes on behind a line end: ``Hội hữu nghị Việt Nam -``, ``Nhật Bản``."""
    body = _own(body)
    if not _CUT.search(body.text):
        return body
    for land in sentence.inside(body.end, body.end + 6, "COUNTRY", "FOREIGN_UNIT"):
        if _DASH.match(sentence.text[body.end - sentence.start : land.start - sentence.start]):
            place = _LOCAL.match(sentence.text, land.end - sentence.start)
            end = sentence.start + place.end() if place else land.end
            words = sentence.text[body.start - sentence.start : end - sentence.start]
            return Mention(body.index, body.entity, body.start, end, words, body.label)
    return body


def _above(page: Page, start: int, end: int) -> list[Mention]:
    """The associations of the province that headings between two sentences name."""
    bodies = [_own(each) for each in page.between(start, end) if each.label == "ORG"]
    return [each for each in bodies if NAME.match(each.text) and _OURS.search(each.text)]


def _name(draft: Draft, body: Mention, partner: str) -> None:
    draft.say("name", body.start, body.end, "name")
    draft.put("partner_country", partner, body, "name")


def _is_fuller(body: Mention, held: str) -> bool:
    """Whether a name says more than the one held: ``… tỉnh Hải Dương`` behind ``… tỉnh``."""
    said = " ".join(body.text.split())
    return len(said) > len(held) and said.lower().startswith(held.lower())


def _is_ours(sentence: Sentence, body: Mention) -> bool:
    """Whether an association is the province's, not the national one, a district's or a chapter, nor named for its guest."""
    if not NAME.match(body.text) or _BEYOND.search(body.text + sentence.text[body.end - sentence.start :][:12]):
        return False
    local = _OURS.search(body.text) or _OURS.match(sentence.after(body.end, 8).strip())
    before = sentence.before(body.start, 30)
    if before.endswith(("chi ", "các ")) or PLANNED.search(before) or _FORMER.search(before) or not sentence.is_fact(body.start):
        return False
    if _elsewhere(sentence.page, body) or _TO_BE.match(sentence.after(body.end, 80)):
        return False
    return bool(local or not (_OTHERS.search(before) or NATION.search(sentence.text)))


def _elsewhere(page: Page, body: Mention) -> bool:
    """Whether an association is another province's."""
    home = page.document.metadata.get("province")
    named = [getattr(each.entity.value, "name", home) for each in page.between(body.start, body.end) if each.label == "PROVINCE"]
    return bool(home and named and home not in named)


def _partner(page: Page, body: Mention) -> str | None:
    """The foreign country in an association's name."""
    return next((land for each in page.between(body.start, body.end) if (land := country_of(each))), None)


def _fill(draft: Draft, part: _Part) -> None:
    sentence = part.sentence
    if part.body and ("name" not in draft or _is_fuller(part.body, str(draft.slots["name"].value))):
        draft.slots.pop("name", None)
        _name(draft, part.body, part.partner)
    membership.strength(draft, sentence, part.start, part.end)
    _founding(draft, part)
    for each in part.of("DATE"):
        named = each.text.lower().startswith("nhiệm kỳ") or "nhiệm kỳ" in sentence.before(each.start, 16)
        value = day(each) if named or "khóa" in sentence.before(each.start, 12) else None
        held = draft.slots.get("term")
        if value and (value > str(held.value) if held else "/" in value):
            draft.slots.pop("term", None)  # the congress opens a new term, whichever is named first
            draft.put("term", value, each, "period")
    for each in part.of("QUANTITY"):
        if EVENTS.match(unit(each)) and sentence.is_fact(each.start) and "activities" not in draft:
            draft.put("activities", count(each), each, "count")
    words = sentence.text[part.start - sentence.start : part.end - sentence.start]
    if (match := _BELONGS.search(words)) and "union" not in draft:
        draft.say("union", part.start + match.start("union"), part.start + match.end("union"), "words")
    for each in part.of("PERSON"):
        if is_chair(sentence, each):
            draft.slots.pop("chair", None)  # who was elected later stays
            draft.put("chair", getattr(each.entity.value, "name", each.text), each, "person")


def _founding(draft: Draft, part: _Part) -> None:
    """The day and the decision of the founding; the decision's day where no other is told."""
    words = part.sentence.text[part.start - part.sentence.start : part.end - part.sentence.start]
    match = next((each for each in _FOUNDED.finditer(words) if not _NOT_YET.search(words[: each.start()].lower())), None)
    if not match:
        _since(draft, part)
        return
    at = part.start + match.start()
    papers = [each for each in part.of("DIRECTIVE") if each.text.lower().startswith("quyết định")]
    if papers and "decision" not in draft:
        draft.put("decision", " ".join(papers[0].text.split()), papers[0], "paper")
    if "founded" in draft:
        return
    cited = [each.end for each in part.of("DIRECTIVE")]
    told = [
        (
            any(0 <= each.start - end < 4 for end in cited),
            part.sentence.clause(each.start) != part.sentence.clause(at),
            abs(each.start - at),
            each,
            value,
        )
        for each in part.of("DATE")
        if (value := day(each)) and "/" not in value and abs(each.start - at) < 2 * _NEAR
    ]
    if told:
        *_, each, value = min(told, key=lambda one: one[:3])
        draft.put("founded", value, each, "date")


def _since(draft: Draft, part: _Part) -> None:
    """``Hội hữu nghị Việt - Mỹ (2002)``: the year it was founded."""
    if part.body is None or "founded" in draft:
        return
    for each in [one for one in part.of("DATE") if one.start >= part.body.end][:1]:
        value = day(each)
        if value and "/" not in value and _SINCE.match(part.sentence.after(part.body.end, each.start - part.body.end)):
            draft.put("founded", value, each, "date")
