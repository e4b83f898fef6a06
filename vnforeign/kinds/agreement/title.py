"""Where the title of an agreement ends, and the parties that stand behind it.

ký Bản ghi nhớ về hợp tác y tế giữa Sở Y tế tỉnh X và thành phố Y ngày 5/9/2013
   [type word][title---------]      [party------]    [party-----]
"""

from __future__ import annotations

import re

from ...phrases import BLANK, either, holding, last_words, word_before
from ...text import pattern
from .evidence import CAPITAL, LOWER

#: Words that no title holds: what follows tells of the signing, the parties, the effect.
_STOPS = (
    "giữa|với|ngày|năm|tháng|ký|được|đã|đang|sẽ|có|do(?<!tự do)|nhằm|để|mà|khi|sau|trước|này|đó|trên cơ sở|nêu trên|nói trên|kèm|là|không(?! gian)|vừa(?! và)|"
    "diễn ra|đến|cho(?! vay)|hôm|khép lại|giai đoạn|chiều|sáng|tối|trưa|hồi|thời hạn|lúc|hiệu lực|đầu năm|cuối năm|bao gồm|gồm|"
    "theo|tại|từ(?! thiện)|cùng(?! phát triển)|như|cho phép|hết hiệu lực|phù hợp|thì|cũng|vào|nhân dịp|nhân chuyến|quy định|dưới|trong chuyến|trong khuôn khổ|"
    "trong thời gian|tạo điều kiện|tuyên bố|khẳng định|nêu|hai tỉnh|trước sự|cụ thể|cam kết|bằng|mở(?! rộng)(?! thêm)(?! chợ)(?! lối)(?! lớp)(?! góc)(?! cửa khẩu)(?! cặp)(?! văn phòng)(?! trung tâm)|làm(?<!việc làm)(?! việc)(?! ăn)|còn|chưa|"
    "trong đó|thể hiện|đánh dấu|góp phần|trị giá|tổng trị giá|tổng giá trị|tổng vốn"
)
_COUNTED = ("một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười", "năm|trang|điều|khoản|bản")
#: What "và" leads to when the title is over: another paper, or another deed.
_AFTER_AND = (
    "hiệp định|hiệp ước|nghị định thư|công ước|bản ghi nhớ|biên bản|thỏa thuận|ghi nhớ|tuyên bố|nghị định|nghị quyết|luật|thông cáo|ý định thư|bản thỏa thuận|"
    "trao|thống nhất|tổ chức|tặng|chứng kiến|tiến hành|thực hiện|ký|kí|đề nghị|mong|sẽ|đã|các|nhiều|tham dự|dự|thăm|đón|gửi|đưa(?! lao động)(?! người)|tiếp(?! nhận)|ba|hai|hướng|phối hợp|"
    "cùng|cam kết|nhất trí|những|một|kế hoạch|đề án|đang|làm|pháp luật|tài liệu|hợp đồng|bộ|bản|tập quán|dựa|phù hợp|trên|luật pháp|theo|quan hệ|điều ước"
)
_WORD = r"[^\W_]\w*(?:[./]\w+)*(?:-\w+)*"
_STOP = (
    rf"(?:{either('hai bên(?! ở)|các bên(?! ở)|hai nước(?! ở)|' + _STOPS)})(?!\w)|(?:{either('và|hoặc|hay')}){BLANK}(?:{either(_AFTER_AND)})(?!\w)|"
    rf"(?:{either(_COUNTED[0])}){BLANK}(?:{either(_COUNTED[1])})(?!\w)|[0-9]{{1,2}}{BLANK}tháng(?!\w)|(?:19|20)[0-9]{{2}}(?!{BLANK}?/)"
)
_PIECE = rf"(?: - ?|- | |, (?=cắm mốc)|, (?=(?:chính trị|kinh tế|văn hóa|xã hội|khoa học|giáo dục|thương mại|du lịch|đầu tư|y tế)(?:,| và | )))(?!\.)(?!@){_WORD}"
_YEAR = r"(?:19|20)[0-9]{2}"
_PERIOD = rf"(?:(?: giai đoạn| thời kỳ| nhiệm kỳ) (?:năm )?{_YEAR}(?: ?- ?| đến (?:năm )?)(?:19|20)?[0-9]{{2}}| (?:năm )?{_YEAR} ?- ?{_YEAR})(?![0-9/]|\.[0-9])"
_ONE_YEAR = pattern(rf" {_YEAR}(?![0-9/]|\.[0-9])")
_TITLE = holding(_STOP, rf'(?: về)?(?: ?"[^"\n]{{3,160}}"|(?:{_PIECE}){{0,22}})(?: \([A-Z]{{2,9}}\))?(?:{_PERIOD})?')
_AND = pattern(r" (?:và|hoặc|hay)(?!\w)", re.IGNORECASE)
_LOOSE = "và|về|của|trong|ở|cho|đối|giai|giai đoạn|hoặc|thời kỳ|việc|nhiệm kỳ|lần|để|trên"
_LOOSE_END = pattern(rf"(?:,| -| (?:{_LOOSE}))+\Z", re.IGNORECASE)
_LOOSE_LAST = last_words(_LOOSE)
_ITEM_BREAK = re.compile(rf"\t|\n(?=[^{LOWER}])")

_PARTY = r'[^\n,.;:()"]{2,110}?'
_PARTY_END = (
    r"(?=[\n,.;:()\"]|\Z| (?:ngày|năm|tháng|về|tại|vào|trong|nhằm|giai đoạn|ký|kí|được|đã|có|do|để|là|trên|theo|sẽ|từ|nhân|diễn ra|cùng|cho|hướng|nhưng|thì|khi|kể)(?!\w)|"
    r" và (?:các|một số|những|thực hiện|trao|tổ chức|tiếp tục)(?!\w))"
)
_SIGNED = r"(?: (?:đã |được )*(?:ký|kí)(?: kết)?(?: chính thức)?)?(?: (?:vào )?ngày [0-9/.-]{3,10})?"
_BETWEEN = pattern(
    rf" ?(?:,|\n)?{_SIGNED} ?giữa (?:hai (?:bên|nước|tỉnh):? )?(?P<a>{_PARTY}) (?:và|với|-) (?P<b>{_PARTY}){_PARTY_END}"
)
_WITH = pattern(rf"{_SIGNED} với (?P<b>{_PARTY}){_PARTY_END}")
_NAMED = re.compile(f"[{CAPITAL}]")
_VAGUE = pattern(r"(?:các|những|nhiều|một số|hai|ba|bên|phía|nhau)(?!\w)", re.IGNORECASE)


def title_end(text: str, end: int) -> int:
    """Where the title behind a type word ends."""
    match = _TITLE.match(text, end)
    if not match or _AND.match(text, end):
        return end
    stop = match.end()
    if stop == end and (dated := _ONE_YEAR.match(text, end)):
        return dated.end()
    if broken := _ITEM_BREAK.search(text, end, stop):
        stop = broken.start()
    while (text[stop - 1] in ",-" or word_before(text, stop) in _LOOSE_LAST) and (trailing := _LOOSE_END.search(text, end, stop)):
        stop = trailing.start()
    return stop


def parties(text: str, end: int) -> tuple[str, ...]:
    """The names behind ``giữa … và …`` or ``với …``, as far as they are names."""
    if between := _BETWEEN.match(text, end):
        named = [between["a"], between["b"]]
    elif partner := _WITH.match(text, end):
        named = [partner["b"]]
    else:
        return ()
    names = [" ".join(each.split()) for each in named]
    return tuple(each for each in names if _NAMED.search(each) and not _VAGUE.match(each))
