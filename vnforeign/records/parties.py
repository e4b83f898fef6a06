"""Who signs a paper with whom: ``giữa A và B``, ``A ký với B``, ``A và B ký``, ``do A và B ký``, ``hai bên ký``."""

from __future__ import annotations

import re

from .page import Page, Sentence
from .papers import Paper
from .sides import OURS, Side, pair, reach, read, told_apart, within
from .signing_subject import OWN, SAME_BODY, SHARED, subject
from .wording import pattern

BETWEEN = pattern(r"\bgiữa ")
_OF = pattern(r" của ")
_ONE_MORE = pattern(r"(?: (?:một )?bản)? ?$")
_SIGNED_BY = pattern(
    r"\b(?:được|do|mà)(?: đã)? (?P<who>(?:[A-ZĐ]|tỉnh|thành phố|huyện|sở|trường|bệnh viện)"
    r"(?:(?!\b(?:ký|kí|đặt bút)\b)[^;,\n]){2,80}?) (?:(?:đã|chính thức|trực tiếp) )*(?:ký|kí|đặt bút)\b"
)
_BOTH = pattern(r"(?:hai|các) [^:;,.\n]{2,20}: (?=\S)")  # ``giữa hai đơn vị: A và B``
_AND_WITH = pattern(r"(?<=[^;.\n]) với (?=[^\d])")
_WITH = pattern(
    r"\b(?:(?:cùng )?với|(?<=ký )cùng|(?<=ký kết )cùng) "
    r"(?!(?:nhau|các nội dung|nội dung|mục|thời hạn|\d|tinh thần|sự|nhiều|những|tổng|giá trị|quy mô|"
    r"tư cách|chủ đề|phương châm)\b)"
)
_DONE_BY = pattern(
    r"^,? (?:\([^()\n]{2,30}\) )?(?:(?:đã|được|do|là|mà)\b ?)+(?P<who>[^;\n]{4,170}?),? (?:(?:đã|cùng|chính thức|"
    r"cùng nhau) )*(?:ký|kí)\b"
)
_LED_BY = pattern(r"\b(?:dẫn đầu|trưởng đoàn|đoàn do)\b", re.IGNORECASE)
#: A body that no list knows, by how its name begins: ``Tổ chức Bảo tồn thiên nhiên quốc tế``.
_BODY = pattern(
    r"(?:[Tt]ổ chức|[Qq]uỹ|[Vv]iện|[Hh]ội|[Hh]iệp hội|[Ll]iên đoàn|[Tt]rung tâm|[Tt]rường|[Đđ]ại học|[Hh]ọc viện|[Bb]ệnh viện|"
    r"[Cc]ơ quan|[Mm]ạng lưới|[Ll]iên minh|[Cc]ục|[Ss]ở|[Tt]y|[Nn]ghiệp đoàn|[Vv]ườn|[Cc]ảng|[Bb]ảo tàng|[Nn]hà hát|"
    r"[Hh]ội đồng|[Cc]hính quyền)(?: (?!(?:và|với|ký|kí|có|đã)\b)[^\W\d_A-ZĐ]+){0,4} [A-ZĐ]"
)
_BEFORE = 400  # characters before the signing that may name who signs
_HEAD = pattern(
    r"^(?:[-+*•] ?|[(]?(?:\d{1,2}|[a-zđ]|[ivx]{1,5})[.)] ?)?(?:giữa )?"
    r"(?P<who>(?:(?!\b(?:ký|kí|văn bản|thỏa thuận|trong|tại|ngày)\b)[^:;\n]){4,170}): ?$",
    re.IGNORECASE,
)
_BEHIND = 200  # characters behind a title that may name the parties


def parties(page: Page, sentence: Sentence, paper: Paper) -> tuple[list[Side], bool]:
    """The sides of a paper, and whether the sentence leaves one to what was said before (``hai bên ký``)."""
    head, tail = max(sentence.clause(paper.start)[0], (paper.sign or (paper.start, 0))[0] - _BEFORE), paper.until
    sides, shared = subject(page, sentence, paper, head)
    if not sides and (headed := _headed(page, sentence, paper)):
        sides, shared = headed, len(headed) < 2
        if len(sides) == 2:
            return sides, False
    for found in (_between(page, sentence, paper, tail), _done_by(page, sentence, paper, tail)):
        if len(found) == 1 and SAME_BODY.match(_words(sentence, found[0].start)):
            return found, False
        if len(found) == 2:
            led = _LED_BY.search(sentence.text, head - sentence.start, paper.start - sentence.start)
            return found if led else _signed_for(found, sides), False
    partner = _partner(page, sentence, paper, tail)
    agent = _agent(page, sentence, paper, tail) if not sides else None
    if agent:
        sides, shared = [agent], partner is None
    if partner is None:
        return sides, shared or len(sides) < 2
    ours = [side for side in sides if side.foreign is not True or partner.foreign is False][:1]
    if not ours and partner.foreign is None and paper.own:
        partner.foreign = True
    return told_apart(sentence, [*ours, partner]) if ours else [partner], shared and not ours


def _words(sentence: Sentence, start: int) -> str:
    return sentence.text[start - sentence.start : reach(sentence, start) - sentence.start]


def _agent(page: Page, sentence: Sentence, paper: Paper, tail: int) -> Side | None:
    """Who of ours signs what its title and partner lead: ``Bản ghi nhớ với B về … được Trường A ký ngày …``."""
    match = _SIGNED_BY.search(sentence.text, paper.end - sentence.start, tail - sentence.start)
    if match is None or SHARED.search(match["who"]):
        return None
    side = read(page, sentence, sentence.start + match.start("who"), sentence.start + match.end("who"))
    return side if side.end > side.start and not side.foreign else None


def _headed(page: Page, sentence: Sentence, paper: Paper) -> list[Side]:
    """The sides that head an item with its paper behind a colon: ``- Sở A với Đại học B: Bản ghi nhớ …``; ours alone too."""
    match = _HEAD.match(sentence.text[: paper.start - sentence.start])
    if match is None or SHARED.search(match["who"]):
        return []
    start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
    if not (OWN.match(match["who"]) or sentence.inside(start, start + 1, "ORG", "FOREIGN_UNIT", *OURS)):
        return []
    sides = pair(page, sentence, start, end)
    return sides if len(sides) == 1 or {side.foreign for side in sides} == {True, False} else []


def _signed_for(sides: list[Side], subject: list[Side]) -> list[Side]:
    """Persons who sign what stands ``giữa A và B`` sign for the side they are of."""
    for side in sides:
        signer = next((each.signer for each in subject if each.signer and each.foreign == side.foreign), None)
        side.signer = side.signer or signer
    return sides


def _between(page: Page, sentence: Sentence, paper: Paper, tail: int) -> list[Side]:
    """``giữa A với B``, where A may be a list; ``giữa A và B``."""
    first = paper.end - sentence.start
    if owned := _of(page, sentence, paper):
        return owned
    for match in BETWEEN.finditer(sentence.text, max(0, first - 1), min(tail - sentence.start, first + _BEHIND)):
        start = sentence.start + match.end()
        if both := _BOTH.match(sentence.text, match.end()):
            start = sentence.start + both.end()
        end = reach(sentence, start, 260)
        until = min(tail - sentence.start, match.end() + 150)
        joint = next((each for each in _AND_WITH.finditer(sentence.text, match.end(), until)), None)
        if joint and not within(sentence, sentence.start + joint.start() + 1):
            behind = sentence.start + joint.end()
            two = (
                read(page, sentence, start, sentence.start + joint.start()),
                read(page, sentence, behind, reach(sentence, behind)),
            )
            return told_apart(sentence, [*two])
        if same := SAME_BODY.match(sentence.text[: end - sentence.start], match.end()):
            return [read(page, sentence, start, sentence.start + same.end("who"))]
        if not SHARED.fullmatch(sentence.text, match.end(), end - sentence.start):
            return pair(page, sentence, start, end)
    return []


def _of(page: Page, sentence: Sentence, paper: Paper) -> list[Side]:
    """``Thỏa thuận của Trường A với Sở B``: whose paper it is, and with whom."""
    match = _OF.search(sentence.text, paper.head - sentence.start, paper.end - sentence.start + 4)
    if not match:
        return []
    start = sentence.start + match.end()
    body = next(iter(sentence.inside(start, start + 1, "ORG", *OURS)), None)
    joint = _AND_WITH.search(sentence.text, body.end - sentence.start - 1, body.end - sentence.start + 12) if body else None
    if body is None or joint is None:
        return []
    behind = sentence.start + joint.end()
    return told_apart(sentence, [read(page, sentence, start, body.end), read(page, sentence, behind, reach(sentence, behind))])


def _done_by(page: Page, sentence: Sentence, paper: Paper, tail: int) -> list[Side]:
    behind = sentence.text[paper.end - sentence.start : min(tail - sentence.start, paper.end - sentence.start + _BEHIND)]
    match = _DONE_BY.match(behind)
    if not match or SHARED.search(match["who"]):
        return []
    return pair(page, sentence, paper.end + match.start("who"), paper.end + match.end("who"))


def _partner(page: Page, sentence: Sentence, paper: Paper, tail: int) -> Side | None:
    """The names behind ``với``: before the title (``ký với X bản ghi nhớ``) or behind it."""
    spans = [(paper.end - 1, min(tail, paper.end + 120))]
    if paper.sign and paper.sign[1] < paper.start:
        spans.insert(0, (paper.sign[1], paper.start))
    for start, end in spans:
        for match in _WITH.finditer(sentence.text, start - sentence.start, end - sentence.start):
            at = sentence.start + match.end()
            if within(sentence, at - 1):
                continue
            stop = reach(sentence, at)
            more = _ONE_MORE.search(sentence.text[: end - sentence.start]) if end == paper.start else None
            until = sentence.start + more.start() if more else stop
            side = read(page, sentence, at, min(stop, until))
            side.end = min(side.end, paper.start) if side.start < paper.start else side.end
            if any((side.start, side.end) == (each.start, each.end) for each in sentence.of("COUNTRY")):
                continue  # a state is no party here
            if side.signer and side.foreign is None:
                side.foreign = True
            named = any(side.start <= each.start < side.end for each in sentence.of("ORG"))
            if side.foreign is not None or named or _BODY.match(sentence.text, side.start - sentence.start):
                return side
    return None
