"""Who receives aid: its owner by name or the body at home that is given something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Page, Sentence
from ..places import is_foreign
from ..wording import pattern
from . import shaped
from .donor import Giver

_OWNER = r"(?P<owner>[^,;.:()\n]{3,80}?)"
_RECEIVER = (
    r"(?:Bệnh viện|Trung tâm|Trường|Khoa|[Tt]rạm [Yy] tế|[Tt]rạm y tế|Hội|Sở|UBND|Ủy ban|Uỷ ban|Làng|Nhà|Bảo tàng|Thư viện|Đại học|Mái ấm|"
    r"Hạt Kiểm lâm|(?:bệnh viện|trung tâm y tế|trạm y tế) (?:huyện|tỉnh|thành phố|thị xã|xã)|Liên hiệp|Liên minh|Uỷ ban MTTQ|Mặt trận|Vườn quốc gia|Công an|Bộ Chỉ huy|Hợp tác xã|Tỉnh đoàn|Phòng|Ban|Đồn|Học viện|Chi cục|CDC|Khu bảo tồn|Khu di tích|Công đoàn|Bệnh xá|Đại đội|Tiểu đoàn|Nhà máy|[Tt]rạm Biên phòng|(?:trung tâm|mái ấm|làng trẻ|nhà dưỡng lão|trại trẻ) |(?:trường|bệnh viện|trung tâm|làng|mái ấm)(?= [^,;.:()\n]{0,50}[A-ZĐ]))"
)
_BODY = pattern(rf"(?:[Cc]ác )?{_RECEIVER}")
_GETS = pattern(r" ?: ?(?:đã )?(?:tiếp nhận|nhận|được)\b")
_ACTS = pattern(r" (?:đã|giao|nhận|yêu cầu|chỉ đạo|báo cáo|phê duyệt|quyết định|tiếp nhận|tổ chức|vận động)(?: |$)")
_OWNERS = (
    pattern(rf"\bdo {_OWNER} (?:đứng ra |trực tiếp )?(?:làm )?(?:chủ dự án|chủ đầu tư|chủ khoản viện trợ|tiếp nhận|làm chủ)"),
    pattern(
        r"(?:[Cc]hủ (?:dự án|khoản viện trợ|đầu tư)|[Đđ]ơn vị (?:tiếp nhận|thực hiện|thụ hưởng)|[Cc]ơ quan tiếp nhận|[Bb]ên tiếp nhận|[Đđ]ối tác(?: địa phương)?)"
        r" ?(?::|là|(?= [A-ZĐ])) ?(?P<owner>[^,;.()\n]{3,80})"
    ),
    pattern(
        rf"(?:^[^\w]{{0,4}}|[,;:(]| - |\bgiao)(?: ?giao(?: cho)?)? ?{_OWNER} (?:(?:làm |là )(?:chủ đầu tư|đơn vị tiếp nhận)|(?:làm |là )?chủ (?:dự án|khoản))"
    ),
)
_RECEIVES = pattern(
    rf"(?:^[^\w]{{0,4}}(?:\d{{1,2}}[.)] ?|[a-zđ]\) ?)?|[,;:.(] ?|\bgiao |\b[Cc]ho phép |\b[Đđ]ồng ý (?:cho |để )|\bcho |\bvà )(?P<owner>{_RECEIVER}[^,;.:()\n]{{0,70}}?) (?:đã |cũng |vừa |còn |làm lễ |tổ chức lễ |chính thức |hoàn tất (?:việc |thủ tục )?|hoàn thành (?:việc |thủ tục )?)*(?:được|tiếp nhận|nhận|đón nhận|làm chủ|có thêm)\b"
)
_AT = pattern(r"\b(?:ở|tại) (?P<owner>(?:Bệnh viện|Trung tâm Y tế|Trường|Trạm y tế|Trung tâm Bảo trợ)[^,;.:()\n]{2,80})")
_TO = pattern(
    rf"\b(?:cho|tặng|giúp|hỗ trợ|ủng hộ|trao tặng|trao|qua|về|đến|tới|để|vận động|giao|ký(?: ngày [\d/]{1, 10})? với|biếu|vào|dành cho) (?P<owner>{_RECEIVER}(?!\w)[^,;.:()\n]{{0,80}})"
)
_OWNER_ENDS = pattern(
    r" (?:với|trị giá|để|mua|xây|\d|từ|do|tại|có|đã|được|thực hiện|triển khai|tiếp nhận|nhằm|và(?! (?:THCS|THPT|[Tt]rung học|Phát triển|Đào tạo|Xã hội|Môi trường|Thể thao|Du lịch|Kế hoạch|Truyền thông|Phục hồi))|bằng|trong|năm|ngày|phục vụ|sửa|làm|hỗ trợ|giúp|một|hai|ba|bốn|số tiền|toàn bộ|nhiều)"
    r"(?: |$|(?<=\d))| ?\d{2,}"
)
_NUMBER = pattern(r" \d{1,2}(?=[,;.)](?!\d))|(?: [A-ZĐ][^\W\d_]*){1,3}")
#: Bodies that are only counted, or called by their kind: ``cho 06 trường tiểu học huyện A``, ``tặng thư viện 1.200 cuốn``.
_COUNTED = pattern(
    r"\bcho (?P<owner>(?:\d{1,3} (?:trường|trạm y tế|bệnh viện|đồn|thư viện|trung tâm|cơ sở|điểm trường|phòng khám))[^,;.:()\n]{2,60})"
)
_KIND = pattern(
    r"\b(?:tặng|giúp|hỗ trợ|trao|trao tặng) (?P<owner>thư viện|bệnh viện|nhà trường|trường|trung tâm|Trường|Bệnh viện|Thư viện|Trung tâm)(?= (?:một |hai |ba |\d|số |bộ |máy ))|\bcho (?P<own>bệnh viện|nhà trường|trung tâm|thư viện)(?= (?:một |hai |ba |\d|số |bộ |máy )|[,;.])"
)
_CARRIES = pattern(rf"[,;] ?(?P<owner>{_RECEIVER}[^,;.:()\n]{{2,70}}?) (?:thực hiện|triển khai|quản lý|điều hành|chủ trì)\b")
#: The rest of a body's name, up to a place, a number or an office of the province.
_MORE = pattern(
    r"(?: [a-zà-ỹđ]+){1,4}(?: (?:tỉnh|huyện|thành phố)(?= ?[,;.()]|$)|(?: [A-ZĐ][^\W\d_]*){1,3}| \d{1,2}(?: tháng \d{1,2})?(?=[,;. ]))"
)
_VERBS = pattern(
    r" (?:để|và|với|từ|do|tại|ở|có|đã|được|xây|mua|sửa|làm|trị|số|của|cho|trong|năm|ngày|hai|ba|bốn|một|nhằm|thực|triển|tiếp|phục|nâng|cải|tổ|giai|đào|gồm|bằng|vào|theo|thông|qua|trang|lắp|mở|dạy|nhân|khám|mổ|nhận|quản|phân|tặng)\b"
)
_USERS = pattern(
    r"(?:học sinh|sinh viên|nữ sinh|giáo viên|bệnh nhân|người bệnh|trẻ|trẻ em|các em|các cháu|phòng học|khoa [^,;.()\n]{2,20}|thư viện|bếp ăn|nhà ăn|sân chơi|khu vệ sinh)"
    r"(?: (?!ở |tại )[^\W\d_]+){0,4}?(?: của| ở| tại)? (?P<owner>(?:Trường|Bệnh viện|Trung tâm|Làng|Trạm|Mái ấm|Đại học|Học viện|Phân hiệu)(?= ))"
)
_HEADING = pattern(
    r"[^\w\n]{0,3}(?:(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|[a-zđ])[.)/:-] ?)?(?:Tại |Ở )?"
    r"(?P<owner>(?:Bệnh viện|Trung tâm|Trường|Hội|Sở|UBND|Liên minh|Công an|Phòng|Ban|Đại học|Chi cục|Thư viện|Khoa|Tỉnh đoàn)(?! (?:nghị|thảo|đàm|nhập))(?: [^\W\d_]+){1,9}?)(?: \([^()\n]{2,30}\))?[ .:]*"
)
_ALLOWS = pattern(r" (?:cho phép|giao|đồng ý|phê duyệt) ")


def said(draft: Draft, start: int, words: str) -> None:
    """Fills the owner where words from a place on call it so: ``chủ dự án: …``, ``do … làm chủ dự án``."""
    for cue in _cues(words):
        if cue in _OWNERS and "owner" not in draft and (owner := cue.search(words)):
            draft.say("owner", start + owner.start("owner"), start + owner.end("owner"), "words")


def _cues(text: str) -> Iterator[re.Pattern[str]]:
    """The cues of owners whose words a text holds, surest first."""
    if any(word in text for word in ("chủ", "hủ ", "tiếp nhận", "ơn vị")):
        yield from _OWNERS
    if any(word in text for word in ("nhận", "được", "làm chủ")):
        yield _RECEIVES
    yield _TO
    if any(word in text for word in ("thực hiện", "triển khai", "quản lý", "điều hành", "chủ trì")):
        yield _CARRIES
    yield _AT


def headed(draft: Draft, sentence: Sentence, giver: Giver | None) -> None:
    """The body that opens an item whose giver stands behind the colon: ``a) Bệnh viện tỉnh: nhận từ A …``."""
    head = shaped.thing(sentence) if giver else None
    if not giver or not head or head[1] > giver.start:
        return
    if sentence.inside(head[1], giver.start, "AMOUNT", "QUANTITY") and not _GETS.match(sentence.text, head[1] - sentence.start):
        return
    if any(each.start == head[0] and is_foreign(sentence.page, sentence, each) for each in sentence.of("ORG")):
        return
    words = sentence.text[head[0] - sentence.start : head[1] - sentence.start]
    if _BODY.match(words) and not _ACTS.search(words):
        draft.say("owner", *head, "item")


def given(page: Page, draft: Draft, sentence: Sentence, giver: Giver | None, start: int, end: int) -> None:
    """The body at home that is given something: ``cho Bệnh viện A``, ``Trường B được tặng``."""
    text = sentence.text[start - sentence.start : end - sentence.start]
    for cue in _cues(text):
        for match in cue.finditer(text):
            allows = [each.end() for each in _ALLOWS.finditer(text, match.start("owner"), match.end("owner"))]
            first, last = start + max([match.start("owner"), *allows]), start + match.end("owner")
            if giver and first < giver.end and giver.start < last:
                continue
            body = next((each for each in sentence.of("ORG") if first <= each.start < last), None)
            if body and is_foreign(page, sentence, body):
                continue
            if body and body.start == first:
                surely = cue in _OWNERS or cue is _RECEIVES
                last = max(body.end, last) if surely else _whole(sentence, body.end)
            elif stop := _OWNER_ENDS.search(sentence.text, first - sentence.start, last - sentence.start):
                last = sentence.start + stop.start() if cue not in _OWNERS else last
            draft.say("owner", first, last, "words" if cue in _OWNERS else "receiver")
            return
    _loose(draft, start, text)
    if "owner" not in draft:
        _at_home(page, draft, sentence, giver, start, end)


def _whole(sentence: Sentence, end: int) -> int:
    """Where the name of a body ends that was found in part: ``Trường Dạy trẻ| khuyết tật Tương Lai``."""
    at = end - sentence.start
    if (more := _MORE.match(sentence.text, at)) and not _VERBS.search(more[0]):
        return sentence.start + more.end()
    number = _NUMBER.match(sentence.text, at)
    return sentence.start + number.end() if number else end


def _at_home(page: Page, draft: Draft, sentence: Sentence, giver: Giver | None, start: int, end: int) -> None:
    """The school or hospital whose people, rooms or library get something: ``cho sinh viên nghèo Trường A``; else the one in the heading."""
    named = _USERS.finditer(sentence.text, (giver.end if giver else start) - sentence.start, end - sentence.start)
    for match in named:
        first = sentence.start + match.start("owner")
        body = next((each for each in sentence.of("ORG") if each.start == first), None)
        if body and not is_foreign(page, sentence, body):
            draft.say("owner", first, _whole(sentence, body.end), "users")
            return
    head = next(page.headings(sentence.passage), None)
    if head and giver and (said := _HEADING.fullmatch(page.view.text[head[0] : head[1]])):
        draft.say("owner", head[0] + said.start("owner"), head[0] + said.end("owner"), "heading")


def _loose(draft: Draft, start: int, text: str) -> None:
    """Those who are not named: counted bodies, ``thư viện``."""
    if counted := _COUNTED.search(text):
        first, last = counted.span("owner")
        stop = _OWNER_ENDS.search(text, first + 3, last)
        draft.say("owner", start + first, start + (stop.start() if stop else last), "counted")
    elif kind := _KIND.search(text):
        group = "owner" if kind["owner"] else "own"
        draft.say("owner", start + kind.start(group), start + kind.end(group), "kind")
