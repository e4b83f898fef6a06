"""Numbers of a series whose unit is said once: ``Đà Lạt 14 dự án, Đam Rông 9``, ``lần lượt là 12 và 7 đoàn``, ``xuất 23 triệu``.

A sentence gets a mention for each of them, with the unit or the currency of the number that they go on with, so that every rule
reads them as it reads the full ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import msgspec

from ..entity import Entity
from ..kinds.amount import Amount
from ..kinds.quantity import Quantity
from .mention import Mention
from .wording import holds, pattern

Span = Callable[[int, int], tuple[int, int]]

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,4})"
_DECIMAL = r"\d{1,3}(?:\.\d{3})*,\d{1,3}"
_END = r"(?=\)? ?(?:[;,)]|\.(?!\d)|$)|\)? và )"
#: What a member of a series is called by: a place, a land, a time.
_NAMES = frozenset({"COUNTRY", "FOREIGN_UNIT", "PROVINCE", "DISTRICT", "COMMUNE", "DATE", "BORDER_GATE"})
_TIMES = pattern(r"(?:năm|quý|tháng|giai đoạn) ?\w", re.IGNORECASE)
_OPENS = pattern(
    r"(?:[,;(:]|\bvà|\bgồm|\blà|\bsang|\bđi|\bđó)"
    r"(?: ?\b(?:còn|riêng|và|trong đó|tiếp (?:đến|theo)|kế đến|thứ đến|sau đó|rồi đến|cụ thể|nhất|có|"
    r"là|từ|đến|của|phía|đoàn|khách|nước|tỉnh|huyện|thành phố|trong|sang|đi|gồm)\b[,:]?){0,4} ?$"
)
_HAS = pattern(
    rf"(?: ?(?:là|có|được|đạt|còn|với|ký|kí|đón|cử|nhận|chiếm|chỉ|cũng|đã|tăng lên|lên|ước|hơn|gần|trên|khoảng)\b){{0,3}}"
    rf" ?[:(]? ?(?P<n>{_NUMBER}){_END}"
)
#: A member right behind the one before it, by any name: ``14 dự án, Đam Rông 9; y tế 4``; no change, number of order or time.
_CHAINED = pattern(
    rf"(?:[,;]|,? và) (?:(?!\b(?:tăng|giảm|bằng|vượt|so|hơn|kém|kế hoạch|số|mốc|điều|khoản|đường|quốc lộ|"
    rf"km|mục|thứ|nghị quyết|khóa|ngày|lớp|phường|quận|tổ|đồn|trạm|"
    rf"cùng kỳ|lúc|trang|gồm|với)\b)[^,;.:()\d]){{2,40}}?(?:[:(] ?| )(?P<n>{_NUMBER}){_END}",
    re.IGNORECASE,
)
_NOUN = pattern(r"\b(?P<noun>đoàn|khách|dự án|vụ)(?: của| từ)? $")
_COUNTED = pattern(
    r"(?:lượt )?(?:đoàn|người|khách|dự án|phi dự án|chương trình|khoản|thỏa thuận|bản|văn bản|biên bản|"
    r"lao động|tổ chức|kiều bào|doanh nghiệp|"
    r"cán bộ|chuyến|cuộc|hội nghị|hội thảo|địa phương|lượt)\b"
)
_PERSONS = pattern(r"(?:lượt )?(?:người|khách|cán bộ)\b|lượt$")
_VISITS = pattern(r"(?:lượt )?đoàn\b")
_IN_TURN = pattern(r"\b(?:lần lượt|tương ứng)\b", re.IGNORECASE)
_TURNS = ("lần lượt", "tương ứng")
_ONE = rf"(?:{_DECIMAL}|{_NUMBER})"
_RUN = pattern(rf"[^;.:\d]{{0,40}}?(?P<run>{_ONE}(?:(?:, |; | và |, và ){_ONE}(?![\d/%])){{1,9}})")
_EACH = pattern(rf"{_DECIMAL}|{_NUMBER}")
_HEAD = pattern(
    r"\bsố (?:lượng )?(?:các )?(?P<noun>lượt đoàn|lượt khách|lượt người|đoàn|khách|người|dự án|thỏa thuận|văn bản|"
    r"bản ghi nhớ|lao động|vụ|khoản viện trợ|kiều bào|lần|cuộc|buổi)\b",
    re.IGNORECASE,
)
_SCALED = re.compile(r"(?P<n>\d[\d.,]*) ?(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\Z", re.IGNORECASE)
_SCALE = re.compile(r"(?P<n>\d[\d.,]*) ?(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\b", re.IGNORECASE)
_CLOSES = pattern(r"\)? ?(?:[;,)]|\.(?!\d)|và |$)")
_MATCHED = pattern(r"đối ứng|tương đương|tức|khoảng chừng|quy (?:ra|đổi)")
#: What is told in the currency of the sentence before: ``Xuất khẩu 14,2 triệu USD. Nhập khẩu 3,1 triệu.``
_TRADED = pattern(r"\b(?:xuất khẩu|nhập khẩu|xuất|nhập|kim ngạch)\b", re.IGNORECASE)
_LEAST, _MOST = Decimal("0.02"), Decimal(8)  # of the sum that a further one has its currency from


def filled(
    text: str, span: Span, start: int, end: int, mentions: list[Mention], before: list[Mention] | None = None
) -> list[Mention]:
    """The mentions of a sentence of the view, with those of the numbers that go on with them, or with the sums ``before`` it."""
    if not any(each.label in ("QUANTITY", "AMOUNT", "COUNTRY", "DATE") for each in mentions):
        return mentions
    traded = before and _TRADED.search(text, start, end)
    found = _in_currency(text, end, mentions, before or [] if traded else [])
    more = [*_by_name(text, start, end, found), *_in_turn(text, start, end, found)]
    more += [each for each in _chained(text, end, found) if _alone(each, more)]
    if more:
        held = {(each.start, each.end) for each in more}
        new = [_mention(span, each) for each in more]
        kept = [each for each in found if (each.start, each.end) not in held]
        found = sorted([*kept, *new], key=lambda each: each.start)
    return found


class _Found(msgspec.Struct):
    start: int
    end: int
    text: str
    value: Quantity | Amount
    about: Mention | None = None


def _mention(span: Span, found: _Found) -> Mention:
    label = "AMOUNT" if isinstance(found.value, Amount) else "QUANTITY"
    first, last = span(found.start, found.end)
    entity = Entity(label, first, last, found.text, found.value)
    return Mention(None, entity, found.start, found.end, found.text, label, found.about)


def _in_currency(text: str, end: int, mentions: list[Mention], before: list[Mention]) -> list[Mention]:
    """The mentions; ``23,9 triệu`` beside ``41,6 triệu USD`` is a sum in dollars too."""
    told = [
        each for each in [*before, *mentions] if isinstance(each.entity.value, Amount) and each.entity.value.currency != "VND"
    ]
    return [_told_in(text, end, each, told) for each in mentions] if told else mentions


def _told_in(text: str, end: int, each: Mention, told: list[Mention]) -> Mention:
    value = each.entity.value
    bare = isinstance(value, Amount) and value.implied or isinstance(value, Quantity) and not value.unit
    model = _model(text, each, told) if bare and _CLOSES.match(text, each.end, end) else None
    return _as(each, model) if model else each


def _model(text: str, each: Mention, told: list[Mention]) -> Amount | None:
    """The value of the sum that a number without a currency goes on with: of its scale and size."""
    scaled, value = _SCALED.search(each.text), each.entity.value
    if scaled is None or not isinstance(value, Amount | Quantity):
        return None
    for other in [*(one for one in reversed(told) if one.end <= each.start), *(one for one in told if one.start >= each.end)]:
        scale, sum = _SCALE.search(other.text), other.entity.value
        if not isinstance(sum, Amount) or scale is None or scale["scale"].lower() != scaled["scale"].lower():
            continue
        between = text[min(each.end, other.end) : max(each.start, other.start)]
        if sum.low and _LEAST <= value.low / sum.low <= _MOST and not _MATCHED.search(between):
            return sum
    return None


def _as(each: Mention, model: Amount) -> Mention:
    value = each.entity.value
    low = value.low if isinstance(value, Amount | Quantity) else model.low
    entity = msgspec.structs.replace(each.entity, label="AMOUNT", value=Amount(low, model.currency, implied=True))
    return msgspec.structs.replace(each, entity=entity, label="AMOUNT")


def _free(start: int, end: int, mentions: list[Mention]) -> bool:
    return not any(each.start < end and start < each.end for each in mentions)


def _by_name(text: str, start: int, end: int, mentions: list[Mention]) -> Iterator[_Found]:
    """``14 dự án, Đam Rông 9, Di Linh 7``; ``đón 40 đoàn, năm 2020 là 12``; ``đoàn Lào 5``."""
    for each in mentions:
        if each.label not in _NAMES or (each.label == "DATE" and not _TIMES.match(each.text)):
            continue
        match = _HAS.match(text, each.end, end)
        if match is None or not _free(match.start("n"), match.end("n"), mentions):
            continue
        before = text[max(start, each.start - 60) : each.start]
        noun = _NOUN.search(before)
        kind = noun["noun"] if noun else _kind(each, mentions) if _OPENS.search(before) else None
        if kind is None and each.label == "DATE" and (head := list(_HEAD.finditer(text, start, each.start))):
            kind = head[-1]["noun"].lower()
        if kind:
            yield _Found(match.start("n"), match.end("n"), match["n"], Quantity(_whole(match["n"]), kind))


def _alone(found: _Found, others: list[_Found]) -> bool:
    return not any(each.start < found.end and found.start < each.end for each in others)


def _chained(text: str, end: int, mentions: list[Mention]) -> Iterator[_Found]:
    """``Đà Lạt 14 dự án, Đam Rông 9, Di Linh 7``: two further members at least, or one that ``và`` ends the series with."""
    for each in mentions:
        unit = _unit(each)
        if not unit or not _COUNTED.match(unit):
            continue
        found, at, last = list[_Found](), each.end, ""
        while (match := _CHAINED.match(text, at, end)) and _free(match.start("n"), match.end("n"), mentions):
            found.append(_Found(match.start("n"), match.end("n"), match["n"], Quantity(_whole(match["n"]), unit)))
            at, last = match.end("n"), match[0]
        if len(found) > 1 or " và " in last:
            yield from found


def _kind(name: Mention, mentions: list[Mention]) -> str | None:
    """What the last count before a name counts; visits rather than their persons."""
    units = [_unit(each) for each in mentions if each.end <= name.start and each.label == "QUANTITY"]
    told = [unit for unit in units if unit and _COUNTED.match(unit)]
    if not told or units[-1] != told[-1]:
        return None
    visits = [unit for unit in told if _VISITS.match(unit)]
    if _PERSONS.match(told[-1]) and (visits or name.label == "COUNTRY"):
        return visits[-1] if visits else None
    return told[-1]


def _unit(each: Mention) -> str | None:
    value = each.entity.value
    return value.unit if isinstance(value, Quantity) else None


def _in_turn(text: str, start: int, end: int, mentions: list[Mention]) -> Iterator[_Found]:
    """``lần lượt là 1,2; 3,4 và 5,6 triệu USD``: each number is of the place or time that stands at its turn before."""
    for turn in _IN_TURN.finditer(text, start, end) if holds(text[start:end].lower(), _TURNS) else ():
        run = _RUN.match(text, turn.end(), end)
        if run is None:
            continue
        numbers = list(_EACH.finditer(text, run.start("run"), run.end("run")))
        last = next((each for each in mentions if each.start <= numbers[-1].start() < each.end), None)
        names = _names(turn.start(), mentions, len(numbers))
        for place, each in enumerate(numbers):
            value = _value(each[0], numbers[-1][0], last, text[start : turn.start()])
            tail = place + 1 == len(numbers)
            if value is None or (not tail and not _free(each.start(), each.end(), mentions)):
                continue
            first, stop = (last.start, last.end) if tail and last else (each.start(), each.end())
            yield _Found(first, stop, text[first:stop], value, names[place] if names else None)


def _names(place: int, mentions: list[Mention], number: int) -> list[Mention]:
    """So many names of one label that stand right before a place; none where there are fewer or more."""
    told = [each for each in mentions if each.label in _NAMES and each.end <= place]
    label = told[-1].label if told else ""
    same: list[Mention] = []
    for each in reversed(told):
        if each.label != label or (same and same[-1].start - each.end > 24):
            break
        same.append(each)
    return same[::-1] if len(same) == number else []


def _value(number: str, model: str, last: Mention | None, before: str) -> Quantity | Amount | None:
    """A number with the unit or the currency and scale of the last one of its run, else of the noun that is counted before."""
    value = last.entity.value if last else None
    if isinstance(value, Amount):
        scale = value.low / _whole(model) if _whole(model) else Decimal(0)
        return Amount(_whole(number) * scale, value.currency)
    if isinstance(value, Quantity) and value.unit:
        return Quantity(_whole(number), value.unit) if "," not in number else None
    head = list(_HEAD.finditer(before))
    return Quantity(_whole(number), head[-1]["noun"].lower()) if head and last is None and "," not in number else None


def _whole(number: str) -> Decimal:
    return Decimal(number.replace(".", "").replace(",", "."))


__all__ = ["filled"]
