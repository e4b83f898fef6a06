"""Who among overseas Vietnamese gave something, and what was done with it: ``Ông A, kiều bào Đức, góp 3 tỷ đồng xây trạm y tế``."""

from __future__ import annotations

from ..build import Draft
from ..page import Mention, Sentence
from ..places import is_foreign
from ..wording import pattern

_FAMILY = pattern(r"(?:[Gg]ia đình|[Vv]ợ chồng|[Aa]nh em|[Cc]on cháu)(?: (?:ông|bà|anh|chị|cụ|bác|cô|chú))* $")
_GROUP = pattern(
    r"(?:[Nn]hóm (?:kiều bào|Việt kiều) [^,;.()\n:\"]{2,30}\"[^\"\n]{2,40}\"|(?:(?:Hội|Nhóm|Chi hội|Câu lạc bộ|CLB|Cộng đồng|Ban [Ll]iên lạc|Đoàn|Quỹ|Chùa|Mạng lưới|Tổ chức)|(?:nhóm|nhóm kiều bào|một nhóm|câu lạc bộ|cộng đồng|hội)(?= [A-ZĐ]| (?:đồng hương|thiện nguyện|từ thiện|kiều bào|Việt kiều|Phật tử|doanh nhân|bạn)))"
    r"(?! (?:nghị|thảo|trưởng|viên|Chữ thập))[^,;.()\n:\"]{2,90}?)"
    r"(?= (?:đã|cũng|vừa|còn|vận động|quyên|gửi|gởi|góp|đóng góp|ủng hộ|tặng|trao|tài trợ|hỗ trợ|giúp|xây|cất|hiến|chuyển|phát|mổ|cử|đem|mang|cấp|lập|do|ở thành phố|với số)\b|[,;.()\n:]|$)"
)
#: A country before a name, that was read as its first word: ``Việt kiều Pháp Lê Minh Đức``.
_OF_LAND = pattern(r"(?:kiều|kiều bào|bà con) $", 2)
_LAND = pattern(
    r"(?:Mỹ|Pháp|Đức|Úc|Nga|Séc|Lào|Anh|Nhật|Hàn|Canada|Thái Lan|Ba Lan|Nhật Bản|Hàn Quốc|Đài Loan) (?=[A-ZĐ]\w* [A-ZĐ])"
)
_WORKS = pattern(
    r"(?:để |nhằm |dùng |cho việc )?(?P<name>(?:xây|giúp|làm|mổ|mua|sửa|cất|bắc|hỗ trợ|tặng|trao|cấp|khoan|nâng cấp|cải tạo|tu bổ|trùng tu|tu sửa|dựng|đóng|nuôi|chăm|chữa|lắp|lập|cứu trợ|khắc phục|phát|nấu|đào|tôn tạo|kéo|mở|trang bị)"
    r"\b[^,;.()\n:]{3,90}?)(?= (?:tại|ở|vào|trong|năm|tháng|từ|trị giá|với|nhân (?:dịp|ngày|lễ|tết)|dịp|qua|thông qua|nhờ)\b|[,;.()\n:]|$)"
)
_DEED = pattern(
    r"(?:[^,;.()\n:]|\.(?=\d)){3,90}?(?= (?:tại|ở|vào|trong|trị giá|với tổng|với số|với kinh phí|nhân (?:dịp|ngày|lễ|tết)|dịp|qua|thông qua|kinh phí|tổng|bằng)\b|[,;()\n:]|\.(?!\d)|$)"
)
_REST = pattern(r" (?:đồng |USD |euro )?(?:cho |vào )?", 2)


def giver(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The person, family or body named before the deed, as the one who does it."""
    if "organiser" in draft:
        return
    words = sentence.text[start - sentence.start : end - sentence.start]
    people = sentence.inside(start, end, "PERSON")
    group = _GROUP.search(words)
    if people and not (group and start + group.start() < people[0].start):
        named = people[0].start + (
            land.end() if (land := _LAND.match(people[0].text)) and _OF_LAND.search(sentence.before(people[0].start, 12)) else 0
        )
        family = _FAMILY.search(sentence.text, 0, people[0].start - sentence.start)
        draft.say("organiser", sentence.start + family.start() if family else named, people[0].end, "giver")
    elif group and not _is_ours(sentence, start + group.start(), start + group.end()):
        draft.say("organiser", start + group.start(), start + group.end(), "giver")


def _is_ours(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a body is one of the province, through which others give."""
    bodies = [each for each in sentence.inside(start, end, "ORG") if each.start == start]
    if not bodies or is_foreign(sentence.page, sentence, bodies[0]):
        return False
    return not _THEIRS.search(sentence.text, start - sentence.start, end - sentence.start)


_THEIRS = pattern(r"đồng hương|kiều bào|[Vv]iệt kiều|[Nn]gười Việt|(?:tại|ở) [A-ZĐ]|Phật tử|doanh nhân")


def deed(draft: Draft, sentence: Sentence, verb: int, paid: Mention | None) -> None:
    """What was done: the verb phrase behind the sum, else the one of the giving where the sum stands aside of it."""
    if "name" in draft:
        return
    if paid:
        rest = _REST.match(sentence.text, paid.end - sentence.start)
        at = rest.end() if rest else paid.end - sentence.start + 1
        if works := _WORKS.match(sentence.text, at):
            draft.say("name", sentence.start + works.start("name"), sentence.start + works.end("name"), "deed")
            return
    done = _DEED.match(sentence.text, verb - sentence.start)
    if done is None:
        return
    end = min(sentence.start + done.end(), paid.start if paid else sentence.end)
    words = _TAIL.sub("", sentence.text[verb - sentence.start : end - sentence.start])
    if not _BARE.fullmatch(words.lower()):
        draft.say("name", verb, verb + len(words), "deed")


_TAIL = pattern(r"(?:,| và| với| trị giá| tổng trị giá| cùng| bằng| số tiền)+ ?$")
_BARE = pattern(r"(?:đã |cũng )?\w+(?: (?:góp|về|tặng|cho|hộ|giúp))*(?: quỹ [^,;]{0,60})? ?")
