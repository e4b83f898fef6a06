"""The number of a decision that approves or receives the aid it tells of."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Sentence
from ..wording import pattern

_APPROVES = pattern(r"phê duyệt|tiếp nhận (?:dự án|khoản|viện trợ|cứu trợ|tài trợ)")
_RECEIVES = pattern(
    r"(?:về việc|v/v|\n) ?(?:phê duyệt|cho phép|đồng ý|tiếp nhận|chấp thuận)[^.\n;]{0,50}"
    r"(?:viện trợ|tài trợ|cứu trợ|phi dự án|phi ch(?:í|á)nh phủ|khoản|không hoàn lại)"
)
_ARTICLE = pattern(r"[^\w]{0,3}Điều \d")
_TOP = 700  # characters of a document that hold its title
_HEAD = 300  # characters of a document that may hold its own number

#: The title of a report, which may cite a decision.
_REPORT = re.compile(r"(?:^|\n)[^\w\n]*(?:báo cáo|biên bản|thông báo|phụ lục|biểu|bản tin)\b")


def decides(sentence: Sentence) -> bool:
    """Whether the document is a decision on aid, by its title or the words at its head."""
    page = sentence.page
    if _APPROVES.search(page.document.metadata.get("title", "").lower()):
        return True
    head = page.view.text[:_TOP].lower()
    decides, reports = head.find("quyết định"), _REPORT.search(head)
    return decides >= 0 and not (reports and reports.start() < decides) and bool(_RECEIVES.search(head))


def article(sentence: Sentence) -> bool:
    """Whether a sentence stands in an article of a decision on aid: ``Điều 1. Cho phép … tiếp nhận``."""
    return bool(_ARTICLE.match(sentence.opening.text)) and decides(sentence)


def approval(draft: Draft, sentence: Sentence) -> None:
    """The document's own number, which stands at its head."""
    for mention in sentence.page.between(0, _HEAD):
        if mention.label == "DIRECTIVE" and "QĐ" in mention.text:
            draft.put("approval", " ".join(mention.text.split()), mention, "heading")
            return


__all__ = ["approval", "article", "decides"]
