"""Delegations abroad and incoming ones: totals of a period stand in ``traffic``, single visits in ``visit``."""

from __future__ import annotations

from collections.abc import Iterator

from .. import details
from ..build import Draft
from ..page import Page, Sentence
from ..wording import holds, pattern
from . import decided, introduced, traffic, visit
from .bearing import last_verb, of_heading
from .tally import Tally, tallies

_NAMES = pattern(
    r"\b(?:đại sứ|lãnh sự|trưởng|thống đốc|tham tán|công sứ|\b(?:cử|cho|mời|dẫn|đưa|đón|tiếp|cùng|chuyến)\b|"
    r"thăm(?:,| và) làm việc|(?:đã|vừa) thăm|tháp tùng|"
    r"\b(?:sang|vào|lên|đến|về|đi|qua|tới|ra|trở lại)\b[^;.]{0,60}\b(?:thăm|làm việc|chào|khảo sát|xem|coi|đàm phán|tìm hiểu|dự|trao đổi|chúc|học|giao lưu|tập huấn|tham gia|tham dự|"
    r"công tác|giúp|giảng|dạy|biểu diễn|thi đấu|nghiên cứu|tham quan|bàn|tư vấn|xúc tiến|quảng bá|quay phim|tác nghiệp|khám|mổ|đánh giá|hướng dẫn|trình diễn|thực tập|phẫu thuật|chữa|hội đàm|ký|ghi hình|chụp ảnh|gặp|viếng|trồng|xây|lắp|chuyển giao|triển lãm|giảng bài|đối thoại|kiểm tra|thẩm định)\b|"
    r"\b(?:thăm|khám|mổ|phẫu thuật|giảng|dạy|đối thoại|chuyển giao|trình diễn|biểu diễn|giao lưu|khảo sát|làm việc (?:tại|với)|quay phim|ghi hình|tập huấn|giúp|hướng dẫn|nghiên cứu|đánh giá|tác nghiệp|phỏng vấn|dự giờ|sáng tác|lắp đặt|viếng|tu nghiệp|thực tập|ghé|tham quan)\b|"
    r"\b(?:nhóm|tốp|gánh xiếc)\b|(?:chiến|tuần dương|khu trục|hộ tống) ?hạm|tàu (?:hải|huấn|khu|hộ|bệnh|sân|chiến|cảnh|tuần|đổ|khảo|nghiên)|đội (?:tuyển|bóng|văn|y|kịch|múa|xiếc|bác)\b|"
    r"(?:tham dự|dự|tham gia)\b[^;.]{0,90}\btại\b)"
)
_PARTS = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?)?(?:(?:[^\W\d_]+ ){1,3}(?:đông|nhiều) nhất|(?:trong|ngoài|đúng|theo) kế hoạch|trong (?:đó|số)|(?:(?:đã )?có )?\d{1,3} (?:lượt )?đoàn (?:phát sinh|(?:trong|ngoài|theo|đúng|nằm) )|bao gồm|gồm|riêng|quý|phát sinh|đi|nhiều nhất|cụ thể|cùng kỳ|"
    r"quốc tịch|về quốc tịch|tập trung (?:ở|vào)|chủ yếu|phần lớn|đông nhất|trong \d{1,3} đoàn|(?:số )?đoàn (?:trong|ngoài|theo|phát sinh|nằm trong)|năm (?:trước|\d{4})|tính (?:chung|đến|lũy kế|từ)|lũy kế|tổng (?:số|cộng)|(?:phân|chia|xét|tính)? ?theo (?:nước|quốc gia|từng nước|địa bàn))\b"
)
#: The same count in a year that it is compared with: ``Con số không lớn, nhưng so năm 2017 (49 đoàn) thì có nhích``.
_OTHER_YEAR = pattern(r"\b(?:so|bằng|hơn|kém)\b(?: với)?(?: cùng kỳ)?(?: của)?(?: năm)? (?:19|20)\d\d \(\d{1,3} (?:lượt )?đoàn\b")
#: What a sentence behind totals begins with that tells how many persons they were, or what they cost.
_MORE_OF_TOTALS = pattern(
    r"[^\w]*(?:(?:với )?(?:tổng )?số (?:lượt )?(?:người|khách|cán bộ|thành viên)|tổng cộng|(?:tổng )?(?:kinh|chi) phí|tổng chi|(?:ngân sách (?:tỉnh |nhà nước |địa phương |thành phố |huyện )?)?chi|(?:phần |số )?(?:nguồn|ngân sách|tiền) [^,;.\d]{2,40} (?:chi|cấp|bố trí))\b"
)
#: What a sentence behind totals begins with that says who received how many of them.
_OF_A_TIME = pattern(r"[^\w]*(?:riêng |trong |còn )?(?:(?:\d{1,2}|ba|sáu|tám|chín|mười) tháng|năm|quý|nửa)\b")
_OF_ALL_LANDS = pattern(r"nước ngoài|quốc tế|các nước|xuất cảnh")
_HOST = pattern(
    r"[^\w]*(?:trong (?:đó|số)[^,;.]{0,20},? |riêng )?(?:(?:đồng chí|các đồng chí) )?(?:lãnh đạo|thường trực|chủ tịch|phó chủ tịch|bí thư|ubnd|ủy ban nhân dân|"
    r"uỷ ban nhân dân|tỉnh ủy|văn phòng|sở|thường vụ)\b[^;.\d]{0,50}\b(?:tiếp|đón)[^;.\d]{0,16}\d"
)
_SHARE = pattern(r" ?:? ?\d{1,3} (?:lượt )?đoàn\b")
_OPENING = 8  # characters before a land that a sentence opens with
_CUES = ("đoàn", "lễ tân", "phí đón tiếp", "nước ngoài", "xuất ngoại", "xuất cảnh")
_PARTIES = ("COUNTRY", "FOREIGN_UNIT", "ORG", "PERSON")  # of whom or where to a visit is, where no delegation is named
_LABEL, _COLON = pattern(r"[^\w]*(?:\d{1,2}[.)] ?)?"), pattern(r" ?[:-] ?")
_WHOLE_FIRST = pattern(r"\btrong (?:đó|số (?:đó|này))\b|\bgồm\b|\bbao gồm\b|\briêng\b")
_SEVERAL = 2
_MOST = 20  # sentences of an article that may go on with it
_MORE = 3  # sentences behind a visit that may go on with it


def abroad(page: Page) -> Iterator[Draft]:
    """The rows of delegations going abroad."""
    yield from (draft for draft in _both_ways(page) if draft.table.key == "delegation_out")


def incoming(page: Page) -> Iterator[Draft]:
    """The rows of delegations coming in."""
    yield from (draft for draft in _both_ways(page) if draft.table.key == "delegation_in")


def _both_ways(page: Page) -> list[Draft]:
    """The rows of both directions, worked out once a page."""
    if page.visits is None:
        page.visits = list(_all(page))
    return page.visits


def _all(page: Page) -> Iterator[Draft]:
    last: Draft | None = None
    since, totals, held = 0, list[Draft](), list[Draft]()
    for sentence in page.sentences:
        since += 1
        page.introduction = introduced.of(sentence, page.introduction)
        if last and _is_over(last, sentence, since):
            last = None
        if last and visit.goes_on(last, sentence):
            continue
        if spent := _spent(totals, sentence):
            yield spent
            continue
        if _goes_on(totals, sentence) or not _may_tell(sentence):
            continue
        parts = totals and (_PARTS.match(sentence.lower) or _OTHER_YEAR.search(sentence.lower) or _land_first(sentence))
        way = totals[-1].table.key if parts else None
        held = totals or held
        totals, singles = _of(page, sentence, way)
        for each in singles:
            introduced.host(each, page.introduction)
            if decided.is_article(sentence):
                decided.fill(each, sentence)
        totals = [each for each in totals if not _by_host(held, each)]
        for each in totals:
            _of_the_same_land(held, each)
        yield from totals
        yield from singles
        last, since = (singles[-1], 0) if singles else (None if totals else last, since)


def _is_over(last: Draft, sentence: Sentence, since: int) -> bool:
    """Whether a sentence stands too far behind a visit to go on with it; an article of a decision goes on to the next one."""
    if decided.is_article(last.sentence):
        return since > _MOST or decided.ends(sentence)
    return since > _MORE or last.sentence.passage != sentence.passage


def _may_tell(sentence: Sentence) -> bool:
    """Whether a sentence can tell of delegations: a look that costs little before the rules that cost more."""
    if holds(sentence.lower, _CUES) or (sentence.kind == "list_item" and of_heading(sentence.section)):
        return True
    return not sentence.labels.isdisjoint(_PARTIES) and bool(_NAMES.search(sentence.lower))


def _of(page: Page, sentence: Sentence, way: str | None) -> tuple[list[Draft], list[Draft]]:
    """The totals and the single visits of a sentence; ``way`` is that of the totals before, of which it tells parts."""
    told = tallies(sentence)
    found = [each for each in told if each.kind == "visits"]
    alone = (
        len(found) == 1 and found[0].value == "1" and not _of_land(sentence, found[0])
    )  # "01 đoàn gồm 8 cán bộ sang Lào dự lễ": a visit, no total
    counts = [each.mention for each in found if each.mention]
    singles = list(visit.visits(page, sentence, [] if alone else counts)) if sentence.kind != "table" else []
    return [] if alone and singles else traffic.totals(sentence, told, way), singles


def _of_land(sentence: Sentence, visits: Tally) -> bool:
    """Whether an item of a list is a country with its count: ``- Ấn Độ: 1 đoàn, 4 người``."""
    return sentence.kind == "list_item" and any(
        _LABEL.fullmatch(sentence.text[: each.start - sentence.start])
        and _COLON.fullmatch(sentence.text[each.end - sentence.start : visits.start - sentence.start])
        for each in sentence.of("COUNTRY")[:1]
    )


def _of_the_same_land(held: list[Draft], row: Draft) -> None:
    """The country of the totals before for those of another time: ``- Năm 2017: cử 06 đoàn; tiếp 07 đoàn``."""
    if row in held or "countries" in row or not _OF_A_TIME.match(row.sentence.lower) or _OF_ALL_LANDS.search(row.sentence.lower):
        return
    same = [each for each in held if each.table is row.table and each.sentence.section == row.sentence.section]
    lands = {str(each.slots["countries"].value) if "countries" in each else "" for each in same}
    if same and len(lands) == 1 and (slot := same[0].slots.get("countries")):
        row.slots["countries"] = slot


def _by_host(totals: list[Draft], row: Draft) -> bool:
    """Whether a row tells how many of the totals before one host received: ``Lãnh đạo tỉnh trực tiếp tiếp 12 đoàn.``"""
    whole = next((each for each in totals if each.table.key == row.table.key and "delegations" in each), None)
    if whole is None or row.slots.keys() != {"delegations"} or whole.sentence.section != row.sentence.section:
        return False
    return int(str(row.slots["delegations"].value)) < int(str(whole.slots["delegations"].value)) and bool(
        _HOST.match(row.sentence.lower)
    )


def _spent(totals: list[Draft], sentence: Sentence) -> Draft | None:
    """``Ngân sách tỉnh chi 2,36 tỷ đồng.`` behind parts of a total: what all of them cost, in a row of its own."""
    if not totals or not sentence.fact or not _MORE_OF_TOTALS.match(sentence.lower) or len(sentence.of("DATE")) >= _SEVERAL:
        return None
    row = _told_of(totals, sentence)
    item = sentence.kind == "list_item" and sentence.section == row.sentence.section and _PARTS.match(row.sentence.lower)
    if not _is_part(row, totals) or tallies(sentence) or not (row.sentence.passage == sentence.passage or item):
        return None
    draft = Draft(row.table.key, sentence, summary=True)
    details.cost(draft, sentence, sentence.start, sentence.end)
    return draft if "cost" in draft else None


def _told_of(totals: list[Draft], sentence: Sentence) -> Draft:
    """The row of totals that a further sentence goes on with: the whole, where its own sentence tells parts too."""
    last = next((each for each in totals if each.table.key == last_verb(sentence.lower)), totals[-1])
    same = [each for each in totals if each.table is last.table and each.sentence is last.sentence]
    whole = same[0] if len(same) > 1 and not {"in_plan", "countries"} & same[0].slots.keys() else last
    return whole if _WHOLE_FIRST.search(last.sentence.lower) and not _PARTS.match(last.sentence.lower) else last


def _land_first(sentence: Sentence) -> bool:
    """Whether a sentence opens with a land and its share: ``Lào 8 đoàn; Trung Quốc 5.``"""
    first = next(iter(sentence.inside(sentence.start, sentence.start + _OPENING, "COUNTRY")), None)
    return first is not None and _SHARE.match(sentence.lower, first.end - sentence.start) is not None


def _goes_on(totals: list[Draft], sentence: Sentence) -> bool:
    """``Tổng số người đi là 312 lượt, kinh phí 8,5 tỷ đồng.`` fills the totals told before; whether it does."""
    if not totals or not sentence.fact or not _MORE_OF_TOTALS.match(sentence.lower):
        return False
    found = tallies(sentence)
    row = _told_of(totals, sentence)
    item = sentence.kind == "list_item" and sentence.section == row.sentence.section
    if any(each.kind == "visits" for each in found) or not (row.sentence.passage == sentence.passage or item):
        return False
    return _fill(row, sentence, found)


def _is_part(row: Draft, totals: list[Draft]) -> bool:
    """Whether a row tells a part of the delegations told of before."""
    several = sum(each.table is row.table for each in totals) > 1
    return bool(_PARTS.match(row.sentence.lower)) or (several and bool({"in_plan", "countries"} & row.slots.keys()))


def _fill(row: Draft, sentence: Sentence, found: list[Tally]) -> bool:
    """Puts the persons and the cost that a further sentence tells into a row of totals that lacks them."""
    before, held, row.sentence = len(row), row.sentence, sentence
    if found and "việc riêng" not in sentence.lower and "person_times" not in row:
        row.put("person_times", found[0].value, found[0].words, "count")
    if "cost" not in row and len(sentence.of("DATE")) < _SEVERAL:  # else sums of several years
        details.cost(row, sentence, sentence.start, sentence.end)
    row.sentence = held
    return len(row) > before
