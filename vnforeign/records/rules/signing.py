"""What a sentence says of the signing of a paper: when, where, for how long, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Page, Sentence
from ..paper_cues import SIGNS
from ..papers import Paper
from ..sides import within
from ..values import days
from ..wording import pattern
from .dated import times

_BACK = pattern(
    r"(?:[-+*•] ?)?(?:tại đây|nhân dịp (?:này|đó)|dịp này|kết thúc|cuối (?:chuyến|buổi|đợt|phiên|cuộc)|tại (?:buổi|hội đàm|cuộc)|sau (?:buổi|hội đàm|cuộc|"
    r"hội nghị|lễ|giải|phiên|khi)|(?:bàn|làm việc|hội đàm) xong|trước sự chứng kiến|tiếp đó|ngay tại|qua|cùng ngày|hai|các|ba|cũng)\b|[^,;.\n]{2,60} cũng (?:đã )?(?:ký|kí)\b"
)
_MEETING = pattern(
    r"(?:[-+*•] ?)?(?:cũng |ngay )?(?:tại đây|nhân dịp|dịp này|kết thúc|cuối (?:chuyến|buổi|đợt|phiên|cuộc)|tại (?:buổi|hội đàm|cuộc|lễ)|sau (?:buổi|hội đàm|cuộc|hội nghị|lễ|giải|phiên|khi)|"
    r"(?:bàn|làm việc|hội đàm) xong|trước sự chứng kiến|tiếp đó)"
)
_ENDED = pattern(r"(?:[-+*•] ?)?(?:kết thúc|cuối (?:chuyến|buổi|đợt)|trước khi (?:về|kết thúc)|sau (?:chuyến|đợt|hội đàm|buổi))")
_LATTER = pattern(r"\b(?:cuộc|lần|buổi|phiên) sau\b")
_FORCE = pattern(r"có hiệu lực (?:(?:thi hành|kể) )*(?:từ )?$")
TERM_END = pattern(
    r"\b(?:hiệu lực|giá trị|thời hạn|thực hiện)(?: thi hành| thực hiện| kéo dài)?,? (?:đến|tới)(?: hết| cuối| ngày| tháng| năm)* ?$"
)
#: ``hết hiệu lực năm 2021``.
_OVER = pattern(r"(?<!sắp )hết (?:hiệu lực|(?:thời )?hạn)(?: thi hành)?(?: ngày| tháng| năm)? ?$")
_SINCE = pattern(r"\b(?:kể )?từ $")
_NO_SIGNING = pattern(
    r"(?:\b(?:đến hết|đến|tới|hết hạn|thời hạn|từ|kể từ|hiệu lực|hiệu lực vào|cùng kỳ|so với|thành lập|cho|kỷ niệm|bản|thay|thay thế|"
    r"cũ)|/) (?:vào )?(?:ngày |năm |"
    r"tháng )?$"
)
_PLACES = ("PROVINCE", "DISTRICT", "COMMUNE", "FOREIGN_UNIT", "BORDER_GATE")
_AT = pattern(
    r"\b(?:tại|ở) (?P<at>(?:(?:thành phố|thủ đô|thị xã|tỉnh|huyện|xã|cửa khẩu|khu kinh tế cửa khẩu|"
    r"bang) )?(?!Hội|Lễ|Kỳ|Trường|Công|Trung|Nhà|Quyết|Văn|Thông|Trụ)[A-ZĐ][\w-]+(?: [A-ZĐ][\w-]+){0,4})"
)
_SIGNED_SINCE = pattern(r"\b(?:ký|kí)(?: kết)? từ (?:ngày |năm |tháng )?$")
_VENUE = r"(?:[Tt]rụ sở|[Nn]hà khách|[Kk]hách sạn|[Hh]ội trường|[Đđ]ầu cầu|[Tt]rung tâm|[Nn]hà văn hóa|[Vv]ăn phòng|[Cc]ửa khẩu|[Cc]ặp cửa khẩu|[Kk]hu vực|[Tt]rạm|[Đđ]ồn)"
#: A place that is a building, to its comma or the next verb.
_AT_HOUSE = pattern(
    rf"\b[Tt]ại (?P<at>{_VENUE} [^,;.()\n]{{2,60}}?)(?=,? (?:ngày|chiều|sáng|hai|ký|kí|đã|với|trước|nhân|trong|do|lãnh đạo|có)\b|[,;.(\n]|$)"
)
_AT_HEAD = pattern(
    r"^(?:[-+*•] )?(?:[^,;.\n]{3,40},? )?[Tt]ại (?P<at>(?!Công văn|Quyết định|Văn bản|Thông báo|Tờ trình|công văn|văn bản|đây|buổi|hội|cuộc|lễ|phiên|kỳ|chuyến|Hội|Lễ|đó|các|tỉnh bạn|"
    r"nước bạn)[^,;.\n]{3,50}), "
)
_SAME_DAY = pattern(r"\b(?:cùng ngày|ngay trong ngày)\b", re.IGNORECASE)
_JUST_SIGNED = pattern(
    r"\b(?:ký|kí)(?: kết)?(?: (?:tại|ở) [^,;.:()\n]{3,30}(?: \([^()\n]{2,20}\))?,?)?(?: từ| vào| ngày| hồi| lần đầu| năm)* $"
)
_UNTIL = pattern(r"\b(?:đến|tới)(?: hết| cuối| ngày)* $")
_DAY = 10  # characters of a day
_LEAD = 60  # characters at a sentence's head that hold for all its clauses
_OPENING = 90  # characters at the head of a sentence before that tell its time
FAR = 220  # characters between a date and the signing
_ALONE = 40  # characters of a sentence that is a day and nothing else, and of what stands around its day
_FEW = 16
_WITHIN = 5  # sentences of its passage that the end of a meeting may look back
_BACKWARDS = 8  # sentences that ``kết thúc buổi làm việc`` may look back


def when(page: Page, draft: Draft, sentence: Sentence, paper: Paper, place: int) -> None:
    """The term, the day of effect, and the day of signing: beside the word of signing, else the finest date near it."""
    head, tail = sentence.clause(paper.start)
    ranked: list[tuple[tuple[bool, bool, int, int], Mention, str]] = []
    for each, value in _days(sentence):
        words = sentence.before(each.start, 30)
        if each.text.lower().startswith(("giai đoạn", "thời kỳ")) or ("/" in value and len(value) == 9):
            if paper.start <= each.start < min(tail, paper.end + 120):
                draft.put("term", value, each, "period")
        elif (
            paper.deed == "extended"
            and _UNTIL.search(words)
            and (each.start > paper.end or "gia hạn" in words)
            or (TERM_END.search(words) or _OVER.search(words))
            and paper.end <= each.start < tail + 60
            and "/" not in value
        ):
            draft.put("term", f"../{value}", each, "period")
        elif _FORCE.search(words) or (paper.deed == "extended" and each.start > paper.end and _SINCE.search(words)):
            if head <= each.start < tail + 60:
                draft.put("effective_on", value.split("/")[0], each, "force")
                draft.put("term", value if "/" in value.removesuffix("/..") else None, each, "period")
        elif rank := _rank(sentence, paper, each, value, words):
            ranked.append((rank, each, value))
    signed = paper.sign is not None and SIGNS.match(sentence.text, paper.sign[0] - sentence.start) is not None
    if paper.deed == "extended" and not signed:
        ranked = [one for one in ranked if _own(sentence, paper, one[1])]
        if not ranked:
            return
    if ranked:
        _, each, value = max(ranked, key=lambda one: one[0])
        draft.put("signed_on", value, each, "date")
    elif paper.deed == "signed":
        opens = next((one for one in times(sentence) if one.start - sentence.start < _FEW and len(one.value) == _DAY), None)
        if opens and not opens.mention:  # ``- 17/3 ký …``
            draft.put("signed_on", opens.value, (opens.start, opens.end), "date")
        _day_before(page, draft, sentence, place) if "signed_on" not in draft else None


def _days(sentence: Sentence) -> list[tuple[Mention, str]]:
    """The dates of a sentence, days of the report's year that stand bare among them: ``(26/3, tại Huế)``, ``ký 28/11``."""
    known = days(sentence)
    held = {each.start for each, _ in known}
    return known + [(each.mention, each.value) for each in times(sentence) if each.mention and each.start not in held]


def since_when(sentence: Sentence) -> tuple[Mention, str] | None:
    """Since when two places are twinned: ``kết nghĩa từ năm 1993``."""
    near = [each for each in days(sentence) if "/" not in each[1].removesuffix("/..")]
    found = [each for each in near if _SINCE.search(sentence.before(each[0].start, 12)) or each[0].text.lower().startswith("từ")]
    return (found[0][0], found[0][1].removesuffix("/..")) if found else None


def _own(sentence: Sentence, paper: Paper, each: Mention) -> bool:
    """Whether a time is that of a paper which was extended later: ``Bản ghi nhớ năm 2003``, ``ký năm 2007``."""
    return each.start - paper.head in (0, 1) or bool(_JUST_SIGNED.search(sentence.before(each.start, 48)))


def _rank(sentence: Sentence, paper: Paper, each: Mention, value: str, words: str) -> tuple[bool, bool, int, int] | None:
    """How likely a date is the day of signing; None where it is not."""
    head, tail = sentence.clause(paper.start)
    sign = paper.sign or (paper.start, paper.end)
    titled = paper.start <= each.start < paper.end and each.start != paper.head + 1 and not each.text.startswith("ngày")
    of_title = titled or (each.start - paper.end in (0, 1) and len(value) == 4 and paper.form in ("minutes", "programme", "plan"))
    other = "/" in value or _NO_SIGNING.search(words) or each.text.lower().startswith(("đến", "tính", "từ"))
    if of_title or (other and not _SIGNED_SINCE.search(words)):
        return None
    if each.start > paper.until and SIGNS.search(sentence.text, paper.until - sentence.start, each.start - sentence.start):
        return None  # the day of another paper
    far = min(abs(each.start - sign[1]), abs(sign[0] - each.end), abs(each.start - paper.end))
    inside = head <= each.start < tail
    if (far > FAR and each.start - sentence.start >= _LEAD) or not (inside or each.start - sentence.start < _LEAD):
        return None
    return 0 <= each.start - sign[1] <= 10, inside, len(value), -far


def _day_before(page: Page, draft: Draft, sentence: Sentence, place: int) -> None:
    """The day that the sentence before opens with, where this one goes on with it (``Tại đây, hai bên ký``); else the one
    that stands alone at the head of its paragraph: ``Ngày 02/11. Sáng: hội đàm …``.
    """
    first = sentence.opening
    dated = [one for one in times(first) if one.mention and len(one.value) == _DAY] if len(first.text) < _ALONE else []
    if first is not sentence and len(dated) == 1 and dated[0].mention and len(first.text) - len(dated[0].mention.text) < _FEW:
        draft.sentence = first
        draft.put("signed_on", dated[0].value, dated[0].mention, "day_before")
        draft.sentence = sentence
        return
    for other in told_before(page, sentence, place):
        dates = [
            (each, value) for each, value in days(other) if each.start - other.start < _OPENING or _LATTER.search(sentence.lower)
        ]
        if dates:
            each, value = dates[-1 if _LATTER.search(sentence.lower) else 0]
            if _ENDED.match(sentence.lower) and value.count("/") == 1 and len(value) == 2 * _DAY + 1:
                value = value.split("/")[1]  # signed when the visit ended
            if len(value) >= 7 and "/" not in value:
                draft.sentence = other
                draft.put("signed_on", value, each, "day_before")
                draft.sentence = sentence
                return
            if not _MEETING.match(sentence.lower):
                return


def told_before(page: Page, sentence: Sentence, place: int) -> Iterator[Sentence]:
    """The sentences that a sentence goes on with: the one before in its passage; those before ``Kết thúc buổi làm việc``."""
    same = _SAME_DAY.search(sentence.text)
    if not same and not _BACK.match(sentence.lower):
        return
    if sentence.earlier and not same:
        most = _WITHIN if _MEETING.match(sentence.lower) else 1
        yield from (each for each in page.sentences[max(0, place - most) : place][::-1] if each.passage == sentence.passage)
    elif same or _MEETING.match(sentence.lower):
        yield from page.sentences[max(0, place - _BACKWARDS) : place][::-1]


def where(draft: Draft, sentence: Sentence, paper: Paper) -> None:
    """The place behind ``tại``, ``ở`` in the clause, at the sentence's head, or in the sentence that this one goes on with."""
    head, tail = sentence.clause(paper.start)
    scopes = [(sentence, head, tail), (sentence, sentence.start, sentence.start + _LEAD)]
    if sentence.earlier:
        place = sentence.page.index(sentence)
        scopes += [(each, each.start, each.end) for each in told_before(sentence.page, sentence, place)]
    for scope, start, end in scopes:
        found = [(each.start, each.end) for each in scope.inside(start, end, *_PLACES) if _at(scope, each)]
        found += [
            (scope.start + match.start("at"), scope.start + match.end("at"))
            for cue in (_AT_HOUSE, _AT)
            for match in cue.finditer(scope.text, start - scope.start, end - scope.start)
        ]
        found = [each for each in found if not within(scope, each[0] + 1)]
        if not found and scope is sentence and start == sentence.start and (match := _AT_HEAD.match(scope.text)):
            found = [(scope.start + match.start("at"), scope.start + match.end("at"))]
        if found:
            draft.sentence = scope
            draft.say("signed_at", *found[-1 if scope is not sentence and _LATTER.search(sentence.lower) else 0], "place")
            draft.sentence = sentence
            return


def _at(sentence: Sentence, each: Mention) -> bool:
    return sentence.before(each.start, 5).endswith(("tại ", "ở "))
