"""What rows of several tables say in the same words: the paper that allows, who pays, how many days, what it cost."""

from __future__ import annotations

import re

from . import values
from .build import Draft
from .page import Sentence
from .wording import pattern

_PAPER = pattern(r"(?:quyết định|công văn|văn bản|thông báo|tờ trình|giấy phép)", re.IGNORECASE)
_GENERAL = pattern(r"/(?:19|20)\d\d/")  # 67/2011/QĐ-TTg: a rule, not the decision of one case
_ALLOWS = pattern(r"cho phép|đồng ý|phê duyệt|chấp thuận|cử|quyết định|theo|tại|bằng|thành lập|tiếp nhận|\(")
_CARRIES_OUT = pattern(r"(?:thực hiện|triển khai|quán triệt|căn cứ)[^,;]{0,12}$")
_PAYS = (
    (
        "host",
        pattern(
            r"đài thọ|phía (?:bạn|mời|nước ngoài)[^,;.]{0,20} (?:chi|chịu|trả)|bạn (?:chịu|chi trả|lo)|"
            r"bạn (?:trả|chi|lo|chịu) (?:toàn bộ|mọi|hết)|(?:học bổng|kinh phí|tiền) của (?:bạn|phía bạn|nước bạn)|"
            r"(?<!tự )(?:lo|chịu|chi trả|trả|đảm bảo|bao) (?:mọi |toàn bộ )?"
            r"(?:chi phí|kinh phí|phí tổn|chỗ ở|ăn ở|ăn nghỉ|ăn, ở)|"
            r"(?:bên|phía) (?:bạn|mời|đối tác|chủ nhà)[^,;.]{0,24} (?:lo|chi|chịu|trả|đài thọ|bảo đảm|đảm bảo)|"
            r"chủ nhà (?:lo|chịu|chi|trả)"
        ),
    ),
    (
        "self",
        pattern(
            r"tự túc|(?:bằng|dùng) (?:tiền|kinh phí) (?:của mình|tự|riêng|cá nhân)|tự bỏ tiền|"
            r"tự (?:lo|trả|chịu|chi trả|trang trải)(?=[,;.)]|$)|tự chi|tự (?:trả|lo|chịu|bỏ|đóng góp) "
            r"(?:mọi|toàn bộ|hết|chi phí|kinh phí|phí tổn|tiền)\b|tự trang trải|cá nhân tự"
        ),
    ),
    (
        "budget",
        pattern(r"ngân sách(?![^;,.]{0,24} không)(?: (?:nhà nước|tỉnh|địa phương|thành phố|huyện))?|nguồn (?:nsnn|ngân sách)"),
    ),
    (
        "sponsor",
        pattern(
            r"nguồn tài trợ|(?:kinh|chi) phí [^;.]{0,60}tài trợ|"
            r"(?:do|công ty|tổ chức|quỹ|doanh nghiệp|tập đoàn) [^,;.]{3,50} tài trợ"
        ),
    ),
)
_BY_BUDGET = pattern(r"ngân sách[^;,.]{0,24} (?:đài thọ|chịu|lo|chi trả)")
_FIRM_PAYS = pattern(
    r"(?:tập đoàn|công ty|quỹ|doanh nghiệp|(?<!chủ )dự án|tổ chức|oxfam|ngân hàng)"
    r"[^,;.]{0,40}? (?<!tự )(?:chịu|lo|đài thọ|chi trả|bao)\b"
)
_COSTS = pattern(
    r"\b(?:chi|tốn|hết|sử dụng|dùng|tiêu tốn|tiêu hết) ?$|\bchi(?: từ| bằng)?(?: nguồn| quỹ)?(?: vốn)? ngân sách"
    r"(?: [^\W\d_]+){0,3} $|(?:kinh|chi) phí|tổng chi|hết|ngân sách[^;.]{0,20} (?:chi|cấp|hỗ trợ|lo|bảo đảm|đảm bảo)"
)
_DAYS = pattern(r"ngày(?: đêm)?$")
_LASTING = pattern(r"(?:thời gian|trong|kéo dài|diễn ra|chuyến|là|:|\()[^,;.]{0,24}$")
_LATER = pattern(r"trước|trong vòng|sau|kể từ")
_PLANNED = (
    ("additional", pattern(r"ngoài (?:chương trình,? )?kế hoạch|phát sinh|đột xuất")),
    ("planned", pattern(r"(?:theo|trong|đúng|thuộc) (?:chương trình,? )?kế hoạch")),
)


def permission(draft: Draft, sentence: Sentence, column: str, start: int, end: int) -> None:
    """The paper of one case that a place between two others cites: a decision, a letter, a notice."""
    for each in sentence.inside(start, end, "DIRECTIVE"):
        before = sentence.before(each.start, 60)
        if not _PAPER.match(each.text) or _GENERAL.search(each.text) or _CARRIES_OUT.search(before):
            continue
        if _ALLOWS.search(before) or _ALLOWS.search(sentence.after(each.end, 70)):
            draft.put(column, " ".join(each.text.split()), each, "paper")
            return


def funding(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Who pays for a journey."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    found = [(key, match) for key, cue in _PAYS if (match := cue.search(words))]
    asked = "mời" in words or any(key == "sponsor" for key, _ in found)
    if draft.table.key == "delegation_out" and not asked and (firm := _FIRM_PAYS.search(words)):
        found = [("sponsor", firm)]  # ``Tập đoàn A chịu mọi chi phí``
    if len(found) == 2 and _BY_BUDGET.search(words):
        found = [each for each in found if each[0] == "budget"]  # ``ngân sách tỉnh đài thọ``
    if len(found) == 1:  # paid by several: no one key
        key, match = found[0]
        draft.put("funding", key, (start + match.start(), start + match.end()), "pays")


def cost(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The sum behind ``kinh phí``."""
    for each in sentence.inside(start, end, "AMOUNT"):
        if _COSTS.search(sentence.before(each.start, 50)):
            draft.put("cost", values.money(each), each, "cost")
            return


def lasting(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """``thời gian 07 ngày``."""
    for each in sentence.inside(start, end, "QUANTITY"):
        before = sentence.before(each.start, 30)
        if _DAYS.match(values.unit(each)) and _LASTING.search(before) and not _LATER.search(before):
            draft.put("days", values.count(each), each, "days")
            return


def planned(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Whether a journey stood in the year's plan."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    for key, cue in _PLANNED:
        if match := cue.search(words):
            draft.put("in_plan", key, (start + match.start(), start + match.end()), "plan")
            return
