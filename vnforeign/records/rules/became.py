"""What became of a paper, as the clause or the sentences behind it say: ``…; đang triển khai``, ``Cả hai văn bản đã hết hạn``."""

from __future__ import annotations

from ..page import Page, Sentence
from ..papers import Paper
from ..wording import pattern

_PAPER = r"(?:văn bản|văn kiện|biên bản|bản ghi nhớ|ghi nhớ|thỏa thuận|thoả thuận|bản thỏa thuận|chương trình|ý định thư|tuyên bố|kế hoạch|hợp đồng|bản cam kết)"
_GOES_ON = pattern(
    rf"(?:(?:đến nay|hiện nay|hiện|tới nay|nay|sau đó),? )?(?:(?P<all>cả (?:hai|ba|bốn|năm|các|\d)|các|hai|ba|bốn) )?(?:bản )?(?:{_PAPER}|bản (?=này|trên|đó|ấy))"
    r"(?: (?:hợp tác|này|trên|đó|ấy|nói trên|kể trên))*,?"
    r"(?:(?!\b(?:với|giữa|về|của|năm|ký|kí)\b(?! \d))[^;.]){0,70}?"
    r"\b(?:(?:đang|vẫn|còn) (?:được |tiếp tục |đang ){0,2}(?:[^,;. ]+ ){0,5}?(?:thực hiện|triển khai|hiệu lực|giá trị)|"
    r"(?<!sắp )(?P<over>hết (?:thời )?(?:hạn|hiệu lực|giá trị)|không còn (?:hiệu lực|giá trị)|hết hiệu lực|chấm dứt|kết thúc)|(?P<extended>(?:được |đã )(?:[^,;. ]+ ){0,2}?gia hạn))"
)
#: ``Tình hình thực hiện: đang triển khai.``, ``Đã hết hiệu lực.``
_STANDS = pattern(
    r"\W*(?:(?:tình hình|tình trạng|kết quả)(?: thực hiện| triển khai| hiệu lực)?:? ?)?(?:(?:hiện|nay|đến nay|hiện nay),? )?"
    r"(?:đã |được |vẫn |mới ){0,2}(?:(?:còn hiệu lực|đang (?:được |tiếp tục )?(?:(?:các|hai) [^\W\d]+ )?(?:tích cực )?(?:thực hiện|triển khai|có hiệu lực))|"
    r"(?P<over>hết (?:hạn|hiệu lực))|(?P<extended>gia hạn))"
)
_ON = 4  # sentences behind a paper that may tell what became of all


def told_then(sentence: Sentence, paper: Paper) -> tuple[str, tuple[int, int]] | None:
    """What the clause behind says became of a paper: ``…; đang triển khai``."""
    at = sentence.clause(paper.start)[1]
    match = _STANDS.match(sentence.lower, at - sentence.start)
    if not match or at >= sentence.end - 1:
        return None
    said = "extended" if match["extended"] else "expired" if match["over"] else "ongoing"
    return said, (at, sentence.start + match.end())


def told_next(page: Page, sentence: Sentence, place: int) -> tuple[str, tuple[int, int]] | None:
    """What the sentence behind says became of a paper: ``Văn bản đang được thực hiện tốt``; one further on of all of them."""
    near = [each for each in page.sentences[place + 1 : place + 1 + _ON] if each.passage == sentence.passage]
    if not near:
        return None
    behind, match = near[0], _GOES_ON.match(near[0].lower) or _STANDS.match(near[0].lower)
    for each in near[1:] if match is None else []:
        if (of_all := _GOES_ON.match(each.lower)) and of_all["all"]:
            behind, match = each, of_all
    if not match:
        return None
    said = "extended" if match["extended"] else "expired" if match["over"] else "ongoing"
    return said, (behind.start, behind.start + match.end())


__all__ = ["told_next", "told_then"]
