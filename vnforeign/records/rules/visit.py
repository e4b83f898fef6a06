"""Single visits: which of those who travel make a row, and which way they go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Page, Sentence
from ..wording import pattern
from . import aim, callers, groups, journey, leader, listed, travellers, unnamed, way, whose
from .leader import Lead
from .travellers import Party

_NAME = re.compile(r"\w+ (?!(?:ta|của ta|tỉnh ta)$)(?!\d+ (?:người|thành viên|cán bộ|chị|đồng chí|đại biểu)$).+", re.DOTALL)
_JOINS = ("cùng ", "và ", "với ", "các thành viên ")  # what the pattern below ends with
_WITH = re.compile(rf"{travellers.OFFICE}.{{2,90}} (?:cùng|và|với|cùng với) (?:các thành viên )?$", re.DOTALL)
_SOME = pattern(
    r"(?:trong (?:đó|số (?:đó|này))|tiêu biểu|đáng chú ý|đáng kể|nổi bật|đặc biệt|nhất là|chú ý)[^;.\d]{0,30}?(?=\b[Đđ]oàn(?! (?:ra|vào|cấp|của các|khách)\b))"
)
_CLAUSE = re.compile(";")
_LEAST = 24  # characters of a clause that may tell of a visit
_JOURNEY = pattern(rf"\bchuyến (?P<what>(?:{aim.DOES})\b[^.;:]{{2,120}}?) của $")
_OF_TITLE = pattern(r"[^\w]*(?:[Gg]iữa|[Vv]à|GIỮA|VÀ) [Đđ]oàn\b")  # a line of a title: ``giữa Đoàn đại biểu tỉnh A và Đoàn …``
_FRAME = pattern(
    r"\b(?:trong khuôn khổ|nhân|trong dịp|trong thời gian|trong) (?:các )?chuyến (?:đi|thăm|công tác|làm việc)[^,;.]{0,40} của $"
)
_MEETS = pattern(r"\b(?:làm việc|hội đàm|trao đổi|gặp gỡ|tiếp xúc|buổi tiếp|giao lưu)(?: và (?:làm việc|trao đổi))? với $")
_ONLY_PEOPLE = pattern(r"[Đđ]oàn(?: gồm)? \d{1,3} (?:người|thành viên|cán bộ|đại biểu|đồng chí|chuyên gia)")
_LISTED = re.compile(r"[ ,]*(?:và|cùng|với)? *")


def visits(page: Page, sentence: Sentence, totals: list[Mention]) -> Iterator[Draft]:
    """The visits a sentence tells of; ``totals`` are the counts of delegations that already make rows of totals."""
    if (guests := listed.guests(page, sentence)) and len(guests) > len(list(travellers.named(sentence))):
        yield from guests
        return
    known = list(travellers.named(sentence))
    known = sorted([*known, *groups.named(page, sentence, known)], key=lambda one: one.start)
    names = [each for each in known if _of_itself(page, sentence, each, totals)]
    begin = _begin(sentence, totals)
    told = [
        (sentence.clause(each.start)[0], _by_name(page, sentence, names, place))
        for place, each in enumerate(names)
        if each.start >= begin
    ]
    drafts = _each_once([(clause, draft) for clause, draft in told if draft])
    if not any(each.table.key == "delegation_out" for each in drafts):
        drafts += unnamed.as_persons(page, sentence, drafts, names)
    if not drafts and not totals:
        drafts += unnamed.otherwise(page, sentence, names)
    elif ";" in sentence.text:
        drafts += _of_clauses(page, sentence, [*names, *known], totals, drafts)
    yield from sorted(drafts, key=lambda one: min(e.start for slot in one.slots.values() for e in slot.evidence))


def _of_clauses(
    page: Page, sentence: Sentence, names: list[Party], totals: list[Mention], drafts: list[Draft]
) -> Iterator[Draft]:
    """The visits without a delegation's name in the clauses that tell of no other visit and of no total."""
    taken = [*(each.start for each in names), *(each.start for each in totals)]
    taken += [page.view.place(each.start) for draft in drafts for slot in draft.slots.values() for each in slot.evidence]
    at = 0
    for stop in [*(mark.start() for mark in _CLAUSE.finditer(sentence.text)), len(sentence.text)]:
        first, last = sentence.start + at, sentence.start + stop
        if stop - at > _LEAST and not any(first <= each < last for each in taken):
            yield from unnamed.otherwise(page, sentence.part(at, stop), [])
        at = stop + 1


def _begin(sentence: Sentence, totals: list[Mention]) -> int:
    """Where single visits may be told beside totals: in a clause behind them, or in the list that a colon opens."""
    if not totals or leader.led(sentence, sentence.start, sentence.end):
        return sentence.start
    if some := _SOME.search(sentence.text, totals[-1].end - sentence.start):
        return sentence.start + some.end()
    colon = sentence.text.find(":", totals[-1].end - sentence.start, totals[-1].end - sentence.start + 24)
    return sentence.start + colon if colon >= 0 and len(totals) == 1 else sentence.clause(totals[-1].start)[1]


def _of_itself(page: Page, sentence: Sentence, party: Party, totals: list[Mention]) -> bool:
    """Whether a delegation is told as a fact, is no total, and does not only go with somebody who is named."""
    at = party.start - sentence.start
    joined = _along_caller(page, sentence, party) or (
        sentence.text.endswith(_JOINS, 0, at)
        and not _MEETS.search(sentence.text, 0, at)
        and _WITH.search(sentence.text, max(0, at - 120), at)
    )
    alone = not joined
    if not alone:
        alone = whose.side(page, sentence, party.start, party.end)[0] is not None
    return alone and sentence.is_fact(party.start) and not _counted(party, totals)


def _along_caller(page: Page, sentence: Sentence, party: Party) -> bool:
    """Whether a number of people goes with a guest who is told of before: ``Ông A, Chủ tịch Hội đồng Vùng, thăm tỉnh với đoàn 18 người``."""
    words = sentence.text[party.start - sentence.start : party.end - sentence.start]
    if not _ONLY_PEOPLE.fullmatch(words):
        return False
    first = sentence.clause(party.start)[0]
    return any(first <= each.start and each.end <= party.start for each in callers.callers(page, sentence))


def _counted(party: Party, totals: list[Mention]) -> bool:
    return any(each.start < party.end and each.end > party.start for each in totals)


def _each_once(told: list[tuple[int, Draft]]) -> list[Draft]:
    """The visits by name with their clauses: one way out a clause."""
    kept: list[Draft] = []
    gone: set[int] = set()
    for clause, draft in told:
        if draft.table.key == "delegation_out":
            if clause in gone:
                continue
            gone.add(clause)
        kept.append(draft)
    return kept


def _stretch(sentence: Sentence, parties: list[Party], place: int) -> tuple[int, int]:
    """What a sentence tells of one of several parties: from its clause's start to the next party, or that one's clause."""
    party = parties[place]
    clause = sentence.clause(party.start)
    start = max(clause[0], parties[place - 1].end) if place else sentence.start
    if place and _LISTED.fullmatch(sentence.text[parties[place - 1].end - sentence.start : party.start - sentence.start]):
        start = party.start
    if place + 1 == len(parties):
        return start, sentence.start + len(sentence.text)
    follower = parties[place + 1]
    between = sentence.text[party.end - sentence.start : follower.start - sentence.start]
    if _LISTED.fullmatch(between):
        return start, clause[1]
    follows = sentence.clause(follower.start)[0]
    return start, follows if follows > party.end else follower.start


def _by_name(page: Page, sentence: Sentence, parties: list[Party], place: int) -> Draft | None:
    """A delegation by its name: needs a head, a day, members or a purpose besides."""
    party = parties[place]
    start, stop = _stretch(sentence, parties, place)
    head = _head(sentence, party, start, stop)
    direction, where = way.way(page, sentence, party, start, stop, head)
    if direction is None:
        return None
    draft = Draft(direction, sentence)
    if _NAME.fullmatch(page.view.text[party.start : party.end]):
        draft.say("name", party.start, party.end, "name")
    if head:
        leader.put(draft, sentence, *head.who)
    if direction == "delegation_in" and (nations := way.nationals(sentence, party)):
        where = nations
    draft.put("countries", where[0], where[1], "name" if direction == "delegation_in" else "goal")
    behind = max(party.end, head.end if head else 0)
    if what := _JOURNEY.search(sentence.text, start - sentence.start, party.start - sentence.start):
        draft.say("purpose", sentence.start + what.start("what"), sentence.start + what.end("what"), "journey")
    journey.told(draft, sentence, party, start, stop, behind)
    aim.by_name(draft, sentence, party)
    listed = len(parties) > 1 and "name" in draft and "countries" in draft and not _OF_TITLE.match(sentence.text)
    if _FRAME.search(sentence.text, 0, party.start - sentence.start) and not {"head", "members"} & draft.slots.keys():
        return None  # ``trong khuôn khổ chuyến thăm của đoàn Nagasaki``: when something else was done
    weak = direction == "delegation_out" and not head and not way.goes(sentence)
    if weak and not {"dates", "members"} & draft.slots.keys():
        return None
    if sentence.before(party.start, 4) == "các " and not {"dates", "members", "head"} & draft.slots.keys():
        return None  # several that nobody counts
    return draft if listed or len(draft) > 2 or (head and len(draft) > 1) else None


def _head(sentence: Sentence, party: Party, start: int, stop: int) -> Lead | None:
    found = (leader.led(sentence, party.start, stop) if start > sentence.start else None) or leader.led(sentence, start, stop)
    return found if found and leader.near(found, party.end) else None


def goes_on(draft: Draft, sentence: Sentence) -> bool:
    """Fills what the sentence before left open; whether this one goes on with the visit."""
    return journey.goes_on(draft, sentence)


__all__ = ["goes_on", "visits"]
