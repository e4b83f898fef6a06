"""Rules and no deeds: papers of rules (regulations, rates, guides, answers, invitations), and sentences on what may happen."""

from __future__ import annotations

import re
from datetime import date

from ..kinds.date import Date
from . import elapsed
from .build import Draft
from .page import Mention, Page, Sentence
from .wording import pattern

_OPENS = 24  # characters before a time that a sentence opens with
_HEAD = 3000  # characters at a paper's beginning that say what it is
#: What a paper that rules for every case, or invites, has as a line of its head; an attached one too.
_RULES = pattern(
    r"^[^\w\n]{0,6}(?:(?:DỰ THẢO )?(?:QUY CHẾ|QUY ĐỊNH|QUI CHẾ|QUI ĐỊNH|QUY TRÌNH|NỘI QUY|ĐIỀU LỆ|SỔ TAY|CẨM NANG|GIẤY MỜI|"
    r"THƯ MỜI|THÔNG TƯ|NGHỊ ĐỊNH|PHÁP LỆNH|LUẬT|TIÊU CHUẨN)\b[^\n]*$|HƯỚNG DẪN\b(?! VIÊN)[^\na-zà-ỹ]*$|(?:HỎI|HỎI -) ĐÁP\b)",
    re.MULTILINE,
)
#: Behind the head of a resolution or decision: it rules on rates, conditions or ways.
_RESOLVES = pattern(
    r"^[^\w\n]{0,6}(?:nghị quyết|quyết định)\s{1,4}(?:của [^\n]{3,60}\n)?[^\w\n]{0,6}(?:(?:về|v/v) )?(?:việc )?"
    r"(?:(?:ban hành|quy định|sửa đổi|bổ sung|bãi bỏ|phê chuẩn|thông qua)[^\n]{0,80}?\b)?(?:một số )?"
    r"(?:chế độ|chính sách|mức (?:chi|thu|thưởng|hỗ trợ)|định mức|quy chế|quy định|tiêu chuẩn|tiêu chí|lệ phí|thủ tục|"
    r"quy trình)\b",
    re.MULTILINE | re.IGNORECASE,
)
#: What a letter that answers, guides or asks leads its points with.
_ANSWERS = pattern(
    r"\b(?:có ý kiến|trả lời|hướng dẫn|đề nghị|thẩm tra|góp ý|lưu ý|kính trình)\b"
    r"(?:(?!báo cáo|cung cấp|thống kê|kết quả)[^.\n]){0,160}"
    r"(?:như sau|sau đây|một số (?:nội dung|điểm|việc)[^.\n]{0,40}|xem xét[^.\n]{0,60}|quý cơ quan|các đơn vị) ?: *$",
    re.MULTILINE | re.IGNORECASE,
)
_LETTER = pattern(r"kính gửi|công văn|báo cáo thẩm tra", re.IGNORECASE)
#: What rules and conditions are told with.
_SIGNS = pattern(
    r"\b(?:trường hợp|nếu|phải|thì|ví dụ|chẳng hạn|giả sử|thẩm quyền|theo quy định|không quá|không vượt|tối đa|tối thiểu|ít nhất|"
    r"trở lên|trở xuống|mức chi|định mức|được (?:chi|hưởng|bố trí|thanh toán)|dự kiến|đề nghị|áp dụng|sau khi|trước khi|"
    r"thực hiện theo|khi có|sẽ|dự thảo|theo đề cương)\b|/(?:người|ngày|đoàn|buổi|giờ)\b|\?\W*$"
)
#: A case that may arise, or a rate, in any paper: ``Nếu … thì``, ``đồng/người/ngày``.
_CASE = pattern(
    r"[^\w]*(?:\d+[.)] ?|[a-zđ][.)] ?)?"
    r"(?:(?:trong )?trường hợp|nếu (?!như|tính|kể|chỉ|so|cộng|nói|gộp|xét|năm))\b[^.]{5,240}?\bthì\b"
    r"|.{0,300}\d ?(?:đồng|usd|đ)/(?:người|đại biểu)/(?:ngày|buổi)\b"
)


#: Titles of other news below a page.
_LINKS = pattern(
    r"[^\w]*(?:(?:các )?tin (?:cũ hơn|mới hơn|liên quan|khác|cùng chuyên mục|đã đưa)|xem thêm|bài liên quan|đọc thêm)\b ?[:(]"
)


class Norms:
    """What a document is: one of rules (no deeds unless they have a day behind), a letter of answers, or neither."""

    def __init__(self, page: Page) -> None:
        head = page.view.text[:_HEAD]
        self.rules = bool(_RULES.search(head) or _RESOLVES.search(head))
        self.answers = not self.rules and bool(_LETTER.search(head) and _ANSWERS.search(head))
        self.today = elapsed.published(page.document.reference_date or page.document.metadata.get("published"))

    def ruled(self, draft: Draft) -> bool:
        """Whether a row comes from a rule, a case or a question, and not from a deed."""
        sentence = draft.sentence
        if _CASE.match(sentence.lower) or _LINKS.match(sentence.lower):
            return True
        if not (self.rules or self.answers):
            return False
        if self.rules and not any(self._past(sentence, each) for each in sentence.of("DATE")):
            return True
        opens = next(iter(sentence.of("DATE")), None)
        if self.answers and opens and self._past(sentence, opens) and opens.start - sentence.start < _OPENS:
            return False  # an answer tells what was done too
        return bool(_SIGNS.search(sentence.lower))

    def _past(self, sentence: Sentence, each: Mention) -> bool:
        """Whether a time lies behind the paper's day and is none of a paper's own."""
        value = each.entity.value
        if not isinstance(value, Date) or value.end is None:
            return False
        cited = any(one.start <= each.start < one.end + 6 for one in sentence.of("DIRECTIVE"))
        return not cited and value.end <= (self.today or date.max)


__all__ = ["Norms"]
