"""The summary figures that reports always carry: investment, trade, labour, foreigners, visitors, partner localities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Slot
from ...kinds.amount import Amount
from ..build import Draft
from ..page import Page
from ..values import count, money
from ..wording import pattern
from . import headcount, investment, side_shares, trade, unitless
from .against import other_time
from .figure import TRADED, Figure, Last, figures, is_share, of_land, of_section, place
from .moment import when
from .where import beyond, is_part

#: A sum of these is no summary figure: what was spent, earned and owed.
_SPENT = pattern(
    r"giải ngân|doanh thu|thuế|ngân sách|thu được từ|bán được|phí\b|lương|thu nhập|gửi về|kiều hối|đối ứng|lợi nhuận|"
    r"tổng thu\b|trả nợ"
)
_AGAIN = pattern(
    r"[;,()\s]*(?:trong đó:?,? (?=(?:riêng )?(?:quý|tháng|năm|\d+ tháng) ))?(?:riêng |còn |và |tính |(?:tính )?(?:lũy|luỹ) kế |cộng dồn |tính chung )?(?:(?:của )?(?:toàn|cả) (?:tỉnh|thành phố|huyện) ?)?"
    r"(?:(?:(?:trong|cả|chung|riêng) ){0,2}(?:(?:19|20)\d\d|(?:quý|tháng|năm|giai đoạn|nhiệm kỳ|(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một)?) (?:tháng|năm)(?: đầu năm)?)[ \w/-]{0,20})\)?)?(?: ?(?:(?:tăng )?lên|xuống|còn)(?: đến| tới)?)?(?: ?(?:đạt|ước đạt|ước|là|được|:))? ?"
)
_REST = pattern(r"^ (?:khách )?(?:quốc tế|nước ngoài)(?= \()")  # of the unit of the figure before
_CHANGE = pattern(r"(?<!vốn )(?<!vốn đăng ký )(?<!mới và )(?<!mới, )\b(?:tăng|giảm) (?:thêm )?(?:gần |hơn |trên |khoảng )?$")
#: How much a figure rose or what share it is, between it and the next: ``, bình quân tăng 21%/năm; riêng năm 2019 đạt``.
_CHANGES = pattern(r"[,;(]? ?(?:bình quân )?(?:tăng|giảm|bằng|đạt|chiếm|vượt)[^,;()%]{0,24}\d ?%[^,;()]{0,40}\)?")
_YEARLY = pattern(r" (?:hàng|hằng|mỗi|một) năm")
_SHARE = "share"  # what one land has of the figure before
_PARTED, _OF_THESE = ("foreigners", "labour_abroad"), pattern(r"\W{0,3}(?:trong (?:đó|số)|gồm)")
_LANDS = pattern(r"(?:,| và) vùng lãnh thổ")
_TIMED = pattern(r"(?:quý|tháng|năm) ")
_PART = pattern(r"[;,(\s]*(?:trong đó|riêng|còn)\b[^;.\d]{3,60}")
_RATE = pattern(r"(?:mỗi|bình quân|hàng|hằng) (?:năm|tháng|ngày)")
_AIM = pattern(
    r"(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|nghị quyết)(?: là| đề ra| giao| năm)?(?: ?[:(]| là)? ?(?:trên |hơn |từ )?$"
)


def drafts(page: Page) -> Iterator[Draft]:
    """The figures of each sentence, a row each; a sum behind another with no new word but a time is of the same kind."""
    last, lead = Last(), None
    for sentence in page.sentences:
        lead = lead if sentence.kind == "list_item" else None
        if sentence.fact and (sentence.kind != "table" or _is_list(sentence.text)):
            again = ""
            for figure in figures(sentence, lead):
                is_sum = isinstance(figure.mention.entity.value, Amount)
                key = _key(figure, last, again, is_sum)
                if not key:
                    again = "" if is_sum else again
                    continue
                if not sentence.is_fact(figure.mention.start) or not figure.home:
                    continue
                again = key if is_sum else again
                if key == _SHARE:
                    last.share = figure.mention.end
                else:
                    row = _row(figure, key, last)
                    aside = "as_of" in row and row.slots["as_of"].rule == "indicator.aside"
                    last = last.then(key, row, of_land(figure), figure.bracketed or aside)
                    yield row
                    if key == "trade":
                        yield from side_shares.drafts(figure, row)
            yield from unitless.drafts(sentence)
        if sentence.text.rstrip().endswith(":"):
            lead = sentence


def _is_list(text: str) -> bool:
    """Whether a table is a list of figures, a label and a number in each line."""
    return text.strip().count("|") == text.strip().count("\n") + 1


def _key(figure: Figure, last: Last, again: str, is_sum: bool) -> str:
    """What a figure is of; nothing where it is an aim, a rate, or what one land has of the figure before it."""
    changed = _CHANGE.search(figure.before) and not _YEARLY.match(figure.after)
    if _AIM.search(figure.before) or changed or _RATE.search(figure.before[-40:]):
        return ""
    same = _is_same(figure, last)
    if same and figure.compared:
        return last.key
    key = _sum(figure, last, again) if is_sum else _count(figure, last)
    return key or (last.key if same and _set_against(figure) else "")


def _set_against(figure: Figure) -> bool:
    """Whether a figure is that of another time beside the one before it: ``1,83 triệu lượt, cùng kỳ 1,72 triệu lượt``."""
    aside = other_time(figure.sentence, figure.mention.start)
    return aside is not None and aside.start >= figure.floor - 1 and not trade.side(figure.before)


def _is_same(figure: Figure, last: Last) -> bool:
    """Whether the figure counted before it stands in its sentence, in the same unit."""
    held = last.row if last.row and last.row.sentence is figure.sentence else None
    return held is not None and held.slots["unit"].value == _unit_of(figure)


def _sum(figure: Figure, last: Last, again: str) -> str:
    """What a sum is: capital, exports, imports or both; behind another sum, with no word of its own, the same."""
    before, sentence = figure.before, figure.sentence
    if _SPENT.search(before) or getattr(figure.mention.entity.value, "per", None):
        return ""
    if again and _AGAIN.fullmatch(_CHANGES.sub("", before)):
        return last.whole if last.whole == "trade" and before.startswith(";") else again
    traded = last.is_of(sentence, *TRADED)
    if traded and _goes_on(figure, last):
        return last.whole or last.key
    if (
        (traded or last.is_of(sentence, "fdi_capital", "oda_capital"))
        and _PART.fullmatch(before)
        and place(figure)
        and not trade.side(before)
    ):
        return last.whole if traded and figure.floor == sentence.start else last.key
    key = trade.key(figure, last) or investment.capital(figure, last)
    return _SHARE if key and last.is_of(sentence, key) and is_share(figure, last) else key


def _goes_on(figure: Figure, last: Last) -> bool:
    """``XNK tháng 3: 61,4 triệu USD. Quý I: 158 triệu USD.``: a sentence that names only another time for the same figure."""
    sentence = figure.sentence
    if last.row is None or last.row.sentence is not sentence.earlier or figure.floor != sentence.start:
        return False
    words = sentence.lower[: figure.mention.start - sentence.start]
    return bool(_TIMED.search(words)) and _AGAIN.fullmatch(words) is not None


def _count(figure: Figure, last: Last) -> str:
    """What a number counts, by its unit and the words on both sides; the share of one country is no figure of its own."""
    if _is_same(figure, last) and _TIMED.search(figure.before) and _AGAIN.fullmatch(_REST.sub("", figure.before)):
        return last.key
    found = (name for name, cue, rule in headcount.COUNTS if cue.match(figure.unit) and rule(figure, last))
    key = investment.projects(figure, last) or next(found, "")
    if key in _PARTED and last.is_of(figure.sentence, key) and _OF_THESE.match(figure.sentence.lower) and not place(figure):
        return ""
    return _SHARE if key and last.is_of(figure.sentence, key, f"{key[:3]}_capital") and is_share(figure, last) else key


def _row(figure: Figure, key: str, last: Last) -> Draft:
    sentence, mention = figure.sentence, figure.mention
    draft, value = Draft("indicator", sentence, summary=True), mention.entity.value
    rule = "sum" if isinstance(value, Amount) else "count"
    draft.put("indicator", key, mention, rule)
    draft.put("value", (money(mention) or {}).get("value") if isinstance(value, Amount) else count(mention), mention, rule)
    draft.put("unit", _unit_of(figure), mention, rule)
    if mention.about and mention.about.label not in ("DATE", "COUNTRY"):
        draft.put("place", mention.about.text, mention.about, "turn")
    elif at := place(figure):
        draft.say("place", *at, "place")
    elif last.row and is_part(figure, key, last) and "place" in last.row.slots:
        draft.slots["place"] = last.row.slots["place"]
    elif held := _place_of_projects(figure, key, last):
        draft.slots["place"] = held
    elif other := of_section(sentence):
        draft.put("place", other.text, other, "section")
    elif gate := beyond(figure, key):
        draft.put("place", gate.text, gate, "gate")
    when(draft, figure, last)
    return draft


def _place_of_projects(figure: Figure, key: str, last: Last) -> Slot | None:
    """The place of the projects whose capital a sum is."""
    row = last.row if key.endswith("_capital") and last.is_of(figure.sentence, f"{key[:3]}_projects") else None
    return row.slots.get("place") if row and row.sentence is figure.sentence and ";" not in figure.before else None


def _unit_of(figure: Figure) -> str:
    value = figure.mention.entity.value
    if isinstance(value, Amount):
        return value.currency
    lands = _LANDS.match(figure.after)
    return _unit(figure.unit) + (lands[0] if lands else "")


def _unit(words: str) -> str:
    return re.sub(r" (?:fdi|oda|trực tiếp.*|quốc tế|nước ngoài)$", "", words)
