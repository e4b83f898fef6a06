"""Who is the subject of a deed: one side, or both that a clause joins (``A và B ký``); what leads the clause is no part of it."""

from __future__ import annotations

import re

from .page import Page, Sentence
from .papers import Paper
from .sides import Side, pair, reach, read, told_apart, within
from .wording import pattern

_ADVERBS = pattern(
    r"(?:[ ,]{0,4}\b(?:đã|vừa|cũng|cùng|cùng nhau|chính thức|tiến hành|đặt bút|được|trực tiếp|tổ chức|lễ|buổi|hội đàm|"
    r"đàm phán|và|thống nhất|trao đổi|lần lượt|mới|"
    r"ngồi lại|ngồi với nhau|để|tiếp tục|trao|làm việc|còn|thì|lại|đi đến|"
    r"long trọng|nhau|thảo luận|gặp gỡ|ký|đồng ý|nhất trí)){1,16},?$"
)
_MEANWHILE = pattern(
    r"(?:[Cc]ũng |[Cc]ùng |[Tt]rong |[Nn]hân |[Tt]ại )?"
    r"(?:thời gian|dịp|đợt|năm|tháng|ngày|chuyến|buổi) (?:này|trên|đó|qua|ấy),? (?=\S)|"
    r"(?:[Tt]ại|[Ở]|ở) (?:đây|đó),? (?=\S)|(?:[Tt]iếp|[Ss]au|[Tt]rước) đó,? (?=\S)|[(]?(?:\d{1,2}|[a-zđ]|[ivx]{1,5})[)] (?=\S)"
)
_WHEN = pattern(r".*\b(?:từ khi|từ lúc|khi|rằng) ")
_FOR_WHOM = pattern(r"\b(?:tổ chức|làm lễ|vận động|tạo điều kiện|hướng dẫn|giúp|lễ)(?: lễ)? cho (?:hai |các )?(?=\S)")
_MEANS = pattern(
    r"(?: đã| cũng)* (?:thiết lập|xây dựng|mở rộng|tăng cường|cụ thể hóa|nâng cấp) "
    r"[^,;]{5,70} (?:thông qua|bằng|qua) việc$"
)
_ADJUNCT = pattern(
    r"(?:[-+*•] ?|[(]?(?:\d{1,2}|[a-zđ]|[ivx]{1,5})[.)] ?)?(?:và |cũng |ngay |rồi |đến |đặc biệt,? )?(?:đúng|"
    r"(?:hơn |gần )?(?:một|hai|ba|bốn|\d+) (?:năm|tháng|ngày|tuần) (?:sau|trước)|"
    r"trong|tại|ở|sau|trước|nhân|dịp|kết thúc|dưới|với|theo|qua|"
    r"vừa qua|cách (?:đây|nay)|gần (?:đây|nhất)|mới (?:đây|nhất)|hôm|khi|từ|đến|bên lề|thực hiện|thông qua|ngày|"
    r"sáng|chiều|tối|trưa|thừa (?:ủy|uỷ) quyền|được (?:sự|phép|ủy quyền)|căn cứ|nằm trong|tháng|năm|quý|cuối|đầu|giữa|trên|"
    r"đặc biệt|đồng thời|riêng|ngoài ra|ngoài|bên cạnh|đáp lại|về|tiếp đó|"
    r"trước đó|sau đó|cùng ngày|cùng thời gian|"
    r"theo đó|cùng với đó|song song đó|hồi|để|nhằm|được)\b[^,;]{0,170}[,;] ?",
    re.IGNORECASE,
)
#: A place before the day of a deed, with no comma between them and who does it: ``Tại Osan (Hàn Quốc) ngày 26/10 UBND …``.
_WHERE = pattern(
    r"(?:[(]?(?:\d{1,2}|[a-zđ]|[ivx]{1,5})[.)] )?(?:[Tt]ại|[Ởở]) [^,;:\n]{3,60}?,? (?=(?:ngày|tháng|hôm|sáng|chiều|năm|\d))"
)
_VERBS = pattern(
    r"\b(?:thăm|làm việc|chứng kiến|tham dự|dự|tham mưu(?: cho)?|giúp|cho phép|đồng ý(?: cho)?|ủy quyền(?: cho)?|đón|"
    r"tiếp|chủ trì|cử|giao|chỉ đạo|khi|mà|việc|"
    r"lần sau|lần này|trong đó|sang|diễn ra|hội kiến|chấp thuận(?: cho)?|phê duyệt(?: cho)?|cho|để|thay mặt|kiểm tra)(?: |$)"
)
_HAS = pattern(
    r"(?: đã| đang| vẫn| cùng| cũng| hiện| tiếp tục| lại| mới)* (?:có|gia hạn|trao đổi|trao|thực hiện|"
    r"triển khai|duy trì|thông qua|thống nhất)(?: thêm| nhau| cho nhau| ký| bản| một| tốt| mới)* $"
)
#: Both sides together.
SHARED = pattern(
    r"(?<!hội )(?<!hiệp )(?<!Hội )(?<!đoàn )\b(?:[Hh]ai|0?2|[Cc]ác|[Bb]a|[Đđ]ôi|[Mm]ỗi) (?:bên|tỉnh|huyện|xã|đơn vị|địa phương|"
    r"cơ quan|trường|sở|thành phố|ngành|"
    r"hội|lực lượng|"
    r"đoàn|bản|làng|bệnh viện)\b(?! [A-ZĐ])"
)
#: ``…, và cùng Hội A ký``: the subject stands in a clause before.
_ELIDED = pattern(r",(?: và)?(?: đã)? cùng (?:với )?(?P<who>[^,;]{4,120})$")
_FOR = pattern(r"\b(?:thay mặt|đại diện cho|thừa ủy quyền|được ủy quyền của)(?: cho)? ")
#: Bodies of the same name on both sides: ``Sở Giáo dục và Đào tạo hai tỉnh``.
SAME_BODY = pattern(
    r"(?P<who>(?:Sở|Hội|Công an|Tỉnh đoàn|Đoàn Thanh niên|Liên đoàn|Bộ Chỉ huy|"
    r"Mặt trận|Trường|Ban|Đài|Ngành|Cục|Chi cục|Hải quan|Lực lượng)[^,;.\n]{0,60}?) "
    r"(?:của )?(?:hai|các|3|2) (?:tỉnh|bên|huyện|thành phố|nước|địa phương)$"
)
#: What parts a paper from who signs it: ``Chương trình dạy tiếng Trung cho cán bộ: Trường A ký …``.
_COLON = pattern(r"[^:;.\n]{0,60}: (?=\S)")
OWN = pattern(
    r"^(?:tỉnh|thành phố|huyện|sở|hội|xã|thôn|bản|làng|cụm|ấp|buôn|trường|viện|bệnh viện|nhà trường|trung tâm|học viện|"
    r"ubnd|ủy ban|công ty|ta|liên hiệp)\b",
    re.IGNORECASE,
)


def subject(page: Page, sentence: Sentence, paper: Paper, head: int) -> tuple[list[Side], bool]:
    """The subject of signing, two sides where it joins two; none, and True, where it is ``hai bên`` or nothing."""
    behind = _behind_colon(sentence, paper)
    head, deed = behind or (head, _deed(sentence, paper, head))
    if deed is None:
        return [], True
    words = sentence.text[head - sentence.start : deed - sentence.start].rstrip()
    if match := _MEANS.search(words) or _ADVERBS.search(words):
        words = words[: match.start()]
    at = past_adjuncts(sentence, head, words)
    proxy = _FOR.search(words, at)
    if proxy and SHARED.match(words, proxy.end()):
        words, proxy = words[: proxy.start()].rstrip(), None  # ``A và B thay mặt hai tỉnh ký``
    if proxy and not within(sentence, head + proxy.start() + 1):
        person = next((each for each in sentence.inside(head + at, head + proxy.start(), "PERSON")), None)
        side = read(page, sentence, head + proxy.end(), head + len(words.rstrip(" ,")))
        side.signer = (person.start, person.end) if person else side.signer
        return [side], False
    if elided := _ELIDED.search(words, at):
        return [read(page, sentence, head + elided.start("who"), head + elided.end("who"))], True
    verbs = [match.end() for match in _VERBS.finditer(words, at) if not within(sentence, head + match.start() + 1)]
    start, end = head + max([at, *verbs]), head + len(words.rstrip(" ,"))
    start = _behind_lead(sentence, start, end)
    said = sentence.text[start - sentence.start : end - sentence.start]
    named = any(start <= each.start < end for each in sentence.mentions if each.label not in ("DATE", "QUANTITY"))
    if same := SAME_BODY.match(said):
        return [read(page, sentence, start, start + same.end("who"))], False
    if end <= start or SHARED.search(said) or not (named or OWN.match(said)):
        return [], True
    return pair(page, sentence, start, end), False


def _behind_colon(sentence: Sentence, paper: Paper) -> tuple[int, int] | None:
    """Where the words begin and end of who signs a paper that heads its item: ``Chương trình dạy tiếng: Trường A ký …``."""
    if paper.sign is None or paper.sign[0] < paper.end:
        return None
    match = _COLON.match(sentence.text, paper.end - sentence.start, paper.sign[0] - sentence.start)
    return (sentence.start + match.end(), paper.sign[0]) if match else None


def _behind_lead(sentence: Sentence, start: int, end: int) -> int:
    """Where the subject begins behind what leads its clause: ``việc ngày 18/3, huyện A``, ``Nối tiếp hai tỉnh, trường A``."""
    start += past_adjuncts(sentence, start, sentence.text[start - sentence.start : end - sentence.start])
    comma = sentence.text.find(", ", start - sentence.start, end - sentence.start)
    led = SHARED.search(sentence.text, start - sentence.start, max(comma, start - sentence.start))
    if not led:
        return start
    start = sentence.start + comma + 2
    return start + past_adjuncts(sentence, start, sentence.text[start - sentence.start : end - sentence.start])


def _deed(sentence: Sentence, paper: Paper, head: int) -> int | None:
    """Where the words of what is done with a paper begin: the word of signing, else ``có``, ``gia hạn``, ``trao đổi``."""
    if paper.sign and paper.sign[1] <= paper.start:
        return paper.sign[0]
    words = sentence.text[head - sentence.start : paper.start - sentence.start]
    match = _HAS.search(words)
    return head + match.start() if match and match.start() else None


def past_adjuncts(sentence: Sentence, head: int, words: str) -> int:
    """Where what leads a clause (``Ngày …, tại …,``) ends."""
    colon = words.rfind(": ")
    at = max(len(words) - len(words.lstrip(" ;-+*")), colon + 2 if colon >= 0 else 0)
    while at < len(words):
        date = next((each for each in sentence.of("DATE") if head + at <= each.start <= head + at + 1), None)
        where = _WHERE.match(words, at)
        day = next((each for each in sentence.of("DATE") if where and each.start == head + where.end()), None)
        match = _ADJUNCT.match(words, at)
        if day and day.end < head + len(words) and words[day.end - head :].startswith(" "):
            at = day.end - head + 1
        elif match and match.end() < len(words):
            at = match.end()
        elif date and date.end < head + len(words):
            at = date.end - head + 1
        elif match := _MEANWHILE.match(words, at):
            at = match.end()
        else:
            break
    return at


def _before_deed(sentence: Sentence, at: int) -> tuple[int, int]:
    """Places of the subject of a deed."""
    head = sentence.clause(at)[0]
    words = sentence.text[head - sentence.start : at - sentence.start].rstrip()
    if match := _ADVERBS.search(words):
        words = words[: match.start()]
    if whom := _FOR_WHOM.search(words):
        return head + whom.end(), head + len(words)
    since = _WHEN.match(words)
    at = since.end() if since and not within(sentence, head + since.end() - 1) else past_adjuncts(sentence, head, words)
    return head + at, head + len(words)


def twins(page: Page, sentence: Sentence, at: int, end: int, between: bool) -> list[Side]:
    """The sides of a twinning: behind ``giữa``, else the subject before it and the names behind ``với``."""
    if between:
        return pair(page, sentence, end, reach(sentence, end, 260))
    start, stop = _before_deed(sentence, at)
    return told_apart(sentence, [read(page, sentence, start, stop), read(page, sentence, end, reach(sentence, end))])


def twins_before(page: Page, sentence: Sentence, at: int) -> list[Side]:
    """The sides of a twinning that both stand before it: ``Xã A và bản B đã kết nghĩa``."""
    return pair(page, sentence, *_before_deed(sentence, at))
