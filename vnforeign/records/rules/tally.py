"""The figures of traffic that a sentence gives: counts of delegations and of persons, with their units or bare behind a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from .. import intent
from ..page import Mention, Sentence
from ..values import count, unit, whole
from ..wording import holds, pattern
from . import people

_VISITS = pattern(r"(?:lượt )?đoàn\b|chuyến (?:công tác|thăm|đi|làm việc|xuất ngoại)|chuyến$")
_NO_VISIT = pattern(r"đoàn (?:viên|kết|thể|thanh niên|tncs)|công đoàn|tỉnh đoàn|trung đoàn|tập đoàn|quân đoàn|sư đoàn")
_PERSONS = pattern(
    r"(?:lượt )?(?:người|khách|cán bộ|thành viên|đại biểu|công chức|viên chức|chuyên gia|đồng chí|giảng viên|giáo viên|nhà khoa học|"
    r"nhà báo|phóng viên|nghệ sĩ|nghệ sỹ|nghệ nhân|diễn viên|vận động viên|võ sư|võ sinh|sinh viên|học sinh|hội viên|thanh niên|nông dân|nghị sĩ|nghị viên|chiến sĩ|điều dưỡng|lượt|trường hợp|đảng viên|bác sĩ|"
    r"bác sỹ|y,? bác s[ĩỹ]|doanh nhân|cựu (?:chiến )?binh|tình nguyện viên|kỹ sư|nhạc công|huấn luyện viên|phật tử|thầy thuốc|quan chức|vị|đ/c)\b"
)
#: Workers who are sent abroad are no delegation.
_WORKERS = pattern(r"lao động[^,;.\d]{0,30}(?:nước ngoài|xuất khẩu)|xuất khẩu lao động|đưa[^,;.\d]{0,12} lao động")
#: A number without a unit behind the noun that it counts: ``Đoàn ra: 45``, ``số lượt người là 312``.
_BARE = pattern(
    r"\b(?P<noun>(?:lượt )?đoàn (?:ra|vào|đi|đến|khách)(?: (?:nước ngoài|quốc tế|năm \d{4}|trực tiếp|trong (?:năm|kỳ|quý|tháng)|cả năm))?|"
    r"đoàn (?:phát sinh|(?:phát sinh )?(?:trong|ngoài|theo) kế hoạch(?: (?:đã |được )*(?:duyệt|phê duyệt|giao|năm))?)|(?:tổng )?số (?:lượt )?(?:đoàn|người|khách|cán bộ|thành viên)(?: [^\W\d_]+){0,9}?)"
    r"(?:,? (?:là|đạt|có|gồm))?:? (?P<number>[0-9]{1,3}(?:\.[0-9]{3})*)(?=[;,.)/|\n]| và | với | \(|$)"
)
#: A count that a word of time before hides: ``Tổng số đoàn ra trong năm: 64 đoàn``.
#: A few, in a word: ``Hai đoàn còn lại đi Lào``.
_BY_FUNDS = pattern(r"\bbằng (?:tiền|kinh phí|nguồn|ngân sách)|tự túc|được (?:đài thọ|tài trợ)")  # a part that no column holds
_FEW = pattern(
    r"\b(?P<number>hai|ba|bốn|sáu|bảy|tám|chín|mười) (?P<noun>(?:lượt )?đoàn)(?P<verb> (?:còn lại|khác|nữa) (?:đi|sang|của|là|từ|đến))"
)
_COMRADES = pattern(r"(?P<number>[0-9]{1,4}) ?(?P<noun>đ/c)\b")
#: What goes on with a count of those in the plan: ``Đoàn trong kế hoạch: 43; phát sinh: 18``.
_AND_PLAN = pattern(
    r"(?:[,;]| và) (?:số )?(?:đoàn )?(?P<noun>(?:phát sinh|đột xuất|(?:ngoài|trong|theo) kế hoạch)(?: ngoài kế hoạch)?)(?: là| có)?:? (?P<number>[0-9]{1,3})(?=[;,.)|\n]|$)"
)
#: The same count in several years, or of both ways: ``lần lượt là 186, 201 và 195``.
_IN_TURN = pattern(r"\b(?:lần lượt|tương ứng)(?: [^\W\d_]+){0,4}?:? (?=\d)")
_NEXT_IN_TURN = pattern(
    r"(?: (?:lượt )?đoàn)?(?:,| và|;|, và)? ?(?P<number>[0-9]{1,3}(?:\.[0-9]{3})*)(?= (?:lượt )?đoàn|[;,.)\n]| và |$)"
)
_BEHIND_TIME = pattern(r"\b(?:năm|quý|tháng)(?: qua)?: (?P<number>[0-9]{1,3}(?:\.[0-9]{3})*) (?P<noun>(?:lượt )?đoàn)\b")
_NOUNS = (
    "đoàn ra",
    "đoàn vào",
    "đoàn đi",
    "đoàn đến",
    "đoàn khách",
    "kế hoạch",
    "đoàn phát",
    "số lượt",
    "số đoàn",
    "số người",
    "số khách",
    "số cán bộ",
    "số thành viên",
)
_HEAD_OF_COUNT = pattern(
    r"\bsố (?:lượt )?đoàn\b[^;.:]{0,90}$|\bđoàn (?:ra|vào|đi|đến)(?: [^\W\d_]+){0,3}: ?$|\bđoàn (?:ra|vào)(?: có| là| đạt)? $"
)
_MORE = pattern(r"(?:hơn|gần|trên) ")
_MORE_THAN = pattern(r"\b(?:nhiều|ít|cao|đông|thấp|tăng|giảm) $")
_DIFFERENCE = pattern(
    r"\b(?:hơn|kém|ít hơn|nhiều hơn) (?:cả )?(?:năm|cùng kỳ|kỳ)[^,;.(]{0,24}? (?:là )?$|"
    r"\b(?:tăng|giảm|hơn|kém|nhiều hơn|ít hơn|thêm|bớt|vượt|thiếu|hụt)(?: (?:thêm|được|đi|hơn|gần|trên|khoảng|là|tới|tương ứng))* $"
)
_PLANNED = pattern(
    r"(?<!trong )(?<!ngoài )(?<!theo )(?<!đúng )kế hoạch(?: (?:giao|đề ra|được duyệt|cả năm|năm \d{4}|đoàn ra|đoàn vào|đi|công tác|nước ngoài|là|gồm|có|cử|tổ chức|đón))* $"
)
#: What a plan said: ``Kế hoạch cả năm được duyệt: vào 90 đoàn; ra 48 đoàn``.
_OF_PLAN = pattern(
    r"^[^\w]*(?:\d{1,2}[.)] ?)?(?:kế hoạch|chỉ tiêu)(?: (?:cả năm|năm \d{4}|đầu năm|đoàn ra|đoàn vào|đối ngoại))*"
    r"(?: (?:đã |được )*(?:duyệt|giao|phê duyệt|đề ra))?(?: là| gồm)? ?:(?:(?!\b(?:thực hiện|đã|kết quả)\b)[^.])*$"
)
_NOT_DONE = pattern(
    r" (?:khách )?trở lên|[^,;.]{0,40}?\b(?:không|chưa|chậm) (?:báo cáo|nộp|gửi|có báo cáo|thực hiện|đi được|sang được|đi\b|sang\b|tổ chức|tiến hành|triển khai|khởi hành|lên đường)|[^,;.]{0,20}?\b(?:nộp|gửi|báo cáo)(?: báo cáo)? (?:chậm|muộn|quá hạn)|[^,;.]{0,20}?\b(?:ở lại quá|quá hạn|vi phạm|về muộn|trễ hạn)|"
    r"[^,;.]{0,24}?\b(?:không xin phép|chưa xin phép|chưa được phép|trái quy định|sai quy định|bị (?:nhắc|phê bình|xử|kỷ luật|kiểm điểm|lập biên bản|từ chối|hủy|huỷ|hoãn|dừng))|"
    r"[^,;.]{0,40}?\bkhông được (?:chấp thuận|đồng ý|duyệt|phê duyệt|cho phép|giải quyết)|"
    r"[^,;.]{0,14}?\b(?:nộp|gửi|báo cáo)(?: báo cáo)?[^,;.]{0,20} (?:quá|sau) \d|[^,;.]{0,24}?\b(?:phải|đã|xin|tạm) (?:hoãn|hủy|huỷ|dừng|lùi)\b"
)
_REFUSED = pattern(
    r"\b(?:từ chối|không (?:cho phép|đồng ý|chấp thuận|giải quyết)|chưa (?:cho phép|đồng ý|giải quyết|xem xét)|hủy|huỷ|tạm hoãn|tạm dừng|hoãn|đình chỉ|trả lại)\b[^,;.\d]{0,40}$"
)
#: What a plan, as a paper, holds: ``ban hành Kế hoạch đối ngoại năm 2024, gồm 16 đoàn ra và 22 đoàn vào``.
_IN_PLAN = pattern(
    r"(?:^[^\w]*(?:\d{1,2}[.)] ?)?|\b(?:ban hành|phê duyệt|xây dựng|trình|duyệt|thông qua) )(?:chương trình, )?kế hoạch\b(?! đã)"
    r"(?:(?!\b(?:thực hiện|đã (?:cử|đón|tổ chức|tiếp)|kết quả|đến nay)\b)[^;.]){0,160}\b(?:gồm|với|có)(?: tổng số| tất cả)? "
    r"(?:(?!\b(?:thực hiện|đã|tổ chức|cử|đón|kết quả|đến nay)\b)[^;.]){0,60}$"
)
#: What was put before the province and allowed is done: ``trình UBND tỉnh cho phép 131 đoàn``.
_PASSED = pattern(
    r"\btrình (?:ubnd|chính phủ|chủ tịch|thủ tướng|bộ)[^;.]{0,60}\b(?:cho phép|quyết định|phê duyệt|cử|giải quyết|cho)\b"
)
_DONE = pattern(r"(?:kết quả|trong năm|năm qua|năm \d{4})[^;]{0,60}\bđã\b[^;]*$")
_MEAN = pattern(r"bình quân|trung bình|(?:mỗi|hằng|hàng) (?:năm|tháng|quý|ngày|tuần)\b")

_PLAN_BESIDE = pattern(
    r"(?:chương trình|kế hoạch|chỉ tiêu)(?: (?:năm|cả năm|đầu năm|đề ra|được duyệt|đã duyệt|\d{4}))* \((?:là )?$"
)
_EACH_YEAR = pattern(
    r"(?: (?:ra|vào|khách|đi|đến|sang thăm nhau|qua lại)){0,2},? (?:mỗi|trong mỗi|hằng|hàng) (?:năm|tháng|quý)\b|(?: (?:ra|vào))? ?/ ?năm\b"
)
#: ``…, năm 2012 là 66``: the same count in another year.
_AND_YEAR = pattern(
    r"(?:[,;]| và) (?:năm \d{4}|quý [ivx]{1,3})(?: là| đạt| có|:)? (?P<number>[0-9]{1,3}(?:\.[0-9]{3})*)(?=[;,.)\n]| và |$)"
)
_WAY = pattern(r"\b(?:ra|vào)\b")
_YEAR_BEHIND = pattern(
    r"(?P<way>(?: (?:ra|vào|khách|đi|đến|nước ngoài|quốc tế)){0,3}) ?\((?:cùng kỳ )?(?:(?:của )?năm )?(?:19|20)\d\d(?: là| đạt| có|:)? (?P<number>[0-9]{1,4})(?=[;,)]| đoàn)"
)
_SHARE = pattern(r"(?: có| là)?:? (?P<number>[0-9]{1,4})(?=[;,.)]| và |$| \(\d)")
_LED_LIST = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?)?(?:số )?(?:lượt )?đoàn (?:ra|vào|đi)\b[^:\d]{0,30}:"
)  # ``Đoàn ra: Lào 12 (85 người), …``
_BRACKETS = pattern(r" ?\([^()]*\)|,? (?:bằng|đạt|tăng|giảm) [^,;()]{2,60}(?=[,;])")
_TURNS = ("lần lượt", "tương ứng")
_YEARS = 60  # characters behind a bare count that may go on with other years
_NEAR, _FAR = 45, 130  # characters between a count of visits and that of persons
_OF_ALL = pattern(r"\b(?:với|gồm|là) (?:tổng (?:số|cộng)|tất cả|cả thảy) (?:là )?$")
_OTHER = pattern(r"\b(?:cử|đón|tiếp|cho phép|đoàn (?:ra|vào)|riêng|trong đó|bao gồm|tăng|giảm|cùng kỳ|so với)\b")
_HELPED = pattern(r"\b(?:khám|phát|tặng|trao|cấp|mổ|chữa|dạy|hỗ trợ)\b[^;.]*\bcho(?: hơn| gần| trên| khoảng)? $")
_SAID_SO = pattern(r" ?; ?(?:với )?(?:tổng )?số (?:lượt )?[^;.]{0,40}")
_LINKED = pattern(r"(?:với|gồm|cho|tổng số|tổng cộng|cả thảy|tất cả|là|có|của|\(|/|,)(?: \w+){0,2} ?$")
_IN_VISITS = pattern(
    r"[^;.]{0,70}?(?:\b(?:thuộc|trong|của|chia thành|chia làm|gồm|với|ở|theo|tại|đi theo|từ|trên|đi)(?: tổng số)?|\(|/|,)(?: tổng cộng| tất cả)? ?|; (?:tổng )?số (?:lượt )?đoàn[^;.]{0,24}"
)


class Tally(msgspec.Struct):
    """A count of ``visits`` or of ``persons``, its places in the view and its unit in small letters."""

    kind: str
    start: int
    end: int
    value: str | None
    said: str
    mention: Mention | None = None

    @property
    def words(self) -> Mention | tuple[int, int]:
        return self.mention or (self.start, self.end)


def tallies(sentence: Sentence) -> list[Tally]:
    """The counts of delegations and persons that a sentence reports, in order; no differences, means and plans."""
    found = [*_with_units(sentence), *_bare(sentence)]
    found += _of_other_year(sentence, [each for each in found if each.kind == "visits"])
    found += _in_turn(sentence, found)
    led = _LED_LIST.match(sentence.lower)
    behind = sentence.start + led.end() if led else sentence.end
    found += _by_country(sentence, min((each.end for each in found if each.kind == "visits"), default=behind))
    told = [each for each in found if not _no_total(sentence, each) and _is_fact(sentence, each.start)]
    return sorted(told, key=lambda each: each.start)


def _with_units(sentence: Sentence) -> Iterator[Tally]:
    for each in sentence.of("QUANTITY"):
        if kind := _kind(sentence, each):
            yield Tally(kind, each.start, each.end, count(each), unit(each), each)


def _kind(sentence: Sentence, each: Mention) -> str | None:
    said = unit(each)
    if said == "lượt" and _HEAD_OF_COUNT.search(sentence.before(each.start, 110)):
        return "visits"
    if _VISITS.match(said):
        return None if _NO_VISIT.match(said) or whole(each) else "visits"
    if _WORKERS.search(sentence.before(each.start, 60)):
        return None
    return "persons" if _PERSONS.match(said) and not whole(each) else None


def _bare(sentence: Sentence) -> Iterator[Tally]:
    if "đ/c" in sentence.lower:
        yield from _comrades(sentence)
    for match in _FEW.finditer(sentence.lower):
        start = sentence.start + match.start()
        if not any(each.start <= start < each.end for each in sentence.of("QUANTITY", "DATE")):
            yield Tally(
                "visits", start, sentence.start + match.end("noun"), people.number(match["number"]), match["noun"] + match["verb"]
            )
    if not holds(sentence.lower, _NOUNS):
        return
    for match in (*_BARE.finditer(sentence.lower), *_BEHIND_TIME.finditer(sentence.lower)):
        if _BY_FUNDS.search(match["noun"]):
            continue
        kind = "visits" if "đoàn" in match["noun"] else "persons"
        for number in (
            match,
            *_AND_YEAR.finditer(sentence.lower, match.end(), match.end() + _YEARS),
            *_AND_PLAN.finditer(sentence.lower, match.end(), match.end() + _YEARS),
        ):
            start, end = sentence.start + number.start("number"), sentence.start + number.end("number")
            if not any(each.start <= start < each.end for each in sentence.mentions):
                value = re.sub(r"\.", "", number["number"]).lstrip("0") or "0"
                yield Tally(kind, start, end, value, match["noun"])


def _comrades(sentence: Sentence) -> Iterator[Tally]:
    """Persons whose title is cut short: ``3 đoàn (26 đ/c)``."""
    for match in _COMRADES.finditer(sentence.lower):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(each.start < end and start < each.end for each in sentence.of("QUANTITY", "DATE")):
            yield Tally("persons", start, end, match["number"].lstrip("0") or "0", match["noun"])


def _of_other_year(sentence: Sentence, visits: list[Tally]) -> Iterator[Tally]:
    """The same count in another year, in brackets behind it: ``46 đoàn ra (năm 2006: 52)``."""
    for each in visits:
        match = _YEAR_BEHIND.match(sentence.lower, each.end - sentence.start)
        start = sentence.start + match.start("number") if match else 0
        if match and not any(one.start <= start < one.end for one in sentence.of("QUANTITY", "AMOUNT")):
            said = each.said if _WAY.search(each.said) else each.said + match["way"]
            yield Tally("visits", start, sentence.start + match.end("number"), match["number"].lstrip("0") or "0", said)


def _by_country(sentence: Sentence, start: int) -> Iterator[Tally]:
    """The shares of a total, behind it, by country without a unit: ``15 đoàn (Nhật Bản: 5; Hàn Quốc: 4)``."""
    for each in sentence.inside(start, sentence.end, "COUNTRY"):
        if match := _SHARE.match(sentence.text, each.end - sentence.start):
            at, end = sentence.start + match.start("number"), sentence.start + match.end("number")
            if not any(one.start <= at < one.end for one in sentence.mentions):
                yield Tally("visits", at, end, match["number"].lstrip("0") or "0", "đoàn")


def _in_turn(sentence: Sentence, found: list[Tally]) -> Iterator[Tally]:
    """The bare counts told one after another: ``Số đoàn ra ba năm lần lượt là 186, 201 và 195``."""
    lead = _IN_TURN.search(sentence.lower) if holds(sentence.lower, _TURNS) else None
    if lead is None or not any(each.kind == "visits" and each.start <= sentence.start + lead.end() for each in found):
        return
    at = lead.end()
    while match := _NEXT_IN_TURN.match(sentence.lower, at):
        start, at = sentence.start + match.start("number"), match.end("number")
        held = next((each for each in found if each.start <= start < each.end), None)
        if held:
            at = max(at, held.end - sentence.start)
        elif not any(each.start <= start < each.end for each in sentence.of("DATE", "AMOUNT", "QUANTITY")):
            yield Tally("visits", start, sentence.start + at, match["number"].replace(".", "").lstrip("0") or "0", "đoàn")


def _is_fact(sentence: Sentence, start: int) -> bool:
    """Whether a count is reported; a plan too reports what was done in the year before."""
    if sentence.is_fact(start):
        return True
    before = sentence.lower[: start - sentence.start]
    if sentence.fact and "trình" in before and not intent.intended(_PASSED.sub(" ", before)):
        return True
    return not sentence.fact and bool(_DONE.search(before)) and not intent.intended(before)


def _no_total(sentence: Sentence, each: Tally) -> bool:
    """Whether a count is a difference (``tăng 12 đoàn``), a mean (``bình quân mỗi năm 120 đoàn``) or was planned."""
    before = sentence.before(each.start, 60)
    if _NOT_DONE.match(sentence.after(each.end, 60)) or _REFUSED.search(before):
        return True
    if each.mention and _MORE.match(each.mention.text) and _MORE_THAN.search(before):
        return True  # ``nhiều hơn 6 đoàn``
    told = sentence.lower[: each.start - sentence.start] if "kế hoạch" in sentence.lower else ""
    if _PLAN_BESIDE.search(before) or _EACH_YEAR.match(sentence.after(each.end, 40)):
        return True
    if told and (_OF_PLAN.search(told) or _IN_PLAN.search(told)):
        return True
    return bool(_DIFFERENCE.search(before) or ("kế hoạch" in before and _PLANNED.search(before)) or _MEAN.search(before[-45:]))


def pairs(sentence: Sentence, found: list[Tally]) -> dict[int, Tally]:
    """For each count of delegations, by its start, the count of persons that belongs to it: behind it, else before it."""
    visits = [each for each in found if each.kind == "visits"]
    taken: dict[int, Tally] = {}
    for place, each in enumerate(visits):
        back = visits[place - 1].end if place else sentence.start
        stop = visits[place + 1].start if place + 1 < len(visits) else sentence.end
        behind = next((one for one in found if one.kind == "persons" and each.end <= one.start < stop), None)
        before = next((one for one in reversed(found) if one.kind == "persons" and back <= one.start < each.start), None)
        listed = place > 0 and not _OTHER.search(sentence.lower, back - sentence.start, each.start - sentence.start)
        if behind and listed and _OF_ALL.search(sentence.before(behind.start, 24)):
            continue
        if behind and _goes_with(_between(sentence, each, behind)):
            taken[each.start] = behind
        elif before and before not in taken.values() and _IN_VISITS.fullmatch(_between(sentence, before, each)):
            taken[each.start] = before
    return taken


def _between(sentence: Sentence, one: Tally, two: Tally) -> str:
    """The words between two counts, without what stands in brackets: ``64 đoàn (giảm 12 đoàn so với năm trước), 287 lượt người``."""
    return _BRACKETS.sub("", sentence.lower[one.end - sentence.start : two.start - sentence.start])


def _goes_with(between: str) -> bool:
    """Whether a count of persons goes with the delegations before it: it is near, and no word of another way stands between."""
    if (";" in between and not _SAID_SO.fullmatch(between)) or _OTHER.search(between) or _HELPED.search(between):
        return False
    return len(between) < _NEAR or bool(_LINKED.search(between) and len(between) < _FAR)


__all__ = ["Tally", "pairs", "tallies"]
