"""What overseas Vietnamese send home, with its time."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..sums import compared
from ..values import money
from ..wording import holds, pattern
from .compatriot_counts import NATION, POPULATION, of_nation
from .compatriot_time import dated, of_that_time

_REMITTANCES = pattern(
    r"kiều hối|"
    r"kiều bào[^;.]{0,24}(?:gửi|gởi|chuyển) về[^;.]{0,30}(?:usd|đô)|"
    r"(?:mỗi|hàng|hằng) năm[^,;.\d]{0,20}(?:gửi|gởi|chuyển) về|"
    r"(?:sinh )?sống(?:[^.]|\.(?=\d)){0,90}(?:gửi|gởi|chuyển) về (?:gần |hơn |trên |khoảng |chừng )?\d|"
    r"về thăm (?:quê|nhà|gia đình|thân nhân)[^.]{0,30}(?:gửi|gởi|chuyển) về (?:gần |hơn |trên |khoảng |chừng )?\d|"
    r"bà con[^,;.\d]{0,24}(?:gửi|gởi|chuyển) (?:tiền )?về (?:cho|giúp|nuôi) (?:gia đình|thân nhân|người thân|con cháu)|"
    r"(?:ngoại tệ|tiền)[^,;.\d]{0,24}(?:gửi|gởi|chuyển) về|tiền (?:gửi|gởi|chuyển)[^,;.\d]{0,16} qua (?:hệ thống )?(?:các )?ngân hàng|"
    r"(?:gửi|gởi|chuyển) về cho (?:người thân|gia đình|thân nhân|cha mẹ|con cháu)|"
    r"(?:gửi|gởi|chuyển) (?:tiền|ngoại tệ|kiều hối) về|"
    r"(?:gửi|gởi|chuyển) về(?: quê| nước| tỉnh| nhà)?,?(?: thông)?(?: qua)?(?: các| hệ thống)? (?:ngân hàng|tổ chức tín dụng|đường chính thức)",
    2,
)
_SENDS = ("kiều hối", "gửi", "gởi", "chuyển")  # of which one stands in what the pattern above finds
_YEAR_LINE = pattern(r"[^\w]*(?:ước )?(?:cả )?(?:năm|tháng|quý|\d+ tháng|sáu tháng|giai đoạn)[^:;]{0,30} ?[:–-] ?")
_SENT = pattern(r"\b(?:gửi|gởi|chuyển)\b(?: về)?[^;.,]{0,24}\d")
_NEXT = pattern(
    r"^[;,\s]{0,3}[^;.]{0,24}(?:năm|tháng|quý)[^;.]{0,24}$|kiều hối(?!,? (?:và )?(?:góp|đóng góp|ủng hộ|tặng))[^;.]{0,60}$"
)
#: What workers alone send home is another figure.
_OF_WORKERS = pattern(r"(?<!và )(?<!, )\b(?:tiền|số tiền|ngoại tệ) (?:của )?(?:người )?lao động (?:đã )?(?:gửi|gởi|chuyển) về")
_OUR_PART = pattern(r"\b(?:riêng )?(?:tỉnh (?:ta|nhà)|(?:toàn|trong) tỉnh|thành phố ta|riêng|người gốc|trên địa bàn|về tỉnh)\b")
_NATIONAL = 9  # digits of a sum in foreign money


def remittances(sentence: Sentence, headed: bool = False) -> Iterator[Draft]:
    """``Kiều hối năm 2012 được 46 triệu USD, năm 2013 58 triệu USD``: a row for each sum, with its year."""
    if (not holds(sentence.lower, _SENDS) and not headed) or _OF_WORKERS.search(sentence.lower):
        return
    if not (
        _REMITTANCES.search(sentence.text) or (headed and (_SENT.search(sentence.lower) or _YEAR_LINE.match(sentence.lower)))
    ) or (not _OUR_PART.search(sentence.lower) and any(of_nation(sentence, each) for each in sentence.counts(POPULATION))):
        return
    floor = sentence.start
    for each in sentence.of("AMOUNT"):
        value, gap = money(each), sentence.lower[floor - sentence.start : each.start - sentence.start]
        if (
            not value
            or not sentence.is_fact(each.start)
            or (
                floor > sentence.start
                and not _NEXT.search(gap)
                and not _OUR_PART.search(gap)
                and not of_that_time(sentence, each)
            )
            or (NATION.search(gap) and not _OUR_PART.search(gap))
            or is_national(each)
            or (compared(sentence, each) and not of_that_time(sentence, each))
        ):
            floor = each.end if is_national(each) else floor
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("contribution", value, each, "sum")
        dated(draft, sentence, floor, each)
        floor = each.end
        yield draft


def is_national(mention: Mention) -> bool:
    """Whether a sum is more than a province is sent: a milliard of foreign money."""
    value = money(mention) or {}
    whole = str(value.get("value") or value.get("high") or "0").partition(".")[0]
    return value.get("currency", "VND") != "VND" and len(whole) > _NATIONAL
