"""Sums of all aid that a sentence tells without a count of grants: of a period, year by year, by sectors and countries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .. import sums
from ..build import Draft
from ..page import Sentence
from ..values import day
from ..wording import holds, pattern
from .aid_totals import said_of
from .counted import elsewhere

_GIVERS = (
    r"(?:tổ chức|bạn bè|bạn|đối tác|cá nhân|hội|nhà hảo tâm|nhà tài trợ|cộng đồng|nguồn|vốn|nguồn lực)"
    r"(?:[ ,/]+(?:và|tổ chức|cá nhân|phi ch(?:í|á)nh phủ|nhân đạo|từ thiện|hỗ trợ|viện trợ|tài trợ|vốn))*"
)
_AID = (
    rf"(?:viện trợ|phi ch(?:í|á)nh phủ|pcpnn|\bngos?\b|không hoàn lại|tài trợ (?:quốc tế|nước ngoài)|nước ngoài (?:tài trợ|viện trợ|giúp)|"
    rf"{_GIVERS} (?:quốc tế|nước ngoài|ngoài nước|năm châu))"
)
_GIVEN = (
    r"(?:viện trợ|tài trợ|cam kết|hỗ trợ|giúp|rót|ủng hộ|giải ngân|trao|tặng|dành|đóng góp|cứu trợ|chuyển|cho tỉnh|bỏ ra|góp)"
)
_GOT = r"(?:vận động|huy động|tranh thủ|kêu gọi|thu hút|tiếp nhận|nhận|nhận được|quyên góp|được)"
_WORTH = r"(?:giá trị|trị giá|vốn|số tiền|nguồn|kinh phí|ngân sách|tổng)"
#: Words one of which stands in what is of aid: a look that costs little.
_WORDS = (
    "viện trợ",
    "phi chính phủ",
    "phi chánh phủ",
    "pcpnn",
    "ngo",
    "không hoàn lại",
    "tài trợ",
    "quốc tế",
    "nước",
    "năm châu",
)
_ALL_AID = pattern(
    rf"(?:\d|usd|đồng|euro?|đô la)[^.;,\d]{{0,16}}{_AID}|\b(?:{_WORTH}[^.;\d]{{0,50}}{_AID}|{_AID}[^.;]{{0,60}}(?:đạt|:|{_WORTH}|cam kết|là|lên|{_GIVEN})|{_GOT}[^.;]{{0,60}}{_AID}|"
    rf"{_AID}[^.;,\d]{{0,40}} \d)"
)
_ALL_SAID = pattern(
    r"(?:tổng|giá trị|vốn|số tiền|trị giá)[^.;]{0,40}(?:vận động|giải ngân|cam kết|tài trợ|tiếp nhận|viện trợ)|"
    r"(?:vận động|huy động|tranh thủ|tiếp nhận|nhận) được|(?:đã|mới|thực tế|số) giải ngân|nhà tài trợ[^.;]{0,50}\d|cam kết (?:gần |trên |hơn |khoảng )?\d|"
    r"mức (?:cam kết|viện trợ|tài trợ|giải ngân)|^\W*(?:kết quả )?giải ngân\b|đối ứng\b[^.;]{0,60}\d"
)
_NO_AID = pattern(
    r"\bxin (?:viện trợ|tài trợ|hỗ trợ)|(?:khoản|dự án) (?:số )?(?:[ivx]{1,4}|\d{1,2})\b|gói thầu|xử phạt|truy thu|(?:kinh phí|ngân sách|chi)[^.;]{0,20} (?:công tác|hoạt động) đối ngoại|hội (?:nghị|thảo) |chi phí"
)
_FOLLOWS = pattern(
    r"[^\w]*(?:trong đó,? |đến nay,? |tính đến nay,? |cho đến nay,? )?(?:tổng )?(?:giá trị |vốn |số )?(?:đã )?(?:giải ngân|cam kết|viện trợ)"
)
_PAID = pattern(r"(?:lại|đã|tiếp tục) giải ngân (?:được |thêm )?(?:gần |trên |hơn |khoảng )?\d")
_AMONG = pattern(r"trong đó|\briêng\b|gồm|cụ thể|chia ra|chia theo|theo thứ tự")
_GETS = pattern(r" ?(?:được |đã )?(?:nhận|chia|hưởng|phân|cấp|giao|:)(?: được)? ?(?:gần |trên |hơn |khoảng )?")
#: A place before its share of the sum that a bracket stands behind: ``giải ngân 5,1 triệu USD (địa bàn X cũ 3 triệu USD, …``.
_PLACE = (
    r"(?:[Đđ]ịa bàn (?:tỉnh |huyện |thành phố )?|[Hh]uyện |[Tt]hị xã |[Tt]hành phố |TP\.? ?|[Xx]ã |[Tt]ỉnh )"
    r"(?P<place>[A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*){0,3}(?: cũ)?)"
)
_SHARE = pattern(rf"(?:[(;,]|,? và) ?{_PLACE}(?: là| đạt| nhận| được)?(?: ?:)?(?: gần| trên| hơn| khoảng)? $")
_LED = pattern(r"(?:theo|từng|các) (?:lĩnh vực|ngành|nước|quốc gia|địa bàn|huyện|nhà tài trợ)[^:,]{0,24}[:,]|như sau:")
_IN_YEAR = pattern(r"(?:^|[\s;,:(])(?:năm )?(?P<year>(?:19|20)\d\d)(?: ?:| là| đạt| được)?(?: gần| trên| hơn| khoảng)? $")


def of_all(sentence: Sentence, talk: bool, behind: bool) -> bool:
    """Whether a sentence without counts tells the sum of all aid; in a text about aid, or behind totals, in fewer words."""
    words = sentence.lower
    if talk and (len(list(_by_place(sentence, sentence.end))) > 1 or len(list(_by_year(sentence, sentence.end))) > 1):
        return not _NO_AID.search(words) and not elsewhere(sentence)
    if not sentence.of("AMOUNT") or _NO_AID.search(words) or elsewhere(sentence):
        return False
    aid = holds(words, _WORDS)
    return bool(
        (aid and _ALL_AID.search(words))
        or (talk and _ALL_SAID.search(words))
        or ((talk or behind) and _LED.search(words))
        or (behind and (_FOLLOWS.match(words) or _PAID.search(words)))
    )


def sum_of_all(sentence: Sentence, end: int) -> Iterator[Draft]:
    """``Tổng giá trị viện trợ cam kết: 2.456.000 USD``: sums without a count of grants, a row for each year."""
    for reader in (_by_place, _listed, _by_year):
        if len(listed := list(reader(sentence, end))) > 1:
            yield from listed
            return
    among = _AMONG.search(sentence.lower, 0, end - sentence.start)
    whole, column = None, None
    for start, stop in _years(sentence, end):
        draft = Draft("ngo_aid", sentence, summary=True)
        if sums.fill(draft, sentence, start, stop, column, "whole"):
            yield draft
            whole, column = whole or draft, next(key for key in draft.slots if key in sums.COLUMNS or key == "counterpart")
    if whole and among:
        yield from by_part(whole, sentence, sentence.start + among.end(), end)


def _by_place(sentence: Sentence, end: int) -> Iterator[Draft]:
    """``huyện Hải Lăng nhận 3,6 tỷ đồng, huyện Triệu Phong nhận 2,9 tỷ đồng``."""
    for mention in sentence.inside(sentence.start, end, "AMOUNT"):
        place = next(
            (
                each
                for each in sentence.of("DISTRICT", "COMMUNE")
                if each.end <= mention.start and _gets(sentence, each.end, mention.start)
            ),
            None,
        )
        if place:
            draft = Draft("ngo_aid", sentence, summary=True)
            draft.put("location", [str(getattr(place.entity.value, "name", place.text))], place, "part")
            sums.put(draft, sentence, mention.start, mention.start + 1, "committed", "part")
            yield draft


def _by_year(sentence: Sentence, end: int) -> Iterator[Draft]:
    """``Theo năm: 2011: 21,4 tỷ đồng; 2012: 27,9 tỷ đồng``."""
    column = sums.role(sentence.lower[: end - sentence.start]) or "committed"
    for mention in sentence.inside(sentence.start, end, "AMOUNT"):
        if _IN_YEAR.search(sentence.before(mention.start, 24)) and sentence.is_fact(mention.start):
            draft = Draft("ngo_aid", sentence, summary=True)
            sums.put(draft, sentence, mention.start, mention.start + 1, column, "year")
            yield draft


def years_of(sentence: Sentence, totals: list[Draft]) -> Iterator[Draft]:
    """The sums of years that a total is made of: ``9,8 triệu USD (năm 2022: 4,1 triệu USD, năm 2023: 5,7 triệu USD)``."""
    held = set[int]().union(*map(_spots, totals))
    told = [each for each in _by_year(sentence, sentence.end) if not _spots(each) & held]
    if len(told) > 1:
        yield from told


def _spots(draft: Draft) -> set[int]:
    return {spot.start for slot in draft.slots.values() for spot in slot.evidence}


def in_brackets(sentence: Sentence, total: Draft) -> Iterator[Draft]:
    """The shares of places in the bracket right behind a sum of a total: a row for each, in the column of that sum."""
    base = sentence.start
    for column in ("mobilised", "committed", "approved", "disbursed"):
        spots = total.slots[column].evidence if column in total else ()
        for at in [sentence.page.view.place(each.end) for each in spots][:1]:
            close = sentence.text.find(")", at - base)
            if not sentence.text.startswith(" (", at - base) or close < 0:
                continue
            for mention in sentence.inside(at, base + close, "AMOUNT"):
                if share := _SHARE.search(sentence.text, at - base, mention.start - base):
                    draft = Draft("ngo_aid", sentence, summary=True)
                    draft.put("location", [share["place"]], (base + share.start("place"), base + share.end("place")), "share")
                    sums.put(draft, sentence, mention.start, mention.start + 1, column, "share")
                    yield draft


def _gets(sentence: Sentence, start: int, end: int) -> bool:
    return bool(_GETS.fullmatch(sentence.lower, start - sentence.start, end - sentence.start))


def _listed(sentence: Sentence, end: int) -> Iterator[Draft]:
    """The sums by sector or country of a list that tells no total: ``phân theo lĩnh vực như sau: y tế 420.000 USD, giáo dục …``."""
    led = _LED.search(sentence.lower, 0, end - sentence.start)
    if led is None or sentence.inside(sentence.start, sentence.start + led.end(), "AMOUNT"):
        return
    role = Draft("ngo_aid", sentence, summary=True)
    sums.fill(role, sentence, sentence.start, end, "committed")
    yield from by_part(role, sentence, sentence.start + led.end(), end)


def _years(sentence: Sentence, end: int) -> list[tuple[int, int]]:
    """The stretches of a sentence that tell of a year each: ``năm 2011 là 2,1 triệu USD, năm 2012 là 2,6 triệu USD``."""
    dates = [each for each in sentence.inside(sentence.start, end, "DATE") if _is_year(day(each) or "")]
    told = [one for one, two in pairwise([*dates, None]) if one and sentence.inside(one.end, two.start if two else end, "AMOUNT")]
    edges = [sentence.start, *(each.start for each in told[1:]), end] if len(told) > 1 else [sentence.start, end]
    return list(pairwise(edges))


def _is_year(value: str) -> bool:
    return all(len(each) == 4 for each in value.split("/"))


def by_part(total: Draft, sentence: Sentence, start: int, end: int) -> Iterator[Draft]:
    """The parts of a sum: ``trong đó lĩnh vực y tế 1,9 triệu USD, giáo dục 1,2 triệu USD``."""
    column = next((key for key in ("mobilised", "committed", "approved", "disbursed") if key in total), None)
    floor = start
    for mention in sentence.inside(start, end, "AMOUNT") if column else ():
        draft = Draft("ngo_aid", sentence, summary=True)
        if column and said_of(draft, sentence, floor, mention.start):
            sums.put(draft, sentence, mention.start, mention.start + 1, column, "part")
            total.conflicts = [each for each in total.conflicts if not each.startswith(column)]
            yield draft
        floor = mention.end
