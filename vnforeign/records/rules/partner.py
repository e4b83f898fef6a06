"""The one country that a passage, a section or a whole document is about: ``Kết quả chuyến thăm các tỉnh Nam Lào``."""

from __future__ import annotations

from ..page import Mention, Page, Sentence
from ..places import country_of
from ..wording import pattern

Found = tuple[list[str], list[Mention]]

#: A first sentence that is but a name, or says whom all behind it is about: ``Thành phố Ansan (Hàn Quốc).``, ``Với Lào: …``.
_LABEL = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?:(?:riêng |đối )?(?:với|phía|về quan hệ với|quan hệ với) )?(?:nước |tỉnh |thành phố |bang |huyện )*$"
)
_SHORT = 60  # characters of a first sentence that is but a name
_TITLE = 6  # headings at a document's head that hold its title


def named(sentence: Sentence) -> Found:
    """The country that the passage opens with as its subject, else that the heading over it or the title names alone."""
    opening = sentence.opening
    first = next(iter(opening.of("COUNTRY", "FOREIGN_UNIT")), None)
    if first and opening is not sentence and _LABEL.fullmatch(opening.before(first.start)):
        behind = opening.after(first.end, 2)
        if len(opening.text) < _SHORT or behind[:1] in (":", "."):
            return _one(opening.of("COUNTRY", "FOREIGN_UNIT"))
    return of_headings(sentence)


def of_headings(sentence: Sentence) -> Found:
    """The one country of the nearest heading that names any, among those over a passage, else of the title."""
    page = sentence.page
    for place, (start, end) in enumerate(page.headings(sentence.passage)):
        words = page.view.text[start:end].lower()
        if place and words not in sentence.above.split("/") and start > _head(page):
            continue
        if found := [each for each in page.between(start, end) if country_of(each)]:
            return _one(found)
    return [], []


def _head(page: Page) -> int:
    """Where the headings at the head of a document end."""
    if page.head is None:
        ends = [end for _, end in page.headings(len(page.document.passages))][::-1][:_TITLE]
        page.head = ends[-1] if ends else 0
    return page.head


def _one(places: list[Mention]) -> Found:
    known = dict.fromkeys(country_of(each) for each in places if country_of(each))
    return ([next(iter(known)) or ""], places[:1]) if len(known) == 1 else ([], [])


__all__ = ["named", "of_headings"]
