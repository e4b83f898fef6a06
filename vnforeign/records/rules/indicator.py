"""The summary figures that reports always carry: investment, trade, labour, foreigners, visitors, partner localities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.amount import Amount
from ..build import Draft
from ..page import Page
from ..values import count, money
from ..wording import pattern
from . import headcount, investment
from .figure import TRADED, Figure, Last, figures, is_share, place, when

_SPENT = pattern(
    r"giải ngân|vốn thực hiện|thực hiện đạt|đã thực hiện|doanh thu|thuế|ngân sách|thu được|bán được|phí\b|lương|thu nhập|gửi về|kiều hối|đối ứng"
)
_EXPORTS = pattern(
    r"(?:kim ngạch|giá trị|knxk)[^,;.]{0,20}(?:xuất khẩu|xk)\b|xuất khẩu|\bknxk\b|phía ta xuất|\bxuất\b|(?:mua|nhập)(?: hàng)? của (?:ta|tỉnh|mình)|bán (?:sang|cho) "
)
_IMPORTS = pattern(r"nhập khẩu|\bknnk\b|\bnhập\b|ta mua|mua của bạn")
_BOTH = pattern(r"xuất,? ?(?:-|và|,)? ?nhập khẩu|\bxnk\b|xuất nhập|hai chiều|xuất, nhập")
_TRADE = pattern(
    r"kim ngạch|thương mại|giao thương|buôn bán (?:qua|với|hai)|hàng (?:hóa |hoá )?(?:qua|xuất)|mua bán|biên mậu|trao đổi hàng|giá trị hàng"
)
_GOODS = pattern(r"hàng h[oó][aá]|hàng trị giá")
_TURNOVER = pattern(r"kim ngạch|buôn bán|xuất khẩu|nhập khẩu|thương mại|mua bán|giao thương")
_AGAIN = pattern(
    r"[;,(\s]*(?:riêng |còn |và )?(?:(?:quý|tháng|năm|\d+ tháng(?: đầu năm)?)[ \w/]{0,16})?(?: ?(?:đạt|ước đạt|ước|là|được|:))? ?"
)
_PART = pattern(r"[;,(\s]*(?:trong đó|riêng|còn)\b[^;.\d]{3,60}")
_NATION = pattern(r"cả nước|toàn quốc|nước ta|của việt nam")
_RATE = pattern(r"(?:mỗi|bình quân|hàng|hằng) (?:năm|tháng|ngày)")


def drafts(page: Page) -> Iterator[Draft]:
    """The figures of each sentence, a row each; a sum behind another with no new word but a time is of the same kind."""
    last = Last()
    for sentence in page.sentences:
        if not sentence.fact or (sentence.kind == "table" and not _is_list(sentence.text)):
            continue
        again = ""
        for figure in figures(sentence):
            if not sentence.is_fact(figure.mention.start):
                continue
            is_sum = isinstance(figure.mention.entity.value, Amount)
            key = _sum(figure, last, again) if is_sum else _count(figure, last)
            again = key if is_sum else again
            if key:
                row = _row(figure, key, last)
                last = last.then(key, row)
                yield row


def _is_list(text: str) -> bool:
    """Whether a table is a list of figures, a label and a number in each line."""
    return text.strip().count("|") == text.strip().count("\n") + 1


def _sum(figure: Figure, last: Last, again: str) -> str:
    """What a sum is: capital, exports, imports or both; behind another sum, with no word of its own, the same."""
    before, sentence = figure.before, figure.sentence
    if _NATION.search(before):
        return ""
    if _SPENT.search(before) or getattr(figure.mention.entity.value, "per", None):
        return ""
    if again and _AGAIN.fullmatch(before):
        return again
    if last.is_of(sentence, *TRADED, "fdi_capital", "oda_capital") and _PART.fullmatch(before) and place(figure):
        return last.whole if last.key in TRADED and figure.floor == sentence.start else last.key
    if key := _trade(figure, last):
        return key
    return investment.capital(figure, last)


def _trade(figure: Figure, last: Last) -> str:
    words = figure.before + figure.clause if "kim ngạch" in figure.clause else figure.before
    sentence = figure.sentence
    about = _TURNOVER.search(sentence.lower) or (sentence.earlier and _TURNOVER.search(sentence.earlier.lower))
    gates = sentence.inside(sentence.clause(figure.mention.start)[0], figure.mention.start, "BORDER_GATE")
    if gates and _GOODS.search(words):
        return "trade"
    if not about and not (last.whole and last.passage == sentence.passage) and not _TRADE.search(words):
        return ""
    if _BOTH.search(words):
        return "trade"
    found = [(each.start(), key) for key, cue in (("exports", _EXPORTS), ("imports", _IMPORTS)) for each in cue.finditer(words)]
    if found:
        return max(found)[1]
    return "trade" if _TRADE.search(words) else ""


def _count(figure: Figure, last: Last) -> str:
    """What a number counts, by its unit and the words on both sides; the share of one country is no figure of its own."""
    if _NATION.search(figure.before) or _RATE.search(figure.before[-40:]):
        return ""
    found = (name for name, cue, rule in headcount.COUNTS if cue.match(figure.unit) and rule(figure, last))
    key = investment.projects(figure, last) or next(found, "")
    return "" if last.is_of(figure.sentence, key, f"{key[:3]}_capital") and is_share(figure) else key


def _row(figure: Figure, key: str, last: Last) -> Draft:
    sentence, mention = figure.sentence, figure.mention
    draft, value = Draft("indicator", sentence, summary=True), mention.entity.value
    rule = "sum" if isinstance(value, Amount) else "count"
    draft.put("indicator", key, mention, rule)
    if isinstance(value, Amount):
        draft.put("value", (money(mention) or {}).get("value"), mention, rule)
        draft.put("unit", value.currency, mention, rule)
    else:
        draft.put("value", count(mention), mention, rule)
        draft.put("unit", _unit(figure.unit), mention, rule)
    if at := place(figure):
        draft.say("place", *at, "place")
    when(draft, figure, last)
    return draft


def _unit(words: str) -> str:
    return re.sub(r" (?:fdi|oda|trực tiếp.*|quốc tế|nước ngoài)$", "", words)
