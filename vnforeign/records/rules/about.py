"""What an agreement is about: as its title says, or the words behind it, or the sentence behind."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Page, Sentence
from ..papers import Paper
from ..wording import pattern

ABOUT = pattern(
    r"^(?:[^\n]{0,60}?) (?:về|trong lĩnh vực|trên lĩnh vực|trong các lĩnh vực) (?P<subject>[^;.\n]{4,240}?)"
    r"(?=,? (?:giai đoạn|thời kỳ|năm|thời hạn|năm học|cho năm|trong) \d|,? (?:19|20)\d\d\b|,? \d{1,2}[/-]\d|$)"
)
_FIELDS = pattern(
    r"\b(?:(?:(?:các|những|nhiều|một số|\d{1,2}|hai|ba|bốn|năm|sáu) (?:lĩnh vực|mặt|phương diện)|(?:trong|trên|về|ở) lĩnh vực)"
    r"(?: (?:như|gồm|sau|là|chính|mới|hợp tác|ưu tiên|trọng tâm))*:?|[Ll]ĩnh vực(?: hợp tác)?:) "
    r"(?P<subject>(?!(?:mà|hai|khác|này|đó|trên|cùng|có|được|đã|trong đó|nhất là)\b)[^;.\n]{3,240}?)"
    r"(?=,? (?:giai đoạn|với|giữa|tại|ngày|năm|có|nhằm|trong|theo|đã|được)\b|[;.\n(]|$)"
)
_ABOUT_BEHIND = pattern(
    r"(?<!mang)(?<!đưa)(?<!trở)(?<!gửi)(?<!đem)(?<!lấy)(?<!quay) về:? (?P<subject>(?!(?:(?:các|những) (?:lĩnh vực|nội dung|vấn đề)(?: mà| hai| cùng)|việc này|cho|phía|nước|thăm|dự|đây|"
    r"tay|đích)\b)[^;.\n]{4,160}?)(?=,? (?:được|ký|kí|giai đoạn|với|"
    r"giữa|tại|ngày \d|năm \d|có|nhằm|đã|do|thay mặt|trong|trị giá|theo)\b|"
    r"[;.\n(]|$)"
)
#: A title's own subject; one word of two syllables is what kind of cooperation it is.
IN = pattern(
    r"hợp tác (?P<subject>(?!(?:và|vì|phi tập trung|toàn diện|hữu nghị|chiến lược|song phương|quốc tế|giai đoạn|giữa|với|năm|"
    r"về)\b)(?:phòng, chống |[^\W\d_]+ )[^\W\d_]+(?: [^\W\d_]+){1,9}?)"
    r"(?=(?: giai đoạn| năm| \d|,| \(|$))"
)
_OF_TIES = pattern(
    r"(?:việc )?(?:thiết lập|tăng cường|xây dựng|phát triển|mở rộng|thúc đẩy)?(?: các| mối)* ?(?:quan hệ|hợp tác|tình hữu nghị)\b"
)
#: ``hợp tác kinh tế - văn hóa - xã hội``.
_SEVERAL = pattern(
    r"hợp tác (?P<subject>[^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+){0,2}(?:(?:,| và| -) [^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+){0,3}){1,6}?)"
    r"(?=,? (?:giai đoạn|năm|giữa|với|\d|\()|,? \d|$)"
)
_VAGUE = pattern(
    r"(?:(?:tăng cường|thúc đẩy|mở rộng|thiết lập|xây dựng|phát triển|(?:hợp )?tác|quan hệ|việc|mối|các|hợp tác|hữu nghị|kết nghĩa|toàn diện|song phương|phi tập trung|"
    r"giao ước|chung|khung|nhiều mặt|nghiên cứu|đào tạo liên kết|liên kết)(?: |$)){1,6}"
)
_STOP = (
    r"(?=,? (?:giai đoạn|trong đó|nhằm|thời hạn|hiệu lực|ký|kí|được|với (?:tổng|sự|thời hạn|kinh phí)|kể từ|đến năm|trong (?:năm|\d+ năm|giai đoạn|vòng)|do|có hiệu lực|"
    r"tại(?= thành phố| thị xã| [A-ZĐ])|ngày \d|làm trọng tâm|mỗi (?:năm|tháng|quý|tuần))\b|[;.\n(]|$)"
)
_WORDS = r"(?P<subject>(?!(?:sau|này|đó|trên|như sau|các (?:nội dung|lĩnh vực|vấn đề) (?:mà|hai|đã|sau))\b)[^;.\n]{4,200}?)"
#: What the words behind a title, or the sentence behind, say of its content.
_CONTENT = (
    pattern(
        r"\b(?:[Nn]ội dung|[Tt]rọng tâm)(?: (?:hợp tác|phối hợp|thỏa thuận|chính|chủ yếu|cụ thể|cơ bản|trọng tâm|văn bản|ký kết|bản ghi nhớ)){0,3}"
        rf"(?: (?:là|gồm|bao gồm|về|bao trùm|đề cập|tập trung|vào|xoay quanh|liên quan|đến|việc|ở|hướng tới|quy định|cam kết|các mặt|các lĩnh vực|các việc))*:? {_WORDS}{_STOP}"
    ),
    pattern(
        r"\b(?:tập trung|nhấn mạnh|xoay quanh|ưu tiên|chú trọng|đề cập|bao trùm|chủ yếu là|chủ yếu về|hướng vào)(?: (?:vào|đến|tới|các|hợp tác|phối hợp|về|trong|cho|việc|lĩnh vực|nội dung|mặt))*:? "
        rf"{_WORDS}{_STOP}"
    ),
    pattern(rf"\blấy {_WORDS} làm (?:trọng tâm|trọng điểm|nội dung|ưu tiên|hướng)"),
    pattern(
        r"\b(?:gồm|với|bao gồm|về)(?: \d{1,2}| hai| ba| bốn| năm| sáu| các| những)? (?:điểm|nội dung|việc|vấn đề|hạng mục)(?: chính| chủ yếu| lớn)?(?: về|:| là| gồm| như)+ "
        rf"{_WORDS}{_STOP}"
    ),
    pattern(
        r"\b(?:theo đó|hai bên|các bên|hai tỉnh|hai đơn vị|hai trường)[^;.\n]{0,40}? (?:(?:hợp tác|phối hợp|giúp nhau|hỗ trợ nhau|cùng)(?: với nhau| nhau| chặt chẽ)? (?:về|trong|trên|ở))"
        rf"(?: các| việc| lĩnh vực)*:? {_WORDS}{_STOP}"
    ),
)
#: What stands right behind a title that says nothing of it: ``ký Thỏa thuận, gồm quy hoạch đô thị và bảo tồn nhà vườn``.
_PARTS = pattern(rf"[^;.\n]{{0,60}}, (?:gồm|bao gồm|về|cam kết|thống nhất|nhất trí) {_WORDS}{_STOP}")
#: What ends an item: ``Biên bản hợp tác, ký 17-3-1995 tại Sầm Nưa: giao thông, lâm nghiệp``.
_TAIL = pattern(
    r"[^:;.\n]{0,160}[^:;.\n\d]: (?P<subject>(?:(?!\b(?:ký|kí|ông|bà|do|đã|được|phía)\b)[^:;.\n\dA-ZĐ]){6,160})(?=[.;]?\W*$)"
)
_PAPER = (
    r"^(?:\d+ )?(?:phụ lục |dự thảo )?(?:biên bản |bản |văn bản |tên )?(?:ghi nhớ|ý định thư|thỏa thuận|thoả thuận|mou|chương trình|kế hoạch|hợp đồng|tuyên bố chung|cam kết|biên bản|"
    r"giao ước|quy chế)"
)
#: What a title says behind the words for the paper and for working together.
_TITLED = pattern(
    _PAPER
    + r"(?: \([^()\n]{2,12}\)| số \S{1,12}| khung| chung| ghi nhớ| thỏa thuận| hợp tác| phối hợp| liên kết| hành động| về việc| về| việc| toàn diện){0,5}"
    r" (?P<subject>(?!(?:liên kết \d|ghi nhớ|thỏa thuận|biên bản|giai đoạn|thời kỳ|năm|giữa|với|của|hội đàm|làm việc|kết nghĩa|giao ước|kỳ họp|lần|cuộc|phiên|gặp gỡ|cho năm|quan hệ|hữu nghị|song phương|"
    r"phi tập trung|nhân dân|chiến lược|ngày|mới|này|đó|trên|bổ sung|sửa đổi|ký|kí|dự án|hai bên|và|nối tiếp|thường niên|đầu tiên|thiết lập (?:quan hệ|mối)|dài hạn|ba bên|\d)\b)"
    r"[^\W\d_][^;.()\n]{5,160}?)(?=,? (?:giai đoạn|thời kỳ|giữa|với|cho năm|trong năm|năm học|năm \d|mùa khô|\d{4})\b|,? \(|,? \d{4}|$)",
    2,
)
_IN_CELL = (
    pattern(
        r"^[^\n]{2,60}? (?:về(?: việc)?|(?:trong|trên)(?: các)? lĩnh vực) (?P<subject>[^;.\n]{3,240}?)"
        r"(?=,? (?:giai đoạn|thời kỳ|trong năm|giữa|với|cho năm|năm học|năm \d|\d{4})|,? ?\(|$)"
    ),
    pattern(
        r"\b(?:hợp tác|phối hợp|liên kết)(?: toàn diện)? (?P<subject>(?!(?:phi tập trung|toàn diện|hữu nghị|chiến lược|song phương|quốc tế|"
        r"giai đoạn|giữa|với|năm|về|nhân dân|giáo dục|kinh tế|khung|chung)\b(?! [^\W\d])|giữa|với|giai đoạn|năm|hữu nghị|toàn diện)"
        r"[^\W\d][^;.()\n]{3,120}?)(?=,? (?:giai đoạn|thời kỳ|giữa|với|năm)\b| \d|,? ?\(|$)"
    ),
    pattern(
        r"^(?:(?:bản|biên bản|văn bản|tên) )?(?:ghi nhớ|thỏa thuận|ý định thư|chương trình|kế hoạch|cam kết) (?P<subject>(?:trao đổi|đào tạo|chuyển giao|"
        r"phái cử|tiếp nhận|giao lưu|thiết lập|hỗ trợ|tuyển|xúc tiến|phát triển|quản lý|phòng, chống|phòng chống|bảo vệ|kết nối|nghiên cứu|"
        r"tăng cường|cung cấp|xây dựng|học bổng) [^;.()\n]{3,120}?)(?=,? (?:giai đoạn|thời kỳ|giữa|với|năm)\b| \d|,? ?\(|$)"
    ),
)
#: A sentence behind that goes on with what a paper holds.
_GOES_ON = pattern(
    r"\W*(?:(?:các |hai )?(?:nội dung|lĩnh vực|mục tiêu|văn bản|thỏa thuận|thoả thuận|biên bản|bản ghi nhớ|bản thỏa thuận|chương trình|văn kiện|trọng tâm|ý định thư|kế hoạch)|theo (?:đó|văn bản|thỏa thuận|bản ghi nhớ)|hai bên|các bên|trong đó)\b"
)
#: A sentence between a paper and what it is about, of its signing.
_SAYS_MORE = pattern(
    r"\W*(?:do dịch|lễ|buổi lễ|người|đại diện|ngày|nơi|địa điểm|ký|được ký|thay mặt|phía|ký thay mặt|việc ký|thời hạn|hiệu lực)\b"
)
_ON = 3  # sentences behind a paper that may tell what it is about
_FEW = 3  # syllables of a title's subject, below which it is a kind of cooperation
_REACH = 400


def subjects(page: Page, draft: Draft, sentence: Sentence, paper: Paper, place: int) -> None:
    """``về …`` in the title, else ``trong các lĩnh vực …``, ``nội dung gồm …`` behind it, else what the title says of its own."""
    found = _told(sentence, paper)
    found = found or _behind(page, sentence, place)
    if found:
        base, match = found
        words = " ".join(match["subject"].split())
        draft.put("subjects", [words], (base + match.start("subject"), base + match.end("subject")), "about")


def _told(sentence: Sentence, paper: Paper) -> tuple[int, re.Match[str]] | None:
    """What the paper's own sentence says: the place that the match counts from, and the match."""
    text, at = sentence.text, paper.end - sentence.start
    title, until = text[paper.start - sentence.start : at], min(len(text), at + _REACH, paper.until - sentence.start)
    of_title = ABOUT.match(title)
    fields = _FIELDS.search(text, at, min(len(text), at + _REACH))
    if of_title and not _OF_TIES.match(of_title["subject"]) and not _is_vague(of_title):
        return paper.start, of_title
    if of_title and (match := _FIELDS.search(text, paper.start - sentence.start, min(len(text), at + _REACH))):
        return sentence.start, match
    behind = fields or _ABOUT_BEHIND.search(text, at, until)
    if behind and not _is_vague(behind):
        return sentence.start, behind
    own = _SEVERAL.search(title) or _titled(title)
    if own and not _is_vague(own):
        return paper.start, own
    if match := _content(sentence, at, until) or _PARTS.match(text, at, until) or _TAIL.match(text, at):
        return sentence.start, match
    return (paper.start, of_title) if of_title and not _is_vague(of_title) else None


def _is_vague(match: re.Match[str]) -> bool:
    return _VAGUE.fullmatch(match["subject"].strip().lower()) is not None


def _titled(title: str) -> re.Match[str] | None:
    """What a title names as its own matter, in three syllables or more."""
    match = _TITLED.match(title)
    return match if match and len(match["subject"].split()) >= _FEW else None


def _content(sentence: Sentence, start: int, end: int) -> re.Match[str] | None:
    """What words behind a title, or the sentence behind it, name as its content."""
    found = (each for cue in _CONTENT if (each := cue.search(sentence.text, start, end)))
    return next((each for each in found if not _is_vague(each)), None)


def _behind(page: Page, sentence: Sentence, place: int) -> tuple[int, re.Match[str]] | None:
    """What a sentence behind says, where it goes on with what a paper holds and tells of no other paper with a title."""
    for behind in page.sentences[place + 1 : place + 1 + _ON]:
        if behind.passage != sentence.passage or len(behind.of("AGREEMENT")) > 1:
            return None
        if _GOES_ON.match(behind.lower):
            match = _FIELDS.match(behind.text.lstrip()) or _content(behind, 0, len(behind.text))
            return (behind.start, match) if match else None
        if not _SAYS_MORE.match(behind.lower):
            return None
    return None


def subject_of(title: str) -> str:
    """What a title that stands alone says of its subject; nothing where it says only that sides work together."""
    words = title.lower()
    found = next((match for cue in _IN_CELL if (match := cue.search(words))), None)
    vague = found is None or _is_vague(found)
    return "" if vague or not found else title[found.start("subject") : found.end("subject")].strip(" ,")
