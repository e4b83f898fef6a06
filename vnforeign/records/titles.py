"""How far the title of a paper goes on: behind its abbreviation, in a list, over what it says without ``về``."""

from __future__ import annotations

from ..kinds.agreement.title import title_end
from .page import Sentence
from .wording import pattern

_REACH = 150  # characters that a list in a title may take
_OVER = (
    "đã|được|do|có|giao|trong|theo|nhằm|gồm|với|cam kết|thống nhất|mỗi|hai|các|tạo|mở|ký|là|ngày|tại|sẽ|đồng thời|góp|"
    "cùng|khẳng định|từ|qua|để|đánh dấu|"
    "thay|thay thế|thời hạn|nêu|dưới|trước|sau|nay|hiện|lấy|tập trung|nhấn mạnh|nội dung|xoay quanh|bao quát|chú trọng|người|"
    "địa điểm|nơi|hiệu lực|đại diện|lãnh đạo|thời gian|kèm|phía|bên|mở ra|nâng|đưa|thu hút|đó|đây|bao gồm|cho phép|trị giá|kể"
)
_TAIL = pattern(
    rf"(?: và trao đổi [^,;.:()\n]{{1,60}}?|(?:, (?!(?:{_OVER})\b)[^\W\d_A-ZĐ][^,;.:()\n]{{1,60}}?){{1,6}})"
    rf"(?=,? (?:giữa|với|vào|ngày|tại|năm|giai đoạn|nhằm|có|được|đã|do|gồm|ký|kí)\b|, (?:{_OVER})\b|[;.:(]|$)"
)
#: ``Ý định thư giữa UBND tỉnh và tỉnh A về kinh tế biển``.
_OVER_PARTIES = pattern(
    r" (?:giữa|với|của) [^;,.\n]{5,150}? về [^;,.:()\n]{4,110}?"
    r"(?=[;,.:(]|$| (?:ngày|giai đoạn|năm|thời hạn|ký|được|trong|tại|đã|có hiệu lực)\b)"
)
_CUT = pattern(r"(?<!mở)(?<!bổ sung) (?:thêm|mới|cũ|đầu tiên|thay thế|thay cho)\b")
_FURTHER = pattern(r"^(?: \([A-Za-z]{2,9}\)| năm \d{4}| (?:ký )?ngày \d{1,2}[-/.]\d{1,2}[-/.]\d{4})? (?=về )")
#: For whom it is: ``về dạy tiếng Việt`` cho cán bộ, học sinh.
_FOR = pattern(
    r" cho (?![A-ZĐ]|phép|đến|biết|thấy|tới|các bên|hai bên|năm|giai đoạn)(?:[^\W\d_]+(?:, | |(?= ?[,;.(]|$))){1,8}?"
    r"(?= ?[,;.(]|$| (?:giữa|với|ngày|năm|giai đoạn|tại|ký|được|do|có|từ|mùa|vào)\b)"
)
_AGAINST = pattern(r", chống\b")
#: A title that says what it is about without ``về``: ``Thỏa thuận xúc tiến du lịch``, ``, kết nối tour tuyến``.
_OF_ITS_OWN = pattern(
    r"(?:bản |biên bản |văn bản )?(?:ghi nhớ|ý định thư|thỏa thuận|thoả thuận|mou|chương trình|kế hoạch|biên bản)"
    r"(?: hợp tác| phối hợp| thỏa thuận| ghi nhớ){0,2}"
    r" (?!(?:hội đàm|làm việc|kết nghĩa|giai đoạn|năm|hữu nghị|toàn diện|song phương)\b)(?:[^\W\d_]+ ){1,12}[^\W\d_]+$",
    2,
)


def shown(sentence: Sentence, head: int, end: int) -> int:
    """Where a title ends as it is shown: a bare one goes on over its parties to what it is about."""
    if end > head + 1:
        return end
    match = _OVER_PARTIES.match(sentence.text, end - sentence.start)
    return sentence.start + match.end() if match else end


def longer(sentence: Sentence, start: int, end: int) -> int:
    """The end of a title that goes on behind its abbreviation, or in a list: ``về trồng trọt, chống buôn lậu và thương mại``."""
    text, at = sentence.text, end - sentence.start
    words = text[start - sentence.start : at]
    if "về" not in words.split() and (match := _FURTHER.match(text[at : at + 28])):
        end = min(title_end(sentence.page.view.text, end + match.end() - 1), sentence.start + len(text))
        at, words = end - sentence.start, text[start - sentence.start : end - sentence.start]
    if ("về" in words.split() or _OF_ITS_OWN.match(words)) and (whom := _FOR.match(text, at)):
        return sentence.start + whom.end()
    listed = "về" in words.split() or _AGAINST.match(text, at) or _OF_ITS_OWN.match(words)
    if listed and (match := _TAIL.match(text, at, min(len(text), at + 2 * _REACH))) and match.end() - match.start() < _REACH:
        return sentence.start + len(text[: match.end()].rstrip())
    cut = _CUT.search(words)
    return start + cut.start() if cut else end
