"""Words that a copy set side by side without a blank: ``Hội hữu nghị Việt Nam - Lào5/2003Nguyễn Văn A``."""

from __future__ import annotations

import re
from itertools import pairwise

from ...text import View
from .cut import Word, words_of

#: A day, a term or a figure with others behind it: ``12/3/2017|2017-2021|850.000|162.300``.
_WHOLE = re.compile(
    r"(?:\d{1,2}/){1,2}(?:19|20)\d\d(?=\d)|(?:19|20)\d\d-(?:19|20)\d\d(?=\d)|(?:19|20)\d\d(?=\d{1,3}\.\d{3})|\d{1,3}(?:\.\d{3})+(?=\d)"
)
#: Small letters that open a cell: ``thành phố Sa Đéc`` behind ``học bổng``.
_SMALL = re.compile(r"[^\W\d_]{2,8}(?=(?:huyện|xã|tỉnh|thành|thị|phường|quận|thôn|năm|tháng|từ)$)")


def glued_words(view: View, start: int, end: int) -> list[Word]:
    """The words between two places, also those that no blank parts; ``opens`` says where a line, or such a word, begins."""
    found, last = list[Word](), -1
    for each in words_of(view.text, start, end):
        places = [0, *_seams(each.text), len(each.text)]
        first, behind = view.span(each.start, each.end)
        behind, last = first == last and each.text[0] != "(", behind  # the view parts some of them with a blank
        for a, b in pairwise(places):
            found.append(Word(each.start + a, each.start + b, each.text[a:b], each.opens or behind or a > 0))
    return found


def _seams(word: str) -> list[int]:
    """Where a word that stands in one piece is two."""
    whole = [match.end() for match in _WHOLE.finditer(word)]
    found = sorted({*whole, *(at for at in range(1, len(word)) if _parts(word, at))})
    match = None if found else _SMALL.match(word)
    return [match.end()] if match else found


def _parts(word: str, at: int) -> bool:
    """Whether a cell ends and another begins between two letters."""
    one, two, rest = word[at - 1], word[at], word[at + 1 : at + 2]
    if two.isupper():
        if one.isdecimal():
            return rest.islower()
        return one.islower() or one == ")" or (one.isupper() and rest.islower() and at > 1 and word[at - 2].isupper())
    if two.isdecimal():
        return one.islower() or one == ")" or (one.isupper() and at > 1 and word[at - 2].isupper())
    return one == ")" and two.isalpha()
