"""What a decision that sends a delegation says outside its first article: its own number, the letter that asked them to come."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..wording import pattern

_ARTICLE = pattern(r"[^\w]{0,3}Điều 1\b[.:]? ?(?:Nay )?(?:[Cc]ử|[Cc]ho phép|[Đđ]ồng ý|[Pp]hê duyệt|[Tt]hành lập)\b")
_FIRST = pattern(r"Điều 1\b[.:]? ?$")
_SENDS = pattern(r"(?:Nay )?(?:[Cc]ử|[Cc]ho phép|[Đđ]ồng ý|[Pp]hê duyệt|[Tt]hành lập)\b")
_OPENING = 12  # characters of ``Điều 1. ``
_NEXT = pattern(r"[^\w]{0,3}Điều [2-9]\b")
_NUMBER = pattern(r"\b[Ss]ố ?:? ?(?P<number>\d{1,5} ?/(?:\d{4}/)?QĐ[-\w]{2,20})")
_LETTER = pattern(
    r"(?:[Tt]hư|[Gg]iấy|[Cc]ông hàm|lời) mời(?: (?:số|ngày) [^ ,;]{1,24}){0,2} của (?P<host>[^,;.\n]{3,110}?)(?= và (?:đề nghị|theo|ý kiến|công văn|văn bản|tờ trình)\b|[,;.\n]| về )"
)
_HEAD = 600  # characters of a document's head that hold its number
_BEFORE = 2500  # characters before the first article that hold its grounds


def is_article(sentence: Sentence) -> bool:
    """Whether a sentence is the article of a decision that sends somebody."""
    opened = sentence.page.view.text[max(0, sentence.start - _OPENING) : sentence.start]
    return bool(_ARTICLE.match(sentence.text) or (_FIRST.search(opened) and _SENDS.match(sentence.text)))


def ends(sentence: Sentence) -> bool:
    """Whether the next article begins."""
    return bool(_NEXT.match(sentence.text))


def fill(draft: Draft, sentence: Sentence) -> None:
    """The decision's number and who asked them to come, for the journey of its first article."""
    text = sentence.page.view.text
    if draft.table.key != "delegation_out":
        return
    if "permission" not in draft and (match := _NUMBER.search(text, 0, min(_HEAD, sentence.start))):
        draft.say("permission", match.start("number"), match.end("number"), "decided")
    if "host" not in draft and (match := _LETTER.search(text, max(0, sentence.start - _BEFORE), sentence.start)):
        draft.say("host", match.start("host"), match.end("host"), "decided")


__all__ = ["ends", "fill", "is_article"]
