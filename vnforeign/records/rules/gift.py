"""What a gift without a title is called: the things that were given, or the work that the money is for."""

from __future__ import annotations

from .. import sums
from ..build import Draft
from ..page import Sentence
from ..wording import pattern
from . import shaped
from .donor import Giver

_NUMBER = r"(?:\d[\d.]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mấy|một số|nhiều|toàn bộ)"
#: Who gets something, times, shares and money: numbers of them are no things.
_NO_THING = (
    r"(?:người|hộ|gia đình|học sinh|sinh viên|trẻ|em|cháu|nạn nhân|phụ nữ|bệnh nhân|y sĩ|y,|y bác|bác sĩ|cán bộ|giáo viên|chuyên gia|thành viên|hội viên|tình nguyện|khách|lượt|đoàn|ca|"
    r"xã|huyện|thôn|bản|ấp|phường|tỉnh|thị|địa phương|trường|điểm|đơn vị|cơ quan|tổ chức|bệnh viện|trạm y|trung tâm|đồn|đội|làng|nước|quốc gia|"
    r"năm|tháng|tuần|ngày|quý|giờ|phút|lần|đợt|giai|dự án|chương trình|khoản|phi dự|công trình|hạng mục|bên|phía|loại|lĩnh vực|"
    r"triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|đ|usd|euro?|đô|yên|won|kíp|riel|bảng|franc|francs|phrăng|nhân dân tệ|ha|km|m|m2|%|phần trăm|đô-la|đôla|vnđ|vnd|aud|jpy|gbp|cad|chf|krw|cny|lak|mác)"
)
_THING = pattern(rf"(?<![\w.,/-])(?<!\d )(?:(?!mấy|nhiều|toàn){_NUMBER}) (?!{_NO_THING}\b)(?=[^\W\d_])[^;.:()\n\d]{{2,70}}")
_WORK = pattern(
    r"\b(?:xây(?! dựng (?:quan hệ|kế hoạch|mối|đề án))|làm(?= (?:\d|nước|đường|cầu|nhà|bể|giếng|trạm|kè|sân))|sửa|trồng|đào(?! tạo)|khoan|lắp|phẫu thuật|mổ|khám(?! phá| \d)|rà phá|"
    r"nuôi|cải tạo|nâng cấp|tu bổ|trùng tu|phục hồi|phát triển|đóng(?= (?:lại|mới|bàn|giếng|tàu|thuyền))|dạy|dựng|lợp|kéo điện|in |chữa|phòng,? chống|nhận nuôi|đỡ đầu|trang bị|mở(?= (?:lớp|xưởng|phòng|thư viện))|thay|tập huấn|đào tạo)"
    r" [^;:()\n]{4,110}"
)
_BUY = pattern(r"\b(?:để )?(?:mua sắm|mua(?! bán)) (?P<thing>[^;:()\n]{4,80})")
#: Things without number before their worth: ``vật tư y tế trị giá …``.
_PLAIN = pattern(
    r"(?P<thing>(?:trang thiết bị|thiết bị|vật tư|thuốc|sách|máy|xe|quần áo|hàng|lương thực|gạo|dụng cụ|đồ dùng|quà|học bổng)[^;.:()\n,\d]{0,60})(?=,? (?:trị giá|giá trị|tổng trị giá|tương đương|với giá trị))"
)
_GIVES = pattern(
    r"tặng|trao|viện trợ|tài trợ|hỗ trợ|ủng hộ|giúp|cho|gửi|chuyển|cứu trợ|khẩn cấp|cấp|dành|trang bị|để lại|bàn giao|góp|quyên|phát|bổ sung|"
    r"đưa|chở|mang|nhận|bỏ|xây|:|được|\bcó\b|\blà\b"
)
#: Words right before a number that make it no thing given: ``ở 3 bản``, ``mỗi suất``.
_NOT_BEFORE = pattern(
    r"(?:ở|tại|trên|mỗi|trong|gần|lớp|số|thứ|tháng|năm|bão|điều|quốc lộ|đường|quận|phường|tổ|khu|đoàn|dịp|được thêm|bằng|xử lý|làm sạch) $|"
    r"(?:đoàn|cử|với sự|có sự)[^,;]{0,12}$"
)
#: What stands right before work that a gift is for: a sum, who gives or gets it, an adverb, a word of purpose.
_FOR = pattern(r"(?:[:)]|\b(?:để|nhằm|cho việc|vào việc|giúp|hỗ trợ|dùng|và|đã|cũng|còn|tiếp tục|sang|về|lại|tài trợ|nhận))? ?$")
_ENDS = (
    r",? (?:trị giá|giá trị|tổng trị giá|kinh phí|tổng|tương đương|chi phí|mỗi|do|tại|ở|để|từ|(?<!đã )qua|thông qua|nhân dịp|nhằm|phục vụ|quy|ước|hết|"
    r"bình quân|theo|trên địa bàn|với (?:số|tổng|giá|kinh|mức|trị|chi|vốn)|trong (?:năm|giai|thời|hai|ba|bốn|\d)|giai đoạn|năm \d|vào|được|"
    r"đã(?! qua)|về|gửi|giao|thực hiện|có giá|đưa vào|hoàn thành|cứu đói|sau|khắc phục)\b|, (?!\d+ [^\W\d_])|\.(?=\s|$)| - |[;:(]|"
    r" (?:và|cùng) (?=\d[\d.,]* (?:triệu|tỷ|tỉ|USD|EUR|euro|đồng)|(?:tập huấn|hướng dẫn|cử|tổ chức|ký|thăm|quyên|tặng|trao|giúp|hỗ trợ|cấp|mở|khám|đào tạo)\b)|"
    r",? \d[\d.,]* (?:triệu|tỷ|tỉ|nghìn|ngàn|USD|EUR|euro|đồng|đô)"
)
_THING_ENDS = pattern(
    rf"{_ENDS}| (?:cho|tặng|giúp|hỗ trợ) (?=[A-ZĐ\d]|các |nhân dân|bà con|đồng bào (?:vùng|bị)|huyện|xã|tỉnh|thị|thành phố|trường|trạm|bệnh viện|hộ|"
    r"gia đình|người dân|trung tâm|hai |ba |bốn )| (?:hai|ba|bốn|các|\d+) (?:huyện|xã|thôn|bản|tỉnh)\b| của\b"
)
_WORK_ENDS = pattern(
    rf"{_ENDS}| (?:cho|tặng) (?=[A-ZĐ]|(?:các|nhân dân|bà con|hai|ba|bốn|\d+) (?:huyện|xã|trường|trạm|tỉnh|thị|thôn|bản|đồn|bệnh viện|hộ)\b)"
)
_NOT_WHAT = (
    r"(?:cho|tại|ở|trong|trên|năm|giai|từ|và|qua|thông|với|do|của|theo|vào|đến|về|mỗi|một phần|gần|hơn|khoảng|tổng|trị|giá|số|tiền|kinh|vốn(?= (?:đối|cho|trong|của|\d|tài|viện|là))|là|đã|được|bằng|thực|để|nhằm|"
    r"tỉnh|huyện|xã|thành phố|thị xã|ta|các (?:huyện|xã|địa|dự|chương|sở|đơn)|địa phương|dự án|chương trình|hai (?:dự|khoản|huyện)|nhiều|việc|không hoàn lại|đồng bào|lại|gồm|thêm|khẩn cấp|hết|"
    r"làm(?! [a-zà-ỹđ\d]+ )|(?:\d[\d.]* |nhiều |các |những )?(?:hộ|bà con|dân|nhân dân|người|học sinh|sinh viên|trẻ đường|em|nạn nhân|bệnh nhân|gia đình)(?! có|\w))"
)
#: What stands right behind a sum, or behind a word of giving or receiving.
_BEHIND_SUM = pattern(rf" (?:để |nhằm |cho việc |vào việc |dùng để )?(?!{_NOT_WHAT}\b)(?P<what>[a-zà-ỹđ]+ [^;:()\n]{{4,110}})")
_GIVEN = pattern(
    r"\b(?P<verb>cứu trợ(?: khẩn cấp)?|hỗ trợ(?: khẩn cấp)?|giúp(?: đỡ)?|ủng hộ|cấp|tặng|trao tặng|trao|tài trợ|viện trợ|tiếp nhận|nhận|đón nhận|biếu|gửi tặng|bàn giao|để lại)"
    rf" (?:cho )?(?:(?<=khẩn cấp )|(?!{_NOT_WHAT}\b))(?P<what>[a-zà-ỹđ\d][^;:()\n]{{5,110}})"
)
#: What opens an item or a sentence before who gave it: ``- 35 căn nhà do A hỗ trợ``.
_HEAD = pattern(
    r"[^\w\n]{0,4}(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?P<what>(?!Dự án|Chương trình|Trong|Năm|Khoản|Tiền|Toàn|Kinh phí|Chi phí|Số|Tổng)[A-ZĐ\d](?:(?! (?:tiếp nhận|nhận|báo cáo|được|đã|là|chi phí) )[^,;:.()\n]){4,80}?),? (?:do|được)(?: tổ chức| quỹ| hội)? "
)
#: What an item that its giver opens pays for: ``ActionAid (Anh): tín dụng, thuỷ lợi nhỏ ở 2 xã …``.
_OPENED = pattern(
    rf"(?: ?\([^()\n]{{2,40}}\))? ?: (?!(?:{_NOT_WHAT})\b|(?:tặng|tài trợ|viện trợ|hỗ trợ|ủng hộ|đã|cử|gồm)\b)"
    r"(?P<what>[a-zà-ỹđ]+ [^;:()\n\d]{4,100}?)(?=,? (?:ở|tại|huyện|xã|thị xã|tỉnh|cho|trị giá|với|từ|giai đoạn|trong|tổng|vốn|kinh phí)\b"
    r"|,? \d|, [A-ZĐ]|[.;(]|$)"
)
_TOLD = ("cứu trợ", "cứu trợ khẩn cấp", "hỗ trợ", "hỗ trợ khẩn cấp", "giúp", "giúp đỡ", "ủng hộ", "cấp")
_LOOSE = pattern(r" (?:và|cùng|để|cho|với|của|tại|ở|từ|các|gồm|nhằm|đã|do|được|bằng|trong) ?$")
_LONGEST = 120
_LEAST = 6


def name(draft: Draft, sentence: Sentence, giver: Giver | None, start: int, end: int) -> None:
    """Puts what was given as the name of a gift that has no title."""
    owned = "owner" in draft and draft.slots["owner"].rule == "ngo_aid.item"
    head = shaped.thing(sentence) if giver and giver.how == "named" and not owned else None
    if giver and head and head[1] < giver.start and "name" not in draft:
        draft.say("name", *head, "item")
    if "name" in draft:
        return
    paid = bool(sums.COLUMNS & draft.slots.keys())
    spans = _spans(giver, start, end)
    if giver and giver.how in ("subject", "opens") and (stop := sentence.text.find(";", giver.end - sentence.start)) >= 0:
        spans = [*_spans(giver, start, min(end, sentence.start + stop)), *spans]  # its own clause first
    for one, two in spans:
        if (paid and _work(draft, sentence, giver, one, two)) or _things(
            draft, sentence, one, two, giver.end + 1 if giver else 0
        ):
            return
    if giver and giver.how == "by" and (first := _HEAD.fullmatch(sentence.text, 0, giver.start - sentence.start)):
        draft.say("name", sentence.start + first.start("what"), sentence.start + first.end("what"), "before")
        return
    if giver and giver.how == "opens" and paid and (what := _OPENED.match(sentence.text, giver.end - sentence.start)):
        draft.say("name", sentence.start + what.start("what"), sentence.start + what.end("what"), "opened")
        return
    for one, two in spans if giver and paid else ():
        if _deed(draft, sentence, one, two):
            return


def _deed(draft: Draft, sentence: Sentence, start: int, end: int) -> bool:
    """What a sum is for, what was received, else the deed itself: ``11.200 USD vốn đan cỏ bàng``, ``tiếp nhận hệ thống nội soi``, ``cứu trợ 1.500 hộ``."""
    base, held = sentence.start, _held(draft, sentence, "AMOUNT", "DATE")
    for each in sentence.inside(start, end, "AMOUNT"):
        if said := _BEHIND_SUM.match(sentence.text, each.end - base, end - base):
            return _say(draft, sentence, base + said.start("what"), end, "deed")
    for match in _GIVEN.finditer(sentence.text, start - base, end - base):
        first = base + match.start("what")
        at = base + (match.start("verb") if match["verb"].lower() in _TOLD else match.start("what"))
        if not any(one <= first < two for one, two in held):
            return _say(draft, sentence, at, end, "deed")
    return False


def _spans(giver: Giver | None, start: int, end: int) -> list[tuple[int, int]]:
    if giver is None:
        return [(start, end)]
    both = [(max(giver.end, start), end), (start, giver.start)]
    if giver.how in ("by", "named", "given"):
        both.reverse()
    return [(one, two) for one, two in both if one < two]


def _things(draft: Draft, sentence: Sentence, start: int, end: int, behind: int) -> bool:
    """``tặng 02 xe cứu thương``, right behind the giver ``Plan 40 tấn gạo``, ``mua xe đưa đón``, ``vật tư y tế trị giá …``."""
    base, held = sentence.start, _held(draft, sentence, "AMOUNT", "DATE", "COMMUNE", "DISTRICT", "DIRECTIVE")
    for match in _THING.finditer(sentence.text, start - base, end - base):
        before = sentence.lower[max(0, start - base - 12) : match.start()]
        free = not any(one <= base + match.start() < two for one, two in held)
        if free and (_GIVES.search(before) or base + match.start() == behind) and not _NOT_BEFORE.search(before):
            return _say(draft, sentence, base + match.start(), end, "thing")
    for cue in (_BUY, _PLAIN):
        if said := cue.search(sentence.text, start - base, end - base):
            return _say(draft, sentence, base + said.start("thing"), end, "thing")
    return False


def _work(draft: Draft, sentence: Sentence, giver: Giver | None, start: int, end: int) -> bool:
    """Work behind the giver, a sum or a colon: ``tài trợ 85.000 USD để xây 12 phòng học``, ``A (Pháp) sửa lại 6 phòng học``."""
    base, held = sentence.start, _held(draft, sentence, "AMOUNT", "DATE", "COMMUNE", "DISTRICT", "COUNTRY")
    ends = [two for _, two in held] + ([giver.end] if giver else [])
    for match in _WORK.finditer(sentence.text, start - base, end - base):
        first = base + match.start()
        if any(one <= first < two for one, two in held):
            continue
        before = sentence.text[: match.start()]
        lead = _FOR.search(before)
        if lead and (lead[0].strip() or any(0 <= base + lead.start() - two <= 2 for two in ends)):
            return _say(draft, sentence, first, end, "work")
    return False


def _held(draft: Draft, sentence: Sentence, *labels: str) -> list[tuple[int, int]]:
    """Where sums, places and bodies stand, and who receives the gift."""
    held = [(each.start, each.end) for each in sentence.of("ORG", *labels)]
    place = sentence.page.view.place
    owners = draft.slots["owner"].evidence if "owner" in draft else ()
    return held + [(place(each.start), place(each.end)) for each in owners]


def _say(draft: Draft, sentence: Sentence, first: int, end: int, rule: str) -> bool:
    base, stop = sentence.start, min(end, first + _LONGEST)
    cut = (_THING_ENDS if rule == "thing" else _WORK_ENDS).search(sentence.text, first - base + _LEAST, stop - base)
    last = base + cut.start() if cut else stop
    while loose := _LOOSE.search(sentence.text, first - base, last - base):
        last = base + loose.start()
    draft.say("name", first, last, rule)
    return True


__all__ = ["name"]
