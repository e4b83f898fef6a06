"""Who gets an award, told behind it: ``cho …``, ``tặng …``, in brackets, behind a colon, right behind its name."""

from __future__ import annotations

import re

from ..page import Sentence
from ..wording import pattern
from . import bestowal
from .bestowal import BODY, Place, Telling

_REASON = (
    r",? (?:vì|do|nhờ|đã có|đã|có (?:công|nhiều|những|đóng|thành|sự)|nhân (?:dịp|kỷ niệm|ngày|chuyến|lễ|tết|\d)|tại|ngày|trong|trên|theo|kèm|nhằm|trao|bởi|ghi nhận|hồi|"
    r"vào|đạt|tham gia|tích cực|từng|để|trị giá|làm tốt|thực hiện tốt|hoàn thành|đóng góp|góp phần)\b"
)
#: The stop of a sentence, and the one behind a short title: ``TS. Kenji``.
_STOP = r"(?<!\bTS)(?<!GS)(?<!\bBS)(?<!\bThS)\."
_SHORT = r"(?:(?<=\bTS)|(?<=GS)|(?<=\bBS)|(?<=\bThS))\."
#: A bracket behind a number of those who get it, when another number goes on: ``02 tập thể (Đồn A, Đồn B) và 05 cá nhân``.
_COUNTED_ON = r"[^()\n]{1,90}[)],? (?:và |cùng )?\d{1,3} (?:tập thể|cá nhân|đơn vị|người|cán bộ|đồng chí|chiến sĩ|chuyên gia|bác s[ĩỹ]|giáo viên|giáo sư|giảng viên|thành viên|tình nguyện viên)"
BEHIND = (
    rf"(?=,? (?:nguyên|(?<!hội )(?<!Hội )(?<!cá nhân )(?<!tập thể )người|quốc tịch|là người|giám đốc|những|gồm|trong đó)\b|,? [\"“]|{_REASON}|, (?:cán bộ|chuyên gia|nhiều năm|những người|đơn vị (?=đã|nhiều|có|từng)|tổ chức (?=đã|nhiều|có|từng)|Chủ tịch|Giám đốc|"
    rf"Chỉ huy|Phó|Trưởng|Tổng|Bí thư|Thị trưởng|Tỉnh trưởng|Hiệu trưởng)\b|,? và (?:\d+ )?(?:[Hh]u[ây]|[Kk]ỷ|[Bb]ằng|trao|tặng|đề nghị)|[;:\n]|[(](?!{_COUNTED_ON})|{_STOP}|$)"
)
#: What joins to the next award.
_JOINTS = pattern(r"(?:,? (?:và|còn|riêng|đồng thời|ngoài ra|trong khi))?[ ,]*$")
_TO = pattern(
    rf"(?<!góp )(?<!hiến )(?<!tích )(?<!sức )\b(?:cho|tới|thuộc về|về tay|đối với|đến với|đến(?! (?:ngày|nay|tháng|năm))|lên ngực(?: áo)?)(?: các(?= (?:ông|bà|cá|tổ|đơn|chuyên|nhà)))? (?P<to>(?:[^;.:\n]|{_SHORT}){{3,150}}?){BEHIND}"
)
_TAKES = pattern(
    rf"^,? ?(?:(?:trao |truy )?tặng|trao(?! tặng)|gắn)(?: thưởng)? (?!(?:cho|tới|đến|thưởng|năm|ngày|tháng|vào|tại|nhân|trong|hồi|vì|do|từ|sáng|chiều|theo|\d{{1,2}}/)(?!\w))(?P<to>[^;.:\n]{{2,120}}?){BEHIND}"
)
_PERSONAL = pattern(rf"^,? ?(?P<to>(?:các )?(?:ông|bà|ngài|anh|chị|đồng chí) [^,;.\n]{{3,60}}?)(?:{BEHIND}|(?=, ))")
_INSIDE = pattern(
    r"^(?: ?:? ?\d{0,3} ?[(]| ?:)(?:cho|trong đó|gồm|có| )*(?P<to>\d+ (?:tập thể|cá nhân|đơn vị|tổ chức|người|chuyên gia|cán bộ)[^();.\n]{0,60}?)(?= ?[();.\n]|$)"
)
#: Behind a colon or in brackets, those who get it, or the one who gives it.
_NOTED = pattern(r" ?(?::(?! ?\d)|[(](?!\d|hạng|[Qq]uyết)) ?(?P<to>[^():;.\n]{3,80})")
_COUNTED_OFF = pattern(
    rf"^ (?P<to>(?:hai|ba|bốn|năm|\d{{1,3}}|các|những|một số) (?!(?:hu[âạ]|bằng|giấy|kỷ|hình|phần))[^;:.\n]{{3,120}}?){BEHIND}",
    re.IGNORECASE,
)
_AMONG_THEM = pattern(r"(?:,| [(])? ?(?:trong đó|bao gồm|gồm) ")
#: Offices in brackets that give an award: ``04 Huân chương (Chủ tịch nước Lào)``.
GIVES = pattern(
    r"(?:Chủ tịch (?:nước|tỉnh|UBND)|Nhà nước|Chính phủ|Thủ tướng|Quốc vương|Tỉnh trưởng|Thống đốc|Thị trưởng|Bộ (?!Chỉ huy|đội)|UBND)\b"
)


def told_behind(sentence: Sentence, telling: Telling) -> Place | None:
    """Those who get, told behind the last award: ``cho …``, ``tặng …``, ``(6 tập thể, …)``."""
    text, (first, last) = sentence.text, telling.tail
    said = bestowal.OF.match(text, first, last)
    at = said.end() if said else first
    for cue, where in ((_INSIDE, at), (_TAKES, at), (_PERSONAL, at), (_COUNTED_OFF, at)):
        if match := cue.match(text[where:last]):
            return inner(text, where + match.start("to"), where + match.end("to"))
    stop = text.find(";", first, last)
    match = _TO.search(text, first, stop if stop >= 0 else last)
    if match is None and (match := noted(sentence, at, last, "PERSON", "ORG")) and GIVES.match(match["to"]):
        return None
    if match is None:
        return None
    many = _AMONG_THEM.search(text, match.start("to"), match.end("to"))
    return inner(text, match.start("to"), many.start() if many else match.end("to"))


def right_behind(sentence: Sentence, telling: Telling) -> Place | None:
    """A body that stands right behind the award: ``tặng Bằng khen Trường Cao đẳng Sư phạm``."""
    at, text = sentence.start + telling.tail[0] + 1, sentence.text
    body = next((each for each in sentence.inside(at, at + 2, "ORG") if each.start == at), None)
    if body is None or re.match(BODY, body.text) or text[telling.tail[0]] != " ":
        return None
    return body.start - sentence.start, body.end - sentence.start


def noted(sentence: Sentence, at: int, last: int, *labels: str) -> re.Match[str] | None:
    """Who is named behind a colon, or in brackets: ``Bằng khen: tổ chức A``, ``01 Huân chương (Sở B)``."""
    match = _NOTED.match(sentence.text[: min(last, at + 120)], at) if at < last else None
    return (
        match
        if match and sentence.inside(sentence.start + match.start("to"), sentence.start + match.end("to"), *labels)
        else None
    )


def inner(text: str, start: int, end: int) -> Place:
    """The words between two places, without the joints at their ends: ``, và``, ``, còn``."""
    while start < end and text[start] in " ,-":
        start += 1
    start += 3 if text.startswith("và ", start, end) else 0
    end = start + len(_JOINTS.sub("", text[start:end].rstrip(" ,-:")))
    return start, end


__all__ = ["BEHIND", "GIVES", "inner", "noted", "right_behind", "told_behind"]
