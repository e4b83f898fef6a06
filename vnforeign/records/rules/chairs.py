"""Who chairs an association: ``bầu ông An làm Chủ tịch Hội``, ``Chủ tịch Hội là ông An``, ``người thay là ông Bình``."""

from __future__ import annotations

from ..page import Mention, Sentence
from ..wording import pattern

_OFFICE = (
    r"chủ tịch(?! (?:ubnd|ủy ban|uỷ ban|hđnd|hội đồng|mặt trận|liên hiệp|nước|công ty|tỉnh|thành phố|danh dự|quốc hội|tập đoàn))"
)
_ELECTED = pattern(
    r"(?:[^;.]|\.(?=\d)){0,110}?\b(?:bầu|làm|giữ|tái cử|đắc cử|trúng cử|đảm nhiệm|đảm nhận|là|cử|đứng)\b(?:(?!phó )[^;.,]){0,40}?(?<!phó )"
    + _OFFICE
)
_CHAIR_IS = pattern(
    r"(?<!phó )"
    + _OFFICE
    + r"(?:(?!phó |thay )[^;.,\d]){0,80}?(?:(?: nhiệm kỳ)? \d{4} ?- ?\d{4})?(?: là|:|,| do)? ?(?:ông|bà|đ/c|đồng chí|anh|chị)? ?$"
)
#: ``ông A thay ông B làm Chủ tịch``.
_REPLACED = pattern(r"\b(?:thay|thay thế|kế nhiệm|tiếp nối)(?: cho)?(?: (?:ông|bà|đồng chí|đ/c|anh|chị))? $")
_REPLACES = pattern(
    r",? (?:đã |được (?:bầu|cử) )?(?:thay|thay thế|kế nhiệm|tiếp nối)(?: cho)?(?: (?:ông|bà|đồng chí|đ/c|anh|chị))? "
)
#: ``do đồng chí A, nguyên …, đứng đầu``; ``người thay là Đại tá B``.
_HEADS = pattern(r"[^;.]{0,60}?\bđứng đầu\b")
_FOLLOWS = pattern(r"người (?:thay|thay thế|kế nhiệm|đứng đầu hội|đứng đầu)(?: ông| bà)? là (?:[^,;.]{2,16} )?$")
_LAST = 110  # characters between the office and a name before it


def is_chair(sentence: Sentence, person: Mention) -> bool:
    """``bầu ông An làm Chủ tịch Hội``, ``ông An … được bầu làm Chủ tịch``, ``Chủ tịch Hội là ông An``."""
    if _REPLACED.search(sentence.before(person.start, 24)):
        return False
    following = min((each.start for each in sentence.of("PERSON") if each.start > person.end), default=sentence.end)
    after = sentence.after(person.end, 160)[: following - person.end]
    if _REPLACES.fullmatch(after):
        return bool(_ELECTED.match(sentence.after(following, 160)))
    if _ELECTED.match(after) or _HEADS.match(after) or _FOLLOWS.search(sentence.before(person.start, 60)):
        return True
    return bool(_CHAIR_IS.search(sentence.before(person.start, _LAST)))


__all__ = ["is_chair"]
