"""Districts named without their designator: ``tại Cái Bè và Cai Lậy``, ``tập trung ở Sơn Tây, Trà Bồng``."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.locality.gazetteer import DISTRICT, gazetteer
from ...kinds.province import Province
from ..page import Page, Sentence
from ..wording import pattern

_NAME = r"[A-ZĐ][\w']+(?: [A-ZĐ][\w']*){0,3}"
_LISTED = pattern(
    rf"\b(?:tại|ở|cho|địa bàn|đồng bào|người dân|về|lên|xuống|(?:xã|phường|thị trấn) {_NAME} \() ?(?:các huyện )?(?P<names>{_NAME}(?:(?:,| và|, và) {_NAME}){{0,6}})"
)
_EACH = pattern(_NAME)


def districts(sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The places of such names between two places: those of the home province's districts, of any where it is unknown."""
    text = sentence.text
    found: list[tuple[int, int]] = []
    for listed in _LISTED.finditer(text, start - sentence.start, end - sentence.start):
        names = list(_EACH.finditer(text, listed.start("names"), listed.end("names")))
        known = [each for each in names if _is_district(sentence, each[0], each.start(), each.end())]
        if len(known) == len(names):
            found += [(sentence.start + each.start(), sentence.start + each.end()) for each in known]
    return found


def _is_district(sentence: Sentence, name: str, start: int, end: int) -> bool:
    inside = [each for each in sentence.mentions if each.start < sentence.start + end and sentence.start + start < each.end]
    if inside or " " not in name:
        return False
    held = gazetteer(DISTRICT).provinces(name)
    home = _home(sentence.page)
    return bool(held) and (home is None or home in held)


def _home(page: Page) -> str | None:
    """The line of the home province, as the table of places writes it."""
    name = page.document.metadata.get("province")
    return next((each.lineage for each in _provinces(page) if each.name == name), None)


def _provinces(page: Page) -> Iterator[Province]:
    return (each.entity.value for each in page.mentions if isinstance(each.entity.value, Province))
