"""The place of a figure that its own words do not name: of the whole that it is a part of, of the heading, of the gate that reports."""

from __future__ import annotations

from ..page import Mention, Page, Sentence
from ..wording import pattern
from .figure import TRADED, Figure, Last

#: Words of the whole province, or of all its gates.
_WHOLE = pattern(r"\b(?:(?:của|toàn|cả) (?:tỉnh|thành phố|huyện)|các cửa khẩu|trên địa bàn)\b")
_PART = pattern(
    r"[^\w]*(?:trong (?:đó|số)|bao gồm|gồm|riêng|cụ thể|(?:mặt )?hàng (?:xuất|nhập)|(?:về )?(?:xuất|nhập) khẩu|quý|tháng|năm)\b"
)
_OF_GATE = pattern(r"(?:chi cục |trưởng )?(?:hải quan|đồn|trạm|ban quản lý|đội|kiểm soát|biên phòng)\b")
_AT_GATES = (*TRADED, "visitors")
_HEAD = 8  # passages at a document's beginning that may name who reports


def beyond(figure: Figure, key: str) -> Mention | None:
    """The gate of a figure of trade or travel that stands outside its sentence."""
    if key not in _AT_GATES or _WHOLE.search(figure.before):
        return None
    return _of_heading(figure.sentence) or _of_issuer(figure.sentence.page)


def is_part(figure: Figure, key: str, last: Last) -> bool:
    """Whether a figure of trade is a part of the one told before it in its passage, or goes on with it in a list."""
    held, sentence = last.row, figure.sentence
    if held is None or key not in TRADED or not last.is_of(sentence, *TRADED) or _WHOLE.search(figure.before):
        return False
    return held.sentence is sentence or _PART.match(sentence.lower) is not None


def _of_heading(sentence: Sentence) -> Mention | None:
    """The one gate that the nearest heading above names: ``3. Hoạt động cửa khẩu Chi Ma``."""
    above = next(sentence.page.headings(sentence.passage), (0, 0))
    gates = [each for each in sentence.page.between(*above) if each.label == "BORDER_GATE"]
    return gates[0] if len(gates) == 1 else None


def _of_issuer(page: Page) -> Mention | None:
    """The gate whose customs or guards report: it stands in a line of its own at the document's head."""
    passages = page.document.passages[:_HEAD]
    if not passages:
        return None
    text, end = page.view.text, page.view.place(passages[-1].end)
    gates = [each for each in page.between(0, end) if each.label == "BORDER_GATE"]
    for each in gates:
        line = text[text.rfind("\n", 0, each.start) + 1 : each.end].lower()
        if text[each.end : each.end + 1] in ("", "\n") and _OF_GATE.match(line):
            return next((one for one in gates if one.entity.value == each.entity.value and not one.text.isupper()), each)
    return None
