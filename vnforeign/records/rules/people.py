"""People who travel, by the nouns that count them; firms are none."""

from __future__ import annotations

from ...kinds.number.words import UNITS, words
from ..build import Draft
from ..page import Mention, Sentence
from ..values import unit
from ..wording import pattern

NOUNS = (
    r"(?:người|thành viên|cán bộ|đại biểu|chuyên gia|chuyên viên|thanh niên|hội viên|học sinh|(?:cựu )?sinh viên|(?:y,? )?bác s[ĩỹ]|vị(?: khách)?(?! trí| thế)|khách|giáo viên|"
    r"giảng viên|giáo sư|phó giáo sư|tiến s[ĩỹ]|nghị s[ĩỹ]|nhà (?:báo|khoa học|đầu tư|nghiên cứu|văn|doanh nghiệp|ngoại giao|quản lý|thơ|sưu tầm|hảo tâm)|doanh nhân|"
    r"cựu (?:chiến )?binh|thủy thủ|thuỷ thủ|thuyền viên|nghiên cứu sinh|kỹ sư|kiến trúc sư|nông dân|ngư dân|phụ nữ|nghệ s[ĩỹ]|nghệ nhân|thành viên|trí thức|cao tăng|nhạc công|ca s[ĩỹ]|diễn viên|"
    r"vận động viên|chiến s[ĩỹ]|s[ĩỹ] quan|quân nhân|cảnh sát|phóng viên|tình nguyện viên|thầy thuốc|y s[ĩỹ]|y tá|điều dưỡng|hộ lý|dược s[ĩỹ]|nha s[ĩỹ]|kỹ thuật viên|"
    r"công chức|viên chức|nhân viên|quan chức|đồng chí|già làng|trưởng (?:bản|thôn|làng|buôn|ấp|xóm|khóm|phum|sóc|tộc|đoàn thanh niên)|anh (?:chị )?em|chị em|em|cháu|lao động nữ|nhà sư|sư sãi|tu sĩ|linh mục|chức sắc|lãnh đạo|đ/c|thợ|chị|thầy(?:,| và)? ?cô|"
    r"thiếu (?:nhi|niên)|thanh thiếu niên|nhà giáo|cộng sự|cố vấn|luật sư|học giả|phật tử|võ (?:sinh|s[ĩỹ])|cầu thủ|trọng tài|chức việc|nghiên cứu viên|nhạc s[ĩỹ]|họa s[ĩỹ]|nhiếp ảnh gia|"
    r"cán sự|huấn luyện viên|đầu bếp|bạn trẻ|quan khách|nhà (?:thiên văn|điêu khắc|thiết kế|chức trách|khảo cổ|sư phạm)|sư thầy|quân y|trợ giảng)\b"
)
_PEOPLE = pattern(NOUNS)
_NUMBER = pattern(r"(?:\d[\d.]*|[^\W\d_]{2,4}) ")
#: A number of people in figures or words, up to ninety-nine.
_TENS = r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi(?: (?:mốt|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?"
_TEENS = r"mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?"
IN_WORDS = rf"(?:{_TENS}|{_TEENS}|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
NUMBER = rf"(?:\d{{1,3}}|{IN_WORDS}|một)"
_IN_WORDS = pattern(rf"(?<!tháng )(?<!thứ )\b(?P<number>\d{{1,3}}|{IN_WORDS}) (?:vị |nhóm |nữ |nam )?(?={NOUNS})")
_CALLED = pattern(
    rf"(?:(?:[Cc]ó|[Gg]ồm|[Hh]ơn|[Gg]ần|[Kk]hoảng|[Tt]rên|[Cc]ác|[Mm]ột số|[Cc]ả) )*(?P<name>(?:(?:[Mm]ột )?[Nn]hóm )?(?i:{NUMBER}) (?i:{NOUNS})"
    r"(?: (?!được|đã|do|vừa|đi|sang|đến|gồm|cùng|và|tham|dự|thăm|lên|về|vào|từ|tại|ở|trong|này|đó|ấy|khác)[^\s,;.:()]+)(?: (?!được |đã |do |vừa |đi |sang |gồm |cùng |và )[^\s,;.:()]+){0,14})"
)


def are(sentence: Sentence, each: Mention) -> bool:
    """Whether a quantity counts people, by its unit, or by the words behind its number where the unit is cut short."""
    if _PEOPLE.match(unit(each)):
        return True
    number = _NUMBER.search(sentence.lower, each.start - sentence.start, each.end - sentence.start)
    return bool(number and _PEOPLE.match(sentence.lower, number.end()))


def told(sentence: Sentence, start: int, end: int) -> tuple[str | None, tuple[int, int]] | None:
    """A number of people between two places that is no quantity: ``hai bác sĩ``, ``34 y, bác sĩ``."""
    match = _IN_WORDS.search(sentence.lower, start - sentence.start, end - sentence.start)
    if match is None:
        return None
    return number(match["number"]), (sentence.start + match.start(), sentence.start + match.end())


def number(said: str) -> str | None:
    """The number that figures or words say: ``14``, ``mười bốn``."""
    if said.isdecimal():
        return str(int(said))
    found = words(said.lower(), 0)
    return str(found[0]) if found else str(UNITS[said.lower()]) if said.lower() in UNITS else None


def called(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Names a visit by the people who are counted, where more than their noun is said: ``30 cán bộ hội``."""
    match = _CALLED.match(sentence.text, start - sentence.start, end - sentence.start)
    if match and "name" not in draft:
        draft.say("name", sentence.start + match.start("name"), sentence.start + match.end("name"), "people")


__all__ = ["NOUNS", "NUMBER", "are", "called", "number", "told"]
