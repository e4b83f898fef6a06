"""What somebody travels for: the verb phrase behind a verb of motion or ``để``, or what a delegation's name says."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..wording import pattern
from .travellers import Party

_CONTACT = r"(?:(?:thăm|làm việc|thăm hỏi)(?:(?:,| và| -) ?(?:làm việc|thăm))?)"
DOES = (
    r"thăm|chào (?:xã giao|từ biệt|mừng)|chúc|tham dự|(?<!vinh )dự(?! (?:án|kiến|toán|báo|thảo|trữ|phòng|định))|tham gia|khảo sát|tìm hiểu|(?<!cao )(?<!khoa )(?<!Đại )(?<!đại )(?<!Nông )(?<!nông )(?<!ngôn )(?<!\by )(?<!lớp )(?<!cấp )(?<!phòng )(?<!hóa )(?<!Khoa )(?<!Trung )(?<!Tiểu )(?<!trung )(?<!tiểu )(?<!năm )(?<!toán )(?<!văn )học(?! (?:viên|sinh|bổng|viện|kỳ))|tham quan|xúc tiến|trao đổi|nghiên cứu|làm việc|"
    r"ký|giao lưu|biểu diễn|diễn(?! ra| đàn| biến| viên)|hội đàm|hội kiến|gặp|viếng|dâng hương|kết nghĩa|thi đấu|quảng bá|giới thiệu|tập huấn|đàm phán|bàn"
)
#: What is a purpose only behind a verb of motion or ``để``.
_DOES_TOO = (
    r"xem|coi|mua|trao|tặng|bồi dưỡng|đào tạo|thực tập|mổ|phẫu thuật|khám|chữa|giảng|dạy|khánh thành|khai trương|bàn giao|giao|mở(?! (?:ra|đầu|rộng))|kiểm tra|đánh giá|"
    r"giám sát|tiếp nhận|nhận|họp|thẩm định|thẩm tra|thay (?:khớp|van|thủy tinh)|ghép (?:thận|gan|tủy|giác)|tìm|quy tập|trồng|xây|hỗ trợ|giúp|thông báo|triển khai|chuẩn bị|thúc đẩy|tư vấn|viết|phỏng vấn|chụp ảnh|quay phim|tác nghiệp|ra mắt|cắt băng|rút|trình diễn|chuyển giao|đối thoại|sáng tác|ghi hình|chụp|thi(?! công| hành| đua)|dự giờ|lắp|sửa|dựng|nhổ|điều trị|phục chế|trưng bày|chiếu|đàm đạo"
)
_MOVES = r"(?:(?<!quan )(?<!dẫn )(?<!kể )đến|sang|vào|đi|tới|lên|về|qua|(?<!mở )(?<!diễn )(?<!đưa )(?<!nêu )(?<!tạo )(?<!đề )ra)"
_ON = r"(?:(?<=\d)\.\d{3}\b[^;.\n]{0,120}){0,2}"  # a number of thousands ends no purpose: ``khám bệnh cho 1.500 người``
_PURPOSE = pattern(
    rf"(?<!danh )(?<!đại )(?<!du )\b(?:{_MOVES} (?P<far>(?:(?!(?:{DOES}|{_DOES_TOO}|từ ngày|ngày \d|để|và|cùng)\b)[^,;:.\n]){{0,60}}?)(?P<purpose>(?:{DOES}|{_DOES_TOO})\b[^;.\n]{{0,200}}{_ON})|"
    rf"(?P<plain>(?:{DOES})\b[^;.\n]{{0,200}}{_ON}))"
)
_AT_ONCE = pattern(rf"(?: \([^()\n]{{2,60}}\))?,? (?:đã |vừa )?(?P<purpose>(?:{_DOES_TOO})\b[^;.\n]{{3,200}}{_ON})")
_PLAIN_TOO = pattern(rf", (?P<purpose>(?:{_DOES_TOO})\b[^;.\n]{{3,200}}{_ON})")
_TO_DO = pattern(
    r"\b(?:để|nhằm(?: mục đích)?|với mục đích|mục đích(?: là| ?:)?|nội dung(?: làm việc)?(?: là| ?:)) (?P<purpose>[^;.\n]{4,200})"
)
#: A call that names but the place, and what they came for behind it: ``thăm Nhật Bản từ 3 đến 10/10, dự ngày hội xoài``.
_CALL_ONLY = pattern(
    r"(?:đến |sang )?thăm(?: (?:và|,) làm việc(?: tại| với)?)?(?: (?:tỉnh|thành phố|huyện|nước|các nước|lại))?(?: (?:ta|nhà|bạn|[A-ZĐ]\w+))*"
)
_SPECIFIC = rf"(?:(?!thăm|làm việc|chào|ký|gặp|được)(?:{DOES}))"
_THEN_DOES = pattern(rf"(?:, | và )(?:đã )?(?P<purpose>{_SPECIFIC}\b[^;.\n]{{4,200}})")
_SOON = 70  # characters behind a call that may go on with what they came for
_THERE = pattern(r" (?:tại|ở)(?: các| hai)?(?: nước| tỉnh| thành phố| huyện| bang| thủ đô)? (?=[A-ZĐ])")
_FURTHER = pattern(rf"(?:,| và) (?:{DOES}|{_DOES_TOO})\b")
_IN_NAME = pattern(
    r"[Đđ]oàn (?:đi |công tác |cán bộ )?(?P<purpose>(?:xúc tiến|khảo sát|tham quan|học tập|nghiên cứu|quảng bá|tập huấn|giao lưu|tìm hiểu) (?:(?! (?:của|do|tại|ở|gồm|đi|sang)\b)[^,;(]){3,80})"
)
_CALL_IN_NAME = pattern(
    r"[Đđ]oàn (?:công tác |đại biểu |cán bộ )?(?:đi )?(?P<purpose>(?:thăm|chúc|viếng|dự|tham dự|quảng bá)\b[^;(]{3,150})"
)
_ENOUGH = 2  # blanks in what is left of a purpose
_BARE = pattern(r"(?:dự|tham dự|tham gia|ký|họp|học|xem|trao|tặng|giúp|nhận)[ ,.;]*")
_CONTACT_ONLY = pattern(rf"{_CONTACT}(?: (?:với|tại|ở)?[^,;]{{0,60}})?")
_ENDS = pattern(
    r"(?:,| và) (?:nơi (?:đang|có|đã)|có báo|từ|ngày|do|gồm|tại trụ sở|trong|thời gian|kinh phí|chi phí|theo|được|với|nhân (?:dịp|kỷ niệm|chuyến|ngày|lễ|Tết|tết|kết thúc|hội nghị|sự kiện)|sau|dưới|tự túc|cùng|hai bên|đoàn|tỉnh ta|ta|bạn|sau đó|qua đó|đồng thời|nhờ|bán|trị giá|giá trị|tổng (?:trị giá|giá trị)|đây|là|còn|kết quả|trước|lần|gồm|và được)\b|, [A-ZĐ]|"
    r",? (?:(?:từ|trong) (?:ngày|sáng|chiều|\d)|từ (?:tháng|đầu|giữa|cuối|mồng|quý|hôm)\b|(?:vào |trong )?(?:các )?(?:sáng |chiều |tối )?ngày \d|(?:vào |trong |hồi |đầu |giữa |cuối )*tháng \d|(?:đầu |cuối |trong )?năm \d{4}|trong (?:các )?ngày|"
    r"trong (?:thời gian|vòng|hai|ba|bốn|\d)|đi (?:trong )?\d+ ngày|(?:nhân|vào) dịp|nhân (?:kỷ niệm|chuyến|ngày)|theo (?:Quyết định|lời mời|kế hoạch)|với kinh phí|\d+ ngày\b|vào cuối|vào đầu)| \((?=\d|từ|ngày)|"
    r" để (?=\w)| nhằm (?=\w)| do (?=[^,;.]{2,50} (?:mời|tổ chức|đăng cai|chủ trì)\b)| (?:cùng|với) đoàn \d|,? \d{1,2}(?:/\d{1,2}(?:/\d{4})?)? ?- ?\d{1,2}/\d|, \d{1,2}/\d| - (?=\d|ngày|từ|thời gian)|,? hôm (?=\d|qua|kia|nay)| \((?=Quyết định|QĐ|Công văn|theo )|"
    r",(?= (?:các|những|riêng|phía|bên|bạn|mọi|toàn bộ|vé|ăn ở|đ/c|đồng chí|ông|bà)\b[^,;]{2,90}\b(?:tiếp|đón|tự túc|chịu|chi|lo|đài thọ|đi cùng|trả)\b)"
)
#: Behind a comma it is what somebody else does, no further name of the purpose.
_NEW_CLAUSE = pattern(
    r"[^,;()]{2,90}?\b(?:tiếp|đón|đã|vừa|chủ trì|dẫn|được|cùng|làm|tham dự|dự|trao|tặng|ký|có|gồm|là|hội kiến|bày tỏ|khẳng định|đánh giá|thay mặt|sẽ|cũng|đề nghị|mong|nhấn mạnh|giới thiệu|"
    r"trưởng đoàn|chi|chịu|tài trợ|đài thọ|nhằm|để)\b|(?:Giám đốc|Phó|Chủ tịch|Bí thư|Trưởng)\b|[^,;()]{0,30}$(?<=đoàn)"
)


def purpose(draft: Draft, sentence: Sentence, start: int, stop: int) -> None:
    """What they came for: the verb phrase behind a verb of motion; the one behind ``để`` where the first only says a call."""
    begin, last = start - sentence.start, stop - sentence.start
    match = _PURPOSE.search(sentence.text, begin, last)
    found = None
    at_once = _AT_ONCE.match(sentence.text, begin, last)
    if at_once and (match is None or at_once.start("purpose") < match.start()):
        found = _until(at_once["purpose"], at_once.start("purpose"))
    elif match:
        name = "purpose" if match["purpose"] else "plain"
        found = _until(match[name], match.start(name))
    elif match := _PLAIN_TOO.search(sentence.text, begin, last):
        found = _until(match["purpose"], match.start("purpose"))
    if found and "purpose" not in draft and _CALL_ONLY.fullmatch(sentence.text[found[0] : found[1]]):
        more = _THEN_DOES.search(sentence.text, found[1], min(last, found[1] + _SOON))
        found = _until(more["purpose"], more.start("purpose")) if more else found
    aim = _TO_DO.search(sentence.text, begin, last)
    if aim and (found is None or (_CONTACT_ONLY.fullmatch(sentence.text[found[0] : found[1]]) or aim.start() <= found[0])):
        found = _until(aim["purpose"], aim.start("purpose"))
    if found and draft.table.key == "delegation_out":
        found = _without_goal(sentence, *found)
    if found and not _BARE.fullmatch(sentence.text, *found):
        draft.say("purpose", sentence.start + found[0], sentence.start + found[1], "verb")


def by_name(draft: Draft, sentence: Sentence, party: Party) -> None:
    """What a delegation goes for, as only its name says: ``đoàn xúc tiến đầu tư``."""
    at = party.start - sentence.start, party.end - sentence.start
    cue = _CALL_IN_NAME if draft.table.key == "delegation_out" else _IN_NAME
    match = None if "purpose" in draft else _IN_NAME.match(sentence.text, *at) or cue.match(sentence.text, *at)
    if match:
        draft.say("purpose", sentence.start + match.start("purpose"), sentence.start + match.end("purpose"), "in_name")


def _without_goal(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """A purpose without the place abroad that it ends with, which has a column of its own: ``xúc tiến đầu tư tại Hàn Quốc``."""
    for match in _THERE.finditer(sentence.text, start, end):
        place = next(
            iter(sentence.inside(sentence.start + match.end(), sentence.start + match.end() + 1, "COUNTRY", "FOREIGN_UNIT")), None
        )
        rest = sentence.text[start : match.start()]
        tail = sentence.text[place.end - sentence.start : end] if place else "và dự"
        if rest.count(" ") >= _ENOUGH and (not _FURTHER.search(tail)):
            return start, match.start()
    return start, end


def _until(words: str, at: int) -> tuple[int, int]:
    """The end of a purpose: where a new clause, a time or a price begins; no comma in brackets or between names ends it."""
    for stop in _ENDS.finditer(words):
        inside = words.count("(", 0, stop.start()) > words.count(")", 0, stop.start()) and ")" in words[stop.start() :]
        name = stop[0].startswith(", ") and stop[0][2:3].isupper() and not _NEW_CLAUSE.match(words, stop.end() - 1)
        if not inside and not name:
            return at, at + stop.start()
    return at, at + len(words)


__all__ = ["DOES", "by_name", "purpose"]
