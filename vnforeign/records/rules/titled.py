"""How far the title of a paper is shown: a bare one with its parties, one that two sides sign with the parties it names."""

from __future__ import annotations

from ..page import Sentence
from ..papers import Paper
from ..sides import Side
from ..signing_subject import SHARED
from ..titles import shown
from ..wording import pattern

_BETWEEN = pattern(r" (?:giữa|của) ")
_WITH = pattern(r" (?:giữa|với|của) ")
_SIGNER = pattern(r"\b(?:lãnh đạo|chủ tịch|đại diện|giám đốc|hai đoàn|các bên)\b")
_BRACKET = pattern(r" ?\([^()\n]{2,40}\)")
_PERIOD = pattern(r",? giai đoạn (?:năm )?\d{4} ?(?:-|đến) ?\d{4}")
_HAS = pattern(r"\b(?:có|thực hiện|triển khai|duy trì) (?:thêm |một |các |những |bản )*$")
#: What a title of its own ends before: ``Thỏa thuận hợp tác`` giai đoạn 2016 - 2020 về y tế, ``Biên bản hợp tác năm 2010`` về rừng.
_PERIOD_ABOUT = pattern(
    r"(?: (?:giai đoạn|thời kỳ) (?:năm )?\d{4} ?- ?\d{4}| ngày \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?P<year> năm \d{4}))(?= về )"
)
_CEREMONY = pattern(r"\blễ (?:ký|kí)(?: kết)? $")


def titled(sentence: Sentence, paper: Paper, sides: list[Side]) -> int:
    """Where the title of a paper ends as it is shown.

    ``Ý định thư giữa Sở A và Hiệp hội B, ký ngày …`` has no other name; ``hai bên ký Thỏa thuận hợp tác giữa A và B`` has told
    who signs. ``A ký Bản ghi nhớ với B`` names a partner, no title.
    """
    end = _titled(sentence, paper, sides)
    cut = _PERIOD_ABOUT.search(sentence.text, paper.head - sentence.start, end - sentence.start)
    return sentence.start + (cut.end("year") if cut["year"] else cut.start()) if cut else end


def _titled(sentence: Sentence, paper: Paper, sides: list[Side]) -> int:
    """Where it ends by the parties it names."""
    behind = paper.end - sentence.start
    if paper.sign is None or paper.sign[0] >= paper.start:
        end = shown(sentence, paper.head, paper.end)
        bare = end == paper.end and end <= paper.head + 1 and not _HAS.search(sentence.before(paper.start, 24))
        return _over(sentence, paper, sides) if bare and _WITH.match(sentence.text, behind) else end
    told = paper.end <= paper.head + 1 or _told(sentence, paper)
    named = paper.deed != "extended" and _BETWEEN.match(sentence.text, behind) and told
    return _over(sentence, paper, sides) if named else paper.end


def _over(sentence: Sentence, paper: Paper, sides: list[Side]) -> int:
    """The end of the last party that stands behind a title, with the country and the period behind it."""
    end = max([paper.end, *(side.end for side in sides if side.start >= paper.end)])
    for cue in (_BRACKET, _PERIOD):
        if end > paper.end and (match := cue.match(sentence.text, end - sentence.start)):
            end = sentence.start + match.end()
    return end


def _told(sentence: Sentence, paper: Paper) -> bool:
    """Whether the clause says before the word of signing who signs."""
    head, sign = sentence.clause(paper.start)[0], paper.sign or (paper.start, paper.start)
    words = sentence.text[head - sentence.start : sign[0] - sentence.start]
    if _CEREMONY.search(sentence.before(paper.start, 16)):
        return False
    return bool(SHARED.search(words) or _SIGNER.search(words.lower()) or sentence.inside(head, sign[0], "PERSON", "ORG"))


__all__ = ["titled"]
