"""The summary figures that reports always carry: investment, trade, labour, foreigners, partner localities."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.amount import Amount
from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries
from ..values import count, days, money, unit

_FDI = pattern(r"\bFDI\b|đầu tư (?:trực tiếp )?nước ngoài|đầu tư trực tiếp")
_ODA = pattern(r"\bODA\b")
_MONEY = (
    ("fdi_capital", pattern(r"(?:vốn|tổng mức đầu tư)[^,;.]{0,30}(?:đăng ký|dăng ký|FDI)|đăng ký|tổng vốn|số vốn|vốn đầu tư")),
    ("exports", pattern(r"(?:kim ngạch|giá trị) xuất khẩu(?!.{0,3}nhập)|xuất khẩu (?:đạt|ước)|phía ta xuất|\bxuất\b")),
    ("imports", pattern(r"(?:kim ngạch )?nhập khẩu|\bnhập\b")),
    ("trade", pattern(r"kim ngạch|xuất nhập khẩu|xuất, nhập khẩu|hàng (?:hóa )?qua|thương mại")),
)
_COUNTS = (
    ("fdi_projects", pattern(r"dự án")),
    ("markets", pattern(r"(?:quốc gia|nước|thị trường)")),
    ("labour_abroad", pattern(r"(?:lượt )?(?:người )?lao động|lượt người lao động|lượt người|lao động|người")),
    ("visitors", pattern(r"lượt (?:khách|du khách)|khách|du khách|lượt$")),
    ("foreigners", pattern(r"(?:lượt )?(?:người|chuyên gia|lao động)")),
    ("partners", pattern(r"(?:địa phương|tỉnh, thành phố|đối tác|tỉnh)")),
)
_MARKETS = pattern(r"xuất khẩu|thị trường|hàng hóa[^,;.]{0,20} xuất|xuất (?:sang|đi)")
_LABOUR = pattern(r"xuất khẩu lao động|đi làm việc|làm việc (?:ở|tại) nước ngoài|làm thuê|đưa được")
_NO_LABOUR = pattern(r"đại biểu|phạt|sinh sống|định cư|đoàn")
_VISITORS = pattern(r"(?:khách )?(?:du lịch )?(?:quốc tế|nước ngoài)|khách (?:quốc tế|nước ngoài)")
_FOREIGNERS = pattern(r"(?:người|lao động|chuyên gia) nước ngoài [^,;.]{0,40}$")
_RESIDENT = pattern(r"cư trú|thường trú|sinh sống|làm việc|tạm trú")
_TWINNED = pattern(r"kết nghĩa|quan hệ (?:hợp tác|hữu nghị|đối tác)|thiết lập quan hệ")
_AGAIN = pattern(
    r"[;, ]*(?:riêng |còn )?(?:(?:quý|tháng|năm|\d+ tháng(?: đầu năm)?)[ \w/]{0,16})?(?: ?(?:đạt|ước đạt|ước|là|được))? ?"
)
_TAXES = pattern(r"thuế|ngân sách|thu được|bán được|phí\b")
_RATE = pattern(r"mỗi|bình quân|hàng năm|hằng năm|thuế|ngân sách")


def drafts(page: Page) -> Iterator[Draft]:
    """The figures of each sentence, a row each; a sum behind another with no new word but a time is of the same kind."""
    for sentence in page.sentences:
        if not sentence.fact or sentence.kind == "table":
            continue
        last, floor = None, sentence.start
        for mention in sentence.of("QUANTITY", "AMOUNT"):
            if not sentence.is_fact(mention.start):
                continue
            if isinstance(mention.entity.value, Amount):
                gap = sentence.lower[floor - sentence.start : mention.start - sentence.start]
                key = _sum(sentence, mention) or (last if last and _AGAIN.fullmatch(gap) else None)
                last, floor = key, mention.end
            else:
                key = _count(sentence, mention)
                floor = mention.end if unit(mention) in ("%", "lần") else floor
            if key:
                yield _row(sentence, mention, *key)


def _sum(sentence: Sentence, mention: Mention) -> tuple[str, int, int] | None:
    previous = max((each.end for each in sentence.of("AMOUNT") if each.end <= mention.start), default=sentence.start)
    at = max(previous, mention.start - 90, sentence.start)
    words = sentence.text[at - sentence.start : mention.start - sentence.start]
    fdi, oda = _FDI.search(sentence.text), _ODA.search(sentence.text)
    for key, cue in _MONEY:
        if key == "fdi_capital" and not (fdi or oda):
            continue
        match = cue.search(words.lower())
        if (
            match
            and not _TAXES.search(words.lower())
            and (
                key == "trade"
                or "kim ngạch" in (sentence.earlier.lower if sentence.earlier else "")
                or "kim ngạch" in sentence.lower
                or key == "fdi_capital"
                or "xuất khẩu" in words.lower()
            )
        ):
            both = "xuất nhập khẩu" in words.lower() or "xuất, nhập" in words.lower()
            return (
                (
                    "trade"
                    if both and key != "fdi_capital"
                    else "oda_capital"
                    if key == "fdi_capital" and oda and not fdi
                    else key
                ),
                at + match.start(),
                at + match.end(),
            )
    return None


def _count(sentence: Sentence, mention: Mention) -> tuple[str, int, int] | None:
    kind, around = unit(mention), sentence.before(mention.start, 70) + sentence.after(mention.start, 90)
    place = (mention.start, mention.end)
    for key, cue in _COUNTS:
        if not cue.match(kind):
            continue
        if key == "fdi_projects" and (
            _FDI.search(sentence.text) and (_FDI.search(kind.upper()) or _FDI.search(around) or "fdi" in around)
        ):
            return (key, *place)
        if key == "fdi_projects" and _ODA.search(around.upper()):
            return ("oda_projects", *place)
        if key == "markets" and _MARKETS.search(sentence.before(mention.start, 70)) and "lao động" not in around:
            return (key, *place)
        if key == "labour_abroad" and _LABOUR.search(around) and "khách" not in kind and not _NO_LABOUR.search(around):
            return (key, *place)
        if key == "visitors" and (
            _VISITORS.search(kind)
            or _VISITORS.search(sentence.after(mention.end, 20))
            or _VISITORS.search(sentence.before(mention.start, 20))
        ):
            return (key, *place)
        if (
            key == "foreigners"
            and (
                "nước ngoài" in kind
                or "nước ngoài" in sentence.after(mention.end, 12)
                or _FOREIGNERS.search(sentence.before(mention.start, 60))
            )
            and _RESIDENT.search(around)
        ):
            return (key, *place)
        if key == "partners" and _TWINNED.search(sentence.before(mention.start, 60)):
            return (key, *place)
    return None


def _row(sentence: Sentence, mention: Mention, key: str, start: int, end: int) -> Draft:
    draft = Draft("indicator", sentence, summary=True)
    rule = "sum" if isinstance(mention.entity.value, Amount) else "count"
    draft.put("indicator", key, (start, end), rule)
    value = mention.entity.value
    if isinstance(value, Amount):
        draft.put("value", (money(mention) or {}).get("value"), mention, rule)
        draft.put("unit", value.currency, mention, rule)
    else:
        draft.put("value", count(mention), mention, rule)
        draft.put("unit", _unit(unit(mention)), mention, rule)
    gates = [each for each in sentence.of("BORDER_GATE") if each.start < mention.start]
    if gates and key in ("trade", "exports", "imports"):
        draft.say("place", gates[-1].start, gates[-1].end, "gate")
    dates = [(each, said) for each, said in days(sentence) if each.start < mention.start]
    if dates:
        draft.put("as_of", dates[-1][1], dates[-1][0], "date")
    return draft


def _unit(words: str) -> str:
    return re.sub(r" (?:fdi|oda|trực tiếp.*|quốc tế|nước ngoài)$", "", words)


__all__ = ["countries", "drafts"]
