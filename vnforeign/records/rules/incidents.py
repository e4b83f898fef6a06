"""What happens at the border: patrols, talks and letters in one row, incidents by kind in rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..build import Draft
from ..page import Mention, Sentence
from ..times import gone_on, of_heading, pointed
from ..values import count, days, unit
from ..wording import pattern

_KINDS = (
    ("trafficking", pattern(r"(?:mua|buôn) bán (?:người|phụ nữ|trẻ em)|lừa bán|bị (?:mua )?bán")),
    ("drugs", pattern(r"ma t[úu][ýy]|heroin|hê-rô-in|thuốc phiện|chất gây nghiện")),
    (
        "crossing",
        pattern(
            r"vượt biên|(?:xuất nhập cảnh|xuất, nhập cảnh|xuất cảnh|nhập cảnh|xnc|qua lại|qua lại biên giới|"
            r"sang)(?: qua (?:biên giới|đường mòn))? "
            r"(?:trái phép|chui|trái quy định)|nhập cư trái phép|làm thuê (?:chui|trái phép|tự do|tự phát)|"
            r"làm thuê[^.;]{0,60}(?:đi tự do|trái phép)|xâm nhập trái phép"
        ),
    ),
    (
        "smuggling",
        pattern(
            r"buôn lậu|gian lận thương mại|\blậu\b|vận chuyển (?:trái phép )?(?:hàng|pháo|thuốc lá|gỗ|gia súc)|hàng giả|hàng cấm"
        ),
    ),
    (
        "encroachment",
        pattern(r"xâm canh|xâm cư|lấn chiếm|lấn |làm nương|canh tác|(?:vượt|lấn|trồng)[^,;.]{0,24} sang (?:đất )?(?:ta|bạn)\b"),
    ),
    ("accident", pattern(r"tai nạn|(?:mìn|bom|đạn)[^;.]{0,8} nổ|phát nổ|bị thương|đuối nước|thiệt mạng")),
    (
        "other",
        pattern(
            r"[^\s,;.]+ [^\s,;.]+ [^\s,;.]+ trái phép|xâm phạm|tranh chấp|trâu,? bò|ngư trường|gia súc|phá rừng|cháy rừng|"
            r"trộm|đánh (?:bắt )?cá|đánh bạc|cá độ|gây rối|xô xát|vũ khí|vật liệu nổ|nổ (?:súng|mìn)|cướp|giết người|lừa đảo"
        ),
    ),
)
_CHANGE = pattern(
    r"(?:giảm|tăng|hơn)(?: (?:thêm|được|so với|so|với|cùng kỳ|năm (?:ngoái|trước|\d{4})|quý trước|tháng trước|của)){0,4},? $"
)
_CHARGED = pattern(r"(?:khởi tố|truy tố|xét xử|xử lý hình sự|đưa ra)[^,;.\d]{0,20} $")
_BACK = pattern(r"trao trả|đẩy (?:đuổi|về|trả)|trả về|bàn giao|giải cứu|tiếp nhận|nhận lại|hồi hương")
_HANDED = pattern(r"trao trả|hồi hương|đẩy (?:đuổi|về|trả)|trả về")
_EACH = pattern(r"trường hợp\b")
_BOTH_WAYS = pattern(r"(?:gửi|nhận)[^,;.\d]{0,12} $")
_PARTED = pattern(r"trong đó")
_CASES = pattern(r"vụ\b")
_UNTYPED = pattern(r"đối tượng")
_PERSONS = pattern(r"(?:lượt )?(?:đối tượng|người|ngư dân|công dân|phụ nữ|nạn nhân|nhân khẩu|tên|bị can|lao động|trẻ em)")
_HOME = pattern(r"lãnh sự|bảo hộ|đại sứ quán|tập huấn|tuyên truyền|cán bộ|chiến sĩ|tham gia|dự\b|hộ chiếu|đoàn")
_TIMES = pattern(r"(?:bận|lần|lượt|đợt|cuộc|buổi|chuyến|phiên|kỳ)")
_WORKS = (
    ("patrols", pattern(r"tuần tra")),
    ("talks", pattern(r"hội đàm|giao ban|gặp gỡ|gặp nhau|tiếp xúc|gặp mặt|hội ngộ")),
    ("letters", pattern(r"\bthư\b|công hàm|công thư")),
)
_COUNTS = pattern(r"\d (?:lần|lượt|đợt|cuộc|buổi|vụ)\b")
_OWN = pattern(r"độc lập|đơn phương")
_TO_COME = pattern(
    r"(?:nhất trí|thống nhất|cam kết|đồng ý|phấn đấu)(?! (?:đánh giá|nhận định|ghi nhận))(?:(?!\bđã\b)[^;.]){0,80}$"
)
_LETTERS = pattern(r"(?:bức$|thư|công hàm|công thư|bức thư|lượt thư)")
_SHORT = pattern(r"[^,;.:\d]{0,30}")
_RATE = pattern(r" ?/ ?(?:năm|tháng|quý|tuần)|mỗi (?:năm|tháng)")
_FORCE = pattern(
    r"biên phòng|tuyến biên giới|ta và bạn|bđbp|\bđồn\b|lực lượng|tuần tra|bảo vệ biên giới|công an|quân sự|"
    r"đại diện biên giới|hai bên|trạm"
)
_RAISED = pattern(r"(?:so với|kể từ|cùng kỳ|hiệp \w+|nghị \w+)(?: cùng kỳ| năm)?(?: của)? $|^từ năm$")
_NEAR = 120
_OPENING = 24  # characters before a day that a sentence opens with
_DAY, _MONTH = 10, 27  # characters of a single day, which is no period; days


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """The rows of a sentence; cases of no named kind stand with the patrols and talks that found them."""
    works, *more = _works(sentence)
    cases = [each for each in sentence.of("QUANTITY") if _is_case(sentence, each)]
    for draft in [*_incidents(sentence, cases), *_alone(sentence, cases)]:
        if len(works) and "incident_type" not in draft and "cases" not in works and "persons" not in works:
            works.slots |= draft.slots
        elif "incident_type" in draft or "cases" in draft or _HANDED.search(sentence.lower):
            yield _timed(draft, sentence)
    for each in (works, *more):
        if len(each):
            yield _timed(each, sentence)


def _is_case(sentence: Sentence, each: Mention) -> bool:
    """Whether a quantity counts cases that happened: no change, and not those of them that went to court."""
    before = sentence.before(each.start, 40)
    if (
        not sentence.is_fact(each.start)
        or _CHANGE.search(before)
        or (_CHARGED.search(before) and sentence.counts(_CASES)[0] is not each)
    ):
        return False
    if _EACH.match(unit(each)):
        return any(cue.search(sentence.after(each.end, 40)) for key, cue in _KINDS if key != "other")
    return _CASES.match(unit(each)) is not None


def _timed(draft: Draft, sentence: Sentence) -> Draft:
    first = min(each.start for slot in draft.slots.values() for each in slot.evidence)
    period(draft, sentence, sentence.page.view.place(first), "cases" in draft or "persons" in draft)
    return draft


def period(draft: Draft, sentence: Sentence, first: int, cases: bool = False) -> None:
    """The time in which figures from a place on happened: the last one named before them, else the first behind."""
    if one := pointed(sentence, first):
        draft.put("period", one[1], one[0], "pointed")
        return
    known = [
        (each, value)
        for each, value in days(sentence)
        if _is_long(value) and not _RAISED.search(sentence.before(each.start, 24)) and not value.endswith("..")
    ]
    before = [one for one in known if one[0].start < first]
    behind = [
        one
        for one in known
        if one[0].start > first and ";" not in sentence.text[first - sentence.start : one[0].start - sentence.start]
    ]
    if one := before[-1] if before else behind[0] if behind else None:
        draft.put("period", one[1], one[0], "period")
    elif cases and (one := _on_the_day(sentence, first)):
        draft.put("period", one[1], one[0], "day")
    elif (one := of_heading(sentence)) and _is_long(one[1]) and "/" in one[1]:
        draft.put("period", one[1], one[0], "heading")
    elif one := _goes_on(sentence, first):
        draft.put("period", one[1], one[0], "carried")


def _on_the_day(sentence: Sentence, first: int) -> tuple[Mention, str] | None:
    """The day of a single incident, which its sentence opens with: ``Rạng sáng 12/3, Đồn Mường Lạn bắt …``."""
    told = [each for each in days(sentence) if each[0].end <= first and each[0].start - sentence.start < _OPENING]
    return told[0] if told and len(told[0][1]) == _DAY else None


def _goes_on(sentence: Sentence, first: int) -> tuple[Mention, str] | None:
    """The period of the sentences right before it that count at the border too."""
    earlier: Sentence | None = sentence
    while earlier and (earlier := earlier.earlier) and (len(_works(earlier)[0]) or _COUNTS.search(earlier.lower)):
        if one := gone_on(sentence, first, earlier):
            return one
    return None


def _is_long(value: str) -> bool:
    """Whether a time is a month or more, as a period of figures is; a talk of three days is none."""
    first, _, last = value.partition("/")
    if len(first) < _DAY or len(last) < _DAY:
        return len(value) != _DAY
    return (date.fromisoformat(last) - date.fromisoformat(first)).days >= _MONTH


def _works(sentence: Sentence) -> list[Draft]:
    """Patrols, talks and letters, by the noun behind the number in its short clause, else by the last one before it.

    A second number of a kind begins another row.
    """
    drafts, floor = [Draft("border_statistics", sentence)], sentence.start
    for each in sentence.of("QUANTITY"):
        if any(body.start < each.start < body.end for body in sentence.of("ORG")):
            continue
        kind = unit(each)
        if (
            (_TIMES.match(kind) or _LETTERS.match(kind))
            and sentence.is_fact(each.start)
            and not _RATE.match(sentence.after(each.end, 12))
        ):
            key = _work(sentence, each, floor)
            if _TO_COME.search(sentence.before(each.start, 110)) or (
                key == "patrols" and _OWN.search(_near(sentence, each, floor))
            ):
                key = ""  # those of one side alone, or to come
            if key == "letters" and len(sentence.counts(_LETTERS)) > 1 and _BOTH_WAYS.search(sentence.before(each.start, 30)):
                key = ""  # those sent and those received are two numbers
            if key and (key != "talks" or _FORCE.search(_around(sentence))):
                if key in drafts[-1]:
                    drafts.append(Draft("border_statistics", sentence))
                drafts[-1].put(key, count(each), each, "count")
        floor = each.end
    return drafts


def _near(sentence: Sentence, each: Mention, floor: int) -> str:
    """The words of a number between commas."""
    before = sentence.lower[max(floor, each.start - 40) - sentence.start : each.start - sentence.start]
    return before.rsplit(",", 1)[-1] + unit(each) + re.split(r"[,;.]", sentence.after(each.end, 24))[0]


def _around(sentence: Sentence) -> str:
    return sentence.lower + " " + (sentence.earlier.lower if sentence.earlier else "") + " " + sentence.section


def _work(sentence: Sentence, each: Mention, floor: int) -> str:
    behind = _SHORT.match(sentence.after(each.end, 40))
    for words in (
        unit(each) + " " + (behind[0] if behind else ""),
        sentence.lower[max(floor, sentence.clause(each.start)[0]) - sentence.start : each.start - sentence.start],
    ):
        found = [(match.start(), key) for key, cue in _WORKS for match in cue.finditer(words)]
        if found:
            return max(found)[1]
    return ""


def _incidents(sentence: Sentence, cases: list[Mention]) -> Iterator[Draft]:
    """A row for each count of cases, with the kind named nearest to it and the persons counted behind it."""
    for place, each in enumerate(cases):
        start, end = sentence.clause(each.start)
        start = max(start, cases[place - 1].end if place else start)
        end = min(end, cases[place + 1].start if place + 1 < len(cases) else end)
        if parted := _PARTED.search(sentence.text, each.end - sentence.start, end - sentence.start):
            end = sentence.start + parted.start()
        draft = Draft("border_statistics", sentence)
        at, stop = sentence.text.rfind(", ", 0, each.start - sentence.start), sentence.text.find(", ", each.end - sentence.start)
        own = max(start, sentence.start + at + 1), min(end, sentence.start + stop) if stop > 0 else end
        spans = [own, (own[0], end), (start, end)] + ([] if place else [(sentence.start, start)])
        next((found for one in spans if (found := _kind(draft, sentence, each, *one))), None)
        draft.put("cases", count(each), each, "count")
        persons = next(
            (one for one in sentence.inside(each.end, min(end, each.end + 70), "QUANTITY") if _PERSONS.match(unit(one))), None
        )
        if persons:
            draft.put("persons", count(persons), persons, "count")
        _gate(draft, sentence, start, each.start)
        yield draft


def _alone(sentence: Sentence, cases: list[Mention]) -> Iterator[Draft]:
    """``trao trả 148 người vượt biên trái phép``: persons of a kind of incident, without cases; a second number is a part of them."""
    home = _HOME.search(sentence.lower)
    seen: set[str] = set()
    persons = sentence.counts(_PERSONS)
    for place, each in enumerate(persons):
        if _CHANGE.search(sentence.before(each.start, 40)) or (home and not _UNTYPED.match(unit(each))):
            continue
        if not sentence.is_fact(each.start) or any(0 <= each.start - one.start < _NEAR for one in cases):
            continue
        start = max(sentence.clause(each.start)[0], each.start - _NEAR, persons[place - 1].end if place else 0)
        end = min(
            sentence.clause(each.start)[1],
            each.end + _NEAR,
            persons[place + 1].start if place + 1 < len(persons) else sentence.end,
        )
        draft = Draft("border_statistics", sentence)
        held = _kind(draft, sentence, each, start, end, "persons")
        untyped = _UNTYPED.match(unit(each))
        back = _BACK.search(sentence.lower[start - sentence.start : each.start - sentence.start])
        if (
            (held in seen and held)
            or (seen and not held and not _apart(sentence, persons[place - 1], each))
            or held == "other"
            or not (held or untyped or back)
        ):
            continue
        seen.add(held)
        draft.put("persons", count(each), each, "persons")
        yield draft


def _apart(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Whether two counts stand in two clauses."""
    return sentence.clause(one.start) != sentence.clause(other.start)


def _gate(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    gates = [
        each
        for each in sentence.inside(start, end, "BORDER_GATE")
        if re.search(r"(?:tại|qua|ở|khu vực) $", sentence.before(each.start, 9))
    ]
    if gates:
        draft.say("gate", gates[-1].start, gates[-1].end, "gate")


def kind(words: str) -> str:
    """The kind of incident that words in small letters name first; what is illegal in other words comes last."""
    found = [(key == "other", match.start(), key) for key, cue in _KINDS if (match := cue.search(words))]
    return min(found)[2] if found else ""


def _kind(draft: Draft, sentence: Sentence, each: Mention, start: int, end: int, rule: str = "word") -> str:
    """The kind of incident that is named nearest to a count; what is illegal in other words comes last."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    found = [
        (key == "other", min(abs(start + match.start() - each.end), abs(each.start - start - match.end())), key, match)
        for key, cue in _KINDS
        for match in cue.finditer(words)
    ]
    if not found:
        return ""
    _, _, key, match = min(found, key=lambda one: one[:2])
    draft.put("incident_type", key, (start + match.start(), start + match.end()), rule)
    return key
