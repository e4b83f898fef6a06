"""Which side a mention is on: a foreign state, place or body, or one of ours; and what its country is called."""

from __future__ import annotations

import re

from ..kinds.country import Country
from ..kinds.foreign_unit import ForeignUnit
from ..kinds.organisation import Organisation
from .countries import country_named, names
from .page import Mention, Page, Sentence
from .wording import pattern

_OURS_ABROAD = pattern(r"(?i:đại sứ quán|tổng lãnh sự quán|ĐSQ|TLSQ|cơ quan đại diện|phái đoàn) (?:Việt Nam|ta)\b")
_FOREIGN_BODY = pattern(
    r"(?i:đại sứ quán|tổng lãnh sự quán|lãnh sự quán|ĐSQ|TLSQ|hội hữu nghị (?!việt))|(?i:phi chính phủ nước ngoài|nước ngoài tại)"
)
_VIETNAMESE = pattern(r"(?i:liên hiệp các tổ chức hữu nghị|hội hữu nghị việt|hội hữu nghị hợp tác việt)|\bViệt Nam\b(?!\s*\))")
_OFFICE = pattern(r"(?i:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|sở|công an|tỉnh ủy|tỉnh uỷ|huyện ủy|huyện uỷ|thành ủy)\b")
_OURS = ("PROVINCE", "DISTRICT", "COMMUNE")
_TITLE = 8  # passages that hold a report's title
_SHORT = 5  # letters of a name that may stand for others too
_LEVELS = ("central", "province", "district", "commune")


def country_of(mention: Mention) -> str | None:
    """The short name of the foreign country that a country or a foreign place belongs to; None for Viet Nam and others."""
    value = mention.entity.value
    code = value.code if isinstance(value, Country) else value.country if isinstance(value, ForeignUnit) else None
    return names().get(code) if code and code != "VN" else None


def countries(sentence: Sentence, start: int, end: int) -> tuple[list[str], list[Mention]]:
    """The foreign countries named between two places, each once, with the mentions that name them first."""
    found: dict[str, Mention] = {}
    for mention in sentence.inside(start, end, "COUNTRY", "FOREIGN_UNIT"):
        if name := country_of(mention):
            found.setdefault(name, mention)
    return list(found), list(found.values())


def is_foreign(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """Whether a body, place or state is a foreign one, by its level, its kind and the places in its name."""
    if mention.label in ("COUNTRY", "FOREIGN_UNIT"):
        return country_of(mention) is not None
    value = mention.entity.value
    if not isinstance(value, Organisation):
        return False
    name = page.view.text[mention.start : mention.end]
    if _OURS_ABROAD.match(name) or _VIETNAMESE.match(name):
        return False
    if (
        _OFFICE.match(name)
        and sentence.inside(mention.start, mention.end, *_OURS)
        and not countries(sentence, mention.start, mention.end)[0]
    ):
        return False  # a district of ours may bear the name of a place abroad: UBND huyện Trùng Khánh
    if value.type in ("embassy", "ngo", "ingo") or value.level in ("foreign", "international") or _FOREIGN_BODY.search(name):
        return True
    if value.level == "central" and name.startswith("Bộ ") and countries(sentence, mention.start, mention.end)[0]:
        return True  # Bộ Phát triển quốc tế Vương quốc Anh
    if _VIETNAMESE.search(name) or (value.level in _LEVELS and sentence.inside(mention.start, mention.end, *_OURS)):
        return False
    placed = [each for each in sentence.inside(mention.start, mention.end, "FOREIGN_UNIT") if country_of(each)]
    return bool(placed if value.level in _LEVELS else countries(sentence, mention.start, mention.end)[0])


def elsewhere(page: Page, words: str) -> tuple[str, Mention] | None:
    """The country that another place of the document tells of a name: ``Đại học Mahidol (Thái Lan)``, ``thành phố Suwon``."""
    name = words.strip()
    if len(name) < _SHORT or not name[:1].isupper():
        return None
    match = re.search(rf"{re.escape(name)}(?: [A-Z]\w*){{0,2}} \(", page.view.text)
    found = page.between(match.end(), match.end() + 1) if match else []
    found = found or [each for each in page.mentions if each.label == "FOREIGN_UNIT" and each.text.endswith(f" {name}")]
    return next(((country, each) for each in found if (country := country_of(each))), None)


def titled_land(page: Page) -> tuple[str, Mention] | None:
    """The one foreign country that the title of a report names: ``Quan hệ hợp tác với tỉnh Xiêng Khoảng``."""
    found: dict[str, Mention] = {}
    for passage in [each for each in page.document.passages[:_TITLE] if each.kind == "heading"]:
        start, end = page.view.place(passage.start), page.view.place(passage.end)
        for each in page.between(start, end):
            if country := country_of(each):
                found.setdefault(country, each)
    return next(iter(found.items())) if len(found) == 1 else None


__all__ = ["countries", "country_named", "country_of", "elsewhere", "is_foreign", "titled_land"]
