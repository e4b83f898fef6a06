"""Awards given by foreigners or to them: who gives decides the direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import details
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..values import count, days, unit
from ..wording import pattern
from . import awarding

_WORD = r"(?: (?!cho\b|hạng|và\b|của|tặng|do\b|trao|được|theo|vì\b|nhân|tại|năm|ngày|cao quý|các|tới|đến|về|kèm|trị giá)\w[\w-]*)"
_AWARD = pattern(
    r"(?P<award>(?:(?:[Hh]uân chương|[Hh]uy chương|[Kk]ỷ niệm chương|[Bb]ằng khen|[Gg]iấy khen|[Bb]ằng hữu nghị|[Hh]uy hiệu|[Bb]ằng danh dự|[Tt]hư khen)"
    rf"(?: (?:[Hh]ữu nghị|[Ll]ao động|[Tt]ự do|[Đđ]ộc lập|[Pp]hát triển|[Dd]ũng cảm|[Aa]nh dũng)| (?!{awarding.BODY})[A-ZĐ][\w-]*{_WORD}{{0,3}}|"
    rf"[ ]?(?:[\"“]|'')[^\"”\n]{{3,80}}?(?:[\"”]|'')|[ ](?=của {awarding.BODY})| [Vv]ì (?:hòa bình|sự nghiệp|sức khỏe|thế hệ)[^,;.\n]{{3,60}}?(?= cho| tặng| của| trao))?"
    rf"|[Dd]anh hiệu [\"“]?[Cc]ông dân danh dự[\"”]?))"
    rf"(?P<of>(?:,? của)? ?{awarding.BODY}[^,;.:\n]{{0,40}}?(?=,? cho| và| tặng| trao| vì| theo| ngày| tại| nhân| tới| hạng|[,;.:\n]|$))?"
    r"(?:,? \(?(?:hạng|Hạng) (?P<grade>[Nn]hất|[Nn]hì|[Bb]a|I{1,3}|[123])\)?)?"
    rf"(?:,? của (?P<by>{awarding.BODY}[^,;.:\n]{{0,50}}?)(?=,? cho| trao| tặng| vì| ngày| tại| nhân| tới|[,;.:\n]|$))?"
)
_NAMES = ("chương", "bằng khen", "giấy khen", "bằng hữu nghị", "bằng danh dự", "thư khen", "huy hiệu", "công dân danh dự")
_GIVE = pattern(
    r"\b(?:tặng|trao|trao tặng|phong tặng|truy tặng|khen thưởng|tặng thưởng|đón nhận|vinh dự nhận|tiếp nhận|nhận|gửi tặng|thưởng|"
    r"cấp(?= (?:\d+ )?(?:huy|bằng|kỷ)))\b"
)
_ASKED = pattern(
    r"\b(?:đề nghị|đề xuất|đang xét|trình[^,;.]{0,40}|kiến nghị|lập hồ sơ|làm hồ sơ)\b[^;.]{0,60}\b(?:tặng|khen|kỷ niệm|huân|huy|bằng)"
)
_STILL_TO_DO = pattern(r"làm tiếp|thời gian tới|sắp tới|năm tới")
_DECIDED = pattern(
    r"\b(?:(?:có |ra |ký |ban hành )?quyết định (?:trao |phong |khen )?(?:tặng|thưởng|khen)|xét (?:trao |phong )?(?:tặng|khen)|(?:ra|có|ký) quyết định)"
)
_HANDED = pattern(r"\b(?:đã|lễ) (?:trao|đón nhận)")
_REASON = pattern(
    r"(?:\b(?:vì|nhờ|nhằm ghi nhận(?: và tôn vinh)?|ghi nhận(?: và tôn vinh)?|do(?= (?:đã|có|những|thành tích|góp))|(?<=, )người(?= (?:đã|dạy|có|góp|giúp|từng))|(?<=, )những người)|(?=\b(?:đã )?có (?:nhiều |những )?(?:đóng góp|thành tích|công\b))) "
    r"?(?P<why>[^;.\n(]{6,170}?)(?=,? (?:theo|tại|kèm theo) Quyết định|[;.\n(]|$)"
)
_AT = pattern(
    r"(?:^|, |\b(?:tổ chức|trao|mở|diễn ra|nhận|lễ)(?: [^,;.]{2,24}?)?? |\d )(?:[Tt]ại|ở) (?P<at>(?!(?:buổi|lễ|cuộc|hội nghị|đây)\b)[^,;.\n]{2,70}?)(?=,| (?:đã|ngày|sáng|chiều|nhân|cho|vì|do)\b|[;.\n]|$)"
)
_CEREMONY = pattern(r"(?:; |^)(?:[Ll]ễ|[Bb]uổi lễ|[Vv]iệc) (?:trao|đón nhận|trao tặng)")
_FRIENDS = pattern(r"(?:Trung ương )?Hội hữu nghị", re.IGNORECASE)
_JOINTS = pattern(r" và |, còn |, đồng thời |, riêng |, ngoài ra ")
_AND = re.compile(r"(?:,? và|,) (?:\d{1,4} )?")
_NUMBER = re.compile(r" ?: ?(?P<n>0?[1-9][0-9]{0,2})(?![0-9]|[.,/][0-9])")
_WITH = pattern(r"\bkèm(?: theo)?(?: một)? $")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of awards with a foreign side; awards among Vietnamese make none."""
    last: list[Draft] = []
    for sentence in page.sentences:
        if last and sentence.earlier is last[-1].sentence and _CEREMONY.match(sentence.text):
            _handed_over(last, sentence)
        last = list(_of(page, sentence))
        yield from last


def _of(page: Page, sentence: Sentence) -> Iterator[Draft]:
    if not sentence.fact and _STILL_TO_DO.search(sentence.section):
        return  # what is still to be asked for
    if not any(name in sentence.lower for name in _NAMES):
        return
    if not _GIVE.search(sentence.lower) and "khen thưởng" not in sentence.section and not _ASKED.search(sentence.lower):
        return
    shared: set[int] = set()  # clauses whose recipients stand on an earlier row
    found = [match for match in _AWARD.finditer(sentence.text) if not _WITH.search(sentence.text[: match.start()])]
    for place, match in enumerate(found):
        clause = _clause(sentence, found, place)
        stop = sentence.start + found[place + 1].start() if place + 1 < len(found) else clause[1]
        if draft := _award(page, sentence, match, clause, min(stop, clause[1]), clause[0] not in shared):
            shared.add(clause[0])
            _rest(draft, sentence, match, clause, len(found) == 1)
            yield draft


def _clause(sentence: Sentence, found: list[re.Match[str]], place: int) -> tuple[int, int]:
    """What tells of one award: its clause between semicolons, parted at ``và`` from another that has a verb of its own."""
    start, end = sentence.clause(sentence.start + found[place].start())
    for one, two, after in ((place - 1, place, False), (place, place + 1, True)):
        if one < 0 or two >= len(found):
            continue
        first, last = found[one].end(), found[two].start()
        verb = _GIVE.search(sentence.lower, first, last) if ";" not in sentence.text[first:last] else None
        cut = (
            max(_JOINTS.finditer(sentence.text, first, verb.start()), key=lambda one: one.start(), default=None) if verb else None
        )
        if cut:
            start, end = (
                (start, min(end, sentence.start + cut.start())) if after else (max(start, sentence.start + cut.end()), end)
            )
    return start, end


def _award(page: Page, sentence: Sentence, match: re.Match[str], clause: tuple[int, int], stop: int, first: bool) -> Draft | None:
    """One award: its name, who gives it to whom, how many; recipients of its own, else those told for all at the clause's end."""
    start, end = sentence.start + match.start("award"), sentence.start + match.end("award")
    giver, direction = awarding.giver(page, sentence, match, clause, _of_whom(sentence, match))
    if direction is None and not (giver and _FRIENDS.match(sentence.page.view.text[slice(*giver)])):
        return None
    number = _number(sentence, start, end)
    listed = _NUMBER.match(sentence.text, match.end())
    own = awarding.to(sentence, start, stop)
    groups, persons = awarding.counts(sentence, (clause[0] if not own else start, stop if own else clause[1]))
    draft = Draft("award", sentence, summary=bool(number or listed or groups or persons))
    draft.put("direction", direction, giver or (start, end), "giver")
    draft.say("award", start, sentence.start + match.end("of") if match["of"] and match["of"].startswith(" của") else end, "name")
    if match["grade"]:
        draft.say("grade", sentence.start + match.start("grade"), sentence.start + match.end("grade"), "word")
    if giver:
        awarding.put_giver(draft, sentence, giver, direction)
    _status(draft, sentence, match, clause)
    awarding.recipient(page, draft, sentence, own or awarding.to(sentence, start, clause[1]) or awarding.gets(sentence, clause))
    if number:
        draft.put("count", count(number), number, "count")
    elif listed:
        at = sentence.start + listed.start("n")
        draft.put("count", str(int(listed["n"])), (at, sentence.start + listed.end("n")), "listed")
    if (first or own) and groups:
        draft.put("groups", count(groups), groups, "count")
    if (first or own) and persons:
        draft.put("persons", count(persons), persons, "count")
    return draft if len(draft) > 2 else None


def _of_whom(sentence: Sentence, match: re.Match[str]) -> re.Match[str]:
    """The award whose ``của`` says who gives this one too: ``Huân chương Vàng và Huân chương Tự do của Nhà nước Lào``."""
    if match["by"] or match["of"] or not (joint := _AND.match(sentence.text, match.end())):
        return match
    return _AWARD.match(sentence.text, joint.end()) or match


def _number(sentence: Sentence, start: int, end: int) -> Mention | None:
    """``14 Huân chương``; persons of the award before are no number of this one."""
    for each in sentence.of("QUANTITY"):
        inside = each.start < start < each.end
        if inside or (0 <= start - each.end <= 2 and not awarding.of_people(unit(each)) and ";" not in sentence.before(start, 2)):
            return each
    return None


def _status(draft: Draft, sentence: Sentence, match: re.Match[str], clause: tuple[int, int]) -> None:
    words = sentence.lower[clause[0] - sentence.start : clause[1] - sentence.start]
    decided = None if _HANDED.search(words) else _DECIDED.search(words)
    asked = _ASKED.search(words) or decided
    planned = _ASKED.search(words) or not sentence.fact or not sentence.is_fact(sentence.start + match.start())
    said = asked or _GIVE.search(words)
    status = "proposed" if planned else "decided" if asked else "presented"
    place = (
        (clause[0] + said.start(), clause[0] + said.end())
        if said
        else (sentence.start + match.start(), sentence.start + match.end())
    )
    draft.put("status", status, place, "word")


def _rest(draft: Draft, sentence: Sentence, match: re.Match[str], clause: tuple[int, int], alone: bool) -> None:
    """The day and place of the handing over, the reason, the decision; of the whole sentence where it tells of one award."""
    last = sentence.start + len(sentence.text)
    start, end = (sentence.start, last) if alone else clause
    if ceremony := _CEREMONY.search(sentence.text, max(end - sentence.start, 0)):
        _put_place(draft, sentence, sentence.start + ceremony.start(), last)
    _put_day(draft, sentence, start, end)
    if said := _REASON.search(sentence.text, match.end(), end - sentence.start):
        draft.say("reason", sentence.start + said.start("why"), sentence.start + said.end("why"), "words")
    _put_place(draft, sentence, start, end)
    details.permission(draft, sentence, "decision", start, end)


def _put_day(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    known = [(each, value) for each, value in days(sentence) if start <= each.start < end and len(value) in (7, 10)]
    if known:
        each, value = max(known, key=lambda one: len(one[1]))
        draft.put("presented_on", value, each, "date")


def _put_place(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Where it was handed over: a place, a body's seat or a hall that is named."""
    for said in _AT.finditer(sentence.text, start - sentence.start, end - sentence.start):
        at = sentence.start + said.start("at")
        if sentence.inside(at, at + 12) or awarding.HALL.match(said["at"]):
            draft.say("presented_at", at, sentence.start + said.end("at"), "words")
            return


def _handed_over(rows: list[Draft], sentence: Sentence) -> None:
    """``Lễ trao tổ chức sáng 12/10/2011 tại …`` tells when and where the award of the sentence before was handed over."""
    for draft in rows:
        before, draft.sentence = draft.sentence, sentence
        _put_day(draft, sentence, sentence.start, sentence.end)
        _put_place(draft, sentence, sentence.start, sentence.end)
        draft.sentence = before


__all__ = ["drafts"]
