"""How long an agreement holds, told as a length that counts from its signing: ``thời hạn 5 năm``, ``trong ba năm``."""

from __future__ import annotations

import re

from ..build import Draft
from ..lengths import LENGTH, later, months
from ..page import Mention, Page, Sentence
from ..papers import Paper
from ..wording import pattern

_PAPER = r"(?:văn bản|văn kiện|thỏa thuận|thoả thuận|bản ghi nhớ|ghi nhớ|biên bản|ý định thư|chương trình|kế hoạch|hợp đồng)"
_SIGNED = r",? ?(?:(?:tính|kể) )*(?:từ|sau)(?: ngày| khi| thời điểm)? ký"
_HOLDS = r"(?:thời (?:hạn|hiệu|gian)|hiệu lực|giá trị|thực hiện|áp dụng|kéo dài|hợp tác)"
_WAY = r"(?: (?:là|trong|thực hiện|hiệu lực|thi hành|hợp tác|vòng|thời hạn|khoảng thời gian)){0,4}:? "
_LENGTH = rf"{LENGTH}(?! (?:qua|tới|gần|trước|sau|liền|học|một|mỗi|đầu|cuối|nữa))"
#: A length that says of itself that it is how long a paper holds, counted from the signing, or that stands alone.
_SAID = (
    pattern(rf"\b{_HOLDS}{_WAY}{_LENGTH}"),
    pattern(rf"\b{LENGTH}{_SIGNED}"),
    pattern(rf"\btrong (?:vòng |thời hạn |thời gian )?{_LENGTH}(?= ?[,;.)(]| và\b|$)"),
    pattern(rf"[,(] ?{LENGTH}(?= ?[,;.)]|$)"),
)
_COUNTED = pattern(rf"\b{LENGTH}{_SIGNED}")
#: A sentence that goes on with how long a paper holds.
_GOES_ON = pattern(
    rf"\W*(?:(?:bản )?{_PAPER}(?: hợp tác| này| trên| đó| ấy)?,? (?:\([^()\n]{{2,40}}\) )?(?:[^\W\d_]+ ){{0,6}}?(?={_HOLDS})|"
    rf"(?:thời (?:hạn|hiệu|gian)|hiệu lực|giá trị|có hiệu lực)\b)"
)
_AT_ONCE = pattern(
    rf"hiệu lực (?:thi hành )?(?:(?:trong )?(?:vòng )?{LENGTH},? )?(?:ngay )?(?:(?:tính|kể) )*(?:từ|sau|khi)(?: khi| ngày| thời điểm)* (?:ký|kí)\b"
)
_SIGNS = pattern(r"\b(?:ký|kí)(?: kết)?(?: một)?(?: bản)? $")
_DAY = 10  # characters of a day
_BARE = pattern(rf"(?:bản |biên bản |văn bản )*{_PAPER}(?: này| trên| đó| ấy| nói trên)?")


def lasting(page: Page, draft: Draft, sentence: Sentence, paper: Paper, place: int) -> None:
    """Fills the term from a length behind a paper, or in the sentence behind, where the day of signing is known."""
    signed = str(draft.slots["signed_on"].value) if "signed_on" in draft else ""
    if not signed and "effective_on" not in draft:
        return
    behind = _behind(page, place)
    if len(signed) == _DAY and "effective_on" not in draft:
        _at_once(draft, signed, sentence, paper.end)
        if behind:
            _at_once(draft, signed, behind, behind.start)
    if "term" in draft:
        return
    found = _find(sentence, paper) or (_told(behind) if behind else None)
    since = str(draft.slots["effective_on"].value) if "effective_on" in draft else signed
    if found and (last := later(since, months(found[1]))):
        scope, match = found
        draft.sentence = scope
        draft.put("term", f"{since}/{last}", (scope.start + match.start(), scope.start + match.end()), "lasting")
        draft.sentence = sentence


def _find(sentence: Sentence, paper: Paper) -> tuple[Sentence, re.Match[str]] | None:
    """The length behind a paper, up to the next one; one that was extended holds so long again only from a signing on."""
    ends = [each.start for each in sentence.of("AGREEMENT") if each.start > paper.end and _another(sentence, each)]
    last = min([sentence.end, *ends]) - sentence.start
    cues = (_COUNTED,) if paper.deed == "extended" else _SAID
    match = next((match for cue in cues if (match := cue.search(sentence.lower, paper.end - sentence.start, last))), None)
    return (sentence, match) if match else None


def _another(sentence: Sentence, each: Mention) -> bool:
    """Whether a paper named behind one is another: it has a title of its own, or a word of signing before it."""
    return not _BARE.fullmatch(each.text.lower()) or _SIGNS.search(sentence.before(each.start, 20)) is not None


def _at_once(draft: Draft, signed: str, scope: Sentence, start: int) -> None:
    """``có hiệu lực từ ngày ký``: the day of effect is that of signing."""
    if match := _AT_ONCE.search(scope.lower, start - scope.start):
        held, draft.sentence = draft.sentence, scope
        draft.put("effective_on", signed, (scope.start + match.start(), scope.start + match.end()), "at_once")
        draft.sentence = held


def _behind(page: Page, place: int) -> Sentence | None:
    """The sentence behind, where it goes on with how long the paper holds."""
    behind = page.sentences[place + 1] if place + 1 < len(page.sentences) else None
    if behind is None or behind.passage != page.sentences[place].passage:
        return None
    return behind if _GOES_ON.match(behind.lower) else None


def _told(behind: Sentence) -> tuple[Sentence, re.Match[str]] | None:
    match = next((match for cue in _SAID[:2] if (match := cue.search(behind.lower))), None)
    return (behind, match) if match else None


__all__ = ["lasting"]
