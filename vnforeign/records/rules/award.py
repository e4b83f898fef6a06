"""Awards given by foreigners or to them: who gives decides the direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from ..build import Draft
from ..intent import denied
from ..page import Page, Sentence
from ..places import countries
from ..wording import holds, pattern
from . import award_counts, award_on, award_way, awarded, awarding, bestowal, known, meant, presented, roll, sharing
from .awarding import Roles
from .bestowal import Place, Telling
from .graded import Head

_NAMES = (
    "chương",
    "bằng khen",
    "giấy khen",
    "bằng hữu nghị",
    "bằng danh dự",
    "thư khen",
    "huy hiệu",
    "danh dự",
    "danh hiệu",
    "giải thưởng",
    "chìa khóa",
    "biểu trưng",
    "bằng ",
)
_GIVE = pattern(r"\b(?:tặng|dành cho|trao|khen thưởng|thưởng|nhận|cấp|gắn|phong)\b")
_ASKED = pattern(
    r"(?<!theo )\b(?:đề nghị|đề xuất|xin (?=ubnd|tỉnh|chủ tịch|bộ|trung ương|liên hiệp|cấp trên|chính phủ)|đang xét|(?<!công )(?<!chương )(?<!quá )(?<!tờ )trình[^,;.]{0,60}|kiến nghị|lập hồ sơ|làm hồ sơ|hồ sơ)\b[^;.]{0,60}\b(?:tặng|khen|kỷ niệm|huân|huy|bằng)"
)
_NEVER = pattern(
    r"\b(?:có thể|nếu|từng|rà soát|lập danh sách|thẩm định hồ sơ|thời gian thẩm định|phấn đấu|mục tiêu|chỉ tiêu|đủ (?:điều kiện|tiêu chuẩn)|tiêu chuẩn|quy định|theo luật|luật thi đua|hướng dẫn)\b[^;.,]{0,80}(?:tặng|nhận|thưởng|khen|chương)|kỷ niệm \d+ năm ngày (?!thành|truyền|quốc|sinh|thiết|ký)[^;.,]{0,60}(?:tặng|trao|nhận)|^\W*(?:sau khi |trước khi |khi )?(?:được )?(?:đón )?nhận (?:kỷ|huân|huy|bằng)[^;.,]{0,60}, (?:ông|bà|anh|chị|ngài)\b"
)
_STILL_TO_DO = pattern(r"làm tiếp|thời gian tới|sắp tới|năm tới|phương hướng|nhiệm vụ")
_DECIDED = pattern(
    r"\b(?:(?:có |ra |ký |ban hành )?quyết định (?:về việc )?(?:trao |phong |khen )?(?:tặng|thưởng|khen)|xét (?:trao |phong )?(?:tặng|khen)|(?:ra|có|ký) quyết định|"
    r"quyết định số[^;.]{0,60}(?:tặng|khen|thưởng))"
)
_DONE = pattern(r"\bđã (?:có |ra |ký |ban hành )?quyết định|(?:có|ra|ký) quyết định số")
_HANDED = pattern(r"\b(?:đã|lễ) (?:trao|đón nhận)")
#: Whose awards to their branches are kept without a direction.
_FRIENDS = pattern(r"Trung ương Hội hữu nghị", re.IGNORECASE)
#: A ceremony that hands over medals without a name.
_CEREMONY = pattern(r"lễ (?:đón nhận|trao|trao tặng|đón) (?:các )?(?:huân chương|huân)(?:,| và|/) ?huy chương$", re.IGNORECASE)
_BULLET = pattern(r"^(?:[\-+*•–]|\d{1,2}[.)]|[a-zđ]\))")
_COMRADE = pattern(r"(?:các )?(?:đồng chí|đ/c) (?=[A-ZĐ])", re.IGNORECASE)
_HEAD = 14  # characters at an item's beginning where a verb of its own would stand
_ITEMS = 30  # sentences below a lead that may name who gets an award


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of awards with a foreign side; awards among Vietnamese make none."""
    last: list[Draft] = []
    headline: list[Draft] = []
    read = 0
    for place, sentence in enumerate(page.sentences):
        if last and sentence.earlier is last[-1].sentence and presented.CEREMONY.match(sentence.text):
            presented.later(last, sentence)
        if place < read:
            continue
        if behind := _led(page, place):
            last = list(_of_block(page, place, behind))
            read = place + behind if last else read
        if not (behind and last):
            last = list(_of(page, sentence, last))
        if headline and last and {each.slots["award"].value for each in headline} <= {each.slots["award"].value for each in last}:
            headline = []  # the line above said the same in short
        yield from headline
        headline = []
        if last and _is_headline(page, place):
            headline, last = last, []
        items = list(sharing.below(page, place, last[-1])) if last and not behind and sentence.text.rstrip().endswith(":") else []
        if not items:
            yield from last
        yield from [*(each for each in last if each.summary and items), *items]
    yield from headline
    yield from roll.drafts(page)


def _led(page: Page, place: int) -> int:
    """How many sentences a lead and the awards in the items below it take: ``… đã trao:``, ``- Huân chương … cho A;``."""
    lead = page.sentences[place]
    if not lead.text.rstrip().endswith(":") or not bestowal.VERB.search(lead.text) or bestowal.AWARD.search(lead.text):
        return 0
    items = 0
    for each in page.sentences[place + 1 : place + _ITEMS]:
        if not _BULLET.match(each.text) or not bestowal.AWARD.search(each.text) or bestowal.VERB.search(each.text[:_HEAD]):
            break
        items += 1
    return items + 1 if items else 0


def _of_block(page: Page, place: int, many: int) -> Iterator[Draft]:
    """The awards of the items below a lead, read as one sentence; each row keeps its item, and the lead's day and place."""
    lead, *items = page.sentences[place : place + many]
    text = page.view.text[lead.start : items[-1].end].replace("\n", " ")
    mentions = [each for one in (lead, *items) for each in one.mentions]
    whole = msgspec.structs.replace(lead, end=items[-1].end, text=text, lower=text.lower(), mentions=mentions)
    for draft in _of(page, whole):
        presented.when(draft, lead)
        at = draft.slots["award"].evidence[0].start
        draft.sentence = next((each for each in reversed(items) if page.span(each.start, each.end)[0] <= at), lead)
        yield draft


def _is_headline(page: Page, place: int) -> bool:
    """Whether a sentence is a line of its own without an end, above another paragraph."""
    sentence, behind = page.sentences[place], page.sentences[place + 1 : place + 2]
    alone = sentence.earlier is None and all(each.passage != sentence.passage for each in behind)
    return alone and bool(behind) and sentence.kind != "list_item" and not sentence.text.rstrip().endswith((".", ";", ":", "!"))


def _of(page: Page, sentence: Sentence, earlier: Sequence[Draft] = ()) -> Iterator[Draft]:
    if not holds(sentence.lower, _NAMES) or (not sentence.fact and _STILL_TO_DO.search(sentence.section)):
        return  # nothing of awards, or of what is still to be asked for
    if not _GIVE.search(sentence.lower) and not _ASKED.search(sentence.lower) and "khen thưởng" not in sentence.above:
        return
    found = bestowal.tellings(sentence)
    said = _shared(sentence, found)
    came = award_on.way(sentence, earlier)
    way = _of_chain(page, sentence, found, said) or came
    for place, (telling, roles) in enumerate(zip(found, said, strict=True)):
        counted = place == 0 or roles.getter != said[place - 1].getter
        for head, each in sharing.each(sentence, telling, roles):
            if denied(sentence.lower, head.start()):
                continue
            draft, way = _award(page, sentence, telling, head, each, way)
            if draft:
                if (counted or each.until) and each.getter:
                    award_counts.people(draft, sentence, each.getter)
                counted = False
                if came:
                    award_on.put(draft, earlier)
                presented.put(draft, sentence, head, telling, len(found) == 1 and len(telling.heads) == 1)
                sharing.own_reason(draft, sentence, telling, each)
                if meant.only_meant(draft, sentence, telling.start, telling.tail[1]):
                    continue
                yield draft
                if each.getter:
                    yield from sharing.among(draft, sentence, telling, each.getter)


def _shared(sentence: Sentence, found: list[Telling]) -> list[Roles]:
    """The roles of each telling: those that go on take the giver of the one before, and share who gets where one says it."""
    said: list[Roles] = []
    for telling in found:
        roles = awarding.roles(sentence, telling)
        if telling.goes_on and said:
            before = said[-1]
            roles.giver, roles.verb = roles.giver or before.giver, roles.verb or before.verb
            roles.subject = roles.subject or before.subject
            roles.asked = roles.asked or before.asked
            if before.getter and sentence.text[before.getter[0] - 1] != "(":  # in brackets it belongs to one award
                roles.getter = roles.getter or before.getter
            if before.getter is None:
                before.getter = roles.getter
        elif said and said[-1].passive and not roles.passive and roles.giver:
            roles.getter = roles.getter or said[-1].getter  # B được A tặng …, C tặng …
        roles.before = (said[-1].giver or said[-1].before) if said else None
        said.append(roles)
    return said


def _of_chain(page: Page, sentence: Sentence, found: list[Telling], said: list[Roles]) -> str | None:
    """``conferred`` where the last of several awards that one verb gives goes to foreigners: it says whose all of them are."""
    if len(found) < 2 or not all(each.goes_on for each in found[1:]) or said[-1].getter is None:
        return None
    theirs = award_way.beside(sentence, said[-1].getter, found[-1].tail[1])
    from_abroad = said[0].giver is not None and award_way.gives_from_abroad(page, sentence, said[0].giver)
    return "conferred" if not from_abroad and award_way.foreign(page, sentence, theirs) else None


def _award(
    page: Page, sentence: Sentence, telling: Telling, head: Head, roles: Roles, before: str | None
) -> tuple[Draft | None, str | None]:
    """One award: its name, who gives it to whom, how many; and its direction, which an elliptic clause behind may share."""
    if _NEVER.search(sentence.lower[telling.start : telling.tail[1]]):
        return None, None
    giver, way = _way(page, sentence, telling, head, roles, before)
    if way is None and not (giver and _FRIENDS.match(award_way.words(sentence, giver))):
        return None, None
    draft = Draft("award", sentence)
    start = sentence.start + head.start()
    number = award_counts.number(sentence, start) if roles.until is None else None
    groups, persons = awarded.counts(sentence, roles.getter) if roles.getter else (None, None)
    at = sentence.start
    listed = None if number else award_counts.listed(sentence, head, roles.getter)
    counted = groups or persons or (awarded.number(sentence, roles.getter) if roles.getter else None)
    if not (giver or roles.getter or roles.verb or number or listed):
        return None, None  # ``hồ sơ Huân chương Hữu nghị kéo dài``
    if not (number or listed or counted) and _CEREMONY.search(sentence.text, 0, head.end()):
        return None, None  # ``Lễ đón nhận Huân chương, Huy chương của nước bạn``
    draft.summary = bool(listed or counted or (number and not award_counts.is_one(sentence, number, roles.getter)))
    draft.put("direction", way, (at + giver[0], at + giver[1]) if giver else (start, at + head.end()), "giver")
    _name(draft, sentence, head)
    if giver:
        _giver(draft, sentence, giver, way, roles.subject)
    _status(draft, sentence, telling, head, roles)
    awarded.put(draft, sentence, roles.getter, roles.until or telling.tail[1])
    if number:
        draft.put("count", *number, "count")
    elif listed:
        draft.put("count", str(int(listed["n"])), (at + listed.start("n"), at + listed.end("n")), "listed")
    return (draft if len(draft) > 2 else None), way


def _way(
    page: Page, sentence: Sentence, telling: Telling, head: Head, roles: Roles, before: str | None
) -> tuple[Place | None, str | None]:
    """Who gives one award, and its direction; the direction of the award before stands where its own words leave it open."""
    giver = _without_person(sentence, awarding.giver(sentence, telling, head, roles))
    if giver and award_way.is_neighbour(words := award_way.words(sentence, giver)):
        return (None if words.lower() in ("bạn", "phía bạn", "nước bạn") else giver), "received"
    if roles.subject and giver != roles.subject and award_way.gives_from_abroad(page, sentence, roles.subject):
        return giver, "received"  # ``Bạn Lào tặng … Bằng khen của Chính phủ``: theirs
    if giver is None and award_on.goes_on(page, sentence, head, roles, before):
        return roles.before, "received"
    way = award_way.direction(page, sentence, head["award"] or "", giver, roles.getter, telling.lead, telling.tail[1])
    if way is None and before and _is_open(page, sentence, telling, giver, roles, before):
        return giver or (roles.before if before == "received" else None), before
    return giver, way or _known(page, sentence, giver, roles)


def _known(page: Page, sentence: Sentence, giver: Place | None, roles: Roles) -> str | None:
    """The direction that earlier words on a person tell: ``ông A`` of a place abroad gives, ``tặng bà Huy hiệu``."""
    if known.of_abroad(page, sentence, giver):
        return "received"
    if roles.getter is None or award_way.home(page, sentence, roles.getter):
        return None
    person = known.meant(page, sentence, roles.getter)
    return "conferred" if person and (known.land(page, person) or award_way.strange(person)) else None


def _is_open(page: Page, sentence: Sentence, telling: Telling, giver: Place | None, roles: Roles, before: str | None) -> bool:
    """Whether an award's words leave its direction to the one before: nobody else gives, or those who get it are but counted."""
    if before == "received":
        return giver is None
    if roles.getter is None:
        return giver is None or telling.start > 0  # ``A tặng … cho 64 kiều bào; B tặng 09 bằng khen``
    if award_way.home(page, sentence, roles.getter) and not _titled_so(page, sentence, roles):
        return False
    return giver is None or telling.goes_on or not telling.start or awarded.is_generic(award_way.words(sentence, roles.getter))


def _titled_so(page: Page, sentence: Sentence, roles: Roles) -> bool:
    """Whether one of several who get an award is ours by his title alone: ``Sở Giáo dục Sê Kông và đồng chí Khăm``."""
    if roles.until is None or roles.getter is None:
        return False
    said = award_way.words(sentence, roles.getter)
    match = _COMRADE.match(said)
    return bool(match) and not award_way.home(page, sentence, (roles.getter[0] + (match.end() if match else 0), roles.getter[1]))


def _without_person(sentence: Sentence, giver: Place | None) -> Place | None:
    """A giver's words without the name of the one who holds the office."""
    if giver is None:
        return None
    for person in sentence.inside(sentence.start + giver[0] + 7, sentence.start + giver[1], "PERSON"):
        if not re.match(bestowal.BODY, sentence.text[giver[0] : giver[1]]):
            continue
        return giver[0], person.start - 1 - sentence.start
    return giver


def _name(draft: Draft, sentence: Sentence, head: Head) -> None:
    """The award's name, a paper's with who signs it: ``Bằng khen của Chủ tịch UBND tỉnh``; and its grade."""
    end = head.end("award")
    if head["paper"] and (of := bestowal.of(sentence, head)) and " của " in of[0][:14]:
        end = of.end()
    draft.say("award", sentence.start + head.start("award"), sentence.start + end, "name")
    if grade := bestowal.grade(sentence, head):
        draft.say("grade", sentence.start + grade[0], sentence.start + grade[1], "word")


def _giver(draft: Draft, sentence: Sentence, giver: Place, way: str | None, subject: Place | None) -> None:
    """The giver's words and country, that of the verb's subject where his own words have none."""
    place = sentence.start + giver[0], sentence.start + giver[1]
    draft.say("giver", *place, "words")
    named = countries(sentence, *place) if way == "received" else ([], [])
    if way == "received" and subject and not named[0]:
        named = countries(sentence, sentence.start + subject[0], sentence.start + subject[1])
    if named[0]:
        draft.put("giver_country", named[0][0], named[1][0], "named")
    elif way == "conferred":
        draft.put("giver_country", "Việt Nam", place, "named")


def _status(draft: Draft, sentence: Sentence, telling: Telling, head: Head, roles: Roles) -> None:
    first, last = telling.start, telling.tail[1]
    stop = sentence.text.find(";", head.end(), last)
    words = sentence.lower[first : stop if stop >= 0 else last]
    asked = _ASKED.search(words)
    decided = None if _HANDED.search(words) else _DECIDED.search(words)
    if asked and (later := _DECIDED.search(words, asked.start())) and _DONE.search(words, asked.start(), later.end()):
        asked, decided = None, later  # ``Sở trình và UBND tỉnh đã quyết định tặng``
    planned = bool(asked) or roles.asked or not (sentence.fact or meant.is_behind(sentence, first, last))
    if not planned and sentence.fact and not _DECIDED.search(words):
        planned = not sentence.is_fact(sentence.start + head.start())
    said: re.Match[str] | None = asked or decided or _GIVE.search(words)
    status = "proposed" if planned else "decided" if decided else "presented"
    place = (first + said.start(), first + said.end()) if said else roles.verb or head.span()
    draft.put("status", status, (sentence.start + place[0], sentence.start + place[1]), "word")


__all__ = ["drafts"]
