"""The time that a report means by ``trong năm``, ``năm nay``, ``10 tháng``, ``dịp Tết Giáp Ngọ``: of its title's year, else that of writing."""

from __future__ import annotations

import re

from ..page import Sentence
from ..wording import pattern

Said = tuple[str, tuple[int, int]]

_SAID = pattern(
    r"\b(?:(?:trong|cả|riêng)(?: cả)? năm(?: nay| qua)?|(?<!nửa )năm (?:nay|qua|vừa qua))\b(?! (?:\d|học|tới|sau|trước|ngoái|mới))",
    2,
)
_TITLED = pattern(r"\bnăm (?P<year>(?:19|20)\d\d)\b(?! ?[-–])", 2)
_MONTHS = pattern(
    r"(?<![\d/.,] )(?<!\d)(?P<months>[2-9]|1[01]) tháng(?! (?:\d(?![\d.,]* (?:triệu|tỷ|tỉ|nghìn|ngàn|USD|usd|lượt))|cuối|sau|tới|tuổi|tù|trước|một|liền|nữa)| đầu năm (?:19|20)\d\d)"
)
_STEMS = ("canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ")
_BRANCHES = ("thân", "dậu", "tuất", "hợi", "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi")
_SPELT = {"kỉ": "kỷ", "qúy": "quý", "quí": "quý", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}
_FEAST = pattern(
    r"(?:tết(?: nguyên đán| cổ truyền)?|xuân|năm) (?P<stem>canh|tân|nhâm|quý|quí|qúy|giáp|ất|bính|đinh|mậu|kỷ|kỉ) "
    r"(?P<branch>thân|dậu|tuất|hợi|tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi)\b",
    2,
)


def this_year(sentence: Sentence, start: int, end: int) -> Said | None:
    """The time with the place of the words that mean it, between two places of a sentence."""
    year = _year(sentence)
    if not year:
        return None
    first, last = max(start - sentence.start, 0), end - sentence.start
    for found, value in (
        (_FEAST.search(sentence.text, first, last), _feast),
        (_MONTHS.search(sentence.lower, first, last), _months),
        (_SAID.search(sentence.text, first, last), _whole),
    ):
        if found and (said := value(found, year)):
            return said, (sentence.start + found.start(), sentence.start + found.end())
    return None


def _year(sentence: Sentence) -> str:
    data = sentence.page.document.metadata
    titled = _TITLED.search(data.get("title", ""))
    return titled["year"] if titled else data.get("published", "")[:4]


def _whole(found: re.Match[str], year: str) -> str:
    return year


def _months(found: re.Match[str], year: str) -> str:
    return f"{year}-01/{year}-{int(found['months']):02}"


def _feast(found: re.Match[str], year: str) -> str:
    """The year of a lunar name that is next to a report's year; none for one further off."""
    stem, branch = (_SPELT.get(each.lower(), each.lower()) for each in (found["stem"], found["branch"]))
    near = (int(year) + off for off in (0, 1, -1, -2, -3, -4, -5))
    return next((str(each) for each in near if each % 10 == _STEMS.index(stem) and each % 12 == _BRANCHES.index(branch)), "")
