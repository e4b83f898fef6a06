"""What the line above a table of awards says of all its rows: ``Chủ tịch UBND tỉnh đã quyết định tặng cho … Bắc Lào:``."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..places import countries, is_foreign
from ..wording import pattern
from .cell import Span
from .read import Table
from .spots import sentence_at

_GIVES = r"(?:tặng thưởng|trao tặng|khen thưởng|tặng|khen|trao|truy tặng)"
_BODY = (
    r"(?:Chủ tịch|Phó Chủ tịch|UBND|Ủy ban|Thủ tướng|Chính phủ|Nhà nước|Bộ|Quốc vương|Quốc hội|Hoàng gia|Liên hiệp|Tỉnh|"
    r"Chính quyền|Đại sứ)"
)
#: Who is given something by whom; who gives to whom.
_GETS = pattern(
    rf"(?:^|, |: )(?P<who>[^,:;]{{3,40}}(?:, [^,:;]{{2,40}})?) (?:đã )?được (?P<giver>{_BODY}[^:;]{{2,80}}?) (?:đã )?{_GIVES}\b"
)
_GIVER = pattern(rf"(?P<giver>{_BODY}[^:;]{{0,70}}?) (?:đã |vừa )*(?P<verb>(?:ra |ký )?(?:quyết định )?{_GIVES})\b")
_TO = pattern(r"\bcho (?P<who>[^:;\n]{3,120}?)(?=:|$| (?:như|gồm|cụ thể|trong|vì|theo)\b)")
_ASKED = pattern(r"đề nghị|trình|đề xuất")
_NEAR = 2  # lines above the table: the nearest may be of its heads
_BOTH = pattern(r"(?:tập thể|đơn vị|tổ chức).{0,12}cá nhân|cá nhân.{0,12}(?:tập thể|đơn vị|tổ chức)")


def fill(draft: Draft, sentence: Sentence, table: Table) -> None:
    """Who gives and gets, the way and the state, where the line above the table says it."""
    text = sentence.page.view.text
    for start, end in table.titles[:_NEAR]:
        said = text[start:end]
        if "direction" in draft and "giver" in draft:
            return
        if gets := _GETS.search(said):
            _sides(draft, sentence, (start, gets.span("giver"), gets.span("who")), "received")
        elif gives := _GIVER.search(said):
            to = _TO.search(said, gives.end())
            _sides(draft, sentence, (start, gives.span("giver"), to.span("who") if to else None), "conferred")
            if "status" not in draft:
                words = said.lower()
                key = "proposed" if _ASKED.search(words) else "decided" if "quyết định" in gives["verb"] else "presented"
                draft.put("status", key, (start + gives.start("verb"), start + gives.end("verb")), "lead")


def _sides(draft: Draft, sentence: Sentence, told: tuple[int, Span, Span | None], way: str) -> None:
    at, giver, who = told
    first, last = at + giver[0], at + giver[1]
    there = sentence_at(sentence, first, last)
    named, said = countries(there, first, last)
    foreign = bool(named) or any(is_foreign(sentence.page, there, each) for each in there.of("ORG"))
    if foreign != (way == "received"):
        return
    if "giver" not in draft:
        draft.say("giver", first, last, "lead")
        if named:
            draft.put("giver_country", named[0], said[0], "lead")
    if "direction" not in draft:
        draft.put("direction", way, (first, last), "lead")
    if who and "recipient" not in draft:
        _gets(draft, sentence, (at + who[0], at + who[1]), way)


def _gets(draft: Draft, sentence: Sentence, who: Span, way: str) -> None:
    draft.say("recipient", *who, "lead")
    named, said = countries(sentence_at(sentence, *who), *who)
    if named and way == "conferred" and "nationality" not in draft:
        draft.put("nationality", named[0], said[0], "lead")
    counted = any(each in draft for each in ("groups", "persons"))
    if not counted and "recipient_type" not in draft and _BOTH.search(sentence.page.view.text[slice(*who)].lower()):
        draft.put("recipient_type", "both", who, "lead")


__all__ = ["fill"]
