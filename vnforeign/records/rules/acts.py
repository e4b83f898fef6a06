"""Whether a body that is named acts as one who gives: the verb behind it, past what only says where it lives."""

from __future__ import annotations

import re

from ..page import Sentence
from ..values import money, unit
from ..wording import pattern
from .donor import GIFT, Giver

#: What a giver does; works tell of a gift only where the text is about aid.
STRONG = (
    r"tài trợ|đồng tài trợ|viện trợ|hỗ trợ|trao(?! đổi)|tặng|ủng hộ|giúp(?! nhau)|cứu trợ|quyên góp|quyên tặng|biếu|"
    r"cam kết(?= (?:gần |trên |hơn |khoảng )?\d)|đóng góp(?! ý| tích cực| quan trọng| vào)|góp(?! phần| ý| mặt)|chuyển(?! biến| đổi| giao| tiếp| thành)|"
    r"gửi(?! thư| công| điện| lời| văn| hồ sơ| báo| tới)|bỏ(?! qua| phiếu| trốn)|cung cấp(?! thông tin)|uỷ thác|ủy thác|đài thọ|"
    r"chi(?! tiết| nhánh| bộ| cục| hội| phí)|cho(?! mượn| thuê| biết| rằng| thấy| hay| phép| ý kiến| đến| tới| là)|dành(?! thời gian| sự)|"
    r"giao(?! lưu| thông| dịch| ban| tiếp| thương)"
)
_WORKS = (
    r"đầu tư|xây(?! dựng (?:quan hệ|kế hoạch|mối|đề|chương trình))|xây tặng|"
    r"cấp(?! cao| tỉnh| huyện| xã| sở| phép| giấy| thị thực| bộ| trung ương| quốc gia)|phát(?! triển| biểu| động| huy| hiện| sóng| thanh| hành)|"
    r"mổ|phẫu thuật|khám(?! phá)|chữa|đào(?! tạo)|khoan|lắp|lắp đặt|sửa|sửa chữa|mua(?! bán)|đưa(?! ra| vào| đón| tin)|trồng|dạy|chở|vận chuyển|"
    r"duy trì|nhận (?:nuôi|đỡ đầu|bảo trợ|tài trợ|giúp)|nuôi|đỡ đầu|phục hồi|cải tạo|nâng cấp|tập huấn|(?:kết thúc|hoàn thành|làm|tiếp tục|duy trì|mở rộng|kéo dài|có)(?= (?:dự án|chương trình))|gia hạn|bổ sung|để lại|mở(?! rộng| cửa| đầu| ra| cuộc| đường bay)|trang bị|rà phá|(?:triển khai|thực hiện|khởi động|bàn giao|khánh thành)"
)
_PLAIN = pattern(rf"\b(?:{GIFT})\b")
_PAYS = pattern(rf"\b(?:{GIFT}|trao(?! đổi)|dành(?! thời gian| sự))\b")
_GIVES = pattern(rf"\b(?:{STRONG})\b")
_DOES = pattern(rf"\b(?:{STRONG}|{_WORKS})\b")
#: What makes a body no giver though a verb of giving follows: it receives, visits, signs, sends.
_OTHER = pattern(
    r"\b(?:được|nhận(?! (?:nuôi|đỡ đầu|bảo trợ|tài trợ|giúp))|tiếp nhận|thăm|làm việc|ký(?![^;.]{0,70} (?:viện trợ|tài trợ))|cảm ơn|mong|có thư|chờ|đề nghị|xin|kêu gọi|vận động được|mời|do|tại sao|"
    r"làm đầu mối|thành tích|có đóng góp|khen thưởng|huân chương|huy chương|bằng khen|kỷ niệm chương|chào)\b"
)
ITEM = pattern(
    r"[^\w]*(?:\d{1,2}[.)]|[a-zđ][-.)])? ?(?:[Đđ]ối với )?"
    r"(?:[Cc]ác )?(?:[Tt]ổ chức |[Cc]hính phủ |[Vv]ùng |[Tt]ỉnh |[Dd]oanh nghiệp [^():;]{2,50}\()?"
)
_FIRM = pattern(r"[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]hà đầu tư|[Dd]oanh nhân|[Nn]gân hàng|[Cc]huyên gia")
_FIRM_GIVES = pattern(rf"(?:{GIFT}|lắp|trang bị|xây tặng|khoan|gửi|chuyển|cấp)\b")
_PRESENTS = pattern(r"tài trợ|viện trợ|tặng|trao tặng|ủng hộ|quyên góp|cứu trợ|góp(?! (?:vốn|phần|ý))")
_ALONE = pattern(rf" (?:đã |cũng |vừa |còn )?(?:{STRONG})\b")
_BEGINS = pattern(
    r"(?:^|[,;:.]) ?(?:[-+*•] ?|và |năm \d{4},? )?$|(?:^|[,;:.] ?)[^,;:.]{0,40}\b(?:là|như|kể đến|có|gồm) (?:tổ chức |quỹ )?$"
)
_CALAMITY = pattern(r"(?:sau|đợt|cơn|khắc phục) (?:cơn |trận |đợt )?(?:bão|lũ|mưa lũ|động đất)|vùng (?:bão )?lũ|bão số \d")
#: What may stand between a giver and ``cho``, which elsewhere means *for*.
_AT_ONCE = pattern(r"(?: ?\([^()\n]{1,40}\))?,?(?: (?:đã|cũng|còn|vừa|lại|mới|tiếp tục|liền|bèn|riêng|thì)){0,3} ")
_ASIDE = pattern(
    rf"(?: ?\([^()\n]{{1,60}}\))?(?: (?:ở|tại|từ|đến từ|người) [A-ZĐ][^\s,;.():]*(?: [A-ZĐ][^\s,;.():]*){{0,3}})?"
    rf"(?:, (?!và |cùng |do |đã |để )[^,;.:()\n]{{3,90}},)?"
    rf"(?= (?:(?:đã|vừa|cũng|còn|lại|mới|riêng|liên tục|mỗi năm|hằng năm|hàng năm) ){{0,3}}(?:{STRONG}|cấp|xây)\b)"
)
_BRACKET = pattern(r"(?: ?\([^()\n]{1,60}\))?,? ?")
#: What hands over, where what is given stands right behind: ``gửi cho khoa Nhi 3 máy thở``, ``rót 200.000 USD xây …``.
_HANDS = pattern(
    r"(?:(?:đã|cũng|còn|vừa|lại|mới|trích lương|tự nguyện|trực tiếp),? ){0,3}(?P<verb>gửi(?: tặng| biếu| cho| tới| về| đến)?|trao(?: tặng| cho| tới)?(?! đổi| trả)|tặng|biếu|cho|chuyển(?: cho| tới| tặng)?|"
    r"dành(?: tặng| cho| ra)?|rót|quyên góp|ủng hộ|đài thọ|bỏ(?: ra)?|để lại(?: cho)?)(?!\w)(?P<to>(?: (?!sang|đi|học|thăm|dự|tham|thư)[^\W\d_][\w-]*){0,9})(?: gần| hơn| trên| khoảng| chừng)? ?$"
)
#: What is counted and no gift.
_NO_THING = pattern(
    r"(?:lượt |bộ )?(?:người|học sinh|sinh viên|lưu học sinh|học viên|cán bộ|đoàn|lần|lượt|ngày|tháng|năm|văn bản|thỏa thuận|công hàm|thư|bức thư|thị thực|visa|giấy|vụ|đối tượng|tên|chuyên gia|"
    r"bài|ý kiến|hồ sơ|đơn|nạn nhân|công dân|thuyền viên|ngư dân|phương tiện|tàu|hài cốt|hu[âạ]n|huy|bằng|kỷ niệm|thành viên|đại biểu|giáo viên|bác s[ĩỹ]|tình nguyện|doanh nghiệp|hộ|gia đình|công ty|dự án|công trình|lao động|công nhân|khách|trường hợp|chỉ tiêu|%|km|ha|héc|mét|m2|m³)(?!\w)",
    re.IGNORECASE,
)
_FAR = 70  # characters between a giver and what it does


def aside(sentence: Sentence, spot: Giver) -> int:
    """Where the words end that only say of a giver where it lives or what it is: ``ông A ở Paris tặng``, ``bà B, một du khách Bỉ, góp``."""
    aside = _ASIDE.match(sentence.text, spot.end - sentence.start)
    return sentence.start + aside.end() if aside else spot.end


def _begins(sentence: Sentence, spot: Giver) -> bool:
    """Whether a spot opens its clause."""
    return bool(_BEGINS.search(sentence.lower[: spot.start - sentence.start]))


def _does_with_sum(sentence: Sentence, spot: Giver, until: int) -> bool:
    """Whether whatever a giver does costs a sum that its clause ends with: ``Oxfam Anh làm đường nước ở xã A, 68.000 đô la``."""
    words = sentence.lower[spot.end - sentence.start : min(until, spot.end + 2 * _FAR) - sentence.start].partition(";")[0]
    paid = sentence.inside(spot.end, spot.end + len(words) + 1, "AMOUNT")
    before = words[: paid[0].start - spot.end] if paid else ""
    return bool(paid) and not _OTHER.search(before) and sentence.is_fact(paid[0].start)


def acts(sentence: Sentence, spot: Giver, until: int, aid: bool) -> bool:
    """Whether a verb of giving follows without another giver, a verb of receiving or an end between."""
    base = sentence.start
    heads = aid and bool(ITEM.fullmatch(sentence.text[: spot.start - base]))  # who opens an item acts behind its colon too
    begin = aside(sentence, spot)
    words = sentence.lower[begin - base : min(until, begin + _FAR) - base]
    marks = ";" if heads else ";:"
    stop = next((at for at, char in enumerate(words) if char in marks), len(words))
    paid = any(money(each) for each in sentence.inside(begin, min(until, begin + 2 * _FAR), "AMOUNT"))
    works = (aid and spot.label != "GROUP") or (paid and (spot.ngo or " miễn phí" in words))
    helps = spot.charity or bool(_CALAMITY.search(sentence.lower))
    cue = _DOES if works else _GIVES if helps else _PAYS if paid and spot.label == "FOREIGN_UNIT" else _PLAIN
    if works and spot.label != "COUNTRY" and paid and _begins(sentence, spot) and _does_with_sum(sentence, spot, until):
        return True
    verb = next(
        (each for each in cue.finditer(words[:stop]) if each[0] != "cho" or _AT_ONCE.fullmatch(words, 0, each.start())), None
    )
    if verb is None and spot.label != "COUNTRY" and _hands_over(sentence, spot, begin, until):
        return True
    if (
        verb is None
        or words[: verb.start()].endswith(("không ", "chưa "))
        or any(each.start() < verb.start() for each in _OTHER.finditer(words))
        or not sentence.is_fact(begin + verb.start())
    ):
        return False
    if spot.label == "COUNTRY" and not (_ALONE.match(words) and _begins(sentence, spot)):
        return False
    firm = _FIRM.search(sentence.text, spot.start - base, spot.end - base)
    return not firm or bool((_FIRM_GIVES if works else _PRESENTS).match(words, verb.start()))


def _hands_over(sentence: Sentence, spot: Giver, begin: int, until: int) -> bool:
    """Whether a giver gives at once, what it gives behind the verb and who gets it: ``bà A gửi cho khoa Sản 2 máy``."""
    bracket = _BRACKET.match(sentence.text, begin - sentence.start)
    begin = sentence.start + bracket.end() if bracket else begin
    given = sentence.inside(begin, min(until, begin + 2 * _FAR), "AMOUNT", "QUANTITY")
    if not given or not sentence.is_fact(given[0].start):
        return False
    match = _HANDS.fullmatch(sentence.lower, begin - sentence.start, given[0].start - sentence.start)
    if match is None:
        return False
    if given[0].label == "AMOUNT":
        return not _FIRM.search(sentence.text, spot.start - sentence.start, spot.end - sentence.start)
    return not _NO_THING.match(unit(given[0]).lower())


__all__ = ["ITEM", "STRONG", "acts", "aside"]
