"""Who holds a meeting and with whom, and who pays for it from abroad."""

from __future__ import annotations

from ..build import Draft
from ..hosts import hosts, payer
from ..odd_names import strange
from ..page import Page, Sentence
from ..sides import Side, pair, reach, read
from ..wording import pattern

_BETWEEN = pattern(r"\bgiữa (?=\S)")
_CO_HOST = pattern(
    r"[\"”]?,? (?:cùng(?: với)?|(?:đồng tổ chức|đồng chủ trì|phối hợp|liên kết|tổ chức trực tuyến|tổ chức chung)(?: với| cùng)|(?:với|có) sự (?:phối hợp|tham gia|đồng hành|hỗ trợ|tài trợ|bảo trợ) (?:của|từ)) (?:tổ chức |phía )?"
)
_BEHIND = 9  # characters behind a name that ``giữa`` may end in
_FRIEND = pattern(r"\b[Pp]hía (?:bạn|nước ngoài|đối tác|đồng tổ chức) (?:là|có|gồm) ")
_SHORT_NAME = pattern(r"\b[A-Z]{3,}\b")
_OUR_SHORT_NAME = pattern(
    r"\b(?:UBND|HĐND|VCCI|TNHH|KHCN|PTNT|TTXVN|MTTQ|BĐBP|BQL|CLB|THPT|KCN|KKT|CTCP|ĐH|NN|XTĐT|VAST|VASS|VUFO|BCH|BCĐ|CP|MTV|TW)\b"
)


def put(page: Page, draft: Draft, sentence: Sentence, name: tuple[int, int]) -> None:
    """Who holds a meeting and with whom; who pays from abroad."""
    if not {"organiser_vn", "partner_foreign"} <= draft.slots.keys():
        found = list(hosts(page, sentence))
        ours = next((side for side in found if side.foreign is False), None) or next(
            (side for side in found if side.foreign is None), None
        )
        theirs = next((side for side in found if side.foreign), None)
        if theirs and found[0] is theirs and ours is None and len(found) > 1:
            ours, theirs = found[0], next((side for side in found[1:] if side.foreign), None)
        if ours and "organiser_vn" not in draft:
            draft.say("organiser_vn", ours.start, ours.end, "by")
        theirs = theirs or next((side for side in found if side is not ours and _stranger(sentence, side)), None)
        theirs = theirs or _friend(page, sentence) or payer(page, sentence) or _behind(page, sentence, name)
        if not found and name[1] > name[0]:
            ours, theirs = _of_name(page, sentence, name, theirs)
            if ours:
                draft.say("organiser_vn", ours.start, ours.end, "between")
        if theirs and "partner_foreign" not in draft:
            draft.say("partner_foreign", theirs.start, theirs.end, "with")


def _of_name(page: Page, sentence: Sentence, name: tuple[int, int], theirs: Side | None) -> tuple[Side | None, Side | None]:
    """The two sides that a meeting's name tells of: ``Hội thảo lý luận giữa A và B``."""
    match = _BETWEEN.search(sentence.text, name[0] - sentence.start, name[1] - sentence.start + _BEHIND)
    if not match:
        return None, theirs
    start = sentence.start + match.end()
    end = name[1] if start < name[1] else reach(sentence, start, 200)
    two = [side for side in pair(page, sentence, start, end) if side.end > side.start]
    ours = next((side for side in two if side.foreign is False), None)
    return ours, theirs or next((side for side in two if side.foreign), None)


def _behind(page: Page, sentence: Sentence, name: tuple[int, int]) -> Side | None:
    """The foreign body right behind a meeting's name: ``tổ chức Hội thảo “…” cùng Viện Bakulev``."""
    match = _CO_HOST.match(sentence.text, name[1] - sentence.start) if name[1] > name[0] else None
    at = sentence.start + match.end() if match else 0
    for each in sentence.inside(at, at + 9, "ORG", "FOREIGN_UNIT")[:1] if match else []:
        side = read(page, sentence, each.start, each.end)
        return side if side.foreign or (side.foreign is None and strange(each.text)) else None
    return None


def _friend(page: Page, sentence: Sentence) -> Side | None:
    """``Phía bạn là Đại học A (Pháp)``: the foreign side told by itself."""
    match = _FRIEND.search(sentence.text)
    at = sentence.start + match.end() if match else 0
    for each in sentence.inside(at, at + 1, "ORG", "FOREIGN_UNIT") if match else []:
        return read(page, sentence, each.start, each.end)
    return None


def _stranger(sentence: Sentence, side: Side) -> bool:
    """Whether nothing tells whose a host beside ours is, but for a short name in capitals that no office of ours has."""
    words = sentence.text[side.start - sentence.start : side.end - sentence.start]
    named = _SHORT_NAME.search(words) is not None or strange(words)
    return side.foreign is None and named and not _OUR_SHORT_NAME.search(words)


__all__ = ["put"]
