"""Which side of foreign trade a sum is: exports, imports or both."""

from __future__ import annotations

from ..wording import pattern
from .figure import TRADED, Figure, Last, place

_EXPORTS = pattern(
    r"(?:kim ngạch|giá trị|knxk)[^,;.]{0,20}(?:xuất khẩu|xk)\b|xuất khẩu(?! lao động)|\bknxk\b|\bxk\b(?!lđ)|phía ta xuất|\bxuất\b(?! (?:cảnh|nhập|siêu|xưởng|bán|sắc))|"
    r"(?:mua|nhập)(?: hàng)? của (?:ta|tỉnh|mình|việt nam)|(?<!mua )(?<!buôn )\bbán (?:ra|đi|sang|cho|qua|vào)\b|chiều (?:đi|xuất)|hàng (?:đi|ra)\b|hàng (?:của )?(?:ta|việt nam) (?:sang|qua)|(?:ta|tỉnh) bán"
)
_IMPORTS = pattern(
    r"nhập khẩu|\bknnk\b|\bnk\b|\bnhập\b(?! (?:cảnh|siêu|cư|học|ngũ|viện|khẩu))|(?:ta|tỉnh) (?:mua|nhập)|mua (?:của bạn|vào|về|từ)|chiều (?:về|nhập)|hàng (?:của )?bạn (?:sang|qua|về)|hàng (?:về|vào)\b"
)
_BOTH = pattern(
    r"xuất,? ?(?:-|và|,|/)? ?nhập(?: khẩu)?|\bxnk\b|\bknxnk\b|hai chiều|xuất khẩu (?:và|,|-|lẫn) ?nhập khẩu|cả (?:hai chiều|xuất)"
)
_TRADE = pattern(
    r"kim ngạch|thương mại|giao thương|buôn bán|hàng (?:hóa |hoá )?(?:qua|xuất)|mua bán|biên mậu|mậu dịch|tiểu ngạch|trao đổi (?:hàng|buôn)|"
    r"hàng (?:của )?(?:ta|bạn) (?:sang|qua|về)|giá trị (?:trao đổi|hàng|giao)|trị giá hàng|thông quan"
)
_STRONG = pattern(
    r"\b(?:xuất|nhập) (?:sang|qua|đi|về|từ|vào)\b(?! (?:người|làm))|"
    r"(?:xuất|nhập) khẩu(?! lao động)|kim ngạch|(?:bán|xuất) (?:ra|đi|sang) (?:nước ngoài|các nước|thị trường)|\bknxk\b|\bknnk\b"
)
_GOODS = pattern(r"hàng h[oó][aá]|hàng trị giá|\bhàng\b")
_TURNOVER = pattern(
    r"kim ngạch|buôn bán|xuất khẩu(?! lao động)|nhập khẩu|thương mại|mua bán|giao thương|mậu dịch|xuất nhập|\bxnk\b"
)
_BALANCE = pattern(r"xuất siêu|nhập siêu|thặng dư|thâm hụt|cán cân|chênh lệch|quá cảnh|tạm nhập|tái xuất|chuyển khẩu")
#: Behind a word of trade these turn a sum into another matter: ``nhà máy chế biến gỗ xuất khẩu, vốn 12 triệu USD``.
_OTHER = pattern(
    r"\b(?:vốn|đầu tư|kinh phí|tài trợ|viện trợ|hỗ trợ|xử phạt|phạt|cho vay|vay|tín dụng|nhà máy|công trình|bị bắt|thu giữ|lậu)\b"
)
_KIND_OF_GOODS = pattern(r"mặt hàng|nhóm hàng|sản phẩm|ngành hàng|chủng loại")
_SEIZED = pattern(r"\bvụ\b|bắt giữ|thu giữ|tịch thu|xử phạt|\blậu\b")
_CASES = pattern(r"\d vụ(?:/|,| )|bắt giữ|thu giữ|tịch thu|tang vật")
_EARNED = pattern(
    r"(?: và vùng lãnh thổ)?(?: trên thế giới)?,? (?:đã )?(?:thu về|trị giá|kim ngạch|với (?:kim ngạch|trị giá))(?: đạt| ước)? ?"
)
_BRACKETS = pattern(r"\([^()]{0,200}\)")
_BY_FIRMS = pattern(r"\b(?:doanh nghiệp|dn|khu vực|thành phần|khối)\b[^,;.\d]{0,60}$")


def key(figure: Figure, last: Last) -> str:
    """``exports``, ``imports`` or ``trade`` by the last word before a sum; nothing where other words turn it away."""
    words = figure.before + figure.clause if "kim ngạch" in figure.clause else figure.before
    if _BALANCE.search(figure.before) or (last.is_of(figure.sentence, *TRADED) and _is_part(figure)):
        return ""
    sentence = figure.sentence
    if last.is_of(sentence, "markets") and _EARNED.fullmatch(figure.before):
        return "exports"
    if _SEIZED.search(sentence.before(figure.mention.start, 60)) or _CASES.search(sentence.before(figure.mention.start, 200)):
        return ""
    gates = sentence.inside(sentence.clause(figure.mention.start)[0], figure.mention.start, "BORDER_GATE")
    if gates and last.whole and last.row and last.row.sentence is sentence and place(figure) and not side(words):
        return last.key
    if gates and _GOODS.search(words):
        return side(words) or "trade"
    strong = _STRONG.search(words) or _TRADE.search(words)
    about = (
        strong
        or _TURNOVER.search(sentence.lower)
        or _TURNOVER.search(figure.told)
        or (last.whole and last.passage == sentence.passage)
    )
    return side(words) if about else ""


def _is_part(figure: Figure) -> bool:
    """Whether a sum behind one of trade is of one kind of goods, or of some firms."""
    words = _BRACKETS.sub("", figure.before.rsplit(";", 1)[-1])
    return bool(_KIND_OF_GOODS.search(words) or _BY_FIRMS.search(words))


def side(words: str) -> str:
    """``exports``, ``imports`` or ``trade`` by the last of their words."""
    if _OTHER.search(
        words, max((match.end() for cue in (_EXPORTS, _IMPORTS, _BOTH, _TRADE) for match in cue.finditer(words)), default=0)
    ):
        return ""
    if _BOTH.search(words):
        return "trade"
    found = [(each.start(), key) for key, cue in (("exports", _EXPORTS), ("imports", _IMPORTS)) for each in cue.finditer(words)]
    if found:
        return max(found)[1]
    return "trade" if _TRADE.search(words) else ""
