"""Foreign non-governmental aid: totals of a period, single grants, rows of a table of donors."""

from __future__ import annotations

from collections.abc import Iterator

from .. import sums
from ..build import Draft
from ..page import Page, Sentence
from ..wording import pattern
from . import aid_on, aid_signs, aid_sums, aid_talk, aid_totals, compatriots, grant, led
from .counted import FREE, counts, ours
from .donor import Giver
from .giver import DENIED, givers
from .parts import Part, parts
from .sector import sector

_SUMS_UP = pattern(r"[^\w]*[Tt]ổng (?:giá trị|số tiền|kinh phí|vốn|trị giá|số vốn)")
_LEADS = pattern(r":\s*$")
_AMONG = pattern(r"\W*(?:trong đó|cụ thể|gồm|chia|phân|lần lượt|tính|xét|theo)(?: ra)?(?: theo)?\b")
_PARTIAL = pattern(r"trong đó,? ?(?:phía |tổ chức |vốn |phần )?$")
_SHARED = ("aid_form", "sector", "owner")  # columns of a gift of several givers: ``nhận cứu trợ của A …, của B …``
_ALONG = 5  # sentences behind that may speak of the same grant
_LINE = 90  # characters of a line that may be a heading
_RUN_IN = 40  # characters of a sentence that is a heading inside a paragraph


class Reader:
    """Reads a page sentence by sentence and remembers what was read: totals, the heading, whether the talk is of aid."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.totals: list[Draft] = []
        self.titled = aid_talk.about(page.document.metadata.get("title", "").lower())
        self.listed = False
        self.spoke = False
        self.known, self.section, self.led = False, "", False
        self.kin = False  # in a list of what overseas Vietnamese give
        self.headed, self.under = "", False
        self.last: Giver | None = None
        self.taken: set[int] = set()
        self.kept: Draft | None = None

    def rows(self) -> Iterator[Draft]:
        for place, sentence in enumerate(self.page.sentences):
            about = aid_talk.about(sentence.lower)
            self._lead(sentence)
            self.kin = self.kin and led.is_item(sentence)
            if self.kin and not aid_signs.charities(sentence):
                continue
            if sentence.earlier is None and not self._goes_down(sentence):
                self.totals = []
                self.listed = self.listed and sentence.kind == "list_item"
            if sentence.earlier is None and len(sentence.text) < _LINE:
                self._heading(sentence, about)
            self.listed = self.listed or (self.spoke and aid_talk.leads(sentence.lower))
            self.spoke = about or (self.spoke and sentence.earlier is not None)
            if sentence.mentions or "số " in sentence.lower or ": " in sentence.text:
                yield from self._of(place, sentence)
            self.listed = self.listed or ((about or self.spoke) and bool(_LEADS.search(sentence.text)))
            self.kin = led.leads(sentence, compatriots.headed(sentence.section))

    def _lead(self, sentence: Sentence) -> None:
        """A heading that only leads a list (``Có thể kể đến:``) goes on with the talk before it."""
        if sentence.section != self.section:
            self.led = (self.spoke or self.known) and aid_talk.leads(sentence.section)
            self.section = sentence.section

    def _goes_down(self, sentence: Sentence) -> bool:
        """Whether a line follows a line of totals: ``Tổng số: 26 dự án``, ``Đã giải ngân: …``."""
        last = self.totals[-1].sentence if self.totals else None
        near = last is not None and sentence.passage - last.passage <= len(self.totals[-1]) and len(last.text) < _LINE
        return near and len(sentence.text) < _LINE and sentence.kind != "table"

    def _heading(self, sentence: Sentence, about: bool) -> None:
        """Remembers a line without figures that heads what follows though nothing marks it as a heading."""
        plain = sentence.kind == "paragraph" and sentence.text[-1:] not in ".;:,"
        if plain and not sentence.of("AMOUNT", "QUANTITY", "ORG"):
            self.headed, self.under = sentence.section, about

    def _talk(self, sentence: Sentence) -> bool:
        """Whether what stands here is about aid by its title, a heading or the words that lead its list."""
        under = self.under and sentence.section == self.headed
        self.known = self.titled or self.listed or self.led or under or aid_talk.headed(sentence.section, sentence.above)
        return self.known

    def _of(self, place: int, sentence: Sentence) -> Iterator[Draft]:
        sentence = ours(sentence)
        talk = self._talk(sentence)
        if self._completes(sentence):
            return
        known = talk or self.spoke or bool(self.totals)
        if not (known or sentence.of("AMOUNT") or aid_signs.charities(sentence) or aid_signs.presented(sentence)):
            return
        free = not aid_totals.of_loans(sentence.lower) or bool(FREE.search(sentence.lower))
        if not (free or ";" in sentence.text) or not (known or aid_signs.hints(sentence) or aid_signs.foreign_sum(sentence)):
            return
        heads = [each for each in givers(self.page, sentence, talk or self.spoke) if free or aid_signs.is_gift(sentence, each)]
        counted = free and (talk or self.spoke or bool(self.totals and _AMONG.match(sentence.lower)))
        counted = counted or (free and bool(heads) and aid_signs.foreign_sum(sentence) and bool(_SUMS_UP.match(sentence.text)))
        found = list(aid_totals.totals(sentence, heads)) if counted else []
        singles = self._told(place, sentence, heads, found, free and talk)
        if free and not found and aid_sums.of_all(sentence, talk, bool(self.totals)):
            found = self._all(sentence, heads, bool(singles))
        yield from found
        if found and "(" in sentence.text:
            yield from aid_sums.in_brackets(sentence, found[-1])
        if found and counted:
            yield from aid_sums.years_of(sentence, found)
        self.totals = found or self.totals
        yield from singles

    def _all(self, sentence: Sentence, heads: list[Giver], singles: bool) -> list[Draft]:
        """The rows of sums of all aid, which stand before the first gift where single ones are told too; a gift's own sum is none."""
        if not heads and DENIED.search(sentence.lower):
            return []
        until = min((each.start for each in heads), default=_end(sentence)) if singles else _end(sentence)
        return [each for each in aid_sums.sum_of_all(sentence, until) if not _sums([each]) & self.taken]

    def _told(self, place: int, sentence: Sentence, heads: list[Giver], found: list[Draft], talk: bool) -> list[Draft]:
        """The rows of single gifts that say enough; the last of them goes on in the sentences behind."""
        drafts = list(self._singles(sentence, heads, found, talk))
        if drafts:
            aid_on.read_back(self.page, drafts[0][1], drafts[0][0].giver)
            aid_on.read_on(self.page, drafts[-1][1], self.page.along(place, _ALONG)[1:])
        told = [
            draft
            for part, draft in drafts
            if not aid_on.same(self.kept, part, draft) and aid_signs.tells(sentence, part, draft, talk)
        ]
        self.kept = told[-1] if told else self.kept
        self.taken |= _sums([draft for _, draft in drafts])
        return told

    def _completes(self, sentence: Sentence) -> bool:
        """Whether a sentence gives the sums of the grants that the one before counted without any: ``Tổng giá trị cam kết …``."""
        last = self.totals[-1] if self.totals else None
        if last is None or sums.COLUMNS & last.slots.keys() or not _SUMS_UP.match(sentence.text) or sentence.earlier is None:
            return False
        if counts(sentence) or not aid_totals.add(trial := Draft("ngo_aid", sentence, summary=True), sentence, []):
            return False
        last.slots |= {key: slot for key, slot in trial.slots.items() if key not in last}
        return True

    def _singles(self, sentence: Sentence, heads: list[Giver], totals: list[Draft], talk: bool) -> Iterator[tuple[Part, Draft]]:
        """A draft for each gift of a giver; without a giver, for a title or a receiver with a sum."""
        start = sentence.start
        if totals:
            heads = [each for each in heads if aid_totals.singled(sentence, each)]
            start = max(
                [each.end for each in sentence.of("AMOUNT", "QUANTITY") if heads and each.end < heads[0].start], default=start
            )
        before: Draft | None = None
        for part in parts(sentence, heads, start):
            if part.giver and before and not totals and _PARTIAL.search(sentence.before(part.giver.start, 24)):
                aid_on.add_sums(before, sentence, part.start, part.end, None)
                continue
            self._resolve(part)
            draft = self._single(sentence, part)
            if before and part.giver and part.giver.how == "named" and ";" not in sentence.before(part.giver.start, 120):
                draft.slots |= {key: before.slots[key] for key in _SHARED if key in before and key not in draft}
            yield part, draft
            before = draft
        if not heads and not totals and aid_signs.nameless(sentence, talk):
            part = Part(None, sentence.start, _end(sentence))
            draft = self._single(sentence, part)
            if "committed" in draft and ("owner" in draft or aid_signs.titled(draft)) and sentence.fact:
                yield part, draft

    def _resolve(self, part: Part) -> None:
        """Gives ``tổ chức này`` the name of the giver before it."""
        if part.giver and part.giver.label == "SAME" and self.last:
            part.giver.name, part.giver.country = self.last.words, self.last.country
            part.giver.label = self.last.label
        self.last = part.giver or self.last

    def _single(self, sentence: Sentence, part: Part) -> Draft:
        draft = grant.row(self.page, sentence, part.giver, part.start, part.end)
        if "sector" not in draft and (head := _run_in(sentence)) and (found := sector(head.lower)):
            draft.put("sector", found[0], (head.start + found[1], head.start + found[2]), "word")
        return draft


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of aid received, sentence by sentence; aid given to a neighbour makes none."""
    found = list(Reader(page).rows())
    told = [each for each in found if each.sentence.kind != "heading"]
    return (each for each in found if each.sentence.kind != "heading" or not any(_repeats(each, one) for one in told))


def _repeats(one: Draft, two: Draft) -> bool:
    """Whether a headline only says what a sentence below it tells with more."""
    held = {key: slot.value for key, slot in one.slots.items()}
    return one.summary == two.summary and all(key in two and two.slots[key].value == value for key, value in held.items())


def _sums(drafts: list[Draft]) -> set[int]:
    """Where the sums stand that rows hold."""
    return {spot.start for each in drafts for key in sums.COLUMNS & each.slots.keys() for spot in each.slots[key].evidence}


def _run_in(sentence: Sentence) -> Sentence | None:
    """The short first sentence of a paragraph that is a heading: ``Nước sạch. Công trình lớn nhất là …``"""
    first = sentence.opening
    return first if first is not sentence and len(first.text) < _RUN_IN and not first.mentions else None


def _end(sentence: Sentence) -> int:
    return sentence.start + len(sentence.text)
