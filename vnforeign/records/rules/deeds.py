"""What is done for overseas Vietnamese: help, and news of home."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..places import is_foreign
from ..wording import holds, pattern
from . import compatriots, occasion

_HELPS = pattern(
    r"(?<!- )\b(?P<word>hỗ trợ|giúp đỡ|giúp|trợ giúp|tư vấn|hướng dẫn|thăm hỏi|thăm|tặng quà|trao quà|(?:tặng|trao|trao tặng|cấp phát)(?= \d+ (?!bằng|giấy khen|kỷ niệm|huy|huân))|mở lớp|khai giảng lớp|lớp (?:học |dạy )?tiếng|giải đáp|làm thủ tục|tạo điều kiện|giải quyết|cấp|dạy)\b"
    r"(?:[^;.\n]|\.(?=\d)){0,60}?"
    r"(?:kiều bào|việt kiều|người gốc việt|hồi hương|(?:cộng đồng |bà con )?người việt(?: nam)? (?:ở|tại|từ|về|sinh sống))",
    2,
)
_FOR_THEM = pattern(
    r"^[^\w]*(?:[Vv]ới|[Đđ]ối với|[Dd]ành cho|[Cc]ho) [^,;.]{0,30}(?:kiều bào|[Vv]iệt kiều|[Nn]gười [Vv]iệt|gốc Việt|bà con)[^,;.]{0,30}, [^;.\n]{3,70}? "
    r"(?P<word>tặng|trao|hỗ trợ|giúp|cấp|mở|tổ chức dạy|dạy|gửi)\b"
)
_SERVES = pattern(r"(?P<word>hỗ trợ|giúp đỡ|giúp|hướng dẫn|dạy|cấp(?: lại)?|tư vấn)\b[^;.\n]{3,60}?(?: cho \d|trở về|về nước)", 2)
#: The office's own business with their papers, which is no help that a row tells of.
_CONSULAR = pattern(
    r"thủ tục|hồ sơ|đơn thư|giải quyết (?:\d|hồi hương)|bảo hộ|lãnh sự|miễn thị thực|(?:học sinh|sinh viên|công dân)[^,;.]{0,20} (?:Lào|Campuchia|nước ngoài)",
    2,
)
_ADVISED = pattern(r"(?:hỗ trợ|tư vấn)\b[^;.]{0,40} cho (?:\d[\d.]* )?(?:lượt )?(?:kiều bào|việt kiều|người việt|bà con)", 2)
_FOR = pattern(r"(?<=\w) cho \d")
_SERVED = pattern(r" (?:cho \d|tại|với|từ ngày|\d[\d.]* (?:triệu|tỷ)|về (?:nước|quê))|[,;]|\.(?!\d)")
_INFORMS = pattern(
    r"(?:phát hành|xuất bản|in|biên soạn|biên tập|phát sóng|sản xuất|đăng tải|đăng|thực hiện|duy trì|gửi|gởi|cấp phát|mở)\b"
    r"(?:[^;.\n]|\.(?=\d)){0,40}?"
    r"(?P<word>đặc san|bản tin|ấn phẩm|cuốn sách|sách|tờ rơi|tờ gấp|chuyên mục|chuyên trang|tạp chí|cẩm nang|tin,? bài|phóng sự|phim|số báo|cuốn(?= \"))",
    2,
)
_PRINT = pattern(
    r"^[-+*•\s]*(?P<word>đặc san|bản tin|ấn phẩm|chuyên mục|chuyên trang|tạp chí|chương trình phát thanh)\b[^;.\n]{0,60}? "
    r"(?:in|phát hành|ra|phát sóng|gửi|gởi|xuất bản)\b",
    2,
)
#: Of which one stands in what the two patterns above find.
_NEWS = ("san", "tin", "ấn phẩm", "sách", "tờ ", "chuyên ", "tạp ", "cẩm nang", "phóng ", "phim", "báo", "cuốn", "phát thanh")
_QUOTED = pattern(r"[^,;.\"\n]{0,20}\"[^\"\n]{1,60}\"")


def deed(sentence: Sentence, start: int, end: int, near: bool, said: bool) -> Draft | None:
    """Help for them or news of home, by a body of ours; under a heading of this work the clause need not name them."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    if (_CONSULAR.search(words) and not _ADVISED.search(words)) or _CONSULAR.search(sentence.section):
        near = said = False
    said = said and bool(compatriots.about(_without_bodies(sentence, start, end)))
    cues = [("support", _HELPS), ("support", _FOR_THEM)] if said else []
    cues += [("support", _SERVES)] if near else []
    news = (near or said) and holds(words.lower(), _NEWS)
    cues += [("information", _INFORMS), ("information", _PRINT)] if news else []
    for kind, cue in cues:
        match = cue.search(words)
        if not match or not sentence.is_fact(start + match.start("word")):
            continue
        word = start + match.start("word"), start + match.end("word")
        if any(is_foreign(sentence.page, sentence, each) for each in sentence.inside(start, word[0], "ORG")[:1]):
            return None
        draft = Draft("overseas_vietnamese_activity", sentence)
        draft.put("kind", kind, word, "deed")
        _call(draft, sentence, kind, word[0], end)
        compatriots.organiser(draft, sentence, start, word[0])
        compatriots.community(draft, sentence, start, end)
        if kind == "support":
            compatriots.participants(draft, sentence, word[0], end)
            occasion.where(draft, sentence, kind, word[0], word[0], end)
            occasion.when(draft, sentence, start, end)
        return (
            draft
            if kind == "information"
            or (
                sentence.inside(word[1], end, "QUANTITY")
                or any(each in draft for each in ("organiser", "community", "participants"))
            )
            else None
        )
    return None


def _without_bodies(sentence: Sentence, start: int, end: int) -> str:
    """The words of a clause without the names of bodies: what ``Hội Liên lạc với người Việt Nam ở nước ngoài`` does may be for others."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    for each in reversed(sentence.inside(start, end, "ORG")):
        words = words[: each.start - start] + words[each.end - start :]
    return words


def _call(draft: Draft, sentence: Sentence, kind: str, word: int, end: int) -> None:
    """The name of help or news: the verb with what is done, the paper with its title."""
    at = word - sentence.start
    if kind == "support":
        stop = _FOR.search(sentence.text, at + 8, end - sentence.start) or _SERVED.search(
            sentence.text, at + 8, end - sentence.start
        )
        draft.say("name", word, sentence.start + stop.start() if stop else end, "deed")
    elif titled := _QUOTED.match(sentence.text, at):
        draft.say("name", word, sentence.start + titled.end(), "deed")
