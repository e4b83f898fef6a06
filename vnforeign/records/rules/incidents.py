"""What happens at the border: patrols, talks and letters in one row, incidents by kind in rows of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..standing import led_by
from ..values import count, day, days, unit
from ..wording import pattern
from . import against
from .joint import works
from .span import period

_KINDS = (
    ("trafficking", pattern(r"(?:mua|buôn) bán (?:người|phụ nữ|trẻ em)|lừa bán|bị (?:mua )?bán")),
    ("drugs", pattern(r"ma t[úu][ýy]|heroin|hê-rô-in|thuốc phiện|chất gây nghiện")),
    (
        "crossing",
        pattern(
            r"vượt biên|(?:xuất nhập cảnh|xuất, nhập cảnh|xuất cảnh|nhập cảnh|xnc|qua lại|qua lại biên giới|"
            r"sang)(?: qua (?:biên giới|đường mòn))? "
            r"(?:trái phép|chui|trái quy định|sai quy định|không đúng quy định|không phép)|nhập cư trái phép|làm thuê (?:chui|trái phép|tự do|tự phát)|"
            r"làm thuê[^.;]{0,60}(?:đi tự do|trái phép)|xâm nhập trái phép|(?:đi|ra|sang) nước ngoài trái phép|trốn (?:đi|ra|sang) nước ngoài|vượt biển|(?:trốn|tránh|không)(?: tránh)? (?:khai báo|kiểm dịch|cách ly)|"
            r"vi phạm (?:các |các quy định |quy định |quy chế |pháp luật )?(?:về )?(?:xuất nhập cảnh|xuất, nhập cảnh|cư trú|nhập cảnh|xuất cảnh)"
        ),
    ),
    (
        "smuggling",
        pattern(
            r"buôn lậu|gian lận thương mại|\blậu\b|(?:buôn bán|mua bán|vận chuyển|kinh doanh)(?:,? (?:và )?(?:buôn bán|mua bán|vận chuyển|tàng trữ))?"
            r"(?: (?!ma |chất |người|phụ |trẻ |vũ |pháo nổ)[^\s,;.\d]+)(?:,? [^\s,;.\d]+){0,6}? trái phép|vận chuyển (?:trái phép )?(?:hàng|pháo|thuốc lá|gỗ|gia súc)|hàng giả|hàng cấm"
        ),
    ),
    (
        "encroachment",
        pattern(
            r"xâm canh|xâm cư|lấn chiếm|lấn |làm nương|canh tác|(?:vượt|lấn|trồng)[^,;.]{0,24} sang (?:đất )?(?:ta|bạn)\b|(?:phát rẫy|phát nương|trồng|làm rẫy|làm ruộng|chăn thả)[^,;.\d]{0,24} (?:sang|quá) "
        ),
    ),
    ("accident", pattern(r"tai nạn|(?:mìn|bom|đạn)[^;.]{0,8} nổ|phát nổ|bị thương|đuối nước|thiệt mạng")),
    (
        "other",
        pattern(
            r"[^\s,;.]+ [^\s,;.]+ [^\s,;.]+ trái phép|xâm phạm|tranh chấp|trâu,? bò|ngư trường|gia súc|phá rừng|cháy rừng|"
            r"khai thác (?:gỗ|lâm sản|cát|khoáng sản|vàng)|săn bắn|chặt (?:phá )?(?:cây|gỗ|rừng)|trộm|đánh (?:bắt )?cá|tiền giả|vi phạm hành chính|vi phạm[^,;.\d]{0,20} khác|vùng biển|(?:tàu|ngư dân|thuyền viên)[^;.]{0,90} bắt giữ|đánh bạc|cá độ|gây rối|xô xát|vũ khí|vật liệu nổ|nổ (?:súng|mìn)|cướp|giết người|lừa đảo"
        ),
    ),
)
_GOODS = pattern(r"(?:buôn bán|mua bán|vận chuyển|kinh doanh)\b[^;.:\d]{3,70}? trái phép")
_THEN = pattern(
    r"[^,;.\d]{0,24}(?:[,;(]| và|, và) ?(?:còn |riêng |đến |sang )?(?:năm \d{4}|quý [ivx]+|tháng \d{1,2}(?:/\d{4})?)"
    r"(?: là| có| còn| chỉ còn| xảy ra| phát hiện| bắt| xử lý| tăng lên| giảm còn|:)* "
)
_CHANGE = pattern(
    r"(?:giảm|tăng|hơn)(?: (?:thêm|được|so với|so|với|cùng kỳ|năm (?:ngoái|trước|\d{4})|quý trước|tháng trước|của)){0,4},? $"
)
_CHARGED = pattern(r"(?:khởi tố|truy tố|xét xử|xử lý hình sự|đưa ra)[^,;.\d]{0,20} $")
_BACK = pattern(r"trao trả|đẩy (?:đuổi|về|trả)|trả về|bàn giao|giải cứu|tiếp nhận|nhận lại|hồi hương")
_HANDED = pattern(r"trao trả|hồi hương|đẩy (?:đuổi|về|trả)|trả về")
#: What makes one who was handed over an offender: ``trao trả 31 người vượt biên trái phép``.
_OFFENCE = pattern(r"vượt biên|trái phép|trái quy định|vi phạm|chui\b|đẩy (?:đuổi|về|trả)|trục xuất|phạm pháp")
_EACH = pattern(r"trường hợp\b")
_PARTED = pattern(r"trong đó")
_AMONG = pattern(r"\btrong $")
_FREED = pattern(r"(?:giải cứu|cứu (?:được|thoát)|đưa về|tiếp nhận|nạn nhân)")
_VICTIMS = pattern(r"nạn nhân|phụ nữ|trẻ em|cháu|em\b")
_NATION = pattern(r"\b(?:toàn quốc|cả nước|toàn lực lượng)\b(?:[^;.]|\.(?=\d)){0,80}$")
_TOLD_ABOVE = pattern(r"[^,;.\d]{0,24}\b(?:nói|kể|nêu) trên\b")  # ``nằm trong số 05 vụ ma túy nói trên``
#: Foreigners in the province and its roads are no matter of the border.
_ABROAD = pattern(
    r"bảo hộ công dân|\d vụ việc (?:liên quan )?(?:đến )?công dân nước ngoài|\d+ ?(?:người|đối tượng|trường hợp|vụ) (?:người )?nước ngoài (?!sang|nhập cảnh|vượt)|giao thông|\d vụ (?:việc )?(?:liên quan |có )?[^,;.]{0,12}người nước ngoài (?!sang|nhập cảnh|vượt)"
)
_OF_THEM = pattern(r"trong (?:số (?:này|đó|các vụ|những vụ|các đối tượng)|các vụ|những vụ)[^;.\d]{0,40}$")
_CASES = pattern(r"vụ\b")
_UNTYPED = pattern(r"đối tượng")
_PERSONS = pattern(
    r"(?:lượt )?(?:đối tượng|người|ngư dân|công dân|phụ nữ|nạn nhân|nhân khẩu|tên|bị can|lao động|trẻ em|thuyền viên|ngư phủ)"
)
_HOME = pattern(r"lãnh sự|bảo hộ|đại sứ quán|tập huấn|tuyên truyền|cán bộ|chiến sĩ|tham gia|dự\b|hộ chiếu|đoàn")
#: A sentence that names but another time for what the one before counts.
_ANOTHER_TIME = pattern(
    r"[^\w]*(?:riêng|còn|trong đó|trong khi|cùng kỳ|đến|sang|trong|tính)?,? ?(?:(?:\d{1,2} )?(?:tháng|năm|quý)|giai đoạn)[ \w,/-]{0,30}?"
    r"(?: (?:còn|có|chỉ|là|xảy ra|phát hiện|giảm còn|tăng lên|bắt|xử lý|được))* ?|"
    r"[^\w]*riêng [^,;.:\d]{3,40} (?:bắt|phát hiện|xử lý|có|xảy ra|ngăn chặn|chiếm)(?: giữ| được)? ?"
)
_NEAR = 120


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """The rows of a sentence; cases of no named kind stand with the patrols and talks that found them."""
    first, *more = works(sentence)
    cases = [each for each in sentence.of("QUANTITY") if _is_case(sentence, each)]
    for draft in [*_incidents(sentence, cases), *_alone(sentence, cases)]:
        if len(first) and "incident_type" not in draft and "cases" not in first and "persons" not in first:
            first.slots |= draft.slots
        elif draft.slots.keys() <= {"incident_type", "gate"}:
            continue  # a kind of which nothing is counted: ``2,3 vụ``
        elif "incident_type" in draft or "cases" in draft or _HANDED.search(sentence.lower):
            yield _timed(draft, sentence)
    for each in (first, *more):
        if len(each):
            yield _timed(each, sentence)


def _is_case(sentence: Sentence, each: Mention) -> bool:
    """Whether a quantity counts cases that happened: no change, and not those of them that went to court."""
    before = sentence.before(each.start, 40)
    if (
        not sentence.is_fact(each.start)
        or _NATION.search(sentence.before(each.start, 90))
        or _ABROAD.search(sentence.lower[max(0, each.start - sentence.start - 60) : each.end - sentence.start + 60])
        or _CHANGE.search(before)
        or before.endswith("(+")
        or _TOLD_ABOVE.match(sentence.after(each.end, 50))
        or _OF_THEM.search(before)
        or (_CHARGED.search(before) and sentence.counts(_CASES)[:1] not in ([], [each]) and not _has_kind(sentence, each))
    ):
        return False
    if _EACH.match(unit(each)):
        return any(cue.search(sentence.after(each.end, 40)) for key, cue in _KINDS if key != "other")
    return _CASES.match(unit(each)) is not None


def _has_kind(sentence: Sentence, each: Mention) -> bool:
    """Whether words behind a count, in its clause, name a kind of incident."""
    end = min(sentence.clause(each.start)[1], each.end + _NEAR)
    return bool(kind(sentence.lower[each.end - sentence.start : end - sentence.start]))


def _timed(draft: Draft, sentence: Sentence) -> Draft:
    counted = [slot for key, slot in draft.slots.items() if key not in ("incident_type", "gate")]
    first = min(each.start for slot in counted or draft.slots.values() for each in slot.evidence)
    if "period" in draft:
        return draft
    period(draft, sentence, sentence.page.view.place(first), "cases" in draft or "persons" in draft, True)
    return draft


def _incidents(sentence: Sentence, cases: list[Mention]) -> Iterator[Draft]:
    """A row for each count of cases, with the kind named nearest to it and the persons counted behind it."""
    last = Draft("border_statistics", sentence)
    for place, each in enumerate(cases):
        start, end = sentence.clause(each.start)
        start = max(start, cases[place - 1].end if place else start)
        end = min(end, cases[place + 1].start if place + 1 < len(cases) else end)
        if parted := _PARTED.search(sentence.text, each.end - sentence.start, end - sentence.start):
            end = sentence.start + parted.start()
        draft = Draft("border_statistics", sentence)
        at, stop = sentence.text.rfind(", ", 0, each.start - sentence.start), sentence.text.find(", ", each.end - sentence.start)
        own = max(start, sentence.start + at + 1), min(end, sentence.start + stop) if stop > 0 else end
        own = max(start, _from(sentence, own[0])), own[1]
        spans = [own, (own[0], end), (start, end)] + ([] if place else [(sentence.start, start)])
        next((found for one in spans if (found := _kind(draft, sentence, each, *one))), None)
        if "incident_type" not in draft and place and _goes_on(sentence, cases[place - 1], each) and "incident_type" in last:
            draft.slots["incident_type"] = last.slots["incident_type"]
        if each.about and each.about.label == "DATE":
            draft.put("period", day(each.about), each.about, "turn")
        draft.put("cases", count(each), each, "count")
        persons = next(
            (one for one in sentence.inside(each.end, min(end, each.end + 70), "QUANTITY") if _PERSONS.match(unit(one))), None
        )
        if (
            persons
            and _VICTIMS.match(unit(persons))
            and _FREED.search(sentence.lower[each.end - sentence.start : persons.start - sentence.start])
        ):
            persons = None
        if persons is None and _AMONG.search(sentence.before(each.start, 8)):
            persons = next(
                (one for one in reversed(sentence.inside(start, each.start, "QUANTITY")) if _PERSONS.match(unit(one))), None
            )
        if persons:
            draft.put("persons", count(persons), persons, "count")
        if "incident_type" not in draft and (lead := led_by(sentence)) and (named := kind(lead.lower)):
            draft.put("incident_type", named, (lead.start, lead.end), "lead")
        if "incident_type" not in draft and (named := _of_earlier(sentence, each)) and sentence.earlier:
            draft.put("incident_type", named, (sentence.earlier.start, sentence.earlier.end), "of_earlier")
        _gate(draft, sentence, start, each.start)
        last = draft
        yield draft


def _of_earlier(sentence: Sentence, each: Mention) -> str:
    """The one kind of the sentence before, where only another time stands before a count: ``Riêng 11 tháng năm 2022 còn 39 vụ``."""
    told = [one for one in days(sentence) if one[0].end <= each.start]
    if (
        sentence.earlier is None
        or not (told or sentence.lower.startswith("riêng "))
        or not _ANOTHER_TIME.fullmatch(sentence.lower[: each.start - sentence.start])
    ):
        return ""
    kinds = {key for key, cue in _KINDS if key != "other" and cue.search(sentence.earlier.lower)}
    return kinds.pop() if len(kinds) == 1 else ""


def _from(sentence: Sentence, start: int) -> int:
    """Where goods that were traded begin, if a comma parts their names: ``vận chuyển gỗ, thú rừng trái phép``."""
    found = _GOODS.finditer(sentence.lower) if "trái phép" in sentence.lower else ()
    return next((sentence.start + each.start() for each in found if each.start() < start - sentence.start < each.end()), start)


def _goes_on(sentence: Sentence, one: Mention, two: Mention) -> bool:
    """Whether a count is that of another time behind one: ``19 vụ buôn lậu, năm 2019 là 27 vụ``."""
    between = sentence.lower[one.end - sentence.start : two.start - sentence.start]
    aside = two.about is None and against.other_time(sentence, two.start)
    if aside and not aside.start <= one.start < aside.end and not kind(between):
        return True
    return two.about is not None or _THEN.fullmatch(between) is not None


def _alone(sentence: Sentence, cases: list[Mention]) -> Iterator[Draft]:
    """``trao trả 148 người vượt biên trái phép``: persons of a kind of incident, without cases; a second number is a part of them."""
    home = _HOME.search(sentence.lower)
    seen: set[str] = set()
    persons = sentence.counts(_PERSONS)
    for place, each in enumerate(persons):
        if _CHANGE.search(sentence.before(each.start, 40)) or (home and not _UNTYPED.match(unit(each))):
            continue
        if any(_AMONG.search(sentence.before(one.start, 8)) and 0 <= one.start - each.end < _NEAR for one in cases):
            continue  # told with the cases: ``126 người … trong 58 vụ``
        if not sentence.is_fact(each.start) or any(
            0 <= each.start - one.start < _NEAR and not _apart(sentence, one, each) for one in cases
        ):
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
            or (back and not untyped and not _OFFENCE.search(sentence.lower[start - sentence.start : end - sentence.start]))
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
